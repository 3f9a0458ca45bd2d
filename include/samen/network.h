/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network: everything that was read or built. Immutable; any number of threads may use it. */
#ifndef SAMEN_NETWORK_H
#define SAMEN_NETWORK_H

#include "samen/core.h"
#include "samen/table.h"
#include "samen/typology.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Everything that was read or built. Immutable and reference-counted. */
typedef struct samen_network samen_network;

/** The parts of a network. */
enum {
    SAMEN_ORGANISATIONS = 0, /**< its nodes */
    SAMEN_TIES = 1,          /**< collaborations of two organisations */
    SAMEN_PARTNERSHIPS = 2,  /**< collaborations of any number */
    SAMEN_MEMBERSHIPS = 3    /**< who is part of which partnership */
};

/** One more owner; returns its argument. Since 0.1. */
SAMEN_API samen_network *samen_network_retain(samen_network *network);

/** One owner fewer; the last one frees it. NULL is allowed. Since 0.1. */
SAMEN_API void samen_network_free(samen_network *network);

/** How many organisations, ties, partnerships or memberships there are; -1 for nonsense. Since 0.1. */
SAMEN_API int64_t samen_network_count(const samen_network *network, int32_t of);

/** The key of an organisation or partnership, owned by the network; NULL when there is none.
 * Since 0.1. */
SAMEN_API const char *samen_network_key(const samen_network *network, int32_t of, int64_t index);

/** The name of an organisation or partnership, its key when it has none; owned by the network; NULL when
 * there is no such one. Since 0.1. */
SAMEN_API const char *samen_network_name(const samen_network *network, int32_t of, int64_t index);

/** The place of the organisation or partnership with that key, or -1. Since 0.1. */
SAMEN_API int64_t samen_network_find(const samen_network *network, int32_t of, const char *key);

/** The typology, owned by the network; NULL for NULL. Since 0.1. */
SAMEN_API samen_typology *samen_network_typology(const samen_network *network);

/**
 * A part of the network as a table, attributes behind the built-in columns, in the order of adding.
 * Organisations: id, name. Ties: from, to, form, weight, directed, start, end, partnership.
 * Partnerships: id, name, form, start, end. Memberships: partnership, organisation, role, weight,
 * start, end.
 * @param network the network
 * @param of SAMEN_ORGANISATIONS, SAMEN_TIES, SAMEN_PARTNERSHIPS or SAMEN_MEMBERSHIPS
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_network_table(const samen_network *network, int32_t of,
                                           samen_table **out, samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
