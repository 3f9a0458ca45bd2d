# SPDX-License-Identifier: GPL-3.0-or-later
# What a view is written as: pictures and reports.

samen_draw <- function(view, kind, path, ..., overwrite = FALSE, seed = NULL,
                       threads = getOption("samen.threads", 0),
                       progress = getOption("samen.progress", FALSE)) {
  call <- sys.call()
  kind <- text(kind, "kind", call)
  run_samen("draw_write", as_view(view), kind, option_text(list(...), kind, call),
            path.expand(text(path, "path", call)), yes_no(overwrite, "overwrite", call),
            run = run_settings(threads, progress, seed, call),
            arguments = c("view", "kind", "...", "threads", "path", "overwrite"), call = call)
  invisible(path)
}

samen_report <- function(view, path, ..., overwrite = FALSE, seed = NULL,
                         threads = getOption("samen.threads", 0),
                         progress = getOption("samen.progress", FALSE)) {
  call <- sys.call()
  file <- path.expand(text(path, "path", call))
  overwrite <- yes_no(overwrite, "overwrite", call)
  made <- run_samen("report_new", as_view(view), option_text(list(...), "report", call),
                    run = run_settings(threads, progress, seed, call),
                    arguments = c("view", "...", "threads"), call = call)
  run_samen("report_write", made, if (endsWith(file, ".txt")) "text" else "html", file, overwrite,
            run = run_settings(threads, progress, seed, call),
            arguments = c("view", "format", "threads", "path", "overwrite"), call = call)
  invisible(path)
}
