/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing HTML that is well-formed XML too: one function for each place where a text can stand, so that no name of
 * the data can become a tag, an attribute or code. What cannot be seen is shown as \u{...}. */
#ifndef SAMEN_REPORT_HTML_H
#define SAMEN_REPORT_HTML_H

#include "core/text.h"

/* Between tags. */
void samen__html_text(samen__text *html, const char *text);

/* A line above a table or picture, without the colon that a text ends it with. */
void samen__html_line(samen__text *html, const char *line);

/* The same as samen__html_text; every DOI, as "doi 10.2307/270949", is a link. */
void samen__html_text_with_links(samen__text *html, const char *text);

/* A whole attribute, with a blank in front: ` title="..."`. The name is ours. */
void samen__html_attribute(samen__text *html, const char *name, const char *value);

/* <name attribute="value">text</name>, the attribute left out where it is NULL. */
void samen__html_element(samen__text *html, const char *name, const char *attribute,
                         const char *value, const char *text);

/* A string of JSON within a script element: neither the end of the element nor a comment can be in it, and it gives
 * back every character. */
void samen__html_json(samen__text *html, const char *bytes, int64_t length);

#endif
