/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen analyse: the account on the terminal and, with --output, every table as CSV in a folder. */
#include <stdlib.h>
#include <string.h>

#include "output.h"

enum { ACCOUNT_TABLES = 16 };

/* The account as text; the caller frees it. */
static char *write_in_memory(account *a, size_t *length) {
    char *text = NULL;
    FILE *out = open_memstream(&text, length);
    if (out) {
        account_write(a, out);
        if (fclose(out) == 0)
            return text;
    }
    a->error.code = SAMEN_ERR_MEMORY;
    strcpy(a->error.message, "memory ran out");
    return text;
}

static int analyse(account *a, output *o, const char *group) {
    size_t length = 0;
    int status = EXIT_FINE;
    a->expected = ACCOUNT_TABLES;
    account_choose_group(a, group);
    if (o->folder)
        output_plan(o, a);
    char *text = write_in_memory(a, &length);
    if (a->error.code == SAMEN_OK && o->folder)
        output_write(o, a, text, length);
    progress_clear(a->bar);
    if (a->error.code != SAMEN_OK)
        status = complain(&a->error);
    else
        status = print_text(text, (int64_t)length);
    if (status == EXIT_FINE && o->folder)
        fprintf(stderr, "Every table is in %s\n", o->folder);
    free(text);
    return status;
}

int command_analyse(arguments *args) {
    progress bar = {0};
    samen_run run;
    output o = {.folder = arguments_take(args, "output")};
    const char *group = arguments_take(args, "group");
    if (args->words != 2)
        return complain_usage("give one data set, as: samen analyse FOLDER");
    account *a = calloc(1, sizeof *a);
    if (!a) {
        fputs("samen: memory ran out\n", stderr);
        return EXIT_FAILED;
    }
    *a = (account){.path = args->word[1], .run = &run, .bar = &bar};
    int status = progress_start(args, &bar, &run);
    if (status == 0)
        status = arguments_take_flag(args, "overwrite", &o.overwrite);
    if (status == 0)
        status = arguments_take_flag(args, "raw", &o.raw);
    if (status == 0 && o.folder)
        status = output_check(&o);
    if (status == 0)
        status = open_view(args, a->path, &run, &bar, &a->view, &a->options);
    if (status == 0)
        status = arguments_check_rest(args, "analyse");
    if (status == 0)
        status = analyse(a, &o, group);
    output_free(&o);
    account_free(a);
    free(a);
    return status;
}
