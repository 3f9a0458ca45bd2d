/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Complexity: O(tied pairs in each form + memberships + buckets * forms), for pairs of groups also the
 * sum over partnerships of the square of their number of groups. */
#include "measures/composition/tally.h"

#include "core/memory.h"

int64_t samen__cell_ties(const samen__cell *cell) {
    return cell->undirected ? 1 : (cell->forward > 0) + (cell->backward > 0);
}

double samen__cell_weight(const samen__cell *cell) {
    return cell->undirected ? cell->forward : cell->forward + cell->backward;
}

void samen__tally_free(samen__tallies *tallies) {
    samen__delete(tallies->tally);
    *tallies = (samen__tallies){0};
}

int64_t samen__group_pair(const samen__groups *groups, int32_t a, int32_t b) {
    int64_t low = a < b ? a : b, high = a < b ? b : a;
    return low * groups->count - low * (low - 1) / 2 + (high - low);
}

/* The one or two buckets that a pair of organisations falls into. */
static int buckets_of(const samen__tallies *t, int32_t a, int32_t b, int64_t bucket[2]) {
    int32_t ga, gb;
    switch (t->kind) {
    case SAMEN__EACH_ORGANISATION:
        bucket[0] = a;
        bucket[1] = b;
        return 2;
    case SAMEN__EACH_GROUP:
    case SAMEN__EACH_GROUP_PAIR:
        ga = t->groups->of[a];
        gb = t->groups->of[b];
        if (t->kind == SAMEN__EACH_GROUP_PAIR) {
            bucket[0] = ga >= 0 && gb >= 0 ? samen__group_pair(t->groups, ga, gb) : 0;
            return ga >= 0 && gb >= 0;
        }
        bucket[0] = ga >= 0 ? ga : gb;
        bucket[1] = gb;
        return bucket[0] < 0 ? 0 : 1 + (ga >= 0 && gb >= 0 && ga != gb);
    default: bucket[0] = 0; return 1;
    }
}

static samen__tally *line_of(samen__tallies *t, int64_t bucket, int32_t line) {
    return &t->tally[bucket * t->lines.count + line];
}

static void count_pairs(const samen__call *call, samen__tallies *t) {
    const samen__pairs *p = call->pairs;
    int64_t bucket[2];
    samen__pair pair;
    samen__cell cell;
    for (samen__walk w = {0}; samen__next_cell(p, &w, &cell);) {
        int count = buckets_of(t, cell.low, cell.high, bucket);
        for (int b = 0; b < count; b++) {
            samen__tally *tally = line_of(t, bucket[b], t->lines.line[cell.form]);
            tally->ties += samen__cell_ties(&cell);
            tally->weight += samen__cell_weight(&cell);
            tally->records += cell.records;
            tally->pairs++;
        }
    }
    for (samen__walk w = {0}; samen__next_pair(p, &w, &pair);) {
        int count = buckets_of(t, pair.low, pair.high, bucket);
        for (int b = 0; b < count; b++)
            line_of(t, bucket[b], 0)->pairs++;
    }
}

/* The members of one partnership that the view shows, each once. */
typedef struct membership_list {
    int32_t *member;
    int64_t count;
    int32_t *group; /* the groups among them, each once */
    int32_t *times; /* how many members each of these has */
    int64_t groups;
} membership_list;

static void count_partnership(samen__tallies *t, const membership_list *list, int32_t line) {
    switch (t->kind) {
    case SAMEN__WHOLE: line_of(t, 0, line)->partnerships++; break;
    case SAMEN__EACH_ORGANISATION:
        for (int64_t i = 0; i < list->count; i++)
            line_of(t, list->member[i], line)->partnerships++;
        break;
    case SAMEN__EACH_GROUP:
        for (int64_t i = 0; i < list->groups; i++)
            line_of(t, list->group[i], line)->partnerships++;
        break;
    case SAMEN__EACH_GROUP_PAIR:
        for (int64_t i = 0; i < list->groups; i++) {
            for (int64_t j = i; j < list->groups; j++) {
                if (i != j || list->times[i] > 1)
                    line_of(t, samen__group_pair(t->groups, list->group[i], list->group[j]), line)
                        ->partnerships++;
            }
        }
        break;
    }
}

static void list_groups(const samen__tallies *t, membership_list *list, int32_t *place) {
    list->groups = 0;
    for (int64_t i = 0; i < list->count; i++) {
        int32_t group = t->groups->of[list->member[i]];
        if (group < 0)
            continue;
        if (place[group] < 0) {
            place[group] = (int32_t)list->groups;
            list->group[list->groups] = group;
            list->times[list->groups++] = 0;
        }
        list->times[place[group]]++;
    }
    for (int64_t i = 0; i < list->groups; i++)
        place[list->group[i]] = -1;
}

static samen_status count_partnerships(const samen__call *call, samen__tallies *t,
                                       samen_error *err) {
    const samen_view *view = call->view;
    const samen__records *r = &view->network->records;
    int32_t group_count = t->groups ? t->groups->count : 0;
    int64_t *start = NULL, *row = NULL;
    membership_list list = {.member = samen__new_raw(view->organisations, sizeof(int32_t), err),
                            .group = samen__new_raw(group_count, sizeof(int32_t), err),
                            .times = samen__new_raw(group_count, sizeof(int32_t), err)};
    int32_t *place = samen__new_raw(group_count, sizeof *place, err);
    int64_t *seen = samen__new(view->organisations, sizeof *seen, err);
    samen_status status = samen__records_by_partnership(r, &start, &row, err);
    if (!list.member || !list.group || !list.times || !place || !seen)
        status = SAMEN_ERR_MEMORY;
    for (int32_t g = 0; status == SAMEN_OK && g < group_count; g++)
        place[g] = -1;
    for (int64_t p = 0; status == SAMEN_OK && p < r->partnerships.count; p++) {
        list.count = 0;
        for (int64_t i = start[p]; i < start[p + 1]; i++) {
            const samen__membership *m = &r->membership[row[i]];
            int32_t o = view->place[m->organisation];
            if (!samen__view_shows_membership(view, m) || seen[o] == p + 1)
                continue;
            seen[o] = p + 1;
            list.member[list.count++] = o;
        }
        if (list.count == 0)
            continue;
        if (t->groups)
            list_groups(t, &list, place);
        count_partnership(t, &list, t->lines.line[r->partnership[p].form]);
    }
    samen__delete(list.member);
    samen__delete(list.group);
    samen__delete(list.times);
    samen__delete(place);
    samen__delete(seen);
    samen__delete(start);
    samen__delete(row);
    return status;
}

static void sum_lines(samen__tallies *t) {
    for (int64_t b = 0; b < t->buckets; b++) {
        samen__tally *all = line_of(t, b, 0);
        for (int32_t line = 1; line < t->lines.count; line++) {
            const samen__tally *one = line_of(t, b, line);
            all->ties += one->ties;
            all->records += one->records;
            all->weight += one->weight;
            all->partnerships += one->partnerships;
        }
    }
}

samen_status samen__tally_make(const samen__call *call, samen__buckets kind,
                               const samen__groups *groups, samen__tallies *tallies,
                               samen_error *err) {
    int64_t g = groups ? groups->count : 0;
    *tallies =
        (samen__tallies){.lines = samen__list_forms(call->view),
                         .kind = kind,
                         .groups = groups,
                         .buckets = kind == SAMEN__WHOLE               ? 1
                                    : kind == SAMEN__EACH_ORGANISATION ? call->view->organisations
                                    : kind == SAMEN__EACH_GROUP        ? g
                                                                       : g * (g + 1) / 2};
    tallies->tally =
        samen__new(tallies->buckets * tallies->lines.count, sizeof *tallies->tally, err);
    if (!tallies->tally)
        return SAMEN_ERR_MEMORY;
    count_pairs(call, tallies);
    samen_status status = count_partnerships(call, tallies, err);
    if (status == SAMEN_OK)
        sum_lines(tallies);
    else
        samen__tally_free(tallies);
    return status;
}
