/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tied pairs of a view, in few bytes each: blocks of organisations in a row, and in each only what can
 * differ from pair to pair. */
#ifndef SAMEN_VIEW_PAIRS_H
#define SAMEN_VIEW_PAIRS_H

#include <stdint.h>

#include "core/run.h"
#include "samen/view.h"

/* A tied pair, all forms together. Weights are 0 where there is no tie that way; in an undirected view both
 * are the same. */
typedef struct samen__pair {
    int32_t low, high; /* organisations of the view, low < high */
    double forward;    /* from low to high */
    double backward;
    uint64_t forward_forms, backward_forms;
} samen__pair;

/* A tied pair in one form. */
typedef struct samen__cell {
    int32_t low, high;
    double forward, backward;
    uint32_t records; /* tie rows behind it, partnerships not counted */
    uint8_t form;
    uint8_t undirected; /* it is one tie, not one each way */
} samen__cell;

/* Arrays that would say the same of every pair are NULL. */
typedef struct samen__pair_block {
    int32_t first; /* organisation; its pairs and those of the next ones, as the lower of two */
    int32_t rows;
    int64_t pairs, cells;
    int64_t *end; /* of each row, the place after its last pair */
    double *forward;
    double *backward;                         /* NULL: the same */
    uint64_t *forward_forms, *backward_forms; /* NULL: the only form; NULL: the same */
    int32_t *high;
    uint32_t *records;   /* NULL: none. Of pairs in one form */
    uint8_t *undirected; /* NULL: all are. Of pairs in one form */
    samen__cell *cell;   /* of the pairs that are tied in several forms */
    void *storage;       /* of all but the cells */
    int64_t arcs, light, unconfirmed;
} samen__pair_block;

typedef struct samen__pairs {
    samen__pair_block *block; /* ordered by low, and in each by high */
    int64_t blocks;
    uint64_t form; /* the only one, when there is one only */
    int64_t pairs;
    int64_t arcs; /* tied ordered pairs */

    /* What was left out on the way, for the notes. */
    int64_t self_ties, undated, light, unconfirmed, leaderless;
} samen__pairs;

/* Made afresh: used by samen__view_pairs, and to find isolates before dropping them.
 * Complexity: O(ties + projected pairs, each partnership's pairs once). */
samen_status samen__pairs_make(const samen_view *view, samen__run *run, samen__pairs *pairs,
                               samen_error *err);
void samen__pairs_free(samen__pairs *pairs);

/* Going through pairs, ordered by low and high, or through cells, ordered by low, high and form:
 *     samen__pair pair;
 *     for (samen__walk w = {0}; samen__next_pair(pairs, &w, &pair);) */
typedef struct samen__walk {
    int64_t block, at, cell;
    int32_t row;
    int32_t left; /* cells of the pair at hand */
} samen__walk;

static inline int samen__next_pair(const samen__pairs *p, samen__walk *w, samen__pair *pair) {
    while (w->block < p->blocks && w->at == p->block[w->block].pairs)
        *w = (samen__walk){.block = w->block + 1};
    if (w->block == p->blocks)
        return 0;
    const samen__pair_block *b = &p->block[w->block];
    while (w->at == b->end[w->row])
        w->row++;
    int64_t at = w->at++;
    pair->low = b->first + w->row;
    pair->high = b->high[at];
    pair->forward = b->forward[at];
    pair->backward = b->backward ? b->backward[at] : pair->forward;
    pair->forward_forms = b->forward_forms ? b->forward_forms[at] : pair->forward > 0 ? p->form : 0;
    pair->backward_forms = b->backward_forms    ? b->backward_forms[at]
                           : !b->backward       ? pair->forward_forms
                           : pair->backward > 0 ? p->form
                                                : 0;
    return 1;
}

static inline int samen__next_cell(const samen__pairs *p, samen__walk *w, samen__cell *cell) {
    samen__pair pair;
    if (w->left > 0) {
        w->left--;
        *cell = p->block[w->block].cell[w->cell++];
        return 1;
    }
    if (!samen__next_pair(p, w, &pair))
        return 0;
    const samen__pair_block *b = &p->block[w->block];
    uint64_t forms = pair.forward_forms | pair.backward_forms;
    if (forms & (forms - 1)) {
        w->left = __builtin_popcountll(forms) - 1;
        *cell = b->cell[w->cell++];
        return 1;
    }
    *cell = (samen__cell){.low = pair.low,
                          .high = pair.high,
                          .forward = pair.forward,
                          .backward = pair.backward,
                          .records = b->records ? b->records[w->at - 1] : 0,
                          .form = (uint8_t)__builtin_ctzll(forms),
                          .undirected = b->undirected ? b->undirected[w->at - 1] : 1};
    return 1;
}

#endif
