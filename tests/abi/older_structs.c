/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every struct that tells its own size, as each older caller would hand it in: cut off behind each of its fields,
 * with garbage or nothing at all behind it. What it does not have counts as zero. And as a later caller would:
 * longer, which is fine as long as the rest is zero.
 *
 * The list of structs is made of samen.json, so that a new one without a call here fails. */
#include "../unit/whole.h"

#include <sys/mman.h>
#include <unistd.h>

#include "build.h"
#include "structs.h"

typedef struct growing {
    const char *name;
    uint32_t size;
    uint32_t ends[32]; /* where each field ends, the first being struct_size */
    size_t fields;
} growing;

#define ROW(NAME, ...)                                                                             \
    {#NAME, sizeof(NAME), {__VA_ARGS__}, sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t)},
static const growing structs[] = {GROWING(ROW)};
enum { STRUCTS = sizeof structs / sizeof structs[0], LARGEST = 512 };

/* ---- What is handed in, and what comes of it --------------------------------------------------------- */

static samen_network *network;
static samen_view *view;
static const samen_run one_thread = {.struct_size = sizeof one_thread, .threads = 1};

static void stage(void) {
    network = build_grouped("A-B:consultation B>C:action*2 C-D:ad-hoc D-A:learning E", "sector",
                            "A=g B=g C=h D=h E=h");
    OK(samen_view_make(network, "", NULL, &view, error));
}

static void leave(void) {
    samen_view_free(view);
    samen_network_free(network);
}

static void tell_status(FILE *told, samen_status status, const samen_error *err) {
    fprintf(told, "%d %d %s\n", status, err->argument, err->message);
}

/* A table to the last note. */
static void tell_table(FILE *told, samen_status status, const samen_error *err,
                       samen_table *table) {
    static const samen_table_options as_json = {.struct_size = sizeof as_json,
                                                .format = SAMEN_FORMAT_JSON};
    char *text = NULL;
    tell_status(told, status, err);
    if (table)
        OK(samen_table_format(table, &as_json, &text, NULL, error));
    fprintf(told, "%s\n", text ? text : "");
    samen_free(text);
    samen_table_free(table);
}

static void tell_network(FILE *told, samen_status status, const samen_error *err,
                         samen_network *made) {
    tell_status(told, status, err);
    if (!made)
        return;
    char *text = whole_text(made);
    fputs(text, told);
    free(text);
    samen_network_free(made);
}

static void tell_file(FILE *told, const char *folder, const char *name) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    for (int c; file && (c = fgetc(file)) != EOF;)
        fputc(c, told);
    if (file)
        fclose(file);
}

/* ---- A call for every struct ------------------------------------------------------------------------- */

#define MEASURE(NAME)                                                                              \
    static void call_##NAME(const void *given, FILE *told) {                                       \
        samen_table *table = NULL;                                                                 \
        samen_error err = {0};                                                                     \
        samen_status status = samen_##NAME(view, given, &one_thread, &table, &err);                \
        tell_table(told, status, &err, table);                                                     \
    }

MEASURE(composition_forms)
MEASURE(composition_contrast)
MEASURE(cohesion_density)
MEASURE(cohesion_components)
MEASURE(centrality_degree)
MEASURE(brokerage_betweenness)
MEASURE(brokerage_holes)
MEASURE(brokerage_roles)

static void call_run(const void *given, FILE *told) {
    samen_table *table = NULL;
    samen_error err = {0};
    samen_status status = samen_measure(view, "cohesion.density", "draws=20", given, &table, &err);
    tell_table(told, status, &err, table);
}

static void call_view(const void *given, FILE *told) {
    samen_view *made = NULL;
    samen_table *table = NULL;
    samen_error err = {0};
    samen_status status = samen_view_new(network, given, NULL, &made, &err);
    if (made)
        OK(samen_view_table(made, NULL, &table, error));
    tell_table(told, status, &err, table);
    samen_view_free(made);
}

static void call_read(const void *given, FILE *told) {
    samen_network *made = NULL;
    samen_error err = {0};
    samen_status status =
        samen_io_read(source_path("examples/data/house-of-the-child"), given, NULL, &made, &err);
    tell_network(told, status, &err, made);
}

static void call_check(const void *given, FILE *told) {
    samen_table *table = NULL;
    samen_error err = {0};
    samen_status status =
        samen_io_check(source_path("examples/data/emon/Texas"), given, NULL, &table, &err);
    tell_table(told, status, &err, table);
}

static void call_write(const void *given, FILE *told) {
    samen_error err = {0};
    char *folder = make_folder();
    tell_status(told, samen_io_write(network, folder, given, &err), &err);
    tell_file(told, folder, "ties.csv");
    remove_folder(folder);
}

static samen_table *degrees(void) {
    return measure(view, "centrality.degree", "");
}

static void call_format(const void *given, FILE *told) {
    samen_table *table = degrees();
    samen_error err = {0};
    char *text = NULL;
    tell_status(told, samen_table_format(table, given, &text, NULL, &err), &err);
    fprintf(told, "%s\n", text ? text : "");
    samen_free(text);
    samen_table_free(table);
}

static void call_table_write(const void *given, FILE *told) {
    samen_table *table = degrees();
    samen_error err = {0};
    char *folder = make_folder(), path[512];
    snprintf(path, sizeof path, "%s/degrees.md", folder);
    tell_status(told, samen_table_write(table, path, given, &err), &err);
    tell_file(told, folder, "degrees.md");
    remove_folder(folder);
    samen_table_free(table);
}

static void call_typology(const void *given, FILE *told) {
    const samen_form *forms[] = {given};
    samen_typology *made = NULL;
    samen_table *table = NULL;
    samen_error err = {0};
    samen_status status = samen_typology_new(forms, 1, &made, &err);
    if (made)
        OK(samen_typology_table(made, &table, error));
    tell_table(told, status, &err, table);
    samen_typology_free(made);
}

static void call_classify(const void *given, FILE *told) {
    samen_table *table = NULL;
    samen_error err = {0};
    samen_status status = samen_typology_classify(given, &table, &err);
    tell_table(told, status, &err, table);
}

static samen_builder *begun(void) {
    samen_builder *builder = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    OK(samen_builder_add_organisation(builder, "A", NULL, NULL, error));
    OK(samen_builder_add_organisation(builder, "B", NULL, NULL, error));
    OK(samen_builder_add_partnership(builder, "P", NULL, "action", NULL, NULL, NULL, error));
    return builder;
}

static void finish(samen_builder *builder, FILE *told, samen_status status,
                   const samen_error *err) {
    samen_network *made = NULL;
    OK(samen_builder_finish(builder, &made, error));
    tell_network(told, status, err, made);
    samen_builder_free(builder);
}

static void call_tie(const void *given, FILE *told) {
    samen_builder *builder = begun();
    samen_error err = {0};
    samen_status status = samen_builder_add_tie(builder, "A", "B", "action", 1, given, NULL, &err);
    finish(builder, told, status, &err);
}

static void call_membership(const void *given, FILE *told) {
    samen_builder *builder = begun();
    samen_error err = {0};
    samen_status status = samen_builder_add_membership(builder, "P", "A", given, NULL, &err);
    finish(builder, told, status, &err);
}

static int32_t progress(void *payload, double fraction, const char *what) {
    ck_assert_ptr_eq(payload, &network);
    ck_assert(fraction >= 0 && fraction <= 1 && *what);
    return 0;
}

static const char *const of_sector_g[] = {"sector=g"};
static const char *const a_b_and_c[] = {"A", "B", "C"};

#define END_OF(STRUCT, FIELD) (offsetof(STRUCT, FIELD) + sizeof(((STRUCT *)0)->FIELD))
#define TRIAL(CALL, NEEDS, STRUCT, ...)                                                            \
    { #STRUCT, &(const STRUCT){.struct_size = sizeof(STRUCT), __VA_ARGS__ }, CALL, NEEDS }

/* A struct with every field set to what is not its default, and the call that takes it. From `needs` bytes on the
 * call succeeds: before that a field is missing that it cannot do without. */
static const struct {
    const char *name;
    const void *sample;
    void (*call)(const void *given, FILE *told);
    size_t needs;
} trials[] = {
    TRIAL(call_run, 0, samen_run, .threads = 2, .seed = 7, .on_progress = progress,
          .payload = &network),
    TRIAL(call_format, 0, samen_table_options, .format = SAMEN_FORMAT_MARKDOWN, .decimals = 2,
          .guard = 1, .overwrite = 1, .plain = 1),
    TRIAL(call_table_write, 0, samen_table_options, .format = SAMEN_FORMAT_MARKDOWN, .decimals = 2,
          .guard = 1, .overwrite = 1, .plain = 1),
    TRIAL(call_typology, END_OF(samen_form, key), samen_form, .has_commitment = 1, .commitment = 2,
          .key = "a", .name = "b", .name_nl = "c", .family = "d", .aliases = "e|f",
          .scale = "strength 1..5", .purpose = "g"),
    TRIAL(call_classify, 0, samen_traits, .commitment = SAMEN_TRAIT_YES, .bounded = SAMEN_TRAIT_NO,
          .one_off = SAMEN_TRAIT_NO, .common_goal = SAMEN_TRAIT_YES,
          .purpose = SAMEN_PURPOSE_LEARN),
    TRIAL(call_tie, 0, samen_tie, .directed = 1, .start = "2020-01-01", .end = "2021-01-01",
          .partnership = "P"),
    TRIAL(call_membership, 0, samen_membership, .weight = 2, .role = "lead", .start = "2020-01-01",
          .end = "2021-01-01"),
    TRIAL(call_membership, END_OF(samen_membership, weight), samen_membership, .has_weight = 1,
          .weight = 2, .role = "lead", .start = "2020-01-01", .end = "2021-01-01"),
    TRIAL(call_read, 0, samen_io_read_options, .allow_empty = 1, .max_bytes = 100000,
          .max_line = 5000, .max_rows = 1000, .max_ratio = 10),
    TRIAL(call_check, 0, samen_io_read_options, .allow_empty = 1, .max_bytes = 100000,
          .max_line = 5000, .max_rows = 1000, .max_ratio = 10),
    TRIAL(call_write, 0, samen_io_write_options, .overwrite = 1, .separator = ';',
          .decimal_comma = 1),
    TRIAL(call_view, 0, samen_view_options, .direction = SAMEN_DIRECTION_EITHER, .forms = 0x3f,
          .from = "2000-01-01", .to = "2030-01-01", .where = of_sector_g, .where_count = 1,
          .organisations = a_b_and_c, .organisations_count = 3, .min_weight = 0.5,
          .direction_weight = SAMEN_RULE_MIN, .parallel = SAMEN_RULE_MEAN,
          .partnerships = SAMEN_PARTNERSHIPS_IGNORE, .drop_isolates = 1, .lead = "lead"),
    TRIAL(call_composition_forms, 0, samen_composition_forms_options,
          .table = SAMEN_FORMS_ORGANISATION, .group = "sector"),
    TRIAL(call_composition_contrast, 0, samen_composition_contrast_options, .a = "ad-hoc",
          .b = "action", .draws = 20, .level = 0.9),
    TRIAL(call_cohesion_density, 0, samen_cohesion_density_options, .table = SAMEN_DENSITY_RESPONSE,
          .group = "sector", .draws = 20, .level = 0.9),
    TRIAL(call_cohesion_components, 0, samen_cohesion_components_options,
          .table = SAMEN_COMPONENTS_NETWORK),
    TRIAL(call_centrality_degree, 0, samen_centrality_degree_options,
          .table = SAMEN_DEGREE_NETWORK),
    TRIAL(call_brokerage_betweenness, 0, samen_brokerage_betweenness_options,
          .table = SAMEN_BETWEENNESS_TOP, .weighted = 1, .distance = SAMEN_DISTANCE_LOG,
          .sources = of_sector_g, .sources_count = 1, .targets = of_sector_g, .targets_count = 1,
          .epsilon = 0.1, .delta = 0.1, .places = 2, .endpoints = 1),
    TRIAL(call_brokerage_holes, 0, samen_brokerage_holes_options, .table = SAMEN_HOLES_DYAD,
          .weighted = 1, .model = SAMEN_HOLES_EGO),
    TRIAL(call_brokerage_roles, END_OF(samen_brokerage_roles_options, group),
          samen_brokerage_roles_options, .table = SAMEN_ROLES_NETWORK, .group = "sector",
          .draws = 20),
};
enum { TRIALS = sizeof trials / sizeof trials[0] };

/* ---- Older and later callers ------------------------------------------------------------------------- */

static const growing *struct_of(int trial) {
    for (size_t i = 0; i < STRUCTS; i++) {
        if (strcmp(structs[i].name, trials[trial].name) == 0)
            return &structs[i];
    }
    ck_abort_msg("%s is not in samen.json", trials[trial].name);
}

static char *outcome(int trial, const void *given) {
    char *text = NULL;
    size_t length = 0;
    FILE *told = open_memstream(&text, &length);
    ck_assert_ptr_nonnull(told);
    trials[trial].call(given, told);
    ck_assert_int_eq(fclose(told), 0);
    return text;
}

/* The first `bytes` of a trial's struct, which says that it has `claimed`. */
static void put(void *into, int trial, size_t bytes, uint32_t claimed) {
    memcpy(into, trials[trial].sample, bytes);
    memcpy(into, &claimed, sizeof claimed);
}

/* What comes of the first `bytes` when all others are zero. */
static char *expected(int trial, size_t bytes) {
    _Alignas(16) char given[LARGEST] = {0};
    put(given, trial, bytes, struct_of(trial)->size);
    return outcome(trial, given);
}

static void same(int trial, const void *given, size_t bytes, const char *words) {
    char *wanted = expected(trial, bytes), *got = outcome(trial, given);
    ck_assert_msg(strcmp(got, wanted) == 0, "%s of %zu bytes%s gives\n%.2000s, not\n%.2000s",
                  trials[trial].name, bytes, words, got, wanted);
    ck_assert_msg(bytes < trials[trial].needs || strncmp(got, "0 0 \n", 5) == 0,
                  "%s of %zu bytes%s: %.600s", trials[trial].name, bytes, words, got);
    free(wanted);
    free(got);
}

TEST(every_struct_that_tells_its_size_is_tried) {
    for (size_t i = 0; i < STRUCTS; i++) {
        int found = 0;
        for (int trial = 0; trial < TRIALS; trial++)
            found += struct_of(trial) == &structs[i];
        ck_assert_msg(found, "no call here takes a %s", structs[i].name);
        ck_assert_uint_eq(structs[i].ends[0], sizeof(uint32_t));
        ck_assert_uint_le(structs[i].size, LARGEST / 2);
    }
}
END

TEST(an_older_struct_is_as_if_its_later_fields_were_zero_whatever_lies_behind) {
    stage();
    for (int trial = 0; trial < TRIALS; trial++) {
        const growing *of = struct_of(trial);
        for (size_t field = 0; field < of->fields; field++) {
            _Alignas(16) char given[LARGEST];
            memset(given, 0xa5, sizeof given);
            put(given, trial, of->ends[field], of->ends[field]);
            same(trial, given, of->ends[field], " with garbage behind");
        }
    }
    leave();
}
END

/* The struct ends where the memory does: a byte read beyond it ends the test. */
TEST(nothing_behind_an_older_struct_is_read) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *memory = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ck_assert_ptr_ne(memory, MAP_FAILED);
    ck_assert_int_eq(mprotect(memory + page, page, PROT_NONE), 0);
    stage();
    for (int trial = 0; trial < TRIALS; trial++) {
        const growing *of = struct_of(trial);
        for (size_t field = 0; field < of->fields; field++) {
            char *given = memory + page - of->ends[field];
            put(given, trial, of->ends[field], of->ends[field]);
            same(trial, given, of->ends[field], " at the end of memory");
        }
    }
    leave();
    munmap(memory, 2 * page);
}
END

TEST(a_later_struct_is_taken_when_what_is_new_is_zero) {
    stage();
    for (int trial = 0; trial < TRIALS; trial++) {
        const growing *of = struct_of(trial);
        for (uint32_t more = 1; more <= 64; more = more < 8 ? 8 : more * 2) {
            _Alignas(16) char given[LARGEST];
            memset(given, 0xa5, sizeof given);
            memset(given, 0, of->size + more);
            put(given, trial, of->size, of->size + more);
            same(trial, given, of->size, " that says it is longer");
        }
    }
    leave();
}
END

TEST(a_later_struct_is_refused_when_it_asks_for_what_is_not_known) {
    char words[128];
    snprintf(words, sizeof words, " sets a field that this version (%s) does not know\n",
             samen_version());
    stage();
    for (int trial = 0; trial < TRIALS; trial++) {
        const growing *of = struct_of(trial);
        for (uint32_t at = of->size; at < of->size + 16; at++) {
            _Alignas(16) char given[LARGEST] = {0};
            put(given, trial, of->size, of->size + 16);
            given[at] = 1;
            char *got = outcome(trial, given);
            ck_assert_msg(atoi(got) == SAMEN_ERR_ARGUMENT && strstr(got, words) &&
                              strstr(got, of->name),
                          "%s with byte %u set: %.600s", of->name, at, got);
            free(got);
        }
    }
    leave();
}
END

TEST(a_size_that_cannot_be_is_refused) {
    static const uint32_t sizes[] = {0, 1, 3, 65537, UINT32_MAX};
    stage();
    for (int trial = 0; trial < TRIALS; trial++) {
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
            _Alignas(16) char given[LARGEST] = {0};
            put(given, trial, struct_of(trial)->size, sizes[i]);
            char *got = outcome(trial, given), words[96];
            snprintf(words, sizeof words,
                     "struct_size of the %s is %u; set it to sizeof the struct", trials[trial].name,
                     sizes[i]);
            ck_assert_msg(atoi(got) == SAMEN_ERR_ARGUMENT && strstr(got, words), "%s: %.600s",
                          words, got);
            free(got);
        }
    }
    leave();
}
END

SUITE("abi/older_structs", every_struct_that_tells_its_size_is_tried,
      an_older_struct_is_as_if_its_later_fields_were_zero_whatever_lies_behind,
      nothing_behind_an_older_struct_is_read, a_later_struct_is_taken_when_what_is_new_is_zero,
      a_later_struct_is_refused_when_it_asks_for_what_is_not_known,
      a_size_that_cannot_be_is_refused)
