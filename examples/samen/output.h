/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen analyse --output FOLDER: every table of every measure as CSV, and the account, in a folder that
 * takes its name only when all of it is written. */
#ifndef SAMEN_TOOL_OUTPUT_H
#define SAMEN_TOOL_OUTPUT_H

#include "account.h"

/* A table to be written, and the options that make it. */
typedef struct planned {
    char measure[64];
    char options[512];
    char file[160];
} planned;

typedef struct output {
    const char *folder;
    int overwrite; /* the folder may be there already */
    int raw;       /* texts are not guarded against spreadsheets */
    planned *plan;
    int planned;
} output;

/* Check that the folder may be written. 0, or the exit status with the reason on standard error. */
int output_check(const output *o);

/* Plan all tables; those by group only when the account has one. */
void output_plan(output *o, account *a);

/* Write them, and the account's text. Failures go to a->error, and leave no folder behind. */
void output_write(output *o, account *a, const char *text, size_t length);

void output_free(output *o);

#endif
