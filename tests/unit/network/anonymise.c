/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../whole.h"

#include "../refuses.h"
#include "build.h"

static const char secret[] = "a secret of our own";

/* Six organisations in two sectors with all that a network can have. */
static samen_network *everything(double first_weight) {
    static const char *const keys[] = {"zoe", "ann", "bob", "cas", "dirk", "eva"};
    samen_builder *builder = NULL;
    samen_network *network = NULL;
    const samen_tie dated = {.struct_size = sizeof dated,
                             .directed = 1,
                             .start = "2024-01-01",
                             .end = "2025-01-01",
                             .partnership = "club"};
    const samen_membership chair = {.struct_size = sizeof chair,
                                    .has_weight = 1,
                                    .weight = 0.25,
                                    .role = "Voorzitter",
                                    .start = "2024-03-01"};
    const samen_membership friend = {.struct_size = sizeof friend, .role = "friend of zoe"};
    OK(samen_builder_new(NULL, &builder, error));
    for (int i = 0; i < 6; i++) {
        OK(samen_builder_add_organisation(builder, keys[i], i ? NULL : "Zoë", NULL, error));
        OK(samen_builder_set_text(builder, SAMEN_ORGANISATIONS, i, "sector",
                                  i < 3 ? "care" : "play", error));
        OK(samen_builder_set_number(builder, SAMEN_ORGANISATIONS, i, "staff", i, error));
        if (i < 5)
            OK(samen_builder_set_yes_no(builder, SAMEN_ORGANISATIONS, i, "respondent", i > 0,
                                        error));
    }
    OK(samen_builder_add_partnership(builder, "club", "The Club", "learning", "2020-01-01", NULL,
                                     NULL, error));
    OK(samen_builder_add_tie(builder, "zoe", "ann", "action", first_weight, &dated, NULL, error));
    OK(samen_builder_add_tie(builder, "zoe", "bob", "consultation", 2, NULL, NULL, error));
    OK(samen_builder_add_tie(builder, "bob", "cas", "consultation", 3, NULL, NULL, error));
    OK(samen_builder_set_text(builder, SAMEN_TIES, 0, "remark", "a quarrel", error));
    OK(samen_builder_add_membership(builder, "club", "eva", &friend, NULL, error));
    OK(samen_builder_add_membership(builder, "club", "dirk", &chair, NULL, error));
    OK(samen_builder_finish(builder, &network, error));
    samen_builder_free(builder);
    return network;
}

static samen_network *anonymised(const samen_network *network, const char *keep, uint32_t least,
                                 const char *with, samen_table **key) {
    const samen_anonymise_options options = {
        .struct_size = sizeof options, .keep = keep, .least = least, .secret = with};
    samen_network *made = NULL;
    OK(samen_network_anonymise(network, &options, &made, key, error));
    return made;
}

static void part_is(const samen_network *network, int32_t of, const char *expected) {
    samen_table *table = NULL;
    OK(samen_network_table(network, of, &table, error));
    char *csv = table_csv(table);
    ck_assert_str_eq(csv, expected);
    samen_free(csv);
    samen_table_free(table);
}

/* Oracle: Python's hmac for the pseudonyms, as in network/pseudonyms; the rest by hand. */
TEST(a_network_without_names_has_the_same_ties_in_another_order) {
    samen_network *network = everything(1.5);
    samen_network *made = anonymised(network, "sector", 3, secret, NULL);
    part_is(made, SAMEN_ORGANISATIONS,
            "id,name,sector,respondent\n"
            "org-04TF3J,,play,yes\norg-35EFJ6,,care,yes\norg-4E0DNE,,care,yes\n"
            "org-D3VE5Z,,play,yes\norg-PT6JXD,,care,no\norg-VCQK9C,,play,\n");
    part_is(made, SAMEN_TIES,
            "from,to,form,weight,directed,start,end,partnership\n"
            "org-04TF3J,org-4E0DNE,consultation,3,no,,,\n"
            "org-4E0DNE,org-PT6JXD,consultation,2,no,,,\n"
            "org-PT6JXD,org-35EFJ6,action,1.5,yes,2024-01-01,2025-01-01,par-9TAFTW\n");
    part_is(made, SAMEN_PARTNERSHIPS, "id,name,form,start,end\npar-9TAFTW,,learning,2020-01-01,\n");
    part_is(made, SAMEN_MEMBERSHIPS,
            "partnership,organisation,role,weight,start,end\n"
            "par-9TAFTW,org-D3VE5Z,lead,0.25,2024-03-01,\npar-9TAFTW,org-VCQK9C,,1,,\n");
    samen_network_free(made);
    samen_network_free(network);
}
END

TEST(the_key_tells_who_is_who) {
    samen_network *network = everything(1.5);
    samen_table *key = NULL;
    samen_network *made = anonymised(network, NULL, 0, secret, &key);
    char *csv = table_csv(key);
    ck_assert_str_eq(csv, "pseudonym,kind,key,name\n"
                          "org-04TF3J,organisation,cas,\norg-35EFJ6,organisation,ann,\n"
                          "org-4E0DNE,organisation,bob,\norg-D3VE5Z,organisation,dirk,\n"
                          "org-PT6JXD,organisation,zoe,Zoë\norg-VCQK9C,organisation,eva,\n"
                          "par-9TAFTW,partnership,club,The Club\n");
    ck_assert_str_eq(samen_table_provenance(key, "secret"), "given");
    ck_assert_int_eq(note_count(key, "key"), 7);
    samen_free(csv);
    samen_table_free(key);
    samen_network_free(made);
    samen_network_free(network);
}
END

static const char *first_key(const samen_network *network) {
    return samen_network_key(network, SAMEN_ORGANISATIONS, 0);
}

TEST(without_a_secret_pseudonyms_are_those_of_the_data) {
    samen_network *network = everything(1.5), *again = everything(1.5), *other = everything(1.25);
    samen_network *one = anonymised(network, NULL, 0, NULL, NULL);
    samen_network *two = anonymised(again, NULL, 0, NULL, NULL);
    samen_network *three = anonymised(other, NULL, 0, NULL, NULL);
    samen_network *kept = anonymised(network, NULL, 0, secret, NULL);
    samen_network *moved = anonymised(other, NULL, 0, secret, NULL);
    same_network(one, two);
    ck_assert_str_ne(first_key(one), first_key(three));
    ck_assert_str_eq(first_key(kept), first_key(moved));
    ck_assert_str_ne(first_key(one), first_key(kept));
    samen_network *all[] = {network, again, other, one, two, three, kept, moved};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        samen_network_free(all[i]);
}
END

TEST(groups_that_are_too_small_go_and_the_attribute_where_none_is_left) {
    samen_network *network = everything(1.5);
    samen_network *made = anonymised(network, "sector", 0, secret, NULL);
    part_is(made, SAMEN_ORGANISATIONS,
            "id,name,respondent\norg-04TF3J,,yes\norg-35EFJ6,,yes\norg-4E0DNE,,yes\n"
            "org-D3VE5Z,,yes\norg-PT6JXD,,no\norg-VCQK9C,,\n");
    samen_network_free(made);
    samen_network_free(network);
}
END

/* Three sectors of two, three and four: the two small ones are five together. */
TEST(merged_groups_have_the_name_that_is_asked_for) {
    samen_network *network =
        build_grouped("a b c d e f g h i j", "sector", "a=x b=x c=y d=y e=y f=z g=z h=z i=z j=z");
    samen_anonymise_options options = {
        .struct_size = sizeof options, .keep = "sector", .others = "andere groepen"};
    for (int named = 0; named < 2; named++) {
        samen_network *made = NULL;
        samen_table *table = NULL;
        OK(samen_network_anonymise(network, &options, &made, NULL, error));
        OK(samen_network_table(made, SAMEN_ORGANISATIONS, &table, error));
        int count = 0;
        for (int64_t row = 0; row < 10; row++)
            count += strcmp(cell_text(table, row, "sector"),
                            named ? "other groups" : "andere groepen") == 0;
        ck_assert_int_eq(count, 5);
        samen_table_free(table);
        samen_network_free(made);
        options.others = NULL;
    }
    samen_network_free(network);
}
END

TEST(an_empty_network_stays_empty) {
    samen_network *network = build("");
    samen_table *key = NULL;
    samen_network *made = anonymised(network, NULL, 0, NULL, &key);
    ck_assert_int_eq(samen_network_count(made, SAMEN_ORGANISATIONS), 0);
    ck_assert_int_eq(samen_table_rows(key), 0);
    samen_table_free(key);
    samen_network_free(made);
    samen_network_free(network);
}
END

TEST(what_cannot_be_is_refused_without_naming_anyone) {
    samen_network *network = everything(1.5), *made = NULL;
    samen_anonymise_options o = {.struct_size = sizeof o};
    REFUSES(1, "network", samen_network_anonymise(NULL, NULL, &made, NULL, error));
    REFUSES(3, "out", samen_network_anonymise(network, NULL, NULL, NULL, error));
    o.keep = "colour";
    REFUSES(2, "no attribute \"colour\"", samen_network_anonymise(network, &o, &made, NULL, error));
    o.keep = "staff";
    REFUSES(2, "numbers or days", samen_network_anonymise(network, &o, &made, NULL, error));
    o.keep = "respondent";
    REFUSES(2, "stays anyway", samen_network_anonymise(network, &o, &made, NULL, error));
    o = (samen_anonymise_options){.struct_size = sizeof o, .secret = "fifteen letters"};
    REFUSES(2, "fewer than 16", samen_network_anonymise(network, &o, &made, NULL, error));
    o = (samen_anonymise_options){.struct_size = sizeof o, .others = "\xff"};
    REFUSES(2, "UTF-8", samen_network_anonymise(network, &o, &made, NULL, error));
    o.struct_size = 3;
    REFUSES(2, "struct_size", samen_network_anonymise(network, &o, &made, NULL, error));
    ck_assert_ptr_null(made);
    samen_network_free(network);
}
END

SUITE("network/anonymise", a_network_without_names_has_the_same_ties_in_another_order,
      the_key_tells_who_is_who, without_a_secret_pseudonyms_are_those_of_the_data,
      groups_that_are_too_small_go_and_the_attribute_where_none_is_left,
      merged_groups_have_the_name_that_is_asked_for, an_empty_network_stays_empty,
      what_cannot_be_is_refused_without_naming_anyone)
