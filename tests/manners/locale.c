/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hosts whose numbers have a decimal comma. */
#define _GNU_SOURCE
#include <locale.h>
#include <pthread.h>

#include "comma.h"
#include "doings.h"

static char *content(const char *folder, const char *name) {
    char path[4096], *text = calloc(1, 1 << 20);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "%s", path);
    ck_assert_uint_lt(fread(text, 1, (1 << 20) - 1, file), (1 << 20) - 1);
    fclose(file);
    return text;
}

/* All that the library can say: tables, files that it writes, what it has read. */
static char *everything(void) {
    scene s = scene_make();
    char *whole = NULL;
    size_t length = 0;
    for (int i = 0; i < doings_count; i++) {
        samen_error error = {0};
        samen_status status = doings[i].go(&s, NULL, &error);
        ck_assert_msg(status == doings[i].expected, "%s: %s", doings[i].name, error.message);
    }
    FILE *out = open_memstream(&whole, &length);
    char *tables = all_tables_on(s.view, 2), *ties = content(s.folder, "written/ties.csv"),
         *table = content(s.folder, "table.csv"), decimals[4096];
    snprintf(decimals, sizeof decimals, "%s/decimals.csv", s.folder);
    samen_network *network = NULL;
    samen_table *read = NULL;
    OK(samen_io_read(decimals, NULL, NULL, &network, error));
    OK(samen_network_table(network, SAMEN_TIES, &read, error));
    ck_assert(cell_number(read, 0, "weight") == 0.125);
    ck_assert(cell_number(read, 1, "weight") == 1234.5);
    char *csv = table_csv(read);
    fprintf(out, "%s\n%s\n%s\n%s\n", tables, ties, table, csv);
    fclose(out);
    samen_free(csv);
    samen_table_free(read);
    samen_network_free(network);
    free(tables);
    free(ties);
    free(table);
    scene_clear(&s);
    return whole;
}

TEST(a_host_with_a_decimal_comma_reads_writes_and_measures_the_same) {
    char *folder = make_locale(), *expected = everything();
    ck_assert_msg(setlocale(LC_ALL, "") != NULL, "the locale was not made");
    ck_assert_int_eq(has_comma(), 1);
    char *before = strdup(setlocale(LC_ALL, NULL)), *text = everything();
    ck_assert_str_eq(text, expected);
    ck_assert_str_eq(setlocale(LC_ALL, NULL), before);
    ck_assert_int_eq(has_comma(), 1);
    setlocale(LC_ALL, "C");
    free(text);
    free(before);
    free(expected);
    remove_folder(folder);
}
END

static void *everything_with_comma(void *locale) {
    uselocale(locale);
    char *text = everything();
    if (has_comma() && uselocale((locale_t)0) == locale)
        return text;
    free(text);
    return NULL;
}

/* Four threads with the comma beside one without. */
TEST(a_thread_may_have_a_locale_of_its_own) {
    char *folder = make_locale(), *expected = everything();
    locale_t locale = newlocale(LC_ALL_MASK, "comma", (locale_t)0);
    ck_assert_msg(locale != (locale_t)0, "the locale was not made");
    pthread_t threads[4];
    for (int i = 0; i < 4; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, everything_with_comma, locale), 0);
    char *here = everything();
    ck_assert_str_eq(here, expected);
    ck_assert_int_eq(has_comma(), 0);
    for (int i = 0; i < 4; i++) {
        void *text = NULL;
        pthread_join(threads[i], &text);
        ck_assert_ptr_nonnull(text);
        ck_assert_str_eq(text, expected);
        free(text);
    }
    freelocale(locale);
    free(here);
    free(expected);
    remove_folder(folder);
}
END

SUITE("manners/locale", a_host_with_a_decimal_comma_reads_writes_and_measures_the_same,
      a_thread_may_have_a_locale_of_its_own)
