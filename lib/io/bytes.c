/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of anything, for those who make formats that the library does not know. */
#include "core/error.h"
#include "core/file.h"
#include "samen/io.h"

samen_status samen_io_write_bytes(const uint8_t *bytes, int64_t length, const char *path,
                                  int32_t overwrite, samen_error *err) {
    if (!bytes)
        return samen__fail_argument(err, 1, "bytes is NULL");
    if (length < 0)
        return samen__fail_argument(err, 2, "length is %ld; it cannot be below 0", (long)length);
    if (!path || !*path)
        return samen__fail_argument(err, 3, "path is NULL or empty");
    if (overwrite != 0 && overwrite != 1)
        return samen__fail_argument(err, 4, "overwrite must be 0 or 1");
    return samen__fail_path(
        err, samen__file_write(path, (const char *)bytes, length, overwrite, err), 3);
}
