/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <samen/draw_cairo.h>
#include <stddef.h>

#include "picture.h"

int cairo_is_there(void) {
    return 1;
}

samen_status cairo_draw(const picture *p, const samen_run *run, char **out, int64_t *length,
                        samen_error *error) {
    const samen_draw_cairo_options output = {
        .struct_size = sizeof output,
        .format = p->format == PICTURE_PNG ? SAMEN_DRAW_CAIRO_PNG : SAMEN_DRAW_CAIRO_PDF,
        .dpi = (uint32_t)p->dpi,
        .overwrite = (uint32_t)p->overwrite};
    uint8_t *bytes = NULL;
    if (p->file)
        return samen_draw_cairo_write(p->view, p->kind, p->options, &output, run, p->file, error);
    samen_status status =
        samen_draw_cairo(p->view, p->kind, p->options, &output, run, &bytes, length, error);
    *out = (char *)bytes;
    return status;
}

void cairo_free(char *out) {
    samen_draw_cairo_free(out);
}
