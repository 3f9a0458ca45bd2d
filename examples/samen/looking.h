/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the command line to a view: how the data set is read, and what of it is seen. */
#ifndef SAMEN_TOOL_LOOKING_H
#define SAMEN_TOOL_LOOKING_H

#include "anonymous.h"
#include "progress.h"

typedef struct looking {
    samen_io_read_options reading;
    char *choice; /* the options of the view as text */
    anonymous hide;
} looking;

/* How a data set is read, from the command line; 0 on success. */
int looking_take_reading(arguments *args, samen_io_read_options *reading);

/* That, --anonymise, and the options of the view; 0 on success. To be freed in any case. */
int looking_take(arguments *args, looking *l);

/* Read the data set and make the view. Returns the exit status. */
int looking_open(const looking *l, const char *path, const samen_run *run, progress *p,
                 samen_view **view);

void looking_free(looking *l);

/* The options on the command line that a measure or "view" has, as text to be freed; 0 on success. */
int looking_take_options(arguments *args, const char *name, char **text);

#endif
