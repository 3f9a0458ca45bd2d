/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typologies: the forms that a collaboration can take.
 *
 * The built-in typology is that of the Flemish practice text on samenwerken (Pronet, Arteveldehogeschool):
 * consultation, ad hoc, and four kinds of network. Commitment says what is expected of partners; it
 * is no scale of merit, for every form is right for its purpose. */
#ifndef SAMEN_TYPOLOGY_H
#define SAMEN_TYPOLOGY_H

#include "samen/core.h"
#include "samen/table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An ordered list of forms. Immutable and reference-counted. */
typedef struct samen_typology samen_typology;

enum {
    SAMEN_FORMS_MAX = 64,         /**< a typology has at most so many forms */
    SAMEN_COMMITMENT_UNKNOWN = -1 /**< the form says nothing about commitment */
};

/** Languages for the names of forms. */
enum {
    SAMEN_LANGUAGE_EN = 0, /**< English */
    SAMEN_LANGUAGE_NL = 1  /**< Dutch */
};

/** A form, to make a typology of. Texts may be NULL, except the key. */
typedef struct samen_form {
    uint32_t struct_size;   /**< sizeof(samen_form) */
    int32_t has_commitment; /**< 1: commitment below is meant */
    int32_t commitment;     /**< 0 or more; a higher number where more is expected of partners */
    int32_t reserved;       /**< 0 */
    const char *key;        /**< short and stable, as "ad-hoc" */
    const char *name;       /**< English name; NULL: the key */
    const char *name_nl;    /**< Dutch name; NULL: the English one */
    const char *family;     /**< what kind of form, as "network" */
    const char *aliases;    /**< other names under which data may know it, parted by | */
    const char *scale;      /**< where its weights come from: "ATTRIBUTE WEAKEST..STRONGEST" */
    const char *purpose;    /**< when it is the right form */
} samen_form;

/**
 * A typology that comes with the library.
 * @param name "samenwerken", "himmelman", "frey", or "single" (one form, collaboration, for data that do not tell
 *        forms apart); NULL for the first
 * @param out the typology, to be freed by the caller
 * @param err what went wrong, or NULL
 *
 * Source: for samenwerken the practice text on samenwerken (Pronet, Arteveldehogeschool); for himmelman
 * A. T. Himmelman, Collaboration for a change (2002), networking, coordinating, cooperating,
 * collaborating; for frey B. B. Frey, J. H. Lohmeier, S. W. Lee and N. Tollefson, Measuring
 * collaboration among grant partners, American Journal of Evaluation 27(3), 2006
 * (doi 10.1177/1098214006290356), five levels from networking to collaboration. Since 0.1.
 */
SAMEN_API samen_status samen_typology_builtin(const char *name, samen_typology **out,
                                              samen_error *err);

/**
 * A typology of your own.
 * @param forms `count` pointers to forms, in order; copied
 * @param count 1 to SAMEN_FORMS_MAX
 * @param out the typology, to be freed by the caller
 * @param err SAMEN_ERR_DUPLICATE when two forms answer to the same name
 * Complexity: O(names^2). Since 0.1.
 */
SAMEN_API samen_status samen_typology_new(const samen_form *const *forms, int32_t count,
                                          samen_typology **out, samen_error *err);

/** One more owner; returns its argument. Since 0.1. */
SAMEN_API samen_typology *samen_typology_retain(samen_typology *typology);

/** One owner fewer; the last one frees it. NULL is allowed. Since 0.1. */
SAMEN_API void samen_typology_free(samen_typology *typology);

/** The number of forms; -1 for NULL. Since 0.1. */
SAMEN_API int32_t samen_typology_count(const samen_typology *typology);

/** The key of a form, owned by the typology; NULL when there is no such form. Since 0.1. */
SAMEN_API const char *samen_typology_key(const samen_typology *typology, int32_t form);

/** The name of a form in a language, owned by the typology; NULL when there is no such form. Since 0.1. */
SAMEN_API const char *samen_typology_name(const samen_typology *typology, int32_t form,
                                          int32_t language);

/** What a form expects of partners, or SAMEN_COMMITMENT_UNKNOWN. Since 0.1. */
SAMEN_API int32_t samen_typology_commitment(const samen_typology *typology, int32_t form);

/** The form that answers to a key, name or alias (case, accents and hyphens do not matter), or -1.
 * Complexity: O(names). Since 0.1. */
SAMEN_API int32_t samen_typology_find(const samen_typology *typology, const char *name);

/**
 * The forms named in a list, as a bit mask: bit i for form i.
 * @param typology the typology
 * @param names keys, names or aliases, parted by commas
 * @param out the mask
 * @param err SAMEN_ERR_UNKNOWN with the nearest known name
 * Complexity: O(names) for each that is given. Since 0.1.
 */
SAMEN_API samen_status samen_typology_mask(const samen_typology *typology, const char *names,
                                           uint64_t *out, samen_error *err);

/**
 * A table of all forms: form, name, name_nl, family, commitment, aliases, scale, purpose.
 * @param typology the typology
 * @param out the table, to be freed by the caller
 * @param err what went wrong, or NULL
 * Complexity: O(forms). Since 0.1.
 */
SAMEN_API samen_status samen_typology_table(const samen_typology *typology, samen_table **out,
                                            samen_error *err);

/* ---- Which form is it, and which one would suit --------------------------------------------------- */

/** Answers about a collaboration. */
enum {
    SAMEN_TRAIT_UNKNOWN = 0, /**< not known */
    SAMEN_TRAIT_YES = 1,     /**< it is so */
    SAMEN_TRAIT_NO = 2       /**< it is not so */
};

/** What a collaboration is for. */
enum {
    SAMEN_PURPOSE_UNKNOWN = 0,       /**< not known */
    SAMEN_PURPOSE_EXCHANGE = 1,      /**< exchange of information */
    SAMEN_PURPOSE_ACQUAINT = 2,      /**< getting acquainted */
    SAMEN_PURPOSE_CASE = 3,          /**< discussing cases */
    SAMEN_PURPOSE_COMMON_ACTION = 4, /**< one common action out of a common interest */
    SAMEN_PURPOSE_LEARN = 5,         /**< learning together */
    SAMEN_PURPOSE_RESOURCES = 6,     /**< sharing scarce or unique resources */
    SAMEN_PURPOSE_JOINT_TASK = 7     /**< carrying out a joint project or task */
};

/** The traits of a collaboration, for samen_typology_classify(). Zero is "not known". */
typedef struct samen_traits {
    uint32_t struct_size; /**< sizeof(samen_traits) */
    uint32_t commitment;  /**< SAMEN_TRAIT_...: partners expect commitment of each other */
    uint32_t bounded;     /**< SAMEN_TRAIT_...: bounded in time from the start */
    uint32_t one_off;     /**< SAMEN_TRAIT_...: for one occasion */
    uint32_t common_goal; /**< SAMEN_TRAIT_...: partners have made a goal their common one */
    uint32_t purpose;     /**< SAMEN_PURPOSE_... */
} samen_traits;

/**
 * From the traits of a collaboration to its form in the built-in typology.
 * @param traits what is known
 * @param out the table, to be freed by the caller: one row of form (null when undecided), name, name_nl,
 *        decided_by (the traits that decided), missing (the trait to find out, when undecided), reason
 * @param err what went wrong, or NULL. Since 0.1.
 */
SAMEN_API samen_status samen_typology_classify(const samen_traits *traits, samen_table **out,
                                               samen_error *err);

/**
 * From a purpose to the forms of the built-in typology that suit it, the most fitting first.
 * @param purpose SAMEN_PURPOSE_...
 * @param out the table, to be freed by the caller: rows of form, name, name_nl, reason
 * @param err what went wrong, or NULL. Since 0.1.
 */
SAMEN_API samen_status samen_typology_advise(uint32_t purpose, samen_table **out, samen_error *err);

#ifdef __cplusplus
}
#endif

#endif
