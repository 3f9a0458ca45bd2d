/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns in memory made a network, and a table of it, by the calls that a binding makes: what is left for
 * the binding itself to cost. Usage: columns keys|places PATH [RESULT]
 *
 *   keys    organisations, partnerships and memberships from Arrow arrays of texts
 *   places  memberships from two arrays of numbers instead
 *
 * PATH is what samen_io_read() takes. It is done three times; the last counts. */
#include <samen/samen.h>
#include <string.h>

#include "bench.h"

enum { ROUNDS = 3 };
static const char *const chosen[] = {
    [SAMEN_ORGANISATIONS] = "id",
    [SAMEN_PARTNERSHIPS] = "id,form",
    [SAMEN_MEMBERSHIPS] = "partnership,organisation",
};

typedef struct columns {
    samen_typology *typology;
    samen_table *part[4];
    int64_t memberships, *partnership, *organisation; /* places */
} columns;

static samen_error error;

static void must(samen_status status) {
    if (status != SAMEN_OK)
        bench_stop("%s", error.message);
}

static columns load(const char *path) {
    columns c = {0};
    samen_network *network = NULL;
    must(samen_io_read(path, NULL, NULL, &network, &error));
    c.typology = samen_typology_retain(samen_network_typology(network));
    for (int32_t of = 0; of < 4; of++) {
        samen_table *all = NULL;
        if (!chosen[of])
            continue;
        must(samen_network_table(network, of, &all, &error));
        must(samen_table_select(all, chosen[of], &c.part[of], &error));
        samen_table_free(all);
    }
    samen_table *memberships = c.part[SAMEN_MEMBERSHIPS];
    c.memberships = samen_table_rows(memberships);
    c.partnership = bench_room(c.memberships, sizeof *c.partnership);
    c.organisation = bench_room(c.memberships, sizeof *c.organisation);
    for (int64_t i = 0; i < c.memberships; i++) {
        c.partnership[i] = samen_network_find(network, SAMEN_PARTNERSHIPS,
                                              samen_table_get_text(memberships, i, 0, NULL));
        c.organisation[i] = samen_network_find(network, SAMEN_ORGANISATIONS,
                                               samen_table_get_text(memberships, i, 1, NULL));
    }
    samen_network_free(network);
    return c;
}

static void add(samen_builder *builder, int32_t of, const samen_table *table) {
    struct ArrowSchema schema;
    struct ArrowArray array;
    must(samen_table_export_arrow(table, &schema, &array, &error));
    must(samen_builder_add_arrow(builder, of, &schema, &array, &error));
}

/* Organisations, partnerships, memberships, and the sum of their weights. */
static void work(const columns *c, int by_places, double counts[4]) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    samen_table *table = NULL;
    must(samen_builder_new(c->typology, &builder, &error));
    add(builder, SAMEN_ORGANISATIONS, c->part[SAMEN_ORGANISATIONS]);
    add(builder, SAMEN_PARTNERSHIPS, c->part[SAMEN_PARTNERSHIPS]);
    if (by_places)
        must(samen_builder_add_memberships(builder, c->memberships, c->partnership, c->organisation,
                                           NULL, &error));
    else
        add(builder, SAMEN_MEMBERSHIPS, c->part[SAMEN_MEMBERSHIPS]);
    must(samen_builder_finish(builder, &network, &error));
    must(samen_network_table(network, SAMEN_MEMBERSHIPS, &table, &error));
    const double *weight = samen_table_data_float64(table, samen_table_find(table, "weight"));
    counts[0] = (double)samen_network_count(network, SAMEN_ORGANISATIONS);
    counts[1] = (double)samen_network_count(network, SAMEN_PARTNERSHIPS);
    counts[2] = (double)samen_table_rows(table);
    counts[3] = 0;
    for (int64_t i = 0; i < samen_table_rows(table); i++)
        counts[3] += weight[i];
    samen_table_free(table);
    samen_network_free(network);
    samen_builder_free(builder);
}

int main(int argc, char **argv) {
    double counts[4];
    if (argc < 3)
        bench_stop("usage: columns keys|places PATH [RESULT]");
    columns c = load(argv[2]);
    for (int round = 0; round < ROUNDS; round++) {
        bench_clock start = bench_now();
        work(&c, strcmp(argv[1], "places") == 0, counts);
        bench_tell(argv[1], start);
    }
    bench_write(argc > 3 ? argv[3] : NULL, counts, 4, "wb");
    for (int32_t of = 0; of < 4; of++)
        samen_table_free(c.part[of]);
    samen_typology_free(c.typology);
    return 0;
}
