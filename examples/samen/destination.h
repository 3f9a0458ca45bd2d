/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How and where a table goes: sorted, cut, some of its columns, in a format, printed or to a file. */
#ifndef SAMEN_TOOL_DESTINATION_H
#define SAMEN_TOOL_DESTINATION_H

#include "arguments.h"

typedef struct destination {
    samen_table_options options;
    const char *file;
    const char *sort;
    const char *columns;
    long long top;
    int silent; /* notes are not told beside a format that has no place for them */
} destination;

/* Take the options of a destination off the command line; 0 on success. */
int destination_take(arguments *args, destination *d);

/* Only its format; 0 on success. */
int destination_take_format(arguments *args, uint32_t *format);

/* See, before anything long is done, that the file may be written. 0, or the exit status with the reason
 * on standard error. */
int destination_check(const destination *d);

/* The table sorted and cut. Takes the table over and gives another in its place. */
samen_status destination_order(const destination *d, samen_table **table, samen_error *error);

/* Print or write the table; takes it over. Returns the exit status. */
int destination_deliver(const destination *d, samen_table *table);

/* Print a text, or complain that standard output does not take it. */
int print_text(const char *text, int64_t length);

#endif
