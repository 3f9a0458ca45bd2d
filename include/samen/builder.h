/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building a network in memory: organisations, ties, partnerships, memberships, attributes.
 *
 * A builder belongs to one thread at a time. A call that fails changes nothing. Dates are texts as
 * "2024-01-31"; a period runs from its start up to, not including, its end; NULL leaves it open. */
#ifndef SAMEN_BUILDER_H
#define SAMEN_BUILDER_H

#include "samen/core.h"
#include "samen/network.h"
#include "samen/table.h"
#include "samen/typology.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A network in the making. Belongs to one thread at a time. */
typedef struct samen_builder samen_builder;

/** More about a tie. Zero is every field's default. */
typedef struct samen_tie {
    uint32_t struct_size;    /**< sizeof(samen_tie) */
    uint32_t directed;       /**< 1: reported by `from` about `to` only; 0: of both alike */
    const char *start;       /**< first day, or NULL */
    const char *end;         /**< the day after the last, or NULL */
    const char *partnership; /**< key of the partnership it belongs to, or NULL */
} samen_tie;

/** More about a membership. Zero is every field's default. */
typedef struct samen_membership {
    uint32_t struct_size; /**< sizeof(samen_membership) */
    uint32_t has_weight;  /**< 1: weight below is meant; otherwise it is 1 */
    double weight;        /**< finite and above 0 */
    const char *role;     /**< as "member", "lead", "funder", or NULL */
    const char *start;    /**< first day, or NULL */
    const char *end;      /**< the day after the last, or NULL */
} samen_membership;

/**
 * An empty builder.
 * @param typology the forms that ties can take, or NULL for the built-in one; kept alive by the builder
 * @param out the builder, to be freed by the caller
 * @param err what went wrong, or NULL. Since 0.1.
 */
SAMEN_API samen_status samen_builder_new(samen_typology *typology, samen_builder **out,
                                         samen_error *err);

/** Free a builder and what it holds. NULL is allowed. Since 0.1. */
SAMEN_API void samen_builder_free(samen_builder *builder);

/**
 * Add an organisation.
 * @param builder the builder
 * @param key unique, not empty, UTF-8
 * @param name to show; NULL or "" when there is none
 * @param index where to put its place, 0-based in order of adding; may be NULL
 * @param err SAMEN_ERR_DUPLICATE when the key is there already. Since 0.1.
 */
SAMEN_API samen_status samen_builder_add_organisation(samen_builder *builder, const char *key,
                                                      const char *name, int64_t *index,
                                                      samen_error *err);

/**
 * Add a tie between two organisations that are there already. A tie of an organisation to itself is
 * kept, and left out of views.
 * @param builder the builder
 * @param from key of the one
 * @param to key of the other
 * @param form key, name or alias of its form; NULL when the typology has only one
 * @param weight its strength: finite and above 0, larger is stronger
 * @param tie more about it, or NULL
 * @param index where to put its place; may be NULL
 * @param err SAMEN_ERR_UNKNOWN, SAMEN_ERR_VALUE
 * Complexity: O(names of forms). Since 0.1.
 */
SAMEN_API samen_status samen_builder_add_tie(samen_builder *builder, const char *from,
                                             const char *to, const char *form, double weight,
                                             const samen_tie *tie, int64_t *index,
                                             samen_error *err);

/**
 * Add a partnership: a collaboration of any number of organisations.
 * @param builder the builder
 * @param key unique among partnerships, not empty, UTF-8
 * @param name to show; NULL or "" when there is none
 * @param form key, name or alias of its form; NULL when the typology has only one
 * @param start first day, or NULL
 * @param end the day after the last, or NULL
 * @param index where to put its place; may be NULL
 * @param err SAMEN_ERR_DUPLICATE, SAMEN_ERR_UNKNOWN, SAMEN_ERR_VALUE
 * Complexity: O(names of forms). Since 0.1.
 */
SAMEN_API samen_status samen_builder_add_partnership(samen_builder *builder, const char *key,
                                                     const char *name, const char *form,
                                                     const char *start, const char *end,
                                                     int64_t *index, samen_error *err);

/**
 * Add an organisation to a partnership; both are there already.
 * @param builder the builder
 * @param partnership key of the partnership
 * @param organisation key of the organisation
 * @param membership more about it, or NULL
 * @param index where to put its place; may be NULL
 * @param err SAMEN_ERR_UNKNOWN, SAMEN_ERR_VALUE. Since 0.1.
 */
SAMEN_API samen_status samen_builder_add_membership(samen_builder *builder, const char *partnership,
                                                    const char *organisation,
                                                    const samen_membership *membership,
                                                    int64_t *index, samen_error *err);

/* ---- Many at once --------------------------------------------------------------------------------
 * All rows are added, or none. An error's row counts the rows of the call from 0. */

/**
 * Add the rows of a table, such as samen_table_import_arrow() or samen_network_table() gives. Its columns
 * are named as those of a data set: organisations id, name; ties from, to, form, weight, directed, start,
 * end, partnership; partnerships id, name, form, start, end; memberships partnership, organisation, role,
 * weight, start, end. Only the keys (id; from and to; partnership and organisation) must be there, and form
 * when the typology has several. Keys, names and forms are texts or whole numbers, weights numbers,
 * directed yes/no, 1 and 0 or a text that says so, days dates or texts; a null is as if left out. All other
 * columns become attributes.
 * @param builder the builder
 * @param of SAMEN_ORGANISATIONS, SAMEN_TIES, SAMEN_PARTNERSHIPS or SAMEN_MEMBERSHIPS
 * @param table the rows
 * @param err SAMEN_ERR_MISSING, SAMEN_ERR_UNKNOWN, SAMEN_ERR_DUPLICATE, SAMEN_ERR_VALUE, with row and
 *        column
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_builder_add_table(samen_builder *builder, int32_t of,
                                               const samen_table *table, samen_error *err);

/**
 * Add the rows of an Arrow struct array (a record batch, a data frame), as samen_builder_add_table() adds
 * those of a table and samen_table_import_arrow() reads them.
 * @param builder the builder
 * @param of SAMEN_ORGANISATIONS, SAMEN_TIES, SAMEN_PARTNERSHIPS or SAMEN_MEMBERSHIPS
 * @param schema names and types; released on success, untouched on failure
 * @param array the cells; likewise
 * @param err as of these two, with row and column
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_builder_add_arrow(samen_builder *builder, int32_t of,
                                               struct ArrowSchema *schema, struct ArrowArray *array,
                                               samen_error *err);

/**
 * Add the rows of an Arrow stream, all batches of it or nothing.
 * @param builder the builder
 * @param of SAMEN_ORGANISATIONS, SAMEN_TIES, SAMEN_PARTNERSHIPS or SAMEN_MEMBERSHIPS
 * @param stream the stream; released on success; on failure the caller's to release, and what was read of
 *        it is gone
 * @param err as of samen_builder_add_table() and samen_table_import_arrow_stream(), the row counted over
 *        the whole stream
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_builder_add_arrow_stream(samen_builder *builder, int32_t of,
                                                      struct ArrowArrayStream *stream,
                                                      samen_error *err);

/**
 * Add organisations from plain columns.
 * @param builder the builder
 * @param count how many
 * @param keys `count` texts, each unique, not empty, UTF-8
 * @param names `count` texts, NULL or "" where there is none; or NULL
 * @param err SAMEN_ERR_DUPLICATE, SAMEN_ERR_MISSING, with row
 * Complexity: O(bytes). Since 0.1.
 */
SAMEN_API samen_status samen_builder_add_organisations(samen_builder *builder, int64_t count,
                                                       const char *const *keys,
                                                       const char *const *names, samen_error *err);

/**
 * Add ties from plain columns.
 * @param builder the builder
 * @param count how many
 * @param from `count` places of organisations, 0-based in order of adding
 * @param to likewise
 * @param form `count` places of forms in the typology; NULL when it has only one
 * @param weight `count` strengths, finite and above 0; NULL: all 1
 * @param directed 1: all are reported by `from` about `to` only; 0: of both alike
 * @param err SAMEN_ERR_UNKNOWN, SAMEN_ERR_VALUE, with row
 * Complexity: O(count). Since 0.1.
 */
SAMEN_API samen_status samen_builder_add_ties(samen_builder *builder, int64_t count,
                                              const int64_t *from, const int64_t *to,
                                              const int32_t *form, const double *weight,
                                              uint32_t directed, samen_error *err);

/**
 * Add memberships from plain columns.
 * @param builder the builder
 * @param count how many
 * @param partnership `count` places of partnerships, 0-based in order of adding
 * @param organisation `count` places of organisations, likewise
 * @param weight `count` numbers, finite and above 0; NULL: all 1
 * @param err SAMEN_ERR_UNKNOWN, SAMEN_ERR_VALUE, with row
 * Complexity: O(count). Since 0.1.
 */
SAMEN_API samen_status samen_builder_add_memberships(samen_builder *builder, int64_t count,
                                                     const int64_t *partnership,
                                                     const int64_t *organisation,
                                                     const double *weight, samen_error *err);

/* ---- Attributes ----------------------------------------------------------------------------------
 * An attribute is of one type throughout; what is never set is null. It cannot have the name of a
 * built-in column, as "weight" for ties. */

/**
 * Set an attribute to a text.
 * @param builder the builder
 * @param of SAMEN_ORGANISATIONS, SAMEN_TIES, SAMEN_PARTNERSHIPS or SAMEN_MEMBERSHIPS
 * @param index which of them: what the adding gave
 * @param attribute its name
 * @param value a text, or NULL or "" to make it null
 * @param err SAMEN_ERR_ARGUMENT, SAMEN_ERR_VALUE
 * Complexity: O(attributes). Since 0.1.
 */
SAMEN_API samen_status samen_builder_set_text(samen_builder *builder, int32_t of, int64_t index,
                                              const char *attribute, const char *value,
                                              samen_error *err);

/**
 * Set an attribute to a number.
 * @param builder the builder
 * @param of SAMEN_ORGANISATIONS, SAMEN_TIES, SAMEN_PARTNERSHIPS or SAMEN_MEMBERSHIPS
 * @param index which of them: what the adding gave
 * @param attribute its name
 * @param value finite
 * @param err SAMEN_ERR_ARGUMENT, SAMEN_ERR_VALUE
 * Complexity: O(attributes). Since 0.1.
 */
SAMEN_API samen_status samen_builder_set_number(samen_builder *builder, int32_t of, int64_t index,
                                                const char *attribute, double value,
                                                samen_error *err);

/**
 * Set an attribute to a date.
 * @param builder the builder
 * @param of SAMEN_ORGANISATIONS, SAMEN_TIES, SAMEN_PARTNERSHIPS or SAMEN_MEMBERSHIPS
 * @param index which of them: what the adding gave
 * @param attribute its name
 * @param value as "2024-01-31"
 * @param err SAMEN_ERR_ARGUMENT, SAMEN_ERR_VALUE
 * Complexity: O(attributes). Since 0.1.
 */
SAMEN_API samen_status samen_builder_set_date(samen_builder *builder, int32_t of, int64_t index,
                                              const char *attribute, const char *value,
                                              samen_error *err);

/**
 * Set an attribute to yes or no.
 * @param builder the builder
 * @param of SAMEN_ORGANISATIONS, SAMEN_TIES, SAMEN_PARTNERSHIPS or SAMEN_MEMBERSHIPS
 * @param index which of them: what the adding gave
 * @param attribute its name
 * @param value 1 for yes, 0 for no
 * @param err SAMEN_ERR_ARGUMENT, SAMEN_ERR_VALUE
 * Complexity: O(attributes). Since 0.1.
 */
SAMEN_API samen_status samen_builder_set_yes_no(samen_builder *builder, int32_t of, int64_t index,
                                                const char *attribute, int32_t value,
                                                samen_error *err);

/* ---- Done ---------------------------------------------------------------------------------------- */

/**
 * Make the network of all that was added. The builder is empty afterwards and can be used again; on
 * failure it holds all that it held.
 * @param builder the builder
 * @param out the network, to be freed by the caller
 * @param err what went wrong, or NULL
 * Complexity: O(organisations + ties + memberships + attributes). Since 0.1.
 */
SAMEN_API samen_status samen_builder_finish(samen_builder *builder, samen_network **out,
                                            samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
