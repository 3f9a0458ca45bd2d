/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/text.h"

#include <string.h>

#include "core/utf8.h"
#include "report/shown.h"
#include "table/format.h"

enum { WIDTH = 100, INDENT = 2, TERM_INDENT = 4, TERM_GAP = 2 };

static int64_t width_of(const char *bytes, int64_t length) {
    return samen__utf8_width(bytes, length);
}

/* Words in lines of at most WIDTH columns; every line but the first, which is already begun, behind `indent` blanks. */
static void add_wrapped(samen__text *out, const char *words, int64_t indent) {
    int64_t column = indent;
    while (*words) {
        int64_t length = (int64_t)strcspn(words, " ");
        int64_t width = width_of(words, length);
        if (column > indent && column + 1 + width > WIDTH) {
            samen__text_add_byte(out, '\n');
            samen__text_add_repeated(out, ' ', indent);
            column = indent;
        } else if (column > indent) {
            samen__text_add_byte(out, ' ');
            column++;
        }
        samen__text_add_visible(out, words, length, 0);
        column += width;
        words += length;
        words += strspn(words, " ");
    }
}

static void add_behind(samen__text *out, const char *first, const char *words, const char *last) {
    samen__text_add_string(out, first);
    add_wrapped(out, words, (int64_t)strlen(first));
    samen__text_add_string(out, last);
}

/* ---- Blocks ---------------------------------------------------------------------------------------------- */

/* The widest of the terms that stand together. */
static int64_t widest_term(const samen__document *d, const samen__part *part, int64_t number) {
    int64_t widest = 0, from = number;
    while (from > part->first && d->block[from - 1].kind == SAMEN__BLOCK_TERM)
        from--;
    for (; from < part->first + part->count && d->block[from].kind == SAMEN__BLOCK_TERM; from++) {
        const char *term = d->block[from].term;
        int64_t width = width_of(term, (int64_t)strlen(term));
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void add_term(samen__text *out, const samen__block *block, int64_t widest) {
    int64_t length = (int64_t)strlen(block->term);
    samen__text_add_repeated(out, ' ', TERM_INDENT);
    samen__text_add_visible(out, block->term, length, 0);
    samen__text_add_repeated(out, ' ', widest - width_of(block->term, length) + TERM_GAP);
    add_wrapped(out, block->text, TERM_INDENT + widest + TERM_GAP);
    samen__text_add_byte(out, '\n');
}

static void add_indented(samen__text *out, const char *lines) {
    while (*lines) {
        int64_t length = (int64_t)strcspn(lines, "\n");
        samen__text_add_repeated(out, ' ', INDENT);
        samen__text_add(out, lines, length);
        samen__text_add_byte(out, '\n');
        lines += length;
        lines += *lines == '\n';
    }
}

static samen_status add_table(const samen__document *d, const samen__block *block, samen__text *out,
                              samen_error *err) {
    const samen_table_options plain = {.struct_size = sizeof plain, .plain = 1};
    samen_table *table = NULL;
    samen__text lines = samen__text_growing();
    samen_status status = samen__block_table(d, block, &table, err);
    if (status == SAMEN_OK)
        status = samen__table_format_text(
            table, &plain, d->language == SAMEN_LANGUAGE_NL ? ',' : '.', &lines, err);
    if (status == SAMEN_OK && block->text)
        add_behind(out, "  ", block->text, ":\n");
    if (status == SAMEN_OK && lines.bytes)
        add_indented(out, lines.bytes);
    out->failed |= lines.failed;
    samen__text_free(&lines);
    samen_table_free(table);
    return status;
}

/* A text has no pictures, and no numbers behind them. */
static int is_written(const samen__block *block) {
    return block->kind != SAMEN__BLOCK_PICTURE && block->kind != SAMEN__BLOCK_NETWORK &&
           !block->behind;
}

/* Sentences, items and terms follow each other; a table stands apart. */
static int is_apart(const samen__block *before, const samen__block *block) {
    return before && (before->kind == SAMEN__BLOCK_TABLE || block->kind == SAMEN__BLOCK_TABLE);
}

static samen_status add_block(const samen__document *d, const samen__part *part, int64_t number,
                              samen__text *out, samen_error *err) {
    const samen__block *block = &d->block[number];
    switch (block->kind) {
    case SAMEN__BLOCK_TABLE: return add_table(d, block, out, err);
    case SAMEN__BLOCK_TERM: add_term(out, block, widest_term(d, part, number)); break;
    case SAMEN__BLOCK_ITEM: add_behind(out, "  - ", block->text, "\n"); break;
    default: add_behind(out, "  ", block->text, "\n");
    }
    return SAMEN_OK;
}

/* ---- The whole ------------------------------------------------------------------------------------------- */

/* How the numbers were made is for pages: a terminal has "samen describe". */
static int is_written_part(const samen__document *d, const samen__part *part) {
    if (part->kind == SAMEN__PART_METHODS)
        return 0;
    for (int64_t i = part->first; i < part->first + part->count; i++) {
        if (is_written(&d->block[i]))
            return 1;
    }
    return 0;
}

static samen_status add_part(const samen__document *d, const samen__part *part, samen__text *out,
                             samen_error *err) {
    samen_status status = SAMEN_OK;
    const samen__block *before = NULL;
    if (!is_written_part(d, part))
        return SAMEN_OK;
    samen__text_add_repeated(out, '\n', out->length > 0);
    add_behind(out, "", part->heading, "\n");
    for (int64_t i = part->first; status == SAMEN_OK && i < part->first + part->count; i++) {
        if (!is_written(&d->block[i]))
            continue;
        if (is_apart(before, &d->block[i]))
            samen__text_add_byte(out, '\n');
        status = add_block(d, part, i, out, err);
        before = &d->block[i];
    }
    return status;
}

samen_status samen__report_text(const samen__document *d, char **out, int64_t *length,
                                samen_error *err) {
    samen__text text = samen__text_growing();
    samen_status status = SAMEN_OK;
    if (d->title)
        add_behind(&text, "", d->title, "\n");
    for (int64_t i = 0; status == SAMEN_OK && i < d->parts; i++)
        status = add_part(d, &d->part[i], &text, err);
    if (status == SAMEN_OK)
        return samen__text_take(&text, out, length, err);
    samen__text_free(&text);
    return status;
}
