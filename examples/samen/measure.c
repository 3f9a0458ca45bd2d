/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen FAMILY MEASURE DATASET: any measure of the registry. */
#include <stdio.h>
#include <stdlib.h>

#include "commands.h"
#include "destination.h"
#include "looking.h"
#include "text.h"

/* Everything that is on the command line, taken and checked before anything is read. */
typedef struct wish {
    progress bar;
    samen_run run;
    destination to;
    looking look;
    char *name;
    char *options;
} wish;

static int take(arguments *args, wish *w) {
    int status = progress_start(args, &w->bar, &w->run);
    if (status == 0)
        status = destination_take(args, &w->to);
    if (status == 0)
        status = looking_take(args, &w->look);
    if (status == 0)
        status = looking_take_options(args, w->name, &w->options);
    if (status == 0)
        status = arguments_check_rest(args, w->name);
    if (status == 0)
        status = destination_check(&w->to);
    w->to.silent = w->bar.quiet;
    return status;
}

static int measure(wish *w, const char *path) {
    samen_error error = {0};
    samen_view *view = NULL;
    samen_table *table = NULL;
    int status = looking_open(&w->look, path, &w->run, &w->bar, &view);
    if (status != EXIT_FINE)
        return status;
    samen_status result = samen_measure(view, w->name, w->options, &w->run, &table, &error);
    progress_clear(&w->bar);
    samen_view_free(view);
    return result == SAMEN_OK ? destination_deliver(&w->to, table) : complain(&error);
}

int command_measure(arguments *args) {
    if (args->words < 3)
        return complain_usage("give a family, a measure and a data set, as: samen cohesion density "
                              "FOLDER");
    if (args->words > 3)
        return complain_usage("there is a word too many: \"%s\"", args->word[3]);
    wish w = {.name = text_of("%s.%s", args->word[0], args->word[1])};
    int status = w.name ? take(args, &w) : complain_memory();
    if (status == 0)
        status = measure(&w, args->word[2]);
    looking_free(&w.look);
    free(w.name);
    free(w.options);
    return status;
}
