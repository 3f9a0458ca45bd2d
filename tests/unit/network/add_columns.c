/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain columns into a builder. */
#include "filled.h"

/* Three organisations and a partnership. */
static samen_builder *peopled(void) {
    samen_builder *builder = new_builder();
    const char *const keys[] = {"a", "b", "c"}, *const names[] = {"Alpha", NULL, ""};
    OK(samen_builder_add_organisations(builder, 3, keys, names, error));
    OK(samen_builder_add_partnership(builder, "p", NULL, "action", NULL, NULL, NULL, error));
    return builder;
}

TEST(organisations_are_added) {
    samen_builder *builder = peopled();
    const char *const more[] = {"d"};
    OK(samen_builder_add_organisations(builder, 1, more, NULL, error));
    OK(samen_builder_add_organisations(builder, 0, NULL, NULL, error));
    check_part(builder, SAMEN_ORGANISATIONS, "id,name\na,Alpha\nb,\nc,\nd,\n");
}
END

TEST(ties_are_added_with_and_without_forms_and_weights) {
    const int64_t from[] = {0, 1}, to[] = {1, 2};
    const int32_t form[] = {5, 0};
    const double weight[] = {2, 0.5};
    samen_builder *builder = peopled();
    OK(samen_builder_add_ties(builder, 2, from, to, form, weight, 1, error));
    OK(samen_builder_add_ties(builder, 1, to, to, form, NULL, 0, error));
    OK(samen_builder_add_ties(builder, 0, NULL, NULL, NULL, NULL, 0, error));
    check_part(builder, SAMEN_TIES,
               "from,to,form,weight,directed,start,end,partnership\n"
               "a,b,action,2,yes,,,\nb,c,consultation,0.5,yes,,,\nb,b,action,1,no,,,\n");
}
END

TEST(memberships_are_added) {
    const int64_t partnership[] = {0, 0}, organisation[] = {2, 0};
    const double weight[] = {2, 0.5};
    samen_builder *builder = peopled();
    OK(samen_builder_add_memberships(builder, 2, partnership, organisation, weight, error));
    OK(samen_builder_add_memberships(builder, 1, partnership, partnership, NULL, error));
    check_part(builder, SAMEN_MEMBERSHIPS,
               "partnership,organisation,role,weight,start,end\np,c,,2,,\np,a,,0.5,,\np,a,,1,,\n");
}
END

#define REFUSES_ROW(status, number, row_number, words, call)                                       \
    do {                                                                                           \
        samen_error row_error = {0};                                                               \
        samen_error *error = &row_error;                                                           \
        ck_assert_int_eq((call), status);                                                          \
        ck_assert_msg(strstr(row_error.message, words) != NULL, "%s", row_error.message);          \
        ck_assert_int_eq(row_error.argument, number);                                              \
        ck_assert_int_eq(row_error.row, row_number);                                               \
        error = NULL;                                                                              \
        ck_assert_int_eq((call), status);                                                          \
    } while (0)

TEST(rows_that_are_wrong_are_told_and_nothing_is_added) {
    const int64_t zero[] = {0, 0}, out[] = {0, 3}, negative[] = {0, -1};
    const int32_t action[] = {5, 5}, none[] = {5, 6};
    const double naught[] = {1, 0};
    const char *const twice[] = {"x", "b"}, *const empty[] = {"x", ""}, *const null[] = {"x", NULL};
    const char *const fine[] = {"x", "y"}, *const broken[] = {"X", "\xFF"};
    samen_builder *b = peopled();
    REFUSES_ROW(SAMEN_ERR_UNKNOWN, 3, 1, "there is no organisation 3; there are 3",
                samen_builder_add_ties(b, 2, out, zero, action, NULL, 0, error));
    REFUSES_ROW(SAMEN_ERR_UNKNOWN, 4, 1, "there is no organisation -1",
                samen_builder_add_ties(b, 2, zero, negative, action, NULL, 0, error));
    REFUSES_ROW(SAMEN_ERR_UNKNOWN, 5, 1, "there is no form 6; there are 6",
                samen_builder_add_ties(b, 2, zero, zero, none, NULL, 0, error));
    REFUSES_ROW(SAMEN_ERR_VALUE, 6, 1, "the weight is 0",
                samen_builder_add_ties(b, 2, zero, zero, action, naught, 0, error));
    REFUSES_ROW(SAMEN_ERR_UNKNOWN, 3, 1, "there is no partnership 3; there are 1",
                samen_builder_add_memberships(b, 2, out, zero, NULL, error));
    REFUSES_ROW(SAMEN_ERR_UNKNOWN, 4, 1, "there is no organisation -1",
                samen_builder_add_memberships(b, 2, zero, negative, NULL, error));
    REFUSES_ROW(SAMEN_ERR_VALUE, 5, 1, "the weight is 0",
                samen_builder_add_memberships(b, 2, zero, zero, naught, error));
    REFUSES_ROW(SAMEN_ERR_DUPLICATE, 3, 1, "organisation \"b\" is there already",
                samen_builder_add_organisations(b, 2, twice, NULL, error));
    REFUSES_ROW(SAMEN_ERR_MISSING, 3, 1, "is empty",
                samen_builder_add_organisations(b, 2, empty, NULL, error));
    REFUSES_ROW(SAMEN_ERR_MISSING, 3, 1, "is empty",
                samen_builder_add_organisations(b, 2, null, NULL, error));
    REFUSES_ROW(SAMEN_ERR_SYNTAX, 4, 1, "not valid UTF-8",
                samen_builder_add_organisations(b, 2, fine, broken, error));
    OK(samen_builder_add_organisation(b, "x", NULL, NULL, error));
    check_part(b, SAMEN_ORGANISATIONS, "id,name\na,Alpha\nb,\nc,\nx,\n");
}
END

TEST(wrong_arguments_are_refused) {
    const int64_t zero[] = {0};
    const int32_t form[] = {0};
    samen_builder *b = peopled();
    REFUSES(1, "builder", samen_builder_add_ties(NULL, 1, zero, zero, form, NULL, 0, error));
    REFUSES(2, "count", samen_builder_add_ties(b, -1, zero, zero, form, NULL, 0, error));
    REFUSES(3, "NULL", samen_builder_add_ties(b, 1, NULL, zero, form, NULL, 0, error));
    REFUSES(4, "NULL", samen_builder_add_ties(b, 1, zero, NULL, form, NULL, 0, error));
    REFUSES(5, "there are 6 forms", samen_builder_add_ties(b, 1, zero, zero, NULL, NULL, 0, error));
    REFUSES(7, "directed is 2", samen_builder_add_ties(b, 1, zero, zero, form, NULL, 2, error));
    REFUSES(1, "builder", samen_builder_add_memberships(NULL, 1, zero, zero, NULL, error));
    REFUSES(3, "NULL", samen_builder_add_memberships(b, 1, NULL, zero, NULL, error));
    REFUSES(4, "NULL", samen_builder_add_memberships(b, 1, zero, NULL, NULL, error));
    REFUSES(1, "builder", samen_builder_add_organisations(NULL, 0, NULL, NULL, error));
    REFUSES(3, "keys", samen_builder_add_organisations(b, 1, NULL, NULL, error));
    samen_builder_free(b);
}
END

SUITE("network/add_columns", organisations_are_added,
      ties_are_added_with_and_without_forms_and_weights, memberships_are_added,
      rows_that_are_wrong_are_told_and_nothing_is_added, wrong_arguments_are_refused)
