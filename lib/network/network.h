/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a network holds, and the rows that builder and reader hand in. */
#ifndef SAMEN_NETWORK_NETWORK_H
#define SAMEN_NETWORK_NETWORK_H

#include <stdatomic.h>
#include <stdint.h>

#include "core/hash.h"
#include "network/attributes.h"
#include "samen/builder.h"
#include "samen/network.h"
#include "table/column.h"

enum { SAMEN__PARTS = 4, SAMEN__NONE = -1 };

typedef struct samen__tie {
    double weight;
    int32_t from, to;
    int32_t start, end;  /* days, or SAMEN__DATE_NONE */
    int32_t partnership; /* or SAMEN__NONE */
    uint8_t form;
    uint8_t directed;
} samen__tie;

typedef struct samen__partnership {
    int32_t start, end;
    uint8_t form;
} samen__partnership;

typedef struct samen__membership {
    double weight;
    int32_t partnership, organisation;
    int32_t role; /* number in roles, or SAMEN__NONE */
    int32_t start, end;
} samen__membership;

/* The rows that both a builder and a network hold. */
typedef struct samen__records {
    samen__keys organisations, partnerships; /* keys, in order of adding */
    samen__keys roles;
    samen__tie *tie;
    samen__partnership *partnership;
    samen__membership *membership;
    int64_t ties, memberships;
    int64_t tie_capacity, partnership_capacity, membership_capacity;
} samen__records;

struct samen_network {
    atomic_int_fast64_t owners;
    samen_typology *typology;
    samen__records records;
    samen__column name[SAMEN__PARTS]; /* of organisations and partnerships */
    samen__column *attribute[SAMEN__PARTS];
    int64_t attributes[SAMEN__PARTS];
    int32_t anonymous; /* it has pseudonyms for keys */
};

struct samen_builder {
    samen_typology *typology;
    samen__records records;
    samen__attribute name[SAMEN__PARTS];
    samen__attributes attributes[SAMEN__PARTS];
};

void samen__records_start(samen__records *records);
void samen__records_free(samen__records *records);
int64_t samen__records_count(const samen__records *records, int32_t of);

/* Checked rows into a builder; what they point to exists. */
samen_status samen__builder_put_organisation(samen_builder *builder, const char *key,
                                             int64_t key_length, const char *name,
                                             int64_t name_length, int64_t *index, int32_t *added,
                                             samen_error *err);
samen_status samen__builder_put_partnership(samen_builder *builder, const char *key,
                                            int64_t key_length, const char *name,
                                            int64_t name_length, samen__partnership row,
                                            int64_t *index, int32_t *added, samen_error *err);
samen_status samen__builder_put_tie(samen_builder *builder, samen__tie row, int64_t *index,
                                    samen_error *err);
/* `role` may be empty. */
samen_status samen__builder_put_membership(samen_builder *builder, samen__membership row,
                                           const char *role, int64_t role_length, int64_t *index,
                                           samen_error *err);

/* Can a part have an attribute of this name and type? `argument` is what the caller called it. */
samen_status samen__builder_check_attribute(const samen_builder *builder, int32_t of,
                                            const char *name, int32_t type, int32_t argument,
                                            samen_error *err);

/* Membership rows by partnership: row[start[p]] to row[start[p + 1] - 1] are those of p. Both arrays are
 * the caller's to delete, after a failure too. */
samen_status samen__records_by_partnership(const samen__records *records, int64_t **start,
                                           int64_t **row, samen_error *err);

/* The names of the built-in columns of a part, ended by NULL: the canonical headers. */
const char *const *samen__network_columns(int32_t of);

/* The attribute of a part by name, or NULL. */
const samen__column *samen__network_attribute(const samen_network *network, int32_t of,
                                              const char *name);

/* Does [start, end) touch [from, to)? Open sides are SAMEN__DATE_NONE; a period of no length counts
 * as its day. */
int samen__periods_touch(int32_t start, int32_t end, int32_t from, int32_t to);

#endif
