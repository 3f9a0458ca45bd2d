/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of the tool. Each gets the command line without the program's name and returns the exit
 * status; word[0] is the command itself. */
#ifndef SAMEN_TOOL_COMMANDS_H
#define SAMEN_TOOL_COMMANDS_H

#include "arguments.h"

int command_analyse(arguments *args);
int command_check(arguments *args);
int command_convert(arguments *args);
int command_draw(arguments *args);
int command_report(arguments *args);
int command_list(arguments *args);
int command_describe(arguments *args);
int command_classify(arguments *args);
int command_advise(arguments *args);
int command_measure(arguments *args);

#endif
