/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 100 };

char *text_of(const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    char *text = length < 0 ? NULL : malloc((size_t)length + 1);
    if (!text)
        return NULL;
    va_start(list, format);
    vsnprintf(text, (size_t)length + 1, format, list);
    va_end(list);
    return text;
}

char *text_option(const char *name, const char *value) {
    char *text = malloc(strlen(name) + 2 * strlen(value) + 4);
    if (!text)
        return NULL;
    char *at = text + sprintf(text, "%s=\"", name);
    for (; *value; value++) {
        if (*value == '"')
            *at++ = '"';
        *at++ = *value;
    }
    strcpy(at, "\"");
    return text;
}

/* The character that starts at `text` and its length in bytes; a byte that starts none stands for itself. */
static int decode(const char *text, uint32_t *character) {
    const unsigned char *byte = (const unsigned char *)text;
    int length = byte[0] < 0x80             ? 1
                 : (byte[0] & 0xE0) == 0xC0 ? 2
                 : (byte[0] & 0xF0) == 0xE0 ? 3
                 : (byte[0] & 0xF8) == 0xF0 ? 4
                                            : 0;
    *character = byte[0];
    if (length <= 1)
        return length;
    uint32_t whole = byte[0] & (0x7Fu >> length);
    for (int i = 1; i < length; i++) {
        if ((byte[i] & 0xC0) != 0x80)
            return 0;
        whole = whole << 6 | (byte[i] & 0x3Fu);
    }
    *character = whole;
    return length;
}

/* Control characters, marks of direction, joiners and blanks without width, line and paragraph ends. */
static int is_harmful(uint32_t c) {
    static const uint32_t ranges[][2] = {{0, 0x1F},        {0x7F, 0x9F},      {0xAD, 0xAD},
                                         {0x61C, 0x61C},   {0x180E, 0x180E},  {0x200B, 0x200F},
                                         {0x2028, 0x202E}, {0x2060, 0x206F},  {0xFEFF, 0xFEFF},
                                         {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return 1;
    }
    return 0;
}

/* Print the character at `text` and return how many bytes it has. */
static int print_character(FILE *out, const char *text) {
    uint32_t character;
    int length = decode(text, &character);
    if (length == 0 || is_harmful(character))
        fprintf(out, "\\u{%x}", character);
    else
        fwrite(text, 1, (size_t)length, out);
    return length ? length : 1;
}

void text_print(FILE *out, const char *text) {
    while (*text)
        text += print_character(out, text);
}

/* How many characters a UTF-8 text has. */
static int text_width(const char *text) {
    int width = 0;
    for (; *text; text++)
        width += ((unsigned char)*text & 0xC0) != 0x80;
    return width;
}

void text_print_wrapped(FILE *out, const char *first, const char *text) {
    int indent = text_width(first), column = indent;
    fputs(first, out);
    while (*text) {
        size_t length = strcspn(text, " ");
        int width = 0;
        for (size_t i = 0; i < length; i++)
            width += ((unsigned char)text[i] & 0xC0) != 0x80;
        if (column > indent && column + 1 + width > COLUMNS) {
            fprintf(out, "\n%*s", indent, "");
            column = indent;
        } else if (column > indent) {
            fputc(' ', out);
            column++;
        }
        for (const char *end = text + length; text < end;)
            text += print_character(out, text);
        column += width;
        text += strspn(text, " ");
    }
    fputc('\n', out);
}

const char *text_plural(long long count, const char *one, const char *many) {
    return count == 1 ? one : many;
}
