/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a network as tables. */
#include <string.h>

#include "core/bitset.h"
#include "core/date.h"
#include "core/error.h"
#include "network/network.h"
#include "network/typology.h"
#include "table/table.h"

const char *const *samen__network_columns(int32_t of) {
    static const char *const columns[SAMEN__PARTS][9] = {
        {"id", "name", NULL},
        {"from", "to", "form", "weight", "directed", "start", "end", "partnership", NULL},
        {"id", "name", "form", "start", "end", NULL},
        {"partnership", "organisation", "role", "weight", "start", "end", NULL},
    };
    return columns[of];
}

/* The place in the keys that a cell of a row refers to, SAMEN__NONE for nothing. */
static int64_t reference(const samen__records *r, int32_t of, const char *name, int64_t row) {
    if (of == SAMEN_TIES)
        return strcmp(name, "from") == 0 ? r->tie[row].from
               : strcmp(name, "to") == 0 ? r->tie[row].to
                                         : r->tie[row].partnership;
    if (of == SAMEN_MEMBERSHIPS)
        return strcmp(name, "partnership") == 0    ? r->membership[row].partnership
               : strcmp(name, "organisation") == 0 ? r->membership[row].organisation
                                                   : r->membership[row].role;
    return row;
}

static const samen__keys *referred(const samen__records *r, int32_t of, const char *name) {
    if (strcmp(name, "role") == 0)
        return &r->roles;
    int partnership =
        strcmp(name, "partnership") == 0 || (of == SAMEN_PARTNERSHIPS && strcmp(name, "id") == 0);
    return partnership ? &r->partnerships : &r->organisations;
}

static samen_status add_keys(const samen_network *network, int32_t of, const char *name,
                             samen_table *table, samen_error *err) {
    const samen__records *r = &network->records;
    const samen__keys *keys = referred(r, of, name);
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_TEXT, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        int64_t key = reference(r, of, name, row);
        status = key < 0 ? samen__column_add_null(column, err)
                         : samen__column_add_text(column, samen__keys_text(keys, key),
                                                  samen__keys_length(keys, key), err);
    }
    return status;
}

static samen_status add_forms(const samen_network *network, int32_t of, samen_table *table,
                              samen_error *err) {
    const samen__records *r = &network->records;
    samen__column *column = samen__table_add(table, "form", SAMEN_COLUMN_TEXT, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        const char *key = samen_typology_key(
            network->typology, of == SAMEN_TIES ? r->tie[row].form : r->partnership[row].form);
        status = samen__column_add_string(column, key, err);
    }
    return status;
}

static samen_status add_weights(const samen__records *r, int32_t of, samen_table *table,
                                samen_error *err) {
    double *weight = samen__table_add_float64(table, "weight", err);
    for (int64_t row = 0; weight && row < table->rows; row++)
        weight[row] = of == SAMEN_TIES ? r->tie[row].weight : r->membership[row].weight;
    return weight ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static samen_status add_directed(const samen__records *r, samen_table *table, samen_error *err) {
    samen__column *column = samen__table_add(table, "directed", SAMEN_COLUMN_BOOL, err);
    for (int64_t row = 0; column && row < table->rows; row++)
        samen__bitset_put(column->data, row, r->tie[row].directed);
    return column ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

static int32_t day_of(const samen__records *r, int32_t of, int64_t row, int end) {
    switch (of) {
    case SAMEN_TIES: return end ? r->tie[row].end : r->tie[row].start;
    case SAMEN_PARTNERSHIPS: return end ? r->partnership[row].end : r->partnership[row].start;
    default: return end ? r->membership[row].end : r->membership[row].start;
    }
}

static samen_status add_days(const samen__records *r, int32_t of, int end, samen_table *table,
                             samen_error *err) {
    samen__column *column = samen__table_add(table, end ? "end" : "start", SAMEN_COLUMN_DATE, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        int32_t day = day_of(r, of, row, end);
        if (day == SAMEN__DATE_NONE)
            status = samen__column_set_null(column, row, err);
        else
            ((int32_t *)column->data)[row] = day;
    }
    return status;
}

static samen_status add_copy(const samen__column *column, samen_table *table, samen_error *err) {
    samen__column copy = {0};
    samen_status status = samen__column_gather(column, NULL, table->rows, &copy, err);
    return status == SAMEN_OK ? samen__table_adopt(table, &copy, err) : status;
}

static samen_status add_column(const samen_network *network, int32_t of, const char *name,
                               samen_table *table, samen_error *err) {
    const samen__records *r = &network->records;
    if (strcmp(name, "name") == 0)
        return add_copy(&network->name[of], table, err);
    if (strcmp(name, "form") == 0)
        return add_forms(network, of, table, err);
    if (strcmp(name, "weight") == 0)
        return add_weights(r, of, table, err);
    if (strcmp(name, "directed") == 0)
        return add_directed(r, table, err);
    if (strcmp(name, "start") == 0 || strcmp(name, "end") == 0)
        return add_days(r, of, strcmp(name, "end") == 0, table, err);
    return add_keys(network, of, name, table, err);
}

samen_status samen_network_table(const samen_network *network, int32_t of, samen_table **out,
                                 samen_error *err) {
    if (!network)
        return samen__fail_argument(err, 1, "network is NULL");
    if (of < 0 || of >= SAMEN__PARTS)
        return samen__fail_argument(err, 2, "there is no part %d of a network", of);
    if (!out)
        return samen__fail_argument(err, 3, "out is NULL");
    samen_table *table = NULL;
    samen_status status =
        samen__table_new(samen__records_count(&network->records, of), &table, err);
    for (const char *const *name = samen__network_columns(of); status == SAMEN_OK && *name; name++)
        status = add_column(network, of, *name, table, err);
    for (int64_t i = 0; status == SAMEN_OK && i < network->attributes[of]; i++)
        status = add_copy(&network->attribute[of][i], table, err);
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}
