/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arguments.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

int complain(const samen_error *error) {
    fputs("samen: ", stderr);
    text_print(stderr, error->message);
    fputc('\n', stderr);
    return error->code == SAMEN_ERR_ARGUMENT ? EXIT_USAGE : EXIT_FAILED;
}

int complain_memory(void) {
    fputs("samen: memory ran out\n", stderr);
    return EXIT_FAILED;
}

int complain_usage(const char *format, ...) {
    char message[1024];
    va_list list;
    va_start(list, format);
    vsnprintf(message, sizeof message, format, list);
    va_end(list);
    fputs("samen: ", stderr);
    text_print(stderr, message);
    fputs("\nTry: samen --help\n", stderr);
    return EXIT_USAGE;
}

static int same_name(const char *a, const char *b) {
    for (; *a && *b; a++, b++) {
        if (*a != *b && !((*a == '-' || *a == '_') && (*b == '-' || *b == '_')))
            return 0;
    }
    return *a == *b;
}

/* Some options need no value to be understood. */
static int is_alone(const char *name) {
    static const char *const names[] = {"help", "version", "quiet", "anonymise"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0)
            return 1;
    }
    return 0;
}

int arguments_read(int argc, char **argv, arguments *args) {
    static char help[] = "--help", output[] = "--output";
    int only_words = 0;
    *args = (arguments){.word = calloc((size_t)argc + 1, sizeof *args->word),
                        .given = calloc((size_t)argc + 1, sizeof *args->given)};
    if (!args->word || !args->given)
        return complain_memory();
    for (int i = 1; i < argc; i++) {
        char *text = strcmp(argv[i], "-h") == 0   ? help
                     : strcmp(argv[i], "-o") == 0 ? output
                                                  : argv[i];
        if (only_words || text[0] != '-' || text[1] == '\0') {
            args->word[args->words++] = text;
            continue;
        }
        if (strcmp(text, "--") == 0) {
            only_words = 1;
            continue;
        }
        if (text[1] != '-')
            return complain_usage("options start with two hyphens, as --%s", text + 1);
        char *equals = strchr(text, '=');
        option *o = &args->given[args->count++];
        o->name = text + 2;
        if (equals) {
            *equals = '\0';
            o->value = equals + 1;
        } else if (is_alone(o->name)) {
            o->value = "true";
        } else if (i + 1 < argc && strncmp(argv[i + 1], "--", 2) != 0) {
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

static void remember(arguments *args, const char *name) {
    if (args->knows == MOST_KNOWN || strlen(name) >= LONGEST_KNOWN)
        return;
    char *known = args->known[args->knows++];
    strcpy(known, name);
    for (; *known; known++)
        *known = (char)(*known == '_' ? '-' : *known);
}

const char *arguments_take(arguments *args, const char *name) {
    const char *value = NULL;
    remember(args, name);
    for (int i = 0; i < args->count; i++) {
        if (!args->given[i].taken && same_name(args->given[i].name, name)) {
            args->given[i].taken = 1;
            value = args->given[i].value;
        }
    }
    return value;
}

const char *arguments_see(const arguments *args, const char *name) {
    const char *value = NULL;
    for (int i = 0; i < args->count; i++) {
        if (same_name(args->given[i].name, name))
            value = args->given[i].value;
    }
    return value;
}

void arguments_give(arguments *args, const char *name, const char *value) {
    for (int i = 0; i < args->count; i++) {
        if (same_name(args->given[i].name, name))
            return;
    }
    args->given[args->count++] = (option){.name = name, .value = value};
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
    errno = 0;
    *value = strtoll(text, &end, 10);
    if (errno == 0 && end != text && *end == '\0' && *value >= least && *value <= most)
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
    char *text = text_of("%s", "");
    for (int64_t row = 0; row < samen_table_rows(names); row++)
        remember(args, samen_table_get_text(names, row, samen_table_find(names, "option"), ""));
    for (int i = 0; text && i < args->count; i++) {
        option *o = &args->given[i];
        if (o->taken || !is_listed(names, o->name))
            continue;
        o->taken = 1;
        char *one = text_option(o->name, o->value), *before = text;
        text = one ? text_of("%s%s\n", before, one) : NULL;
        free(one);
        free(before);
    }
    return text;
}

int arguments_distance(const char *one, const char *other) {
    int rows[3][LONGEST_KNOWN + 1], *two_up = rows[0], *up = rows[1], *row = rows[2];
    int m = (int)strlen(one), n = (int)strlen(other);
    if (m > LONGEST_KNOWN || n > LONGEST_KNOWN)
        return LONGEST_KNOWN;
    for (int j = 0; j <= n; j++)
        up[j] = j;
    for (int i = 1; i <= m; i++) {
        row[0] = i;
        for (int j = 1; j <= n; j++) {
            int best = up[j - 1] + (one[i - 1] != other[j - 1]);
            best = up[j] + 1 < best ? up[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] &&
                two_up[j - 2] + 1 < best)
                best = two_up[j - 2] + 1;
            row[j] = best;
        }
        int *spare = two_up;
        two_up = up;
        up = row;
        row = spare;
    }
    return up[n];
}

int arguments_check_rest(const arguments *args, const char *command) {
    for (int i = 0; i < args->count; i++) {
        const char *name = args->given[i].name, *nearest = NULL;
        int best = 3;
        if (args->given[i].taken)
            continue;
        for (int k = 0; k < args->knows; k++) {
            int distance = arguments_distance(name, args->known[k]);
            if (distance < best) {
                best = distance;
                nearest = args->known[k];
            }
        }
        return nearest ? complain_usage("%s has no option --%s; did you mean --%s?", command, name,
                                        nearest)
                       : complain_usage("%s has no option --%s", command, name);
    }
    return 0;
}
