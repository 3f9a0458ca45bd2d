/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of a data set: its header understood, its rows of the right length. */
#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/text.h"
#include "io/dataset.h"
#include "io/load.h"

void samen__sheet_free(samen__sheet *sheet) {
    for (int64_t i = 0; i < sheet->header_fields; i++)
        samen__delete(sheet->header[i]);
    for (int64_t i = 0; i < sheet->extras; i++)
        samen__delete(sheet->extra[i].name);
    samen__delete(sheet->header);
    samen__delete(sheet->extra);
    samen__delete(sheet->cell);
    for (int64_t i = 0; i < sheet->keeps; i++)
        samen__delete(sheet->kept[i]);
    samen__delete(sheet->kept);
    samen__pieces_close(&sheet->pieces);
    samen__delete(sheet->row_line);
    samen__delete(sheet->path);
    samen__csv_free(&sheet->csv);
    *sheet = (samen__sheet){0};
}

/* Split a declared type off a header, as "code:text". Returns the length of the name. */
static int64_t split_type(const char *header, int64_t length, int32_t *type) {
    static const struct {
        const char *suffix;
        int32_t type;
    } types[] = {{":text", SAMEN_COLUMN_TEXT},
                 {":number", SAMEN_COLUMN_FLOAT64},
                 {":date", SAMEN_COLUMN_DATE},
                 {":yes-no", SAMEN_COLUMN_BOOL}};
    *type = SAMEN_COLUMN_NONE;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        int64_t size = (int64_t)strlen(types[i].suffix);
        if (length > size && memcmp(header + length - size, types[i].suffix, (size_t)size) == 0) {
            *type = types[i].type;
            return length - size;
        }
    }
    return length;
}

static samen__span trimmed(samen__span span) {
    while (span.length > 0 && span.bytes[0] == ' ') {
        span.bytes++;
        span.length--;
    }
    while (span.length > 0 && span.bytes[span.length - 1] == ' ')
        span.length--;
    return span;
}

static samen_status fail_duplicate(const char *name, int64_t field, samen_error *error) {
    return samen__fail_cell(error, SAMEN_ERR_DUPLICATE, -1, field,
                            "the column \"%s\" is there twice; rename or remove one", name);
}

static int is_built_in(int32_t file, const char *name) {
    const char *const *columns = samen__file_columns(file);
    while (*columns && strcmp(*columns, name) != 0)
        columns++;
    return *columns != NULL;
}

static samen_status take_column(samen__sheet *sheet, int64_t field, samen_error *error) {
    samen__span span = trimmed(sheet->csv.field[field]);
    sheet->header[field] = samen__copy_text(span.bytes, span.length, error);
    if (!sheet->header[field])
        return SAMEN_ERR_MEMORY;
    sheet->header_fields = field + 1;
    if (span.length == 0)
        return samen__fail_cell(error, SAMEN_ERR_MISSING, -1, field,
                                "the column has no name; name it or remove it");
    int32_t column = samen__header_find(sheet->file, span.bytes, span.length);
    if (column >= 0) {
        if (sheet->place[column] >= 0)
            return fail_duplicate(samen__file_columns(sheet->file)[column], field, error);
        sheet->place[column] = field;
        return SAMEN_OK;
    }
    if (sheet->file == SAMEN__FORMS_FILE)
        return samen__fail_cell(error, SAMEN_ERR_UNKNOWN, -1, field,
                                "forms.csv has no use for a column \"%s\"; remove it",
                                sheet->header[field]);
    samen__extra *extra = &sheet->extra[sheet->extras];
    *extra = (samen__extra){.field = field};
    samen__span name = {span.bytes, split_type(span.bytes, span.length, &extra->type)};
    name = trimmed(name);
    extra->name = samen__copy_text(name.bytes, name.length, error);
    if (!extra->name)
        return SAMEN_ERR_MEMORY;
    sheet->extras++;
    if (is_built_in(sheet->file, extra->name))
        return samen__fail_cell(error, SAMEN_ERR_VALUE, -1, field,
                                "the column \"%s\" is built in and has a type of its own; write "
                                "\"%s\" alone into the header",
                                extra->name, extra->name);
    sheet->keep_lines |= extra->type != SAMEN_COLUMN_NONE;
    for (int64_t i = 0; i < sheet->extras - 1; i++) {
        if (strcmp(sheet->extra[i].name, extra->name) == 0)
            return fail_duplicate(extra->name, field, error);
    }
    return SAMEN_OK;
}

static samen_status check_required(samen__sheet *sheet, samen_error *error) {
    static const int32_t required[SAMEN__FILES] = {1, 2, 1, 2, 1};
    const char *const *columns = samen__file_columns(sheet->file);
    for (int32_t i = 0; i < required[sheet->file]; i++) {
        if (sheet->place[i] < 0)
            return samen__fail(error, SAMEN_ERR_MISSING,
                               "there is no column \"%s\"; %s needs %s%s%s in its header",
                               columns[i], samen__file_name(sheet->file), columns[0],
                               required[sheet->file] > 1 ? " and " : "",
                               required[sheet->file] > 1 ? columns[1] : "");
    }
    return SAMEN_OK;
}

static void start(samen__reading *reading, samen__sheet *sheet, int32_t file, char *path) {
    const char *slash = strrchr(path, '/');
    *sheet = (samen__sheet){.file = file,
                            .path = path,
                            .name = slash ? slash + 1 : path,
                            .keep_lines = reading->collecting || file == SAMEN_ORGANISATIONS ||
                                          file == SAMEN_PARTNERSHIPS};
    for (int32_t i = 0; i < SAMEN__MOST_COLUMNS; i++)
        sheet->place[i] = -1;
    reading->present[file] = 1;
}

/* The bytes of the file, and its first row. */
static samen_status load(samen__reading *reading, samen__sheet *sheet, samen_error *error) {
    char *bytes = NULL;
    int64_t length = 0;
    int32_t more = 0;
    samen_status status =
        samen__load(sheet->path, &reading->limits, &reading->run, &bytes, &length, error);
    if (status == SAMEN_OK)
        status = samen__csv_start(&sheet->csv, bytes, length, reading->limits.max_line, error);
    sheet->bytes = length;
    return status == SAMEN_OK ? samen__csv_next(&sheet->csv, &more, error) : status;
}

/* Empty lines before the header fit into the first piece, or reading in bulk gives up. */
enum { LEAST_FIRST = 4096 };

/* The first row only; what follows it is left to be read in pieces. */
static samen_status load_header(samen__reading *reading, samen__sheet *sheet, samen_error *error) {
    samen__pieces *pieces = &sheet->pieces;
    samen__csv *csv = &sheet->csv;
    samen__piece first = {0};
    int32_t more = 0;
    int64_t size = reading->piece > LEAST_FIRST ? reading->piece : LEAST_FIRST;
    samen_status status = samen__pieces_open(pieces, sheet->path, size, &reading->limits, error);
    if (status == SAMEN_OK)
        status = samen__pieces_next(pieces, &first, error);
    if (status != SAMEN_OK) {
        samen__delete(first.bytes);
        return status;
    }
    status = samen__csv_start(csv, first.bytes, first.length, reading->limits.max_line, error);
    if (status == SAMEN_OK)
        status = samen__csv_next(csv, &more, error);
    if (status == SAMEN_OK)
        status = samen__pieces_return(pieces, csv->bytes + csv->at, csv->length - csv->at, error);
    pieces->separator = csv->separator;
    pieces->size = reading->piece;
    csv->length = csv->at;
    sheet->bytes = pieces->stream.file.size;
    return status;
}

/* Whatever goes wrong in bulk is told by reading once more without. */
static samen_status load_somehow(samen__reading *reading, samen__sheet *sheet, samen_error *error) {
    if (!reading->in_bulk || !samen__file_is_regular(sheet->path) ||
        (sheet->file != SAMEN_TIES && sheet->file != SAMEN_MEMBERSHIPS))
        return load(reading, sheet, error);
    samen_status status = load_header(reading, sheet, error);
    sheet->in_pieces = status == SAMEN_OK;
    reading->gave_up |= status != SAMEN_OK;
    return status;
}

/* The first row as a header; error->column is the field. */
static samen_status understand(samen__sheet *sheet, samen_error *error) {
    samen_status status = SAMEN_OK;
    sheet->header = samen__new(sheet->csv.fields, sizeof *sheet->header, error);
    sheet->extra = samen__new(sheet->csv.fields, sizeof *sheet->extra, error);
    if (!sheet->header || !sheet->extra)
        return SAMEN_ERR_MEMORY;
    int64_t fields = sheet->csv.fields;
    for (int64_t field = 0; status == SAMEN_OK && field < fields; field++)
        status = take_column(sheet, field, error);
    return status == SAMEN_OK ? check_required(sheet, error) : status;
}

/* Whatever is wrong before the rows begin. */
static samen_status settle(samen__reading *reading, samen__sheet *sheet, samen_status status,
                           const samen_error *error, samen_error *err) {
    if (status == SAMEN_OK)
        return SAMEN_OK;
    sheet->broken = 1;
    return samen__reading_fault(reading, sheet, error->column, error, err);
}

samen_status samen__sheet_open(samen__reading *reading, int32_t file, char *path,
                               samen_error *err) {
    samen__sheet *sheet = &reading->sheet[file];
    samen_error error = {.column = -1};
    start(reading, sheet, file, path);
    samen_status status = load_somehow(reading, sheet, &error);
    if (status == SAMEN_OK)
        status = understand(sheet, &error);
    return settle(reading, sheet, status, &error, err);
}

/* How many of the columns that a file must have are in the first row. */
static int count_required(const samen__sheet *sheet, int32_t file) {
    int count = 0;
    for (int64_t i = 0; i < sheet->csv.fields; i++) {
        samen__span span = trimmed(sheet->csv.field[i]);
        int32_t column = samen__header_find(file, span.bytes, span.length);
        count += column == 0 || column == 1;
    }
    return count;
}

samen_status samen__sheet_open_alone(samen__reading *reading, char *path, samen_error *err) {
    samen__sheet *sheet = &reading->sheet[SAMEN_TIES];
    samen_error error = {.column = -1};
    start(reading, sheet, SAMEN_TIES, path);
    samen_status status = load_somehow(reading, sheet, &error);
    if (status == SAMEN_OK &&
        count_required(sheet, SAMEN_MEMBERSHIPS) > count_required(sheet, SAMEN_TIES)) {
        samen__sheet *other = &reading->sheet[SAMEN_MEMBERSHIPS];
        *other = *sheet;
        *sheet = (samen__sheet){0};
        sheet = other;
        sheet->file = SAMEN_MEMBERSHIPS;
        reading->present[SAMEN_TIES] = 0;
        reading->present[SAMEN_MEMBERSHIPS] = 1;
    }
    if (status == SAMEN_OK)
        status = understand(sheet, &error);
    return settle(reading, sheet, status, &error, err);
}

int samen__sheet_is_readable(const samen__reading *reading, int32_t file) {
    const samen__sheet *sheet = &reading->sheet[file];
    return reading->present[file] && !sheet->broken && !sheet->cut;
}

samen_status samen__sheet_tell(samen__reading *reading, const samen__sheet *sheet, double fraction,
                               samen_error *err) {
    char what[64];
    samen__text words = samen__text_fixed(what, sizeof what);
    samen__text_format(&words, "reading %s", sheet->name);
    return samen__run_tell(&reading->run, fraction, what, err);
}

samen__span samen__sheet_cell(const samen__sheet *sheet, int32_t column) {
    int64_t field = sheet->place[column];
    return field < 0 ? (samen__span){"", 0} : sheet->csv.field[field];
}

static samen_status check_length(const samen__sheet *sheet, samen_error *error) {
    int64_t fields = sheet->csv.fields, filled = 0;
    for (int64_t i = 0; i < fields; i++)
        filled += sheet->csv.field[i].length > 0;
    if (filled == 0)
        return samen__fail(error, SAMEN_ERR_SYNTAX, "all cells of the row are empty; delete it");
    if (fields != sheet->header_fields)
        return samen__fail_cell(error, SAMEN_ERR_SYNTAX, sheet->csv.row,
                                fields < sheet->header_fields ? fields - 1 : sheet->header_fields,
                                "the row has %ld cells where the header has %ld; a text that holds "
                                "the separator must stand in quotes",
                                (long)fields, (long)sheet->header_fields);
    return SAMEN_OK;
}

samen_status samen__sheet_next(samen__reading *reading, samen__sheet *sheet, int32_t *more,
                               samen_error *err) {
    for (;;) {
        samen_error error = {.column = -1};
        samen_status status = samen__csv_next(&sheet->csv, more, &error);
        if (status == SAMEN_OK && !*more)
            return SAMEN_OK;
        if (status == SAMEN_OK)
            status = check_length(sheet, &error);
        if (status == SAMEN_OK && sheet->csv.row >= reading->limits.max_rows) {
            *more = 0;
            return samen__fail(err, SAMEN_ERR_LIMIT,
                               "%s has more than %ld rows, the limit set for this reading",
                               sheet->name, (long)reading->limits.max_rows);
        }
        if (status == SAMEN_OK && sheet->csv.row % 4096 == 0)
            status = samen__sheet_tell(reading, sheet,
                                       (double)sheet->csv.at / (double)sheet->csv.length, &error);
        if (status == SAMEN_OK)
            return SAMEN_OK;
        int64_t field = error.column;
        sheet->cut = !*more;
        status = samen__reading_fault(reading, sheet, field, &error, err);
        if (status != SAMEN_OK || !*more)
            return status;
    }
}

samen_status samen__sheet_keep(samen__sheet *sheet, samen_error *err) {
    int64_t row = sheet->rows;
    if (sheet->keep_lines) {
        if (samen__grow((void **)&sheet->row_line, &sheet->line_capacity, row + 1,
                        sizeof *sheet->row_line, err) != SAMEN_OK)
            return SAMEN_ERR_MEMORY;
        sheet->row_line[row] = sheet->csv.line;
    }
    if (sheet->extras > 0) {
        void *block = sheet->cell;
        samen_status status = samen__grow(&block, &sheet->cell_capacity, (row + 1) * sheet->extras,
                                          sizeof *sheet->cell, err);
        sheet->cell = block;
        if (status != SAMEN_OK)
            return status;
        for (int64_t i = 0; i < sheet->extras; i++)
            sheet->cell[row * sheet->extras + i] = sheet->csv.field[sheet->extra[i].field];
    }
    sheet->rows++;
    return SAMEN_OK;
}
