/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every struct that tells its own size, as each older caller would hand it in: cut off behind each of its fields,
 * with garbage or nothing at all behind it. What it does not have counts as zero. And as a later caller would:
 * longer, which is fine as long as the rest is zero.
 *
 * The list of structs is made of samen.json, so that a new one without a call here fails. */
#include "struct_calls.h"
#include "structs.h"

#include <sys/mman.h>
#include <unistd.h>

typedef struct growing {
    const char *name;
    uint32_t size;
    uint32_t ends[32]; /* where each field ends, the first being struct_size */
    size_t fields;
} growing;

#define ROW(NAME, ...)                                                                             \
    {#NAME, sizeof(NAME), {__VA_ARGS__}, sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t)},
static const growing structs[] = {GROWING(ROW)};
enum { STRUCTS = sizeof structs / sizeof structs[0], LARGEST = 512 };

static const growing *struct_of(int trial) {
    for (size_t i = 0; i < STRUCTS; i++) {
        if (strcmp(structs[i].name, trials[trial].name) == 0)
            return &structs[i];
    }
    ck_abort_msg("%s is not in samen.json", trials[trial].name);
}

static char *outcome(int trial, const void *given) {
    char *text = NULL;
    size_t length = 0;
    FILE *told = open_memstream(&text, &length);
    ck_assert_ptr_nonnull(told);
    trials[trial].call(given, told);
    ck_assert_int_eq(fclose(told), 0);
    return text;
}

/* The first `bytes` of a trial's struct, which says that it has `claimed`. */
static void put(void *into, int trial, size_t bytes, uint32_t claimed) {
    memcpy(into, trials[trial].sample, bytes);
    memcpy(into, &claimed, sizeof claimed);
}

/* What comes of the first `bytes` when all others are zero. */
static char *expected(int trial, size_t bytes) {
    _Alignas(16) char given[LARGEST] = {0};
    put(given, trial, bytes, struct_of(trial)->size);
    return outcome(trial, given);
}

static void same(int trial, const void *given, size_t bytes, const char *words) {
    char *wanted = expected(trial, bytes), *got = outcome(trial, given);
    ck_assert_msg(strcmp(got, wanted) == 0, "%s of %zu bytes%s gives\n%.2000s, not\n%.2000s",
                  trials[trial].name, bytes, words, got, wanted);
    ck_assert_msg(bytes < trials[trial].needs || strncmp(got, "0 0 \n", 5) == 0,
                  "%s of %zu bytes%s: %.600s", trials[trial].name, bytes, words, got);
    free(wanted);
    free(got);
}

TEST(every_struct_that_tells_its_size_is_tried) {
    for (size_t i = 0; i < STRUCTS; i++) {
        int found = 0;
        for (int trial = 0; trial < TRIALS; trial++)
            found += struct_of(trial) == &structs[i];
        ck_assert_msg(found, "no call here takes a %s", structs[i].name);
        ck_assert_uint_eq(structs[i].ends[0], sizeof(uint32_t));
        ck_assert_uint_le(structs[i].size, LARGEST / 2);
    }
}
END

TEST(an_older_struct_is_as_if_its_later_fields_were_zero_whatever_lies_behind) {
    stage();
    for (int trial = 0; trial < TRIALS; trial++) {
        const growing *of = struct_of(trial);
        for (size_t field = 0; field < of->fields; field++) {
            _Alignas(16) char given[LARGEST];
            memset(given, 0xa5, sizeof given);
            put(given, trial, of->ends[field], of->ends[field]);
            same(trial, given, of->ends[field], " with garbage behind");
        }
    }
    leave();
}
END

/* The struct ends where the memory does: a byte read beyond it ends the test. */
TEST(nothing_behind_an_older_struct_is_read) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *memory = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ck_assert_ptr_ne(memory, MAP_FAILED);
    ck_assert_int_eq(mprotect(memory + page, page, PROT_NONE), 0);
    stage();
    for (int trial = 0; trial < TRIALS; trial++) {
        const growing *of = struct_of(trial);
        for (size_t field = 0; field < of->fields; field++) {
            char *given = memory + page - of->ends[field];
            put(given, trial, of->ends[field], of->ends[field]);
            same(trial, given, of->ends[field], " at the end of memory");
        }
    }
    leave();
    munmap(memory, 2 * page);
}
END

TEST(a_later_struct_is_taken_when_what_is_new_is_zero) {
    stage();
    for (int trial = 0; trial < TRIALS; trial++) {
        const growing *of = struct_of(trial);
        for (uint32_t more = 1; more <= 64; more = more < 8 ? 8 : more * 2) {
            _Alignas(16) char given[LARGEST];
            memset(given, 0xa5, sizeof given);
            memset(given, 0, of->size + more);
            put(given, trial, of->size, of->size + more);
            same(trial, given, of->size, " that says it is longer");
        }
    }
    leave();
}
END

TEST(a_later_struct_is_refused_when_it_asks_for_what_is_not_known) {
    char words[128];
    snprintf(words, sizeof words, " sets a field that this version (%s) does not know\n",
             samen_version());
    stage();
    for (int trial = 0; trial < TRIALS; trial++) {
        const growing *of = struct_of(trial);
        for (uint32_t at = of->size; at < of->size + 16; at++) {
            _Alignas(16) char given[LARGEST] = {0};
            put(given, trial, of->size, of->size + 16);
            given[at] = 1;
            char *got = outcome(trial, given);
            ck_assert_msg(atoi(got) == SAMEN_ERR_ARGUMENT && strstr(got, words) &&
                              strstr(got, of->name),
                          "%s with byte %u set: %.600s", of->name, at, got);
            free(got);
        }
    }
    leave();
}
END

TEST(a_size_that_cannot_be_is_refused) {
    static const uint32_t sizes[] = {0, 1, 3, 65537, UINT32_MAX};
    stage();
    for (int trial = 0; trial < TRIALS; trial++) {
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
            _Alignas(16) char given[LARGEST] = {0};
            put(given, trial, struct_of(trial)->size, sizes[i]);
            char *got = outcome(trial, given), words[96];
            snprintf(words, sizeof words,
                     "struct_size of the %s is %u; set it to sizeof the struct", trials[trial].name,
                     sizes[i]);
            ck_assert_msg(atoi(got) == SAMEN_ERR_ARGUMENT && strstr(got, words), "%s: %.600s",
                          words, got);
            free(got);
        }
    }
    leave();
}
END

SUITE("abi/older_structs", every_struct_that_tells_its_size_is_tried,
      an_older_struct_is_as_if_its_later_fields_were_zero_whatever_lies_behind,
      nothing_behind_an_older_struct_is_read, a_later_struct_is_taken_when_what_is_new_is_zero,
      a_later_struct_is_refused_when_it_asks_for_what_is_not_known,
      a_size_that_cannot_be_is_refused)
