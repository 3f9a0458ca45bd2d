/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/partnerships.h"

#include "core/memory.h"
#include "core/sort.h"
#include "network/lead.h"

static int by_place(const void *context, int64_t a, int64_t b) {
    const samen__member *x = (const samen__member *)context + a,
                        *y = (const samen__member *)context + b;
    if (x->partnership != y->partnership)
        return x->partnership < y->partnership ? -1 : 1;
    return x->organisation < y->organisation ? -1 : x->organisation > y->organisation;
}

/* All memberships that the view shows, as they come; gives how many. */
static int64_t list(const samen_view *view, const uint8_t *leads, samen__member *out) {
    const samen__records *r = &view->network->records;
    int64_t count = 0;
    for (int64_t i = 0; i < r->memberships; i++) {
        const samen__membership *m = &r->membership[i];
        if (samen__view_shows_membership(view, m))
            out[count++] =
                (samen__member){.partnership = m->partnership,
                                .organisation = view->place[m->organisation],
                                .leads = (uint8_t)(m->role != SAMEN__NONE && leads[m->role])};
    }
    return count;
}

/* In order, each once; who leads in one membership leads. */
static void settle(samen__members *m, const samen__member *given, const int64_t *order,
                   int64_t count) {
    for (int64_t i = 0; i < count; i++) {
        const samen__member *next = &given[order[i]];
        samen__member *last = m->members > 0 ? &m->member[m->members - 1] : NULL;
        int known = last && last->partnership == next->partnership;
        if (known && last->organisation == next->organisation) {
            last->leads |= next->leads;
            continue;
        }
        if (!known) {
            m->start[m->count] = m->members;
            m->shown[m->count++] = next->partnership;
        }
        m->member[m->members++] = *next;
    }
    m->start[m->count] = m->members;
}

samen_status samen__members_make(const samen_view *view, samen__members *m, samen_error *err) {
    const samen__records *r = &view->network->records;
    *m = (samen__members){0};
    m->member = samen__new_raw(r->memberships, sizeof *m->member, err);
    m->shown = samen__new_raw(r->partnerships.count, sizeof *m->shown, err);
    m->start = samen__new_raw(r->partnerships.count + 1, sizeof *m->start, err);
    samen__member *given = samen__new_raw(r->memberships, sizeof *given, err);
    int64_t *order = samen__new_raw(r->memberships, sizeof *order, err);
    uint8_t *leads = samen__find_leads(r, view->options.lead, err);
    samen_status status =
        m->member && m->shown && m->start && given && order && leads ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        int64_t count = list(view, leads, given);
        status = samen__sort(order, count, by_place, given, err);
        if (status == SAMEN_OK)
            settle(m, given, order, count);
    }
    samen__delete(given);
    samen__delete(order);
    samen__delete(leads);
    return status;
}

void samen__members_free(samen__members *members) {
    samen__delete(members->member);
    samen__delete(members->shown);
    samen__delete(members->start);
    *members = (samen__members){0};
}
