/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: the HTML standard, section 4.12.1.3 (what may stand within a script element) and 13.1.2. */
#include "report/html.h"

#include <string.h>

#include "core/utf8.h"
#include "draw/svg.h"

#define DOI      "doi 10."
#define RESOLVER "https://doi.org/"

/* What XML reserves is what HTML reserves. */
void samen__html_text(samen__text *html, const char *text) {
    samen__svg_escape(html, text, (int64_t)strlen(text));
}

void samen__html_line(samen__text *html, const char *line) {
    int64_t length = (int64_t)strlen(line);
    while (length > 0 && (line[length - 1] == ':' || line[length - 1] == ' '))
        length--;
    samen__svg_escape(html, line, length);
}

/* A DOI ends at a blank, or at what parts it from the next word; it may have parentheses of its own. */
static int64_t length_of_doi(const char *doi) {
    int64_t length = 0, open = 0;
    for (; doi[length] && !strchr(" ;,\n", doi[length]); length++) {
        open += (doi[length] == '(') - (doi[length] == ')');
        if (open < 0)
            break;
    }
    return length > 0 && doi[length - 1] == '.' ? length - 1 : length;
}

void samen__html_text_with_links(samen__text *html, const char *text) {
    for (const char *found; (found = strstr(text, DOI));) {
        const char *doi = found + strlen("doi ");
        int64_t length = length_of_doi(doi);
        samen__svg_escape(html, text, doi - text);
        samen__text_add_string(html, "<a href=\"" RESOLVER);
        samen__svg_escape(html, doi, length);
        samen__text_add_string(html, "\">");
        samen__svg_escape(html, doi, length);
        samen__text_add_string(html, "</a>");
        text = doi + length;
    }
    samen__html_text(html, text);
}

void samen__html_attribute(samen__text *html, const char *name, const char *value) {
    samen__text_add_byte(html, ' ');
    samen__text_add_string(html, name);
    samen__text_add_string(html, "=\"");
    samen__html_text(html, value);
    samen__text_add_byte(html, '"');
}

void samen__html_element(samen__text *html, const char *name, const char *attribute,
                         const char *value, const char *text) {
    samen__text_add_byte(html, '<');
    samen__text_add_string(html, name);
    if (attribute)
        samen__html_attribute(html, attribute, value);
    samen__text_add_byte(html, '>');
    samen__html_text(html, text);
    samen__text_add_string(html, "</");
    samen__text_add_string(html, name);
    samen__text_add_byte(html, '>');
}

static void add_unit(samen__text *html, uint32_t unit) {
    static const char hex[] = "0123456789abcdef";
    samen__text_add_string(html, "\\u");
    for (int32_t shift = 12; shift >= 0; shift -= 4)
        samen__text_add_byte(html, hex[unit >> shift & 15]);
}

/* As one unit of UTF-16, or as two. */
static void add_character(samen__text *html, uint32_t character) {
    if (character < 0x10000) {
        add_unit(html, character);
        return;
    }
    add_unit(html, 0xD800 + ((character - 0x10000) >> 10));
    add_unit(html, 0xDC00 + (character & 0x3FF));
}

static int is_plain(uint32_t c) {
    return c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' &&
           !samen__utf8_is_invisible(c);
}

void samen__html_json(samen__text *html, const char *bytes, int64_t length) {
    samen__text_add_byte(html, '"');
    int64_t from = 0;
    for (int64_t at = 0; at < length;) {
        uint32_t character = 0xFFFD;
        int step = samen__utf8_decode(bytes + at, length - at, &character);
        int64_t next = at + (step ? step : 1);
        if (step == 0 || !is_plain(character)) {
            samen__text_add(html, bytes + from, at - from);
            if (character == '\n')
                samen__text_add_string(html, "\\n");
            else if (character == '"')
                samen__text_add_string(html, "\\\"");
            else
                add_character(html, character);
            from = next;
        }
        at = next;
    }
    samen__text_add(html, bytes + from, length - from);
    samen__text_add_byte(html, '"');
}
