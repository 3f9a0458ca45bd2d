/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every vertex has a random number, and the sum of its neighbours' numbers is a key that twins
 * share; those that share one are compared.
 *
 * Based on: A. E. Sariyüce, E. Saule, K. Kaya and Ü. V. Çatalyürek, Shattering and compressing
 * networks for betweenness centrality, SDM 2013 (doi 10.1137/1.9781611972832.76); R. Puzis, Y.
 * Elovici, P. Zilberman, S. Dolev and U. Brandes, Topology manipulations for speeding
 * betweenness centrality computation, Journal of Complex Networks 3(1), 2015 (doi
 * 10.1093/comnet/cnu015). */
#include "kernels/twins.h"

#include "core/memory.h"

enum { NOBODY = -1 };

static uint64_t scramble(uint64_t x) {
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/* Have two vertices the same neighbours, themselves (closed) counted or not (open)? `mark` holds
 * the first one's neighbours, and itself when closed, marked with `tag`. */
static int has_same_neighbours(const samen__quotient *q, int32_t v, const int32_t *mark,
                               int32_t tag, int closed) {
    if (closed && mark[v] != tag)
        return 0;
    for (int64_t a = q->start[v]; a < q->start[v + 1]; a++) {
        if (mark[q->target[a]] != tag)
            return 0;
    }
    return 1;
}

/* What merging needs while it goes on. */
typedef struct merging {
    samen__quotient *q;
    uint64_t *scrambled, *key; /* of each vertex a random number; sums of these over neighbours */
    int32_t *slot;             /* a hash table of the first vertex with each key */
    int64_t most_slots;        /* one less than the number of slots, which is a power of two */
    int32_t *next, *last; /* of each vertex the next with its key; of each first one the last */
    int32_t *alike;       /* vertices with the same key */
    int32_t *mark;
    int32_t *leader; /* of each vertex, the one that it is merged into, or itself */
    double *bonus;   /* of each vertex: paths between open twins that go through one copy of it */
    int64_t merged;
} merging;

/* Paths between open twins: evenly through the copies of their common neighbours. */
static void add_bonus(merging *m, int32_t v, double pairs) {
    double through = 0;
    for (int64_t a = m->q->start[v]; a < m->q->start[v + 1]; a++)
        through += m->q->copies[m->q->target[a]];
    for (int64_t a = m->q->start[v]; a < m->q->start[v + 1]; a++)
        m->bonus[m->q->target[a]] += pairs / through;
}

/* Vertices with equal keys: merge those that are twins of the first that is free. */
static void merge_run(merging *m, int64_t count, int kind) {
    samen__quotient *q = m->q;
    for (int64_t i = 0; i < count; i++) {
        int32_t v = m->alike[i], tag = v + 1;
        if (m->leader[v] != v || (q->kind[v] != SAMEN__SINGLE && q->kind[v] != kind))
            continue;
        double sum = q->own[v], squares = q->own[v] * q->own[v];
        int found = 0;
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++)
            m->mark[q->target[a]] = tag;
        if (kind == SAMEN__CLOSED)
            m->mark[v] = tag;
        for (int64_t j = i + 1; j < count; j++) {
            int32_t w = m->alike[j];
            if (m->leader[w] != w || (q->kind[w] != SAMEN__SINGLE && q->kind[w] != kind) ||
                samen__quotient_degree(q, w) != samen__quotient_degree(q, v) ||
                !has_same_neighbours(q, w, m->mark, tag, kind == SAMEN__CLOSED))
                continue;
            m->leader[w] = v;
            sum += q->own[w];
            squares += q->own[w] * q->own[w];
            found = 1;
            m->merged++;
        }
        if (found) {
            q->kind[v] = (uint8_t)kind;
            if (kind == SAMEN__OPEN)
                add_bonus(m, v, sum * sum - squares);
        }
        if (!found)
            return; /* the rest of the run is alike to nobody, or to each other by rare chance */
    }
}

/* Vertices with the same key one behind the other, from the first of each on. */
static void chain_up(merging *m, int32_t n) {
    for (int64_t i = 0; i <= m->most_slots; i++)
        m->slot[i] = NOBODY;
    for (int32_t v = 0; v < n; v++) {
        int64_t at = (int64_t)(m->key[v] & (uint64_t)m->most_slots);
        while (m->slot[at] != NOBODY && m->key[m->slot[at]] != m->key[v])
            at = (at + 1) & m->most_slots;
        m->next[v] = NOBODY;
        m->last[v] = v;
        if (m->slot[at] == NOBODY) {
            m->slot[at] = v;
        } else {
            int32_t first = m->slot[at];
            m->next[m->last[first]] = v;
            m->last[first] = v;
            m->last[v] = NOBODY; /* it is no first one */
        }
    }
}

static samen_status merge_kind(merging *m, int kind, samen__run *run, samen_error *err) {
    const samen__quotient *q = m->q;
    samen_status status = SAMEN_OK;
    for (int32_t v = 0; status == SAMEN_OK && v < q->vertices; v++) {
        uint64_t key = kind == SAMEN__CLOSED ? m->scrambled[v] : 0;
        for (int64_t a = q->start[v]; a < q->start[v + 1]; a++)
            key += m->scrambled[q->target[a]];
        m->key[v] = key;
        m->mark[v] = 0;
        status = samen__run_step(run, samen__quotient_degree(q, v), "reduction", err);
    }
    if (status != SAMEN_OK)
        return status;
    chain_up(m, q->vertices);
    for (int32_t v = 0; v < q->vertices; v++) {
        int64_t count = 0;
        if (m->last[v] == NOBODY || m->next[v] == NOBODY)
            continue;
        for (int32_t w = v; w != NOBODY; w = m->next[w])
            m->alike[count++] = w;
        merge_run(m, count, kind);
    }
    return status;
}

samen_status samen__twins_merge(samen__quotient *q, double *bonus, int64_t *merged, samen__run *run,
                                samen_error *err) {
    int32_t n = q->vertices, count = 0;
    int64_t slots = 2;
    while (slots < 2 * (int64_t)n)
        slots *= 2;
    merging m = {.q = q,
                 .scrambled = samen__new_raw(n, sizeof *m.scrambled, err),
                 .key = samen__new_raw(n, sizeof *m.key, err),
                 .most_slots = slots - 1,
                 .slot = samen__new_raw(slots, sizeof *m.slot, err),
                 .next = samen__new_raw(n, sizeof *m.next, err),
                 .last = samen__new_raw(n, sizeof *m.last, err),
                 .alike = samen__new_raw(n, sizeof *m.alike, err),
                 .mark = samen__new(n, sizeof *m.mark, err),
                 .leader = samen__new_raw(n, sizeof *m.leader, err),
                 .bonus = samen__new(n, sizeof *m.bonus, err)};
    int32_t *first = samen__new_raw(n, sizeof *first, err);
    samen_status status = m.scrambled && m.key && m.slot && m.next && m.last && m.alike && m.mark &&
                                  m.leader && m.bonus && first
                              ? SAMEN_OK
                              : SAMEN_ERR_MEMORY;
    for (int32_t v = 0; status == SAMEN_OK && v < n; v++) {
        m.leader[v] = v;
        m.scrambled[v] = scramble((uint64_t)v);
    }
    if (status == SAMEN_OK)
        status = merge_kind(&m, SAMEN__OPEN, run, err);
    if (status == SAMEN_OK)
        status = merge_kind(&m, SAMEN__CLOSED, run, err);
    for (int32_t i = 0; status == SAMEN_OK && m.merged > 0 && i < q->originals; i++) {
        if (q->class_of[i] >= 0)
            bonus[i] += m.bonus[q->class_of[i]];
    }
    if (status == SAMEN_OK && m.merged > 0) {
        samen__quotient smaller;
        for (int32_t v = 0; v < n; v++) {
            if (m.leader[v] == v) {
                first[count] = v;
                m.mark[v] = count++;
            }
        }
        for (int32_t v = 0; v < n; v++)
            m.mark[v] = m.mark[m.leader[v]];
        status = samen__quotient_rebuild(q, m.mark, first, count, &smaller, err);
        if (status == SAMEN_OK) {
            samen__quotient_free(q);
            *q = smaller;
        }
    }
    *merged = m.merged;
    samen__delete(m.scrambled);
    samen__delete(m.key);
    samen__delete(m.slot);
    samen__delete(m.next);
    samen__delete(m.last);
    samen__delete(m.alike);
    samen__delete(m.mark);
    samen__delete(m.leader);
    samen__delete(m.bonus);
    samen__delete(first);
    return status;
}
