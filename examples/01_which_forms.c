/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which forms of collaboration do they really have, and how sure is that?
 *
 * Reads a data set, prints the shares of forms, and sets action against consultation: once as if ties
 * were independent, once by resampling organisations, because they are not.
 *
 * Usage: 01_which_forms [DATASET] */
#include <stdio.h>

#include <samen/samen.h>

static int print(const samen_table *table, const char *columns, samen_error *error) {
    samen_table *chosen = NULL;
    char *text = NULL;
    if (samen_table_select(table, columns, &chosen, error) == SAMEN_OK &&
        samen_table_format(chosen, NULL, &text, NULL, error) == SAMEN_OK)
        puts(text);
    samen_free(text);
    samen_table_free(chosen);
    return error->code;
}

int main(int argc, char **argv) {
    const char *path = argc > 1 ? argv[1] : "examples/data/house-of-the-child";
    samen_network *network = NULL;
    samen_view *view = NULL;
    samen_table *forms = NULL, *contrast = NULL;
    samen_error error = {0};
    if (samen_io_read(path, NULL, NULL, &network, &error) == SAMEN_OK &&
        samen_view_new(network, NULL, NULL, &view, &error) == SAMEN_OK &&
        samen_composition_forms(view, NULL, NULL, &forms, &error) == SAMEN_OK &&
        samen_composition_contrast(view, NULL, NULL, &contrast, &error) == SAMEN_OK &&
        print(forms, "form,ties,pairs,partnerships,share_of_ties,share_of_partnerships", &error) ==
            0)
        print(contrast, "basis,a,b,estimate,wilson_lower,wilson_upper,lower,upper", &error);
    if (error.code != SAMEN_OK)
        fprintf(stderr, "%s\n", error.message);
    samen_table_free(contrast);
    samen_table_free(forms);
    samen_view_free(view);
    samen_network_free(network);
    return error.code != SAMEN_OK;
}
