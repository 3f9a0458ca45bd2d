/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/memory.h"
#include "io/dataset.h"

/* A copy in which nothing can steer a terminal or is no text. */
static char *visible(const char *name, samen_error *err) {
    samen__text text = samen__text_growing();
    char *copy = NULL;
    samen__text_add_visible(&text, name, (int64_t)strlen(name), 0);
    return samen__text_take(&text, &copy, NULL, err) == SAMEN_OK ? copy : NULL;
}

static samen_status add(samen__reading *reading, samen__severity severity,
                        const samen__sheet *sheet, int64_t line, int64_t field, const char *text,
                        samen_error *err) {
    samen__problem problem = {.severity = severity, .line = line, .column = field + 1};
    void *block = reading->problem;
    samen_status status =
        samen__grow(&block, &reading->problem_capacity, reading->problems + 1, sizeof problem, err);
    reading->problem = block;
    if (status != SAMEN_OK)
        return status;
    const char *name = field >= 0 && field < sheet->header_fields ? sheet->header[field] : NULL;
    problem.file = visible(sheet->name, err);
    problem.text = samen__copy_text(text, (int64_t)strlen(text), err);
    problem.column_name = name ? visible(name, err) : NULL;
    reading->problem[reading->problems++] = problem;
    int complete = problem.file && problem.text && (!name || problem.column_name);
    return complete ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

samen_status samen__reading_fault(samen__reading *reading, const samen__sheet *sheet, int64_t field,
                                  const samen_error *error, samen_error *err) {
    if (error->code == SAMEN_ERR_MEMORY || error->code == SAMEN_ERR_CANCELLED)
        return samen__fail_as(err, error);
    if (reading->collecting)
        return add(reading, SAMEN__ERROR, sheet, sheet->csv.line, field, error->message, err);
    samen_error whole = *error;
    samen__text text = samen__text_fixed(whole.message, sizeof whole.message);
    samen__text_format(&text, "%s", sheet->name);
    if (sheet->csv.line > 0)
        samen__text_format(&text, ":%ld", (long)sheet->csv.line);
    if (field >= 0)
        samen__text_format(&text, ":%ld", (long)field + 1);
    samen__text_add_string(&text, ": ");
    samen__text_add_string(&text, error->message);
    whole.row = sheet->csv.line > 0 && sheet->csv.row >= 0 ? sheet->csv.row : -1;
    whole.column = field;
    whole.argument = 1;
    return samen__fail_as(err, &whole);
}

samen_status samen__reading_note(samen__reading *reading, samen__severity severity,
                                 const samen__sheet *sheet, int64_t line, int64_t field,
                                 samen_error *err, const char *format, ...) {
    samen_error sentence = {0};
    samen__text text = samen__text_fixed(sentence.message, sizeof sentence.message);
    va_list arguments;
    va_start(arguments, format);
    samen__text_vformat(&text, format, arguments);
    va_end(arguments);
    return add(reading, severity, sheet, line, field, sentence.message, err);
}

samen_status samen__reading_report(const samen__reading *reading, samen_table **out,
                                   samen_error *err) {
    static const char *const severities[] = {"error", "warning", "information"};
    static const char *const texts[] = {"severity", "file", "column_name", "problem"};
    samen_table *table = NULL;
    samen_status status = samen__table_new(reading->problems, &table, err);
    for (int which = 0; status == SAMEN_OK && which < 2; which++) {
        samen__column *column = samen__table_add(table, texts[which], SAMEN_COLUMN_TEXT, err);
        status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
        for (int64_t i = 0; status == SAMEN_OK && i < reading->problems; i++) {
            const samen__problem *p = &reading->problem[i];
            status = samen__column_add_string(column,
                                              which == 0 ? severities[p->severity] : p->file, err);
        }
    }
    for (int which = 0; status == SAMEN_OK && which < 2; which++) {
        samen__column *column =
            samen__table_add(table, which ? "column" : "line", SAMEN_COLUMN_INT64, err);
        status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
        for (int64_t i = 0; status == SAMEN_OK && i < reading->problems; i++) {
            int64_t value = which ? reading->problem[i].column : reading->problem[i].line;
            ((int64_t *)column->data)[i] = value;
            if (value <= 0)
                status = samen__column_set_null(column, i, err);
        }
    }
    for (int which = 2; status == SAMEN_OK && which < 4; which++) {
        samen__column *column = samen__table_add(table, texts[which], SAMEN_COLUMN_TEXT, err);
        status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
        for (int64_t i = 0; status == SAMEN_OK && i < reading->problems; i++) {
            const samen__problem *p = &reading->problem[i];
            status = samen__column_add_string(column, which == 2 ? p->column_name : p->text, err);
        }
    }
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}
