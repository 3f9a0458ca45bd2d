/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building text: growing or fixed, independent of locale, never cutting a character in two. */
#ifndef SAMEN_CORE_TEXT_H
#define SAMEN_CORE_TEXT_H

#include <stdarg.h>
#include <stdint.h>

#include "core/error.h"
#include "samen/core.h"

typedef struct samen__text {
    char *bytes; /* NUL-terminated once anything was added */
    int64_t length;
    int64_t capacity;
    int32_t fixed;  /* bytes belong to the caller and what does not fit is dropped */
    int32_t failed; /* memory ran out; everything after is dropped */
    int32_t raw;    /* what %s prints is added as it is: no person reads it */
} samen__text;

samen__text samen__text_growing(void);
samen__text samen__text_fixed(char *bytes, int64_t capacity);

void samen__text_add(samen__text *text, const char *bytes, int64_t length);
void samen__text_add_string(samen__text *text, const char *string);
void samen__text_add_byte(samen__text *text, char byte);
void samen__text_add_repeated(samen__text *text, char byte, int64_t count);

/* The shortest decimal that reads back as the same double. */
void samen__text_add_number(samen__text *text, double value);

/* Data shown to a person: control characters, bidirectional controls and other invisible characters
 * appear as \u{...}, so that a name cannot steer a terminal or hide in a message. At most
 * `most` characters, then an ellipsis; 0 is no limit. */
void samen__text_add_visible(samen__text *text, const char *bytes, int64_t length, int64_t most);

/* A small printf: %s %.*s %c %d %u %ld %lu %zu %g %%. %g is the shortest decimal of a double. What %s
 * prints is shown as samen__text_add_visible shows it, unless the text is raw. No width or flags. */
void samen__text_vformat(samen__text *text, const char *format, va_list arguments);
void samen__text_format(samen__text *text, const char *format, ...) SAMEN__FORMAT(2, 3);

/* "organisation" for 1, "organisations" for any other count. */
const char *samen__plural(int64_t count, const char *one, const char *many);

/* Hand the bytes of a growing text over to the caller, or fail when memory ran out on the way. */
samen_status samen__text_take(samen__text *text, char **out, int64_t *length, samen_error *err);

void samen__text_free(samen__text *text);

#endif
