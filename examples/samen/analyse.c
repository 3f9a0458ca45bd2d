/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen analyse: the report as text on the terminal and, with --output, every table as CSV in a folder. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "destination.h"
#include "looking.h"
#include "output.h"
#include "text.h"
#include "title.h"

/* Everything that is on the command line, taken and checked before anything is read. */
typedef struct wish {
    progress bar;
    samen_run run;
    looking look;
    output to;
    const char *group, *language;
    const char *title; /* of a network without names; NULL: that of the data set */
} wish;

static int take(arguments *args, wish *w) {
    int status = progress_start(args, &w->bar, &w->run);
    w->to = (output){.folder = arguments_take(args, "output"), .guard = 1};
    w->group = arguments_take(args, "group");
    w->language = arguments_take(args, "language");
    w->title = anonymous_is_wanted(args) ? anonymous_title(args) : NULL;
    if (status == 0)
        status = arguments_take_flag(args, "overwrite", &w->to.overwrite);
    if (status == 0)
        status = arguments_take_flag(args, "guard", &w->to.guard);
    if (status == 0)
        status = looking_take(args, &w->look);
    if (status == 0)
        status = arguments_check_rest(args, "analyse");
    return status;
}

/* The options of the report; to be freed. */
static char *write_options(const wish *w, const char *path) {
    char *name = title_name(path), *line = title_line(path);
    char *title = w->title ? text_of("%s", w->title)
                  : line   ? text_of("%s: %s", name ? name : "", line)
                           : text_of("%s", name ? name : "");
    char *title_option = title ? text_option("title", title) : NULL;
    char *group = w->group ? text_option("group", w->group) : text_of("%s", "");
    char *language = w->language ? text_option("language", w->language) : text_of("%s", "");
    char *options = title_option && group && language
                        ? text_of("%s\n%s\n%s\ntables=%s", title_option, group, language,
                                  w->to.folder ? "all" : "shown")
                        : NULL;
    free(name);
    free(line);
    free(title);
    free(title_option);
    free(group);
    free(language);
    return options;
}

static int deliver(wish *w, const samen_report *report, const samen_view *view) {
    samen_error error = {0};
    char *text = NULL;
    int64_t length = 0;
    samen_status status = samen_report_format(report, "text", NULL, &text, &length, &error);
    if (status == SAMEN_OK && w->to.folder)
        status = output_write(&w->to, report, text, length, &error);
    progress_clear(&w->bar);
    int exit_status = status == SAMEN_OK ? print_text(text, length) : complain(&error);
    if (exit_status == EXIT_FINE && w->to.folder && !w->bar.quiet)
        output_tell(&w->to, report, view);
    samen_free(text);
    return exit_status;
}

static int analyse(wish *w, const char *path) {
    samen_error error = {0};
    samen_view *view = NULL;
    samen_report *report = NULL;
    int status = looking_open(&w->look, path, &w->run, &w->bar, &view);
    if (status != EXIT_FINE)
        return status;
    char *options = write_options(w, path);
    if (!options)
        status = complain_memory();
    else if (samen_report_new(view, options, &w->run, &report, &error) != SAMEN_OK) {
        progress_clear(&w->bar);
        status = complain(&error);
    } else {
        status = deliver(w, report, view);
    }
    free(options);
    samen_report_free(report);
    samen_view_free(view);
    return status;
}

int command_analyse(arguments *args) {
    wish w = {0};
    if (args->words != 2)
        return complain_usage("give one data set, as: samen analyse FOLDER");
    int status = take(args, &w);
    if (status == 0 && w.to.folder)
        status = output_open(&w.to);
    if (status == 0)
        status = analyse(&w, args->word[1]);
    output_close(&w.to);
    looking_free(&w.look);
    return status;
}
