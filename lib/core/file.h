/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files: read within a limit, written aside and moved into place. */
#ifndef SAMEN_CORE_FILE_H
#define SAMEN_CORE_FILE_H

#include <stdint.h>

#include "samen/core.h"

/* A file that is being read. */
typedef struct samen__file {
    int descriptor;
    int is_regular;
    const char *path; /* the caller's */
    int64_t limit;    /* it may not have more bytes */
    int64_t size;     /* as the system tells beforehand; 0 of a pipe or device */
    int64_t have;     /* bytes read so far */
} samen__file;

samen_status samen__file_open(samen__file *file, const char *path, int64_t limit, samen_error *err);

/* The next bytes; fewer than there is room for only at the end. */
samen_status samen__file_read(samen__file *file, char *to, int64_t room, int64_t *got,
                              samen_error *err);

/* Also of one that was never opened. */
void samen__file_close(samen__file *file);

/* 1 when something is at the path, 0 when not. */
int samen__file_exists(const char *path);

/* 1 when a plain file is at the path, which can be read more than once. */
int samen__file_is_regular(const char *path);

/* Write bytes to a new file beside `path`; *aside is its name, to be committed or discarded. */
samen_status samen__file_aside(const char *path, const char *bytes, int64_t length, char **aside,
                               samen_error *err);

/* What stands under the name aside after a file was placed. */
typedef enum samen__placed {
    SAMEN__NOT_PLACED,  /* the new file, still */
    SAMEN__PLACED,      /* nothing: nothing was there before */
    SAMEN__EXCHANGED,   /* the file that was there before */
    SAMEN__PLACED_FINAL /* nothing: the file before is gone, since the file system cannot exchange */
} samen__placed;

/* Move the file into place. Unless `replace`, something already there makes it fail. */
samen_status samen__file_place(const char *aside, const char *path, int32_t replace,
                               samen__placed *placed, samen_error *err);

/* Put things back as they were, as far as `placed` allows. */
void samen__file_unplace(const char *aside, const char *path, samen__placed placed);

/* Place, then delete what stands aside and the name; on failure nothing changed at `path`. */
samen_status samen__file_commit(char **aside, const char *path, int32_t replace, samen_error *err);

/* Write bytes into a file, all or none: aside, then committed. */
samen_status samen__file_write(const char *path, const char *bytes, int64_t length, int32_t replace,
                               samen_error *err);

/* Delete the file aside, if there is one, and the name. */
void samen__file_discard(char **aside);

/* A name beside `path` that nobody else is likely to use. */
char *samen__file_aside_name(const char *path, samen_error *err);

/* "folder/name" */
char *samen__file_join(const char *folder, const char *name, samen_error *err);

/* What a system error number means, in words that do not depend on the locale. */
samen_status samen__file_fail(samen_error *err, int number, const char *verb, const char *path);

#endif
