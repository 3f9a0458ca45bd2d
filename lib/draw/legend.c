/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/legend.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "draw/arrow.h"
#include "draw/bars.h"
#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/type.h"

enum { LINE_LENGTH = 9, BOX_LENGTH = 4 };

#define GAP         4.0 /* between keys */
#define TEXT_GAP    1.3 /* between sign and text */
#define LINE_SPACE  1.45
#define MOST_INDENT 0.3 /* of the width */

samen_status samen__legend_add(samen__legend *legend, samen__key key, const char *text,
                               samen_error *err) {
    samen_status status = samen__grow((void **)&legend->key, &legend->capacity, legend->keys + 1,
                                      sizeof *legend->key, err);
    if (status != SAMEN_OK)
        return status;
    key.text = samen__copy_text(text, (int64_t)strlen(text), err);
    if (!key.text)
        return SAMEN_ERR_MEMORY;
    legend->key[legend->keys++] = key;
    return SAMEN_OK;
}

static double sign_width(const samen__key *key) {
    switch (key->kind) {
    case SAMEN__KEY_HEADING: return 0;
    case SAMEN__KEY_MARK: return fmax(3, 2 * samen__mark_reach(key->shape, key->radius));
    case SAMEN__KEY_BOX: return BOX_LENGTH;
    default: return LINE_LENGTH;
    }
}

static double text_width(const samen__key *key, double most) {
    int32_t bold = key->kind == SAMEN__KEY_HEADING;
    return fmin(
        most, samen__measure_text(key->text, (int64_t)strlen(key->text), SAMEN__TYPE_LEGEND, bold));
}

static double key_height(const samen__key *key) {
    double text = SAMEN__TYPE_LEGEND * LINE_SPACE;
    return key->kind == SAMEN__KEY_MARK
               ? fmax(text, 2 * samen__mark_reach(key->shape, key->radius) + 0.6)
               : text;
}

/* Keys of one line are in the middle of its height. */
static void settle_line(samen__legend *legend, int64_t first, int64_t last, double *y) {
    double height = 0;
    for (int64_t i = first; i < last; i++)
        height = fmax(height, key_height(&legend->key[i]));
    for (int64_t i = first; i < last; i++)
        legend->key[i].y = *y + height / 2;
    *y += height;
}

/* Keys stand behind the longest heading, unless that is very long. */
static double find_indent(const samen__legend *legend, double width) {
    double indent = 0;
    for (int64_t i = 0; i < legend->keys; i++) {
        if (legend->key[i].kind == SAMEN__KEY_HEADING)
            indent = fmax(indent, text_width(&legend->key[i], width) + GAP);
    }
    return fmin(indent, width * MOST_INDENT);
}

void samen__legend_arrange(samen__legend *legend, double width) {
    double x = 0, y = 0, indent = find_indent(legend, width);
    int64_t first = 0;
    for (int64_t i = 0; i < legend->keys; i++) {
        samen__key *key = &legend->key[i];
        int heading = key->kind == SAMEN__KEY_HEADING;
        double sign = heading ? 0 : sign_width(key) + TEXT_GAP;
        double taken = sign + text_width(key, width - sign);
        if (i > first && (heading || x + taken > width)) {
            settle_line(legend, first, i, &y);
            first = i;
            x = heading || indent + taken > width ? 0 : indent;
        }
        key->x = x;
        x = heading ? fmax(indent, x + taken + GAP) : x + taken + GAP;
    }
    if (legend->keys > 0)
        settle_line(legend, first, legend->keys, &y);
    legend->height = y;
}

static void draw_sign(const samen__key *key, samen__surface *surface, samen__trace *path, double x,
                      double y) {
    double end = x + sign_width(key);
    samen__trace_clear(path);
    if (key->kind == SAMEN__KEY_MARK) {
        samen__mark(surface, path, key->shape, (x + end) / 2, y, key->radius, &key->pen, NULL);
    } else if (key->kind == SAMEN__KEY_BOX) {
        const samen__rectangle box = {x, y - BOX_LENGTH * 0.3, BOX_LENGTH, BOX_LENGTH * 0.6};
        samen__hatched_box(surface, path, &box, &key->pen, key->hatching, NULL);
    } else {
        double head = samen__arrow_length(key->pen.width);
        samen__trace_move(path, key->kind == SAMEN__KEY_ARROWS ? x + head : x, y);
        samen__trace_line(path, key->kind == SAMEN__KEY_LINE ? end : end - head, y);
        surface->path(surface, path, &key->pen, NULL);
        samen__pen filled = samen__filled(key->pen.line);
        samen__trace_clear(path);
        if (key->kind != SAMEN__KEY_LINE)
            samen__arrow_add(path, x, y, end, y, key->pen.width);
        if (key->kind == SAMEN__KEY_ARROWS)
            samen__arrow_add(path, end, y, x, y, key->pen.width);
        if (path->steps > 0)
            surface->path(surface, path, &filled, NULL);
    }
}

void samen__legend_draw(const samen__legend *legend, samen__surface *surface, samen__trace *path,
                        double x, double y) {
    for (int64_t i = 0; i < legend->keys; i++) {
        const samen__key *key = &legend->key[i];
        int heading = key->kind == SAMEN__KEY_HEADING;
        samen__lettering letters = {.size = SAMEN__TYPE_LEGEND,
                                    .colour = heading ? SAMEN__INK : SAMEN__INK_LIGHT,
                                    .bold = heading};
        double at = x + key->x;
        if (!heading) {
            draw_sign(key, surface, path, at, y + key->y);
            at += sign_width(key) + TEXT_GAP;
        }
        surface->text(surface, at, y + key->y + SAMEN__TYPE_LEGEND * SAMEN__TYPE_MIDDLE, key->text,
                      (int64_t)strlen(key->text), &letters);
    }
}

void samen__legend_free(samen__legend *legend) {
    for (int64_t i = 0; i < legend->keys; i++)
        samen__delete(legend->key[i].text);
    samen__delete(legend->key);
    *legend = (samen__legend){0};
}
