/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours that can be told apart by colour-blind readers and in grey print, each with a second sign that does
 * without colour: forms have a line pattern, groups the shape of a mark. Their order is none of merit: neither
 * lightness nor warmth rises with it. */
#ifndef SAMEN_DRAW_PALETTE_H
#define SAMEN_DRAW_PALETTE_H

#include <stdint.h>

enum {
    SAMEN__COLOURS = 8,
    SAMEN__PATTERNS = 8,
    SAMEN__SHAPES = 8,
    SAMEN__SHADES = 5,
    SAMEN__MOST_DASHES = 6
};

/* Of texts, outlines, and what is no form or group. */
enum {
    SAMEN__INK = 0x1f2933,
    SAMEN__INK_LIGHT = 0x52606d,
    SAMEN__RULE = 0xc4ccd4,
    SAMEN__PAPER = 0xffffff,
    SAMEN__NO_GROUP = 0xd9dee3,
    SAMEN__PLAIN = 0x9fb8d0,     /* marks where there are no groups */
    SAMEN__BLOCK = 0xc4ccd4,     /* the densest block of a matrix, under cells */
    SAMEN__BLOCK_DARK = 0x93a3b3 /* and under a number */
};

/* Of form number `form` of the typology: all 64 differ in colour or pattern, the first eight in both. */
uint32_t samen__form_colour(int32_t form);
int32_t samen__form_pattern(int32_t form);

/* The same colour for areas: so pale that letters of ink on it have a contrast of 4.5. */
uint32_t samen__form_tint(int32_t form);

/* Lengths of dash, gap, dash, ... in millimetres, of a line of that width; how many they are, 0 for an unbroken one. */
int32_t samen__dashes(int32_t pattern, double width, double dash[SAMEN__MOST_DASHES]);

/* The fill of marks of a group, 0 to SAMEN__COLOURS - 1; they have an outline of ink. */
uint32_t samen__group_colour(int32_t group);

/* The shape of group number `group`: see draw/marks.h. */
int32_t samen__group_shape(int32_t group);

/* A grey for how much there is of something: the more, the darker. */
uint32_t samen__shade(int32_t shade);

#endif
