/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen report DATASET: the account as one page of HTML, with the options that the library lists for reports. */
#include <stdlib.h>

#include "commands.h"
#include "destination.h"
#include "looking.h"
#include "text.h"
#include "title.h"

/* Everything that is on the command line, taken and checked before anything is read. */
typedef struct wish {
    progress bar;
    samen_run run;
    looking look;
    char *options;
    destination to; /* only its file, and whether one that is there may go */
} wish;

/* The part of the bar that is making the report; writing it draws pictures. */
#define MADE 0.8

static int take_options(arguments *args, wish *w) {
    samen_error error = {0};
    samen_table *names = NULL;
    int guard = 1;
    int status = arguments_take_flag(args, "guard", &guard);
    if (status != 0)
        return status;
    if (samen_report_describe_options(&names, &error) != SAMEN_OK)
        return complain(&error);
    char *options = arguments_take_text(args, names);
    samen_table_free(names);
    w->options = options ? text_of("%sguard=%s", options, guard ? "yes" : "no") : NULL;
    free(options);
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
        status = arguments_check_rest(args, "report");
    if (status == 0)
        status = destination_check(&w->to);
    return status;
}

static samen_status write_page(wish *w, const samen_report *report, char **page, int64_t *length,
                               samen_error *error) {
    w->bar.from = MADE;
    w->bar.to = 1;
    if (w->to.file)
        return samen_report_write(report, "html", &w->run, w->to.file,
                                  (int32_t)w->to.options.overwrite, error);
    return samen_report_format(report, "html", &w->run, page, length, error);
}

static int report(wish *w, const char *path) {
    samen_error error = {0};
    samen_view *view = NULL;
    samen_report *made = NULL;
    char *page = NULL;
    int64_t length = 0;
    int status = looking_open(&w->look, path, &w->run, &w->bar, &view);
    if (status != EXIT_FINE)
        return status;
    w->bar.to = MADE;
    samen_status result = samen_report_new(view, w->options, &w->run, &made, &error);
    if (result == SAMEN_OK)
        result = write_page(w, made, &page, &length, &error);
    progress_clear(&w->bar);
    if (result != SAMEN_OK)
        status = complain(&error);
    else if (page)
        status = print_text(page, length);
    samen_free(page);
    samen_report_free(made);
    samen_view_free(view);
    return status;
}

int command_report(arguments *args) {
    wish w = {0};
    if (args->words != 2)
        return complain_usage("give one data set, as: samen report FOLDER -o report.html");
    char *name = title_name(args->word[1]), *line = title_line(args->word[1]);
    int status = name ? 0 : complain_memory();
    if (anonymous_is_wanted(args)) {
        arguments_give(args, "title", anonymous_title(args));
    } else if (status == 0) {
        arguments_give(args, "source", name);
        arguments_give(args, "title", line ? line : name);
    }
    if (status == 0)
        status = take(args, &w);
    if (status == 0)
        status = report(&w, args->word[1]);
    looking_free(&w.look);
    free(w.options);
    free(name);
    free(line);
    return status;
}
