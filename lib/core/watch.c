/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A progress callback for callers that cannot be called back: what is told is written into memory that
 * they look at. */
#include <stddef.h>

#include "samen/core.h"

/* Each byte becomes visible after all that was written before it, so that who saw any of a report also sees
 * that one is being written, by the odd number of reports. */
static void write_words(char *to, const char *from, size_t size) {
    size_t i = 0;
    for (; from && from[i] && i + 1 < size; i++)
        __atomic_store_n(&to[i], from[i], __ATOMIC_RELEASE);
    while (i > 0 && ((unsigned char)from[i] & 0xC0) == 0x80)
        i--;
    __atomic_store_n(&to[i], '\0', __ATOMIC_RELEASE);
}

int32_t samen_watch_report(void *watch, double fraction, const char *what) {
    samen_watch *w = watch;
    if (!w)
        return 0;
    __atomic_add_fetch(&w->reports, 1, __ATOMIC_RELAXED);
    __atomic_store(&w->fraction, &fraction, __ATOMIC_RELEASE);
    write_words(w->what, what, sizeof w->what);
    __atomic_add_fetch(&w->reports, 1, __ATOMIC_RELEASE);
    return __atomic_load_n(&w->stop, __ATOMIC_ACQUIRE) != 0;
}
