/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data sets on disk: a folder of CSV files, read, checked and written.
 *
 *   organisations.csv  id, name, attributes
 *   ties.csv           from, to, form, weight, directed, start, end, partnership, attributes
 *   partnerships.csv   id, name, form, start, end, attributes
 *   memberships.csv    partnership, organisation, role, weight, start, end, attributes
 *   forms.csv          form, name, family, commitment, aliases, scale
 *
 * One of ties and memberships must be there; all else may be absent. Headers and form names are
 * understood in English and Dutch. Separator (comma, semicolon, tab), decimal comma, byte-order mark
 * and gzip are recognised. docs/data-sets.md has the whole of it. */
#ifndef SAMEN_IO_H
#define SAMEN_IO_H

#include "samen/core.h"
#include "samen/network.h"
#include "samen/table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Limits and leniency of reading. Zero is every field's default. */
typedef struct samen_io_read_options {
    uint32_t struct_size; /**< sizeof(samen_io_read_options) */
    uint32_t allow_empty; /**< 1: a file may have a header and no rows */
    int64_t max_bytes;    /**< of a file, unpacked; default 16 GiB */
    int64_t max_line;     /**< bytes of a row; default 1 MiB */
    int64_t max_rows;     /**< of a file; default 2,000,000,000 */
    int64_t max_ratio;    /**< unpacked to packed bytes of a .gz; default 250 */
} samen_io_read_options;

/** How to write. Zero is every field's default. */
typedef struct samen_io_write_options {
    uint32_t struct_size;   /**< sizeof(samen_io_write_options) */
    uint32_t overwrite;     /**< 1: the files of a data set in the folder may be replaced */
    uint32_t separator;     /**< ',' (default), ';' or '\t' as a number */
    uint32_t decimal_comma; /**< 1: 0,5 for one half; not with the separator ',' */
} samen_io_write_options;

/**
 * Read a data set.
 * @param path a folder; or one CSV file of ties or of memberships
 * @param options limits, or NULL
 * @param run progress and cancelling, or NULL
 * @param out the network, to be freed by the caller
 * @param err the first problem, as "ties.csv:12:3: ...": file, line, and column (a number counting
 *        from 1), with err->row and err->column counting data from 0
 * Complexity: O(bytes). Since 0.1.
 */
SAMEN_API samen_status samen_io_read(const char *path, const samen_io_read_options *options,
                                     const samen_run *run, samen_network **out, samen_error *err);

/**
 * All problems of a data set, not only the first.
 * @param path a folder, or one CSV file of ties or of memberships
 * @param options limits, or NULL
 * @param run progress and cancelling, or NULL
 * @param out the table, to be freed by the caller: severity (error: it cannot be read; warning: probably
 *        a mistake; information: good to know), file, line, column (both from 1, null when it is about
 *        the whole), column_name, problem (a sentence with the way out). No rows: nothing to report
 * @param err what kept the check itself from being done, or NULL
 * Complexity: O(bytes + rows log rows). Since 0.1.
 */
SAMEN_API samen_status samen_io_check(const char *path, const samen_io_read_options *options,
                                      const samen_run *run, samen_table **out, samen_error *err);

/**
 * Write a network as a data set that reads back as the same network. All files are written aside
 * first and then moved into place; when anything fails before that, what was there is untouched.
 * @param network the network
 * @param path a folder; made when it is not there
 * @param options how, or NULL
 * @param err SAMEN_ERR_EXISTS when the folder has a data set and overwrite is 0
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_io_write(const samen_network *network, const char *path,
                                      const samen_io_write_options *options, samen_error *err);

/**
 * Write bytes into a file: all of them, or none. They are written aside first and then moved into place.
 * @param bytes what is written
 * @param length how many bytes
 * @param path the file
 * @param overwrite 1: a file that is there is replaced; 0: it is an error
 * @param err SAMEN_ERR_EXISTS when the file is there and overwrite is 0
 * Complexity: O(length). Since 0.1.
 */
SAMEN_API samen_status samen_io_write_bytes(const uint8_t *bytes, int64_t length, const char *path,
                                            int32_t overwrite, samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
