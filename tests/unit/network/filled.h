/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builders to fill, and what came to be in them. */
#ifndef SAMEN_TESTS_FILLED_H
#define SAMEN_TESTS_FILLED_H

#include "../refuses.h"

static inline samen_builder *new_builder(void) {
    samen_builder *builder = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    return builder;
}

/* Finish the builder, compare one part of the network, and free both. */
static inline void check_part(samen_builder *builder, int32_t of, const char *csv) {
    samen_network *network = NULL;
    samen_table *table = NULL;
    OK(samen_builder_finish(builder, &network, error));
    OK(samen_network_table(network, of, &table, error));
    char *text = table_csv(table);
    ck_assert_str_eq(text, csv);
    samen_free(text);
    samen_table_free(table);
    samen_network_free(network);
    samen_builder_free(builder);
}

#endif
