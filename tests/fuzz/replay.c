/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives a fuzzer's inputs to it one by one, without the fuzzing: for the corpus as an ordinary test, and for
 * looking at a single input.
 *
 * Usage: PROGRAM FILE-OR-FOLDER... */
#define _GNU_SOURCE
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int passed, failed; /* inputs that were given, and those that could not be read */

static void replay_file(const char *path) {
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = NULL;
    size_t length = 0, capacity = 0;
    while (file && !feof(file) && !ferror(file)) {
        if (length == capacity) {
            capacity = 2 * capacity + 65536;
            uint8_t *larger = realloc(bytes, capacity);
            if (!larger)
                break;
            bytes = larger;
        }
        length += fread(bytes + length, 1, capacity - length, file);
    }
    int whole = file && feof(file);
    if (file)
        fclose(file);
    if (whole)
        LLVMFuzzerTestOneInput(bytes, length);
    else
        printf("FAILED: cannot read %s\n", path);
    passed += whole;
    failed += !whole;
    free(bytes);
}

static int by_name(const struct dirent **a, const struct dirent **b) {
    return alphasort(a, b);
}

static int is_input(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static void replay(const char *path) {
    struct stat about;
    struct dirent **entries = NULL;
    if (stat(path, &about) != 0 || !S_ISDIR(about.st_mode)) {
        replay_file(path);
        return;
    }
    int count = scandir(path, &entries, is_input, by_name);
    for (int i = 0; i < count; i++) {
        char inner[4096];
        snprintf(inner, sizeof inner, "%s/%s", path, entries[i]->d_name);
        printf("%s\n", inner);
        fflush(stdout);
        replay_file(inner);
        free(entries[i]);
    }
    free(entries);
}

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++)
        replay(argv[i]);
    printf("%d passed, %d failed\n", passed, failed);
    return passed > 0 && failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
