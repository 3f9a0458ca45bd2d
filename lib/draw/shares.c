/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of each form of collaboration there is: bars that are parted by form, or one bar for each form with its
 * interval; for the network, for organisations, groups or waves; for whoever asks what partners really do together.
 *
 * Choices. Forms keep the order of the typology: none is better. Every row says how many ties it stands on, and rows
 * with few or none stay. Intervals are those of composition.contrast; it has none for a part of a network, so neither
 * have bars of organisations and groups. What is added up to more than 100 % is drawn longer than 100 %.
 * Complexity: of composition.forms, and for intervals of composition.contrast once for each form. */
#include "draw/shares.h"

#include <math.h>
#include <string.h>

#include "draw/axis.h"
#include "draw/bars.h"
#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/registry.h"
#include "draw/sociogram.h"
#include "draw/type.h"

#define GAP           1.5  /* between columns */
#define NAMES_MOST    0.38 /* of the width, and no more than */
#define NAMES_WIDEST  50.0
#define ROW           6.6 /* a stacked bar with what is around it */
#define ONLY_ROW      12.0
#define BAR           0.7 /* of that */
#define THICKEST      8.0
#define FORM_ROW      3.6 /* a bar among others of its row */
#define ONLY_FORM_ROW 6.2
#define BETWEEN       2.4 /* rows of several bars */
#define INSIDE        0.7 /* on either side of letters in a box */
#define CROSS_BAR     0.42
#define CAPTION       1.5 /* the line below the axis, in its size */
#define EMPTY         20.0

typedef struct layout {
    samen__shares *s;
    samen__axis axis;
    double names, counts, values; /* widths of the columns */
    double pitch;
    samen__trace *path;
    samen__text text; /* scratch */
} layout;

static int is_single(const samen__shares *s) {
    return !s->stacked && s->rows == 1;
}

static const char *word(const samen__shares *s, samen__word w) {
    return samen__word_in(s->options->common.language, w);
}

static const char *form_name(const samen__shares *s, int32_t form) {
    return samen_typology_name(s->call->view->network->typology, s->form[form],
                               (int32_t)s->options->common.language);
}

/* ---- Where things are ---------------------------------------------------------------------------- */

static void add_count(layout *l, int64_t row) {
    samen__text_add_string(&l->text, "n = ");
    samen__add_count(&l->text, l->s->options->common.language, l->s->row[row].count);
}

/* "n = 34" */
static void count_text(layout *l, int64_t row) {
    l->text.length = 0;
    add_count(l, row);
}

static void value_text(layout *l, double share) {
    l->text.length = 0;
    samen__add_percent(&l->text, l->s->options->common.language, share);
    samen__text_add_string(&l->text, " %");
}

static double text_width(const layout *l) {
    return l->text.failed
               ? 0
               : samen__measure_text(l->text.bytes, l->text.length, SAMEN__TYPE_SMALL, 0);
}

static void measure_columns(layout *l, double width) {
    const samen__shares *s = l->s;
    double most = fmin(NAMES_WIDEST, NAMES_MOST * width);
    for (int64_t row = 0; !is_single(s) && row < s->rows; row++) {
        count_text(l, row);
        l->counts = fmax(l->counts, text_width(l) + GAP);
        l->names = samen__names_width(l->names, s->row[row].name, most);
    }
    for (int32_t form = 0; is_single(s) && form < s->forms; form++)
        l->names = samen__names_width(l->names, form_name(s, form), most);
    for (int64_t i = 0; !s->stacked && i < s->rows * s->forms; i++) {
        value_text(l, isnan(s->share[i].share) ? 0 : s->share[i].share);
        l->values = fmax(l->values, text_width(l) + GAP);
    }
}

/* The largest share that a bar or whisker reaches. */
static double reach(const samen__shares *s) {
    double largest = s->stacked ? 1 : 0;
    for (int64_t row = 0; row < s->rows; row++) {
        double sum = 0;
        for (int32_t form = 0; form < s->forms; form++) {
            const samen__share *share = samen__share_of(s, row, form);
            sum = (s->stacked ? sum : 0) + (isnan(share->share) ? 0 : share->share);
            largest = fmax(largest, s->stacked && sum < 1 + 1e-9 ? 1 : sum);
            largest = fmax(largest, share->upper); /* which leaves out NAN */
        }
    }
    return largest;
}

static double pitch_wanted(const samen__shares *s) {
    if (s->stacked)
        return s->rows == 1 ? ONLY_ROW : ROW;
    return s->forms * (is_single(s) ? ONLY_FORM_ROW : FORM_ROW) + BETWEEN;
}

static double below_rows(void) {
    return samen__axis_height() + CAPTION * SAMEN__TYPE_SMALL;
}

/* ---- Bars ---------------------------------------------------------------------------------------- */

static void put(layout *l, double x, double y, int32_t anchor, uint32_t colour) {
    const samen__lettering letters = {
        .size = SAMEN__TYPE_SMALL, .colour = colour, .anchor = anchor};
    samen__surface *surface = l->s->call->surface;
    if (!l->text.failed)
        surface->text(surface, x, y + SAMEN__TYPE_SMALL * SAMEN__TYPE_MIDDLE, l->text.bytes,
                      l->text.length, &letters);
}

static void draw_box(layout *l, int64_t row, int32_t form, const samen__rectangle *box) {
    samen__shares *s = l->s;
    const samen__pen pen = samen__form_box(s->form[form]);
    samen__shares_say(s, row, form, &l->text);
    samen__hatched_box(s->call->surface, l->path, box, &pen, samen__form_pattern(s->form[form]),
                       l->text.failed ? NULL : l->text.bytes);
}

/* The share within its box, the hatching interrupted, where there is room. */
static void draw_inside(layout *l, int32_t form, double share, const samen__rectangle *box) {
    const samen__pen pen = samen__filled(samen__form_tint(l->s->form[form]));
    samen__surface *surface = l->s->call->surface;
    int hatched = samen__form_pattern(l->s->form[form]) > 0;
    value_text(l, share);
    double width = text_width(l) + 2 * INSIDE, middle = box->x + box->width / 2;
    if (width + 2 * INSIDE > box->width || SAMEN__TYPE_SMALL + INSIDE > box->height)
        return;
    samen__trace_clear(l->path);
    samen__trace_rectangle(l->path, middle - width / 2,
                           box->y + (box->height - SAMEN__TYPE_SMALL) / 2, width,
                           SAMEN__TYPE_SMALL);
    if (hatched)
        surface->path(surface, l->path, &pen, NULL);
    put(l, middle, box->y + box->height / 2, SAMEN__ANCHOR_MIDDLE, SAMEN__INK);
}

static void draw_stacked(layout *l, int64_t row, double y) {
    double height = fmin(THICKEST, BAR * l->pitch), sum = 0;
    for (int32_t form = 0; form < l->s->forms; form++) {
        double share = samen__share_of(l->s, row, form)->share;
        if (!(share > 0))
            continue;
        double from = samen__axis_place(&l->axis, 100 * sum);
        sum += share;
        samen__rectangle box = {from, y - height / 2, samen__axis_place(&l->axis, 100 * sum) - from,
                                height};
        draw_box(l, row, form, &box);
        draw_inside(l, form, share, &box);
    }
}

static samen_status draw_dodged(layout *l, int64_t row, double y, samen_error *err) {
    samen__shares *s = l->s;
    double slot = (l->pitch - BETWEEN) / s->forms, height = fmin(THICKEST, BAR * slot);
    samen_status status = SAMEN_OK;
    y -= slot * (s->forms - 1) / 2;
    for (int32_t form = 0; status == SAMEN_OK && form < s->forms; form++, y += slot) {
        const samen__share *share = samen__share_of(s, row, form);
        if (is_single(s))
            status = samen__row_name(s->call->surface, form_name(s, form), l->axis.start - GAP, y,
                                     l->names, samen__row_lines(slot), err);
        if (isnan(share->share))
            continue;
        double end = samen__axis_place(&l->axis, 100 * share->share);
        samen__rectangle box = {l->axis.start, y - height / 2, end - l->axis.start, height};
        draw_box(l, row, form, &box);
        if (!isnan(share->lower)) {
            double upper = samen__axis_place(&l->axis, 100 * share->upper);
            samen__whisker(s->call->surface, l->path,
                           samen__axis_place(&l->axis, 100 * share->lower), upper, y,
                           CROSS_BAR * height);
            end = fmax(end, upper);
        }
        value_text(l, share->share);
        put(l, end + GAP / 2, y, SAMEN__ANCHOR_START, SAMEN__INK);
    }
    return status;
}

static samen_status draw_rows(layout *l, const samen__box *plot, samen_error *err) {
    samen__shares *s = l->s;
    samen_status status = SAMEN_OK;
    for (int64_t row = 0; status == SAMEN_OK && row < s->rows; row++) {
        double y = plot->y + l->pitch * ((double)row + 0.5);
        if (!is_single(s)) {
            status = samen__row_name(s->call->surface, s->row[row].name, l->axis.start - GAP, y,
                                     l->names, samen__row_lines(l->pitch), err);
            count_text(l, row);
            put(l, plot->x + plot->width, y, SAMEN__ANCHOR_END, SAMEN__INK_LIGHT);
        }
        if (s->stacked)
            draw_stacked(l, row, y);
        else if (status == SAMEN_OK)
            status = draw_dodged(l, row, y, err);
    }
    return status;
}

/* ---- The page ------------------------------------------------------------------------------------ */

/* What the axis is of, below it. The only row has its count there. */
static void draw_caption(layout *l, const samen__box *plot) {
    const samen__shares *s = l->s;
    l->text.length = 0;
    samen__text_add_string(&l->text,
                           word(s, (samen__word)(SAMEN__WORD_SHARE_OF_TIES + s->options->of)));
    if (is_single(s)) {
        samen__text_add_string(&l->text, ", ");
        add_count(l, 0);
    }
    put(l, (l->axis.start + l->axis.end) / 2,
        plot->y + plot->height - SAMEN__TYPE_SMALL * SAMEN__TYPE_MIDDLE, SAMEN__ANCHOR_MIDDLE,
        SAMEN__INK_LIGHT);
}

static samen_status draw_plot(layout *l, samen_error *err) {
    samen__shares *s = l->s;
    const samen__box *plot = &s->frame.plot;
    double rows_height = plot->height - below_rows();
    l->path = &s->frame.path;
    if (s->forms == 0) {
        samen__frame_nothing(&s->frame);
        return SAMEN_OK;
    }
    l->pitch = rows_height / (double)s->rows;
    double slot = s->stacked ? l->pitch : (l->pitch - BETWEEN) / s->forms;
    if (samen__row_lines(slot) < 1)
        return samen__fail_argument(err, s->call->argument,
                                    "option height of shares is too small for %ld bars",
                                    (long)(s->stacked ? s->rows : s->rows * s->forms));
    l->axis = (samen__axis){.start = plot->x + l->names + GAP,
                            .end = plot->x + plot->width - l->counts - l->values,
                            .unit = " %",
                            .language = s->options->common.language};
    samen__axis_linear(&l->axis, 100 * reach(s), 0);
    samen__axis_below(&l->axis, s->call->surface, l->path, plot->y, plot->y + rows_height);
    draw_caption(l, plot);
    return draw_rows(l, plot, err);
}

static samen_status draw(samen__draw_call *call, samen_error *err) {
    samen__shares s = {.call = call, .options = call->options};
    layout l = {.s = &s, .text = samen__text_growing()};
    samen__text description = samen__text_growing();
    samen__frame_start(&s.frame, call);
    samen_status status = samen__shares_find(&s, err);
    if (status == SAMEN_OK)
        status = samen__shares_legend(&s, err);
    if (status == SAMEN_OK)
        status = samen__shares_describe(&s, &description, err);
    if (status == SAMEN_OK) {
        measure_columns(&l, s.options->common.width - 2 * SAMEN__MARGIN);
        double height = s.forms > 0 ? pitch_wanted(&s) * (double)s.rows + below_rows() : EMPTY;
        status = samen__frame_open(&s.frame, word(&s, SAMEN__WORD_SHARES), description.bytes,
                                   fmax(height, EMPTY), err);
    }
    if (status == SAMEN_OK)
        status = draw_plot(&l, err);
    if (status == SAMEN_OK)
        status = l.text.failed ? samen__fail_memory(err) : samen__frame_close(&s.frame, err);
    samen__text_free(&l.text);
    samen__text_free(&description);
    samen__shares_free(&s);
    return status;
}

static const char *const by_names[] = {"whole", "organisation", "group", "wave", NULL};
static const char *const of_names[] = {"ties", "weight", "pairs", "partnerships", NULL};
static const char *const bars_names[] = {"auto", "stacked", "dodged", NULL};

#define FIELD(name) offsetof(samen__shares_options, name)

static const samen__option options[] = {
    SAMEN__DRAW_COMMON(samen__shares_options),
    {.name = "by",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(by),
     .fallback = "",
     .choices = by_names,
     .since = "0.1",
     .help = "what there is a row for"},
    {.name = "group",
     .type = SAMEN__OPTION_TEXT,
     .offset = FIELD(group),
     .fallback = "",
     .since = "0.1",
     .help = "the attribute that partitions organisations, for by=group"},
    {.name = "waves",
     .type = SAMEN__OPTION_LIST,
     .offset = FIELD(waves),
     .count_offset = FIELD(waves_count),
     .fallback = "",
     .since = "0.1",
     .help = "a period, FROM..TO, for by=wave; once for each"},
    {.name = "of",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(of),
     .fallback = "",
     .choices = of_names,
     .since = "0.1",
     .help = "what shares are of"},
    {.name = "bars",
     .type = SAMEN__OPTION_CHOICE,
     .offset = FIELD(bars),
     .fallback = "",
     .choices = bars_names,
     .since = "0.1",
     .help =
         "stacked: one bar, parted; dodged: one for each form; auto: dodged for the whole network"},
    {.name = "top",
     .type = SAMEN__OPTION_COUNT,
     .offset = FIELD(top),
     .fallback = "",
     .minimum = 1,
     .maximum = 1000,
     .since = "0.1",
     .help = "how many organisations or groups to show, those with the most; as fit a page when "
             "not given"},
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
     .help = "of organisations anew, for the intervals of dodged bars; 0 for no intervals"},
    {.name = "level",
     .type = SAMEN__OPTION_REAL,
     .offset = FIELD(level),
     .fallback = "0.95",
     .minimum = 0.5,
     .maximum = 0.9999,
     .since = "0.1",
     .help = "confidence of the intervals"},
};

const samen__drawing samen__drawing_shares = {
    .name = "shares",
    .title = "Shares of forms",
    .summary = "Bars of how much of each form there is, by organisation, group or wave.",
    .since = "0.1",
    .options = {.owner = "shares",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(samen__shares_options)},
    .draw = draw,
};
