/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arguments.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int complain(const samen_error *error) {
    fprintf(stderr, "samen: %s\n", error->message);
    return error->code == SAMEN_ERR_ARGUMENT ? EXIT_USAGE : EXIT_FAILED;
}

int complain_usage(const char *format, ...) {
    va_list list;
    va_start(list, format);
    fputs("samen: ", stderr);
    vfprintf(stderr, format, list);
    fputs("\nTry: samen --help\n", stderr);
    va_end(list);
    return EXIT_USAGE;
}

int arguments_read(int argc, char **argv, arguments *args) {
    *args = (arguments){.word = calloc((size_t)argc + 1, sizeof *args->word),
                        .given = calloc((size_t)argc + 1, sizeof *args->given)};
    if (!args->word || !args->given) {
        fputs("samen: memory ran out\n", stderr);
        return EXIT_FAILED;
    }
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--", 2) != 0 || strcmp(argv[i], "--") == 0) {
            args->word[args->words++] = argv[i];
            continue;
        }
        char *equals = strchr(argv[i], '=');
        option *o = &args->given[args->count++];
        o->name = argv[i] + 2;
        if (equals) {
            *equals = '\0';
            o->value = equals + 1;
        } else if (strcmp(o->name, "help") == 0 || strcmp(o->name, "version") == 0 ||
                   strcmp(o->name, "quiet") == 0) {
            o->value = "true";
        } else if (i + 1 < argc) {
            o->value = argv[++i];
        } else {
            return complain_usage("option --%s has no value", o->name);
        }
    }
    return 0;
}

void arguments_free(arguments *args) {
    free(args->word);
    free(args->given);
}

static int same_name(const char *a, const char *b) {
    for (; *a && *b; a++, b++) {
        if (*a != *b && !((*a == '-' || *a == '_') && (*b == '-' || *b == '_')))
            return 0;
    }
    return *a == *b;
}

const char *arguments_take(arguments *args, const char *name) {
    const char *value = NULL;
    for (int i = 0; i < args->count; i++) {
        if (!args->given[i].taken && same_name(args->given[i].name, name)) {
            args->given[i].taken = 1;
            value = args->given[i].value;
        }
    }
    return value;
}

int arguments_take_flag(arguments *args, const char *name, int *value) {
    const char *text = arguments_take(args, name);
    if (!text)
        return 0;
    *value = strcmp(text, "true") == 0 || strcmp(text, "yes") == 0 || strcmp(text, "1") == 0;
    if (*value || strcmp(text, "false") == 0 || strcmp(text, "no") == 0 || strcmp(text, "0") == 0)
        return 0;
    return complain_usage("option --%s cannot be \"%s\"; give true or false", name, text);
}

int arguments_take_number(arguments *args, const char *name, long long least, long long most,
                          long long *value) {
    const char *text = arguments_take(args, name);
    char *end = NULL;
    if (!text)
        return 0;
    *value = strtoll(text, &end, 10);
    if (end != text && *end == '\0' && *value >= least && *value <= most)
        return 0;
    return complain_usage("option --%s cannot be \"%s\"; give a whole number from %lld to %lld",
                          name, text, least, most);
}

static int is_listed(const samen_table *names, const char *name) {
    int32_t column = samen_table_find(names, "option");
    for (int64_t row = 0; row < samen_table_rows(names); row++) {
        if (same_name(samen_table_get_text(names, row, column, ""), name))
            return 1;
    }
    return 0;
}

char *arguments_take_text(arguments *args, const samen_table *names) {
    size_t size = 1;
    for (int i = 0; i < args->count; i++)
        size += strlen(args->given[i].name) + 2 * strlen(args->given[i].value) + 8;
    char *text = malloc(size), *at = text;
    if (!text)
        return NULL;
    for (int i = 0; i < args->count; i++) {
        option *o = &args->given[i];
        if (o->taken || (names && !is_listed(names, o->name)))
            continue;
        o->taken = 1;
        at += sprintf(at, "%s=\"", o->name);
        for (const char *c = o->value; *c; c++) {
            if (*c == '"')
                *at++ = '"';
            *at++ = *c;
        }
        at += sprintf(at, "\"\n");
    }
    *at = '\0';
    return text;
}

int arguments_check_rest(const arguments *args, const char *command) {
    for (int i = 0; i < args->count; i++) {
        if (!args->given[i].taken)
            return complain_usage("%s has no option --%s", command, args->given[i].name);
    }
    return 0;
}
