# SPDX-License-Identifier: GPL-3.0-or-later
# Progress, cancelling and interrupts: R code inside a call of samen, and jumps out of it.
source("support/cases.R")

v <- samen_view(large_network(20000, 200000))
work <- function(...) v$brokerage$betweenness(threads = 2, ...)
alive <- function() {
  gc()
  .Call(samen:::native$state)[1L]
}
before <- alive()

it("a progress function is told how far the work is, and what is done", {
  seen <- NULL
  v$cohesion$density(progress = function(fraction, what) seen <<- rbind(seen, data.frame(fraction, what)))
  stopifnot(nrow(seen) > 0, all(seen$fraction >= 0 & seen$fraction <= 1), all(nzchar(seen$what)))
})

it("it stops the work by returning FALSE", {
  took <- system.time(e <- failing(work(progress = function(fraction, what) FALSE)))
  failed(e, "SAMEN_ERR_CANCELLED", "")
  stopifnot(took[["elapsed"]] < 2)
})

it("an error in it stops the work and goes on from there, as itself", {
  e <- tryCatch(work(progress = function(fraction, what) stop("enough")), error = function(e) e)
  stopifnot(identical(conditionMessage(e), "enough"), !inherits(e, "samen_error"))
})

it("any other jump out of it does too", {
  stopifnot(identical(callCC(function(leave) work(progress = function(fraction, what) leave("left"))), "left"))
  stopifnot(identical(withRestarts(work(progress = function(fraction, what) invokeRestart("leave", 5)),
                                   leave = function(x) x + 1), 6))
})

it("conditions that it signals reach handlers around the call", {
  heard <- 0
  withCallingHandlers(v$cohesion$density(progress = function(fraction, what) warning("slow")),
                      warning = function(w) {
                        heard <<- heard + 1
                        invokeRestart("muffleWarning")
                      })
  stopifnot(heard > 0)
})

it("it cannot call samen, and is told so", {
  e <- failing(v$cohesion$density(progress = function(fraction, what) v$cohesion$density()))
  failed(e, "SAMEN_ERR_ARGUMENT", "samen is at work")
  stopifnot(nrow(v$cohesion$density()) > 0)
})

it("it may collect garbage, handles of samen among it", {
  samen_network(data.frame(from = "a", to = "b"))
  v$cohesion$density(progress = function(fraction, what) gc())
})

it("an interrupt stops the work soon, and is caught as one", {
  system(sprintf("(sleep 1; kill -INT %d)", Sys.getpid()), wait = FALSE)
  took <- system.time(ended <- tryCatch({
    for (i in 1:100) work()
    "finished"
  }, interrupt = function(i) "interrupted"))
  stopifnot(identical(ended, "interrupted"), took[["elapsed"]] < 1 + 2)
})

it("a bar is drawn for work that lasts, and cleared", {
  bar <- samen:::progress_bar(file = stdout(), width = 10L)
  shown <- capture.output({
    bar$draw(0.25, "too early to show")
    Sys.sleep(1.1)
    bar$draw(0.5, "counting")
    bar$draw(1, "")
    bar$close()
  })
  stopifnot(identical(length(shown), 1L), grepl("\r[=====     ]  50 % counting", shown, fixed = TRUE),
            grepl("\r[==========] 100 % ", shown, fixed = TRUE), !grepl("early", shown), grepl("\r *\r$", shown))
  made <- NULL
  capture.output(made <- v$cohesion$density(progress = TRUE), type = "message")
  stopifnot(identical(made, v$cohesion$density()))
})

it("nothing of all this is left behind", {
  stopifnot(identical(alive(), before))
})

report()
