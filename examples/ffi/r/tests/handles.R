# SPDX-License-Identifier: GPL-3.0-or-later
# Handles: freed by the collector, also after errors; refused when they are of another kind or empty.
source("support/cases.R")

alive <- function() {
  gc()
  .Call(samen:::native$state)[1L]
}
ties <- data.frame(from = c("a", "b"), to = c("b", "c"), form = "action")
invisible(samen_measures())
before <- alive()

it("the collector frees what nobody holds", {
  held <- samen_view(samen_network(ties))
  stopifnot(alive() > before)
  held$brokerage$betweenness()
  rm(held)
  stopifnot(identical(alive(), before))
})

it("a view keeps its network", {
  v <- samen_view(samen_network(ties))
  gc()
  stopifnot(nrow(as.data.frame(v)) == 2)
})

it("errors leave nothing behind", {
  for (i in 1:20) {
    failing(samen_network(transform(ties, weight = -1)))
    failing(samen_network(transform(ties, form = "none")))
    failing(samen_view(ties, forms = "none"))
    failing(samen_measure(ties, "none"))
    failing(samen_read(tempfile()))
    failing(samen_network(transform(ties, x = "\xff")))
  }
  stopifnot(identical(alive(), before))
})

it("a handle that another session has saved is refused in a sentence, and prints", {
  file <- tempfile()
  net <- samen_network(ties)
  saveRDS(list(net, samen_view(net)), file)
  saved <- readRDS(file)
  failed(failing(samen_view(saved[[1]])), "SAMEN_ERR_ARGUMENT", "saved by another session of R", "network")
  failed(failing(as.data.frame(saved[[1]])), "SAMEN_ERR_ARGUMENT", "saved by another session of R", "x")
  failed(failing(saved[[2]]$cohesion$density()), "SAMEN_ERR_ARGUMENT", "saved by another session of R", "view")
  failed(failing(as.matrix(saved[[2]])), "SAMEN_ERR_ARGUMENT", "saved by another session of R", "x")
  stopifnot(grepl("saved", format(saved[[1]])), grepl("saved", format(saved[[2]])))
})

it("a handle of another kind is refused, whatever its class says", {
  net <- samen_network(ties)
  view <- samen_view(net)
  class(view) <- "samen_network"
  failed(failing(samen_view(view)), "SAMEN_ERR_ARGUMENT", "this is no samen_network", "network")
  class(view) <- "samen_view"
  failed(failing(samen_write(view, tempfile())), "SAMEN_ERR_ARGUMENT", "this is no samen_network", "network")
  failed(failing(samen_write(NULL, tempfile())), "SAMEN_ERR_ARGUMENT", "this is no samen_network", "network")
})

it("the glue protects what it makes: collecting at every allocation changes nothing", {
  frame <- list(id = c("a", "\u00e9"), kind = factor(c("x", NA)), n = c(1L, NA), real = c(NA, 0.5),
                day = as.Date(c(NA, "2024-02-29")), good = c(NA, TRUE))
  run <- list(0, 2L, function(fraction, what) NULL)
  all_calls <- function(torture) {
    glue <- function(routine, ...) {
      routine <- samen:::native[[routine]]
      list(...)
      gctorture(torture)
      made <- .Call(routine, ...)
      gctorture(FALSE)
      made
    }
    builder <- glue("builder_new", glue("typology_new", rep(list("tie"), 7), NA_integer_))
    added <- list(glue("builder_add", builder, 0L, frame, 2L),
                  glue("builder_add", builder, 1L, list(from = "a", to = "\u00e9"), 1L),
                  glue("builder_add", builder, 1L, list(from = "a", to = "z"), 1L))
    net <- glue("builder_finish", builder)
    view <- glue("view_make", net, "", run)
    list(added, glue("network_counts", net), glue("network_table", net, 0L), glue("network_table", net, 1L),
         glue("view_shows", view), glue("view_table", view, run), class(glue("view_network", view)),
         glue("measure", view, "cohesion.density", "draws=10", run), glue("measure", view, "none", "", run),
         glue("describe", "measures", NULL), glue("version"))
  }
  stopifnot(identical(all_calls(FALSE), all_calls(TRUE)))
})

it("and nothing is left", {
  stopifnot(identical(alive(), before))
})

report()
