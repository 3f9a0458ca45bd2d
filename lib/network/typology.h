/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAMEN_NETWORK_TYPOLOGY_H
#define SAMEN_NETWORK_TYPOLOGY_H

#include <stdatomic.h>

#include "core/text.h"
#include "samen/typology.h"

typedef struct samen__form {
    char *key, *name, *name_nl, *family, *aliases, *scale, *purpose; /* all but key may be "" */
    int32_t commitment;
} samen__form;

struct samen_typology {
    atomic_int_fast64_t owners;
    int32_t count;
    int32_t is_default; /* the built-in one, so that it need not be written with a data set */
    samen__form form[SAMEN_FORMS_MAX];
};

/* The form that a cell or argument names, or SAMEN_ERR_UNKNOWN with the nearest known name. An empty
 * name means the only form, where there is only one. */
samen_status samen__typology_read(const samen_typology *typology, const char *bytes, int64_t length,
                                  int32_t *form, samen_error *err);

/* For samen__options_parse: `context` is a typology. */
samen_status samen__typology_read_mask(const void *context, const char *names, uint64_t *mask,
                                       samen_error *err);

/* The keys of a mask, parted by commas; "all" for all forms. */
void samen__typology_show_mask(const samen_typology *typology, uint64_t mask, samen__text *text);

/* All forms of the typology, as a mask. */
uint64_t samen__typology_all(const samen_typology *typology);

/* "frequency 4..1": where the weights of a form come from. 0 when the text is not of that shape. */
int samen__typology_scale(const char *text, int64_t *attribute_length, double *weakest,
                          double *strongest);

#endif
