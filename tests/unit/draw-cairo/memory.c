/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every allocation of the library's own fails in turn: the call says so, hands nothing out, and keeps nothing (the
 * address sanitizer looks). The linker puts the two functions below in front of those of C. */
#include "build.h"
#include "samen/draw_cairo.h"

void *__real_realloc(void *block, size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void *__wrap_calloc(size_t count, size_t size);

static int countdown; /* 0: nothing fails; 1: the next does */

static int fails(void) {
    return countdown > 0 && --countdown == 0;
}

void *__wrap_realloc(void *block, size_t size) {
    return fails() ? NULL : __real_realloc(block, size);
}

void *__wrap_calloc(size_t count, size_t size) {
    return fails() ? NULL : __real_calloc(count, size);
}

TEST(every_failed_allocation_is_told) {
    samen_view *view = see(build("A-B B-C C>D"), "");
    for (uint32_t format = SAMEN_DRAW_CAIRO_PNG; format <= SAMEN_DRAW_CAIRO_PDF; format++) {
        const samen_draw_cairo_options output = {
            .struct_size = sizeof output, .format = format, .dpi = 100};
        int failed = 0;
        for (int point = 1;; point++) {
            uint8_t *out = NULL;
            int64_t length = 0;
            samen_error error = {0};
            countdown = point;
            samen_status status = samen_draw_cairo(view, "sociogram", "size=degree", &output, NULL,
                                                   &out, &length, &error);
            int reached = countdown == 0;
            countdown = 0;
            if (!reached) {
                ck_assert_int_eq(status, SAMEN_OK);
                samen_draw_cairo_free(out);
                break;
            }
            ck_assert_msg(status == SAMEN_ERR_MEMORY && error.code == SAMEN_ERR_MEMORY,
                          "allocation %d: %s: %s", point, samen_status_name(status), error.message);
            ck_assert_ptr_null(out);
            failed++;
        }
        ck_assert_int_ge(failed, 5); /* fonts of two weights, and a file of more than 16 KiB */
    }
    samen_view_free(view);
}
END

SUITE("memory of the second library", every_failed_allocation_is_told)
