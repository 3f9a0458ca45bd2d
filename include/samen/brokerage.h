/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brokerage: who stands between others, and in which role. */
#ifndef SAMEN_BROKERAGE_H
#define SAMEN_BROKERAGE_H

#include "samen/core.h"
#include "samen/table.h"
#include "samen/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Tables of samen_brokerage_betweenness(). */
enum {
    SAMEN_BETWEENNESS_ORGANISATION = 0, /**< every organisation */
    SAMEN_BETWEENNESS_TIE = 1,          /**< every tie */
    SAMEN_BETWEENNESS_NETWORK = 2,      /**< centralization of the whole */
    SAMEN_BETWEENNESS_ESTIMATE = 3,     /**< every organisation, from paths drawn at random */
    SAMEN_BETWEENNESS_TOP = 4           /**< likewise, those that may be among the largest */
};

/** How a weight becomes the length of a tie, for weighted measures. */
enum {
    SAMEN_DISTANCE_INVERSE = 0, /**< 1 / weight */
    SAMEN_DISTANCE_LOG = 1,     /**< ln(1 + 1 / weight), which lets strong ties differ less */
    SAMEN_DISTANCE_WEIGHT = 2   /**< the weight as given: it is a distance already */
};

/** Options of samen_brokerage_betweenness(). Zero is every field's default. */
typedef struct samen_brokerage_betweenness_options {
    uint32_t struct_size;       /**< sizeof(samen_brokerage_betweenness_options) */
    uint32_t table;             /**< SAMEN_BETWEENNESS_... */
    uint32_t weighted;          /**< 1: paths are as long as the lengths of their ties add up to */
    uint32_t distance;          /**< SAMEN_DISTANCE_... */
    const char *const *sources; /**< only paths from organisations with "attribute=value" or
                                     "attribute!=value", as where of samen_view_options */
    int64_t sources_count;      /**< how many; 0: from all */
    const char *const *targets; /**< only paths to organisations with these, likewise */
    int64_t targets_count;      /**< how many; 0: to all */
    double epsilon;             /**< how far off normalised estimates may be; 0: 0.01 */
    double delta;       /**< the chance that any of the estimates is outside its bounds; 0: 0.05 */
    int64_t places;     /**< how many are the largest, for the table of these; 0: 10 */
    uint32_t endpoints; /**< 1: an organisation is also on the paths that it is an end of */
    uint32_t reserved;  /**< 0 */
} samen_brokerage_betweenness_options;

/**
 * Betweenness: how often an organisation, or a tie, lies on the shortest paths between others.
 *
 * b_v = sum over pairs s, t of others of the share of their shortest paths that go through v; pairs
 * are unordered in an undirected view, ordered in a directed one. Normalised: over the number of
 * pairs of others, (N-1)(N-2)/2, directed (N-1)(N-2); of ties over the number of pairs, N(N-1)/2,
 * directed N(N-1). Centralization (Freeman): sum of (largest - each) over (N-1)^2 (N-2)/2, directed
 * (N-1)^2 (N-2). Lengths that differ by less than 1e-12 of themselves count as equal.
 *
 * With `sources` or `targets` a pair counts when one of its ends is a source and the other a target: in an
 * undirected view either way round, once; in a directed one from source to target. Normalised is then over
 * the pairs that count and that the organisation is no end of; of ties over all pairs that count. With
 * `endpoints` b_v also counts the pairs that v is an end of and that a path connects, and is normalised
 * over all pairs that count.
 *
 * The tables of estimates are for networks too large to wait for: all normalised values are within their columns
 * lower and upper with probability 1 - `delta` or more, and these within `epsilon` of the estimate. For the largest,
 * drawing stops as soon as these are known; the table has all that may be among them, the largest estimate first,
 * and says who surely is. The seed decides the draws, their number stands in the table.
 *
 * Undefined (null): normalised where no pair is left to divide by (all organisations: N < 3; ties: N < 2);
 * centralization of N < 3, and where `sources`, `targets` or `endpoints` change what it is a share of.
 * @param view what to measure
 * @param options which table, weighted or not, or NULL
 * @param run threads, progress and cancelling, or NULL; threads do not change a bit of the result
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 *
 * Complexity: O(organisations ties), weighted O(N ties + N^2 log N); estimates O(log(N / delta) /
 * epsilon^2) paths; memory for each thread O(organisations), for ties also O(ties). Source: L. C. Freeman, Sociometry 40(1), 1977
 * (doi 10.2307/3033543); U. Brandes, Journal of Mathematical Sociology 25(2), 2001
 * (doi 10.1080/0022250X.2001.9990249); M. Borassi and E. Natale, ACM JEA 24, 2019 (doi 10.1145/3284359).
 * Since 0.1.
 */
SAMEN_API samen_status samen_brokerage_betweenness(
    const samen_view *view, const samen_brokerage_betweenness_options *options,
    const samen_run *run, samen_table **out, samen_error *err);

/** Tables of samen_brokerage_holes(). */
enum {
    SAMEN_HOLES_ORGANISATION = 0, /**< every organisation */
    SAMEN_HOLES_DYAD = 1          /**< every organisation and contact: dyadic constraint */
};

/** Which ties of contacts count in samen_brokerage_holes(). */
enum {
    SAMEN_HOLES_WHOLE = 0, /**< all ties of the view */
    SAMEN_HOLES_EGO = 1    /**< only those among the organisation and its contacts */
};

/** Options of samen_brokerage_holes(). Zero is every field's default. */
typedef struct samen_brokerage_holes_options {
    uint32_t struct_size; /**< sizeof(samen_brokerage_holes_options) */
    uint32_t table;       /**< SAMEN_HOLES_... */
    uint32_t weighted;    /**< 1: ties count by weight; 0: every tie counts 1 */
    uint32_t model;       /**< SAMEN_HOLES_WHOLE or SAMEN_HOLES_EGO */
} samen_brokerage_holes_options;

/**
 * Structural holes: constraint, effective size, efficiency, hierarchy.
 *
 * With z_ij = w_ij + w_ji, p_ij = z_ij / sum_q z_iq and m_jq = z_jq / max_k z_jk: constraint
 * sum_j (p_ij + sum_q p_iq p_qj)^2 over contacts j, its terms the dyadic constraint c_ij; effective
 * size sum_j (1 - sum_q p_iq m_jq); efficiency, effective size over the number of contacts; hierarchy
 * sum_j r_j ln r_j / (n ln n) with r_j = c_ij / (c_i / n), 1 for a single contact. In the whole-network
 * model (the default) the shares of contacts are of all their ties, in the ego-network model only of
 * those to the organisation and among its contacts.
 *
 * Undefined (null): all of an organisation without ties.
 * @param view what to measure
 * @param options which table, weights and model, or NULL
 * @param run threads, progress and cancelling, or NULL
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 *
 * Complexity: O(sum over ties of the degrees of their ends). Source: R. S. Burt, Structural Holes (1992);
 * S. P. Borgatti, Connections 20(1), 1997. Since 0.1.
 */
SAMEN_API samen_status samen_brokerage_holes(const samen_view *view,
                                             const samen_brokerage_holes_options *options,
                                             const samen_run *run, samen_table **out,
                                             samen_error *err);

/** Tables of samen_brokerage_roles(). */
enum {
    SAMEN_ROLES_ORGANISATION = 0, /**< counts of every organisation */
    SAMEN_ROLES_SIGNIFICANCE = 1, /**< every organisation and role against expectation */
    SAMEN_ROLES_NETWORK = 2       /**< every role in the whole network against expectation */
};

/** Options of samen_brokerage_roles(). Zero is every field's default. */
typedef struct samen_brokerage_roles_options {
    uint32_t struct_size; /**< sizeof(samen_brokerage_roles_options) */
    uint32_t table;       /**< SAMEN_ROLES_... */
    const char *group;    /**< attribute that partitions organisations; required */
    int64_t draws;        /**< of labels, for permutation p; default 1000, -1 for none */
} samen_brokerage_roles_options;

/**
 * Brokerage roles between groups (Gould and Fernandez).
 *
 * j brokers from i to k when i is tied to j, j to k, and i not to k. By groups A, B, C of (i, j, k):
 * coordinator AAA, itinerant (consultant) ABA, representative AAB, gatekeeper ABB, liaison ABC.
 * In an undirected view pairs i, k are unordered; representative and gatekeeper are then two sides of
 * the same and have the same count, and total counts it once.
 *
 * Against expectation: mean and exact standard deviation of independent ties with the density of the
 * view, given the sizes of groups; and permutation p, for which the labels of groups are shuffled over
 * organisations and the ties stay: p_more = (1 + draws with at least this count) / (1 + draws),
 * p_fewer likewise.
 *
 * Undefined (null): everything of organisations without a group, which are left out with their ties;
 * z where the standard deviation is 0; p without draws.
 * @param view what to measure
 * @param options which table, the group, draws; group is required
 * @param run seed, threads, progress and cancelling, or NULL
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 *
 * Complexity: O(sum of squared degrees), the other tables times draws. Source: R. V. Gould and
 * R. M. Fernandez, Sociological Methodology 19, 1989 (doi 10.2307/270949). Since 0.1.
 */
SAMEN_API samen_status samen_brokerage_roles(const samen_view *view,
                                             const samen_brokerage_roles_options *options,
                                             const samen_run *run, samen_table **out,
                                             samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
