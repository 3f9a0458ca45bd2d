/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen convert: a data set written anew. */
#include <string.h>

#include "commands.h"
#include "looking.h"

static int take_writing(arguments *args, samen_io_write_options *writing) {
    int overwrite = 0;
    int status = arguments_take_flag(args, "overwrite", &overwrite);
    const char *separator = arguments_take(args, "separator");
    const char *decimal = arguments_take(args, "decimal");
    if (status != 0)
        return status;
    if (separator && strcmp(separator, "tab") == 0)
        separator = "\t";
    if ((separator && strlen(separator) != 1) ||
        (decimal && strcmp(decimal, ",") != 0 && strcmp(decimal, ".") != 0))
        return complain_usage(
            "--separator is a comma, a semicolon or tab, --decimal a point or comma");
    *writing = (samen_io_write_options){.struct_size = sizeof *writing,
                                        .overwrite = (uint32_t)overwrite,
                                        .separator = separator ? (unsigned char)separator[0] : 0,
                                        .decimal_comma = decimal && decimal[0] == ','};
    return 0;
}

/* Takes the network over. */
static int write(samen_network *network, const char *folder, const samen_io_write_options *options,
                 const anonymous *hide) {
    samen_error error = {0};
    samen_status status = SAMEN_OK;
    if (progress_interrupted()) {
        status = error.code = SAMEN_ERR_CANCELLED;
        strcpy(error.message, "stopped on request");
    }
    if (status == SAMEN_OK)
        status = anonymous_apply(hide, &network, &error);
    if (status == SAMEN_OK)
        status = samen_io_write(network, folder, options, &error);
    samen_network_free(network);
    return status == SAMEN_OK ? EXIT_FINE : complain(&error);
}

int command_convert(arguments *args) {
    samen_error error = {0};
    progress bar;
    samen_run run;
    samen_io_read_options reading;
    samen_io_write_options writing;
    samen_network *network = NULL;
    anonymous hide = {0};
    if (args->words != 3)
        return complain_usage("give a data set and a folder, as: samen convert FOLDER NEW-FOLDER");
    int status = progress_start(args, &bar, &run);
    if (status == 0)
        status = looking_take_reading(args, &reading);
    if (status == 0)
        status = anonymous_take(args, &hide);
    if (status == 0)
        status = take_writing(args, &writing);
    if (status == 0)
        status = arguments_check_rest(args, "convert");
    if (status == 0) {
        bar.to = 1;
        samen_io_read(args->word[1], &reading, &run, &network, &error);
        progress_clear(&bar);
        status = network ? write(network, args->word[2], &writing, &hide)
                         : anonymous_complain(&hide, &error);
    }
    anonymous_free(&hide);
    return status;
}
