/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How do I measure a network that is already in my program? Built in memory, with a typology of its own
 * and a partnership; projected by Newman's weights; the result as CSV.
 *
 * Usage: 05_your_own_network [OUTPUT.csv] */
#include <stdio.h>

#include <samen/samen.h>

static samen_status build(samen_network **network, samen_error *error) {
    const samen_form talk = {.struct_size = sizeof talk,
                             .key = "talk",
                             .name_nl = "praten",
                             .has_commitment = 1,
                             .commitment = 0};
    const samen_form work = {.struct_size = sizeof work,
                             .key = "work",
                             .name_nl = "werken",
                             .has_commitment = 1,
                             .commitment = 1,
                             .aliases = "labour|project"};
    const samen_form *forms[] = {&talk, &work};
    static const char *const organisations[] = {"library", "school", "museum", "theatre",
                                                "archive"};
    samen_typology *typology = NULL;
    samen_builder *builder = NULL;
    samen_status status = samen_typology_new(forms, 2, &typology, error);
    if (status == SAMEN_OK)
        status = samen_builder_new(typology, &builder, error);
    for (int i = 0; i < 5 && status == SAMEN_OK; i++)
        status = samen_builder_add_organisation(builder, organisations[i], NULL, NULL, error);
    if (status == SAMEN_OK)
        status = samen_builder_add_tie(builder, "library", "school", "talk", 2, NULL, NULL, error);
    if (status == SAMEN_OK)
        status = samen_builder_add_tie(builder, "school", "archive", "work", 1, NULL, NULL, error);
    if (status == SAMEN_OK)
        status = samen_builder_add_partnership(builder, "festival", "City festival", "project",
                                               "2024-05-01", "2024-06-01", NULL, error);
    for (int i = 0; i < 4 && status == SAMEN_OK; i++)
        status =
            samen_builder_add_membership(builder, "festival", organisations[i], NULL, NULL, error);
    if (status == SAMEN_OK)
        status = samen_builder_finish(builder, network, error);
    samen_builder_free(builder);
    samen_typology_free(typology);
    return status;
}

int main(int argc, char **argv) {
    samen_network *network = NULL;
    samen_view *view = NULL;
    samen_table *holes = NULL;
    samen_error error = {0};
    char *text = NULL;
    const samen_table_options csv = {.struct_size = sizeof csv, .format = SAMEN_FORMAT_CSV};
    if (build(&network, &error) == SAMEN_OK &&
        samen_view_make(network, "partnerships=newman", NULL, &view, &error) == SAMEN_OK &&
        samen_measure(view, "brokerage.holes", "weighted=true", NULL, &holes, &error) == SAMEN_OK) {
        if (argc > 1)
            samen_table_write(holes, argv[1], &csv, &error);
        else if (samen_table_format(holes, &csv, &text, NULL, &error) == SAMEN_OK)
            fputs(text, stdout);
    }
    if (error.code != SAMEN_OK)
        fprintf(stderr, "%s\n", error.message);
    samen_free(text);
    samen_table_free(holes);
    samen_view_free(view);
    samen_network_free(network);
    return error.code != SAMEN_OK;
}
