# SPDX-License-Identifier: GPL-3.0-or-later
# Networks: read, checked, written, made of data frames, looked at.

parts <- c("organisations", "ties", "partnerships", "memberships")

read_limits <- function(allow_empty, limits, call) {
  known <- c("bytes", "line", "rows", "ratio")
  unknown <- setdiff(names(limits), known)
  if (length(unknown) > 0L || (length(limits) > 0L && is.null(names(limits)))) {
    refuse(paste("limits are named", paste(known, collapse = ", ")), "limits", call = call)
  }
  given <- vapply(known, function(name) {
    if (name %in% names(limits)) whole(limits[[name]], "limits", 2^53, call) else 0
  }, 0)
  c(yes_no(allow_empty, "allow_empty", call), given)
}

samen_read <- function(path, allow_empty = FALSE, limits = NULL,
                       progress = getOption("samen.progress", FALSE)) {
  call <- sys.call()
  run_samen("read_data_set", path.expand(text(path, "path", call)),
            read_limits(allow_empty, limits, call), run = run_settings(0, progress, call = call),
            arguments = c("path", "limits"), call = call)
}

samen_check <- function(path, allow_empty = FALSE, limits = NULL,
                        progress = getOption("samen.progress", FALSE)) {
  call <- sys.call()
  as_table(run_samen("check_data_set", path.expand(text(path, "path", call)),
                     read_limits(allow_empty, limits, call),
                     run = run_settings(0, progress, call = call),
                     arguments = c("path", "limits"), call = call))
}

samen_write <- function(network, path, overwrite = FALSE, separator = ",", decimal_comma = FALSE) {
  call <- sys.call()
  separator <- text(separator, "separator", call)
  if (!separator %in% c(",", ";", "\t")) {
    refuse("separator must be \",\", \";\" or \"\\t\"", "separator", call = call)
  }
  call_samen("write_data_set", network, path.expand(text(path, "path", call)),
             yes_no(overwrite, "overwrite", call), separator,
             yes_no(decimal_comma, "decimal_comma", call),
             arguments = c("network", "path", "separator"), call = call)
  invisible(path)
}

# ---- From data frames --------------------------------------------------------------------------------

# Keys are texts or whole numbers; R has whole numbers as doubles too.
with_text_keys <- function(frame) {
  for (name in intersect(names(frame), c("id", "from", "to", "partnership", "organisation", "form"))) {
    x <- frame[[name]]
    there <- if (is.double(x) && !is.object(x)) x[!is.na(x)]
    if (!is.null(there) && all(is.finite(there) & there == trunc(there))) {
      frame[[name]] <- ifelse(is.na(x), NA_character_, sprintf("%.0f", x))
    }
  }
  frame
}

as_part <- function(x, argument, call) {
  if (is.null(x)) return(NULL)
  if (!is.list(x) || is.null(names(x)) || inherits(x, "POSIXlt")) {
    refuse(sprintf("%s must be a data frame, not %s", argument, class(x)[1L]), argument, call = call)
  }
  with_text_keys(as.data.frame(x, stringsAsFactors = FALSE, optional = TRUE))
}

# All keys in order of appearance, where no part lists them.
found_keys <- function(..., call) {
  if (any(vapply(list(...), inherits, NA, "integer64"))) {
    refuse("keys of the kind integer64 must be listed, or be made texts with as.character()",
           status = "SAMEN_ERR_UNSUPPORTED", call = call)
  }
  keys <- unique(unlist(lapply(list(...), as.character)))
  data.frame(id = keys[!is.na(keys) & nzchar(keys)], stringsAsFactors = FALSE)
}

add_part <- function(builder, part, frame, listed, call) {
  refused <- tryCatch(
    call_samen("builder_add", builder, match(part, parts) - 1L, unclass(frame), nrow(frame),
               arguments = c("", "", part, part), call = call),
    samen_error = function(e) {
      # A key that no part lists comes from another part: its row here would tell nothing.
      if (!listed) {
        e["row"] <- e["column"] <- NA_real_
        e["argument"] <- NA_character_
        e$message <- sub("^row [0-9]+, column \"id\": ", "", e$message)
      }
      stop(e)
    })
  if (is.null(refused)) return(invisible())
  refuse(sprintf(paste("column \"%s\" is of the kind %s; texts, factors, numbers, TRUE and FALSE, and Date",
                       "can be taken: convert it, or leave it out"),
                 names(frame)[refused], class(frame[[refused]])[1L]),
         part, "SAMEN_ERR_UNSUPPORTED", call, column = refused)
}

samen_network <- function(ties = NULL, memberships = NULL, organisations = NULL, partnerships = NULL,
                          forms = NULL) {
  build_network(ties, memberships, organisations, partnerships, forms, sys.call())
}

build_network <- function(ties, memberships, organisations, partnerships, forms, call) {
  frames <- list(organisations = organisations, ties = ties, partnerships = partnerships,
                 memberships = memberships)
  frames <- setNames(lapply(parts, function(part) as_part(frames[[part]], part, call)), parts)
  listed <- !vapply(frames, is.null, NA)
  if (!listed[["organisations"]]) {
    frames$organisations <- found_keys(frames$ties[["from"]], frames$ties[["to"]],
                                       frames$memberships[["organisation"]], call = call)
  }
  if (!listed[["partnerships"]] && listed[["memberships"]]) {
    frames$partnerships <- found_keys(frames$memberships[["partnership"]], call = call)
  }
  named <- "form" %in% c(names(frames$ties), names(frames$partnerships))
  builder <- call_samen("builder_new", typology(forms, named, call), call = call)
  for (part in c("organisations", "partnerships", "ties", "memberships")) {
    if (!is.null(frames[[part]])) add_part(builder, part, frames[[part]], listed[[part]], call)
  }
  call_samen("builder_finish", builder, call = call)
}

# ---- Looking ------------------------------------------------------------------------------------------

network_counts <- function(network) setNames(call_samen("network_counts", network), parts)

form_keys <- function(network) {
  as_table(call_samen("typology_table", network, arguments = "network"))$form
}

as.data.frame.samen_network <- function(x, row.names = NULL, optional = FALSE,
                                        of = c("ties", "organisations", "partnerships",
                                               "memberships"), ...) {
  of <- match.arg(of)
  made <- as_table(call_samen("network_table", x, match(of, parts) - 1L, arguments = c("x", "of"),
                              call = sys.call()), form_keys(x))
  if (!is.null(row.names)) row.names(made) <- row.names
  made
}

format.samen_network <- function(x, ...) {
  counts <- tryCatch(network_counts(x), samen_error = function(e) NULL)
  if (is.null(counts)) return("a network that another session of R has saved: empty")
  counts <- counts[counts > 0]
  paste("a network of", paste(sprintf("%.0f %s", counts, names(counts)), collapse = ", "))
}

print.samen_network <- function(x, ...) {
  writeLines(format(x))
  invisible(x)
}
