/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where all is; names of organisations at left and above, and which way ties go. */
#include <math.h>
#include <string.h>

#include "draw/matrix.h"
#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/type.h"

#define GAP         1.2 /* between cells and names */
#define LEAST_SIDE  10.0
#define TALLEST     9.0  /* sides of cells, when there is room for larger ones */
#define PITCH       1.02 /* between names, in sizes */
#define MOST_NAMES  0.26 /* of the width, for names */
#define MORE_NAMES  0.4  /* where cells are easy to read all the same: */
#define EASY        1.6  /* their sides in sizes of labels */
#define LEAST_NAMES 9.0
#define MOST_GROUPS 0.2
#define TREE        0.13
#define LEAST_TREE  14.0
#define CAPTION     (1.6 * SAMEN__TYPE_SMALL)
#define TREE_HEAD   4.2 /* above the tree, for its scale */
#define MARKS       3.0 /* of who did not respond */

static double width_of(const char *text, double size) {
    return samen__measure_text(text, (int64_t)strlen(text), size, 0);
}

/* ---- Where all is -------------------------------------------------------------------------------- */

static double longest_name(const samen__matrix *m) {
    double longest = 0;
    for (int64_t v = 0; v < m->scene.organisations; v++)
        longest = fmax(longest, width_of(samen__matrix_name(m, v), SAMEN__TYPE_LABEL));
    return longest;
}

static double longest_group(const samen__matrix *m) {
    double longest = 0;
    for (int32_t s = 0; s < m->sequence.stretches; s++)
        longest = fmax(longest, width_of(samen__matrix_group(m, s), SAMEN__TYPE_LABEL));
    return longest;
}

static int has_marks(const samen__matrix *m) {
    return m->scene.silents > 0 && samen__matrix_has_cells(m);
}

/* Names, which way ties go, or marks of who did not respond stand at left and above. */
static double room_at_left(const samen__matrix *m) {
    uint32_t language = m->options->common.language;
    double room = has_marks(m) ? MARKS : 0;
    if (m->call->view->directed)
        room = fmax(
            room,
            GAP + 1.2 * SAMEN__TYPE_LABEL +
                fmax(width_of(samen__word_in(language, SAMEN__WORD_OF_ROW), SAMEN__TYPE_LABEL),
                     width_of(samen__word_in(language, SAMEN__WORD_OF_COLUMN), SAMEN__TYPE_LABEL)));
    return fmax(room, m->names > 0 ? m->names + GAP : 0);
}

static double room_above(const samen__matrix *m) {
    double room = fmax(has_marks(m) ? MARKS : 0, m->tree > 0 ? TREE_HEAD : 0);
    if (m->call->view->directed)
        room = fmax(room, GAP + 2.2 * SAMEN__TYPE_LABEL);
    return fmax(room, m->names > 0 ? m->names + GAP : 0);
}

/* The side that is left for the cells. */
static void fit(samen__matrix *m, const samen__box *plot) {
    double n = fmax(1, (double)m->scene.organisations);
    double left = room_at_left(m), above = room_above(m);
    double across = plot->width - left - m->tree - m->groups;
    double down = plot->height - above - m->groups_below - m->caption;
    double side = fmax(LEAST_SIDE, fmin(fmin(across, down), n * TALLEST));
    m->cell = side / n;
    m->box = (samen__box){plot->x + left, plot->y + above, side, side};
}

/* Names of groups lie below when each is shorter than its block. */
static int groups_can_lie(const samen__matrix *m) {
    for (int32_t s = 0; s < m->sequence.stretches; s++) {
        const samen__stretch *stretch = &m->sequence.stretch[s];
        if (width_of(samen__matrix_group(m, s), SAMEN__TYPE_LABEL) + GAP >
            (stretch->to - stretch->from) * m->cell)
            return 0;
    }
    return 1;
}

/* As much as the longest name needs, where cells stay large enough for letters; none where that is too little. */
static void fit_names(samen__matrix *m, const samen__box *plot, double longest) {
    double n = (double)m->scene.organisations;
    double room =
        fmin(plot->width - m->tree - m->groups, plot->height - m->groups_below - m->caption) - GAP;
    double most = fmax(MOST_NAMES * plot->width,
                       fmin(MORE_NAMES * plot->width, room - n * EASY * SAMEN__TYPE_LABEL));
    m->names = fmin(longest, fmin(most, room - n * SAMEN__TYPE_SMALL * PITCH));
    m->names_left_out = m->names < fmin(longest, LEAST_NAMES);
    if (m->names_left_out)
        m->names = 0;
}

void samen__matrix_arrange(samen__matrix *m, const samen__box *plot) {
    int named = m->options->labels == SAMEN__MATRIX_LABELS_AUTO && samen__matrix_has_cells(m);
    double longest = named ? longest_name(m) : 0;
    m->tree = m->options->dendrogram ? fmax(LEAST_TREE, TREE * plot->width) : 0;
    m->groups = m->groups_below = m->caption = 0;
    if (m->options->group) {
        m->groups = 3 * SAMEN__BRACKET + fmin(longest_group(m), MOST_GROUPS * plot->width);
        m->groups_below = 3 * SAMEN__BRACKET + SAMEN__TYPE_LABEL;
    }
    for (int pass = 0; pass < 2; pass++) {
        fit_names(m, plot, longest);
        m->caption = m->names_left_out ? CAPTION : 0;
        fit(m, plot);
        m->groups_turned = m->options->group && !groups_can_lie(m);
        if (m->groups_turned)
            m->groups_below = m->groups;
    }
    fit(m, plot);
    samen__matrix_place_groups(m);
    if (m->groups_unnamed > 0)
        m->caption += CAPTION;
    fit(m, plot);
}

/* ---- Organisations ------------------------------------------------------------------------------- */

void samen__matrix_put(samen__matrix *m, const char *name, double x, double y, double room,
                       const samen__lettering *letters, samen__text *text) {
    int64_t whole = (int64_t)strlen(name);
    text->length = 0;
    if (samen__measure_text(name, whole, letters->size, 0) <= room + 0.01) {
        samen__text_add(text, name, whole);
    } else {
        double dots = samen__measure_text("\xE2\x80\xA6", 3, letters->size, 0);
        int64_t fits = samen__measure_fit(name, whole, letters->size, 0, room - dots);
        while (fits > 0 && name[fits - 1] == ' ')
            fits--;
        samen__text_add(text, name, fits);
        samen__text_add_string(text, "\xE2\x80\xA6");
    }
    if (!text->failed)
        m->call->surface->text(m->call->surface, x, y, text->bytes, text->length, letters);
}

static void put_names(samen__matrix *m, samen__text *text) {
    double size = fmin(SAMEN__TYPE_LABEL, m->cell / PITCH), middle = size * SAMEN__TYPE_MIDDLE;
    const samen__lettering left = {.size = size, .colour = SAMEN__INK, .anchor = SAMEN__ANCHOR_END};
    const samen__lettering above = {.size = size, .colour = SAMEN__INK, .turn = -90};
    for (int64_t p = 0; m->names > 0 && p < m->scene.organisations; p++) {
        const char *name = samen__matrix_name(m, m->sequence.at[p]);
        double at = ((double)p + 0.5) * m->cell + middle;
        samen__matrix_put(m, name, m->box.x - GAP, m->box.y + at, m->names, &left, text);
        samen__matrix_put(m, name, m->box.x + at, m->box.y - GAP, m->names, &above, text);
    }
}

/* "from", with an arrow down the rows, and "to", with one along the columns. */
static void put_directions(samen__matrix *m, samen__text *text) {
    static const char *const arrows[] = {" \xE2\x86\x93", " \xE2\x86\x92"};
    static const samen__word word[] = {SAMEN__WORD_OF_ROW, SAMEN__WORD_OF_COLUMN};
    const samen__lettering letters = {
        .size = SAMEN__TYPE_LABEL, .colour = SAMEN__INK_LIGHT, .anchor = SAMEN__ANCHOR_END};
    for (int i = 0; m->call->view->directed && i < 2; i++) {
        text->length = 0;
        samen__text_add_string(text, samen__word_in(m->options->common.language, word[i]));
        samen__text_add_string(text, arrows[i]);
        if (!text->failed)
            m->call->surface->text(m->call->surface, m->box.x - GAP,
                                   m->box.y - GAP - i * 1.2 * letters.size, text->bytes,
                                   text->length, &letters);
    }
}

/* What had no room, below everything. */
static void put_captions(samen__matrix *m, samen__text *text) {
    const samen__lettering letters = {.size = SAMEN__TYPE_SMALL, .colour = SAMEN__INK_LIGHT};
    static const samen__word word[] = {SAMEN__WORD_NAMES_LEFT_OUT, SAMEN__WORD_GROUPS_LEFT_OUT};
    const int is_said[] = {m->names_left_out, m->groups_unnamed > 0};
    double y = m->box.y + m->box.height + m->groups_below + CAPTION - SAMEN__TYPE_SMALL * 0.3;
    for (int i = 0; i < 2; i++) {
        if (!is_said[i])
            continue;
        samen__matrix_put(m, samen__word_in(m->options->common.language, word[i]), m->frame.plot.x,
                          y, m->frame.plot.width, &letters, text);
        y += CAPTION;
    }
}

samen_status samen__matrix_labels(samen__matrix *m, samen_error *err) {
    samen__surface *surface = m->call->surface;
    samen__text text = samen__text_growing();
    surface->open_group(surface, NULL, NULL);
    put_names(m, &text);
    put_directions(m, &text);
    for (int below = 0; m->options->group && below < 2; below++)
        samen__matrix_groups(m, below, &text);
    put_captions(m, &text);
    surface->close_group(surface);
    samen_status status = text.failed ? samen__fail_memory(err) : SAMEN_OK;
    samen__text_free(&text);
    return status;
}
