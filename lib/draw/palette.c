/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours were found by a search for eight whose least difference in Oklab, over normal sight and Machado's
 * simulations of protanopia, deuteranopia and tritanopia (doi 10.1109/TVCG.2009.113), is large, starting from
 * hues as Okabe and Ito chose them; lines keep a contrast of 3 to white paper. tests/unit/draw/palette.c
 * computes it anew. */
#include "draw/palette.h"

static const uint32_t lines[SAMEN__COLOURS] = {0x024cb5, 0xc46f00, 0x168a6f, 0x5e1f83,
                                               0x418ff6, 0x862334, 0x0f2d53, 0xc52925};

static const uint32_t fills[SAMEN__COLOURS] = {0x66dbff, 0xf0b935, 0x90c1a0, 0xcb7f9e,
                                               0xf9d8cf, 0xb999f3, 0xff7654, 0xcafe9d};

#define DASH_LEAST  0.16
#define DASH_GROWTH 0.5

#define TINT 45u /* per cent of the colour; the rest is paper */

static const struct {
    int32_t lengths;
    double length[SAMEN__MOST_DASHES];
} patterns[SAMEN__PATTERNS] = {
    {0, {0}},        {2, {6, 2.5}},
    {2, {1.4, 1.8}}, {4, {7, 2, 1.4, 2}},
    {2, {3, 1.6}},   {6, {8, 1.8, 1.4, 1.8, 1.4, 1.8}},
    {2, {12, 3}},    {4, {4, 1.6, 1.6, 1.6}},
};

static const uint32_t shades[SAMEN__SHADES] = {0xd3dae1, 0xa9b5c1, 0x7f8e9d, 0x52606d, 0x1f2933};

uint32_t samen__form_colour(int32_t form) {
    return lines[form % SAMEN__COLOURS];
}

uint32_t samen__form_tint(int32_t form) {
    uint32_t colour = samen__form_colour(form), tint = 0;
    for (int32_t shift = 0; shift < 24; shift += 8) {
        uint32_t part = colour >> shift & 255;
        tint |= (TINT * part + (100 - TINT) * 255u) / 100 << shift;
    }
    return tint;
}

/* In the second eight every colour has the next pattern, in the third the one after that. */
int32_t samen__form_pattern(int32_t form) {
    return (form + form / SAMEN__COLOURS) % SAMEN__PATTERNS;
}

/* Dashes grow slower than the line: those of thin ones can still be seen, those of thick ones are no blocks. */
int32_t samen__dashes(int32_t pattern, double width, double dash[SAMEN__MOST_DASHES]) {
    for (int32_t i = 0; i < patterns[pattern].lengths; i++)
        dash[i] = patterns[pattern].length[i] * (DASH_LEAST + DASH_GROWTH * width);
    return patterns[pattern].lengths;
}

uint32_t samen__group_colour(int32_t group) {
    return fills[group % SAMEN__COLOURS];
}

int32_t samen__group_shape(int32_t group) {
    return group % SAMEN__SHAPES;
}

uint32_t samen__shade(int32_t shade) {
    return shades[shade];
}
