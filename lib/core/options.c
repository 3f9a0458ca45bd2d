/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/options.h"

#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/number.h"
#include "core/utf8.h"

samen_status samen__options_copy(const void *given, size_t size, void *copy, int32_t argument,
                                 const char *name, samen_error *err) {
    memset(copy, 0, size);
    if (!given)
        return SAMEN_OK;
    uint32_t claimed;
    memcpy(&claimed, given, sizeof claimed);
    if (claimed < sizeof claimed || claimed > 65536)
        return samen__fail_argument(err, argument,
                                    "struct_size of the %s is %u; set it to sizeof the struct",
                                    name, claimed);
    for (size_t i = size; i < claimed; i++) {
        if (((const unsigned char *)given)[i])
            return samen__fail_argument(err, argument,
                                        "the %s sets a field that this version (%s) does not know",
                                        name, samen_version());
    }
    memcpy(copy, given, claimed < size ? claimed : size);
    return SAMEN_OK;
}

static void *field(const samen__option *option, void *copy) {
    return (char *)copy + option->offset;
}

static const void *read_field(const samen__option *option, const void *copy) {
    return (const char *)copy + option->offset;
}

static int32_t choice_count(const samen__option *option) {
    int32_t count = 0;
    while (option->choices[count])
        count++;
    return count;
}

static void add_choices(samen__text *text, const samen__option *option) {
    for (int32_t i = 0; option->choices[i]; i++)
        samen__text_format(text, "%s%s", i ? ", " : "", option->choices[i]);
}

static samen_status fail_choice(const samen__options *options, const samen__option *option,
                                const char *given, int32_t argument, samen_error *err) {
    char list[256];
    samen__text text = samen__text_fixed(list, sizeof list);
    add_choices(&text, option);
    return samen__fail_argument(err, argument, "option %s of %s cannot be \"%s\"; give one of %s",
                                option->name, options->owner, given, list);
}

static samen_status fail_range(const samen__options *options, const samen__option *option,
                               int32_t argument, samen_error *err) {
    const char *whole = option->type == SAMEN__OPTION_COUNT ? "a whole number" : "a number";
    return samen__fail_argument(err, argument, "option %s of %s must be %s from %g to %g",
                                option->name, options->owner, whole, option->minimum,
                                option->maximum);
}

static samen_status settle_count(const samen__options *options, const samen__option *option,
                                 int64_t *value, int32_t argument, samen_error *err) {
    if (*value == 0)
        samen__number_parse_int64(option->fallback, (int64_t)strlen(option->fallback), value);
    else if (*value == -1 && option->minimum == 0)
        *value = 0;
    else if ((double)*value < option->minimum || (double)*value > option->maximum)
        return fail_range(options, option, argument, err);
    return SAMEN_OK;
}

static samen_status settle_real(const samen__options *options, const samen__option *option,
                                double *value, int32_t argument, samen_error *err) {
    if (*value == 0)
        samen__number_parse(option->fallback, (int64_t)strlen(option->fallback), '.', value);
    else if (!(*value >= option->minimum && *value <= option->maximum))
        return fail_range(options, option, argument, err);
    return SAMEN_OK;
}

static samen_status settle_one(const samen__options *options, const samen__option *option,
                               void *copy, int32_t argument, samen_error *err) {
    switch (option->type) {
    case SAMEN__OPTION_YES_NO: {
        uint32_t value = *(uint32_t *)field(option, copy);
        if (value > 1)
            return samen__fail_argument(err, argument, "option %s of %s must be 0 or 1",
                                        option->name, options->owner);
        break;
    }
    case SAMEN__OPTION_CHOICE:
        if (*(uint32_t *)field(option, copy) >= (uint32_t)choice_count(option))
            return fail_choice(options, option, "a number beyond the last choice", argument, err);
        break;
    case SAMEN__OPTION_COUNT:
        return settle_count(options, option, field(option, copy), argument, err);
    case SAMEN__OPTION_REAL:
        return settle_real(options, option, field(option, copy), argument, err);
    case SAMEN__OPTION_TEXT: {
        const char **text = field(option, copy);
        if (*text && samen__utf8_invalid(*text, (int64_t)strlen(*text)) >= 0)
            return samen__fail_argument(err, argument, "option %s of %s is not valid UTF-8",
                                        option->name, options->owner);
        if (*text && !**text)
            *text = NULL;
        if (!*text && *option->fallback)
            *text = option->fallback;
        if (!*text && option->required)
            return samen__fail_argument(err, argument, "%s needs the option %s: %s", options->owner,
                                        option->name, option->help);
        break;
    }
    case SAMEN__OPTION_LIST: {
        const char *const *list = *(const char *const **)field(option, copy);
        int64_t count = *(int64_t *)((char *)copy + option->count_offset);
        if (count < 0 || (count > 0 && !list))
            return samen__fail_argument(err, argument, "option %s of %s has no list of that length",
                                        option->name, options->owner);
        for (int64_t i = 0; i < count; i++) {
            if (!list[i] || samen__utf8_invalid(list[i], (int64_t)strlen(list[i])) >= 0)
                return samen__fail_argument(err, argument,
                                            "entry %ld of option %s of %s is not valid text",
                                            (long)i, option->name, options->owner);
        }
        break;
    }
    case SAMEN__OPTION_MASK: break;
    }
    return SAMEN_OK;
}

samen_status samen__options_settle(const samen__options *options, void *copy, int32_t argument,
                                   samen_error *err) {
    samen_status status = SAMEN_OK;
    for (int32_t i = 0; status == SAMEN_OK && i < options->count; i++)
        status = settle_one(options, &options->option[i], copy, argument, err);
    return status;
}

/* One "name=value" of the text, unquoted in place. */
typedef struct pair {
    char *name;
    char *value;
} pair;

static char *trim(char *from, char *to) {
    while (from < to && (*from == ' ' || *from == '\t' || *from == '\r'))
        from++;
    while (to > from && (to[-1] == ' ' || to[-1] == '\t' || to[-1] == '\r'))
        to--;
    *to = '\0';
    return from;
}

/* Read the value that starts at `at`; returns where the next pair starts, or NULL when a quote is
 * left open. */
static char *read_value(char *at, pair *p) {
    while (*at == ' ' || *at == '\t')
        at++;
    if (*at != '"') {
        size_t length = strcspn(at, ";\n");
        int last = at[length] == '\0';
        p->value = trim(at, at + length);
        return at + length + !last;
    }
    char *out = p->value = ++at;
    for (; *at && !(at[0] == '"' && at[1] != '"'); at++) {
        at += *at == '"';
        *out++ = *at;
    }
    if (!*at)
        return NULL;
    *out = '\0';
    at += 1 + strspn(at + 1, " \t\r");
    if (*at && *at != ';' && *at != '\n')
        return NULL;
    return at + (*at != '\0');
}

/* Hyphens and underscores are alike, so that a command line and a language can each write its own. */
static int is_same_name(const char *a, const char *b) {
    for (; *a && *b; a++, b++) {
        if (*a != *b && !((*a == '-' || *a == '_') && (*b == '-' || *b == '_')))
            return 0;
    }
    return *a == *b;
}

static const samen__option *find(const samen__options *options, const char *name, int32_t argument,
                                 samen_error *err) {
    const char *nearest = NULL;
    int32_t best = 4;
    for (int32_t i = 0; i < options->count; i++) {
        const char *known = options->option[i].name;
        if (is_same_name(known, name))
            return &options->option[i];
        int32_t distance = samen__utf8_distance(known, name, 3);
        if (distance < best) {
            best = distance;
            nearest = known;
        }
    }
    if (nearest)
        samen__fail_argument(err, argument, "%s has no option \"%s\"; did you mean \"%s\"?",
                             options->owner, name, nearest);
    else
        samen__fail_argument(err, argument, "%s has no option \"%s\"", options->owner, name);
    return NULL;
}

static samen_status read_yes_no(const samen__options *options, const samen__option *option,
                                const char *value, uint32_t *out, int32_t argument,
                                samen_error *err) {
    static const char *const words[] = {"false", "true", "no", "yes", "0", "1", "nee", "ja"};
    for (uint32_t i = 0; i < 8; i++) {
        if (strcmp(value, words[i]) == 0) {
            *out = i % 2;
            return SAMEN_OK;
        }
    }
    return samen__fail_argument(err, argument,
                                "option %s of %s cannot be \"%s\"; give true or false",
                                option->name, options->owner, value);
}

static samen_status read_choice(const samen__options *options, const samen__option *option,
                                const char *value, uint32_t *out, int32_t argument,
                                samen_error *err) {
    for (uint32_t i = 0; option->choices[i]; i++) {
        if (strcmp(option->choices[i], value) == 0) {
            *out = i;
            return SAMEN_OK;
        }
    }
    return fail_choice(options, option, value, argument, err);
}

static samen_status read_count(const samen__options *options, const samen__option *option,
                               const char *value, int64_t *out, int32_t argument,
                               samen_error *err) {
    if (!samen__number_parse_int64(value, (int64_t)strlen(value), out) ||
        (double)*out < option->minimum || (double)*out > option->maximum)
        return fail_range(options, option, argument, err);
    if (*out == 0)
        *out = -1;
    return SAMEN_OK;
}

static samen_status read_real(const samen__options *options, const samen__option *option,
                              const char *value, double *out, int32_t argument, samen_error *err) {
    if (samen__number_parse(value, (int64_t)strlen(value), '.', out) != SAMEN__NUMBER_FINITE ||
        !(*out >= option->minimum && *out <= option->maximum))
        return fail_range(options, option, argument, err);
    return SAMEN_OK;
}

/* Where the values of list options are gathered: one array behind the other. */
typedef struct lists {
    const char **entries;
    int64_t used;
} lists;

static samen_status store(const samen__options *options, const samen__option *option, pair *p,
                          void *copy, lists *gathered, samen__mask_reader read_mask,
                          const void *mask_context, int32_t argument, samen_error *err) {
    switch (option->type) {
    case SAMEN__OPTION_YES_NO:
        return read_yes_no(options, option, p->value, field(option, copy), argument, err);
    case SAMEN__OPTION_CHOICE:
        return read_choice(options, option, p->value, field(option, copy), argument, err);
    case SAMEN__OPTION_COUNT:
        return read_count(options, option, p->value, field(option, copy), argument, err);
    case SAMEN__OPTION_REAL:
        return read_real(options, option, p->value, field(option, copy), argument, err);
    case SAMEN__OPTION_TEXT: *(const char **)field(option, copy) = p->value; return SAMEN_OK;
    case SAMEN__OPTION_MASK: {
        samen_status status = read_mask(mask_context, p->value, field(option, copy), err);
        if (status != SAMEN_OK && err)
            err->argument = argument;
        return status;
    }
    case SAMEN__OPTION_LIST: break;
    }
    /* Entries of one list must stand together, though the text may mix the lists. */
    int64_t *count = (int64_t *)((char *)copy + option->count_offset);
    const char *const **list = field(option, copy);
    if (*count == 0)
        *list = gathered->entries + gathered->used;
    int64_t place = (int64_t)(*list - (const char *const *)gathered->entries) + *count;
    memmove(gathered->entries + place + 1, gathered->entries + place,
            (size_t)(gathered->used - place) * sizeof *gathered->entries);
    gathered->entries[place] = p->value;
    gathered->used++;
    for (int32_t i = 0; i < options->count; i++) {
        const samen__option *other = &options->option[i];
        if (other->type != SAMEN__OPTION_LIST || other == option)
            continue;
        const char *const **shifted = field(other, copy);
        if (*shifted && *shifted - (const char *const *)gathered->entries >= place)
            ++*shifted;
    }
    ++*count;
    return SAMEN_OK;
}

samen_status samen__options_parse(const samen__options *options, const char *text, void *copy,
                                  samen__mask_reader read_mask, const void *mask_context,
                                  void **storage, int32_t argument, samen_error *err) {
    memset(copy, 0, options->size);
    *storage = NULL;
    if (!text || !*text)
        return SAMEN_OK;
    int64_t length = (int64_t)strlen(text), pairs = 1;
    if (samen__utf8_invalid(text, length) >= 0)
        return samen__fail_argument(err, argument, "the options of %s are not valid UTF-8",
                                    options->owner);
    for (int64_t i = 0; i < length; i++)
        pairs += text[i] == ';' || text[i] == '\n';
    int64_t list_bytes = pairs * (int64_t)sizeof(char *);
    char *block = samen__new(list_bytes + length + 1, 1, err);
    if (!block)
        return SAMEN_ERR_MEMORY;
    *storage = block;
    lists gathered = {.entries = (const char **)(void *)block};
    char *at = block + list_bytes;
    memcpy(at, text, (size_t)length + 1);

    uint64_t seen = 0;
    while (*at) {
        pair p = {.name = at};
        size_t to_end = strcspn(at, ";\n"), to_equals = strcspn(at, "=");
        if (strspn(at, " \t\r") == to_end) {
            at += to_end + (at[to_end] != '\0');
            continue;
        }
        if (to_equals >= to_end)
            return samen__fail_argument(
                err, argument, "an option of %s has no value; write name=value", options->owner);
        char *value = at + to_equals + 1;
        p.name = trim(at, at + to_equals);
        at = read_value(value, &p);
        if (!at)
            return samen__fail_argument(err, argument,
                                        "option %s of %s has a quote that is not closed", p.name,
                                        options->owner);
        const samen__option *option = find(options, p.name, argument, err);
        if (!option)
            return SAMEN_ERR_ARGUMENT;
        uint64_t bit = 1ull << (option - options->option);
        if ((seen & bit) && option->type != SAMEN__OPTION_LIST)
            return samen__fail_argument(err, argument, "option %s of %s is given twice",
                                        option->name, options->owner);
        seen |= bit;
        samen_status status =
            store(options, option, &p, copy, &gathered, read_mask, mask_context, argument, err);
        if (status != SAMEN_OK)
            return status;
    }
    uint32_t size = (uint32_t)options->size;
    memcpy(copy, &size, sizeof size);
    return SAMEN_OK;
}

void samen__option_write(samen__text *text, const char *name, const char *value) {
    samen__text_add_string(text, name);
    samen__text_add_string(text, "=\"");
    for (; *value; value++) {
        samen__text_add_repeated(text, '"', *value == '"');
        samen__text_add_byte(text, *value);
    }
    samen__text_add_byte(text, '"');
}

void samen__option_show(const samen__option *option, const void *settled, samen__text *text) {
    const void *value = read_field(option, settled);
    switch (option->type) {
    case SAMEN__OPTION_YES_NO:
        samen__text_add_string(text, *(const uint32_t *)value ? "true" : "false");
        break;
    case SAMEN__OPTION_CHOICE:
        samen__text_add_string(text, option->choices[*(const uint32_t *)value]);
        break;
    case SAMEN__OPTION_COUNT: samen__text_format(text, "%ld", (long)*(const int64_t *)value); break;
    case SAMEN__OPTION_REAL: samen__text_add_number(text, *(const double *)value); break;
    case SAMEN__OPTION_TEXT: {
        const char *string = *(const char *const *)value;
        samen__text_add_string(text, string ? string : "");
        break;
    }
    case SAMEN__OPTION_LIST: {
        const char *const *list = *(const char *const *const *)value;
        int64_t count = *(const int64_t *)((const char *)settled + option->count_offset);
        for (int64_t i = 0; i < count; i++) {
            samen__text_add_string(text, i ? ", " : "");
            samen__text_add_string(text, list[i]);
        }
        break;
    }
    case SAMEN__OPTION_MASK: break; /* shown by the owner, who knows the names */
    }
}
