/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Density and what non-respondents leave open.
 *
 * Choices: what a silent organisation would have said is neither absent nor there. The density over what was
 * answered takes the partner's report for the pair's where one side's report makes a tie; the bounds give
 * every report that is missing to the rule, negative or positive. */
#include "core/memory.h"
#include "measures/cohesion/blocks.h"

/* Whose answers a possible tie needs. */
typedef enum need { NEED_FIRST, NEED_ONE, NEED_BOTH } need;

/* To have been reported, as the view's rule for direction reads reports. */
static need need_to_report(const samen_view *view) {
    if (view->directed)
        return NEED_FIRST;
    return view->options.direction == SAMEN_DIRECTION_BOTH ? NEED_BOTH : NEED_ONE;
}

/* To be settled, so that no report that is missing could make a tie of it: where either side's report makes
 * a tie, the silent side's might have. */
static need need_to_settle(const samen_view *view) {
    return view->options.direction == SAMEN_DIRECTION_EITHER ? NEED_BOTH : need_to_report(view);
}

static int is_answered(const samen_view *view, const samen__column *respondents, need wanted,
                       int64_t one, int64_t other) {
    int said = samen__view_responded(view, respondents, one);
    int also_said = samen__view_responded(view, respondents, other);
    return wanted == NEED_FIRST ? said : wanted == NEED_ONE ? said || also_said : said && also_said;
}

/* How many of the possible ties are answered for. */
static double count_answered(const samen__call *call, const samen__column *respondents,
                             need wanted) {
    const samen_view *view = call->view;
    double n = (double)view->organisations, silent = 0;
    for (int64_t v = 0; v < view->organisations; v++)
        silent += !samen__view_responded(view, respondents, v);
    if (wanted == NEED_FIRST)
        return (n - silent) * (n - 1);
    if (wanted == NEED_BOTH)
        return (n - silent) * (n - silent - 1) / 2;
    return n * (n - 1) / 2 - silent * (silent - 1) / 2;
}

/* The ties of each line that are answered for. */
static int64_t *list_answered(const samen__call *call, const samen__blocks *b, need wanted,
                              samen_error *err) {
    const samen__column *respondents = samen__view_respondents(call->view);
    const int64_t *start = b->kinds.start;
    int64_t *ties = samen__new(b->count, sizeof *ties, err);
    for (int64_t i = 0; ties && i < b->entries; i++) {
        int counts = is_answered(call->view, respondents, wanted, b->one[i], b->other[i]);
        for (int64_t a = start[b->kind[i]]; counts && a < start[b->kind[i] + 1]; a++)
            ties[b->kinds.addend[a].total]++;
    }
    return ties;
}

samen_status samen__density_response(samen__call *call, const samen__blocks *b, samen_table *table,
                                     samen_error *err) {
    static const char *const names[] = {"density_observed", "density_least", "density_most"};
    const samen__column *respondents = samen__view_respondents(call->view);
    need report = need_to_report(call->view), settle = need_to_settle(call->view);
    double observed = count_answered(call, respondents, report);
    double settled = count_answered(call, respondents, settle);
    int64_t *seen = list_answered(call, b, report, err);
    int64_t *sure = seen ? list_answered(call, b, settle, err) : NULL;
    samen_status status = sure ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK)
        status = samen__add_form_column(call->view, &b->lines, table, err);
    if (status == SAMEN_OK)
        status = samen__blocks_add_counts(b, table, err);
    int64_t *possible = status == SAMEN_OK ? samen__table_add_int64(table, "observed", err) : NULL;
    for (int32_t line = 0; possible && line < b->count; line++)
        possible[line] = (int64_t)observed;
    status = possible ? status : SAMEN_ERR_MEMORY;
    for (int i = 0; status == SAMEN_OK && i < 3; i++) {
        samen__column *column = samen__table_add(table, names[i], SAMEN_COLUMN_FLOAT64, err);
        status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
        for (int32_t line = 0; status == SAMEN_OK && line < b->count; line++) {
            /* Every tie that is known counts; of the rest that is not settled, none or all. */
            double open = b->possible[line] - settled - (double)(b->ties[line] - sure[line]);
            double ties = i == 0 ? (double)seen[line] : (double)b->ties[line] + (i == 2 ? open : 0);
            status =
                samen__put_share(column, line, ties, i == 0 ? observed : b->possible[line], err);
        }
    }
    samen__delete(seen);
    samen__delete(sure);
    return status;
}
