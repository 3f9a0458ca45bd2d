/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two waves? The same network seen in two periods: ties by form, density, and how
 * much hangs on one organisation.
 *
 * Usage: 04_what_changed [DATASET [FROM TO FROM TO]] */
#include <stdio.h>

#include <samen/samen.h>

/* One number of a table of one view; what went wrong goes to the error. */
static double number(const samen_view *view, const char *measure, const char *options,
                     const char *column, int64_t row, samen_error *error) {
    samen_table *table = NULL;
    double value = 0;
    if (error->code == SAMEN_OK &&
        samen_measure(view, measure, options, NULL, &table, error) == SAMEN_OK)
        value = samen_table_get_float64(table, row, samen_table_find(table, column), 0);
    samen_table_free(table);
    return value;
}

int main(int argc, char **argv) {
    const char *path = argc > 1 ? argv[1] : "examples/data/house-of-the-child";
    const char *period[4] = {"2022-01-01", "2023-01-01", "2024-01-01", "2025-01-01"};
    samen_network *network = NULL;
    samen_view *wave[2] = {NULL, NULL};
    samen_error error = {0};
    for (int i = 0; i < 4 && argc == 6; i++)
        period[i] = argv[2 + i];
    samen_io_read(path, NULL, NULL, &network, &error);
    for (int i = 0; i < 2 && error.code == SAMEN_OK; i++) {
        samen_view_options seen = {.struct_size = sizeof seen,
                                   .direction = SAMEN_DIRECTION_EITHER,
                                   .from = period[2 * i],
                                   .to = period[2 * i + 1]};
        samen_view_new(network, &seen, NULL, &wave[i], &error);
    }
    if (error.code == SAMEN_OK) {
        const samen_typology *typology = samen_network_typology(network);
        printf("%-16s %10s %10s\n", "", period[0], period[2]);
        for (int32_t form = 0; form < samen_typology_count(typology); form++)
            printf("%-16s %10.0f %10.0f\n", samen_typology_key(typology, form),
                   number(wave[0], "composition.forms", "", "ties", form + 1, &error),
                   number(wave[1], "composition.forms", "", "ties", form + 1, &error));
        printf("%-16s %10.4f %10.4f\n", "density",
               number(wave[0], "cohesion.density", "draws=0", "density", 0, &error),
               number(wave[1], "cohesion.density", "draws=0", "density", 0, &error));
        printf(
            "%-16s %10.4f %10.4f\n", "centralization",
            number(wave[0], "brokerage.betweenness", "table=network", "centralization", 0, &error),
            number(wave[1], "brokerage.betweenness", "table=network", "centralization", 0, &error));
        printf("%-16s %10.0f %10.0f\n", "components",
               number(wave[0], "cohesion.components", "table=network", "components", 0, &error),
               number(wave[1], "cohesion.components", "table=network", "components", 0, &error));
    }
    if (error.code != SAMEN_OK)
        fprintf(stderr, "%s\n", error.message);
    samen_view_free(wave[0]);
    samen_view_free(wave[1]);
    samen_network_free(network);
    return error.code != SAMEN_OK;
}
