/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options described as data: one description serves the typed struct, the text "name=value", the
 * checks of both, the provenance of the result and the documentation. */
#ifndef SAMEN_CORE_OPTIONS_H
#define SAMEN_CORE_OPTIONS_H

#include <stddef.h>
#include <stdint.h>

#include "core/text.h"
#include "samen/core.h"

typedef enum samen__option_type {
    SAMEN__OPTION_YES_NO, /* uint32_t, 0 or 1 */
    SAMEN__OPTION_CHOICE, /* uint32_t, the place in choices; 0 is the default */
    SAMEN__OPTION_COUNT,  /* int64_t; 0 is the default, -1 is none where the minimum is 0 */
    SAMEN__OPTION_REAL,   /* double; 0 is the default */
    SAMEN__OPTION_TEXT,   /* const char *; NULL is the default */
    SAMEN__OPTION_MASK,   /* uint64_t, one bit for each name; 0 is all */
    SAMEN__OPTION_LIST    /* const char *const *, with an int64_t count at count_offset */
} samen__option_type;

typedef struct samen__option {
    const char *name;
    samen__option_type type;
    size_t offset;
    size_t count_offset;        /* lists only */
    const char *fallback;       /* the default as text; "" where there is none */
    double minimum, maximum;    /* counts and reals */
    const char *const *choices; /* choices only; ends with NULL */
    int32_t required;
    const char *since;
    const char *help; /* one sentence */
} samen__option;

/* Turns the text of a mask option into bits. */
typedef samen_status (*samen__mask_reader)(const void *context, const char *names, uint64_t *mask,
                                           samen_error *err);

typedef struct samen__options {
    const char *owner; /* what the options are of, for messages: "brokerage.roles", "the view" */
    const samen__option *option;
    int32_t count;
    size_t size; /* of the struct */
} samen__options;

/* Copy a caller's struct, whose first field is its size, into one of `size` bytes: a shorter one
 * (of an older version) is filled up with zeros, a longer one may hold only zeros beyond. NULL
 * counts as all zeros. */
samen_status samen__options_copy(const void *given, size_t size, void *copy, int32_t argument,
                                 const char *name, samen_error *err);

/* Check a copied struct against the description and put the default into every field that is 0. */
samen_status samen__options_settle(const samen__options *options, void *copy, int32_t argument,
                                   samen_error *err);

/* Read "name=value; name=value" (semicolons or line ends; a value holding one of these or a quote
 * stands in double quotes, a quote in it doubled) into a zeroed struct. Texts and lists point into
 * *storage, which the caller deletes. NULL or "" leaves everything at its default. */
samen_status samen__options_parse(const samen__options *options, const char *text, void *copy,
                                  samen__mask_reader read_mask, const void *mask_context,
                                  void **storage, int32_t argument, samen_error *err);

/* Add name="value" to a text, as samen__options_parse reads it. */
void samen__option_write(samen__text *text, const char *name, const char *value);

/* An effective value as text, as samen__options_parse would read it (without quotes). */
void samen__option_show(const samen__option *option, const void *settled, samen__text *text);

#endif
