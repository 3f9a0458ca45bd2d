/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece is cut behind the last row that is whole. Without a quote in it that is the last line end; with
 * one, the piece is gone through from its beginning, by the rules of io/csv.c: a quote opens a cell only
 * at its beginning. Complexity: O(bytes). */
#include "io/pieces.h"

#include <string.h>

#include "core/error.h"
#include "core/memory.h"

static int is_end(char c) {
    return c == '\n' || c == '\r';
}

/* Behind the last line end that is certain; 0 when there is none. A carriage return at the very end may be
 * one half of a line end. */
static int64_t last_line_end(const char *bytes, int64_t length) {
    if (length > 0 && bytes[length - 1] == '\r')
        length--;
    while (length > 0 && !is_end(bytes[length - 1]))
        length--;
    return length;
}

/* Behind the quote that closes the cell whose opening quote is at `at`; -1 when it is not to be seen. */
static int64_t close_quote(const char *bytes, int64_t length, int64_t at) {
    for (at++; at < length; at++) {
        const char *quote = memchr(bytes + at, '"', (size_t)(length - at));
        if (!quote || quote + 1 == bytes + length)
            return -1;
        at = quote + 1 - bytes;
        if (bytes[at] != '"')
            return at;
    }
    return -1;
}

/* The same as last_line_end where cells may be in quotes. */
static int64_t last_row_end(const char *bytes, int64_t length, char separator) {
    int64_t last = 0, at = 0;
    int at_start = 1;
    while (at < length) {
        char c = bytes[at];
        if (at_start && c == '"') {
            at = close_quote(bytes, length, at);
            at_start = 0;
            if (at < 0)
                return last;
            continue;
        }
        at++;
        at_start = c == separator || is_end(c);
        if (c == '\r') {
            if (at == length)
                return last;
            at += bytes[at] == '\n';
        }
        if (is_end(c))
            last = at;
    }
    return last;
}

static int64_t find_cut(const samen__pieces *pieces, const samen__piece *piece) {
    if (memchr(piece->bytes, '"', (size_t)piece->length))
        return last_row_end(piece->bytes, piece->length, pieces->separator);
    return last_line_end(piece->bytes, piece->length);
}

static samen_status make_room(samen__piece *piece, int64_t room, samen_error *err) {
    return samen__grow((void **)&piece->bytes, &piece->capacity, room + SAMEN__PIECE_ROOM, 1, err);
}

samen_status samen__pieces_open(samen__pieces *pieces, const char *path, int64_t size,
                                const samen_io_read_options *limits, samen_error *err) {
    *pieces = (samen__pieces){.size = size};
    return samen__stream_open(&pieces->stream, path, limits, err);
}

samen_status samen__pieces_return(samen__pieces *pieces, const char *bytes, int64_t length,
                                  samen_error *err) {
    samen__piece *left = &pieces->left;
    if (make_room(left, left->length + length, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    memmove(left->bytes + length, left->bytes, (size_t)left->length);
    memcpy(left->bytes, bytes, (size_t)length);
    left->length += length;
    return SAMEN_OK;
}

/* Read on from what is in the piece until a row ends in it, or the file does. */
static samen_status fill(samen__pieces *pieces, samen__piece *piece, int64_t *cut,
                         samen_error *err) {
    int64_t longest = pieces->stream.limits->max_line;
    *cut = 0;
    while (*cut == 0) {
        int64_t got = 0;
        if (make_room(piece, piece->length + pieces->size, err) != SAMEN_OK)
            return SAMEN_ERR_MEMORY;
        samen_status status = samen__stream_read(&pieces->stream, piece->bytes + piece->length,
                                                 pieces->size, &got, err);
        if (status != SAMEN_OK)
            return status;
        piece->length += got;
        pieces->is_over = got < pieces->size;
        *cut = pieces->is_over ? piece->length : find_cut(pieces, piece);
        if (*cut == 0 && piece->length > longest + 2)
            return samen__fail(err, SAMEN_ERR_LIMIT, "a row has more than %ld bytes",
                               (long)longest);
        if (pieces->is_over)
            break;
    }
    return SAMEN_OK;
}

samen_status samen__pieces_next(samen__pieces *pieces, samen__piece *piece, samen_error *err) {
    samen__piece *left = &pieces->left;
    int64_t cut = 0;
    piece->length = 0;
    if (make_room(piece, left->length, err) != SAMEN_OK)
        return SAMEN_ERR_MEMORY;
    if (left->length > 0)
        memcpy(piece->bytes, left->bytes, (size_t)left->length);
    piece->length = left->length;
    samen_status status = fill(pieces, piece, &cut, err);
    if (status != SAMEN_OK)
        return status;
    left->length = 0;
    status = samen__pieces_return(pieces, piece->bytes + cut, piece->length - cut, err);
    piece->length = cut;
    memset(piece->bytes + cut, 0, SAMEN__PIECE_ROOM);
    return status;
}

/* Bytes of the file, as it is on the disk, that were not given out yet. */
static int64_t left_on_disk(const samen__stream *stream) {
    int64_t held = stream->held_to - stream->held_from;
    return stream->file.size - (stream->file.have - held);
}

double samen__pieces_fraction(const samen__pieces *pieces) {
    const samen__stream *stream = &pieces->stream;
    int64_t rest = left_on_disk(stream) + (stream->is_packed ? 0 : pieces->left.length);
    if (rest <= 0 || stream->file.size == 0)
        return 1.0;
    return 1.0 - (double)rest / (double)stream->file.size;
}

int64_t samen__pieces_most(const samen__pieces *pieces) {
    const samen__stream *stream = &pieces->stream;
    if (pieces->is_over)
        return 1;
    return (stream->is_packed ? stream->limits->max_bytes : left_on_disk(stream)) / pieces->size +
           1;
}

void samen__pieces_close(samen__pieces *pieces) {
    samen__stream_close(&pieces->stream);
    samen__delete(pieces->left.bytes);
    pieces->left = (samen__piece){0};
}
