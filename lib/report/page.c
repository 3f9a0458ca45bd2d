/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page as a whole: head, contents, parts in order. The same document gives the same bytes. */
#include "report/page.h"

#include <string.h>

#include "core/options.h"
#include "report/carried.h"
#include "report/downloads.h"
#include "report/graph.h"
#include "report/html.h"
#include "report/page_table.h"
#include "samen/draw.h"

typedef struct page {
    const samen__document *d;
    const samen_run *run;
    samen__downloads downloads;
    samen__text body;
    int32_t networks; /* that a reader takes apart */
    int32_t large;    /* one of them is */
} page;

/* ---- Pictures -------------------------------------------------------------------------------------------- */

/* The options of a picture with language and source; to be deleted. */
static samen_status complete_options(const samen__document *d, const samen__block *block,
                                     char **out, samen_error *err) {
    samen__text options = samen__text_growing();
    if (block->options && *block->options) {
        samen__text_add_string(&options, block->options);
        samen__text_add_string(&options, "; ");
    }
    samen__option_write(&options, "language", samen__language_code(d->language));
    if (d->source) {
        samen__text_add_string(&options, "; ");
        samen__option_write(&options, "source", d->source);
    }
    return samen__text_take(&options, out, NULL, err);
}

/* The line above a picture, which names the box that a narrow screen scrolls. */
static void add_figure_caption(page *p, const samen__block *block, const char *id) {
    static const samen__sentence picture = {{"Picture", "Tekening"}};
    samen__text_add_string(&p->body, "<figcaption");
    samen__html_attribute(&p->body, "id", id);
    samen__text_add_byte(&p->body, '>');
    samen__html_line(&p->body, block->text ? block->text : samen__said(p->d->language, &picture));
    samen__text_add_string(&p->body, "</figcaption>\n");
}

static void open_scroll(page *p, const char *classes, const char *labelled_by) {
    samen__text_add_string(&p->body, "<div");
    samen__html_attribute(&p->body, "class", classes);
    samen__text_add_string(&p->body, " role=\"region\" tabindex=\"0\"");
    samen__html_attribute(&p->body, "aria-labelledby", labelled_by);
    samen__text_add_string(&p->body, ">\n");
}

static samen_status add_picture(page *p, int64_t number, const char *options, samen_error *err) {
    const samen__block *block = &p->d->block[number];
    char id[32], *svg = NULL;
    int64_t length = 0;
    samen__text name = samen__text_fixed(id, sizeof id);
    samen__text_format(&name, "picture-%ld", (long)number);
    samen_status status = samen_draw(block->view ? block->view : p->d->view, block->picture,
                                     options, p->run, &svg, &length, err);
    if (status != SAMEN_OK)
        return status;
    samen__text_add_string(&p->body, "<figure>\n");
    add_figure_caption(p, block, id);
    open_scroll(p, "scroll", id);
    samen__text_add(&p->body, svg, length);
    samen__text_add_string(&p->body, "</div>\n</figure>\n");
    samen__delete(svg);
    return SAMEN_OK;
}

/* The picture that stands still, and the data of the one that a script makes of it. A browser that runs scripts does not
 * take a large picture apart before somebody prints it: that would take longer than all else. */
static samen_status add_network(page *p, int64_t number, const char *options, samen_error *err) {
    samen__graph graph;
    samen_status status = samen__graph_make(p->d, options, p->run, &graph, err);
    if (status != SAMEN_OK)
        return status;
    samen__text_format(&p->body, "<figure class=\"%s\" id=\"network\">\n",
                       graph.large ? "network large" : "network");
    add_figure_caption(p, &p->d->block[number], "network-line");
    open_scroll(p, "scroll still", "network-line");
    samen__text_add_string(&p->body, graph.large ? "<noscript>" : "");
    samen__text_add(&p->body, graph.picture, graph.picture_length);
    samen__text_add_string(&p->body, graph.large ? "</noscript>" : "");
    samen__text_add_string(&p->body,
                           "</div>\n<script type=\"application/json\" id=\"network-data\">");
    samen__text_add(&p->body, graph.data, graph.data_length);
    samen__text_add_string(&p->body, "</script>\n</figure>\n");
    p->networks++;
    p->large |= graph.large;
    samen__graph_free(&graph);
    return SAMEN_OK;
}

static samen_status add_drawn(page *p, int64_t number, samen_error *err) {
    const samen__block *block = &p->d->block[number];
    char *options = NULL;
    samen_status status = complete_options(p->d, block, &options, err);
    if (status == SAMEN_OK)
        status = block->kind == SAMEN__BLOCK_NETWORK ? add_network(p, number, options, err)
                                                     : add_picture(p, number, options, err);
    samen__delete(options);
    return status;
}

/* ---- Parts ----------------------------------------------------------------------------------------------- */

static const char *anchor_of(samen__part_kind kind) {
    static const char *const anchors[SAMEN__PART_KINDS] = {[SAMEN__PART_HEADLINE] = "headline",
                                                           [SAMEN__PART_READ] = "read",
                                                           [SAMEN__PART_RESPONSE] = "response",
                                                           [SAMEN__PART_NETWORK] = "whole",
                                                           [SAMEN__PART_FORMS] = "forms",
                                                           [SAMEN__PART_WAVES] = "waves",
                                                           [SAMEN__PART_COHESION] = "cohesion",
                                                           [SAMEN__PART_BROKERS] = "brokers",
                                                           [SAMEN__PART_ROLES] = "roles",
                                                           [SAMEN__PART_CUTPOINTS] = "cutpoints",
                                                           [SAMEN__PART_PARTNERSHIPS] =
                                                               "partnerships",
                                                           [SAMEN__PART_MINDING] = "minding",
                                                           [SAMEN__PART_METHODS] = "methods"};
    return anchors[kind];
}

/* The element that holds those of a kind that follow each other, or NULL. */
static const char *list_of(samen__block_kind kind) {
    return kind == SAMEN__BLOCK_ITEM ? "ul" : kind == SAMEN__BLOCK_TERM ? "dl" : NULL;
}

static void add_sentences(page *p, const samen__block *block) {
    static const char *const around[][2] = {[SAMEN__BLOCK_LEAD] = {"<p class=\"lead\">", "</p>\n"},
                                            [SAMEN__BLOCK_PARAGRAPH] = {"<p>", "</p>\n"},
                                            [SAMEN__BLOCK_ITEM] = {"<li>", "</li>\n"},
                                            [SAMEN__BLOCK_TERM] = {"<dd>", "</dd>\n"}};
    if (block->kind == SAMEN__BLOCK_TERM)
        samen__html_element(&p->body, "dt", NULL, NULL, block->term);
    samen__text_add_string(&p->body, around[block->kind][0]);
    samen__html_text_with_links(&p->body, block->text ? block->text : "");
    samen__text_add_string(&p->body, around[block->kind][1]);
}

static samen_status add_table(page *p, int64_t number, samen_error *err) {
    static const samen__sentence folded = {{"In numbers", "In getallen"}};
    int behind = p->d->block[number].behind;
    if (behind) {
        samen__text_add_string(&p->body, "<details class=\"behind\">\n");
        samen__html_element(&p->body, "summary", NULL, NULL, samen__said(p->d->language, &folded));
        samen__text_add_byte(&p->body, '\n');
    }
    samen_status status = samen__page_table(&p->downloads, number, &p->body, err);
    samen__text_add_string(&p->body, behind ? "</details>\n" : "");
    return status;
}

static samen_status add_block(page *p, int64_t number, samen_error *err) {
    const samen__block *block = &p->d->block[number];
    switch (block->kind) {
    case SAMEN__BLOCK_TABLE: return add_table(p, number, err);
    case SAMEN__BLOCK_PICTURE:
    case SAMEN__BLOCK_NETWORK: return add_drawn(p, number, err);
    default: add_sentences(p, block); return SAMEN_OK;
    }
}

static samen_status add_part(page *p, const samen__part *part, samen_error *err) {
    samen_status status = SAMEN_OK;
    int64_t end = part->first + part->count;
    samen__text_format(&p->body, "<section id=\"%s\">\n", anchor_of(part->kind));
    samen__html_element(&p->body, "h2", NULL, NULL, part->heading);
    samen__text_add_byte(&p->body, '\n');
    for (int64_t i = part->first; status == SAMEN_OK && i < end; i++) {
        samen__block_kind kind = p->d->block[i].kind;
        const char *list = list_of(kind);
        if (list && (i == part->first || p->d->block[i - 1].kind != kind))
            samen__text_format(&p->body, "<%s>\n", list);
        status = add_block(p, i, err);
        if (list && (i + 1 == end || p->d->block[i + 1].kind != kind))
            samen__text_format(&p->body, "</%s>\n", list);
    }
    samen__text_add_string(&p->body, "</section>\n");
    return status;
}

/* ---- Around them ----------------------------------------------------------------------------------------- */

static const char *title_of(const samen__document *d) {
    static const samen__sentence title = {{"Who works with whom", "Wie werkt met wie samen"}};
    return d->title && *d->title ? d->title : samen__said(d->language, &title);
}

static void add_place(samen__text *html, const char *anchor, const char *heading) {
    samen__text_format(html, "<li><a href=\"#%s\">", anchor);
    samen__html_text(html, heading);
    samen__text_add_string(html, "</a></li>\n");
}

static void add_contents(const samen__document *d, samen__text *html) {
    static const samen__sentence contents = {{"Contents", "Inhoud"}};
    samen__text_add_string(html, "<nav");
    samen__html_attribute(html, "aria-label", samen__said(d->language, &contents));
    samen__text_add_string(html, ">\n<ol>\n");
    for (int64_t i = 0; i < d->parts; i++)
        add_place(html, anchor_of(d->part[i].kind), d->part[i].heading);
    if (d->results > 0)
        add_place(html, SAMEN__DOWNLOADS_ANCHOR, samen__downloads_heading(d->language));
    samen__text_add_string(html, "</ol>\n</nav>\n");
}

static void add_top(const samen__document *d, samen__text *html) {
    static const samen__sentence skip = {{"To the report", "Naar het rapport"}};
    samen__text_add_string(html, "<body>\n<a class=\"skip\" href=\"#main\">");
    samen__html_text(html, samen__said(d->language, &skip));
    samen__text_add_string(html, "</a>\n<header>\n");
    samen__html_element(html, "h1", NULL, NULL, title_of(d));
    samen__text_add_byte(html, '\n');
    if (d->source)
        samen__html_element(html, "p", "class", "source", d->source);
    samen__text_add_string(html, "</header>\n");
    add_contents(d, html);
    samen__text_add_string(html, "<main id=\"main\">\n");
}

static void add_bottom(const samen__document *d, const samen__carried *c, samen__text *html) {
    static const samen__sentence made = {
        {"Made by samen {1} with igraph {2}. This page is one file: it asks nothing of the network.",
         "Gemaakt door samen {1} met igraph {2}. Deze pagina is \xC3\xA9\xC3\xA9n bestand: ze vraagt "
         "niets aan het internet."}};
    samen__value versions[] = {samen__say_text(samen_version()),
                               samen__say_text(samen_version_igraph())};
    samen__text_add_string(html, "</main>\n<footer>\n<p>");
    samen__say(html, d->language, &made, versions);
    samen__text_add_string(html, "</p>\n");
    samen__carried_licences(c, d->language, html);
    samen__text_add_string(html, "</footer>\n");
}

static void add_head(const samen__document *d, const samen__carried *c, samen__text *html) {
    samen__text_add_string(html, "<!DOCTYPE html>\n<html");
    samen__html_attribute(html, "lang", samen__language_code(d->language));
    samen__text_add_string(html, ">\n<head>\n<meta charset=\"utf-8\"/>\n");
    samen__carried_policy(c, html);
    samen__text_add_string(
        html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
              "<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"generator\"");
    samen__text_format(html, " content=\"samen %s\"/>\n", samen_version());
    samen__html_element(html, "title", NULL, NULL, title_of(d));
    samen__text_add_string(html, "\n<link rel=\"icon\" href=\"data:,\"/>\n");
    samen__carried_styles(c, html);
    samen__text_add_string(html, "</head>\n");
}

/* ---- The whole ------------------------------------------------------------------------------------------- */

/* The head says what may run, which depends on what is in the body. */
static samen_status assemble(const page *p, char **out, int64_t *length, samen_error *err) {
    samen__carried c = samen__carried_for(p->networks > 0, p->large);
    samen__text html = samen__text_growing();
    add_head(p->d, &c, &html);
    add_top(p->d, &html);
    samen__text_add(&html, p->body.bytes, p->body.length);
    add_bottom(p->d, &c, &html);
    samen__carried_scripts(&c, &html);
    samen__text_add_string(&html, "</body>\n</html>\n");
    html.failed |= p->body.failed;
    return samen__text_take(&html, out, length, err);
}

samen_status samen__report_page(const samen__document *d, const samen_run *run, char **out,
                                int64_t *length, samen_error *err) {
    page p = {.d = d, .run = run, .body = samen__text_growing()};
    samen_status status = samen__downloads_start(&p.downloads, d, err);
    for (int64_t i = 0; status == SAMEN_OK && i < d->parts; i++)
        status = add_part(&p, &d->part[i], err);
    if (status == SAMEN_OK && d->results > 0)
        samen__downloads_list(&p.downloads, &p.body);
    if (status == SAMEN_OK)
        status = assemble(&p, out, length, err);
    samen__downloads_free(&p.downloads);
    samen__text_free(&p.body);
    return status;
}
