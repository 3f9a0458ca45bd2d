/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One set of forms against another, with two intervals.
 *
 * For whoever asks whether partners rather act together or rather consult. The share A / (A + B)
 * leaves all other forms aside; the difference of shares does not.
 *
 * Choices: the vertex bootstrap resamples organisations and takes each tied pair with all that ties
 * it, so that ties which share organisations stay together. Draws in which both sides are empty say
 * nothing and are left out; `draws` counts those that are used. Partnerships are counted once each,
 * whoever their members are, so only Wilson's interval speaks of them.
 *
 * Based on: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22,
 * 1927 (doi 10.1080/01621459.1927.10502953); T. A. B. Snijders and S. P. Borgatti, Non-parametric
 * standard errors and tests for network statistics, Connections 22(2), 1999.
 * Complexity: O(draws (organisations + tied pairs)). */
#include <string.h>

#include "core/memory.h"
#include "kernels/kinds.h"
#include "kernels/statistics.h"
#include "measures/composition/tally.h"
#include "measures/registry.h"
#include "samen/composition.h"

enum { TIES, WEIGHT, PAIRS, PARTNERSHIPS, BASES };
enum { SIDE_A, SIDE_B, ALL, SIDES };

static const char *const basis_names[BASES] = {"ties", "weight", "pairs", "partnerships"};

typedef struct contrast {
    uint64_t mask[2];
    double total[BASES][SIDES];
    int64_t draws; /* asked for */
    double level;
    double *sums;  /* draws * PARTNERSHIPS * SIDES */
    double *spare; /* draws */
    samen_table *table;
} contrast;

static samen_status read_side(const samen__call *call, const char *names, const char *option,
                              uint64_t *mask, samen_error *err) {
    samen_error inner = {0};
    samen_status status =
        samen__typology_read_mask(call->view->network->typology, names, mask, &inner);
    if (status == SAMEN_OK)
        return status;
    samen__fail_argument(err, call->argument, "option %s of composition.contrast: %s", option,
                         inner.message);
    if (err)
        err->code = status;
    return status;
}

static samen_status read_sides(const samen__call *call, contrast *c, samen_error *err) {
    const samen_composition_contrast_options *o = call->options;
    samen_status status = read_side(call, o->a, "a", &c->mask[SIDE_A], err);
    if (status == SAMEN_OK)
        status = read_side(call, o->b, "b", &c->mask[SIDE_B], err);
    if (status == SAMEN_OK && (c->mask[SIDE_A] & c->mask[SIDE_B]))
        status = samen__fail_argument(err, call->argument,
                                      "a form stands on both sides of composition.contrast; the "
                                      "options a and b must not overlap");
    c->draws = o->draws;
    c->level = o->level;
    return status;
}

static int is_on_side(const contrast *c, int side, uint64_t forms) {
    return side == ALL || (forms & c->mask[side]) != 0;
}

/* Ties, weight and partnerships are sums over forms; pairs are counted once a side. */
static samen_status count(const samen__call *call, contrast *c, samen_error *err) {
    samen__tallies t;
    samen_status status = samen__tally_make(call, SAMEN__WHOLE, NULL, &t, err);
    if (status != SAMEN_OK)
        return status;
    for (int side = 0; side < SIDES; side++) {
        for (int32_t line = 1; line < t.lines.count; line++) {
            if (!is_on_side(c, side, 1ull << t.lines.form[line]))
                continue;
            c->total[TIES][side] += (double)t.tally[line].ties;
            c->total[WEIGHT][side] += t.tally[line].weight;
            c->total[PARTNERSHIPS][side] += (double)t.tally[line].partnerships;
        }
        samen__pair pair;
        for (samen__walk w = {0}; samen__next_pair(call->pairs, &w, &pair);)
            c->total[PAIRS][side] += is_on_side(c, side, pair.forward_forms | pair.backward_forms);
    }
    samen__tally_free(&t);
    return SAMEN_OK;
}

/* ---- The bootstrap: totals of every basis and side, over tied pairs ------------------------------- */

enum { TOTALS = PARTNERSHIPS * SIDES };

/* Tied pairs as input for the bootstrap. */
typedef struct pair_list {
    int32_t *one, *other, *kind;
    double *weight[SIDES];
    samen__kinds kinds;
} pair_list;

static void free_pair_list(pair_list *l) {
    samen__delete(l->one);
    samen__delete(l->other);
    samen__delete(l->kind);
    for (int side = 0; side < SIDES; side++)
        samen__delete(l->weight[side]);
    samen__kinds_free(&l->kinds);
}

/* The kind of pairs that count for so many ties on each side, and as a pair on these sides. */
static samen_status find_kind(pair_list *l, const int ties[SIDES], const int pairs[SIDES],
                              int32_t *kind, samen_error *err) {
    uint64_t key = 0;
    int fresh = 0;
    for (int side = 0; side < SIDES; side++)
        key |= (uint64_t)(2 * ties[side] + pairs[side]) << 16 * side;
    samen_status status = samen__kinds_find(&l->kinds, key, kind, &fresh, err);
    for (int side = 0; fresh && side < SIDES; side++) {
        if (status == SAMEN_OK && ties[side] > 0)
            status = samen__kinds_add(&l->kinds, TIES * SIDES + side, ties[side], err);
        if (status == SAMEN_OK && pairs[side] > 0)
            status = samen__kinds_add(&l->kinds, PAIRS * SIDES + side, 1, err);
    }
    return status;
}

/* What a pair adds, by its cells. */
static samen_status list_pair(const contrast *c, const samen__pairs *p, int64_t number,
                              const samen__pair *pair, samen__walk *cells, pair_list *l,
                              samen_error *err) {
    uint64_t forms = pair->forward_forms | pair->backward_forms;
    int ties[SIDES] = {0}, pairs[SIDES];
    samen__cell cell;
    l->one[number] = pair->low;
    l->other[number] = pair->high;
    for (; forms && samen__next_cell(p, cells, &cell); forms &= forms - 1) {
        for (int side = 0; side < SIDES; side++) {
            if (!is_on_side(c, side, 1ull << cell.form))
                continue;
            ties[side] += (int)samen__cell_ties(&cell);
            l->weight[side][number] += samen__cell_weight(&cell);
        }
    }
    for (int side = 0; side < SIDES; side++)
        pairs[side] = is_on_side(c, side, pair->forward_forms | pair->backward_forms);
    return find_kind(l, ties, pairs, &l->kind[number], err);
}

static samen_status list_pairs(const contrast *c, const samen__pairs *p, pair_list *l,
                               samen_error *err) {
    int complete = 1;
    samen__pair pair;
    samen__walk walk = {0}, cells = {0};
    l->one = samen__new_raw(p->pairs, sizeof *l->one, err);
    l->other = samen__new_raw(p->pairs, sizeof *l->other, err);
    l->kind = samen__new_raw(p->pairs, sizeof *l->kind, err);
    for (int side = 0; side < SIDES; side++) {
        l->weight[side] = samen__new(p->pairs, sizeof *l->weight[side], err);
        complete &= l->weight[side] != NULL;
    }
    samen_status status = samen__kinds_start(&l->kinds, err);
    if (!complete || !l->one || !l->other || !l->kind)
        status = SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && samen__next_pair(p, &walk, &pair); i++)
        status = list_pair(c, p, i, &pair, &cells, l, err);
    return status;
}

static samen_status resample(samen__call *call, contrast *c, samen_error *err) {
    pair_list l = {0};
    samen__own_addends own[SIDES];
    samen_status status = list_pairs(c, call->pairs, &l, err);
    for (int side = 0; side < SIDES; side++)
        own[side] = (samen__own_addends){.total = WEIGHT * SIDES + side, .value = l.weight[side]};
    samen__resampling r = {.vertices = call->view->organisations,
                           .pairs = call->pairs->pairs,
                           .one = l.one,
                           .other = l.other,
                           .kind = l.kind,
                           .kinds = l.kinds.count,
                           .start = l.kinds.start,
                           .addend = l.kinds.addend,
                           .owns = SIDES,
                           .own = own,
                           .totals = TOTALS,
                           .strata = 1,
                           .purpose = 1};
    if (status == SAMEN_OK)
        status = samen__bootstrap(&r, c->draws, c->sums, &call->run, err);
    free_pair_list(&l);
    return status;
}

/* A statistic of the three totals; 0 when it is undefined. */
typedef int (*statistic)(const double total[SIDES], double *value);

static int share_of(const double total[SIDES], double *value) {
    double both = total[SIDE_A] + total[SIDE_B];
    *value = both > 0 ? total[SIDE_A] / both : 0;
    return both > 0;
}

static int difference_of(const double total[SIDES], double *value) {
    *value = total[ALL] > 0 ? (total[SIDE_A] - total[SIDE_B]) / total[ALL] : 0;
    return total[ALL] > 0;
}

static int64_t spread_of(const contrast *c, int basis, statistic f, samen__spread *spread) {
    int64_t used = 0;
    for (int64_t d = 0; d < c->draws && basis != PARTNERSHIPS; d++)
        used += f(c->sums + d * TOTALS + basis * SIDES, &c->spare[used]);
    if (used > 0)
        *spread = samen__bootstrap_spread(c->spare, used, c->level);
    return used;
}

/* ---- The table ------------------------------------------------------------------------------------ */

/* A row for each basis: what goes in, and whether it is defined. */
typedef struct cell_value {
    double value;
    int defined;
} cell_value;

static samen_status add_values(contrast *c, const char *name, const cell_value value[BASES],
                               samen_error *err) {
    samen__column *column = samen__table_add(c->table, name, SAMEN_COLUMN_FLOAT64, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int basis = 0; status == SAMEN_OK && basis < BASES; basis++) {
        if (value[basis].defined)
            ((double *)column->data)[basis] = value[basis].value;
        else
            status = samen__column_set_null(column, basis, err);
    }
    return status;
}

enum {
    COUNT_A,
    COUNT_B,
    COUNT_ALL,
    ESTIMATE,
    STD_ERROR,
    LOWER,
    UPPER,
    WILSON_LOWER,
    WILSON_UPPER,
    DIFFERENCE,
    DIFFERENCE_LOWER,
    DIFFERENCE_UPPER,
    ODDS,
    VALUES
};

static const char *const value_names[VALUES] = {"a",
                                                "b",
                                                "all",
                                                "estimate",
                                                "std_error",
                                                "lower",
                                                "upper",
                                                "wilson_lower",
                                                "wilson_upper",
                                                "difference",
                                                "difference_lower",
                                                "difference_upper",
                                                "odds"};

static void fill(const contrast *c, int basis, cell_value value[VALUES][BASES], int64_t *draws) {
    const double *total = c->total[basis];
    double both = total[SIDE_A] + total[SIDE_B], lower = 0, upper = 0, share, difference;
    samen__spread spread = {0}, gap = {0};
    int shared = share_of(total, &share), compared = difference_of(total, &difference);
    *draws = spread_of(c, basis, share_of, &spread);
    int64_t gaps = spread_of(c, basis, difference_of, &gap);
    int counted = shared && basis != WEIGHT;
    if (counted)
        samen__wilson(total[SIDE_A], both, c->level, &lower, &upper);
    value[COUNT_A][basis] = (cell_value){total[SIDE_A], 1};
    value[COUNT_B][basis] = (cell_value){total[SIDE_B], 1};
    value[COUNT_ALL][basis] = (cell_value){total[ALL], 1};
    value[ESTIMATE][basis] = (cell_value){share, shared};
    value[STD_ERROR][basis] = (cell_value){spread.std_error, shared && *draws > 1};
    value[LOWER][basis] = (cell_value){spread.lower, shared && *draws > 0};
    value[UPPER][basis] = (cell_value){spread.upper, shared && *draws > 0};
    value[WILSON_LOWER][basis] = (cell_value){lower, counted};
    value[WILSON_UPPER][basis] = (cell_value){upper, counted};
    value[DIFFERENCE][basis] = (cell_value){difference, compared};
    value[DIFFERENCE_LOWER][basis] = (cell_value){gap.lower, compared && gaps > 0};
    value[DIFFERENCE_UPPER][basis] = (cell_value){gap.upper, compared && gaps > 0};
    value[ODDS][basis] =
        (cell_value){total[SIDE_B] > 0 ? total[SIDE_A] / total[SIDE_B] : 0, total[SIDE_B] > 0};
}

static samen_status hand_over(contrast *c, samen_error *err) {
    cell_value value[VALUES][BASES];
    int64_t draws[BASES];
    for (int basis = 0; basis < BASES; basis++)
        fill(c, basis, value, &draws[basis]);
    samen__column *names = samen__table_add(c->table, "basis", SAMEN_COLUMN_TEXT, err);
    samen_status status = names ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int basis = 0; status == SAMEN_OK && basis < BASES; basis++)
        status = samen__column_add_string(names, basis_names[basis], err);
    for (int v = 0; status == SAMEN_OK && v < VALUES; v++)
        status = add_values(c, value_names[v], value[v], err);
    int64_t *used = status == SAMEN_OK ? samen__table_add_int64(c->table, "draws", err) : NULL;
    if (!used)
        return SAMEN_ERR_MEMORY;
    memcpy(used, draws, sizeof draws);
    return SAMEN_OK;
}

static const char *const tables[] = {"basis", NULL};

static samen_status compute(samen__call *call, samen_table **out, samen_error *err) {
    contrast c = {0};
    samen_status status = read_sides(call, &c, err);
    if (status == SAMEN_OK)
        status = count(call, &c, err);
    if (status == SAMEN_OK) {
        c.sums = samen__new(c.draws * TOTALS, sizeof *c.sums, err);
        c.spare = samen__new(c.draws, sizeof *c.spare, err);
        status = c.sums && c.spare ? SAMEN_OK : SAMEN_ERR_MEMORY;
    }
    if (status == SAMEN_OK && c.draws > 0)
        status = resample(call, &c, err);
    if (status == SAMEN_OK)
        status = samen__table_new(BASES, out, err);
    c.table = *out;
    if (status == SAMEN_OK)
        status = hand_over(&c, err);
    samen__delete(c.sums);
    samen__delete(c.spare);
    return status;
}

#define FIELD(name) offsetof(samen_composition_contrast_options, name)

static const samen__option options[] = {
    SAMEN__TABLE_OPTION(samen_composition_contrast_options, tables),
    {.name = "a",
     .type = SAMEN__OPTION_TEXT,
     .offset = FIELD(a),
     .fallback = "action",
     .since = "0.1",
     .help = "forms of the one side, parted by commas"},
    {.name = "b",
     .type = SAMEN__OPTION_TEXT,
     .offset = FIELD(b),
     .fallback = "consultation",
     .since = "0.1",
     .help = "forms of the other side, parted by commas"},
    SAMEN__DRAWS_OPTION(samen_composition_contrast_options,
                        "draws of the vertex bootstrap, 0 for none"),
    SAMEN__LEVEL_OPTION(samen_composition_contrast_options),
};

#define NO_SIDES "neither side occurs"
#define NO_DRAWS "neither side occurs, there are too few draws, or the bootstrap does not apply"

static const samen__column_info columns[] = {
    {"basis", "basis", SAMEN_COLUMN_TEXT, "what is counted", NULL},
    {"basis", "a", SAMEN_COLUMN_FLOAT64, "count of the one side", NULL},
    {"basis", "b", SAMEN_COLUMN_FLOAT64, "count of the other side", NULL},
    {"basis", "all", SAMEN_COLUMN_FLOAT64, "count of all forms", NULL},
    {"basis", "estimate", SAMEN_COLUMN_FLOAT64, "share a / (a + b)", NO_SIDES},
    {"basis", "std_error", SAMEN_COLUMN_FLOAT64, "of the share, vertex bootstrap", NO_DRAWS},
    {"basis", "lower", SAMEN_COLUMN_FLOAT64, "of the share, vertex bootstrap", NO_DRAWS},
    {"basis", "upper", SAMEN_COLUMN_FLOAT64, "of the share, vertex bootstrap", NO_DRAWS},
    {"basis", "wilson_lower", SAMEN_COLUMN_FLOAT64, "of the share, were counts independent",
     "neither side occurs, or weights are no counts"},
    {"basis", "wilson_upper", SAMEN_COLUMN_FLOAT64, "of the share, were counts independent",
     "neither side occurs, or weights are no counts"},
    {"basis", "difference", SAMEN_COLUMN_FLOAT64, "(a - b) / all", "there is nothing to share"},
    {"basis", "difference_lower", SAMEN_COLUMN_FLOAT64, "vertex bootstrap", NO_DRAWS},
    {"basis", "difference_upper", SAMEN_COLUMN_FLOAT64, "vertex bootstrap", NO_DRAWS},
    {"basis", "odds", SAMEN_COLUMN_FLOAT64, "a / b", "the other side does not occur"},
    {"basis", "draws", SAMEN_COLUMN_INT64, "draws that could be used", NULL},
};

const samen__measure samen__composition_contrast = {
    .name = "composition.contrast",
    .title = "One set of forms against another",
    .summary = "The share of one set of forms against another, by default action against "
               "consultation, with intervals.",
    .source = "Wilson 1927, doi 10.1080/01621459.1927.10502953; Snijders and Borgatti 1999, "
              "Connections 22(2)",
    .since = "0.1",
    .tables = tables,
    .column = columns,
    .columns = sizeof columns / sizeof columns[0],
    .options = {.owner = "composition.contrast",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen_composition_contrast_options)},
    .compute = compute,
};

samen_status samen_composition_contrast(const samen_view *view,
                                        const samen_composition_contrast_options *given,
                                        const samen_run *run, samen_table **out, samen_error *err) {
    return samen__measure_call(&samen__composition_contrast, view, given, run, out, err);
}
