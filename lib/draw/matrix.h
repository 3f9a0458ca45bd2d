/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a matrix share: how it is arranged on the page, and drawing it. */
#ifndef SAMEN_DRAW_MATRIX_H
#define SAMEN_DRAW_MATRIX_H

#include "draw/frame.h"
#include "draw/scene.h"
#include "draw/sequence.h"

/* From a block to the line along it, and from there to its name. */
#define SAMEN__BRACKET 1.0

/* How cells are drawn, by how many there are. */
typedef enum samen__cells {
    SAMEN__CELLS_TITLED, /* one by one, each says what it is */
    SAMEN__CELLS_PLAIN,  /* many to a path */
    SAMEN__CELLS_BINNED  /* many to a square of the picture, which shows their density */
} samen__cells;

/* Above so many rectangles the cells are binned; and each side has at most so many bins. */
enum { SAMEN__MOST_CELLS = 100000, SAMEN__MOST_BINS = 300, SAMEN__MOST_BLOCKS = 64 };

/* Of cells that were not observed: one of draw/bars.h. */
enum { SAMEN__MATRIX_HATCHING = 1 };

enum { SAMEN__MATRIX_LABELS_AUTO, SAMEN__MATRIX_LABELS_NONE };
enum { SAMEN__FILL_WEIGHT, SAMEN__FILL_NONE };
enum { SAMEN__BLOCKS_NONE, SAMEN__BLOCKS_SHADED, SAMEN__BLOCKS_DENSITY };

typedef struct samen__matrix_options {
    samen__draw_common common;
    const char *group;
    uint32_t order;
    uint32_t labels;
    uint32_t names;
    uint32_t fill;
    uint32_t blocks;
    uint32_t dendrogram;
} samen__matrix_options;

typedef struct samen__density {
    int64_t ties, possible;
} samen__density;

typedef struct samen__matrix {
    samen__draw_call *call;
    const samen__matrix_options *options;
    samen__scene scene; /* without ties */
    samen__sequence sequence;
    samen__frame frame;
    samen__density *
        block; /* stretches x stretches, from row to column; NULL without groups, or with too many */
    uint64_t forms; /* that ties have */
    double strongest, weakest;
    int32_t most_forms; /* of one pair */
    samen__cells cells;
    uint8_t *grid; /* what is in each cell, see draw/matrix_cells.c; NULL for binned ones */

    /* Bins, where cells are binned. */
    int32_t bins;
    int32_t *bin;       /* tied cells of each */
    double least, most; /* densities of those that have any */

    /* On the page. */
    samen__box box; /* the cells */
    double cell;    /* the side of one */
    int32_t names_left_out;
    double names; /* room for names of organisations; 0: they are left out */
    double tree;  /* room for the dendrogram, and then for names of groups */
    double groups, groups_below;
    int32_t groups_turned; /* below, for they are too long to lie */
    double *group_at; /* the middle of each group's name, from the box's corner; NAN: it has none */
    int32_t groups_unnamed;
    double caption; /* room for lines below that say what was left out */
} samen__matrix;

/* Ties as cells: counts, weights, and how they will be drawn. */
samen_status samen__matrix_survey(samen__matrix *m, samen_error *err);

/* Where all is, in a part of the page. */
void samen__matrix_arrange(samen__matrix *m, const samen__box *plot);

const char *samen__matrix_name(const samen__matrix *m, int64_t organisation);

/* The name of a group, or that of those without one. */
const char *samen__matrix_group(const samen__matrix *m, int32_t stretch);

/* How cells of a form are filled: without a pattern where it could not be seen. */
int32_t samen__matrix_pattern(const samen__matrix *m, int32_t form);

/* The side of a cell's fill over that of the cell. */
double samen__matrix_fill(const samen__matrix *m, double weight);
int samen__matrix_has_weights(const samen__matrix *m);

/* Not where blocks stand for them. */
static inline int samen__matrix_has_cells(const samen__matrix *m) {
    return m->options->blocks != SAMEN__BLOCKS_DENSITY;
}

/* The lowest density of a shade of bins; that of SAMEN__SHADES is the highest there is. */
double samen__matrix_bound(const samen__matrix *m, int32_t shade);

/* Cells are large enough for a hatching; otherwise rows are marked at the side. */
int samen__matrix_is_hatched(const samen__matrix *m);

/* From below to above. */
samen_status samen__matrix_blocks(samen__matrix *m, samen_error *err);
void samen__matrix_ground(samen__matrix *m);
samen_status samen__matrix_cells(samen__matrix *m, samen_error *err);
samen_status samen__matrix_bin(samen__matrix *m, samen_error *err);
void samen__matrix_bins(samen__matrix *m);
void samen__matrix_lines(samen__matrix *m);
void samen__matrix_densities(samen__matrix *m);
void samen__matrix_place_groups(samen__matrix *m);

/* A text in its room: as much as that holds, and an ellipsis for the rest. `text` is scratch and tells failure. */
void samen__matrix_put(samen__matrix *m, const char *name, double x, double y, double room,
                       const samen__lettering *letters, samen__text *text);
void samen__matrix_groups(samen__matrix *m, int below, samen__text *text);
samen_status samen__matrix_labels(samen__matrix *m, samen_error *err);
samen_status samen__matrix_tree(samen__matrix *m, samen_error *err);

/* Keys and notes of all that is shown, into the frame. */
samen_status samen__matrix_legend(samen__matrix *m, samen_error *err);

/* "25 organisations, 186 ties. Density 0.31. ..." */
samen_status samen__matrix_describe(const samen__matrix *m, samen__text *text, samen_error *err);

#endif
