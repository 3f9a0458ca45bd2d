/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties and partnerships of u are gone through, and what they say of a later organisation v is added up under
 * v in an array with a place for every organisation: no pair is made twice. */
#include "view/bonds.h"

#include <string.h>

#include "core/memory.h"
#include "core/sort.h"

void samen__bonds_close(samen__bonds *b) {
    samen__delete(b->first);
    samen__delete(b->other);
    samen__delete(b->bond);
    samen__delete(b->spare);
}

samen_status samen__bonds_open(const samen_view *view, samen__bonds *b, samen_error *err) {
    int64_t n = view->organisations;
    *b = (samen__bonds){0};
    b->first = samen__new_raw(n, sizeof *b->first, err);
    b->other = samen__new_raw(n, sizeof *b->other, err);
    b->spare = samen__new_raw(n, sizeof *b->spare, err);
    if (!b->first || !b->other || !b->spare)
        return SAMEN_ERR_MEMORY;
    memset(b->first, 0xFF, (size_t)n * sizeof *b->first);
    return SAMEN_OK;
}

/* Room for so many more bonds. */
static samen_status make_room(samen__bonds *b, int64_t more, samen_error *err) {
    void *block = b->bond;
    samen_status status = samen__grow(&block, &b->capacity, b->bonds + more, sizeof *b->bond, err);
    b->bond = block;
    return status;
}

/* The bond of v in a form and on a side; there is room for another one. A new one has count 0. */
static samen__bond *bond_with(samen__bonds *b, int32_t v, uint8_t form, uint8_t side) {
    int32_t *link = &b->first[v];
    if (*link < 0)
        b->other[b->others++] = v;
    for (; *link >= 0; link = &b->bond[*link].next) {
        samen__bond *at = &b->bond[*link];
        if (at->form == form && at->side == side)
            return at;
        if (at->form > form || (at->form == form && at->side > side))
            break;
    }
    samen__bond *made = &b->bond[b->bonds];
    *made = (samen__bond){.form = form, .side = side, .next = *link};
    *link = (int32_t)b->bonds++;
    return made;
}

static samen_status gather_ties(const samen_view *view, const samen__incidence *in, int32_t u,
                                samen__bonds *b, samen_error *err) {
    int64_t from = in->tie_start[u], to = in->tie_start[u + 1];
    samen_status status = make_room(b, to - from, err);
    for (int64_t i = from; status == SAMEN_OK && i < to; i++) {
        const samen__tie *tie = &view->network->records.tie[in->tie[i]];
        int forward = view->place[tie->from] == u;
        int32_t v = view->place[forward ? tie->to : tie->from];
        samen__bond *bond = bond_with(b, v, tie->form,
                                      !tie->directed ? SAMEN__UNDIRECTED
                                      : forward      ? SAMEN__FORWARD
                                                     : SAMEN__BACKWARD);
        bond->value = bond->count++ ? samen__blend(view->options.parallel, bond->value, tie->weight)
                                    : tie->weight;
    }
    return status;
}

static void gather_members(const samen_view *view, const samen__incidence *in,
                           const samen__part *part, samen__bonds *b) {
    int32_t p = part->partnership;
    uint8_t form = view->network->records.partnership[p].form;
    int binary = view->project == SAMEN_PARTNERSHIPS_BINARY;
    int all = view->project != SAMEN_PARTNERSHIPS_STAR || in->is_lead[part->place];
    double weight = view->project == SAMEN_PARTNERSHIPS_NEWMAN ? 1.0 / (in->size[p] - 1) : 1.0;
    const int32_t *member = in->member, *first = b->first;
    samen__bond *bonds = b->bond;
    for (int64_t j = part->place + 1, end = in->member_start[p + 1]; j < end; j++) {
        int32_t v = member[j];
        if (!all && !in->is_lead[j])
            continue;
        samen__bond *bond = first[v] >= 0 ? &bonds[first[v]] : NULL;
        if (!bond || bond->form != form || bond->side != SAMEN__PROJECTED)
            bond = bond_with(b, v, form, SAMEN__PROJECTED);
        bond->value = binary ? 1.0 : bond->value + weight;
        bond->count = 1;
    }
}

samen_status samen__bonds_gather(const samen_view *view, const samen__incidence *in, int32_t u,
                                 samen__bonds *b, samen_error *err) {
    b->bonds = b->others = 0;
    samen_status status = gather_ties(view, in, u, b, err);
    for (int64_t i = in->projects ? in->part_start[u] : 0;
         status == SAMEN_OK && in->projects && i < in->part_start[u + 1]; i++) {
        const samen__part *part = &in->part[i];
        status = make_room(b, in->member_start[part->partnership + 1] - part->place, err);
        if (status == SAMEN_OK)
            gather_members(view, in, part, b);
    }
    samen__sort_small(b->other, b->others, view->organisations, b->spare);
    return status;
}

void samen__bonds_clear(samen__bonds *b) {
    for (int64_t i = 0; i < b->others; i++)
        b->first[b->other[i]] = -1;
}
