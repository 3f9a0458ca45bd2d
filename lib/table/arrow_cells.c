/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers of any width become 64 bits, floats of any width doubles; dates, and times that are whole
 * days, become days. Nothing is assumed of how buffers are aligned.
 *
 * Based on: The Arrow columnar format, https://arrow.apache.org/docs/format/Columnar.html. */
#include "table/arrow_cells.h"

#include <math.h>
#include <string.h>

#include "core/date.h"
#include "core/utf8.h"

static const char *data_at(const struct ArrowArray *array, int64_t at, size_t size) {
    return (const char *)array->buffers[1] + (size_t)at * size;
}

/* ---- Whole numbers ----------------------------------------------------------------------------------- */

#define WHOLE(NAME, TYPE)                                                                          \
    static const char *NAME(const struct ArrowArray *array, int64_t at, samen__cell *out) {        \
        TYPE value;                                                                                \
        memcpy(&value, data_at(array, at, sizeof value), sizeof value);                            \
        out->whole = value;                                                                        \
        return NULL;                                                                               \
    }

WHOLE(read_int8, int8_t)
WHOLE(read_uint8, uint8_t)
WHOLE(read_int16, int16_t)
WHOLE(read_uint16, uint16_t)
WHOLE(read_int32, int32_t)
WHOLE(read_uint32, uint32_t)
WHOLE(read_int64, int64_t)

static const char *read_uint64(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    uint64_t value;
    memcpy(&value, data_at(array, at, sizeof value), sizeof value);
    out->whole = (int64_t)value;
    return value <= INT64_MAX ? NULL : "the number is beyond 64 bits with a sign";
}

static const char *read_bool(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    out->whole = ((const uint8_t *)array->buffers[1])[at / 8] >> at % 8 & 1;
    return NULL;
}

/* ---- Floats ------------------------------------------------------------------------------------------ */

static const char *take_real(double value, samen__cell *out) {
    out->real = value;
    return isfinite(value) ? NULL
                           : "the number is NaN or infinite; make it null when it is not known";
}

/* One bit of sign, five of exponent, ten of fraction. */
static const char *read_float16(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    uint16_t bits;
    memcpy(&bits, data_at(array, at, sizeof bits), sizeof bits);
    int exponent = bits >> 10 & 31, fraction = bits & 1023;
    double size = exponent == 31  ? HUGE_VAL
                  : exponent == 0 ? ldexp(fraction, -24)
                                  : ldexp(1024 + fraction, exponent - 25);
    return take_real(bits >> 15 ? -size : size, out);
}

static const char *read_float32(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    float value;
    memcpy(&value, data_at(array, at, sizeof value), sizeof value);
    return take_real((double)value, out);
}

static const char *read_float64(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    double value;
    memcpy(&value, data_at(array, at, sizeof value), sizeof value);
    return take_real(value, out);
}

/* ---- Days -------------------------------------------------------------------------------------------- */

static const char *take_day(int64_t day, samen__cell *out) {
    out->whole = day;
    return day >= INT32_MIN && day <= INT32_MAX && samen__date_is_known((int32_t)day)
               ? NULL
               : "the date is outside the years 0 to 9999";
}

static const char *read_day(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    read_int32(array, at, out);
    return take_day(out->whole, out);
}

static const char *read_time(const struct ArrowArray *array, int64_t at, int64_t units_a_day,
                             samen__cell *out) {
    read_int64(array, at, out);
    return out->whole % units_a_day == 0
               ? take_day(out->whole / units_a_day, out)
               : "the time is not the beginning of a day; cast the column to a date";
}

static const int64_t SECONDS_A_DAY = 86400;

static const char *read_seconds(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    return read_time(array, at, SECONDS_A_DAY, out);
}

static const char *read_milliseconds(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    return read_time(array, at, SECONDS_A_DAY * 1000, out);
}

static const char *read_microseconds(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    return read_time(array, at, SECONDS_A_DAY * 1000000, out);
}

static const char *read_nanoseconds(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    return read_time(array, at, SECONDS_A_DAY * 1000000000, out);
}

/* ---- Texts ------------------------------------------------------------------------------------------- */

static const char *take_text(const char *bytes, int64_t length, samen__cell *out) {
    out->bytes = length > 0 ? bytes : "";
    out->length = length;
    return samen__utf8_invalid(out->bytes, length) < 0 && !memchr(out->bytes, '\0', (size_t)length)
               ? NULL
               : "the text is not valid UTF-8, or has a NUL byte";
}

static const char *take_piece(const struct ArrowArray *array, int64_t from, int64_t to,
                              samen__cell *out) {
    const char *bytes = array->buffers[2];
    if (from < 0 || to < from || (to > from && !bytes))
        return "the text is nowhere: its offsets go backwards, or there are no bytes";
    return take_text(to > from ? bytes + from : "", to - from, out);
}

static const char *read_utf8(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    int32_t piece[2];
    memcpy(piece, data_at(array, at, sizeof piece[0]), sizeof piece);
    return take_piece(array, piece[0], piece[1], out);
}

static const char *read_large_utf8(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    int64_t piece[2];
    memcpy(piece, data_at(array, at, sizeof piece[0]), sizeof piece);
    return take_piece(array, piece[0], piece[1], out);
}

/* A view is 16 bytes: the length, then the text itself when it fits, else its first four bytes, the number
 * of the buffer that has it, and where. The last of the array's buffers has the lengths of those. */
static const char *read_view(const struct ArrowArray *array, int64_t at, samen__cell *out) {
    enum { VIEW = 16, SHORT = 12, BEFORE = 2 };
    static const char nowhere[] = "the text is nowhere: its view points beyond the array's buffers";
    const char *view = data_at(array, at, VIEW);
    int32_t length, place[2];
    int64_t size = 0, buffers = array->n_buffers - BEFORE - 1;
    memcpy(&length, view, sizeof length);
    if (length >= 0 && length <= SHORT)
        return take_text(view + sizeof length, length, out);
    memcpy(place, view + VIEW - sizeof place, sizeof place);
    const char *sizes = buffers >= 0 ? array->buffers[array->n_buffers - 1] : NULL;
    if (length < 0 || !sizes || place[0] < 0 || place[0] >= buffers || place[1] < 0)
        return nowhere;
    memcpy(&size, sizes + (size_t)place[0] * sizeof size, sizeof size);
    const char *bytes = array->buffers[BEFORE + place[0]];
    return bytes && place[1] <= size - length ? take_text(bytes + place[1], length, out) : nowhere;
}

/* ---- Which formats there are ------------------------------------------------------------------------- */

static const samen__cell_type types[] = {
    {"c", SAMEN_COLUMN_INT64, 2, read_int8},
    {"C", SAMEN_COLUMN_INT64, 2, read_uint8},
    {"s", SAMEN_COLUMN_INT64, 2, read_int16},
    {"S", SAMEN_COLUMN_INT64, 2, read_uint16},
    {"i", SAMEN_COLUMN_INT64, 2, read_int32},
    {"I", SAMEN_COLUMN_INT64, 2, read_uint32},
    {"l", SAMEN_COLUMN_INT64, 2, read_int64},
    {"L", SAMEN_COLUMN_INT64, 2, read_uint64},
    {"e", SAMEN_COLUMN_FLOAT64, 2, read_float16},
    {"f", SAMEN_COLUMN_FLOAT64, 2, read_float32},
    {"g", SAMEN_COLUMN_FLOAT64, 2, read_float64},
    {"b", SAMEN_COLUMN_BOOL, 2, read_bool},
    {"tdD", SAMEN_COLUMN_DATE, 2, read_day},
    {"tdm", SAMEN_COLUMN_DATE, 2, read_milliseconds},
    {"tss:", SAMEN_COLUMN_DATE, 2, read_seconds},
    {"tsm:", SAMEN_COLUMN_DATE, 2, read_milliseconds},
    {"tsu:", SAMEN_COLUMN_DATE, 2, read_microseconds},
    {"tsn:", SAMEN_COLUMN_DATE, 2, read_nanoseconds},
    {"u", SAMEN_COLUMN_TEXT, 3, read_utf8},
    {"U", SAMEN_COLUMN_TEXT, 3, read_large_utf8},
    {"vu", SAMEN_COLUMN_TEXT, 2, read_view},
    {"n", SAMEN_COLUMN_TEXT, 0, NULL},
};

const samen__cell_type *samen__cell_type_of(const char *format) {
    size_t length = strlen(format);
    /* Of times with a zone only those that count days as all do. */
    if (strncmp(format, "ts", 2) == 0 && length > 4 && strcmp(format + 4, "UTC") == 0)
        length = 4;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strncmp(types[i].format, format, length) == 0 && types[i].format[length] == '\0')
            return &types[i];
    }
    return NULL;
}

int samen__cell_type_is_whole(const samen__cell_type *type) {
    return type->type == SAMEN_COLUMN_INT64;
}

void samen__cell_type_refuse(const char *format, samen__text *text) {
    static const struct {
        const char *start, *what;
    } others[] = {
        {"d:", "has decimals; cast it to a double or a whole number"},
        {"ts", "has times in a time zone; cast it to a date"},
        {"tt", "has times of day; cast it to a number or a text"},
        {"tD", "has durations; cast it to a number"},
        {"ti", "has intervals; cast it to a number"},
        {"z", "has bytes; cast it to a text"},
        {"Z", "has bytes; cast it to a text"},
        {"vz", "has bytes; cast it to a text"},
        {"w:", "has bytes; cast it to a text"},
        {"+r", "is run-end encoded; decode it"},
        {"+", "is nested; make a column of each of its parts"},
    };
    size_t i = 0, count = sizeof others / sizeof others[0];
    while (i < count && strncmp(format, others[i].start, strlen(others[i].start)) != 0)
        i++;
    samen__text_format(text, "%s, or leave it out (its Arrow format is \"%s\")",
                       i < count ? others[i].what : "is of a type that no column can be; cast it",
                       format);
}
