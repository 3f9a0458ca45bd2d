/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../refuses.h"

enum { WHO_KNOWS = SAMEN_TRAIT_UNKNOWN, YES = SAMEN_TRAIT_YES, NO = SAMEN_TRAIT_NO };
enum {
    ANY = SAMEN_PURPOSE_UNKNOWN,
    EXCHANGE = SAMEN_PURPOSE_EXCHANGE,
    ACQUAINT = SAMEN_PURPOSE_ACQUAINT,
    CASE = SAMEN_PURPOSE_CASE,
    ACTION = SAMEN_PURPOSE_COMMON_ACTION,
    LEARN = SAMEN_PURPOSE_LEARN,
    RESOURCES = SAMEN_PURPOSE_RESOURCES,
    TASK = SAMEN_PURPOSE_JOINT_TASK
};

static samen_table *classified(samen_traits traits) {
    samen_table *table = NULL;
    traits.struct_size = sizeof traits;
    OK(samen_typology_classify(&traits, &table, error));
    return table;
}

/* Oracle: the practice text. Consultation asks no commitment; ad hoc is for one occasion or
 * bounded, a common interest leading to a common action; a network asks commitment to a common
 * goal and is told apart by its purpose. */
TEST(traits_lead_to_the_form_of_the_practice_text) {
    static const struct {
        uint32_t commitment, bounded, one_off, common_goal, purpose;
        const char *form, *decided_by;
    } cases[] = {
        {NO, 0, 0, 0, ANY, "consultation", "commitment"},
        {NO, NO, NO, NO, ANY, "consultation", "commitment"},
        {NO, 0, 0, 0, EXCHANGE, "consultation", "commitment, purpose"},
        {NO, 0, 0, 0, ACQUAINT, "consultation", "commitment, purpose"},
        {NO, YES, YES, 0, CASE, "consultation", "commitment, purpose"},
        {NO, 0, YES, 0, ACTION, "ad-hoc", "purpose, one-off or bounded"},
        {NO, YES, 0, 0, ACTION, "ad-hoc", "purpose, one-off or bounded"},
        {NO, YES, NO, 0, TASK, "ad-hoc", "purpose, one-off or bounded"},
        {WHO_KNOWS, 0, YES, 0, ACTION, "ad-hoc", "one-off, purpose"},
        {YES, 0, YES, 0, ANY, "ad-hoc", "commitment, one-off"},
        {YES, 0, YES, YES, LEARN, "ad-hoc", "commitment, one-off"},
        {YES, YES, NO, NO, ANY, "ad-hoc", "commitment, common goal, bounded"},
        {YES, 0, 0, YES, EXCHANGE, "information", "commitment, common goal, purpose"},
        {YES, 0, NO, YES, ACQUAINT, "information", "commitment, common goal, purpose"},
        {YES, NO, NO, YES, CASE, "information", "commitment, common goal, purpose"},
        {YES, 0, 0, YES, LEARN, "learning", "commitment, common goal, purpose"},
        {YES, YES, 0, YES, RESOURCES, "resource", "commitment, common goal, purpose"},
        {YES, 0, 0, YES, ACTION, "action", "commitment, common goal, purpose"},
        {YES, 0, 0, YES, TASK, "action", "commitment, common goal, purpose"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *t = classified((samen_traits){.commitment = cases[i].commitment,
                                                   .bounded = cases[i].bounded,
                                                   .one_off = cases[i].one_off,
                                                   .common_goal = cases[i].common_goal,
                                                   .purpose = cases[i].purpose});
        ck_assert_msg(!cell_is_null(t, 0, "form"), "case %zu is undecided", i);
        ck_assert_str_eq(cell_text(t, 0, "form"), cases[i].form);
        ck_assert_str_eq(cell_text(t, 0, "decided_by"), cases[i].decided_by);
        samen_table_free(t);
    }
}
END

TEST(what_is_missing_is_named_when_it_cannot_be_decided) {
    static const struct {
        uint32_t commitment, bounded, one_off, common_goal, purpose;
        const char *missing;
    } cases[] = {
        {0, 0, 0, 0, ANY, "commitment"},        {0, YES, NO, YES, LEARN, "commitment"},
        {0, 0, YES, 0, ANY, "commitment"},      {0, 0, NO, 0, ACTION, "commitment"},
        {YES, 0, 0, 0, LEARN, "common goal"},   {YES, YES, NO, 0, ANY, "common goal"},
        {YES, 0, 0, NO, ANY, "bounded"},        {YES, NO, NO, NO, ANY, "common goal"},
        {YES, 0, NO, YES, ANY, "purpose"},      {NO, YES, 0, 0, ANY, "purpose"},
        {NO, NO, YES, 0, ANY, "purpose"},       {NO, NO, NO, 0, LEARN, "commitment"},
        {NO, 0, 0, 0, RESOURCES, "commitment"}, {NO, NO, 0, YES, TASK, "commitment"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *t = classified((samen_traits){.commitment = cases[i].commitment,
                                                   .bounded = cases[i].bounded,
                                                   .one_off = cases[i].one_off,
                                                   .common_goal = cases[i].common_goal,
                                                   .purpose = cases[i].purpose});
        ck_assert_msg(cell_is_null(t, 0, "form"), "case %zu is decided", i);
        ck_assert_str_eq(cell_text(t, 0, "missing"), cases[i].missing);
        samen_table_free(t);
    }
}
END

/* All traits together: a form with its names and what decided, or else what is missing; always a
 * reason. */
TEST(every_combination_of_traits_has_a_complete_answer) {
    samen_typology *typology = NULL;
    OK(samen_typology_builtin(NULL, &typology, error));
    for (uint32_t code = 0; code < 3 * 3 * 3 * 3 * 8; code++) {
        samen_table *t = classified((samen_traits){.commitment = code % 3,
                                                   .bounded = code / 3 % 3,
                                                   .one_off = code / 9 % 3,
                                                   .common_goal = code / 27 % 3,
                                                   .purpose = code / 81});
        int undecided = cell_is_null(t, 0, "form");
        ck_assert_int_eq(samen_table_rows(t), 1);
        ck_assert_int_eq(cell_is_null(t, 0, "name"), undecided);
        ck_assert_int_eq(cell_is_null(t, 0, "name_nl"), undecided);
        ck_assert_int_eq(cell_is_null(t, 0, "decided_by"), undecided);
        ck_assert_int_eq(cell_is_null(t, 0, "missing"), !undecided);
        ck_assert_uint_gt(strlen(cell_text(t, 0, "reason")), 10);
        if (!undecided) {
            int32_t form = samen_typology_find(typology, cell_text(t, 0, "form"));
            ck_assert_str_eq(cell_text(t, 0, "form"), samen_typology_key(typology, form));
            ck_assert_str_eq(cell_text(t, 0, "name"), samen_typology_name(typology, form, 0));
            ck_assert_str_eq(cell_text(t, 0, "name_nl"), samen_typology_name(typology, form, 1));
        }
        samen_table_free(t);
    }
    samen_typology_free(typology);
}
END

TEST(nonsense_traits_are_refused) {
    static const struct {
        samen_traits traits;
        const char *words;
    } cases[] = {{{.struct_size = 0}, "struct_size of the samen_traits is 0"},
                 {{.struct_size = 3}, "struct_size of the samen_traits is 3"},
                 {{.struct_size = 65537}, "struct_size of the samen_traits is 65537"},
                 {{.struct_size = 24, .commitment = 3}, "a trait is 3; give unknown, yes or no"},
                 {{.struct_size = 24, .bounded = 4}, "a trait is 4"},
                 {{.struct_size = 24, .one_off = UINT32_MAX}, "a trait is 4294967295"},
                 {{.struct_size = 24, .common_goal = 3}, "a trait is 3"},
                 {{.struct_size = 24, .purpose = 8}, "there is no purpose 8"}};
    ck_assert_uint_eq(sizeof(samen_traits), 24);
    samen_table *out = NULL;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        REFUSES(1, cases[i].words, samen_typology_classify(&cases[i].traits, &out, error));
    const samen_traits fine = {.struct_size = sizeof fine};
    REFUSES(1, "traits is NULL", samen_typology_classify(NULL, &out, error));
    REFUSES(2, "out is NULL", samen_typology_classify(&fine, NULL, error));
    ck_assert_ptr_null(out);
}
END

TEST(traits_of_other_versions_are_understood_or_refused) {
    struct {
        samen_traits traits;
        uint64_t later;
    } given = {.traits = {.struct_size = 8, .commitment = NO, .purpose = ACTION}};
    samen_table *out = NULL;
    OK(samen_typology_classify(&given.traits, &out, error));
    ck_assert_str_eq(cell_text(out, 0, "form"), "consultation"); /* the purpose is not read */
    samen_table_free(out);
    out = NULL;
    given.traits.struct_size = sizeof given;
    given.traits.one_off = YES;
    OK(samen_typology_classify(&given.traits, &out, error));
    ck_assert_str_eq(cell_text(out, 0, "form"), "ad-hoc");
    samen_table_free(out);
    out = NULL;
    given.later = 1;
    REFUSES(1, "the samen_traits sets a field that this version",
            samen_typology_classify(&given.traits, &out, error));
    ck_assert_ptr_null(out);
}
END

/* Oracle: "when it is right" of each form in the practice text. */
TEST(purposes_lead_to_the_forms_that_suit_them) {
    static const struct {
        uint32_t purpose;
        const char *first, *second;
    } cases[] = {{EXCHANGE, "consultation", "information"},
                 {ACQUAINT, "consultation", NULL},
                 {CASE, "consultation", NULL},
                 {ACTION, "ad-hoc", "action"},
                 {LEARN, "learning", NULL},
                 {RESOURCES, "resource", NULL},
                 {TASK, "action", "ad-hoc"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_table *t = NULL;
        OK(samen_typology_advise(cases[i].purpose, &t, error));
        ck_assert_int_eq(samen_table_rows(t), cases[i].second ? 2 : 1);
        ck_assert_str_eq(cell_text(t, 0, "form"), cases[i].first);
        if (cases[i].second)
            ck_assert_str_eq(cell_text(t, 1, "form"), cases[i].second);
        for (int64_t row = 0; row < samen_table_rows(t); row++) {
            ck_assert_uint_gt(strlen(cell_text(t, row, "name")), 0);
            ck_assert_uint_gt(strlen(cell_text(t, row, "name_nl")), 0);
            ck_assert_uint_gt(strlen(cell_text(t, row, "reason")), 20);
        }
        samen_table_free(t);
    }
}
END

TEST(a_purpose_that_is_none_is_refused) {
    samen_table *out = NULL;
    REFUSES(1, "there is no purpose 0", samen_typology_advise(0, &out, error));
    REFUSES(1, "there is no purpose 8", samen_typology_advise(8, &out, error));
    REFUSES(1, "there is no purpose 4294967295", samen_typology_advise(UINT32_MAX, &out, error));
    REFUSES(2, "out is NULL", samen_typology_advise(LEARN, NULL, error));
    ck_assert_ptr_null(out);
}
END

SUITE("network/typology_choose", traits_lead_to_the_form_of_the_practice_text,
      what_is_missing_is_named_when_it_cannot_be_decided,
      every_combination_of_traits_has_a_complete_answer, nonsense_traits_are_refused,
      traits_of_other_versions_are_understood_or_refused, purposes_lead_to_the_forms_that_suit_them,
      a_purpose_that_is_none_is_refused)
