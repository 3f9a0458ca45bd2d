/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door of the second library: arguments, versions, files, memory, and the same bytes always. */
#define _GNU_SOURCE
#include "samen/draw_cairo.h"

#include <pthread.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../draw/many_ties.h"
#include "../refuses.h"

#define KITE "A-B A-C B-C:action*3 C>D:ad-hoc*2 D>E E>D F"

enum { HOSTS = 8 };

typedef struct drawn {
    uint8_t *byte;
    int64_t length;
} drawn;

static drawn draw(const samen_view *view, uint32_t format, int32_t threads) {
    const samen_draw_cairo_options output = {
        .struct_size = sizeof output, .format = format, .dpi = 100};
    const samen_run run = {.struct_size = sizeof run, .threads = threads};
    drawn d = {0};
    OK(samen_draw_cairo(view, "sociogram", "size=degree", &output, &run, &d.byte, &d.length,
                        error));
    return d;
}

static int same(drawn a, drawn b) {
    return a.length == b.length && memcmp(a.byte, b.byte, (size_t)a.length) == 0;
}

/* ---- Arguments --------------------------------------------------------------------------------------- */

TEST(wrong_arguments_are_refused) {
    samen_view *view = see(build(KITE), "");
    const samen_run wrong = {.struct_size = 1};
    uint8_t *out = NULL;
    int64_t length = 0;
#define CALL(VIEW, KIND, OPTIONS, OUTPUT, RUN)                                                     \
    samen_draw_cairo(VIEW, KIND, OPTIONS, OUTPUT, RUN, &out, &length, error)
#define OUTPUT(...)                                                                                \
    (&(const samen_draw_cairo_options){.struct_size = sizeof(samen_draw_cairo_options),            \
                                       __VA_ARGS__})
    REFUSES(1, "view is NULL", CALL(NULL, "sociogram", NULL, NULL, NULL));
    REFUSES(2, "kind", CALL(view, NULL, NULL, NULL, NULL));
    REFUSES(3, "has no value", CALL(view, "sociogram", "size", NULL, NULL));
    REFUSES(4, "format is 3", CALL(view, "sociogram", NULL, OUTPUT(.format = 3), NULL));
    REFUSES(4, "dpi is 29", CALL(view, "sociogram", NULL, OUTPUT(.dpi = 29), NULL));
    REFUSES(4, "dpi is 2401", CALL(view, "sociogram", NULL, OUTPUT(.dpi = 2401), NULL));
    REFUSES(4, "overwrite", CALL(view, "sociogram", NULL, OUTPUT(.overwrite = 2), NULL));
    REFUSES(5, "struct_size", CALL(view, "sociogram", NULL, NULL, &wrong));
    REFUSES(6, "out is NULL",
            samen_draw_cairo(view, "sociogram", NULL, NULL, NULL, NULL, &length, error));
    REFUSES(7, "length is NULL",
            samen_draw_cairo(view, "sociogram", NULL, NULL, NULL, &out, NULL, error));
    REFUSES(6, "path", samen_draw_cairo_write(view, "sociogram", NULL, NULL, NULL, NULL, error));
    REFUSES(6, "path", samen_draw_cairo_write(view, "sociogram", NULL, NULL, NULL, "", error));
    REFUSES(
        4, "dpi is 1",
        samen_draw_cairo_write(view, "sociogram", NULL, OUTPUT(.dpi = 1), NULL, "x.png", error));
    FAILS(SAMEN_ERR_UNKNOWN, "there is no picture \"tree\"; the nearest is",
          CALL(view, "tree", NULL, NULL, NULL));
    ck_assert_ptr_null(out);
    samen_draw_cairo_free(NULL);
    samen_view_free(view);
}
END

TEST(a_struct_of_another_version_is_taken_where_it_says_nothing_new) {
    samen_view *view = see(build(KITE), "");
    uint8_t *out = NULL;
    int64_t length = 0;
    struct {
        samen_draw_cairo_options now;
        uint32_t later[2];
    } newer = {.now = {.struct_size = sizeof newer, .dpi = 50}};
    const uint32_t older[] = {2 * sizeof older[0], SAMEN_DRAW_CAIRO_PDF};
    const uint32_t sizes[] = {0, 3, 65537};
    OK(samen_draw_cairo(view, "sociogram", NULL, &newer.now, NULL, &out, &length, error));
    samen_draw_cairo_free(out);
    newer.later[1] = 1;
    REFUSES(4, "sets a field that this version",
            samen_draw_cairo(view, "sociogram", NULL, &newer.now, NULL, &out, &length, error));
    OK(samen_draw_cairo(view, "sociogram", NULL,
                        (const samen_draw_cairo_options *)(const void *)older, NULL, &out, &length,
                        error));
    ck_assert_int_eq(memcmp(out, "%PDF-", 5), 0);
    samen_draw_cairo_free(out);
    for (int i = 0; i < 3; i++)
        REFUSES(4, "set it to sizeof the struct",
                samen_draw_cairo(view, "sociogram", NULL,
                                 (const samen_draw_cairo_options *)(const void *)&sizes[i], NULL,
                                 &out, &length, error));
    samen_view_free(view);
}
END

static int32_t stop(void *payload, double fraction, const char *what) {
    (void)payload;
    (void)fraction;
    (void)what;
    return 1;
}

TEST(who_stops_the_drawing_is_told_so_and_what_libsamen_refuses_is_told_as_it_is) {
    samen_view *view = see(build(KITE), ""), *large = see_many(2000, 6000);
    uint8_t *out = NULL;
    int64_t length = 0;
    const samen_run run = {.struct_size = sizeof run, .on_progress = stop};
    FAILS(SAMEN_ERR_CANCELLED, "was stopped on request",
          CALL(large, "sociogram", "layout=stress", NULL, &run));
    FAILS(SAMEN_ERR_LIMIT, "give a smaller page or at most",
          samen_draw_cairo(view, "sociogram", "width=2000", OUTPUT(.dpi = 2400), NULL, &out,
                           &length, error));
    FAILS(SAMEN_ERR_LIMIT, "at most", /* before the layout, which takes long */
          CALL(large, "sociogram", "layout=stress; width=2000", OUTPUT(.dpi = 2400), NULL));
    REFUSES(3, "option height of sociogram is too small",
            CALL(view, "sociogram", "height=60; width=60; size=degree", NULL, NULL));
    ck_assert_ptr_null(out);
    samen_view_free(large);
    samen_view_free(view);
}
END

/* ---- Files ------------------------------------------------------------------------------------------- */

static drawn read_file(const char *path) {
    drawn d = {.byte = malloc(1 << 20)};
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    d.length = (int64_t)fread(d.byte, 1, 1 << 20, file);
    fclose(file);
    return d;
}

TEST(the_ending_says_the_format_and_a_file_is_not_lost_by_mistake) {
    static const struct {
        const char *name, *start;
        uint32_t format;
    } cases[] = {
        {"a.png", "\x89PNG", 0}, {"b.PDF", "%PDF-1", 0}, {"c.pdf", "\x89PNG", 1}, {"d", "%PDF", 2}};
    char *folder = make_folder(), path[512];
    samen_view *view = see(build(KITE), "");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        samen_draw_cairo_options output = *OUTPUT(.format = cases[i].format, .dpi = 50);
        snprintf(path, sizeof path, "%s/%s", folder, cases[i].name);
        OK(samen_draw_cairo_write(view, "sociogram", NULL, &output, NULL, path, error));
        drawn first = read_file(path);
        ck_assert_int_eq(memcmp(first.byte, cases[i].start, strlen(cases[i].start)), 0);
        FAILS(SAMEN_ERR_EXISTS, cases[i].name,
              samen_draw_cairo_write(view, "sociogram", NULL, &output, NULL, path, error));
        output.overwrite = 1;
        OK(samen_draw_cairo_write(view, "sociogram", "width=85", &output, NULL, path, error));
        drawn second = read_file(path);
        ck_assert(!same(first, second));
        free(first.byte);
        free(second.byte);
        unlink(path);
    }
    ck_assert_int_eq(rmdir(folder), 0); /* nothing was left aside */
    free(folder);
    samen_view_free(view);
}
END

TEST(a_file_that_cannot_be_written_is_told_with_its_reason) {
    samen_view *view = see(build(KITE), "");
    REFUSES(6, "path ends neither in .png nor in .pdf",
            samen_draw_cairo_write(view, "sociogram", NULL, NULL, NULL, "/tmp/x.jpg", error));
    FAILS(SAMEN_ERR_NOT_FOUND, "/tmp/nowhere-at-all/x.pdf",
          samen_draw_cairo_write(view, "sociogram", NULL, NULL, NULL, "/tmp/nowhere-at-all/x.pdf",
                                 error));
    FAILS(SAMEN_ERR_EXISTS, "/dev/null",
          samen_draw_cairo_write(view, "sociogram", NULL, OUTPUT(.format = 1, .overwrite = 1), NULL,
                                 "/dev/null", error));
    REFUSES(5, "samen_draw_cairo_write() of libsamen-draw",
            samen_draw_write(view, "sociogram", NULL, NULL, "/tmp/x.Png", 0, error));
    samen_view_free(view);
}
END

/* ---- The same bytes ---------------------------------------------------------------------------------- */

TEST(the_same_picture_has_the_same_bytes_on_any_number_of_threads) {
    samen_view *view = see(build(KITE), "");
    for (uint32_t format = SAMEN_DRAW_CAIRO_PNG; format <= SAMEN_DRAW_CAIRO_PDF; format++) {
        drawn one = draw(view, format, 1), two = draw(view, format, 1),
              four = draw(view, format, 4);
        ck_assert(same(one, two) && same(one, four));
        samen_draw_cairo_free(one.byte);
        samen_draw_cairo_free(two.byte);
        samen_draw_cairo_free(four.byte);
    }
    samen_view_free(view);
}
END

typedef struct host {
    const samen_view *view;
    drawn png, pdf;
} host;

static void *draw_in_thread(void *payload) {
    host *h = payload;
    for (int i = 0; i < 3; i++) {
        samen_draw_cairo_free(h->png.byte);
        samen_draw_cairo_free(h->pdf.byte);
        h->png = draw(h->view, SAMEN_DRAW_CAIRO_PNG, 1);
        h->pdf = draw(h->view, SAMEN_DRAW_CAIRO_PDF, 1);
    }
    return NULL;
}

TEST(eight_threads_draw_one_view_and_a_child_draws_it_afterwards) {
    samen_view *view = see(build(KITE), "");
    host hosts[HOSTS] = {0};
    pthread_t threads[HOSTS];
    for (int i = 0; i < HOSTS; i++) {
        hosts[i].view = view;
        ck_assert_int_eq(pthread_create(&threads[i], NULL, draw_in_thread, &hosts[i]), 0);
    }
    for (int i = 0; i < HOSTS; i++)
        pthread_join(threads[i], NULL);
    pid_t child = fork();
    if (child == 0) {
        drawn again = draw(view, SAMEN_DRAW_CAIRO_PDF, 2);
        _exit(same(again, hosts[0].pdf) ? 0 : 1);
    }
    int ended = 1;
    ck_assert_int_eq(waitpid(child, &ended, 0), child);
    ck_assert_int_eq(ended, 0);
    for (int i = 0; i < HOSTS; i++) {
        ck_assert(same(hosts[i].png, hosts[0].png) && same(hosts[i].pdf, hosts[0].pdf));
        if (i > 0) {
            samen_draw_cairo_free(hosts[i].png.byte);
            samen_draw_cairo_free(hosts[i].pdf.byte);
        }
    }
    samen_draw_cairo_free(hosts[0].png.byte);
    samen_draw_cairo_free(hosts[0].pdf.byte);
    samen_view_free(view);
}
END

SUITE("PNG and PDF", wrong_arguments_are_refused,
      a_struct_of_another_version_is_taken_where_it_says_nothing_new,
      who_stops_the_drawing_is_told_so_and_what_libsamen_refuses_is_told_as_it_is,
      the_ending_says_the_format_and_a_file_is_not_lost_by_mistake,
      a_file_that_cannot_be_written_is_told_with_its_reason,
      the_same_picture_has_the_same_bytes_on_any_number_of_threads,
      eight_threads_draw_one_view_and_a_child_draws_it_afterwards)
