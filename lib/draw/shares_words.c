/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the picture of shares says in words: its legend, its notes, its titles, and its description. */
#include <math.h>

#include "draw/bars.h"
#include "draw/palette.h"
#include "draw/shares.h"

enum { MOST_DESCRIBED = 12 };

static uint32_t language_of(const samen__shares *s) {
    return s->options->common.language;
}

static const char *word(const samen__shares *s, samen__word w) {
    return samen__word_in(language_of(s), w);
}

static const char *form_name(const samen__shares *s, int32_t form) {
    return samen_typology_name(s->call->view->network->typology, form, (int32_t)language_of(s));
}

samen__word samen__shares_counted(const samen__shares *s, int64_t count) {
    switch (s->options->of) {
    case SAMEN__OF_PAIRS: return count == 1 ? SAMEN__WORD_PAIR : SAMEN__WORD_PAIRS;
    case SAMEN__OF_PARTNERSHIPS:
        return count == 1 ? SAMEN__WORD_PARTNERSHIP : SAMEN__WORD_PARTNERSHIPS;
    default: return count == 1 ? SAMEN__WORD_TIE : SAMEN__WORD_TIES;
    }
}

/* ---- Marks --------------------------------------------------------------------------------------- */

/* "consultation 34 % (25 to 44)" */
static void add_share(const samen__shares *s, int64_t row, int32_t form, samen__text *text) {
    const samen__share *share = samen__share_of(s, row, form);
    samen__text_add_string(text, form_name(s, s->form[form]));
    if (isnan(share->share))
        return;
    samen__text_add_byte(text, ' ');
    samen__add_percent(text, language_of(s), share->share);
    samen__text_add_string(text, " %");
    if (isnan(share->lower))
        return;
    samen__text_add_string(text, " (");
    samen__add_percent(text, language_of(s), share->lower);
    samen__text_add_string(text, word(s, SAMEN__WORD_TO));
    samen__add_percent(text, language_of(s), share->upper);
    samen__text_add_byte(text, ')');
}

void samen__shares_say(const samen__shares *s, int64_t row, int32_t form, samen__text *text) {
    int weight = s->options->of == SAMEN__OF_WEIGHT;
    text->length = 0;
    samen__text_add_string(text, s->row[row].name);
    samen__text_add_string(text, ": ");
    add_share(s, row, form, text);
    samen__text_add_string(text, ", ");
    if (weight) {
        samen__text_add_string(text, word(s, SAMEN__WORD_WEIGHT_OF));
        samen__text_add_byte(text, ' ');
    }
    samen__add_amount(text, language_of(s), samen__share_of(s, row, form)->amount);
    samen__text_add_string(text, word(s, SAMEN__WORD_DRAWN_OF));
    samen__add_amount(text, language_of(s), s->row[row].total);
    if (!weight) {
        samen__text_add_byte(text, ' ');
        samen__text_add_string(text, word(s, samen__shares_counted(s, s->row[row].count)));
    }
}

/* ---- Legend and notes ---------------------------------------------------------------------------- */

/* In a picture of one row with a bar for each form, the forms are named beside their bars. */
static samen_status add_forms(samen__shares *s, samen_error *err) {
    if (s->forms == 0 || (!s->stacked && s->rows == 1))
        return SAMEN_OK;
    samen_status status = samen__frame_heading(&s->frame, word(s, SAMEN__WORD_FORM), err);
    for (int32_t i = 0; status == SAMEN_OK && i < s->forms; i++) {
        const samen__key key = {.kind = SAMEN__KEY_BOX,
                                .pen = samen__form_box(s->form[i]),
                                .hatching = samen__form_pattern(s->form[i])};
        status = samen__legend_add(&s->frame.legend, key, form_name(s, s->form[i]), err);
    }
    return status;
}

static void note_rows(samen__shares *s, samen__text *notes) {
    if (s->rows < s->all) {
        samen__text_add_string(notes, word(s, SAMEN__WORD_THE));
        samen__add_count(notes, language_of(s), s->rows);
        samen__text_add_string(notes, word(s, SAMEN__WORD_WITH_MOST));
        samen__text_add_string(notes, word(s, samen__shares_counted(s, 0)));
        samen__text_add_string(notes, word(s, SAMEN__WORD_DRAWN_OF));
        samen__add_count(notes, language_of(s), s->all);
        samen__text_add_string(notes, ".\n");
    }
    if (s->options->by == SAMEN__BY_ORGANISATION || s->options->by == SAMEN__BY_GROUP)
        samen__text_add_string(notes, word(s, SAMEN__WORD_COUNTS_FOR_EACH));
    if (s->without_group > 0) {
        samen__add_counted(notes, language_of(s), s->without_group, SAMEN__WORD_ORGANISATION,
                           SAMEN__WORD_ORGANISATIONS);
        samen__text_add_string(notes, word(s, SAMEN__WORD_WITHOUT_GROUP));
    }
}

static void note_intervals(samen__shares *s, samen__text *notes) {
    int parts = s->options->by == SAMEN__BY_ORGANISATION || s->options->by == SAMEN__BY_GROUP;
    if (s->in_several)
        samen__text_add_string(notes, word(s, SAMEN__WORD_PAIRS_IN_SEVERAL));
    if (s->stacked)
        return;
    if (parts)
        samen__text_add_string(notes, word(s, SAMEN__WORD_NO_INTERVALS));
    else if (s->in_several && s->options->draws > 0)
        samen__text_add_string(notes, word(s, SAMEN__WORD_SHARED_PAIRS));
    if (!s->intervals)
        return;
    samen__add_amount(notes, language_of(s), 100 * s->options->level);
    samen__text_add_string(notes, " %");
    if (s->options->of == SAMEN__OF_PARTNERSHIPS) {
        samen__text_add_string(notes, word(s, SAMEN__WORD_WILSON));
    } else {
        samen__text_add_string(notes, word(s, SAMEN__WORD_ANEW));
        samen__add_count(notes, language_of(s), s->options->draws);
        samen__text_add_string(notes, word(s, SAMEN__WORD_ANEW_TIMES));
    }
}

static void note_absent(samen__shares *s, samen__text *notes) {
    if (s->absent == 0)
        return;
    samen__text_add_string(notes, word(s, SAMEN__WORD_NOT_FOUND));
    const char *before = "";
    for (int32_t form = 0; form < SAMEN_FORMS_MAX; form++) {
        if (!(s->absent >> form & 1))
            continue;
        samen__text_add_string(notes, before);
        samen__text_add_string(notes, form_name(s, form));
        before = ", ";
    }
    samen__text_add_string(notes, ".\n");
}

samen_status samen__shares_legend(samen__shares *s, samen_error *err) {
    note_rows(s, &s->frame.notes);
    note_intervals(s, &s->frame.notes);
    note_absent(s, &s->frame.notes);
    return add_forms(s, err);
}

samen_status samen__shares_describe(const samen__shares *s, samen__text *text, samen_error *err) {
    samen__word share_of = (samen__word)(SAMEN__WORD_SHARE_OF_TIES + s->options->of);
    int64_t described = s->rows < MOST_DESCRIBED ? s->rows : MOST_DESCRIBED;
    if (s->forms == 0)
        samen__text_add_string(text, word(s, SAMEN__WORD_NOTHING));
    else
        samen__text_add_string(text, word(s, share_of));
    for (int64_t row = 0; s->forms > 0 && row < described; row++) {
        int64_t count = s->row[row].count;
        samen__text_add_string(text, row ? ". " : ": ");
        samen__text_add_string(text, s->row[row].name);
        samen__text_add_string(text, " (");
        samen__add_count(text, language_of(s), count);
        samen__text_add_byte(text, ' ');
        samen__text_add_string(text, word(s, samen__shares_counted(s, count)));
        samen__text_add_byte(text, ')');
        for (int32_t form = 0; count > 0 && form < s->forms; form++) {
            samen__text_add_string(text, form ? ", " : ": ");
            add_share(s, row, form, text);
        }
    }
    if (described < s->rows)
        samen__text_add_string(text, " \xE2\x80\xA6");
    return text->failed ? samen__fail_memory(err) : SAMEN_OK;
}
