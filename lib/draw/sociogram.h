/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pictures with organisations and ties share: how large things are, and drawing them. */
#ifndef SAMEN_DRAW_SOCIOGRAM_H
#define SAMEN_DRAW_SOCIOGRAM_H

#include "draw/frame.h"
#include "draw/palette.h"
#include "draw/places.h"
#include "draw/scene.h"

/* Above so many ties they are thin and straight, without direction and weight, a few elements for each form. */
enum { SAMEN__TIES_DETAILED = 5000 };

enum { SAMEN__LABELS_AUTO, SAMEN__LABELS_ALL, SAMEN__LABELS_NONE };

/* What both kinds are asked for. */
typedef struct samen__sociogram_options {
    samen__draw_common common;
    const char *group;
    const char *size;
    uint32_t layout;
    uint32_t labels;
    uint32_t names;
    uint32_t thickness;
} samen__sociogram_options;

typedef struct samen__sociogram {
    samen__draw_call *call;
    const samen__sociogram_options *options;
    samen__scene scene;
    samen__frame frame;
    double radius, largest, smallest; /* of marks: the one size, or the limits */
    double thinnest, thickest;        /* of ties; alike where weight is not shown */
    double opacity;                   /* likewise; lower where there are many */
} samen__sociogram;

extern const char *const samen__layout_names[];
extern const char *const samen__labels_names[];
extern const char *const samen__names_names[];
extern const char *const samen__thickness_names[];

#define SAMEN__SOCIOGRAM_OPTIONS(STRUCT)                                                           \
    SAMEN__DRAW_COMMON(STRUCT),                                                                    \
        {.name = "group",                                                                          \
         .type = SAMEN__OPTION_TEXT,                                                               \
         .offset = offsetof(STRUCT, group),                                                        \
         .fallback = "",                                                                           \
         .since = "0.1",                                                                           \
         .help = "attribute of organisations that colours and shapes their marks"},                \
        {.name = "size",                                                                           \
         .type = SAMEN__OPTION_TEXT,                                                               \
         .offset = offsetof(STRUCT, size),                                                         \
         .fallback = "none",                                                                       \
         .since = "0.1",                                                                           \
         .help = "what marks are sized by: none, degree, betweenness, or MEASURE:COLUMN"},         \
        {.name = "layout",                                                                         \
         .type = SAMEN__OPTION_CHOICE,                                                             \
         .offset = offsetof(STRUCT, layout),                                                       \
         .fallback = "",                                                                           \
         .choices = samen__layout_names,                                                           \
         .since = "0.1",                                                                           \
         .help = "how places are found; auto takes stress, or force where there are many"},        \
        {.name = "labels",                                                                         \
         .type = SAMEN__OPTION_CHOICE,                                                             \
         .offset = offsetof(STRUCT, labels),                                                       \
         .fallback = "",                                                                           \
         .choices = samen__labels_names,                                                           \
         .since = "0.1",                                                                           \
         .help = "auto: where there is room; all: also on marks and lines; never on each other"},  \
        {.name = "names",                                                                          \
         .type = SAMEN__OPTION_CHOICE,                                                             \
         .offset = offsetof(STRUCT, names),                                                        \
         .fallback = "",                                                                           \
         .choices = samen__names_names,                                                            \
         .since = "0.1",                                                                           \
         .help = "what stands for an organisation: its name or its key"},                          \
    {                                                                                              \
        .name = "thickness", .type = SAMEN__OPTION_CHOICE, .offset = offsetof(STRUCT, thickness),  \
        .fallback = "", .choices = samen__thickness_names, .since = "0.1",                         \
        .help = "what the width of ties shows"                                                     \
    }

/* How large marks and ties are on a plot of that size: by how far apart organisations will be, about. The legend
 * shows them, so they are settled before anything is placed. */
void samen__sociogram_scale(samen__sociogram *s, double width, double height);

double samen__sociogram_radius(const samen__sociogram *s, int64_t organisation);
double samen__sociogram_width(const samen__sociogram *s, double weight);

/* From one parallel tie to the next: room for them and a gap, within the marks. */
double samen__sociogram_gap(const samen__sociogram *s);

/* Of ties that are too many to be drawn in detail. */
#define SAMEN__SOCIOGRAM_PALE 0.4 /* opacity */
static inline double samen__sociogram_pale_width(const samen__sociogram *s) {
    return s->thinnest * 0.6;
}

int samen__sociogram_is_detailed(const samen__sociogram *s);
const char *samen__sociogram_name(const samen__sociogram *s, int64_t organisation);

/* So many groups, the largest, have a mark of their own; the others share one. */
static inline int32_t samen__sociogram_own_marks(const samen__sociogram *s) {
    int32_t groups = s->scene.groups.count;
    return groups <= SAMEN__COLOURS ? groups : SAMEN__COLOURS - 1;
}

/* The mark of a group, or of none for -1. */
int32_t samen__sociogram_shape(const samen__sociogram *s, int32_t group);
samen__pen samen__sociogram_pen(const samen__sociogram *s, int32_t group, int silent,
                                double radius);

/* What is said of the mark that belongs to no group of its own; NULL where none has it. */
const char *samen__sociogram_rest(const samen__sociogram *s);

/* Keys and notes of all that is shown, into the frame. */
samen_status samen__sociogram_legend(samen__sociogram *s, samen_error *err);

/* What is shown of a scene: all of it, where there is no test and nobody is faded. */
typedef struct samen__part_shown {
    int (*shows)(const samen__sociogram *s, const samen__stroke *stroke, int32_t which);
    int32_t which;
    const uint8_t *faded; /* organisations that are pale and have no label */
} samen__part_shown;

static inline int samen__is_shown(const samen__sociogram *s, const samen__part_shown *part,
                                  const samen__stroke *stroke) {
    return !part->shows || part->shows(s, stroke, part->which);
}

samen_status samen__sociogram_ties(samen__sociogram *s, const samen__places *places,
                                   const samen__part_shown *part, samen_error *err);
samen_status samen__sociogram_marks(samen__sociogram *s, const samen__places *places,
                                    const samen__part_shown *part, samen_error *err);

/* The most important first. */
samen_status samen__sociogram_labels(samen__sociogram *s, const samen__places *places,
                                     const samen__box *box, const samen__part_shown *part,
                                     samen_error *err);

/* "25 organisations and 186 ties. ..." for who does not see the picture. */
samen_status samen__sociogram_describe(const samen__sociogram *s, samen__text *text,
                                       samen_error *err);

#endif
