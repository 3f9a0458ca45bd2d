/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How values are distributed: degree, strength, any other value of organisations, or the size of partnerships; for
 * whoever wants to know whether a few have most.
 *
 * Choices. Bars of how many have how much, where there are few or alike. Where there are many and some have far more
 * than others: the share that has at least so much, on two logarithmic axes, on which a power law is a straight line
 * and nothing depends on the width of bars. What comes in and what goes out stand beside each other on the same axes.
 * Based on: M. E. J. Newman, Power laws, Pareto distributions and Zipf's law, Contemporary Physics 46(5), 2005
 * (doi 10.1080/00107510500052444).
 * Complexity: of the measure, and O(values log values). */
#include "draw/distribution.h"

#include <math.h>
#include <string.h>

#include "draw/axis.h"
#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/registry.h"
#include "draw/type.h"

enum { MOST_BARS = 40, FEW_BARS = 20 };

#define PANEL_GAP   6.0
#define LEAST_PANEL 60.0 /* panels narrower than this stand below each other */
#define SHAPE       0.62 /* height of a plot over its width */
#define HIGHEST     66.0
#define ROW         (1.35 * SAMEN__TYPE_SMALL) /* a line of letters above the plot, */
#define ABOVE       (3 * ROW)                  /* of which there are three */
#define CAPTION     1.5                        /* the line below an axis, in its size */
#define LABEL_ROOM  3.0                        /* for the half of the last label that stands out */
#define AXIS_GAP    1.2
#define TICK        0.8
#define LEAST_BAR   1.6 /* its width */
#define OUTLINE     0.2
#define DOT         0.5
#define DOTS_APART  0.6 /* nearer ones are left out */
#define MARKER      0.35
#define MARKER_GAP  0.8
#define LOWEST      15.0
#define EMPTY       20.0

enum { MEDIAN_PATTERN = 0, MEAN_PATTERN = 2 };

typedef struct bins {
    double width;
    int64_t count[MOST_BARS + 1];
    int32_t bins;
} bins;

typedef struct layout {
    samen__distribution *d;
    bins bins[2];
    int32_t columns, lines; /* of panels */
    double width, height;   /* of a panel */
    samen__axis across, up; /* of a panel whose corner is the page's: all have the same */
    double left;            /* where its plot begins */
    samen__text text;       /* scratch */
} layout;

/* One set of values in its place. */
typedef struct panel {
    const samen__sample *sample;
    const bins *bins;
    samen__axis across, up;
    double x, y, left;
} panel;

static const char *word(const samen__distribution *d, samen__word w) {
    return samen__word_in(d->options->common.language, w);
}

static double largest_of(const samen__distribution *d) {
    return d->samples > 1 ? fmax(d->sample[0].largest, d->sample[1].largest) : d->sample[0].largest;
}

/* ---- Bars ---------------------------------------------------------------------------------------- */

/* The bar of a value: from its number times the width up to, not including, the next. */
static int32_t bin_of(const bins *b, double value) {
    double k = floor(value / b->width);
    while ((k + 1) * b->width <= value)
        k++;
    while (k * b->width > value)
        k--;
    return (int32_t)k;
}

/* The largest of values that are not whole counts in the bar that it ends. */
static void fill_bins(layout *l) {
    const samen__distribution *d = l->d;
    double largest = largest_of(d);
    double most = d->whole ? fmin(MOST_BARS, floor(l->width / LEAST_BAR)) : FEW_BARS;
    double least = (largest + d->whole) / most;
    for (int32_t i = 0; i < d->samples; i++) {
        const samen__sample *sample = &d->sample[i];
        bins *b = &l->bins[i];
        b->width = least > 0 ? samen__axis_round(least) : 1;
        if (d->whole)
            b->width = fmax(1, b->width);
        b->bins = bin_of(b, largest) + 1;
        if (!d->whole && b->bins > 1 && (b->bins - 1) * b->width >= largest)
            b->bins--;
        for (int64_t v = 0; v < sample->count; v++) {
            int32_t bin = bin_of(b, sample->value[v]);
            b->count[bin < b->bins ? bin : b->bins - 1]++;
        }
    }
}

/* Bars of whole numbers stand around them: half a unit is left at both ends of the axis. */
static void make_room_for_units(samen__axis *across) {
    double unit = (across->end - across->start) / (across->to + 1);
    across->start += unit / 2;
    across->end -= unit / 2;
}

static void scale_bars(layout *l) {
    const samen__distribution *d = l->d;
    int64_t highest = 0;
    fill_bins(l);
    for (int32_t i = 0; i < d->samples; i++) {
        for (int32_t bin = 0; bin < l->bins[i].bins; bin++)
            highest = l->bins[i].count[bin] > highest ? l->bins[i].count[bin] : highest;
    }
    samen__axis_linear(&l->up, (double)highest, 1);
    l->left = l->across.start = samen__axis_widest(&l->up) + AXIS_GAP;
    samen__axis_linear(&l->across, l->bins[0].bins * l->bins[0].width - d->whole, d->whole);
    if (d->whole)
        make_room_for_units(&l->across);
}

static void draw_bars(layout *l, const panel *p) {
    samen__distribution *d = l->d;
    const bins *b = p->bins;
    samen__trace *path = &d->frame.path;
    const samen__pen pen = {.fill = SAMEN__PLAIN, .line = SAMEN__INK_LIGHT, .width = OUTLINE};
    double half = d->whole ? (p->across.end - p->across.start) / p->across.to / 2 : 0;
    for (int32_t bin = 0; bin < b->bins; bin++) {
        double from = bin * b->width, to = from + b->width - d->whole;
        double left = samen__axis_place(&p->across, from) - half,
               right = samen__axis_place(&p->across, to) + half,
               top = samen__axis_place(&p->up, (double)b->count[bin]);
        if (b->count[bin] == 0)
            continue;
        samen__distribution_say_bar(d, p->sample, from, to, b->count[bin], &l->text);
        samen__trace_clear(path);
        samen__trace_rectangle(path, left, top, right - left, p->up.start - top);
        d->call->surface->path(d->call->surface, path, &pen, l->text.failed ? NULL : l->text.bytes);
    }
}

/* ---- Shares of those with at least so much -------------------------------------------------------- */

static double smallest_above_0(const samen__sample *sample) {
    return sample->value[sample->zeros];
}

static void scale_shares(layout *l) {
    const samen__distribution *d = l->d;
    double smallest = HUGE_VAL, rarest = 1;
    for (int32_t i = 0; i < d->samples; i++) {
        smallest = fmin(smallest, smallest_above_0(&d->sample[i]));
        rarest = fmin(rarest, 1 / (double)d->sample[i].count);
    }
    samen__axis_logarithmic(&l->up, 100 * rarest, 100);
    l->left = l->across.start = samen__axis_widest(&l->up) + AXIS_GAP;
    samen__axis_logarithmic(&l->across, smallest, largest_of(d));
}

/* Dots at values that occur, and the line that falls behind each of them. */
static void draw_shares(layout *l, const panel *p) {
    samen__distribution *d = l->d;
    const samen__sample *sample = p->sample;
    samen__surface *surface = d->call->surface;
    samen__trace *path = &d->frame.path;
    const samen__pen line = samen__lined(SAMEN__INK_LIGHT, OUTLINE),
                     dot = samen__filled(SAMEN__INK_LIGHT);
    double last_x = -HUGE_VAL, last_y = -HUGE_VAL;
    samen__trace_clear(path);
    surface->open_group(surface, NULL, &dot);
    for (int64_t i = sample->zeros, next; i < sample->count; i = next) {
        int64_t count = sample->count - i;
        double value = sample->value[i], x = samen__axis_place(&p->across, value),
               y = samen__axis_place(&p->up, 100 * (double)count / (double)sample->count);
        for (next = i; next < sample->count && sample->value[next] == value;)
            next++;
        if (hypot(x - last_x, y - last_y) < DOTS_APART && next < sample->count)
            continue;
        samen__distribution_say_rest(d, sample, value, count, &l->text);
        surface->circle(surface, x, y, DOT, NULL, l->text.failed ? NULL : l->text.bytes);
        if (path->steps == 0)
            samen__trace_move(path, x, y);
        else
            samen__trace_line(path, last_x, y);
        samen__trace_line(path, x, y);
        last_x = x;
        last_y = y;
    }
    surface->close_group(surface);
    surface->path(surface, path, &line, NULL);
}

/* ---- One panel ----------------------------------------------------------------------------------- */

/* A line with its name to the right of it, in a row above the plot. What is smaller has the upper row: neither line
 * runs through the other's name. A median of 0 is not on a logarithmic axis; the note has it. */
static void draw_marker(layout *l, const panel *p, double value, samen__word name, int32_t row,
                        int32_t pattern) {
    samen__distribution *d = l->d;
    samen__surface *surface = d->call->surface;
    samen__lettering letters = {.size = SAMEN__TYPE_SMALL, .colour = SAMEN__INK, .halo = 1};
    samen__pen pen = samen__lined(SAMEN__INK, MARKER);
    double x = samen__axis_place(&p->across, value), y = p->y + row * ROW;
    pen.pattern = pattern;
    l->text.length = 0;
    samen__text_add_string(&l->text, word(d, name));
    samen__add_amount(&l->text, d->options->common.language, value);
    if (value < p->across.from || l->text.failed)
        return;
    samen__trace_clear(&d->frame.path);
    samen__trace_move(&d->frame.path, x, y);
    samen__trace_line(&d->frame.path, x, p->up.start);
    surface->path(surface, &d->frame.path, &pen, l->text.bytes);
    double width = samen__measure_text(l->text.bytes, l->text.length, letters.size, 0);
    int fits = x + MARKER_GAP + width <= p->x + l->width;
    letters.anchor = fits ? SAMEN__ANCHOR_START : SAMEN__ANCHOR_END;
    surface->text(surface, fits ? x + MARKER_GAP : x - MARKER_GAP,
                  y + letters.size * SAMEN__TYPE_ASCENT, l->text.bytes, l->text.length, &letters);
}

/* What the axes are of: the upright one above, the other below. */
static void draw_captions(const layout *l, const panel *p) {
    const samen__distribution *d = l->d;
    samen__surface *surface = d->call->surface;
    samen__lettering letters = {.size = SAMEN__TYPE_SMALL, .colour = SAMEN__INK_LIGHT};
    const char *up = word(d, d->logarithmic ? SAMEN__WORD_SHARE_WITH_AT_LEAST
                                            : samen__distribution_counted(d, 2));
    surface->text(surface, p->x, p->y + letters.size * SAMEN__TYPE_ASCENT, up, (int64_t)strlen(up),
                  &letters);
    letters.anchor = SAMEN__ANCHOR_MIDDLE;
    surface->text(surface, (p->across.start + p->across.end) / 2,
                  p->y + l->height - letters.size * SAMEN__TYPE_DESCENT, p->sample->name,
                  (int64_t)strlen(p->sample->name), &letters);
}

static samen__axis moved(const samen__axis *axis, double by) {
    samen__axis there = *axis;
    there.start += by;
    there.end += by;
    return there;
}

static void draw_panel(layout *l, int32_t number) {
    samen__distribution *d = l->d;
    const samen__box *plot = &d->frame.plot;
    samen__surface *surface = d->call->surface;
    samen__trace *path = &d->frame.path;
    double x = plot->x + (l->width + PANEL_GAP) * (number % l->columns),
           y = plot->y + (l->height + PANEL_GAP) * (number / l->columns);
    const panel p = {.sample = &d->sample[number],
                     .bins = &l->bins[number],
                     .across = moved(&l->across, x),
                     .up = moved(&l->up, y),
                     .x = x,
                     .y = y,
                     .left = x + l->left};
    surface->open_group(surface, NULL, NULL);
    samen__axis_below(&p.across, surface, path, d->logarithmic ? p.up.end : p.up.start,
                      p.up.start + (d->logarithmic ? 0 : TICK));
    samen__axis_left(&p.up, surface, path, p.left, x + l->width - LABEL_ROOM);
    if (d->logarithmic)
        draw_shares(l, &p);
    else
        draw_bars(l, &p);
    int32_t median_row = p.sample->median <= p.sample->mean ? 1 : 2;
    draw_marker(l, &p, p.sample->median, SAMEN__WORD_MEDIAN, median_row, MEDIAN_PATTERN);
    draw_marker(l, &p, p.sample->mean, SAMEN__WORD_MEAN, 3 - median_row, MEAN_PATTERN);
    draw_captions(l, &p);
    surface->close_group(surface);
}

/* ---- The page ------------------------------------------------------------------------------------ */

static int is_empty(const samen__distribution *d) {
    return d->sample[0].count == 0; /* both sets of values are of the same organisations */
}

/* Panels beside each other where they are wide enough. Returns the height of all. */
static double arrange(layout *l) {
    const samen__distribution *d = l->d;
    double width = d->options->common.width - 2 * SAMEN__MARGIN;
    l->columns = (width - PANEL_GAP) / 2 < LEAST_PANEL ? 1 : d->samples;
    l->lines = (d->samples + l->columns - 1) / l->columns;
    l->width = (width + PANEL_GAP) / l->columns - PANEL_GAP;
    return is_empty(d)
               ? EMPTY
               : l->lines * (fmin(HIGHEST, SHAPE * l->width) + ABOVE + PANEL_GAP) - PANEL_GAP;
}

static samen_status draw_plot(layout *l, samen_error *err) {
    samen__distribution *d = l->d;
    if (is_empty(d)) {
        samen__frame_nothing(&d->frame);
        return SAMEN_OK;
    }
    l->height = (d->frame.plot.height + PANEL_GAP) / l->lines - PANEL_GAP;
    l->up = (samen__axis){.start = l->height - samen__axis_height() - CAPTION * SAMEN__TYPE_SMALL,
                          .end = ABOVE,
                          .unit = d->logarithmic ? " %" : NULL,
                          .language = d->options->common.language};
    l->across =
        (samen__axis){.end = l->width - LABEL_ROOM, .language = d->options->common.language};
    if (l->up.start - l->up.end < LOWEST)
        return samen__fail_argument(
            err, d->call->argument,
            "option height of distribution is too small for %d %s below each other", l->lines,
            samen__plural(l->lines, "panel", "panels"));
    if (d->logarithmic)
        scale_shares(l);
    else
        scale_bars(l);
    for (int32_t i = 0; i < d->samples; i++)
        draw_panel(l, i);
    return SAMEN_OK;
}

static samen_status make_title(const samen__distribution *d, samen__text *title, samen_error *err) {
    samen__text_add_string(title, word(d, SAMEN__WORD_DISTRIBUTION));
    samen__text_add_string(title, d->of_what);
    return title->failed ? samen__fail_memory(err) : SAMEN_OK;
}

static samen_status draw(samen__draw_call *call, samen_error *err) {
    samen__distribution d = {.call = call, .options = call->options};
    layout l = {.d = &d, .text = samen__text_growing()};
    samen__text description = samen__text_growing(), title = samen__text_growing();
    samen__frame_start(&d.frame, call);
    samen_status status = samen__distribution_find(&d, err);
    if (status == SAMEN_OK)
        status = samen__distribution_describe(&d, &description, err);
    if (status == SAMEN_OK)
        status = make_title(&d, &title, err);
    if (status == SAMEN_OK) {
        samen__distribution_note(&d);
        status = samen__frame_open(&d.frame, title.bytes, description.bytes, arrange(&l), err);
    }
    if (status == SAMEN_OK)
        status = draw_plot(&l, err);
    if (status == SAMEN_OK)
        status = l.text.failed ? samen__fail_memory(err) : samen__frame_close(&d.frame, err);
    samen__text_free(&l.text);
    samen__text_free(&title);
    samen__text_free(&description);
    samen__distribution_free(&d);
    return status;
}

static const char *const scale_names[] = {"auto", "linear", "log", NULL};

#define FIELD(name) offsetof(samen__distribution_options, name)

static const samen__option options[] = {
    SAMEN__DRAW_COMMON(samen__distribution_options),
    {.name = "of",
     .type = SAMEN__OPTION_TEXT,
     .offset = FIELD(of),
     .fallback = "degree",
     .since = "0.1",
     .help = "degree, strength, betweenness, partnership-size, or MEASURE:COLUMN"},
    {.name = "scale",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(scale),
     .fallback = "",
     .choices = scale_names,
     .since = "0.1",
     .help = "linear: bars; log: shares with at least so much; auto: log where many are skewed"},
};

const samen__drawing samen__drawing_distribution = {
    .name = "distribution",
    .title = "Distribution",
    .summary = "How degree, strength, the size of partnerships or any other value is distributed.",
    .since = "0.1",
    .options = {.owner = "distribution",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen__distribution_options)},
    .draw = draw,
};
