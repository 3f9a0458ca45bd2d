/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts: made, printed harmlessly, wrapped. */
#ifndef SAMEN_TOOL_TEXT_H
#define SAMEN_TOOL_TEXT_H

#include <stdio.h>

/* What printf would print, to be freed; NULL when memory ran out. */
char *text_of(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* name="value" as the library reads options, quotes in the value doubled; to be freed. */
char *text_option(const char *name, const char *value);

/* Print a text that comes from data or the command line: what a terminal would act on, turns text
 * round or cannot be seen appears as \u{...}. */
void text_print(FILE *out, const char *text);

/* The same in lines of at most 100 columns, the first behind `first`, the others behind blanks. */
void text_print_wrapped(FILE *out, const char *first, const char *text);

/* "organisation" for 1, "organisations" for any other count. */
const char *text_plural(long long count, const char *one, const char *many);

#endif
