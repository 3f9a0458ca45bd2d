/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Based on: RFC 1952 (gzip), unpacked by zlib member by member. */
#include "io/stream.h"

#include <string.h>

#include "core/error.h"
#include "core/memory.h"

enum { HELD = 1 << 16, SMALLEST_JUDGED = 1 << 16, MOST_AT_ONCE = 1 << 30 };

static voidpf take(voidpf opaque, uInt items, uInt size) {
    (void)opaque;
    return samen__new_raw(items, size, NULL);
}

static void give(voidpf opaque, voidpf block) {
    (void)opaque;
    samen__delete(block);
}

static samen_status fail_packed(const samen__stream *stream, samen_error *err) {
    return samen__fail(err, SAMEN_ERR_SYNTAX,
                       "%s is damaged: it starts as gzip and cannot be unpacked",
                       stream->file.path);
}

static samen_status hold_more(samen__stream *stream, samen_error *err) {
    stream->held_from = 0;
    return samen__file_read(&stream->file, stream->held, HELD, &stream->held_to, err);
}

static samen_status start_unpacking(samen__stream *stream, samen_error *err) {
    stream->unpacker = samen__new(1, sizeof *stream->unpacker, err);
    if (!stream->unpacker)
        return SAMEN_ERR_MEMORY;
    stream->unpacker->zalloc = take;
    stream->unpacker->zfree = give;
    stream->is_packed = inflateInit2(stream->unpacker, 15 + 16) == Z_OK;
    return stream->is_packed ? SAMEN_OK : samen__fail_memory(err);
}

samen_status samen__stream_open(samen__stream *stream, const char *path,
                                const samen_io_read_options *limits, samen_error *err) {
    *stream = (samen__stream){.limits = limits};
    samen_status status = samen__file_open(&stream->file, path, limits->max_bytes, err);
    if (status != SAMEN_OK)
        return status;
    stream->held = samen__new_raw(HELD, 1, err);
    status = stream->held ? hold_more(stream, err) : SAMEN_ERR_MEMORY;
    if (status == SAMEN_OK && stream->held_to >= 2 && memcmp(stream->held, "\x1F\x8B", 2) == 0)
        status = start_unpacking(stream, err);
    if (status != SAMEN_OK)
        samen__stream_close(stream);
    return status;
}

void samen__stream_close(samen__stream *stream) {
    if (stream->is_packed)
        inflateEnd(stream->unpacker);
    samen__delete(stream->unpacker);
    samen__file_close(&stream->file);
    samen__delete(stream->held);
    *stream = (samen__stream){0};
}

static samen_status check_growth(const samen__stream *stream, samen_error *err) {
    const samen_io_read_options *limits = stream->limits;
    if (stream->made > limits->max_bytes)
        return samen__fail(err, SAMEN_ERR_LIMIT,
                           "%s unpacks to more than %ld bytes, the limit set for this reading",
                           stream->file.path, (long)limits->max_bytes);
    if (stream->made > SMALLEST_JUDGED && stream->made / limits->max_ratio > stream->file.have)
        return samen__fail(err, SAMEN_ERR_LIMIT,
                           "%s unpacks to more than %ld times its size, the limit set for this "
                           "reading",
                           stream->file.path, (long)limits->max_ratio);
    return SAMEN_OK;
}

/* Unpack as much as fits, or as what is held gives. */
static samen_status unpack(samen__stream *stream, char *to, int64_t room, int64_t *got,
                           samen_error *err) {
    z_stream *z = stream->unpacker;
    uInt most = room < MOST_AT_ONCE ? (uInt)room : MOST_AT_ONCE;
    z->next_in = (Bytef *)(stream->held + stream->held_from);
    z->avail_in = (uInt)(stream->held_to - stream->held_from);
    z->next_out = (Bytef *)to;
    z->avail_out = most;
    int result = inflate(z, Z_NO_FLUSH);
    stream->held_from = stream->held_to - (int64_t)z->avail_in;
    *got = (int64_t)(most - z->avail_out);
    stream->made += *got;
    if (result == Z_MEM_ERROR)
        return samen__fail_memory(err);
    if (result != Z_OK && result != Z_STREAM_END)
        return fail_packed(stream, err);
    samen_status status = check_growth(stream, err);
    if (status != SAMEN_OK || result != Z_STREAM_END)
        return status;
    /* Behind a member comes another one, or nothing. */
    if (stream->held_from == stream->held_to)
        status = hold_more(stream, err);
    stream->is_over = stream->held_to == 0;
    if (status == SAMEN_OK && !stream->is_over && inflateReset(z) != Z_OK)
        status = fail_packed(stream, err);
    return status;
}

static samen_status read_packed(samen__stream *stream, char *to, int64_t room, int64_t *got,
                                samen_error *err) {
    samen_status status = SAMEN_OK;
    while (status == SAMEN_OK && *got < room && !stream->is_over) {
        int64_t more = 0;
        if (stream->held_from == stream->held_to)
            status = hold_more(stream, err);
        if (status == SAMEN_OK && stream->held_to == 0)
            status = fail_packed(stream, err);
        if (status == SAMEN_OK)
            status = unpack(stream, to + *got, room - *got, &more, err);
        *got += more;
    }
    return status;
}

static samen_status read_plain(samen__stream *stream, char *to, int64_t room, int64_t *got,
                               samen_error *err) {
    int64_t held = stream->held_to - stream->held_from, more = 0;
    *got = held < room ? held : room;
    if (*got > 0)
        memcpy(to, stream->held + stream->held_from, (size_t)*got);
    stream->held_from += *got;
    samen_status status = samen__file_read(&stream->file, to + *got, room - *got, &more, err);
    *got += more;
    stream->made += *got;
    return status;
}

samen_status samen__stream_read(samen__stream *stream, char *to, int64_t room, int64_t *got,
                                samen_error *err) {
    *got = 0;
    return stream->is_packed ? read_packed(stream, to, room, got, err)
                             : read_plain(stream, to, room, got, err);
}
