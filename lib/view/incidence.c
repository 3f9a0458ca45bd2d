/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/incidence.h"

#include <string.h>

#include "core/date.h"
#include "core/memory.h"
#include "core/sort.h"
#include "network/lead.h"

void samen__incidence_free(samen__incidence *incidence) {
    samen__delete(incidence->tie_start);
    samen__delete(incidence->tie);
    samen__delete(incidence->member_start);
    samen__delete(incidence->member);
    samen__delete(incidence->is_lead);
    samen__delete(incidence->size);
    samen__delete(incidence->part_start);
    samen__delete(incidence->part);
    *incidence = (samen__incidence){0};
}

/* From counts in start[1..] to places. */
static void accumulate(int64_t *start, int64_t count) {
    for (int64_t i = 0; i < count; i++)
        start[i + 1] += start[i];
}

/* The lower of the two organisations, or -1 when the view does not show the tie. */
static int32_t low_end(const samen_view *view, const samen__tie *tie) {
    int32_t a = view->place[tie->from], b = view->place[tie->to];
    if (a < 0 || b < 0 || a == b || !samen__view_shows_tie(view, tie))
        return -1;
    return a < b ? a : b;
}

static samen_status list_ties(const samen_view *view, samen__incidence *in, samen__pairs *pairs,
                              samen_error *err) {
    const samen__records *r = &view->network->records;
    int period = view->from != SAMEN__DATE_NONE || view->to != SAMEN__DATE_NONE;
    in->tie_start = samen__new(view->organisations + 2, sizeof *in->tie_start, err);
    if (!in->tie_start)
        return SAMEN_ERR_MEMORY;
    /* Places are counted one too far along and moved back while filling. */
    int64_t *start = in->tie_start + 1;
    for (int64_t i = 0; i < r->ties; i++) {
        const samen__tie *tie = &r->tie[i];
        int32_t low = low_end(view, tie);
        if (low >= 0) {
            in->forms |= 1ull << tie->form;
            start[low + 1]++;
            pairs->undated +=
                period && tie->start == SAMEN__DATE_NONE && tie->end == SAMEN__DATE_NONE;
        }
        pairs->self_ties +=
            tie->from == tie->to && view->place[tie->from] >= 0 && samen__view_shows_tie(view, tie);
    }
    accumulate(start, view->organisations);
    in->tie = samen__new_raw(start[view->organisations], sizeof *in->tie, err);
    if (!in->tie)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < r->ties; i++) {
        int32_t low = low_end(view, &r->tie[i]);
        if (low >= 0)
            in->tie[start[low]++] = i;
    }
    return SAMEN_OK;
}

static int counts(const samen_view *view, const samen__membership *m) {
    return samen__view_shows_partnership(view,
                                         &view->network->records.partnership[m->partnership]) &&
           samen__periods_touch(m->start, m->end, view->from, view->to);
}

/* Seats: the memberships that the view counts, by organisation of the network and in order of partnerships. The
 * lowest bit tells whether it is a lead's, the others are the partnership. */
typedef struct seats {
    int64_t *start; /* of each organisation of the network */
    int64_t *seat;
} seats;

enum { FEW_SEATS = 24 };

static void order_seats(int64_t *seat, int64_t count) {
    if (count > FEW_SEATS) {
        samen__sort_int64(seat, count);
        return;
    }
    for (int64_t i = 1; i < count; i++) {
        int64_t item = seat[i], at = i;
        for (; at > 0 && seat[at - 1] > item; at--)
            seat[at] = seat[at - 1];
        seat[at] = item;
    }
}

static samen_status list_seats(const samen_view *view, seats *s, samen_error *err) {
    const samen__records *r = &view->network->records;
    int64_t organisations = r->organisations.count;
    uint8_t *leads = samen__find_leads(&view->network->records, view->options.lead, err);
    s->start = samen__new(organisations + 2, sizeof *s->start, err);
    s->seat = samen__new_raw(r->memberships, sizeof *s->seat, err);
    samen_status status = leads && s->start && s->seat ? SAMEN_OK : SAMEN_ERR_MEMORY;
    /* Places are counted one too far along and moved back while filling. */
    int64_t *start = status == SAMEN_OK ? s->start + 1 : NULL;
    for (int64_t i = 0; start && i < r->memberships; i++)
        start[r->membership[i].organisation + 1] += counts(view, &r->membership[i]);
    if (start)
        accumulate(start, organisations);
    for (int64_t i = 0; start && i < r->memberships; i++) {
        const samen__membership *m = &r->membership[i];
        if (counts(view, m))
            s->seat[start[m->organisation]++] =
                (int64_t)m->partnership * 2 + (m->role >= 0 && leads[m->role]);
    }
    for (int64_t o = 0; start && o < organisations; o++)
        order_seats(s->seat + s->start[o], s->start[o + 1] - s->start[o]);
    samen__delete(leads);
    return status;
}

/* Is it one more row of a membership that came before? */
static int is_again(const seats *s, int64_t organisation, int64_t i) {
    return i > s->start[organisation] && s->seat[i] / 2 == s->seat[i - 1] / 2;
}

/* How large partnerships are, and how many of their members the view shows: into start[1..]. */
static void count_members(const samen_view *view, const seats *s, samen__incidence *in,
                          int64_t *start) {
    for (int64_t o = 0; o < view->network->records.organisations.count; o++) {
        for (int64_t i = s->start[o]; i < s->start[o + 1]; i++) {
            if (is_again(s, o, i))
                continue;
            in->size[s->seat[i] / 2]++;
            start[s->seat[i] / 2 + 1] += view->place[o] >= 0;
        }
    }
}

/* Going through organisations puts the members of every partnership into ascending order. */
static void place_members(const samen_view *view, const seats *s, samen__incidence *in,
                          int64_t *next) {
    int64_t parts = 0;
    for (int64_t v = 0; v < view->organisations; v++) {
        int64_t o = view->organisation[v];
        for (int64_t i = s->start[o]; i < s->start[o + 1]; i++) {
            int32_t p = (int32_t)(s->seat[i] / 2);
            uint8_t leads = s->seat[i] & 1;
            if (is_again(s, o, i)) {
                in->is_lead[in->part[parts - 1].place] |= leads;
                continue;
            }
            in->member[next[p]] = (int32_t)v;
            in->is_lead[next[p]] = leads;
            in->part[parts++] = (samen__part){next[p]++, p};
        }
        in->part_start[v + 1] = parts;
    }
}

static int has_lead(const samen__incidence *in, int64_t partnership) {
    for (int64_t i = in->member_start[partnership]; i < in->member_start[partnership + 1]; i++) {
        if (in->is_lead[i])
            return 1;
    }
    return 0;
}

static samen_status project(const samen_view *view, samen__incidence *in, samen__pairs *pairs,
                            samen_error *err) {
    const samen__records *r = &view->network->records;
    int64_t count = r->partnerships.count;
    seats s = {0};
    samen_status status = list_seats(view, &s, err);
    int64_t most = status == SAMEN_OK ? s.start[r->organisations.count] : 0;
    in->member_start = samen__new(count + 2, sizeof *in->member_start, err);
    in->member = samen__new_raw(most, sizeof *in->member, err);
    in->is_lead = samen__new_raw(most, sizeof *in->is_lead, err);
    in->size = samen__new(count, sizeof *in->size, err);
    in->part_start = samen__new(view->organisations + 1, sizeof *in->part_start, err);
    in->part = samen__new_raw(most, sizeof *in->part, err);
    if (!in->member_start || !in->member || !in->is_lead || !in->size || !in->part_start ||
        !in->part)
        status = SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        /* Counted one too far along, as above. */
        count_members(view, &s, in, in->member_start + 1);
        accumulate(in->member_start + 1, count);
        place_members(view, &s, in, in->member_start + 1);
    }
    for (int64_t p = 0; status == SAMEN_OK && p < count; p++) {
        if (in->member_start[p + 1] - in->member_start[p] < 2)
            continue;
        in->forms |= 1ull << r->partnership[p].form;
        pairs->leaderless += view->project == SAMEN_PARTNERSHIPS_STAR && !has_lead(in, p);
    }
    in->projects = 1;
    samen__delete(s.start);
    samen__delete(s.seat);
    return status;
}

samen_status samen__incidence_make(const samen_view *view, samen__incidence *incidence,
                                   samen__pairs *pairs, samen_error *err) {
    *incidence = (samen__incidence){0};
    samen_status status = list_ties(view, incidence, pairs, err);
    if (status == SAMEN_OK && view->project != SAMEN_PARTNERSHIPS_IGNORE)
        status = project(view, incidence, pairs, err);
    return status;
}
