/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/alike.h"

#include "core/memory.h"

static samen_status choose(const samen_view *view, const int32_t *organisation, int64_t count,
                           samen_view_options *options, const samen_run *run, samen_view **out,
                           samen_error *err) {
    const char **keys = samen__new_raw(count, sizeof *keys, err);
    if (!keys)
        return SAMEN_ERR_MEMORY;
    for (int64_t i = 0; i < count; i++)
        keys[i] = samen_view_key(view, organisation ? organisation[i] : i);
    options->struct_size = sizeof *options;
    options->organisations = keys;
    options->organisations_count = count;
    options->drop_isolates = 0;
    samen_status status = samen_view_new(view->network, options, run, out, err);
    samen__delete(keys);
    return status;
}

samen_status samen__view_period(const samen_view *view, const char *from, const char *to,
                                const samen_run *run, samen_view **out, samen_error *err) {
    samen_view_options options = view->options;
    options.struct_size = sizeof options;
    options.from = from;
    options.to = to;
    /* Who is an isolate differs from period to period; all else does not, and need not be listed. */
    if (!options.drop_isolates)
        return samen_view_new(view->network, &options, run, out, err);
    if (view->organisations == 0) { /* a choice of none would be read as one of all */
        *out = samen_view_retain(samen__view_unlocked(view));
        return SAMEN_OK;
    }
    return choose(view, NULL, view->organisations, &options, run, out, err);
}

samen_status samen__view_some(const samen_view *view, const int32_t *organisation, int64_t count,
                              const samen_run *run, samen_view **out, samen_error *err) {
    samen_view_options options = view->options;
    return choose(view, organisation, count, &options, run, out, err);
}
