/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/document.h"

#include <string.h>

#include "samen/measure.h"
#include "table/table.h"
#include "view/view.h"

void samen__document_start(samen__document *d, const samen_view *view, uint32_t language,
                           const char *title, const char *source) {
    *d = (samen__document){.language = language};
    d->view = samen_view_retain((samen_view *)view);
    if (title)
        d->title = samen__copy_text(title, (int64_t)strlen(title), &d->error);
    if (source && samen__document_is_fine(d))
        d->source = samen__copy_text(source, (int64_t)strlen(source), &d->error);
}

static void free_block(samen__block *block) {
    samen__delete(block->text);
    samen__delete(block->term);
    samen__delete(block->columns);
    samen__delete(block->sort);
    samen__delete(block->picture);
    samen__delete(block->options);
    samen_view_free(block->view);
}

static void free_result(samen__result *result) {
    samen__delete(result->key);
    samen__delete(result->file);
    samen_table_free(result->table);
}

void samen__document_free(samen__document *d) {
    for (int64_t i = 0; i < d->blocks; i++)
        free_block(&d->block[i]);
    for (int64_t i = 0; i < d->parts; i++)
        samen__delete(d->part[i].heading);
    for (int64_t i = 0; i < d->results; i++)
        free_result(&d->result[i]);
    samen__delete(d->block);
    samen__delete(d->part);
    samen__delete(d->result);
    samen__delete(d->title);
    samen__delete(d->source);
    samen__delete(d->group);
    samen__delete(d->group_option);
    samen_view_free(d->view);
    *d = (samen__document){0};
}

/* ---- Results --------------------------------------------------------------------------------------------- */

static const samen__result *find_result(const samen__document *d, const char *key) {
    for (int64_t i = 0; i < d->results; i++) {
        if (strcmp(d->result[i].key, key) == 0)
            return &d->result[i];
    }
    return NULL;
}

static int64_t count_files(const samen__document *d, const samen__text *stem) {
    int64_t count = 0;
    for (int64_t i = 0; i < d->results; i++) {
        const char *file = d->result[i].file;
        count += strncmp(file, stem->bytes, (size_t)stem->length) == 0 &&
                 (file[stem->length] == '.' || file[stem->length] == '-');
    }
    return count;
}

/* Takes over the three, of which key and file must not be NULL. */
static const samen_table *add_result(samen__document *d, char *key, char *file,
                                     samen_table *table) {
    if (samen__grow((void **)&d->result, &d->result_capacity, d->results + 1, sizeof *d->result,
                    &d->error) != SAMEN_OK) {
        samen__delete(key);
        samen__delete(file);
        samen_table_free(table);
        return NULL;
    }
    d->result[d->results++] = (samen__result){.key = key, .file = file, .table = table};
    return table;
}

/* "measure.table.csv", and "measure.table-2.csv" for the second of them; NULL when memory ran out. */
static char *name_file(samen__document *d, const char *measure, const samen_table *table) {
    samen__text name = samen__text_growing();
    const char *which = samen_table_provenance(table, "option.table");
    char *file = NULL;
    samen__text_add_string(&name, measure);
    if (which) {
        samen__text_add_byte(&name, '.');
        samen__text_add_string(&name, which);
    }
    int64_t others = name.failed ? 0 : count_files(d, &name);
    if (others > 0)
        samen__text_format(&name, "-%ld", (long)others + 1);
    samen__text_add_string(&name, ".csv");
    samen__text_take(&name, &file, NULL, &d->error);
    return file;
}

/* "measure options", to be freed; NULL when memory ran out. */
static char *make_key(samen__document *d, const char *measure, const char *options, va_list list) {
    samen__text text = {.raw = 1};
    char *key = NULL;
    samen__text_add_string(&text, measure);
    samen__text_add_byte(&text, ' ');
    samen__text_vformat(&text, options, list);
    samen__text_take(&text, &key, NULL, &d->error);
    return key;
}

/* Many tables that are each made in no time would else never be told of. */
static samen_status tell(samen__document *d, const char *measure) {
    if (!d->run || !d->run->on_progress || !d->run->on_progress(d->run->payload, 0, measure))
        return SAMEN_OK;
    return samen__fail(&d->error, SAMEN_ERR_CANCELLED,
                       "the report was stopped on request; nothing was changed");
}

static samen_table *compute(samen__document *d, const char *measure, const char *key) {
    samen_table *table = NULL;
    const char *options = key + strlen(measure) + 1;
    if (tell(d, measure) == SAMEN_OK)
        samen_measure(d->view, measure, options, d->run, &table, &d->error);
    d->computed++;
    return table;
}

samen_table *samen__document_compute(samen__document *d, const char *measure, const char *options,
                                     ...) {
    if (!samen__document_is_fine(d))
        return NULL;
    va_list list;
    va_start(list, options);
    char *key = make_key(d, measure, options, list);
    va_end(list);
    samen_table *table = key ? compute(d, measure, key) : NULL;
    samen__delete(key);
    return table;
}

/* Takes the key over. */
static const samen_table *compute_and_add(samen__document *d, const char *measure, char *key) {
    samen_table *table = compute(d, measure, key);
    char *file = table ? name_file(d, measure, table) : NULL;
    if (file)
        return add_result(d, key, file, table);
    samen__delete(key);
    samen_table_free(table);
    return NULL;
}

const samen_table *samen__document_measure(samen__document *d, const char *measure,
                                           const char *options, ...) {
    if (!samen__document_is_fine(d))
        return NULL;
    va_list list;
    va_start(list, options);
    char *key = make_key(d, measure, options, list);
    va_end(list);
    const samen__result *known = key ? find_result(d, key) : NULL;
    if (!key || !known)
        return key ? compute_and_add(d, measure, key) : NULL;
    samen__delete(key);
    return known->table;
}

const samen_table *samen__document_find(const samen__document *d, const char *file) {
    for (int64_t i = 0; i < d->results; i++) {
        if (strcmp(d->result[i].file, file) == 0)
            return d->result[i].table;
    }
    return NULL;
}

/* Where a table of the report's own comes from, unless it says so already. */
static void add_provenance(samen__document *d, samen_table *table) {
    const char *const entries[][2] = {
        {"view", d->view->choice}, {"samen", samen_version()}, {"igraph", samen_version_igraph()}};
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        if (samen__document_is_fine(d) && !samen_table_provenance(table, entries[i][0]))
            samen__table_add_entry(table, entries[i][0], entries[i][1], &d->error);
    }
}

const samen_table *samen__document_keep(samen__document *d, const char *file, samen_table *table) {
    int64_t length = (int64_t)strlen(file);
    char *key = NULL, *copy = NULL;
    add_provenance(d, table);
    if (samen__document_is_fine(d))
        key = samen__copy_text(file, length, &d->error);
    if (key)
        copy = samen__copy_text(file, length, &d->error);
    if (copy)
        return add_result(d, key, copy, table);
    samen__delete(key);
    samen_table_free(table);
    return NULL;
}

double samen__document_number(const samen_table *table, const char *column, double otherwise) {
    return samen_table_get_float64(table, 0, samen_table_find(table, column), otherwise);
}

/* Blocks of result `from` are now of result `to`; whether there are any. */
static int renumber(samen__document *d, int64_t from, int64_t to) {
    int found = 0;
    for (int64_t b = 0; b < d->blocks; b++) {
        if (d->block[b].result == from) {
            d->block[b].result = to;
            found = 1;
        }
    }
    return found;
}

void samen__document_keep_shown(samen__document *d) {
    int64_t kept = 0;
    for (int64_t i = 0; i < d->results; i++) {
        if (renumber(d, i, kept))
            d->result[kept++] = d->result[i];
        else
            free_result(&d->result[i]);
    }
    d->results = kept;
}

/* ---- Blocks ---------------------------------------------------------------------------------------------- */

/* To be freed; NULL when memory ran out. */
static char *say(samen__document *d, const samen__sentence *sentence, const samen__value *value) {
    samen__text text = samen__text_growing();
    char *said = NULL;
    samen__say(&text, d->language, sentence, value);
    samen__text_take(&text, &said, NULL, &d->error);
    return said;
}

static int is_empty(const samen__document *d, const samen__part *part) {
    return part->first == d->blocks;
}

void samen__document_part(samen__document *d, samen__part_kind kind, const samen__sentence *heading,
                          const samen__value *value) {
    if (!samen__document_is_fine(d))
        return;
    if (d->parts > 0 && is_empty(d, &d->part[d->parts - 1]))
        samen__delete(d->part[--d->parts].heading);
    if (samen__grow((void **)&d->part, &d->part_capacity, d->parts + 1, sizeof *d->part,
                    &d->error) != SAMEN_OK)
        return;
    char *text = say(d, heading, value);
    if (text)
        d->part[d->parts++] = (samen__part){.kind = kind, .heading = text, .first = d->blocks};
}

/* A block of the last part, of which text is what the sentence says, if there is one; NULL after a failure. */
static samen__block *add_block(samen__document *d, samen__block_kind kind,
                               const samen__sentence *sentence, const samen__value *value) {
    if (!samen__document_is_fine(d) ||
        samen__grow((void **)&d->block, &d->block_capacity, d->blocks + 1, sizeof *d->block,
                    &d->error) != SAMEN_OK)
        return NULL;
    samen__block *block = &d->block[d->blocks];
    *block = (samen__block){.kind = kind, .result = -1};
    if (sentence && !(block->text = say(d, sentence, value)))
        return NULL;
    d->blocks++;
    d->part[d->parts - 1].count++;
    return block;
}

/* A copy into *to, unless there is nothing to copy. */
static void copy(samen__document *d, char **to, const char *text) {
    if (text && samen__document_is_fine(d))
        *to = samen__copy_text(text, (int64_t)strlen(text), &d->error);
}

void samen__document_say(samen__document *d, samen__block_kind kind,
                         const samen__sentence *sentence, const samen__value *value) {
    add_block(d, kind, sentence, value);
}

void samen__document_say_more(samen__document *d, const samen__sentence *sentence,
                              const samen__value *value) {
    if (!samen__document_is_fine(d))
        return;
    samen__block *block = &d->block[d->blocks - 1];
    samen__text text = samen__text_growing();
    char *said = NULL;
    samen__text_add_string(&text, block->text);
    samen__text_add_byte(&text, ' ');
    samen__say(&text, d->language, sentence, value);
    if (samen__text_take(&text, &said, NULL, &d->error) != SAMEN_OK)
        return;
    samen__delete(block->text);
    block->text = said;
}

void samen__document_term_of(samen__document *d, const samen__sentence *term,
                             const samen__sentence *meaning, const samen__value *value) {
    samen__block *block = add_block(d, SAMEN__BLOCK_TERM, meaning, value);
    if (block)
        block->term = say(d, term, value);
}

void samen__document_term(samen__document *d, const samen__sentence *term,
                          const samen__sentence *meaning) {
    samen__document_term_of(d, term, meaning, NULL);
}

/* NULL after a failure, or without a table. */
static samen__block *add_table(samen__document *d, const samen_table *table, const char *columns,
                               const char *sort, int64_t top, const samen__sentence *above,
                               const samen__value *value) {
    samen__block *block = table ? add_block(d, SAMEN__BLOCK_TABLE, above, value) : NULL;
    if (!block)
        return NULL;
    block->top = top;
    for (int64_t i = 0; i < d->results; i++) {
        if (d->result[i].table == table)
            block->result = i;
    }
    copy(d, &block->columns, columns);
    copy(d, &block->sort, sort);
    return block;
}

void samen__document_table(samen__document *d, const samen_table *table, const char *columns,
                           const char *sort, int64_t top, const samen__sentence *above,
                           const samen__value *value) {
    add_table(d, table, columns, sort, top, above, value);
}

void samen__document_numbers(samen__document *d, const samen_table *table, const char *columns,
                             const char *sort, int64_t top, const samen__sentence *above,
                             const samen__value *value) {
    samen__block *block = add_table(d, table, columns, sort, top, above, value);
    if (block)
        block->behind = 1;
}

void samen__document_picture(samen__document *d, const char *kind, const char *options,
                             const samen_view *view, const samen__sentence *above,
                             const samen__value *value) {
    samen__block *block = add_block(d, SAMEN__BLOCK_PICTURE, above, value);
    if (!block)
        return;
    block->view = samen_view_retain((samen_view *)view);
    copy(d, &block->picture, kind);
    copy(d, &block->options, options);
}

void samen__document_network(samen__document *d, const char *options, const samen__sentence *above,
                             const samen__value *value) {
    samen__block *block = add_block(d, SAMEN__BLOCK_NETWORK, above, value);
    if (!block)
        return;
    copy(d, &block->picture, "sociogram");
    copy(d, &block->options, options);
}
