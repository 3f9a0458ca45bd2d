/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The counts by form gathered by level of commitment, a pair going to its highest. */
#include "core/memory.h"
#include "measures/composition/counts.h"

/* The levels of the forms shown, ascending, the unknown one last; line 0 is all together. */
typedef struct level_list {
    int32_t count; /* lines */
    int32_t level[SAMEN_FORMS_MAX + 1];
} level_list;

static int32_t line_of_level(const level_list *levels, int32_t level) {
    for (int32_t i = 1; i < levels->count; i++) {
        if (levels->level[i] == level)
            return i;
    }
    return 0;
}

static level_list list_levels(const samen_view *view, const samen__form_lines *lines) {
    level_list levels = {.count = 1};
    for (int32_t i = 1; i < lines->count; i++) {
        int32_t level = view->network->typology->form[lines->form[i]].commitment;
        if (line_of_level(&levels, level) > 0)
            continue;
        int32_t at = levels.count++;
        for (; at > 1 && (uint32_t)levels.level[at - 1] > (uint32_t)level; at--)
            levels.level[at] = levels.level[at - 1];
        levels.level[at] = level;
    }
    return levels;
}

static int32_t highest_level(const samen_view *view, uint64_t forms) {
    int32_t highest = SAMEN_COMMITMENT_UNKNOWN;
    for (int32_t form = 0; form < view->network->typology->count; form++) {
        int32_t level = view->network->typology->form[form].commitment;
        if ((forms >> form & 1) && level > highest)
            highest = level;
    }
    return highest;
}

static samen_status gather_levels(const samen__call *call, const samen__tallies *t,
                                  const level_list *levels, samen__tallies *out, samen_error *err) {
    *out = *t;
    out->lines.count = levels->count;
    out->tally = samen__new(t->buckets * levels->count, sizeof *out->tally, err);
    if (!out->tally)
        return SAMEN_ERR_MEMORY;
    for (int64_t b = 0; b < t->buckets; b++) {
        for (int32_t line = 0; line < t->lines.count; line++) {
            const samen__tally *from = &t->tally[b * t->lines.count + line];
            int32_t form = t->lines.form[line];
            int32_t level =
                form < 0
                    ? 0
                    : line_of_level(levels, call->view->network->typology->form[form].commitment);
            samen__tally *to = &out->tally[b * levels->count + level];
            to->ties += from->ties;
            to->records += from->records;
            to->weight += from->weight;
            to->partnerships += from->partnerships;
            to->pairs += form < 0 ? from->pairs : 0;
        }
    }
    samen__pair p;
    for (samen__walk w = {0}; samen__next_pair(call->pairs, &w, &p);) {
        int32_t level =
            line_of_level(levels, highest_level(call->view, p.forward_forms | p.backward_forms));
        if (t->kind == SAMEN__WHOLE) {
            out->tally[level].pairs++;
        } else {
            out->tally[p.low * levels->count + level].pairs++;
            out->tally[p.high * levels->count + level].pairs++;
        }
    }
    return SAMEN_OK;
}

static samen_status add_levels(const level_list *levels, samen_table *table, samen_error *err) {
    samen__column *name = samen__table_add(table, "commitment", SAMEN_COLUMN_TEXT, err);
    samen_status status = name ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        char label[16];
        samen__text text = samen__text_fixed(label, sizeof label);
        int32_t line = (int32_t)(row % levels->count);
        if (line == 0)
            samen__text_add_string(&text, "all");
        else if (levels->level[line] == SAMEN_COMMITMENT_UNKNOWN)
            samen__text_add_string(&text, "unknown");
        else
            samen__text_format(&text, "%d", levels->level[line]);
        status = samen__column_add_text(name, label, text.length, err);
    }
    return status;
}

samen_status samen__by_commitment(samen__call *call, const samen__tallies *t, samen_table **out,
                                  samen_error *err) {
    level_list levels = list_levels(call->view, &t->lines);
    samen__tallies gathered;
    samen_status status = gather_levels(call, t, &levels, &gathered, err);
    if (status == SAMEN_OK)
        status = samen__table_new(t->buckets * levels.count, out, err);
    if (status == SAMEN_OK)
        status = samen__add_buckets(call, t, levels.count, *out, err);
    if (status == SAMEN_OK)
        status = add_levels(&levels, *out, err);
    if (status == SAMEN_OK)
        status = samen__add_tallies(&gathered, *out, err);
    samen__delete(gathered.tally);
    return status;
}
