# SPDX-License-Identifier: GPL-3.0-or-later
# Cases with a sentence for a name. Source this, call it(), end with report().
library(samen)

tally <- new.env()
tally$passed <- tally$failed <- tally$skipped <- 0

it <- function(what, code) {
  code <- substitute(code)
  tryCatch({
    eval(code, new.env(parent = globalenv()))
    tally$passed <- tally$passed + 1
  }, skipped = function(reason) {
    tally$skipped <- tally$skipped + 1
    cat("skipped: ", what, ": ", conditionMessage(reason), "\n", sep = "")
  }, error = function(e) {
    tally$failed <- tally$failed + 1
    cat("FAILED: ", what, "\n  ", conditionMessage(e), "\n", sep = "")
  })
}

skip <- function(reason) {
  stop(structure(class = c("skipped", "condition"), list(message = reason, call = NULL)))
}

# The condition of samen that an expression ends in.
failing <- function(code) {
  tryCatch({
    force(code)
    stop("nothing failed")
  }, samen_error = function(e) e)
}

# Does that condition say this? `row` and `column` as R counts them.
failed <- function(e, status, message, argument = NA, row = NA, column = NA) {
  said <- c(e$status, class(e), e$argument, e$row, e$column, conditionMessage(e))
  good <- identical(class(e), c("samen_error", status, "error", "condition")) &&
    identical(as.character(e$argument), as.character(argument)) &&
    identical(as.numeric(e$row), as.numeric(row)) &&
    identical(as.numeric(e$column), as.numeric(column)) && grepl(message, conditionMessage(e), fixed = TRUE)
  if (!good) stop("it said: ", paste(said, collapse = " | "))
  TRUE
}

report <- function() {
  cat(sprintf("%d passed, %d failed, %d skipped\n", tally$passed, tally$failed, tally$skipped))
  if (tally$failed > 0) quit(save = "no", status = 1)
}

# A network of no meaning that takes work: random ties of equal chance.
large_network <- function(organisations, ties, seed = 1) {
  state <- seed
  draw <- function(n) {
    out <- numeric(n)
    for (i in seq_len(n)) out[i] <- state <<- (state * 16807) %% 2147483647
    1 + out %% organisations
  }
  samen_network(ties = data.frame(from = draw(ties), to = draw(ties)),
                organisations = data.frame(id = seq_len(organisations)))
}
