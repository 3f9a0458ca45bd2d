/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most pairs are tied in neither graph, and only the sum of products changes from draw to draw: so the arcs
 * of one graph are relabelled and looked up in the other. Without weights it is the graph with fewer arcs,
 * and the other has a bit for each pair of vertices, a row of bits for each vertex, so that counting goes
 * without a branch. With weights, or where bits would take too much room, each row of y is spread over an
 * array of vertices, and taken away again.
 *
 * A permutation is made by number (core/random.h), so nothing depends on threads. Sums without weights are
 * whole numbers; with weights they are added in the order of the rows of x.
 *
 * Based on: L. Hubert, Assignment Methods in Combinatorial Data Analysis (1987); D. Krackhardt, Predicting
 * with networks, Social Networks 10(4), 1988 (doi 10.1016/0378-8733(88)90004-4). */
#include "kernels/permutation.h"

#include "core/bitset.h"
#include "core/memory.h"
#include "core/random.h"
#include "core/threads.h"

enum { MOST_BIT_VERTICES = 16384, ARCS_PER_TASK = 1 << 20 };

void samen__permute(uint64_t seed, uint32_t purpose, int64_t number, int32_t *items,
                    int64_t count) {
    samen__random random = samen__random_start(seed, purpose, (uint64_t)number);
    samen__random_shuffle(&random, items, count);
}

typedef struct job {
    const samen__likeness *l;
    const samen__rows *few, *many; /* without weights: which has fewer arcs */
    uint64_t *bits;                /* of `many`; NULL: spread rows */
    int64_t words;                 /* of a row of bits */
    int64_t draws, draws_per_task;
    double *product;
    uint64_t seed;
} job;

typedef struct scratch {
    int32_t *to;   /* of each vertex, the one whose place it takes */
    int32_t *from; /* the other way round */
    double *row;   /* a row of y, spread; zeros elsewhere */
} scratch;

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__delete(s->to);
    samen__delete(s->from);
    samen__delete(s->row);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    int64_t n = ((const job *)context)->l->x->vertices;
    scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *out = s;
    s->to = samen__new_raw(n, sizeof *s->to, err);
    s->from = samen__new_raw(n, sizeof *s->from, err);
    s->row = samen__new(n, sizeof *s->row, err);
    return s->to && s->from && s->row ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* How many arcs of `few` are arcs of `many`, with `to` for labels. */
static int64_t count_matches(const job *j, const int32_t *to) {
    const samen__rows *few = j->few;
    int64_t count = 0;
    for (int64_t v = 0; v < few->vertices; v++) {
        const uint64_t *row = j->bits + to[v] * j->words;
        int64_t a = few->start[v], end = few->start[v + 1];
        if (j->l->symmetric) {
            while (end > a && few->target[end - 1] >= v) /* each edge once */
                end--;
        }
        for (; a < end; a++) {
            uint32_t other = (uint32_t)to[few->target[a]];
            count += row[other / 64] >> other % 64 & 1;
        }
    }
    return j->l->symmetric ? 2 * count : count;
}

static double weight_of(const samen__rows *rows, int64_t arc) {
    return rows->weight ? rows->weight[arc] : 1.0;
}

static double add_products(const job *j, const int32_t *to, const int32_t *from, double *spread) {
    const samen__rows *x = j->l->x, *y = j->l->y;
    double sum = 0;
    for (int64_t v = 0; v < x->vertices; v++) {
        int64_t row = to[v];
        if (x->start[v] == x->start[v + 1])
            continue;
        for (int64_t a = y->start[row]; a < y->start[row + 1]; a++)
            spread[from[y->target[a]]] = weight_of(y, a);
        for (int64_t a = x->start[v]; a < x->start[v + 1]; a++)
            sum += weight_of(x, a) * spread[x->target[a]];
        for (int64_t a = y->start[row]; a < y->start[row + 1]; a++)
            spread[from[y->target[a]]] = 0;
    }
    return sum;
}

static void invert(const int32_t *to, int64_t count, int32_t *from) {
    for (int64_t v = 0; v < count; v++)
        from[to[v]] = (int32_t)v;
}

static double product_of(const job *j, scratch *s) {
    int64_t n = j->l->x->vertices;
    int turned = j->bits && j->few != j->l->x;
    if (!j->bits || turned)
        invert(s->to, n, s->from);
    return j->bits ? (double)count_matches(j, turned ? s->from : s->to)
                   : add_products(j, s->to, s->from, s->row);
}

static samen_status do_draws(void *context, void *block, int64_t task, samen_error *err) {
    const job *j = context;
    scratch *s = block;
    int64_t n = j->l->x->vertices, from = task * j->draws_per_task, to = from + j->draws_per_task;
    (void)err;
    for (int64_t number = from; number < to && number < j->draws; number++) {
        for (int32_t v = 0; v < n; v++)
            s->to[v] = v;
        samen__permute(j->seed, j->l->purpose, number, s->to, n);
        j->product[number] = product_of(j, s);
    }
    return SAMEN_OK;
}

static samen_status make_bits(job *j, samen_error *err) {
    int64_t n = j->l->x->vertices;
    j->few = j->l->x->arcs <= j->l->y->arcs ? j->l->x : j->l->y;
    j->many = j->few == j->l->x ? j->l->y : j->l->x;
    if (j->l->x->weight || j->l->y->weight || n > MOST_BIT_VERTICES)
        return SAMEN_OK;
    j->words = samen__bitset_words(n);
    j->bits = samen__new(n * j->words, sizeof *j->bits, err);
    for (int64_t v = 0; j->bits && v < n; v++) {
        for (int64_t a = j->many->start[v]; a < j->many->start[v + 1]; a++)
            samen__bitset_put(j->bits + v * j->words, j->many->target[a], 1);
    }
    return j->bits ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

samen_status samen__permuted_products(const samen__likeness *likeness, int64_t draws,
                                      double *product, samen__run *run, samen_error *err) {
    job j = {.l = likeness, .draws = draws, .product = product, .seed = run->seed};
    samen_status status = make_bits(&j, err);
    int64_t work_of_draw = likeness->x->vertices + j.few->arcs + (j.bits ? 0 : j.many->arcs);
    j.draws_per_task = 1 + ARCS_PER_TASK / (1 + work_of_draw) / 4;
    samen__work work = {.what = "permutations",
                        .tasks = (draws + j.draws_per_task - 1) / j.draws_per_task,
                        .context = &j,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = do_draws};
    if (status == SAMEN_OK)
        status = samen__parallel(&work, run, err);
    samen__delete(j.bits);
    return status;
}

double samen__product(const samen__likeness *likeness) {
    const samen__rows *x = likeness->x, *y = likeness->y;
    double sum = 0;
    for (int64_t v = 0; v < x->vertices; v++) {
        int64_t b = y->start[v];
        for (int64_t a = x->start[v]; a < x->start[v + 1]; a++) {
            while (b < y->start[v + 1] && y->target[b] < x->target[a])
                b++;
            if (b < y->start[v + 1] && y->target[b] == x->target[a])
                sum += weight_of(x, a) * weight_of(y, b);
        }
    }
    return sum;
}
