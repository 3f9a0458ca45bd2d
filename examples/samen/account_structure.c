/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an account about structure: how closely knit, who brokers and in which role, cut-points. */
#include "account.h"
#include "text.h"

/* "the highest 10 of 25", or nothing when all are shown. */
static void write_extent(FILE *out, long long shown, long long all, const char *which) {
    if (shown < all)
        fprintf(out, ", the %s %lld of %lld", which, shown, all);
    fputs(":\n", out);
}

/* Rows in which a column is above 0. */
static long long count_above_zero(const samen_table *table, const char *column) {
    int32_t at = samen_table_find(table, column);
    long long count = 0;
    for (int64_t row = 0; row < samen_table_rows(table); row++)
        count += samen_table_get_float64(table, row, at, 0) > 0;
    return count;
}

static void write_components(const samen_table *components, FILE *out) {
    long long all = (long long)account_number(components, "components", 0);
    long long isolates = (long long)account_number(components, "isolates", 0);
    fprintf(out, "\n  %lld %s of two or more organisations", all - isolates,
            text_plural(all - isolates, "component", "components"));
    if (all > isolates)
        fprintf(out, " (the largest has %.0f)", account_number(components, "largest_component", 0));
    fprintf(out, ", %lld %s.\n", isolates, text_plural(isolates, "isolate", "isolates"));
    double fragmentation = account_number(components, "fragmentation", -1);
    if (fragmentation >= 0)
        fprintf(out, "  Fragmentation %.4f: the share of pairs that no path connects%s.\n",
                fragmentation, fragmentation > 0 ? "" : ", here none");
}

static void write_groups(account *a, FILE *out) {
    const samen_table *groups =
        account_table(a, "cohesion.density", "table=group; %s", a->group_option);
    long long rows = groups ? samen_table_rows(groups) : 0;
    long long shown = rows > MOST_GROUP_LINES ? MOST_GROUP_LINES : rows;
    fputs("\n  Within and between groups (", out);
    text_print(out, a->group);
    fprintf(out, "%s)", a->group_chosen ? ", chosen here; --group takes another" : "");
    if (samen_view_is_directed(a->view))
        fputs(", from group to partner_group", out);
    write_extent(out, shown, rows, "densest");
    account_print(a, out, groups, "group,partner_group,density,ties,possible,std_error", "density",
                  MOST_GROUP_LINES);
}

void account_write_cohesion(account *a, FILE *out) {
    const samen_table *density = account_table(a, "cohesion.density", "%s", "");
    const samen_table *components = account_table(a, "cohesion.components", "table=network");
    const samen_table *degree = account_table(a, "centrality.degree", "table=network");
    int one_form = samen_table_rows(density) <= 2, directed = samen_view_is_directed(a->view);
    if (!degree)
        return;
    fputs("  Density, the share of possible ties that exist, with 95 % intervals", out);
    fputs(directed && a->has_undirected ? " (an undirected\n  tie is two here):\n" : ":\n", out);
    account_print(a, out, density, "form,density,ties,possible,std_error,lower,upper", NULL,
                  one_form);
    write_components(components, out);
    fprintf(out, "\n  Degree (%s), and how far it centres on one organisation (1 for a star):\n",
            directed ? "ties to and from" : "ties");
    account_print(a, out, degree,
                  directed ? "form,mean_degree,largest_degree,in_centralization,out_centralization"
                           : "form,mean_degree,largest_degree,centralization",
                  NULL, one_form);
    if (a->group)
        write_groups(a, out);
}

void account_write_brokers(account *a, FILE *out) {
    const samen_table *betweenness = account_table(a, "brokerage.betweenness", "%s", "");
    const samen_table *network = account_table(a, "brokerage.betweenness", "table=network");
    const samen_table *holes = account_table(a, "brokerage.holes", "%s", "");
    if (!holes)
        return;
    long long between = count_above_zero(betweenness, "betweenness");
    long long tied = count_above_zero(holes, "contacts");
    if (between > 0) {
        fprintf(out, "  On the shortest paths between others (centralization %.4f)",
                account_number(network, "centralization", 0));
        write_extent(out, between < MOST_LINES ? between : MOST_LINES,
                     samen_table_rows(betweenness), "highest");
        account_print(a, out, betweenness, "organisation,name,betweenness,betweenness_normalised",
                      "betweenness", between < MOST_LINES ? between : MOST_LINES);
    } else {
        fputs("  Nobody is on a shortest path between two others.\n", out);
    }
    if (tied == 0)
        return;
    fputs("\n  With contacts that are least tied to each other", out);
    write_extent(out, tied < MOST_LINES ? tied : MOST_LINES, samen_table_rows(holes), "highest");
    account_print(a, out, holes, "organisation,name,effective_size,efficiency,constraint,contacts",
                  "effective_size", tied < MOST_LINES ? tied : MOST_LINES);
}

void account_write_roles(account *a, FILE *out) {
    const samen_table *network =
        account_table(a, "brokerage.roles", "table=network; %s", a->group_option);
    const samen_table *roles = account_table(a, "brokerage.roles", "%s", a->group_option);
    if (!roles)
        return;
    fputs("  Between groups (", out);
    text_print(out, a->group);
    fputs("): paths of two ties between organisations that are not tied themselves.\n"
          "    coordinator     between two of its own group\n"
          "    itinerant       between two of one other group\n"
          "    representative  from its own group to another\n"
          "    gatekeeper      from another group into its own\n"
          "    liaison         between two other groups\n",
          out);
    if (!samen_view_is_directed(a->view))
        fputs(
            "  In an undirected view representative and gatekeeper are one, counted once in total.\n",
            out);
    fputs(
        "\n  Against independent ties (expected, std_dev, z) and shuffled groups (p of as many or\n"
        "  more, of as many or fewer; shuffling leaves the total as it is):\n",
        out);
    account_print(a, out, network, "role,count,expected,std_dev,z,p_more,p_fewer", NULL, 0);
    long long brokers = count_above_zero(roles, "total");
    if (brokers == 0)
        return;
    fputs("\n  By organisation", out);
    write_extent(out, brokers < MOST_LINES ? brokers : MOST_LINES, samen_table_rows(roles),
                 "highest");
    account_print(a, out, roles,
                  "organisation,name,group,coordinator,itinerant,representative,gatekeeper,liaison,"
                  "total",
                  "total", brokers < MOST_LINES ? brokers : MOST_LINES);
}

void account_write_cutpoints(account *a, FILE *out) {
    const samen_table *network = account_table(a, "cohesion.components", "table=network");
    const samen_table *organisations = account_table(a, "cohesion.components", "%s", "");
    if (!organisations)
        return;
    long long count = (long long)account_number(network, "cutpoints", 0);
    long long bridges = (long long)account_number(network, "bridges", 0);
    if (count == 0) {
        fputs("  Nobody: no single organisation's leaving would split a component.\n", out);
    } else {
        fprintf(out, "  %lld %s whose leaving would split %s component", count,
                text_plural(count, "organisation", "organisations"), count == 1 ? "its" : "their");
        write_extent(out, count < MOST_LINES ? count : MOST_LINES, count, "first");
        account_print(a, out, organisations, "organisation,name,component_size", "cutpoint",
                      count < MOST_LINES ? count : MOST_LINES);
    }
    if (bridges > 0)
        fprintf(out, "  %lld tied %s without which a component would split.\n", bridges,
                text_plural(bridges, "pair is a bridge,", "pairs are bridges,"));
}
