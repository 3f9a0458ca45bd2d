/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/incidence.h"

#include <string.h>

#include "core/date.h"
#include "core/memory.h"
#include "core/utf8.h"

void samen__incidence_free(samen__incidence *incidence) {
    samen__delete(incidence->tie_start);
    samen__delete(incidence->tie);
    samen__delete(incidence->member_start);
    samen__delete(incidence->member);
    samen__delete(incidence->is_lead);
    samen__delete(incidence->size);
    samen__delete(incidence->partnership_start);
    samen__delete(incidence->partnership);
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

/* Is it one of the roles that mean the lead when the caller does not say? */
static int is_usual_lead(const char *folded) {
    static const char *const usual[] = {"lead",  "leader",  "lead-partner", "coordinator",
                                        "chair", "trekker", "voorzitter",   "penhouder"};
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
        if (strcmp(folded, usual[i]) == 0)
            return 1;
    }
    return 0;
}

/* Which of the network's roles mean the lead? */
static uint8_t *find_leads(const samen_view *view, samen_error *err) {
    const samen__keys *roles = &view->network->records.roles;
    const char *lead = view->options.lead;
    int64_t wanted = lead ? (int64_t)strlen(lead) : 0, longest = 0;
    for (int64_t i = 0; i < roles->count; i++)
        longest = samen__keys_length(roles, i) > longest ? samen__keys_length(roles, i) : longest;
    uint8_t *leads = samen__new(roles->count, 1, err);
    char *folded = samen__new(longest + 1, 1, err), *chosen = samen__new(wanted + 1, 1, err);
    if (!leads || !folded || !chosen) {
        samen__delete(leads);
        leads = NULL;
    }
    if (leads && lead)
        samen__utf8_fold(lead, wanted, chosen);
    for (int64_t i = 0; leads && i < roles->count; i++) {
        samen__utf8_fold(samen__keys_text(roles, i), samen__keys_length(roles, i), folded);
        leads[i] = (uint8_t)(lead ? strcmp(folded, chosen) == 0 : is_usual_lead(folded));
    }
    samen__delete(folded);
    samen__delete(chosen);
    return leads;
}

/* The members of one partnership, each once; returns how many of them lead. */
static int64_t list_members(const samen_view *view, samen__incidence *in, int64_t partnership,
                            const int64_t *row, int64_t rows, const uint8_t *leads, int32_t *seen,
                            int64_t *slot) {
    const samen__records *r = &view->network->records;
    int64_t end = in->member_start[partnership], leaders = 0;
    for (int64_t i = 0; i < rows; i++) {
        const samen__membership *m = &r->membership[row[i]];
        if (!samen__periods_touch(m->start, m->end, view->from, view->to))
            continue;
        int leading = m->role >= 0 && leads[m->role];
        if (seen[m->organisation] != (int32_t)partnership + 1) {
            seen[m->organisation] = (int32_t)partnership + 1;
            in->size[partnership]++;
            slot[m->organisation] = -1;
            if (view->place[m->organisation] >= 0) {
                slot[m->organisation] = end;
                in->member[end] = view->place[m->organisation];
                in->is_lead[end++] = 0;
            }
        }
        int64_t at = slot[m->organisation];
        if (at >= 0 && leading && !in->is_lead[at]) {
            in->is_lead[at] = 1;
            leaders++;
        }
    }
    in->member_start[partnership + 1] = end;
    return leaders;
}

static samen_status list_partnerships(const samen_view *view, samen__incidence *in,
                                      samen_error *err) {
    int64_t count = view->network->records.partnerships.count;
    int64_t *start = samen__new(view->organisations + 2, sizeof *start, err);
    in->partnership_start = start;
    in->partnership = samen__new_raw(in->member_start[count], sizeof *in->partnership, err);
    if (!start || !in->partnership)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < in->member_start[count]; i++)
        start[in->member[i] + 2]++;
    accumulate(start + 1, view->organisations);
    for (int64_t p = 0; p < count; p++) {
        for (int64_t i = in->member_start[p]; i < in->member_start[p + 1]; i++)
            in->partnership[start[in->member[i] + 1]++] = (int32_t)p;
    }
    return SAMEN_OK;
}

static samen_status project(const samen_view *view, samen__incidence *in, samen__pairs *pairs,
                            samen_error *err) {
    const samen__records *r = &view->network->records;
    int64_t count = r->partnerships.count;
    int64_t *start = NULL, *row = NULL;
    uint8_t *leads = find_leads(view, err);
    int32_t *seen = samen__new(r->organisations.count, sizeof *seen, err);
    int64_t *slot = samen__new(r->organisations.count, sizeof *slot, err);
    in->member_start = samen__new(count + 1, sizeof *in->member_start, err);
    in->member = samen__new_raw(r->memberships, sizeof *in->member, err);
    in->is_lead = samen__new(r->memberships, sizeof *in->is_lead, err);
    in->size = samen__new(count, sizeof *in->size, err);
    samen_status status = samen__records_by_partnership(r, &start, &row, err);
    if (!leads || !seen || !slot || !in->member_start || !in->member || !in->is_lead || !in->size)
        status = SAMEN_ERR_MEMORY;
    for (int64_t p = 0; status == SAMEN_OK && p < count; p++) {
        int shown = samen__view_shows_partnership(view, &r->partnership[p]);
        int64_t rows = shown ? start[p + 1] - start[p] : 0;
        int64_t leaders = list_members(view, in, p, row + start[p], rows, leads, seen, slot);
        pairs->leaderless += view->project == SAMEN_PARTNERSHIPS_STAR && leaders == 0 &&
                             in->member_start[p + 1] - in->member_start[p] > 1;
    }
    if (status == SAMEN_OK)
        status = list_partnerships(view, in, err);
    in->projects = 1;
    samen__delete(leads);
    samen__delete(seen);
    samen__delete(slot);
    samen__delete(start);
    samen__delete(row);
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
