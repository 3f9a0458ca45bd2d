/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen check: all problems of a data set, a line each, as compilers write them. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "destination.h"
#include "looking.h"
#include "text.h"

static const char *text_at(const samen_table *table, int64_t row, const char *column) {
    return samen_table_get_text(table, row, samen_table_find(table, column), "");
}

/* ":12" of a line or column; nothing when the problem is not about one. */
static void print_place(const samen_table *table, int64_t row, const char *column) {
    int64_t place = samen_table_get_int64(table, row, samen_table_find(table, column), 0);
    if (place > 0)
        printf(":%lld", (long long)place);
}

static void print_problem(const samen_table *table, int64_t row) {
    text_print(stdout, text_at(table, row, "file"));
    print_place(table, row, "line");
    print_place(table, row, "column");
    printf(": %s: ", text_at(table, row, "severity"));
    if (*text_at(table, row, "column_name")) {
        printf("column ");
        text_print(stdout, text_at(table, row, "column_name"));
        printf(": ");
    }
    text_print(stdout, text_at(table, row, "problem"));
    printf("\n");
}

static long long count(const samen_table *table, const char *severity) {
    long long found = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        found += strcmp(text_at(table, row, "severity"), severity) == 0;
    return found;
}

/* For a person; --columns asks for a table. Takes the table over. */
static int print_problems(const destination *d, samen_table *table) {
    samen_error error = {0};
    long long errors = count(table, "error"), warnings = count(table, "warning");
    long long all = samen_table_rows(table);
    samen_status status = destination_order(d, &table, &error);
    for (int64_t row = 0; status == SAMEN_OK && row < samen_table_rows(table); row++)
        print_problem(table, row);
    if (status == SAMEN_OK && samen_table_rows(table) < all)
        printf("... and %lld more.\n", all - (long long)samen_table_rows(table));
    samen_table_free(table);
    if (status != SAMEN_OK)
        return complain(&error);
    if (all == 0)
        printf("No problems found.\n");
    else
        printf("%lld %s, %lld %s, %lld for information.\n", errors,
               text_plural(errors, "error", "errors"), warnings,
               text_plural(warnings, "warning", "warnings"), all - errors - warnings);
    return print_text("", 0);
}

int command_check(arguments *args) {
    samen_error error = {0};
    progress bar;
    samen_run run;
    destination d;
    samen_io_read_options reading;
    samen_table *table = NULL;
    if (args->words != 2)
        return complain_usage("give one data set, as: samen check FOLDER");
    int status = progress_start(args, &bar, &run);
    if (status == 0)
        status = destination_take(args, &d);
    if (status == 0)
        status = looking_take_reading(args, &reading);
    if (status == 0)
        status = arguments_check_rest(args, "check");
    if (status == 0)
        status = destination_check(&d);
    if (status != 0)
        return status;
    bar.to = 1;
    samen_status result = samen_io_check(args->word[1], &reading, &run, &table, &error);
    progress_clear(&bar);
    if (result != SAMEN_OK)
        return complain(&error);
    long long errors = count(table, "error");
    int for_a_person = !d.file && !d.columns && d.options.format == SAMEN_FORMAT_TEXT;
    status = for_a_person ? print_problems(&d, table) : destination_deliver(&d, table);
    return status == EXIT_FINE && errors > 0 ? EXIT_FAILED : status;
}
