/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes.h"

static const char *const bases[] = {"ties", "weight", "pairs", "partnerships"};

/* The same two sides in words and as masks of the built-in typology. */
static const struct {
    const char *options;
    uint64_t a, b;
} sides[] = {{"", 1u << 5, 1u << 0},
             {"a=action,resource; b=consultation,information", 0x30, 0x05},
             {"a=learning; b=ad-hoc,consultation,action", 1u << 3, 0x23}};

static samen_table *contrast(const scene *s, int side, const char *options) {
    char text[128];
    snprintf(text, sizeof text, "%s; %s", sides[side].options, options);
    return measure(s->view, "composition.contrast", text);
}

/* The number that a standard normal one stays below with a chance of `below`, by halving. */
static double normal_quantile(double below) {
    double low = -10, high = 10;
    for (int i = 0; i < 200; i++) {
        double middle = (low + high) / 2;
        if (0.5 * erfc(-middle / sqrt(2)) < below)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The bounds of Wilson's interval are the two shares p with (k/n - p)^2 = z^2 p (1-p) / n. */
static void look_at_wilson(const samen_table *table, int64_t row, double a, double b,
                           double level) {
    double n = a + b, share = a / n, z2 = pow(normal_quantile((1 + level) / 2), 2);
    double lower = many_cell(table, row, "wilson_lower");
    double upper = many_cell(table, row, "wilson_upper");
    EXPECT(lower <= share + 1e-12 && share <= upper + 1e-12, "%s: %g to %g", many_about, lower,
           upper);
    EXPECT(fabs(pow(share - lower, 2) - z2 * lower * (1 - lower) / n) < 1e-12, "%s: lower %g",
           many_about, lower);
    EXPECT(fabs(pow(share - upper, 2) - z2 * upper * (1 - upper) / n) < 1e-12, "%s: upper %g",
           many_about, upper);
}

static void look_at_row(const scene *s, const samen_table *table, int64_t row, int side) {
    const char *basis = many_text(table, row, "basis");
    naive_amount of_a = naive_forms(&s->naive, sides[side].a & s->forms, NAIVE_WHOLE, 0, 0, NULL);
    naive_amount of_b = naive_forms(&s->naive, sides[side].b & s->forms, NAIVE_WHOLE, 0, 0, NULL);
    naive_amount of_all = naive_forms(&s->naive, s->forms, NAIVE_WHOLE, 0, 0, NULL);
    double a = amount_on(of_a, basis), b = amount_on(of_b, basis), all = amount_on(of_all, basis);
    int nothing = a + b == 0;
    same(table, row, "a", a);
    same(table, row, "b", b);
    same(table, row, "all", all);
    if (!many_null(table, row, "estimate", nothing))
        same(table, row, "estimate", a / (a + b));
    if (!many_null(table, row, "difference", all == 0))
        same(table, row, "difference", (a - b) / all);
    if (!many_null(table, row, "odds", b == 0))
        same(table, row, "odds", a / b);
    if (!many_null(table, row, "wilson_lower", nothing || !strcmp(basis, "weight")))
        look_at_wilson(table, row, a, b, 0.9);
    many_null(table, row, "std_error", 1);
}

static void look_at_counts(const scene *s) {
    for (int side = 0; side < 3; side++) {
        samen_table *table = contrast(s, side, "draws=0; level=0.9");
        same_row_count(table, 4);
        for (int64_t row = 0; row < 4; row++) {
            ck_assert_str_eq(many_text(table, row, "basis"), bases[row]);
            look_at_row(s, table, row, side);
        }
        samen_table_free(table);
    }
}

static void look_at_bounds(const scene *s) {
    samen_table *table = contrast(s, 0, "draws=100");
    for (int64_t row = 0; row < 3; row++) {
        if (cell_is_null(table, row, "lower"))
            continue;
        double lower = many_cell(table, row, "lower"), upper = many_cell(table, row, "upper");
        EXPECT(0 <= lower && lower <= upper && upper <= 1, "%s: %g to %g", many_about, lower,
               upper);
        within(table, row, "std_error", 0, 0.5 + 0.1);
        within(table, row, "draws", 1, 100);
        within(table, row, "difference_lower", -1, many_cell(table, row, "difference_upper"));
        within(table, row, "difference_upper", -1, 1);
    }
    many_null(table, 3, "lower", 1);
    samen_table_free(table);
}

/* ---- The bootstrap by all samples ------------------------------------------------------------------- */

/* Going through all samples of the organisations and all draws for pairs of copies. */
typedef struct samples {
    int n, pairs;
    double a[16], b[16]; /* of every pair of organisations */
    int sample[4];
    double chance, sum, square; /* of shares that are defined */
} samples;

/* The number of a pair i < j of n. */
static int pair_number(int n, int i, int j) {
    return i < j ? i * n + j : j * n + i;
}

/* From pair (i, j) of places on, with a and b counted so far, at this chance. */
static void go_on(samples *all, int i, int j, double a, double b, double chance) {
    if (j == all->n) {
        i++;
        j = i + 1;
    }
    if (i >= all->n - 1) {
        if (a + b > 0) {
            all->chance += chance;
            all->sum += chance * a / (a + b);
            all->square += chance * pow(a / (a + b), 2);
        }
        return;
    }
    if (all->sample[i] != all->sample[j]) {
        int pair = pair_number(all->n, all->sample[i], all->sample[j]);
        go_on(all, i, j + 1, a + all->a[pair], b + all->b[pair], chance);
        return;
    }
    for (int v = 0; v < all->n; v++) {
        for (int w = v + 1; w < all->n; w++) {
            int pair = pair_number(all->n, v, w);
            go_on(all, i, j + 1, a + all->a[pair], b + all->b[pair], chance / all->pairs);
        }
    }
}

/* The standard deviation of the share over all samples. */
static double exact_error(samples *all) {
    int count = 1;
    for (int i = 0; i < all->n; i++)
        count *= all->n;
    for (int number = 0; number < count; number++) {
        for (int i = 0, rest = number; i < all->n; i++, rest /= all->n)
            all->sample[i] = rest % all->n;
        go_on(all, 0, 1, 0, 0, 1.0 / count);
    }
    double mean = all->sum / all->chance;
    return sqrt(fmax(0, all->square / all->chance - mean * mean));
}

/* The naive view with all pairs but one taken away, to count that one. */
static naive_amount of_pair(const naive_view *v, uint64_t forms, int i, int j) {
    int group[WORLD_MOST];
    for (int k = 0; k < v->n; k++)
        group[k] = k == i ? 0 : k == j ? 1 : 2;
    return naive_forms(v, forms, NAIVE_BETWEEN, 0, 1, group);
}

static void look_at_error(const scene *s, const samen_table *table, int row) {
    samples all = {.n = s->naive.n, .pairs = s->naive.n * (s->naive.n - 1) / 2};
    for (int i = 0; i < all.n; i++) {
        for (int j = i + 1; j < all.n; j++) {
            naive_amount a = of_pair(&s->naive, sides[1].a & s->forms, i, j);
            naive_amount b = of_pair(&s->naive, sides[1].b & s->forms, i, j);
            all.a[pair_number(all.n, i, j)] = amount_on(a, bases[row]);
            all.b[pair_number(all.n, i, j)] = amount_on(b, bases[row]);
        }
    }
    double exact = exact_error(&all), drawn = many_cell(table, row, "std_error");
    EXPECT(fabs(drawn - exact) <= 0.03 * exact + 1e-9, "%s: error of %s is %g, not %g", many_about,
           bases[row], drawn, exact);
    EXPECT(fabs(many_cell(table, row, "draws") / 20000 - all.chance) <= 0.02,
           "%s: %g draws could be used, not %g", many_about, many_cell(table, row, "draws"),
           20000 * all.chance);
}

static void look_at_errors(const scene *s) {
    if (s->naive.n < 2 || s->naive.n > 4)
        return;
    samen_table *table = contrast(s, 1, "draws=20000");
    for (int row = 0; row < 3; row++) {
        if (!cell_is_null(table, row, "std_error"))
            look_at_error(s, table, row);
    }
    samen_table_free(table);
}

/* Oracle: pairs counted one by one (naive/forms.c); Wilson's interval by the equation that it solves. */
TEST(two_sides_are_counted_pair_by_pair) {
    many_scenes(91, 1200, look_at_counts);
}
END

TEST(intervals_lie_between_0_and_1) {
    many_scenes(92, 1200, look_at_bounds);
}
END

/* Oracle: all samples gone through. Tolerance: the standard deviation of 20,000 draws is off by
 * 1 / sqrt(40000) = 0.5 % of itself, more where shares are few-valued; 3 % is six times that. The
 * share of usable draws is off by at most sqrt(.25 / 20000) = .0035; .02 is more than five times that. */
TEST(the_bootstrap_error_is_that_of_all_samples) {
    many_scenes(93, 600, look_at_errors);
}
END

SUITE("property/contrast", two_sides_are_counted_pair_by_pair, intervals_lie_between_0_and_1,
      the_bootstrap_error_is_that_of_all_samples)
