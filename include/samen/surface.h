/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a picture is drawn on, for programs that draw it themselves: on a printer, a window, a device of R, a canvas
 * of HTML. samen_draw_on() takes one. Lengths are millimetres, places are counted from the upper left corner to the
 * right and down, colours are 0xRRGGBB, the paper is white.
 *
 * What stands in the structs is there during the call only. Their struct_size says how much of them the library has
 * filled: it grows with later versions, and what lies beyond it is not there. Every function of a surface returns 0
 * to go on. Anything else stops the drawing, samen_draw_on() gives SAMEN_ERR_CANCELLED, and the surface is not
 * called again; why, it keeps by itself. Like a samen_progress it may call the library, but must return. */
#ifndef SAMEN_SURFACE_H
#define SAMEN_SURFACE_H

#include "samen/core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** In place of a colour. */
enum {
    SAMEN_SURFACE_NO_COLOUR = -1 /**< not filled, or without a line */
};

/** The steps of a path, as letters of ASCII: those of a path in SVG, with absolute places. */
enum {
    SAMEN_SURFACE_MOVE = 77, /**< M: begin at a place */
    SAMEN_SURFACE_LINE = 76, /**< L: straight to a place */
    SAMEN_SURFACE_CURVE =
        67, /**< C: by a cubic Bezier curve; two places that steer, and where it ends */
    SAMEN_SURFACE_CLOSE = 90 /**< Z: back to the beginning; no place */
};

/** Which part of a text stands at its place. */
enum {
    SAMEN_SURFACE_START = 0,  /**< its beginning */
    SAMEN_SURFACE_MIDDLE = 1, /**< its middle */
    SAMEN_SURFACE_END = 2     /**< its end */
};

/** The page. */
typedef struct samen_surface_page {
    uint32_t struct_size;    /**< how much the library has filled */
    uint32_t reserved;       /**< 0 */
    double width;            /**< in millimetres */
    double height;           /**< in millimetres */
    const char *title;       /**< what stands above the picture */
    const char *description; /**< for who does not see it */
    const char *language;    /**< of the words: "en" or "nl" */
} samen_surface_page;

/**
 * How a path or circle is drawn: first filled, by the non-zero winding rule (what is gone round the other way is a
 * hole), then its line. Lines end where they end and have round corners.
 */
typedef struct samen_surface_pen {
    uint32_t struct_size; /**< how much the library has filled */
    int32_t fill;         /**< 0xRRGGBB, or SAMEN_SURFACE_NO_COLOUR */
    int32_t line;         /**< 0xRRGGBB, or SAMEN_SURFACE_NO_COLOUR */
    int32_t dashes;       /**< how many lengths there are; 0: the line is unbroken */
    const double *dash;   /**< lengths of dash, gap, dash, ..., repeated; an even number of them */
    double width;         /**< of the line */
    double opacity;       /**< above 0, up to 1: of fill and line together */
} samen_surface_pen;

/** A path. */
typedef struct samen_surface_path {
    uint32_t struct_size; /**< how much the library has filled */
    uint32_t reserved;    /**< 0 */
    const uint8_t *step;  /**< SAMEN_SURFACE_MOVE and so on, one byte each */
    int64_t steps;        /**< how many */
    const double *at;     /**< x and y of the steps' places, one behind the other */
    int64_t places;       /**< how many; twice as many numbers */
} samen_surface_path;

/** How a text is set, in a sans-serif letter. */
typedef struct samen_surface_lettering {
    uint32_t struct_size; /**< how much the library has filled */
    int32_t colour;       /**< 0xRRGGBB */
    int32_t anchor;       /**< SAMEN_SURFACE_START, _MIDDLE or _END */
    int32_t bold;         /**< 1: bold */
    double size;          /**< of the letter, as fonts count it */
    double halo; /**< width of a line of white drawn around the letters before them; 0: none */
    double turn; /**< degrees, clockwise, around its place */
    double room; /**< the width that is kept for the text: what is wider must be made narrower */
} samen_surface_lettering;

/**
 * The page begins: once, before anything else.
 * @param payload that of the surface
 * @param page its size and words
 * @return 0 to go on
 */
typedef int32_t (*samen_surface_begin_page)(void *payload, const samen_surface_page *page);

/**
 * What follows, up to the end of the group, belongs together. Groups may stand in groups.
 * @param payload that of the surface
 * @param title what is told of all of it to who points at it or listens; NULL: nothing
 * @param opacity above 0, up to 1: of all of it as a whole, as if it were drawn apart and then put here
 * @return 0 to go on
 */
typedef int32_t (*samen_surface_begin_group)(void *payload, const char *title, double opacity);

/**
 * A group or the page ends.
 * @param payload that of the surface
 * @return 0 to go on
 */
typedef int32_t (*samen_surface_end)(void *payload);

/**
 * A path is drawn.
 * @param payload that of the surface
 * @param path where
 * @param pen how
 * @param title what is told of it to who points at it or listens; NULL: nothing
 * @return 0 to go on
 */
typedef int32_t (*samen_surface_add_path)(void *payload, const samen_surface_path *path,
                                          const samen_surface_pen *pen, const char *title);

/**
 * A circle is drawn.
 * @param payload that of the surface
 * @param x of its middle
 * @param y of its middle
 * @param radius up to the middle of its line
 * @param pen how
 * @param title what is told of it to who points at it or listens; NULL: nothing
 * @return 0 to go on
 */
typedef int32_t (*samen_surface_add_circle)(void *payload, double x, double y, double radius,
                                            const samen_surface_pen *pen, const char *title);

/**
 * A text is drawn, in one line.
 * @param payload that of the surface
 * @param x of its place
 * @param y of its place: of the line that letters stand on
 * @param text UTF-8, ends with NUL; what cannot be seen stands in it as \u{...}, what is no character as U+FFFD
 * @param lettering how
 * @return 0 to go on
 */
typedef int32_t (*samen_surface_add_text)(void *payload, double x, double y, const char *text,
                                          const samen_surface_lettering *lettering);

/** A surface. A function that is NULL is not called: what it would have been told is left out. */
typedef struct samen_surface {
    uint32_t struct_size;                  /**< sizeof(samen_surface) */
    uint32_t reserved;                     /**< 0 */
    void *payload;                         /**< handed to its functions */
    samen_surface_begin_page begin_page;   /**< the page begins */
    samen_surface_end end_page;            /**< the page ends: the picture is whole */
    samen_surface_begin_group begin_group; /**< a group begins */
    samen_surface_end end_group;           /**< the group that began last ends */
    samen_surface_add_path add_path;       /**< a path */
    samen_surface_add_circle add_circle;   /**< a circle */
    samen_surface_add_text add_text;       /**< a text */
} samen_surface;

#ifdef __cplusplus
}
#endif

#endif
