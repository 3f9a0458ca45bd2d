/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/csv.h"

#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/utf8.h"

/* The separator that the first row has most of, outside quotes; a comma when it has none. */
static char recognise(const char *bytes, int64_t length) {
    int64_t commas = 0, semicolons = 0, tabs = 0;
    int quoted = 0;
    for (int64_t i = 0; i < length && (quoted || (bytes[i] != '\n' && bytes[i] != '\r')); i++) {
        quoted ^= bytes[i] == '"';
        commas += !quoted && bytes[i] == ',';
        semicolons += !quoted && bytes[i] == ';';
        tabs += !quoted && bytes[i] == '\t';
    }
    if (semicolons > commas && semicolons >= tabs)
        return ';';
    return tabs > commas ? '\t' : ',';
}

static int is_end(char c) {
    return c == '\n' || c == '\r';
}

/* Step over one line end at `at`. */
static int64_t step_over(const samen__csv *csv, int64_t at) {
    if (csv->bytes[at] == '\r' && at + 1 < csv->length && csv->bytes[at + 1] == '\n')
        at++;
    return at + 1;
}

static void skip_empty_lines(samen__csv *csv) {
    while (csv->at < csv->length && is_end(csv->bytes[csv->at])) {
        csv->at = step_over(csv, csv->at);
        csv->next_line++;
    }
}

samen_status samen__csv_start(samen__csv *csv, char *bytes, int64_t length, int64_t max_line,
                              samen_error *err) {
    *csv = (samen__csv){
        .bytes = bytes, .length = length, .max_line = max_line, .row = -2, .next_line = 1};
    if (length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
        return samen__fail(err, SAMEN_ERR_SYNTAX,
                           "the file is UTF-16; save it as CSV with encoding UTF-8");
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        csv->at = 3;
    skip_empty_lines(csv);
    if (csv->at == length)
        return samen__fail(err, SAMEN_ERR_MISSING,
                           "the file is empty; give it a header and rows, or remove it");
    csv->separator = recognise(bytes + csv->at, length - csv->at);
    return SAMEN_OK;
}

void samen__csv_free(samen__csv *csv) {
    samen__delete(csv->bytes);
    samen__delete(csv->field);
    *csv = (samen__csv){0};
}

/* Where the line that `at` is in ends. */
static int64_t end_of_line(const samen__csv *csv, int64_t at) {
    while (at < csv->length && !is_end(csv->bytes[at]))
        at++;
    return at;
}

static samen_status add_field(samen__csv *csv, int64_t from, int64_t to, samen_error *err) {
    if (csv->fields == csv->field_capacity &&
        samen__grow((void **)&csv->field, &csv->field_capacity, csv->fields + 1, sizeof *csv->field,
                    err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    csv->field[csv->fields++] = (samen__span){csv->bytes + from, to - from};
    return SAMEN_OK;
}

/* Give up the current row and go on behind the line that `at` is in. */
static void pass_over(samen__csv *csv, int64_t at) {
    at = end_of_line(csv, at);
    csv->at = at < csv->length ? step_over(csv, at) : csv->length;
    csv->next_line++;
}

/* How many lines end between two places. */
static int64_t count_lines(const samen__csv *csv, int64_t from, int64_t to) {
    int64_t lines = 0;
    for (int64_t at = from; at < to; at++) {
        char c = csv->bytes[at];
        lines += c == '\n' || (c == '\r' && !(at + 1 < csv->length && csv->bytes[at + 1] == '\n'));
    }
    return lines;
}

/* A quoted cell whose opening quote is at `at`: unfold it in place. Returns where it ends, -1 when
 * the quote is never closed. */
static int64_t unfold(samen__csv *csv, int64_t at, int64_t *from, int64_t *to) {
    int64_t in = at + 1;
    *from = *to = in;
    for (;;) {
        const char *quote = memchr(csv->bytes + in, '"', (size_t)(csv->length - in));
        if (!quote)
            return -1;
        int64_t end = quote - csv->bytes;
        int doubled = end + 1 < csv->length && quote[1] == '"';
        csv->next_line += count_lines(csv, in, end);
        if (*to < in)
            memmove(csv->bytes + *to, csv->bytes + in, (size_t)(end + doubled - in));
        *to += end + doubled - in;
        csv->has_moved |= doubled;
        in = end + 1 + doubled;
        if (!doubled)
            return in;
    }
}

/* Nothing in the row as it stands in the file is wrong; unfolding leaves bytes behind that say nothing. */
static int is_clean(const samen__csv *csv, int64_t from, int64_t to) {
    return !csv->has_moved && !memchr(csv->bytes + from, '\0', (size_t)(to - from)) &&
           samen__utf8_invalid(csv->bytes + from, to - from) < 0;
}

static samen_status check_row(samen__csv *csv, int64_t from, int64_t to, samen_error *err) {
    if (to - from > csv->max_line)
        return samen__fail(
            err, SAMEN_ERR_LIMIT,
            "the row has %ld bytes, more than the limit of %ld; is a quote left open?",
            (long)(to - from), (long)csv->max_line);
    if (is_clean(csv, from, to))
        return SAMEN_OK;
    for (int64_t i = 0; i < csv->fields; i++) {
        const samen__span *cell = &csv->field[i];
        if (memchr(cell->bytes, '\0', (size_t)cell->length))
            return samen__fail_cell(err, SAMEN_ERR_SYNTAX, csv->row, i,
                                    "there is a NUL byte in the cell; is this a text file?");
        if (samen__utf8_invalid(cell->bytes, cell->length) >= 0)
            return samen__fail_cell(err, SAMEN_ERR_SYNTAX, csv->row, i,
                                    "the cell is not valid UTF-8; save the file as CSV with "
                                    "encoding UTF-8");
    }
    return SAMEN_OK;
}

samen_status samen__csv_next(samen__csv *csv, int32_t *more, samen_error *err) {
    skip_empty_lines(csv);
    *more = csv->at < csv->length;
    if (!*more)
        return SAMEN_OK;
    csv->line = csv->next_line;
    csv->row++;
    csv->fields = 0;
    csv->has_moved = 0;
    int64_t start = csv->at, at = csv->at;
    for (;;) {
        int64_t from = at, to;
        if (at < csv->length && csv->bytes[at] == '"') {
            at = unfold(csv, at, &from, &to);
            if (at < 0) {
                *more = 0;
                csv->at = csv->length;
                return samen__fail_cell(err, SAMEN_ERR_SYNTAX, csv->row, csv->fields,
                                        "a quote is opened here and never closed; close it, or "
                                        "double it when it belongs to the text");
            }
            if (at < csv->length && csv->bytes[at] != csv->separator && !is_end(csv->bytes[at])) {
                pass_over(csv, at);
                return samen__fail_cell(err, SAMEN_ERR_SYNTAX, csv->row, csv->fields,
                                        "text follows a closing quote; double the quotes that "
                                        "belong to the text");
            }
        } else {
            while (at < csv->length && csv->bytes[at] != csv->separator && !is_end(csv->bytes[at]))
                at++;
            to = at;
        }
        /* Of a row that is too long only the end is still looked for. */
        if (at - start <= csv->max_line && add_field(csv, from, to, err) != SAMEN_OK)
            return SAMEN_ERR_MEMORY;
        if (at >= csv->length || is_end(csv->bytes[at]))
            break;
        at++;
    }
    csv->at = at < csv->length ? step_over(csv, at) : csv->length;
    csv->next_line++;
    return check_row(csv, start, at, err);
}
