# SPDX-License-Identifier: GPL-3.0-or-later
# Measures, all by name: the registry of the library says which there are, and with what options.

described <- new.env(parent = emptyenv())

# What the loaded library can do never changes, so it is asked once.
registry <- function() {
  if (is.null(described$measures)) {
    for (what in c("options", "columns", "measures")) {
      described[[what]] <- as_table(call_samen("describe", what, NULL))
    }
    described$options <- rbind(as_table(call_samen("describe", "options", "view")), described$options)
  }
  described
}

# Of everything that has options: the owner, the option, its type.
option_types <- function() {
  if (is.null(described$types)) {
    lists <- list(registry()$options, as_table(call_samen("describe", "pictures", NULL)),
                  as_table(call_samen("describe", "report", NULL)))
    described$types <- do.call(rbind, lapply(lists, function(list) {
      data.frame(measure = list[[1L]], option = list$option, type = list$type)
    }))
  }
  described$types
}

samen_measures <- function() registry()$measures

samen_options <- function(name = NULL) {
  if (!is.null(name)) name <- text(name, "name", sys.call())
  as_table(call_samen("describe", "options", name, arguments = "name", call = sys.call()))
}

samen_columns <- function(name = NULL) {
  if (!is.null(name)) name <- text(name, "name", sys.call())
  as_table(call_samen("describe", "columns", name, arguments = "name", call = sys.call()))
}

measure <- function(view, name, options, run, call) {
  view <- as_view(view)
  made <- run_samen("measure", view, name, option_text(options, name, call), run = run,
                    arguments = c("view", "name", "...", "threads"), call = call)
  as_table(made, form_keys(view_network(view)))
}

samen_measure <- function(view, name, ..., seed = NULL, threads = getOption("samen.threads", 0),
                          progress = getOption("samen.progress", FALSE)) {
  call <- sys.call()
  measure(view, text(name, "name", call), list(...), run_settings(threads, progress, seed, call), call)
}

# ---- A function for every measure ----------------------------------------------------------------------

# The default of an option as R writes it; one that must be given has none.
default_of <- function(option) {
  if (option$required) return(quote(expr = ))
  if (!is_said(option$default)) return(NULL)
  switch(option$type,
         "yes-no" = option$default == "true",
         count = , number = as.numeric(option$default),
         option$default)
}

# Only what is given goes to the library: its defaults are its own.
measure_function <- function(.view, .measure) {
  options <- registry()$options
  options <- options[options$measure == .measure, ]
  arguments <- lapply(seq_len(nrow(options)), function(i) default_of(options[i, ]))
  made <- function(seed = NULL, threads = getOption("samen.threads", 0),
                   progress = getOption("samen.progress", FALSE)) {
    given <- setdiff(as.character(names(match.call()))[-1L], c("seed", "threads", "progress"))
    measure(.view, .measure, mget(given, environment()), run_settings(threads, progress, seed, sys.call()),
            sys.call())
  }
  formals(made) <- c(setNames(arguments, options$option), formals(made))
  structure(made, class = c("samen_function", "function"), measure = .measure)
}

names.samen_view <- function(x) unique(registry()$measures$family)

`$.samen_view` <- function(x, name) {
  known <- registry()$measures
  names <- known$measure[known$family == name]
  if (length(names) == 0L) {
    refuse(sprintf("there is no family of measures \"%s\"; there are %s", name,
                   paste(names(x), collapse = ", ")), "name", "SAMEN_ERR_UNKNOWN", sys.call())
  }
  setNames(lapply(names, function(measure) measure_function(x, measure)),
           substring(names, nchar(name) + 2L))
}

`[[.samen_view` <- function(x, i, ...) `$.samen_view`(x, i)

.DollarNames.samen_view <- function(x, pattern = "") grep(pattern, names(x), value = TRUE)

print.samen_function <- function(x, ...) {
  print(samen_help(attr(x, "measure")))
  invisible(x)
}
