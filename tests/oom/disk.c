/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every system call on files is made to fail in turn. Each time the call must report a clean error, and
 * what was on the disk before must be there still, to the byte, and nothing else. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "suite.h"

static int armed;
static long countdown, done;
static int failure = EIO;

static int fails(void) {
    if (!armed)
        return 0;
    done++;
    if (--countdown != 0)
        return 0;
    errno = failure;
    return 1;
}

int open(const char *path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
    va_end(list);
    return fails() ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

ssize_t read(int file, void *bytes, size_t count) {
    return fails() ? -1 : syscall(SYS_read, file, bytes, count);
}

/* Half of what is asked for, so that the rest must be asked for again. */
ssize_t write(int file, const void *bytes, size_t count) {
    if (fails())
        return -1;
    return syscall(SYS_write, file, bytes, armed && count > 1 ? count / 2 : count);
}

int fsync(int file) {
    return fails() ? -1 : (int)syscall(SYS_fsync, file);
}

int close(int file) {
    int failed = fails();
    int result = (int)syscall(SYS_close, file);
    return failed ? -1 : result;
}

int rename(const char *from, const char *to) {
    return fails() ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    return fails() ? -1 : (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
}

int mkdir(const char *path, mode_t mode) {
    return fails() ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int fstat(int file, struct stat *about) {
    return fails() ? -1 : (int)syscall(SYS_fstat, file, about);
}

/* All files of a folder with their contents, in the order of their names. */
static char *picture(const char *folder) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    char *whole = strdup("");
    for (int i = 0; i < count; i++) {
        char path[4096], content[65536] = "", *longer = NULL;
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        FILE *file = entries[i]->d_type == DT_REG ? fopen(path, "r") : NULL;
        if (file) {
            content[fread(content, 1, sizeof content - 1, file)] = '\0';
            fclose(file);
        }
        ck_assert_int_ge(asprintf(&longer, "%s[%s]\n%s", whole, entries[i]->d_name, content), 0);
        free(whole);
        whole = longer;
        free(entries[i]);
    }
    free(entries);
    return whole;
}

static samen_network *sample(int changed) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "a", "Alpha", NULL, error));
    OK(samen_builder_add_organisation(builder, "b", changed ? "Changed" : "Beta", NULL, error));
    OK(samen_builder_add_tie(builder, "a", "b", "action", changed ? 5 : 2, NULL, NULL, error));
    if (!changed) { /* files that the changed network has no use for */
        OK(samen_builder_add_partnership(builder, "p", NULL, "action", NULL, NULL, NULL, error));
        OK(samen_builder_add_membership(builder, "p", "a", NULL, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

/* Let system call 1, 2, ... fail until the write succeeds. Returns how many there were. */
static long sweep_write(int number, int overwrite) {
    failure = number;
    for (long point = 1;; point++) {
        char *folder = make_folder(), path[4096];
        samen_network *old = sample(0), *changed = sample(1);
        samen_io_write_options options = {.struct_size = sizeof options, .overwrite = 1};
        samen_error error = {0};
        snprintf(path, sizeof path, "%s/set", folder);
        if (overwrite)
            OK(samen_io_write(old, path, &options, error));
        char *before = picture(overwrite ? path : folder);
        countdown = point;
        done = 0;
        armed = 1;
        samen_status status = samen_io_write(changed, path, &options, &error);
        armed = 0;
        char *after = picture(overwrite ? path : folder);
        if (status != SAMEN_OK) {
            ck_assert_msg(error.code == status && error.message[0], "call %ld", point);
            ck_assert_msg(strcmp(before, after) == 0, "call %ld left:\n%s\ninstead of:\n%s", point,
                          after, before);
        } else {
            samen_network *again = NULL;
            OK(samen_io_read(path, NULL, NULL, &again, error));
            ck_assert_str_eq(samen_network_name(again, SAMEN_ORGANISATIONS, 1), "Changed");
            ck_assert_int_eq(samen_network_count(again, SAMEN_PARTNERSHIPS), 0);
            samen_network_free(again);
        }
        free(before);
        free(after);
        samen_network_free(old);
        samen_network_free(changed);
        remove_folder(folder);
        if (countdown > 0)
            return done;
    }
}

TEST(writing_a_data_set_survives_every_failure_of_the_disk) {
    static const int failures[] = {EIO, ENOSPC, EACCES};
    for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++) {
        ck_assert_int_gt(sweep_write(failures[i], 0), 8);
        ck_assert_int_gt(sweep_write(failures[i], 1), 8);
    }
}
END

/* A file system that can neither exchange nor refuse to replace: EINVAL from those renames only costs
 * the way back, never the result. */
TEST(writing_works_where_files_cannot_be_exchanged) {
    ck_assert_int_gt(sweep_write(EINVAL, 0), 8);
}
END

TEST(writing_a_table_survives_every_failure_of_the_disk) {
    failure = ENOSPC;
    for (long point = 1;; point++) {
        char *folder = make_folder(), path[4096];
        samen_table *table = NULL;
        samen_table_options options = {.struct_size = sizeof options, .overwrite = 1};
        samen_error error = {0};
        OK(samen_describe(&table, error));
        write_text_file(folder, "table.csv", "old");
        snprintf(path, sizeof path, "%s/table.csv", folder);
        char *before = picture(folder);
        countdown = point;
        armed = 1;
        samen_status status = samen_table_write(table, path, &options, &error);
        armed = 0;
        char *after = picture(folder);
        if (status != SAMEN_OK)
            ck_assert_str_eq(after, before);
        else
            ck_assert_ptr_nonnull(strstr(after, "brokerage.roles"));
        free(before);
        free(after);
        samen_table_free(table);
        remove_folder(folder);
        if (countdown > 0)
            break;
    }
}
END

TEST(reading_survives_every_failure_of_the_disk) {
    char *folder = make_folder();
    samen_network *network = sample(0);
    samen_io_write_options options = {.struct_size = sizeof options, .overwrite = 1};
    OK(samen_io_write(network, folder, &options, error));
    samen_network_free(network);
    failure = EIO;
    for (long point = 1;; point++) {
        samen_network *read = NULL;
        samen_error error = {0};
        countdown = point;
        armed = 1;
        samen_status status = samen_io_read(folder, NULL, NULL, &read, &error);
        armed = 0;
        if (countdown > 0) {
            ck_assert_int_eq(status, SAMEN_OK);
            samen_network_free(read);
            break;
        }
        if (status == SAMEN_OK) { /* a failed close of a file that was read whole loses nothing */
            ck_assert_int_eq(samen_network_count(read, SAMEN_TIES), 1);
            samen_network_free(read);
        } else {
            ck_assert_ptr_null(read);
            ck_assert_int_eq(status, SAMEN_ERR_IO);
        }
    }
    remove_folder(folder);
}
END

SUITE("failing disk", writing_a_data_set_survives_every_failure_of_the_disk,
      writing_works_where_files_cannot_be_exchanged,
      writing_a_table_survives_every_failure_of_the_disk,
      reading_survives_every_failure_of_the_disk)
