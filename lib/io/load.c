/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: RFC 1952 (gzip), unpacked by zlib member by member, within the caller's limits. */
#include "io/load.h"

#include <zlib.h>

#include "core/error.h"
#include "core/file.h"
#include "core/memory.h"

enum { CHUNK = 1 << 20, SMALLEST_JUDGED = 1 << 16 };

static samen_status fail_packed(const char *path, samen_error *err) {
    return samen__fail(err, SAMEN_ERR_SYNTAX,
                       "%s is damaged: it starts as gzip and cannot be unpacked", path);
}

static voidpf take(voidpf opaque, uInt items, uInt size) {
    (void)opaque;
    return samen__new_raw(items, size, NULL);
}

static void give(voidpf opaque, voidpf block) {
    (void)opaque;
    samen__delete(block);
}

/* Unpack all members of `packed` into *out; the stream is open. */
static samen_status unpack(z_stream *stream, const char *path, const char *packed, int64_t length,
                           const samen_io_read_options *limits, char **out, int64_t *made,
                           samen_error *err) {
    int64_t capacity = 0, fed = 0;
    for (;;) {
        if (samen__grow((void **)out, &capacity, *made + CHUNK + 1, 1, err) != SAMEN_OK)
            return SAMEN_ERR_MEMORY;
        if (stream->avail_in == 0 && fed < length) {
            int64_t piece = length - fed < CHUNK ? length - fed : CHUNK;
            stream->next_in = (Bytef *)(uintptr_t)(packed + fed);
            stream->avail_in = (uInt)piece;
            fed += piece;
        }
        stream->next_out = (Bytef *)(*out + *made);
        stream->avail_out = CHUNK;
        int result = inflate(stream, Z_NO_FLUSH);
        *made += CHUNK - (int64_t)stream->avail_out;
        if (*made > limits->max_bytes)
            return samen__fail(err, SAMEN_ERR_LIMIT,
                               "%s unpacks to more than %ld bytes, the limit set for this reading",
                               path, (long)limits->max_bytes);
        if (*made > SMALLEST_JUDGED && *made / limits->max_ratio > fed)
            return samen__fail(err, SAMEN_ERR_LIMIT,
                               "%s unpacks to more than %ld times its size, the limit set for this "
                               "reading",
                               path, (long)limits->max_ratio);
        if (result == Z_MEM_ERROR)
            return samen__fail_memory(err);
        if (result == Z_STREAM_END) {
            if (stream->avail_in == 0 && fed == length)
                break;
            if (inflateReset(stream) != Z_OK)
                return fail_packed(path, err);
        } else if (result != Z_OK ||
                   (stream->avail_in == 0 && fed == length && stream->avail_out > 0)) {
            return fail_packed(path, err);
        }
    }
    (*out)[*made] = '\0';
    return SAMEN_OK;
}

samen_status samen__load(const char *path, const samen_io_read_options *limits, char **bytes,
                         int64_t *length, samen_error *err) {
    char *packed = NULL;
    int64_t packed_length = 0;
    samen_status status = samen__file_read(path, limits->max_bytes, &packed, &packed_length, err);
    if (status != SAMEN_OK)
        return status;
    if (packed_length < 2 || (unsigned char)packed[0] != 0x1F || (unsigned char)packed[1] != 0x8B) {
        *bytes = packed;
        *length = packed_length;
        return SAMEN_OK;
    }
    char *out = NULL;
    int64_t made = 0;
    z_stream stream = {.zalloc = take, .zfree = give};
    int opened = inflateInit2(&stream, 15 + 16);
    if (opened != Z_OK)
        status = samen__fail_memory(err);
    else
        status = unpack(&stream, path, packed, packed_length, limits, &out, &made, err);
    if (opened == Z_OK)
        inflateEnd(&stream);
    samen__delete(packed);
    if (status != SAMEN_OK) {
        samen__delete(out);
        return status;
    }
    *bytes = out;
    *length = made;
    return SAMEN_OK;
}
