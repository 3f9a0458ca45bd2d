/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network from a database: organisations and ties are whatever two queries answer, here over CSV files that
 * DuckDB reads itself; then its brokers.
 *
 * Usage: network LIBDUCKDB [DATASET] */
#include <stdio.h>
#include <unistd.h>

#include "duck.h"

/* Add the answer to a query; its columns are named as those of a data set. */
static samen_status add(samen_builder *builder, int32_t of, duck *d, const char *sql,
                        samen_error *error) {
    struct ArrowArrayStream rows = {0};
    if (!duck_ask(d, sql, &rows)) {
        snprintf(error->message, sizeof error->message, "%s", duck_error(d));
        return error->code = SAMEN_ERR_IO;
    }
    samen_status status = samen_builder_add_arrow_stream(builder, of, &rows, error);
    if (status != SAMEN_OK)
        rows.release(&rows); /* after a failure it is still ours */
    return status;
}

int main(int argc, char **argv) {
    const char *folder = argc > 2 ? argv[2] : "examples/data/emon/Texas";
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    samen_view *view = NULL;
    samen_table *brokers = NULL, *top = NULL;
    samen_error error = {0};
    char *text = NULL;

    if (argc < 2)
        return fprintf(stderr, "Usage: network LIBDUCKDB [DATASET]\n"), 2;
    duck *d = duck_open(argv[1], error.message, sizeof error.message);
    if (!d)
        return fprintf(stderr, "%s\n", error.message), 1;
    if (chdir(folder)) {
        duck_close(d);
        return perror(folder), 1;
    }
    if (samen_builder_new(NULL, &builder, &error) ||
        add(builder, SAMEN_ORGANISATIONS, d, "FROM read_csv('organisations.csv')", &error) ||
        add(builder, SAMEN_TIES, d, "FROM read_csv('ties.csv') WHERE weight >= 2", &error) ||
        samen_builder_finish(builder, &network, &error) ||
        samen_view_make(network, "", NULL, &view, &error) ||
        samen_measure(view, "brokerage.betweenness", "", NULL, &brokers, &error) ||
        samen_table_sort(brokers, "betweenness", 1, 5, &top, &error) ||
        samen_table_format(top, NULL, &text, NULL, &error))
        fprintf(stderr, "%s\n", error.message);
    else
        fputs(text, stdout);
    samen_free(text);
    samen_table_free(top);
    samen_table_free(brokers);
    samen_view_free(view);
    samen_network_free(network);
    samen_builder_free(builder);
    duck_close(d);
    return error.code != SAMEN_OK;
}
