/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anonymous.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LONGEST_SECRET = 4096 };

int anonymous_is_wanted(const arguments *args) {
    return arguments_see(args, "anonymise") != NULL;
}

static int is_dutch(const arguments *args) {
    const char *language = arguments_see(args, "language");
    return language && strcmp(language, "nl") == 0;
}

const char *anonymous_title(const arguments *args) {
    return is_dutch(args) ? "Netwerk zonder namen" : "Network without names";
}

/* The first line of the file is the secret. */
static int read_secret(const char *path, char **secret) {
    char line[LONGEST_SECRET + 2] = "";
    FILE *file = fopen(path, "r");
    if (!file)
        return complain_usage("the secret cannot be read from \"%s\"", path);
    int read = fgets(line, sizeof line, file) != NULL;
    fclose(file);
    line[strcspn(line, "\r\n")] = '\0';
    if (!read || strlen(line) > LONGEST_SECRET)
        return complain_usage("the first line of \"%s\" is to be the secret, of at most %d bytes",
                              path, LONGEST_SECRET);
    *secret = strdup(line);
    return *secret ? 0 : complain_memory();
}

int anonymous_take(arguments *args, anonymous *a) {
    static const char *const names[] = {"keep", "secret", "key", "least"};
    long long least = 0;
    *a = (anonymous){0};
    for (size_t i = 0; i < sizeof names / sizeof names[0] && !anonymous_is_wanted(args); i++) {
        if (arguments_see(args, names[i]))
            return complain_usage("option --%s goes with --anonymise", names[i]);
    }
    const char *keep = arguments_take(args, "keep"), *secret = arguments_take(args, "secret");
    int status = arguments_take_flag(args, "anonymise", &a->wanted);
    a->key = arguments_take(args, "key");
    if (status == 0)
        status = arguments_take_number(args, "least", 1, INT32_MAX, &least);
    if (status == 0 && secret)
        status = read_secret(secret, &a->secret);
    a->options = (samen_anonymise_options){.struct_size = sizeof a->options,
                                           .least = (uint32_t)least,
                                           .keep = keep ? keep : arguments_see(args, "group"),
                                           .others = is_dutch(args) ? "andere groepen" : NULL,
                                           .secret = a->secret};
    const char *overwrite = arguments_see(args, "overwrite");
    a->overwrite = overwrite && strcmp(overwrite, "true") == 0;
    return status;
}

void anonymous_free(anonymous *a) {
    free(a->secret);
}

/* Only the user may read who is who. */
static samen_status write_key(const anonymous *a, const samen_table *key, samen_error *error) {
    const samen_table_options options = {.struct_size = sizeof options,
                                         .format = SAMEN_FORMAT_CSV,
                                         .guard = 1,
                                         .overwrite = (uint32_t)a->overwrite};
    mode_t before = umask(S_IRWXG | S_IRWXO);
    samen_status status = samen_table_write(key, a->key, &options, error);
    umask(before);
    return status;
}

/* The attribute is gone when its groups are too small; whoever asked for it is to know. */
static samen_status check_kept(const anonymous *a, const samen_network *made, samen_error *error) {
    samen_table *organisations = NULL;
    const char *keep = a->options.keep;
    if (!keep || samen_network_table(made, SAMEN_ORGANISATIONS, &organisations, error) != SAMEN_OK)
        return error->code;
    if (samen_table_find(organisations, keep) < 0) {
        error->code = SAMEN_ERR_ARGUMENT;
        snprintf(error->message, sizeof error->message,
                 "there are too few organisations to keep two groups of \"%.100s\" apart; give "
                 "another attribute, or a smaller number with --least",
                 keep);
    }
    samen_table_free(organisations);
    return error->code;
}

samen_status anonymous_apply(const anonymous *a, samen_network **network, samen_error *error) {
    samen_network *made = NULL;
    samen_table *key = NULL;
    if (!a->wanted)
        return SAMEN_OK;
    samen_status status =
        samen_network_anonymise(*network, &a->options, &made, a->key ? &key : NULL, error);
    if (status == SAMEN_OK)
        status = check_kept(a, made, error);
    if (status == SAMEN_OK && key)
        status = write_key(a, key, error);
    samen_table_free(key);
    if (status != SAMEN_OK) {
        samen_network_free(made);
        return status;
    }
    samen_network_free(*network);
    *network = made;
    return SAMEN_OK;
}

int anonymous_complain(const anonymous *a, const samen_error *error) {
    int is_about_data = error->code <= SAMEN_ERR_SYNTAX && error->code > SAMEN_ERR_IO;
    if (!a->wanted || !is_about_data)
        return complain(error);
    samen_error unnamed = {.code = error->code};
    strcpy(unnamed.message,
           "the data set has a mistake; \"samen check\" tells which, with the names it is about");
    return complain(&unnamed);
}
