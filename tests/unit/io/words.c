/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/words.h"

#include "graphs.h"
#include "suite.h"

/* A cell of which 16 bytes can be read, with rubbish behind it. */
static samen__span cell(const char *text) {
    static char room[8][200];
    static int next;
    char *place = room[next = (next + 1) % 8];
    memset(place, '#', sizeof room[0]);
    memcpy(place, text, strlen(text));
    return (samen__span){place, (int64_t)strlen(text)};
}

static int32_t find(samen__labels *labels, const char *text) {
    int32_t number = -5;
    samen__name name = samen__labels_name(labels, cell(text));
    OK(samen__labels_find(labels, &name, &number, error));
    return number;
}

/* Two threads in turn, as pieces of a file: the network's numbers are those of first appearance. */
TEST(keys_get_their_numbers_in_the_order_of_the_file) {
    static const char *const pieces[][4] = {{"b", "a", "b", "c"},
                                            {"c", "d", "a", "a key of more than sixteen bytes"},
                                            {"e", "a key of more than sixteen bytes", "b", "f"},
                                            {"f", "g", "a", "d"}};
    samen__keys known;
    samen__labels labels[2];
    samen__keys_start(&known);
    samen__labels_start(&labels[0], &known, 0);
    samen__labels_start(&labels[1], &known, 0);
    for (int piece = 0; piece < 4; piece++) {
        samen__labels *mine = &labels[piece % 2];
        int32_t number[4];
        for (int i = 0; i < 4; i++)
            number[i] = find(mine, pieces[piece][i]);
        OK(samen__labels_settle(mine, &known, error));
        for (int i = 0; i < 4; i++)
            ck_assert_str_eq(samen__keys_text(&known, samen__labels_number(mine, number[i])),
                             pieces[piece][i]);
    }
    static const char *const order[] = {"b", "a", "c", "d", "a key of more than sixteen bytes",
                                        "e", "f", "g"};
    ck_assert_int_eq(known.count, 8);
    for (int i = 0; i < 8; i++)
        ck_assert_str_eq(samen__keys_text(&known, i), order[i]);
    samen__labels_free(&labels[0]);
    samen__labels_free(&labels[1]);
    samen__keys_free(&known);
}
END

TEST(of_a_closed_set_no_other_keys_are_known) {
    samen__keys known;
    samen__labels labels;
    int64_t number;
    int32_t added;
    samen__keys_start(&known);
    OK(samen__keys_add(&known, "a", 1, &number, &added, error));
    OK(samen__keys_add(&known, "b", 1, &number, &added, error));
    samen__labels_start(&labels, &known, 1);
    ck_assert_int_eq(find(&labels, "b"), 1);
    ck_assert_int_eq(find(&labels, "c"), -1);
    ck_assert_int_eq(find(&labels, "ab"), -1);
    ck_assert_int_eq(samen__labels_number(&labels, 1), 1);
    ck_assert_int_eq(known.count, 2);
    samen__labels_free(&labels);
    samen__keys_free(&known);
}
END

static samen_status length_of(const void *context, samen__span word, int32_t *value) {
    ++*(int *)(uintptr_t)context;
    *value = (int32_t)word.length;
    return word.length == 3 ? SAMEN_ERR_VALUE : SAMEN_OK;
}

TEST(a_word_is_understood_once) {
    int asked = 0;
    int32_t value = -1;
    samen__words words;
    samen__words_start(&words, length_of, &asked);
    for (int round = 0; round < 5; round++) {
        OK(samen__words_read(&words, cell("four"), &value, error));
        ck_assert_int_eq(value, 4);
        OK(samen__words_read(&words, cell(""), &value, error));
        ck_assert_int_eq(value, 0);
    }
    ck_assert_int_eq(asked, 2);
    ck_assert_int_eq(samen__words_read(&words, cell("two"), &value, NULL), SAMEN_ERR_VALUE);
    ck_assert_int_eq(samen__words_read(&words, cell("two"), &value, NULL), SAMEN_ERR_VALUE);
    ck_assert_int_eq(asked, 4);
    samen__words_free(&words);
}
END

SUITE("io/words", keys_get_their_numbers_in_the_order_of_the_file,
      of_a_closed_set_no_other_keys_are_known, a_word_is_understood_once)
