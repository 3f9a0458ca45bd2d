/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling the caller's error struct, as core/error.h does inside libsamen. */
#ifndef SAMEN_DRAW_CAIRO_COMPLAIN_H
#define SAMEN_DRAW_CAIRO_COMPLAIN_H

#include <cairo.h>

#include "samen/core.h"

/* `argument` is the place of the argument to blame, or 0. Returns the code. */
samen_status samen__complain(samen_error *err, samen_status code, int32_t argument,
                             const char *format, ...) __attribute__((format(printf, 4, 5)));

samen_status samen__complain_memory(samen_error *err);

/* What Cairo reports: SAMEN_OK when that is a success. */
samen_status samen__complain_cairo(samen_error *err, cairo_status_t status);

#endif
