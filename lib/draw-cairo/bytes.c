/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-cairo/bytes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LEAST_CAPACITY = 4096,
    FIRST_CHUNK_END = 33, /* of a PNG: eight bytes that tell it is one, and its header */
    CHUNK_HEAD = 8,       /* length and name */
    DENSITY = 9,
    CHUNK_TAIL = 4 /* checksum of name and content */
};

#define METRES_PER_INCH 0.0254

cairo_status_t samen__bytes_write(void *bytes, const unsigned char *more, unsigned int length) {
    samen__bytes *to = bytes;
    if (to->failed)
        return CAIRO_STATUS_NO_MEMORY;
    int64_t wanted = to->capacity > 0 ? to->capacity : LEAST_CAPACITY;
    while (wanted - to->length < length)
        wanted *= 2;
    if (wanted > to->capacity) {
        uint8_t *larger = realloc(to->byte, (size_t)wanted);
        if (!larger) {
            to->failed = 1;
            return CAIRO_STATUS_NO_MEMORY;
        }
        to->byte = larger;
        to->capacity = wanted;
    }
    memcpy(to->byte + to->length, more, length);
    to->length += length;
    return CAIRO_STATUS_SUCCESS;
}

static void put_number(uint8_t *to, uint32_t number) {
    for (int i = 0; i < 4; i++)
        to[i] = (uint8_t)(number >> (24 - 8 * i));
}

/* ISO 3309, bit by bit: there are 13 bytes. */
static uint32_t checksum(const uint8_t *byte, int length) {
    uint32_t sum = UINT32_MAX;
    for (int i = 0; i < length; i++) {
        sum ^= byte[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320u : 0);
    }
    return ~sum;
}

cairo_status_t samen__bytes_add_resolution(samen__bytes *png, uint32_t dpi) {
    uint8_t chunk[CHUNK_HEAD + DENSITY + CHUNK_TAIL] = {0, 0, 0, DENSITY, 'p', 'H', 'Y', 's'};
    uint32_t dots = (uint32_t)lround(dpi / METRES_PER_INCH);
    put_number(chunk + CHUNK_HEAD, dots);
    put_number(chunk + CHUNK_HEAD + 4, dots);
    chunk[CHUNK_HEAD + 8] = 1; /* in a metre */
    put_number(chunk + CHUNK_HEAD + DENSITY, checksum(chunk + 4, 4 + DENSITY));
    /* Room for it is made at the end, and what it stands before is moved there. */
    cairo_status_t status = samen__bytes_write(png, chunk, sizeof chunk);
    if (status != CAIRO_STATUS_SUCCESS)
        return status;
    uint8_t *place = png->byte + FIRST_CHUNK_END;
    memmove(place + sizeof chunk, place,
            (size_t)(png->length - (int64_t)sizeof chunk - FIRST_CHUNK_END));
    memcpy(place, chunk, sizeof chunk);
    return CAIRO_STATUS_SUCCESS;
}

void samen__bytes_free(samen__bytes *bytes) {
    free(bytes->byte);
    *bytes = (samen__bytes){0};
}
