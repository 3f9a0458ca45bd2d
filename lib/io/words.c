/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread numbers the keys it meets by itself, so that threads need not wait for one another. Pieces of
 * the file are settled in order, and the new keys of a piece in order of appearance: the network's numbers
 * are those of first appearance in the file, however many threads there are.
 * Complexity: O(1) expected a cell; memory of each thread O(keys it has seen). */
#include "io/words.h"

#include "core/error.h"
#include "core/memory.h"

enum { AT_ONCE = 32 };

static const int64_t MOST_KEYS = INT32_MAX - 1;

void samen__labels_start(samen__labels *labels, const samen__keys *known, int32_t is_closed) {
    *labels = (samen__labels){.known = known, .is_closed = is_closed};
    samen__keys_start_alike(&labels->seen, known);
}

void samen__labels_free(samen__labels *labels) {
    samen__keys_free(&labels->seen);
    samen__delete(labels->number);
}

samen_status samen__labels_add(samen__labels *labels, const samen__name *name, int32_t *number,
                               samen_error *err) {
    int64_t made = 0;
    int32_t added;
    samen_status status = samen__keys_add_name(&labels->seen, name, &made, &added, err);
    *number = (int32_t)made;
    return status;
}

/* A few at a time: first their memory is asked for, then they are added. */
static samen_status settle_some(samen__labels *labels, samen__keys *known, samen_error *err) {
    const samen__keys *seen = &labels->seen;
    samen__name name[AT_ONCE];
    int64_t left = seen->count - labels->settled, some = left < AT_ONCE ? left : AT_ONCE;
    if (known->count + some > MOST_KEYS)
        return samen__fail(err, SAMEN_ERR_LIMIT, "there are more than %ld keys", (long)MOST_KEYS);
    for (int64_t i = 0; i < some; i++) {
        int64_t at = labels->settled + i;
        name[i] =
            samen__keys_name_any(known, samen__keys_text(seen, at), samen__keys_length(seen, at));
        samen__keys_await(known, &name[i]);
    }
    for (int64_t i = 0; i < some; i++) {
        int64_t number = 0;
        int32_t added;
        samen_status status = samen__keys_add_name(known, &name[i], &number, &added, err);
        if (status != SAMEN_OK)
            return status;
        labels->number[labels->settled++] = (int32_t)number;
    }
    return SAMEN_OK;
}

samen_status samen__labels_settle(samen__labels *labels, samen__keys *known, samen_error *err) {
    samen__keys *seen = &labels->seen;
    if (samen__grow((void **)&labels->number, &labels->capacity, seen->count,
                    sizeof *labels->number, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    while (labels->settled < seen->count) {
        samen_status status = settle_some(labels, known, err);
        if (status != SAMEN_OK)
            return status;
    }
    return SAMEN_OK;
}

void samen__words_start(samen__words *words, samen__meaning meaning, const void *context) {
    *words = (samen__words){.meaning = meaning, .context = context};
    samen__keys_start(&words->seen);
}

void samen__words_free(samen__words *words) {
    samen__keys_free(&words->seen);
    samen__delete(words->value);
}

samen_status samen__words_read(samen__words *words, samen__span word, int32_t *value,
                               samen_error *err) {
    samen__name name = samen__keys_name(&words->seen, word.bytes, word.length);
    int64_t number = samen__keys_find_name(&words->seen, &name);
    int32_t added;
    if (number >= 0) {
        *value = words->value[number];
        return SAMEN_OK;
    }
    samen_status status = words->meaning(words->context, word, value);
    if (status == SAMEN_OK)
        status = samen__grow((void **)&words->value, &words->capacity, words->seen.count + 1,
                             sizeof *words->value, err);
    if (status == SAMEN_OK)
        status = samen__keys_add_name(&words->seen, &name, &number, &added, err);
    if (status == SAMEN_OK)
        words->value[number] = *value;
    return status;
}
