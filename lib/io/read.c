/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files there are, in what order they are read, and the public calls. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/arithmetic.h"
#include "core/error.h"
#include "core/file.h"
#include "core/memory.h"
#include "core/options.h"
#include "io/dataset.h"
#include "io/rows.h"

/* A piece, its marks and its records fit into the cache of one processor together. */
enum { PIECE = 1 << 17 };

static samen_status settle_limits(const samen_io_read_options *given, samen_io_read_options *limits,
                                  samen_error *err) {
    static const samen_io_read_options defaults = {
        .max_bytes = 16ll << 30, .max_line = 1 << 20, .max_rows = 2000000000, .max_ratio = 250};
    samen_status status =
        samen__options_copy(given, sizeof *limits, limits, 2, "samen_io_read_options", err);
    if (status != SAMEN_OK)
        return status;
    if (limits->max_bytes < 0 || limits->max_line < 0 || limits->max_rows < 0 ||
        limits->max_rows > defaults.max_rows || limits->max_ratio < 0 || limits->allow_empty > 1)
        return samen__fail_argument(err, 2, "a limit is out of range; give 0 for the default");
    limits->max_bytes = limits->max_bytes ? limits->max_bytes : defaults.max_bytes;
    limits->max_line = limits->max_line ? limits->max_line : defaults.max_line;
    limits->max_rows = limits->max_rows ? limits->max_rows : defaults.max_rows;
    limits->max_ratio = limits->max_ratio ? limits->max_ratio : defaults.max_ratio;
    return SAMEN_OK;
}

/* The path of one file of the folder, plain or packed; NULL when it is not there. */
static samen_status find_file(const char *folder, int32_t file, char **path, samen_error *err) {
    char packed_name[32];
    samen__text name = samen__text_fixed(packed_name, sizeof packed_name);
    samen__text_format(&name, "%s.gz", samen__file_name(file));
    char *plain = samen__file_join(folder, samen__file_name(file), err);
    char *packed = samen__file_join(folder, packed_name, err);
    *path = NULL;
    if (!plain || !packed) {
        samen__delete(plain);
        samen__delete(packed);
        return SAMEN_ERR_MEMORY;
    }
    int has_plain = samen__file_exists(plain), has_packed = samen__file_exists(packed);
    samen_status status = SAMEN_OK;
    if (has_plain && has_packed)
        status = samen__fail(err, SAMEN_ERR_DUPLICATE,
                             "%s is there twice, plain and as .gz; remove one of them",
                             samen__file_name(file));
    if (status == SAMEN_OK)
        *path = has_plain ? plain : has_packed ? packed : NULL;
    if (*path != plain)
        samen__delete(plain);
    if (*path != packed)
        samen__delete(packed);
    return status;
}

static samen_status fail_no_data(const char *folder, samen_error *err) {
    samen__fail(err, SAMEN_ERR_MISSING,
                "%s holds neither ties.csv nor memberships.csv; a data set needs one of them",
                folder);
    if (err)
        err->argument = 1;
    return SAMEN_ERR_MISSING;
}

static samen_status open_folder(samen__reading *reading, const char *folder, samen_error *err) {
    if (faccessat(AT_FDCWD, folder, X_OK, AT_EACCESS) != 0)
        return samen__file_fail(err, errno, "read", folder);
    for (int32_t file = 0; file < SAMEN__FILES; file++) {
        char *path = NULL;
        samen_status status = find_file(folder, file, &path, err);
        if (status == SAMEN_OK && path)
            status = samen__sheet_open(reading, file, path, err);
        if (status != SAMEN_OK)
            return status;
    }
    if (!reading->present[SAMEN_TIES] && !reading->present[SAMEN_MEMBERSHIPS])
        return fail_no_data(folder, err);
    return SAMEN_OK;
}

static samen_status open_file(samen__reading *reading, const char *path, samen_error *err) {
    char *copy = samen__copy_text(path, (int64_t)strlen(path), err);
    return copy ? samen__sheet_open_alone(reading, copy, err) : SAMEN_ERR_MEMORY;
}

samen_status samen__reading_start(samen__reading *reading, const char *path,
                                  const samen_io_read_options *options, const samen_run *run,
                                  samen__manner manner, int64_t piece, samen_error *err) {
    *reading = (samen__reading){.collecting = manner == SAMEN__CHECK,
                                .in_bulk = manner == SAMEN__IN_BULK,
                                .piece = piece ? piece : PIECE};
    samen__keys_start(&reading->form_cache);
    if (!path || !*path)
        return samen__fail_argument(err, 1, "path is NULL or empty");
    samen_status status = settle_limits(options, &reading->limits, err);
    if (status == SAMEN_OK)
        status = samen__run_prepare(run, 3, &reading->run, err);
    if (status != SAMEN_OK)
        return status;
    struct stat about;
    if (stat(path, &about) != 0)
        return samen__file_fail(err, errno, "read", path);
    status =
        S_ISDIR(about.st_mode) ? open_folder(reading, path, err) : open_file(reading, path, err);
    if (status == SAMEN_OK)
        status = samen__reading_forms(reading, err);
    if (status == SAMEN_OK)
        status = samen_builder_new(reading->typology, &reading->builder, err);
    return status;
}

samen_status samen__reading_rows(samen__reading *reading, samen_error *err) {
    static const int32_t order[] = {SAMEN_ORGANISATIONS, SAMEN_PARTNERSHIPS, SAMEN_TIES,
                                    SAMEN_MEMBERSHIPS};
    samen_status status = SAMEN_OK;
    samen__run whole = reading->run;
    int64_t total = 1, before = 0;
    for (int32_t i = 0; i < SAMEN__PARTS; i++)
        total += reading->sheet[i].bytes;
    for (int32_t i = 0; status == SAMEN_OK && i < SAMEN__PARTS; i++) {
        int64_t bytes = reading->sheet[order[i]].bytes;
        reading->run = samen__run_part(&whole, (double)before / (double)total,
                                       (double)(before + bytes) / (double)total);
        status = samen__read_rows(reading, order[i], err);
        before += bytes;
        if (!reading->collecting)
            samen__sheet_free(&reading->sheet[order[i]]);
    }
    return status;
}

void samen__reading_free(samen__reading *reading) {
    for (int32_t i = 0; i < SAMEN__FILES; i++)
        samen__sheet_free(&reading->sheet[i]);
    for (int64_t i = 0; i < reading->problems; i++) {
        samen__delete(reading->problem[i].file);
        samen__delete(reading->problem[i].column_name);
        samen__delete(reading->problem[i].text);
    }
    samen__delete(reading->problem);
    samen__delete(reading->form_of);
    samen__keys_free(&reading->form_cache);
    samen_builder_free(reading->builder);
    samen_typology_free(reading->typology);
    *reading = (samen__reading){0};
}

static samen_status read_network(const char *path, const samen_io_read_options *options,
                                 const samen_run *run, samen__manner manner, int32_t *gave_up,
                                 samen_network **out, samen_error *err) {
    samen__reading reading;
    samen_status status = samen__reading_start(&reading, path, options, run, manner, 0, err);
    if (status == SAMEN_OK)
        status = samen__reading_rows(&reading, err);
    if (status == SAMEN_OK)
        status = samen_builder_finish(reading.builder, out, err);
    *gave_up = reading.gave_up;
    samen__reading_free(&reading);
    return status;
}

samen_status samen_io_read(const char *path, const samen_io_read_options *options,
                           const samen_run *run, samen_network **out, samen_error *err) {
    samen_error error = {0};
    int32_t gave_up;
    if (!out)
        return samen__fail_argument(err, 4, "out is NULL");
    samen__arithmetic host;
    samen__arithmetic_begin(&host);
    samen_status status = read_network(path, options, run, SAMEN__IN_BULK, &gave_up, out, &error);
    if (gave_up)
        status = read_network(path, options, run, SAMEN__ROW_BY_ROW, &gave_up, out, &error);
    samen__arithmetic_end(&host);
    return status == SAMEN_OK ? SAMEN_OK : samen__fail_path(err, samen__fail_as(err, &error), 1);
}

samen_status samen_io_check(const char *path, const samen_io_read_options *options,
                            const samen_run *run, samen_table **out, samen_error *err) {
    samen__reading reading;
    if (!out)
        return samen__fail_argument(err, 4, "out is NULL");
    samen__arithmetic host;
    samen__arithmetic_begin(&host);
    samen_status status = samen__reading_start(&reading, path, options, run, SAMEN__CHECK, 0, err);
    if (status == SAMEN_OK)
        status = samen__reading_rows(&reading, err);
    if (status == SAMEN_OK)
        status = samen__reading_review(&reading, path, err);
    if (status == SAMEN_OK)
        status = samen__reading_report(&reading, out, err);
    samen__reading_free(&reading);
    samen__arithmetic_end(&host);
    return samen__fail_path(err, status, 1);
}
