/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes at all as a data set: read, check, write, read again, look at, measure.
 *
 * The input holds up to five files: a byte 0x1E and a digit start the next one, 0 organisations.csv, 1 ties.csv,
 * 2 partnerships.csv, 3 memberships.csv, 4 forms.csv. What stands before the first such mark is ties.csv.
 * Beyond not crashing: check finds an error exactly when reading fails, and what was written reads back
 * the same. */
#define _GNU_SOURCE
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "samen/samen.h"

enum { FILES = 5, PARTS = 4, MARK = 0x1E, LARGEST_INPUT = 1 << 16, MOST_MEASURED = 60 };

static const char *const names[FILES] = {"organisations.csv", "ties.csv", "partnerships.csv",
                                         "memberships.csv", "forms.csv"};

static char home[64]; /* of the folders "in" and "out" */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds, const char *what) {
    if (holds)
        return;
    fprintf(stderr, "csv_dataset: %s\n", what);
    abort();
}

static const char *path_of(const char *name) {
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", home, name);
    return path;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *walk) {
    (void)about;
    (void)kind;
    (void)walk;
    return remove(path);
}

static void go_home(void) {
    nftw(home, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* Two folders in memory where the system has such a place, once for the whole run. */
static void settle_down(void) {
    if (home[0])
        return;
    strcpy(home,
           access("/dev/shm", W_OK) == 0 ? "/dev/shm/samen-fuzz-XXXXXX" : "/tmp/samen-fuzz-XXXXXX");
    must(mkdtemp(home) != NULL, "there is no place for files");
    must(mkdir(path_of("in"), 0700) == 0, "there is no place for files");
    must(mkdir(path_of("out"), 0700) == 0, "there is no place for files");
    atexit(go_home);
}

static void put_file(int which, const uint8_t *bytes, size_t size) {
    char name[64];
    snprintf(name, sizeof name, "in/%s", names[which]);
    FILE *file = fopen(path_of(name), "wb");
    must(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0, "cannot write a file");
}

/* Take the input apart; a file that comes twice is the last one. */
static void put_files(const uint8_t *data, size_t size) {
    for (int which = 0; which < FILES; which++) {
        char name[64];
        snprintf(name, sizeof name, "in/%s", names[which]);
        unlink(path_of(name));
    }
    size_t from = 0;
    int which = 1;
    for (size_t at = 0; at <= size; at++) {
        int marked =
            at + 1 < size && data[at] == MARK && data[at + 1] >= '0' && data[at + 1] <= '4';
        if (at < size && !marked)
            continue;
        if (at > from || from > 0)
            put_file(which, data + from, at - from);
        if (marked) {
            which = data[at + 1] - '0';
            from = at + 2;
        }
    }
}

static char *as_csv(const samen_table *table) {
    samen_table_options options = {.struct_size = sizeof options, .format = SAMEN_FORMAT_CSV};
    char *text = NULL;
    must(samen_table_format(table, &options, &text, NULL, NULL) == SAMEN_OK, "no table as text");
    return text;
}

static int64_t errors_in(const samen_table *problems) {
    int64_t errors = 0;
    for (int64_t row = 0; row < samen_table_rows(problems); row++)
        errors += strcmp(samen_table_get_text(problems, row, 0, ""), "error") == 0;
    return errors;
}

static samen_io_read_options small_limits(void) {
    return (samen_io_read_options){.struct_size = sizeof(samen_io_read_options),
                                   .allow_empty = 1,
                                   .max_bytes = 1 << 20,
                                   .max_line = 1 << 13,
                                   .max_rows = 3000,
                                   .max_ratio = 40};
}

/* Check the folder and compare with what reading it came to. */
static void check(const samen_io_read_options *limits, samen_status read, const char *message) {
    samen_table *problems = NULL;
    samen_error error = {0};
    samen_status status = samen_io_check(path_of("in"), limits, NULL, &problems, &error);
    if (status == SAMEN_OK) {
        int64_t errors = errors_in(problems);
        samen_free(as_csv(problems));
        samen_table_free(problems);
        if ((errors > 0) != (read != SAMEN_OK))
            fprintf(stderr, "read: %s\n", message);
        must((errors > 0) == (read != SAMEN_OK), "reading and checking do not agree");
    } else {
        must(read != SAMEN_OK, "checking fails where reading does not");
    }
}

/* A part without rows is not written, nor are the names of its attributes. */
static void compare_parts(const samen_network *one, const samen_network *other) {
    for (int32_t part = 0; part < PARTS; part++) {
        samen_table *a = NULL, *b = NULL;
        must(samen_network_count(one, part) == samen_network_count(other, part),
             "counts change by writing");
        if (samen_network_count(one, part) == 0)
            continue;
        must(samen_network_table(one, part, &a, NULL) == SAMEN_OK, "no table of a part");
        must(samen_network_table(other, part, &b, NULL) == SAMEN_OK, "no table of a part");
        must(samen_table_columns(a) == samen_table_columns(b), "columns change by writing");
        for (int32_t i = 0; i < samen_table_columns(a); i++)
            must(samen_table_column_type(a, i) == samen_table_column_type(b, i),
                 "types change by writing");
        char *before = as_csv(a), *after = as_csv(b);
        must(strcmp(before, after) == 0, "cells change by writing");
        samen_free(before);
        samen_free(after);
        samen_table_free(a);
        samen_table_free(b);
    }
}

static void write_and_read_again(const samen_network *network, size_t variant) {
    static const struct {
        uint32_t separator, decimal_comma;
    } styles[] = {{',', 0}, {';', 0}, {'\t', 0}, {';', 1}, {'\t', 1}};
    samen_io_write_options how = {.struct_size = sizeof how,
                                  .overwrite = 1,
                                  .separator = styles[variant % 5].separator,
                                  .decimal_comma = styles[variant % 5].decimal_comma};
    samen_io_read_options anything = {.struct_size = sizeof anything, .allow_empty = 1};
    samen_network *again = NULL;
    samen_error error = {0};
    samen_status status = samen_io_write(network, path_of("out"), &how, &error);
    if (status == SAMEN_OK)
        status = samen_io_read(path_of("out"), &anything, NULL, &again, &error);
    if (status != SAMEN_OK)
        fprintf(stderr, "csv_dataset: %s\n", error.message);
    must(status == SAMEN_OK, "what was read cannot be written and read again");
    compare_parts(network, again);
    samen_network_free(again);
}

/* A measure may refuse, with a message; what it gives is a table. */
static void measure(const samen_view *view, const char *name, const char *options) {
    samen_run run = {.struct_size = sizeof run, .threads = 1};
    samen_table *table = NULL;
    samen_error error = {0};
    samen_status status = samen_measure(view, name, options, &run, &table, &error);
    must((status == SAMEN_OK) == (table != NULL), "a table comes without success, or not with it");
    must(status == SAMEN_OK || error.message[0], "a measure fails without a word");
    if (table)
        samen_free(as_csv(table));
    samen_table_free(table);
}

/* Group by the first attribute of organisations that can be named in options. */
static void measure_roles(const samen_view *view) {
    samen_table *organisations = NULL;
    char options[512];
    must(samen_network_table(samen_view_network(view), SAMEN_ORGANISATIONS, &organisations, NULL) ==
             SAMEN_OK,
         "no table of organisations");
    const char *name = samen_table_column_name(organisations, 2);
    if (name && strlen(name) < 400 && !strchr(name, '"')) {
        snprintf(options, sizeof options, "table=significance; draws=20; group=\"%s\"", name);
        measure(view, "brokerage.roles", options);
    }
    samen_table_free(organisations);
}

static void look_at(samen_network *network, size_t variant) {
    static const char *const choices[] = {
        "",
        "partnerships=count; direction=either",
        "partnerships=newman; drop-isolates=true",
        "partnerships=star; from=2020-01-01; to=2024-01-01",
        "partnerships=binary; direction=both; direction-weight=sum",
        "partnerships=count; parallel=mean; min-weight=0.5"};
    samen_view *view = NULL;
    samen_table *ties = NULL;
    samen_error error = {0};
    samen_status status = samen_view_make(network, choices[variant % 6], NULL, &view, &error);
    must(status == SAMEN_OK, "a plain choice of what to see is refused");
    if (samen_view_organisations(view) <= MOST_MEASURED) {
        must(samen_view_table(view, NULL, &ties, NULL) == SAMEN_OK, "no table of ties");
        samen_free(as_csv(ties));
        samen_table_free(ties);
        measure(view, "composition.forms", "");
        measure(view, "cohesion.components", "table=network");
        measure_roles(view);
    }
    samen_view_free(view);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > LARGEST_INPUT)
        return 0;
    settle_down();
    put_files(data, size);
    samen_io_read_options limits = small_limits();
    samen_network *network = NULL;
    samen_error error = {0};
    samen_status status = samen_io_read(path_of("in"), &limits, NULL, &network, &error);
    must((status == SAMEN_OK) == (network != NULL),
         "a network comes without success, or not with it");
    must(status == SAMEN_OK || error.message[0], "reading fails without a word");
    check(&limits, status, error.message);
    if (status == SAMEN_OK) {
        write_and_read_again(network, size);
        look_at(network, size);
    }
    samen_network_free(network);
    return 0;
}
