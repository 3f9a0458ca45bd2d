/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernels/kinds.h"

#include "core/error.h"
#include "core/memory.h"

enum { FIRST_SLOTS = 64 };

void samen__kinds_free(samen__kinds *k) {
    samen__delete(k->start);
    samen__delete(k->addend);
    samen__delete(k->key);
    samen__delete(k->slot);
    *k = (samen__kinds){0};
}

samen_status samen__kinds_start(samen__kinds *k, samen_error *err) {
    *k = (samen__kinds){.slots = FIRST_SLOTS, .start_capacity = FIRST_SLOTS};
    k->slot = samen__new(k->slots, sizeof *k->slot, err);
    k->start = samen__new(k->start_capacity, sizeof *k->start, err);
    if (k->slot && k->start)
        return SAMEN_OK;
    samen__kinds_free(k);
    return SAMEN_ERR_MEMORY;
}

/* The slot of a key, or the empty one where it belongs. */
static int64_t slot_of(const samen__kinds *k, uint64_t key) {
    uint64_t hash = (key ^ key >> 29) * 0x9E3779B97F4A7C15u, last = (uint64_t)k->slots - 1;
    uint64_t at = (hash ^ hash >> 32) & last;
    while (k->slot[at] && k->key[k->slot[at] - 1] != key)
        at = (at + 1) & last;
    return (int64_t)at;
}

static samen_status spread_out(samen__kinds *k, samen_error *err) {
    int32_t *slot = samen__new(2 * k->slots, sizeof *slot, err);
    if (!slot)
        return SAMEN_ERR_MEMORY;
    samen__delete(k->slot);
    k->slot = slot;
    k->slots *= 2;
    for (int32_t kind = 0; kind < k->count; kind++)
        k->slot[slot_of(k, k->key[kind])] = kind + 1;
    return SAMEN_OK;
}

samen_status samen__kinds_find(samen__kinds *k, uint64_t key, int32_t *kind, int *fresh,
                               samen_error *err) {
    int64_t at = slot_of(k, key);
    *fresh = !k->slot[at];
    if (!*fresh) {
        *kind = k->slot[at] - 1;
        return SAMEN_OK;
    }
    void *start = k->start, *keys = k->key;
    samen_status status = SAMEN_OK;
    if (k->count == INT32_MAX - 1)
        status = samen__fail(err, SAMEN_ERR_LIMIT, "there are too many kinds of pairs");
    if (status == SAMEN_OK)
        status =
            samen__grow(&start, &k->start_capacity, (int64_t)k->count + 2, sizeof *k->start, err);
    k->start = start;
    if (status == SAMEN_OK)
        status = samen__grow(&keys, &k->key_capacity, (int64_t)k->count + 1, sizeof *k->key, err);
    k->key = keys;
    if (status == SAMEN_OK && 2 * ((int64_t)k->count + 1) > k->slots) {
        status = spread_out(k, err);
        at = status == SAMEN_OK ? slot_of(k, key) : at;
    }
    if (status != SAMEN_OK)
        return status;
    *kind = k->count++;
    k->key[*kind] = key;
    k->start[k->count] = k->start[*kind];
    k->slot[at] = k->count;
    return SAMEN_OK;
}

samen_status samen__kinds_add(samen__kinds *k, int32_t total, double value, samen_error *err) {
    void *addend = k->addend;
    samen_status status =
        samen__grow(&addend, &k->addend_capacity, k->start[k->count] + 1, sizeof *k->addend, err);
    k->addend = addend;
    if (status == SAMEN_OK)
        k->addend[k->start[k->count]++] = (samen__addend){total, value};
    return status;
}
