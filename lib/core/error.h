/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling the caller's error struct: one sentence, cut at a whole character when it is too long. */
#ifndef SAMEN_CORE_ERROR_H
#define SAMEN_CORE_ERROR_H

#include "samen/core.h"

#if defined(__GNUC__)
#define SAMEN__FORMAT(text, first) __attribute__((format(printf, text, first)))
#else
#define SAMEN__FORMAT(text, first)
#endif

/* The formats are those of samen__text_vformat in core/text.h. Each returns its code, so that a
 * failing function can end in `return samen__fail(...)`. */
samen_status samen__fail(samen_error *err, samen_status code, const char *format, ...)
    SAMEN__FORMAT(3, 4);

/* An argument of the public function is wrong; `argument` is its 1-based place. */
samen_status samen__fail_argument(samen_error *err, int32_t argument, const char *format, ...)
    SAMEN__FORMAT(3, 4);

/* A cell of the data is wrong. */
samen_status samen__fail_cell(samen_error *err, samen_status code, int64_t row, int64_t column,
                              const char *format, ...) SAMEN__FORMAT(5, 6);

samen_status samen__fail_memory(samen_error *err);

/* What became of the file that an argument names: a failure of the system is about that argument, unless it is about
 * another already. Returns the status. */
samen_status samen__fail_path(samen_error *err, samen_status status, int32_t argument);

/* A copy of what another call reported, for handing an error from a worker to the caller. */
samen_status samen__fail_as(samen_error *err, const samen_error *other);

#endif
