/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "../io/folder.h"
#include "reading.h"

static const char house[] = "examples/data/house-of-the-child";

static samen_network *read_house(void) {
    samen_network *network = NULL;
    OK(samen_io_read(source_path(house), NULL, NULL, &network, error));
    return network;
}

/* A table of a report by its file, owned by the report. */
static const samen_table *table_of(const samen_report *report, const char *file) {
    for (int32_t i = 0; i < samen_report_tables(report); i++) {
        if (strcmp(samen_report_table_file(report, i), file) == 0)
            return samen_report_table(report, i);
    }
    ck_abort_msg("there is no %s", file);
}

/* Oracle: the same measures on views of the two periods, chosen by hand. */
TEST(shares_and_densities_are_those_of_each_period_by_itself) {
    static const char *const period[] = {"from=2022-01-01; to=2023-01-01",
                                         "from=2024-01-01; to=2025-01-01"};
    static const char *const form[] = {"consultation", "ad-hoc",   "information",
                                       "learning",     "resource", "action"};
    samen_network *network = read_house();
    samen_view *view = see(samen_network_retain(network), "");
    samen_report *report = NULL;
    OK(samen_report_new(view, "", NULL, &report, error));
    const samen_table *each = table_of(report, "waves.csv");
    const samen_table *forms = table_of(report, "waves.forms.csv");
    ck_assert_int_eq(samen_table_rows(each), 2);
    ck_assert_int_eq(samen_table_rows(forms), 12);
    for (int w = 0; w < 2; w++) {
        samen_view *wave = see(samen_network_retain(network), period[w]);
        samen_table *density = measure(wave, "cohesion.density", "");
        samen_table *composition = measure(wave, "composition.forms", "");
        ck_assert_double_eq(cell_number(each, w, "density"), cell_number(density, 0, "density"));
        ck_assert_double_eq(cell_number(each, w, "upper"), cell_number(density, 0, "upper"));
        ck_assert_double_eq(cell_number(each, w, "pairs"), cell_number(composition, 0, "pairs"));
        for (int f = 0; f < 6; f++) {
            int64_t row = 6 * w + f;
            ck_assert_str_eq(cell_text(forms, row, "form"), form[f]);
            ck_assert_double_eq(cell_number(forms, row, "ties"),
                                cell_number(composition, f + 1, "ties"));
            CLOSE(cell_number(forms, row, "share"),
                  cell_number(composition, f + 1, "share_of_ties"), 1e-12);
        }
        samen_table_free(density);
        samen_table_free(composition);
        samen_view_free(wave);
    }
    samen_report_free(report);
    samen_view_free(view);
    samen_network_free(network);
}
END

/* Oracle: the tied pairs of ties.csv by wave, counted with awk, sort and comm: 38 in both, 4 and 13 in one. */
TEST(pairs_that_stayed_ended_and_began_are_counted) {
    samen_view *view = see(read_house(), "");
    samen_report *report = NULL;
    OK(samen_report_new(view, "", NULL, &report, error));
    const samen_table *pairs = table_of(report, "waves.pairs.csv");
    ck_assert_double_eq(cell_number(pairs, 0, "both"), 38);
    ck_assert_double_eq(cell_number(pairs, 0, "ended"), 4);
    ck_assert_double_eq(cell_number(pairs, 0, "begun"), 13);
    CLOSE(cell_number(pairs, 0, "stability"), 38. / 55, 1e-15);
    samen_report_free(report);
    samen_view_free(view);
}
END

TEST(what_changed_is_said_with_its_intervals) {
    SAYS(
        see(read_house(), ""), "", "What changed between waves",
        "The ties fall into 2 periods that do not overlap and are taken here for waves: 2022, 2024.",
        "action was 13.8 % (0.0 to 31.6) in 2022 and 43.3 % (5.3 to 78.6) in 2024. The intervals "
        "overlap, so this may be chance.",
        "the share of action network in ties rose most: from 6.6 %",
        "the share of consultation in ties fell most: from 41.0 %",
        "Of 55 pairs that were tied in 2022 or in 2024, 38 were tied in both (69.1 %), 4 only in "
        "2022 and 13 only in 2024.",
        "waves are not independent of each other");
    SAYS(see(read_house(), ""), "language=nl", "Wat er veranderde tussen metingen",
         "Van actie en overleg samen was actie 13,8 % (0,0 tot 31,6) in 2022",
         "De intervallen overlappen, dus dit kan toeval zijn.");
}
END

/* A complete network of consultation becomes one of action: nothing overlaps, whoever is drawn. */
TEST(a_change_beyond_doubt_is_not_called_chance) {
    char *ties = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&ties, &length);
    fputs("from,to,form,start,end\n", out);
    for (char a = 'a'; a < 'j'; a++) {
        for (char b = (char)(a + 1); b < 'j'; b++)
            fprintf(
                out,
                "%c,%c,consultation,2022-01-01,2023-01-01\n%c,%c,action,2024-01-01,2025-01-01\n", a,
                b, a, b);
    }
    fclose(out);
    const file files[MOST_FILES] = {{"ties.csv", ties}};
    SAYS(see(read_files(files), ""), "", "action was 0.0 % (0.0 to 0.0) in 2022 and 100.0 % (100.0",
         "The intervals do not overlap.");
    free(ties);
}
END

TEST(waves_are_drawn_beside_each_other) {
    samen_view *view = see(read_house(), "");
    char *page = format_of(view, "", "html", NULL);
    ck_assert_ptr_nonnull(strstr(page, "n = 61"));
    ck_assert_ptr_nonnull(strstr(page, "n = 73"));
    ck_assert_ptr_nonnull(strstr(page, "81 ties"));
    ck_assert_ptr_nonnull(strstr(page, "an undirected tie counts as two"));
    samen_free(page);
    samen_view_free(view);
}
END

TEST(a_report_on_one_period_says_nothing_of_waves) {
    expect_unsaid(see(read_house(), "from=2024-01-01"), "", "waves");
    expect_unsaid(see(build("A-B B-C"), ""), "", "waves");
}
END

SUITE("report/part_waves", shares_and_densities_are_those_of_each_period_by_itself,
      pairs_that_stayed_ended_and_began_are_counted, what_changed_is_said_with_its_intervals,
      a_change_beyond_doubt_is_not_called_chance, waves_are_drawn_beside_each_other,
      a_report_on_one_period_says_nothing_of_waves)
