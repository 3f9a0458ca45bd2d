/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen analyse --output FOLDER: every table of a report as CSV, and its text. They are written into a folder aside,
 * made before the work starts; the folder takes its name, or its files are moved into the one that is there, only when
 * all of them are written. */
#ifndef SAMEN_TOOL_OUTPUT_H
#define SAMEN_TOOL_OUTPUT_H

#include <samen/samen.h>

typedef struct output {
    const char *folder;
    int overwrite; /* the folder may be there already */
    int guard;     /* texts are guarded against spreadsheets */
    int replaces;  /* files are moved into a folder that is there */
    char *aside;   /* where files are written */
} output;

/* Check that the folder may be written, and make the one aside. 0, or the exit status with the reason on
 * standard error. */
int output_open(output *o);

/* Write the tables and the text, and move them into place; all of them, or none. */
samen_status output_write(output *o, const samen_report *report, const char *text, int64_t length,
                          samen_error *error);

/* Tell on standard error where they are, and which tables of measures the data did not give. */
void output_tell(const output *o, const samen_report *report, const samen_view *view);

/* Takes away the folder aside. */
void output_close(output *o);

#endif
