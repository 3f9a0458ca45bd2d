/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sponsors stand between the others? The brokers of a network and what is known of its organisations,
 * joined by SQL from memory to memory; the answer is a table of samen again.
 *
 * Usage: brokers LIBDUCKDB [DATASET] */
#include <stdio.h>

#include "duck.h"

static const char sql[] =
    "SELECT sponsorship, count(*) AS organisations,"
    "       avg(betweenness) AS mean, max(betweenness) AS largest "
    "FROM brokers JOIN organisations ON organisations.id = brokers.organisation "
    "GROUP BY sponsorship ORDER BY mean DESC";

int main(int argc, char **argv) {
    samen_network *network = NULL;
    samen_view *view = NULL;
    samen_table *brokers = NULL, *organisations = NULL, *joined = NULL;
    struct ArrowArrayStream left = {0}, right = {0}, answer = {0};
    samen_error error = {0};
    char *text = NULL;

    if (argc < 2)
        return fprintf(stderr, "Usage: brokers LIBDUCKDB [DATASET]\n"), 2;
    duck *d = duck_open(argv[1], error.message, sizeof error.message);
    if (!d)
        return fprintf(stderr, "%s\n", error.message), 1;

    /* Two tables, handed out without copying a cell. */
    if (samen_io_read(argc > 2 ? argv[2] : "examples/data/emon/Texas", NULL, NULL, &network,
                      &error) ||
        samen_view_make(network, "", NULL, &view, &error) ||
        samen_measure(view, "brokerage.betweenness", "", NULL, &brokers, &error) ||
        samen_network_table(network, SAMEN_ORGANISATIONS, &organisations, &error) ||
        samen_table_export_arrow_stream(brokers, &left, &error) ||
        samen_table_export_arrow_stream(organisations, &right, &error))
        goto out;

    /* One question, and its answer as a table. */
    if (!duck_give(d, "brokers", &left) || !duck_give(d, "organisations", &right) ||
        !duck_ask(d, sql, &answer)) {
        error.code = SAMEN_ERR_IO;
        snprintf(error.message, sizeof error.message, "%s", duck_error(d));
        goto out;
    }
    if (samen_table_import_arrow_stream(&answer, &joined, &error) ||
        samen_table_format(joined, NULL, &text, NULL, &error))
        goto out;
    fputs(text, stdout);

out:
    if (error.code != SAMEN_OK)
        fprintf(stderr, "%s\n", error.message);
    samen_free(text);
    if (answer.release)
        answer.release(&answer);
    duck_close(d);
    if (left.release)
        left.release(&left);
    if (right.release)
        right.release(&right);
    samen_table_free(joined);
    samen_table_free(organisations);
    samen_table_free(brokers);
    samen_view_free(view);
    samen_network_free(network);
    return error.code != SAMEN_OK;
}
