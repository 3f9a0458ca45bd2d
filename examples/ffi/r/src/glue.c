/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between R and samen: what R code cannot do itself, called by .Call.
 *
 * R leaves a function by longjmp when memory runs out, a condition is caught, or the user interrupts. No
 * such jump may cross a frame of samen or lose what samen has made. So what samen hands out is put at once
 * under an external pointer that was made before, and whose finalizer frees it; and R code that runs inside
 * a call of samen (interrupts, progress) runs behind a fence: a jump ends there, samen is told to stop and
 * comes back, and then the jump goes on.
 *
 * A failure comes back as a list of class samen_failure, for R code to raise. */
#define R_NO_REMAP
#include <R.h>
#include <R_ext/Rdynload.h>
#include <Rinternals.h>
#include <limits.h>
#include <math.h>
#include <samen/samen.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include "frames.h"

/* ---- Texts and failures ------------------------------------------------------------------- */

static SEXP utf8(const char *text) {
    return text ? Rf_mkCharCE(text, CE_UTF8) : NA_STRING;
}

static SEXP failure(const samen_error *e) {
    const char *names[] = {"status", "argument", "row", "column", "message", ""};
    SEXP out = PROTECT(Rf_mkNamed(VECSXP, names));
    SET_VECTOR_ELT(out, 0, Rf_ScalarString(utf8(samen_status_name(e->code))));
    SET_VECTOR_ELT(out, 1, Rf_ScalarInteger(e->argument));
    SET_VECTOR_ELT(out, 2, Rf_ScalarReal(e->row < 0 ? NA_REAL : (double)e->row + 1));
    SET_VECTOR_ELT(out, 3, Rf_ScalarReal(e->column < 0 ? NA_REAL : (double)e->column + 1));
    SET_VECTOR_ELT(out, 4, Rf_ScalarString(utf8(e->message)));
    Rf_setAttrib(out, R_ClassSymbol, Rf_mkString("samen_failure"));
    UNPROTECT(1);
    return out;
}

/* ---- Handles ------------------------------------------------------------------------------ */

static int handles; /* alive */

/* The tag of the external pointer says what it points to, whatever class R code has given it. */
static SEXP handle_new(const char *kind, R_CFinalizer_t finalizer) {
    SEXP handle = PROTECT(R_MakeExternalPtr(NULL, Rf_install(kind), R_NilValue));
    R_RegisterCFinalizerEx(handle, finalizer, TRUE);
    Rf_setAttrib(handle, R_ClassSymbol, Rf_mkString(kind));
    UNPROTECT(1);
    return handle;
}

/* What a call has made is owned by `handle` from here on. */
static SEXP handle_end(SEXP handle, void *made, samen_status status, const samen_error *err) {
    R_SetExternalPtrAddr(handle, made);
    handles += made != NULL;
    return status == SAMEN_OK ? handle : failure(err);
}

static void *handle_take(SEXP handle) {
    void *address = R_ExternalPtrAddr(handle);
    R_ClearExternalPtr(handle);
    handles -= address != NULL;
    return address;
}

#define HANDLE(kind)                                                                               \
    static void free_##kind(SEXP handle) {                                                         \
        samen_##kind##_free(handle_take(handle));                                                  \
    }                                                                                              \
    static SEXP new_##kind(void) {                                                                 \
        return handle_new("samen_" #kind, free_##kind);                                            \
    }

HANDLE(network)
HANDLE(view)
HANDLE(typology)
HANDLE(builder)
HANDLE(table)
HANDLE(report)

/* The address behind a handle, or NULL with a sentence in err. */
static void *address_of(SEXP handle, const char *kind, samen_error *err) {
    int fits = TYPEOF(handle) == EXTPTRSXP && R_ExternalPtrTag(handle) == Rf_install(kind);
    void *address = fits ? R_ExternalPtrAddr(handle) : NULL;
    *err = (samen_error){.code = SAMEN_ERR_ARGUMENT, .argument = 1, .row = -1, .column = -1};
    if (!fits)
        snprintf(err->message, sizeof err->message, "this is no %s", kind);
    else if (!address)
        snprintf(err->message, sizeof err->message,
                 "this %s was saved by another session of R, which keeps no more than its name; "
                 "make it anew",
                 kind);
    return address;
}

/* ---- Running: interrupts and progress ----------------------------------------------------- */

typedef struct watch {
    SEXP progress; /* an R function, or NULL */
    SEXP jump;     /* a jump of R that waits until samen has come back */
    jmp_buf fence;
    double fraction;
    const char *what;
    int stopped, jumped;
} watch;

static int inside; /* R code runs inside a call of samen */

static SEXP look(void *data) {
    watch *w = data;
    R_CheckUserInterrupt();
    if (w->progress == R_NilValue)
        return R_NilValue;
    SEXP fraction = PROTECT(Rf_ScalarReal(w->fraction));
    SEXP what = PROTECT(Rf_ScalarString(utf8(w->what)));
    SEXP call = PROTECT(Rf_lang3(w->progress, fraction, what));
    SEXP answer = PROTECT(Rf_eval(call, R_GlobalEnv));
    w->stopped = Rf_isLogical(answer) && XLENGTH(answer) == 1 && LOGICAL(answer)[0] == 0;
    UNPROTECT(4);
    return R_NilValue;
}

static void jump_to_fence(void *data, Rboolean jump) {
    watch *w = data;
    if (jump)
        longjmp(w->fence, 1);
}

static int32_t on_progress(void *payload, double fraction, const char *what) {
    watch *w = payload;
    if (w->jumped || w->stopped)
        return 1;
    w->fraction = fraction;
    w->what = what;
    inside = 1;
    if (setjmp(w->fence) == 0)
        R_UnwindProtect(look, w, jump_to_fence, w, w->jump);
    else
        w->jumped = 1;
    inside = 0;
    return w->jumped || w->stopped;
}

/* The settings of a run: a list of seed, threads, progress. Leaves one object protected. */
static samen_run run_start(SEXP settings, watch *w) {
    *w = (watch){.progress = VECTOR_ELT(settings, 2), .jump = PROTECT(R_MakeUnwindCont())};
    return (samen_run){.struct_size = sizeof(samen_run),
                       .seed = (uint64_t)Rf_asReal(VECTOR_ELT(settings, 0)),
                       .threads = Rf_asInteger(VECTOR_ELT(settings, 1)),
                       .on_progress = on_progress,
                       .payload = w};
}

/* The same after a run; a jump that waits goes on. */
static SEXP run_end(const watch *w, SEXP handle, void *made, samen_status status,
                    const samen_error *err) {
    SEXP out = handle_end(handle, made, status, err);
    if (w->jumped)
        R_ContinueUnwind(w->jump);
    return out;
}

/* The same after a run that hands nothing out. */
static SEXP run_leave(const watch *w, samen_status status, const samen_error *err) {
    if (w->jumped)
        R_ContinueUnwind(w->jump);
    return status == SAMEN_OK ? R_NilValue : failure(err);
}

/* ---- Tables to R -------------------------------------------------------------------------- */

static const int64_t LARGEST_EXACT = (int64_t)1 << 53;

static int bit(const uint8_t *bits, R_xlen_t at) {
    return bits[at / 8] >> at % 8 & 1;
}

/* Whole numbers: integers where all of the column fit, otherwise doubles, which are exact up to 2^53. */
static SEXP whole_numbers(const int64_t *data, const uint8_t *valid, R_xlen_t rows) {
    int fit = 1;
    for (R_xlen_t i = 0; fit && i < rows; i++)
        fit = data[i] > INT_MIN && data[i] <= INT_MAX; /* INT_MIN is R's NA; null cells are 0 */
    SEXP out = PROTECT(Rf_allocVector(fit ? INTSXP : REALSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++) {
        int null = valid && !bit(valid, i);
        if (data[i] > LARGEST_EXACT || data[i] < -LARGEST_EXACT)
            Rf_error("row %.0f: the whole number is beyond 2^53, more than R can hold",
                     (double)i + 1);
        if (fit)
            INTEGER(out)[i] = null ? NA_INTEGER : (int)data[i];
        else
            REAL(out)[i] = null ? NA_REAL : (double)data[i];
    }
    UNPROTECT(1);
    return out;
}

static SEXP real_numbers(const double *data, const uint8_t *valid, R_xlen_t rows) {
    SEXP out = PROTECT(Rf_allocVector(REALSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++)
        REAL(out)[i] = valid && !bit(valid, i) ? NA_REAL : data[i];
    UNPROTECT(1);
    return out;
}

static SEXP days(const int32_t *data, const uint8_t *valid, R_xlen_t rows) {
    SEXP out = PROTECT(Rf_allocVector(REALSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++)
        REAL(out)[i] = valid && !bit(valid, i) ? NA_REAL : data[i];
    Rf_setAttrib(out, R_ClassSymbol, Rf_mkString("Date"));
    UNPROTECT(1);
    return out;
}

static SEXP yes_no(const uint8_t *data, const uint8_t *valid, R_xlen_t rows) {
    SEXP out = PROTECT(Rf_allocVector(LGLSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++)
        LOGICAL(out)[i] = valid && !bit(valid, i) ? NA_LOGICAL : bit(data, i);
    UNPROTECT(1);
    return out;
}

static SEXP texts(const uint8_t *data, const int64_t *offset, const uint8_t *valid, R_xlen_t rows) {
    SEXP out = PROTECT(Rf_allocVector(STRSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++) {
        int64_t length = offset[i + 1] - offset[i];
        if (length > INT_MAX)
            Rf_error("the text of row %.0f is too long for R", (double)i + 1);
        SET_STRING_ELT(out, i,
                       valid && !bit(valid, i)
                           ? NA_STRING
                           : Rf_mkCharLenCE((const char *)data + offset[i], (int)length, CE_UTF8));
    }
    UNPROTECT(1);
    return out;
}

static SEXP column_to_r(const samen_table *table, int32_t column, R_xlen_t rows) {
    const uint8_t *valid = samen_table_data_validity(table, column);
    switch (samen_table_column_type(table, column)) {
    case SAMEN_COLUMN_INT64:
        return whole_numbers(samen_table_data_int64(table, column), valid, rows);
    case SAMEN_COLUMN_FLOAT64:
        return real_numbers(samen_table_data_float64(table, column), valid, rows);
    case SAMEN_COLUMN_BOOL: return yes_no(samen_table_data_bool(table, column), valid, rows);
    case SAMEN_COLUMN_DATE: return days(samen_table_data_date(table, column), valid, rows);
    default:
        return texts(samen_table_data_text(table, column), samen_table_data_offsets(table, column),
                     valid, rows);
    }
}

static SEXP notes_to_r(const samen_table *table) {
    const char *names[] = {"code", "count", "text", ""};
    int32_t count = samen_table_notes(table);
    SEXP out = PROTECT(Rf_mkNamed(VECSXP, names));
    SEXP code = SET_VECTOR_ELT(out, 0, Rf_allocVector(STRSXP, count));
    SEXP counts = SET_VECTOR_ELT(out, 1, Rf_allocVector(REALSXP, count));
    SEXP text = SET_VECTOR_ELT(out, 2, Rf_allocVector(STRSXP, count));
    for (int32_t i = 0; i < count; i++) {
        SET_STRING_ELT(code, i, utf8(samen_table_note_code(table, i)));
        REAL(counts)[i] = (double)samen_table_note_count(table, i);
        SET_STRING_ELT(text, i, utf8(samen_table_note_text(table, i)));
    }
    UNPROTECT(1);
    return out;
}

static SEXP provenance_to_r(const samen_table *table) {
    int32_t count = samen_table_provenances(table);
    SEXP out = PROTECT(Rf_allocVector(STRSXP, count));
    SEXP names = PROTECT(Rf_allocVector(STRSXP, count));
    for (int32_t i = 0; i < count; i++) {
        SET_STRING_ELT(names, i, utf8(samen_table_provenance_key(table, i)));
        SET_STRING_ELT(out, i, utf8(samen_table_provenance_value(table, i)));
    }
    Rf_setAttrib(out, R_NamesSymbol, names);
    UNPROTECT(2);
    return out;
}

/* Columns, rows, notes and provenance of a table, which is freed. What is a failure stays one. */
static SEXP table_to_r(SEXP handle) {
    const char *parts[] = {"columns", "rows", "notes", "provenance", ""};
    if (TYPEOF(handle) != EXTPTRSXP)
        return handle;
    const samen_table *table = R_ExternalPtrAddr(PROTECT(handle));
    int64_t rows = samen_table_rows(table);
    int32_t columns = samen_table_columns(table);
    if (rows > INT_MAX)
        Rf_error("a table of %.0f rows is too long for a data frame", (double)rows);
    SEXP out = PROTECT(Rf_mkNamed(VECSXP, parts));
    SEXP cells = SET_VECTOR_ELT(out, 0, Rf_allocVector(VECSXP, columns));
    SEXP names = PROTECT(Rf_allocVector(STRSXP, columns));
    for (int32_t i = 0; i < columns; i++) {
        SET_STRING_ELT(names, i, utf8(samen_table_column_name(table, i)));
        SET_VECTOR_ELT(cells, i, column_to_r(table, i, (R_xlen_t)rows));
    }
    Rf_setAttrib(cells, R_NamesSymbol, names);
    SET_VECTOR_ELT(out, 1, Rf_ScalarInteger((int)rows));
    SET_VECTOR_ELT(out, 2, notes_to_r(table));
    SET_VECTOR_ELT(out, 3, provenance_to_r(table));
    free_table(handle);
    UNPROTECT(3);
    return out;
}

/* ---- What R calls ------------------------------------------------------------------------- */

static SEXP version(void) {
    SEXP out = PROTECT(Rf_allocVector(STRSXP, 2));
    SET_STRING_ELT(out, 0, utf8(samen_version()));
    SET_STRING_ELT(out, 1, utf8(samen_version_igraph()));
    UNPROTECT(1);
    return out;
}

/* How many handles are alive, and whether R code runs inside a call of samen. */
static SEXP state(void) {
    SEXP out = PROTECT(Rf_allocVector(INTSXP, 2));
    INTEGER(out)[0] = handles;
    INTEGER(out)[1] = inside;
    UNPROTECT(1);
    return out;
}

/* `limits`: allow_empty, bytes, line, rows, ratio as numbers. */
static samen_io_read_options read_options(SEXP limits) {
    const double *limit = REAL(limits);
    return (samen_io_read_options){.struct_size = sizeof(samen_io_read_options),
                                   .allow_empty = limit[0] != 0,
                                   .max_bytes = (int64_t)limit[1],
                                   .max_line = (int64_t)limit[2],
                                   .max_rows = (int64_t)limit[3],
                                   .max_ratio = (int64_t)limit[4]};
}

static SEXP read_data_set(SEXP path, SEXP limits, SEXP settings) {
    samen_error err = {0};
    samen_network *made = NULL;
    watch w;
    samen_io_read_options options = read_options(limits);
    SEXP handle = PROTECT(new_network());
    samen_run run = run_start(settings, &w);
    samen_status status = samen_io_read(text_of(path, 0), &options, &run, &made, &err);
    SEXP out = run_end(&w, handle, made, status, &err);
    UNPROTECT(2);
    return out;
}

static SEXP check_data_set(SEXP path, SEXP limits, SEXP settings) {
    samen_error err = {0};
    samen_table *made = NULL;
    watch w;
    samen_io_read_options options = read_options(limits);
    SEXP handle = PROTECT(new_table());
    samen_run run = run_start(settings, &w);
    samen_status status = samen_io_check(text_of(path, 0), &options, &run, &made, &err);
    SEXP out = table_to_r(run_end(&w, handle, made, status, &err));
    UNPROTECT(2);
    return out;
}

static SEXP write_data_set(SEXP network, SEXP path, SEXP overwrite, SEXP separator,
                           SEXP decimal_comma) {
    samen_error err = {0};
    samen_network *of = address_of(network, "samen_network", &err);
    if (!of)
        return failure(&err);
    samen_io_write_options options = {.struct_size = sizeof options,
                                      .overwrite = Rf_asLogical(overwrite) == 1,
                                      .separator = (unsigned char)text_of(separator, 0)[0],
                                      .decimal_comma = Rf_asLogical(decimal_comma) == 1};
    samen_status status = samen_io_write(of, text_of(path, 0), &options, &err);
    return status == SAMEN_OK ? R_NilValue : failure(&err);
}

static SEXP typology_builtin(SEXP name) {
    samen_error err = {0};
    samen_typology *made = NULL;
    SEXP handle = PROTECT(new_typology());
    samen_status status = samen_typology_builtin(text_of(name, 0), &made, &err);
    SEXP out = handle_end(handle, made, status, &err);
    UNPROTECT(1);
    return out;
}

/* `columns`: form, name, name_nl, family, aliases, scale, purpose as texts; commitment as integers. */
static SEXP typology_new(SEXP columns, SEXP commitment) {
    samen_error err = {0};
    samen_typology *made = NULL;
    R_xlen_t count = XLENGTH(commitment);
    samen_form *form = zeros(count, sizeof *form);
    const samen_form **forms = zeros(count, sizeof *forms);
    for (R_xlen_t i = 0; i < count; i++) {
        int level = INTEGER(commitment)[i];
        form[i] = (samen_form){.struct_size = sizeof *form,
                               .has_commitment = level != NA_INTEGER,
                               .commitment = level == NA_INTEGER ? 0 : level,
                               .key = text_of(VECTOR_ELT(columns, 0), i),
                               .name = text_of(VECTOR_ELT(columns, 1), i),
                               .name_nl = text_of(VECTOR_ELT(columns, 2), i),
                               .family = text_of(VECTOR_ELT(columns, 3), i),
                               .aliases = text_of(VECTOR_ELT(columns, 4), i),
                               .scale = text_of(VECTOR_ELT(columns, 5), i),
                               .purpose = text_of(VECTOR_ELT(columns, 6), i)};
        forms[i] = &form[i];
    }
    SEXP handle = PROTECT(new_typology());
    samen_status status = samen_typology_new(forms, (int32_t)count, &made, &err);
    SEXP out = handle_end(handle, made, status, &err);
    UNPROTECT(1);
    return out;
}

static SEXP builder_new(SEXP typology) {
    samen_error err = {0};
    samen_builder *made = NULL;
    samen_typology *forms = address_of(typology, "samen_typology", &err);
    if (!forms)
        return failure(&err);
    SEXP handle = PROTECT(new_builder());
    samen_status status = samen_builder_new(forms, &made, &err);
    SEXP out = handle_end(handle, made, status, &err);
    UNPROTECT(1);
    return out;
}

/* NULL when all went in; the number of a column that is of no kind that can go in; or a failure. */
static SEXP builder_add(SEXP builder, SEXP part, SEXP frame, SEXP rows) {
    samen_error err = {0};
    struct ArrowSchema schema;
    struct ArrowArray array;
    samen_builder *to = address_of(builder, "samen_builder", &err);
    if (!to)
        return failure(&err);
    int refused = frame_to_arrow(frame, Rf_asInteger(rows), &schema, &array);
    if (refused >= 0)
        return Rf_ScalarInteger(refused + 1);
    samen_status status = samen_builder_add_arrow(to, Rf_asInteger(part), &schema, &array, &err);
    return status == SAMEN_OK ? R_NilValue : failure(&err);
}

static SEXP builder_finish(SEXP builder) {
    samen_error err = {0};
    samen_network *made = NULL;
    samen_builder *from = address_of(builder, "samen_builder", &err);
    if (!from)
        return failure(&err);
    SEXP handle = PROTECT(new_network());
    samen_status status = samen_builder_finish(from, &made, &err);
    SEXP out = handle_end(handle, made, status, &err);
    UNPROTECT(1);
    return out;
}

/* Of a network: how many organisations, ties, partnerships and memberships. */
static SEXP network_counts(SEXP network) {
    samen_error err;
    const samen_network *of = address_of(network, "samen_network", &err);
    if (!of)
        return failure(&err);
    SEXP out = PROTECT(Rf_allocVector(REALSXP, 4));
    for (int32_t part = 0; part < 4; part++)
        REAL(out)[part] = (double)samen_network_count(of, part);
    UNPROTECT(1);
    return out;
}

static SEXP network_table(SEXP network, SEXP part) {
    samen_error err = {0};
    samen_table *made = NULL;
    const samen_network *of = address_of(network, "samen_network", &err);
    if (!of)
        return failure(&err);
    SEXP handle = PROTECT(new_table());
    samen_status status = samen_network_table(of, Rf_asInteger(part), &made, &err);
    SEXP out = table_to_r(handle_end(handle, made, status, &err));
    UNPROTECT(1);
    return out;
}

/* The forms of a network, or of a typology. */
static SEXP typology_table(SEXP x) {
    samen_error err = {0};
    samen_table *made = NULL;
    const samen_network *network = address_of(x, "samen_network", &err);
    const samen_typology *of =
        network ? samen_network_typology(network) : address_of(x, "samen_typology", &err);
    if (!of)
        return failure(&err);
    SEXP handle = PROTECT(new_table());
    samen_status status = samen_typology_table(of, &made, &err);
    SEXP out = table_to_r(handle_end(handle, made, status, &err));
    UNPROTECT(1);
    return out;
}

static SEXP typology_classify(SEXP traits) {
    samen_error err = {0};
    samen_table *made = NULL;
    const int *trait = INTEGER(traits);
    samen_traits known = {.struct_size = sizeof known,
                          .commitment = (uint32_t)trait[0],
                          .bounded = (uint32_t)trait[1],
                          .one_off = (uint32_t)trait[2],
                          .common_goal = (uint32_t)trait[3],
                          .purpose = (uint32_t)trait[4]};
    SEXP handle = PROTECT(new_table());
    samen_status status = samen_typology_classify(&known, &made, &err);
    SEXP out = table_to_r(handle_end(handle, made, status, &err));
    UNPROTECT(1);
    return out;
}

static SEXP typology_advise(SEXP purpose) {
    samen_error err = {0};
    samen_table *made = NULL;
    SEXP handle = PROTECT(new_table());
    samen_status status = samen_typology_advise((uint32_t)Rf_asInteger(purpose), &made, &err);
    SEXP out = table_to_r(handle_end(handle, made, status, &err));
    UNPROTECT(1);
    return out;
}

static SEXP view_make(SEXP network, SEXP options, SEXP settings) {
    samen_error err = {0};
    samen_view *made = NULL;
    watch w;
    samen_network *of = address_of(network, "samen_network", &err);
    if (!of)
        return failure(&err);
    const char *choice = text_of(options, 0);
    SEXP handle = PROTECT(new_view());
    samen_run run = run_start(settings, &w);
    samen_status status = samen_view_make(of, choice, &run, &made, &err);
    SEXP out = run_end(&w, handle, made, status, &err);
    UNPROTECT(2);
    return out;
}

static SEXP view_network(SEXP view) {
    samen_error err;
    const samen_view *of = address_of(view, "samen_view", &err);
    if (!of)
        return failure(&err);
    SEXP handle = PROTECT(new_network());
    handle_end(handle, samen_network_retain(samen_view_network(of)), SAMEN_OK, &err);
    UNPROTECT(1);
    return handle;
}

/* The keys of the organisations that a view shows, and whether it is directed. */
static SEXP view_shows(SEXP view) {
    const char *parts[] = {"organisations", "directed", ""};
    samen_error err;
    const samen_view *of = address_of(view, "samen_view", &err);
    if (!of)
        return failure(&err);
    R_xlen_t count = (R_xlen_t)samen_view_organisations(of);
    SEXP out = PROTECT(Rf_mkNamed(VECSXP, parts));
    SEXP keys = SET_VECTOR_ELT(out, 0, Rf_allocVector(STRSXP, count));
    for (R_xlen_t i = 0; i < count; i++)
        SET_STRING_ELT(keys, i, utf8(samen_view_key(of, i)));
    SET_VECTOR_ELT(out, 1, Rf_ScalarLogical(samen_view_is_directed(of)));
    UNPROTECT(1);
    return out;
}

static SEXP view_table(SEXP view, SEXP settings) {
    samen_error err = {0};
    samen_table *made = NULL;
    watch w;
    const samen_view *of = address_of(view, "samen_view", &err);
    if (!of)
        return failure(&err);
    SEXP handle = PROTECT(new_table());
    samen_run run = run_start(settings, &w);
    samen_status status = samen_view_table(of, &run, &made, &err);
    SEXP out = table_to_r(run_end(&w, handle, made, status, &err));
    UNPROTECT(2);
    return out;
}

static SEXP measure(SEXP view, SEXP name, SEXP options, SEXP settings) {
    samen_error err = {0};
    samen_table *made = NULL;
    watch w;
    const samen_view *of = address_of(view, "samen_view", &err);
    if (!of)
        return failure(&err);
    const char *which = text_of(name, 0), *choice = text_of(options, 0);
    SEXP handle = PROTECT(new_table());
    samen_run run = run_start(settings, &w);
    samen_status status = samen_measure(of, which, choice, &run, &made, &err);
    SEXP out = table_to_r(run_end(&w, handle, made, status, &err));
    UNPROTECT(2);
    return out;
}

static SEXP draw_write(SEXP view, SEXP kind, SEXP options, SEXP path, SEXP overwrite,
                       SEXP settings) {
    samen_error err = {0};
    watch w;
    const samen_view *of = address_of(view, "samen_view", &err);
    if (!of)
        return failure(&err);
    const char *which = text_of(kind, 0), *choice = text_of(options, 0), *to = text_of(path, 0);
    samen_run run = run_start(settings, &w);
    samen_status status =
        samen_draw_write(of, which, choice, &run, to, Rf_asLogical(overwrite) == 1, &err);
    SEXP out = run_leave(&w, status, &err);
    UNPROTECT(1);
    return out;
}

static SEXP report_new(SEXP view, SEXP options, SEXP settings) {
    samen_error err = {0};
    samen_report *made = NULL;
    watch w;
    const samen_view *of = address_of(view, "samen_view", &err);
    if (!of)
        return failure(&err);
    const char *choice = text_of(options, 0);
    SEXP handle = PROTECT(new_report());
    samen_run run = run_start(settings, &w);
    samen_status status = samen_report_new(of, choice, &run, &made, &err);
    SEXP out = run_end(&w, handle, made, status, &err);
    UNPROTECT(2);
    return out;
}

static SEXP report_write(SEXP report, SEXP format, SEXP path, SEXP overwrite, SEXP settings) {
    samen_error err = {0};
    watch w;
    const samen_report *of = address_of(report, "samen_report", &err);
    if (!of)
        return failure(&err);
    const char *as = text_of(format, 0), *to = text_of(path, 0);
    samen_run run = run_start(settings, &w);
    samen_status status = samen_report_write(of, as, &run, to, Rf_asLogical(overwrite) == 1, &err);
    SEXP out = run_leave(&w, status, &err);
    UNPROTECT(1);
    return out;
}

/* What there is: "measures", the "options" or "columns" of one measure (or of all, for NULL), the options of
 * "pictures" and of a "report". */
static SEXP describe(SEXP what, SEXP name) {
    samen_error err = {0};
    samen_table *made = NULL;
    const char *list = text_of(what, 0), *of = text_of(name, 0);
    SEXP handle = PROTECT(new_table());
    samen_status status = strcmp(list, "options") == 0   ? samen_describe_options(of, &made, &err)
                          : strcmp(list, "columns") == 0 ? samen_describe_columns(of, &made, &err)
                          : strcmp(list, "pictures") == 0
                              ? samen_draw_describe_options(of, &made, &err)
                          : strcmp(list, "report") == 0 ? samen_report_describe_options(&made, &err)
                                                        : samen_describe(&made, &err);
    SEXP out = table_to_r(handle_end(handle, made, status, &err));
    UNPROTECT(1);
    return out;
}

/* ---- Loading ------------------------------------------------------------------------------ */

#define ROUTINE(function, arguments)                                                               \
    { #function, (DL_FUNC)(void (*)(void))function, arguments }

static const R_CallMethodDef routines[] = {ROUTINE(version, 0),
                                           ROUTINE(state, 0),
                                           ROUTINE(read_data_set, 3),
                                           ROUTINE(check_data_set, 3),
                                           ROUTINE(write_data_set, 5),
                                           ROUTINE(typology_builtin, 1),
                                           ROUTINE(typology_new, 2),
                                           ROUTINE(typology_table, 1),
                                           ROUTINE(typology_classify, 1),
                                           ROUTINE(typology_advise, 1),
                                           ROUTINE(builder_new, 1),
                                           ROUTINE(builder_add, 4),
                                           ROUTINE(builder_finish, 1),
                                           ROUTINE(network_counts, 1),
                                           ROUTINE(network_table, 2),
                                           ROUTINE(view_make, 3),
                                           ROUTINE(view_network, 1),
                                           ROUTINE(view_shows, 1),
                                           ROUTINE(view_table, 2),
                                           ROUTINE(measure, 4),
                                           ROUTINE(draw_write, 6),
                                           ROUTINE(report_new, 3),
                                           ROUTINE(report_write, 5),
                                           ROUTINE(describe, 2),
                                           {NULL, NULL, 0}};

void R_init_samen(DllInfo *library) {
    R_registerRoutines(library, NULL, routines, NULL, NULL);
    R_useDynamicSymbols(library, FALSE);
}
