/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be read and is probably a mistake all the same, or is good to know. */
#include <dirent.h>
#include <string.h>

#include "core/bitset.h"
#include "core/memory.h"
#include "core/number.h"
#include "core/sort.h"
#include "core/utf8.h"
#include "io/dataset.h"
#include "network/typology.h"
#include "network/values.h"

enum { LONGEST_FOLDED = 200 };

/* One thing to review in the whole data set. */
typedef samen_status (*reviewer)(samen__reading *reading, samen_error *err);

static samen__shown show_key(const samen__keys *keys, int64_t number) {
    return samen__show(samen__keys_text(keys, number), samen__keys_length(keys, number));
}

/* The line of a row that came from a file; 0 when the part has no file of its own. */
static int64_t line_of(const samen__sheet *sheet, int64_t row) {
    return row < sheet->rows && sheet->row_line ? sheet->row_line[row] : 0;
}

/* Is the file there, and its header right? */
static int is_open(const samen__reading *reading, int32_t file) {
    return reading->present[file] && !reading->sheet[file].broken;
}

static int is_broken(const samen__reading *reading, int32_t file) {
    return reading->present[file] && reading->sheet[file].broken;
}

static samen_status review_self_ties(samen__reading *reading, samen_error *err) {
    const samen__records *r = &reading->builder->records;
    samen__sheet *sheet = &reading->sheet[SAMEN_TIES];
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < r->ties; i++) {
        if (r->tie[i].from != r->tie[i].to)
            continue;
        samen__shown key = show_key(&r->organisations, r->tie[i].from);
        status = samen__reading_note(
            reading, SAMEN__WARNING, sheet, line_of(sheet, i), sheet->place[SAMEN__TIE_TO], err,
            "organisation \"%s\" is tied to itself; the tie is kept, and left out of measures",
            key.text);
    }
    return status;
}

static int compare_int(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static int compare_ties(const void *context, int64_t i, int64_t j) {
    const samen__tie *a = (const samen__tie *)context + i, *b = (const samen__tie *)context + j;
    int swap_a = !a->directed && a->from > a->to, swap_b = !b->directed && b->from > b->to;
    int order = compare_int(swap_a ? a->to : a->from, swap_b ? b->to : b->from);
    order = order ? order : compare_int(swap_a ? a->from : a->to, swap_b ? b->from : b->to);
    order = order ? order : compare_int(a->form, b->form);
    order = order ? order : compare_int(a->directed, b->directed);
    order = order ? order : compare_int(a->start, b->start);
    order = order ? order : compare_int(a->end, b->end);
    return order ? order : compare_int(a->partnership, b->partnership);
}

static int compare_memberships(const void *context, int64_t i, int64_t j) {
    const samen__membership *a = (const samen__membership *)context + i;
    const samen__membership *b = (const samen__membership *)context + j;
    int order = compare_int(a->partnership, b->partnership);
    order = order ? order : compare_int(a->organisation, b->organisation);
    order = order ? order : compare_int(a->role, b->role);
    order = order ? order : compare_int(a->start, b->start);
    return order ? order : compare_int(a->end, b->end);
}

/* Rows that are equal to an earlier one but for weight and attributes. */
static samen_status review_repeats(samen__reading *reading, int32_t file, int64_t count,
                                   const void *rows, samen__order order, const char *sentence,
                                   samen_error *err) {
    samen__sheet *sheet = &reading->sheet[file];
    int64_t *sorted = samen__new_raw(count, sizeof *sorted, err);
    if (!sorted)
        return SAMEN_ERR_MEMORY;
    samen_status status = samen__sort(sorted, count, order, rows, err);
    int64_t first = 0;
    for (int64_t i = 1; status == SAMEN_OK && i < count; i++) {
        if (order(rows, sorted[first], sorted[i]) != 0) {
            first = i;
            continue;
        }
        status = samen__reading_note(reading, SAMEN__WARNING, sheet, line_of(sheet, sorted[i]), -1,
                                     err, "the row repeats line %ld; %s",
                                     (long)line_of(sheet, sorted[first]), sentence);
    }
    samen__delete(sorted);
    return status;
}

static samen_status review_repeated_ties(samen__reading *reading, samen_error *err) {
    const samen__records *r = &reading->builder->records;
    return review_repeats(reading, SAMEN_TIES, r->ties, r->tie, compare_ties,
                          "both are kept, and the view's rule for parallel ties merges them", err);
}

static samen_status review_repeated_memberships(samen__reading *reading, samen_error *err) {
    const samen__records *r = &reading->builder->records;
    return review_repeats(reading, SAMEN_MEMBERSHIPS, r->memberships, r->membership,
                          compare_memberships, "the organisation counts as a member once", err);
}

/* Keys that would be one if case, accents and spaces did not count. */
static samen_status review_similar_keys(samen__reading *reading, int32_t file,
                                        const samen__keys *keys, samen_error *err) {
    samen__sheet *sheet = &reading->sheet[file];
    samen__keys folded;
    samen__keys_start(&folded);
    samen_status status = SAMEN_OK;
    int64_t *first = samen__new_raw(keys->count, sizeof *first, err);
    if (!first)
        status = SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < keys->count; i++) {
        char text[LONGEST_FOLDED + 1];
        int64_t length = samen__keys_length(keys, i), number = 0;
        int32_t added = 1;
        if (length > LONGEST_FOLDED)
            continue;
        int64_t made = samen__utf8_fold(samen__keys_text(keys, i), length, text);
        status = samen__keys_add(&folded, text, made, &number, &added, err);
        if (status != SAMEN_OK)
            break;
        if (added) {
            first[number] = i;
            continue;
        }
        samen__shown key = show_key(keys, i), other = show_key(keys, first[number]);
        status = samen__reading_note(
            reading, SAMEN__WARNING, sheet, line_of(sheet, i), sheet->path ? sheet->place[0] : -1,
            err, "the keys \"%s\" and \"%s\" are two, though they are almost alike; is it one?",
            other.text, key.text);
    }
    samen__keys_free(&folded);
    samen__delete(first);
    return status;
}

static samen_status review_keys(samen__reading *reading, samen_error *err) {
    const samen__records *r = &reading->builder->records;
    samen_status status = SAMEN_OK;
    if (is_open(reading, SAMEN_ORGANISATIONS))
        status = review_similar_keys(reading, SAMEN_ORGANISATIONS, &r->organisations, err);
    if (status == SAMEN_OK && is_open(reading, SAMEN_PARTNERSHIPS))
        status = review_similar_keys(reading, SAMEN_PARTNERSHIPS, &r->partnerships, err);
    return status;
}

/* The sheet to name for a part that may have no file: the one its keys come from. */
static samen__sheet *home_of(samen__reading *reading, int32_t file, int32_t otherwise) {
    if (reading->present[file])
        return &reading->sheet[file];
    return reading->present[otherwise] ? &reading->sheet[otherwise] : &reading->sheet[SAMEN_TIES];
}

static samen_status review_isolates(samen__reading *reading, samen_error *err) {
    const samen__records *r = &reading->builder->records;
    if (!is_open(reading, SAMEN_ORGANISATIONS) || is_broken(reading, SAMEN_TIES) ||
        is_broken(reading, SAMEN_MEMBERSHIPS))
        return SAMEN_OK;
    uint64_t *active = samen__new(samen__bitset_words(r->organisations.count), sizeof *active, err);
    if (!active)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < r->ties; i++) {
        samen__bitset_put(active, r->tie[i].from, 1);
        samen__bitset_put(active, r->tie[i].to, 1);
    }
    for (int64_t i = 0; i < r->memberships; i++)
        samen__bitset_put(active, r->membership[i].organisation, 1);
    int64_t without = 0, first = -1;
    for (int64_t i = 0; i < r->organisations.count; i++) {
        int idle = !samen__bitset_get(active, i);
        first = idle && first < 0 ? i : first;
        without += idle;
    }
    samen__delete(active);
    if (without == 0)
        return SAMEN_OK;
    samen__sheet *sheet = &reading->sheet[SAMEN_ORGANISATIONS];
    samen__shown key = show_key(&r->organisations, first);
    return samen__reading_note(reading, SAMEN__INFORMATION, sheet, line_of(sheet, first), -1, err,
                               "%ld %s without a tie or membership, \"%s\" the first, counted as "
                               "isolates",
                               (long)without,
                               samen__plural(without, "organisation", "organisations"), key.text);
}

static samen_status review_sizes(samen__reading *reading, samen_error *err) {
    const samen__records *r = &reading->builder->records;
    if (is_broken(reading, SAMEN_MEMBERSHIPS))
        return SAMEN_OK;
    int64_t *members = samen__new(r->partnerships.count, sizeof *members, err);
    if (!members)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < r->memberships; i++)
        members[r->membership[i].partnership]++;
    int64_t none = 0, one = 0;
    for (int64_t i = 0; i < r->partnerships.count; i++) {
        none += members[i] == 0;
        one += members[i] == 1;
    }
    samen__delete(members);
    samen__sheet *sheet = home_of(reading, SAMEN_PARTNERSHIPS, SAMEN_MEMBERSHIPS);
    samen_status status = SAMEN_OK;
    if (none > 0 && is_open(reading, SAMEN_PARTNERSHIPS))
        status = samen__reading_note(reading, SAMEN__WARNING, sheet, 0, -1, err,
                                     "%ld %s without members", (long)none,
                                     samen__plural(none, "partnership", "partnerships"));
    if (status == SAMEN_OK && one > 0)
        status = samen__reading_note(reading, SAMEN__INFORMATION, sheet, 0, -1, err,
                                     "%ld %s with a single member row, counted as partnerships and "
                                     "tying nobody",
                                     (long)one, samen__plural(one, "partnership", "partnerships"));
    return status;
}

static samen_status review_membership_periods(samen__reading *reading, samen_error *err) {
    const samen__records *r = &reading->builder->records;
    samen__sheet *sheet = &reading->sheet[SAMEN_MEMBERSHIPS];
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < r->memberships; i++) {
        const samen__membership *m = &r->membership[i];
        const samen__partnership *p = &r->partnership[m->partnership];
        if (!samen__periods_touch(m->start, m->end, p->start, p->end))
            status =
                samen__reading_note(reading, SAMEN__WARNING, sheet, line_of(sheet, i),
                                    sheet->place[SAMEN__MEMBERSHIP_START], err,
                                    "the membership lies outside the period of its partnership");
    }
    return status;
}

static const samen__attribute *find_attribute(const samen__reading *reading, int32_t of,
                                              const char *name, int64_t length) {
    const samen__attributes *set = &reading->builder->attributes[of];
    for (int64_t i = 0; i < set->count; i++) {
        if ((int64_t)strlen(set->attribute[i].name) == length &&
            memcmp(set->attribute[i].name, name, (size_t)length) == 0)
            return &set->attribute[i];
    }
    return NULL;
}

static samen_status review_respondents(samen__reading *reading, samen_error *err) {
    const samen__records *r = &reading->builder->records;
    samen__sheet *sheet = &reading->sheet[SAMEN_TIES];
    const samen__attribute *responded =
        find_attribute(reading, SAMEN_ORGANISATIONS, "respondent", 10);
    samen_status status = SAMEN_OK;
    if (!responded || responded->type != SAMEN_COLUMN_BOOL)
        return SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < r->ties; i++) {
        int32_t from = r->tie[i].from;
        if (!r->tie[i].directed || from >= responded->count || responded->value[from] != 0)
            continue;
        samen__shown key = show_key(&r->organisations, from);
        status = samen__reading_note(
            reading, SAMEN__WARNING, sheet, line_of(sheet, i), sheet->place[SAMEN__TIE_FROM], err,
            "organisation \"%s\" reports a tie and is marked as not having "
            "responded; correct one of the two",
            key.text);
    }
    return status;
}

/* Where a form says from which answers its weights come, do they rise as the answers get stronger? */
static samen_status review_scale(samen__reading *reading, int32_t form, samen_error *err) {
    const samen__records *r = &reading->builder->records;
    const char *scale = reading->typology->form[form].scale;
    samen__sheet *sheet = &reading->sheet[SAMEN_TIES];
    int64_t length = 0;
    double weakest, strongest;
    if (!*scale || !samen__typology_scale(scale, &length, &weakest, &strongest))
        return SAMEN_OK;
    const samen__attribute *answers = find_attribute(reading, SAMEN_TIES, scale, length);
    if (!answers || answers->type != SAMEN_COLUMN_FLOAT64)
        return SAMEN_OK;
    double sign = strongest > weakest ? 1.0 : -1.0, low_answer = 0, low_weight = 0;
    int64_t seen = 0;
    for (int64_t i = 0; i < r->ties && i < answers->count; i++) {
        double answer;
        memcpy(&answer, &answers->value[i], sizeof answer);
        if (r->tie[i].form != form || answers->value[i] == INT64_MAX)
            continue;
        double rise = sign * (answer - low_answer), heavier = r->tie[i].weight - low_weight;
        if (seen++ > 0 && rise * heavier < 0)
            return samen__reading_note(
                reading, SAMEN__WARNING, sheet, line_of(sheet, i), sheet->place[SAMEN__TIE_WEIGHT],
                err,
                "the weight goes against the scale \"%s\" of form %s; a stronger answer needs a "
                "larger weight",
                scale, reading->typology->form[form].key);
        low_answer = answer;
        low_weight = r->tie[i].weight;
    }
    if (seen > 0 && sheet->place[SAMEN__TIE_WEIGHT] < 0)
        return samen__reading_note(
            reading, SAMEN__WARNING, sheet, 1, -1, err,
            "form %s has the scale \"%s\" and ties.csv has no column weight, so "
            "all weights are 1; add weights, larger being stronger",
            reading->typology->form[form].key, scale);
    return SAMEN_OK;
}

static samen_status review_scales(samen__reading *reading, samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int32_t form = 0; status == SAMEN_OK && form < reading->typology->count; form++)
        status = review_scale(reading, form, err);
    return status;
}

/* A column of text in which nine of ten cells are numbers, with one decimal sign, or dates: tell the
 * first that is not. */
static samen_status review_column(samen__reading *reading, samen__sheet *sheet, int64_t extra,
                                  samen_error *err) {
    enum { POINT, COMMA, DATE, KINDS };
    int64_t filled = 0, fits[KINDS] = {0}, unfit[KINDS] = {-1, -1, -1};
    for (int64_t row = 0; row < sheet->rows; row++) {
        const samen__span *cell = &sheet->cell[row * sheet->extras + extra];
        char separator = sheet->csv.separator, point;
        if (cell->length == 0)
            continue;
        filled++;
        int32_t type = samen__infer(cell, 1, 1, separator, &point);
        int number = type == SAMEN_COLUMN_FLOAT64,
            sign = separator != ',' && number ? samen__decimal_sign(*cell) : 0;
        int is[KINDS] = {number && sign != ',', number && separator != ',' && sign != '.',
                         type == SAMEN_COLUMN_DATE};
        for (int kind = 0; kind < KINDS; kind++) {
            fits[kind] += is[kind];
            if (!is[kind] && unfit[kind] < 0)
                unfit[kind] = row;
        }
    }
    int best = POINT;
    for (int kind = 0; kind < KINDS; kind++)
        best = fits[kind] > fits[best] ? kind : best;
    int64_t odd = filled - fits[best], first = unfit[best];
    if (odd == 0 || 10 * odd > filled)
        return SAMEN_OK;
    const samen__span *cell = &sheet->cell[first * sheet->extras + extra];
    samen__shown shown = samen__show(cell->bytes, cell->length);
    return samen__reading_note(
        reading, SAMEN__WARNING, sheet, line_of(sheet, first), sheet->extra[extra].field, err,
        "the column counts as text because of \"%s\" and %ld more; leave the "
        "cell empty where a value is missing",
        shown.text, (long)odd - 1);
}

static samen_status review_columns(samen__reading *reading, samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int32_t file = 0; file < SAMEN__PARTS; file++) {
        samen__sheet *sheet = &reading->sheet[file];
        for (int64_t i = 0; status == SAMEN_OK && i < sheet->extras; i++) {
            if (sheet->extra[i].type == SAMEN_COLUMN_NONE && sheet->cell)
                status = review_column(reading, sheet, i, err);
        }
    }
    return status;
}

static int is_ours(const char *name) {
    for (int32_t file = 0; file < SAMEN__FILES; file++) {
        size_t length = strlen(samen__file_name(file));
        if (strncmp(name, samen__file_name(file), length) == 0 &&
            (!name[length] || strcmp(name + length, ".gz") == 0))
            return 1;
    }
    return 0;
}

static int is_csv(const char *name) {
    const char *dot = strrchr(name, '.');
    return name[0] != '.' && dot &&
           (strcmp(dot, ".csv") == 0 || strcmp(dot, ".CSV") == 0 || strstr(name, ".csv.gz"));
}

/* Tables in the folder that are not read, in no particular order of the folder's own. */
static samen_status review_folder(samen__reading *reading, const char *path, samen_error *err) {
    DIR *folder = opendir(path);
    samen_status status = SAMEN_OK;
    for (struct dirent *entry; folder && status == SAMEN_OK && (entry = readdir(folder));) {
        if (!is_csv(entry->d_name) || is_ours(entry->d_name))
            continue;
        samen__sheet other = {.name = entry->d_name};
        status = samen__reading_note(reading, SAMEN__INFORMATION, &other, 0, -1, err,
                                     "the file is not read; a data set is organisations.csv, "
                                     "ties.csv, partnerships.csv, memberships.csv and forms.csv");
    }
    if (folder)
        closedir(folder);
    return status;
}

samen_status samen__reading_review(samen__reading *reading, const char *path, samen_error *err) {
    static const reviewer reviewers[] = {
        review_self_ties, review_repeated_ties, review_repeated_memberships, review_keys,
        review_isolates,  review_sizes,         review_membership_periods,   review_respondents,
        review_scales,    review_columns};
    samen_status status = SAMEN_OK;
    for (size_t i = 0; status == SAMEN_OK && i < sizeof reviewers / sizeof reviewers[0]; i++)
        status = reviewers[i](reading, err);
    return status == SAMEN_OK ? review_folder(reading, path, err) : status;
}
