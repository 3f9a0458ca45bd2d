/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

int cairo_is_there(void) {
    return 0;
}

samen_status cairo_draw(const picture *p, const samen_run *run, char **out, int64_t *length,
                        samen_error *error) {
    (void)p, (void)run, (void)out, (void)length, (void)error;
    return SAMEN_ERR_UNSUPPORTED; /* nobody asks, since it is not there */
}

void cairo_free(char *out) {
    (void)out;
}
