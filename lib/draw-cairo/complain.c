/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-cairo/complain.h"

#include <stdarg.h>
#include <stdio.h>

samen_status samen__complain(samen_error *err, samen_status code, int32_t argument,
                             const char *format, ...) {
    if (!err)
        return code;
    va_list list;
    *err = (samen_error){.code = code, .argument = argument, .row = -1, .column = -1};
    va_start(list, format);
    (void)vsnprintf(err->message, sizeof err->message, format, list);
    va_end(list);
    return code;
}

samen_status samen__complain_memory(samen_error *err) {
    return samen__complain(err, SAMEN_ERR_MEMORY, 0, "memory ran out");
}

samen_status samen__complain_cairo(samen_error *err, cairo_status_t status) {
    if (status == CAIRO_STATUS_SUCCESS)
        return SAMEN_OK;
    if (status == CAIRO_STATUS_NO_MEMORY)
        return samen__complain_memory(err);
    return samen__complain(err, SAMEN_ERR_ENGINE, 0, "Cairo cannot draw this picture: %s",
                           cairo_status_to_string(status));
}
