/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "looking.h"

#include <stdlib.h>

int looking_take_reading(arguments *args, samen_io_read_options *reading) {
    int allow_empty = 0;
    int status = arguments_take_flag(args, "allow-empty", &allow_empty);
    *reading = (samen_io_read_options){.struct_size = sizeof *reading,
                                       .allow_empty = (uint32_t)allow_empty};
    return status;
}

int looking_take_options(arguments *args, const char *name, char **text) {
    samen_error error = {0};
    samen_table *names = NULL;
    if (samen_describe_options(name, &names, &error) != SAMEN_OK)
        return error.code == SAMEN_ERR_MEMORY ? complain_memory()
                                              : complain_usage("%s", error.message);
    *text = arguments_take_text(args, names);
    samen_table_free(names);
    return *text ? 0 : complain_memory();
}

int looking_take(arguments *args, looking *l) {
    *l = (looking){0};
    int status = looking_take_reading(args, &l->reading);
    if (status == 0)
        status = anonymous_take(args, &l->hide);
    return status == 0 ? looking_take_options(args, "view", &l->choice) : status;
}

int looking_open(const looking *l, const char *path, const samen_run *run, progress *p,
                 samen_view **view) {
    samen_error error = {0};
    samen_network *network = NULL;
    if (samen_io_read(path, &l->reading, run, &network, &error) != SAMEN_OK) {
        progress_clear(p);
        return anonymous_complain(&l->hide, &error);
    }
    samen_status status = anonymous_apply(&l->hide, &network, &error);
    if (status == SAMEN_OK)
        status = samen_view_make(network, l->choice, run, view, &error);
    samen_network_free(network);
    p->from = PROGRESS_READING;
    p->to = 1;
    if (status == SAMEN_OK)
        return EXIT_FINE;
    progress_clear(p);
    return complain(&error);
}

void looking_free(looking *l) {
    free(l->choice);
    anonymous_free(&l->hide);
}
