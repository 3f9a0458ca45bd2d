/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks from the literature as facts, and printed values to compare with. */
#ifndef SAMEN_TESTS_DATA_H
#define SAMEN_TESTS_DATA_H

#include "build.h"
#include "suite.h"

/* Half a unit of the last printed digit, with a trace more for values that end in a 5. */
static inline void printed(double actual, double value, int digits, const char *what) {
    if (!(fabs(actual - value) <= 0.5000001 * pow(10, -digits)))
        ck_abort_msg("%s is %.10g, not %.*f", what, actual, digits, value);
}

/* A column against values of `digits` decimals, row by row. */
static inline void printed_column(const samen_table *table, const char *column,
                                  const double *values, int count, int digits) {
    ck_assert_int_eq(samen_table_rows(table), count);
    for (int row = 0; row < count; row++) {
        char what[96];
        snprintf(what, sizeof what, "row %d of %s", row, column);
        printed(cell_number(table, row, column), values[row], digits, what);
    }
}

/* A cell of the row of an organisation. */
static inline double of(const samen_table *table, const char *organisation, const char *column) {
    return cell_number(table, row_with(table, "organisation", organisation), column);
}

/* ---- Knoke's bureaucracies --------------------------------------------------------------------------
 * Ten organisations of Indianapolis: who gives information, and money, to whom. D. Knoke and
 * J. R. Wood, Organized for Action, 1981; the matrices in D. Knoke and J. H. Kuklinski, Network
 * Analysis, 1982. Sectors: G government, V voluntary, P private. */

static const char *const knoke_keys[10] = {"COUN", "COMM", "EDUC", "INDU", "MAYR",
                                           "WRO",  "NEWS", "UWAY", "WELF", "WEST"};
static const char knoke_sectors[] = "GVGPGVPVGV";
static const char *const knoke_information[10] = {
    "0100101010", "1011101110", "0101111001", "1100101000", "1111001111",
    "0010001010", "0101100000", "1101101010", "0100101000", "1110101000"};
static const char *const knoke_money[10] = {"0010100111", "0010000000", "0000000100", "0110001110",
                                            "0110000110", "0000000000", "0100000100", "0000000011",
                                            "0010000100", "0000000000"};

/* A directed network from rows of 0 and 1, every organisation with its sector. */
static inline samen_view *knoke(const char *const *rows) {
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < 10; i++) {
        char sector[] = {knoke_sectors[i], '\0'};
        OK(samen_builder_add_organisation(builder, knoke_keys[i], NULL, NULL, error));
        OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, i, "sector", sector, error));
    }
    for (int i = 0; i < 100; i++) {
        samen_tie more = {.struct_size = sizeof more, .directed = 1};
        if (rows[i / 10][i % 10] == '1')
            OK(samen_builder_add_tie(builder, knoke_keys[i / 10], knoke_keys[i % 10],
                                     "consultation", 1, &more, NULL, error));
    }
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return see(network, "");
}

/* ---- Padgett's Florentine families --------------------------------------------------------------------
 * Marriage and business among sixteen families of Renaissance Florence. J. F. Padgett and C. K. Ansell,
 * American Journal of Sociology 98(6), 1993 (doi 10.1086/230190). Pucci has no tie. Marriage stands
 * as consultation and business as action here, since a form is all that the two have to be. */

static const char padgett_families[] =
    "Acciaiuoli Albizzi Barbadori Bischeri Castellani Ginori Guadagni Lamberteschi Medici Pazzi "
    "Peruzzi Pucci Ridolfi Salviati Strozzi Tornabuoni";
static const char padgett_marriage[] =
    "Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Albizzi-Medici Barbadori-Castellani "
    "Barbadori-Medici Bischeri-Guadagni Bischeri-Peruzzi Bischeri-Strozzi Castellani-Peruzzi "
    "Castellani-Strozzi Guadagni-Lamberteschi Guadagni-Tornabuoni Medici-Ridolfi Medici-Salviati "
    "Medici-Tornabuoni Pazzi-Salviati Peruzzi-Strozzi Ridolfi-Strozzi Ridolfi-Tornabuoni";
static const char padgett_business[] =
    "Barbadori-Castellani:action Barbadori-Ginori:action Barbadori-Medici:action "
    "Barbadori-Peruzzi:action Bischeri-Guadagni:action Bischeri-Lamberteschi:action "
    "Bischeri-Peruzzi:action Castellani-Lamberteschi:action Castellani-Peruzzi:action "
    "Ginori-Medici:action Guadagni-Lamberteschi:action Lamberteschi-Peruzzi:action "
    "Medici-Pazzi:action Medici-Salviati:action Medici-Tornabuoni:action";

static inline samen_network *padgett(void) {
    char ties[2048];
    snprintf(ties, sizeof ties, "%s %s %s", padgett_families, padgett_marriage, padgett_business);
    return build(ties);
}

/* ---- Borgatti's graph ----------------------------------------------------------------------------------
 * S. P. Borgatti, Structural holes: unpacking Burt's redundancy measures, Connections 20(1), 1997;
 * with weights that the tests of NetworkX have. */

static const char borgatti[] = "A-B A-F A-G A-E E-G F-G B-G B-D D-G G-C";
static const char borgatti_weighted[] =
    "A-B*2 A-F*3 A-G*5 A-E*2 E-G*8 F-G*3 B-G*4 B-D*1 D-G*3 G-C*10";

#endif
