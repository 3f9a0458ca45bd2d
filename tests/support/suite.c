/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "suite.h"

#include <ftw.h>
#include <unistd.h>

int suite_run(const char *name, const TTest *const *tests, int count) {
    Suite *suite = suite_create(name);
    TCase *cases = tcase_create(name);
    const char *only = getenv("SAMEN_TEST"); /* the name of one test, to run it alone */
    tcase_set_timeout(cases, 300);
    for (int i = 0; i < count; i++) {
        if (!only || strcmp(only, tests[i]->name) == 0)
            tcase_add_test(cases, tests[i]);
    }
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int32_t column_named(const samen_table *table, const char *column) {
    int32_t found = samen_table_find(table, column);
    ck_assert_msg(found >= 0, "there is no column %s", column);
    return found;
}

double cell_number(const samen_table *table, int64_t row, const char *column) {
    int32_t at = column_named(table, column);
    ck_assert_msg(!samen_table_is_null(table, row, at), "row %lld of %s is null", (long long)row,
                  column);
    if (samen_table_column_type(table, at) == SAMEN_COLUMN_BOOL)
        return samen_table_get_bool(table, row, at, -1);
    return samen_table_get_float64(table, row, at, NAN);
}

const char *cell_text(const samen_table *table, int64_t row, const char *column) {
    const char *text = samen_table_get_text(table, row, column_named(table, column), NULL);
    ck_assert_msg(text != NULL, "row %lld of %s has no text", (long long)row, column);
    return text;
}

int cell_is_null(const samen_table *table, int64_t row, const char *column) {
    return samen_table_is_null(table, row, column_named(table, column));
}

int64_t row_with(const samen_table *table, const char *column, const char *value) {
    int32_t at = column_named(table, column);
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (strcmp(samen_table_get_text(table, row, at, ""), value) == 0)
            return row;
    }
    ck_abort_msg("no row has %s \"%s\"", column, value);
    return -1;
}

int64_t note_count(const samen_table *table, const char *code) {
    for (int32_t i = 0; i < samen_table_notes(table); i++) {
        if (strcmp(samen_table_note_code(table, i), code) == 0)
            return samen_table_note_count(table, i);
    }
    return 0;
}

char *table_csv(const samen_table *table) {
    samen_table_options options = {.struct_size = sizeof options, .format = SAMEN_FORMAT_CSV};
    char *text = NULL;
    OK(samen_table_format(table, &options, &text, NULL, error));
    return text;
}

const char *source_path(const char *path) {
    static char whole[4096];
    snprintf(whole, sizeof whole, "%s/%s", SAMEN_SOURCE_DIR, path);
    return whole;
}

const char *shared_data(const char *path) {
    static char whole[4096];
    snprintf(whole, sizeof whole, "%s/../shared/data/%s", SAMEN_SOURCE_DIR, path);
    if (access(whole, R_OK) == 0)
        return whole;
    printf("skipped: there is no %s beside the project\n", path);
    return NULL;
}

char *make_folder(void) {
    char *folder = strdup("/tmp/samen-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    return folder;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *walk) {
    (void)about;
    (void)kind;
    (void)walk;
    return remove(path);
}

void remove_folder(char *folder) {
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(folder);
}

void write_file(const char *folder, const char *name, const char *bytes, size_t length) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
}

void write_text_file(const char *folder, const char *name, const char *text) {
    write_file(folder, name, text, strlen(text));
}
