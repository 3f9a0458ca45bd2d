/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typology of a data set: forms.csv, or the built-in one, or a single form where no file says
 * anything about forms. */
#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/number.h"
#include "io/dataset.h"
#include "network/typology.h"
#include "network/values.h"

typedef struct form_list {
    samen_form form[SAMEN_FORMS_MAX];
    int64_t line[SAMEN_FORMS_MAX];
    int32_t count;
} form_list;

static void free_list(form_list *list) {
    for (int32_t i = 0; i < list->count; i++) {
        const samen_form *f = &list->form[i];
        const char *texts[] = {f->key,     f->name,  f->name_nl, f->family,
                               f->aliases, f->scale, f->purpose};
        for (size_t j = 0; j < sizeof texts / sizeof texts[0]; j++)
            samen__delete((void *)(uintptr_t)texts[j]);
    }
    samen__delete(list);
}

static samen_status read_commitment(samen__span cell, samen_form *form, samen_error *error) {
    int64_t level = 0;
    if (cell.length == 0)
        return SAMEN_OK;
    if (!samen__number_parse_int64(cell.bytes, cell.length, &level) || level < 0 || level > 1000) {
        samen__shown shown = samen__show(cell.bytes, cell.length);
        return samen__fail_cell(
            error, SAMEN_ERR_VALUE, -1, SAMEN__FORM_COMMITMENT,
            "commitment is \"%s\"; give a whole number from 0, or leave it empty", shown.text);
    }
    form->has_commitment = 1;
    form->commitment = (int32_t)level;
    return SAMEN_OK;
}

/* One row; error->column is the canonical column. */
static samen_status read_form(const samen__sheet *sheet, form_list *list, samen_error *error) {
    if (list->count == SAMEN_FORMS_MAX)
        return samen__fail(error, SAMEN_ERR_LIMIT, "a typology has at most %d forms",
                           SAMEN_FORMS_MAX);
    samen_form *form = &list->form[list->count];
    *form = (samen_form){.struct_size = sizeof *form};
    list->line[list->count++] = sheet->csv.line;
    const char **texts[SAMEN__FORM_COLUMNS] = {
        [SAMEN__FORM_KEY] = &form->key,        [SAMEN__FORM_NAME] = &form->name,
        [SAMEN__FORM_FAMILY] = &form->family,  [SAMEN__FORM_ALIASES] = &form->aliases,
        [SAMEN__FORM_SCALE] = &form->scale,    [SAMEN__FORM_NAME_NL] = &form->name_nl,
        [SAMEN__FORM_PURPOSE] = &form->purpose};
    for (int32_t column = 0; column < SAMEN__FORM_COLUMNS; column++) {
        samen__span cell = samen__sheet_cell(sheet, column);
        if (!texts[column])
            continue;
        *texts[column] = samen__copy_text(cell.bytes, cell.length, error);
        if (!*texts[column])
            return SAMEN_ERR_MEMORY;
    }
    if (!*form->key)
        return samen__fail_cell(error, SAMEN_ERR_MISSING, -1, SAMEN__FORM_KEY,
                                "the form is empty; give it a key");
    return read_commitment(samen__sheet_cell(sheet, SAMEN__FORM_COMMITMENT), form, error);
}

static samen_status read_list(samen__reading *reading, samen__sheet *sheet, form_list *list,
                              samen_error *err) {
    int32_t more = 1;
    samen_status status = SAMEN_OK;
    while (status == SAMEN_OK && more) {
        samen_error error = {.column = -1};
        status = samen__sheet_next(reading, sheet, &more, err);
        if (status != SAMEN_OK || !more)
            break;
        if (read_form(sheet, list, &error) != SAMEN_OK) {
            int64_t field = error.column < 0 ? -1 : sheet->place[error.column];
            status = samen__reading_fault(reading, sheet, field, &error, err);
        }
    }
    return status;
}

static samen_status read_file(samen__reading *reading, samen__sheet *sheet, samen_error *err) {
    form_list *list = samen__new(1, sizeof *list, err);
    if (!list)
        return SAMEN_ERR_MEMORY;
    int64_t before = reading->problems;
    samen_status status = read_list(reading, sheet, list, err);
    if (status == SAMEN_OK && reading->problems == before) {
        const samen_form *forms[SAMEN_FORMS_MAX];
        for (int32_t i = 0; i < list->count; i++)
            forms[i] = &list->form[i];
        samen_error error = {.row = -1, .column = -1};
        if (list->count == 0)
            samen__fail(&error, SAMEN_ERR_MISSING,
                        "there is a header and no rows; add forms or remove the file");
        else if (samen_typology_new(forms, list->count, &reading->typology, &error) == SAMEN_OK)
            error.code = SAMEN_OK;
        if (error.code != SAMEN_OK) {
            if (error.row >= 0) {
                sheet->csv.line = list->line[error.row];
                sheet->csv.row = error.row;
            }
            status = samen__reading_fault(
                reading, sheet, error.row >= 0 ? sheet->place[SAMEN__FORM_KEY] : -1, &error, err);
        }
    }
    free_list(list);
    return status;
}

/* Does any file say something about forms? */
static int names_forms(const samen__reading *reading) {
    const samen__sheet *ties = &reading->sheet[SAMEN_TIES];
    const samen__sheet *partnerships = &reading->sheet[SAMEN_PARTNERSHIPS];
    return (reading->present[SAMEN_TIES] && ties->place[SAMEN__TIE_FORM] >= 0) ||
           (reading->present[SAMEN_PARTNERSHIPS] &&
            partnerships->place[SAMEN__PARTNERSHIP_FORM] >= 0);
}

samen_status samen__reading_forms(samen__reading *reading, samen_error *err) {
    samen__sheet *sheet = &reading->sheet[SAMEN__FORMS_FILE];
    samen_status status = SAMEN_OK;
    if (reading->present[SAMEN__FORMS_FILE] && !sheet->broken)
        status = read_file(reading, sheet, err);
    if (status != SAMEN_OK || reading->typology)
        return status;
    reading->forms_unknown = reading->present[SAMEN__FORMS_FILE];
    if (reading->present[SAMEN__FORMS_FILE] || names_forms(reading))
        return samen_typology_builtin(NULL, &reading->typology, err);
    return samen_typology_builtin("single", &reading->typology, err);
}
