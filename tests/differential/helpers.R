# SPDX-License-Identifier: GPL-3.0-or-later
# Calling samen, reading cases, counting what agreed.

tally <- new.env()
tally$passed <- tally$failed <- 0

note <- function(good, what) {
  if (isTRUE(good)) {
    tally$passed <- tally$passed + 1
  } else {
    tally$failed <- tally$failed + 1
    if (tally$failed <= 30) cat("FAILED ", what, "\n", sep = "")
  }
}

# Sums of shares in another order differ by less than this part of 1 or of the value.
tolerance <- 1e-9

alike <- function(ours, theirs) {
  ours <- as.numeric(ours)
  theirs <- as.numeric(theirs)
  if (length(ours) != length(theirs) || any(is.na(ours) != is.na(theirs))) return(FALSE)
  there <- !is.na(ours)
  all(abs(ours[there] - theirs[there]) <= tolerance * pmax(1, abs(ours[there]), abs(theirs[there])))
}

# Numbers that must agree; NA and NaN both stand for undefined.
same <- function(what, ours, theirs) {
  good <- alike(ours, theirs)
  if (!good) {
    what <- paste0(what, ": samen has ", paste(format(ours, digits = 10), collapse = " "),
                   ", the other ", paste(format(theirs, digits = 10), collapse = " "))
  }
  note(good, what)
}

# Numbers of which it is known that they differ: when they no longer do, somebody should look.
differ <- function(what, ours, theirs) {
  note(!alike(ours, theirs), paste0(what, ": the two no longer differ"))
}

samen <- function(case, measure, ...) {
  words <- c(strsplit(measure, " ")[[1]], case$data, case$options, ...,
             "--format", "csv", "--quiet")
  lines <- system2(program, shQuote(words), stdout = TRUE, stderr = FALSE)
  if (!is.null(attr(lines, "status"))) stop("samen failed: ", paste(words, collapse = " "))
  read.csv(text = lines, na.strings = "")
}

# A case as make_cases.py wrote it: the graph that samen must show, as a matrix of weights.
read_case <- function(output, row) {
  folder <- file.path(output, "cases", row$name)
  nodes <- read.csv(file.path(folder, "nodes.csv"), colClasses = "character")
  arcs <- read.csv(file.path(folder, "arcs.csv"))
  n <- nrow(nodes)
  weight <- matrix(0, n, n)
  weight[cbind(arcs$from, arcs$to)] <- arcs$weight
  list(name = row$name, data = row$data, directed = row$directed == 1, group = row$group,
       options = if (row$options == "") character() else strsplit(row$options, " ")[[1]],
       keys = nodes$key, groups = nodes$group, n = n, weight = weight, tied = 1 * (weight > 0),
       mode = if (row$directed == 1) "digraph" else "graph")
}

# The same as an igraph graph, with weights that must be asked for.
as_igraph <- function(case) {
  mode <- if (case$directed) "directed" else "undirected"
  g <- igraph::graph_from_adjacency_matrix(case$weight, mode, weighted = "strength", diag = FALSE)
  igraph::set_vertex_attr(g, "key", value = case$keys)
}

# One text a tie, with the ends in order of letters where a tie has no direction.
tie_names <- function(case, from, to) {
  if (case$directed) return(paste(from, to))
  ifelse(from < to, paste(from, to), paste(to, from))
}

in_order_of <- function(wanted, names, values) values[match(wanted, names)]
