/* SPDX-License-Identifier: GPL-3.0-or-later */
#define R_NO_REMAP
#include "frames.h"

#include <math.h>
#include <string.h>

const char *text_of(SEXP x, R_xlen_t i) {
    SEXP text = x == R_NilValue ? NA_STRING : STRING_ELT(x, i);
    if (text == NA_STRING)
        return NULL;
    const char *bytes = CHAR(text);
    cetype_t encoding = Rf_getCharCE(text);
    const char *converted = Rf_reEnc(bytes, encoding, CE_UTF8, 1);
    int whole = converted == bytes || !strcmp(converted, Rf_reEnc(bytes, encoding, CE_UTF8, 2));
    return whole ? converted : bytes;
}

/* Data frames go in as a struct array of the Arrow C data interface. Its buffers are R's own vectors, or
 * memory of this .Call, and samen copies what it takes: there is nothing to release. */
static void release_schema(struct ArrowSchema *schema) {
    schema->release = NULL;
}

static void release_array(struct ArrowArray *array) {
    array->release = NULL;
}

void *zeros(R_xlen_t count, size_t size) {
    void *memory = R_alloc((size_t)count + 1, (int)size);
    return memset(memory, 0, ((size_t)count + 1) * size);
}

static int is_null(SEXP x, R_xlen_t i) {
    static const int64_t missing = INT64_MIN;
    switch (TYPEOF(x)) {
    case LGLSXP: return LOGICAL(x)[i] == NA_LOGICAL;
    case INTSXP: return INTEGER(x)[i] == NA_INTEGER;
    case STRSXP: return STRING_ELT(x, i) == NA_STRING;
    default:
        if (Rf_inherits(x, "integer64"))
            return memcmp(REAL(x) + i, &missing, sizeof missing) == 0;
        return Rf_inherits(x, "Date") ? ISNAN(REAL(x)[i]) : ISNA(REAL(x)[i]);
    }
}

static void put_texts(SEXP x, struct ArrowArray *array) {
    R_xlen_t rows = XLENGTH(x);
    int64_t *offset = zeros(rows, sizeof *offset);
    const char **text = zeros(rows, sizeof *text);
    for (R_xlen_t i = 0; i < rows; i++) {
        text[i] = text_of(x, i);
        offset[i + 1] = offset[i] + (text[i] ? (int64_t)strlen(text[i]) : 0);
    }
    char *bytes = zeros((R_xlen_t)offset[rows], 1);
    for (R_xlen_t i = 0; i < rows; i++) {
        if (text[i])
            memcpy(bytes + offset[i], text[i], (size_t)(offset[i + 1] - offset[i]));
    }
    array->buffers[1] = offset;
    array->buffers[2] = bytes;
}

static void put_bits(SEXP x, struct ArrowArray *array) {
    uint8_t *bits = zeros(XLENGTH(x) / 8, 1);
    for (R_xlen_t i = 0; i < XLENGTH(x); i++)
        bits[i / 8] |= (uint8_t)((LOGICAL(x)[i] == 1) << i % 8);
    array->buffers[1] = bits;
}

static void put_days(SEXP x, struct ArrowArray *array) {
    int32_t *day = zeros(XLENGTH(x), sizeof *day);
    for (R_xlen_t i = 0; i < XLENGTH(x); i++) {
        double value = TYPEOF(x) == INTSXP ? INTEGER(x)[i] : floor(REAL(x)[i]);
        if (!is_null(x, i))
            day[i] = value > INT32_MIN && value < INT32_MAX ? (int32_t)value : INT32_MAX;
    }
    array->buffers[1] = day;
}

/* A factor counts its levels from 1, a dictionary from 0. */
static void put_levels(SEXP x, struct ArrowArray *array) {
    int32_t *level = zeros(XLENGTH(x), sizeof *level);
    for (R_xlen_t i = 0; i < XLENGTH(x); i++)
        level[i] = is_null(x, i) ? 0 : INTEGER(x)[i] - 1;
    array->buffers[1] = level;
}

static void array_start(SEXP x, const char *format, const char *name, int64_t buffers,
                        struct ArrowSchema *schema, struct ArrowArray *array) {
    *schema = (struct ArrowSchema){
        .format = format, .name = name, .flags = ARROW_FLAG_NULLABLE, .release = release_schema};
    *array = (struct ArrowArray){.length = XLENGTH(x),
                                 .n_buffers = buffers,
                                 .buffers = zeros(buffers, sizeof(void *)),
                                 .release = release_array};
    uint8_t *valid = zeros(XLENGTH(x) / 8, 1);
    for (R_xlen_t i = 0; i < XLENGTH(x); i++) {
        int null = is_null(x, i);
        array->null_count += null;
        valid[i / 8] |= (uint8_t)(!null << i % 8);
    }
    array->buffers[0] = array->null_count ? valid : NULL;
}

/* 1 when the column could be taken. */
static int column_to_arrow(SEXP x, const char *name, struct ArrowSchema *schema,
                           struct ArrowArray *array) {
    if (Rf_isFactor(x)) {
        SEXP levels = Rf_getAttrib(x, R_LevelsSymbol);
        array_start(x, "i", name, 2, schema, array);
        put_levels(x, array);
        schema->dictionary = zeros(1, sizeof *schema);
        array->dictionary = zeros(1, sizeof *array);
        array_start(levels, "U", "", 3, schema->dictionary, array->dictionary);
        put_texts(levels, array->dictionary);
    } else if (Rf_inherits(x, "Date") && (TYPEOF(x) == REALSXP || TYPEOF(x) == INTSXP)) {
        array_start(x, "tdD", name, 2, schema, array);
        put_days(x, array);
    } else if (Rf_inherits(x, "POSIXct") || Rf_inherits(x, "difftime")) {
        return 0;
    } else if (TYPEOF(x) == LGLSXP) {
        array_start(x, "b", name, 2, schema, array);
        put_bits(x, array);
    } else if (TYPEOF(x) == INTSXP) {
        array_start(x, "i", name, 2, schema, array);
        array->buffers[1] = INTEGER(x);
    } else if (TYPEOF(x) == REALSXP) {
        array_start(x, Rf_inherits(x, "integer64") ? "l" : "g", name, 2, schema, array);
        array->buffers[1] = REAL(x);
    } else if (TYPEOF(x) == STRSXP) {
        array_start(x, "U", name, 3, schema, array);
        put_texts(x, array);
    } else {
        return 0;
    }
    return 1;
}

int frame_to_arrow(SEXP frame, int rows, struct ArrowSchema *schema, struct ArrowArray *array) {
    int columns = Rf_length(frame);
    SEXP names = Rf_getAttrib(frame, R_NamesSymbol);
    *schema = (struct ArrowSchema){.format = "+s",
                                   .n_children = columns,
                                   .children = zeros(columns, sizeof(void *)),
                                   .release = release_schema};
    *array = (struct ArrowArray){.length = rows,
                                 .n_buffers = 1,
                                 .buffers = zeros(1, sizeof(void *)),
                                 .n_children = columns,
                                 .children = zeros(columns, sizeof(void *)),
                                 .release = release_array};
    for (int i = 0; i < columns; i++) {
        SEXP x = VECTOR_ELT(frame, i);
        schema->children[i] = zeros(1, sizeof *schema);
        array->children[i] = zeros(1, sizeof *array);
        if (Rf_xlength(x) != rows ||
            !column_to_arrow(x, text_of(names, i), schema->children[i], array->children[i]))
            return i;
    }
    return -1;
}
