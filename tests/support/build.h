/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks and views in one line. */
#ifndef SAMEN_TESTS_BUILD_H
#define SAMEN_TESTS_BUILD_H

#include "suite.h"

/* A network of the built-in typology from ties written as words: "A-B" is an undirected tie, "A>B" a
 * directed one, "A" alone an organisation, and what follows a colon is the form and what follows an
 * asterisk the weight: "A-B:action*2 B>C:consultation D". Without a form it is consultation. */
samen_network *build(const char *ties);

/* The same, with one text attribute of organisations: "A=GOV B=VOL". */
samen_network *build_grouped(const char *ties, const char *attribute, const char *groups);

/* A view by text options, which takes the network over. */
samen_view *see(samen_network *network, const char *options);

/* A measure by name and text options, on one thread. */
samen_table *measure(const samen_view *view, const char *name, const char *options);

#endif
