/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/downloads.h"

#include "measures/registry.h"
#include "report/html.h"
#include "report/registry_words.h"

samen_status samen__downloads_start(samen__downloads *downloads, const samen__document *d,
                                    samen_error *err) {
    const samen_table_options options = {
        .struct_size = sizeof options, .format = SAMEN_FORMAT_CSV, .guard = (uint32_t)d->guard};
    *downloads = (samen__downloads){.document = d};
    downloads->csv = samen__new(d->results, sizeof *downloads->csv, err);
    downloads->length = samen__new(d->results, sizeof *downloads->length, err);
    samen_status status = downloads->csv && downloads->length ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < d->results; i++) {
        status = samen_table_format(d->result[i].table, &options, &downloads->csv[i],
                                    &downloads->length[i], err);
        if (status == SAMEN_OK && downloads->length[i] > SAMEN__LARGEST_DOWNLOAD) {
            samen__delete(downloads->csv[i]);
            downloads->csv[i] = NULL;
        }
    }
    return status;
}

void samen__downloads_free(samen__downloads *downloads) {
    int64_t results = downloads->csv ? downloads->document->results : 0;
    for (int64_t i = 0; i < results; i++)
        samen__delete(downloads->csv[i]);
    samen__delete(downloads->csv);
    samen__delete(downloads->length);
}

/* The button is shown by the script that makes it work. */
static void add_button(const samen__downloads *downloads, int64_t result, const char *described_by,
                       const samen__sentence *label, samen__text *html) {
    const samen__document *d = downloads->document;
    samen__value rows = samen__say_count(samen_table_rows(d->result[result].table));
    samen__text_format(html, "<button type=\"button\" class=\"save\" data-csv=\"csv-%ld\"",
                       (long)result);
    samen__html_attribute(html, "aria-describedby", described_by);
    samen__text_add_string(html, " hidden=\"hidden\">");
    samen__say(html, d->language, label, &rows);
    samen__text_add_string(html, "</button>");
}

/* What is too large for a page, and how large. */
static void add_elsewhere(const samen__downloads *downloads, int64_t result,
                          const samen__sentence *words, samen__text *html) {
    samen__value megabytes = samen__say_amount((double)downloads->length[result] / 1e6);
    samen__text_add_string(html, "<span class=\"elsewhere\">");
    samen__say(html, downloads->document->language, words, &megabytes);
    samen__text_add_string(html, "</span>");
}

void samen__downloads_button(const samen__downloads *downloads, int64_t result,
                             const char *described_by, samen__text *html) {
    static const samen__sentence label = {
        {"Save as CSV ({1} {1?row|rows})", "Opslaan als CSV ({1} {1?rij|rijen})"}};
    static const samen__sentence elsewhere = {
        {"The whole table has {1} MB and is not in this page: see the end of it.",
         "De hele tabel telt {1} MB en zit niet in deze pagina: zie onderaan."}};
    if (downloads->csv[result])
        add_button(downloads, result, described_by, &label, html);
    else
        add_elsewhere(downloads, result, &elsewhere, html);
}

/* Add what a result is: the measure that made it, or the line above the table that shows it. */
static void add_title(const samen__document *d, int64_t result, samen__text *html) {
    const char *name = samen_table_provenance(d->result[result].table, "measure");
    const samen__measure *measure = name ? samen__registry_find(name, 0, NULL) : NULL;
    if (measure) {
        samen__html_text(html, samen__measure_title_in(d->language, measure));
        return;
    }
    for (int64_t i = 0; i < d->blocks; i++) {
        if (d->block[i].kind == SAMEN__BLOCK_TABLE && d->block[i].result == result &&
            d->block[i].text) {
            samen__html_line(html, d->block[i].text);
            return;
        }
    }
}

static void add_row(const samen__downloads *downloads, int64_t result, samen__text *html) {
    static const samen__sentence label = {{"Save", "Opslaan"}};
    static const samen__sentence elsewhere = {
        {"{1} MB, not in this page", "{1} MB, niet in deze pagina"}};
    const samen__document *d = downloads->document;
    char id[32];
    samen__text name = samen__text_fixed(id, sizeof id);
    samen__text_format(&name, "file-%ld", (long)result);
    samen__text_add_string(html, "<tr><th scope=\"row\">");
    samen__html_element(html, "code", "id", id, d->result[result].file);
    samen__text_add_string(html, "</th><td>");
    add_title(d, result, html);
    samen__text_add_string(html, "</td><td class=\"number\">");
    samen__add_count(html, d->language, samen_table_rows(d->result[result].table));
    samen__text_add_string(html, "</td><td>");
    if (downloads->csv[result])
        add_button(downloads, result, id, &label, html);
    else
        add_elsewhere(downloads, result, &elsewhere, html);
    samen__text_add_string(html, "</td></tr>\n");
}

const char *samen__downloads_heading(uint32_t language) {
    static const samen__sentence heading = {{"All tables", "Alle tabellen"}};
    return samen__said(language, &heading);
}

static void add_list(const samen__downloads *downloads, samen__text *html) {
    static const samen__sentence above = {
        {"Every table of this report, whole: UTF-8, commas between columns, points in numbers.",
         "Elke tabel van dit rapport, volledig: UTF-8, komma's tussen kolommen, punten in "
         "getallen."}};
    static const samen__sentence headings[] = {
        {{"File", "Bestand"}}, {{"What", "Wat"}}, {{"Rows", "Rijen"}}, {{"CSV", "CSV"}}};
    uint32_t language = downloads->document->language;
    samen__text_add_string(html, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                                 "aria-labelledby=\"tables-above\">\n<table class=\"files\">\n");
    samen__text_add_string(html, "<caption id=\"tables-above\">");
    samen__html_element(html, "span", NULL, NULL, samen__said(language, &above));
    samen__text_add_string(html, "</caption>\n<thead><tr>");
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++) {
        samen__text_add_string(html, i == 2 ? "<th scope=\"col\" class=\"number\">"
                                            : "<th scope=\"col\">");
        samen__html_text(html, samen__said(language, &headings[i]));
        samen__text_add_string(html, "</th>");
    }
    samen__text_add_string(html, "</tr></thead>\n<tbody>\n");
    for (int64_t i = 0; i < downloads->document->results; i++)
        add_row(downloads, i, html);
    samen__text_add_string(html, "</tbody>\n</table>\n</div>\n");
}

/* How to have what is not in the page. */
static void add_way(const samen__downloads *downloads, samen__text *html) {
    static const samen__sentence way = {{"Tables above 1 MB are written by ",
                                         "Tabellen van meer dan 1 MB worden weggeschreven met "}};
    int64_t large = 0;
    for (int64_t i = 0; i < downloads->document->results; i++)
        large += !downloads->csv[i];
    if (large == 0)
        return;
    samen__text_add_string(html, "<p class=\"note\">");
    samen__text_add_string(html, samen__said(downloads->document->language, &way));
    samen__text_add_string(html, "<code>samen analyse DATASET --output FOLDER</code>.</p>\n");
}

/* As strings of JSON, which are data to a browser and no code. */
static void add_data(const samen__downloads *downloads, samen__text *html) {
    for (int64_t i = 0; i < downloads->document->results; i++) {
        if (!downloads->csv[i])
            continue;
        samen__text_format(html, "<script type=\"application/json\" id=\"csv-%ld\"", (long)i);
        samen__html_attribute(html, "data-file", downloads->document->result[i].file);
        samen__text_add_byte(html, '>');
        samen__html_json(html, downloads->csv[i], downloads->length[i]);
        samen__text_add_string(html, "</script>\n");
    }
}

void samen__downloads_list(const samen__downloads *downloads, samen__text *html) {
    samen__text_add_string(html, "<section id=\"" SAMEN__DOWNLOADS_ANCHOR "\">\n");
    samen__html_element(html, "h2", NULL, NULL,
                        samen__downloads_heading(downloads->document->language));
    samen__text_add_byte(html, '\n');
    add_list(downloads, html);
    add_way(downloads, html);
    add_data(downloads, html);
    samen__text_add_string(html, "</section>\n");
}
