/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From ties and partnerships to tied pairs: parallel ties merged, directions settled, light pairs
 * left out.
 *
 * Row by row: the bonds of an organisation with later ones (view/bonds.h) become its pairs. Blocks of rows
 * are tasks for threads; what a task made is copied once, to where it stays. */
#include "view/pairs.h"

#include <string.h>

#include "core/memory.h"
#include "core/threads.h"
#include "view/bonds.h"

enum { ROWS_PER_BLOCK = 256 };

typedef struct scratch {
    samen__bonds bonds;
    samen__pair_block made; /* arrays with room for all pairs that a block could have */
    void *room;
    int64_t room_size;
    samen__cell *cell; /* of pairs in several forms */
    int64_t cells, cell_capacity;
} scratch;

typedef struct making {
    const samen_view *view;
    samen__incidence incidence;
    samen__pairs *pairs;
} making;

void samen__pairs_free(samen__pairs *pairs) {
    for (int64_t i = 0; pairs->block && i < pairs->blocks; i++) {
        samen__delete(pairs->block[i].storage);
        samen__delete(pairs->block[i].cell);
    }
    samen__delete(pairs->block);
    *pairs = (samen__pairs){0};
}

/* ---- From bonds to weights ------------------------------------------------------------------------ */

/* Weights becoming one; count 0 is nothing. */
typedef struct blend {
    double value, count;
} blend;

static void add_blend(blend *b, uint32_t rule, const blend *other) {
    if (other->count == 0)
        return;
    b->value = b->count > 0 ? samen__blend(rule, b->value, other->value) : other->value;
    b->count += other->count;
}

static double weight_of(const blend *b, uint32_t rule) {
    if (b->count == 0)
        return 0.0;
    return rule == SAMEN_RULE_MEAN ? b->value / b->count : b->value;
}

/* One side with what counts both ways. */
static double one_way(const blend side[SAMEN__SIDES], int which, uint32_t rule) {
    blend b = side[which];
    add_blend(&b, rule, &side[SAMEN__UNDIRECTED]);
    add_blend(&b, rule, &side[SAMEN__PROJECTED]);
    return weight_of(&b, rule);
}

/* The sum of two reports, in which an undirected tie counts once. */
static double sum_of_reports(const blend side[SAMEN__SIDES], uint32_t rule) {
    blend both = side[SAMEN__UNDIRECTED];
    add_blend(&both, rule, &side[SAMEN__PROJECTED]);
    return weight_of(&side[SAMEN__FORWARD], rule) + weight_of(&side[SAMEN__BACKWARD], rule) +
           weight_of(&both, rule);
}

static double join(double x, double y, const blend side[SAMEN__SIDES], uint32_t parallel,
                   uint32_t rule) {
    switch (rule) {
    case SAMEN_RULE_SUM: return sum_of_reports(side, parallel);
    case SAMEN_RULE_MIN: return x < y ? x : y;
    case SAMEN_RULE_MEAN: return (x + y) / 2;
    default: return x > y ? x : y;
    }
}

/* The weights both ways after the view's rules; 0 where there is no tie. */
static void settle(const samen_view *view, const blend side[SAMEN__SIDES], double *forward,
                   double *backward) {
    uint32_t parallel = view->options.parallel, rule = view->options.direction_weight;
    *forward = one_way(side, SAMEN__FORWARD, parallel);
    *backward = one_way(side, SAMEN__BACKWARD, parallel);
    if (view->options.direction == SAMEN_DIRECTION_RECORDED)
        return;
    int both = view->options.direction == SAMEN_DIRECTION_BOTH;
    double one = *forward, other = *backward;
    if (rule == SAMEN_RULE_DEFAULT)
        rule = both ? SAMEN_RULE_MIN : SAMEN_RULE_MAX;
    if (one > 0 && other > 0)
        *forward = join(one, other, side, parallel, rule);
    else
        *forward = both ? 0 : one + other;
    *backward = *forward;
}

/* ---- From weights to pairs ------------------------------------------------------------------------ */

/* The rows behind a cell: those of the ways that are left. */
static uint32_t rows_behind(const samen_view *view, const blend side[SAMEN__SIDES],
                            const samen__cell *cell) {
    double rows = side[SAMEN__UNDIRECTED].count;
    if (!view->directed || cell->forward > 0)
        rows += side[SAMEN__FORWARD].count;
    if (!view->directed || cell->backward > 0)
        rows += side[SAMEN__BACKWARD].count;
    return (uint32_t)rows;
}

/* The blends of the form of the bond at *at; *at becomes the first bond of the next form. */
static uint8_t blend_form(const samen__bonds *b, int32_t *at, blend side[SAMEN__SIDES]) {
    uint8_t form = b->bond[*at].form;
    memset(side, 0, SAMEN__SIDES * sizeof *side);
    for (; *at >= 0 && b->bond[*at].form == form; *at = b->bond[*at].next) {
        const samen__bond *bond = &b->bond[*at];
        side[bond->side] = (blend){bond->value, bond->count};
    }
    return form;
}

/* The weights of a pair, all forms together, and which forms tie it. */
static void blend_pair(const samen_view *view, const samen__bonds *b, samen__pair *pair) {
    uint32_t parallel = view->options.parallel;
    blend all[SAMEN__SIDES] = {{0}}, side[SAMEN__SIDES];
    for (int32_t at = b->first[pair->high]; at >= 0;) {
        double forward, backward;
        uint8_t form = blend_form(b, &at, side);
        settle(view, side, &forward, &backward);
        if (forward == 0 && backward == 0)
            continue;
        pair->forward_forms |= forward > 0 ? 1ull << form : 0;
        pair->backward_forms |= backward > 0 ? 1ull << form : 0;
        for (int i = 0; i < SAMEN__PROJECTED; i++)
            add_blend(&all[i], parallel, &side[i]);
        if (side[SAMEN__PROJECTED].count > 0) {
            blend *projected = &all[SAMEN__PROJECTED];
            int binary = view->project == SAMEN_PARTNERSHIPS_BINARY;
            projected->value = binary ? 1.0 : projected->value + side[SAMEN__PROJECTED].value;
            projected->count = 1;
        }
    }
    if (pair->forward_forms || pair->backward_forms)
        settle(view, all, &pair->forward, &pair->backward);
}

/* Leave out the light ways of a pair. */
static void lighten(const samen_view *view, samen__pair *pair, int64_t *light) {
    double least = view->options.min_weight;
    int drop_forward = pair->forward < least, drop_backward = pair->backward < least;
    *light += (drop_forward && pair->forward > 0) +
              (view->directed && drop_backward && pair->backward > 0);
    if (drop_forward) {
        pair->forward = 0;
        pair->forward_forms = 0;
    }
    if (drop_backward) {
        pair->backward = 0;
        pair->backward_forms = 0;
    }
}

/* The cell of the form of the bond at *at, of the ways that are left; *at becomes the first bond of the next
 * form. Returns whether there is one. */
static int make_cell(const samen_view *view, const samen__bonds *b, const samen__pair *pair,
                     int32_t *at, samen__cell *cell) {
    blend side[SAMEN__SIDES];
    *cell = (samen__cell){.low = pair->low, .high = pair->high};
    cell->form = blend_form(b, at, side);
    settle(view, side, &cell->forward, &cell->backward);
    cell->undirected =
        !view->directed || (side[SAMEN__FORWARD].count == 0 && side[SAMEN__BACKWARD].count == 0);
    if (pair->forward == 0 || pair->backward == 0) {
        cell->forward = pair->forward > 0 ? cell->forward : 0;
        cell->backward = pair->backward > 0 ? cell->backward : 0;
        cell->undirected = (uint8_t)(cell->undirected && cell->forward > 0 && cell->backward > 0);
    }
    cell->records = rows_behind(view, side, cell);
    return cell->forward > 0 || cell->backward > 0;
}

/* The cells of pair number `at`: the only one is told by the pair's own arrays. */
static samen_status put_cells(const samen_view *view, scratch *s, const samen__pair *pair,
                              int64_t at, samen_error *err) {
    uint64_t forms = pair->forward_forms | pair->backward_forms;
    int single = !(forms & (forms - 1));
    samen_status status = SAMEN_OK;
    for (int32_t bond = s->bonds.first[pair->high]; status == SAMEN_OK && bond >= 0;) {
        samen__cell cell;
        if (!make_cell(view, &s->bonds, pair, &bond, &cell))
            continue;
        if (single) {
            if (s->made.records)
                s->made.records[at] = cell.records;
            if (s->made.undirected)
                s->made.undirected[at] = cell.undirected;
            continue;
        }
        void *block = s->cell;
        status = samen__grow(&block, &s->cell_capacity, s->cells + 1, sizeof cell, err);
        s->cell = block;
        if (status == SAMEN_OK)
            s->cell[s->cells++] = cell;
    }
    return status;
}

static void write_pair(samen__pair_block *made, const samen__pair *pair, uint32_t records) {
    int64_t at = made->pairs++;
    made->high[at] = pair->high;
    made->forward[at] = pair->forward;
    if (made->forward_forms)
        made->forward_forms[at] = pair->forward_forms;
    if (made->records)
        made->records[at] = records;
    if (made->backward) {
        made->backward[at] = pair->backward;
        made->undirected[at] = 1;
    }
    if (made->backward_forms)
        made->backward_forms[at] = pair->backward_forms;
    made->arcs += (pair->forward > 0) + (pair->backward > 0);
}

/* One bond that counts both ways says all: nothing to blend or settle. */
static int is_plain(const samen__bond *bond) {
    return bond->next < 0 && bond->side >= SAMEN__UNDIRECTED;
}

static void put_plain(const samen_view *view, samen__pair_block *made, int32_t u, int32_t v,
                      const samen__bond *bond) {
    double weight =
        view->options.parallel == SAMEN_RULE_MEAN ? bond->value / bond->count : bond->value;
    uint64_t form = 1ull << bond->form;
    samen__pair pair = {.low = u,
                        .high = v,
                        .forward = weight,
                        .backward = weight,
                        .forward_forms = form,
                        .backward_forms = form};
    if (weight < view->options.min_weight)
        made->light += 1 + view->directed;
    else
        write_pair(made, &pair, bond->side == SAMEN__UNDIRECTED ? bond->count : 0);
}

static samen_status put_blended(const samen_view *view, scratch *s, int32_t u, int32_t v,
                                samen_error *err) {
    samen__pair pair = {.low = u, .high = v};
    blend_pair(view, &s->bonds, &pair);
    if (!pair.forward_forms && !pair.backward_forms) {
        s->made.unconfirmed++;
        return SAMEN_OK;
    }
    lighten(view, &pair, &s->made.light);
    if (!pair.forward_forms && !pair.backward_forms)
        return SAMEN_OK;
    write_pair(&s->made, &pair, 0);
    return put_cells(view, s, &pair, s->made.pairs - 1, err);
}

/* ---- Blocks --------------------------------------------------------------------------------------- */

/* Take a part of a block's storage, or (`at` from 0 on) add up how much there is to take. */
static void *take(uintptr_t *at, int64_t count, size_t size) {
    uintptr_t part = *at;
    *at += (uintptr_t)count * size;
    return (void *)part;
}

/* Which arrays a block of so many pairs has, in order of the size of their items. Returns how many bytes
 * they take. */
static int64_t lay_out(const making *m, samen__pair_block *b, int64_t pairs, uintptr_t at) {
    uintptr_t from = at;
    int several = m->pairs->form == 0, directed = m->view->directed;
    int recorded = m->incidence.tie_start[m->view->organisations] > 0;
    b->end = take(&at, b->rows, sizeof *b->end);
    b->forward = take(&at, pairs, sizeof *b->forward);
    b->backward = directed ? take(&at, pairs, sizeof *b->backward) : NULL;
    b->forward_forms = several ? take(&at, pairs, sizeof *b->forward_forms) : NULL;
    b->backward_forms = several && directed ? take(&at, pairs, sizeof *b->backward_forms) : NULL;
    b->high = take(&at, pairs, sizeof *b->high);
    b->records = recorded ? take(&at, pairs, sizeof *b->records) : NULL;
    b->undirected = directed ? take(&at, pairs, sizeof *b->undirected) : NULL;
    return (int64_t)(at - from);
}

static void copy(void *to, const void *from, int64_t count, size_t size) {
    if (to && count > 0)
        memcpy(to, from, (size_t)count * size);
}

/* What a task made, to where it stays. */
static samen_status store(const making *m, const scratch *s, samen__pair_block *b,
                          samen_error *err) {
    const samen__pair_block *made = &s->made;
    int64_t n = made->pairs;
    samen__pair_block at_zero = *made;
    void *storage = samen__new_raw(lay_out(m, &at_zero, n, 0), 1, err);
    samen__cell *cell = s->cells > 0 ? samen__new_raw(s->cells, sizeof *cell, err) : NULL;
    if (!storage || (s->cells > 0 && !cell)) {
        samen__delete(storage);
        samen__delete(cell);
        return SAMEN_ERR_MEMORY;
    }
    *b = *made;
    b->storage = storage;
    b->cell = cell;
    b->cells = s->cells;
    lay_out(m, b, n, (uintptr_t)storage);
    copy(b->end, made->end, b->rows, sizeof *b->end);
    copy(b->forward, made->forward, n, sizeof *b->forward);
    copy(b->backward, made->backward, n, sizeof *b->backward);
    copy(b->forward_forms, made->forward_forms, n, sizeof *b->forward_forms);
    copy(b->backward_forms, made->backward_forms, n, sizeof *b->backward_forms);
    copy(b->high, made->high, n, sizeof *b->high);
    copy(b->records, made->records, n, sizeof *b->records);
    copy(b->undirected, made->undirected, n, sizeof *b->undirected);
    copy(b->cell, s->cell, s->cells, sizeof *b->cell);
    return SAMEN_OK;
}

/* No more pairs than this begin in a row. */
static int64_t most_pairs(const making *m, int64_t u) {
    const samen__incidence *in = &m->incidence;
    int64_t most = in->tie_start[u + 1] - in->tie_start[u];
    for (int64_t i = in->projects ? in->part_start[u] : 0;
         in->projects && i < in->part_start[u + 1]; i++)
        most += in->member_start[in->part[i].partnership + 1] - in->part[i].place - 1;
    return most < m->view->organisations - 1 - u ? most : m->view->organisations - 1 - u;
}

/* Empty arrays with room for all that could become of the rows. */
static samen_status start(const making *m, scratch *s, int64_t first, samen_error *err) {
    int64_t left = m->view->organisations - first, most = 0;
    s->made = (samen__pair_block){.first = (int32_t)first};
    s->made.rows = left < ROWS_PER_BLOCK ? (int32_t)left : ROWS_PER_BLOCK;
    s->cells = 0;
    for (int32_t row = 0; row < s->made.rows; row++)
        most += most_pairs(m, first + row);
    samen_status status =
        samen__grow(&s->room, &s->room_size, lay_out(m, &s->made, most, 0), 1, err);
    if (status == SAMEN_OK)
        lay_out(m, &s->made, most, (uintptr_t)s->room);
    return status;
}

static samen_status make_row(const making *m, scratch *s, int32_t u, samen_error *err) {
    samen__bonds *b = &s->bonds;
    samen_status status = samen__bonds_gather(m->view, &m->incidence, u, b, err);
    for (int64_t i = 0; status == SAMEN_OK && i < b->others; i++) {
        int32_t v = b->other[i];
        const samen__bond *bond = &b->bond[b->first[v]];
        if (is_plain(bond))
            put_plain(m->view, &s->made, u, v, bond);
        else
            status = put_blended(m->view, s, u, v, err);
    }
    samen__bonds_clear(b);
    return status;
}

static samen_status do_block(void *context, void *block, int64_t task, samen_error *err) {
    const making *m = context;
    scratch *s = block;
    samen_status status = start(m, s, task * ROWS_PER_BLOCK, err);
    for (int32_t row = 0; status == SAMEN_OK && row < s->made.rows; row++) {
        status = make_row(m, s, s->made.first + row, err);
        s->made.end[row] = s->made.pairs;
    }
    return status == SAMEN_OK ? store(m, s, &m->pairs->block[task], err) : status;
}

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__bonds_close(&s->bonds);
    samen__delete(s->room);
    samen__delete(s->cell);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    scratch *s = samen__new(1, sizeof *s, err);
    *out = s;
    return s ? samen__bonds_open(((making *)context)->view, &s->bonds, err) : SAMEN_ERR_MEMORY;
}

static void add_up(samen__pairs *pairs) {
    for (int64_t i = 0; i < pairs->blocks; i++) {
        const samen__pair_block *b = &pairs->block[i];
        pairs->pairs += b->pairs;
        pairs->arcs += b->arcs;
        pairs->light += b->light;
        pairs->unconfirmed += b->unconfirmed;
    }
}

samen_status samen__pairs_make(const samen_view *view, samen__run *run, samen__pairs *pairs,
                               samen_error *err) {
    making m = {.view = view, .pairs = pairs};
    *pairs = (samen__pairs){0};
    samen_status status = samen__incidence_make(view, &m.incidence, pairs, err);
    pairs->form = m.incidence.forms & (m.incidence.forms - 1) ? 0 : m.incidence.forms;
    pairs->blocks = (view->organisations + ROWS_PER_BLOCK - 1) / ROWS_PER_BLOCK;
    samen__work work = {.what = "tying organisations",
                        .tasks = pairs->blocks,
                        .context = &m,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = do_block};
    if (status == SAMEN_OK) {
        pairs->block = samen__new(pairs->blocks, sizeof *pairs->block, err);
        status = pairs->block ? samen__parallel(&work, run, err) : SAMEN_ERR_MEMORY;
    }
    if (status == SAMEN_OK)
        add_up(pairs);
    samen__incidence_free(&m.incidence);
    if (status != SAMEN_OK)
        samen__pairs_free(pairs);
    return status;
}
