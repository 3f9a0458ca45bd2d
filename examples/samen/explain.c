/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the library says about itself and about forms: list, describe, classify, advise. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "destination.h"
#include "text.h"

/* Make a table by a call and deliver it. */
static int deliver_listing(arguments *args, const char *command, samen_status status,
                           samen_table *table, const samen_error *error, const char *columns) {
    destination d;
    int exit_status = destination_take(args, &d);
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
    return destination_deliver(&d, table);
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
static int describe_part(uint32_t format, const char *title, samen_status status,
                         samen_table *table, const char *columns, const samen_error *error) {
    const destination d = {
        .options = {.struct_size = sizeof d.options, .format = format, .plain = 1},
        .columns = columns};
    if (status != SAMEN_OK)
        return complain(error);
    printf(format == SAMEN_FORMAT_MARKDOWN ? "\n### %s\n\n" : "\n%s\n\n", title);
    return destination_deliver(&d, table);
}

/* What a list of measures or kinds says of one. Takes the table over. */
static void describe_entry(const char *name, samen_table *table) {
    for (int64_t row = 0; row < samen_table_rows(table); row++) {
        if (strcmp(samen_table_get_text(table, row, 0, ""), name) != 0)
            continue;
        for (int32_t i = 0; i < samen_table_columns(table); i++)
            printf("%s: %s\n", samen_table_column_name(table, i),
                   samen_table_get_text(table, row, i, ""));
    }
    samen_table_free(table);
}

/* `options` is taken over. */
static int describe_kind(const char *name, uint32_t format, samen_table *options) {
    samen_error error = {0};
    samen_table *kinds = NULL;
    samen_status status = samen_draw_describe(&kinds, &error);
    if (status == SAMEN_OK && format == SAMEN_FORMAT_TEXT)
        describe_entry(name, kinds);
    else
        samen_table_free(kinds);
    if (status == SAMEN_OK)
        return describe_part(format, "Options", status, options, "option,default,choices,help",
                             &error);
    samen_table_free(options);
    return complain(&error);
}

static int describe(const char *name, uint32_t format) {
    samen_error error = {0};
    samen_table *options = NULL, *columns = NULL, *measures = NULL;
    if (!strchr(name, '.') && samen_draw_describe_options(name, &options, NULL) == SAMEN_OK)
        return describe_kind(name, format, options);
    if (strcmp(name, "report") == 0) {
        samen_status made = samen_report_describe_options(&options, &error);
        return describe_part(format, "Options", made, options, "option,default,choices,help",
                             &error);
    }
    samen_status status = samen_describe_options(name, &options, &error);
    if (status != SAMEN_OK)
        return complain_usage("%s", error.message);
    int is_view = strcmp(name, "view") == 0;
    if (!is_view && format == SAMEN_FORMAT_TEXT) {
        status = samen_describe(&measures, &error);
        describe_entry(name, measures);
    }
    int exit_status =
        describe_part(format, "Options", status, options, "option,default,choices,help", &error);
    if (exit_status != EXIT_FINE || is_view)
        return exit_status;
    status = samen_describe_columns(name, &columns, &error);
    return describe_part(format, "Columns", status, columns, "table,column,type,help,undefined",
                         &error);
}

int command_describe(arguments *args) {
    uint32_t format = SAMEN_FORMAT_TEXT;
    if (args->words < 2 || args->words > 3)
        return complain_usage(
            "name a measure, a kind of picture, view or report, as: samen describe brokerage.roles");
    int status = destination_take_format(args, &format);
    if (status == 0)
        status = arguments_check_rest(args, "describe");
    if (status == 0 && format != SAMEN_FORMAT_TEXT && format != SAMEN_FORMAT_MARKDOWN)
        status = complain_usage("describe gives text or markdown");
    if (status != 0)
        return status;
    char *name = args->words == 3 ? text_of("%s.%s", args->word[1], args->word[2])
                                  : text_of("%s", args->word[1]);
    status = name ? describe(name, format) : complain_memory();
    free(name);
    return status;
}

static int take_trait(arguments *args, const char *name, uint32_t *trait) {
    int yes = -1;
    int status = arguments_take_flag(args, name, &yes);
    *trait = yes < 0 ? SAMEN_TRAIT_UNKNOWN : yes ? SAMEN_TRAIT_YES : SAMEN_TRAIT_NO;
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
