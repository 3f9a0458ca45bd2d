/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures as PDF, as the tools of Poppler read them: text that is text, fonts inside, a page in millimetres. */
#define _GNU_SOURCE
#include <unistd.h>

#include "../draw/many_ties.h"
#include "../draw/picture.h"
#include "samen/draw_cairo.h"

/* What a tool says of a PDF, to be freed; NULL, and a line that says so, where the tool is not here. */
static char *ask(const char *tool, const char *path, const char *behind) {
    char command[1024], *text = NULL;
    size_t room = 0;
    snprintf(command, sizeof command, "command -v %s > /dev/null", tool);
    if (system(command) != 0) {
        printf("skipped: there is no %s here\n", tool);
        return NULL;
    }
    snprintf(command, sizeof command, "%s %s %s 2>&1", tool, path, behind);
    FILE *said = popen(command, "r");
    ck_assert_ptr_nonnull(said);
    if (getdelim(&text, &room, 0, said) < 0)
        ck_abort_msg("%s says nothing", command);
    ck_assert_int_eq(pclose(said), 0);
    return text;
}

static char *path_of_new(const char *folder) {
    static char path[512];
    snprintf(path, sizeof path, "%s/picture.pdf", folder);
    return path;
}

static void write_pdf(const samen_view *view, const char *kind, const char *options,
                      const char *path) {
    OK(samen_draw_cairo_write(view, kind, options, NULL, NULL, path, error));
}

static samen_view *names(void) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    static const char *const name[] = {"Vzw Crèche Zoë", "Αθήνα", "Помощь",
                                       "Kind & Gezin (<Brussel>)"};
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < 4; i++) {
        OK(samen_builder_add_organisation(builder, (char[]){(char)('a' + i), 0}, name[i], NULL,
                                          error));
        if (i > 0)
            OK(samen_builder_add_tie(builder, "a", (char[]){(char)('a' + i), 0}, "action", 1, NULL,
                                     NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return see(network, "");
}

TEST(every_word_of_the_svg_is_text) {
    char *folder = make_folder(), *path = path_of_new(folder);
    samen_view *view = names();
    write_pdf(view, "sociogram", "size=degree; width=120", path);
    picture svg = draw_picture(view, "sociogram", "size=degree; width=120");
    char *text = ask("pdftotext", path, "-");
    for (int i = 0; text && i < svg.count; i++) {
        if (strcmp(svg.element[i].name, "text") == 0)
            ck_assert_msg(strstr(text, svg.element[i].text), "\"%s\" is not in: %s",
                          svg.element[i].text, text);
    }
    free(text);
    picture_free(&svg);
    remove_folder(folder);
}
END

/* What Cairo itself would refuse. */
TEST(a_name_or_title_that_is_no_good_text_stops_nothing) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    const samen_draw_cairo_options output = {.struct_size = sizeof output,
                                             .format = SAMEN_DRAW_CAIRO_PDF};
    uint8_t *out = NULL;
    int64_t length = 0;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "a", "\xEF\xB7\x90\xEF\xBF\xBF", NULL, error));
    OK(samen_builder_add_organisation(builder, "b", "\xCC\x81", NULL, error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    samen_view *view = see(network, "");
    OK(samen_draw_cairo(view, "sociogram", "title=\xEF\xBF\xBE; layout=circle", &output, NULL, &out,
                        &length, error));
    samen_draw_cairo_free(out);
    samen_view_free(view);
}
END

TEST(every_font_is_inside) {
    char *folder = make_folder(), *path = path_of_new(folder);
    samen_view *view = names();
    write_pdf(view, "sociogram", "", path);
    char *fonts = ask("pdffonts", path, "");
    int found = 0;
    /* Two lines of heading; in each further one "yes" for embedded, subset and Unicode stands before the number. */
    for (char *line = fonts ? strtok(fonts, "\n") : NULL; line; line = strtok(NULL, "\n")) {
        if (found++ >= 2)
            ck_assert_msg(strstr(line, "yes yes yes"), "not embedded: %s", line);
    }
    ck_assert(!fonts || found >= 4);
    free(fonts);
    samen_view_free(view);
    remove_folder(folder);
}
END

/* Otherwise two pictures would be alike within a second only. */
TEST(there_is_no_date_inside) {
    const samen_draw_cairo_options output = {.struct_size = sizeof output,
                                             .format = SAMEN_DRAW_CAIRO_PDF};
    samen_view *view = see(build("A-B"), "");
    uint8_t *out = NULL;
    int64_t length = 0;
    OK(samen_draw_cairo(view, "sociogram", NULL, &output, NULL, &out, &length, error));
    ck_assert_ptr_nonnull(memmem(out, (size_t)length, "/Producer", 9));
    ck_assert_ptr_null(memmem(out, (size_t)length, "Date", 4));
    samen_draw_cairo_free(out);
    samen_view_free(view);
}
END

TEST(the_page_has_its_millimetres_and_its_title) {
    char *folder = make_folder(), *path = path_of_new(folder);
    samen_view *view = see(build("A-B"), "");
    write_pdf(view, "sociogram", "width=170; height=120; title=Crèche", path);
    char *about = ask("pdfinfo", path, "");
    if (about) {
        double width = 0, height = 0;
        const char *size = strstr(about, "Page size:");
        ck_assert_ptr_nonnull(size);
        ck_assert_int_eq(sscanf(size, "Page size: %lf x %lf", &width, &height), 2);
        CLOSE(width, 170 / 25.4 * 72, 1e-5);
        CLOSE(height, 120 / 25.4 * 72, 1e-5);
        ck_assert_ptr_nonnull(strstr(about, "Title:           Crèche\n"));
        ck_assert_ptr_nonnull(strstr(about, "Subject:         2 organisations, 1 tie."));
        ck_assert_ptr_nonnull(strstr(about, "Creator:         samen "));
        ck_assert_ptr_nonnull(strstr(about, "Pages:           1\n"));
    }
    free(about);
    samen_view_free(view);
    remove_folder(folder);
}
END

TEST(more_lines_than_the_limit_become_an_image_and_all_else_stays) {
    static const struct {
        int ties, images;
    } cases[] = {{SAMEN_DRAW_CAIRO_MOST_LINES, 0}, {SAMEN_DRAW_CAIRO_MOST_LINES + 1, 1}};
    for (int i = 0; i < 2; i++) {
        char *folder = make_folder(), *path = path_of_new(folder), command[600];
        samen_view *view = see_many(400, cases[i].ties);
        write_pdf(view, "sociogram", "layout=circle", path);
        snprintf(command, sizeof command, "-list %s", path);
        char *images = ask("pdfimages", command, ""), *text = ask("pdftotext", path, "-");
        int found = 0;
        for (const char *at = images; at && (at = strstr(at, " rgb ")) != NULL; at++)
            found++;
        if (images)
            ck_assert_msg(found == cases[i].images, "%d images of %d ties", found, cases[i].ties);
        if (images && found)
            ck_assert_ptr_nonnull(strstr(images, "   300   300 "));
        if (text) {
            ck_assert_ptr_nonnull(strstr(text, "action network"));
            ck_assert_ptr_nonnull(strstr(text, "400 organisations"));
        }
        free(images);
        free(text);
        samen_view_free(view);
        remove_folder(folder);
    }
}
END

/* Oracle: a page that is drawn as an image is what it is as lines, as Poppler draws both: as many dark pixels, to a
 * few in a hundred. */
TEST(the_image_of_lines_looks_like_the_lines) {
    double dark[2] = {0};
    for (int i = 0; i < 2; i++) {
        char *folder = make_folder(), *path = path_of_new(folder), command[600];
        samen_view *view = see_many(400, SAMEN_DRAW_CAIRO_MOST_LINES + i);
        write_pdf(view, "sociogram", "layout=circle; labels=none", path);
        snprintf(command, sizeof command, "-r 50 -gray %s", path);
        char *image = ask("pdftoppm", command, " | tail -c +16 | od -An -v -tu1 -w1");
        for (char *line = image ? strtok(image, "\n") : NULL; line; line = strtok(NULL, "\n"))
            dark[i] += 255 - atoi(line);
        free(image);
        samen_view_free(view);
        remove_folder(folder);
    }
    CLOSE(dark[0], dark[1], 0.03);
}
END

SUITE("PDF", every_word_of_the_svg_is_text, a_name_or_title_that_is_no_good_text_stops_nothing,
      every_font_is_inside, there_is_no_date_inside, the_page_has_its_millimetres_and_its_title,
      more_lines_than_the_limit_become_an_image_and_all_else_stays,
      the_image_of_lines_looks_like_the_lines)
