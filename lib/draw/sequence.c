/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/sequence.h"

#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "draw/likeness.h"
#include "kernels/communities.h"
#include "kernels/leaf_order.h"

/* What organisations are compared by. */
typedef struct ranking {
    const samen__draw_call *call;
    const samen__scene *scene;
    int by_key;
    int32_t
        *community[2]; /* large ones, and small ones within; NULL where they are not looked at */
    int64_t *size[2];  /* of each community */
} ranking;

static const char *name_of(const ranking *r, int64_t v) {
    const samen_view *view = r->call->view;
    return r->by_key
               ? samen_view_key(view, v)
               : samen_network_name(view->network, SAMEN_ORGANISATIONS, view->organisation[v]);
}

static int by_name(const void *context, int64_t a, int64_t b) {
    return strcmp(name_of(context, a), name_of(context, b));
}

static int by_partners(const void *context, int64_t a, int64_t b) {
    const int64_t *partners = ((const ranking *)context)->scene->partners;
    return partners[a] > partners[b] ? -1 : partners[a] < partners[b];
}

/* Large communities first, in each its large parts first. */
static int by_community(const void *context, int64_t a, int64_t b) {
    const ranking *r = context;
    for (int level = 0; level < 2; level++) {
        int32_t one = r->community[level][a], other = r->community[level][b];
        int64_t first = r->size[level][one], second = r->size[level][other];
        if (first != second)
            return first > second ? -1 : 1;
        if (one != other)
            return one < other ? -1 : 1;
    }
    return by_partners(r, a, b);
}

/* ---- Communities --------------------------------------------------------------------------------- */

static samen_status find_communities(samen__draw_call *call, ranking *r, samen_error *err) {
    const samen__rows *out_rows = NULL, *in_rows = NULL;
    samen__rows underlying = {0};
    samen_status status = samen__view_rows(call->view, &call->run, &out_rows, &in_rows, err);
    if (status == SAMEN_OK && call->view->directed) {
        status = samen__rows_underlying(out_rows, in_rows, &underlying, err);
        out_rows = &underlying;
    }
    if (status == SAMEN_OK)
        status = samen__communities(out_rows, r->community[0], r->community[1], &call->run, err);
    samen__rows_free(&underlying);
    return status;
}

static samen_status sort_by_community(samen__draw_call *call, ranking *r, int64_t *order,
                                      samen_error *err) {
    int64_t n = r->scene->organisations;
    samen_status status = SAMEN_OK;
    for (int level = 0; level < 2; level++) {
        r->community[level] = samen__new_raw(n, sizeof *r->community[level], err);
        r->size[level] = samen__new(n, sizeof *r->size[level], err);
        if (!r->community[level] || !r->size[level])
            status = SAMEN_ERR_MEMORY;
    }
    if (status == SAMEN_OK)
        status = find_communities(call, r, err);
    for (int level = 0; status == SAMEN_OK && level < 2; level++) {
        for (int64_t v = 0; v < n; v++)
            r->size[level][r->community[level][v]]++;
    }
    if (status == SAMEN_OK)
        status = samen__sort(order, n, by_community, r, err);
    for (int level = 0; level < 2; level++) {
        samen__delete(r->community[level]);
        samen__delete(r->size[level]);
    }
    return status;
}

/* ---- Clusters ------------------------------------------------------------------------------------ */

/* Those with the most partners come first, as far as the tree allows. */
static void turn_round(const samen__scene *scene, const int32_t *member, samen__tree *tree) {
    double tilt = 0;
    for (int32_t i = 0; i < tree->leaves; i++)
        tilt += (2 * i - tree->leaves + 1) * (double)scene->partners[member[tree->order[i]]];
    for (int32_t i = 0, k = tree->leaves - 1; tilt > 0 && i < k; i++, k--) {
        int32_t swapped = tree->order[i];
        tree->order[i] = tree->order[k];
        tree->order[k] = swapped;
    }
}

static samen_status cluster(samen__draw_call *call, const samen__scene *scene,
                            const double *distance, int32_t *at, samen__stretch *s,
                            samen_error *err) {
    int64_t n = scene->organisations, members = s->to - s->from;
    double *within = samen__new_raw(members * members, sizeof *within, err);
    int32_t *member = samen__new_raw(members, sizeof *member, err);
    samen_status status = within && member ? SAMEN_OK : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        memcpy(member, at + s->from, (size_t)members * sizeof *member);
        for (int64_t i = 0; i < members; i++) {
            for (int64_t k = 0; k < members; k++)
                within[i * members + k] = distance[member[i] * n + member[k]];
        }
        status = samen__linkage((int32_t)members, within, &call->run, &s->tree, err);
    }
    if (status == SAMEN_OK)
        status = samen__leaf_order(&s->tree, within, &call->run, err);
    if (status == SAMEN_OK) {
        turn_round(scene, member, &s->tree);
        for (int64_t i = 0; i < members; i++)
            at[s->from + i] = member[s->tree.order[i]];
    }
    samen__delete(within);
    samen__delete(member);
    return status;
}

static samen_status cluster_all(samen__draw_call *call, const samen__scene *scene,
                                samen__sequence *sequence, samen_error *err) {
    int64_t n = scene->organisations;
    double *distance = samen__new_raw(n * n, sizeof *distance, err);
    samen_status status =
        distance ? samen__unlikeness(call, scene, distance, err) : SAMEN_ERR_MEMORY;
    for (int32_t i = 0; status == SAMEN_OK && i < sequence->stretches; i++)
        status = cluster(call, scene, distance, sequence->at, &sequence->stretch[i], err);
    samen__delete(distance);
    return status;
}

/* ---- Groups -------------------------------------------------------------------------------------- */

/* Those of each group in the order given. */
static samen_status part(const samen__scene *scene, const int64_t *order, samen__sequence *s,
                         samen_error *err) {
    int32_t groups = scene->groups.count;
    int32_t count = groups > 0 ? groups + (scene->groups.without > 0) : scene->organisations > 0;
    s->stretch = samen__new(count, sizeof *s->stretch, err);
    if (!s->stretch)
        return SAMEN_ERR_MEMORY;
    s->stretches = count;
    for (int32_t i = 0; i < s->stretches; i++)
        s->stretch[i].group = -1;
    for (int32_t g = 0; g < groups; g++) {
        samen__stretch *own = &s->stretch[scene->rank[g]];
        own->group = g;
        own->to = (int32_t)scene->groups.size[g];
    }
    if (s->stretches > groups)
        s->stretch[groups].to =
            (int32_t)(groups > 0 ? scene->groups.without : scene->organisations);
    for (int32_t i = 0, at = 0; i < s->stretches; i++) {
        at += s->stretch[i].to;
        s->stretch[i].from = s->stretch[i].to = at - s->stretch[i].to;
    }
    for (int64_t i = 0; i < scene->organisations; i++) {
        int32_t group = groups > 0 ? scene->groups.of[order[i]] : -1;
        samen__stretch *own = &s->stretch[group >= 0 ? scene->rank[group] : groups];
        s->at[own->to++] = (int32_t)order[i];
    }
    return SAMEN_OK;
}

static samen_status sort_by(samen__draw_call *call, const samen__scene *scene, uint32_t way,
                            int by_key, int64_t *order, samen_error *err) {
    int64_t n = scene->organisations;
    ranking r = {.call = call, .scene = scene, .by_key = by_key};
    if (way == SAMEN__SEQUENCE_SERIATION && n > SAMEN__MOST_CLUSTERED)
        return sort_by_community(call, &r, order, err);
    if (way == SAMEN__SEQUENCE_RECORDED) {
        for (int64_t v = 0; v < n; v++)
            order[v] = v;
        return SAMEN_OK;
    }
    return samen__sort(order, n, way == SAMEN__SEQUENCE_NAME ? by_name : by_partners, &r, err);
}

samen_status samen__sequence_make(samen__draw_call *call, const samen__scene *scene, uint32_t way,
                                  int by_key, samen__sequence *sequence, samen_error *err) {
    int64_t n = scene->organisations;
    *sequence = (samen__sequence){0};
    int64_t *order = samen__new_raw(n, sizeof *order, err);
    sequence->at = samen__new_raw(n, sizeof *sequence->at, err);
    sequence->place = samen__new_raw(n, sizeof *sequence->place, err);
    samen_status status = order && sequence->at && sequence->place
                              ? sort_by(call, scene, way, by_key, order, err)
                              : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK)
        status = part(scene, order, sequence, err);
    if (status == SAMEN_OK && way == SAMEN__SEQUENCE_SERIATION && n <= SAMEN__MOST_CLUSTERED)
        status = cluster_all(call, scene, sequence, err);
    for (int64_t i = 0; status == SAMEN_OK && i < n; i++)
        sequence->place[sequence->at[i]] = (int32_t)i;
    samen__delete(order);
    return status;
}

void samen__sequence_free(samen__sequence *sequence) {
    for (int32_t i = 0; i < sequence->stretches; i++)
        samen__tree_free(&sequence->stretch[i].tree);
    samen__delete(sequence->at);
    samen__delete(sequence->place);
    samen__delete(sequence->stretch);
    *sequence = (samen__sequence){0};
}
