/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samen/draw.h"

#include <string.h>

#include "core/error.h"
#include "core/file.h"
#include "core/memory.h"
#include "draw/registry.h"
#include "draw/relay.h"
#include "draw/svg.h"

/* `options` is a struct of the right size, not yet settled. */
static samen_status draw_checked(samen__draw_call *call, void *options, const samen_run *run,
                                 const samen__draw_places *place, samen_error *err) {
    samen_status status =
        samen__options_settle(&call->drawing->options, options, place->options, err);
    if (status == SAMEN_OK)
        status = samen__run_prepare(run, place->run, &call->run, err);
    if (status == SAMEN_OK)
        status = samen__view_pairs(call->view, &call->run, &call->pairs, err);
    if (status == SAMEN_OK)
        status = call->drawing->draw(call, err);
    return status;
}

samen_status samen__draw_on(const samen_view *view, const char *kind, const char *options,
                            const samen_run *run, const samen__draw_places *place,
                            samen__surface *surface, samen_error *err) {
    void *storage = NULL;
    if (!view)
        return samen__fail_argument(err, place->view, "view is NULL");
    const samen__drawing *drawing = samen__drawing_find(kind, place->kind, err);
    if (!drawing)
        return kind ? SAMEN_ERR_UNKNOWN : SAMEN_ERR_ARGUMENT;
    void *copy = samen__new(1, drawing->options.size, err);
    if (!copy)
        return SAMEN_ERR_MEMORY;
    samen__draw_call call = {.drawing = drawing,
                             .view = view,
                             .options = copy,
                             .argument = place->options,
                             .surface = surface};
    samen_status status =
        samen__options_parse(&drawing->options, options, copy, samen__typology_read_mask,
                             view->network->typology, &storage, place->options, err);
    if (status == SAMEN_OK)
        status = draw_checked(&call, copy, run, place, err);
    samen__delete(storage);
    samen__delete(copy);
    return status;
}

/* Where the arguments of the public calls stand. */
static const samen__draw_places places = {.view = 1, .kind = 2, .options = 3, .run = 4};

samen_status samen_draw(const samen_view *view, const char *kind, const char *options,
                        const samen_run *run, char **out, int64_t *length, samen_error *err) {
    samen__svg svg;
    if (!out)
        return samen__fail_argument(err, 5, "out is NULL");
    samen__svg_start(&svg);
    samen_status status = samen__draw_on(view, kind, options, run, &places, &svg.surface, err);
    if (status == SAMEN_OK)
        status = samen__svg_take(&svg, out, length, err);
    samen__svg_free(&svg);
    return status;
}

samen_status samen_draw_on(const samen_view *view, const char *kind, const char *options,
                           const samen_run *run, const samen_surface *surface, samen_error *err) {
    samen__relay relay;
    samen_status status = samen__relay_start(&relay, surface, 5, err);
    if (status == SAMEN_OK)
        status = samen__draw_on(view, kind, options, run, &places, &relay.surface, err);
    return samen__relay_end(&relay, status, err);
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

samen_status samen_draw_write(const samen_view *view, const char *kind, const char *options,
                              const samen_run *run, const char *path, int32_t overwrite,
                              samen_error *err) {
    char *bytes = NULL;
    int64_t length = 0;
    samen__svg svg;
    if (!path || !*path)
        return samen__fail_argument(err, 5, "path is NULL or empty");
    if (overwrite != 0 && overwrite != 1)
        return samen__fail_argument(err, 6, "overwrite must be 0 or 1");
    if (ends_in(path, ".png") || ends_in(path, ".pdf"))
        return samen__fail_argument(err, 5,
                                    "%s: SVG is what is written here; for PNG and PDF there is "
                                    "samen_draw_cairo_write() of libsamen-draw",
                                    path);
    samen__svg_start(&svg);
    samen_status status = samen__draw_on(view, kind, options, run, &places, &svg.surface, err);
    if (status == SAMEN_OK)
        status = samen__svg_take(&svg, &bytes, &length, err);
    if (status == SAMEN_OK)
        status = samen__file_write(path, bytes, length, overwrite, err);
    samen__delete(bytes);
    samen__svg_free(&svg);
    return samen__fail_path(err, status, 5);
}
