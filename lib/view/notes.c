/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a careful analyst must know about the view behind a number. */
#include "core/bitset.h"
#include "core/text.h"
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
    int64_t count = view->partnerships;
    const char *partnerships = samen__plural(count, "partnership", "partnerships");
    if (count == 0)
        return SAMEN_OK;
    if (view->project == SAMEN_PARTNERSHIPS_IGNORE)
        return samen__table_add_note(
            table, "partnerships-left-out", count, err,
            "%ld %s %s no ties here; the option partnerships (count, newman, binary, star) "
            "projects them.",
            (long)count, partnerships, samen__plural(count, "makes", "make"));
    return samen__table_add_note(table, "partnerships-projected", count, err,
                                 "%ld %s %s projected to ties: %s.", (long)count, partnerships,
                                 samen__plural(count, "is", "are"), ways[view->project]);
}

/* A kind of note: its code, and what follows the count for one and for many. */
typedef struct kind {
    const char *code;
    int64_t count;
    const char *one;
    const char *many;
} kind;

samen_status samen__view_add_notes(const samen_view *view, samen_table *table, samen_error *err) {
    samen__pairs told = samen__view_told(view);
    const kind kinds[] = {
        {"non-respondents", count_silent(view),
         "organisation did not respond: the ties that only it could have reported are missing, not "
         "absent.",
         "organisations did not respond: the ties that only they could have reported are missing, not "
         "absent."},
        {"self-ties", told.self_ties, "tie of an organisation to itself is left out.",
         "ties of an organisation to itself are left out."},
        {"undated", told.undated, "tie has no dates and counts in every period.",
         "ties have no dates and count in every period."},
        {"unconfirmed", told.unconfirmed,
         "pair is reported by one side only, in every form, and is left out.",
         "pairs are reported by one side only, in every form, and are left out."},
        {"light", told.light, "tie has a weight below the least and is left out.",
         "ties have a weight below the least and are left out."},
        {"no-lead", told.leaderless,
         "partnership has no lead and makes no ties; the option lead names its role.",
         "partnerships have no lead and make no ties; the option lead names its role."},
    };
    samen_status status = note_partnerships(view, table, err);
    for (size_t i = 0; status == SAMEN_OK && i < sizeof kinds / sizeof kinds[0]; i++) {
        if (kinds[i].count > 0)
            status = samen__table_add_note(
                table, kinds[i].code, kinds[i].count, err, "%ld %s", (long)kinds[i].count,
                samen__plural(kinds[i].count, kinds[i].one, kinds[i].many));
    }
    return status;
}
