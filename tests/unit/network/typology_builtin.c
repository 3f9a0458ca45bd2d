/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../refuses.h"
#include "network/typology.h"

typedef struct expected {
    const char *key, *en, *nl, *family;
    int32_t commitment;
} expected;

/* The typology has exactly these forms. */
static void check_forms(const char *name, const expected *forms, int32_t count) {
    samen_typology *t = NULL;
    samen_table *table = NULL;
    OK(samen_typology_builtin(name, &t, error));
    OK(samen_typology_table(t, &table, error));
    ck_assert_int_eq(samen_typology_count(t), count);
    for (int32_t i = 0; i < count; i++) {
        ck_assert_str_eq(samen_typology_key(t, i), forms[i].key);
        ck_assert_str_eq(samen_typology_name(t, i, SAMEN_LANGUAGE_EN), forms[i].en);
        ck_assert_str_eq(samen_typology_name(t, i, SAMEN_LANGUAGE_NL), forms[i].nl);
        ck_assert_int_eq(samen_typology_commitment(t, i), forms[i].commitment);
        ck_assert_str_eq(cell_text(table, i, "family"), forms[i].family);
        ck_assert_uint_gt(strlen(cell_text(table, i, "purpose")), 20);
        ck_assert_int_eq(samen_typology_find(t, forms[i].key), i);
        ck_assert_int_eq(samen_typology_find(t, forms[i].en), i);
        ck_assert_int_eq(samen_typology_find(t, forms[i].nl), i);
    }
    samen_table_free(table);
    samen_typology_free(t);
}

/* Oracle: the practice text's six forms, their English and Dutch names and what each expects. */
TEST(the_forms_of_samenwerken_are_those_of_the_practice_text) {
    static const expected forms[] = {
        {"consultation", "consultation", "overleg", "consultation", 0},
        {"ad-hoc", "ad hoc", "ad hoc", "ad hoc", 1},
        {"information", "information-exchange network", "netwerk voor informatie-uitwisseling",
         "network", 2},
        {"learning", "learning network", "lerend netwerk", "network", 2},
        {"resource", "resource network", "middelennetwerk", "network", 2},
        {"action", "action network", "actienetwerk", "network", 2}};
    check_forms("samenwerken", forms, 6);
    check_forms(NULL, forms, 6);
}
END

/* Oracle: Himmelman's continuum, each step adding to the one before. */
TEST(the_forms_of_himmelman_are_a_continuum_of_four) {
    static const expected forms[] = {
        {"networking", "networking", "netwerken", "continuum", 1},
        {"coordinating", "coordinating", "coördineren", "continuum", 2},
        {"cooperating", "cooperating", "coöpereren", "continuum", 3},
        {"collaborating", "collaborating", "samenwerken", "continuum", 4}};
    check_forms("himmelman", forms, 4);
}
END

/* Oracle: the levels 1 to 5 of Frey et al. 2006; 0 there is no collaboration at all. */
TEST(the_forms_of_frey_are_five_levels) {
    static const expected forms[] = {
        {"networking", "networking", "netwerken", "levels", 1},
        {"cooperation", "cooperation", "coöperatie", "levels", 2},
        {"coordination", "coordination", "coördinatie", "levels", 3},
        {"coalition", "coalition", "coalitie", "levels", 4},
        {"collaboration", "collaboration", "samenwerking", "levels", 5}};
    check_forms("frey", forms, 5);
}
END

TEST(data_may_know_the_forms_by_other_names) {
    static const struct {
        const char *typology, *name, *key;
    } cases[] = {{"samenwerken", "Overleg", "consultation"},
                 {"samenwerken", "consultatie", "consultation"},
                 {"samenwerken", "adhoc", "ad-hoc"},
                 {"samenwerken", "AD_HOC", "ad-hoc"},
                 {"samenwerken", "Ad hoc samenwerking", "ad-hoc"},
                 {"samenwerken", "informatie uitwisseling", "information"},
                 {"samenwerken", "informatienetwerk", "information"},
                 {"samenwerken", "Leernetwerk", "learning"},
                 {"samenwerken", "middelen", "resource"},
                 {"samenwerken", "Actie", "action"},
                 {"himmelman", "Coordineren", "coordinating"},
                 {"himmelman", "cooperation", "cooperating"},
                 {"himmelman", "collaboration", "collaborating"},
                 {"frey", "1", "networking"},
                 {"frey", "5", "collaboration"},
                 {"frey", "coordinatie", "coordination"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_typology *t = NULL;
        OK(samen_typology_builtin(cases[i].typology, &t, error));
        const char *key = samen_typology_key(t, samen_typology_find(t, cases[i].name));
        ck_assert_msg(key && strcmp(key, cases[i].key) == 0, "%s", cases[i].name);
        samen_typology_free(t);
    }
}
END

/* Forms are right for their purpose and none is better than another, so no text may rank them. */
TEST(no_form_is_described_as_better_than_another) {
    static const char *const names[] = {"samenwerken", "himmelman", "frey"};
    static const char *const words[] = {"better",   "best",  "higher", "mature",
                                        "advanced", "worse", "only "};
    for (size_t n = 0; n < 3; n++) {
        samen_typology *t = NULL;
        OK(samen_typology_builtin(names[n], &t, error));
        for (int32_t i = 0; i < t->count; i++) {
            for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
                ck_assert_msg(!strstr(t->form[i].purpose, words[w]), "%s", t->form[i].purpose);
        }
        samen_typology_free(t);
    }
}
END

TEST(only_the_default_typology_need_not_be_written_with_data) {
    static const struct {
        const char *name;
        int32_t is_default;
    } cases[] = {{NULL, 1}, {"samenwerken", 1}, {"himmelman", 0}, {"frey", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_typology *t = NULL;
        OK(samen_typology_builtin(cases[i].name, &t, error));
        ck_assert_int_eq(t->is_default, cases[i].is_default);
        samen_typology_free(t);
    }
}
END

TEST(data_without_forms_has_a_single_one) {
    samen_typology *t = NULL;
    OK(samen_typology_builtin("single", &t, error));
    ck_assert_int_eq(samen_typology_count(t), 1);
    ck_assert_str_eq(samen_typology_key(t, 0), "collaboration");
    ck_assert_str_eq(samen_typology_name(t, 0, SAMEN_LANGUAGE_NL), "samenwerking");
    ck_assert_int_eq(samen_typology_commitment(t, 0), SAMEN_COMMITMENT_UNKNOWN);
    ck_assert_int_eq(t->is_default, 0);
    samen_typology_free(t);
}
END

TEST(an_unknown_name_and_no_place_for_the_answer_are_refused) {
    static const char *const names[] = {"", "Samenwerken", "other", "\xff"};
    samen_typology *out = NULL;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        REFUSES(1, "the built-in ones are samenwerken, himmelman, frey",
                samen_typology_builtin(names[i], &out, error));
    REFUSES(1, "there is no typology \"\\u{1b}x\"", samen_typology_builtin("\x1bx", &out, error));
    REFUSES(2, "out is NULL", samen_typology_builtin(NULL, NULL, error));
    REFUSES(2, "out is NULL", samen_typology_builtin("frey", NULL, error));
    ck_assert_ptr_null(out);
}
END

SUITE("network/typology_builtin", the_forms_of_samenwerken_are_those_of_the_practice_text,
      the_forms_of_himmelman_are_a_continuum_of_four, the_forms_of_frey_are_five_levels,
      data_may_know_the_forms_by_other_names, no_form_is_described_as_better_than_another,
      only_the_default_typology_need_not_be_written_with_data, data_without_forms_has_a_single_one,
      an_unknown_name_and_no_place_for_the_answer_are_refused)
