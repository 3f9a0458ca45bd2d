/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samen on the command line. Measures come from the library's own registry: one that is registered can
 * be called here. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "destination.h"

static const char usage[] =
    "samen: collaboration between organisations, measured\n"
    "\n"
    "  samen analyse DATASET [--group COLUMN] [--output FOLDER]   one readable account\n"
    "  samen report DATASET [-o FILE.html] [--language nl]        the account as a page with pictures\n"
    "  samen check DATASET                                        all problems of the data\n"
    "  samen FAMILY MEASURE DATASET [--option value ...]          one measure\n"
    "  samen draw KIND DATASET [-o FILE] [--option value ...]     a picture: sociogram, shares, ...;\n"
    "                                                             .svg, .png (--dpi N) or .pdf\n"
    "  samen list                                                 the measures there are\n"
    "  samen describe MEASURE | KIND | view | report              options and columns\n"
    "  samen convert DATASET FOLDER [--separator ;] [--decimal ,] write a data set anew\n"
    "  samen classify --commitment yes --common-goal yes ...      which form is it?\n"
    "  samen advise PURPOSE                                       which form would suit?\n"
    "\n"
    "A data set is a folder with ties.csv or memberships.csv (and organisations.csv,\n"
    "partnerships.csv, forms.csv), or one such file.\n"
    "\n"
    "What is seen:  --forms a,b --from DATE --to DATE --where sector=GOV\n"
    "               --direction recorded|either|both --min-weight X\n"
    "               --partnerships ignore|count|newman|binary|star   (samen describe view)\n"
    "What comes:    --table NAME --sort COLUMN|+COLUMN --top N --columns a,b\n"
    "               --format text|csv|json|markdown --output FILE --overwrite true\n"
    "               --decimals N --guard true\n"
    "Without names: --anonymise --keep COLUMN --secret FILE --key FILE --least N\n"
    "How it runs:   --seed N --threads N --quiet --allow-empty true\n"
    "Of a measure:  --group COLUMN --weighted true --draws N ...     (samen describe MEASURE)\n"
    "\n"
    "Exit status: 0 fine, 1 failed, 2 wrong usage.\n";

static const struct {
    const char *name;
    int (*run)(arguments *args);
} commands[] = {
    {"analyse", command_analyse}, {"analyze", command_analyse},   {"check", command_check},
    {"convert", command_convert}, {"draw", command_draw},         {"report", command_report},
    {"list", command_list},       {"describe", command_describe}, {"classify", command_classify},
    {"advise", command_advise},
};

/* A family of measures may be named, and then the measure or the data set is missing. */
static int is_family(const char *word) {
    samen_error error = {0};
    samen_table *measures = NULL;
    int found = 0;
    if (samen_describe(&measures, &error) != SAMEN_OK)
        return 1;
    int32_t family = samen_table_find(measures, "family");
    for (int64_t row = 0; row < samen_table_rows(measures) && !found; row++)
        found = strcmp(samen_table_get_text(measures, row, family, ""), word) == 0;
    samen_table_free(measures);
    return found;
}

static int complain_command(const char *word) {
    const char *nearest = NULL;
    int best = 3;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        int distance = arguments_distance(word, commands[i].name);
        if (distance < best) {
            best = distance;
            nearest = commands[i].name;
        }
    }
    return nearest
               ? complain_usage("there is no command \"%s\"; did you mean \"%s\"?", word, nearest)
               : complain_usage("there is no command \"%s\"", word);
}

static int dispatch(arguments *args) {
    if (arguments_take(args, "version")) {
        printf("samen %s (igraph %s)\n", samen_version(), samen_version_igraph());
        return print_text("", 0);
    }
    if (arguments_take(args, "help") || (args->words > 0 && strcmp(args->word[0], "help") == 0))
        return print_text(usage, (int64_t)sizeof usage - 1);
    if (args->words == 0) {
        fputs(usage, stderr);
        return EXIT_USAGE;
    }
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (strcmp(args->word[0], commands[i].name) == 0)
            return commands[i].run(args);
    }
    if (args->words < 3 && !is_family(args->word[0]))
        return complain_command(args->word[0]);
    return command_measure(args);
}

int main(int argc, char **argv) {
    arguments args;
    int status = arguments_read(argc, argv, &args);
    if (status == 0)
        status = dispatch(&args);
    arguments_free(&args);
    return status;
}
