/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DuckDB in a process, spoken to by Arrow streams: a stream becomes a table, and the answer to a query is a
 * stream. Its library is loaded at run time; neither its header nor its linker flags are needed. */
#ifndef DUCK_H
#define DUCK_H

#include <samen/samen.h>

typedef struct duck duck;

/* Load the library and open a database in memory. NULL on failure, `message` filled. */
duck *duck_open(const char *library, char *message, int64_t size);
void duck_close(duck *d);

/* What went wrong in the last call that failed. */
const char *duck_error(const duck *d);

/* Make a stream a table of that name, in place of any other; the stream is released. Gives 1 on success. */
int duck_give(duck *d, const char *name, struct ArrowArrayStream *stream);

/* Ask, and get the answer as a stream, to be released; `out` may be NULL. Gives 1 on success. */
int duck_ask(duck *d, const char *sql, struct ArrowArrayStream *out);

#endif
