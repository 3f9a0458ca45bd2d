/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/headers.h"

#include <string.h>

#include "core/utf8.h"
#include "network/network.h"

enum { LONGEST_HEADER = 64 };

const char *samen__file_name(int32_t file) {
    static const char *const names[] = {"organisations.csv", "ties.csv", "partnerships.csv",
                                        "memberships.csv", "forms.csv"};
    return names[file];
}

const char *const *samen__file_columns(int32_t file) {
    static const char *const forms[] = {"form",  "name",    "family",  "commitment", "aliases",
                                        "scale", "name_nl", "purpose", NULL};
    return file == SAMEN__FORMS_FILE ? forms : samen__network_columns(file);
}

/* Other headers for a column, folded. A column of all files, or of one. */
static const struct {
    int32_t file; /* -1: of every file that has the column */
    const char *column;
    const char *header;
} synonyms[] = {
    {-1, "id", "key"},
    {-1, "id", "sleutel"},
    {SAMEN_ORGANISATIONS, "id", "organisation"},
    {SAMEN_ORGANISATIONS, "id", "organization"},
    {SAMEN_ORGANISATIONS, "id", "organisatie"},
    {SAMEN_PARTNERSHIPS, "id", "partnership"},
    {SAMEN_PARTNERSHIPS, "id", "partnerschap"},
    {SAMEN_PARTNERSHIPS, "id", "samenwerkingsverband"},
    {-1, "name", "naam"},
    {-1, "form", "vorm"},
    {-1, "form", "samenwerkingsvorm"},
    {-1, "weight", "gewicht"},
    {-1, "weight", "sterkte"},
    {-1, "weight", "strength"},
    {-1, "start", "begin"},
    {-1, "start", "begindatum"},
    {-1, "start", "startdatum"},
    {-1, "start", "start-date"},
    {-1, "end", "einde"},
    {-1, "end", "eind"},
    {-1, "end", "einddatum"},
    {-1, "end", "end-date"},
    {SAMEN_TIES, "from", "van"},
    {SAMEN_TIES, "from", "source"},
    {SAMEN_TIES, "from", "bron"},
    {SAMEN_TIES, "to", "naar"},
    {SAMEN_TIES, "to", "met"},
    {SAMEN_TIES, "to", "target"},
    {SAMEN_TIES, "to", "doel"},
    {SAMEN_TIES, "directed", "gericht"},
    {-1, "partnership", "partnerschap"},
    {-1, "partnership", "samenwerkingsverband"},
    {-1, "organisation", "organization"},
    {-1, "organisation", "organisatie"},
    {-1, "organisation", "member"},
    {-1, "organisation", "lid"},
    {-1, "role", "rol"},
    {SAMEN__FORMS_FILE, "form", "id"},
    {SAMEN__FORMS_FILE, "form", "key"},
    {SAMEN__FORMS_FILE, "form", "sleutel"},
    {SAMEN__FORMS_FILE, "family", "familie"},
    {SAMEN__FORMS_FILE, "commitment", "engagement"},
    {SAMEN__FORMS_FILE, "commitment", "verbintenis"},
    {SAMEN__FORMS_FILE, "aliases", "alias"},
    {SAMEN__FORMS_FILE, "aliases", "synoniemen"},
    {SAMEN__FORMS_FILE, "scale", "schaal"},
    {SAMEN__FORMS_FILE, "name-nl", "naam-nl"},
    {SAMEN__FORMS_FILE, "purpose", "doel"},
    {SAMEN__FORMS_FILE, "purpose", "description"},
    {SAMEN__FORMS_FILE, "purpose", "omschrijving"},
};

static int32_t find_canonical(int32_t file, const char *folded) {
    char name[LONGEST_HEADER + 1];
    const char *const *columns = samen__file_columns(file);
    for (int32_t i = 0; columns[i]; i++) {
        samen__utf8_fold(columns[i], (int64_t)strlen(columns[i]), name);
        if (strcmp(name, folded) == 0)
            return i;
    }
    return -1;
}

int32_t samen__header_find(int32_t file, const char *bytes, int64_t length) {
    char folded[LONGEST_HEADER + 1];
    if (length > LONGEST_HEADER)
        return -1;
    samen__utf8_fold(bytes, length, folded);
    int32_t found = find_canonical(file, folded);
    for (size_t i = 0; found < 0 && i < sizeof synonyms / sizeof synonyms[0]; i++) {
        if ((synonyms[i].file == -1 || synonyms[i].file == file) &&
            strcmp(synonyms[i].header, folded) == 0)
            found = find_canonical(file, synonyms[i].column);
    }
    return found;
}
