# SPDX-License-Identifier: GPL-3.0-or-later
# Options as the text that the library reads: name="value"; name="value".

# The shortest digits that read back as the same double.
number_text <- function(x) {
  if (is.finite(x) && x == trunc(x) && abs(x) < 1e15) return(sprintf("%.0f", x))
  for (digits in 1:17) {
    shown <- sprintf("%.*g", digits, x)
    if (!is.finite(x) || as.numeric(shown) == x) return(shown)
  }
}

# The value of an option as texts; the names of a vector or list become the left side of name=value.
value_texts <- function(value, option, call) {
  if (is.list(value) && !inherits(value, c("POSIXt", "data.frame"))) {
    parts <- lapply(seq_along(value), function(i) {
      named <- value[[i]]
      if (!is.null(names(value)) && nzchar(names(value)[i])) {
        named <- setNames(named, rep(names(value)[i], length(named)))
      }
      value_texts(named, option, call)
    })
    return(unlist(parts))
  }
  if (anyNA(value)) refuse(sprintf("option %s is NA; leave it out", option), "...", call = call)
  shown <- if (is.logical(value)) {
    ifelse(value, "true", "false")
  } else if (inherits(value, "Date") || is.factor(value) || is.character(value)) {
    as.character(value)
  } else if (is.numeric(value) && !is.object(value)) {
    vapply(value, number_text, "")
  } else {
    refuse(sprintf("option %s is of the kind %s; give text, a number, TRUE or FALSE, or a Date", option,
                   class(value)[1L]), "...", call = call)
  }
  named <- if (is.null(names(value))) rep("", length(value)) else names(value)
  enc2utf8(ifelse(nzchar(named), paste0(named, "=", shown), shown))
}

quoted <- function(name, value) paste0(name, "=\"", gsub("\"", "\"\"", value, fixed = TRUE), "\"")

# `owner` is a measure, "view", "report", or a kind of picture.
option_text <- function(values, owner, call = NULL) {
  values <- Filter(Negate(is.null), values)
  if (length(values) == 0L) return("")
  if (is.null(names(values)) || !all(grepl("^[A-Za-z0-9._-]+$", names(values)))) {
    refuse("every option needs a name: option = value", "...", call = call)
  }
  known <- option_types()
  pieces <- lapply(names(values), function(name) {
    plain <- function(x) chartr("-", "_", x)
    type <- known$type[known$measure == owner & plain(known$option) == plain(name)]
    value <- value_texts(values[[name]], name, call)
    if (identical(type, "forms")) value <- paste(value, collapse = ",")
    if (length(value) != 1L && !identical(type, "list")) {
      refuse(sprintf("option %s takes one value, not %d", name, length(value)), "...", call = call)
    }
    quoted(rep(name, length(value)), value)
  })
  paste(unlist(pieces), collapse = "; ")
}
