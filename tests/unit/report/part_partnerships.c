/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "../io/folder.h"
#include "reading.h"

static samen_network *read_house(void) {
    return read_fine(source_path("examples/data/house-of-the-child"));
}

static samen_network *of_memberships(const char *rows) {
    const file files[MOST_FILES] = {{"memberships.csv", rows}};
    return read_files(files);
}

/* Oracle: partnerships.csv and memberships.csv of the data set, counted by hand. */
TEST(partnerships_are_told_by_form_size_member_and_role) {
    SAYS(see(read_house(), ""), "",
         "6 partnerships are seen here. The smallest has 4 members, the "
         "largest 10; half of them have 6 or fewer.",
         "Huis van het Kind Elderveld (fictional), with its 10 members, would be 45 tied pairs",
         "By form, with the number of members", "Each, from the largest",
         "2019-03-01 10 municipality",
         "22 of the 24 organisations seen here are in a partnership, 13 in more than one.",
         "In each of them a role says who leads.", "the highest 10 of 24", "Roles of members",
         "member 29 20", "lead 6 6", "funder 3 2");
    SAYS(
        see(read_house(), ""), "language=nl", "Samenwerkingsverbanden",
        "Hier zijn 6 samenwerkingsverbanden te zien. Het kleinste telt 4 leden, het grootste 10; de "
        "helft telt er 6 of minder.",
        "22 van de 24 organisaties die hier te zien zijn, nemen deel aan een samenwerkingsverband");
}
END

TEST(who_leads_most_is_named_when_it_is_one) {
    SAYS(see(of_memberships("partnership,organisation,role\np,a,lead\np,b,\nq,a,lead\nq,c,\nr,b,\n"
                            "r,c,\n"),
             ""),
         "", "3 partnerships are seen here, of 2 members each.",
         "A role says who leads in 2 of 3. a leads most, 2.");
    expect_unsaid(see(of_memberships("partnership,organisation,role\np,a,lead\nq,b,lead\n"), ""),
                  "", "leads most");
    SAYS(see(of_memberships("partnership,organisation\np,a\np,b\n"), ""), "",
         "One partnership is seen here, p, of 2 members.",
         "Every organisation seen here is in a partnership. No role says who leads.");
}
END

TEST(of_many_partnerships_the_largest_are_shown) {
    char *rows = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&rows, &length);
    fputs("partnership,organisation\n", out);
    for (int p = 0; p < 12; p++) {
        for (int m = 0; m <= p; m++)
            fprintf(out, "p%d,o%d\n", p, m);
    }
    fclose(out);
    SAYS(see(of_memberships(rows), ""), "", "The largest 10 of 12", "p11 collaboration 12",
         "p2 collaboration 3", "12 of the 12 organisations", "11 in more than one");
    expect_unsaid(see(of_memberships(rows), ""), "", "p1 collaboration 2 ");
    samen_view *view = see(of_memberships(rows), "");
    char *page = format_of(view, "", "html", NULL);
    ck_assert_ptr_nonnull(strstr(page, "n = 12"));
    samen_free(page);
    samen_view_free(view);
    free(rows);
}
END

TEST(a_view_without_partnerships_has_no_such_part) {
    expect_unsaid(see(build("A-B B-C"), ""), "", "Partnerships");
    expect_unsaid(see(read_house(), "from=1990-01-01; to=1991-01-01"), "", "Partnerships ");
}
END

SUITE("report/part_partnerships", partnerships_are_told_by_form_size_member_and_role,
      who_leads_most_is_named_when_it_is_one, of_many_partnerships_the_largest_are_shown,
      a_view_without_partnerships_has_no_such_part)
