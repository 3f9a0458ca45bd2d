/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All commands but analyse. */
#include "commands.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int print_text(const char *text, int64_t length) {
    if (fwrite(text, 1, (size_t)length, stdout) == (size_t)length && fflush(stdout) == 0)
        return EXIT_FINE;
    fprintf(stderr, "samen: cannot write the result: %s\n", strerror(errno));
    return EXIT_FAILED;
}

/* How and where the result goes, from the command line. */
typedef struct destination {
    samen_table_options options;
    const char *file;
    const char *sort;
    const char *columns;
    long long top;
} destination;

static int take_format(const char *name, uint32_t *format) {
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

static int take_destination(arguments *args, destination *d) {
    int guard = 0, overwrite = 0;
    long long decimals = 0;
    *d = (destination){.options = {.struct_size = sizeof d->options},
                       .file = arguments_take(args, "output"),
                       .sort = arguments_take(args, "sort"),
                       .columns = arguments_take(args, "columns")};
    int status = take_format(arguments_take(args, "format"), &d->options.format);
    if (status == 0)
        status = arguments_take_flag(args, "guard", &guard);
    if (status == 0)
        status = arguments_take_flag(args, "overwrite", &overwrite);
    if (status == 0)
        status = arguments_take_number(args, "decimals", -1, 17, &decimals);
    if (status == 0)
        status = arguments_take_number(args, "top", 1, INT64_MAX, &d->top);
    d->options.guard = (uint32_t)guard;
    d->options.overwrite = (uint32_t)overwrite;
    d->options.decimals = (int32_t)decimals;
    return status;
}

/* The table as the destination wants it: sorted, cut, some columns. Takes over the table. */
static samen_status shape(const destination *d, samen_table **table, samen_error *error) {
    samen_table *made = NULL;
    samen_status status = SAMEN_OK;
    if (d->sort || d->top > 0) {
        int ascending = d->sort && d->sort[0] == '+';
        const char *column = d->sort ? d->sort + ascending : samen_table_column_name(*table, 0);
        status = samen_table_sort(*table, column, d->sort ? !ascending : 0, d->top, &made, error);
        if (status == SAMEN_OK) {
            samen_table_free(*table);
            *table = made;
        }
    }
    if (status == SAMEN_OK && d->columns) {
        status = samen_table_select(*table, d->columns, &made, error);
        if (status == SAMEN_OK) {
            samen_table_free(*table);
            *table = made;
        }
    }
    return status;
}

static void tell_notes(const samen_table *table) {
    for (int32_t i = 0; i < samen_table_notes(table); i++)
        fprintf(stderr, "Note: %s\n", samen_table_note_text(table, i));
}

/* Print or write the table; takes it over. */
static int deliver(const destination *d, samen_table *table) {
    samen_error error = {0};
    char *text = NULL;
    int64_t length = 0;
    int exit_status = EXIT_FINE;
    samen_status status = shape(d, &table, &error);
    if (status == SAMEN_OK && d->file)
        status = samen_table_write(table, d->file, &d->options, &error);
    else if (status == SAMEN_OK)
        status = samen_table_format(table, &d->options, &text, &length, &error);
    if (status != SAMEN_OK)
        exit_status = complain(&error);
    else if (text)
        exit_status = print_text(text, length);
    if (status == SAMEN_OK && d->options.format == SAMEN_FORMAT_CSV)
        tell_notes(table);
    samen_free(text);
    samen_table_free(table);
    return exit_status;
}

static int take_reading(arguments *args, samen_io_read_options *options) {
    int allow_empty = 0;
    int status = arguments_take_flag(args, "allow-empty", &allow_empty);
    *options = (samen_io_read_options){.struct_size = sizeof *options,
                                       .allow_empty = (uint32_t)allow_empty};
    return status;
}

int open_view(arguments *args, const char *path, const samen_run *run, progress *p,
              samen_view **view, char **options) {
    samen_error error = {0};
    samen_io_read_options reading;
    samen_network *network = NULL;
    samen_table *names = NULL;
    char *text = NULL;
    int exit_status = take_reading(args, &reading);
    if (exit_status != 0)
        return exit_status;
    samen_status status = samen_describe_options("view", &names, &error);
    if (status == SAMEN_OK) {
        text = arguments_take_text(args, names);
        status = samen_io_read(path, &reading, run, &network, &error);
    }
    if (status == SAMEN_OK)
        status = samen_view_make(network, text, run, view, &error);
    progress_clear(p);
    if (status != SAMEN_OK)
        exit_status = complain(&error);
    samen_network_free(network);
    samen_table_free(names);
    if (options)
        *options = text;
    else
        free(text);
    return exit_status;
}

int command_measure(arguments *args) {
    samen_error error = {0};
    progress p;
    samen_run run;
    destination d;
    samen_view *view = NULL;
    samen_table *table = NULL;
    char name[128];
    if (args->words < 3)
        return complain_usage("give a family, a measure and a data set, as: samen cohesion density "
                              "FOLDER");
    if (args->words > 3)
        return complain_usage("there is a word too many: \"%s\"", args->word[3]);
    snprintf(name, sizeof name, "%s.%s", args->word[0], args->word[1]);
    int status = progress_start(args, &p, &run);
    if (status == 0)
        status = take_destination(args, &d);
    if (status == 0) {
        samen_table *options = NULL;
        if (samen_describe_options(name, &options, &error) != SAMEN_OK)
            return complain_usage("%s", error.message);
        samen_table_free(options);
        status = open_view(args, args->word[2], &run, &p, &view, NULL);
    }
    if (status != 0)
        return status;
    char *options = arguments_take_text(args, NULL);
    samen_status result = samen_measure(view, name, options, &run, &table, &error);
    progress_clear(&p);
    free(options);
    samen_view_free(view);
    return result == SAMEN_OK ? deliver(&d, table) : complain(&error);
}

int command_check(arguments *args) {
    samen_error error = {0};
    progress p;
    samen_run run;
    destination d;
    samen_io_read_options reading;
    samen_table *table = NULL;
    int64_t errors = 0;
    if (args->words != 2)
        return complain_usage("give one data set, as: samen check FOLDER");
    int status = progress_start(args, &p, &run);
    if (status == 0)
        status = take_destination(args, &d);
    if (status == 0)
        status = take_reading(args, &reading);
    if (status == 0)
        status = arguments_check_rest(args, "check");
    if (status != 0)
        return status;
    samen_status result = samen_io_check(args->word[1], &reading, &run, &table, &error);
    progress_clear(&p);
    if (result != SAMEN_OK)
        return complain(&error);
    int32_t severity = samen_table_find(table, "severity");
    int64_t rows = samen_table_rows(table);
    for (int64_t row = 0; row < rows; row++)
        errors += strcmp(samen_table_get_text(table, row, severity, ""), "error") == 0;
    if (d.file || d.options.format != SAMEN_FORMAT_TEXT) {
        status = deliver(&d, table);
        return status == EXIT_FINE && errors > 0 ? EXIT_FAILED : status;
    }
    for (int64_t row = 0; row < rows; row++) {
        int64_t line = samen_table_get_int64(table, row, samen_table_find(table, "line"), 0);
        int64_t column = samen_table_get_int64(table, row, samen_table_find(table, "column"), 0);
        printf("%s", samen_table_get_text(table, row, samen_table_find(table, "file"), ""));
        if (line > 0)
            printf(":%lld", (long long)line);
        if (column > 0)
            printf(":%lld", (long long)column);
        const char *name =
            samen_table_get_text(table, row, samen_table_find(table, "column_name"), NULL);
        printf(": %s: %s%s%s%s\n", samen_table_get_text(table, row, severity, ""),
               name ? "column " : "", name ? name : "", name ? ": " : "",
               samen_table_get_text(table, row, samen_table_find(table, "problem"), ""));
    }
    if (rows == 0)
        printf("No problems found.\n");
    else
        printf("%lld %s, %lld %s.\n", (long long)errors, errors == 1 ? "error" : "errors",
               (long long)(rows - errors), rows - errors == 1 ? "remark" : "remarks");
    samen_table_free(table);
    status = print_text("", 0);
    return status == EXIT_FINE && errors > 0 ? EXIT_FAILED : status;
}

int command_convert(arguments *args) {
    samen_error error = {0};
    progress p;
    samen_run run;
    samen_io_read_options reading;
    samen_io_write_options writing = {.struct_size = sizeof writing};
    samen_network *network = NULL;
    int overwrite = 0;
    if (args->words != 3)
        return complain_usage("give a data set and a folder, as: samen convert FOLDER NEW-FOLDER");
    int status = progress_start(args, &p, &run);
    if (status == 0)
        status = take_reading(args, &reading);
    if (status == 0)
        status = arguments_take_flag(args, "overwrite", &overwrite);
    if (status != 0)
        return status;
    const char *separator = arguments_take(args, "separator");
    const char *decimal = arguments_take(args, "decimal");
    if (separator && strcmp(separator, "tab") == 0)
        separator = "\t";
    if ((separator && strlen(separator) != 1) ||
        (decimal && strcmp(decimal, ",") != 0 && strcmp(decimal, ".") != 0))
        return complain_usage(
            "--separator is a comma, a semicolon or tab, --decimal a point or comma");
    writing.separator = separator ? (unsigned char)separator[0] : 0;
    writing.decimal_comma = decimal && decimal[0] == ',';
    writing.overwrite = (uint32_t)overwrite;
    status = arguments_check_rest(args, "convert");
    if (status != 0)
        return status;
    samen_status result = samen_io_read(args->word[1], &reading, &run, &network, &error);
    progress_clear(&p);
    if (result == SAMEN_OK)
        result = samen_io_write(network, args->word[2], &writing, &error);
    samen_network_free(network);
    return result == SAMEN_OK ? EXIT_FINE : complain(&error);
}

/* Make a table by a call and deliver it. */
static int deliver_listing(arguments *args, const char *command, samen_status status,
                           samen_table *table, const samen_error *error, const char *columns) {
    destination d;
    int exit_status = take_destination(args, &d);
    if (exit_status == 0)
        exit_status = arguments_check_rest(args, command);
    if (exit_status == 0 && status != SAMEN_OK)
        exit_status = complain(error);
    if (exit_status != 0) {
        samen_table_free(table);
        return exit_status;
    }
    if (!d.columns && d.options.format == SAMEN_FORMAT_TEXT)
        d.columns = columns;
    return deliver(&d, table);
}

int command_list(arguments *args) {
    samen_error error = {0};
    samen_table *table = NULL;
    if (args->words != 1)
        return complain_usage("list takes no words");
    samen_status status = samen_describe(&table, &error);
    return deliver_listing(args, "list", status, table, &error, "measure,title,tables");
}

/* A table under a heading, without its notes. Takes the table over. */
static int describe_part(destination d, const char *title, samen_status status, samen_table *table,
                         const char *columns, const samen_error *error) {
    d.columns = columns;
    d.options.plain = 1;
    if (status != SAMEN_OK)
        return complain(error);
    printf(d.options.format == SAMEN_FORMAT_MARKDOWN ? "\n### %s\n\n" : "\n%s\n\n", title);
    return deliver(&d, table);
}

/* What the list of measures says of one. */
static samen_status describe_entry(const char *name, samen_error *error) {
    samen_table *table = NULL;
    samen_status status = samen_describe(&table, error);
    for (int64_t row = 0; status == SAMEN_OK && row < samen_table_rows(table); row++) {
        if (strcmp(samen_table_get_text(table, row, 0, ""), name) != 0)
            continue;
        for (int32_t i = 0; i < samen_table_columns(table); i++)
            printf("%s: %s\n", samen_table_column_name(table, i),
                   samen_table_get_text(table, row, i, ""));
    }
    samen_table_free(table);
    return status;
}

int command_describe(arguments *args) {
    samen_error error = {0};
    samen_table *options = NULL, *columns = NULL;
    destination d;
    char name[128] = "";
    if (args->words < 2 || args->words > 3)
        return complain_usage("name a measure or view, as: samen describe brokerage.roles");
    snprintf(name, sizeof name, args->words == 3 ? "%s.%s" : "%s", args->word[1],
             args->words == 3 ? args->word[2] : "");
    int exit_status = take_destination(args, &d);
    if (exit_status == 0)
        exit_status = arguments_check_rest(args, "describe");
    if (exit_status == 0 && d.options.format != SAMEN_FORMAT_TEXT &&
        d.options.format != SAMEN_FORMAT_MARKDOWN)
        exit_status = complain_usage("describe gives text or markdown");
    if (exit_status != 0)
        return exit_status;
    samen_status status = samen_describe_options(name, &options, &error);
    if (status != SAMEN_OK)
        return complain_usage("%s", error.message);
    int is_view = strcmp(name, "view") == 0;
    if (!is_view && d.options.format == SAMEN_FORMAT_TEXT)
        status = describe_entry(name, &error);
    exit_status =
        describe_part(d, "Options", status, options, "option,default,choices,help", &error);
    if (exit_status != EXIT_FINE || is_view)
        return exit_status;
    status = samen_describe_columns(name, &columns, &error);
    return describe_part(d, "Columns", status, columns, "table,column,type,help,undefined", &error);
}

static int take_trait(arguments *args, const char *name, uint32_t *trait) {
    int yes = 0;
    int given = 0;
    for (int i = 0; i < args->count; i++)
        given |= strcmp(args->given[i].name, name) == 0;
    int status = arguments_take_flag(args, name, &yes);
    *trait = !given ? SAMEN_TRAIT_UNKNOWN : yes ? SAMEN_TRAIT_YES : SAMEN_TRAIT_NO;
    return status;
}

static int read_purpose(const char *name, uint32_t *purpose) {
    static const char *const names[] = {"",      "exchange",  "acquaint",  "case", "common-action",
                                        "learn", "resources", "joint-task"};
    *purpose = SAMEN_PURPOSE_UNKNOWN;
    for (uint32_t i = 1; name && i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0)
            *purpose = i;
    }
    if (name && *purpose == SAMEN_PURPOSE_UNKNOWN)
        return complain_usage("there is no purpose \"%s\"; give exchange, acquaint, case, "
                              "common-action, learn, resources or joint-task",
                              name);
    return 0;
}

int command_classify(arguments *args) {
    samen_error error = {0};
    samen_traits traits = {.struct_size = sizeof traits};
    samen_table *table = NULL;
    if (args->words != 1)
        return complain_usage("classify takes options only, as: samen classify --commitment yes");
    int status = take_trait(args, "commitment", &traits.commitment);
    if (status == 0)
        status = take_trait(args, "bounded", &traits.bounded);
    if (status == 0)
        status = take_trait(args, "one-off", &traits.one_off);
    if (status == 0)
        status = take_trait(args, "common-goal", &traits.common_goal);
    if (status == 0)
        status = read_purpose(arguments_take(args, "purpose"), &traits.purpose);
    if (status != 0)
        return status;
    samen_status result = samen_typology_classify(&traits, &table, &error);
    return deliver_listing(args, "classify", result, table, &error, NULL);
}

int command_advise(arguments *args) {
    samen_error error = {0};
    samen_table *table = NULL;
    uint32_t purpose = SAMEN_PURPOSE_UNKNOWN;
    if (args->words != 2)
        return complain_usage("give a purpose, as: samen advise exchange");
    int status = read_purpose(args->word[1], &purpose);
    if (status != 0)
        return status;
    samen_status result = samen_typology_advise(purpose, &table, &error);
    return deliver_listing(args, "advise", result, table, &error, NULL);
}
