/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which form is it, and which one would suit: the practice text's distinctions as two decisions.
 *
 * Based on: the practice text on samenwerken (Pronet, Arteveldehogeschool): consultation asks no
 * commitment; ad hoc is occasional and bounded, a common interest leading to a common action; a
 * network asks commitment to a common goal, and is told apart by what it is for. */
#include "core/error.h"
#include "core/options.h"
#include "network/typology.h"
#include "table/table.h"

typedef struct verdict {
    const char *form; /* NULL: undecided */
    const char *decided_by;
    const char *missing;
    const char *reason;
} verdict;

static verdict undecided(const char *missing, const char *reason) {
    return (verdict){.missing = missing, .reason = reason};
}

static verdict decide_network(uint32_t purpose) {
    static const char traits[] = "commitment, common goal, purpose";
    switch (purpose) {
    case SAMEN_PURPOSE_UNKNOWN:
        return undecided("purpose", "It is a network; what it is for tells which kind.");
    case SAMEN_PURPOSE_LEARN:
        return (verdict){"learning", traits, NULL,
                         "Committed partners with a common goal who learn together."};
    case SAMEN_PURPOSE_RESOURCES:
        return (verdict){"resource", traits, NULL,
                         "Committed partners with a common goal who share scarce resources."};
    case SAMEN_PURPOSE_COMMON_ACTION:
    case SAMEN_PURPOSE_JOINT_TASK:
        return (verdict){"action", traits, NULL,
                         "Committed partners with a common goal who carry out a task together."};
    default:
        return (verdict){"information", traits, NULL,
                         "Committed partners with a common goal who exchange information."};
    }
}

static verdict decide_committed(const samen_traits *t) {
    if (t->one_off == SAMEN_TRAIT_YES)
        return (verdict){"ad-hoc", "commitment, one-off", NULL,
                         "Commitment for one occasion only."};
    if (t->common_goal == SAMEN_TRAIT_YES)
        return decide_network(t->purpose);
    if (t->common_goal == SAMEN_TRAIT_UNKNOWN)
        return undecided("common goal",
                         "Commitment is expected; a common goal would make it a network.");
    if (t->bounded == SAMEN_TRAIT_YES)
        return (verdict){"ad-hoc", "commitment, common goal, bounded", NULL,
                         "Commitment for a bounded time, without a goal of the network's own."};
    if (t->bounded == SAMEN_TRAIT_UNKNOWN)
        return undecided("bounded",
                         "Without a common goal it is ad hoc only when it is bounded in time.");
    return undecided("common goal", "Lasting commitment without a common goal fits no form; look "
                                    "again at the goal or the commitment.");
}

static int is_talk(uint32_t purpose) {
    return purpose == SAMEN_PURPOSE_EXCHANGE || purpose == SAMEN_PURPOSE_ACQUAINT ||
           purpose == SAMEN_PURPOSE_CASE;
}

static verdict decide_uncommitted(const samen_traits *t) {
    int occasion = t->one_off == SAMEN_TRAIT_YES || t->bounded == SAMEN_TRAIT_YES;
    if (is_talk(t->purpose))
        return (verdict){"consultation", "commitment, purpose", NULL,
                         "Exchange without commitment."};
    if (t->purpose == SAMEN_PURPOSE_UNKNOWN && !occasion)
        return (verdict){"consultation", "commitment", NULL,
                         "Without commitment, and nothing points to a single action."};
    if (t->purpose == SAMEN_PURPOSE_UNKNOWN)
        return undecided("purpose", "A bounded occasion without commitment is ad hoc when it leads "
                                    "to an action, consultation when it is talk.");
    if (t->purpose == SAMEN_PURPOSE_COMMON_ACTION && t->one_off == SAMEN_TRAIT_NO &&
        t->bounded == SAMEN_TRAIT_NO)
        return undecided("commitment",
                         "A common action that is neither for one occasion nor bounded "
                         "in time asks commitment; look again at what partners "
                         "expect.");
    if (occasion || t->purpose == SAMEN_PURPOSE_COMMON_ACTION)
        return (verdict){"ad-hoc", "purpose, one-off or bounded", NULL,
                         "A common interest leads to a common action, for the occasion."};
    return undecided("commitment", "Learning, sharing resources or a joint task over a longer time "
                                   "asks commitment; look again at what partners expect.");
}

static verdict decide(const samen_traits *t) {
    if (t->commitment == SAMEN_TRAIT_YES)
        return decide_committed(t);
    if (t->commitment == SAMEN_TRAIT_NO)
        return decide_uncommitted(t);
    if (t->one_off == SAMEN_TRAIT_YES && t->purpose == SAMEN_PURPOSE_COMMON_ACTION)
        return (verdict){"ad-hoc", "one-off, purpose", NULL,
                         "One common action out of a common interest."};
    return undecided("commitment",
                     "Whether partners expect commitment parts consultation from the rest.");
}

static samen_status add_text(samen_table *table, const char *name, const char *const *values,
                             samen_error *err) {
    samen__column *column = samen__table_add(table, name, SAMEN_COLUMN_TEXT, err);
    samen_status status = column ? SAMEN_OK : SAMEN_ERR_MEMORY;
    for (int64_t i = 0; status == SAMEN_OK && i < table->rows; i++)
        status = samen__column_add_string(column, values[i], err);
    return status;
}

/* The columns form, name and name_nl for a list of keys of the built-in typology. */
static samen_status add_forms(samen_table *table, const char *const *keys, samen_error *err) {
    const char *names[4], *names_nl[4];
    samen_typology *typology = NULL;
    samen_status status = samen_typology_builtin(NULL, &typology, err);
    for (int64_t i = 0; status == SAMEN_OK && i < table->rows; i++) {
        int32_t form = samen_typology_find(typology, keys[i]);
        names[i] = samen_typology_name(typology, form, SAMEN_LANGUAGE_EN);
        names_nl[i] = samen_typology_name(typology, form, SAMEN_LANGUAGE_NL);
    }
    if (status == SAMEN_OK)
        status = add_text(table, "form", keys, err);
    if (status == SAMEN_OK)
        status = add_text(table, "name", names, err);
    if (status == SAMEN_OK)
        status = add_text(table, "name_nl", names_nl, err);
    samen_typology_free(typology);
    return status;
}

static samen_status hand_over(samen_status status, samen_table *table, samen_table **out) {
    if (status == SAMEN_OK)
        *out = table;
    else
        samen_table_free(table);
    return status;
}

samen_status samen_typology_classify(const samen_traits *traits, samen_table **out,
                                     samen_error *err) {
    samen_traits t;
    if (!traits)
        return samen__fail_argument(err, 1, "traits is NULL");
    samen_status status = samen__options_copy(traits, sizeof t, &t, 1, "samen_traits", err);
    if (status != SAMEN_OK)
        return status;
    const uint32_t answers[] = {t.commitment, t.bounded, t.one_off, t.common_goal};
    for (size_t i = 0; i < 4; i++) {
        if (answers[i] > SAMEN_TRAIT_NO)
            return samen__fail_argument(err, 1, "a trait is %u; give unknown, yes or no (0, 1, 2)",
                                        answers[i]);
    }
    if (t.purpose > SAMEN_PURPOSE_JOINT_TASK)
        return samen__fail_argument(err, 1, "there is no purpose %u", t.purpose);
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    verdict v = decide(&t);
    samen_table *table = NULL;
    status = samen__table_new(1, &table, err);
    if (status == SAMEN_OK)
        status = add_forms(table, &v.form, err);
    if (status == SAMEN_OK)
        status = add_text(table, "decided_by", &v.decided_by, err);
    if (status == SAMEN_OK)
        status = add_text(table, "missing", &v.missing, err);
    if (status == SAMEN_OK)
        status = add_text(table, "reason", &v.reason, err);
    return hand_over(status, table, out);
}

samen_status samen_typology_advise(uint32_t purpose, samen_table **out, samen_error *err) {
    static const struct {
        const char *forms[2];
        const char *reasons[2];
    } advice[] = {
        [SAMEN_PURPOSE_EXCHANGE] =
            {{"consultation", "information"},
             {"Exchange needs no commitment, and none should be asked without need.",
              "When the problem is complex and the information has value only with the others', "
              "commitment to exchange it pays."}},
        [SAMEN_PURPOSE_ACQUAINT] = {{"consultation"},
                                    {"Getting acquainted asks presence, not commitment."}},
        [SAMEN_PURPOSE_CASE] = {{"consultation"},
                                {"Discussing cases asks trust and time, not a common programme."}},
        [SAMEN_PURPOSE_COMMON_ACTION] =
            {{"ad-hoc", "action"},
             {"One topic, bounded in time: the common interest carries it.",
              "When the action turns out to need a lasting programme and a common goal."}},
        [SAMEN_PURPOSE_LEARN] =
            {{"learning"},
             {"Learning together asks partners to commit to each other's questions."}},
        [SAMEN_PURPOSE_RESOURCES] =
            {{"resource"}, {"Sharing what is scarce or unique asks agreements that last."}},
        [SAMEN_PURPOSE_JOINT_TASK] =
            {{"action", "ad-hoc"},
             {"A joint project or task on a complex problem asks commitment to a common goal.",
              "When the task is one occasion and ends by itself."}},
    };
    if (purpose == SAMEN_PURPOSE_UNKNOWN || purpose > SAMEN_PURPOSE_JOINT_TASK)
        return samen__fail_argument(err, 1, "there is no purpose %u", purpose);
    if (!out)
        return samen__fail_argument(err, 2, "out is NULL");
    samen_table *table = NULL;
    samen_status status = samen__table_new(advice[purpose].forms[1] ? 2 : 1, &table, err);
    if (status == SAMEN_OK)
        status = add_forms(table, advice[purpose].forms, err);
    if (status == SAMEN_OK)
        status = add_text(table, "reason", advice[purpose].reasons, err);
    return hand_over(status, table, out);
}
