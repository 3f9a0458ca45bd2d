/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of a view as PNG and PDF, by Cairo. Of a library of its own, libsamen-draw, so that libsamen needs no
 * Cairo: samen/samen.h does not include this header, and pkg-config samen-draw or find_package(samen COMPONENTS
 * draw) gives the library. */
#ifndef SAMEN_DRAW_CAIRO_H
#define SAMEN_DRAW_CAIRO_H

#include "samen/core.h"
#include "samen/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Formats. */
enum {
    SAMEN_DRAW_CAIRO_BY_NAME =
        0,                    /**< by the ending of the file's name; PNG where there is no file */
    SAMEN_DRAW_CAIRO_PNG = 1, /**< an image */
    SAMEN_DRAW_CAIRO_PDF = 2  /**< a page of lines and text */
};

/** Limits. */
enum {
    SAMEN_DRAW_CAIRO_DEFAULT_DPI = 300,       /**< dots per inch where none are given */
    SAMEN_DRAW_CAIRO_MOST_SIDE = 32767,       /**< pixels that an image may be wide or high */
    SAMEN_DRAW_CAIRO_MOST_PIXELS = 200000000, /**< pixels that an image may have */
    SAMEN_DRAW_CAIRO_MOST_LINES =
        10000 /**< lines that a group may have to be lines in a PDF; one of more
                                                    becomes an image */
};

/** How a picture comes out. Zero is every field's default. */
typedef struct samen_draw_cairo_options {
    uint32_t struct_size; /**< sizeof(samen_draw_cairo_options) */
    uint32_t format;      /**< SAMEN_DRAW_CAIRO_PNG or another; default SAMEN_DRAW_CAIRO_BY_NAME */
    uint32_t
        dpi; /**< dots per inch of a PNG, and of what is an image in a PDF: 30 to 2400; default 300 */
    uint32_t overwrite; /**< 1: a file that is there may be replaced */
} samen_draw_cairo_options;

/**
 * Draw a view as PNG or PDF. The same view, options and seed give the same bytes, whatever the number of threads, as
 * long as Cairo and the fonts of the machine are the same.
 * @param view what to draw
 * @param kind as "sociogram"; samen_draw_describe() lists them
 * @param options as text, as for samen_draw(), or NULL
 * @param output format and resolution, or NULL
 * @param run threads, seed, progress and cancelling, or NULL
 * @param out the picture, to be freed by the caller with samen_draw_cairo_free()
 * @param length its length in bytes
 * @param err what went wrong, or NULL; SAMEN_ERR_LIMIT when an image would have too many pixels
 * Complexity: the kind's, see docs/drawing.md, and O(pixels). Since 0.1.
 */
SAMEN_API samen_status samen_draw_cairo(const samen_view *view, const char *kind,
                                        const char *options, const samen_draw_cairo_options *output,
                                        const samen_run *run, uint8_t **out, int64_t *length,
                                        samen_error *err);

/**
 * Draw a view into a file, PNG or PDF: all of it, or none.
 * @param view what to draw
 * @param kind as "sociogram"
 * @param options as text, as for samen_draw(), or NULL
 * @param output format, resolution, and whether a file may be replaced, or NULL
 * @param run threads, seed, progress and cancelling, or NULL
 * @param path the file; its ending, .png or .pdf, says the format where output does not
 * @param err SAMEN_ERR_EXISTS when the file is there and overwrite is 0
 * Complexity: as samen_draw_cairo(). Since 0.1.
 */
SAMEN_API samen_status samen_draw_cairo_write(const samen_view *view, const char *kind,
                                              const char *options,
                                              const samen_draw_cairo_options *output,
                                              const samen_run *run, const char *path,
                                              samen_error *err);

/** Give back what samen_draw_cairo() made. NULL is allowed. Since 0.1. */
SAMEN_API void samen_draw_cairo_free(void *picture);

#ifdef __cplusplus
}
#endif

#endif
