/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: what every measure gives. Named, typed columns of equal length, with nulls for what is
 * undefined, notes for what a careful reader must know, and provenance.
 *
 * A table is immutable and may be read from any number of threads. Rows and columns count from 0. */
#ifndef SAMEN_TABLE_H
#define SAMEN_TABLE_H

#include "samen/core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Named, typed columns of equal length. Immutable and reference-counted. */
typedef struct samen_table samen_table;

/** Types of columns. */
enum {
    SAMEN_COLUMN_NONE = 0,    /**< there is no such column */
    SAMEN_COLUMN_INT64 = 1,   /**< whole numbers */
    SAMEN_COLUMN_FLOAT64 = 2, /**< numbers; never NaN or infinite */
    SAMEN_COLUMN_TEXT = 3,    /**< UTF-8 */
    SAMEN_COLUMN_BOOL = 4,    /**< yes or no */
    SAMEN_COLUMN_DATE = 5     /**< days since 1970-01-01 */
};

/** One more owner; returns its argument. Since 0.1. */
SAMEN_API samen_table *samen_table_retain(samen_table *table);

/** One owner fewer; the last one frees the table. NULL is allowed. Since 0.1. */
SAMEN_API void samen_table_free(samen_table *table);

/** The number of rows; -1 for NULL. Since 0.1. */
SAMEN_API int64_t samen_table_rows(const samen_table *table);

/** The number of columns; -1 for NULL. Since 0.1. */
SAMEN_API int32_t samen_table_columns(const samen_table *table);

/** The name of a column, owned by the table; NULL when there is no such column. Since 0.1. */
SAMEN_API const char *samen_table_column_name(const samen_table *table, int32_t column);

/** The type of a column, SAMEN_COLUMN_NONE when there is no such column. Since 0.1. */
SAMEN_API int32_t samen_table_column_type(const samen_table *table, int32_t column);

/** How many cells of a column are null; -1 when there is no such column. Since 0.1. */
SAMEN_API int64_t samen_table_column_nulls(const samen_table *table, int32_t column);

/** The column of that name, or -1. Complexity: O(columns). Since 0.1. */
SAMEN_API int32_t samen_table_find(const samen_table *table, const char *name);

/* ---- One cell at a time ------------------------------------------------------------------------
 * Each gives `if_null` when the cell is null, is not there, or holds another type. */

/** 1 when the cell is null or not there, 0 when it holds a value. Since 0.1. */
SAMEN_API int32_t samen_table_is_null(const samen_table *table, int64_t row, int32_t column);

/** A whole number. Since 0.1. */
SAMEN_API int64_t samen_table_get_int64(const samen_table *table, int64_t row, int32_t column,
                                        int64_t if_null);

/** A number; of a whole-number column too, as a double. Since 0.1. */
SAMEN_API double samen_table_get_float64(const samen_table *table, int64_t row, int32_t column,
                                         double if_null);

/** A text, NUL-terminated, owned by the table. Since 0.1. */
SAMEN_API const char *samen_table_get_text(const samen_table *table, int64_t row, int32_t column,
                                           const char *if_null);

/** 1 for yes, 0 for no. Since 0.1. */
SAMEN_API int32_t samen_table_get_bool(const samen_table *table, int64_t row, int32_t column,
                                       int32_t if_null);

/** Days since 1970-01-01. Since 0.1. */
SAMEN_API int32_t samen_table_get_date(const samen_table *table, int64_t row, int32_t column,
                                       int32_t if_null);

/* ---- Whole columns without copying ---------------------------------------------------------------
 * What these give is owned by the table: 64-byte aligned, in the layout of the Arrow columnar format,
 * good as long as the table lives. NULL when there is no such column or it has another type. The values
 * of null cells are 0, or an empty text. */

/** samen_table_rows() whole numbers. Since 0.1. */
SAMEN_API const int64_t *samen_table_data_int64(const samen_table *table, int32_t column);

/** samen_table_rows() numbers. Since 0.1. */
SAMEN_API const double *samen_table_data_float64(const samen_table *table, int32_t column);

/** samen_table_rows() days. Since 0.1. */
SAMEN_API const int32_t *samen_table_data_date(const samen_table *table, int32_t column);

/** One bit for each row, the first in the lowest bit of the first byte. Since 0.1. */
SAMEN_API const uint8_t *samen_table_data_bool(const samen_table *table, int32_t column);

/** The bytes of all texts, one behind the other without separators or NUL. Since 0.1. */
SAMEN_API const uint8_t *samen_table_data_text(const samen_table *table, int32_t column);

/** samen_table_rows() + 1 places in samen_table_data_text(). Since 0.1. */
SAMEN_API const int64_t *samen_table_data_offsets(const samen_table *table, int32_t column);

/** One bit for each row, 1 where it holds a value; NULL when no cell is null. Since 0.1. */
SAMEN_API const uint8_t *samen_table_data_validity(const samen_table *table, int32_t column);

/* ---- Notes and provenance ------------------------------------------------------------------------
 * Texts are owned by the table. */

/** The number of notes. Since 0.1. */
SAMEN_API int32_t samen_table_notes(const samen_table *table);

/** A short stable word for the kind of note, as "self-ties"; NULL beyond the last. Since 0.1. */
SAMEN_API const char *samen_table_note_code(const samen_table *table, int32_t note);

/** How many cells, ties or organisations the note is about. Since 0.1. */
SAMEN_API int64_t samen_table_note_count(const samen_table *table, int32_t note);

/** The note as a sentence; NULL beyond the last. Since 0.1. */
SAMEN_API const char *samen_table_note_text(const samen_table *table, int32_t note);

/** The number of provenance entries. Since 0.1. */
SAMEN_API int32_t samen_table_provenances(const samen_table *table);

/** The key of an entry, as "measure" or "option.group"; NULL beyond the last. Since 0.1. */
SAMEN_API const char *samen_table_provenance_key(const samen_table *table, int32_t entry);

/** The value of an entry; NULL beyond the last. Since 0.1. */
SAMEN_API const char *samen_table_provenance_value(const samen_table *table, int32_t entry);

/** The value under a key, or NULL. Complexity: O(entries). Since 0.1. */
SAMEN_API const char *samen_table_provenance(const samen_table *table, const char *key);

/* ---- Other tables from a table, and writing ------------------------------------------------------ */

/**
 * The same columns with rows ordered by one of them. Nulls come last, equal rows keep their order.
 * @param table the table
 * @param column the name of the column to order by; NULL keeps the order
 * @param descending 0: smallest first; 1: largest first
 * @param limit how many rows to keep; 0 keeps all
 * @param out the new table, to be freed by the caller
 * @param err what went wrong, or NULL
 * Complexity: O(rows log rows). Since 0.1.
 */
SAMEN_API samen_status samen_table_sort(const samen_table *table, const char *column,
                                        int32_t descending, int64_t limit, samen_table **out,
                                        samen_error *err);

/**
 * Some of the columns, in the order in which they are named; notes and provenance come along.
 * @param table the table
 * @param columns names parted by commas; one with a comma or a quote stands in double quotes, quotes doubled
 * @param out the new table, to be freed by the caller
 * @param err what went wrong, or NULL
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_table_select(const samen_table *table, const char *columns,
                                          samen_table **out, samen_error *err);

/** Formats to write a table in. */
enum {
    SAMEN_FORMAT_TEXT = 0, /**< aligned columns, notes below: for a person */
    SAMEN_FORMAT_CSV = 1,  /**< RFC 4180, UTF-8, lines end in LF; null is an empty cell */
    SAMEN_FORMAT_JSON = 2, /**< an object with columns, rows, notes and provenance; null is null */
    SAMEN_FORMAT_MARKDOWN = 3 /**< a pipe table, notes below */
};

/** How to write. Zero is every field's default. */
typedef struct samen_table_options {
    uint32_t struct_size; /**< sizeof(samen_table_options) */
    uint32_t format;      /**< SAMEN_FORMAT_... */
    int32_t decimals; /**< text and markdown: places after the point, -1 for as many as needed, -2
                               for none; 0: none where a column is whole, else 4, or as small ones need */
    uint32_t guard; /**< 1: a text that a spreadsheet would take for a formula gets a ' in front */
    uint32_t overwrite; /**< 1: samen_table_write may replace a file */
    uint32_t plain;     /**< 1: text and markdown without the notes */
} samen_table_options;

/**
 * The table as text in memory.
 * @param table the table
 * @param options how, or NULL
 * @param out NUL-terminated UTF-8, to be given back with samen_free()
 * @param length the number of bytes without the NUL; may be NULL
 * @param err what went wrong, or NULL
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_table_format(const samen_table *table,
                                          const samen_table_options *options, char **out,
                                          int64_t *length, samen_error *err);

/**
 * The table as a file, written aside and moved into place, so that a failure leaves no half file and
 * an existing one untouched.
 * @param table the table
 * @param path where; in an existing folder. Its ending chooses the format when the options do not:
 *        .csv, .json, .md, anything else is text
 * @param options how, or NULL
 * @param err what went wrong, or NULL. SAMEN_ERR_EXISTS when the file is there and overwrite is 0
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_table_write(const samen_table *table, const char *path,
                                         const samen_table_options *options, samen_error *err);

/* ---- Arrow ---------------------------------------------------------------------------------------
 * Tables go to and come from data frames and databases of any language through the Arrow C data and
 * stream interfaces: three structs that the specification fixes, and no library. Whatever is handed out
 * may be moved, and released from any thread and in any order; whatever is taken in is released by the
 * call when it succeeds, and is still the caller's to release when it fails. */

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE           2
#define ARROW_FLAG_MAP_KEYS_SORTED    4

/** Names and types of columns, as https://arrow.apache.org/docs/format/CDataInterface.html has it. */
struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *schema);
    void *private_data;
};

/** The cells. */
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *array);
    void *private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/** Batches of cells one after the other, as
 * https://arrow.apache.org/docs/format/CStreamInterface.html has it. */
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *stream, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *stream, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *stream);
    void (*release)(struct ArrowArrayStream *stream);
    void *private_data;
};

#endif

/**
 * Hand a table out as a struct array (a record batch), no cell being copied: int64, float64, large utf8,
 * bool and date32 columns, each nullable. Provenance and notes come along as metadata of the schema, under
 * "samen.KEY" and "samen.note.CODE".
 * @param table the table; the array keeps it alive
 * @param schema where to put names and types; to be released by whoever has it last
 * @param array where to put the cells; likewise
 * @param err what went wrong, or NULL
 * Complexity: O(columns). Since 0.1.
 */
SAMEN_API samen_status samen_table_export_arrow(const samen_table *table,
                                                struct ArrowSchema *schema,
                                                struct ArrowArray *array, samen_error *err);

/**
 * Hand a table out as a stream of one batch that has all rows; otherwise as samen_table_export_arrow().
 * @param table the table; the stream and its batch keep it alive
 * @param stream where to put it; to be released by whoever has it last
 * @param err what went wrong, or NULL
 * Complexity: O(1). Since 0.1.
 */
SAMEN_API samen_status samen_table_export_arrow_stream(const samen_table *table,
                                                       struct ArrowArrayStream *stream,
                                                       samen_error *err);

/**
 * Make a table of a struct array (a record batch): whole numbers and floats of any width, texts (utf8,
 * large utf8, utf8 view), yes/no, dates (date32, date64, and timestamps of whole days without a zone or in
 * UTC), columns of nulls, and dictionaries of all of these, such as categories and factors. The cells are
 * copied. A row that is null as a whole is refused.
 * @param schema names and types; released on success, untouched on failure
 * @param array the cells; likewise
 * @param out the table, to be freed by the caller
 * @param err SAMEN_ERR_UNSUPPORTED (another type), SAMEN_ERR_VALUE (NaN, infinite, not UTF-8, not a whole
 *        day, a row that is null as a whole), SAMEN_ERR_DUPLICATE (two columns of one name),
 *        SAMEN_ERR_ARGUMENT (arrays that do not hold together), with row and column
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_table_import_arrow(struct ArrowSchema *schema,
                                                struct ArrowArray *array, samen_table **out,
                                                samen_error *err);

/**
 * Make a table of all batches of a stream, as samen_table_import_arrow() does of one; dictionaries may
 * differ from batch to batch. The columns are judged before a batch is asked for.
 * @param stream the stream; released on success; on failure the caller's to release, and what was read of
 *        it is gone
 * @param out the table, to be freed by the caller
 * @param err likewise, the row counted over the whole stream; SAMEN_ERR_IO, with the producer's sentence,
 *        when the stream fails
 * Complexity: O(cells). Since 0.1.
 */
SAMEN_API samen_status samen_table_import_arrow_stream(struct ArrowArrayStream *stream,
                                                       samen_table **out, samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
