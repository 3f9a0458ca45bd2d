/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a data set: its files open side by side, what was found wrong, the network being built.
 * Reading stops at the first error; checking notes it and goes on. */
#ifndef SAMEN_IO_DATASET_H
#define SAMEN_IO_DATASET_H

#include <stdint.h>

#include "core/run.h"
#include "io/csv.h"
#include "io/headers.h"
#include "io/pieces.h"
#include "network/network.h"
#include "samen/io.h"
#include "table/table.h"

typedef enum samen__severity { SAMEN__ERROR, SAMEN__WARNING, SAMEN__INFORMATION } samen__severity;

typedef struct samen__problem {
    samen__severity severity;
    int64_t line;   /* from 1, or 0 */
    int64_t column; /* from 1, or 0 */
    char *file;
    char *column_name; /* or NULL */
    char *text;
} samen__problem;

/* A column that is no built-in one. */
typedef struct samen__extra {
    int64_t field;
    char *name;
    int32_t type; /* declared behind a colon in the header, SAMEN_COLUMN_NONE when not */
} samen__extra;

typedef struct samen__sheet {
    int32_t file;
    char *path;           /* NULL: the data set has no such file */
    const char *name;     /* the last part of path */
    samen__csv csv;       /* the rows one by one; in bulk, the header only */
    samen__pieces pieces; /* in bulk: what follows the header */
    int64_t bytes;        /* of the file, as far as is known beforehand */
    int64_t header_fields;
    char **header;                      /* as written, for messages */
    int64_t place[SAMEN__MOST_COLUMNS]; /* field of each canonical column, or -1 */
    samen__extra *extra;
    int64_t extras;
    samen__span *cell; /* rows times extras, of the rows that were taken over */
    int64_t cell_capacity;
    char **kept; /* in bulk: the memory that cells point into */
    int64_t keeps, kept_capacity;
    int64_t *row_line; /* the line of each row that was taken over, when keep_lines */
    int64_t line_capacity;
    int64_t rows; /* taken over */
    int32_t keep_lines;
    int32_t in_pieces; /* read in bulk */
    int32_t broken;    /* the header is wrong: the rows cannot be read */
    int32_t cut;       /* a quote is left open: what comes after it could not be read */
} samen__sheet;

typedef struct samen__reading {
    samen_io_read_options limits;
    samen__run run;
    samen__sheet sheet[SAMEN__FILES];
    int32_t present[SAMEN__FILES];
    samen_typology *typology;
    int32_t forms_unknown; /* forms.csv is wrong: what forms there are cannot be told */
    samen_builder *builder;
    samen__keys form_cache; /* texts of form cells seen so far */
    int32_t *form_of;       /* the form of each */
    int64_t form_capacity;
    int32_t collecting; /* checking: note problems and go on */
    int32_t in_bulk;    /* ties and memberships are read piece by piece, without telling faults */
    int32_t gave_up;    /* that did not go: read once more, row by row */
    int64_t piece;      /* bytes of a piece */
    int32_t suggestions;
    samen__problem *problem;
    int64_t problems, problem_capacity;
} samen__reading;

typedef enum samen__manner {
    SAMEN__IN_BULK,    /* fast, and giving up at the first fault */
    SAMEN__ROW_BY_ROW, /* up to the first fault */
    SAMEN__CHECK       /* through all faults */
} samen__manner;

/* `piece` is about how many bytes a piece has in bulk; 0 for the default.
 * Start, open what `path` holds, read it all into reading->builder, and clean up. */
samen_status samen__reading_start(samen__reading *reading, const char *path,
                                  const samen_io_read_options *options, const samen_run *run,
                                  samen__manner manner, int64_t piece, samen_error *err);
samen_status samen__reading_rows(samen__reading *reading, samen_error *err);
void samen__reading_free(samen__reading *reading);

/* ---- problems.c */

/* Something in the current row of a sheet is wrong; `field` counts from 0, -1 is the whole row. While
 * reading, the error is final; while checking, it is noted and SAMEN_OK comes back. */
samen_status samen__reading_fault(samen__reading *reading, const samen__sheet *sheet, int64_t field,
                                  const samen_error *error, samen_error *err);

/* Note a problem at a line (0: the whole file) while checking; the sentence is formatted. */
samen_status samen__reading_note(samen__reading *reading, samen__severity severity,
                                 const samen__sheet *sheet, int64_t line, int64_t field,
                                 samen_error *err, const char *format, ...) SAMEN__FORMAT(7, 8);

samen_status samen__reading_report(const samen__reading *reading, samen_table **out,
                                   samen_error *err);

/* ---- sheet.c */

/* Load the file and understand its header. */
samen_status samen__sheet_open(samen__reading *reading, int32_t file, char *path, samen_error *err);

/* The same for a file that is the whole data set: of memberships when its header says so, of ties
 * otherwise. */
samen_status samen__sheet_open_alone(samen__reading *reading, char *path, samen_error *err);

/* Can the file be read, so that what is not in it is not there? */
int samen__sheet_is_readable(const samen__reading *reading, int32_t file);

void samen__sheet_free(samen__sheet *sheet);

/* The next row with the right number of cells; *more is 0 at the end of the file. */
samen_status samen__sheet_next(samen__reading *reading, samen__sheet *sheet, int32_t *more,
                               samen_error *err);

/* Tell the caller how much of the file was read. */
samen_status samen__sheet_tell(samen__reading *reading, const samen__sheet *sheet, double fraction,
                               samen_error *err);

/* The cell of a canonical column in the current row; empty when the file has no such column. */
samen__span samen__sheet_cell(const samen__sheet *sheet, int32_t column);

/* Keep the extra cells and the line of a row that was taken over. */
samen_status samen__sheet_keep(samen__sheet *sheet, samen_error *err);

/* ---- infer.c */

/* What the cells of a column are: numbers, dates, yes/no, or else text. *point is the decimal sign of
 * numbers; a comma is possible where the file is not parted by commas. */
int32_t samen__infer(const samen__span *cell, int64_t count, int64_t stride, char separator,
                     char *point);

/* The decimal sign in a cell of a file that is not parted by commas, 0 when it has none. */
char samen__decimal_sign(samen__span cell);

/* Hand the extra columns of a sheet to the builder as attributes. */
samen_status samen__sheet_attributes(samen__reading *reading, samen__sheet *sheet,
                                     samen_error *err);

/* ---- forms.c: the typology of the data set */
samen_status samen__reading_forms(samen__reading *reading, samen_error *err);

/* ---- review.c: what is probably a mistake, though it can be read */
samen_status samen__reading_review(samen__reading *reading, const char *path, samen_error *err);

#endif
