/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small multiples: the same network once for each form, wave or group, every organisation in the same place, so that
 * what differs is the ties; for whoever compares. The places are those of all ties together.
 *
 * Choices. Organisations without ties in a panel are pale. Labels are in the first panel that an organisation has
 * ties in, and in others where there is room. By group, a panel has the ties that its organisations are part of.
 * Based on: E. R. Tufte, Envisioning information, 1990, chapter 4.
 * Complexity: of the sociogram, and O(panels x organisations). */
#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/registry.h"
#include "draw/sociogram.h"
#include "draw/type.h"
#include "draw/waves.h"

enum { BY_FORM, BY_WAVE, BY_GROUP, MOST_PANELS = 16 };

#define GAP         4.0  /* between panels */
#define HEADING     5.0  /* above a panel */
#define SHAPE       1.25 /* width of a panel over its height */
#define LEAST_PANEL 48.0
#define COUNT_GAP   1.5 /* between its title and the count of ties */
#define INSET       4.0

typedef struct multiples_options {
    samen__sociogram_options shared;
    const char *const *waves;
    int64_t waves_count;
    uint32_t by;
    uint32_t reserved;
} multiples_options;

typedef struct panel {
    int32_t which; /* form, wave or group */
    char *title;
    samen_view *view; /* of a wave; NULL: what is drawn is chosen of the whole */
} panel;

typedef struct multiples {
    samen__draw_call *call;
    const multiples_options *options;
    samen__sociogram whole;
    samen__places places; /* in a panel whose corner is the page's */
    panel panel[MOST_PANELS];
    int32_t panels, columns;
    double width, height; /* of a panel, with its heading */
    uint8_t *faded;
} multiples;

static int is_of_form(const samen__sociogram *s, const samen__stroke *t, int32_t form) {
    (void)s;
    return t->form == form;
}

static int is_of_group(const samen__sociogram *s, const samen__stroke *t, int32_t group) {
    return s->scene.groups.of[t->low] == group || s->scene.groups.of[t->high] == group;
}

/* ---- Which panels -------------------------------------------------------------------------------- */

static samen_status add_panel(multiples *m, int32_t which, const char *title, int64_t length,
                              samen_error *err) {
    if (m->panels == MOST_PANELS)
        return samen__fail_argument(
            err, m->call->argument,
            "multiples would need more than %d panels; choose fewer forms, waves or groups",
            MOST_PANELS);
    panel *p = &m->panel[m->panels];
    *p = (panel){.which = which, .title = samen__copy_text(title, length, err)};
    m->panels += p->title != NULL;
    return p->title ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static samen_status add_forms(multiples *m, samen_error *err) {
    const samen_typology *typology = m->call->view->network->typology;
    samen_status status = SAMEN_OK;
    for (int32_t form = 0; status == SAMEN_OK && form < typology->count; form++) {
        const char *name =
            samen_typology_name(typology, form, (int32_t)m->options->shared.common.language);
        if (m->whole.scene.forms >> form & 1)
            status = add_panel(m, form, name, (int64_t)strlen(name), err);
    }
    return status;
}

static samen_status add_groups(multiples *m, samen_error *err) {
    const samen__groups *groups = &m->whole.scene.groups;
    samen_status status = SAMEN_OK;
    if (!m->options->shared.group)
        return samen__fail_argument(err, m->call->argument,
                                    "multiples by group needs the option group");
    for (int32_t g = 0; status == SAMEN_OK && g < groups->count; g++)
        status = add_panel(m, g, groups->label[g], (int64_t)strlen(groups->label[g]), err);
    return status;
}

static samen_status add_waves(multiples *m, samen_error *err) {
    samen_status status = SAMEN_OK;
    if (m->options->waves_count == 0)
        return samen__waves_needed(m->call, err);
    for (int64_t i = 0; status == SAMEN_OK && i < m->options->waves_count; i++) {
        samen_view *view = NULL;
        samen__text title = samen__text_growing();
        status = samen__wave_see(m->call, m->options->waves[i], &title, &view, err);
        if (status == SAMEN_OK)
            status = add_panel(m, (int32_t)i, title.bytes, title.length, err);
        if (status == SAMEN_OK)
            m->panel[m->panels - 1].view = view;
        else
            samen_view_free(view);
        samen__text_free(&title);
    }
    return status;
}

static samen_status list_panels(multiples *m, samen_error *err) {
    switch (m->options->by) {
    case BY_WAVE: return add_waves(m, err);
    case BY_GROUP: return add_groups(m, err);
    default: return add_forms(m, err);
    }
}

/* ---- One panel ----------------------------------------------------------------------------------- */

/* Who has no ties among those that the panel shows. Counts the ties: of tied pairs, one for each way in a directed
 * view. */
static int64_t fade(multiples *m, const samen__part_shown *part) {
    const samen__scene *scene = &m->whole.scene;
    int64_t ties = 0;
    int ways = 0; /* of the pair at hand, whatever its forms */
    memset(m->faded, 1, (size_t)scene->organisations);
    for (int64_t i = 0; i < scene->strokes; i++) {
        const samen__stroke *t = &scene->stroke[i];
        if (t->slot == 0)
            ways = 0;
        if (!samen__is_shown(&m->whole, part, t))
            continue;
        m->faded[t->low] = m->faded[t->high] = 0;
        int before = __builtin_popcount((unsigned)ways);
        ways |= m->call->view->directed ? (t->forward > 0) | (t->backward > 0) << 1 : 1;
        ties += __builtin_popcount((unsigned)ways) - before;
    }
    return ties;
}

static samen_status draw_heading(const multiples *m, const panel *p, int64_t ties, double x,
                                 double y, samen_error *err) {
    uint32_t language = m->options->shared.common.language;
    samen__surface *surface = m->call->surface;
    const samen__lettering bold = {.size = SAMEN__TYPE_LEGEND, .colour = SAMEN__INK, .bold = 1};
    const samen__lettering light = {.size = SAMEN__TYPE_LEGEND, .colour = SAMEN__INK_LIGHT};
    samen__text count = samen__text_growing();
    samen__add_counted(&count, language, ties, SAMEN__WORD_TIE, SAMEN__WORD_TIES);
    if (count.failed) {
        samen__text_free(&count);
        return samen__fail_memory(err);
    }
    samen__text title = samen__text_growing();
    double counted = samen__measure_text(count.bytes, count.length, light.size, 0);
    int64_t whole = (int64_t)strlen(p->title);
    int64_t fits =
        samen__measure_fit(p->title, whole, bold.size, 1, m->width - counted - COUNT_GAP - 2);
    samen__text_add(&title, p->title, fits);
    if (fits < whole)
        samen__text_add_string(&title, "\xE2\x80\xA6");
    if (!title.failed) {
        double after = samen__measure_text(title.bytes, title.length, bold.size, 1) + COUNT_GAP;
        surface->text(surface, x, y + SAMEN__TYPE_LEGEND, title.bytes, title.length, &bold);
        surface->text(surface, x + after, y + SAMEN__TYPE_LEGEND, count.bytes, count.length,
                      &light);
    }
    samen_status status = title.failed ? samen__fail_memory(err) : SAMEN_OK;
    samen__text_free(&title);
    samen__text_free(&count);
    return status;
}

/* The places of the whole in a panel's box: they are moved by where the last panel was not. */
static void move(samen__places *places, int64_t organisations, double x, double y) {
    for (int64_t v = 0; v < organisations; v++) {
        places->x[v] += x;
        places->y[v] += y;
    }
    places->isolates_top += y;
}

/* A wave has ties of its own; sizes and groups are those of the whole, so that marks are alike. */
static samen_status take_wave(multiples *m, const panel *p, samen__draw_call *call,
                              samen__scene *wave, samen_error *err) {
    *call = *m->call;
    call->view = p->view;
    samen_status status = samen__view_pairs(p->view, &call->run, &call->pairs, err);
    if (status == SAMEN_OK)
        status = samen__scene_make(call, NULL, "none", wave, err);
    return status;
}

static samen_status draw_parts(multiples *m, const samen__box *box, const samen__part_shown *part,
                               samen_error *err) {
    samen_status status = samen__sociogram_ties(&m->whole, &m->places, part, err);
    if (status == SAMEN_OK)
        status = samen__sociogram_marks(&m->whole, &m->places, part, err);
    if (status == SAMEN_OK)
        status = samen__sociogram_labels(&m->whole, &m->places, box, part, err);
    return status;
}

static samen_status draw_panel(multiples *m, int32_t number, samen_error *err) {
    panel *p = &m->panel[number];
    const samen__box *plot = &m->whole.frame.plot;
    samen__surface *surface = m->call->surface;
    double x = plot->x + (m->width + GAP) * (number % m->columns);
    double y = plot->y + (m->height + GAP) * (number / m->columns);
    samen__box box = {x, y + HEADING, m->width, m->height - HEADING};
    const samen__part_shown part = {.shows = m->options->by == BY_FORM    ? is_of_form
                                             : m->options->by == BY_GROUP ? is_of_group
                                                                          : NULL,
                                    .which = p->which,
                                    .faded = m->faded};
    samen__scene *scene = &m->whole.scene, wave = {0};
    samen__draw_call call = {0};
    const samen__scene kept = *scene;
    samen_status status = p->view ? take_wave(m, p, &call, &wave, err) : SAMEN_OK;
    if (status == SAMEN_OK && p->view) {
        scene->stroke = wave.stroke;
        scene->strokes = wave.strokes;
    }
    if (status == SAMEN_OK) {
        int64_t ties = fade(m, &part);
        surface->open_group(surface, NULL, NULL);
        status = draw_heading(m, p, ties, x, y, err);
    }
    if (status == SAMEN_OK) {
        move(&m->places, scene->organisations, box.x, box.y);
        status = draw_parts(m, &box, &part, err);
        move(&m->places, scene->organisations, -box.x, -box.y);
        surface->close_group(surface);
    }
    *scene = kept;
    samen__scene_free(&wave);
    return status;
}

/* ---- The page ------------------------------------------------------------------------------------ */

/* As many columns as leave panels wide enough, and none of them alone in the last row if it can be. */
static double arrange(multiples *m) {
    double width = m->options->shared.common.width - 2 * SAMEN__MARGIN;
    int32_t most = (int32_t)fmax(1, floor((width + GAP) / (LEAST_PANEL + GAP))),
            panels = m->panels > 0 ? m->panels : 1;
    int32_t rows = (panels + most - 1) / most;
    m->columns = (panels + rows - 1) / rows;
    m->width = (width - GAP * (m->columns - 1)) / m->columns;
    m->height = m->width / SHAPE + HEADING;
    return rows * m->height + GAP * (rows - 1);
}

static samen_status draw_all(multiples *m, samen_error *err) {
    int32_t rows = (m->panels + m->columns - 1) / m->columns;
    if (rows > 0) /* the height of the page may be given */
        m->height = (m->whole.frame.plot.height - GAP * (rows - 1)) / rows;
    samen__box inside = {INSET, INSET, m->width - 2 * INSET, m->height - HEADING - 2 * INSET};
    samen_status status =
        inside.height < INSET
            ? samen__fail_argument(err, m->call->argument,
                                   "option height of multiples is too small for %d rows of panels",
                                   rows)
            : SAMEN_OK;
    if (status == SAMEN_OK)
        status = samen__places_make(m->call, &m->whole.scene, m->options->shared.layout, &inside,
                                    &m->places, err);
    for (int32_t i = 0; status == SAMEN_OK && i < m->panels; i++)
        status = draw_panel(m, i, err);
    return status;
}

static samen_status prepare(multiples *m, samen__text *description, double *height,
                            samen_error *err) {
    samen__sociogram *whole = &m->whole;
    samen_status status = samen__scene_make(m->call, m->options->shared.group,
                                            m->options->shared.size, &whole->scene, err);
    m->faded = status == SAMEN_OK ? samen__new(whole->scene.organisations, 1, err) : NULL;
    if (status == SAMEN_OK)
        status = m->faded ? list_panels(m, err) : SAMEN_ERR_MEMORY;
    if (status != SAMEN_OK)
        return status;
    *height = arrange(m);
    samen__sociogram_scale(whole, m->width, m->width / SHAPE);
    status = samen__sociogram_legend(whole, err);
    if (status == SAMEN_OK)
        status = samen__sociogram_describe(whole, description, err);
    return status;
}

static samen_status draw(samen__draw_call *call, samen_error *err) {
    multiples m = {.call = call, .options = call->options};
    samen__text description = samen__text_growing();
    double height = 0;
    m.whole.call = call;
    m.whole.options = &m.options->shared;
    samen__frame_start(&m.whole.frame, call);
    samen_status status = prepare(&m, &description, &height, err);
    if (status == SAMEN_OK)
        status = samen__frame_open(
            &m.whole.frame,
            samen__word_in(m.options->shared.common.language, SAMEN__WORD_COLLABORATION),
            description.bytes, height, err);
    if (status == SAMEN_OK)
        status = draw_all(&m, err);
    if (status == SAMEN_OK)
        status = samen__frame_close(&m.whole.frame, err);
    for (int32_t i = 0; i < m.panels; i++) {
        samen__delete(m.panel[i].title);
        samen_view_free(m.panel[i].view);
    }
    samen__delete(m.faded);
    samen__text_free(&description);
    samen__places_free(&m.places);
    samen__scene_free(&m.whole.scene);
    samen__frame_free(&m.whole.frame);
    return status;
}

static const char *const by_names[] = {"form", "wave", "group", NULL};

static const samen__option options[] = {
    SAMEN__SOCIOGRAM_OPTIONS(samen__sociogram_options),
    {.name = "by",
     .type = SAMEN__OPTION_CHOICE,
     .offset = offsetof(multiples_options, by),
     .fallback = "",
     .choices = by_names,
     .since = "0.1",
     .help = "what there is a panel for"},
    {.name = "waves",
     .type = SAMEN__OPTION_LIST,
     .offset = offsetof(multiples_options, waves),
     .count_offset = offsetof(multiples_options, waves_count),
     .fallback = "",
     .since = "0.1",
     .help = "a period, FROM..TO, for by=wave; once for each"},
};

const samen__drawing samen__drawing_multiples = {
    .name = "multiples",
    .title = "Small multiples",
    .summary = "A sociogram for each form, wave or group, all organisations in the same places.",
    .since = "0.1",
    .options = {.owner = "multiples",
                .option = options,
                .count = sizeof options / sizeof options[0],
                .size = sizeof(multiples_options)},
    .draw = draw,
};
