/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Views: what is being analysed. A network seen through a choice of forms, period, organisations,
 * direction, weight rule and projection of partnerships.
 *
 * A view is immutable and may be used from any number of threads; it keeps its network alive. What it
 * needs for measures is made once, on first use. */
#ifndef SAMEN_VIEW_H
#define SAMEN_VIEW_H

#include "samen/core.h"
#include "samen/network.h"
#include "samen/table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What is being analysed. Immutable and reference-counted. */
typedef struct samen_view samen_view;

/** What a directed tie says in the view. */
enum {
    SAMEN_DIRECTION_RECORDED = 0, /**< it goes from the one to the other, as recorded */
    SAMEN_DIRECTION_EITHER = 1,   /**< a pair is tied when one side reports it */
    SAMEN_DIRECTION_BOTH = 2      /**< a pair is tied when both sides report it, in the same form */
};

/** How two or more weights become one. */
enum {
    SAMEN_RULE_DEFAULT = 0, /**< as the option says */
    SAMEN_RULE_SUM = 1,     /**< all together */
    SAMEN_RULE_MAX = 2,     /**< the largest */
    SAMEN_RULE_MIN = 3,     /**< the smallest */
    SAMEN_RULE_MEAN = 4     /**< their mean */
};

/** What becomes of partnerships. */
enum {
    SAMEN_PARTNERSHIPS_AUTO = 0,   /**< counted when the network has no ties, ignored when it has */
    SAMEN_PARTNERSHIPS_IGNORE = 1, /**< left out */
    SAMEN_PARTNERSHIPS_COUNT = 2,  /**< every two members are tied; weight: partnerships shared */
    SAMEN_PARTNERSHIPS_NEWMAN = 3, /**< the same, a partnership of k members adding 1/(k-1) */
    SAMEN_PARTNERSHIPS_BINARY = 4, /**< the same, weight 1 however many they share */
    SAMEN_PARTNERSHIPS_STAR =
        5 /**< every member is tied to the lead; weight: partnerships shared */
};

/**
 * A choice of what to see. Zero is every field's default.
 *
 * The weight of a pair in a form is made of its parallel rows by `parallel` (default: sum); that of a
 * pair is made in the same way of all of its rows, whatever their forms, so a mean is over rows. What
 * partnerships give is one more row. With direction either or both, `direction_weight` then makes one
 * weight of what each side reports (default: max under either, min under both); its sum adds the rows
 * of the one side, of the other, and undirected ones, each once. `min_weight` last leaves out pairs
 * (directed ties) whose weight is below it, with all their rows.
 */
typedef struct samen_view_options {
    uint32_t struct_size;     /**< sizeof(samen_view_options) */
    uint32_t direction;       /**< SAMEN_DIRECTION_... */
    uint64_t forms;           /**< bit i for form i of the typology; 0: all */
    const char *from;         /**< first day of the period, as "2024-01-01", or NULL */
    const char *to;           /**< the day after its last, or NULL */
    const char *const *where; /**< "attribute=value" or "attribute!=value" each: values of one
                                           attribute are alternatives, attributes must all hold */
    int64_t where_count;      /**< how many */
    const char *const *organisations; /**< keys of the only organisations to see */
    int64_t organisations_count;      /**< how many; 0: all */
    double min_weight;                /**< pairs below it are left out; 0: none */
    uint32_t direction_weight;        /**< SAMEN_RULE_... */
    uint32_t parallel;                /**< SAMEN_RULE_... */
    uint32_t partnerships;            /**< SAMEN_PARTNERSHIPS_... */
    uint32_t drop_isolates;           /**< 1: organisations without ties in the view are left out */
    const char *lead;                 /**< role of the lead in a star; NULL: any of lead, leader,
                                           coordinator, chair, trekker, voorzitter, penhouder */
} samen_view_options;

/**
 * A view of a network. A tie or partnership is in the period when its own period touches it; without
 * dates it always is; a membership has a period of its own beside its partnership's. Newman's k counts
 * all members in the period, those that the view does not show too. An undirected tie counts both ways;
 * a view is directed when its direction is "recorded" and one of the ties that it chooses, before
 * min_weight, is directed.
 * @param network the network, kept alive by the view
 * @param options the choice, or NULL for everything
 * @param run threads, progress and cancelling, or NULL
 * @param out the view, to be freed by the caller
 * @param err SAMEN_ERR_ARGUMENT, SAMEN_ERR_UNKNOWN (form, attribute, value or key), SAMEN_ERR_VALUE
 * Complexity: O(organisations + ties). Since 0.1.
 */
SAMEN_API samen_status samen_view_new(samen_network *network, const samen_view_options *options,
                                      const samen_run *run, samen_view **out, samen_error *err);

/**
 * The same, with the choice as text: "forms=action,learning; from=2024-01-01; where=sector=GOV".
 * Names are those of the options struct, - and _ alike; directions are recorded, either, both; rules
 * sum, max, min, mean; partnerships auto, ignore, count, newman, binary, star. where and
 * organisations may be given several times. samen_describe_options("view") lists them all.
 * @param network the network, kept alive by the view
 * @param options pairs of name=value parted by semicolons or line ends; a value with one of these
 *        stands in double quotes; NULL or "" for everything
 * @param run threads, progress and cancelling, or NULL
 * @param out the view, to be freed by the caller
 * @param err as samen_view_new()
 * Complexity: O(organisations + ties). Since 0.1.
 */
SAMEN_API samen_status samen_view_make(samen_network *network, const char *options,
                                       const samen_run *run, samen_view **out, samen_error *err);

/** One more owner; returns its argument. Since 0.1. */
SAMEN_API samen_view *samen_view_retain(samen_view *view);

/** One owner fewer; the last one frees it. NULL is allowed. Since 0.1. */
SAMEN_API void samen_view_free(samen_view *view);

/** The network that is seen, owned by the view; NULL for NULL. Since 0.1. */
SAMEN_API samen_network *samen_view_network(const samen_view *view);

/** How many organisations are seen; -1 for NULL. Since 0.1. */
SAMEN_API int64_t samen_view_organisations(const samen_view *view);

/** 1 when the view is directed, 0 when not, -1 for NULL. Since 0.1. */
SAMEN_API int32_t samen_view_is_directed(const samen_view *view);

/** The key of an organisation of the view, in the order of adding; owned by the view; NULL when there is
 * none. Since 0.1. */
SAMEN_API const char *samen_view_key(const samen_view *view, int64_t organisation);

/**
 * The ties of the view as a table: from, to, forms (keys parted by commas), weight. Undirected pairs
 * stand once, directed ones once for each direction, pair by pair.
 * @param view the view
 * @param run threads, progress and cancelling, or NULL
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 * Complexity: O(ties). Since 0.1.
 */
SAMEN_API samen_status samen_view_table(const samen_view *view, const samen_run *run,
                                        samen_table **out, samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
