/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "core/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/text.h"

/* A name aside keeps so much of the name it stands for; with what is added it fits any file system. */
enum { LONGEST_ASIDE = 200 };

samen_status samen__file_fail(samen_error *err, int number, const char *verb, const char *path) {
    static const struct {
        int number;
        samen_status code;
        const char *words;
    } known[] = {
        {ENOENT, SAMEN_ERR_NOT_FOUND, "there is no such file or folder"},
        {ENOTDIR, SAMEN_ERR_NOT_FOUND, "a part of the path is not a folder"},
        {EACCES, SAMEN_ERR_PERMISSION, "you have no permission; change it or choose another place"},
        {EPERM, SAMEN_ERR_PERMISSION, "the system does not permit it"},
        {EROFS, SAMEN_ERR_PERMISSION, "the disk can only be read"},
        {EEXIST, SAMEN_ERR_EXISTS, "it is there already; remove it or ask to overwrite it"},
        {EISDIR, SAMEN_ERR_IO, "it is a folder; a file should be there"},
        {ENOSPC, SAMEN_ERR_IO, "the disk is full; what was there before is untouched"},
        {EDQUOT, SAMEN_ERR_IO, "your disk quota is used up; what was there before is untouched"},
        {EFBIG, SAMEN_ERR_IO, "the file would be larger than the system allows"},
        {EIO, SAMEN_ERR_IO, "the disk reports an error"},
        {EMFILE, SAMEN_ERR_IO, "too many files are open"},
        {ENFILE, SAMEN_ERR_IO, "too many files are open"},
        {ELOOP, SAMEN_ERR_IO, "too many symbolic links"},
        {ENAMETOOLONG, SAMEN_ERR_IO, "the name is too long"},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (known[i].number == number)
            return samen__fail(err, known[i].code, "cannot %s %s: %s", verb, path, known[i].words);
    }
    return samen__fail(err, SAMEN_ERR_IO, "cannot %s %s: system error %d", verb, path, number);
}

static samen_status fail_too_long(const samen__file *file, samen_error *err) {
    return samen__fail(err, SAMEN_ERR_LIMIT,
                       "%s has more than %ld bytes, the limit set for this reading", file->path,
                       (long)file->limit);
}

/* A program that is started meanwhile does not get it, and a signal of the host does not end it: file systems
 * over a network or in a process may be interrupted. */
static int open_for_us(const char *path, int flags) {
    int file;
    do
        file = open(path, flags | O_CLOEXEC, 0666);
    while (file < 0 && errno == EINTR);
    return file;
}

samen_status samen__file_open(samen__file *file, const char *path, int64_t limit,
                              samen_error *err) {
    struct stat about;
    *file = (samen__file){.path = path, .limit = limit};
    /* Opening a pipe waits for somebody to write into it; reading one that nobody writes does not. */
    file->descriptor = open_for_us(path, O_RDONLY | O_NOCTTY | O_NONBLOCK);
    if (file->descriptor < 0)
        return samen__file_fail(err, errno, "read", path);
    samen_status status = SAMEN_OK;
    (void)fcntl(file->descriptor, F_SETFL, 0);
    if (fstat(file->descriptor, &about) != 0)
        status = samen__file_fail(err, errno, "read", path);
    else if (S_ISDIR(about.st_mode))
        status = samen__file_fail(err, EISDIR, "read", path);
    else if (S_ISREG(about.st_mode) && about.st_size > limit)
        status = fail_too_long(file, err);
    if (status != SAMEN_OK) {
        samen__file_close(file);
        return status;
    }
    file->is_regular = S_ISREG(about.st_mode);
    file->size = file->is_regular ? about.st_size : 0;
    return SAMEN_OK;
}

samen_status samen__file_read(samen__file *file, char *to, int64_t room, int64_t *got,
                              samen_error *err) {
    *got = 0;
    while (*got < room) {
        ssize_t more = read(file->descriptor, to + *got, (size_t)(room - *got));
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0)
            return samen__file_fail(err, errno, "read", file->path);
        if (more == 0)
            break;
        *got += more;
        file->have += more;
        if (file->have > file->limit)
            return fail_too_long(file, err);
    }
    return SAMEN_OK;
}

void samen__file_close(samen__file *file) {
    if (file->path && file->descriptor >= 0)
        close(file->descriptor);
    *file = (samen__file){.descriptor = -1};
}

int samen__file_exists(const char *path) {
    struct stat about;
    return lstat(path, &about) == 0;
}

int samen__file_is_regular(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

char *samen__file_aside_name(const char *path, samen_error *err) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned char random[12];
    if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
        memset(random, getpid() & 31, sizeof random);
    samen__text name = samen__text_growing();
    const char *slash = strrchr(path, '/'), *last = slash ? slash + 1 : path;
    samen__text_add(&name, path, last - path);
    samen__text_add_byte(&name, '.');
    samen__text_add(&name, last, (int64_t)strnlen(last, LONGEST_ASIDE));
    samen__text_add_byte(&name, '.');
    for (size_t i = 0; i < sizeof random; i++)
        samen__text_add_byte(&name, letters[random[i] & 31]);
    char *made = NULL;
    return samen__text_take(&name, &made, NULL, err) == SAMEN_OK ? made : NULL;
}

static int write_all(int file, const char *bytes, int64_t length) {
    while (length > 0) {
        ssize_t put = write(file, bytes, (size_t)length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes += put;
        length -= put;
    }
    return 0;
}

/* All bytes to the disk; 0 or the number of what went wrong. */
static int write_through(int file, const char *bytes, int64_t length) {
    int number = write_all(file, bytes, length);
    while (!number && fsync(file) != 0)
        number = errno == EINTR ? 0 : errno;
    /* Interrupted, it is closed all the same. */
    if (close(file) != 0 && !number && errno != EINTR)
        number = errno;
    return number;
}

samen_status samen__file_aside(const char *path, const char *bytes, int64_t length, char **aside,
                               samen_error *err) {
    *aside = NULL;
    char *name = samen__file_aside_name(path, err);
    if (!name)
        return SAMEN_ERR_MEMORY;
    int file = open_for_us(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    int number = file < 0 ? errno : write_through(file, bytes, length);
    if (number && file >= 0)
        unlink(name);
    if (number) {
        samen__delete(name);
        return samen__file_fail(err, number, "write", path);
    }
    *aside = name;
    return SAMEN_OK;
}

static int is_unsupported(int number) {
    return number == EINVAL || number == ENOSYS;
}

static int place_new(const char *aside, const char *path) {
    if (renameat2(AT_FDCWD, aside, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
        return 0;
    if (!is_unsupported(errno))
        return errno;
    return link(aside, path) == 0 ? 0 : errno; /* the file system knows no such rename */
}

samen_status samen__file_place(const char *aside, const char *path, int32_t replace,
                               samen__placed *placed, samen_error *err) {
    int number = 0;
    struct stat there;
    *placed = SAMEN__NOT_PLACED;
    if (lstat(path, &there) == 0 && S_ISDIR(there.st_mode)) {
        number = replace ? EISDIR : EEXIST;
    } else if (replace && lstat(path, &there) == 0 && !S_ISREG(there.st_mode) &&
               !S_ISLNK(there.st_mode)) {
        return samen__fail(err, SAMEN_ERR_EXISTS, "cannot write %s: it is no regular file", path);
    } else if (!replace) {
        number = place_new(aside, path);
        *placed = number ? SAMEN__NOT_PLACED : SAMEN__PLACED;
    } else if (renameat2(AT_FDCWD, aside, AT_FDCWD, path, RENAME_EXCHANGE) == 0) {
        *placed = SAMEN__EXCHANGED;
    } else if (errno == ENOENT || is_unsupported(errno)) {
        samen__placed result = errno == ENOENT ? SAMEN__PLACED : SAMEN__PLACED_FINAL;
        number = rename(aside, path) == 0 ? 0 : errno;
        *placed = number ? SAMEN__NOT_PLACED : result;
    } else {
        number = errno;
    }
    return number ? samen__file_fail(err, number, "write", path) : SAMEN_OK;
}

void samen__file_unplace(const char *aside, const char *path, samen__placed placed) {
    if (placed == SAMEN__EXCHANGED)
        (void)renameat2(AT_FDCWD, aside, AT_FDCWD, path, RENAME_EXCHANGE);
    else if (placed == SAMEN__PLACED)
        unlink(path);
}

samen_status samen__file_commit(char **aside, const char *path, int32_t replace, samen_error *err) {
    samen__placed placed;
    samen_status status = samen__file_place(*aside, path, replace, &placed, err);
    samen__file_discard(aside);
    return status;
}

void samen__file_discard(char **aside) {
    if (*aside)
        unlink(*aside);
    samen__delete(*aside);
    *aside = NULL;
}

samen_status samen__file_write(const char *path, const char *bytes, int64_t length, int32_t replace,
                               samen_error *err) {
    char *aside = NULL;
    samen_status status = samen__file_aside(path, bytes, length, &aside, err);
    return status == SAMEN_OK ? samen__file_commit(&aside, path, replace, err) : status;
}

char *samen__file_join(const char *folder, const char *name, samen_error *err) {
    samen__text text = samen__text_growing();
    samen__text_add_string(&text, folder);
    if (text.length == 0 || text.bytes[text.length - 1] != '/')
        samen__text_add_byte(&text, '/');
    samen__text_add_string(&text, name);
    char *path = NULL;
    return samen__text_take(&text, &path, NULL, err) == SAMEN_OK ? path : NULL;
}
