/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who brokers between whom? Roles between sectors among ten organisations in Indianapolis, and which of
 * them are more than chance would give.
 *
 * Usage: 03_which_roles [DATASET [FORM [GROUP]]] */
#include <stdio.h>

#include <samen/samen.h>

int main(int argc, char **argv) {
    const char *path = argc > 1 ? argv[1] : "examples/data/knoke";
    const char *form = argc > 2 ? argv[2] : "information";
    const char *group = argc > 3 ? argv[3] : "sector";
    samen_network *network = NULL;
    samen_view *view = NULL;
    samen_table *counts = NULL, *network_table = NULL;
    samen_error error = {0};
    char *text = NULL;

    samen_view_options seen = {.struct_size = sizeof seen};
    samen_brokerage_roles_options roles = {.struct_size = sizeof roles, .group = group};
    samen_run run = {.struct_size = sizeof run, .seed = 2024};

    if (samen_io_read(path, NULL, NULL, &network, &error) == SAMEN_OK &&
        samen_typology_mask(samen_network_typology(network), form, &seen.forms, &error) ==
            SAMEN_OK &&
        samen_view_new(network, &seen, &run, &view, &error) == SAMEN_OK &&
        samen_brokerage_roles(view, &roles, &run, &counts, &error) == SAMEN_OK &&
        samen_table_format(counts, NULL, &text, NULL, &error) == SAMEN_OK)
        puts(text);
    samen_free(text);
    text = NULL;

    roles.table = SAMEN_ROLES_NETWORK;
    if (error.code == SAMEN_OK &&
        samen_brokerage_roles(view, &roles, &run, &network_table, &error) == SAMEN_OK &&
        samen_table_format(network_table, NULL, &text, NULL, &error) == SAMEN_OK)
        fputs(text, stdout);
    if (error.code != SAMEN_OK)
        fprintf(stderr, "%s\n", error.message);
    samen_free(text);
    samen_table_free(network_table);
    samen_table_free(counts);
    samen_view_free(view);
    samen_network_free(network);
    return error.code != SAMEN_OK;
}
