/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of picture described as data, and the one way in which every picture is drawn: options checked and
 * filled in, then handed to the kind with a surface to draw on. */
#ifndef SAMEN_DRAW_DRAWING_H
#define SAMEN_DRAW_DRAWING_H

#include "core/error.h"
#include "core/options.h"
#include "core/run.h"
#include "draw/surface.h"
#include "samen/draw.h"
#include "view/view.h"

/* What every kind's struct of options begins with. */
typedef struct samen__draw_common {
    uint32_t struct_size; /* as core/options.h has it in front of every struct */
    uint32_t language;    /* SAMEN_LANGUAGE_... */
    const char *title;
    const char *source;
    double width, height;
} samen__draw_common;

typedef struct samen__drawing samen__drawing;

/* What a kind's draw function gets. */
typedef struct samen__draw_call {
    const samen__drawing *drawing;
    const samen_view *view;
    const samen__pairs *pairs; /* the tied pairs of the view */
    const void *options;       /* its struct, every default filled in */
    int32_t argument;          /* where the options stand among those of the public call */
    samen__surface *surface;
    samen__run run;
} samen__draw_call;

struct samen__drawing {
    const char *name;
    const char *title;
    const char *summary; /* one sentence */
    const char *since;
    samen__options options; /* owner is the name */
    samen_status (*draw)(samen__draw_call *call, samen_error *err);
};

extern const char *const samen__draw_languages[];

#define SAMEN__DRAW_NARROWEST 60.0 /* millimetres; a paper's column has 85 or 170 */
#define SAMEN__DRAW_LARGEST   2000.0

/* The options that every kind has, for the beginning of its list; its struct begins with `common`. */
#define SAMEN__DRAW_COMMON(STRUCT)                                                                 \
    {.name = "title",                                                                              \
     .type = SAMEN__OPTION_TEXT,                                                                   \
     .offset = offsetof(STRUCT, common.title),                                                     \
     .fallback = "",                                                                               \
     .since = "0.1",                                                                               \
     .help = "what stands above the picture"},                                                     \
        {.name = "source",                                                                         \
         .type = SAMEN__OPTION_TEXT,                                                               \
         .offset = offsetof(STRUCT, common.source),                                                \
         .fallback = "",                                                                           \
         .since = "0.1",                                                                           \
         .help = "where the data come from, for the line below the picture"},                      \
        {.name = "width",                                                                          \
         .type = SAMEN__OPTION_REAL,                                                               \
         .offset = offsetof(STRUCT, common.width),                                                 \
         .fallback = "170",                                                                        \
         .minimum = SAMEN__DRAW_NARROWEST,                                                         \
         .maximum = SAMEN__DRAW_LARGEST,                                                           \
         .since = "0.1",                                                                           \
         .help = "of the page in millimetres: 85 and 170 are one and two columns of a paper"},     \
        {.name = "height",                                                                         \
         .type = SAMEN__OPTION_REAL,                                                               \
         .offset = offsetof(STRUCT, common.height),                                                \
         .fallback = "",                                                                           \
         .minimum = SAMEN__DRAW_NARROWEST,                                                         \
         .maximum = SAMEN__DRAW_LARGEST,                                                           \
         .since = "0.1",                                                                           \
         .help = "of the page in millimetres; as much as the picture needs when it is not given"}, \
    {                                                                                              \
        .name = "language", .type = SAMEN__OPTION_CHOICE,                                          \
        .offset = offsetof(STRUCT, common.language), .fallback = "",                               \
        .choices = samen__draw_languages, .since = "0.1",                                          \
        .help = "of the words in the picture and the names of forms"                               \
    }

/* Draw by name on a surface. The places are those of the public call's arguments. */
typedef struct samen__draw_places {
    int32_t view, kind, options, run;
} samen__draw_places;

samen_status samen__draw_on(const samen_view *view, const char *kind, const char *options,
                            const samen_run *run, const samen__draw_places *place,
                            samen__surface *surface, samen_error *err);

#endif
