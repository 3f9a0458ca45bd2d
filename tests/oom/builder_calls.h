/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that can be added to a builder, each call by itself. */
#ifndef SAMEN_TESTS_OOM_BUILDER_CALLS_H
#define SAMEN_TESTS_OOM_BUILDER_CALLS_H

#include "suite.h"

static inline void fill_builder(samen_builder *builder) {
    int64_t index = 0;
    OK(samen_builder_add_organisation(builder, "a", "Alpha", &index, error));
    OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, index, "sector", "GOV", error));
    OK(samen_builder_set_number(builder, SAMEN_ORGANISATIONS, index, "staff", 3, error));
    OK(samen_builder_add_organisation(builder, "b", NULL, &index, error));
    OK(samen_builder_add_partnership(builder, "p", "House", "action", NULL, NULL, &index, error));
    OK(samen_builder_add_membership(builder, "p", "a", NULL, &index, error));
    OK(samen_builder_add_tie(builder, "a", "b", "action", 2, NULL, &index, error));
}

#define BUILDER_CALL(NAME)                                                                         \
    static samen_status NAME(samen_builder *builder, const samen_table *rows, samen_network **out, \
                             samen_error *err)

BUILDER_CALL(add_organisation) {
    (void)rows, (void)out;
    return samen_builder_add_organisation(builder, "n", "New", NULL, err);
}

BUILDER_CALL(add_tie) {
    (void)rows, (void)out;
    return samen_builder_add_tie(builder, "b", "a", "ad-hoc", 1, NULL, NULL, err);
}

BUILDER_CALL(add_partnership) {
    (void)rows, (void)out;
    return samen_builder_add_partnership(builder, "q", "Q", "action", NULL, NULL, NULL, err);
}

BUILDER_CALL(add_membership) {
    const samen_membership more = {.struct_size = sizeof more, .role = "lead"};
    (void)rows, (void)out;
    return samen_builder_add_membership(builder, "p", "b", &more, NULL, err);
}

BUILDER_CALL(add_organisations) {
    const char *const keys[] = {"m", "n", "o"}, *const names[] = {"M", NULL, "O"};
    (void)rows, (void)out;
    return samen_builder_add_organisations(builder, 3, keys, names, err);
}

BUILDER_CALL(add_ties) {
    static const int64_t zeros[100];
    static const int32_t forms[100];
    (void)rows, (void)out;
    return samen_builder_add_ties(builder, 100, zeros, zeros, forms, NULL, 0, err);
}

BUILDER_CALL(add_memberships) {
    static const int64_t zeros[100];
    (void)rows, (void)out;
    return samen_builder_add_memberships(builder, 100, zeros, zeros, NULL, err);
}

BUILDER_CALL(add_table) {
    (void)out;
    return samen_builder_add_table(builder, SAMEN_ORGANISATIONS, rows, err);
}

BUILDER_CALL(add_table_of_memberships) {
    (void)out;
    return samen_builder_add_table(builder, SAMEN_MEMBERSHIPS, rows, err);
}

BUILDER_CALL(set_text) {
    (void)rows, (void)out;
    return samen_builder_set_text(builder, SAMEN_ORGANISATIONS, 1, "new", "x", err);
}

BUILDER_CALL(set_number) {
    (void)rows, (void)out;
    return samen_builder_set_number(builder, SAMEN_TIES, 0, "new", 1, err);
}

BUILDER_CALL(set_date) {
    (void)rows, (void)out;
    return samen_builder_set_date(builder, SAMEN_ORGANISATIONS, 1, "day", "2020-01-01", err);
}

BUILDER_CALL(set_yes_no) {
    (void)rows, (void)out;
    return samen_builder_set_yes_no(builder, SAMEN_MEMBERSHIPS, 0, "new", 1, err);
}

BUILDER_CALL(finish) {
    (void)rows;
    return samen_builder_finish(builder, out, err);
}

/* A part of another network as rows to add. */
static inline samen_table *rows_of(int32_t of) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    samen_table *rows = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    const char *const keys[] = {"a", "x", "y"};
    OK(samen_builder_add_organisations(builder, of == SAMEN_ORGANISATIONS ? 2 : 1,
                                       of == SAMEN_ORGANISATIONS ? keys + 1 : keys, NULL, error));
    OK(samen_builder_add_partnership(builder, "p", NULL, "action", NULL, NULL, NULL, error));
    const samen_membership more = {.struct_size = sizeof more, .role = "funder"};
    OK(samen_builder_add_membership(builder, "p", of == SAMEN_ORGANISATIONS ? "x" : "a", &more,
                                    NULL, error));
    OK(samen_builder_set_text(builder, of, 0, "town", "Gent", error));
    OK(samen_builder_set_number(builder, of, 0, "budget", 3, error));
    OK(samen_builder_finish(builder, &network, error));
    OK(samen_network_table(network, of, &rows, error));
    samen_network_free(network);
    samen_builder_free(builder);
    return rows;
}

static inline samen_table *two_organisations(void) {
    return rows_of(SAMEN_ORGANISATIONS);
}

static inline samen_table *one_membership(void) {
    return rows_of(SAMEN_MEMBERSHIPS);
}

typedef struct builder_call {
    const char *name; /* of the public function */
    samen_status (*call)(samen_builder *builder, const samen_table *rows, samen_network **out,
                         samen_error *err);
    int64_t added[4]; /* organisations, ties, partnerships, memberships */
    samen_table *(*rows)(void);
} builder_call;

static const builder_call builder_calls[] = {
    {"samen_builder_add_organisation", add_organisation, {1, 0, 0, 0}, NULL},
    {"samen_builder_add_tie", add_tie, {0, 1, 0, 0}, NULL},
    {"samen_builder_add_partnership", add_partnership, {0, 0, 1, 0}, NULL},
    {"samen_builder_add_membership", add_membership, {0, 0, 0, 1}, NULL},
    {"samen_builder_add_organisations", add_organisations, {3, 0, 0, 0}, NULL},
    {"samen_builder_add_ties", add_ties, {0, 100, 0, 0}, NULL},
    {"samen_builder_add_memberships", add_memberships, {0, 0, 0, 100}, NULL},
    {"samen_builder_add_table", add_table, {2, 0, 0, 0}, two_organisations},
    {"samen_builder_add_table", add_table_of_memberships, {0, 0, 0, 1}, one_membership},
    {"samen_builder_set_text", set_text, {0, 0, 0, 0}, NULL},
    {"samen_builder_set_number", set_number, {0, 0, 0, 0}, NULL},
    {"samen_builder_set_date", set_date, {0, 0, 0, 0}, NULL},
    {"samen_builder_set_yes_no", set_yes_no, {0, 0, 0, 0}, NULL},
    {"samen_builder_finish", finish, {0, 0, 0, 0}, NULL},
};

enum { BUILDER_CALLS = sizeof builder_calls / sizeof builder_calls[0] };

#endif
