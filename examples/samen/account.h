/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account is written from: a view, the group in use, and tables of measures, each computed
 * once. */
#ifndef SAMEN_TOOL_ACCOUNT_H
#define SAMEN_TOOL_ACCOUNT_H

#include <stdio.h>

#include "progress.h"

enum { MOST_TABLES = 160, MOST_LINES = 10, MOST_GROUP_LINES = 30 };

typedef struct account {
    const char *path;
    samen_view *view;
    const char *choice; /* what the view was asked to be */
    const samen_run *run;
    progress *bar;
    char *group;        /* the attribute that parts organisations; NULL when there is none */
    char *group_option; /* the same as an option of a measure */
    int group_chosen;   /* by us, not by the user */
    int named;          /* organisations have names that are not their keys */
    int has_undirected; /* ties of the network that count both ways by themselves */
    int expected;       /* tables that will be asked for, for the bar */
    struct {
        char *key;
        samen_table *table;
    } made[MOST_TABLES];
    int count;
    samen_error error; /* the first failure; everything after it is skipped */
} account;

/* Look at ties and organisations: which are there, have they names, and which group is it to be? The one that the user wants,
 * or the first text or yes/no attribute that parts the organisations into 2 to 12 groups, at most half as
 * many as there are organisations. */
void account_start(account *a, const char *wanted_group);

void account_free(account *a);

/* Fail for want of memory. */
void account_fail_memory(account *a);

/* A table of a measure, owned by the account; NULL after a failure. The options as printf makes them. */
const samen_table *account_table(account *a, const char *measure, const char *options, ...)
    __attribute__((format(printf, 3, 4)));

/* The number in the first row under a column, or `otherwise`. */
double account_number(const samen_table *table, const char *column, double otherwise);

/* Some columns of a table, sorted (descending) and cut, indented by two blanks. sort NULL keeps the order,
 * top 0 all rows. Columns without a single value are left out, and so is "name" where it would but repeat
 * the key. */
void account_print(account *a, FILE *out, const samen_table *table, const char *columns,
                   const char *sort, long long top);

/* ---- Its parts ---- */

void account_write_read(account *a, FILE *out);
void account_write_response(account *a, FILE *out);
void account_write_forms(account *a, FILE *out);
void account_write_cohesion(account *a, FILE *out);
void account_write_brokers(account *a, FILE *out);
void account_write_roles(account *a, FILE *out);
void account_write_cutpoints(account *a, FILE *out);
void account_write_minding(account *a, FILE *out);

/* Write the whole account. */
void account_write(account *a, FILE *out);

#endif
