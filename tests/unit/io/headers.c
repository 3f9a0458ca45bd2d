/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/headers.h"

#include "suite.h"

static const char *found(int32_t file, const char *header) {
    int32_t column = samen__header_find(file, header, (int64_t)strlen(header));
    return column < 0 ? "" : samen__file_columns(file)[column];
}

TEST(headers_are_understood_in_english_and_dutch) {
    static const struct {
        int32_t file;
        const char *header;
        const char *column; /* "": an attribute */
    } cases[] = {
        {SAMEN_ORGANISATIONS, "id", "id"},
        {SAMEN_ORGANISATIONS, "ID", "id"},
        {SAMEN_ORGANISATIONS, "key", "id"},
        {SAMEN_ORGANISATIONS, "sleutel", "id"},
        {SAMEN_ORGANISATIONS, "organisation", "id"},
        {SAMEN_ORGANISATIONS, "Organization", "id"},
        {SAMEN_ORGANISATIONS, "Organisatie", "id"},
        {SAMEN_ORGANISATIONS, "name", "name"},
        {SAMEN_ORGANISATIONS, "Naam", "name"},
        {SAMEN_ORGANISATIONS, "sector", ""},
        {SAMEN_ORGANISATIONS, "weight", ""},
        {SAMEN_TIES, "from", "from"},
        {SAMEN_TIES, "van", "from"},
        {SAMEN_TIES, "Source", "from"},
        {SAMEN_TIES, "bron", "from"},
        {SAMEN_TIES, "to", "to"},
        {SAMEN_TIES, "naar", "to"},
        {SAMEN_TIES, "met", "to"},
        {SAMEN_TIES, "target", "to"},
        {SAMEN_TIES, "doel", "to"},
        {SAMEN_TIES, "form", "form"},
        {SAMEN_TIES, "Vorm", "form"},
        {SAMEN_TIES, "samenwerkingsvorm", "form"},
        {SAMEN_TIES, "gewicht", "weight"},
        {SAMEN_TIES, "sterkte", "weight"},
        {SAMEN_TIES, "strength", "weight"},
        {SAMEN_TIES, "gericht", "directed"},
        {SAMEN_TIES, "begin", "start"},
        {SAMEN_TIES, "Begindatum", "start"},
        {SAMEN_TIES, "startdatum", "start"},
        {SAMEN_TIES, "Start date", "start"},
        {SAMEN_TIES, "start_date", "start"},
        {SAMEN_TIES, "einde", "end"},
        {SAMEN_TIES, "eind", "end"},
        {SAMEN_TIES, "einddatum", "end"},
        {SAMEN_TIES, "END-DATE", "end"},
        {SAMEN_TIES, "partnerschap", "partnership"},
        {SAMEN_TIES, "Samenwerkingsverband", "partnership"},
        {SAMEN_TIES, "id", ""},
        {SAMEN_TIES, "naam", ""},
        {SAMEN_TIES, "role", ""},
        {SAMEN_PARTNERSHIPS, "partnership", "id"},
        {SAMEN_PARTNERSHIPS, "samenwerkingsverband", "id"},
        {SAMEN_PARTNERSHIPS, "naam", "name"},
        {SAMEN_PARTNERSHIPS, "vorm", "form"},
        {SAMEN_PARTNERSHIPS, "organisatie", ""},
        {SAMEN_PARTNERSHIPS, "doel", ""},
        {SAMEN_MEMBERSHIPS, "partnership", "partnership"},
        {SAMEN_MEMBERSHIPS, "partnerschap", "partnership"},
        {SAMEN_MEMBERSHIPS, "organisatie", "organisation"},
        {SAMEN_MEMBERSHIPS, "organization", "organisation"},
        {SAMEN_MEMBERSHIPS, "lid", "organisation"},
        {SAMEN_MEMBERSHIPS, "member", "organisation"},
        {SAMEN_MEMBERSHIPS, "rol", "role"},
        {SAMEN_MEMBERSHIPS, "gewicht", "weight"},
        {SAMEN_MEMBERSHIPS, "form", ""},
        {SAMEN__FORMS_FILE, "vorm", "form"},
        {SAMEN__FORMS_FILE, "key", "form"},
        {SAMEN__FORMS_FILE, "naam", "name"},
        {SAMEN__FORMS_FILE, "naam_nl", "name_nl"},
        {SAMEN__FORMS_FILE, "name-nl", "name_nl"},
        {SAMEN__FORMS_FILE, "Familie", "family"},
        {SAMEN__FORMS_FILE, "engagement", "commitment"},
        {SAMEN__FORMS_FILE, "verbintenis", "commitment"},
        {SAMEN__FORMS_FILE, "alias", "aliases"},
        {SAMEN__FORMS_FILE, "synoniemen", "aliases"},
        {SAMEN__FORMS_FILE, "schaal", "scale"},
        {SAMEN__FORMS_FILE, "doel", "purpose"},
        {SAMEN__FORMS_FILE, "omschrijving", "purpose"},
        {SAMEN__FORMS_FILE, "weight", ""},
        {SAMEN_TIES, "fr\xC3\xB2m", "from"},
        {SAMEN_TIES, "", ""},
        {SAMEN_TIES, "fromm", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_msg(strcmp(found(cases[i].file, cases[i].header), cases[i].column) == 0,
                      "%s: \"%s\" is \"%s\"", samen__file_name(cases[i].file), cases[i].header,
                      found(cases[i].file, cases[i].header));
}
END

TEST(every_canonical_column_is_found_under_its_own_name) {
    for (int32_t file = 0; file < SAMEN__FILES; file++) {
        const char *const *columns = samen__file_columns(file);
        int32_t count = 0;
        for (; columns[count]; count++)
            ck_assert_int_eq(
                samen__header_find(file, columns[count], (int64_t)strlen(columns[count])), count);
        ck_assert_int_le(count, SAMEN__MOST_COLUMNS);
        ck_assert_int_ge(count, 2);
    }
}
END

/* The places by which rows are read are those of the names. */
TEST(the_places_of_columns_agree_with_their_names) {
    static const struct {
        int32_t file, place;
        const char *name;
    } cases[] = {{SAMEN_ORGANISATIONS, SAMEN__ORGANISATION_NAME, "name"},
                 {SAMEN_TIES, SAMEN__TIE_FROM, "from"},
                 {SAMEN_TIES, SAMEN__TIE_TO, "to"},
                 {SAMEN_TIES, SAMEN__TIE_FORM, "form"},
                 {SAMEN_TIES, SAMEN__TIE_WEIGHT, "weight"},
                 {SAMEN_TIES, SAMEN__TIE_DIRECTED, "directed"},
                 {SAMEN_TIES, SAMEN__TIE_START, "start"},
                 {SAMEN_TIES, SAMEN__TIE_END, "end"},
                 {SAMEN_TIES, SAMEN__TIE_PARTNERSHIP, "partnership"},
                 {SAMEN_PARTNERSHIPS, SAMEN__PARTNERSHIP_FORM, "form"},
                 {SAMEN_PARTNERSHIPS, SAMEN__PARTNERSHIP_END, "end"},
                 {SAMEN_MEMBERSHIPS, SAMEN__MEMBERSHIP_ROLE, "role"},
                 {SAMEN_MEMBERSHIPS, SAMEN__MEMBERSHIP_WEIGHT, "weight"},
                 {SAMEN_MEMBERSHIPS, SAMEN__MEMBERSHIP_END, "end"},
                 {SAMEN__FORMS_FILE, SAMEN__FORM_COMMITMENT, "commitment"},
                 {SAMEN__FORMS_FILE, SAMEN__FORM_SCALE, "scale"},
                 {SAMEN__FORMS_FILE, SAMEN__FORM_NAME_NL, "name_nl"},
                 {SAMEN__FORMS_FILE, SAMEN__FORM_PURPOSE, "purpose"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_str_eq(samen__file_columns(cases[i].file)[cases[i].place], cases[i].name);
}
END

TEST(a_long_header_is_an_attribute) {
    char header[300];
    memset(header, ' ', sizeof header);
    memcpy(header, "from", 4);
    ck_assert_int_eq(samen__header_find(SAMEN_TIES, header, 64), SAMEN__TIE_FROM);
    ck_assert_int_eq(samen__header_find(SAMEN_TIES, header, 65), -1);
    ck_assert_int_eq(samen__header_find(SAMEN_TIES, header, sizeof header), -1);
}
END

SUITE("io/headers", headers_are_understood_in_english_and_dutch,
      every_canonical_column_is_found_under_its_own_name,
      the_places_of_columns_agree_with_their_names, a_long_header_is_an_attribute)
