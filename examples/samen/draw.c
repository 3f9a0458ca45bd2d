/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen draw KIND DATASET: any picture of the library, with the options that it lists for it. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "destination.h"
#include "looking.h"
#include "picture.h"
#include "title.h"

/* Everything that is on the command line, taken and checked before anything is read. */
typedef struct wish {
    progress bar;
    samen_run run;
    looking look;
    char *options;
    picture picture;
} wish;

static int take_options(arguments *args, wish *w) {
    samen_error error = {0};
    samen_table *names = NULL;
    if (samen_draw_describe_options(w->picture.kind, &names, &error) != SAMEN_OK)
        return error.code == SAMEN_ERR_MEMORY ? complain_memory()
                                              : complain_usage("%s", error.message);
    w->options = arguments_take_text(args, names);
    samen_table_free(names);
    return w->options ? 0 : complain_memory();
}

/* See, before anything long is done, that the file may be written. */
static int check_file(const picture *p) {
    const destination to = {.file = p->file, .options.overwrite = (uint32_t)p->overwrite};
    return destination_check(&to);
}

static int take(arguments *args, wish *w) {
    int status = progress_start(args, &w->bar, &w->run);
    w->picture.file = arguments_take(args, "output");
    if (status == 0)
        status = arguments_take_flag(args, "overwrite", &w->picture.overwrite);
    if (status == 0)
        status = picture_take_format(args, &w->picture);
    if (status == 0)
        status = looking_take(args, &w->look);
    if (status == 0)
        status = take_options(args, w);
    if (status == 0)
        status = arguments_check_rest(args, "draw");
    if (status == 0)
        status = check_file(&w->picture);
    return status;
}

static int draw(wish *w, const char *path) {
    samen_error error = {0};
    samen_view *view = NULL;
    char *bytes = NULL;
    int64_t length = 0;
    int status = looking_open(&w->look, path, &w->run, &w->bar, &view);
    if (status != EXIT_FINE)
        return status;
    w->picture.view = view;
    w->picture.options = w->options;
    samen_status result = picture_draw(&w->picture, &w->run, &bytes, &length, &error);
    progress_clear(&w->bar);
    samen_view_free(view);
    if (result != SAMEN_OK)
        status = complain(&error);
    else if (bytes)
        status = print_text(bytes, length);
    picture_free(&w->picture, bytes);
    return status;
}

int command_draw(arguments *args) {
    if (args->words < 3)
        return complain_usage(
            "give a kind of picture and a data set, as: samen draw sociogram FOLDER");
    if (args->words > 3)
        return complain_usage("there is a word too many: \"%s\"", args->word[3]);
    wish w = {.picture.kind = args->word[1]};
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
