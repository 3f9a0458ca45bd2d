/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/load.h"

#include <string.h>

#include "core/memory.h"
#include "core/text.h"
#include "io/stream.h"

enum { PIECE = 1 << 20 };

samen_status samen__load(const char *path, const samen_io_read_options *limits, samen__run *run,
                         char **bytes, int64_t *length, samen_error *err) {
    const char *slash = strrchr(path, '/');
    char what[64];
    samen__text words = samen__text_fixed(what, sizeof what);
    samen__text_format(&words, "reading %s", slash ? slash + 1 : path);
    samen__stream stream;
    char *block = NULL;
    int64_t capacity = 0, made = 0, got = PIECE;
    samen_status status = samen__stream_open(&stream, path, limits, err);
    if (status == SAMEN_OK && !stream.is_packed)
        status = samen__grow((void **)&block, &capacity, stream.file.size + PIECE + 1, 1, err);
    while (status == SAMEN_OK && got == PIECE) {
        status = samen__grow((void **)&block, &capacity, made + PIECE + 1, 1, err);
        if (status == SAMEN_OK)
            status = samen__stream_read(&stream, block + made, PIECE, &got, err);
        if (status == SAMEN_OK)
            status = samen__run_tell(run, 0.0, what, err);
        made += got;
    }
    samen__stream_close(&stream);
    if (status != SAMEN_OK) {
        samen__delete(block);
        return status;
    }
    block[made] = '\0';
    *bytes = block;
    *length = made;
    return SAMEN_OK;
}
