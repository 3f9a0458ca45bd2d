/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of a view, as SVG: text that is text, a name for every mark, no scripts, nothing from outside. */
#ifndef SAMEN_DRAW_H
#define SAMEN_DRAW_H

#include "samen/core.h"
#include "samen/surface.h"
#include "samen/table.h"
#include "samen/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Draw a view. The same view, options and seed give the same bytes, whatever the number of threads.
 * @param view what to draw
 * @param kind as "sociogram"; samen_draw_describe() lists them
 * @param options as text: "group=sector; size=betweenness; language=nl"; a value with a semicolon, a line end
 *        or a quote stands in double quotes; NULL or "" for every default
 * @param run threads, seed, progress and cancelling, or NULL
 * @param out the picture, UTF-8 and NUL-terminated, to be given back with samen_free()
 * @param length its length in bytes; may be NULL
 * @param err what went wrong, or NULL
 * Complexity: the kind's, see docs/drawing.md. Since 0.1.
 */
SAMEN_API samen_status samen_draw(const samen_view *view, const char *kind, const char *options,
                                  const samen_run *run, char **out, int64_t *length,
                                  samen_error *err);

/**
 * Draw a view into a file: all of it, or none.
 * @param view what to draw
 * @param kind as "sociogram"
 * @param options as for samen_draw(), or NULL
 * @param run threads, seed, progress and cancelling, or NULL
 * @param path the file; not one of another format by its ending, .png or .pdf
 * @param overwrite 1: a file that is there is replaced; 0: it is an error
 * @param err what went wrong, or NULL
 * Complexity: the kind's, see docs/drawing.md. Since 0.1.
 */
SAMEN_API samen_status samen_draw_write(const samen_view *view, const char *kind,
                                        const char *options, const samen_run *run, const char *path,
                                        int32_t overwrite, samen_error *err);

/**
 * Draw a view on a surface of the caller's. What it is told is the same whatever the number of threads.
 * @param view what to draw
 * @param kind as "sociogram"
 * @param options as for samen_draw(), or NULL
 * @param run threads, seed, progress and cancelling, or NULL
 * @param surface what to draw on; called from the thread that made the call
 * @param err what went wrong, or NULL; SAMEN_ERR_CANCELLED when the surface stopped the drawing
 * Complexity: the kind's, see docs/drawing.md. Since 0.1.
 */
SAMEN_API samen_status samen_draw_on(const samen_view *view, const char *kind, const char *options,
                                     const samen_run *run, const samen_surface *surface,
                                     samen_error *err);

/**
 * All kinds of pictures: kind, title, summary, since.
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL. Since 0.1.
 */
SAMEN_API samen_status samen_draw_describe(samen_table **out, samen_error *err);

/**
 * The options of a kind: kind, option, type (yes-no, choice, count, number, text, forms, list), default,
 * minimum, maximum, choices, required, since, help.
 * @param kind as "sociogram"; NULL for those of all kinds
 * @param out the table, to be freed by the caller
 * @param err SAMEN_ERR_UNKNOWN with the nearest kind. Since 0.1.
 */
SAMEN_API samen_status samen_draw_describe_options(const char *kind, samen_table **out,
                                                   samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
