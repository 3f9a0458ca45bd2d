/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole network as one text, to compare networks to the last cell. */
#ifndef SAMEN_TESTS_WHOLE_H
#define SAMEN_TESTS_WHOLE_H

#define _GNU_SOURCE
#include "suite.h"

/* A table with the types of its columns, which CSV alone does not show; to be freed. */
static inline void print_table(FILE *out, const samen_table *table) {
    for (int32_t i = 0; i < samen_table_columns(table); i++)
        fprintf(out, "%s is of type %d with %lld nulls\n", samen_table_column_name(table, i),
                samen_table_column_type(table, i), (long long)samen_table_column_nulls(table, i));
    char *csv = table_csv(table);
    fprintf(out, "%s\n", csv);
    samen_free(csv);
}

/* The typology and the four parts; to be freed. */
static inline char *whole_text(const samen_network *network) {
    static const int32_t parts[] = {SAMEN_ORGANISATIONS, SAMEN_TIES, SAMEN_PARTNERSHIPS,
                                    SAMEN_MEMBERSHIPS};
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    ck_assert_ptr_nonnull(out);
    samen_table *table = NULL;
    OK(samen_typology_table(samen_network_typology(network), &table, error));
    print_table(out, table);
    samen_table_free(table);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        table = NULL;
        OK(samen_network_table(network, parts[i], &table, error));
        print_table(out, table);
        samen_table_free(table);
    }
    ck_assert_int_eq(fclose(out), 0);
    return text;
}

/* Two long texts are the same; otherwise the first lines that differ are shown. */
static inline void same_text(const char *actual, const char *expected) {
    for (int line = 1; *actual || *expected; line++) {
        int a = (int)strcspn(actual, "\n"), e = (int)strcspn(expected, "\n");
        ck_assert_msg(a == e && strncmp(actual, expected, (size_t)a) == 0 &&
                          actual[a] == expected[e],
                      "line %d is\n%.1000s, not\n%.1000s", line, strndupa(actual, (size_t)a),
                      strndupa(expected, (size_t)e));
        actual += a + (actual[a] == '\n');
        expected += e + (expected[e] == '\n');
    }
}

static inline void same_network(const samen_network *a, const samen_network *b) {
    char *one = whole_text(a), *other = whole_text(b);
    same_text(one, other);
    free(one);
    free(other);
}

#endif
