/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A builder that holds something, and every call that changes it: what it then holds more. */
#ifndef SAMEN_TESTS_BUILDER_CALLS_H
#define SAMEN_TESTS_BUILDER_CALLS_H

#include "suite.h"

/* As OK(), which leaves a mark whenever all is well, and so moves the count of live blocks. */
#define NEED(call)                                                                                 \
    do {                                                                                           \
        samen_error need_error = {0}, *error = &need_error;                                        \
        if ((call) != SAMEN_OK)                                                                    \
            ck_abort_msg("%s", need_error.message);                                                \
    } while (0)

static inline void fill_builder(samen_builder *builder) {
    int64_t index = 0;
    NEED(samen_builder_add_organisation(builder, "a", "Alpha", &index, error));
    NEED(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, index, "sector", "GOV", error));
    NEED(samen_builder_set_number(builder, SAMEN_ORGANISATIONS, index, "staff", 3, error));
    NEED(samen_builder_add_organisation(builder, "b", NULL, &index, error));
    NEED(samen_builder_add_partnership(builder, "p", "House", "action", NULL, NULL, &index, error));
    NEED(samen_builder_add_membership(builder, "p", "a", NULL, &index, error));
    NEED(samen_builder_add_tie(builder, "a", "b", "action", 2, NULL, &index, error));
}

static inline samen_status call_organisation(samen_builder *b, samen_error *err) {
    return samen_builder_add_organisation(b, "n", "New", NULL, err);
}

static inline samen_status call_tie(samen_builder *b, samen_error *err) {
    return samen_builder_add_tie(b, "b", "a", "ad-hoc", 1, NULL, NULL, err);
}

static inline samen_status call_partnership(samen_builder *b, samen_error *err) {
    return samen_builder_add_partnership(b, "q", "Q", "action", NULL, NULL, NULL, err);
}

static inline samen_status call_membership(samen_builder *b, samen_error *err) {
    const samen_membership more = {.struct_size = sizeof more, .role = "lead"};
    return samen_builder_add_membership(b, "p", "b", &more, NULL, err);
}

static inline samen_status call_text_attribute(samen_builder *b, samen_error *err) {
    return samen_builder_set_text(b, SAMEN_ORGANISATIONS, 1, "new", "x", err);
}

static inline samen_status call_number_attribute(samen_builder *b, samen_error *err) {
    return samen_builder_set_number(b, SAMEN_TIES, 0, "new", 1, err);
}

static inline samen_status call_date_attribute(samen_builder *b, samen_error *err) {
    return samen_builder_set_date(b, SAMEN_ORGANISATIONS, 1, "day", "2020-01-01", err);
}

static inline samen_status call_answer_attribute(samen_builder *b, samen_error *err) {
    return samen_builder_set_yes_no(b, SAMEN_MEMBERSHIPS, 0, "new", 1, err);
}

static inline samen_status call_organisations(samen_builder *b, samen_error *err) {
    static const char *const keys[] = {"n", "m"}, *const names[] = {"New", NULL};
    return samen_builder_add_organisations(b, 2, keys, names, err);
}

static inline samen_status call_ties(samen_builder *b, samen_error *err) {
    static const int64_t from[] = {0, 1, 1}, to[] = {1, 0, 1};
    static const int32_t form[] = {0, 1, 0};
    static const double weight[] = {1, 2, 0.5};
    return samen_builder_add_ties(b, 3, from, to, form, weight, 1, err);
}

static inline samen_status call_memberships(samen_builder *b, samen_error *err) {
    static const int64_t partnership[] = {0, 0}, organisation[] = {1, 0};
    return samen_builder_add_memberships(b, 2, partnership, organisation, NULL, err);
}

/* A table of two ties with an attribute of every type, made once. */
static samen_table *builder_rows;

static inline samen_status call_table(samen_builder *b, samen_error *err) {
    return samen_builder_add_table(b, SAMEN_TIES, builder_rows, err);
}

/* The same rows by Arrow, which allocates on the way out too. */
static inline samen_status call_arrow(samen_builder *b, samen_error *err) {
    struct ArrowSchema schema;
    struct ArrowArray array;
    samen_status status = samen_table_export_arrow(builder_rows, &schema, &array, err);
    if (status != SAMEN_OK)
        return status;
    status = samen_builder_add_arrow(b, SAMEN_TIES, &schema, &array, err);
    if (status != SAMEN_OK) {
        schema.release(&schema);
        array.release(&array);
    }
    return status;
}

static inline samen_status call_arrow_stream(samen_builder *b, samen_error *err) {
    struct ArrowArrayStream stream;
    samen_status status = samen_table_export_arrow_stream(builder_rows, &stream, err);
    if (status != SAMEN_OK)
        return status;
    status = samen_builder_add_arrow_stream(b, SAMEN_TIES, &stream, err);
    if (status != SAMEN_OK)
        stream.release(&stream);
    return status;
}

/* The network that finishing gave. */
static samen_network *builder_network;

static inline samen_status call_finish(samen_builder *b, samen_error *err) {
    return samen_builder_finish(b, &builder_network, err);
}

static const struct {
    const char *name;
    samen_status (*call)(samen_builder *builder, samen_error *err);
    int organisations, ties, partnerships, memberships; /* added */
} builder_calls[] = {
    {"samen_builder_add_organisation", call_organisation, 1, 0, 0, 0},
    {"samen_builder_add_tie", call_tie, 0, 1, 0, 0},
    {"samen_builder_add_partnership", call_partnership, 0, 0, 1, 0},
    {"samen_builder_add_membership", call_membership, 0, 0, 0, 1},
    {"samen_builder_set_text", call_text_attribute, 0, 0, 0, 0},
    {"samen_builder_set_number", call_number_attribute, 0, 0, 0, 0},
    {"samen_builder_set_date", call_date_attribute, 0, 0, 0, 0},
    {"samen_builder_set_yes_no", call_answer_attribute, 0, 0, 0, 0},
    {"samen_builder_add_organisations", call_organisations, 2, 0, 0, 0},
    {"samen_builder_add_ties", call_ties, 0, 3, 0, 0},
    {"samen_builder_add_memberships", call_memberships, 0, 0, 0, 2},
    {"samen_builder_add_table", call_table, 0, 2, 0, 0},
    {"samen_builder_add_arrow", call_arrow, 0, 2, 0, 0},
    {"samen_builder_add_arrow_stream", call_arrow_stream, 0, 2, 0, 0},
    {"samen_builder_finish", call_finish, 0, 0, 0, 0},
};

enum { BUILDER_CALLS = sizeof builder_calls / sizeof builder_calls[0] };

#endif
