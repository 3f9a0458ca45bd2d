/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/format.h"

#include <math.h>
#include <string.h>

#include "core/arithmetic.h"
#include "core/date.h"
#include "core/file.h"
#include "core/memory.h"
#include "core/number.h"
#include "core/options.h"

enum { DEFAULT_DECIMALS = 4, MOST_CHOSEN_DECIMALS = 8, MOST_DECIMALS = 17, NO_DECIMALS = -2 };

static samen_status settle(const samen_table_options *given, int32_t argument,
                           samen_table_options *options, samen_error *err) {
    samen_status status =
        samen__options_copy(given, sizeof *options, options, argument, "samen_table_options", err);
    if (status != SAMEN_OK)
        return status;
    if (options->format > SAMEN_FORMAT_MARKDOWN)
        return samen__fail_argument(err, argument, "there is no format %u", options->format);
    if (options->decimals < NO_DECIMALS || options->decimals > MOST_DECIMALS)
        return samen__fail_argument(err, argument, "decimals is %d; give %d to %d",
                                    options->decimals, NO_DECIMALS, MOST_DECIMALS);
    return SAMEN_OK;
}

static int32_t choose_decimals(const samen_table *table, const samen__column *cells) {
    const double *value = cells->data;
    double smallest = 1;
    int whole = 1;
    for (int64_t row = 0; row < table->rows; row++) {
        double size = fabs(value[row]);
        whole &= size == floor(size);
        smallest = size > 0 && size < smallest ? size : smallest;
    }
    int32_t decimals = DEFAULT_DECIMALS;
    for (double least = 0.01; least > smallest && decimals < MOST_CHOSEN_DECIMALS; least /= 10)
        decimals++;
    return whole ? 0 : decimals;
}

int32_t *samen__table_decimals(const samen_table *table, const samen_table_options *options,
                               samen_error *err) {
    int32_t *decimals = samen__new(table->columns, sizeof *decimals, err);
    for (int64_t i = 0; decimals && i < table->columns; i++) {
        const samen__column *cells = &table->column[i];
        int chosen = options->decimals == 0 && cells->type == SAMEN_COLUMN_FLOAT64;
        decimals[i] = options->decimals == NO_DECIMALS ? 0
                      : chosen                         ? choose_decimals(table, cells)
                                                       : options->decimals;
    }
    return decimals;
}

void samen__table_show_cell(const samen_table *table, int64_t row, int32_t column, int32_t decimals,
                            samen__text *out) {
    const samen__column *cells = &table->column[column];
    if (samen__column_is_null(cells, row))
        return;
    switch (cells->type) {
    case SAMEN_COLUMN_INT64:
        samen__text_format(out, "%ld", (long)((const int64_t *)cells->data)[row]);
        break;
    case SAMEN_COLUMN_FLOAT64: {
        double value = ((const double *)cells->data)[row];
        char digits[SAMEN__NUMBER_FIXED_SIZE];
        if (decimals < 0)
            samen__number_format(value, digits);
        else
            samen__number_format_fixed(value, decimals, digits);
        samen__text_add_string(out, digits);
        break;
    }
    case SAMEN_COLUMN_BOOL:
        samen__text_add_string(out, samen_table_get_bool(table, row, column, 0) ? "yes" : "no");
        break;
    case SAMEN_COLUMN_DATE: {
        char day[11];
        samen__date_format(((const int32_t *)cells->data)[row], day);
        samen__text_add_string(out, day);
        break;
    }
    default: {
        int64_t length;
        const char *text = samen__column_text(cells, row, &length);
        samen__text_add_visible(out, text, length, 0);
    }
    }
}

int samen__table_is_numeric(const samen_table *table, int32_t column) {
    int32_t type = table->column[column].type;
    return type == SAMEN_COLUMN_INT64 || type == SAMEN_COLUMN_FLOAT64;
}

samen_status samen_table_format(const samen_table *table, const samen_table_options *given,
                                char **out, int64_t *length, samen_error *err) {
    samen_table_options options;
    if (!table)
        return samen__fail_argument(err, 1, "table is NULL");
    samen_status status = settle(given, 2, &options, err);
    if (status != SAMEN_OK)
        return status;
    if (!out)
        return samen__fail_argument(err, 3, "out is NULL");
    samen__arithmetic host;
    samen__text text = samen__text_growing();
    samen__arithmetic_begin(&host);
    switch (options.format) {
    case SAMEN_FORMAT_CSV: samen__table_format_csv(table, &options, &text); break;
    case SAMEN_FORMAT_JSON: samen__table_format_json(table, &text); break;
    case SAMEN_FORMAT_MARKDOWN:
        status = samen__table_format_markdown(table, &options, &text, err);
        break;
    default: status = samen__table_format_text(table, &options, '.', &text, err); break;
    }
    samen__arithmetic_end(&host);
    if (status == SAMEN_OK)
        return samen__text_take(&text, out, length, err);
    samen__text_free(&text);
    return status;
}

/* The format that the ending of a path asks for. */
static uint32_t format_of(const char *path) {
    static const struct {
        const char *ending;
        uint32_t format;
    } endings[] = {
        {".csv", SAMEN_FORMAT_CSV}, {".json", SAMEN_FORMAT_JSON}, {".md", SAMEN_FORMAT_MARKDOWN}};
    size_t length = strlen(path);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t size = strlen(endings[i].ending);
        if (length > size && strcmp(path + length - size, endings[i].ending) == 0)
            return endings[i].format;
    }
    return SAMEN_FORMAT_TEXT;
}

samen_status samen_table_write(const samen_table *table, const char *path,
                               const samen_table_options *given, samen_error *err) {
    char *bytes = NULL, *aside = NULL;
    int64_t length = 0;
    samen_table_options options;
    if (!table)
        return samen__fail_argument(err, 1, "table is NULL");
    if (!path || !*path)
        return samen__fail_argument(err, 2, "path is NULL or empty");
    samen_status status = settle(given, 3, &options, err);
    options.struct_size = sizeof options;
    if (options.format == SAMEN_FORMAT_TEXT)
        options.format = format_of(path);
    if (status == SAMEN_OK)
        status = samen_table_format(table, &options, &bytes, &length, err);
    if (status == SAMEN_OK)
        status = samen__file_aside(path, bytes, length, &aside, err);
    if (status == SAMEN_OK)
        status = samen__file_commit(&aside, path, (int32_t)options.overwrite, err);
    samen__delete(bytes);
    return samen__fail_path(err, status, 2);
}
