/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network/typology.h"

#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/number.h"
#include "core/options.h"
#include "core/utf8.h"
#include "table/table.h"

enum { LONGEST_NAME = 200, LONGEST_TEXT = 2000 };

static int is_good_text(const char *text, size_t longest) {
    size_t length = text ? strlen(text) : 0;
    return length <= longest && samen__utf8_invalid(text ? text : "", (int64_t)length) < 0;
}

static samen_status copy_field(const char *from, size_t longest, char **to, samen_error *err) {
    if (!is_good_text(from, longest))
        return samen__fail(err, SAMEN_ERR_VALUE,
                           "a text of a form is not valid UTF-8 or has more than %zu bytes",
                           longest);
    *to = samen__copy_text(from ? from : "", from ? (int64_t)strlen(from) : 0, err);
    return *to ? SAMEN_OK : SAMEN_ERR_MEMORY;
}

/* A key must be something that a list of names can hold. */
static samen_status check_key(const char *key, samen_error *err) {
    char folded[LONGEST_NAME + 1];
    if (samen__utf8_fold(key, (int64_t)strlen(key), folded) == 0 || strpbrk(key, ",|;\"\n"))
        return samen__fail(err, SAMEN_ERR_VALUE,
                           "the form \"%s\" cannot be named in a list; use letters and digits",
                           key);
    return SAMEN_OK;
}

static samen_status copy_form(const samen_form *given, samen__form *form, samen_error *err) {
    samen_form f;
    samen_status status = samen__options_copy(given, sizeof f, &f, 1, "samen_form", err);
    if (status != SAMEN_OK)
        return status;
    if (!f.key || !*f.key)
        return samen__fail_argument(err, 1, "a form has no key");
    if (f.reserved != 0)
        return samen__fail_argument(err, 1, "the reserved field of form %s is not 0", f.key);
    if (f.has_commitment && f.commitment < 0)
        return samen__fail_argument(err, 1, "the commitment of form %s is %d; give 0 or more",
                                    f.key, f.commitment);
    form->commitment = f.has_commitment ? f.commitment : SAMEN_COMMITMENT_UNKNOWN;
    const char *name = f.name && *f.name ? f.name : f.key;
    const char *name_nl = f.name_nl && *f.name_nl ? f.name_nl : name;
    struct {
        const char *from;
        char **to;
        size_t longest;
    } fields[] = {
        {f.key, &form->key, LONGEST_NAME},         {name, &form->name, LONGEST_NAME},
        {name_nl, &form->name_nl, LONGEST_NAME},   {f.family, &form->family, LONGEST_NAME},
        {f.aliases, &form->aliases, LONGEST_TEXT}, {f.scale, &form->scale, LONGEST_NAME},
        {f.purpose, &form->purpose, LONGEST_TEXT}};
    for (size_t i = 0; status == SAMEN_OK && i < sizeof fields / sizeof fields[0]; i++)
        status = copy_field(fields[i].from, fields[i].longest, fields[i].to, err);
    return status == SAMEN_OK ? check_key(form->key, err) : status;
}

/* Go through all folded names of a form: key, name, Dutch name, aliases. Returns 0 at the end. */
static int next_name(const samen__form *form, int *step, const char **alias,
                     char out[LONGEST_TEXT + 1]) {
    const char *fixed[] = {form->key, form->name, form->name_nl};
    if (*step < 3) {
        samen__utf8_fold(fixed[*step], (int64_t)strlen(fixed[*step]), out);
        ++*step;
        *alias = form->aliases;
        return 1;
    }
    if (!**alias)
        return 0;
    size_t length = strcspn(*alias, "|;");
    samen__utf8_fold(*alias, (int64_t)length, out);
    *alias += length + ((*alias)[length] != '\0');
    return 1;
}

static int32_t find_folded(const samen_typology *typology, const char *folded, int32_t forms) {
    char name[LONGEST_TEXT + 1];
    for (int32_t i = 0; i < forms; i++) {
        int step = 0;
        const char *alias = NULL;
        while (next_name(&typology->form[i], &step, &alias, name)) {
            if (*name && strcmp(name, folded) == 0)
                return i;
        }
    }
    return -1;
}

/* A name of form `at` under which an earlier form answers already. */
static samen_status check_names(const samen_typology *typology, int32_t at, samen_error *err) {
    char name[LONGEST_TEXT + 1];
    int step = 0;
    const char *alias = NULL;
    while (next_name(&typology->form[at], &step, &alias, name)) {
        int32_t other = *name ? find_folded(typology, name, at) : -1;
        if (other >= 0)
            return samen__fail_cell(err, SAMEN_ERR_DUPLICATE, at, 0,
                                    "the forms %s and %s both answer to \"%s\"; rename one of them",
                                    typology->form[other].key, typology->form[at].key, name);
    }
    return SAMEN_OK;
}

samen_status samen_typology_new(const samen_form *const *forms, int32_t count, samen_typology **out,
                                samen_error *err) {
    if (!forms)
        return samen__fail_argument(err, 1, "forms is NULL");
    if (count < 1 || count > SAMEN_FORMS_MAX)
        return samen__fail_argument(err, 2, "a typology has 1 to %d forms, not %d", SAMEN_FORMS_MAX,
                                    count);
    if (!out)
        return samen__fail_argument(err, 3, "out is NULL");
    samen_typology *typology = samen__new(1, sizeof *typology, err);
    if (!typology)
        return SAMEN_ERR_MEMORY;
    atomic_init(&typology->owners, 1);
    samen_status status = SAMEN_OK;
    for (int32_t i = 0; status == SAMEN_OK && i < count; i++) {
        typology->count = i + 1;
        status = forms[i] ? copy_form(forms[i], &typology->form[i], err)
                          : samen__fail_argument(err, 1, "form %d is NULL", i);
        if (status == SAMEN_OK)
            status = check_names(typology, i, err);
        if (status == SAMEN_ERR_VALUE && err)
            err->row = i;
    }
    if (status == SAMEN_OK)
        *out = typology;
    else
        samen_typology_free(typology);
    return status;
}

samen_typology *samen_typology_retain(samen_typology *typology) {
    if (typology)
        atomic_fetch_add(&typology->owners, 1);
    return typology;
}

void samen_typology_free(samen_typology *typology) {
    if (!typology || atomic_fetch_sub(&typology->owners, 1) != 1)
        return;
    for (int32_t i = 0; i < typology->count; i++) {
        samen__form *form = &typology->form[i];
        char *texts[] = {form->key,     form->name,  form->name_nl, form->family,
                         form->aliases, form->scale, form->purpose};
        for (size_t j = 0; j < sizeof texts / sizeof texts[0]; j++)
            samen__delete(texts[j]);
    }
    samen__delete(typology);
}

int32_t samen_typology_count(const samen_typology *typology) {
    return typology ? typology->count : -1;
}

static const samen__form *form_of(const samen_typology *typology, int32_t form) {
    return typology && form >= 0 && form < typology->count ? &typology->form[form] : NULL;
}

const char *samen_typology_key(const samen_typology *typology, int32_t form) {
    const samen__form *found = form_of(typology, form);
    return found ? found->key : NULL;
}

const char *samen_typology_name(const samen_typology *typology, int32_t form, int32_t language) {
    const samen__form *found = form_of(typology, form);
    if (!found)
        return NULL;
    return language == SAMEN_LANGUAGE_NL ? found->name_nl : found->name;
}

int32_t samen_typology_commitment(const samen_typology *typology, int32_t form) {
    const samen__form *found = form_of(typology, form);
    return found ? found->commitment : SAMEN_COMMITMENT_UNKNOWN;
}

static int32_t find_bytes(const samen_typology *typology, const char *bytes, int64_t length) {
    char folded[LONGEST_TEXT + 1];
    if (length > LONGEST_NAME)
        return -1;
    samen__utf8_fold(bytes, length, folded);
    return *folded ? find_folded(typology, folded, typology->count) : -1;
}

int32_t samen_typology_find(const samen_typology *typology, const char *name) {
    return typology && name ? find_bytes(typology, name, (int64_t)strlen(name)) : -1;
}

static samen_status fail_unknown(const samen_typology *typology, const char *bytes, int64_t length,
                                 samen_error *err) {
    char folded[LONGEST_TEXT + 1], name[LONGEST_TEXT + 1], shown[200];
    samen__text given = samen__text_fixed(shown, sizeof shown);
    samen__text_add_visible(&given, bytes, length, 40);
    const char *nearest = NULL;
    int32_t best = 0;
    if (length <= LONGEST_NAME) {
        int64_t letters = samen__utf8_fold(bytes, length, folded);
        best = letters < 4 ? 2 : letters < 8 ? 3 : 4; /* short words are near to all others */
        for (int32_t i = 0; i < typology->count; i++) {
            int step = 0;
            const char *alias = NULL;
            while (next_name(&typology->form[i], &step, &alias, name)) {
                int32_t distance = samen__utf8_distance(name, folded, best);
                if (distance < best) {
                    best = distance;
                    nearest = typology->form[i].key;
                }
            }
        }
    }
    if (nearest)
        return samen__fail(err, SAMEN_ERR_UNKNOWN, "there is no form \"%s\"; did you mean \"%s\"?",
                           shown, nearest);
    char known[256];
    samen__text list = samen__text_fixed(known, sizeof known);
    for (int32_t i = 0; i < typology->count; i++)
        samen__text_format(&list, "%s%s", i ? ", " : "", typology->form[i].key);
    return samen__fail(err, SAMEN_ERR_UNKNOWN, "there is no form \"%s\"; the forms are: %s", shown,
                       known);
}

samen_status samen__typology_read(const samen_typology *typology, const char *bytes, int64_t length,
                                  int32_t *form, samen_error *err) {
    if (length == 0) {
        if (typology->count > 1)
            return samen__fail(err, SAMEN_ERR_MISSING,
                               "no form is given, and there are %d to choose from; write one, as "
                               "\"%s\"",
                               typology->count, typology->form[0].key);
        *form = 0;
        return SAMEN_OK;
    }
    *form = find_bytes(typology, bytes, length);
    return *form >= 0 ? SAMEN_OK : fail_unknown(typology, bytes, length, err);
}

samen_status samen__typology_read_mask(const void *context, const char *names, uint64_t *mask,
                                       samen_error *err) {
    const samen_typology *typology = context;
    uint64_t found = 0;
    while (*names) {
        size_t length = strcspn(names, ",");
        int32_t form = -1;
        if (strspn(names, " ") < length) {
            samen_status status =
                samen__typology_read(typology, names, (int64_t)length, &form, err);
            if (status != SAMEN_OK)
                return status;
            found |= 1ull << form;
        }
        names += length + (names[length] != '\0');
    }
    if (!found)
        return samen__fail(err, SAMEN_ERR_MISSING, "no form is named; write one, as \"%s\"",
                           typology->form[0].key);
    *mask = found;
    return SAMEN_OK;
}

samen_status samen_typology_mask(const samen_typology *typology, const char *names, uint64_t *out,
                                 samen_error *err) {
    if (!typology)
        return samen__fail_argument(err, 1, "typology is NULL");
    if (!names || samen__utf8_invalid(names, (int64_t)strlen(names)) >= 0)
        return samen__fail_argument(err, 2, "names is NULL or not valid UTF-8");
    if (!out)
        return samen__fail_argument(err, 3, "out is NULL");
    return samen__typology_read_mask(typology, names, out, err);
}

uint64_t samen__typology_all(const samen_typology *typology) {
    return typology->count == 64 ? UINT64_MAX : (1ull << typology->count) - 1;
}

void samen__typology_show_mask(const samen_typology *typology, uint64_t mask, samen__text *text) {
    if ((mask & samen__typology_all(typology)) == samen__typology_all(typology)) {
        samen__text_add_string(text, "all");
        return;
    }
    int first = 1;
    for (int32_t i = 0; i < typology->count; i++) {
        if (mask >> i & 1) {
            samen__text_add_string(text, first ? "" : ",");
            samen__text_add_string(text, typology->form[i].key);
            first = 0;
        }
    }
}

samen_status samen_typology_table(const samen_typology *typology, samen_table **out,
                                  samen_error *err) {
    static const struct {
        const char *name;
        size_t offset;
    } texts[] = {{"form", offsetof(samen__form, key)},
                 {"name", offsetof(samen__form, name)},
                 {"name_nl", offsetof(samen__form, name_nl)},
                 {"family", offsetof(samen__form, family)},
                 {"commitment", 0},
                 {"aliases", offsetof(samen__form, aliases)},
                 {"scale", offsetof(samen__form, scale)},
                 {"purpose", offsetof(samen__form, purpose)}};
    if (!typology)
        return samen__fail_argument(err, 1, "typology is NULL");
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    samen_table *table = NULL;
    samen_status status = samen__table_new(typology->count, &table, err);
    for (size_t i = 0; status == SAMEN_OK && i < sizeof texts / sizeof texts[0]; i++) {
        int numbers = strcmp(texts[i].name, "commitment") == 0;
        samen__column *column = samen__table_add(
            table, texts[i].name, numbers ? SAMEN_COLUMN_INT64 : SAMEN_COLUMN_TEXT, err);
        status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
        for (int32_t f = 0; status == SAMEN_OK && f < typology->count; f++) {
            const samen__form *form = &typology->form[f];
            if (!numbers)
                status = samen__column_add_string(
                    column, *(char *const *)(const void *)((const char *)form + texts[i].offset),
                    err);
            else if (form->commitment == SAMEN_COMMITMENT_UNKNOWN)
                status = samen__column_set_null(column, f, err);
            else
                ((int64_t *)column->data)[f] = form->commitment;
        }
    }
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}

int samen__typology_scale(const char *text, int64_t *attribute_length, double *weakest,
                          double *strongest) {
    const char *space = strrchr(text, ' '), *dots = space ? strstr(space, "..") : NULL;
    if (!dots || space == text)
        return 0;
    *attribute_length = space - text;
    return samen__number_parse(space + 1, dots - space - 1, '.', weakest) == SAMEN__NUMBER_FINITE &&
           samen__number_parse(dots + 2, (int64_t)strlen(dots + 2), '.', strongest) ==
               SAMEN__NUMBER_FINITE &&
           *weakest != *strongest;
}
