/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of each file, checked cell by cell and put into the builder. A row with anything wrong in
 * it is not taken over; while checking, all that is wrong in it is noted. */
#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/utf8.h"
#include "io/bulk.h"
#include "io/dataset.h"
#include "io/rows.h"
#include "network/typology.h"
#include "network/values.h"

enum { MOST_SUGGESTIONS = 50, LONGEST_SUGGESTED = 63 };

/* The row being read: what it belongs to, and whether anything in it was wrong. */
typedef struct row {
    samen__reading *reading;
    samen__sheet *sheet;
    samen_error *err;
    char point; /* the decimal sign of this file's weights, 0 until one is seen */
    int bad;
} row;

/* Take note of how reading a cell went. What comes back is not SAMEN_OK only when all must stop. */
static samen_status settle(row *r, int32_t column, samen_status status, const samen_error *error) {
    if (status == SAMEN_OK)
        return SAMEN_OK;
    r->bad = 1;
    return samen__reading_fault(r->reading, r->sheet, r->sheet->place[column], error, r->err);
}

static samen__span cell(const row *r, int32_t column) {
    return samen__sheet_cell(r->sheet, column);
}

/* The known key that is nearest to one that is not known, or NULL. */
static const char *suggest(samen__reading *reading, const samen__keys *keys, samen__span span) {
    char wanted[LONGEST_SUGGESTED + 1], known[LONGEST_SUGGESTED + 1];
    const char *nearest = NULL;
    int32_t best = 3;
    if (span.length > LONGEST_SUGGESTED || reading->suggestions++ >= MOST_SUGGESTIONS)
        return NULL;
    samen__utf8_fold(span.bytes, span.length, wanted);
    for (int64_t i = 0; i < keys->count && best > 0; i++) {
        int64_t length = samen__keys_length(keys, i);
        if (length > LONGEST_SUGGESTED)
            continue;
        const char *key = samen__keys_text(keys, i);
        samen__utf8_fold(key, length, known);
        int32_t distance = samen__utf8_distance(known, wanted, 2);
        if (distance < best && distance < (int32_t)span.length) {
            best = distance;
            nearest = key;
        }
    }
    return nearest;
}

static samen_status fail_unknown(row *r, const samen__keys *keys, const char *what, int32_t file,
                                 samen__span span, samen_error *error) {
    samen__shown shown = samen__show(span.bytes, span.length);
    const char *nearest = suggest(r->reading, keys, span);
    if (nearest)
        return samen__fail(error, SAMEN_ERR_UNKNOWN, "%s \"%s\" is not in %s; did you mean \"%s\"?",
                           what, shown.text, samen__file_name(file), nearest);
    return samen__fail(error, SAMEN_ERR_UNKNOWN,
                       "%s \"%s\" is not in %s; add it there or correct the key", what, shown.text,
                       samen__file_name(file));
}

/* An organisation that must be there, or is added when the data set has no organisations.csv. */
static samen_status read_organisation(row *r, int32_t column, int32_t *number) {
    samen_error error = {.column = -1};
    samen__span span = cell(r, column);
    samen_builder *builder = r->reading->builder;
    int64_t found = -1;
    int32_t added;
    samen_status status = samen__check_key("the organisation", span.bytes, span.length, &error);
    if (status == SAMEN_OK) {
        if (!samen__sheet_is_readable(r->reading, SAMEN_ORGANISATIONS))
            status = samen__builder_put_organisation(builder, span.bytes, span.length, NULL, 0,
                                                     &found, &added, &error);
        else
            found = samen__keys_find(&builder->records.organisations, span.bytes, span.length);
        if (status == SAMEN_OK && found < 0)
            status = fail_unknown(r, &builder->records.organisations, "organisation",
                                  SAMEN_ORGANISATIONS, span, &error);
    }
    *number = (int32_t)found;
    return settle(r, column, status, &error);
}

/* The same for a partnership, which has a form: without partnerships.csv the only one there is. */
static samen_status read_partnership(row *r, int32_t column, int32_t *number) {
    samen_error error = {.column = -1};
    samen__span span = cell(r, column);
    samen__reading *reading = r->reading;
    const samen__keys *keys = &reading->builder->records.partnerships;
    int64_t found = -1;
    int32_t added;
    samen_status status = samen__check_key("the partnership", span.bytes, span.length, &error);
    if (status == SAMEN_OK && samen__sheet_is_readable(reading, SAMEN_PARTNERSHIPS)) {
        found = samen__keys_find(keys, span.bytes, span.length);
        if (found < 0)
            status = fail_unknown(r, keys, "partnership", SAMEN_PARTNERSHIPS, span, &error);
    } else if (status == SAMEN_OK && !reading->present[SAMEN_PARTNERSHIPS] &&
               !reading->forms_unknown && reading->typology->count > 1) {
        samen__shown shown = samen__show(span.bytes, span.length);
        status = samen__fail(&error, SAMEN_ERR_MISSING,
                             "partnership \"%s\" has no form, and there are %d to choose from; "
                             "add a partnerships.csv with id and form",
                             shown.text, reading->typology->count);
    } else if (status == SAMEN_OK) {
        samen__partnership bare = {.start = SAMEN__DATE_NONE, .end = SAMEN__DATE_NONE};
        status = samen__builder_put_partnership(reading->builder, span.bytes, span.length, NULL, 0,
                                                bare, &found, &added, &error);
    }
    *number = (int32_t)found;
    return settle(r, column, status, &error);
}

/* Forms repeat: the texts seen so far are remembered with what they came to. */
static samen_status read_form(row *r, int32_t column, uint8_t *form) {
    samen_error error = {.column = -1};
    samen__span span = cell(r, column);
    samen__reading *reading = r->reading;
    int64_t cached = samen__keys_find(&reading->form_cache, span.bytes, span.length);
    int32_t number = 0, added;
    if (reading->forms_unknown) {
        *form = 0;
        return SAMEN_OK;
    }
    if (cached >= 0) {
        *form = (uint8_t)reading->form_of[cached];
        return SAMEN_OK;
    }
    samen_status status =
        samen__typology_read(reading->typology, span.bytes, span.length, &number, &error);
    if (status != SAMEN_OK)
        return settle(r, column, status, &error);
    *form = (uint8_t)number;
    if (samen__grow((void **)&reading->form_of, &reading->form_capacity,
                    reading->form_cache.count + 1, sizeof *reading->form_of, r->err) != SAMEN_OK ||
        samen__keys_add(&reading->form_cache, span.bytes, span.length, &cached, &added, r->err) !=
            SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    reading->form_of[cached] = number;
    return SAMEN_OK;
}

/* The first weight that has a decimal sign settles which one the file uses. */
static samen_status read_weight(row *r, int32_t column, double *weight) {
    samen_error error = {.column = -1};
    samen__span span = cell(r, column);
    if (!r->point)
        r->point = r->sheet->csv.separator == ',' ? '.' : samen__decimal_sign(span);
    char point = r->point ? r->point : '.';
    return settle(r, column, samen__read_weight(span.bytes, span.length, point, weight, &error),
                  &error);
}

static samen_status read_period(row *r, int32_t start_column, int32_t end_column, int32_t *start,
                                int32_t *end) {
    samen_error error = {.column = -1};
    samen__span first = cell(r, start_column), last = cell(r, end_column);
    int bad = r->bad;
    samen_status status =
        settle(r, start_column, samen__read_date(first.bytes, first.length, start, &error), &error);
    if (status == SAMEN_OK)
        status =
            settle(r, end_column, samen__read_date(last.bytes, last.length, end, &error), &error);
    if (status == SAMEN_OK && r->bad == bad)
        status = settle(r, end_column, samen__check_period(*start, *end, &error), &error);
    return status;
}

static samen_status read_directed(row *r, uint8_t *directed) {
    samen_error error = {.column = -1};
    samen__span span = cell(r, SAMEN__TIE_DIRECTED);
    int32_t value = 0;
    if (span.length > 0 && !samen__read_yes_no(span.bytes, span.length, &value)) {
        samen__shown shown = samen__show(span.bytes, span.length);
        return settle(r, SAMEN__TIE_DIRECTED,
                      samen__fail(&error, SAMEN_ERR_VALUE,
                                  "directed is \"%s\"; give yes or no (or 1 or 0)", shown.text),
                      &error);
    }
    *directed = (uint8_t)value;
    return SAMEN_OK;
}

static samen_status fail_duplicate(row *r, const char *what, int32_t column, int64_t index) {
    samen_error error = {.column = -1};
    samen__span span = cell(r, column);
    samen__shown shown = samen__show(span.bytes, span.length);
    return settle(r, column,
                  samen__fail(&error, SAMEN_ERR_DUPLICATE,
                              "%s \"%s\" is there already, in line %ld; keys are unique", what,
                              shown.text, (long)r->sheet->row_line[index]),
                  &error);
}

/* A row that was put into the builder keeps its extra cells, unless it was a repetition. */
static samen_status keep(row *r, samen_status status) {
    return status == SAMEN_OK && !r->bad ? samen__sheet_keep(r->sheet, r->err) : status;
}

static samen_status organisation_row(row *r) {
    samen_error error = {.column = -1};
    samen__span key = cell(r, SAMEN__ORGANISATION_ID), name = cell(r, SAMEN__ORGANISATION_NAME);
    int64_t index = 0;
    int32_t added = 0;
    samen_status status = settle(
        r, SAMEN__ORGANISATION_ID,
        samen__check_key("the key of the organisation", key.bytes, key.length, &error), &error);
    if (status != SAMEN_OK || r->bad)
        return status;
    status = samen__builder_put_organisation(r->reading->builder, key.bytes, key.length, name.bytes,
                                             name.length, &index, &added, r->err);
    if (status == SAMEN_OK && !added)
        status = fail_duplicate(r, "organisation", SAMEN__ORGANISATION_ID, index);
    return keep(r, status);
}

static samen_status partnership_row(row *r) {
    samen_error error = {.column = -1};
    samen__span key = cell(r, SAMEN__PARTNERSHIP_ID), name = cell(r, SAMEN__PARTNERSHIP_NAME);
    samen__partnership made = {0};
    int64_t index = 0;
    int32_t added = 0;
    samen_status status = settle(
        r, SAMEN__PARTNERSHIP_ID,
        samen__check_key("the key of the partnership", key.bytes, key.length, &error), &error);
    if (status == SAMEN_OK)
        status = read_form(r, SAMEN__PARTNERSHIP_FORM, &made.form);
    if (status == SAMEN_OK)
        status = read_period(r, SAMEN__PARTNERSHIP_START, SAMEN__PARTNERSHIP_END, &made.start,
                             &made.end);
    if (status != SAMEN_OK || r->bad)
        return status;
    status = samen__builder_put_partnership(r->reading->builder, key.bytes, key.length, name.bytes,
                                            name.length, made, &index, &added, r->err);
    if (status == SAMEN_OK && !added)
        status = fail_duplicate(r, "partnership", SAMEN__PARTNERSHIP_ID, index);
    return keep(r, status);
}

static samen_status tie_row(row *r) {
    samen__tie tie = {.weight = 1.0, .partnership = SAMEN__NONE};
    int64_t index = 0;
    samen_status status = read_organisation(r, SAMEN__TIE_FROM, &tie.from);
    if (status == SAMEN_OK)
        status = read_organisation(r, SAMEN__TIE_TO, &tie.to);
    if (status == SAMEN_OK)
        status = read_form(r, SAMEN__TIE_FORM, &tie.form);
    if (status == SAMEN_OK)
        status = read_weight(r, SAMEN__TIE_WEIGHT, &tie.weight);
    if (status == SAMEN_OK)
        status = read_directed(r, &tie.directed);
    if (status == SAMEN_OK)
        status = read_period(r, SAMEN__TIE_START, SAMEN__TIE_END, &tie.start, &tie.end);
    if (status == SAMEN_OK && cell(r, SAMEN__TIE_PARTNERSHIP).length > 0)
        status = read_partnership(r, SAMEN__TIE_PARTNERSHIP, &tie.partnership);
    if (status == SAMEN_OK && !r->bad)
        status = samen__builder_put_tie(r->reading->builder, tie, &index, r->err);
    return keep(r, status);
}

static samen_status membership_row(row *r) {
    samen__membership made = {.weight = 1.0};
    samen__span role = cell(r, SAMEN__MEMBERSHIP_ROLE);
    int64_t index = 0;
    samen_status status = read_partnership(r, SAMEN__MEMBERSHIP_PARTNERSHIP, &made.partnership);
    if (status == SAMEN_OK)
        status = read_organisation(r, SAMEN__MEMBERSHIP_ORGANISATION, &made.organisation);
    if (status == SAMEN_OK)
        status = read_weight(r, SAMEN__MEMBERSHIP_WEIGHT, &made.weight);
    if (status == SAMEN_OK)
        status =
            read_period(r, SAMEN__MEMBERSHIP_START, SAMEN__MEMBERSHIP_END, &made.start, &made.end);
    if (status == SAMEN_OK && !r->bad)
        status = samen__builder_put_membership(r->reading->builder, made, role.bytes, role.length,
                                               &index, r->err);
    return keep(r, status);
}

/* Files whose rows have a form need one, unless there is only one to have. */
static samen_status check_form_column(samen__reading *reading, samen__sheet *sheet, int32_t column,
                                      samen_error *err) {
    samen_error error = {.column = -1};
    if (sheet->place[column] >= 0 || reading->typology->count == 1 || reading->forms_unknown)
        return SAMEN_OK;
    sheet->broken = 1;
    samen__fail(
        &error, SAMEN_ERR_MISSING,
        "there is no column \"form\", and there are %d forms; add the column, or a forms.csv "
        "with the one form of these data",
        reading->typology->count);
    return samen__reading_fault(reading, sheet, -1, &error, err);
}

static samen_status check_not_empty(samen__reading *reading, const samen__sheet *sheet,
                                    samen_error *err) {
    samen_error error = {.column = -1};
    if (sheet->csv.row >= 0 || reading->limits.allow_empty)
        return SAMEN_OK;
    samen__fail(&error, SAMEN_ERR_MISSING,
                "there is a header and no rows; add rows, remove the file, or allow empty files");
    return samen__reading_fault(reading, sheet, -1, &error, err);
}

samen_status samen__read_rows(samen__reading *reading, int32_t file, samen_error *err) {
    static samen_status (*const readers[])(row *) = {organisation_row, tie_row, partnership_row,
                                                     membership_row};
    samen__sheet *sheet = &reading->sheet[file];
    samen_status status = SAMEN_OK;
    if (!reading->present[file] || sheet->broken)
        return SAMEN_OK;
    if (file == SAMEN_TIES)
        status = check_form_column(reading, sheet, SAMEN__TIE_FORM, err);
    else if (file == SAMEN_PARTNERSHIPS)
        status = check_form_column(reading, sheet, SAMEN__PARTNERSHIP_FORM, err);
    row r = {.reading = reading, .sheet = sheet, .err = err};
    int32_t more = !sheet->broken && !sheet->in_pieces;
    if (status == SAMEN_OK && sheet->in_pieces)
        status = samen__read_bulk(reading, file, err);
    while (status == SAMEN_OK && more) {
        status = samen__sheet_next(reading, sheet, &more, err);
        if (status != SAMEN_OK || !more)
            break;
        r.bad = 0;
        status = readers[file](&r);
    }
    if (status == SAMEN_OK && !sheet->broken)
        status = check_not_empty(reading, sheet, err);
    if (status == SAMEN_OK)
        status = samen__sheet_attributes(reading, sheet, err);
    reading->gave_up |= sheet->in_pieces && status != SAMEN_OK && status != SAMEN_ERR_MEMORY &&
                        status != SAMEN_ERR_CANCELLED;
    return status;
}
