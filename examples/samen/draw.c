/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen draw KIND DATASET: any picture of the library, with the options that it lists for it. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "destination.h"
#include "looking.h"
#include "title.h"

/* Everything that is on the command line, taken and checked before anything is read. */
typedef struct wish {
    progress bar;
    samen_run run;
    looking look;
    const char *kind;
    char *options;
    destination to; /* only its file, and whether one that is there may go */
} wish;

static int take_options(arguments *args, wish *w) {
    samen_error error = {0};
    samen_table *names = NULL;
    if (samen_draw_describe_options(w->kind, &names, &error) != SAMEN_OK)
        return error.code == SAMEN_ERR_MEMORY ? complain_memory()
                                              : complain_usage("%s", error.message);
    w->options = arguments_take_text(args, names);
    samen_table_free(names);
    return w->options ? 0 : complain_memory();
}

static int take(arguments *args, wish *w) {
    int overwrite = 0;
    int status = progress_start(args, &w->bar, &w->run);
    w->to = (destination){.file = arguments_take(args, "output")};
    if (status == 0)
        status = arguments_take_flag(args, "overwrite", &overwrite);
    w->to.options.overwrite = (uint32_t)overwrite;
    if (status == 0)
        status = looking_take(args, &w->look);
    if (status == 0)
        status = take_options(args, w);
    if (status == 0)
        status = arguments_check_rest(args, "draw");
    if (status == 0)
        status = destination_check(&w->to);
    return status;
}

static int draw(wish *w, const char *path) {
    samen_error error = {0};
    samen_view *view = NULL;
    char *picture = NULL;
    int64_t length = 0;
    int status = looking_open(&w->look, path, &w->run, &w->bar, &view);
    if (status != EXIT_FINE)
        return status;
    samen_status result =
        w->to.file ? samen_draw_write(view, w->kind, w->options, &w->run, w->to.file,
                                      (int32_t)w->to.options.overwrite, &error)
                   : samen_draw(view, w->kind, w->options, &w->run, &picture, &length, &error);
    progress_clear(&w->bar);
    samen_view_free(view);
    if (result != SAMEN_OK)
        status = complain(&error);
    else if (picture)
        status = print_text(picture, length);
    samen_free(picture);
    return status;
}

int command_draw(arguments *args) {
    if (args->words < 3)
        return complain_usage(
            "give a kind of picture and a data set, as: samen draw sociogram FOLDER");
    if (args->words > 3)
        return complain_usage("there is a word too many: \"%s\"", args->word[3]);
    wish w = {.kind = args->word[1]};
    char *source = title_name(args->word[2]);
    int status = source ? 0 : complain_memory();
    if (status == 0 && !anonymous_is_wanted(args))
        arguments_give(args, "source", source); /* what stands below the picture */
    if (status == 0)
        status = take(args, &w);
    if (status == 0)
        status = draw(&w, args->word[2]);
    looking_free(&w.look);
    free(w.options);
    free(source);
    return status;
}
