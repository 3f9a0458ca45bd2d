/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen analyse --output FOLDER: every table of every measure as CSV, and the account. They are written into
 * a folder aside, made before the work starts; the folder takes its name, or its files are moved into the
 * one that is there, only when all of them are written. */
#ifndef SAMEN_TOOL_OUTPUT_H
#define SAMEN_TOOL_OUTPUT_H

#include "account.h"

/* A table to be written, and the options that make it. */
typedef struct planned {
    char *measure;
    char *options;
    char *file;
} planned;

typedef struct output {
    const char *folder;
    int overwrite; /* the folder may be there already */
    int guard;     /* texts are guarded against spreadsheets */
    int replaces;  /* files are moved into a folder that is there */
    char *aside;   /* where files are written */
    planned *plan;
    int planned;
} output;

/* Check that the folder may be written, and make the one aside. 0, or the exit status with the reason on
 * standard error. */
int output_open(output *o);

/* Plan all tables; those by group only when the account has one. */
void output_plan(output *o, account *a);

/* Write them and the account's text, and move them into place. Failures go to a->error. */
void output_write(output *o, account *a, const char *text, size_t length);

/* Takes away what could not be finished. */
void output_close(output *o);

#endif
