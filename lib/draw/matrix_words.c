/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a matrix says in words: its legend, its notes, and its description for who does not see it. */
#include <math.h>
#include <string.h>

#include "draw/matrix.h"
#include "draw/palette.h"

#define KEY_RADIUS   1.25
#define EDGE         0.13
#define LARGEST_CELL 3.2 /* in the legend, whatever it is in the picture */

static const char *word(const samen__matrix *m, samen__word w) {
    return samen__word_in(m->options->common.language, w);
}

static samen_status add(samen__matrix *m, samen__key key, const char *text, samen_error *err) {
    return samen__legend_add(&m->frame.legend, key, text, err);
}

const char *samen__matrix_name(const samen__matrix *m, int64_t organisation) {
    const samen_view *view = m->call->view;
    return m->options->names ? samen_view_key(view, organisation)
                             : samen_network_name(view->network, SAMEN_ORGANISATIONS,
                                                  view->organisation[organisation]);
}

const char *samen__matrix_group(const samen__matrix *m, int32_t stretch) {
    int32_t group = m->sequence.stretch[stretch].group;
    return group >= 0 ? m->scene.groups.label[group] : word(m, SAMEN__WORD_NO_GROUP);
}

/* One form needs a key as well, unless the data say nothing of forms. */
static samen_status add_forms(samen__matrix *m, samen_error *err) {
    const samen_typology *typology = m->call->view->network->typology;
    if (m->forms == 0 || m->cells == SAMEN__CELLS_BINNED ||
        (typology->count == 1 && strcmp(typology->form[0].key, "collaboration") == 0))
        return SAMEN_OK;
    samen_status status = samen__frame_heading(&m->frame, word(m, SAMEN__WORD_FORM), err);
    for (int32_t form = 0; status == SAMEN_OK && form < typology->count; form++) {
        if (!(m->forms >> form & 1))
            continue;
        status =
            add(m,
                (samen__key){.kind = SAMEN__KEY_CELL,
                             .pen = samen__filled(samen__form_colour(form)),
                             .shape = samen__matrix_pattern(m, form),
                             .radius = KEY_RADIUS},
                samen_typology_name(typology, form, (int32_t)m->options->common.language), err);
    }
    return status;
}

static samen_status add_weights(samen__matrix *m, samen_error *err) {
    const double weights[] = {m->weakest, m->strongest};
    if (!samen__matrix_has_weights(m))
        return SAMEN_OK;
    samen_status status = samen__frame_heading(&m->frame, word(m, SAMEN__WORD_WEIGHT), err);
    for (int i = 0; status == SAMEN_OK && i < 2; i++) {
        char digits[64];
        samen__text text = samen__text_fixed(digits, sizeof digits);
        samen__add_amount(&text, m->options->common.language, weights[i]);
        status = add(m,
                     (samen__key){.kind = SAMEN__KEY_CELL,
                                  .pen = samen__filled(SAMEN__INK_LIGHT),
                                  .radius = samen__matrix_fill(m, weights[i]) *
                                            fmin(m->cell, LARGEST_CELL) / 2},
                     digits, err);
    }
    return status;
}

static samen_status add_shades(samen__matrix *m, samen_error *err) {
    if (m->cells != SAMEN__CELLS_BINNED || m->most == 0)
        return SAMEN_OK;
    samen_status status = samen__frame_heading(&m->frame, word(m, SAMEN__WORD_DENSITY), err);
    int32_t first = m->most > m->least ? 0 : SAMEN__SHADES - 1;
    for (int32_t shade = first; status == SAMEN_OK && shade < SAMEN__SHADES; shade++) {
        char digits[128];
        samen__text text = samen__text_fixed(digits, sizeof digits);
        samen__add_amount(&text, m->options->common.language, samen__matrix_bound(m, shade));
        if (m->most > m->least) {
            samen__text_add_string(&text, " \xE2\x80\x93 ");
            samen__add_amount(&text, m->options->common.language,
                              samen__matrix_bound(m, shade + 1));
        }
        status =
            add(m, (samen__key){.kind = SAMEN__KEY_BOX, .pen = samen__filled(samen__shade(shade))},
                digits, err);
    }
    return status;
}

static samen_status add_silent(samen__matrix *m, samen_error *err) {
    if (m->scene.silents == 0)
        return SAMEN_OK;
    samen__key hatched = {.kind = SAMEN__KEY_BOX,
                          .pen = {SAMEN__PAPER, SAMEN__INK_LIGHT, EDGE, 0, 0},
                          .hatching = SAMEN__MATRIX_HATCHING};
    samen__key marked = {.kind = SAMEN__KEY_BOX, .pen = samen__filled(SAMEN__INK)};
    int is_hatched = samen__matrix_is_hatched(m);
    samen_status status = samen__frame_heading(&m->frame, word(m, SAMEN__WORD_ANSWER), err);
    if (status == SAMEN_OK)
        status = add(m, is_hatched ? hatched : marked,
                     word(m, is_hatched ? SAMEN__WORD_UNOBSERVED : SAMEN__WORD_MARKED), err);
    return status;
}

/* Densities are those of what was reported. */
static void note_silent(samen__matrix *m) {
    samen__text_add_string(&m->frame.notes, word(m, SAMEN__WORD_SILENT));
    samen__add_counted(&m->frame.notes, m->options->common.language, m->scene.silents,
                       SAMEN__WORD_ORGANISATION, SAMEN__WORD_ORGANISATIONS);
    samen__text_add_string(&m->frame.notes, word(m, SAMEN__WORD_SILENT_TIES));
}

static void add_notes(samen__matrix *m) {
    samen__text *notes = &m->frame.notes;
    int has_cells = samen__matrix_has_cells(m),
        seriated = m->options->order == SAMEN__SEQUENCE_SERIATION;
    if (m->call->view->directed)
        samen__text_add_string(notes, word(m, SAMEN__WORD_ROWS_AND_COLUMNS));
    if (m->options->dendrogram)
        samen__text_add_string(notes, word(m, SAMEN__WORD_TREE));
    else if (seriated && has_cells)
        samen__text_add_string(notes, word(m, m->scene.organisations > SAMEN__MOST_CLUSTERED
                                                  ? SAMEN__WORD_COMMUNITIES
                                                  : SAMEN__WORD_ALIKE));
    if (m->options->blocks)
        samen__text_add_string(notes, word(m, m->options->blocks == SAMEN__BLOCKS_DENSITY
                                                  ? SAMEN__WORD_DENSITIES
                                                  : SAMEN__WORD_SHADED_BLOCKS));
    if (m->scene.silents > 0 && (m->options->blocks || m->cells == SAMEN__CELLS_BINNED))
        note_silent(m);
    if (has_cells && m->cells != SAMEN__CELLS_BINNED && m->options->fill == SAMEN__FILL_WEIGHT &&
        m->strongest > m->weakest && !samen__matrix_has_weights(m))
        samen__text_add_string(notes, word(m, SAMEN__WORD_PLAIN_CELLS));
    if (has_cells && m->cells == SAMEN__CELLS_BINNED)
        samen__text_add_string(notes, word(m, SAMEN__WORD_BINS));
}

samen_status samen__matrix_legend(samen__matrix *m, samen_error *err) {
    int has_cells = samen__matrix_has_cells(m);
    samen_status status = has_cells ? add_forms(m, err) : SAMEN_OK;
    if (status == SAMEN_OK && has_cells)
        status = add_weights(m, err);
    if (status == SAMEN_OK && has_cells)
        status = add_shades(m, err);
    if (status == SAMEN_OK && has_cells)
        status = add_silent(m, err);
    add_notes(m);
    return status;
}

static void add_density(const samen__matrix *m, double ties, double possible, samen__text *text) {
    samen__text_add_byte(text, ' ');
    samen__add_amount(text, m->options->common.language, ties / possible);
}

/* "Densest: welfare -> health 0.42." */
static void name_densest(const samen__matrix *m, samen__text *text) {
    int32_t count = m->sequence.stretches, best = -1;
    double most = 0;
    for (int32_t i = 0; i < count * count; i++) {
        const samen__density *b = &m->block[i];
        if (b->possible > 0 && (double)b->ties > most * (double)b->possible) {
            most = (double)b->ties / (double)b->possible;
            best = i;
        }
    }
    if (best < 0)
        return;
    samen__text_add_byte(text, ' ');
    samen__text_add_string(text, word(m, SAMEN__WORD_DENSEST));
    samen__text_add_string(text, samen__matrix_group(m, best / count));
    samen__text_add_string(text, m->call->view->directed ? " \xE2\x86\x92 " : " \xE2\x80\x93 ");
    samen__text_add_string(text, samen__matrix_group(m, best % count));
    add_density(m, (double)m->block[best].ties, (double)m->block[best].possible, text);
    samen__text_add_byte(text, '.');
}

samen_status samen__matrix_describe(const samen__matrix *m, samen__text *text, samen_error *err) {
    uint32_t language = m->options->common.language;
    const samen__pairs *pairs = m->call->pairs;
    double n = (double)m->scene.organisations;
    samen__add_counted(text, language, m->scene.organisations, SAMEN__WORD_ORGANISATION,
                       SAMEN__WORD_ORGANISATIONS);
    samen__text_add_string(text, ", ");
    samen__add_counted(text, language, m->call->view->directed ? pairs->arcs : pairs->pairs,
                       SAMEN__WORD_TIE, SAMEN__WORD_TIES);
    samen__text_add_byte(text, '.');
    if (n > 1) {
        samen__text_add_byte(text, ' ');
        samen__text_add_string(text, word(m, SAMEN__WORD_DENSITY));
        add_density(m, (double)(m->call->view->directed ? pairs->arcs : 2 * pairs->pairs),
                    n * (n - 1), text);
        samen__text_add_byte(text, '.');
    }
    if (m->block)
        name_densest(m, text);
    return text->failed ? samen__fail_memory(err) : SAMEN_OK;
}
