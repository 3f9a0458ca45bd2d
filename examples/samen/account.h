/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account is written from: a view, the group in use, and tables of measures, each computed
 * once. */
#ifndef SAMEN_TOOL_ACCOUNT_H
#define SAMEN_TOOL_ACCOUNT_H

#include <stdio.h>

#include "commands.h"

enum { MOST_TABLES = 128 };

typedef struct account {
    const char *path;
    samen_view *view;
    char *options; /* what the view was asked to be */
    const samen_run *run;
    progress *bar;
    char group[256];  /* "" when there is none */
    int group_chosen; /* by us, not by the user */
    int expected;     /* tables that will be asked for, for the bar */
    struct {
        char key[384];
        samen_table *table;
    } made[MOST_TABLES];
    int count;
    samen_error error; /* the first failure; everything after it is skipped */
} account;

void account_free(account *a);

/* Use the group that the user asks for, or the first text or yes/no attribute that parts the
 * organisations into 2 to 12 groups, at most half as many as there are organisations. */
void account_choose_group(account *a, const char *wanted);

/* A table of a measure, owned by the account; NULL after a failure. */
const samen_table *account_table(account *a, const char *measure, const char *options);

/* The number in the first row under a column, or `otherwise`. */
double account_number(const samen_table *table, const char *column, double otherwise);

/* Some columns of a table, sorted and cut, indented by two blanks. sort NULL keeps the order. */
void account_print(account *a, FILE *out, const samen_table *table, const char *columns,
                   const char *sort, long long top);

/* Text from the data, with control characters taken out. */
void account_print_plain(FILE *out, const char *text);

/* Write the whole account. */
void account_write(account *a, FILE *out);

#endif
