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

static int is_date(const samen__span *cell) {
    int32_t day;
    return samen__date_parse(cell->bytes, cell->length, &day) == SAMEN__DATE_FINE;
}

static int is_yes_no(const samen__span *cell) {
    int32_t value;
    return !is_digit(cell->bytes[0]) && cell->length > 1 &&
           samen__read_yes_no(cell->bytes, cell->length, &value);
}

/* What a column can be, the first that all its cells are going before the others. */
enum { NUMBERS = 1, DATES = 2, YES_NO = 4, COMMA_NUMBERS = 8, ALL_KINDS = 15 };

/* Which of the kinds all filled cells are; *filled is set when there is one. */
static unsigned fitting(const samen__span *cell, int64_t count, int64_t stride, unsigned kinds,
                        int *filled) {
    for (int64_t i = 0; i < count && kinds; i++) {
        const samen__span *one = &cell[i * stride];
        if (one->length == 0)
            continue;
        *filled = 1;
        if ((kinds & NUMBERS) && !is_plain_number(one, '.'))
            kinds &= ~(unsigned)NUMBERS;
        if ((kinds & DATES) && !is_date(one))
            kinds &= ~(unsigned)DATES;
        if ((kinds & YES_NO) && !is_yes_no(one))
            kinds &= ~(unsigned)YES_NO;
        if ((kinds & COMMA_NUMBERS) && !is_plain_number(one, ','))
            kinds &= ~(unsigned)COMMA_NUMBERS;
    }
    return kinds;
}

static unsigned possible_kinds(char separator) {
    return separator == ',' ? ALL_KINDS & ~(unsigned)COMMA_NUMBERS : ALL_KINDS;
}

static int32_t settle(unsigned kinds, int filled, char *point) {
    *point = '.';
    if (!filled || !kinds)
        return SAMEN_COLUMN_TEXT;
    if (kinds & NUMBERS)
        return SAMEN_COLUMN_FLOAT64;
    if (kinds & DATES)
        return SAMEN_COLUMN_DATE;
    if (kinds & YES_NO)
        return SAMEN_COLUMN_BOOL;
    *point = ',';
    return SAMEN_COLUMN_FLOAT64;
}

int32_t samen__infer(const samen__span *cell, int64_t count, int64_t stride, char separator,
                     char *point) {
    int filled = 0;
    unsigned kinds = fitting(cell, count, stride, possible_kinds(separator), &filled);
    return settle(kinds, filled, point);
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

/* How many rows go by before the caller is told how far reading is. */
enum { STEP = 1 << 16 };

static int64_t step_from(const samen__sheet *sheet, int64_t row) {
    return sheet->rows - row < STEP ? sheet->rows - row : STEP;
}

/* The type of an extra column, and the decimal sign of its numbers. */
static samen_status find_type(samen__reading *reading, samen__sheet *sheet, int64_t column,
                              int32_t *type, char *point, samen_error *err) {
    const samen__span *first = sheet->cell ? sheet->cell + column : NULL; /* no row could be read */
    const samen__extra *extra = &sheet->extra[column];
    char separator = sheet->csv.separator;
    unsigned kinds = possible_kinds(separator);
    int filled = 0;
    if (extra->type != SAMEN_COLUMN_NONE) {
        *type = extra->type;
        *point = declared_point(first, sheet->rows, sheet->extras, separator);
        return SAMEN_OK;
    }
    samen_status status = SAMEN_OK;
    for (int64_t row = 0; status == SAMEN_OK && kinds && row < sheet->rows; row += STEP) {
        kinds = fitting(first + row * sheet->extras, step_from(sheet, row), sheet->extras, kinds,
                        &filled);
        status = samen__sheet_tell(reading, sheet, 1.0, err);
    }
    *type = settle(kinds, filled, point);
    return status;
}

/* Hand one row's cell of an extra column over. */
static samen_status take_cell(samen__reading *reading, samen__sheet *sheet, int64_t column,
                              int64_t row, char point, samen__attribute *attribute,
                              samen_error *err) {
    samen_error error = {.column = -1};
    const samen__extra *extra = &sheet->extra[column];
    const samen__span *cell = &sheet->cell[row * sheet->extras + column];
    if (cell->length == 0 || set(attribute, extra, row, cell, point, &error) == SAMEN_OK)
        return SAMEN_OK;
    sheet->csv.line = sheet->keep_lines ? sheet->row_line[row] : 0;
    sheet->csv.row = row;
    return samen__reading_fault(reading, sheet, extra->field, &error, err);
}

samen_status samen__sheet_attributes(samen__reading *reading, samen__sheet *sheet,
                                     samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < sheet->extras; i++) {
        samen__attribute *attribute = NULL;
        int32_t type = SAMEN_COLUMN_TEXT;
        char point = '.';
        status = find_type(reading, sheet, i, &type, &point, err);
        if (status == SAMEN_OK)
            status = samen__attributes_get(&reading->builder->attributes[sheet->file],
                                           sheet->extra[i].name, type, &attribute, err);
        for (int64_t row = 0; status == SAMEN_OK && row < sheet->rows; row++) {
            status = take_cell(reading, sheet, i, row, point, attribute, err);
            if (status == SAMEN_OK && row % STEP == 0)
                status = samen__sheet_tell(reading, sheet, 1.0, err);
        }
    }
    return status;
}
