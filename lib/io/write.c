/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a data set: every file as text, all of them aside, then all into place. When a step fails,
 * the steps before it are taken back. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/arithmetic.h"
#include "core/error.h"
#include "core/file.h"
#include "core/memory.h"
#include "core/options.h"
#include "io/dataset.h"
#include "network/typology.h"
#include "table/format.h"

typedef struct style {
    char separator;
    char point;
} style;

/* A file of the folder on its way. */
typedef struct outgoing {
    char *path;
    char *aside;
    samen__placed placed;
    int32_t removed; /* it is a file of the old data set that the new one has no use for */
} outgoing;

typedef struct folder {
    outgoing file[2 * SAMEN__FILES]; /* each plain, then each packed */
    int32_t made;                    /* the folder was not there before */
} folder;

static void add_cell(const samen_table *table, int64_t row, int32_t column, style s,
                     samen__text *out) {
    const samen__column *cells = &table->column[column];
    if (samen__column_is_null(cells, row))
        return;
    if (cells->type == SAMEN_COLUMN_TEXT) {
        int64_t length;
        const char *text = samen__column_text(cells, row, &length);
        samen__csv_add_field(out, text, length, s.separator);
        return;
    }
    int64_t from = out->length;
    samen__table_show_cell(table, row, column, -1, out);
    for (int64_t i = from; s.point != '.' && !out->failed && i < out->length; i++) {
        if (out->bytes[i] == '.')
            out->bytes[i] = s.point;
    }
}

/* The type that a reader would infer from the cells of a column as they are written. */
static samen_status inferred(const samen_table *table, int32_t column, style s, int32_t *type,
                             samen_error *err) {
    const samen__column *cells = &table->column[column];
    samen__text text = samen__text_growing();
    samen__span *span = samen__new(table->rows, sizeof *span, err);
    int64_t *end = samen__new(table->rows, sizeof *end, err);
    samen_status status = span && end ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows; row++) {
        int64_t length = 0;
        if (cells->type == SAMEN_COLUMN_TEXT)
            samen__text_add(&text, samen__column_text(cells, row, &length),
                            cells->offset[row + 1] - cells->offset[row]);
        else
            add_cell(table, row, column, s, &text);
        end[row] = text.length;
    }
    if (status == SAMEN_OK && text.failed)
        status = samen__fail_memory(err);
    for (int64_t row = 0, from = 0; status == SAMEN_OK && row < table->rows; from = end[row++])
        span[row] = (samen__span){text.bytes ? text.bytes + from : "", end[row] - from};
    char point;
    if (status == SAMEN_OK)
        *type = samen__infer(span, table->rows, 1, s.separator, &point);
    samen__delete(span);
    samen__delete(end);
    samen__text_free(&text);
    return status;
}

static int has_type_suffix(const char *name) {
    const char *colon = strrchr(name, ':');
    return colon && (strcmp(colon, ":text") == 0 || strcmp(colon, ":number") == 0 ||
                     strcmp(colon, ":date") == 0 || strcmp(colon, ":yes-no") == 0);
}

/* A name that holds any separator stands in quotes, so that the header has none but its own. */
static void add_name(samen__text *out, const samen__text *name, char separator) {
    for (const char *other = ",;\t"; *other && !name->failed; other++) {
        if (memchr(name->bytes, *other, (size_t)name->length))
            separator = *other;
    }
    samen__csv_add_field(out, name->bytes, name->length, separator);
}

/* An attribute's header declares its type when a reader would take it for another one. */
static samen_status add_header(const samen_table *table, int32_t file, int32_t column, style s,
                               samen__text *out, samen_error *err) {
    static const char *const suffixes[] = {"", "", ":number", ":text", ":yes-no", ":date"};
    const samen__column *cells = &table->column[column];
    const char *const *fixed = samen__file_columns(file);
    int32_t count = 0, type = cells->type;
    while (fixed[count])
        count++;
    samen_status status = SAMEN_OK;
    samen__text name = samen__text_growing();
    samen__text_add_string(&name, cells->name);
    if (column >= count && file != SAMEN__FORMS_FILE) {
        status = inferred(table, column, s, &type, err);
        if (type != cells->type || has_type_suffix(cells->name) ||
            samen__header_find(file, cells->name, (int64_t)strlen(cells->name)) >= 0)
            samen__text_add_string(&name, suffixes[cells->type]);
    }
    add_name(out, &name, s.separator);
    out->failed |= name.failed;
    samen__text_free(&name);
    return status;
}

static samen_status make_text(const samen_table *table, int32_t file, style s, samen__text *out,
                              samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int32_t i = 0; status == SAMEN_OK && i < table->columns; i++) {
        if (i > 0)
            samen__text_add_byte(out, s.separator);
        status = add_header(table, file, i, s, out, err);
    }
    samen__text_add_byte(out, '\n');
    for (int64_t row = 0; status == SAMEN_OK && row < table->rows && !out->failed; row++) {
        for (int32_t i = 0; i < table->columns; i++) {
            if (i > 0)
                samen__text_add_byte(out, s.separator);
            add_cell(table, row, i, s, out);
        }
        samen__text_add_byte(out, '\n');
    }
    return status == SAMEN_OK && out->failed ? samen__fail_memory(err) : status;
}

static samen_status get_table(const samen_network *network, int32_t file, samen_table **table,
                              samen_error *err) {
    return file == SAMEN__FORMS_FILE ? samen_typology_table(network->typology, table, err)
                                     : samen_network_table(network, file, table, err);
}

/* Is there anything to write into this file? A network without ties or memberships still gets
 * a ties.csv, so that it is a data set. */
static int is_needed(const samen_network *network, int32_t file) {
    if (file == SAMEN__FORMS_FILE)
        return !network->typology->is_default;
    if (file == SAMEN_TIES && samen_network_count(network, SAMEN_MEMBERSHIPS) == 0)
        return 1;
    return samen_network_count(network, file) > 0;
}

static samen_status write_aside(const samen_network *network, int32_t file, style s,
                                outgoing *target, samen_error *err) {
    samen_table *table = NULL;
    samen__text text = samen__text_growing();
    samen_status status = get_table(network, file, &table, err);
    if (status == SAMEN_OK)
        status = make_text(table, file, s, &text, err);
    if (status == SAMEN_OK)
        status = samen__file_aside(target->path, text.bytes, text.length, &target->aside, err);
    samen__text_free(&text);
    samen_table_free(table);
    return status;
}

static samen_status name_files(const char *path, folder *f, samen_error *err) {
    for (int32_t i = 0; i < 2 * SAMEN__FILES; i++) {
        char name[32];
        samen__text text = samen__text_fixed(name, sizeof name);
        samen__text_format(&text, "%s%s", samen__file_name(i % SAMEN__FILES),
                           i < SAMEN__FILES ? "" : ".gz");
        f->file[i].path = samen__file_join(path, name, err);
        if (!f->file[i].path)
            return SAMEN_ERR_MEMORY;
    }
    return SAMEN_OK;
}

/* The folder exists afterwards, and holds no data set unless that may be replaced; what is no file is
 * never replaced. */
static samen_status prepare(const char *path, int32_t overwrite, folder *f, samen_error *err) {
    if (mkdir(path, 0777) == 0) {
        f->made = 1;
        return SAMEN_OK;
    }
    if (errno != EEXIST)
        return samen__file_fail(err, errno, "make the folder", path);
    for (int32_t i = 0; i < 2 * SAMEN__FILES; i++) {
        struct stat about;
        if (lstat(f->file[i].path, &about) != 0)
            continue;
        if (S_ISDIR(about.st_mode))
            return samen__file_fail(err, EISDIR, "write", f->file[i].path);
        if (!overwrite)
            return samen__file_fail(err, EEXIST, "write", f->file[i].path);
        if (!S_ISREG(about.st_mode) && !S_ISLNK(about.st_mode))
            return samen__fail(err, SAMEN_ERR_EXISTS, "cannot write %s: it is no regular file",
                               f->file[i].path);
    }
    return SAMEN_OK;
}

static samen_status place_all(folder *f, int32_t overwrite, samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int32_t i = 0; status == SAMEN_OK && i < 2 * SAMEN__FILES; i++) {
        outgoing *file = &f->file[i];
        if (file->aside) {
            status = samen__file_place(file->aside, file->path, overwrite, &file->placed, err);
        } else if (overwrite && samen__file_exists(file->path)) {
            file->aside = samen__file_aside_name(file->path, err);
            if (!file->aside)
                return SAMEN_ERR_MEMORY;
            status = samen__file_place(file->path, file->aside, 0, &file->placed, err);
            file->removed = status == SAMEN_OK;
        }
    }
    return status;
}

/* Keep what was done, or undo it; then delete what stands aside. */
static void finish(const char *path, folder *f, samen_status status) {
    for (int32_t i = 2 * SAMEN__FILES - 1; i >= 0; i--) {
        outgoing *file = &f->file[i];
        samen__placed ignored;
        if (status != SAMEN_OK && file->removed)
            (void)samen__file_place(file->aside, file->path, 0, &ignored, NULL);
        else if (status != SAMEN_OK && file->aside)
            samen__file_unplace(file->aside, file->path, file->placed);
        samen__file_discard(&file->aside);
        samen__delete(file->path);
    }
    if (status != SAMEN_OK && f->made)
        rmdir(path);
}

static samen_status settle(const samen_io_write_options *given, samen_io_write_options *options,
                           style *s, samen_error *err) {
    samen_status status =
        samen__options_copy(given, sizeof *options, options, 3, "samen_io_write_options", err);
    if (status != SAMEN_OK)
        return status;
    *s = (style){.separator = options->separator ? (char)options->separator : ',',
                 .point = options->decimal_comma ? ',' : '.'};
    if (options->separator && options->separator != ',' && options->separator != ';' &&
        options->separator != '\t')
        return samen__fail_argument(err, 3, "the separator must be a comma, a semicolon or a tab");
    if (options->overwrite > 1 || options->decimal_comma > 1)
        return samen__fail_argument(err, 3, "overwrite and decimal_comma are 0 or 1");
    if (options->decimal_comma && s->separator == ',')
        return samen__fail_argument(err, 3, "a decimal comma needs the separator ; or tab");
    return SAMEN_OK;
}

samen_status samen_io_write(const samen_network *network, const char *path,
                            const samen_io_write_options *given, samen_error *err) {
    samen_io_write_options options;
    folder f = {0};
    style s;
    if (!network)
        return samen__fail_argument(err, 1, "network is NULL");
    if (!path || !*path)
        return samen__fail_argument(err, 2, "path is NULL or empty");
    samen_status status = settle(given, &options, &s, err);
    if (status != SAMEN_OK)
        return status;
    samen__arithmetic host;
    samen__arithmetic_begin(&host);
    status = name_files(path, &f, err);
    if (status == SAMEN_OK)
        status = prepare(path, (int32_t)options.overwrite, &f, err);
    for (int32_t i = 0; status == SAMEN_OK && i < SAMEN__FILES; i++) {
        if (is_needed(network, i))
            status = write_aside(network, i, s, &f.file[i], err);
    }
    if (status == SAMEN_OK)
        status = place_all(&f, (int32_t)options.overwrite, err);
    finish(path, &f, status);
    samen__arithmetic_end(&host);
    return samen__fail_path(err, status, 2);
}
