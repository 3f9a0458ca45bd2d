/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samen/draw.h"

#include "core/file.h"
#include "core/memory.h"
#include "draw/registry.h"
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

samen_status samen_draw(const samen_view *view, const char *kind, const char *options,
                        const samen_run *run, char **out, int64_t *length, samen_error *err) {
    static const samen__draw_places place = {.view = 1, .kind = 2, .options = 3, .run = 4};
    samen__svg svg;
    if (!out)
        return samen__fail_argument(err, 5, "out is NULL");
    samen__svg_start(&svg);
    samen_status status = samen__draw_on(view, kind, options, run, &place, &svg.surface, err);
    if (status == SAMEN_OK)
        status = samen__svg_take(&svg, out, length, err);
    samen__svg_free(&svg);
    return status;
}

samen_status samen_draw_write(const samen_view *view, const char *kind, const char *options,
                              const samen_run *run, const char *path, int32_t overwrite,
                              samen_error *err) {
    static const samen__draw_places place = {.view = 1, .kind = 2, .options = 3, .run = 4};
    char *bytes = NULL, *aside = NULL;
    int64_t length = 0;
    samen__svg svg;
    if (!path || !*path)
        return samen__fail_argument(err, 5, "path is NULL or empty");
    if (overwrite != 0 && overwrite != 1)
        return samen__fail_argument(err, 6, "overwrite must be 0 or 1");
    samen__svg_start(&svg);
    samen_status status = samen__draw_on(view, kind, options, run, &place, &svg.surface, err);
    if (status == SAMEN_OK)
        status = samen__svg_take(&svg, &bytes, &length, err);
    if (status == SAMEN_OK)
        status = samen__file_aside(path, bytes, length, &aside, err);
    if (status == SAMEN_OK)
        status = samen__file_commit(&aside, path, overwrite, err);
    samen__delete(bytes);
    samen__svg_free(&svg);
    return status;
}
