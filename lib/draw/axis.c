/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/axis.h"

#include <math.h>
#include <stddef.h>

#include "core/scale.h"
#include "draw/measure_text.h"
#include "draw/palette.h"
#include "draw/type.h"
#include "draw/words.h"

#define LABEL_GAP    1.5 /* between labels of an axis, and between labels and plot */
#define LINE_WIDTH   0.15
#define WIDE         14.0 /* between ticks, unless the axis would have fewer parts than these */
#define FEWEST_PARTS 4
#define LARGEST      1e300 /* beyond it rounding up would leave the numbers that there are */
#define MANY         1e6   /* numbers from here on are written as powers of ten */
#define FEW          1e-4  /* and those below this */

/* ---- Round numbers ------------------------------------------------------------------------------- */

/* whole * 10^power, rounded once where that is possible. */
static double scaled(int64_t whole, int32_t power) {
    if (whole == 0)
        return 0;
    return power >= -SAMEN__SCALE_POWER && power <= SAMEN__SCALE_POWER
               ? samen__scale((uint64_t)whole, power)
               : (double)whole * pow(10, power);
}

static void add_raised(samen__text *text, int32_t power) {
    static const char *const raised[] = {
        "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",     "\xE2\x81\xB4",
        "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};
    char digits[16];
    samen__text number = samen__text_fixed(digits, sizeof digits);
    samen__text_format(&number, "%d", power < 0 ? -power : power);
    samen__text_add_string(text, power < 0 ? "10\xE2\x81\xBB" : "10");
    for (int64_t i = 0; i < number.length; i++)
        samen__text_add_string(text, raised[digits[i] - '0']);
}

/* "2,500", "0.05", "3\xC2\xB710\xE2\x81\xB9". All numbers of one linear axis are written alike. */
static void add_label(const samen__axis *axis, double value, samen__text *text) {
    double by = axis->logarithmic ? value : axis->to;
    if (value > 0 && (by >= MANY || by < FEW)) {
        int32_t power = (int32_t)floor(log10(value) + 1e-9);
        double mantissa = value / scaled(1, power);
        if (fabs(mantissa - 1) > 1e-9) {
            samen__add_amount(text, axis->language, mantissa);
            samen__text_add_string(text, "\xC2\xB7");
        }
        add_raised(text, power);
    } else {
        samen__add_amount(text, axis->language, value);
    }
    if (axis->unit)
        samen__text_add_string(text, axis->unit);
}

static double label_width(const samen__axis *axis, double value) {
    char bytes[64];
    samen__text text = samen__text_fixed(bytes, sizeof bytes);
    add_label(axis, value, &text);
    return samen__measure_text(bytes, text.length, SAMEN__TYPE_SMALL, 0);
}

/* Do labels keep apart? Those of an axis that goes up stand one above the other. More ticks than are needed to read a
 * value are no help, but powers of ten all are. */
static int is_legible(const samen__axis *axis) {
    double least = axis->logarithmic ? 0 : fmin(fabs(axis->end - axis->start) / FEWEST_PARTS, WIDE);
    for (int32_t i = 0; i + 1 < axis->ticks; i++) {
        double apart = fabs(samen__axis_place(axis, axis->tick[i + 1]) -
                            samen__axis_place(axis, axis->tick[i]));
        double taken =
            axis->end < axis->start
                ? SAMEN__TYPE_SMALL
                : (label_width(axis, axis->tick[i]) + label_width(axis, axis->tick[i + 1])) / 2;
        if (apart < fmax(least, taken + LABEL_GAP))
            return 0;
    }
    return 1;
}

/* ---- Finding ticks ------------------------------------------------------------------------------- */

/* Ticks every round * 10^power, the last of them not below the largest value. 0 when that are too many. */
static int try_step(samen__axis *axis, double largest, int32_t round, int32_t power) {
    axis->ticks = 0;
    do {
        if (axis->ticks == SAMEN__MOST_TICKS)
            return 0;
        axis->tick[axis->ticks] = scaled((int64_t)axis->ticks * round, power);
    } while (axis->tick[axis->ticks++] < largest);
    axis->to = axis->tick[axis->ticks - 1];
    return 1;
}

static const int32_t round_numbers[] = {1, 2, 5};

double samen__axis_round(double least) {
    int32_t power = (int32_t)floor(log10(least)) - 1, i = 0;
    while (scaled(round_numbers[i % 3], power + i / 3) < least)
        i++;
    return scaled(round_numbers[i % 3], power + i / 3);
}

void samen__axis_linear(samen__axis *axis, double largest, int32_t whole) {
    largest = largest > 0 ? fmin(largest, LARGEST) : 1;
    axis->logarithmic = 0;
    axis->from = 0;
    int32_t power = (int32_t)floor(log10(largest)) - 1;
    if (whole && power < 0)
        power = 0;
    for (int32_t i = 0;; i++) {
        if (try_step(axis, largest, round_numbers[i % 3], power + i / 3) &&
            (is_legible(axis) || axis->ticks <= 2))
            return;
    }
}

void samen__axis_logarithmic(samen__axis *axis, double smallest, double largest) {
    int32_t low = (int32_t)floor(log10(smallest));
    axis->logarithmic = 1;
    axis->from = scaled(1, low);
    axis->to = fmax(samen__axis_round(largest), scaled(1, low + 1));
    for (int32_t step = 1; step == 1 || (!is_legible(axis) && axis->ticks > 2); step++) {
        axis->ticks = 0;
        for (int32_t power = low; scaled(1, power) <= axis->to && axis->ticks < SAMEN__MOST_TICKS;
             power += step)
            axis->tick[axis->ticks++] = scaled(1, power);
    }
}

double samen__axis_place(const samen__axis *axis, double value) {
    double inside = fmin(fmax(value, axis->from), axis->to);
    double part = axis->logarithmic ? log(inside / axis->from) / log(axis->to / axis->from)
                                    : inside / axis->to;
    return axis->start + (axis->end - axis->start) * part;
}

double samen__axis_widest(const samen__axis *axis) {
    double widest = 0;
    for (int32_t i = 0; i < axis->ticks; i++)
        widest = fmax(widest, label_width(axis, axis->tick[i]));
    return widest;
}

/* ---- Drawing ------------------------------------------------------------------------------------- */

double samen__axis_height(void) {
    return LABEL_GAP / 2 + SAMEN__TYPE_SMALL;
}

static void draw_labels(const samen__axis *axis, samen__surface *surface, double at) {
    int upright = axis->end < axis->start;
    const samen__lettering letters = {.size = SAMEN__TYPE_SMALL,
                                      .colour = SAMEN__INK_LIGHT,
                                      .anchor = upright ? SAMEN__ANCHOR_END : SAMEN__ANCHOR_MIDDLE};
    for (int32_t i = 0; i < axis->ticks; i++) {
        char bytes[64];
        samen__text text = samen__text_fixed(bytes, sizeof bytes);
        double place = samen__axis_place(axis, axis->tick[i]);
        add_label(axis, axis->tick[i], &text);
        if (upright)
            surface->text(surface, at - LABEL_GAP / 2,
                          place + SAMEN__TYPE_SMALL * SAMEN__TYPE_MIDDLE, bytes, text.length,
                          &letters);
        else
            surface->text(surface, place,
                          at + LABEL_GAP / 2 + SAMEN__TYPE_SMALL * SAMEN__TYPE_ASCENT, bytes,
                          text.length, &letters);
    }
}

/* The line at the first tick is what lengths are measured from, and darker. */
static void draw_axis(const samen__axis *axis, samen__surface *surface, samen__trace *path,
                      double one, double other, double labels) {
    const samen__pen pale = samen__lined(SAMEN__RULE, LINE_WIDTH),
                     dark = samen__lined(SAMEN__INK_LIGHT, LINE_WIDTH);
    int upright = axis->end < axis->start;
    samen__trace_clear(path);
    for (int32_t i = axis->ticks - 1; i >= 0; i--) {
        double place = samen__axis_place(axis, axis->tick[i]);
        if (i == 0) {
            surface->path(surface, path, &pale, NULL);
            samen__trace_clear(path);
        }
        samen__trace_move(path, upright ? one : place, upright ? place : one);
        samen__trace_line(path, upright ? other : place, upright ? place : other);
    }
    surface->path(surface, path, &dark, NULL);
    draw_labels(axis, surface, labels);
}

void samen__axis_below(const samen__axis *axis, samen__surface *surface, samen__trace *path,
                       double top, double bottom) {
    draw_axis(axis, surface, path, top, bottom, bottom);
}

void samen__axis_left(const samen__axis *axis, samen__surface *surface, samen__trace *path,
                      double left, double right) {
    draw_axis(axis, surface, path, left, right, left);
}
