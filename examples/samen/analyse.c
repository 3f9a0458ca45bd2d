/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen analyse: the account on the terminal and, with --output, every table as CSV in a folder. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "destination.h"
#include "looking.h"
#include "output.h"
#include "text.h"

/* About how many tables an account is made of, for the bar. */
enum { ACCOUNT_TABLES = 16 };

/* The account as text; the caller frees it. */
static char *write_in_memory(account *a, size_t *length) {
    char *text = NULL;
    FILE *out = open_memstream(&text, length);
    if (out)
        account_write(a, out);
    if (!out || fclose(out) != 0)
        account_fail_memory(a);
    return text;
}

static int analyse(account *a, output *o, const char *group) {
    size_t length = 0;
    a->expected = ACCOUNT_TABLES;
    account_start(a, group);
    if (o->folder && a->error.code == SAMEN_OK)
        output_plan(o, a);
    char *text = write_in_memory(a, &length);
    if (a->error.code == SAMEN_OK && o->folder)
        output_write(o, a, text, length);
    progress_clear(a->bar);
    int status =
        a->error.code == SAMEN_OK ? print_text(text, (int64_t)length) : complain(&a->error);
    if (status == EXIT_FINE && o->folder && !a->bar->quiet) {
        fputs("Every table is in ", stderr);
        text_print(stderr, o->folder);
        fputc('\n', stderr);
    }
    free(text);
    return status;
}

/* Everything on the command line is taken and checked before anything is read. */
static int take(arguments *args, progress *bar, samen_run *run, output *o, looking *look,
                const char **group) {
    *o = (output){.folder = arguments_take(args, "output"), .guard = 1};
    *group = arguments_take(args, "group");
    int status = progress_start(args, bar, run);
    if (status == 0)
        status = arguments_take_flag(args, "overwrite", &o->overwrite);
    if (status == 0)
        status = arguments_take_flag(args, "guard", &o->guard);
    if (status == 0)
        status = looking_take(args, look);
    if (status == 0)
        status = arguments_check_rest(args, "analyse");
    return status;
}

int command_analyse(arguments *args) {
    progress bar = {0};
    samen_run run;
    output o;
    looking look = {0};
    const char *group;
    if (args->words != 2)
        return complain_usage("give one data set, as: samen analyse FOLDER");
    account *a = calloc(1, sizeof *a);
    if (!a)
        return complain_memory();
    int status = take(args, &bar, &run, &o, &look, &group);
    *a = (account){.path = args->word[1], .choice = look.choice, .run = &run, .bar = &bar};
    if (status == 0 && o.folder)
        status = output_open(&o);
    if (status == 0)
        status = looking_open(&look, a->path, &run, &bar, &a->view);
    if (status == 0)
        status = analyse(a, &o, group);
    output_close(&o);
    account_free(a);
    looking_free(&look);
    free(a);
    return status;
}
