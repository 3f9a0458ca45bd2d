/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables to and from DuckDB, which knows Arrow from its other end. Knows samen by its public header alone.
 * Usage: check LIBDUCKDB SOURCE CASE */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "duck.h"

static duck *d;
static const char *source;
static samen_error error;

static void fail(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

static void fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    putchar('\n');
    exit(1);
}

/* A call of samen that must succeed. */
#define NEED(call)                                                                                 \
    do {                                                                                           \
        error.code = SAMEN_OK;                                                                     \
        if ((call) != SAMEN_OK)                                                                    \
            fail("%s\n%s", #call, error.message);                                                  \
    } while (0)

static struct ArrowArrayStream ask_stream(const char *sql) {
    struct ArrowArrayStream stream;
    if (!duck_ask(d, sql, &stream))
        fail("%s\n%s", sql, duck_error(d));
    return stream;
}

static void tell(const char *sql) {
    if (!duck_ask(d, sql, NULL))
        fail("%s\n%s", sql, duck_error(d));
}

/* The answer of DuckDB as a table. */
static samen_table *ask(const char *sql) {
    struct ArrowArrayStream stream = ask_stream(sql);
    samen_table *table = NULL;
    NEED(samen_table_import_arrow_stream(&stream, &table, &error));
    if (stream.release)
        fail("the stream is not released after success");
    return table;
}

static char *csv_of(samen_table *table) {
    const samen_table_options csv = {.struct_size = sizeof csv, .format = SAMEN_FORMAT_CSV};
    char *text = NULL;
    NEED(samen_table_format(table, &csv, &text, NULL, &error));
    return text;
}

static void expect_text(const char *got, const char *expected, const char *of) {
    if (strcmp(got, expected) == 0)
        return;
    size_t at = 0;
    while (got[at] == expected[at])
        at++;
    at = at > 60 ? at - 60 : 0;
    fail("%s\ngives    ...%.200s\ninstead of ...%.200s", of, got + at, expected + at);
}

/* The table is freed. */
static void expect(samen_table *table, const char *csv, const char *of) {
    char *text = csv_of(table);
    expect_text(text, csv, of);
    samen_free(text);
    samen_table_free(table);
}

static void expect_answer(const char *sql, const char *csv) {
    expect(ask(sql), csv, sql);
}

/* What DuckDB answers about a table, which it knows as `ours`. */
static void expect_of_table(const samen_table *table, const char *sql, const char *csv) {
    struct ArrowArrayStream stream;
    NEED(samen_table_export_arrow_stream(table, &stream, &error));
    if (!duck_give(d, "ours", &stream))
        fail("%s", duck_error(d));
    if (stream.release)
        fail("the stream is not released");
    expect_answer(sql, csv);
}

/* ---- Every type that DuckDB sends ------------------------------------------------------------------- */

enum { ROWS = 5000 }; /* more than two of DuckDB's batches */

/* A column in which one value, a null and another value take turns. */
static void check_type(const char *type, const char *one, const char *other, const char *one_csv,
                       const char *other_csv, int32_t column_type) {
    char sql[512];
    size_t size = 3 + ROWS * (2 + (strlen(one_csv) > strlen(other_csv) ? strlen(one_csv)
                                                                       : strlen(other_csv)));
    char *csv = malloc(size);
    if (!csv)
        fail("memory ran out");
    snprintf(
        sql, sizeof sql,
        "SELECT (CASE i %% 3 WHEN 0 THEN %s WHEN 2 THEN %s END)::%s AS c, i FROM range(%d) r(i) "
        "ORDER BY i",
        one, other, type, ROWS);
    samen_table *table = ask(sql);
    if (samen_table_column_type(table, 0) != column_type || samen_table_rows(table) != ROWS ||
        samen_table_column_nulls(table, 0) != (ROWS + 1) / 3)
        fail("%s: type %d, %ld rows, %ld nulls", type, samen_table_column_type(table, 0),
             (long)samen_table_rows(table), (long)samen_table_column_nulls(table, 0));
    size_t at = (size_t)sprintf(csv, "c\n");
    for (int i = 0; i < ROWS; i++)
        at += (size_t)sprintf(csv + at, "%s\n",
                              i % 3 == 0   ? one_csv
                              : i % 3 == 2 ? other_csv
                                           : "\"\"");
    samen_table *first = NULL;
    NEED(samen_table_select(table, "c", &first, &error));
    expect_of_table(first, "FROM ours", csv); /* out again, and in */
    expect(first, csv, sql);
    samen_table_free(table);
    free(csv);
}

static void types_in(void) {
    tell("CREATE TYPE sector AS ENUM ('GOV', 'VOL')");
    tell("CREATE TYPE many AS ENUM (SELECT 'v' || i FROM range(300) r(i))");
    check_type("TINYINT", "-128", "127", "-128", "127", SAMEN_COLUMN_INT64);
    check_type("SMALLINT", "-32768", "32767", "-32768", "32767", SAMEN_COLUMN_INT64);
    check_type("INTEGER", "-2147483648", "2147483647", "-2147483648", "2147483647",
               SAMEN_COLUMN_INT64);
    check_type("BIGINT", "-9223372036854775808", "9223372036854775807", "-9223372036854775808",
               "9223372036854775807", SAMEN_COLUMN_INT64);
    check_type("UTINYINT", "0", "255", "0", "255", SAMEN_COLUMN_INT64);
    check_type("USMALLINT", "0", "65535", "0", "65535", SAMEN_COLUMN_INT64);
    check_type("UINTEGER", "0", "4294967295", "0", "4294967295", SAMEN_COLUMN_INT64);
    check_type("UBIGINT", "0", "9223372036854775807", "0", "9223372036854775807",
               SAMEN_COLUMN_INT64);
    check_type("FLOAT", "0.5", "-0.25", "0.5", "-0.25", SAMEN_COLUMN_FLOAT64);
    check_type("DOUBLE", "1e300", "0.1", "1e300", "0.1", SAMEN_COLUMN_FLOAT64);
    check_type("BOOLEAN", "true", "false", "yes", "no", SAMEN_COLUMN_BOOL);
    check_type("DATE", "'2024-02-29'", "'0001-01-01'", "2024-02-29", "0001-01-01",
               SAMEN_COLUMN_DATE);
    static const char *const times[] = {"TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP", "TIMESTAMP_NS"};
    for (int i = 0; i < 4; i++)
        check_type(times[i], "'2024-02-29'", "'1969-12-31'", "2024-02-29", "1969-12-31",
                   SAMEN_COLUMN_DATE);
    check_type("sector", "'VOL'", "'GOV'", "VOL", "GOV", SAMEN_COLUMN_TEXT);
    check_type("many", "'v299'", "'v0'", "v299", "v0", SAMEN_COLUMN_TEXT);
    check_type("UUID", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
               "'00000000-0000-0000-0000-000000000000'", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
               "00000000-0000-0000-0000-000000000000", SAMEN_COLUMN_TEXT);
    /* Texts as DuckDB sends them at first, with 64-bit offsets, and as views. */
    static const char *const ways[] = {"SET arrow_large_buffer_size = false",
                                       "SET arrow_large_buffer_size = true",
                                       "SET produce_arrow_string_view = true"};
    tell("SET arrow_output_version = '1.4'");
    for (int i = 0; i < 3; i++) {
        tell(ways[i]);
        check_type("VARCHAR", "'é'", "'東京 🙂 and more than twelve bytes'", "é",
                   "東京 🙂 and more than twelve bytes", SAMEN_COLUMN_TEXT);
        check_type("VARCHAR", "'twelve bytes'", "'thirteen byte'", "twelve bytes", "thirteen byte",
                   SAMEN_COLUMN_TEXT);
    }
}

/* ---- What DuckDB sees of ours ----------------------------------------------------------------------- */

static void types_out(void) {
    samen_table *table = ask("FROM (VALUES (1, 0.5::DOUBLE, 'Huis', true, DATE '2024-01-31'),"
                             " (NULL, NULL, NULL, NULL, NULL),"
                             " (-7, -1e300, '', false, DATE '0001-01-01'),"
                             " (9223372036854775807, 1.0, '東京 🙂', true, DATE '9999-12-31'))"
                             " t(whole, number, words, answer, day)");
    expect_of_table(table,
                    "SELECT DISTINCT typeof(whole) AS a, typeof(number) AS b, typeof(words) AS c,"
                    " typeof(answer) AS d, typeof(day) AS e FROM ours",
                    "a,b,c,d,e\nBIGINT,DOUBLE,VARCHAR,BOOLEAN,DATE\n");
    expect_of_table(
        table,
        "SELECT count(*) AS n, count(whole) AS a, count(number) AS b, count(words) AS c,"
        " count(answer) AS d, count(day) AS e FROM ours",
        "n,a,b,c,d,e\n4,3,3,3,3,3\n");
    expect_of_table(table,
                    "SELECT max(whole) AS a, min(number) AS b, max(length(words)) AS c,"
                    " bool_and(answer) AS d, min(day) AS e, max(day) AS f FROM ours",
                    "a,b,c,d,e,f\n9223372036854775807,-1e300,4,no,0001-01-01,9999-12-31\n");
    char *csv = csv_of(table);
    expect_of_table(table, "FROM ours", csv);
    samen_free(csv);
    samen_table_free(table);
}

static void refusals(void) {
    static const struct {
        const char *value;
        samen_status status;
        const char *words;
    } cases[] = {
        {"1.5::DECIMAL(10, 2)", SAMEN_ERR_UNSUPPORTED, "\"odd\" has decimals"},
        {"1::HUGEINT", SAMEN_ERR_UNSUPPORTED, "cast it to a double or a whole number"},
        {"[1, 2]", SAMEN_ERR_UNSUPPORTED, "\"odd\" is nested"},
        {"{'a': 1}", SAMEN_ERR_UNSUPPORTED, "\"odd\" is nested"},
        {"MAP {'a': 1}", SAMEN_ERR_UNSUPPORTED, "\"odd\" is nested"},
        {"'a'::BLOB", SAMEN_ERR_UNSUPPORTED, "\"odd\" has bytes"},
        {"TIME '12:00'", SAMEN_ERR_UNSUPPORTED, "\"odd\" has times of day"},
        {"INTERVAL 1 DAY", SAMEN_ERR_UNSUPPORTED, "\"odd\" has intervals"},
        {"TIMESTAMP '2024-01-01 12:00:00'", SAMEN_ERR_VALUE,
         "row 0, column \"odd\": the time is not"},
        {"'NaN'::DOUBLE", SAMEN_ERR_VALUE, "row 0, column \"odd\": the number is NaN"},
        {"'-inf'::FLOAT", SAMEN_ERR_VALUE, "row 0, column \"odd\": the number is NaN or infinite"},
        {"18446744073709551615::UBIGINT", SAMEN_ERR_VALUE, "beyond 64 bits"},
        {"1 AS odd, 2", SAMEN_ERR_DUPLICATE, "\"odd\" is there twice"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char sql[256];
        snprintf(sql, sizeof sql, "SELECT 1 AS even, %s AS odd", cases[i].value);
        struct ArrowArrayStream stream = ask_stream(sql);
        samen_table *table = NULL;
        samen_status status = samen_table_import_arrow_stream(&stream, &table, &error);
        if (status != cases[i].status || !strstr(error.message, cases[i].words) || table ||
            !stream.release)
            fail("%s: %s: %s", sql, samen_status_name(status), error.message);
        stream.release(&stream);
    }
}

static void no_rows(void) {
    samen_table *table = ask("SELECT 1 AS a, 'x' AS b, DATE '2024-01-01' AS c WHERE false");
    if (samen_table_rows(table) != 0 || samen_table_columns(table) != 3)
        fail("%ld rows, %d columns", (long)samen_table_rows(table), samen_table_columns(table));
    expect_of_table(table, "SELECT count(*) AS n FROM ours", "n\n0\n");
    expect_of_table(table, "FROM ours", "a,b,c\n");
    samen_table_free(table);
}

/* Oracle: DuckDB's own table of the same rows. */
static void many_rows(void) {
    tell("CREATE TABLE own AS SELECT 'organisation ' || i AS id, i AS whole,"
         " CASE WHEN i % 7 > 0 THEN i / 8 END AS number,"
         " DATE '1970-01-01' + (i % 40000)::INTEGER AS day, i % 3 = 0 AS answer"
         " FROM range(200000) r(i)");
    samen_table *table = ask("FROM own ORDER BY whole");
    if (samen_table_rows(table) != 200000)
        fail("%ld rows", (long)samen_table_rows(table));
    expect_of_table(table, "SELECT count(*) AS n FROM (FROM ours EXCEPT ALL FROM own)", "n\n0\n");
    expect_of_table(table, "SELECT count(*) AS n FROM (FROM own EXCEPT ALL FROM ours)", "n\n0\n");
    expect_of_table(table, "SELECT count(*) AS n, sum(number)::DOUBLE AS s FROM ours",
                    "n,s\n200000,2142842857.25\n");
    samen_table_free(table);
}

/* ---- Networks from queries -------------------------------------------------------------------------- */

/* Oracle: the reader of samen itself. */
static void check_data_set(const char *path) {
    static const char *const files[] = {"organisations", "ties", "partnerships", "memberships"};
    static const int32_t order[] = {SAMEN_ORGANISATIONS, SAMEN_PARTNERSHIPS, SAMEN_TIES,
                                    SAMEN_MEMBERSHIPS};
    char folder[4096], sql[5000];
    samen_network *read = NULL, *built = NULL;
    samen_builder *builder = NULL;
    snprintf(folder, sizeof folder, "%s/%s", source, path);
    NEED(samen_io_read(folder, NULL, NULL, &read, &error));
    NEED(samen_builder_new(samen_network_typology(read), &builder, &error));
    for (int i = 0; i < 4; i++) {
        snprintf(sql, sizeof sql, "%s/%s.csv", folder, files[order[i]]);
        if (access(sql, R_OK) != 0)
            continue;
        snprintf(sql, sizeof sql, "FROM read_csv('%s/%s.csv')", folder, files[order[i]]);
        struct ArrowArrayStream stream = ask_stream(sql);
        NEED(samen_builder_add_arrow_stream(builder, order[i], &stream, &error));
        if (stream.release)
            fail("%s: the stream is not released after success", sql);
    }
    NEED(samen_builder_finish(builder, &built, &error));
    for (int32_t of = 0; of < 4; of++) {
        samen_table *expected = NULL, *got = NULL;
        NEED(samen_network_table(read, of, &expected, &error));
        NEED(samen_network_table(built, of, &got, &error));
        char *csv = csv_of(expected);
        expect(got, csv, files[of]);
        samen_free(csv);
        samen_table_free(expected);
    }
    samen_builder_free(builder);
    samen_network_free(built);
    samen_network_free(read);
}

static void data_sets(void) {
    check_data_set("examples/data/emon/Texas");
    check_data_set("examples/data/house-of-the-child");
}

static void wrong_rows(void) {
    static const struct {
        const char *sql;
        samen_status status;
        int64_t row, column;
        const char *words;
    } cases[] = {
        {"SELECT 'a' AS \"from\", 'b' AS \"to\", CASE WHEN i <> 4321 THEN 1 ELSE 0 END AS weight"
         " FROM range(5000) r(i)",
         SAMEN_ERR_VALUE, 4321, 2, "row 4321, column \"weight\": the weight is 0"},
        {"SELECT 'a' AS \"from\", CASE WHEN i <> 2500 THEN 'b' ELSE 'x' END AS \"to\""
         " FROM range(5000) r(i)",
         SAMEN_ERR_UNKNOWN, 2500, 1, "there is no organisation \"x\""},
        {"SELECT 'a' AS \"from\"", SAMEN_ERR_MISSING, -1, -1, "there is no column \"to\""},
    };
    static const char *const keys[] = {"a", "b"};
    static const samen_form form = {.struct_size = sizeof form, .key = "talk"};
    const samen_form *const forms[] = {&form};
    samen_typology *typology = NULL;
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    NEED(samen_typology_new(forms, 1, &typology, &error));
    NEED(samen_builder_new(typology, &builder, &error));
    NEED(samen_builder_add_organisations(builder, 2, keys, NULL, &error));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct ArrowArrayStream stream = ask_stream(cases[i].sql);
        samen_status status = samen_builder_add_arrow_stream(builder, SAMEN_TIES, &stream, &error);
        if (status != cases[i].status || error.row != cases[i].row ||
            error.column != cases[i].column || !strstr(error.message, cases[i].words) ||
            !stream.release)
            fail("%s: %s, row %ld, column %ld: %s", cases[i].sql, samen_status_name(status),
                 (long)error.row, (long)error.column, error.message);
        stream.release(&stream);
    }
    NEED(samen_builder_finish(builder, &network, &error));
    if (samen_network_count(network, SAMEN_TIES) != 0)
        fail("ties were added by a call that failed");
    samen_network_free(network);
    samen_builder_free(builder);
    samen_typology_free(typology);
}

static const struct {
    const char *name;
    void (*run)(void);
} cases[] = {{"types_in", types_in},    {"types_out", types_out}, {"refusals", refusals},
             {"no_rows", no_rows},      {"many_rows", many_rows}, {"data_sets", data_sets},
             {"wrong_rows", wrong_rows}};

int main(int argc, char **argv) {
    char message[512];
    if (argc != 4)
        return fprintf(stderr, "Usage: check LIBDUCKDB SOURCE CASE\n"), 2;
    source = argv[2];
    d = duck_open(argv[1], message, sizeof message);
    if (!d)
        fail("%s", message);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (strcmp(cases[i].name, argv[3]) == 0) {
            cases[i].run();
            duck_close(d);
            return 0;
        }
    }
    fail("there is no case %s", argv[3]);
}
