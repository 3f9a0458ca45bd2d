/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which format a picture comes out. SVG is what every samen draws; PNG and PDF come from libsamen-draw, which is
 * there where samen was built with Cairo. */
#ifndef SAMEN_TOOL_PICTURE_H
#define SAMEN_TOOL_PICTURE_H

#include "arguments.h"

typedef enum picture_format { PICTURE_SVG, PICTURE_PNG, PICTURE_PDF } picture_format;

typedef struct picture {
    const samen_view *view;
    const char *kind, *options;
    picture_format format;
    long long dpi;    /* of PNG and PDF; 0: the library's own choice */
    const char *file; /* NULL: standard output */
    int overwrite;
} picture;

/* Take format and resolution off the command line; the format is by the ending of the file unless it is given. 0 on
 * success. */
int picture_take_format(arguments *args, picture *p);

/* The picture into its file, or *out to be handed to picture_free(). */
samen_status picture_draw(const picture *p, const samen_run *run, char **out, int64_t *length,
                          samen_error *error);
void picture_free(const picture *p, char *out);

/* Of with_cairo.c, or of without_cairo.c where there is none. */
int cairo_is_there(void);
samen_status cairo_draw(const picture *p, const samen_run *run, char **out, int64_t *length,
                        samen_error *error);
void cairo_free(char *out);

#endif
