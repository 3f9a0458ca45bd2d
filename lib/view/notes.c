/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a careful analyst must know about the view behind a number. */
#include "core/bitset.h"
#include "view/view.h"

const samen__column *samen__view_respondents(const samen_view *view) {
    const samen__column *column =
        samen__network_attribute(view->network, SAMEN_ORGANISATIONS, "respondent");
    return column && column->type == SAMEN_COLUMN_BOOL ? column : NULL;
}

int samen__view_responded(const samen_view *view, const samen__column *respondents,
                          int64_t organisation) {
    int64_t row = view->organisation[organisation];
    return !respondents || samen__column_is_null(respondents, row) ||
           samen__bitset_get(respondents->data, row);
}

static int64_t count_silent(const samen_view *view) {
    const samen__column *respondents = samen__view_respondents(view);
    int64_t silent = 0;
    for (int64_t i = 0; respondents && i < view->organisations; i++)
        silent += !samen__view_responded(view, respondents, i);
    return silent;
}

static samen_status note_partnerships(const samen_view *view, samen_table *table,
                                      samen_error *err) {
    static const char *const ways[] = {
        [SAMEN_PARTNERSHIPS_COUNT] = "every two members are tied, the weight counting how many "
                                     "partnerships they share",
        [SAMEN_PARTNERSHIPS_NEWMAN] =
            "every two members are tied, a partnership of k members adding "
            "1/(k-1) to the weight",
        [SAMEN_PARTNERSHIPS_BINARY] = "every two members are tied, with weight 1",
        [SAMEN_PARTNERSHIPS_STAR] = "every member is tied to the lead",
    };
    if (view->partnerships == 0)
        return SAMEN_OK;
    if (view->project == SAMEN_PARTNERSHIPS_IGNORE)
        return samen__table_add_note(
            table, "partnerships-left-out", view->partnerships, err,
            "%ld partnerships make no ties here; the option partnerships (count, newman, binary, "
            "star) projects them.",
            (long)view->partnerships);
    return samen__table_add_note(table, "partnerships-projected", view->partnerships, err,
                                 "%ld partnerships are projected to ties: %s.",
                                 (long)view->partnerships, ways[view->project]);
}

samen_status samen__view_add_notes(const samen_view *view, samen_table *table, samen_error *err) {
    const samen__pairs *p = &view->pairs;
    int64_t silent = count_silent(view);
    samen_status status = note_partnerships(view, table, err);
    if (status == SAMEN_OK && silent > 0)
        status = samen__table_add_note(table, "non-respondents", silent, err,
                                       "%ld organisations did not respond: the ties that only they "
                                       "could have reported are missing, not absent.",
                                       (long)silent);
    if (status == SAMEN_OK && p->self_ties > 0)
        status = samen__table_add_note(table, "self-ties", p->self_ties, err,
                                       "%ld ties of an organisation to itself are left out.",
                                       (long)p->self_ties);
    if (status == SAMEN_OK && p->undated > 0)
        status = samen__table_add_note(table, "undated", p->undated, err,
                                       "%ld ties have no dates and count in every period.",
                                       (long)p->undated);
    if (status == SAMEN_OK && p->unconfirmed > 0)
        status = samen__table_add_note(
            table, "unconfirmed", p->unconfirmed, err,
            "%ld pairs are reported by one side only, in every form, and are left out.",
            (long)p->unconfirmed);
    if (status == SAMEN_OK && p->light > 0)
        status = samen__table_add_note(table, "light", p->light, err,
                                       "%ld %s have a weight below the least and are left out.",
                                       (long)p->light, view->directed ? "directed ties" : "pairs");
    if (status == SAMEN_OK && p->leaderless > 0)
        status = samen__table_add_note(table, "no-lead", p->leaderless, err,
                                       "%ld partnerships have no lead and make no ties; the option "
                                       "lead names its role.",
                                       (long)p->leaderless);
    return status;
}
