/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door: arguments checked, libsamen asked to draw on a canvas, what came of it handed over. */
#include "samen/draw_cairo.h"

#include <stdlib.h>
#include <string.h>

#include "draw-cairo/canvas.h"
#include "draw-cairo/complain.h"
#include "samen/draw.h"
#include "samen/io.h"

enum { LEAST_DPI = 30, MOST_DPI = 2400, MOST_STRUCT = 65536 };

/* Where the arguments stand that libsamen may blame: its run is the fourth of its own call. */
enum { OUTPUT = 4, RUN = 5, RUN_OF_SAMEN = 4 };

/* A struct of any version: an older one is filled up with zeros, a newer one may have only zeros beyond. */
static samen_status copy_options(const samen_draw_cairo_options *given,
                                 samen_draw_cairo_options *copy, samen_error *err) {
    *copy = (samen_draw_cairo_options){0};
    if (!given)
        return SAMEN_OK;
    uint32_t size = given->struct_size;
    if (size < sizeof size || size > MOST_STRUCT)
        return samen__complain(
            err, SAMEN_ERR_ARGUMENT, OUTPUT,
            "struct_size of the samen_draw_cairo_options is %u; set it to sizeof the struct", size);
    for (uint32_t i = sizeof *copy; i < size; i++) {
        if (((const char *)given)[i])
            return samen__complain(
                err, SAMEN_ERR_ARGUMENT, OUTPUT,
                "the samen_draw_cairo_options sets a field that this version (%s) does "
                "not know",
                samen_version());
    }
    memcpy(copy, given, size < sizeof *copy ? size : sizeof *copy);
    return SAMEN_OK;
}

static samen_status settle(const samen_draw_cairo_options *given, samen_draw_cairo_options *copy,
                           samen_error *err) {
    samen_status status = copy_options(given, copy, err);
    if (status != SAMEN_OK)
        return status;
    if (copy->format > SAMEN_DRAW_CAIRO_PDF)
        return samen__complain(err, SAMEN_ERR_ARGUMENT, OUTPUT,
                               "format is %u; give 1 for PNG, 2 for PDF", copy->format);
    if (copy->dpi == 0)
        copy->dpi = SAMEN_DRAW_CAIRO_DEFAULT_DPI;
    if (copy->dpi < LEAST_DPI || copy->dpi > MOST_DPI)
        return samen__complain(err, SAMEN_ERR_ARGUMENT, OUTPUT, "dpi is %u; give %d to %d",
                               copy->dpi, LEAST_DPI, MOST_DPI);
    if (copy->overwrite > 1)
        return samen__complain(err, SAMEN_ERR_ARGUMENT, OUTPUT, "overwrite must be 0 or 1");
    return SAMEN_OK;
}

/* What libsamen reports when the canvas stopped it is why the canvas did. */
static samen_status report(const samen__canvas *canvas, const samen_error *failure,
                           samen_error *err) {
    const samen_error *why = canvas->error.code ? &canvas->error : failure;
    if (err) {
        *err = *why;
        if (err->argument == RUN_OF_SAMEN)
            err->argument = RUN;
    }
    return why->code;
}

static samen_status draw(const samen_view *view, const char *kind, const char *options,
                         const samen_draw_cairo_options *output, const samen_run *run,
                         samen__bytes *out, samen_error *err) {
    samen__canvas canvas = {.format = output->format, .dpi = output->dpi};
    samen_surface surface = samen__canvas_surface(&canvas);
    samen_error failure = {0};
    samen_status status = samen_draw_on(view, kind, options, run, &surface, &failure);
    if (status != SAMEN_OK) {
        status = report(&canvas, &failure, err);
    } else {
        *out = canvas.bytes;
        canvas.bytes = (samen__bytes){0};
    }
    samen__canvas_free(&canvas);
    return status;
}

samen_status samen_draw_cairo(const samen_view *view, const char *kind, const char *options,
                              const samen_draw_cairo_options *output, const samen_run *run,
                              uint8_t **out, int64_t *length, samen_error *err) {
    samen_draw_cairo_options settled;
    samen__bytes bytes = {0};
    if (!out)
        return samen__complain(err, SAMEN_ERR_ARGUMENT, 6, "out is NULL");
    if (!length)
        return samen__complain(err, SAMEN_ERR_ARGUMENT, 7, "length is NULL");
    samen_status status = settle(output, &settled, err);
    if (status == SAMEN_OK && settled.format == SAMEN_DRAW_CAIRO_BY_NAME)
        settled.format = SAMEN_DRAW_CAIRO_PNG;
    if (status == SAMEN_OK)
        status = draw(view, kind, options, &settled, run, &bytes, err);
    if (status != SAMEN_OK)
        return status;
    *out = bytes.byte;
    *length = bytes.length;
    return SAMEN_OK;
}

/* Whatever the case of its letters. */
static int ends_in(const char *path, const char *ending) {
    size_t length = strlen(path), last = strlen(ending);
    if (length < last)
        return 0;
    for (size_t i = 0; i < last; i++) {
        char letter = path[length - last + i];
        if (letter != ending[i] && (letter < 'A' || letter > 'Z' || letter + 32 != ending[i]))
            return 0;
    }
    return 1;
}

static uint32_t format_of(const char *path) {
    return ends_in(path, ".png")   ? SAMEN_DRAW_CAIRO_PNG
           : ends_in(path, ".pdf") ? SAMEN_DRAW_CAIRO_PDF
                                   : SAMEN_DRAW_CAIRO_BY_NAME;
}

samen_status samen_draw_cairo_write(const samen_view *view, const char *kind, const char *options,
                                    const samen_draw_cairo_options *output, const samen_run *run,
                                    const char *path, samen_error *err) {
    samen_draw_cairo_options settled;
    samen__bytes bytes = {0};
    if (!path || !*path)
        return samen__complain(err, SAMEN_ERR_ARGUMENT, 6, "path is NULL or empty");
    samen_status status = settle(output, &settled, err);
    if (status == SAMEN_OK && settled.format == SAMEN_DRAW_CAIRO_BY_NAME) {
        settled.format = format_of(path);
        if (settled.format == SAMEN_DRAW_CAIRO_BY_NAME)
            status =
                samen__complain(err, SAMEN_ERR_ARGUMENT, 6,
                                "path ends neither in .png nor in .pdf; let it, or set format");
    }
    if (status == SAMEN_OK)
        status = draw(view, kind, options, &settled, run, &bytes, err);
    if (status == SAMEN_OK) {
        status =
            samen_io_write_bytes(bytes.byte, bytes.length, path, (int32_t)settled.overwrite, err);
        if (status != SAMEN_OK && err && err->argument != 0)
            err->argument = 6; /* of this call */
    }
    samen__bytes_free(&bytes);
    return status;
}

void samen_draw_cairo_free(void *picture) {
    free(picture);
}
