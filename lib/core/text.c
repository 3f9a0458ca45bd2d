/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "core/memory.h"
#include "core/number.h"
#include "core/utf8.h"

samen__text samen__text_growing(void) {
    return (samen__text){0};
}

samen__text samen__text_fixed(char *bytes, int64_t capacity) {
    bytes[0] = '\0';
    return (samen__text){.bytes = bytes, .capacity = capacity, .fixed = 1};
}

/* The longest part of `bytes` that fits in `room` and ends with a whole character. */
static int64_t whole_characters(const char *bytes, int64_t length, int64_t room) {
    if (length <= room)
        return length;
    while (room > 0 && ((unsigned char)bytes[room] & 0xC0) == 0x80)
        room--;
    return room;
}

void samen__text_add(samen__text *text, const char *bytes, int64_t length) {
    if (text->failed || length <= 0)
        return;
    if (text->fixed) {
        int64_t room = text->capacity - 1 - text->length;
        int64_t fits = whole_characters(bytes, length, room);
        if (fits < length)
            text->failed = 1;
        length = fits;
    } else if (samen__grow((void **)&text->bytes, &text->capacity, text->length + length + 1, 1,
                           NULL) != SAMEN_OK) {
        text->failed = 1;
        return;
    }
    memcpy(text->bytes + text->length, bytes, (size_t)length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void samen__text_add_string(samen__text *text, const char *string) {
    samen__text_add(text, string, (int64_t)strlen(string));
}

void samen__text_add_byte(samen__text *text, char byte) {
    samen__text_add(text, &byte, 1);
}

void samen__text_add_repeated(samen__text *text, char byte, int64_t count) {
    for (int64_t i = 0; i < count; i++)
        samen__text_add(text, &byte, 1);
}

void samen__text_add_number(samen__text *text, double value) {
    char digits[SAMEN__NUMBER_SIZE];
    samen__number_format(value, digits);
    samen__text_add_string(text, digits);
}

static void add_unsigned(samen__text *text, uint64_t value) {
    char digits[24];
    int at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    samen__text_add(text, digits + at, (int64_t)sizeof digits - at);
}

static void add_signed(samen__text *text, int64_t value) {
    if (value < 0)
        samen__text_add_byte(text, '-');
    add_unsigned(text, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

static void add_escape(samen__text *text, uint32_t character) {
    static const char hex[] = "0123456789abcdef";
    char digits[8];
    int at = sizeof digits;
    do {
        digits[--at] = hex[character & 15];
        character >>= 4;
    } while (character);
    samen__text_add_string(text, "\\u{");
    samen__text_add(text, digits + at, (int64_t)sizeof digits - at);
    samen__text_add_byte(text, '}');
}

void samen__text_add_visible(samen__text *text, const char *bytes, int64_t length, int64_t most) {
    int64_t shown = 0;
    for (int64_t at = 0; at < length; shown++) {
        if (most > 0 && shown == most) {
            samen__text_add_string(text, "…");
            return;
        }
        uint32_t character = 0;
        int step = samen__utf8_decode(bytes + at, length - at, &character);
        if (step == 0)
            add_escape(text, (unsigned char)bytes[at]);
        else if (samen__utf8_is_invisible(character))
            add_escape(text, character);
        else
            samen__text_add(text, bytes + at, step);
        at += step ? step : 1;
    }
}

static void add_text(samen__text *text, const char *bytes, int64_t length) {
    if (text->raw)
        samen__text_add(text, bytes, length);
    else
        samen__text_add_visible(text, bytes, length, 0);
}

/* One directive of the format, the percent sign already read; returns the rest of the format. */
static const char *add_directive(samen__text *text, const char *format, va_list *arguments) {
    if (strncmp(format, ".*s", 3) == 0) {
        int length = va_arg(*arguments, int);
        add_text(text, va_arg(*arguments, const char *), length);
        return format + 3;
    }
    if (strncmp(format, "ld", 2) == 0) {
        add_signed(text, va_arg(*arguments, long));
        return format + 2;
    }
    if (strncmp(format, "lu", 2) == 0) {
        add_unsigned(text, va_arg(*arguments, unsigned long));
        return format + 2;
    }
    if (strncmp(format, "zu", 2) == 0) {
        add_unsigned(text, va_arg(*arguments, size_t));
        return format + 2;
    }
    switch (*format) {
    case 's': {
        const char *string = va_arg(*arguments, const char *);
        add_text(text, string, (int64_t)strlen(string));
        break;
    }
    case 'c': samen__text_add_byte(text, (char)va_arg(*arguments, int)); break;
    case 'd': add_signed(text, va_arg(*arguments, int)); break;
    case 'u': add_unsigned(text, va_arg(*arguments, unsigned)); break;
    case 'g': samen__text_add_number(text, va_arg(*arguments, double)); break;
    default: samen__text_add_byte(text, *format); break;
    }
    return format + 1;
}

void samen__text_vformat(samen__text *text, const char *format, va_list arguments) {
    va_list list;
    va_copy(list, arguments);
    while (*format) {
        const char *percent = strchr(format, '%');
        int64_t plain = percent ? percent - format : (int64_t)strlen(format);
        samen__text_add(text, format, plain);
        format += plain;
        if (*format == '%')
            format = add_directive(text, format + 1, &list);
    }
    va_end(list);
}

void samen__text_format(samen__text *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    samen__text_vformat(text, format, arguments);
    va_end(arguments);
}

const char *samen__plural(int64_t count, const char *one, const char *many) {
    return count == 1 ? one : many;
}

samen_status samen__text_take(samen__text *text, char **out, int64_t *length, samen_error *err) {
    if (!text->failed && !text->bytes) {
        text->bytes = samen__copy_text("", 0, NULL);
        text->failed = !text->bytes;
    }
    if (text->failed) {
        samen__text_free(text);
        return samen__fail_memory(err);
    }
    *out = text->bytes;
    if (length)
        *length = text->length;
    *text = samen__text_growing();
    return SAMEN_OK;
}

void samen__text_free(samen__text *text) {
    if (!text->fixed)
        samen__delete(text->bytes);
    *text = samen__text_growing();
}
