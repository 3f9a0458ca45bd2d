/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a column of a data set file is, by its header in English or Dutch. */
#ifndef SAMEN_IO_HEADERS_H
#define SAMEN_IO_HEADERS_H

#include <stdint.h>

/* The files: SAMEN_ORGANISATIONS to SAMEN_MEMBERSHIPS, and the forms. */
enum { SAMEN__FORMS_FILE = 4, SAMEN__FILES = 5, SAMEN__MOST_COLUMNS = 9 };

/* The places of the canonical columns, in the order of samen__file_columns. */
enum { SAMEN__ORGANISATION_ID, SAMEN__ORGANISATION_NAME };
enum {
    SAMEN__TIE_FROM,
    SAMEN__TIE_TO,
    SAMEN__TIE_FORM,
    SAMEN__TIE_WEIGHT,
    SAMEN__TIE_DIRECTED,
    SAMEN__TIE_START,
    SAMEN__TIE_END,
    SAMEN__TIE_PARTNERSHIP
};
enum {
    SAMEN__PARTNERSHIP_ID,
    SAMEN__PARTNERSHIP_NAME,
    SAMEN__PARTNERSHIP_FORM,
    SAMEN__PARTNERSHIP_START,
    SAMEN__PARTNERSHIP_END
};
enum {
    SAMEN__MEMBERSHIP_PARTNERSHIP,
    SAMEN__MEMBERSHIP_ORGANISATION,
    SAMEN__MEMBERSHIP_ROLE,
    SAMEN__MEMBERSHIP_WEIGHT,
    SAMEN__MEMBERSHIP_START,
    SAMEN__MEMBERSHIP_END
};
enum {
    SAMEN__FORM_KEY,
    SAMEN__FORM_NAME,
    SAMEN__FORM_FAMILY,
    SAMEN__FORM_COMMITMENT,
    SAMEN__FORM_ALIASES,
    SAMEN__FORM_SCALE,
    SAMEN__FORM_NAME_NL,
    SAMEN__FORM_PURPOSE,
    SAMEN__FORM_COLUMNS
};

/* "ties.csv" */
const char *samen__file_name(int32_t file);

/* The canonical columns of a file, ended by NULL. */
const char *const *samen__file_columns(int32_t file);

/* The place among the canonical columns of what a header names, or -1 for an attribute. */
int32_t samen__header_find(int32_t file, const char *bytes, int64_t length);

#endif
