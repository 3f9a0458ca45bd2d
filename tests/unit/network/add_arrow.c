/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of Arrow arrays and streams into a builder. */
#include "../table/arrow.h"
#include "filled.h"

static const int32_t one_by_one[] = {0, 1, 2, 3, 4};

/* A builder with organisations a, b and c, of a typology with one form. */
static samen_builder *peopled(void) {
    static const samen_form form = {.struct_size = sizeof form, .key = "talk"};
    static const char *const keys[] = {"a", "b", "c"};
    const samen_form *const forms[] = {&form};
    samen_typology *typology = NULL;
    samen_builder *builder = NULL;
    OK(samen_typology_new(forms, 1, &typology, error));
    OK(samen_builder_new(typology, &builder, error));
    OK(samen_builder_add_organisations(builder, 3, keys, NULL, error));
    samen_typology_free(typology);
    return builder;
}

/* Two ties, from the letters of one text to those of the other, with a weight. */
static void start_ties(frame *f, const char *from, const char *to, const double *weight) {
    start_frame(f, 2);
    add_child(f, "from", "u", NULL, one_by_one, from);
    add_child(f, "to", "u", NULL, one_by_one, to);
    add_child(f, "weight", "g", NULL, weight, NULL);
}

#define HEADER "from,to,form,weight,directed,start,end,partnership\n"

static const double weights[] = {1, 2.5};

TEST(ties_are_added_and_what_they_came_in_is_released) {
    samen_builder *builder = peopled();
    frame f;
    start_ties(&f, "ab", "bc", weights);
    OK(samen_builder_add_arrow(builder, SAMEN_TIES, &f.schema, &f.array, error));
    ck_assert_int_eq(f.released, 2);
    ck_assert_ptr_null(f.schema.release);
    ck_assert_ptr_null(f.array.release);
    check_part(builder, SAMEN_TIES, HEADER "a,b,talk,1,no,,,\nb,c,talk,2.5,no,,,\n");
}
END

TEST(organisations_come_with_attributes_of_every_type) {
    const uint8_t valid[] = {0x02}, yes[] = {0x02};
    const int8_t index[] = {1, 0};
    const uint16_t staff[] = {9, 12};
    const int32_t since[] = {0, 19723}, sectors[] = {0, 3, 6};
    samen_builder *builder = peopled();
    frame f;
    start_frame(&f, 2);
    add_child(&f, "id", "u", NULL, one_by_one, "de");
    add_words(&f, add_child(&f, "sector", "c", NULL, index, NULL), 2, sectors, "GOVVOL");
    add_child(&f, "staff", "S", valid, staff, NULL);
    add_child(&f, "since", "tdD", NULL, since, NULL);
    add_child(&f, "open", "b", NULL, yes, NULL);
    add_child(&f, "name", "n", NULL, NULL, NULL);
    OK(samen_builder_add_arrow(builder, SAMEN_ORGANISATIONS, &f.schema, &f.array, error));
    check_part(builder, SAMEN_ORGANISATIONS,
               "id,name,sector,staff,since,open\na,,,,,\nb,,,,,\nc,,,,,\n"
               "d,,VOL,,1970-01-01,no\ne,,GOV,12,2024-01-01,yes\n");
}
END

TEST(a_stream_adds_all_its_batches) {
    samen_builder *builder = peopled();
    frame frames[2];
    brook b;
    start_ties(&frames[0], "ab", "bc", weights);
    start_ties(&frames[1], "ca", "aa", weights);
    start_brook(&b, frames, 2);
    OK(samen_builder_add_arrow_stream(builder, SAMEN_TIES, &b.stream, error));
    ck_assert_int_eq(b.released, 1);
    ck_assert_int_eq(frames[0].released, 2);
    ck_assert_int_eq(frames[1].released, 1);
    check_part(builder, SAMEN_TIES,
               HEADER "a,b,talk,1,no,,,\nb,c,talk,2.5,no,,,\n"
                      "c,a,talk,1,no,,,\na,a,talk,2.5,no,,,\n");
}
END

/* The second row fails, or a column does: nothing is added, nothing is released. */
static void check_refused_frame(frame *f, samen_status status, int32_t argument, int64_t row,
                                int64_t column, const char *words) {
    samen_builder *builder = peopled();
    samen_error error = {0};
    samen_status got = samen_builder_add_arrow(builder, SAMEN_TIES, &f->schema, &f->array, &error);
    ck_assert_msg(got == status && strstr(error.message, words), "%s: \"%s\" is not \"%s\"",
                  samen_status_name(got), error.message, words);
    ck_assert_int_eq(error.argument, argument);
    ck_assert_int_eq(error.row, row);
    ck_assert_int_eq(error.column, column);
    ck_assert_int_eq(samen_builder_add_arrow(builder, SAMEN_TIES, &f->schema, &f->array, NULL),
                     status);
    ck_assert_int_eq(f->released, 0);
    check_part(builder, SAMEN_TIES, HEADER);
}

TEST(what_is_wrong_is_told_with_argument_row_and_column) {
    const double odd[] = {1, INFINITY}, none[] = {1, 0};
    frame f;
    start_ties(&f, "ab", "bx", weights);
    check_refused_frame(&f, SAMEN_ERR_UNKNOWN, 4, 1, 1, "there is no organisation \"x\"");
    start_ties(&f, "ab", "bc", odd);
    check_refused_frame(&f, SAMEN_ERR_VALUE, 4, 1, 2, "NaN or infinite");
    start_ties(&f, "ab", "bc", none);
    check_refused_frame(&f, SAMEN_ERR_VALUE, 4, 1, 2, "the weight is 0");
    start_ties(&f, "ab", "bc", weights);
    f.names[1].name = "too";
    check_refused_frame(&f, SAMEN_ERR_MISSING, 3, -1, -1, "there is no column \"to\"");
    f.names[1].name = "to";
    f.names[2].format = "z";
    check_refused_frame(&f, SAMEN_ERR_UNSUPPORTED, 3, -1, 2, "column \"weight\" has bytes");
    f.names[2].format = "b";
    check_refused_frame(&f, SAMEN_ERR_ARGUMENT, 3, -1, -1, "of a type that it cannot have");
}
END

TEST(rows_count_over_the_whole_stream_and_none_is_added) {
    static const struct {
        const char *to;
        samen_status status;
        const char *words;
    } cases[] = {{"ax", SAMEN_ERR_UNKNOWN, "row 3, column \"to\": there is no organisation \"x\""},
                 {"a\xFF", SAMEN_ERR_VALUE, "row 3, column \"to\": the text is not valid UTF-8"}};
    for (int i = 0; i < 2; i++) {
        samen_builder *builder = peopled();
        samen_error error = {0};
        frame frames[2];
        brook b;
        start_ties(&frames[0], "ab", "bc", weights);
        start_ties(&frames[1], "ca", cases[i].to, weights);
        start_brook(&b, frames, 2);
        ck_assert_int_eq(samen_builder_add_arrow_stream(builder, SAMEN_TIES, &b.stream, &error),
                         cases[i].status);
        ck_assert_ptr_nonnull(strstr(error.message, cases[i].words));
        ck_assert_int_eq(error.argument, 3);
        ck_assert_int_eq(error.row, 3);
        ck_assert_int_eq(error.column, 1);
        ck_assert_int_eq(b.released, 0);
        ck_assert_int_eq(frames[0].released, 2);
        ck_assert_int_eq(frames[1].released, 1);
        check_part(builder, SAMEN_TIES, HEADER);
    }
}
END

TEST(wrong_arguments_are_refused_and_nothing_is_read) {
    samen_builder *builder = peopled();
    frame f;
    brook b;
    start_ties(&f, "ab", "bc", weights);
    start_brook(&b, &f, 1);
    REFUSES(1, "builder", samen_builder_add_arrow(NULL, 0, &f.schema, &f.array, error));
    REFUSES(2, "part", samen_builder_add_arrow(builder, 4, &f.schema, &f.array, error));
    REFUSES(3, "schema", samen_builder_add_arrow(builder, 0, NULL, &f.array, error));
    REFUSES(4, "array", samen_builder_add_arrow(builder, 0, &f.schema, NULL, error));
    REFUSES(1, "builder", samen_builder_add_arrow_stream(NULL, 0, &b.stream, error));
    REFUSES(2, "part", samen_builder_add_arrow_stream(builder, -1, &b.stream, error));
    REFUSES(3, "stream", samen_builder_add_arrow_stream(builder, 0, NULL, error));
    ck_assert_int_eq(f.released, 0);
    ck_assert_int_eq(b.given, 0);
    samen_builder_free(builder);
}
END

SUITE("network/add_arrow", ties_are_added_and_what_they_came_in_is_released,
      organisations_come_with_attributes_of_every_type, a_stream_adds_all_its_batches,
      what_is_wrong_is_told_with_argument_row_and_column,
      rows_count_over_the_whole_stream_and_none_is_added,
      wrong_arguments_are_refused_and_nothing_is_read)
