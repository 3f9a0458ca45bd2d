/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the picture of roles says in words: its legend, its notes, its titles, and its description. */
#include <math.h>

#include "draw/palette.h"
#include "draw/roles.h"
#include "draw/sociogram.h"

enum { MOST_DESCRIBED = 5 };

#define OUTLINE 0.3

static uint32_t language_of(const samen__roles_shown *r) {
    return r->options->common.language;
}

static const char *word(const samen__roles_shown *r, samen__word w) {
    return samen__word_in(language_of(r), w);
}

const char *samen__role_organisation(const samen__roles_shown *r, int64_t organisation) {
    const samen_view *view = r->call->view;
    return r->options->names ? samen_view_key(view, organisation)
                             : samen_network_name(view->network, SAMEN_ORGANISATIONS,
                                                  view->organisation[organisation]);
}

void samen__role_title(const samen__roles_shown *r, int32_t role, const char *between,
                       samen__text *text) {
    samen__text_add_string(text, word(r, (samen__word)(SAMEN__WORD_COORDINATOR + role)));
    if (role != SAMEN__REPRESENTATIVE || r->call->view->directed)
        return;
    samen__text_add_string(text, between);
    samen__text_add_string(text, word(r, SAMEN__WORD_GATEKEEPER));
}

const char *samen__role_meaning(const samen__roles_shown *r, int32_t role) {
    if (role == SAMEN__REPRESENTATIVE && !r->call->view->directed)
        return word(r, SAMEN__WORD_BETWEEN_OWN_AND_OTHER);
    return word(r, (samen__word)(SAMEN__WORD_BETWEEN_OWN + role));
}

samen__pen samen__role_pen(int32_t outside) {
    return (samen__pen){
        .fill = outside ? SAMEN__INK : SAMEN__PAPER, .line = SAMEN__INK, .width = OUTLINE};
}

samen__pen samen__role_range_pen(void) {
    return samen__filled(SAMEN__RULE);
}

static void add_amount(const samen__roles_shown *r, samen__text *text, const char *before,
                       double amount) {
    samen__text_add_string(text, before);
    samen__add_amount(text, language_of(r), amount);
}

void samen__role_say(const samen__roles_shown *r, int64_t organisation, int32_t role,
                     samen__text *text) {
    const samen__role_found found = samen__role_of(r, organisation, role);
    text->length = 0;
    samen__text_add_string(text, samen__role_organisation(r, organisation));
    samen__text_add_string(text, ", ");
    samen__role_title(r, role, ", ", text);
    samen__text_add_string(text, ": ");
    samen__add_count(text, language_of(r), (int64_t)found.count);
    add_amount(r, text, word(r, SAMEN__WORD_EXPECTED_OF), found.expected);
    add_amount(r, text, " (", found.lower);
    add_amount(r, text, word(r, SAMEN__WORD_TO), found.upper);
    samen__text_add_byte(text, ')');
    if (!isnan(found.p))
        add_amount(r, text, word(r, found.more ? SAMEN__WORD_P_MORE : SAMEN__WORD_P_FEWER),
                   found.p);
}

/* ---- Legend and notes ---------------------------------------------------------------------------- */

static samen_status add_mark(samen__roles_shown *r, int32_t outside, samen__word w,
                             samen_error *err) {
    const samen__key key = {
        .kind = SAMEN__KEY_MARK, .pen = samen__role_pen(outside), .radius = SAMEN__ROLE_RADIUS};
    return samen__legend_add(&r->frame.legend, key, word(r, w), err);
}

static void add_notes(const samen__roles_shown *r, samen__text *notes) {
    if (r->shown < r->all) {
        samen__text_add_string(notes, word(r, SAMEN__WORD_THE));
        samen__add_count(notes, language_of(r), r->shown);
        samen__text_add_string(notes, word(r, SAMEN__WORD_WITH_MOST));
        samen__text_add_string(notes, word(r, SAMEN__WORD_BROKERAGE));
        samen__text_add_string(notes, word(r, SAMEN__WORD_DRAWN_OF));
        samen__add_count(notes, language_of(r), r->all);
        samen__text_add_string(notes, ".\n");
    }
    if (r->options->draws > 0)
        samen__text_add_string(notes, word(r, SAMEN__WORD_IGNORES_DEGREES));
    samen__text_add_string(notes, word(r, SAMEN__WORD_OWN_SCALES));
    if (r->without_group > 0) {
        samen__add_counted(notes, language_of(r), r->without_group, SAMEN__WORD_ORGANISATION,
                           SAMEN__WORD_ORGANISATIONS);
        samen__text_add_string(notes, word(r, SAMEN__WORD_WITHOUT_GROUP));
    }
}

samen_status samen__roles_legend(samen__roles_shown *r, samen_error *err) {
    const samen__key range = {.kind = SAMEN__KEY_BOX, .pen = samen__role_range_pen()};
    samen_status status = samen__frame_heading(&r->frame, word(r, SAMEN__WORD_OBSERVED), err);
    if (status == SAMEN_OK)
        status = add_mark(r, 1, SAMEN__WORD_OUTSIDE, err);
    if (status == SAMEN_OK)
        status = add_mark(r, 0, SAMEN__WORD_WITHIN, err);
    if (status == SAMEN_OK)
        status = samen__frame_heading(&r->frame, word(r, SAMEN__WORD_EXPECTED), err);
    if (status == SAMEN_OK)
        status =
            samen__legend_add(&r->frame.legend, range, word(r, SAMEN__WORD_EXPECTED_RANGE), err);
    add_notes(r, &r->frame.notes);
    return status;
}

static void describe_one(const samen__roles_shown *r, int64_t organisation, samen__text *text) {
    samen__text_add_string(text, samen__role_organisation(r, organisation));
    samen__text_add_byte(text, ' ');
    samen__add_count(text, language_of(r),
                     (int64_t)samen__role_of(r, organisation, SAMEN__TOTAL).count);
    for (int32_t panel = 0; panel < r->panels; panel++) {
        const samen__role_found found = samen__role_of(r, organisation, r->role[panel]);
        samen__text_add_string(text, panel ? "; " : " (");
        samen__role_title(r, r->role[panel], ", ", text);
        samen__text_add_byte(text, ' ');
        samen__add_count(text, language_of(r), (int64_t)found.count);
        add_amount(r, text, word(r, SAMEN__WORD_EXPECTED_OF), found.expected);
    }
    samen__text_add_byte(text, ')');
}

samen_status samen__roles_describe(const samen__roles_shown *r, samen__text *text,
                                   samen_error *err) {
    int64_t described = r->shown < MOST_DESCRIBED ? r->shown : MOST_DESCRIBED;
    samen__add_counted(text, language_of(r), r->all, SAMEN__WORD_ORGANISATION,
                       SAMEN__WORD_ORGANISATIONS);
    samen__text_add_string(text, ". ");
    samen__text_add_string(text, word(r, described ? SAMEN__WORD_BROKERAGE : SAMEN__WORD_NOTHING));
    for (int64_t i = 0; i < described; i++) {
        samen__text_add_string(text, i ? ". " : ": ");
        describe_one(r, r->order[i], text);
    }
    return text->failed ? samen__fail_memory(err) : SAMEN_OK;
}
