/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/scene.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/sort.h"
#include "draw/values.h"

/* ---- Ties ---------------------------------------------------------------------------------------- */

static samen_status count_ties(const samen__draw_call *call, samen__scene *scene,
                               samen_error *err) {
    samen__pair pair;
    scene->partners = samen__new(scene->organisations, sizeof *scene->partners, err);
    if (!scene->partners)
        return SAMEN_ERR_MEMORY;
    for (samen__walk w = {0}; samen__next_pair(call->pairs, &w, &pair);) {
        scene->partners[pair.low]++;
        scene->partners[pair.high]++;
        scene->strokes += __builtin_popcountll(pair.forward_forms | pair.backward_forms);
    }
    return SAMEN_OK;
}

static samen_status list_ties(const samen__draw_call *call, samen__scene *scene, samen_error *err) {
    samen__cell cell;
    int64_t at = 0;
    samen__stroke *s = scene->stroke = samen__new_raw(scene->strokes, sizeof *scene->stroke, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    for (samen__walk w = {0}; samen__next_cell(call->pairs, &w, &cell);)
        s[at++] = (samen__stroke){.low = cell.low,
                                  .high = cell.high,
                                  .forward = cell.forward,
                                  .backward = cell.backward,
                                  .form = cell.form,
                                  .undirected = !call->view->directed || cell.undirected};
    return SAMEN_OK;
}

static int64_t fewest_partners(const samen__scene *scene, const samen__stroke *s) {
    int64_t low = scene->partners[s->low], high = scene->partners[s->high];
    return low < high ? low : high;
}

static int by_strength(const void *context, int64_t a, int64_t b) {
    const samen__scene *scene = context;
    const samen__stroke *s = &scene->stroke[a], *t = &scene->stroke[b];
    double first = samen__stroke_weight(s), second = samen__stroke_weight(t);
    if (first != second)
        return first > second ? -1 : 1;
    int64_t few = fewest_partners(scene, s), more = fewest_partners(scene, t);
    return few < more ? -1 : few > more;
}

static int32_t root(int32_t *parent, int32_t v) {
    while (parent[v] != v)
        v = parent[v] = parent[parent[v]];
    return v;
}

/* Mark the ties that hold together what is tied (a forest of the strongest, by Kruskal's rule), and then the strongest
 * of all, as many as are drawn. */
static void choose_strongest(const samen__scene *scene, const int64_t *order, uint8_t *chosen,
                             int32_t *parent) {
    int64_t count = 0;
    for (int64_t v = 0; v < scene->organisations; v++)
        parent[v] = (int32_t)v;
    for (int64_t i = 0; i < scene->strokes; i++) {
        const samen__stroke *s = &scene->stroke[order[i]];
        int32_t a = root(parent, s->low), b = root(parent, s->high);
        parent[a] = b;
        chosen[order[i]] = a != b;
        count += a != b;
    }
    for (int64_t i = 0; i < scene->strokes && count < SAMEN__TIES_DRAWN; i++) {
        count += !chosen[order[i]];
        chosen[order[i]] = 1;
    }
}

static samen_status keep_strongest(samen__scene *scene, samen_error *err) {
    if (scene->strokes <= SAMEN__TIES_DRAWN)
        return SAMEN_OK;
    int64_t all = scene->strokes;
    int64_t *order = samen__new_raw(all, sizeof *order, err);
    uint8_t *chosen = samen__new(all, 1, err);
    int32_t *parent = samen__new_raw(scene->organisations, sizeof *parent, err);
    samen_status status = order && chosen && parent
                              ? samen__sort(order, all, by_strength, scene, err)
                              : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK) {
        choose_strongest(scene, order, chosen, parent);
        scene->strokes = 0;
        for (int64_t i = 0; i < all; i++) {
            if (chosen[i])
                scene->stroke[scene->strokes++] = scene->stroke[i];
        }
        scene->left_out = all - scene->strokes;
    }
    samen__delete(order);
    samen__delete(chosen);
    samen__delete(parent);
    return status;
}

/* Places among parallel ties, and how strong ties are. */
static void survey_ties(samen__scene *scene) {
    for (int64_t i = 0, next; i < scene->strokes; i = next) {
        const samen__stroke *first = &scene->stroke[i];
        for (next = i; next < scene->strokes && scene->stroke[next].low == first->low &&
                       scene->stroke[next].high == first->high;)
            next++;
        for (int64_t k = i; k < next; k++) {
            samen__stroke *s = &scene->stroke[k];
            double weight = samen__stroke_weight(s);
            s->slot = (uint8_t)(k - i);
            s->slots = (uint8_t)(next - i);
            scene->forms |= 1ull << s->form;
            scene->strongest = fmax(scene->strongest, weight);
            scene->weakest = k == 0 ? weight : fmin(scene->weakest, weight);
        }
    }
}

/* ---- Groups -------------------------------------------------------------------------------------- */

static int by_size(const void *context, int64_t a, int64_t b) {
    const samen__groups *groups = context;
    return groups->size[a] > groups->size[b] ? -1 : groups->size[a] < groups->size[b];
}

static samen_status find_groups(const samen__draw_call *call, const char *group,
                                samen__scene *scene, samen_error *err) {
    samen_status status = samen__groups_make(call->view, group, &scene->groups, err);
    if (status == SAMEN_ERR_UNKNOWN && err)
        err->argument = call->argument;
    if (status != SAMEN_OK)
        return status;
    int64_t *order = samen__new_raw(scene->groups.count, sizeof *order, err);
    scene->rank = samen__new_raw(scene->groups.count, sizeof *scene->rank, err);
    status = order && scene->rank
                 ? samen__sort(order, scene->groups.count, by_size, &scene->groups, err)
                 : SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < scene->groups.count; i++)
        scene->rank[order[i]] = (int32_t)i;
    samen__delete(order);
    return status;
}

/* ---- Sizes and answers ----------------------------------------------------------------------------- */

static samen_status find_sizes(samen__draw_call *call, const char *size, samen__scene *scene,
                               samen_error *err) {
    if (strcmp(size, "none") == 0)
        return SAMEN_OK;
    samen__values values;
    samen_status status =
        samen__values_make(call, "size", size, "none, degree, betweenness", &values, err);
    scene->value = values.value;
    scene->value_name = values.name;
    scene->largest_value = values.largest;
    return status;
}

static samen_status find_silent(const samen__draw_call *call, samen__scene *scene,
                                samen_error *err) {
    const samen__column *respondents = samen__view_respondents(call->view);
    if (!respondents)
        return SAMEN_OK;
    scene->silent = samen__new(scene->organisations, 1, err);
    if (!scene->silent)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < scene->organisations; i++) {
        scene->silent[i] = !samen__view_responded(call->view, respondents, i);
        scene->silents += scene->silent[i];
    }
    return SAMEN_OK;
}

samen_status samen__scene_make(samen__draw_call *call, const char *group, const char *size,
                               samen__scene *scene, samen_error *err) {
    *scene = (samen__scene){.organisations = call->view->organisations};
    samen_status status = count_ties(call, scene, err);
    if (status == SAMEN_OK)
        status = list_ties(call, scene, err);
    if (status == SAMEN_OK)
        status = keep_strongest(scene, err);
    if (status == SAMEN_OK)
        survey_ties(scene);
    if (status == SAMEN_OK && group)
        status = find_groups(call, group, scene, err);
    if (status == SAMEN_OK)
        status = find_sizes(call, size, scene, err);
    if (status == SAMEN_OK)
        status = find_silent(call, scene, err);
    return status;
}

void samen__scene_free(samen__scene *scene) {
    samen__delete(scene->stroke);
    samen__delete(scene->partners);
    samen__groups_free(&scene->groups);
    samen__delete(scene->rank);
    samen__delete(scene->value);
    samen__delete(scene->value_name);
    samen__delete(scene->silent);
    *scene = (samen__scene){0};
}
