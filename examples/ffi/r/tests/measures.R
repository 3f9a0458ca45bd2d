# SPDX-License-Identifier: GPL-3.0-or-later
# Measures by name and as functions, and the help that the library gives.
source("support/cases.R")

ties <- data.frame(from = c("a", "b", "c", "c", "d"), to = c("b", "c", "d", "e", "e"),
                   form = c("action", "learning", "action", "ad-hoc", "action"))
net <- samen_network(ties, organisations = data.frame(id = c("a", "b", "c", "d", "e", "f"),
                                                      sector = c("GOV", "GOV", "NGO", "NGO", "BUS", NA)))
v <- samen_view(net)

it("a measure is run by its name", {
  b <- samen_measure(v, "brokerage.betweenness")
  stopifnot(inherits(b, "samen_table"), is.data.frame(b), identical(b$organisation, c("a", "b", "c", "d", "e", "f")),
            identical(b$betweenness, c(0, 3, 4, 0, 0, 0)))
})

it("every measure is a function of the view, and gives the same", {
  for (name in samen_measures()$measure) {
    parts <- strsplit(name, ".", fixed = TRUE)[[1]]
    given <- if ("group" %in% samen_options(name)$option) list(group = "sector") else list()
    made <- do.call(v[[parts[1]]][[parts[2]]], given)
    stopifnot(identical(made, do.call(samen_measure, c(list(v, name), given))))
  }
})

it("every table of every measure comes", {
  columns <- samen_columns()
  for (i in which(!duplicated(columns[c("measure", "table")]))) {
    given <- list(v, columns$measure[i], table = columns$table[i])
    if ("group" %in% samen_options(columns$measure[i])$option) given$group <- "sector"
    made <- do.call(samen_measure, given)
    promised <- columns$column[columns$measure == columns$measure[i] & columns$table == columns$table[i]]
    stopifnot(all(names(made) %in% promised), identical(samen_provenance(made)[["measure"]], columns$measure[i]))
  }
})

it("options are the arguments of the function, with their defaults", {
  roles <- formals(v$brokerage$roles)
  stopifnot(identical(names(roles)[1:3], samen_options("brokerage.roles")$option), identical(roles$draws, 1000),
            identical(roles$table, "organisation"), identical(formals(v$brokerage$betweenness)$weighted, FALSE))
})

it("options are numbers, texts, yes or no", {
  one <- v$cohesion$density(draws = 200, level = 0.9)
  stopifnot(identical(samen_provenance(one)[["option.draws"]], "200"),
            identical(samen_provenance(one)[["option.level"]], "0.9"),
            identical(samen_provenance(v$brokerage$betweenness(weighted = TRUE))[["option.weighted"]], "true"),
            identical(samen_provenance(v$cohesion$density(draws = 1e5))[["option.draws"]], "100000"))
})

it("the same seed gives the same numbers with any number of threads, and another seed others", {
  run <- function(...) v$brokerage$roles(table = "network", group = "sector", ...)$p_more
  stopifnot(identical(run(seed = 7, threads = 1), run(seed = 7, threads = 3)),
            identical(run(), run(seed = NULL)), !identical(run(seed = 7), run(seed = 8)),
            identical(samen_provenance(v$cohesion$density(seed = 2^53))[["seed"]], "9007199254740992"))
})

it("processes that R forks measure the same view, and get the same", {
  if (.Platform$OS.type != "unix") skip("R does not fork here")
  forked <- parallel::mclapply(1:4, function(seed) v$cohesion$density(seed = seed, threads = 2), mc.cores = 2)
  stopifnot(identical(forked, lapply(1:4, function(seed) v$cohesion$density(seed = seed, threads = 1))))
})

it("R's own generator is neither used nor moved", {
  set.seed(1)
  before <- .Random.seed
  first <- v$cohesion$density()
  stopifnot(identical(.Random.seed, before))
  set.seed(2)
  stopifnot(identical(v$cohesion$density(), first))
})

it("what is undefined is NA, and a note says why", {
  holes <- v$brokerage$holes()
  stopifnot(is.na(holes$constraint[6]), !any(is.nan(holes$constraint)))
  notes <- samen_notes(holes)
  stopifnot(identical(notes$code[1], "undefined"), notes$count[1] >= 1, grepl("no ties", notes$text[1]))
  shown <- capture.output(print(holes))
  stopifnot(any(grepl("^note: ", shown)), !any(grepl("^note: ", capture.output(print(holes, notes = FALSE)))))
})

it("columns have the types that were promised", {
  degree <- v$centrality$degree()
  kinds <- samen_columns("centrality.degree")
  for (name in names(degree)) {
    type <- kinds$type[kinds$table == "organisation" & kinds$column == name]
    x <- degree[[name]]
    stopifnot(switch(type, int64 = is.integer(x), float64 = is.double(x), text = is.character(x) || is.factor(x)))
  }
})

it("a form is a factor, all behind the forms", {
  forms <- v$composition$forms()$form
  stopifnot(is.factor(forms), identical(levels(forms), c(as.character(samen_forms()$form), "all")), "all" %in% forms)
})

it("a table lives on when its view and its network are gone", {
  made <- local({
    gone <- samen_view(samen_network(ties))
    gone$brokerage$betweenness()
  })
  gc()
  stopifnot(sum(made$betweenness) == 7)
})

it("provenance says measure, options, view and versions", {
  p <- samen_provenance(v$brokerage$roles(group = "sector"))
  stopifnot(identical(p[["measure"]], "brokerage.roles"), identical(p[["option.group"]], "sector"),
            identical(p[["samen"]], samen_version()[["samen"]]), nzchar(p[["source"]]))
  stopifnot(length(samen_provenance(data.frame())) == 0, nrow(samen_notes(data.frame())) == 0)
})

it("errors name the argument and the way out", {
  failed(failing(samen_measure(v, "brokerage.role")), "SAMEN_ERR_UNKNOWN", "nearest is \"brokerage.roles\"", "name")
  failed(failing(samen_measure(v, "brokerage.roles")), "SAMEN_ERR_ARGUMENT", "group", "...")
  failed(failing(samen_measure(v, "brokerage.roles", gruop = "x")), "SAMEN_ERR_ARGUMENT",
         "did you mean \"group\"", "...")
  failed(failing(samen_measure(v, "cohesion.density", 5)), "SAMEN_ERR_ARGUMENT", "needs a name", "...")
  failed(failing(samen_measure(v, c("a", "b"))), "SAMEN_ERR_ARGUMENT", "name must be one text", "name")
  failed(failing(v$brokerage$roles(group = "sector", draws = -1)), "SAMEN_ERR_ARGUMENT", "draws", "...")
  failed(failing(v$cohesion$density(seed = -1)), "SAMEN_ERR_ARGUMENT", "seed must be a whole number", "seed")
  failed(failing(v$brokering), "SAMEN_ERR_UNKNOWN", "no family of measures \"brokering\"", "name")
  e <- failing(v$brokerage$roles(group = "sektor"))
  stopifnot(identical(e$status, "SAMEN_ERR_UNKNOWN"), grepl("roles", deparse(conditionCall(e))[1]))
})

it("names complete after $", {
  stopifnot(identical(names(v), unique(samen_measures()$family)),
            "brokerage" %in% utils:::.DollarNames(v, "^bro"), !"cohesion" %in% utils:::.DollarNames(v, "^bro"),
            identical(names(v$brokerage), c("betweenness", "holes", "roles")))
})

it("help has the options, choices, columns and source of the registry", {
  shown <- unclass(samen_help("brokerage.roles"))
  for (said in c(samen_options("brokerage.roles")$option, "doi 10.2307/270949", "std_dev", "one of organisation")) {
    stopifnot(any(grepl(said, shown, fixed = TRUE)))
  }
  stopifnot(identical(capture.output(print(v$brokerage$roles)), capture.output(print(samen_help("brokerage.roles")))),
            all(vapply(samen_measures()$measure, function(m) any(grepl(m, unclass(samen_help()))), NA)),
            any(grepl("min_weight", unclass(samen_help("view")))))
  failed(failing(samen_help("brokerage.hole")), "SAMEN_ERR_UNKNOWN", "nearest is \"brokerage.holes\"", "name")
})

it("a network, or a data frame of ties, is measured as it is", {
  stopifnot(identical(samen_measure(net, "brokerage.betweenness"), samen_measure(v, "brokerage.betweenness")),
            nrow(samen_measure(ties, "brokerage.betweenness")) == 5)
})

it("a collaboration is classified, and a purpose advised on", {
  one <- samen_classify(commitment = TRUE, common_goal = TRUE, purpose = "learn")
  stopifnot(identical(as.character(one$form), "learning"), is.na(samen_classify()$form),
            identical(as.character(samen_advise("joint-task")$form[1]), "action"))
  failed(failing(samen_advise("profit")), "SAMEN_ERR_ARGUMENT", "purpose must be one of", "purpose")
  failed(failing(samen_classify(bounded = "yes")), "SAMEN_ERR_ARGUMENT", "bounded must be TRUE or FALSE", "bounded")
})

report()
