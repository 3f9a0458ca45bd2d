/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around every picture: title above; legend, notes and the line of sources below. */
#ifndef SAMEN_DRAW_FRAME_H
#define SAMEN_DRAW_FRAME_H

#include "draw/drawing.h"
#include "draw/legend.h"
#include "draw/words.h"

#define SAMEN__MARGIN 4.0

typedef struct samen__box {
    double x, y, width, height;
} samen__box;

typedef struct samen__frame {
    const samen__draw_call *call;
    const samen__draw_common *common;
    samen__legend legend; /* filled before the frame is opened */
    samen__text notes;    /* lines, each ended by a line end; likewise */
    samen__trace path;    /* for whoever draws */
    samen__page page;
    samen__box plot; /* where marks go, once the frame is open */
} samen__frame;

void samen__frame_start(samen__frame *frame, const samen__draw_call *call);

/* A heading or key of the legend. */
samen_status samen__frame_heading(samen__frame *frame, const char *text, samen_error *err);

/* Arrange everything, open the page and draw what stands around the plot, which is as high as asked for unless the
 * caller fixed the height of the page. `title` is for callers who gave none. `description` is for who does not see
 * the picture. */
samen_status samen__frame_open(samen__frame *frame, const char *title, const char *description,
                               double height, samen_error *err);

/* Text in lines no wider than that, from y down, drawn on a surface or, where that is NULL, only measured. Returns
 * the height. */
double samen__text_block(samen__surface *surface, const char *bytes, int64_t length, double x,
                         double y, double width, const samen__lettering *letters);

/* A plot with nothing in it says so. */
void samen__frame_nothing(const samen__frame *frame);

samen_status samen__frame_close(samen__frame *frame, samen_error *err);

void samen__frame_free(samen__frame *frame);

#endif
