/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies under and over the cells: what cannot be tied or was not observed, and blocks of groups. */
#include <math.h>
#include <string.h>

#include "draw/bars.h"
#include "draw/matrix.h"
#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/type.h"

enum { MANY_GROUPS = 12 };

#define RULED        1.5 /* sides of cells that have lines between them */
#define RULE_WIDTH   0.08
#define HATCH_WIDTH  0.13
#define HATCHED      0.8 /* in smaller cells, rows are marked at the side instead */
#define TICK         1.2
#define EDGE_WIDTH   0.25
#define FINE_WIDTH   0.12
#define LEAST_LINED  1.0 /* sides of blocks that have lines between them */
#define DENSITY_ROOM 0.8 /* around the number in a block */

static void rectangle(samen__matrix *m, int32_t row, int32_t rows, int32_t column,
                      int32_t columns) {
    samen__trace_rectangle(&m->frame.path, m->box.x + column * m->cell, m->box.y + row * m->cell,
                           columns * m->cell, rows * m->cell);
}

static void draw_path(samen__matrix *m, const samen__pen *pen, const char *title) {
    if (m->frame.path.steps > 0)
        m->call->surface->path(m->call->surface, &m->frame.path, pen, title);
    samen__trace_clear(&m->frame.path);
}

/* ---- Ground -------------------------------------------------------------------------------------- */

/* The next places in a row of organisations that did not respond, from `at` on. */
static int next_silent(const samen__matrix *m, int32_t at, int32_t *from, int32_t *to) {
    int32_t n = (int32_t)m->scene.organisations;
    while (at < n && !m->scene.silent[m->sequence.at[at]])
        at++;
    *from = at;
    while (at < n && m->scene.silent[m->sequence.at[at]])
        at++;
    *to = at;
    return *from < n;
}

static void hatch(samen__matrix *m, int32_t row, int32_t rows, int32_t column, int32_t columns) {
    const samen__rectangle box = {m->box.x + column * m->cell, m->box.y + row * m->cell,
                                  columns * m->cell, rows * m->cell};
    samen__hatching_add(&m->frame.path, &box, SAMEN__MATRIX_HATCHING);
}

/* A directed tie is its source's to report; an undirected one needs either end, and what both must report, both. */
static void add_unobserved(samen__matrix *m) {
    const samen_view *view = m->call->view;
    int both = !view->directed && view->options.direction == SAMEN_DIRECTION_BOTH;
    int32_t n = (int32_t)m->scene.organisations;
    for (int32_t row = 0, from, to; next_silent(m, row, &from, &to); row = to) {
        if (view->directed || both) {
            hatch(m, from, to - from, 0, n);
            continue;
        }
        for (int32_t column = 0, left, right; next_silent(m, column, &left, &right); column = right)
            hatch(m, from, to - from, left, right - left);
    }
    /* Columns, where rows have not been hatched. */
    for (int32_t column = 0, left, right; both && next_silent(m, column, &left, &right);
         column = right) {
        int32_t row = 0;
        for (int32_t from, to; row < n; row = to) {
            next_silent(m, row, &from, &to);
            hatch(m, row, from - row, left, right - left);
        }
    }
}

static void mark_silent(samen__matrix *m) {
    const samen__pen pen = samen__filled(SAMEN__INK);
    for (int32_t place = 0, from, to; next_silent(m, place, &from, &to); place = to) {
        double at = from * m->cell, size = (to - from) * m->cell;
        samen__trace_rectangle(&m->frame.path, m->box.x - 2 * TICK, m->box.y + at, TICK, size);
        if (!m->call->view->directed)
            samen__trace_rectangle(&m->frame.path, m->box.x + at, m->box.y - 2 * TICK, size, TICK);
    }
    draw_path(m, &pen, samen__word_in(m->options->common.language, SAMEN__WORD_NON_RESPONDENT));
}

int samen__matrix_is_hatched(const samen__matrix *m) {
    return m->cell >= HATCHED;
}

static void draw_silent(samen__matrix *m) {
    const samen__pen pen = samen__lined(SAMEN__INK_LIGHT, HATCH_WIDTH);
    if (m->scene.silents == 0)
        return;
    if (!samen__matrix_is_hatched(m)) {
        mark_silent(m);
        return;
    }
    add_unobserved(m);
    draw_path(m, &pen, samen__word_in(m->options->common.language, SAMEN__WORD_UNOBSERVED));
}

void samen__matrix_ground(samen__matrix *m) {
    const samen__pen grey = samen__filled(SAMEN__NO_GROUP),
                     rule = samen__lined(SAMEN__RULE, RULE_WIDTH);
    int32_t n = (int32_t)m->scene.organisations;
    samen__trace_clear(&m->frame.path);
    draw_silent(m);
    for (int32_t i = 0; i < n && m->cells != SAMEN__CELLS_BINNED; i++)
        rectangle(m, i, 1, i, 1);
    draw_path(m, &grey, NULL);
    for (int32_t i = 1; i < n && m->cell >= RULED; i++) {
        double at = i * m->cell;
        samen__trace_move(&m->frame.path, m->box.x + at, m->box.y);
        samen__trace_line(&m->frame.path, m->box.x + at, m->box.y + m->box.height);
        samen__trace_move(&m->frame.path, m->box.x, m->box.y + at);
        samen__trace_line(&m->frame.path, m->box.x + m->box.width, m->box.y + at);
    }
    draw_path(m, &rule, NULL);
}

/* ---- Blocks -------------------------------------------------------------------------------------- */

static double density_of(const samen__density *block) {
    return block->possible > 0 ? (double)block->ties / (double)block->possible : 0;
}

static double densest(const samen__matrix *m) {
    double most = 0;
    for (int64_t i = 0; i < (int64_t)m->sequence.stretches * m->sequence.stretches; i++)
        most = fmax(most, density_of(&m->block[i]));
    return most;
}

/* As much of one colour as of another. */
static uint32_t mix(uint32_t from, uint32_t to, double part) {
    uint32_t mixed = 0;
    for (int32_t shift = 0; shift <= 16; shift += 8) {
        double a = from >> shift & 255, b = to >> shift & 255;
        mixed |= (uint32_t)lround(a + part * (b - a)) << shift;
    }
    return mixed;
}

/* "welfare -> health: density 0.25 (5 of 20)"; of undirected ties within a group each counts once. */
static void name_block(const samen__matrix *m, int32_t row, int32_t column, samen__text *text) {
    uint32_t language = m->options->common.language;
    const samen__density *block = &m->block[row * m->sequence.stretches + column];
    int twice = row == column && !m->call->view->directed;
    text->length = 0;
    samen__text_add_string(text, samen__matrix_group(m, row));
    samen__text_add_string(text, m->call->view->directed ? " \xE2\x86\x92 " : " \xE2\x80\x93 ");
    samen__text_add_string(text, samen__matrix_group(m, column));
    samen__text_add_string(text, ": ");
    samen__text_add_string(text, samen__word_in(language, SAMEN__WORD_DENSITY_OF));
    samen__text_add_byte(text, ' ');
    if (block->possible > 0)
        samen__add_amount(text, language, density_of(block));
    else
        samen__text_add_string(text, "\xE2\x80\x93");
    samen__text_add_string(text, " (");
    samen__add_count(text, language, block->ties / (twice ? 2 : 1));
    samen__text_add_string(text, samen__word_in(language, SAMEN__WORD_DRAWN_OF));
    samen__add_count(text, language, block->possible / (twice ? 2 : 1));
    samen__text_add_byte(text, ')');
}

samen_status samen__matrix_blocks(samen__matrix *m, samen_error *err) {
    double most = m->block ? densest(m) : 0;
    uint32_t darkest =
        m->options->blocks == SAMEN__BLOCKS_DENSITY ? SAMEN__BLOCK_DARK : SAMEN__BLOCK;
    int32_t count = m->sequence.stretches;
    samen__text title = samen__text_growing();
    if (!m->options->blocks)
        return SAMEN_OK;
    samen__trace_clear(&m->frame.path);
    m->call->surface->open_group(m->call->surface, NULL, NULL);
    for (int32_t i = 0; i < count * count && !title.failed; i++) {
        const samen__stretch *row = &m->sequence.stretch[i / count],
                             *column = &m->sequence.stretch[i % count];
        double part = most > 0 ? density_of(&m->block[i]) / most : 0;
        const samen__pen pen = samen__filled(mix(SAMEN__PAPER, darkest, part));
        name_block(m, i / count, i % count, &title);
        rectangle(m, row->from, row->to - row->from, column->from, column->to - column->from);
        if (!title.failed)
            draw_path(m, &pen, title.bytes);
    }
    m->call->surface->close_group(m->call->surface);
    samen_status status = title.failed ? samen__fail_memory(err) : SAMEN_OK;
    samen__text_free(&title);
    return status;
}

/* Around all, and between groups that are large enough to be seen between lines. */
void samen__matrix_lines(samen__matrix *m) {
    const samen__pen pen = samen__lined(
                         SAMEN__INK, m->sequence.stretches > MANY_GROUPS ? FINE_WIDTH : EDGE_WIDTH),
                     edge = samen__lined(SAMEN__RULE, EDGE_WIDTH);
    int32_t n = (int32_t)m->scene.organisations;
    samen__trace_clear(&m->frame.path);
    if (n > 0)
        rectangle(m, 0, n, 0, n);
    draw_path(m, &edge, NULL);
    for (int32_t s = 1; s < m->sequence.stretches; s++) {
        const samen__stretch *stretch = &m->sequence.stretch[s];
        double at = stretch->from * m->cell;
        if ((stretch->to - stretch->from) * m->cell < LEAST_LINED && s > 1)
            continue;
        samen__trace_move(&m->frame.path, m->box.x + at, m->box.y);
        samen__trace_line(&m->frame.path, m->box.x + at, m->box.y + m->box.height);
        samen__trace_move(&m->frame.path, m->box.x, m->box.y + at);
        samen__trace_line(&m->frame.path, m->box.x + m->box.width, m->box.y + at);
    }
    draw_path(m, &pen, NULL);
}

/* Two decimals, that numbers can be compared at a glance, and more where these would say nothing. */
static void add_share(samen__text *text, uint32_t language, double share) {
    int64_t hundredths = llround(share * 100);
    if (hundredths == 0 && share > 0) {
        samen__add_amount(text, language, share);
        return;
    }
    samen__text_format(text, "%ld%c%ld%ld", (long)(hundredths / 100),
                       language == SAMEN_LANGUAGE_NL ? ',' : '.', (long)(hundredths / 10 % 10),
                       (long)(hundredths % 10));
}

/* The size in which a number fits into every block, or the smallest. */
static double number_size(const samen__matrix *m) {
    double least = INFINITY;
    for (int32_t s = 0; s < m->sequence.stretches; s++) {
        const samen__stretch *stretch = &m->sequence.stretch[s];
        least = fmin(least, (stretch->to - stretch->from) * m->cell);
    }
    return samen__measure_text("0.00", 4, SAMEN__TYPE_LEGEND, 1) + DENSITY_ROOM > least
               ? SAMEN__TYPE_SMALL
               : SAMEN__TYPE_LEGEND;
}

/* In the middle of each block that has room for it. */
void samen__matrix_densities(samen__matrix *m) {
    const samen__lettering letters = {
        .size = number_size(m), .colour = SAMEN__INK, .anchor = SAMEN__ANCHOR_MIDDLE, .bold = 1};
    int32_t count = m->sequence.stretches;
    if (samen__matrix_has_cells(m))
        return;
    m->call->surface->open_group(m->call->surface, NULL, NULL);
    for (int32_t i = 0; i < count * count; i++) {
        const samen__stretch *row = &m->sequence.stretch[i / count],
                             *column = &m->sequence.stretch[i % count];
        char digits[64];
        samen__text text = samen__text_fixed(digits, sizeof digits);
        add_share(&text, m->options->common.language, density_of(&m->block[i]));
        double width = samen__measure_text(digits, text.length, letters.size, 1) + DENSITY_ROOM;
        if (m->block[i].possible == 0 || (column->to - column->from) * m->cell < width ||
            (row->to - row->from) * m->cell < letters.size)
            continue;
        m->call->surface->text(
            m->call->surface, m->box.x + (column->from + column->to) * m->cell / 2,
            m->box.y + (row->from + row->to) * m->cell / 2 + letters.size * SAMEN__TYPE_MIDDLE,
            digits, text.length, &letters);
    }
    m->call->surface->close_group(m->call->surface);
}
