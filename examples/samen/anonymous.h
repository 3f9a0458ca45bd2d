/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --anonymise: what is read loses its names before anything else sees it. */
#ifndef SAMEN_TOOL_ANONYMOUS_H
#define SAMEN_TOOL_ANONYMOUS_H

#include "arguments.h"

typedef struct anonymous {
    int wanted;
    samen_anonymise_options options;
    char *secret;    /* what its file holds */
    const char *key; /* the file that says who is who, or NULL */
    int overwrite;   /* it may be there already */
} anonymous;

/* Is it on the command line? Nothing is taken. */
int anonymous_is_wanted(const arguments *args);

/* What a network without names is called, in the language of the command line. */
const char *anonymous_title(const arguments *args);

/* Take --anonymise, --keep, --least, --secret and --key; without --keep the attribute of --group is kept, which is not
 * taken. 0 on success. */
int anonymous_take(arguments *args, anonymous *a);

void anonymous_free(anonymous *a);

/* The same network without names in the place of the one that was read, when that is wanted; and the key in its file. */
samen_status anonymous_apply(const anonymous *a, samen_network **network, samen_error *error);

/* Complain about a data set that cannot be read, by name only when names are not to be hidden. */
int anonymous_complain(const anonymous *a, const samen_error *error);

#endif
