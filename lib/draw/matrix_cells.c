/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tied cells, one by one or many to a path. */
#include <math.h>

#include "core/memory.h"
#include "draw/matrix.h"
#include "draw/palette.h"
#include "draw/sociogram.h"
#include "draw/squares.h"

/* In the grid: a form's number and 1, or that there are several; 0 where nothing ties. */
enum { SEVERAL = 255, MOST_SIDE = 1000 };

/* Of more ties cells of one form are one piece, and have no pattern. */
enum { MOST_PATTERNED = 30000 };

#define GAP     0.07  /* around a cell's fill, in sides of the cell */
#define GAPPED  0.7   /* smaller cells touch each other */
#define LEAST   0.5   /* of the side of a fill, in sides of the largest */
#define WEIGHED 1.0   /* sides of fills of different sizes */
#define RIM     0.045 /* of paper, around fills on shaded blocks, in sides of the cell */
#define BETWEEN 0.08  /* parts of a cell in several forms, in sides of the cell */

/* A form's part of a cell. */
typedef struct part_of_cell {
    int32_t row, column;
    int32_t slot, slots;
    double scale; /* of its side */
} part_of_cell;

/* Ties of a form, with all forms of the pair. Going through them:
 *     bond b;
 *     for (bonds w = {0}; next_bond(pairs, &w, &b);) */
typedef struct bond {
    samen__cell cell;
    samen__pair pair;
} bond;

typedef struct bonds {
    samen__walk pairs, cells;
    samen__pair pair;
    int32_t left;
} bonds;

static int next_bond(const samen__pairs *pairs, bonds *w, bond *b) {
    if (w->left == 0) {
        if (!samen__next_pair(pairs, &w->pairs, &w->pair))
            return 0;
        w->left = __builtin_popcountll(w->pair.forward_forms | w->pair.backward_forms);
    }
    w->left--;
    b->pair = w->pair;
    return samen__next_cell(pairs, &w->cells, &b->cell);
}

/* ---- Survey -------------------------------------------------------------------------------------- */

/* The stretch of each place. */
static int32_t *list_stretches(const samen__matrix *m, samen_error *err) {
    int32_t *of = samen__new_raw(m->scene.organisations, sizeof *of, err);
    for (int32_t s = 0; of && s < m->sequence.stretches; s++) {
        for (int32_t p = m->sequence.stretch[s].from; p < m->sequence.stretch[s].to; p++)
            of[m->sequence.at[p]] = s;
    }
    return of;
}

/* Of all blocks of groups; in an undirected view either side's is that of both. */
static samen_status count_blocks(samen__matrix *m, samen_error *err) {
    int64_t count = m->sequence.stretches;
    samen__pair pair;
    int32_t *of = list_stretches(m, err);
    m->block = samen__new(count * count, sizeof *m->block, err);
    if (of && m->block) {
        for (samen__walk w = {0}; samen__next_pair(m->call->pairs, &w, &pair);) {
            int64_t low = of[pair.low], high = of[pair.high];
            m->block[low * count + high].ties += pair.forward > 0;
            m->block[high * count + low].ties += pair.backward > 0;
        }
        for (int64_t i = 0; i < count * count; i++) {
            const samen__stretch *row = &m->sequence.stretch[i / count],
                                 *column = &m->sequence.stretch[i % count];
            int64_t size = row->to - row->from;
            m->block[i].possible = size * (column->to - column->from - (row == column));
        }
    }
    samen__delete(of);
    return of && m->block ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static void weigh(samen__matrix *m) {
    bond b;
    for (bonds w = {0}; next_bond(m->call->pairs, &w, &b);) {
        const double weight[] = {b.cell.forward, b.cell.backward};
        int32_t forms = __builtin_popcountll(b.pair.forward_forms | b.pair.backward_forms);
        for (int i = 0; i < 2; i++) {
            if (weight[i] == 0)
                continue;
            m->strongest = fmax(m->strongest, weight[i]);
            m->weakest = m->forms == 0 ? weight[i] : fmin(m->weakest, weight[i]);
            m->forms |= 1ull << b.cell.form;
            m->most_forms = forms > m->most_forms ? forms : m->most_forms;
        }
    }
}

static uint8_t shown_as(uint64_t forms) {
    return (uint8_t)(forms == 0 ? 0 : (forms & (forms - 1)) ? SEVERAL : __builtin_ctzll(forms) + 1);
}

static samen_status fill_grid(samen__matrix *m, samen_error *err) {
    int64_t n = m->scene.organisations;
    const int32_t *place = m->sequence.place;
    samen__pair pair;
    m->grid = samen__new(n * n, 1, err);
    if (!m->grid)
        return SAMEN_ERR_MEMORY;
    for (samen__walk w = {0}; samen__next_pair(m->call->pairs, &w, &pair);) {
        m->grid[place[pair.low] * n + place[pair.high]] = shown_as(pair.forward_forms);
        m->grid[place[pair.high] * n + place[pair.low]] = shown_as(pair.backward_forms);
    }
    return SAMEN_OK;
}

/* How far cells of one form go on in a row. */
static int64_t run_from(const samen__matrix *m, int64_t at) {
    int64_t n = m->scene.organisations, end = at - at % n + n, next = at + 1;
    while (m->grid[at] != SEVERAL && next < end && m->grid[next] == m->grid[at])
        next++;
    return next;
}

static int64_t count_rectangles(const samen__matrix *m) {
    int64_t n = m->scene.organisations, count = 0;
    for (int64_t at = 0, next; at < n * n; at = next) {
        next = run_from(m, at);
        count += m->grid[at] == SEVERAL ? 2 : m->grid[at] > 0;
    }
    return count;
}

samen_status samen__matrix_survey(samen__matrix *m, samen_error *err) {
    int has_blocks = m->options->group && m->scene.groups.count <= SAMEN__MOST_BLOCKS;
    samen_status status = has_blocks ? count_blocks(m, err) : SAMEN_OK;
    weigh(m);
    m->cells = m->scene.organisations > MOST_SIDE         ? SAMEN__CELLS_BINNED
               : m->scene.strokes <= SAMEN__TIES_DETAILED ? SAMEN__CELLS_TITLED
                                                          : SAMEN__CELLS_PLAIN;
    if (status == SAMEN_OK && m->cells == SAMEN__CELLS_PLAIN) {
        status = fill_grid(m, err);
        if (status == SAMEN_OK && count_rectangles(m) > SAMEN__MOST_CELLS)
            m->cells = SAMEN__CELLS_BINNED;
    }
    if (status == SAMEN_OK && m->cells == SAMEN__CELLS_BINNED)
        status = samen__matrix_bin(m, err);
    return status;
}

/* ---- Drawing ------------------------------------------------------------------------------------- */

int samen__matrix_has_weights(const samen__matrix *m) {
    return m->options->fill == SAMEN__FILL_WEIGHT && m->cells == SAMEN__CELLS_TITLED &&
           m->strongest > m->weakest && m->cell >= WEIGHED * sqrt(m->most_forms);
}

double samen__matrix_fill(const samen__matrix *m, double weight) {
    return samen__matrix_has_weights(m) ? fmax(LEAST, sqrt(weight / m->strongest)) : 1;
}

/* Forms of one cell stand in rows of as many as there are rows, or one more; the last row may have fewer. */
static samen__box box_of(const samen__matrix *m, const part_of_cell *p) {
    double gap = m->cell >= GAPPED ? GAP * m->cell : 0, side = m->cell - 2 * gap;
    double between = m->cell >= GAPPED ? BETWEEN * m->cell : 0;
    int32_t across = (int32_t)ceil(sqrt(p->slots)), down = (p->slots + across - 1) / across;
    int32_t row = p->slot / across, column = p->slot % across;
    int32_t here = row == down - 1 ? p->slots - row * across : across;
    double width = (side - between * (here - 1)) / here,
           height = (side - between * (down - 1)) / down;
    double x = m->box.x + p->column * m->cell + gap + column * (width + between);
    double y = m->box.y + p->row * m->cell + gap + row * (height + between);
    return (samen__box){x + width * (1 - p->scale) / 2, y + height * (1 - p->scale) / 2,
                        width * p->scale, height * p->scale};
}

int32_t samen__matrix_pattern(const samen__matrix *m, int32_t form) {
    return m->cell >= GAPPED && m->scene.strokes <= MOST_PATTERNED ? samen__form_pattern(form) : 0;
}

static void add_part(samen__matrix *m, int32_t form, const part_of_cell *p) {
    samen__box box = box_of(m, p);
    samen__square_add(&m->frame.path, samen__matrix_pattern(m, form), box.x, box.y, box.width,
                      box.height);
}

/* The part that a form has in the cell from low to high, or back. */
static part_of_cell find_part(const samen__matrix *m, const bond *b, int backward) {
    const int32_t *place = m->sequence.place;
    uint64_t forms = backward ? b->pair.backward_forms : b->pair.forward_forms;
    int32_t low = place[b->cell.low], high = place[b->cell.high];
    return (part_of_cell){.row = backward ? high : low,
                          .column = backward ? low : high,
                          .slot = __builtin_popcountll(forms & ((1ull << b->cell.form) - 1)),
                          .slots = __builtin_popcountll(forms),
                          .scale =
                              samen__matrix_fill(m, backward ? b->cell.backward : b->cell.forward)};
}

/* "A -> B: action, weight 3" */
static void name_cell(const samen__matrix *m, const bond *b, int backward, int undirected,
                      samen__text *text) {
    uint32_t language = m->options->common.language;
    text->length = 0;
    samen__text_add_string(text, samen__matrix_name(m, backward ? b->cell.high : b->cell.low));
    samen__text_add_string(text, undirected ? " \xE2\x80\x93 " : " \xE2\x86\x92 ");
    samen__text_add_string(text, samen__matrix_name(m, backward ? b->cell.low : b->cell.high));
    samen__text_add_string(text, ": ");
    samen__text_add_string(text, samen_typology_name(m->call->view->network->typology, b->cell.form,
                                                     (int32_t)language));
    samen__text_add_string(text, ", ");
    samen__text_add_string(text, samen__word_in(language, SAMEN__WORD_WEIGHT_OF));
    samen__text_add_byte(text, ' ');
    samen__add_amount(text, language, backward ? b->cell.backward : b->cell.forward);
}

/* On shaded blocks fills have a ground of paper, to stand out from that. */
static void draw_rims(samen__matrix *m) {
    const samen__pen pen = samen__filled(SAMEN__PAPER);
    bond b;
    if (m->options->blocks != SAMEN__BLOCKS_SHADED || m->cell < GAPPED)
        return;
    samen__trace_clear(&m->frame.path);
    for (bonds w = {0}; next_bond(m->call->pairs, &w, &b);) {
        for (int backward = 0; backward < 2; backward++) {
            if ((backward ? b.cell.backward : b.cell.forward) == 0)
                continue;
            part_of_cell part = find_part(m, &b, backward);
            samen__box box = box_of(m, &part);
            double rim = RIM * m->cell;
            samen__trace_rectangle(&m->frame.path, box.x - rim, box.y - rim, box.width + 2 * rim,
                                   box.height + 2 * rim);
        }
    }
    if (m->frame.path.steps > 0)
        m->call->surface->path(m->call->surface, &m->frame.path, &pen, NULL);
}

/* An undirected tie is one mark in two cells. */
static samen_status draw_titled(samen__matrix *m, samen_error *err) {
    samen__surface *surface = m->call->surface;
    samen__text title = samen__text_growing();
    samen__trace *path = &m->frame.path;
    bond b;
    draw_rims(m);
    for (bonds w = {0}; !title.failed && next_bond(m->call->pairs, &w, &b);) {
        int undirected = !m->call->view->directed || b.cell.undirected;
        samen__pen pen = samen__filled(samen__form_colour(b.cell.form));
        for (int backward = 0; backward < 2; backward++) {
            if ((backward ? b.cell.backward : b.cell.forward) == 0)
                continue;
            part_of_cell part = find_part(m, &b, backward);
            if (!backward || !undirected)
                samen__trace_clear(path);
            add_part(m, b.cell.form, &part);
            if (undirected && !backward)
                continue;
            name_cell(m, &b, backward && !undirected, undirected, &title);
            if (!title.failed)
                surface->path(surface, path, &pen, title.bytes);
        }
    }
    samen_status status = title.failed ? samen__fail_memory(err) : SAMEN_OK;
    samen__text_free(&title);
    return status;
}

static void add_runs(samen__matrix *m, int32_t form) {
    int64_t n = m->scene.organisations;
    for (int64_t at = 0, next; at < n * n; at = next) {
        next = run_from(m, at);
        if (m->grid[at] == form + 1)
            samen__trace_rectangle(&m->frame.path, m->box.x + (double)(at % n) * m->cell,
                                   m->box.y + (double)(at / n) * m->cell,
                                   (double)(next - at) * m->cell, m->cell);
    }
}

/* A form's part in the cells that have so many forms or more. */
static void add_parts(samen__matrix *m, int32_t form, int32_t least) {
    bond b;
    for (bonds w = {0}; next_bond(m->call->pairs, &w, &b);) {
        for (int backward = 0; b.cell.form == form && backward < 2; backward++) {
            part_of_cell part = find_part(m, &b, backward);
            if ((backward ? b.cell.backward : b.cell.forward) > 0 && part.slots >= least)
                add_part(m, form, &part);
        }
    }
}

static samen_status draw_plain(samen__matrix *m, samen_error *err) {
    samen__surface *surface = m->call->surface;
    const samen_typology *typology = m->call->view->network->typology;
    for (int32_t form = 0; form < typology->count; form++) {
        samen__pen pen = samen__filled(samen__form_colour(form));
        if (!(m->forms >> form & 1))
            continue;
        samen__trace_clear(&m->frame.path);
        if (samen__matrix_pattern(m, form) > 0) {
            add_parts(m, form, 1);
        } else {
            add_runs(m, form);
            add_parts(m, form, 2);
        }
        surface->path(surface, &m->frame.path, &pen,
                      samen_typology_name(typology, form, (int32_t)m->options->common.language));
        if (samen__run_step(&m->call->run, m->scene.organisations * m->scene.organisations, "cells",
                            err) != SAMEN_OK)
            return SAMEN_ERR_CANCELLED;
    }
    return SAMEN_OK;
}

samen_status samen__matrix_cells(samen__matrix *m, samen_error *err) {
    samen_status status = SAMEN_OK;
    m->call->surface->open_group(m->call->surface, NULL, NULL);
    if (m->cells == SAMEN__CELLS_BINNED)
        samen__matrix_bins(m);
    else
        status = m->cells == SAMEN__CELLS_TITLED ? draw_titled(m, err) : draw_plain(m, err);
    m->call->surface->close_group(m->call->surface);
    return status;
}
