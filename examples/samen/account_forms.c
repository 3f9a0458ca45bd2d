/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an account about forms: how much of each, how sure that is, action against consultation. */
#include <stdlib.h>
#include <string.h>

#include "account.h"
#include "text.h"

/* All forms but one, parted by commas; to be freed. */
static char *all_but(const samen_typology *typology, int32_t form) {
    char *list = NULL;
    size_t size = 0;
    FILE *text = open_memstream(&list, &size);
    if (!text)
        return NULL;
    for (int32_t i = 0, first = 1; i < samen_typology_count(typology); i++) {
        if (i == form)
            continue;
        fprintf(text, "%s%s", first ? "" : ",", samen_typology_key(typology, i));
        first = 0;
    }
    if (fclose(text) == 0)
        return list;
    free(list);
    return NULL;
}

/* Each form's share of ties with its interval: that form against all others. */
static void write_intervals(account *a, FILE *out, const samen_table *forms) {
    const samen_typology *typology = samen_network_typology(samen_view_network(a->view));
    int32_t column = samen_table_find(forms, "form"), ties = samen_table_find(forms, "ties");
    int widest = 0;
    for (int64_t row = 1; row < samen_table_rows(forms); row++) {
        int width = text_width(samen_table_get_text(forms, row, column, ""));
        widest = width > widest ? width : widest;
    }
    fputs("\n  Shares of ties, with 95 % intervals (organisations drawn anew):\n", out);
    for (int64_t row = 1; row < samen_table_rows(forms); row++) {
        const char *form = samen_table_get_text(forms, row, column, "");
        if (samen_table_get_int64(forms, row, ties, 0) == 0)
            continue;
        char *others = all_but(typology, samen_typology_find(typology, form));
        if (!others)
            account_fail_memory(a);
        const samen_table *c = account_table(a, "composition.contrast", "a=\"%s\"; b=\"%s\"", form,
                                             others ? others : "");
        free(others);
        if (!c)
            return;
        fputs("  ", out);
        text_print(out, form);
        fprintf(out, ": %*s%5.1f %%", widest - text_width(form), "",
                100 * account_number(c, "estimate", 0));
        if (account_number(c, "lower", -1) >= 0)
            fprintf(out, "  (%.1f to %.1f)", 100 * account_number(c, "lower", 0),
                    100 * account_number(c, "upper", 0));
        fputc('\n', out);
    }
}

static void write_contrast(account *a, FILE *out) {
    const samen_typology *typology = samen_network_typology(samen_view_network(a->view));
    if (samen_typology_find(typology, "action") < 0 ||
        samen_typology_find(typology, "consultation") < 0)
        return;
    const samen_table *c = account_table(a, "composition.contrast", "%s", "");
    if (account_number(c, "estimate", -1) < 0)
        return;
    fputs("\n  Action (a) against consultation (b): the share of action in the two together.\n",
          out);
    account_print(a, out, c, "basis,a,b,estimate,lower,upper,wilson_lower,wilson_upper,odds", NULL,
                  0);
    fputs(
        "  lower, upper: organisations drawn anew, the interval to report. wilson: as if ties were\n"
        "  independent, which they are not.\n",
        out);
}

/* A single form needs no table. */
static void write_one_form(account *a, FILE *out, const samen_table *forms) {
    const samen_network *network = samen_view_network(a->view);
    const samen_typology *typology = samen_network_typology(network);
    const char *key = samen_table_get_text(forms, 1, samen_table_find(forms, "form"), "");
    const char *form =
        samen_typology_name(typology, samen_typology_find(typology, key), SAMEN_LANGUAGE_EN);
    long long ties = (long long)account_number(forms, "ties", 0);
    long long pairs = (long long)account_number(forms, "pairs", 0);
    long long partnerships = (long long)account_number(forms, "partnerships", 0);
    double weight = account_number(forms, "weight", 0);
    char *text;
    if (samen_network_count(network, SAMEN_TIES) == 0 && partnerships > 0)
        text = text_of("%s: %lld %s, which tie %lld %s of organisations, of weight %.10g in all.",
                       form, partnerships, text_plural(partnerships, "partnership", "partnerships"),
                       pairs, text_plural(pairs, "pair", "pairs"), weight);
    else
        text = text_of("%s: %lld %s between %lld %s of organisations, of weight %.10g in all.",
                       form, ties, text_plural(ties, "tie", "ties"), pairs,
                       text_plural(pairs, "pair", "pairs"), weight);
    if (text)
        text_print_wrapped(out, "  There is one form, ", text);
    else
        account_fail_memory(a);
    free(text);
}

void account_write_forms(account *a, FILE *out) {
    const samen_network *network = samen_view_network(a->view);
    const samen_table *forms = account_table(a, "composition.forms", "%s", "");
    int has_partnerships = samen_network_count(network, SAMEN_PARTNERSHIPS) > 0;
    if (!forms)
        return;
    if (samen_table_rows(forms) <= 2) {
        write_one_form(a, out, forms);
    } else {
        account_print(a, out, forms,
                      has_partnerships ? "form,ties,weight,pairs,partnerships"
                                       : "form,ties,weight,pairs",
                      NULL, 0);
        fputs("\n  Shares of all ties, of all weight, of all tied pairs", out);
        fputs(has_partnerships ? " and of all partnerships:\n" : ":\n", out);
        account_print(a, out, forms,
                      "form,share_of_ties,share_of_weight,share_of_pairs,share_of_partnerships",
                      NULL, 0);
        if (account_number(forms, "ties", 0) > 0)
            write_intervals(a, out, forms);
        write_contrast(a, out);
    }
    if (has_partnerships)
        fputs(
            "\n  A partnership of k members is one collaboration, and k(k-1)/2 tied pairs when it is\n"
            "  projected: shares by partnership and by pair answer different questions.\n",
            out);
}
