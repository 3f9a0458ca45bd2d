/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/error.h"

#include <stdarg.h>
#include <string.h>

#include "core/text.h"

static void fill(samen_error *err, samen_status code, int32_t argument, int64_t row, int64_t column,
                 const char *format, va_list arguments) {
    if (!err)
        return;
    err->code = code;
    err->argument = argument;
    err->row = row;
    err->column = column;
    samen__text text = samen__text_fixed(err->message, sizeof err->message);
    samen__text_vformat(&text, format, arguments);
}

samen_status samen__fail(samen_error *err, samen_status code, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fill(err, code, 0, -1, -1, format, arguments);
    va_end(arguments);
    return code;
}

samen_status samen__fail_argument(samen_error *err, int32_t argument, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fill(err, SAMEN_ERR_ARGUMENT, argument, -1, -1, format, arguments);
    va_end(arguments);
    return SAMEN_ERR_ARGUMENT;
}

samen_status samen__fail_cell(samen_error *err, samen_status code, int64_t row, int64_t column,
                              const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fill(err, code, 0, row, column, format, arguments);
    va_end(arguments);
    return code;
}

samen_status samen__fail_memory(samen_error *err) {
    return samen__fail(err, SAMEN_ERR_MEMORY, "memory ran out; nothing was changed");
}

samen_status samen__fail_path(samen_error *err, samen_status status, int32_t argument) {
    if (err && status <= SAMEN_ERR_IO && status >= SAMEN_ERR_EXISTS && err->argument == 0)
        err->argument = argument;
    return status;
}

samen_status samen__fail_as(samen_error *err, const samen_error *other) {
    if (err && err != other)
        *err = *other;
    return other->code;
}

const char *samen_status_name(samen_status status) {
    switch (status) {
    case SAMEN_OK: return "SAMEN_OK";
    case SAMEN_ERR_ARGUMENT: return "SAMEN_ERR_ARGUMENT";
    case SAMEN_ERR_MEMORY: return "SAMEN_ERR_MEMORY";
    case SAMEN_ERR_CANCELLED: return "SAMEN_ERR_CANCELLED";
    case SAMEN_ERR_LIMIT: return "SAMEN_ERR_LIMIT";
    case SAMEN_ERR_UNSUPPORTED: return "SAMEN_ERR_UNSUPPORTED";
    case SAMEN_ERR_SYNTAX: return "SAMEN_ERR_SYNTAX";
    case SAMEN_ERR_VALUE: return "SAMEN_ERR_VALUE";
    case SAMEN_ERR_UNKNOWN: return "SAMEN_ERR_UNKNOWN";
    case SAMEN_ERR_DUPLICATE: return "SAMEN_ERR_DUPLICATE";
    case SAMEN_ERR_MISSING: return "SAMEN_ERR_MISSING";
    case SAMEN_ERR_IO: return "SAMEN_ERR_IO";
    case SAMEN_ERR_NOT_FOUND: return "SAMEN_ERR_NOT_FOUND";
    case SAMEN_ERR_PERMISSION: return "SAMEN_ERR_PERMISSION";
    case SAMEN_ERR_EXISTS: return "SAMEN_ERR_EXISTS";
    case SAMEN_ERR_ENGINE: return "SAMEN_ERR_ENGINE";
    default: return "unknown";
    }
}
