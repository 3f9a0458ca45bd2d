/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LEAST_DPI = 30, MOST_DPI = 2400 };

static const char *const names[] = {"svg", "png", "pdf"};

/* -1 where the word is none. */
static int format_named(const char *word) {
    for (int i = 0; i < 3; i++) {
        size_t at = 0;
        while (names[i][at] && (word[at] == names[i][at] || word[at] + 32 == names[i][at]))
            at++;
        if (!names[i][at] && !word[at])
            return i;
    }
    return -1;
}

/* What a name without an ending holds is SVG. */
static int format_of_file(const char *file, picture_format *format) {
    const char *slash = strrchr(file, '/'), *point = strrchr(slash ? slash : file, '.');
    int found = point ? format_named(point + 1) : PICTURE_SVG;
    if (found < 0)
        return complain_usage(
            "%s: its ending is of no format that is drawn here; give .svg, .png or "
            ".pdf, or say --format svg",
            file);
    *format = (picture_format)found;
    return 0;
}

static int find_format(const char *word, picture *p) {
    if (!word)
        return p->file ? format_of_file(p->file, &p->format) : 0;
    int found = format_named(word);
    if (found < 0)
        return complain_usage("there is no format \"%s\" of pictures; give svg, png or pdf", word);
    p->format = (picture_format)found;
    return 0;
}

int picture_take_format(arguments *args, picture *p) {
    int status = find_format(arguments_take(args, "format"), p);
    if (status == 0)
        status = arguments_take_number(args, "dpi", LEAST_DPI, MOST_DPI, &p->dpi);
    if (status == 0 && p->dpi != 0 && p->format == PICTURE_SVG)
        status = complain_usage("--dpi is for PNG and PDF; SVG has no dots");
    if (status == 0 && p->format != PICTURE_SVG && !p->file && isatty(STDOUT_FILENO))
        status = complain_usage("a %s is no text for a terminal; say -o FILE", names[p->format]);
    if (status != 0 || p->format == PICTURE_SVG || cairo_is_there())
        return status;
    fprintf(stderr, "samen: this samen was built without Cairo and draws SVG only; install "
                    "libcairo2-dev and build it anew, or give a file that ends in .svg\n");
    return EXIT_FAILED;
}

samen_status picture_draw(const picture *p, const samen_run *run, char **out, int64_t *length,
                          samen_error *error) {
    if (p->format != PICTURE_SVG)
        return cairo_draw(p, run, out, length, error);
    if (p->file)
        return samen_draw_write(p->view, p->kind, p->options, run, p->file, p->overwrite, error);
    return samen_draw(p->view, p->kind, p->options, run, out, length, error);
}

void picture_free(const picture *p, char *out) {
    if (p->format == PICTURE_SVG)
        samen_free(out);
    else
        cairo_free(out);
}
