# SPDX-License-Identifier: GPL-3.0-or-later
# Views and their options.
source("support/cases.R")

net <- samen_network(
  ties = data.frame(from = c("a", "a", "b", "c", "b"), to = c("b", "c", "c", "d", "a"),
                    form = c("action", "learning", "action", "learning", "action"), weight = c(1, 2, 3, 4, 5),
                    directed = c(TRUE, FALSE, FALSE, FALSE, TRUE),
                    start = as.Date(c("2020-01-01", "2021-01-01", NA, NA, "2020-01-01"))),
  organisations = data.frame(id = c("a", "b", "c", "d", "e"), sector = c("GOV", "GOV", "NGO", "BUS", "NGO"),
                             name = c("A", "B", "C", "D", "E")))
keys <- function(...) rownames(as.matrix(samen_view(net, ...)))

it("everything is seen without a choice", {
  v <- samen_view(net)
  stopifnot(identical(format(v), "a view of 5 organisations, directed"), identical(keys(), letters[1:5]))
  m <- as.matrix(v)
  stopifnot(m["a", "b"] == 1, m["b", "a"] == 5, m["c", "d"] == 4, m["d", "c"] == 4, m["e", "a"] == 0)
})

it("forms are chosen by a vector or a factor", {
  one <- as.data.frame(samen_view(net, forms = "learning"))
  stopifnot(identical(one$from, c("a", "c")), identical(one$weight, c(2, 4)))
  stopifnot(nrow(as.data.frame(samen_view(net, forms = factor(c("learning", "action"))))) > nrow(one))
})

it("where takes a named vector, several values, a list, and !=", {
  stopifnot(identical(keys(where = c(sector = "GOV")), c("a", "b")),
            identical(keys(where = c(sector = "GOV", sector = "BUS")), c("a", "b", "d")),
            identical(keys(where = list(sector = c("GOV", "NGO"))), c("a", "b", "c", "e")),
            identical(keys(where = "sector!=NGO"), c("a", "b", "d")))
})

it("periods are days or texts", {
  stopifnot(identical(as.data.frame(samen_view(net, to = as.Date("2020-06-01")))$from[1], "a"),
            identical(as.data.frame(samen_view(net, to = as.Date("2020-06-01"))),
                      as.data.frame(samen_view(net, to = "2020-06-01"))),
            nrow(as.data.frame(samen_view(net, to = "2019-01-01"))) == 2)
})

it("direction, rules, least weight, isolates and organisations are options too", {
  either <- samen_view(net, direction = "either", direction_weight = "sum")
  stopifnot(isSymmetric(as.matrix(either)), as.matrix(either)["a", "b"] == 6,
            identical(keys(drop_isolates = TRUE), c("a", "b", "c", "d")),
            identical(keys(organisations = c("a", "d")), c("a", "d")),
            all(as.data.frame(samen_view(net, min_weight = 2.5))$weight >= 2.5))
})

it("a value with a semicolon, a quote or a line end is one value", {
  odd <- c("a;b", "say \"x\"", "two\nlines")
  other <- samen_network(data.frame(from = "p", to = "q"),
                         organisations = data.frame(id = c("p", "q", "r"), kind = odd))
  for (i in 1:3) {
    stopifnot(identical(rownames(as.matrix(samen_view(other, where = c(kind = odd[i])))), c("p", "q", "r")[i]))
  }
})

it("the arguments are the options of the library, no more and no fewer", {
  stopifnot(setequal(setdiff(names(formals(samen_view)), c("network", "...", "threads", "progress")),
                     samen_options("view")$option))
})

it("a wrong option is refused with the way out", {
  failed(failing(samen_view(net, forms = "acton")), "SAMEN_ERR_UNKNOWN", "did you mean \"action\"", "...")
  failed(failing(samen_view(net, direction = "up")), "SAMEN_ERR_ARGUMENT", "direction", "...")
  failed(failing(samen_view(net, were = "x")), "SAMEN_ERR_ARGUMENT", "did you mean \"where\"", "...")
  failed(failing(samen_view(net, min_weight = NA)), "SAMEN_ERR_ARGUMENT", "min_weight is NA", "...")
  failed(failing(samen_view(net, min_weight = c(1, 2))), "SAMEN_ERR_ARGUMENT", "takes one value, not 2", "...")
  failed(failing(samen_view(net, lead = Sys.time())), "SAMEN_ERR_ARGUMENT", "POSIXct", "...")
  failed(failing(samen_view(net, threads = 1.5)), "SAMEN_ERR_ARGUMENT", "threads must be a whole number", "threads")
  failed(failing(samen_view(net, threads = 1e6)), "SAMEN_ERR_ARGUMENT", "threads is 1000000", "threads")
  failed(failing(samen_view(net, progress = "yes")), "SAMEN_ERR_ARGUMENT", "progress must be", "progress")
  failed(failing(samen_view(net, `a;b` = 1)), "SAMEN_ERR_ARGUMENT", "needs a name", "...")
})

it("a data frame of ties is viewed as it is", {
  stopifnot(identical(format(samen_view(data.frame(from = "a", to = "b"))), "a view of 2 organisations, undirected"))
  failed(failing(samen_view(1:3)), "SAMEN_ERR_ARGUMENT", "a network is needed, not integer", "network")
})

report()
