/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/waves.h"

#include <string.h>

#include "core/date.h"
#include "view/alike.h"
#include "view/view.h"

/* Take a period among the waves, in order of time. Returns whether they can still be waves. */
static int take(samen__waves *waves, int32_t start, int32_t end) {
    int32_t at = 0;
    if (start == SAMEN__DATE_NONE && end == SAMEN__DATE_NONE)
        return 1;
    if (start == SAMEN__DATE_NONE || end == SAMEN__DATE_NONE || start >= end)
        return 0;
    while (at < waves->count && waves->wave[at].start < start)
        at++;
    samen__wave *w = &waves->wave[at];
    if (at < waves->count && w->start == start)
        return w->end == end;
    if (waves->count == SAMEN__MOST_WAVES || (at > 0 && w[-1].end > start) ||
        (at < waves->count && w->start < end))
        return 0;
    memmove(w + 1, w, (size_t)(waves->count - at) * sizeof *w);
    *w = (samen__wave){.start = start, .end = end};
    waves->count++;
    return 1;
}

static int take_ties(const samen_view *view, samen__waves *waves) {
    const samen__records *r = &view->network->records;
    int fine = 1;
    for (int64_t i = 0; fine && i < r->ties; i++) {
        const samen__tie *tie = &r->tie[i];
        if (tie->from != tie->to && view->place[tie->from] >= 0 && view->place[tie->to] >= 0 &&
            samen__view_shows_tie(view, tie))
            fine = take(waves, tie->start, tie->end);
    }
    return fine;
}

static int take_partnerships(const samen_view *view, samen__waves *waves) {
    const samen__records *r = &view->network->records;
    int fine = 1;
    for (int64_t i = 0; fine && i < r->memberships; i++) {
        const samen__partnership *p = &r->partnership[r->membership[i].partnership];
        if (samen__view_shows_membership(view, &r->membership[i]))
            fine = take(waves, p->start, p->end);
    }
    return fine;
}

/* Does it last from a first of January to the next? */
static int is_year(const char *from, const char *to) {
    int32_t year = 0, next = 0;
    for (int i = 0; i < 4; i++) {
        year = 10 * year + (from[i] - '0');
        next = 10 * next + (to[i] - '0');
    }
    return next == year + 1 && strcmp(from + 4, "-01-01") == 0 && strcmp(to + 4, "-01-01") == 0;
}

static void name(samen__wave *w) {
    samen__text label = samen__text_fixed(w->label, sizeof w->label);
    samen__date_format(w->start, w->from);
    samen__date_format(w->end, w->to);
    if (is_year(w->from, w->to))
        samen__text_add(&label, w->from, 4);
    else
        samen__text_format(&label, "%s..%s", w->from, w->to);
}

void samen__waves_find(const samen_view *view, samen__waves *waves) {
    *waves = (samen__waves){0};
    int fine =
        view->network->records.ties > 0 ? take_ties(view, waves) : take_partnerships(view, waves);
    if (!fine || waves->count < 2)
        waves->count = 0;
    for (int32_t i = 0; i < waves->count; i++)
        name(&waves->wave[i]);
}

void samen__waves_open(samen__document *d, samen__waves *waves) {
    for (int32_t i = 0; i < waves->count && samen__document_is_fine(d); i++) {
        samen__wave *w = &waves->wave[i];
        samen_view *view = NULL;
        if (samen__view_period(d->view, w->from, w->to, d->run, &view, &d->error) != SAMEN_OK)
            return;
        samen__document_start(&w->document, view, d->language, NULL, NULL);
        w->document.run = d->run;
        samen_view_free(view);
    }
}

void samen__waves_close(samen__document *d, samen__waves *waves) {
    for (int32_t i = 0; i < waves->count; i++) {
        samen__document *own = &waves->wave[i].document;
        d->computed += own->computed;
        if (samen__document_is_fine(d))
            d->error = own->error;
        samen__document_free(own);
    }
}
