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

/* ---- Without names ------------------------------------------------------------------------------- */

/** How to anonymise. Zero is every field's default. */
typedef struct samen_anonymise_options {
    uint32_t struct_size; /**< sizeof(samen_anonymise_options) */
    uint32_t least;       /**< a group of fewer organisations is not told apart; 0: 5 */
    const char *keep; /**< the attribute of organisations that stays, as "sector": texts or yes/no;
                               NULL: none */
    const char *others; /**< what the merged groups are called; NULL: "other groups" */
    const char
        *secret; /**< what pseudonyms are made with, of 16 bytes or more: who knows it can compare
                               those of several networks; NULL: they are made with the data themselves */
} samen_anonymise_options;

/**
 * The same network without names. Organisations and partnerships get pseudonyms, as "org-4H7KQ2": the same
 * for the same data, or for the same key and secret. Without the secret (or the data) a pseudonym cannot be
 * traced or guessed. Rows stand in the order of pseudonyms.
 *
 * Of the attributes, whether an organisation is a respondent stays, and the one that is to be kept: its
 * groups of fewer than 5 organisations (those without a value being a group) become one, and the next
 * smallest join them until they have as many together; where fewer than two groups would be left, there are
 * none. Of the roles, only that of the lead stays. Forms, weights, directions and dates stay, so every
 * measure is the same.
 *
 * Nobody is hidden from those who know the network: who knows how many partners an organisation has, when
 * its ties began or who did not respond can recognise it, and then those around it.
 * @param network the network
 * @param options what to keep, and the secret, or NULL
 * @param out the new network, to be freed by the caller
 * @param key who is who, to be kept apart: pseudonym, kind (organisation or partnership), key, name; to be
 *        freed by the caller; NULL when not wanted
 * @param err SAMEN_ERR_ARGUMENT when the attribute is not there, or of numbers or days; when the secret is
 *        too short. No name of the data is in its message
 *
 * Complexity: O(cells + ties log ties). Source: L. Backstrom, C. Dwork and J. Kleinberg, WWW 2007
 * (doi 10.1145/1242572.1242598), for what stays recognisable; A. Hundepool et al., Statistical Disclosure
 * Control (2012), chapter 4 (doi 10.1002/9781118348239), for small groups. Since 0.1.
 */
SAMEN_API samen_status samen_network_anonymise(const samen_network *network,
                                               const samen_anonymise_options *options,
                                               samen_network **out, samen_table **key,
                                               samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
