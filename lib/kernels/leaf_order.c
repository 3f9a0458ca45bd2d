/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/leaf_order.h"

#include <math.h>

#include "core/memory.h"

/* A stretch of places in the tree's first order, in which every cluster lies together. */
typedef struct stretch {
    int32_t from, to;
} stretch;

typedef struct ordering {
    const samen__tree *tree;
    int32_t n;
    stretch *cluster; /* of each cluster its places */
    double *distance; /* of places */
    double *sum; /* least sum of the cluster in which two places meet, when they are its two ends */
    double *way; /* least sum from one end to each place of the part beside it */
} ordering;

static int holds(stretch s, int32_t place) {
    return s.from <= place && place < s.to;
}

/* Where the other end of a cluster may be when one end is at that place: in the part that the place is not in. */
static stretch opposite(const ordering *o, int32_t cluster, int32_t place) {
    if (cluster < o->n)
        return o->cluster[cluster];
    const samen__join *join = &o->tree->join[cluster - o->n];
    return o->cluster[holds(o->cluster[join->one], place) ? join->other : join->one];
}

static void place_clusters(ordering *o) {
    const samen__tree *tree = o->tree;
    for (int32_t i = 0; i < o->n; i++)
        o->cluster[tree->order[i]] = (stretch){i, i + 1};
    for (int32_t k = 0; k < o->n - 1; k++) {
        stretch a = o->cluster[tree->join[k].one], b = o->cluster[tree->join[k].other];
        o->cluster[o->n + k] = a.from < b.from ? (stretch){a.from, b.to} : (stretch){b.from, a.to};
    }
}

/* From an end of cluster `one`, over all of it, to each place of `other`. */
static void find_ways(ordering *o, int32_t one, int32_t end, stretch other) {
    stretch last = opposite(o, one, end);
    for (int32_t k = other.from; k < other.to; k++)
        o->way[k] = INFINITY;
    for (int32_t m = last.from; m < last.to; m++) {
        double so_far = o->sum[(int64_t)end * o->n + m];
        const double *step = o->distance + (int64_t)m * o->n;
        for (int32_t k = other.from; k < other.to; k++) {
            double sum = so_far + step[k];
            o->way[k] = sum < o->way[k] ? sum : o->way[k];
        }
    }
}

/* The sums of a cluster from those of its two parts. */
static samen_status join_sums(ordering *o, const samen__join *join, samen__run *run,
                              samen_error *err) {
    int64_t n = o->n;
    stretch one = o->cluster[join->one], other = o->cluster[join->other];
    int64_t steps = other.to - other.from;
    for (int32_t u = one.from; u < one.to; u++) {
        double *sum = o->sum + u * n;
        find_ways(o, join->one, u, other);
        for (int32_t w = other.from; w < other.to; w++)
            sum[w] = INFINITY;
        for (int32_t k = other.from; k < other.to; k++) {
            stretch ends = opposite(o, join->other, k);
            const double *rest = o->sum + k * n;
            for (int32_t w = ends.from; w < ends.to; w++) {
                double whole = o->way[k] + rest[w];
                sum[w] = whole < sum[w] ? whole : sum[w];
            }
        }
        for (int32_t w = other.from; w < other.to; w++)
            o->sum[w * n + u] = sum[w];
        if (samen__run_step(run, steps * (one.to - one.from + steps), "order", err) != SAMEN_OK)
            return SAMEN_ERR_CANCELLED;
    }
    return SAMEN_OK;
}

/* A cluster whose two ends are settled, and where its first leaf comes. */
typedef struct settled {
    int32_t cluster, left, right, at;
} settled;

/* Where the two parts of a cluster meet, given its ends. */
static void part(ordering *o, const settled *whole, settled *first, settled *second) {
    const samen__join *join = &o->tree->join[whole->cluster - o->n];
    int swapped = !holds(o->cluster[join->one], whole->left);
    int32_t one = swapped ? join->other : join->one, other = swapped ? join->one : join->other;
    stretch next = o->cluster[other], meet = opposite(o, other, whole->right);
    int32_t best = meet.from;
    double least = INFINITY;
    find_ways(o, one, whole->left, next);
    for (int32_t k = meet.from; k < meet.to; k++) {
        double sum = o->way[k] + o->sum[(int64_t)k * o->n + whole->right];
        if (sum < least) {
            least = sum;
            best = k;
        }
    }
    stretch last = opposite(o, one, whole->left);
    int32_t left_at = last.from;
    double shortest = INFINITY;
    for (int32_t m = last.from; m < last.to; m++) {
        double sum =
            o->sum[(int64_t)whole->left * o->n + m] + o->distance[(int64_t)m * o->n + best];
        if (sum < shortest) {
            shortest = sum;
            left_at = m;
        }
    }
    int32_t size = o->cluster[one].to - o->cluster[one].from;
    *first = (settled){one, whole->left, left_at, whole->at};
    *second = (settled){other, best, whole->right, whole->at + size};
}

/* The ends of the whole, then those of its parts, down to the leaves. `todo` has room for as many as leaves. */
static void follow(ordering *o, settled *todo, int32_t *order) {
    const samen__join *top = &o->tree->join[o->n - 2];
    stretch one = o->cluster[top->one], other = o->cluster[top->other];
    settled whole = {.cluster = 2 * o->n - 2};
    double least = INFINITY;
    for (int32_t u = one.from; u < one.to; u++) {
        for (int32_t w = other.from; w < other.to; w++) {
            double sum = o->sum[(int64_t)u * o->n + w];
            if (sum < least) {
                least = sum;
                whole.left = u;
                whole.right = w;
            }
        }
    }
    int32_t count = 0;
    todo[count++] = whole;
    while (count > 0) {
        settled now = todo[--count];
        if (now.cluster < o->n) {
            order[now.at] = now.cluster;
        } else {
            part(o, &now, &todo[count], &todo[count + 1]);
            count += 2;
        }
    }
}

samen_status samen__leaf_order(samen__tree *tree, const double *distance, samen__run *run,
                               samen_error *err) {
    int64_t n = tree->leaves;
    if (n < 3)
        return SAMEN_OK;
    ordering o = {.tree = tree, .n = tree->leaves};
    settled *todo = samen__new_raw(n + 1, sizeof *todo, err);
    int32_t *order = samen__new_raw(n, sizeof *order, err);
    o.cluster = samen__new_raw(2 * n, sizeof *o.cluster, err);
    o.distance = samen__new_raw(n * n, sizeof *o.distance, err);
    o.sum = samen__new(n * n, sizeof *o.sum, err);
    o.way = samen__new_raw(n, sizeof *o.way, err);
    samen_status status =
        todo && order && o.cluster && o.distance && o.sum && o.way ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        place_clusters(&o);
        for (int64_t i = 0; i < n; i++) {
            for (int64_t k = 0; k < n; k++)
                o.distance[i * n + k] = distance[tree->order[i] * n + tree->order[k]];
        }
    }
    for (int32_t k = 0; status == SAMEN_OK && k < n - 1; k++)
        status = join_sums(&o, &tree->join[k], run, err);
    if (status == SAMEN_OK) {
        follow(&o, todo, order);
        for (int64_t i = 0; i < n; i++)
            tree->order[i] = order[i];
    }
    samen__delete(todo);
    samen__delete(order);
    samen__delete(o.cluster);
    samen__delete(o.distance);
    samen__delete(o.sum);
    samen__delete(o.way);
    return status;
}
