/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/frame.h"

#include <math.h>
#include <string.h>

#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/type.h"

#define LINE_SPACE  1.3
#define BLOCK_SPACE 2.5 /* between plot, legend, notes and sources */
#define LOWEST_PLOT 20.0
#define SEPARATOR   " \xC2\xB7 "

void samen__frame_start(samen__frame *frame, const samen__draw_call *call) {
    *frame = (samen__frame){.call = call, .common = call->options, .notes = samen__text_growing()};
}

void samen__frame_free(samen__frame *frame) {
    samen__legend_free(&frame->legend);
    samen__text_free(&frame->notes);
    samen__trace_free(&frame->path);
}

samen_status samen__frame_heading(samen__frame *frame, const char *text, samen_error *err) {
    return samen__legend_add(&frame->legend, (samen__key){.kind = SAMEN__KEY_HEADING}, text, err);
}

double samen__text_block(samen__surface *surface, const char *bytes, int64_t length, double x,
                         double y, double width, const samen__lettering *letters) {
    double height = 0;
    while (length > 0) {
        const char *end = memchr(bytes, '\n', (size_t)length);
        int64_t line = end ? end - bytes : length;
        for (int64_t at = 0; at < line;) {
            int64_t next, taken = samen__measure_line(bytes + at, line - at, letters->size,
                                                      letters->bold, width, &next);
            if (surface)
                surface->text(surface, x, y + height + letters->size * SAMEN__TYPE_ASCENT,
                              bytes + at, taken, letters);
            height += letters->size * LINE_SPACE;
            at += next;
        }
        bytes += line + (end != NULL);
        length -= line + (end != NULL);
    }
    return height;
}

/* An option of the view, when it is not what it would be by itself. */
static void add_choice(const samen__frame *frame, const samen__option *option, samen__text *text) {
    const samen_view *view = frame->call->view;
    samen__text value = samen__text_growing();
    const char *usual =
        option->type == SAMEN__OPTION_CHOICE ? option->choices[0] : option->fallback;
    if (option->type == SAMEN__OPTION_MASK) {
        usual = "all";
        samen__typology_show_mask(view->network->typology, view->forms, &value);
    } else {
        samen__option_show(option, &view->options, &value);
    }
    if (value.length > 0 && strcmp(value.bytes, usual) != 0) {
        samen__text_add_string(text, SEPARATOR);
        samen__text_format(text, "%s: %s", option->name, value.bytes);
    }
    text->failed |= value.failed;
    samen__text_free(&value);
}

/* "Data: X · 25 organisations, 186 ties · forms: action · samen 0.1.0" */
static void add_sources(const samen__frame *frame, samen__text *text) {
    const samen_view *view = frame->call->view;
    uint32_t language = frame->common->language;
    if (frame->common->source) {
        samen__text_add_string(text, samen__word_in(language, SAMEN__WORD_DATA));
        samen__text_format(text, ": %s", frame->common->source);
        samen__text_add_string(text, SEPARATOR);
    }
    samen__add_counted(text, language, view->organisations, SAMEN__WORD_ORGANISATION,
                       SAMEN__WORD_ORGANISATIONS);
    samen__text_add_string(text, ", ");
    samen__add_counted(text, language,
                       view->directed ? frame->call->pairs->arcs : frame->call->pairs->pairs,
                       SAMEN__WORD_TIE, SAMEN__WORD_TIES);
    for (int32_t i = 0; i < samen__view_options.count; i++)
        add_choice(frame, &samen__view_options.option[i], text);
    samen__text_add_string(text, SEPARATOR);
    samen__text_format(text, "samen %s", samen_version());
}

static samen_status fail_low(const samen__frame *frame, double least, samen_error *err) {
    return samen__fail_argument(
        err, frame->call->argument,
        "option height of %s is too small for title and legend; give %g or more",
        frame->call->drawing->name, ceil(least));
}

/* Everything around the plot, from above to below. */
static samen_status arrange(samen__frame *frame, const char *sources, int64_t sources_length,
                            double height, samen_error *err) {
    static const samen__lettering bold = {
        .size = SAMEN__TYPE_TITLE, .colour = SAMEN__INK, .bold = 1};
    static const samen__lettering small = {.size = SAMEN__TYPE_SMALL, .colour = SAMEN__INK_LIGHT};
    double width = frame->common->width - 2 * SAMEN__MARGIN, x = SAMEN__MARGIN;
    const char *title = frame->page.title;
    int64_t title_length = (int64_t)strlen(title);
    const char *notes = frame->notes.bytes;
    samen__surface *surface = frame->call->surface;

    samen__legend_arrange(&frame->legend, width);
    double above = SAMEN__MARGIN +
                   samen__text_block(NULL, title, title_length, 0, 0, width, &bold) + BLOCK_SPACE;
    double legend = frame->legend.height > 0 ? frame->legend.height + BLOCK_SPACE : 0;
    double below = samen__text_block(NULL, notes, frame->notes.length, 0, 0, width, &small) +
                   samen__text_block(NULL, sources, sources_length, 0, 0, width, &small);
    double around = above + BLOCK_SPACE + legend + below + SAMEN__MARGIN;
    if (frame->common->height > 0)
        height = frame->common->height - around;
    if (height < LOWEST_PLOT)
        return fail_low(frame, around + LOWEST_PLOT, err);

    frame->plot = (samen__box){x, above, width, height};
    frame->page.width = frame->common->width;
    frame->page.height = around + height;
    surface->open_page(surface, &frame->page);
    samen__text_block(surface, title, title_length, x, SAMEN__MARGIN, width, &bold);
    double y = above + height + BLOCK_SPACE;
    surface->open_group(surface, NULL, NULL);
    samen__legend_draw(&frame->legend, surface, &frame->path, x, y);
    surface->close_group(surface);
    y += legend;
    y += samen__text_block(surface, notes, frame->notes.length, x, y, width, &small);
    samen__text_block(surface, sources, sources_length, x, y, width, &small);
    return SAMEN_OK;
}

samen_status samen__frame_open(samen__frame *frame, const char *title, const char *description,
                               double height, samen_error *err) {
    samen__text sources = samen__text_growing();
    add_sources(frame, &sources);
    frame->page.title = frame->common->title ? frame->common->title : title;
    frame->page.description = description;
    frame->page.language = samen__language_code(frame->common->language);
    samen_status status = sources.failed || frame->notes.failed
                              ? samen__fail_memory(err)
                              : arrange(frame, sources.bytes, sources.length, height, err);
    samen__text_free(&sources);
    return status;
}

void samen__frame_nothing(const samen__frame *frame) {
    static const samen__lettering letters = {
        .size = SAMEN__TYPE_LABEL, .colour = SAMEN__INK_LIGHT, .anchor = SAMEN__ANCHOR_MIDDLE};
    const char *text = samen__word_in(frame->common->language, SAMEN__WORD_NOTHING);
    samen__surface *surface = frame->call->surface;
    surface->text(surface, frame->plot.x + frame->plot.width / 2,
                  frame->plot.y + frame->plot.height / 2, text, (int64_t)strlen(text), &letters);
}

samen_status samen__frame_close(samen__frame *frame, samen_error *err) {
    frame->call->surface->close_page(frame->call->surface);
    return frame->path.failed ? samen__fail_memory(err) : SAMEN_OK;
}
