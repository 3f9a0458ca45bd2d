/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to the host and that a call must leave as it found it, as a text to compare. */
#ifndef SAMEN_TESTS_SURROUNDINGS_H
#define SAMEN_TESTS_SURROUNDINGS_H

/* Open files, threads, current folder, umask, environment, locale, signals, timers, floating point. To be
 * given back with free(). */
char *surroundings(void);

/* From here on what is written to standard output and error counts as a fault; it goes to a file. */
void output_watch(void);

/* Give the output back, and tell how many bytes were written meanwhile. */
long output_end(void);

#endif
