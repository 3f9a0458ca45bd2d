/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/linkage.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/sort.h"

/* Clusters on their way: each has the row and column of one of its leaves, the others' are not used any more. */
typedef struct linkage {
    int32_t leaves;
    double *distance;  /* of clusters, by their rows */
    int32_t *size;     /* of the cluster of each row; 0 when it was joined to another */
    double *height;    /* of the last join of each row's cluster */
    int32_t *chain;    /* each the nearest of the one before */
    samen__join *made; /* rows that were joined, in the order in which chains found them */
    int64_t *order;
    int32_t *cluster; /* the number of each row's cluster, once joins are put in order */
} linkage;

/* The nearest of a row's cluster; the one before it in the chain when that is as near, so that chains end. */
static int32_t nearest(const linkage *l, int32_t row, int32_t before, double *distance) {
    const double *of = l->distance + (int64_t)row * l->leaves;
    int32_t best = before;
    double least = before >= 0 ? of[before] : INFINITY;
    for (int32_t i = 0; i < l->leaves; i++) {
        if (l->size[i] > 0 && i != row && of[i] < least) {
            least = of[i];
            best = i;
        }
    }
    *distance = least;
    return best;
}

/* The second row takes over: its distances are now means over the leaves of both. */
static void join_rows(linkage *l, int32_t gone, int32_t stays) {
    int64_t n = l->leaves;
    double *from = l->distance + gone * n, *to = l->distance + stays * n;
    double a = l->size[gone], b = l->size[stays];
    for (int32_t i = 0; i < n; i++) {
        if (l->size[i] > 0 && i != gone && i != stays)
            to[i] = l->distance[i * n + stays] = (a * from[i] + b * to[i]) / (a + b);
    }
    l->size[stays] += l->size[gone];
    l->size[gone] = 0;
}

static samen_status follow_chains(linkage *l, samen__run *run, samen_error *err) {
    int32_t length = 0, first = 0;
    for (int32_t joins = 0; joins < l->leaves - 1;) {
        if (samen__run_step(run, l->leaves, "clustering", err) != SAMEN_OK)
            return SAMEN_ERR_CANCELLED;
        if (length == 0) {
            while (l->size[first] == 0)
                first++;
            l->chain[length++] = first;
        }
        double distance;
        int32_t last = l->chain[length - 1], before = length > 1 ? l->chain[length - 2] : -1;
        int32_t next = nearest(l, last, before, &distance);
        if (next != before) {
            l->chain[length++] = next;
            continue;
        }
        int32_t gone = last < before ? last : before, stays = last < before ? before : last;
        /* Rounding must not put a cluster below its parts. */
        double height = fmax(distance, fmax(l->height[gone], l->height[stays]));
        l->made[joins++] = (samen__join){.one = gone, .other = stays, .height = height};
        l->height[stays] = height;
        join_rows(l, gone, stays);
        length -= 2;
    }
    return SAMEN_OK;
}

static int by_height(const void *context, int64_t a, int64_t b) {
    const samen__join *made = context;
    return made[a].height < made[b].height ? -1 : made[a].height > made[b].height;
}

/* From the lowest to the highest, clusters numbered instead of rows. */
static samen_status number_joins(linkage *l, samen__tree *tree, samen_error *err) {
    int32_t n = l->leaves;
    samen_status status = samen__sort(l->order, n - 1, by_height, l->made, err);
    if (status != SAMEN_OK)
        return status;
    for (int32_t i = 0; i < n; i++) {
        l->cluster[i] = i;
        l->size[i] = 1;
    }
    for (int32_t k = 0; k < n - 1; k++) {
        const samen__join *made = &l->made[l->order[k]];
        int32_t a = l->cluster[made->one], b = l->cluster[made->other];
        l->size[made->other] += l->size[made->one];
        tree->join[k] = (samen__join){.one = a < b ? a : b,
                                      .other = a < b ? b : a,
                                      .leaves = l->size[made->other],
                                      .height = made->height};
        l->cluster[made->other] = n + k;
    }
    return SAMEN_OK;
}

/* Each cluster has a stretch of places, the highest all of them; `start` has room for one of each cluster. */
static void lay_leaves(samen__tree *tree, int32_t *start) {
    int32_t n = tree->leaves;
    start[2 * n - 2] = 0;
    for (int32_t k = n - 2; k >= 0; k--) {
        const samen__join *join = &tree->join[k];
        start[join->one] = start[n + k];
        start[join->other] = start[n + k] + (join->one < n ? 1 : tree->join[join->one - n].leaves);
    }
    for (int32_t i = 0; i < n; i++)
        tree->order[start[i]] = i;
}

samen_status samen__linkage(int32_t leaves, const double *distance, samen__run *run,
                            samen__tree *tree, samen_error *err) {
    int64_t n = leaves;
    linkage l = {.leaves = leaves};
    *tree = (samen__tree){.leaves = leaves};
    l.distance = samen__new_raw(n * n, sizeof *l.distance, err);
    l.size = samen__new_raw(n, sizeof *l.size, err);
    l.height = samen__new(n, sizeof *l.height, err);
    l.chain = samen__new_raw(n, sizeof *l.chain, err);
    l.made = samen__new_raw(n, sizeof *l.made, err);
    l.order = samen__new_raw(n, sizeof *l.order, err);
    l.cluster = samen__new_raw(2 * n, sizeof *l.cluster, err);
    tree->join = samen__new_raw(n, sizeof *tree->join, err);
    tree->order = samen__new_raw(n, sizeof *tree->order, err);
    samen_status status = l.distance && l.size && l.height && l.chain && l.made && l.order &&
                                  l.cluster && tree->join && tree->order
                              ? SAMEN_OK
                              : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        memcpy(l.distance, distance, (size_t)(n * n) * sizeof *distance);
        for (int64_t i = 0; i < n; i++)
            l.size[i] = 1;
        status = follow_chains(&l, run, err);
    }
    if (status == SAMEN_OK)
        status = number_joins(&l, tree, err);
    if (status == SAMEN_OK)
        lay_leaves(tree, l.cluster);
    else
        samen__tree_free(tree);
    samen__delete(l.distance);
    samen__delete(l.size);
    samen__delete(l.height);
    samen__delete(l.chain);
    samen__delete(l.made);
    samen__delete(l.order);
    samen__delete(l.cluster);
    return status;
}

void samen__tree_free(samen__tree *tree) {
    samen__delete(tree->join);
    samen__delete(tree->order);
    *tree = (samen__tree){0};
}
