/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attributes: what type the cells of a column are, and handing them over.
 *
 * A column is of numbers when every cell that is filled is a number that loses nothing by being one:
 * a code with a leading zero or plus, or of more than 15 digits, stays text. */
#include <string.h>

#include "core/date.h"
#include "core/error.h"
#include "core/number.h"
#include "io/dataset.h"
#include "network/values.h"

enum { LONGEST_EXACT = 15 };

static int is_digit(char c) {
    return c >= '0' && c <= '9';
}

static int is_plain_number(const samen__span *cell, char point) {
    double value;
    int64_t digits = 0;
    const char *at = cell->bytes, *end = at + cell->length;
    if (samen__number_parse(at, cell->length, point, &value) != SAMEN__NUMBER_FINITE || *at == '+')
        return 0;
    at += *at == '-';
    if (end - at > 1 && at[0] == '0' && is_digit(at[1]))
        return 0;
    while (at < end && is_digit(*at)) {
        at++;
        digits++;
    }
    return digits <= LONGEST_EXACT;
}

static int is_date(const samen__span *cell, char point) {
    int32_t day;
    (void)point;
    return samen__date_parse(cell->bytes, cell->length, &day) == SAMEN__DATE_FINE;
}

static int is_yes_no(const samen__span *cell, char point) {
    int32_t value;
    (void)point;
    return !is_digit(cell->bytes[0]) && cell->length > 1 &&
           samen__read_yes_no(cell->bytes, cell->length, &value);
}

/* Do all filled cells pass, and is there one? */
static int all_pass(const samen__span *cell, int64_t count, int64_t stride,
                    int (*test)(const samen__span *, char), char point) {
    int64_t filled = 0;
    for (int64_t i = 0; i < count; i++) {
        const samen__span *one = &cell[i * stride];
        if (one->length > 0 && !test(one, point))
            return 0;
        filled += one->length > 0;
    }
    return filled > 0;
}

int32_t samen__infer(const samen__span *cell, int64_t count, int64_t stride, char separator,
                     char *point) {
    *point = '.';
    if (all_pass(cell, count, stride, is_plain_number, '.'))
        return SAMEN_COLUMN_FLOAT64;
    if (all_pass(cell, count, stride, is_date, '.'))
        return SAMEN_COLUMN_DATE;
    if (all_pass(cell, count, stride, is_yes_no, '.'))
        return SAMEN_COLUMN_BOOL;
    if (separator != ',' && all_pass(cell, count, stride, is_plain_number, ',')) {
        *point = ',';
        return SAMEN_COLUMN_FLOAT64;
    }
    return SAMEN_COLUMN_TEXT;
}

char samen__decimal_sign(samen__span cell) {
    if (memchr(cell.bytes, ',', (size_t)cell.length))
        return ',';
    return memchr(cell.bytes, '.', (size_t)cell.length) ? '.' : 0;
}

/* The decimal sign of a column that is declared to be of numbers: as with weights, that of the first
 * cell which has one. */
static char declared_point(const samen__span *cell, int64_t count, int64_t stride, char separator) {
    char point = separator == ',' ? '.' : 0;
    for (int64_t i = 0; i < count && !point; i++)
        point = samen__decimal_sign(cell[i * stride]);
    return point ? point : '.';
}

static samen_status fail_type(const samen__extra *extra, const samen__span *cell,
                              samen_error *error) {
    static const char *const types[] = {"", "", "number", "text", "yes or no", "date"};
    samen__shown shown = samen__show(cell->bytes, cell->length);
    return samen__fail(error, SAMEN_ERR_VALUE, "\"%s\" is not a %s, as the header declares",
                       shown.text, types[extra->type]);
}

/* One cell into the attribute; `error` when it is not of the declared type. */
static samen_status set(samen__attribute *attribute, const samen__extra *extra, int64_t row,
                        const samen__span *cell, char point, samen_error *error) {
    double number;
    int32_t value;
    switch (attribute->type) {
    case SAMEN_COLUMN_FLOAT64:
        if (samen__number_parse(cell->bytes, cell->length, point, &number) != SAMEN__NUMBER_FINITE)
            return fail_type(extra, cell, error);
        return samen__attribute_set_number(attribute, row, number, error);
    case SAMEN_COLUMN_DATE:
        if (samen__date_parse(cell->bytes, cell->length, &value) != SAMEN__DATE_FINE)
            return fail_type(extra, cell, error);
        return samen__attribute_set_int(attribute, row, value, error);
    case SAMEN_COLUMN_BOOL:
        if (!samen__read_yes_no(cell->bytes, cell->length, &value))
            return fail_type(extra, cell, error);
        return samen__attribute_set_int(attribute, row, value, error);
    default: return samen__attribute_set_text(attribute, row, cell->bytes, cell->length, error);
    }
}

samen_status samen__sheet_attributes(samen__reading *reading, samen__sheet *sheet,
                                     samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < sheet->extras; i++) {
        const samen__extra *extra = &sheet->extra[i];
        const samen__span *first = sheet->cell + i;
        samen__attribute *attribute = NULL;
        char point = '.', separator = sheet->csv.separator;
        int32_t type = extra->type;
        if (type == SAMEN_COLUMN_NONE)
            type = samen__infer(first, sheet->rows, sheet->extras, separator, &point);
        else
            point = declared_point(first, sheet->rows, sheet->extras, separator);
        status = samen__attributes_get(&reading->builder->attributes[sheet->file], extra->name,
                                       type, &attribute, err);
        for (int64_t row = 0; status == SAMEN_OK && row < sheet->rows; row++) {
            samen_error error = {.column = -1};
            const samen__span *cell = &first[row * sheet->extras];
            if (cell->length == 0)
                continue;
            status = set(attribute, extra, row, cell, point, &error);
            if (status != SAMEN_OK) {
                sheet->csv.line = sheet->keep_lines ? sheet->row_line[row] : 0;
                sheet->csv.row = row;
                status = samen__reading_fault(reading, sheet, extra->field, &error, err);
            }
        }
    }
    return status;
}
