/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/carried.h"

#include <string.h>

#include "core/base64.h"
#include "core/sha256.h"
#include "draw/svg.h"
#include "report/say.h"

static void carry_library(samen__carried *c, const samen__vendored *library) {
    c->vendored[c->libraries++] = library;
    c->script[c->scripts++] = &library->script;
}

samen__carried samen__carried_for(int32_t has_network, int32_t is_large) {
    samen__carried c = {
        .style = {&samen__page_css}, .script = {&samen__page_js}, .styles = 1, .scripts = 1};
    if (has_network) {
        c.style[c.styles++] = &samen__network_css;
        if (is_large) {
            carry_library(&c, &samen__vendor_graphology);
            carry_library(&c, &samen__vendor_sigma);
        } else {
            carry_library(&c, &samen__vendor_cytoscape);
        }
        c.script[c.scripts++] = &samen__network_js;
    }
    return c;
}

static void add_hashes(const samen__asset *const asset[], int32_t count, samen__text *html) {
    for (int32_t i = 0; i < count; i++) {
        uint8_t digest[SAMEN__SHA256_BYTES];
        samen__sha256 sum = samen__sha256_start();
        samen__sha256_add(&sum, asset[i]->bytes, asset[i]->length);
        samen__sha256_finish(&sum, digest);
        samen__text_add_string(html, " 'sha256-");
        samen__base64_add(html, digest, sizeof digest);
        samen__text_add_byte(html, '\'');
    }
}

void samen__carried_policy(const samen__carried *c, samen__text *html) {
    samen__text_add_string(html, "<meta http-equiv=\"Content-Security-Policy\" "
                                 "content=\"default-src 'none'; script-src");
    add_hashes(c->script, c->scripts, html);
    samen__text_add_string(html, "; style-src");
    add_hashes(c->style, c->styles, html);
    samen__text_add_string(html,
                           "; img-src data: blob:; base-uri 'none'; form-action 'none'\"/>\n");
}

static void add_asset(const char *element, const samen__asset *asset, samen__text *html) {
    samen__text_format(html, asset->is_module ? "<%s type=\"module\">" : "<%s>", element);
    samen__text_add(html, asset->bytes, asset->length);
    samen__text_format(html, "</%s>\n", element);
}

void samen__carried_styles(const samen__carried *c, samen__text *html) {
    for (int32_t i = 0; i < c->styles; i++)
        add_asset("style", c->style[i], html);
}

void samen__carried_scripts(const samen__carried *c, samen__text *html) {
    for (int32_t i = 0; i < c->scripts; i++)
        add_asset("script", c->script[i], html);
}

static void add_lines(const samen__asset *text, samen__text *html) {
    for (int64_t at = 0; at < text->length;) {
        const char *line = text->bytes + at;
        const char *end = memchr(line, '\n', (size_t)(text->length - at));
        int64_t length = end ? end - line : text->length - at;
        samen__svg_escape(html, line, length);
        samen__text_add_byte(html, '\n');
        at += length + 1;
    }
}

void samen__carried_licences(const samen__carried *c, uint32_t language, samen__text *html) {
    static const samen__sentence drawn = {{"The network is drawn by {1} {2}; its licence",
                                           "Het netwerk wordt getekend door {1} {2}; de licentie"}};
    for (int32_t i = 0; i < c->libraries; i++) {
        const samen__vendored *library = c->vendored[i];
        samen__value words[] = {samen__say_text(library->name), samen__say_text(library->version)};
        samen__text_add_string(html, "<details>\n<summary>");
        samen__say(html, language, &drawn, words);
        samen__text_add_string(html, "</summary>\n<pre>");
        add_lines(&library->licence, html);
        samen__text_add_string(html, "</pre>\n</details>\n");
    }
}
