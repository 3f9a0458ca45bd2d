/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network without names, for those who may see how organisations work together and not who they are.
 *
 * What goes: keys and names, replaced by pseudonyms; attributes but one, whose small groups are merged; roles but the
 * lead's; the order of rows, which becomes that of pseudonyms. What stays: who is tied to whom, in which form and
 * direction, weights and dates, so every measure is that of the network as it was. That also means that a network can
 * be recognised by its structure: who knows how many partners an organisation has finds it again.
 *
 * Pseudonyms come out of a secret. Without one, all that the network holds is the secret: the same data give the same
 * pseudonyms, and only who has the data can find them.
 *
 * Based on: L. Backstrom, C. Dwork and J. Kleinberg, Wherefore art thou R3579X? Anonymized social networks, hidden
 * patterns, and structural steganography, WWW 2007 (doi 10.1145/1242572.1242598), for what stays recognisable.
 * Complexity: O(cells + ties log ties). */
#include <string.h>

#include "core/bitset.h"
#include "core/error.h"
#include "core/memory.h"
#include "core/options.h"
#include "core/sort.h"
#include "core/utf8.h"
#include "network/lead.h"
#include "network/network.h"
#include "network/pseudonyms.h"
#include "network/suppress.h"
#include "table/table.h"

enum { USUAL_LEAST = 5, SHORTEST_SECRET = 16 };

static const char respondent[] = "respondent";

typedef struct anonymising {
    const samen_network *network;
    samen_anonymise_options options; /* settled */
    const samen__column *kept;       /* the attribute that is kept, or NULL */
    uint8_t secret[SAMEN__SHA256_BYTES];
    samen__pseudonyms organisations, partnerships;
    samen__suppressed groups;
    samen_builder *builder;
} anonymising;

/* ---- Check and prepare ------------------------------------------------------------------------------- */

static samen_status find_kept(anonymising *a, samen_error *err) {
    const char *name = a->options.keep;
    if (!name || !*name)
        return SAMEN_OK;
    if (strcmp(name, respondent) == 0)
        return samen__fail_argument(err, 2, "option keep cannot be respondent, which stays anyway");
    a->kept = samen__network_attribute(a->network, SAMEN_ORGANISATIONS, name);
    if (!a->kept)
        return samen__fail_argument(err, 2, "organisations have no attribute \"%s\" to keep", name);
    if (a->kept->type != SAMEN_COLUMN_TEXT && a->kept->type != SAMEN_COLUMN_BOOL)
        return samen__fail_argument(err, 2,
                                    "the attribute \"%s\" has numbers or days, by which an "
                                    "organisation is known; keep one of texts or yes/no",
                                    name);
    return SAMEN_OK;
}

static samen_status settle(anonymising *a, const samen_anonymise_options *given, samen_error *err) {
    samen_anonymise_options *o = &a->options;
    samen_status status =
        samen__options_copy(given, sizeof *o, o, 2, "samen_anonymise_options", err);
    if (status != SAMEN_OK)
        return status;
    if (o->secret && strlen(o->secret) < SHORTEST_SECRET)
        return samen__fail_argument(err, 2,
                                    "the secret has fewer than %d bytes and could be found by "
                                    "trying; take a longer one",
                                    SHORTEST_SECRET);
    if (o->others && samen__utf8_invalid(o->others, (int64_t)strlen(o->others)) >= 0)
        return samen__fail_argument(err, 2, "option others is not valid UTF-8");
    if (!o->others || !*o->others)
        o->others = "other groups";
    if (o->least == 0)
        o->least = USUAL_LEAST;
    return find_kept(a, err);
}

/* All that the network holds, as one hash. */
static samen_status digest(const samen_network *network, uint8_t out[SAMEN__SHA256_BYTES],
                           samen_error *err) {
    static const samen_table_options as_csv = {.struct_size = sizeof as_csv,
                                               .format = SAMEN_FORMAT_CSV};
    samen__sha256 sum = samen__sha256_start();
    samen_status status = SAMEN_OK;
    for (int32_t of = 0; status == SAMEN_OK && of < SAMEN__PARTS; of++) {
        samen_table *table = NULL;
        char *text = NULL;
        int64_t length = 0;
        status = samen_network_table(network, of, &table, err);
        if (status == SAMEN_OK)
            status = samen_table_format(table, &as_csv, &text, &length, err);
        if (status == SAMEN_OK)
            samen__sha256_add(&sum, text, length + 1); /* the NUL parts them */
        samen_free(text);
        samen_table_free(table);
    }
    if (status == SAMEN_OK)
        samen__sha256_finish(&sum, out);
    return status;
}

static samen_status prepare(anonymising *a, samen_error *err) {
    const samen__records *r = &a->network->records;
    const char *secret = a->options.secret;
    samen_status status = SAMEN_OK;
    if (secret) {
        samen__sha256 sum = samen__sha256_start();
        samen__sha256_add(&sum, secret, (int64_t)strlen(secret));
        samen__sha256_finish(&sum, a->secret);
    } else {
        status = digest(a->network, a->secret, err);
    }
    if (status == SAMEN_OK)
        status = samen__pseudonyms_make(&r->organisations, "organisation", "org-", a->secret,
                                        &a->organisations, err);
    if (status == SAMEN_OK)
        status = samen__pseudonyms_make(&r->partnerships, "partnership", "par-", a->secret,
                                        &a->partnerships, err);
    if (status == SAMEN_OK && a->kept)
        status = samen__suppress(a->kept, a->options.least, &a->groups, err);
    if (status == SAMEN_OK)
        status = samen_builder_new(a->network->typology, &a->builder, err);
    return status;
}

/* ---- Organisations and partnerships ------------------------------------------------------------------- */

static samen_status put_group(anonymising *a, int64_t row, int64_t at, samen_error *err) {
    int32_t group = a->kept && a->groups.remains ? a->groups.of[row] : SAMEN__GROUP_NONE;
    if (group == SAMEN__GROUP_NONE)
        return SAMEN_OK;
    const char *label = group == SAMEN__GROUP_MERGED ? a->options.others
                                                     : samen__keys_text(&a->groups.label, group);
    return samen_builder_set_text(a->builder, SAMEN_ORGANISATIONS, at, a->options.keep, label, err);
}

static samen_status put_organisations(anonymising *a, samen_error *err) {
    const samen__column *responded =
        samen__network_attribute(a->network, SAMEN_ORGANISATIONS, respondent);
    int answers = responded && responded->type == SAMEN_COLUMN_BOOL;
    int64_t count = a->network->records.organisations.count, at = 0;
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < count; i++) {
        int64_t row = a->organisations.key[i];
        status =
            samen_builder_add_organisation(a->builder, a->organisations.text[i], NULL, &at, err);
        if (status == SAMEN_OK)
            status = put_group(a, row, at, err);
        if (status == SAMEN_OK && answers && !samen__column_is_null(responded, row))
            status = samen_builder_set_yes_no(a->builder, SAMEN_ORGANISATIONS, at, respondent,
                                              samen__bitset_get(responded->data, row), err);
    }
    return status;
}

static samen_status put_partnerships(anonymising *a, samen_error *err) {
    const samen__records *r = &a->network->records;
    samen_status status = SAMEN_OK;
    for (int64_t i = 0; status == SAMEN_OK && i < r->partnerships.count; i++) {
        const char *key = a->partnerships.text[i];
        int64_t at;
        int32_t added;
        status = samen__builder_put_partnership(a->builder, key, (int64_t)strlen(key), NULL, 0,
                                                r->partnership[a->partnerships.key[i]], &at, &added,
                                                err);
    }
    return status;
}

/* ---- Ties and memberships ----------------------------------------------------------------------------- */

static int compare(double a, double b) {
    return a < b ? -1 : a > b;
}

static int tie_order(const void *context, int64_t a, int64_t b) {
    const samen__tie *x = (const samen__tie *)context + a, *y = (const samen__tie *)context + b;
    const int32_t by[][2] = {{x->from, y->from},
                             {x->to, y->to},
                             {x->form, y->form},
                             {x->start, y->start},
                             {x->end, y->end},
                             {x->directed, y->directed},
                             {x->partnership, y->partnership}};
    for (size_t i = 0; i < sizeof by / sizeof by[0]; i++) {
        if (by[i][0] != by[i][1])
            return by[i][0] < by[i][1] ? -1 : 1;
    }
    return compare(x->weight, y->weight);
}

static int membership_order(const void *context, int64_t a, int64_t b) {
    const samen__membership *x = (const samen__membership *)context + a,
                            *y = (const samen__membership *)context + b;
    const int32_t by[][2] = {{x->partnership, y->partnership},
                             {x->organisation, y->organisation},
                             {x->role, y->role},
                             {x->start, y->start},
                             {x->end, y->end}};
    for (size_t i = 0; i < sizeof by / sizeof by[0]; i++) {
        if (by[i][0] != by[i][1])
            return by[i][0] < by[i][1] ? -1 : 1;
    }
    return compare(x->weight, y->weight);
}

/* Which end of an undirected tie stands first is up to the pseudonyms too. */
static samen__tie rename_tie(const anonymising *a, samen__tie tie) {
    int32_t from = a->organisations.place[tie.from], to = a->organisations.place[tie.to];
    int turned = !tie.directed && from > to;
    tie.from = turned ? to : from;
    tie.to = turned ? from : to;
    if (tie.partnership != SAMEN__NONE)
        tie.partnership = a->partnerships.place[tie.partnership];
    return tie;
}

static samen_status put_ties(anonymising *a, samen_error *err) {
    const samen__records *r = &a->network->records;
    samen__tie *tie = samen__new_raw(r->ties, sizeof *tie, err);
    int64_t *order = samen__new_raw(r->ties, sizeof *order, err), at;
    samen_status status = tie && order ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < r->ties; i++)
        tie[i] = rename_tie(a, r->tie[i]);
    if (status == SAMEN_OK)
        status = samen__sort(order, r->ties, tie_order, tie, err);
    for (int64_t i = 0; status == SAMEN_OK && i < r->ties; i++)
        status = samen__builder_put_tie(a->builder, tie[order[i]], &at, err);
    samen__delete(tie);
    samen__delete(order);
    return status;
}

/* Roles are whatever the data say, so all but the lead's go; here 1 is a lead and 0 is not. */
static samen_status put_memberships(anonymising *a, samen_error *err) {
    static const char lead[] = "lead";
    const samen__records *r = &a->network->records;
    uint8_t *leads = samen__find_leads(r, NULL, err);
    samen__membership *member = samen__new_raw(r->memberships, sizeof *member, err);
    int64_t *order = samen__new_raw(r->memberships, sizeof *order, err), at;
    samen_status status = leads && member && order ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < r->memberships; i++) {
        samen__membership *m = &member[i];
        *m = r->membership[i];
        m->partnership = a->partnerships.place[m->partnership];
        m->organisation = a->organisations.place[m->organisation];
        m->role = m->role != SAMEN__NONE && leads[m->role];
    }
    if (status == SAMEN_OK)
        status = samen__sort(order, r->memberships, membership_order, member, err);
    for (int64_t i = 0; status == SAMEN_OK && i < r->memberships; i++) {
        const samen__membership *m = &member[order[i]];
        status = samen__builder_put_membership(a->builder, *m, lead,
                                               m->role ? (int64_t)strlen(lead) : 0, &at, err);
    }
    samen__delete(leads);
    samen__delete(member);
    samen__delete(order);
    return status;
}

/* ---- The key ------------------------------------------------------------------------------------------ */

typedef struct kind {
    const char *name;
    int32_t of;
    const samen__pseudonyms *pseudonyms;
    int64_t count;
} kind;

enum { COLUMNS = 4 };

/* The name of one that has its key for a name is left out. */
static samen_status put_key(const anonymising *a, const kind *k, int64_t i, samen_table *table,
                            samen_error *err) {
    int64_t row = k->pseudonyms->key[i];
    const samen__column *name = &a->network->name[k->of];
    const char *cell[COLUMNS] = {
        k->pseudonyms->text[i], k->name, samen_network_key(a->network, k->of, row),
        samen__column_is_null(name, row) ? NULL : samen__column_text(name, row, NULL)};
    samen_status status = SAMEN_OK;
    for (int c = 0; status == SAMEN_OK && c < COLUMNS; c++)
        status = samen__column_add_string(&table->column[c], cell[c], err);
    return status;
}

static samen_status describe_key(const anonymising *a, samen_table *table, samen_error *err) {
    samen_status status = samen__table_add_note(
        table, "key", table->rows, err,
        "whoever has this table can name everyone in the network that goes with it; keep it apart.");
    if (status == SAMEN_OK)
        status =
            samen__table_add_entry(table, "secret", a->options.secret ? "given" : "the data", err);
    if (status == SAMEN_OK)
        status = samen__table_add_entry(table, "samen", samen_version(), err);
    return status;
}

static samen_status make_key(const anonymising *a, samen_table **out, samen_error *err) {
    static const char *const columns[COLUMNS] = {"pseudonym", "kind", "key", "name"};
    const samen__records *r = &a->network->records;
    const kind kinds[] = {
        {"organisation", SAMEN_ORGANISATIONS, &a->organisations, r->organisations.count},
        {"partnership", SAMEN_PARTNERSHIPS, &a->partnerships, r->partnerships.count}};
    samen_table *table = NULL;
    samen_status status = samen__table_new(kinds[0].count + kinds[1].count, &table, err);
    for (int c = 0; status == SAMEN_OK && c < COLUMNS; c++) {
        if (!samen__table_add(table, columns[c], SAMEN_COLUMN_TEXT, err))
            status = SAMEN_ERR_MEMORY;
    }
    for (int k = 0; k < 2; k++) {
        for (int64_t i = 0; status == SAMEN_OK && i < kinds[k].count; i++)
            status = put_key(a, &kinds[k], i, table, err);
    }
    if (status == SAMEN_OK)
        status = describe_key(a, table, err);
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}

/* ---- The call ----------------------------------------------------------------------------------------- */

static samen_status anonymise(anonymising *a, samen_network **out, samen_table **key,
                              samen_error *err) {
    samen_network *made = NULL;
    samen_table *table = NULL;
    samen_status status = prepare(a, err);
    if (status == SAMEN_OK)
        status = put_organisations(a, err);
    if (status == SAMEN_OK)
        status = put_partnerships(a, err);
    if (status == SAMEN_OK)
        status = put_ties(a, err);
    if (status == SAMEN_OK)
        status = put_memberships(a, err);
    if (status == SAMEN_OK && key)
        status = make_key(a, &table, err);
    if (status == SAMEN_OK)
        status = samen_builder_finish(a->builder, &made, err);
    if (status != SAMEN_OK) {
        samen_table_free(table);
        return status;
    }
    made->anonymous = 1;
    *out = made;
    if (key)
        *key = table;
    return SAMEN_OK;
}

samen_status samen_network_anonymise(const samen_network *network,
                                     const samen_anonymise_options *options, samen_network **out,
                                     samen_table **key, samen_error *err) {
    anonymising a = {.network = network};
    if (!network)
        return samen__fail_argument(err, 1, "network is NULL");
    samen_status status = settle(&a, options, err);
    if (status != SAMEN_OK)
        return status;
    if (!out)
        return samen__fail_argument(err, 3, "out is NULL");
    status = anonymise(&a, out, key, err);
    samen__pseudonyms_free(&a.organisations);
    samen__pseudonyms_free(&a.partnerships);
    samen__suppressed_free(&a.groups);
    samen_builder_free(a.builder);
    return status;
}
