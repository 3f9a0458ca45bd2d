/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"

static const samen_io_write_options replace = {.struct_size = sizeof replace, .overwrite = 1};

static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* Everything in a folder, hidden files too: names, and contents of files. */
static char *snapshot(const char *folder) {
    struct dirent **entries = NULL;
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    int count = scandir(folder, &entries, NULL, by_name);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0) {
            FILE *file = fopen(path_in(folder, name), "rb");
            int c;
            fprintf(out, "== %s\n", name);
            while (file && (c = fgetc(file)) != EOF)
                fputc(c, out);
            if (file)
                fclose(file);
        }
        free(entries[i]);
    }
    free(entries);
    fclose(out);
    return text;
}

static void expect_snapshot(const char *folder, const char *expected) {
    char *now = snapshot(folder);
    same_text(now, expected);
    free(now);
}

/* One of everything. */
static samen_network *rich(void) {
    static const file files[MOST_FILES] = {
        {"organisations.csv", "id,name,size,code:text,since,paid\n"
                              "a,\"Alpha, \"\"A\"\"\",2.5,12,2020-02-29,yes\n"
                              "b,,,7,,no\n"
                              "alone,,1,,,\n"},
        {"ties.csv", "from,to,form,weight,directed,start,end,partnership,note\n"
                     "a,b,action,0.5,yes,2024-01-01,2024-06-30,p,\"two\nlines\"\n"
                     "a,a,talks,3,no,,,,\n"},
        {"partnerships.csv", "id,name,form,start,end\np,House,action,2023-01-01,\n"},
        {"memberships.csv", "partnership,organisation,role,weight,start,end\np,a,lead,1.5,,\n"},
        {"forms.csv", GOOD_FORMS}};
    return read_files(files);
}

static samen_network *plain(void) {
    static const file files[MOST_FILES] = {{"ties.csv", "from,to,form\nx,y,action\n"}};
    return read_files(files);
}

TEST(a_data_set_is_written_in_these_files) {
    char *folder = make_folder();
    samen_network *network = rich();
    OK(samen_io_write(network, folder, NULL, error));
    expect_snapshot(folder, "== forms.csv\n"
                            "form,name,name_nl,family,commitment,aliases,scale,purpose\n"
                            "action,joint action,joint action,network,,,,\n"
                            "talks,talks,talks,talk,,,,\n"
                            "== memberships.csv\n"
                            "partnership,organisation,role,weight,start,end\np,a,lead,1.5,,\n"
                            "== organisations.csv\n"
                            "id,name,size,code:text,since,paid\n"
                            "a,\"Alpha, \"\"A\"\"\",2.5,12,2020-02-29,yes\n"
                            "b,,,7,,no\n"
                            "alone,,1,,,\n"
                            "== partnerships.csv\n"
                            "id,name,form,start,end\np,House,action,2023-01-01,\n"
                            "== ties.csv\n"
                            "from,to,form,weight,directed,start,end,partnership,note\n"
                            "a,b,action,0.5,yes,2024-01-01,2024-06-30,p,\"two\nlines\"\n"
                            "a,a,talks,3,no,,,,\n");
    samen_network_free(network);
    remove_folder(folder);
}
END

TEST(separator_and_decimal_comma_are_those_asked_for) {
    static const struct {
        samen_io_write_options options;
        const char *memberships;
    } cases[] = {{{.struct_size = sizeof cases[0].options, .separator = ';'},
                  "partnership;organisation;role;weight;start;end\np;a;lead;1.5;;\n"},
                 {{.struct_size = sizeof cases[0].options, .separator = ';', .decimal_comma = 1},
                  "partnership;organisation;role;weight;start;end\np;a;lead;1,5;;\n"},
                 {{.struct_size = sizeof cases[0].options, .separator = '\t', .decimal_comma = 1},
                  "partnership\torganisation\trole\tweight\tstart\tend\np\ta\tlead\t1,5\t\t\n"},
                 {{.struct_size = sizeof cases[0].options, .separator = ','},
                  "partnership,organisation,role,weight,start,end\np,a,lead,1.5,,\n"}};
    samen_network *network = rich();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *folder = make_folder(), text[400] = "";
        OK(samen_io_write(network, folder, &cases[i].options, error));
        FILE *file = fopen(path_in(folder, "memberships.csv"), "r");
        ck_assert_uint_gt(fread(text, 1, sizeof text - 1, file), 0);
        fclose(file);
        ck_assert_str_eq(text, cases[i].memberships);
        remove_folder(folder);
    }
    samen_network_free(network);
}
END

TEST(nonsense_arguments_are_refused_with_their_number) {
    static const struct {
        samen_io_write_options options;
        const char *words;
    } cases[] = {
        {{.struct_size = 0}, "struct_size"},
        {{.struct_size = sizeof cases[0].options, .overwrite = 2}, "0 or 1"},
        {{.struct_size = sizeof cases[0].options, .decimal_comma = 9, .separator = ';'}, "0 or 1"},
        {{.struct_size = sizeof cases[0].options, .separator = '|'}, "comma, a semicolon or a tab"},
        {{.struct_size = sizeof cases[0].options, .separator = 256 + ','}, "comma, a semicolon"},
        {{.struct_size = sizeof cases[0].options, .decimal_comma = 1}, "needs the separator"},
        {{.struct_size = sizeof cases[0].options, .decimal_comma = 1, .separator = ','},
         "needs the separator"}};
    char *folder = make_folder();
    samen_network *network = plain();
    samen_error error = {0};
    const char *path = strdup(path_in(folder, "new"));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ck_assert_int_eq(samen_io_write(network, path, &cases[i].options, &error),
                         SAMEN_ERR_ARGUMENT);
        ck_assert_int_eq(error.argument, 3);
        ck_assert_msg(strstr(error.message, cases[i].words) != NULL, "%s", error.message);
    }
    ck_assert_int_eq(samen_io_write(NULL, path, NULL, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 1);
    ck_assert_int_eq(samen_io_write(network, NULL, NULL, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 2);
    ck_assert_int_eq(samen_io_write(network, "", NULL, &error), SAMEN_ERR_ARGUMENT);
    ck_assert_int_eq(error.argument, 2);
    ck_assert_int_eq(access(path, F_OK), -1);
    free((char *)(uintptr_t)path);
    samen_network_free(network);
    remove_folder(folder);
}
END

TEST(an_existing_data_set_is_not_overwritten_unasked) {
    static const char *const existing[] = {"ties.csv", "forms.csv", "memberships.csv.gz",
                                           "organisations.csv.gz"};
    samen_network *network = plain();
    for (size_t i = 0; i < sizeof existing / sizeof existing[0]; i++) {
        char *folder = make_folder();
        samen_error error = {0};
        write_text_file(folder, existing[i], "precious\n");
        write_text_file(folder, "notes.txt", "mine\n");
        char *before = snapshot(folder);
        ck_assert_int_eq(samen_io_write(network, folder, NULL, &error), SAMEN_ERR_EXISTS);
        ck_assert_msg(strstr(error.message, existing[i]) != NULL, "%s", error.message);
        expect_snapshot(folder, before);
        free(before);
        remove_folder(folder);
    }
    char *folder = make_folder();
    write_text_file(folder, "notes.txt", "mine\n");
    OK(samen_io_write(network, folder, NULL, error));
    expect_snapshot(folder, "== notes.txt\nmine\n"
                            "== organisations.csv\nid,name\nx,\ny,\n"
                            "== ties.csv\nfrom,to,form,weight,directed,start,end,partnership\n"
                            "x,y,action,1,no,,,\n");
    samen_network_free(network);
    remove_folder(folder);
}
END

TEST(overwriting_takes_away_what_the_new_data_set_does_not_have) {
    char *folder = make_folder();
    samen_network *old = rich(), *network = plain();
    OK(samen_io_write(old, folder, NULL, error));
    ck_assert_int_eq(remove(path_in(folder, "ties.csv")), 0);
    write_packed(folder, "ties.csv.gz", GOOD_TIES, sizeof GOOD_TIES - 1);
    write_text_file(folder, "notes.txt", "mine\n");
    OK(samen_io_write(network, folder, &replace, error));
    expect_snapshot(folder, "== notes.txt\nmine\n"
                            "== organisations.csv\nid,name\nx,\ny,\n"
                            "== ties.csv\nfrom,to,form,weight,directed,start,end,partnership\n"
                            "x,y,action,1,no,,,\n");
    samen_network *back = read_fine(folder);
    same_network(back, network);
    samen_network_free(back);
    OK(samen_io_write(old, folder, &replace, error));
    back = read_fine(folder);
    same_network(back, old);
    samen_network_free(back);
    samen_network_free(old);
    samen_network_free(network);
    remove_folder(folder);
}
END

/* A disk that is full is played by a limit on the size of files: the same writes fail. */
static samen_status write_with_limit(const samen_network *network, const char *path, rlim_t bytes,
                                     samen_error *error) {
    struct rlimit before, less;
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    less = before;
    less.rlim_cur = bytes;
    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &less), 0);
    samen_status status = samen_io_write(network, path, &replace, error);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
    return status;
}

/* For every size of disk, from none to nearly enough. */
TEST(a_full_disk_leaves_the_old_data_set_byte_by_byte) {
    char *folder = make_folder();
    samen_network *old = plain(), *network = rich();
    OK(samen_io_write(old, folder, NULL, error));
    write_packed(folder, "memberships.csv.gz", GOOD_MEMBERSHIPS, sizeof GOOD_MEMBERSHIPS - 1);
    char *before = snapshot(folder);
    int failures = 0;
    for (rlim_t bytes = 0; bytes < 1000; bytes++) {
        samen_error error = {0};
        samen_status status = write_with_limit(network, folder, bytes, &error);
        if (status == SAMEN_OK)
            break;
        failures++;
        ck_assert_int_eq(status, SAMEN_ERR_IO);
        ck_assert_msg(strstr(error.message, "larger than the system allows") != NULL, "%s",
                      error.message);
        expect_snapshot(folder, before);
    }
    ck_assert_int_ge(failures, 100);
    samen_network *back = read_fine(folder);
    same_network(back, network);
    samen_network_free(back);
    free(before);
    samen_network_free(old);
    samen_network_free(network);
    remove_folder(folder);
}
END

TEST(a_full_disk_leaves_no_new_folder) {
    char *folder = make_folder();
    samen_network *network = rich();
    samen_error error = {0};
    ck_assert_int_eq(write_with_limit(network, path_in(folder, "new"), 60, &error), SAMEN_ERR_IO);
    expect_snapshot(folder, "");
    samen_network_free(network);
    remove_folder(folder);
}
END

TEST(a_place_that_cannot_be_written_to_is_told) {
    char *folder = make_folder();
    samen_network *network = plain();
    samen_error error = {0};
    ck_assert_int_eq(samen_io_write(network, path_in(folder, "no/such"), NULL, &error),
                     SAMEN_ERR_NOT_FOUND);
    write_text_file(folder, "file", "x");
    ck_assert_int_eq(samen_io_write(network, path_in(folder, "file"), NULL, &error),
                     SAMEN_ERR_NOT_FOUND);
    ck_assert_ptr_nonnull(strstr(error.message, "is not a folder"));
    ck_assert_int_eq(chmod(folder, 0555), 0);
    if (getuid() == 0)
        ck_assert_int_eq(seteuid(65534), 0);
    ck_assert_int_eq(samen_io_write(network, folder, NULL, &error), SAMEN_ERR_PERMISSION);
    ck_assert_int_eq(samen_io_write(network, path_in(folder, "new"), NULL, &error),
                     SAMEN_ERR_PERMISSION);
    if (getuid() == 0)
        ck_assert_int_eq(seteuid(0), 0);
    ck_assert_int_eq(chmod(folder, 0755), 0);
    expect_snapshot(folder, "== file\nx");
    samen_network_free(network);
    remove_folder(folder);
}
END

/* A folder, or anything else that is no plain file, is nothing to be put aside and forgotten. */
TEST(a_folder_where_a_file_should_go_is_not_replaced) {
    static const char *const names[] = {"ties.csv", "organisations.csv", "memberships.csv",
                                        "forms.csv.gz"};
    samen_network *network = plain();
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *folder = make_folder();
        samen_error error = {0};
        ck_assert_int_eq(mkdir(path_in(folder, names[i]), 0777), 0);
        char *inner = strdup(path_in(folder, names[i]));
        write_text_file(inner, "precious", "x\n");
        char *before = snapshot(folder);
        samen_status status = samen_io_write(network, folder, &replace, &error);
        ck_assert_msg(status != SAMEN_OK, "%s was replaced, though it is a folder", names[i]);
        expect_snapshot(folder, before);
        ck_assert_int_eq(access(path_in(inner, "precious"), F_OK), 0);
        free(before);
        free(inner);
        remove_folder(folder);
    }
    samen_network_free(network);
}
END

TEST(typologies_are_written_with_the_data) {
    static const char *const builtin[] = {"samenwerken", "himmelman", "frey", "single"};
    for (size_t i = 0; i < 4; i++) {
        char *folder = make_folder();
        samen_typology *typology = NULL;
        samen_builder *builder = NULL;
        samen_network *network = NULL;
        OK(samen_typology_builtin(builtin[i], &typology, error));
        OK(samen_builder_new(typology, &builder, error));
        OK(samen_builder_add_organisation(builder, "a", NULL, NULL, error));
        OK(samen_builder_add_tie(builder, "a", "a", samen_typology_key(typology, 1), 1, NULL, NULL,
                                 error));
        OK(samen_builder_finish(builder, &network, error));
        OK(samen_io_write(network, folder, NULL, error));
        /* The built-in typology is known without a file. */
        ck_assert_int_eq(access(path_in(folder, "forms.csv"), F_OK) == 0, i > 0);
        samen_network *back = read_fine(folder);
        same_network(back, network);
        samen_network_free(back);
        samen_network_free(network);
        samen_builder_free(builder);
        samen_typology_free(typology);
        remove_folder(folder);
    }
}
END

SUITE("io/write", a_data_set_is_written_in_these_files,
      separator_and_decimal_comma_are_those_asked_for,
      nonsense_arguments_are_refused_with_their_number,
      an_existing_data_set_is_not_overwritten_unasked,
      overwriting_takes_away_what_the_new_data_set_does_not_have,
      a_full_disk_leaves_the_old_data_set_byte_by_byte, a_full_disk_leaves_no_new_folder,
      a_place_that_cannot_be_written_to_is_told, a_folder_where_a_file_should_go_is_not_replaced,
      typologies_are_written_with_the_data)
