/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brokerage roles by organisation, observed beside what would be expected: a panel for each role, organisations in the
 * same rows of all; for whoever asks who stands between whom, and whether that is more than chance.
 *
 * Choices. What is expected is Gould and Fernandez's model of independent ties, for it has a range to draw; p of
 * shuffled groups, which keeps every degree, is in the title of each mark. Roles have scales of their own, since there
 * are many more two-paths between groups than within. On narrow pages panels stand in several lines.
 * Complexity: of brokerage.roles. */
#include "draw/roles.h"

#include <math.h>
#include <string.h>

#include "draw/axis.h"
#include "draw/bars.h"
#include "draw/marks.h"
#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/registry.h"
#include "draw/sociogram.h"
#include "draw/type.h"

enum { FEWEST = 5 };

#define GAP          2.2  /* between names and panels */
#define PANEL_GAP    3.0  /* between panels, and between lines of them */
#define NAMES_MOST   0.34 /* of the width, and no more than */
#define NAMES_WIDEST 46.0
#define LEAST_PANEL  20.0 /* and not less than the words that it is called take */
#define ROW          4.2
#define TWO_LINES    6.4 /* a row where names take two, which narrow pages have no room for */
#define RANGE        0.5 /* of a row's height */
#define LABEL_ROOM   3.2 /* for the half of the last label that stands out */
#define HEAD_GAP     1.2 /* below what a panel is called */
#define GUIDE        0.1
#define MEAN         0.3
#define ROUNDING     0.01
#define PAGE         200.0 /* what all lines of panels may take, unless it was said how many to show */
#define EMPTY        20.0

typedef struct layout {
    samen__roles_shown *r;
    double names;       /* the width of their column */
    double width, head; /* of a panel, and the height of what stands above its rows */
    double title;       /* the height of the name of the role */
    int32_t columns;    /* panels beside each other */
    double pitch;
    samen__text text; /* scratch */
} layout;

static const samen__lettering bold = {.size = SAMEN__TYPE_LABEL, .colour = SAMEN__INK, .bold = 1};
static const samen__lettering light = {.size = SAMEN__TYPE_SMALL, .colour = SAMEN__INK_LIGHT};

static const char *word(const samen__roles_shown *r, samen__word w) {
    return samen__word_in(r->options->common.language, w);
}

/* ---- Where things are ---------------------------------------------------------------------------- */

static int32_t lines_of(const layout *l) {
    return (l->r->panels + l->columns - 1) / l->columns;
}

/* What a panel is called, in lines; returns their height. */
static double set_title(layout *l, samen__surface *surface, int32_t role, double x, double y) {
    l->text.length = 0;
    samen__role_title(l->r, role, "\n", &l->text);
    return l->text.failed
               ? 0
               : samen__text_block(surface, l->text.bytes, l->text.length, x, y, l->width, &bold);
}

static void measure_heads(layout *l) {
    double meaning = 0;
    for (int32_t panel = 0; panel < l->r->panels; panel++) {
        const char *means = samen__role_meaning(l->r, l->r->role[panel]);
        l->title = fmax(l->title, set_title(l, NULL, l->r->role[panel], 0, 0));
        meaning = fmax(meaning, samen__text_block(NULL, means, (int64_t)strlen(means), 0, 0,
                                                  l->width, &light));
    }
    l->head = l->title + meaning + HEAD_GAP;
}

/* Words are not broken. */
static double least_width(layout *l) {
    double least = LEAST_PANEL;
    for (int32_t panel = 0; panel < l->r->panels; panel++) {
        l->text.length = 0;
        samen__role_title(l->r, l->r->role[panel], " ", &l->text);
        if (!l->text.failed)
            least = fmax(least, samen__measure_widest(l->text.bytes, l->text.length, bold.size, 1));
    }
    return least + ROUNDING;
}

/* As many panels beside each other as leave them wide enough, and as many organisations as a page has room for. Returns
 * the height of all. */
static double arrange(layout *l) {
    samen__roles_shown *r = l->r;
    double width = r->options->common.width - 2 * SAMEN__MARGIN,
           widest = fmin(NAMES_WIDEST, NAMES_MOST * width);
    for (int64_t i = 0; i < r->shown; i++)
        l->names = samen__names_width(l->names, samen__role_organisation(r, r->order[i]), widest);
    double room = width - l->names - GAP + PANEL_GAP;
    int32_t most = (int32_t)fmax(1, floor(room / (least_width(l) + PANEL_GAP)));
    int32_t lines = (r->panels + most - 1) / most;
    l->columns = (r->panels + lines - 1) / lines;
    l->width = room / l->columns - PANEL_GAP;
    measure_heads(l);
    double row = l->names == widest && lines == 1 ? TWO_LINES : ROW;
    double around = l->head + samen__axis_height() + PANEL_GAP;
    if (r->options->top == 0)
        r->shown =
            (int64_t)fmin((double)r->shown, fmax(FEWEST, floor((PAGE / lines - around) / row)));
    return lines * (around + row * (double)r->shown) - PANEL_GAP;
}

/* ---- One panel ----------------------------------------------------------------------------------- */

static void draw_head(layout *l, int32_t role, double x, double y) {
    samen__surface *surface = l->r->call->surface;
    const char *means = samen__role_meaning(l->r, role);
    set_title(l, surface, role, x, y + l->title - set_title(l, NULL, role, 0, 0));
    samen__text_block(surface, means, (int64_t)strlen(means), x, y + l->title, l->width, &light);
}

static double furthest(const samen__roles_shown *r, int32_t role) {
    double largest = 0;
    for (int64_t i = 0; i < r->shown; i++) {
        const samen__role_found found = samen__role_of(r, r->order[i], role);
        largest = fmax(largest, fmax(found.count, found.upper));
    }
    return largest;
}

/* The range that is expected with its mean, and on it what is there. */
static void draw_found(layout *l, const samen__axis *axis, int64_t organisation, int32_t role,
                       double y) {
    samen__roles_shown *r = l->r;
    samen__surface *surface = r->call->surface;
    samen__trace *path = &r->frame.path;
    const samen__role_found found = samen__role_of(r, organisation, role);
    const samen__pen range = samen__role_range_pen(), mark = samen__role_pen(found.outside),
                     mean = samen__lined(SAMEN__INK_LIGHT, MEAN);
    double from = samen__axis_place(axis, found.lower), to = samen__axis_place(axis, found.upper),
           middle = samen__axis_place(axis, found.expected), height = RANGE * fmin(l->pitch, ROW);
    if (to > from) {
        samen__trace_clear(path);
        samen__trace_rectangle(path, from, y - height / 2, to - from, height);
        surface->path(surface, path, &range, NULL);
        samen__trace_clear(path);
        samen__trace_move(path, middle, y - height / 2);
        samen__trace_line(path, middle, y + height / 2);
        surface->path(surface, path, &mean, NULL);
    }
    samen__role_say(r, organisation, role, &l->text);
    samen__mark(surface, path, SAMEN__SHAPE_CIRCLE, samen__axis_place(axis, found.count), y,
                SAMEN__ROLE_RADIUS, &mark, l->text.failed ? NULL : l->text.bytes);
}

static void draw_panel(layout *l, int32_t role, double x, double y) {
    samen__roles_shown *r = l->r;
    samen__surface *surface = r->call->surface;
    samen__axis axis = {
        .start = x, .end = x + l->width - LABEL_ROOM, .language = r->options->common.language};
    double top = y + l->head, bottom = top + l->pitch * (double)r->shown;
    surface->open_group(surface, NULL, NULL);
    draw_head(l, role, x, y);
    samen__axis_linear(&axis, furthest(r, role), 1);
    samen__axis_below(&axis, surface, &r->frame.path, top, bottom);
    for (int64_t i = 0; i < r->shown; i++)
        draw_found(l, &axis, r->order[i], role, top + l->pitch * ((double)i + 0.5));
    surface->close_group(surface);
}

/* ---- The page ------------------------------------------------------------------------------------ */

/* Names at the left of a line of panels, and pale lines that lead the eye from them to the marks. */
static samen_status draw_names(layout *l, double top, int32_t panels, samen_error *err) {
    samen__roles_shown *r = l->r;
    const samen__box *plot = &r->frame.plot;
    const samen__pen pale = samen__lined(SAMEN__RULE, GUIDE);
    samen_status status = SAMEN_OK;
    samen__trace_clear(&r->frame.path);
    for (int64_t i = 0; status == SAMEN_OK && i < r->shown; i++) {
        double y = top + l->pitch * ((double)i + 0.5);
        samen__trace_move(&r->frame.path, plot->x + l->names + GAP, y);
        samen__trace_line(&r->frame.path,
                          plot->x + l->names + GAP + panels * (l->width + PANEL_GAP) - PANEL_GAP,
                          y);
        status = samen__row_name(r->call->surface, samen__role_organisation(r, r->order[i]),
                                 plot->x + l->names, y, l->names, samen__row_lines(l->pitch), err);
    }
    r->call->surface->path(r->call->surface, &r->frame.path, &pale, NULL);
    return status;
}

static samen_status draw_plot(layout *l, samen_error *err) {
    samen__roles_shown *r = l->r;
    const samen__box *plot = &r->frame.plot;
    samen_status status = SAMEN_OK;
    if (r->shown == 0) {
        samen__frame_nothing(&r->frame);
        return SAMEN_OK;
    }
    double line = (plot->height + PANEL_GAP) / lines_of(l);
    l->pitch = (line - PANEL_GAP - l->head - samen__axis_height()) / (double)r->shown;
    if (samen__row_lines(l->pitch) < 1)
        return samen__fail_argument(err, r->call->argument,
                                    "option height of roles is too small for %ld organisations in "
                                    "%d lines of panels",
                                    (long)r->shown, lines_of(l));
    for (int32_t panel = 0; status == SAMEN_OK && panel < r->panels; panel++) {
        int32_t column = panel % l->columns;
        double y = plot->y + line * (panel / l->columns);
        if (column == 0)
            status =
                draw_names(l, y + l->head,
                           r->panels - panel < l->columns ? r->panels - panel : l->columns, err);
        draw_panel(l, r->role[panel], plot->x + l->names + GAP + column * (l->width + PANEL_GAP),
                   y);
    }
    return status;
}

static samen_status draw(samen__draw_call *call, samen_error *err) {
    samen__roles_shown r = {.call = call, .options = call->options};
    layout l = {.r = &r, .text = samen__text_growing()};
    samen__text description = samen__text_growing();
    samen__frame_start(&r.frame, call);
    samen_status status = samen__roles_find(&r, err);
    double height = status == SAMEN_OK ? arrange(&l) : 0;
    if (status == SAMEN_OK)
        status = samen__roles_legend(&r, err);
    if (status == SAMEN_OK)
        status = samen__roles_describe(&r, &description, err);
    if (status == SAMEN_OK)
        status = samen__frame_open(&r.frame, word(&r, SAMEN__WORD_ROLES), description.bytes,
                                   fmax(height, EMPTY), err);
    if (status == SAMEN_OK)
        status = draw_plot(&l, err);
    if (status == SAMEN_OK)
        status = l.text.failed ? samen__fail_memory(err) : samen__frame_close(&r.frame, err);
    samen__text_free(&l.text);
    samen__text_free(&description);
    samen__roles_shown_free(&r);
    return status;
}

#define FIELD(name) offsetof(samen__roles_options, name)

static const samen__option options[] = {
    SAMEN__DRAW_COMMON(samen__roles_options),
    {.name = "group",
     .type = SAMEN__OPTION_TEXT,
     .offset = FIELD(group),
     .fallback = "",
     .required = 1,
     .since = "0.1",
     .help = "the attribute that partitions organisations, as group=sector"},
    {.name = "top",
     .type = SAMEN__OPTION_COUNT,
     .offset = FIELD(top),
     .fallback = "",
     .minimum = 1,
     .maximum = 1000,
     .since = "0.1",
     .help = "how many organisations to show, those with the most; as fit a page when not given"},
    {.name = "names",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(names),
     .fallback = "",
     .choices = samen__names_names,
     .since = "0.1",
     .help = "what stands for an organisation: its name or its key"},
    {.name = "draws",
     .type = SAMEN__OPTION_COUNT,
     .offset = FIELD(draws),
     .fallback = "1000",
     .minimum = 0,
     .maximum = 1000000,
     .since = "0.1",
     .help = "shuffles of group labels for the p of each mark, 0 for none"},
};

const samen__drawing samen__drawing_roles = {
    .name = "roles",
    .title = "Brokerage roles",
    .summary = "The roles of the organisations with the most brokerage, observed and expected.",
    .since = "0.1",
    .options = {.owner = "roles",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen__roles_options)},
    .draw = draw,
};
