# SPDX-License-Identifier: GPL-3.0-or-later
# Help made of what the library says of itself.

filled <- function(text, indent = 0L) {
  strwrap(text, width = min(getOption("width"), 100L), indent = indent, exdent = indent)
}

is_said <- function(text) !is.na(text) & nzchar(text)

option_lines <- function(options) {
  unlist(lapply(seq_len(nrow(options)), function(i) {
    o <- options[i, ]
    range <- c(if (!is.na(o$minimum)) paste("from", number_text(o$minimum)),
               if (!is.na(o$maximum) && o$maximum < .Machine$double.xmax) paste("to", number_text(o$maximum)))
    more <- c(if (is_said(o$choices)) paste("one of", gsub(",", ", ", o$choices)) else o$type,
              if (length(range) > 0L) paste(range, collapse = " "),
              if (o$required) "must be given" else if (is_said(o$default)) paste("default", o$default))
    c(paste0("  ", o$option), filled(sprintf("%s (%s)", o$help, paste(more, collapse = "; ")), 6L))
  }))
}

kinds <- c(int64 = "whole number", float64 = "number", text = "text", bool = "TRUE or FALSE", date = "Date")

column_lines <- function(columns) {
  unlist(lapply(unique(columns$table), function(table) {
    these <- columns[columns$table == table, ]
    said <- ifelse(is_said(these$undefined), sprintf("%s; NA when %s", these$help, these$undefined),
                   these$help)
    c("", sprintf("table = \"%s\"", table),
      filled_pairs(paste0("  ", these$column), sprintf("%s (%s)", said, kinds[these$type])))
  }))
}

filled_pairs <- function(left, right) {
  width <- max(nchar(left)) + 2L
  unlist(lapply(seq_along(left), function(i) {
    strwrap(right[i], width = min(getOption("width"), 100L), exdent = width,
            initial = formatC(left[i], width = -width), prefix = "")
  }))
}

measure_help <- function(m) {
  options <- samen_options(m$measure)
  c(paste0(m$measure, ": ", m$title), "", filled(m$summary), "",
    sprintf("samen_measure(view, \"%s\", ...)", m$measure),
    sprintf("view$%s$%s(%s)", m$family, substring(m$measure, nchar(m$family) + 2L),
            paste(options$option, collapse = ", ")),
    "", "Options", option_lines(options), column_lines(samen_columns(m$measure)), "",
    filled(paste("Source:", m$source)), paste("Since:", m$since))
}

samen_help <- function(name = NULL) {
  known <- registry()$measures
  lines <- if (is.null(name)) {
    c("Measures; samen_help(\"brokerage.roles\") tells more of one, samen_help(\"view\") of views", "",
      filled_pairs(known$measure, known$title))
  } else if (identical(name, "view")) {
    c("samen_view(network, ...): what of a network is seen", "", "Options",
      option_lines(samen_options("view")))
  } else {
    name <- text(name, "name", sys.call())
    call_samen("describe", "columns", name, arguments = "name", call = sys.call())
    measure_help(known[known$measure == name, ])
  }
  structure(lines, class = "samen_help")
}

print.samen_help <- function(x, ...) {
  writeLines(unclass(x))
  invisible(x)
}
