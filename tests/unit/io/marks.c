/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/marks.h"

#include "graphs.h"
#include "suite.h"

enum { MOST = 400 };

/* Oracle: going through the bytes one by one. */
static void expect_marks(const char *bytes, int64_t length, char separator) {
    uint32_t *place = malloc((MOST + SAMEN__MARKS_ROOM) * sizeof *place);
    char *exact = malloc((size_t)length + 1); /* so that reading beyond it is noticed */
    memcpy(exact, bytes, (size_t)length);
    char *shorter = realloc(exact, (size_t)(length ? length : 1));
    samen__marks marks = samen__marks_find(shorter, length, separator, place);
    int64_t count = 0;
    int odd = 0, foreign = 0, returns = 0;
    for (int64_t i = 0; i < length; i++) {
        char c = bytes[i];
        if (c == separator || c == '\n')
            ck_assert_uint_eq(place[count++], (uint32_t)i);
        odd |= c == '"' || c == '\0';
        foreign |= (unsigned char)c >= 128;
        returns |= c == '\r';
    }
    ck_assert_int_eq(marks.count, count);
    ck_assert_int_eq(marks.odd, odd);
    ck_assert_int_eq(marks.foreign, foreign);
    ck_assert_int_eq(marks.returns, returns);
    free(shorter);
    free(place);
}

/* The bytes that mean something, and their neighbours. */
TEST(one_byte_of_any_kind_is_seen_at_any_place) {
    static const unsigned char kinds[] = {0,   1,   '\t', '\n', 11,  12,  '\r', '!', '"', '#',
                                          '+', ',', '-',  ':',  ';', '<', 127,  128, 129, 255};
    for (size_t kind = 0; kind < sizeof kinds; kind++) {
        for (int64_t length = 1; length < 140; length += length < 70 ? 1 : 13) {
            char bytes[MOST];
            memset(bytes, 'x', sizeof bytes);
            bytes[length - 1] = (char)kinds[kind];
            expect_marks(bytes, length, ',');
            bytes[length - 1] = 'x';
            bytes[0] = (char)kinds[kind];
            expect_marks(bytes, length, ';');
        }
    }
}
END

TEST(random_bytes_are_marked_as_one_by_one) {
    static const char kinds[] = "aab,;\t\n\n\r\"\0\xC3\x80";
    dice d = {.state = 5};
    for (int round = 0; round < 5000; round++) {
        char bytes[MOST];
        int64_t length = (int64_t)dice_roll(&d, MOST);
        uint64_t most = round % 3 == 0 ? sizeof kinds - 1 : round % 3 == 1 ? 4 : 8;
        for (int64_t i = 0; i < length; i++)
            bytes[i] = kinds[dice_roll(&d, most)];
        expect_marks(bytes, length, ",;\t"[round % 3]);
    }
}
END

TEST(nothing_but_marks_and_nothing_at_all) {
    char bytes[MOST];
    memset(bytes, ',', sizeof bytes);
    for (int64_t length = 0; length < MOST; length++)
        expect_marks(bytes, length, ',');
}
END

SUITE("io/marks", one_byte_of_any_kind_is_seen_at_any_place, random_bytes_are_marked_as_one_by_one,
      nothing_but_marks_and_nothing_at_all)
