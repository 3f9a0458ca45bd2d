# SPDX-License-Identifier: GPL-3.0-or-later
# Tables: data frames that carry their notes and their provenance.

# `made` is what the glue gives; a column "form" becomes a factor whose first levels are `forms`.
as_table <- function(made, forms = NULL) {
  columns <- made$columns
  if (!is.null(forms) && is.character(columns[["form"]])) {
    others <- setdiff(columns[["form"]], c(forms, NA))
    columns[["form"]] <- factor(columns[["form"]], levels = c(forms, others))
  }
  structure(columns, row.names = .set_row_names(made$rows), class = c("samen_table", "data.frame"),
            notes = as.data.frame(made$notes, stringsAsFactors = FALSE), provenance = made$provenance)
}

samen_notes <- function(table) {
  notes <- attr(table, "notes")
  if (is.null(notes)) {
    notes <- data.frame(code = character(), count = numeric(), text = character(),
                        stringsAsFactors = FALSE)
  }
  notes
}

samen_provenance <- function(table) {
  provenance <- attr(table, "provenance")
  if (is.null(provenance)) setNames(character(), character()) else provenance
}

print.samen_table <- function(x, ..., notes = TRUE) {
  plain <- x
  class(plain) <- "data.frame"
  print(plain, ...)
  if (notes) {
    for (note in samen_notes(x)$text) {
      writeLines(strwrap(note, width = getOption("width"), initial = "note: ", prefix = "      "))
    }
  }
  invisible(x)
}
