# SPDX-License-Identifier: GPL-3.0-or-later
# Forms of collaboration: typologies, and which form it is or would be.

built_in <- c("samenwerken", "himmelman", "frey", "single")

# A typology for a network. `named`: some part has a column "form".
typology <- function(forms, named, call = NULL) {
  if (is.null(forms)) forms <- if (named) "samenwerken" else "single"
  if (is.character(forms) && length(forms) == 1L && forms %in% built_in) {
    return(call_samen("typology_builtin", forms, arguments = "forms", call = call))
  }
  if (is.character(forms) || is.factor(forms)) {
    forms <- data.frame(form = unique(as.character(forms)), stringsAsFactors = FALSE)
  }
  if (!is.data.frame(forms) || is.null(forms[["form"]])) {
    refuse(paste("forms must be the keys of forms, a data frame with a column \"form\", or one of",
                 paste(built_in, collapse = ", ")), "forms", call = call)
  }
  texts <- lapply(c("form", "name", "name_nl", "family", "aliases", "scale", "purpose"), function(name) {
    if (is.null(forms[[name]])) rep(NA_character_, nrow(forms)) else as.character(forms[[name]])
  })
  commitment <- if (is.null(forms[["commitment"]])) rep(NA, nrow(forms)) else forms[["commitment"]]
  if (!is.numeric(commitment) && !all(is.na(commitment))) {
    refuse("the commitment of a form is a whole number from 0, or NA", "forms", call = call)
  }
  call_samen("typology_new", texts, as.integer(commitment), arguments = c("forms", "forms"), call = call)
}

samen_forms <- function(x = "samenwerken") {
  call <- sys.call()
  if (!inherits(x, "samen_network")) x <- typology(x, TRUE, call)
  as_table(call_samen("typology_table", x, arguments = "x", call = call))
}

purposes <- c("exchange", "acquaint", "case", "common-action", "learn", "resources", "joint-task")

purpose_number <- function(purpose, call) {
  number <- match(text(purpose, "purpose", call), purposes)
  if (is.na(number)) {
    refuse(paste("purpose must be one of", paste(purposes, collapse = ", ")), "purpose", call = call)
  }
  number
}

samen_classify <- function(commitment = NA, bounded = NA, one_off = NA, common_goal = NA,
                           purpose = NA) {
  call <- sys.call()
  given <- list(commitment = commitment, bounded = bounded, one_off = one_off,
                common_goal = common_goal)
  traits <- vapply(names(given), function(name) {
    if (identical(given[[name]], NA)) 0L else if (yes_no(given[[name]], name, call)) 1L else 2L
  }, 0L)
  purpose <- if (identical(purpose, NA)) 0L else purpose_number(purpose, call)
  as_table(call_samen("typology_classify", c(traits, purpose), call = call), samen_forms()$form)
}

samen_advise <- function(purpose) {
  call <- sys.call()
  as_table(call_samen("typology_advise", purpose_number(purpose, call), arguments = "purpose",
                      call = call), samen_forms()$form)
}
