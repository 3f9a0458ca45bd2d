/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composition: which forms of collaboration there are, and how much of each. */
#ifndef SAMEN_COMPOSITION_H
#define SAMEN_COMPOSITION_H

#include "samen/core.h"
#include "samen/table.h"
#include "samen/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Tables of samen_composition_forms(). */
enum {
    SAMEN_FORMS_FORM = 0,                    /**< the network: all forms together, then each */
    SAMEN_FORMS_ORGANISATION = 1,            /**< every organisation by form */
    SAMEN_FORMS_GROUP = 2,                   /**< every group by form; needs group */
    SAMEN_FORMS_GROUP_PAIR = 3,              /**< every pair of groups by form; needs group */
    SAMEN_FORMS_COMMITMENT = 4,              /**< the network by level of commitment */
    SAMEN_FORMS_ORGANISATION_COMMITMENT = 5, /**< every organisation by level of commitment */
    SAMEN_FORMS_DIVERSITY = 6,               /**< how evenly the network spreads over forms */
    SAMEN_FORMS_ORGANISATION_DIVERSITY = 7   /**< how evenly every organisation does */
};

/** Options of samen_composition_forms(). Zero is every field's default. */
typedef struct samen_composition_forms_options {
    uint32_t struct_size; /**< sizeof(samen_composition_forms_options) */
    uint32_t table;       /**< SAMEN_FORMS_... */
    const char *group;    /**< attribute that partitions organisations; NULL: none */
} samen_composition_forms_options;

/**
 * Forms of collaboration: counts, weights, tied pairs, partnerships, and their shares.
 *
 * With T_a ties, W_a their weight, P_a tied pairs and C_a partnerships of form a: share_of_ties
 * T_a / sum T_b, share_of_weight W_a / sum W_b, share_of_pairs P_a / |union of P_b| (these add up to
 * more than 1 when pairs are tied in several forms), share_of_partnerships C_a / sum C_b. A
 * partnership of k members is one collaboration, however many ties it is projected to. Diversity:
 * Shannon entropy -sum p ln p, Blau 1 - sum p^2, IQV Blau M / (M - 1).
 *
 * Undefined (null): a share where there is nothing to share; IQV with one form. Self-ties are left
 * out. docs/measures/composition.forms.md has the columns of every table.
 * @param view what to measure
 * @param options which table and groups, or NULL
 * @param run progress and cancelling, or NULL
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 *
 * Complexity: O(tied pairs + memberships + rows). Source: B. B. Frey et al., American Journal of
 * Evaluation 27(3), 2006 (doi 10.1177/1098214006290356), for shares by level; A. Agresti and
 * B. F. Agresti, Sociological Methodology 9, 1978 (doi 10.2307/270810), for diversity. Since 0.1.
 */
SAMEN_API samen_status samen_composition_forms(const samen_view *view,
                                               const samen_composition_forms_options *options,
                                               const samen_run *run, samen_table **out,
                                               samen_error *err);

/** Options of samen_composition_contrast(). Zero is every field's default. */
typedef struct samen_composition_contrast_options {
    uint32_t struct_size; /**< sizeof(samen_composition_contrast_options) */
    uint32_t table;       /**< 0: the only table, by basis */
    const char *a;        /**< forms of the one side, parted by commas; default action */
    const char *b;        /**< forms of the other side; default consultation */
    int64_t draws;        /**< of the vertex bootstrap; default 1000, -1 for none */
    double level;         /**< of the intervals; default 0.95 */
} samen_composition_contrast_options;

/**
 * One set of forms against another: the share A / (A + B), the difference of the shares of all, the
 * odds A / B, on each basis (ties, weight, pairs, partnerships).
 *
 * Two intervals: Wilson's, which takes counts for independent, and percentiles of the vertex
 * bootstrap, which does not: ties share organisations, so the second is the honest one.
 *
 * Undefined (null): share and intervals where A + B = 0; odds where B = 0; Wilson's interval of
 * weights; the bootstrap of partnerships, which are counted once each. A pair tied in forms of both
 * sides counts on both.
 * @param view what to measure
 * @param options the two sides, draws and level, or NULL
 * @param run seed, threads, progress and cancelling, or NULL
 * @param out the table, to be freed by the caller
 * @param err SAMEN_ERR_UNKNOWN when a form is not of the typology, SAMEN_ERR_ARGUMENT when the sides
 *        overlap
 *
 * Complexity: O(draws (organisations + tied pairs)). Source: E. B. Wilson, JASA 22, 1927
 * (doi 10.1080/01621459.1927.10502953); T. A. B. Snijders and S. P. Borgatti, Connections 22(2), 1999.
 * Since 0.1.
 */
SAMEN_API samen_status samen_composition_contrast(const samen_view *view,
                                                  const samen_composition_contrast_options *options,
                                                  const samen_run *run, samen_table **out,
                                                  samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
