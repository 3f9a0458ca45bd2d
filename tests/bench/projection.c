/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the making of a view's pairs and compressed rows: projection FILE.csv|FILE.el|FILE.wel [threads
 * [view options]]. Of a .csv with lines "organisation,partnership" the partnerships are projected; lines of
 * an .el or .wel are ties. Prints wall and processor seconds and the sum of the weights, for pairs and for
 * rows, and the most memory (KiB) that the process held before and after. */
#define _GNU_SOURCE
#include <sys/resource.h>

#include "kernel.h"
#include "view/view.h"

static void must(samen_status status, const samen_error *error) {
    kernel_must(status == SAMEN_OK, error->message);
}

static long most_memory(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* Add what is not there yet. */
static void add_key(samen_builder *builder, int32_t of, const char *key) {
    samen_error error;
    samen_status status =
        of == SAMEN_ORGANISATIONS
            ? samen_builder_add_organisation(builder, key, NULL, NULL, &error)
            : samen_builder_add_partnership(builder, key, NULL, "action", NULL, NULL, NULL, &error);
    if (status != SAMEN_ERR_DUPLICATE)
        must(status, &error);
}

static samen_network *build(const char *path) {
    samen_error error;
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    char one[64], other[64], line[256];
    size_t length = strlen(path);
    int two_modes = length > 4 && strcmp(path + length - 4, ".csv") == 0;
    FILE *in = fopen(path, "r");
    kernel_must(in != NULL, "the file cannot be read");
    must(samen_builder_new(NULL, &builder, &error), &error);
    if (two_modes)
        kernel_must(fgets(line, sizeof line, in) != NULL, "the file is empty");
    while (fgets(line, sizeof line, in)) {
        double weight = 1;
        int parts = two_modes ? sscanf(line, "%63[^,],%63[^\n]", one, other)
                              : sscanf(line, "%63s %63s %lf", one, other, &weight);
        kernel_must(parts >= 2, "a line is not as it should be");
        add_key(builder, SAMEN_ORGANISATIONS, one);
        add_key(builder, two_modes ? SAMEN_PARTNERSHIPS : SAMEN_ORGANISATIONS, other);
        if (two_modes)
            must(samen_builder_add_membership(builder, other, one, NULL, NULL, &error), &error);
        else
            must(samen_builder_add_tie(builder, one, other, "action", weight, NULL, NULL, &error),
                 &error);
    }
    fclose(in);
    must(samen_builder_finish(builder, &network, &error), &error);
    samen_builder_free(builder);
    return network;
}

int main(int argc, char **argv) {
    kernel_must(argc >= 2 && argc <= 4, "give FILE, threads, view options");
    samen_error error;
    samen_network *network = build(argv[1]);
    samen__run run = kernel_run(argc > 2 ? argv[2] : NULL);
    long before = most_memory();
    for (int round = 0; round < 5; round++) {
        samen_view *view = NULL;
        const samen__pairs *pairs = NULL;
        const samen__rows *rows = NULL;
        double sum = 0;
        kernel_clock start = kernel_now();
        must(samen_view_make(network, argc > 3 ? argv[3] : "", NULL, &view, &error), &error);
        kernel_tell("view", start, (double)samen_view_organisations(view));
        start = kernel_now();
        must(samen__view_pairs(view, &run, &pairs, &error), &error);
        kernel_tell("pairs", start, (double)pairs->pairs);
        start = kernel_now();
        must(samen__view_rows(view, &run, &rows, NULL, &error), &error);
        for (int64_t a = 0; a < rows->arcs; a += 64)
            sum += rows->weight[a];
        kernel_tell("rows", start, sum);
        samen_view_free(view);
    }
    printf("memory\t%ld\t%ld\n", before, most_memory());
    samen_network_free(network);
    return EXIT_SUCCESS;
}
