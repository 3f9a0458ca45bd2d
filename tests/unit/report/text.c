/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/text.h"

#include "core/utf8.h"
#include "reading.h"

static samen__document begin(samen_view *view, const char *title) {
    samen__document d;
    samen__document_start(&d, view, SAMEN_LANGUAGE_EN, title, NULL);
    samen_view_free(view);
    return d;
}

static char *write_out(samen__document *d) {
    char *text = NULL;
    ck_assert_msg(samen__document_is_fine(d), "%s", d->error.message);
    OK(samen__report_text(d, &text, NULL, error));
    samen__document_free(d);
    return text;
}

static void say_text(samen__document *d, samen__block_kind kind, const char *words) {
    static const samen__sentence as_it_is = {{"{1}", "{1}"}};
    samen__document_say(d, kind, &as_it_is, &(samen__value){.text = words});
}

TEST(blocks_follow_each_other_and_tables_stand_apart) {
    static const samen__sentence heading = {{"Part", ""}}, above = {{"All forms", ""}},
                                 terms[] = {{{"a", ""}}, {{"longer", ""}}, {{"meaning", ""}}};
    samen__document d = begin(see(build("A-B B-C"), ""), "A title");
    samen__document_part(&d, SAMEN__PART_FORMS, &heading, NULL);
    say_text(&d, SAMEN__BLOCK_LEAD, "Lead.");
    samen__document_term(&d, &terms[0], &terms[2]);
    samen__document_term(&d, &terms[1], &terms[2]);
    samen__document_table(&d, samen__document_measure(&d, "composition.forms", "%s", ""),
                          "form,ties", NULL, 2, &above, NULL);
    samen__document_picture(&d, "sociogram", "", NULL, &above, NULL);
    samen__document_numbers(&d, samen__document_measure(&d, "composition.forms", "%s", ""), "form",
                            NULL, 0, &above, NULL);
    say_text(&d, SAMEN__BLOCK_ITEM, "Point.");
    say_text(&d, SAMEN__BLOCK_ITEM, "Another.");
    samen__document_part(&d, SAMEN__PART_NETWORK, &heading, NULL);
    samen__document_network(&d, "", &above, NULL);
    char *text = write_out(&d);
    ck_assert_str_eq(text, "A title\n"
                           "\n"
                           "Part\n"
                           "  Lead.\n"
                           "    a       meaning\n"
                           "    longer  meaning\n"
                           "\n"
                           "  All forms:\n"
                           "  form          ties\n"
                           "  all              2\n"
                           "  consultation     2\n"
                           "\n"
                           "  - Point.\n"
                           "  - Another.\n");
    samen_free(text);
}
END

/* Oracle: a line has a hundred columns, of which a letter with an accent is one and a Chinese one two. */
TEST(lines_end_between_words_before_they_are_too_long) {
    static const char *const letters[] = {"x", "\xC3\xA9", "\xE4\xBD\xA0"};
    static const samen__sentence heading = {{"Part", ""}};
    for (int i = 0; i < 3; i++) {
        char words[3000] = "";
        for (int w = 0; w < 80; w++) {
            for (int l = 0; l < 1 + w % 9; l++)
                strcat(words, letters[i]);
            strcat(words, " ");
        }
        samen__document d = begin(see(build("A-B"), ""), NULL);
        samen__document_part(&d, SAMEN__PART_READ, &heading, NULL);
        say_text(&d, SAMEN__BLOCK_ITEM, words);
        char *text = write_out(&d), *rest = text;
        int lines = 0;
        for (char *line; (line = strtok_r(rest, "\n", &rest)) != NULL; lines++) {
            int64_t width = samen__utf8_width(line, (int64_t)strlen(line));
            ck_assert_int_le(width, 100);
            ck_assert(lines == 0 || strncmp(line, lines == 1 ? "  - " : "    ", 4) == 0);
            ck_assert(!*rest || lines == 0 || width > 80);
        }
        ck_assert_int_ge(lines, 5);
        samen_free(text);
    }
}
END

TEST(what_data_call_themselves_cannot_steer_a_terminal) {
    static const samen__sentence heading = {{"{1}", ""}};
    static const char evil[] = "a\x1B[31m\xE2\x80\xAE\nb";
    samen__document d = begin(see(build("A-B"), ""), evil);
    samen__document_part(&d, SAMEN__PART_READ, &heading, &(samen__value){.text = evil});
    say_text(&d, SAMEN__BLOCK_PARAGRAPH, evil);
    char *text = write_out(&d);
    ck_assert_str_eq(text, "a\\u{1b}[31m\\u{202e}\\u{a}b\n\na\\u{1b}[31m\\u{202e}\\u{a}b\n"
                           "  a\\u{1b}[31m\\u{202e}\\u{a}b\n");
    samen_free(text);
}
END

TEST(columns_without_a_value_and_names_that_are_keys_are_left_out) {
    static const samen__sentence heading = {{"Part", ""}};
    samen__document d = begin(see(build("A-B"), ""), NULL);
    samen__document_part(&d, SAMEN__PART_FORMS, &heading, NULL);
    samen__document_table(&d, samen__document_measure(&d, "composition.forms", "%s", ""),
                          "form,ties,share_of_partnerships", NULL, 1, NULL, NULL);
    const samen_table *degree = samen__document_measure(&d, "centrality.degree", "%s", "");
    samen__document_table(&d, degree, "organisation,name,degree", "degree", 1, NULL, NULL);
    char *text = write_out(&d);
    ck_assert_str_eq(text, "Part\n  form  ties\n  all      1\n\n"
                           "  organisation  degree\n  A                  1\n");
    samen_free(text);
}
END

SUITE("report/text", blocks_follow_each_other_and_tables_stand_apart,
      lines_end_between_words_before_they_are_too_long,
      what_data_call_themselves_cannot_steer_a_terminal,
      columns_without_a_value_and_names_that_are_keys_are_left_out)
