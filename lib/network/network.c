/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/network.h"

#include <string.h>

#include "core/date.h"
#include "core/memory.h"

void samen__records_start(samen__records *records) {
    *records = (samen__records){0};
    samen__keys_start(&records->organisations);
    samen__keys_start(&records->partnerships);
    samen__keys_start(&records->roles);
}

void samen__records_free(samen__records *records) {
    samen__keys_free(&records->organisations);
    samen__keys_free(&records->partnerships);
    samen__keys_free(&records->roles);
    samen__delete(records->tie);
    samen__delete(records->partnership);
    samen__delete(records->membership);
    *records = (samen__records){0};
}

int64_t samen__records_count(const samen__records *records, int32_t of) {
    switch (of) {
    case SAMEN_ORGANISATIONS: return records->organisations.count;
    case SAMEN_TIES: return records->ties;
    case SAMEN_PARTNERSHIPS: return records->partnerships.count;
    case SAMEN_MEMBERSHIPS: return records->memberships;
    default: return -1;
    }
}

samen_status samen__records_by_partnership(const samen__records *r, int64_t **start_out,
                                           int64_t **row_out, samen_error *err) {
    int64_t *start = samen__new(r->partnerships.count + 2, sizeof *start, err);
    int64_t *row = samen__new_raw(r->memberships, sizeof *row, err);
    *start_out = start;
    *row_out = row;
    if (!start || !row)
        return SAMEN_ERR_MEMORY;
    /* Counted one place too far along; filling moves the places back. */
    for (int64_t i = 0; i < r->memberships; i++)
        start[r->membership[i].partnership + 2]++;
    for (int64_t p = 0; p < r->partnerships.count; p++)
        start[p + 2] += start[p + 1];
    for (int64_t i = 0; i < r->memberships; i++)
        row[start[r->membership[i].partnership + 1]++] = i;
    return SAMEN_OK;
}

samen_network *samen_network_retain(samen_network *network) {
    if (network)
        atomic_fetch_add(&network->owners, 1);
    return network;
}

void samen_network_free(samen_network *network) {
    if (!network || atomic_fetch_sub(&network->owners, 1) != 1)
        return;
    samen_typology_free(network->typology);
    samen__records_free(&network->records);
    for (int32_t of = 0; of < SAMEN__PARTS; of++) {
        samen__column_free(&network->name[of]);
        for (int64_t i = 0; i < network->attributes[of]; i++)
            samen__column_free(&network->attribute[of][i]);
        samen__delete(network->attribute[of]);
    }
    samen__delete(network);
}

int64_t samen_network_count(const samen_network *network, int32_t of) {
    return network ? samen__records_count(&network->records, of) : -1;
}

static const samen__keys *keys_of(const samen_network *network, int32_t of) {
    if (!network)
        return NULL;
    return of == SAMEN_ORGANISATIONS  ? &network->records.organisations
           : of == SAMEN_PARTNERSHIPS ? &network->records.partnerships
                                      : NULL;
}

const char *samen_network_key(const samen_network *network, int32_t of, int64_t index) {
    const samen__keys *keys = keys_of(network, of);
    return keys && index >= 0 && index < keys->count ? samen__keys_text(keys, index) : NULL;
}

const char *samen_network_name(const samen_network *network, int32_t of, int64_t index) {
    const char *key = samen_network_key(network, of, index);
    if (!key || samen__column_is_null(&network->name[of], index))
        return key;
    return samen__column_text(&network->name[of], index, NULL);
}

int64_t samen_network_find(const samen_network *network, int32_t of, const char *key) {
    const samen__keys *keys = keys_of(network, of);
    return keys && key ? samen__keys_find(keys, key, (int64_t)strlen(key)) : -1;
}

samen_typology *samen_network_typology(const samen_network *network) {
    return network ? network->typology : NULL;
}

const samen__column *samen__network_attribute(const samen_network *network, int32_t of,
                                              const char *name) {
    for (int64_t i = 0; i < network->attributes[of]; i++) {
        if (strcmp(network->attribute[of][i].name, name) == 0)
            return &network->attribute[of][i];
    }
    return NULL;
}

int samen__periods_touch(int32_t start, int32_t end, int32_t from, int32_t to) {
    int begins = to == SAMEN__DATE_NONE || start == SAMEN__DATE_NONE || start < to;
    int lasts = from == SAMEN__DATE_NONE || end == SAMEN__DATE_NONE || end > from ||
                (end == from && start == end);
    return begins && lasts;
}
