/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the command line: words, and options as name and value. */
#ifndef SAMEN_TOOL_ARGUMENTS_H
#define SAMEN_TOOL_ARGUMENTS_H

#include <samen/samen.h>

enum { EXIT_FINE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

enum { MOST_KNOWN = 96, LONGEST_KNOWN = 40 };

typedef struct option {
    const char *name;
    const char *value;
    int taken;
} option;

typedef struct arguments {
    const char **word;
    int words;
    option *given;
    int count;
    char known[MOST_KNOWN][LONGEST_KNOWN]; /* options that a command asked for, to suggest one of */
    int knows;
} arguments;

/* 0 on success; otherwise the exit status, with the reason on standard error. */
int arguments_read(int argc, char **argv, arguments *args);
void arguments_free(arguments *args);

/* The value of an option, taking it off the list; NULL when it is not given. */
const char *arguments_take(arguments *args, const char *name);

/* The same, leaving it on the list. */
const char *arguments_see(const arguments *args, const char *name);

/* An option as if it were on the command line, unless it is; no more than there are words. The value is not copied. */
void arguments_give(arguments *args, const char *name, const char *value);

/* The same for true or false, and for a whole number from `least` to `most`; 0 on success. */
int arguments_take_flag(arguments *args, const char *name, int *value);
int arguments_take_number(arguments *args, const char *name, long long least, long long most,
                          long long *value);

/* All options left that `names` (a table of samen_describe_options) lists, as the text that the library
 * reads. To be freed with free(). NULL when memory ran out. */
char *arguments_take_text(arguments *args, const samen_table *names);

/* Complain about the first option that nobody took, with the nearest of those that were asked for; 0 when
 * there is none. */
int arguments_check_rest(const arguments *args, const char *command);

/* Changes that make one name of the other: a letter more, less or another, two neighbours swapped. */
int arguments_distance(const char *one, const char *other);

/* Print "samen: ..." on standard error and return the exit status that fits the error. */
int complain(const samen_error *error);
int complain_memory(void);
int complain_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
