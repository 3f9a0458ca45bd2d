/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The adjacency matrix: organisations along both sides, a cell filled where the one of the row is tied to the one of
 * the column; for whoever looks for groups, for who is like whom, and for what a tangle of lines hides.
 *
 * Choices. Rows and columns have the same order, and that order decides what is seen: by default organisations with the
 * same ties stand together, within groups where there are groups. Colour never stands alone: forms have a pattern. A
 * cell that nobody reported because of who did not respond is hatched, for it is not known to be empty. Weight is the
 * area of a fill. Where there are too many cells, squares of the picture show densities.
 * Based on: J. Bertin, Semiologie graphique, 1967; M. Ghoniem, J.-D. Fekete, P. Castagliola, On the readability of
 * graphs using node-link and matrix-based representations, Information Visualization 4, 2005 (doi
 * 10.1057/palgrave.ivs.9500092).
 * Complexity: of the order (draw/sequence.h), then O(ties), and O(organisations^2) up to 1,000 of them. */
#include "draw/matrix.h"

#include <math.h>

#include "core/memory.h"
#include "draw/registry.h"

#define LOWEST 20.0 /* that a plot may be */

static samen_status check(const samen__matrix *m, samen_error *err) {
    int32_t argument = m->call->argument;
    int clustered = m->options->order == SAMEN__SEQUENCE_SERIATION;
    if (m->options->blocks && !m->options->group)
        return samen__fail_argument(err, argument,
                                    "option blocks of matrix needs the option group");
    if (m->options->blocks && m->scene.groups.count > SAMEN__MOST_BLOCKS)
        return samen__fail_argument(
            err, argument, "option blocks of matrix takes at most %d groups, and \"%s\" has %d",
            SAMEN__MOST_BLOCKS, m->options->group, m->scene.groups.count);
    if (m->options->dendrogram && !clustered)
        return samen__fail_argument(err, argument,
                                    "option dendrogram of matrix needs order=seriation");
    if (m->options->dendrogram && m->scene.organisations > SAMEN__MOST_CLUSTERED)
        return samen__fail_argument(err, argument,
                                    "option dendrogram of matrix takes at most %d organisations",
                                    SAMEN__MOST_CLUSTERED);
    return SAMEN_OK;
}

static samen_status prepare(samen__matrix *m, samen__text *description, samen_error *err) {
    samen_status status = samen__scene_start(m->call, m->options->group, &m->scene, err);
    if (status == SAMEN_OK)
        status = check(m, err);
    /* Who is in partnerships is known whoever responded. */
    if (samen__records_count(&m->call->view->network->records, SAMEN_TIES) == 0)
        m->scene.silents = 0;
    if (status == SAMEN_OK)
        status = samen__sequence_make(m->call, &m->scene, m->options->order, (int)m->options->names,
                                      &m->sequence, err);
    if (status == SAMEN_OK)
        status = samen__matrix_survey(m, err);
    m->group_at =
        status == SAMEN_OK ? samen__new_raw(m->sequence.stretches, sizeof *m->group_at, err) : NULL;
    if (status != SAMEN_OK || !m->group_at)
        return status == SAMEN_OK ? SAMEN_ERR_MEMORY : status;
    /* As high as it likes; a page whose height is given may make it smaller. */
    double width = m->options->common.width - 2 * SAMEN__MARGIN;
    samen__matrix_arrange(m, &(samen__box){0, 0, width, INFINITY});
    status = samen__matrix_legend(m, err);
    return status == SAMEN_OK ? samen__matrix_describe(m, description, err) : status;
}

static samen_status draw_inside(samen__matrix *m, samen_error *err) {
    if (m->scene.organisations == 0) {
        samen__frame_nothing(&m->frame);
        return SAMEN_OK;
    }
    samen_status status = samen__matrix_blocks(m, err);
    if (status == SAMEN_OK && samen__matrix_has_cells(m)) {
        samen__matrix_ground(m);
        status = samen__matrix_cells(m, err);
    }
    if (status != SAMEN_OK)
        return status;
    samen__matrix_lines(m);
    samen__matrix_densities(m);
    status = samen__matrix_labels(m, err);
    return status == SAMEN_OK ? samen__matrix_tree(m, err) : status;
}

static double lowest(const samen__matrix *m) {
    return m->box.y + m->box.height + m->groups_below + m->caption;
}

static samen_status draw(samen__draw_call *call, samen_error *err) {
    samen__matrix m = {.call = call, .options = call->options};
    samen__text description = samen__text_growing();
    samen__frame_start(&m.frame, call);
    samen_status status = prepare(&m, &description, err);
    if (status == SAMEN_OK)
        status = samen__frame_open(
            &m.frame, samen__word_in(m.options->common.language, SAMEN__WORD_COLLABORATION),
            description.bytes, fmax(LOWEST, lowest(&m)), err);
    if (status == SAMEN_OK) {
        samen__matrix_arrange(&m, &m.frame.plot);
        status = lowest(&m) > m.frame.plot.y + m.frame.plot.height + 0.01
                     ? samen__fail_argument(err, call->argument,
                                            "option height of matrix is too small for the cells")
                     : draw_inside(&m, err);
    }
    if (status == SAMEN_OK)
        status = samen__frame_close(&m.frame, err);
    samen__text_free(&description);
    samen__delete(m.grid);
    samen__delete(m.bin);
    samen__delete(m.block);
    samen__delete(m.group_at);
    samen__sequence_free(&m.sequence);
    samen__scene_free(&m.scene);
    samen__frame_free(&m.frame);
    return status;
}

static const char *const order_names[] = {"seriation", "name", "degree", "recorded", NULL};
static const char *const labels_names[] = {"auto", "none", NULL};
static const char *const names_names[] = {"name", "key", NULL};
static const char *const fill_names[] = {"weight", "none", NULL};
static const char *const blocks_names[] = {"none", "shaded", "density", NULL};

static const samen__option options[] = {
    SAMEN__DRAW_COMMON(samen__matrix_options),
    {.name = "group",
     .type = SAMEN__OPTION_TEXT,
     .offset = offsetof(samen__matrix_options, group),
     .fallback = "",
     .since = "0.1",
     .help = "attribute of organisations that parts rows and columns, the largest group first"},
    {.name = "order",
     .type = SAMEN__OPTION_CHOICE,
     .offset = offsetof(samen__matrix_options, order),
     .fallback = "",
     .choices = order_names,
     .since = "0.1",
     .help = "of organisations, within groups where there are groups; seriation: the same ties "
             "stand together"},
    {.name = "labels",
     .type = SAMEN__OPTION_CHOICE,
     .offset = offsetof(samen__matrix_options, labels),
     .fallback = "",
     .choices = labels_names,
     .since = "0.1",
     .help = "auto: names of organisations where cells are large enough"},
    {.name = "names",
     .type = SAMEN__OPTION_CHOICE,
     .offset = offsetof(samen__matrix_options, names),
     .fallback = "",
     .choices = names_names,
     .since = "0.1",
     .help = "what stands for an organisation: its name or its key"},
    {.name = "fill",
     .type = SAMEN__OPTION_CHOICE,
     .offset = offsetof(samen__matrix_options, fill),
     .fallback = "",
     .choices = fill_names,
     .since = "0.1",
     .help = "what the area of a cell's fill shows"},
    {.name = "blocks",
     .type = SAMEN__OPTION_CHOICE,
     .offset = offsetof(samen__matrix_options, blocks),
     .fallback = "",
     .choices = blocks_names,
     .since = "0.1",
     .help = "of groups; shaded: by density, under the cells; density: instead of cells, with the "
             "number"},
    {.name = "dendrogram",
     .type = SAMEN__OPTION_YES_NO,
     .offset = offsetof(samen__matrix_options, dendrogram),
     .fallback = "false",
     .since = "0.1",
     .help = "draw the tree of the clustering beside the matrix"},
};

const samen__drawing samen__drawing_matrix = {
    .name = "matrix",
    .title = "Adjacency matrix",
    .summary = "Organisations in rows and columns, a cell filled where they are tied, alike ones "
               "beside each other.",
    .since = "0.1",
    .options = {.owner = "matrix",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen__matrix_options)},
    .draw = draw,
};
