/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of the tool. Each gets the command line without the program's name and returns the exit
 * status; words[0] is the command itself. */
#ifndef SAMEN_TOOL_COMMANDS_H
#define SAMEN_TOOL_COMMANDS_H

#include "arguments.h"
#include "progress.h"

int command_analyse(arguments *args);
int command_check(arguments *args);
int command_convert(arguments *args);
int command_list(arguments *args);
int command_describe(arguments *args);
int command_classify(arguments *args);
int command_advise(arguments *args);
int command_measure(arguments *args);

/* Read the data set of the command line and make the view that its options ask for. *options, unless it
 * is NULL, gets the text of these, to be freed. */
int open_view(arguments *args, const char *path, const samen_run *run, progress *p,
              samen_view **view, char **options);

/* Print a text, or complain that standard output does not take it. */
int print_text(const char *text, int64_t length);

#endif
