/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/waves.h"

#include <string.h>

#include "core/memory.h"
#include "view/alike.h"

samen_status samen__waves_needed(const samen__draw_call *call, samen_error *err) {
    return samen__fail_argument(err, call->argument,
                                "%s by wave needs the option waves, once for each: FROM..TO",
                                call->drawing->name);
}

static samen_status see_period(const samen__draw_call *call, const char *from, const char *to,
                               samen_view **out, samen_error *err) {
    const samen_run run = {.struct_size = sizeof run,
                           .threads = call->run.threads,
                           .on_progress = call->run.on_progress,
                           .payload = call->run.payload};
    samen_status status = samen__view_period(call->view, from, to, &run, out, err);
    if (err && status == SAMEN_ERR_ARGUMENT)
        err->argument = call->argument;
    return status;
}

samen_status samen__wave_see(const samen__draw_call *call, const char *wave, samen__text *title,
                             samen_view **view, samen_error *err) {
    const char *dots = strstr(wave, "..");
    if (!dots || dots == wave || !dots[2])
        return samen__fail_argument(err, call->argument,
                                    "option waves of %s cannot be \"%s\"; give FROM..TO, as "
                                    "2022-01-01..2023-01-01",
                                    call->drawing->name, wave);
    char *from = samen__copy_text(wave, dots - wave, err);
    if (!from)
        return SAMEN_ERR_MEMORY;
    samen__text_add(title, wave, dots - wave);
    samen__text_add_string(title, " \xE2\x80\x93 ");
    samen__text_add_string(title, dots + 2);
    samen_status status =
        title->failed ? samen__fail_memory(err) : see_period(call, from, dots + 2, view, err);
    samen__delete(from);
    return status;
}
