/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cohesion: how much the network hangs together. */
#ifndef SAMEN_COHESION_H
#define SAMEN_COHESION_H

#include "samen/core.h"
#include "samen/table.h"
#include "samen/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Tables of samen_cohesion_density(). */
enum {
    SAMEN_DENSITY_FORM = 0,    /**< the whole network first, then each form */
    SAMEN_DENSITY_GROUP = 1,   /**< within and between groups; needs group */
    SAMEN_DENSITY_RESPONSE = 2 /**< the same as form, with what non-respondents leave open */
};

/** Options of samen_cohesion_density(). Zero is every field's default. */
typedef struct samen_cohesion_density_options {
    uint32_t struct_size; /**< sizeof(samen_cohesion_density_options) */
    uint32_t table;       /**< SAMEN_DENSITY_... */
    const char *group;    /**< attribute that partitions organisations; NULL: none */
    int64_t draws;        /**< of the vertex bootstrap; default 1000, -1 for none */
    double level;         /**< of its intervals; default 0.95 */
} samen_cohesion_density_options;

/**
 * Density: the share of possible ties that exist.
 *
 * Undirected sum x_ij / (N (N-1) / 2) over pairs, directed sum x_ij / (N (N-1)) over ordered pairs;
 * within a group of n the same with n for N, between groups over n_g n_h (directed: from the one to
 * the other). valued_density is the mean weight over all possible ties. Standard errors: vertex
 * bootstrap, and for the whole network jackknife sqrt((N-2)/(2N) sum (Z_-i - mean)^2). By group,
 * organisations are resampled within their groups.
 *
 * Undefined (null): where no tie is possible (N < 2, a group of one), the jackknife of N < 3, errors
 * of fewer than two draws. Self-ties are left out, isolates counted.
 * @param view what to measure
 * @param options which table, groups, draws and level, or NULL
 * @param run seed, threads, progress and cancelling, or NULL
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 *
 * Complexity: O(draws (organisations + ties)). Source: S. Wasserman and K. Faust, Social Network
 * Analysis (1994), chapter 4 (doi 10.1017/CBO9780511815478); T. A. B. Snijders and S. P. Borgatti,
 * Connections 22(2), 1999. Since 0.1.
 */
SAMEN_API samen_status samen_cohesion_density(const samen_view *view,
                                              const samen_cohesion_density_options *options,
                                              const samen_run *run, samen_table **out,
                                              samen_error *err);

/** Tables of samen_cohesion_components(). */
enum {
    SAMEN_COMPONENTS_ORGANISATION = 0, /**< component, cut-point, isolate of every organisation */
    SAMEN_COMPONENTS_COMPONENT = 1,    /**< every component and its size */
    SAMEN_COMPONENTS_BRIDGE = 2,       /**< ties whose removal splits a component */
    SAMEN_COMPONENTS_NETWORK = 3       /**< counts and fragmentation of the whole */
};

/** Options of samen_cohesion_components(). Zero is every field's default. */
typedef struct samen_cohesion_components_options {
    uint32_t struct_size; /**< sizeof(samen_cohesion_components_options) */
    uint32_t table;       /**< SAMEN_COMPONENTS_... */
} samen_cohesion_components_options;

/**
 * Components, cut-points, bridges, isolates, fragmentation.
 *
 * Of the underlying undirected graph: two organisations are tied when a tie goes either way; in a
 * directed view strong components are given beside. Components are numbered from the largest.
 * Fragmentation F = 1 - sum s_k (s_k - 1) / N (N - 1) over component sizes s_k; distance-weighted
 * fragmentation DF = 1 - sum of 1/d_ij / N (N - 1) over ordered pairs, 1/d being 0 where there is no
 * path.
 *
 * Undefined (null): F and DF of N < 2; the strong component in an undirected view.
 * @param view what to measure
 * @param options which table, or NULL
 * @param run threads, progress and cancelling, or NULL
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 *
 * Complexity: O(organisations + ties); the network table O(organisations ties / 64) for distances.
 * Source: S. P. Borgatti, Computational and Mathematical Organization Theory 12, 2006
 * (doi 10.1007/s10588-006-7084-x); R. Tarjan, SIAM Journal on Computing 1(2), 1972
 * (doi 10.1137/0201010). Since 0.1.
 */
SAMEN_API samen_status samen_cohesion_components(const samen_view *view,
                                                 const samen_cohesion_components_options *options,
                                                 const samen_run *run, samen_table **out,
                                                 samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
