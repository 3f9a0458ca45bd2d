/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/svg.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/utf8.h"
#include "draw/palette.h"

enum { PLACES = 2, PLACES_UNIT = 100 };

static const char *entity_of(char byte) {
    switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

void samen__svg_escape(samen__text *text, const char *bytes, int64_t length) {
    for (int64_t at = 0; at < length;) {
        uint32_t character = 0xFFFD;
        int step = samen__utf8_decode(bytes + at, length - at, &character);
        const char *entity = entity_of(bytes[at]);
        if (entity)
            samen__text_add_string(text, entity);
        else if (step == 0 || (character & 0xFFFE) == 0xFFFE) /* XML has no such character */
            samen__text_add_string(text, "\xEF\xBF\xBD");
        else if (samen__utf8_is_invisible(character))
            samen__text_add_visible(text, bytes + at, step, 0);
        else
            samen__text_add(text, bytes + at, step);
        at += step ? step : 1;
    }
}

/* `scaled` is the value in units of its last decimal. */
static void add_scaled(samen__text *text, int64_t scaled, int32_t decimals) {
    char digits[24];
    int32_t count = 0, shown = decimals;
    uint64_t rest = scaled < 0 ? (uint64_t)-scaled : (uint64_t)scaled;
    if (scaled == 0) {
        samen__text_add_byte(text, '0');
        return;
    }
    while (shown > 0 && rest % 10 == 0) {
        rest /= 10;
        shown--;
    }
    while (rest > 0 || count < shown) {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    }
    if (scaled < 0)
        samen__text_add_byte(text, '-');
    while (count > 0) {
        if (count == shown)
            samen__text_add_byte(text, '.');
        samen__text_add_byte(text, digits[--count]);
    }
}

void samen__svg_number(samen__text *text, double value, int32_t decimals) {
    static const double unit[] = {1, 10, 100, 1000, 10000};
    add_scaled(text, llround(value * unit[decimals]), decimals);
}

static void add_attribute(samen__text *text, const char *name, double value) {
    samen__text_format(text, " %s=\"", name);
    samen__svg_number(text, value, PLACES);
    samen__text_add_byte(text, '"');
}

static void add_colour(samen__text *text, const char *name, uint32_t colour) {
    char code[] = "#000000";
    for (int32_t i = 0; i < 6; i++)
        code[6 - i] = "0123456789abcdef"[colour >> 4 * i & 15];
    samen__text_format(text, " %s=\"%s\"", name, colour == SAMEN__NO_COLOUR ? "none" : code);
}

static void add_dashes(samen__text *text, int32_t pattern, double width) {
    double dash[SAMEN__MOST_DASHES];
    int32_t dashes = samen__dashes(pattern, width, dash);
    if (dashes == 0)
        return;
    samen__text_add_string(text, " stroke-dasharray=\"");
    for (int32_t i = 0; i < dashes; i++) {
        if (i > 0)
            samen__text_add_byte(text, ' ');
        samen__svg_number(text, dash[i], PLACES);
    }
    samen__text_add_byte(text, '"');
}

static void add_pen(samen__text *text, const samen__pen *pen) {
    if (!pen)
        return;
    add_colour(text, "fill", pen->fill);
    if (pen->line != SAMEN__NO_COLOUR) {
        add_colour(text, "stroke", pen->line);
        add_attribute(text, "stroke-width", pen->width);
        add_dashes(text, pen->pattern, pen->width);
    }
    if (pen->opacity > 0 && pen->opacity < 1)
        add_attribute(text, "opacity", pen->opacity);
}

static void add_element(samen__text *text, const char *name, const char *content, int64_t length) {
    samen__text_format(text, "<%s>", name);
    samen__svg_escape(text, content, length);
    samen__text_format(text, "</%s>", name);
}

/* The end of an element that has a title, or nothing inside. */
static void end_mark(samen__text *text, const char *name, const char *title) {
    if (!title) {
        samen__text_add_string(text, "/>\n");
        return;
    }
    samen__text_add_string(text, " role=\"img\">");
    add_element(text, "title", title, (int64_t)strlen(title));
    samen__text_format(text, "</%s>\n", name);
}

static samen__text *text_of(samen__surface *surface) {
    return &((samen__svg *)(void *)surface)->text;
}

static void open_page(samen__surface *surface, const samen__page *page) {
    samen__text *text = text_of(surface);
    samen__text_add_string(text, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    samen__svg_number(text, page->width, PLACES);
    samen__text_add_string(text, "mm\" height=\"");
    samen__svg_number(text, page->height, PLACES);
    samen__text_add_string(text, "mm\" viewBox=\"0 0 ");
    samen__svg_number(text, page->width, PLACES);
    samen__text_add_byte(text, ' ');
    samen__svg_number(text, page->height, PLACES);
    samen__text_format(text, "\" role=\"graphics-document\" lang=\"%s\" ", page->language);
    samen__text_add_string(text, "font-family=\"Arial, Helvetica, &#39;Liberation Sans&#39;, "
                                 "&#39;Noto Sans&#39;, sans-serif\" stroke-linejoin=\"round\">\n");
    add_element(text, "title", page->title, (int64_t)strlen(page->title));
    add_element(text, "desc", page->description, (int64_t)strlen(page->description));
    samen__text_add_string(text, "\n<rect");
    add_attribute(text, "width", page->width);
    add_attribute(text, "height", page->height);
    add_colour(text, "fill", SAMEN__PAPER);
    samen__text_add_string(text, "/>\n");
}

static void close_page(samen__surface *surface) {
    samen__text_add_string(text_of(surface), "</svg>\n");
}

static void open_group(samen__surface *surface, const char *title, const samen__pen *pen) {
    samen__text *text = text_of(surface);
    samen__text_add_string(text, title ? "<g role=\"group\"" : "<g");
    add_pen(text, pen);
    samen__text_add_byte(text, '>');
    if (title)
        add_element(text, "title", title, (int64_t)strlen(title));
    samen__text_add_byte(text, '\n');
}

static void close_group(samen__surface *surface) {
    samen__text_add_string(text_of(surface), "</g>\n");
}

/* Numbers one behind the other need a space only where a sign or point does not part them. */
typedef struct plotter {
    samen__text *text;
    int64_t x, y;   /* where the pen is, in hundredths, as rounded: errors do not add up */
    int32_t parted; /* the next number needs no space before it */
    int32_t
        has_point; /* the number before has a point: one that begins with a point needs no space */
} plotter;

static void put(plotter *p, int64_t scaled) {
    int starts_with_point = scaled > 0 && scaled < PLACES_UNIT;
    if (!p->parted && scaled >= 0 && !(starts_with_point && p->has_point))
        samen__text_add_byte(p->text, ' ');
    add_scaled(p->text, scaled, PLACES);
    p->parted = 0;
    p->has_point = scaled % PLACES_UNIT != 0;
}

static void put_place(plotter *p, const double *at, int64_t *x, int64_t *y) {
    *x = llround(at[0] * PLACES_UNIT);
    *y = llround(at[1] * PLACES_UNIT);
    put(p, *x - p->x);
    put(p, *y - p->y);
}

static void put_steps(samen__text *text, const samen__trace *path) {
    plotter p = {.text = text};
    int64_t place = 0, start_x = 0, start_y = 0;
    char before = 0;
    for (int64_t i = 0; i < path->steps; i++) {
        char step = path->step[i];
        int32_t places = step == 'C' ? 3 : step == 'Z' ? 0 : 1;
        int implied =
            step != 'Z' && step != 'M' && (step == before || (step == 'L' && before == 'M'));
        if (!implied)
            samen__text_add_byte(text, (char)(step | 32));
        p.parted = !implied;
        int64_t x = p.x, y = p.y;
        for (int32_t k = 0; k < places; k++)
            put_place(&p, path->at + 2 * place++, &x, &y);
        if (step == 'M') {
            start_x = x;
            start_y = y;
        }
        p.x = step == 'Z' ? start_x : x;
        p.y = step == 'Z' ? start_y : y;
        before = step;
    }
}

static void add_path(samen__surface *surface, const samen__trace *path, const samen__pen *pen,
                     const char *title) {
    samen__text *text = text_of(surface);
    if (path->failed)
        ((samen__svg *)(void *)surface)->path_failed = 1;
    samen__text_add_string(text, "<path d=\"");
    put_steps(text, path);
    samen__text_add_byte(text, '"');
    add_pen(text, pen);
    end_mark(text, "path", title);
}

static void add_circle(samen__surface *surface, double x, double y, double radius,
                       const samen__pen *pen, const char *title) {
    samen__text *text = text_of(surface);
    samen__text_add_string(text, "<circle");
    add_attribute(text, "cx", x);
    add_attribute(text, "cy", y);
    add_attribute(text, "r", radius);
    add_pen(text, pen);
    end_mark(text, "circle", title);
}

static void add_text(samen__surface *surface, double x, double y, const char *bytes, int64_t length,
                     const samen__lettering *l) {
    static const char *const anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
    samen__text *text = text_of(surface);
    samen__text_add_string(text, "<text");
    add_attribute(text, "x", x);
    add_attribute(text, "y", y);
    add_attribute(text, "font-size", l->size);
    samen__text_add_string(text, anchors[l->anchor]);
    if (l->bold)
        samen__text_add_string(text, " font-weight=\"bold\"");
    add_colour(text, "fill", l->colour);
    if (l->halo) {
        add_colour(text, "stroke", SAMEN__PAPER);
        add_attribute(text, "stroke-width", l->size * SAMEN__HALO);
        samen__text_add_string(text, " paint-order=\"stroke\"");
    }
    if (l->turn != 0) {
        samen__text_add_string(text, " transform=\"rotate(");
        samen__svg_number(text, l->turn, PLACES);
        samen__text_add_byte(text, ' ');
        samen__svg_number(text, x, PLACES);
        samen__text_add_byte(text, ' ');
        samen__svg_number(text, y, PLACES);
        samen__text_add_string(text, ")\"");
    }
    samen__text_add_byte(text, '>');
    samen__svg_escape(text, bytes, length);
    samen__text_add_string(text, "</text>\n");
}

void samen__svg_start(samen__svg *svg) {
    *svg = (samen__svg){.surface = {.open_page = open_page,
                                    .close_page = close_page,
                                    .open_group = open_group,
                                    .close_group = close_group,
                                    .path = add_path,
                                    .circle = add_circle,
                                    .text = add_text},
                        .text = samen__text_growing()};
}

samen_status samen__svg_take(samen__svg *svg, char **out, int64_t *length, samen_error *err) {
    if (svg->path_failed)
        return samen__fail_memory(err);
    return samen__text_take(&svg->text, out, length, err);
}

void samen__svg_free(samen__svg *svg) {
    samen__text_free(&svg->text);
}
