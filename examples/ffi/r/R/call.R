# SPDX-License-Identifier: GPL-3.0-or-later
# Calling the glue: failures become conditions, settings of a run are checked.

samen_condition <- function(status, message, argument = NA_character_, row = NA_real_,
                            column = NA_real_, call = NULL) {
  structure(class = c("samen_error", status, "error", "condition"),
            list(message = message, call = call, status = status, argument = argument, row = row,
                 column = column))
}

refuse <- function(message, argument = NA_character_, status = "SAMEN_ERR_ARGUMENT", call = NULL,
                   ...) {
  stop(samen_condition(status, message, argument, call = call, ...))
}

# The library's messages begin with the row of the call where there is one, counted from 0.
one_based <- function(message, row) {
  said <- sprintf("row %.0f", row - 1)
  after <- substr(message, nchar(said) + 1L, nchar(said) + 1L)
  if (is.na(row) || !startsWith(message, said) || !after %in% c(",", ":")) return(message)
  paste0(sprintf("row %.0f", row), substring(message, nchar(said) + 1L))
}

# Call a routine of the glue. `arguments` says what the arguments of its C function are called in R.
call_samen <- function(routine, ..., arguments = character(), call = NULL) {
  if (.Call(native$state)[2L] > 0L) {
    refuse("samen is at work, and the progress function that it calls cannot call it", call = call)
  }
  made <- .Call(native[[routine]], ...)
  if (!inherits(made, "samen_failure")) return(made)
  argument <- if (made$argument > 0L) arguments[made$argument] else NA_character_
  refuse(one_based(made$message, made$row), argument, made$status, call, row = made$row,
         column = made$column)
}

# The same for a routine whose last argument is the settings of a run.
run_samen <- function(routine, ..., run, arguments = character(), call = NULL) {
  force(run)
  on.exit(run$close())
  call_samen(routine, ..., run$settings, arguments = arguments, call = call)
}

# A whole number from 0, as a double.
whole <- function(x, argument, largest, call = NULL) {
  good <- is.numeric(x) && length(x) == 1L && !is.na(x) && x >= 0 && x <= largest && x == trunc(x)
  if (!good) {
    refuse(sprintf("%s must be a whole number from 0 to %.0f", argument, largest), argument,
           call = call)
  }
  as.numeric(x)
}

yes_no <- function(x, argument, call = NULL) {
  if (!isTRUE(x) && !isFALSE(x)) refuse(paste(argument, "must be TRUE or FALSE"), argument, call = call)
  x
}

text <- function(x, argument, call = NULL) {
  if (is.factor(x)) x <- as.character(x)
  if (!is.character(x) || length(x) != 1L || is.na(x)) {
    refuse(paste(argument, "must be one text"), argument, call = call)
  }
  x
}

run_settings <- function(threads, progress, seed = NULL, call = NULL) {
  bar <- if (isTRUE(progress)) progress_bar()
  if (!is.function(progress) && !is.null(progress)) yes_no(progress, "progress", call)
  list(settings = list(if (is.null(seed)) 0 else whole(seed, "seed", 2^53, call),
                       as.integer(whole(threads, "threads", .Machine$integer.max, call)),
                       if (is.function(progress)) progress else bar$draw),
       close = if (is.null(bar)) function() NULL else bar$close)
}

# A bar on standard error, for work that lasts longer than a second.
progress_bar <- function(file = stderr(), width = 30L) {
  begun <- proc.time()[["elapsed"]]
  drawn <- 0L
  list(
    draw = function(fraction, what) {
      if (proc.time()[["elapsed"]] - begun < 1) return(NULL)
      full <- as.integer(round(width * min(max(fraction, 0), 1)))
      line <- sprintf("[%s%s] %3.0f %% %s", strrep("=", full), strrep(" ", width - full),
                      100 * fraction, what)
      cat("\r", line, strrep(" ", max(0L, drawn - nchar(line))), file = file, sep = "")
      drawn <<- nchar(line)
      NULL
    },
    close = function() if (drawn > 0L) cat("\r", strrep(" ", drawn), "\r", file = file, sep = "")
  )
}
