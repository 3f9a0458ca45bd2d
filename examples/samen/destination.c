/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "destination.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text.h"

/* What samen_table_options takes for no decimals at all, 0 being the default there. */
enum { NO_DECIMALS = -2 };

int print_text(const char *text, int64_t length) {
    if (fwrite(text, 1, (size_t)length, stdout) == (size_t)length && fflush(stdout) == 0)
        return EXIT_FINE;
    fprintf(stderr, "samen: cannot write the result: %s\n", strerror(errno));
    return EXIT_FAILED;
}

int destination_take_format(arguments *args, uint32_t *format) {
    const char *name = arguments_take(args, "format");
    static const char *const names[] = {"text", "csv", "json", "markdown"};
    for (uint32_t i = 0; name && i < 4; i++) {
        if (strcmp(name, names[i]) == 0) {
            *format = i;
            return 0;
        }
    }
    return name
               ? complain_usage("there is no format \"%s\"; give text, csv, json or markdown", name)
               : 0;
}

int destination_take(arguments *args, destination *d) {
    int guard = 0, overwrite = 0;
    long long decimals = 0;
    *d = (destination){.options = {.struct_size = sizeof d->options},
                       .file = arguments_take(args, "output"),
                       .sort = arguments_take(args, "sort"),
                       .columns = arguments_take(args, "columns")};
    int status = destination_take_format(args, &d->options.format);
    if (status == 0)
        status = arguments_take_flag(args, "guard", &guard);
    if (status == 0)
        status = arguments_take_flag(args, "overwrite", &overwrite);
    if (status == 0) {
        long long asked = LLONG_MIN;
        status = arguments_take_number(args, "decimals", -1, 17, &asked);
        decimals = asked == LLONG_MIN ? 0 : asked == 0 ? NO_DECIMALS : asked;
    }
    if (status == 0)
        status = arguments_take_number(args, "top", 1, INT64_MAX, &d->top);
    d->options.guard = (uint32_t)guard;
    d->options.overwrite = (uint32_t)overwrite;
    d->options.decimals = (int32_t)decimals;
    return status;
}

int destination_check(const destination *d) {
    struct stat about;
    if (!d->file || d->options.overwrite || lstat(d->file, &about) != 0)
        return 0;
    complain_usage("%s: it is there already; choose another name, or say --overwrite true",
                   d->file);
    return EXIT_FAILED;
}

samen_status destination_order(const destination *d, samen_table **table, samen_error *error) {
    samen_table *made = NULL;
    if (!d->sort && d->top == 0)
        return SAMEN_OK;
    int ascending = !d->sort || d->sort[0] == '+';
    const char *column = d->sort ? d->sort + ascending : samen_table_column_name(*table, 0);
    samen_status status = samen_table_sort(*table, column, !ascending, d->top, &made, error);
    if (status == SAMEN_OK) {
        samen_table_free(*table);
        *table = made;
    }
    return status;
}

static samen_status choose_columns(const destination *d, samen_table **table, samen_error *error) {
    samen_table *made = NULL;
    if (!d->columns)
        return SAMEN_OK;
    samen_status status = samen_table_select(*table, d->columns, &made, error);
    if (status == SAMEN_OK) {
        samen_table_free(*table);
        *table = made;
    }
    return status;
}

/* CSV has no place for notes. */
static int loses_notes(const destination *d) {
    size_t length = d->file ? strlen(d->file) : 0;
    return d->options.format == SAMEN_FORMAT_CSV ||
           (d->options.format == SAMEN_FORMAT_TEXT && length > 4 &&
            strcmp(d->file + length - 4, ".csv") == 0);
}

static void tell_notes(const samen_table *table) {
    for (int32_t i = 0; i < samen_table_notes(table); i++)
        text_print_wrapped(stderr, "Note: ", samen_table_note_text(table, i));
}

int destination_deliver(const destination *d, samen_table *table) {
    samen_error error = {0};
    char *text = NULL;
    int64_t length = 0;
    int exit_status = EXIT_FINE;
    samen_status status = destination_order(d, &table, &error);
    if (status == SAMEN_OK)
        status = choose_columns(d, &table, &error);
    if (status == SAMEN_OK && d->file)
        status = samen_table_write(table, d->file, &d->options, &error);
    else if (status == SAMEN_OK)
        status = samen_table_format(table, &d->options, &text, &length, &error);
    if (status != SAMEN_OK)
        exit_status = complain(&error);
    else if (text)
        exit_status = print_text(text, length);
    if (exit_status == EXIT_FINE && loses_notes(d) && !d->silent)
        tell_notes(table);
    samen_free(text);
    samen_table_free(table);
    return exit_status;
}
