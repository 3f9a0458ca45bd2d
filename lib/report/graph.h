/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The network of a document as data for the picture that a reader takes apart. */
#ifndef SAMEN_REPORT_GRAPH_H
#define SAMEN_REPORT_GRAPH_H

#include "report/document.h"

/* Add JSON to a text, safe inside a script element: organisations with their places, ties, forms and groups as the
 * sociogram with these options shows them. */
samen_status samen__graph_write(const samen__document *d, const char *options, const samen_run *run,
                                samen__text *text, samen_error *err);

#endif
