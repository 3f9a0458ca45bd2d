/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the picture of a distribution says in words: its notes, its titles, and its description. */
#include "draw/distribution.h"

static uint32_t language_of(const samen__distribution *d) {
    return d->options->common.language;
}

static const char *word(const samen__distribution *d, samen__word w) {
    return samen__word_in(language_of(d), w);
}

samen__word samen__distribution_counted(const samen__distribution *d, int64_t count) {
    if (d->partnerships)
        return count == 1 ? SAMEN__WORD_PARTNERSHIP : SAMEN__WORD_PARTNERSHIPS;
    return count == 1 ? SAMEN__WORD_ORGANISATION : SAMEN__WORD_ORGANISATIONS;
}

static void add_amount(const samen__distribution *d, samen__text *text, const char *before,
                       double amount) {
    samen__text_add_string(text, before);
    samen__add_amount(text, language_of(d), amount);
}

/* "12 organisations" */
static void add_counted(const samen__distribution *d, samen__text *text, int64_t count) {
    samen__add_counted(text, language_of(d), count, samen__distribution_counted(d, 1),
                       samen__distribution_counted(d, 2));
}

static void add_part(const samen__distribution *d, const samen__sample *sample, int64_t count,
                     samen__text *text) {
    samen__add_count(text, language_of(d), count);
    samen__text_add_string(text, word(d, SAMEN__WORD_DRAWN_OF));
    add_counted(d, text, sample->count);
}

void samen__distribution_say_bar(const samen__distribution *d, const samen__sample *sample,
                                 double from, double to, int64_t count, samen__text *text) {
    text->length = 0;
    samen__text_add_string(text, sample->name);
    add_amount(d, text, " ", from);
    if (to > from)
        add_amount(d, text, word(d, SAMEN__WORD_TO), to);
    samen__text_add_string(text, ": ");
    add_part(d, sample, count, text);
}

void samen__distribution_say_rest(const samen__distribution *d, const samen__sample *sample,
                                  double from, int64_t count, samen__text *text) {
    text->length = 0;
    samen__text_add_string(text, sample->name);
    samen__text_add_byte(text, ' ');
    add_amount(d, text, word(d, SAMEN__WORD_AT_LEAST), from);
    samen__text_add_string(text, ": ");
    samen__add_percent(text, language_of(d), (double)count / (double)sample->count);
    samen__text_add_string(text, " %, ");
    add_part(d, sample, count, text);
}

/* "ties from others: n = 24, mean 4.4, median 4, largest 12" */
static void add_summary(const samen__distribution *d, const samen__sample *sample,
                        samen__text *text) {
    samen__text_add_string(text, sample->name);
    samen__text_add_string(text, ": n = ");
    add_counted(d, text, sample->count);
    if (sample->count == 0)
        return;
    samen__text_add_string(text, ", ");
    add_amount(d, text, word(d, SAMEN__WORD_MEAN), sample->mean);
    samen__text_add_string(text, ", ");
    add_amount(d, text, word(d, SAMEN__WORD_MEDIAN), sample->median);
    samen__text_add_string(text, ", ");
    add_amount(d, text, word(d, SAMEN__WORD_LARGEST), sample->largest);
}

void samen__distribution_note(samen__distribution *d) {
    samen__text *notes = &d->frame.notes;
    for (int32_t i = 0; i < d->samples; i++) {
        const samen__sample *sample = &d->sample[i];
        add_summary(d, sample, notes);
        samen__text_add_string(notes, ".\n");
        if (d->logarithmic && sample->zeros > 0) {
            add_counted(d, notes, sample->zeros);
            samen__text_add_string(notes, word(d, SAMEN__WORD_ZEROS));
        }
        if (sample->undefined > 0) {
            add_counted(d, notes, sample->undefined);
            samen__text_add_string(notes, word(d, SAMEN__WORD_NO_VALUE));
        }
    }
}

samen_status samen__distribution_describe(const samen__distribution *d, samen__text *text,
                                          samen_error *err) {
    for (int32_t i = 0; i < d->samples; i++) {
        samen__text_add_string(text, i ? ". " : "");
        add_summary(d, &d->sample[i], text);
    }
    return text->failed ? samen__fail_memory(err) : SAMEN_OK;
}
