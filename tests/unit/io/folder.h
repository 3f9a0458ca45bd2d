/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data sets for tests: folders made of texts, and what reading and checking them must say. */
#ifndef SAMEN_TESTS_FOLDER_H
#define SAMEN_TESTS_FOLDER_H

#define _GNU_SOURCE
#include <zlib.h>

#include "../whole.h"

enum { MOST_FILES = 6 };

typedef struct file {
    const char *name;
    const char *text;
} file;

static inline char *folder_with(const file *files) {
    char *folder = make_folder();
    for (int i = 0; i < MOST_FILES && files[i].name; i++)
        write_text_file(folder, files[i].name, files[i].text);
    return folder;
}

/* "folder/name" in a buffer that the next call overwrites. */
static inline const char *path_in(const char *folder, const char *name) {
    static char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

/* Write a file packed. */
static inline void write_packed(const char *folder, const char *name, const char *text,
                                size_t length) {
    gzFile out = gzopen(path_in(folder, name), "wb9");
    ck_assert_ptr_nonnull(out);
    ck_assert_int_eq(gzwrite(out, text, (unsigned)length), (int)length);
    ck_assert_int_eq(gzclose(out), Z_OK);
}

static inline samen_network *read_fine(const char *path) {
    samen_network *network = NULL;
    OK(samen_io_read(path, NULL, NULL, &network, error));
    return network;
}

static inline samen_network *read_files(const file *files) {
    char *folder = folder_with(files);
    samen_network *network = read_fine(folder);
    remove_folder(folder);
    return network;
}

static inline samen_table *part(const samen_network *network, int32_t of) {
    samen_table *table = NULL;
    OK(samen_network_table(network, of, &table, error));
    return table;
}

static inline char *part_csv(const samen_network *network, int32_t of) {
    samen_table *table = part(network, of);
    char *csv = table_csv(table);
    samen_table_free(table);
    return csv;
}

static inline samen_table *check_fine(const char *path) {
    samen_table *table = NULL;
    OK(samen_io_check(path, NULL, NULL, &table, error));
    return table;
}

/* What must be said of a data set: `place` is the beginning of the message, as "ties.csv:3:2: ". */
typedef struct fault {
    samen_status status;
    int64_t row, column;
    const char *place;
    const char *words;
} fault;

/* The line and column in a place, 0 where there is none. */
static inline void split_place(const char *place, char *name, int64_t *line, int64_t *column) {
    long one = 0, other = 0;
    size_t length = strcspn(place, ":");
    snprintf(name, 300, "%.*s", (int)length, place);
    sscanf(place + length, ":%ld:%ld", &one, &other);
    *line = one;
    *column = other;
}

/* The row of a check's table with this problem, as an error; -1 when there is none. */
static inline int64_t find_problem(const samen_table *table, const char *place,
                                   const char *sentence) {
    char name[300];
    int64_t line, column;
    split_place(place, name, &line, &column);
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (strcmp(cell_text(table, row, "severity"), "error") == 0 &&
            strcmp(cell_text(table, row, "file"), name) == 0 &&
            strcmp(cell_text(table, row, "problem"), sentence) == 0 &&
            samen_table_get_int64(table, row, samen_table_find(table, "line"), 0) == line &&
            samen_table_get_int64(table, row, samen_table_find(table, "column"), 0) == column)
            return row;
    }
    return -1;
}

/* Reading fails as described and leaves `out` alone; checking reports the same among its errors. */
static inline void expect_fault_with(const char *path, const samen_io_read_options *options,
                                     const fault *f) {
    samen_network *const untouched = (samen_network *)(uintptr_t)64;
    samen_network *network = untouched;
    samen_error error = {0};
    samen_status status = samen_io_read(path, options, NULL, &network, &error);
    ck_assert_msg(status == f->status, "%s%s: %s, %s", f->place, f->words,
                  samen_status_name(status), error.message);
    ck_assert_int_eq(error.code, status);
    ck_assert_int_eq(error.argument, 1);
    ck_assert_ptr_eq(network, untouched);
    ck_assert_msg(strncmp(error.message, f->place, strlen(f->place)) == 0, "%s is not at %s",
                  error.message, f->place);
    ck_assert_msg(strstr(error.message, f->words) != NULL, "%s: nothing of \"%s\"", error.message,
                  f->words);
    ck_assert_msg(error.row == f->row && error.column == f->column,
                  "%s is at row %lld, column %lld", error.message, (long long)error.row,
                  (long long)error.column);

    samen_table *table = NULL;
    OK(samen_io_check(path, options, NULL, &table, error));
    ck_assert_msg(find_problem(table, f->place, error.message + strlen(f->place)) >= 0,
                  "check says nothing of \"%s\"", error.message);
    samen_table_free(table);
}

static inline void expect_fault(const char *path, const fault *f) {
    expect_fault_with(path, NULL, f);
}

static inline void expect_fault_in(const file *files, const fault *f) {
    char *folder = folder_with(files);
    expect_fault(folder, f);
    remove_folder(folder);
}

/* A small data set that has all five files, each with three columns and two rows. */
#define GOOD_ORGANISATIONS "id,name,sector\na,Alpha,care\nb,Beta,youth\n"
#define GOOD_TIES          "from,to,form\na,b,action\nb,a,talks\n"
#define GOOD_PARTNERSHIPS  "id,name,form\np,House,action\nq,Board,talks\n"
#define GOOD_MEMBERSHIPS   "partnership,organisation,role\np,a,lead\nq,b,member\n"
#define GOOD_FORMS         "form,name,family\naction,joint action,network\ntalks,talks,talk\n"

static const file good[MOST_FILES] = {{"organisations.csv", GOOD_ORGANISATIONS},
                                      {"ties.csv", GOOD_TIES},
                                      {"partnerships.csv", GOOD_PARTNERSHIPS},
                                      {"memberships.csv", GOOD_MEMBERSHIPS},
                                      {"forms.csv", GOOD_FORMS}};

enum { GOOD_FILES = 5 };

/* The good data set with another text, of any bytes, for one of its files. */
static inline char *good_but(int which, const char *bytes, size_t length) {
    char *folder = folder_with(good);
    write_file(folder, good[which].name, bytes, length);
    return folder;
}

#endif
