# SPDX-License-Identifier: GPL-3.0-or-later
# Density, degree, components and betweenness against sna and igraph.

# Density and its jackknife error, whole and by group.
compare_density_sna <- function(case) {
  ours <- samen(case, "cohesion density", "--draws", "0")[1, ]
  same(paste(case$name, "density, sna"), ours$density, sna::gden(case$tied, mode = case$mode))
  same(paste(case$name, "valued density, sna"), ours$valued_density,
       sna::gden(case$weight, mode = case$mode, ignore.eval = FALSE))
  if (case$n > 2) {
    left <- sapply(seq_len(case$n), function(v) {
      sna::gden(case$tied[-v, -v, drop = FALSE], mode = case$mode)
    })
    same(paste(case$name, "jackknife error from sna's densities"), ours$std_error_jackknife,
         sqrt((case$n - 2) / (2 * case$n) * sum((left - mean(left))^2)))
  }
  # Organisations without a group are in no block; sna must not see them.
  kept <- case$groups != ""
  names <- sort(unique(case$groups[kept]))
  if (case$group == "" || sum(kept) < 2 || length(names) < 2) return()
  blocks <- samen(case, "cohesion density", "--table", "group", "--group", case$group,
                  "--draws", "0")
  model <- sna::blockmodel(case$tied[kept, kept], match(case$groups[kept], names), diag = FALSE,
                           mode = "digraph")$block.model
  same(paste(case$name, "density by group, sna"), blocks$density,
       model[cbind(match(blocks$group, names), match(blocks$partner_group, names))])
}

compare_degree <- function(case) {
  ours <- samen(case, "centrality degree")
  network <- samen(case, "centrality degree", "--table", "network")[1, ]
  if (has$sna) {
    ways <- c(degree = "indegree") # all the same on symmetric data
    if (case$directed) {
      ways <- c(degree = "freeman", in_degree = "indegree", out_degree = "outdegree")
    }
    for (column in names(ways)) {
      same(paste(case$name, column, "sna"), ours[[column]],
           sna::degree(case$tied, gmode = case$mode, cmode = ways[column]))
      same(paste(case$name, sub("degree", "strength", column), "sna"),
           ours[[sub("degree", "strength", column)]],
           sna::degree(case$weight, gmode = case$mode, cmode = ways[column], ignore.eval = FALSE))
      same(paste(case$name, "centralization of", column, "sna"),
           network[[sub("degree", "centralization", column)]],
           sna::centralization(case$tied, sna::degree, mode = case$mode, cmode = ways[column]))
    }
  }
  if (has$igraph && case$n > 0) {
    g <- as_igraph(case)
    same(paste(case$name, "degree, igraph"), ours$degree, igraph::degree(g))
    same(paste(case$name, "strength, igraph"), ours$strength,
         igraph::strength(g, weights = igraph::E(g)$strength))
    for (way in if (case$directed) c("in", "out", "all") else "all") {
      column <- if (way == "all") "centralization" else paste0(way, "_centralization")
      theirs <- igraph::centr_degree(g, mode = way, loops = FALSE)
      same(paste(case$name, column, "igraph"), network[[column]], theirs$centralization)
    }
  }
}

compare_components <- function(case) {
  ours <- samen(case, "cohesion components")
  network <- samen(case, "cohesion components", "--table", "network")
  cut <- which(ours$cutpoint == "yes")
  both <- 1 * (case$tied | t(case$tied))
  together <- function(label) outer(label, label, "==")
  if (has$sna && case$n > 1) {
    same(paste(case$name, "components, sna"), together(ours$component),
         together(sna::component.dist(both, connected = "weak")$membership))
    same(paste(case$name, "1 - F is sna's connectedness"), 1 - network$fragmentation,
         sna::connectedness(case$tied))
    same(paste(case$name, "cut-points, sna"), cut, sort(sna::cutpoints(both, mode = "graph")))
    if (case$directed) {
      same(paste(case$name, "strong components, sna"), together(ours$strong_component),
           together(sna::component.dist(case$tied, connected = "strong")$membership))
    }
  }
  if (has$igraph) {
    g <- as_igraph(case)
    flat <- igraph::as.undirected(g)
    same(paste(case$name, "components, igraph"), together(ours$component),
         together(igraph::components(g, "weak")$membership))
    same(paste(case$name, "cut-points, igraph"), cut,
         sort(as.integer(igraph::articulation_points(flat))))
    bridges <- samen(case, "cohesion components", "--table", "bridge")
    theirs <- igraph::ends(flat, igraph::bridges(flat), names = FALSE)
    note(setequal(paste(pmin(bridges$from, bridges$to), pmax(bridges$from, bridges$to)),
                  paste(pmin(case$keys[theirs[, 1]], case$keys[theirs[, 2]]),
                        pmax(case$keys[theirs[, 1]], case$keys[theirs[, 2]]))),
         paste(case$name, "bridges, igraph"))
    if (case$n > 1) {
      same(paste(case$name, "1 - DF is igraph's efficiency"), 1 - network$distance_fragmentation,
           igraph::global_efficiency(flat, weights = NA))
    }
    if (case$directed) {
      same(paste(case$name, "strong components, igraph"), together(ours$strong_component),
           together(igraph::components(g, "strong")$membership))
    }
  }
}

# Known: sna 2.7 is wrong on lengths in many graphs in which, going out from somebody in order of
# distance, somebody else is first reached by a way that turns out too long; in all others it is
# exact. Is this such a graph?
detours <- function(length) {
  n <- nrow(length)
  way <- ifelse(length > 0, length, Inf)
  diag(way) <- 0
  for (k in seq_len(n)) way <- pmin(way, outer(way[, k], way[k, ], "+"))
  for (source in seq_len(n)) for (end in seq_len(n)) {
    if (!is.finite(way[source, end])) next
    before <- which(length[, end] > 0 & way[source, ] < way[source, end])
    through <- way[source, before] + length[before, end]
    long <- way[source, before[through > way[source, end]]]
    short <- way[source, before[through == way[source, end]]]
    if (any(outer(long, short, "<="))) return(TRUE)
  }
  FALSE
}

compare_betweenness_sna <- function(case, ours, network) {
  if (case$n < 2) return()
  same(paste(case$name, "betweenness, sna"), ours$betweenness,
       sna::betweenness(case$tied, gmode = case$mode))
  same(paste(case$name, "betweenness centralization, sna"), network$centralization,
       sna::centralization(case$tied, sna::betweenness, mode = case$mode))
  if (!case$directed) {
    # Known: sna takes symmetric data for directed unless told otherwise: every pair counts twice.
    same(paste(case$name, "betweenness twice ours, sna by default"), 2 * ours$betweenness,
         sna::betweenness(case$tied))
  }
  # sna compares lengths for equality: whole ones only.
  if (any(case$weight != round(case$weight)) || detours(case$weight)) return()
  lengths <- samen(case, "brokerage betweenness", "--weighted", "true", "--distance", "weight")
  same(paste(case$name, "betweenness by lengths, sna"), lengths$betweenness,
       sna::betweenness(case$weight, gmode = case$mode, ignore.eval = FALSE))
}

compare_betweenness_igraph <- function(case, ours, network) {
  g <- as_igraph(case)
  same(paste(case$name, "betweenness, igraph"), ours$betweenness,
       igraph::betweenness(g, directed = case$directed, weights = NA))
  same(paste(case$name, "betweenness centralization, igraph"), network$centralization,
       igraph::centr_betw(g, directed = case$directed)$centralization)
  length <- 1 / igraph::E(g)$strength
  weighted <- samen(case, "brokerage betweenness", "--weighted", "true")
  theirs <- if (igraph::ecount(g) == 0) rep(0, case$n)
            else igraph::betweenness(g, directed = case$directed, weights = length)
  same(paste(case$name, "betweenness by 1/w, igraph"), weighted$betweenness, theirs)
  if (igraph::ecount(g) == 0) return()
  ends <- igraph::ends(g, igraph::E(g), names = FALSE)
  names <- tie_names(case, case$keys[ends[, 1]], case$keys[ends[, 2]])
  runs <- list(list(words = character(), length = NA),
               list(words = c("--weighted", "true"), length = length))
  for (run in runs) {
    ties <- samen(case, "brokerage betweenness", "--table", "tie", run$words)
    same(paste(case$name, "betweenness of ties, igraph"),
         in_order_of(names, tie_names(case, ties$from, ties$to), ties$betweenness),
         igraph::edge_betweenness(g, directed = case$directed, weights = run$length))
  }
}

compare_structure <- function(case) {
  compare_degree(case)
  compare_components(case)
  ours <- samen(case, "brokerage betweenness")
  network <- samen(case, "brokerage betweenness", "--table", "network")
  if (has$sna) compare_betweenness_sna(case, ours, network)
  if (has$sna) compare_density_sna(case)
  if (has$igraph) compare_betweenness_igraph(case, ours, network)
}
