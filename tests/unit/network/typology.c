/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/typology.h"

#include "../refuses.h"

enum { MOST = SAMEN_FORMS_MAX + 1 };

/* A form of this version with a key; further fields as given. */
#define FORM(...)                                                                                  \
    { .struct_size = sizeof(samen_form), __VA_ARGS__ }

static samen_status make(const samen_form *forms, int32_t count, samen_typology **out,
                         samen_error *err) {
    const samen_form *list[MOST];
    for (int32_t i = 0; i < count; i++)
        list[i] = &forms[i];
    return samen_typology_new(list, count, out, err);
}

static samen_typology *made(const samen_form *forms, int32_t count) {
    samen_typology *typology = NULL;
    OK(make(forms, count, &typology, error));
    return typology;
}

/* A typology of three forms that say all, something and nothing. */
static samen_typology *sample(void) {
    static const samen_form forms[] = {
        FORM(.key = "board", .name = "Shared board", .name_nl = "Gedeeld bestuur",
             .family = "formal", .aliases = "steering group|Stuurgroep; commissie",
             .scale = "frequency 4..1", .purpose = "to govern", .has_commitment = 1,
             .commitment = 3),
        FORM(.key = "café-talk", .name = "Talk", .has_commitment = 1),
        FORM(.key = "third", .commitment = 9),
    };
    return made(forms, 3);
}

/* ---- Making ---------------------------------------------------------------------------------- */

TEST(what_is_not_said_of_a_form_has_its_default) {
    samen_typology *t = sample();
    ck_assert_int_eq(samen_typology_count(t), 3);
    static const struct {
        const char *key, *en, *nl;
        int32_t commitment;
    } expected[] = {{"board", "Shared board", "Gedeeld bestuur", 3},
                    {"café-talk", "Talk", "Talk", 0},
                    {"third", "third", "third", SAMEN_COMMITMENT_UNKNOWN}};
    for (int32_t i = 0; i < 3; i++) {
        ck_assert_str_eq(samen_typology_key(t, i), expected[i].key);
        ck_assert_str_eq(samen_typology_name(t, i, SAMEN_LANGUAGE_EN), expected[i].en);
        ck_assert_str_eq(samen_typology_name(t, i, SAMEN_LANGUAGE_NL), expected[i].nl);
        ck_assert_int_eq(samen_typology_commitment(t, i), expected[i].commitment);
    }
    samen_typology_free(t);
}
END

TEST(empty_names_are_as_none) {
    const samen_form form = FORM(.key = "k", .name = "", .name_nl = "", .family = "");
    samen_typology *t = made(&form, 1);
    ck_assert_str_eq(samen_typology_name(t, 0, SAMEN_LANGUAGE_EN), "k");
    ck_assert_str_eq(samen_typology_name(t, 0, SAMEN_LANGUAGE_NL), "k");
    samen_typology_free(t);
}
END

TEST(texts_are_copied) {
    char key[] = "first";
    const samen_form form = FORM(.key = key);
    samen_typology *t = made(&form, 1);
    memcpy(key, "other", sizeof key);
    ck_assert_str_eq(samen_typology_key(t, 0), "first");
    samen_typology_free(t);
}
END

TEST(beyond_the_last_form_there_is_none) {
    static const int32_t beyond[] = {-1, 3, 64, INT32_MIN, INT32_MAX};
    samen_typology *t = sample();
    for (size_t i = 0; i < sizeof beyond / sizeof beyond[0]; i++) {
        ck_assert_ptr_null(samen_typology_key(t, beyond[i]));
        ck_assert_ptr_null(samen_typology_name(t, beyond[i], SAMEN_LANGUAGE_EN));
        ck_assert_ptr_null(samen_typology_name(t, beyond[i], SAMEN_LANGUAGE_NL));
        ck_assert_int_eq(samen_typology_commitment(t, beyond[i]), SAMEN_COMMITMENT_UNKNOWN);
    }
    samen_typology_free(t);
}
END

TEST(no_typology_has_no_forms) {
    ck_assert_int_eq(samen_typology_count(NULL), -1);
    ck_assert_ptr_null(samen_typology_key(NULL, 0));
    ck_assert_ptr_null(samen_typology_name(NULL, 0, SAMEN_LANGUAGE_EN));
    ck_assert_int_eq(samen_typology_commitment(NULL, 0), SAMEN_COMMITMENT_UNKNOWN);
    ck_assert_int_eq(samen_typology_find(NULL, "a"), -1);
}
END

TEST(a_typology_lives_as_long_as_one_of_its_owners) {
    samen_typology *t = sample();
    ck_assert_ptr_eq(samen_typology_retain(t), t);
    ck_assert_int_eq(t->owners, 2);
    samen_typology_free(t);
    ck_assert_int_eq(t->owners, 1);
    ck_assert_str_eq(samen_typology_key(t, 0), "board");
    samen_typology_free(t);
    ck_assert_ptr_null(samen_typology_retain(NULL));
    samen_typology_free(NULL);
}
END

TEST(as_many_forms_as_bits_can_be_told_apart) {
    samen_form forms[MOST];
    char keys[MOST][16];
    for (int i = 0; i < MOST; i++) {
        snprintf(keys[i], sizeof keys[i], "form%d", i);
        forms[i] = (samen_form)FORM(.key = keys[i]);
    }
    samen_typology *t = made(forms, SAMEN_FORMS_MAX), *none = NULL;
    uint64_t mask = 0;
    ck_assert_uint_eq(samen__typology_all(t), UINT64_MAX);
    OK(samen_typology_mask(t, "form63,form0", &mask, error));
    ck_assert_uint_eq(mask, 1ull << 63 | 1);
    samen_typology_free(t);
    REFUSES(2, "a typology has 1 to 64 forms, not 65",
            make(forms, SAMEN_FORMS_MAX + 1, &none, error));
    ck_assert_ptr_null(none);
}
END

TEST(nonsense_arguments_are_refused) {
    const samen_form form = FORM(.key = "k");
    const samen_form *list[] = {&form, NULL};
    samen_typology *out = NULL;
    REFUSES(1, "forms is NULL", samen_typology_new(NULL, 1, &out, error));
    REFUSES(2, "a typology has 1 to 64 forms, not 0", samen_typology_new(list, 0, &out, error));
    REFUSES(2, "not -1", samen_typology_new(list, -1, &out, error));
    REFUSES(2, "not 2147483647", samen_typology_new(list, INT32_MAX, &out, error));
    REFUSES(3, "out is NULL", samen_typology_new(list, 1, NULL, error));
    REFUSES(1, "form 1 is NULL", samen_typology_new(list, 2, &out, error));
    ck_assert_ptr_null(out);
}
END

TEST(forms_that_make_no_sense_are_refused) {
    const struct {
        samen_form form;
        const char *words;
    } cases[] = {
        {{.struct_size = 0, .key = "k"}, "struct_size of the samen_form is 0"},
        {{.struct_size = 3, .key = "k"}, "struct_size of the samen_form is 3"},
        {{.struct_size = 65537, .key = "k"}, "struct_size of the samen_form is 65537"},
        {FORM(.name = "no key"), "a form has no key"},
        {FORM(.key = ""), "a form has no key"},
        {{.struct_size = 16, .key = "k"}, "a form has no key"}, /* older than keys */
        {FORM(.key = "k", .has_commitment = 1, .commitment = -1),
         "the commitment of form k is -1; give 0 or more"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_typology *out = NULL;
        REFUSES(1, cases[i].words, make(&cases[i].form, 1, &out, error));
        ck_assert_ptr_null(out);
    }
}
END

TEST(a_form_of_another_version_is_understood_or_refused) {
    struct {
        samen_form form;
        uint64_t later;
    } given = {.form = {.struct_size = sizeof given, .key = "k", .purpose = "p"}};
    samen_typology *t = made(&given.form, 1);
    ck_assert_str_eq(t->form[0].purpose, "p");
    samen_typology_free(t);
    given.form.struct_size = offsetof(samen_form, purpose);
    t = made(&given.form, 1);
    ck_assert_str_eq(t->form[0].purpose, "");
    samen_typology_free(t);
    given.form.struct_size = sizeof given;
    given.later = 1;
    REFUSES(1, "the samen_form sets a field that this version", make(&given.form, 1, &t, error));
}
END

TEST(texts_that_are_too_long_or_broken_are_refused) {
    char longest[2002];
    memset(longest, 'x', sizeof longest);
    longest[2001] = '\0';
    const char *too_long = longest + 2001 - 201, *fits = longest + 2001 - 200;
    const samen_form wrong[] = {
        FORM(.key = too_long),
        FORM(.key = "\xff"),
        FORM(.key = "k", .name = too_long),
        FORM(.key = "k", .name_nl = too_long),
        FORM(.key = "k", .name_nl = "a\xC3"),
        FORM(.key = "k", .family = too_long),
        FORM(.key = "k", .scale = too_long),
        FORM(.key = "k", .aliases = longest),
        FORM(.key = "k", .aliases = "\xED\xA0\x80"),
        FORM(.key = "k", .purpose = longest),
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        samen_typology *out = NULL;
        FAILS(SAMEN_ERR_VALUE, "a text of a form is not valid UTF-8 or has more than ",
              make(&wrong[i], 1, &out, error));
        ck_assert_ptr_null(out);
    }
    const samen_form right =
        FORM(.key = fits, .name = "n", .aliases = longest + 1, .purpose = longest + 1);
    samen_typology *t = made(&right, 1);
    ck_assert_int_eq(samen_typology_find(t, fits), 0);
    samen_typology_free(t);
}
END

TEST(two_forms_that_answer_to_one_name_are_refused) {
    static const struct {
        samen_form forms[2];
        const char *words;
    } cases[] = {
        {{FORM(.key = "a"), FORM(.key = "a")}, "the forms a and a both answer to \"a\""},
        {{FORM(.key = "ad-hoc"), FORM(.key = "Ad Hoc")}, "both answer to \"ad-hoc\""},
        {{FORM(.key = "a", .name = "cafe"), FORM(.key = "b", .name = "Café")},
         "the forms a and b both answer to \"cafe\"; rename one of them"},
        {{FORM(.key = "a", .name_nl = "b"), FORM(.key = "b")}, "both answer to \"b\""},
        {{FORM(.key = "a", .aliases = "x|y|z"), FORM(.key = "b", .aliases = "u|Z")},
         "both answer to \"z\""},
        {{FORM(.key = "a", .aliases = "b"), FORM(.key = "b")}, "both answer to \"b\""},
        {{FORM(.key = "a"), FORM(.key = "b", .aliases = "c;A")}, "both answer to \"a\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_typology *out = NULL;
        samen_error err = {0};
        ck_assert_int_eq(make(cases[i].forms, 2, &out, &err), SAMEN_ERR_DUPLICATE);
        ck_assert_int_eq(err.row, 1);
        ck_assert_int_eq(err.column, 0);
        ck_assert_msg(strstr(err.message, cases[i].words) != NULL, "%s", err.message);
        ck_assert_ptr_null(out);
    }
}
END

TEST(a_form_may_repeat_its_own_name) {
    const samen_form forms[] = {FORM(.key = "a", .name = "A", .name_nl = "a", .aliases = "a|a||"),
                                FORM(.key = "b", .aliases = "|")};
    samen_typology *t = made(forms, 2);
    ck_assert_int_eq(samen_typology_find(t, "a"), 0);
    samen_typology_free(t);
}
END

/* ---- Finding --------------------------------------------------------------------------------- */

TEST(forms_are_found_by_key_name_and_alias) {
    static const struct {
        const char *name;
        int32_t form;
    } cases[] = {{"board", 0},
                 {"BOARD", 0},
                 {"shared board", 0},
                 {"Shared_Board", 0},
                 {"  shared - board ", 0},
                 {"gedeeld bestuur", 0},
                 {"steering-group", 0},
                 {"stuurgroep", 0},
                 {"commissie", 0},
                 {"cafe talk", 1},
                 {"CAFÉ-TALK", 1},
                 {"talk", 1},
                 {"third", 2},
                 {"formal", -1},
                 {"boar", -1},
                 {"board|", -1},
                 {"", -1},
                 {"-", -1},
                 {" ", -1}};
    samen_typology *t = sample();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_msg(samen_typology_find(t, cases[i].name) == cases[i].form, "\"%s\"",
                      cases[i].name);
    ck_assert_int_eq(samen_typology_find(t, NULL), -1);
    char name[300];
    memset(name, 'b', sizeof name);
    name[299] = '\0';
    ck_assert_int_eq(samen_typology_find(t, name), -1);
    samen_typology_free(t);
}
END

/* The two ways in which a letter with an accent can be written mean the same. */
TEST(accents_do_not_matter_however_they_are_written) {
    samen_typology *t = sample();
    ck_assert_int_eq(samen_typology_find(t, "cafe\u0301-talk"), 1);
    samen_typology_free(t);
}
END

TEST(a_list_of_names_becomes_a_mask) {
    static const struct {
        const char *names;
        uint64_t mask;
    } cases[] = {{"board", 1},
                 {"third,board", 5},
                 {" talk , Third ", 6},
                 {"board,board", 1},
                 {",board,,", 1},
                 {"board, ,talk", 3},
                 {"stuurgroep,café talk,third", 7}};
    samen_typology *t = sample();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint64_t mask = 99;
        OK(samen_typology_mask(t, cases[i].names, &mask, error));
        ck_assert_uint_eq(mask, cases[i].mask);
    }
    samen_typology_free(t);
}
END

TEST(a_list_with_an_unknown_name_or_none_is_refused) {
    static const struct {
        const char *names, *words;
        samen_status status;
    } cases[] = {
        {"", "no form is named; write one, as \"board\"", SAMEN_ERR_MISSING},
        {" , ,", "no form is named", SAMEN_ERR_MISSING},
        {"bord", "there is no form \"bord\"; did you mean \"board\"?", SAMEN_ERR_UNKNOWN},
        {"board,stuurgroop", "there is no form \"stuurgroop\"; did you mean \"board\"?",
         SAMEN_ERR_UNKNOWN},
        {"something else",
         "there is no form \"something else\"; the forms are: board, café-talk, "
         "third",
         SAMEN_ERR_UNKNOWN},
        {"\x1b[2J and more", "there is no form \"\\u{1b}[2J and more\"", SAMEN_ERR_UNKNOWN},
        {"a name that is so long that only the first of it is shown in the message",
         "\"a name that is so long that only the fir…\"", SAMEN_ERR_UNKNOWN},
    };
    samen_typology *t = sample();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint64_t mask = 99;
        FAILS(cases[i].status, cases[i].words,
              samen_typology_mask(t, cases[i].names, &mask, error));
        ck_assert_uint_eq(mask, 99);
    }
    uint64_t mask = 99;
    REFUSES(1, "typology is NULL", samen_typology_mask(NULL, "board", &mask, error));
    REFUSES(2, "names is NULL or not valid UTF-8", samen_typology_mask(t, NULL, &mask, error));
    REFUSES(2, "names is NULL or not valid UTF-8", samen_typology_mask(t, "\xff", &mask, error));
    REFUSES(3, "out is NULL", samen_typology_mask(t, "board", NULL, error));
    ck_assert_uint_eq(mask, 99);
    samen_typology_free(t);
}
END

TEST(no_form_means_the_only_one) {
    const samen_form only = FORM(.key = "only");
    samen_typology *one = made(&only, 1), *three = sample();
    int32_t form = -5;
    OK(samen__typology_read(one, "", 0, &form, error));
    ck_assert_int_eq(form, 0);
    FAILS(SAMEN_ERR_MISSING,
          "no form is given, and there are 3 to choose from; write one, as \"board\"",
          samen__typology_read(three, "", 0, &form, error));
    OK(samen__typology_read(three, "third party", 5, &form, error));
    ck_assert_int_eq(form, 2);
    FAILS(SAMEN_ERR_UNKNOWN, "there is no form \"other\"",
          samen__typology_read(one, "other", 5, &form, error));
    char name[300];
    memset(name, 'o', sizeof name);
    FAILS(SAMEN_ERR_UNKNOWN, "the forms are: only",
          samen__typology_read(one, name, sizeof name, &form, error));
    samen_typology_free(one);
    samen_typology_free(three);
}
END

TEST(a_mask_is_shown_by_its_keys) {
    static const struct {
        uint64_t mask;
        const char *shown;
    } cases[] = {{1, "board"}, {5, "board,third"}, {7, "all"}, {UINT64_MAX, "all"}, {0, ""}};
    samen_typology *t = sample();
    ck_assert_uint_eq(samen__typology_all(t), 7);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char shown[64];
        samen__text text = samen__text_fixed(shown, sizeof shown);
        samen__typology_show_mask(t, cases[i].mask, &text);
        ck_assert_str_eq(shown, cases[i].shown);
    }
    samen_typology_free(t);
}
END

/* ---- As a table, and scales ------------------------------------------------------------------ */

TEST(a_typology_is_a_table_of_its_forms) {
    samen_typology *t = sample();
    samen_table *table = NULL;
    OK(samen_typology_table(t, &table, error));
    char *csv = table_csv(table);
    ck_assert_str_eq(csv, "form,name,name_nl,family,commitment,aliases,scale,purpose\n"
                          "board,Shared board,Gedeeld bestuur,formal,3,"
                          "steering group|Stuurgroep; commissie,frequency 4..1,to govern\n"
                          "café-talk,Talk,Talk,,0,,,\n"
                          "third,third,third,,,,,\n");
    ck_assert(cell_is_null(table, 1, "family") && cell_is_null(table, 2, "commitment"));
    ck_assert_int_eq(samen_table_column_type(table, 4), SAMEN_COLUMN_INT64);
    samen_free(csv);
    samen_table *const untouched = table;
    REFUSES(1, "typology is NULL", samen_typology_table(NULL, &table, error));
    REFUSES(2, "out is NULL", samen_typology_table(t, NULL, error));
    ck_assert_ptr_eq(table, untouched);
    samen_table_free(table);
    samen_typology_free(t);
}
END

TEST(scales_name_an_attribute_and_its_ends) {
    static const struct {
        const char *text;
        int fine;
        int64_t length;
        double weakest, strongest;
    } cases[] = {{"frequency 4..1", 1, 9, 4, 1},
                 {"how often 0..10", 1, 9, 0, 10},
                 {"x -1.5..2.5", 1, 1, -1.5, 2.5},
                 {"é 1e2..1e3", 1, 2, 100, 1000},
                 {"", 0, 0, 0, 0},
                 {"frequency", 0, 0, 0, 0},
                 {"frequency 4", 0, 0, 0, 0},
                 {" 4..1", 0, 0, 0, 0},
                 {"4..1", 0, 0, 0, 0},
                 {"x 4..", 0, 0, 0, 0},
                 {"x ..4", 0, 0, 0, 0},
                 {"x a..b", 0, 0, 0, 0},
                 {"x 3..3", 0, 0, 0, 0},
                 {"x 1..inf", 0, 0, 0, 0},
                 {"x 1..2 ", 0, 0, 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int64_t length = -1;
        double weakest = -7, strongest = -7;
        ck_assert_msg(samen__typology_scale(cases[i].text, &length, &weakest, &strongest) ==
                          cases[i].fine,
                      "\"%s\"", cases[i].text);
        if (cases[i].fine) {
            ck_assert_int_eq(length, cases[i].length);
            ck_assert_double_eq(weakest, cases[i].weakest);
            ck_assert_double_eq(strongest, cases[i].strongest);
        }
    }
}
END

SUITE("network/typology", what_is_not_said_of_a_form_has_its_default, empty_names_are_as_none,
      texts_are_copied, beyond_the_last_form_there_is_none, no_typology_has_no_forms,
      a_typology_lives_as_long_as_one_of_its_owners, as_many_forms_as_bits_can_be_told_apart,
      nonsense_arguments_are_refused, forms_that_make_no_sense_are_refused,
      a_form_of_another_version_is_understood_or_refused,
      texts_that_are_too_long_or_broken_are_refused, two_forms_that_answer_to_one_name_are_refused,
      a_form_may_repeat_its_own_name, forms_are_found_by_key_name_and_alias,
      accents_do_not_matter_however_they_are_written, a_list_of_names_becomes_a_mask,
      a_list_with_an_unknown_name_or_none_is_refused, no_form_means_the_only_one,
      a_mask_is_shown_by_its_keys, a_typology_is_a_table_of_its_forms,
      scales_name_an_attribute_and_its_ends)
