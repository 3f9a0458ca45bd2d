/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend of a picture: keys under headings, flowing in lines. */
#ifndef SAMEN_DRAW_LEGEND_H
#define SAMEN_DRAW_LEGEND_H

#include "draw/marks.h"
#include "draw/surface.h"

typedef enum samen__key_kind {
    SAMEN__KEY_HEADING, /* begins a new line */
    SAMEN__KEY_LINE,
    SAMEN__KEY_ARROW,
    SAMEN__KEY_ARROWS, /* at both ends */
    SAMEN__KEY_MARK,
    SAMEN__KEY_BOX
} samen__key_kind;

typedef struct samen__key {
    samen__key_kind kind;
    samen__pen pen;
    int32_t shape; /* of a mark */
    double radius;
    int32_t hatching; /* of a box: see draw/bars.h */
    char *text;
    double x, y; /* where it is put, from the legend's corner */
} samen__key;

typedef struct samen__legend {
    samen__key *key;
    int64_t keys, capacity;
    double height; /* once arranged */
} samen__legend;

/* A copy of the text is kept. */
samen_status samen__legend_add(samen__legend *legend, samen__key key, const char *text,
                               samen_error *err);

/* Put the keys into lines of that width; sets the height. */
void samen__legend_arrange(samen__legend *legend, double width);

void samen__legend_draw(const samen__legend *legend, samen__surface *surface, samen__trace *path,
                        double x, double y);

void samen__legend_free(samen__legend *legend);

#endif
