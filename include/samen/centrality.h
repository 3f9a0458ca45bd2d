/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Centrality: who has many ties. */
#ifndef SAMEN_CENTRALITY_H
#define SAMEN_CENTRALITY_H

#include "samen/core.h"
#include "samen/table.h"
#include "samen/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Tables of samen_centrality_degree(). */
enum {
    SAMEN_DEGREE_ORGANISATION = 0, /**< every organisation, all forms together */
    SAMEN_DEGREE_FORM = 1,         /**< every organisation by form */
    SAMEN_DEGREE_NETWORK = 2       /**< centralization of the whole */
};

/** Options of samen_centrality_degree(). Zero is every field's default. */
typedef struct samen_centrality_degree_options {
    uint32_t struct_size; /**< sizeof(samen_centrality_degree_options) */
    uint32_t table;       /**< SAMEN_DEGREE_... */
} samen_centrality_degree_options;

/**
 * Degree: how many ties an organisation has, and how strong they are.
 *
 * Directed: in_degree, out_degree, and degree as their sum; partners counts organisations tied either
 * way. Undirected: degree, and in_degree and out_degree equal to it. Strength sums weights in the
 * same way. degree_normalised divides by the largest possible degree, N - 1, directed 2 (N - 1).
 * Centralization (Freeman): sum of (largest - each) over its largest possible value, (N-1)(N-2)
 * undirected, (N-1)^2 for in and for out, 2 (N-1)(N-2) for their sum.
 *
 * Undefined (null): normalised of N < 2, centralization where its largest possible value is 0.
 * Self-ties are left out.
 * @param view what to measure
 * @param options which table, or NULL
 * @param run progress and cancelling, or NULL
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 *
 * Complexity: O(organisations + ties). Source: L. C. Freeman, Social Networks 1(3), 1979
 * (doi 10.1016/0378-8733(78)90021-7); A. Barrat et al., PNAS 101(11), 2004
 * (doi 10.1073/pnas.0400087101), for strength. Since 0.1.
 */
SAMEN_API samen_status samen_centrality_degree(const samen_view *view,
                                               const samen_centrality_degree_options *options,
                                               const samen_run *run, samen_table **out,
                                               samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
