/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dendrogram beside a matrix: whom clustering joined, and how unlike they are. */
#include <math.h>

#include "core/memory.h"
#include "draw/matrix.h"
#include "draw/palette.h"
#include "draw/type.h"

#define GAP        1.5 /* between cells, tree and names of groups */
#define LINE       0.16
#define SCALE_LINE 0.1
#define TICK       0.8
#define ABOVE      1.0 /* the scale above the cells */

static double along(const samen__matrix *m, double height) {
    return m->box.x + m->box.width + GAP + height * (m->tree - 3 * GAP);
}

/* Each cluster where its last join is. `down` has room for all clusters of the tree. */
static void add_tree(samen__matrix *m, const samen__stretch *s, double *down) {
    const samen__tree *tree = &s->tree;
    samen__trace *path = &m->frame.path;
    for (int32_t i = 0; i < tree->leaves; i++)
        down[tree->order[i]] = m->box.y + (s->from + i + 0.5) * m->cell;
    for (int32_t k = 0; k < tree->leaves - 1; k++) {
        const samen__join *join = &tree->join[k];
        const int32_t ends[] = {join->one, join->other};
        double x[2], end = along(m, join->height);
        for (int i = 0; i < 2; i++)
            x[i] = along(m, ends[i] < tree->leaves ? 0 : tree->join[ends[i] - tree->leaves].height);
        samen__trace_move(path, x[0], down[ends[0]]);
        samen__trace_line(path, end, down[ends[0]]);
        samen__trace_line(path, end, down[ends[1]]);
        samen__trace_line(path, x[1], down[ends[1]]);
        down[tree->leaves + k] = (down[ends[0]] + down[ends[1]]) / 2;
    }
}

/* From 0 to 1. */
static void draw_scale(samen__matrix *m) {
    const samen__lettering letters = {
        .size = SAMEN__TYPE_SMALL, .colour = SAMEN__INK_LIGHT, .anchor = SAMEN__ANCHOR_MIDDLE};
    const samen__pen pen = samen__lined(SAMEN__INK_LIGHT, SCALE_LINE);
    double y = m->box.y - ABOVE;
    samen__trace_clear(&m->frame.path);
    samen__trace_move(&m->frame.path, along(m, 0), y);
    samen__trace_line(&m->frame.path, along(m, 1), y);
    for (int i = 0; i < 3; i++) {
        char digits[16];
        samen__text text = samen__text_fixed(digits, sizeof digits);
        samen__add_amount(&text, m->options->common.language, i / 2.0);
        samen__trace_move(&m->frame.path, along(m, i / 2.0), y);
        samen__trace_line(&m->frame.path, along(m, i / 2.0), y - TICK);
        m->call->surface->text(m->call->surface, along(m, i / 2.0), y - TICK - 0.5, digits,
                               text.length, &letters);
    }
    m->call->surface->path(m->call->surface, &m->frame.path, &pen, NULL);
}

samen_status samen__matrix_tree(samen__matrix *m, samen_error *err) {
    samen__surface *surface = m->call->surface;
    const samen__pen pen = samen__lined(SAMEN__INK, LINE);
    if (m->tree == 0)
        return SAMEN_OK;
    double *down = samen__new_raw(2 * m->scene.organisations, sizeof *down, err);
    if (!down)
        return SAMEN_ERR_MEMORY;
    surface->open_group(surface,
                        samen__word_in(m->options->common.language, SAMEN__WORD_TREE_TITLE), NULL);
    samen__trace_clear(&m->frame.path);
    for (int32_t s = 0; s < m->sequence.stretches; s++)
        add_tree(m, &m->sequence.stretch[s], down);
    if (m->frame.path.steps > 0)
        surface->path(surface, &m->frame.path, &pen, NULL);
    draw_scale(m);
    surface->close_group(surface);
    samen__delete(down);
    return SAMEN_OK;
}
