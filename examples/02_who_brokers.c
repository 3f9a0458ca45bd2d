/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds them together? The five families through whom most of Florence's marriages connect. */
#include <stdio.h>
#include <samen/samen.h>

int main(int argc, char **argv) {
    samen_network *network = NULL;
    samen_view *view = NULL;
    samen_table *brokers = NULL, *top = NULL;
    samen_error error = {0};
    if (samen_io_read(argc > 1 ? argv[1] : "examples/data/padgett", NULL, NULL, &network, &error) ||
        samen_view_make(network, "forms=marriage", NULL, &view, &error) ||
        samen_measure(view, "brokerage.betweenness", "", NULL, &brokers, &error) ||
        samen_table_sort(brokers, "betweenness", 1, 5, &top, &error))
        return fprintf(stderr, "%s\n", error.message), 1;
    for (int64_t row = 0; row < samen_table_rows(top); row++)
        printf("%-12s %6.3f\n", samen_table_get_text(top, row, 0, ""),
               samen_table_get_float64(top, row, samen_table_find(top, "betweenness"), 0));
    samen_table_free(top);
    samen_table_free(brokers);
    samen_view_free(view);
    samen_network_free(network);
    return 0;
}
