/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From ties and partnerships to tied pairs: parallel ties merged, directions settled, light pairs
 * left out.
 *
 * Row by row: for the organisation u, everything that ties it to a later organisation v is gathered
 * under v in an array of markers, so that no pair is made twice and nothing is sorted but the list of
 * v. Blocks of rows are tasks for threads and are joined in order.
 * Complexity: O(ties + projected pairs, each partnership's pairs once). */
#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/sort.h"
#include "core/threads.h"
#include "view/incidence.h"
#include "view/view.h"

enum { ROWS_PER_TASK = 512 };
enum { FORWARD, BACKWARD, UNDIRECTED, PROJECTED, SIDES };

/* Weights becoming one. */
typedef struct blend {
    double value;
    double count; /* 0: nothing yet */
} blend;

/* All that ties u to one v in one form. */
typedef struct bond {
    blend side[SIDES];
    int32_t next; /* the bond of the same v in another form, or -1 */
    uint8_t form;
} bond;

typedef struct scratch {
    int32_t *first; /* for every organisation its first bond in this row, or -1 */
    int32_t *touched;
    int64_t touched_count;
    bond *bond;
    int64_t bonds, bond_capacity;
    samen__pairs made; /* of this task */
} scratch;

typedef struct making {
    const samen_view *view;
    samen__incidence incidence;
    samen__pairs *pairs;
} making;

void samen__pairs_free(samen__pairs *pairs) {
    samen__delete(pairs->cell);
    samen__delete(pairs->pair);
    *pairs = (samen__pairs){0};
}

static void add(blend *b, uint32_t rule, double value, double count) {
    if (b->count == 0)
        b->value = value;
    else if (rule == SAMEN_RULE_MAX)
        b->value = value > b->value ? value : b->value;
    else if (rule == SAMEN_RULE_MIN)
        b->value = value < b->value ? value : b->value;
    else
        b->value += value;
    b->count += count;
}

static void add_blend(blend *b, uint32_t rule, const blend *other) {
    if (other->count > 0)
        add(b, rule, other->value, other->count);
}

static double weight_of(const blend *b, uint32_t rule) {
    if (b->count == 0)
        return 0.0;
    return rule == SAMEN_RULE_MEAN ? b->value / b->count : b->value;
}

/* One side with what counts both ways. */
static double one_way(const blend side[SIDES], int which, uint32_t rule) {
    blend b = side[which];
    add_blend(&b, rule, &side[UNDIRECTED]);
    add_blend(&b, rule, &side[PROJECTED]);
    return weight_of(&b, rule);
}

/* The sum of two reports, in which an undirected tie counts once. */
static double sum_of_reports(const blend side[SIDES], uint32_t rule) {
    blend both = side[UNDIRECTED];
    add_blend(&both, rule, &side[PROJECTED]);
    return weight_of(&side[FORWARD], rule) + weight_of(&side[BACKWARD], rule) +
           weight_of(&both, rule);
}

static double join(double x, double y, const blend side[SIDES], uint32_t parallel, uint32_t rule) {
    switch (rule) {
    case SAMEN_RULE_SUM: return sum_of_reports(side, parallel);
    case SAMEN_RULE_MIN: return x < y ? x : y;
    case SAMEN_RULE_MEAN: return (x + y) / 2;
    default: return x > y ? x : y;
    }
}

/* The weights both ways after the view's rules; 0 where there is no tie. */
static void settle(const samen_view *view, const blend side[SIDES], double *forward,
                   double *backward) {
    uint32_t parallel = view->options.parallel, rule = view->options.direction_weight;
    *forward = one_way(side, FORWARD, parallel);
    *backward = one_way(side, BACKWARD, parallel);
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

static bond *bond_with(scratch *s, int32_t v, uint8_t form, samen_error *err) {
    int32_t at = s->first[v];
    if (at < 0)
        s->touched[s->touched_count++] = v;
    for (; at >= 0; at = s->bond[at].next) {
        if (s->bond[at].form == form)
            return &s->bond[at];
    }
    void *block = s->bond;
    samen_status status =
        samen__grow(&block, &s->bond_capacity, s->bonds + 1, sizeof *s->bond, err);
    s->bond = block;
    if (status != SAMEN_OK)
        return NULL;
    bond *made = &s->bond[s->bonds];
    *made = (bond){.form = form, .next = s->first[v]};
    s->first[v] = (int32_t)s->bonds++;
    return made;
}

static samen_status gather_ties(const making *m, scratch *s, int32_t u, samen_error *err) {
    const samen_view *view = m->view;
    for (int64_t i = m->incidence.tie_start[u]; i < m->incidence.tie_start[u + 1]; i++) {
        const samen__tie *tie = &view->network->records.tie[m->incidence.tie[i]];
        int32_t from = view->place[tie->from], to = view->place[tie->to];
        bond *b = bond_with(s, from == u ? to : from, tie->form, err);
        if (!b)
            return SAMEN_ERR_MEMORY;
        int side = !tie->directed ? UNDIRECTED : from == u ? FORWARD : BACKWARD;
        add(&b->side[side], view->options.parallel, tie->weight, 1);
    }
    return SAMEN_OK;
}

static samen_status gather_partnerships(const making *m, scratch *s, int32_t u, samen_error *err) {
    const samen_view *view = m->view;
    const samen__incidence *in = &m->incidence;
    for (int64_t i = in->partnership_start[u]; i < in->partnership_start[u + 1]; i++) {
        int32_t p = in->partnership[i];
        int64_t from = in->member_start[p], to = in->member_start[p + 1];
        int u_leads = 0;
        for (int64_t j = from; j < to && view->project == SAMEN_PARTNERSHIPS_STAR; j++)
            u_leads |= in->member[j] == u && in->is_lead[j];
        double weight = view->project == SAMEN_PARTNERSHIPS_NEWMAN ? 1.0 / (in->size[p] - 1) : 1.0;
        for (int64_t j = from; j < to; j++) {
            int32_t v = in->member[j];
            if (v <= u || (view->project == SAMEN_PARTNERSHIPS_STAR && !u_leads && !in->is_lead[j]))
                continue;
            bond *b = bond_with(s, v, view->network->records.partnership[p].form, err);
            if (!b)
                return SAMEN_ERR_MEMORY;
            blend *side = &b->side[PROJECTED];
            if (view->project != SAMEN_PARTNERSHIPS_BINARY || side->count == 0)
                side->value += weight;
            side->count = 1; /* partnerships shared make one tie, however many they are */
        }
    }
    return SAMEN_OK;
}

/* Put the bonds of one v into the order of forms. */
static void order_forms(scratch *s, int32_t v) {
    int32_t sorted = -1;
    for (int32_t at = s->first[v]; at >= 0;) {
        int32_t next = s->bond[at].next, *link = &sorted;
        while (*link >= 0 && s->bond[*link].form < s->bond[at].form)
            link = &s->bond[*link].next;
        s->bond[at].next = *link;
        *link = at;
        at = next;
    }
    s->first[v] = sorted;
}

static samen_status put_cell(samen__pairs *made, samen__cell cell, samen_error *err) {
    void *block = made->cell;
    samen_status status =
        samen__grow(&block, &made->cell_capacity, made->cells + 1, sizeof cell, err);
    made->cell = block;
    if (status == SAMEN_OK)
        made->cell[made->cells++] = cell;
    return status;
}

static samen_status put_pair(samen__pairs *made, samen__pair pair, samen_error *err) {
    void *block = made->pair;
    samen_status status =
        samen__grow(&block, &made->pair_capacity, made->pairs + 1, sizeof pair, err);
    made->pair = block;
    if (status == SAMEN_OK) {
        made->pair[made->pairs++] = pair;
        made->arcs += (pair.forward > 0) + (pair.backward > 0);
    }
    return status;
}

/* The cells of one pair, all forms, and their blend. Returns whether any form is tied. */
static samen_status put_cells(const samen_view *view, scratch *s, int32_t u, int32_t v,
                              samen__pair *pair, blend all[SIDES], samen_error *err) {
    uint32_t parallel = view->options.parallel;
    samen_status status = SAMEN_OK;
    for (int32_t at = s->first[v]; status == SAMEN_OK && at >= 0; at = s->bond[at].next) {
        const bond *b = &s->bond[at];
        samen__cell cell = {.low = u, .high = v, .form = b->form};
        settle(view, b->side, &cell.forward, &cell.backward);
        if (cell.forward == 0 && cell.backward == 0)
            continue;
        cell.undirected =
            !view->directed || (b->side[FORWARD].count == 0 && b->side[BACKWARD].count == 0);
        pair->forward_forms |= cell.forward > 0 ? 1ull << b->form : 0;
        pair->backward_forms |= cell.backward > 0 ? 1ull << b->form : 0;
        for (int side = 0; side < PROJECTED; side++)
            add_blend(&all[side], parallel, &b->side[side]);
        if (b->side[PROJECTED].count > 0) {
            int binary = view->project == SAMEN_PARTNERSHIPS_BINARY;
            all[PROJECTED].value = binary ? 1.0 : all[PROJECTED].value + b->side[PROJECTED].value;
            all[PROJECTED].count = 1;
        }
        status = put_cell(&s->made, cell, err);
    }
    return status;
}

/* Leave out the light ways of a pair, in its cells too. */
static void lighten(const samen_view *view, samen__pairs *made, int64_t first_cell,
                    samen__pair *pair) {
    double least = view->options.min_weight;
    int drop_forward = pair->forward < least, drop_backward = pair->backward < least;
    int64_t kept = first_cell;
    if (!drop_forward && !drop_backward)
        return;
    made->light += (drop_forward && pair->forward > 0) +
                   (view->directed && drop_backward && pair->backward > 0);
    if (drop_forward) {
        pair->forward = 0;
        pair->forward_forms = 0;
    }
    if (drop_backward) {
        pair->backward = 0;
        pair->backward_forms = 0;
    }
    for (int64_t i = first_cell; i < made->cells; i++) {
        samen__cell cell = made->cell[i];
        cell.forward = drop_forward ? 0 : cell.forward;
        cell.backward = drop_backward ? 0 : cell.backward;
        cell.undirected = (uint8_t)(cell.undirected && cell.forward > 0 && cell.backward > 0);
        if (cell.forward > 0 || cell.backward > 0)
            made->cell[kept++] = cell;
    }
    made->cells = kept;
}

/* The rows behind the cells of a pair: those of the ways that are left. */
static void count_records(const samen_view *view, scratch *s, int32_t v, int64_t first_cell) {
    int32_t at = s->first[v];
    for (int64_t i = first_cell; i < s->made.cells; i++) {
        samen__cell *cell = &s->made.cell[i];
        while (s->bond[at].form != cell->form)
            at = s->bond[at].next;
        const blend *side = s->bond[at].side;
        double rows = side[UNDIRECTED].count;
        if (!view->directed || cell->forward > 0)
            rows += side[FORWARD].count;
        if (!view->directed || cell->backward > 0)
            rows += side[BACKWARD].count;
        cell->records = (uint32_t)rows;
    }
}

static samen_status emit(const samen_view *view, scratch *s, int32_t u, int32_t v,
                         samen_error *err) {
    samen__pair pair = {.low = u, .high = v};
    blend all[SIDES] = {{0}};
    int64_t first_cell = s->made.cells;
    order_forms(s, v);
    samen_status status = put_cells(view, s, u, v, &pair, all, err);
    if (status != SAMEN_OK)
        return status;
    if (!pair.forward_forms && !pair.backward_forms) {
        s->made.unconfirmed++;
        return SAMEN_OK;
    }
    settle(view, all, &pair.forward, &pair.backward);
    lighten(view, &s->made, first_cell, &pair);
    count_records(view, s, v, first_cell);
    return pair.forward > 0 || pair.backward > 0 ? put_pair(&s->made, pair, err) : SAMEN_OK;
}

static samen_status make_row(const making *m, scratch *s, int32_t u, samen_error *err) {
    s->bonds = s->touched_count = 0;
    samen_status status = gather_ties(m, s, u, err);
    if (status == SAMEN_OK && m->incidence.projects)
        status = gather_partnerships(m, s, u, err);
    samen__sort_int32(s->touched, s->touched_count);
    for (int64_t i = 0; i < s->touched_count; i++) {
        if (status == SAMEN_OK)
            status = emit(m->view, s, u, s->touched[i], err);
        s->first[s->touched[i]] = -1;
    }
    return status;
}

static void close_scratch(void *context, void *block) {
    scratch *s = block;
    (void)context;
    samen__delete(s->first);
    samen__delete(s->touched);
    samen__delete(s->bond);
    samen__pairs_free(&s->made);
    samen__delete(s);
}

static samen_status open_scratch(void *context, void **out, samen_error *err) {
    int64_t n = ((making *)context)->view->organisations;
    scratch *s = samen__new(1, sizeof *s, err);
    if (!s)
        return SAMEN_ERR_MEMORY;
    *out = s;
    s->first = samen__new_raw(n, sizeof *s->first, err);
    s->touched = samen__new_raw(n, sizeof *s->touched, err);
    if (!s->first || !s->touched)
        return SAMEN_ERR_MEMORY;
    memset(s->first, 0xFF, (size_t)n * sizeof *s->first);
    return SAMEN_OK;
}

static samen_status do_rows(void *context, void *block, int64_t task, samen_error *err) {
    const making *m = context;
    scratch *s = block;
    samen_status status = SAMEN_OK;
    int64_t from = task * ROWS_PER_TASK, to = from + ROWS_PER_TASK;
    if (to > m->view->organisations)
        to = m->view->organisations;
    s->made.cells = s->made.pairs = s->made.arcs = 0;
    s->made.light = s->made.unconfirmed = 0;
    for (int64_t u = from; status == SAMEN_OK && u < to; u++)
        status = make_row(m, s, (int32_t)u, err);
    return status;
}

static samen_status append(void **to, int64_t *capacity, int64_t *count, const void *from,
                           int64_t more, size_t size, samen_error *err) {
    samen_status status = samen__grow(to, capacity, *count + more, size, err);
    if (status == SAMEN_OK && more > 0)
        memcpy((char *)*to + (size_t)*count * size, from, (size_t)more * size);
    *count += status == SAMEN_OK ? more : 0;
    return status;
}

static samen_status merge_rows(void *context, void *block, int64_t task, samen_error *err) {
    samen__pairs *all = ((making *)context)->pairs;
    const samen__pairs *made = &((scratch *)block)->made;
    void *cell = all->cell, *pair = all->pair;
    (void)task;
    samen_status status = append(&cell, &all->cell_capacity, &all->cells, made->cell, made->cells,
                                 sizeof *made->cell, err);
    all->cell = cell;
    if (status == SAMEN_OK)
        status = append(&pair, &all->pair_capacity, &all->pairs, made->pair, made->pairs,
                        sizeof *made->pair, err);
    all->pair = pair;
    all->arcs += made->arcs;
    all->light += made->light;
    all->unconfirmed += made->unconfirmed;
    return status;
}

samen_status samen__pairs_make(const samen_view *view, samen__run *run, samen__pairs *pairs,
                               samen_error *err) {
    making m = {.view = view, .pairs = pairs};
    *pairs = (samen__pairs){0};
    samen_status status = samen__incidence_make(view, &m.incidence, pairs, err);
    samen__work work = {.what = "tying organisations",
                        .tasks = (view->organisations + ROWS_PER_TASK - 1) / ROWS_PER_TASK,
                        .context = &m,
                        .open = open_scratch,
                        .close = close_scratch,
                        .task = do_rows,
                        .merge = merge_rows};
    if (status == SAMEN_OK)
        status = samen__parallel(&work, run, err);
    samen__incidence_free(&m.incidence);
    if (status != SAMEN_OK)
        samen__pairs_free(pairs);
    return status;
}
