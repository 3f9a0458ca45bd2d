# SPDX-License-Identifier: GPL-3.0-or-later
# Single numbers on which tools are known to differ, and facts of the shipped data.

find_case <- function(cases, name) cases[[which(sapply(cases, `[[`, "name") == name)]]

# Which of sna's SDs of the whole network are exact, on Knoke's information network by sector.
known_role_errors <- function(cases) {
  case <- find_case(cases, "knoke-information")
  ours <- samen(case, "brokerage roles", "--group", "sector", "--table", "network", "--draws", "0")
  theirs <- sna::brokerage(case$tied, case$groups)$sd.gli
  exact <- ours$role %in% c("itinerant", "liaison")
  same("Knoke: sna's SDs of itinerant and liaison are exact", ours$std_dev[exact], theirs[exact])
  for (i in which(!exact)) {
    differ(paste("Knoke: sna's SD of", ours$role[i]), ours$std_dev[i], theirs[i])
    note(theirs[i] > ours$std_dev[i], paste("Knoke: sna's SD is too large,", ours$role[i]))
  }
  # To four decimals, as they are printed in the tables of the two.
  same("Knoke: SDs of samen", round(ours$std_dev, 4),
       c(2.4073, 7.5714, 5.3509, 5.3509, 5.0706, 11.3854))
  same("Knoke: SDs of sna", round(theirs, 4), c(2.7469, 7.5714, 6.4848, 6.4848, 5.0706, 12.4854))
}

# Known: the variance of a network's undirected count is none of sna's numbers either.
known_undirected_errors <- function(cases) {
  case <- find_case(cases, "knoke-information-either")
  ours <- samen(case, "brokerage roles", "--group", "sector", "--table", "network", "--draws", "0")
  theirs <- sna::brokerage(case$tied, case$groups)$sd.gli
  exact <- c(2, 2, 1, 1, 2, 2) * ours$std_dev
  for (i in seq_along(exact)) {
    differ(paste("Knoke undirected: sna's SD of", ours$role[i]), exact[i], theirs[i])
  }
}

# A self-tie enters sna's density, and with it every expectation; samen leaves it out.
known_self_tie <- function(output) {
  folder <- file.path(output, "known-loop")
  dir.create(folder)
  write.csv(data.frame(id = letters[1:4], team = c("x", "x", "y", "y")),
            file.path(folder, "organisations.csv"), row.names = FALSE, quote = FALSE)
  write.csv(data.frame(from = c("a", "b", "c"), to = c("b", "c", "c"), directed = "yes"),
            file.path(folder, "ties.csv"), row.names = FALSE, quote = FALSE)
  m <- matrix(0, 4, 4)
  m[cbind(c(1, 2, 3), c(2, 3, 3))] <- 1
  case <- list(data = folder, options = character())
  ours <- samen(case, "brokerage roles", "--group", "team", "--table", "network", "--draws", "0")
  expected <- function(d) d^2 * (1 - d) * 4 * 3 * 2
  same("self-tie: expected total of samen", ours$expected[6], expected(2 / 12))
  same("self-tie: expected total of sna", sna::brokerage(m, c(1, 1, 2, 2))$exp.gli[6],
       expected(3 / 12))
}

# A group of one has no coordinators, and its broker is none: expected 0, deviation 0. z is 0 / 0 then, NaN in
# sna; samen leaves the cell empty and says why.
known_single_groups <- function(output) {
  folder <- file.path(output, "known-single")
  dir.create(folder)
  write.csv(data.frame(id = letters[1:4], team = c("x", "x", "x", "y")),
            file.path(folder, "organisations.csv"), row.names = FALSE, quote = FALSE)
  write.csv(data.frame(from = c("a", "b", "c"), to = c("b", "c", "d"), directed = "yes"),
            file.path(folder, "ties.csv"), row.names = FALSE, quote = FALSE)
  m <- matrix(0, 4, 4)
  m[cbind(1:3, 2:4)] <- 1
  case <- list(data = folder, options = character())
  ours <- samen(case, "brokerage roles", "--group", "team", "--table", "significance",
                "--draws", "0")
  theirs <- sna::brokerage(m, c(1, 1, 1, 2))
  z <- t(matrix(ours$z, nrow = 6))
  same("groups of one: expected", t(matrix(ours$expected, nrow = 6)), theirs$exp.nli)
  same("groups of one: z, empty where sna has NaN", z, theirs$z.nli)
  note(all(is.nan(theirs$z.nli[4, c(1, 3, 4, 5)])), "groups of one: sna has NaN")
}

# Three organisations, the last of which said nothing; the others are tied both ways. Of six possible ties two
# are there and two are not known. sna's density drops the unknown (.5) and its connectedness takes them for
# ties (1); igraph takes them for absent (.3333). samen gives all three: observed, least, and most.
known_missing <- function(output) {
  folder <- file.path(output, "known-missing")
  dir.create(folder)
  write.csv(data.frame(id = letters[1:3], respondent = c("yes", "yes", "no")),
            file.path(folder, "organisations.csv"), row.names = FALSE, quote = FALSE)
  write.csv(data.frame(from = c("a", "b"), to = c("b", "a"), directed = "yes"),
            file.path(folder, "ties.csv"), row.names = FALSE, quote = FALSE)
  m <- matrix(0, 3, 3)
  m[1, 2] <- m[2, 1] <- 1
  m[3, 1:2] <- NA
  case <- list(data = folder, options = character())
  ours <- samen(case, "cohesion density", "--table", "response")[1, ]
  if (has$sna) {
    same("missing ties: dropped by sna's density", ours$density_observed, sna::gden(m))
    network <- samen(case, "cohesion components", "--table", "network")
    same("missing ties: there for sna's connectedness, not for fragmentation",
         c(1 - network$fragmentation, sna::connectedness(m)), c(1 / 3, 1))
  }
  if (has$igraph) {
    same("missing ties: absent in igraph", ours$density_least,
         igraph::edge_density(igraph::graph_from_adjacency_matrix(m)))
  }
  same("missing ties: bounds", c(ours$density_least, ours$density_observed, ours$density_most),
       c(2, 3, 4) / 6)
}

# Medici's betweenness by marriage is 47.5 pairs; sna has 95 when not told that ties are undirected.
known_medici <- function(cases) {
  case <- find_case(cases, "padgett-marriage")
  ours <- samen(case, "brokerage betweenness")
  medici <- which(case$keys == "Medici")
  same("Medici: 47.5 in samen, 95 in sna",
       c(ours$betweenness[medici], sna::betweenness(case$tied)[medici]), c(47.5, 95))
}

# b is tied to a, c and d by lengths 1 2 1, and a to d by 3, which is on no shortest path: b is
# between three pairs. The long tie is the first way that is found between a and d, and sna has half
# a pair too much.
known_detour <- function(output) {
  folder <- file.path(output, "known-detour")
  dir.create(folder)
  ties <- data.frame(from = c("a", "b", "b", "a"), to = c("b", "c", "d", "d"),
                     weight = c(1, 2, 1, 3))
  write.csv(ties, file.path(folder, "ties.csv"), row.names = FALSE, quote = FALSE)
  m <- matrix(0, 4, 4, dimnames = list(letters[1:4], letters[1:4]))
  m[cbind(ties$from, ties$to)] <- ties$weight
  m <- m + t(m)
  case <- list(data = folder, options = character())
  ours <- samen(case, "brokerage betweenness", "--weighted", "true", "--distance", "weight")
  same("detour: betweenness of samen",
       in_order_of(letters[1:4], ours$organisation, ours$betweenness), c(0, 3, 0, 0))
  same("detour: betweenness of sna", sna::betweenness(m, gmode = "graph", ignore.eval = FALSE),
       c(0, 3.5, 0, 0))
  note(detours(m), "detour: this is such a graph")
}

# igraph's centralization allows for self-ties in the largest possible value unless told otherwise.
known_loops <- function(cases) {
  case <- find_case(cases, "knoke-information")
  ours <- samen(case, "centrality degree", "--table", "network")[1, ]
  theirs <- igraph::centr_degree(as_igraph(case), mode = "out", loops = TRUE)$centralization
  same("Knoke: out-centralization without and with self-ties",
       round(c(ours$out_centralization, theirs), 4), c(.3827, .3444))
}

# igraph takes an attribute "weight" for lengths of its own accord.
known_lengths <- function(cases) {
  case <- find_case(cases, "house-both-either")
  g <- as_igraph(case)
  igraph::E(g)$weight <- igraph::E(g)$strength
  theirs <- igraph::betweenness(g)
  strength <- samen(case, "brokerage betweenness", "--weighted", "true")
  length <- samen(case, "brokerage betweenness", "--weighted", "true", "--distance", "weight")
  same("weights as lengths: igraph by default", length$betweenness, theirs)
  differ("weights as lengths: 1/w", strength$betweenness, theirs)
}

# Wilson's interval is that of prop.test without continuity correction.
compare_wilson <- function(case) {
  forms <- samen(case, "composition forms")$form[-1]
  if (length(forms) < 2) return()
  for (level in c("0.95", "0.8")) {
    rows <- samen(case, "composition contrast", "--a", forms[1], "--b",
                  paste(forms[-1], collapse = ","), "--draws", "0", "--level", level)
    rows <- rows[rows$basis != "weight" & rows$a + rows$b > 0, ]
    for (i in seq_len(nrow(rows))) {
      theirs <- suppressWarnings(prop.test(rows$a[i], rows$a[i] + rows$b[i], correct = FALSE,
                                           conf.level = as.numeric(level)))
      same(paste(case$name, "Wilson interval by", rows$basis[i]),
           c(rows$wilson_lower[i], rows$wilson_upper[i]), theirs$conf.int)
    }
  }
}

# The shipped networks are those of the package network: ties, answers and every attribute.
compare_emon <- function(cases) {
  emon <- NULL
  data(emon, package = "network", envir = environment())
  columns <- c(sponsorship = "Sponsorship", location = "Location", formalization = "Formalization",
               paid_staff = "Paid.Staff", volunteer_staff = "Volunteer.Staff",
               command_rank_score = "Command.Rank.Score",
               decision_rank_score = "Decision.Rank.Score")
  note(length(emon) == 7, "EMON has seven networks")
  for (event in names(emon)) {
    case <- find_case(cases, paste0("emon-", event))
    answers <- network::as.matrix.network(emon[[event]], matrix.type = "adjacency",
                                          attrname = "Frequency")
    same(paste(event, "weights are 5 less the frequency"), case$weight,
         ifelse(answers == 0, 0, 5 - answers))
    ours <- read.csv(file.path(case$data, "organisations.csv"), na.strings = "")
    for (column in names(columns)) {
      theirs <- network::get.vertex.attribute(emon[[event]], columns[column])
      note(isTRUE(all.equal(as.character(ours[[column]]), as.character(theirs))),
           paste(event, column, "as in the package network"))
    }
  }
}

check_known <- function(cases, output) {
  for (case in cases[grepl("^(house|survey|knoke$|padgett$)", sapply(cases, `[[`, "name"))])
    compare_wilson(case)
  if (has$sna) {
    known_role_errors(cases)
    known_undirected_errors(cases)
    known_self_tie(output)
    known_single_groups(output)
    known_medici(cases)
    known_detour(output)
  }
  if (has$igraph) {
    known_loops(cases)
    known_lengths(cases)
  }
  known_missing(output)
  if (has$network) compare_emon(cases)
}
