# SPDX-License-Identifier: GPL-3.0-or-later
# Constraint against igraph; Gould and Fernandez against sna, with what is known to differ.

role_names <- c("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")

compare_constraint <- function(case) {
  g <- as_igraph(case)
  if (igraph::ecount(g) == 0) return()
  for (weighted in c("false", "true")) {
    ours <- samen(case, "brokerage holes", "--weighted", weighted)
    weights <- if (weighted == "true") igraph::E(g)$strength else rep(1, igraph::ecount(g))
    same(paste(case$name, "constraint, igraph"), ours$constraint,
         igraph::constraint(g, weights = weights))
  }
}

# The significance table as a matrix: organisations by roles.
by_role <- function(case, table, column, kept) {
  sapply(role_names, function(role) {
    rows <- table[table$role == role, ]
    in_order_of(case$keys[kept], rows$organisation, rows[[column]])
  })
}

# Known: by how much sna's variance of a whole network's count exceeds the exact one. The covariance
# of two two-paths is negative where the one needs the tie that the other must not have. sna counts
# 4(n - 3) of them for each path where there are 4n - 10 (coordinator, total), and none where there
# are 2n - 3 (representative, gatekeeper). Itinerant and liaison are exact in sna.
known_excess <- function(n, total, d) {
  unit <- d^4 * (1 - d)^2
  within <- 2 * sum(n * (n - 1) * (n - 2)) * unit
  between <- sum(n * (total - n) * (n - 1) * (2 * n - 3)) * unit
  c(within, 0, between, between, 0, 2 * total * (total - 1) * (total - 2) * unit)
}

compare_directed_roles <- function(case, b, network, significance, kept) {
  same(paste(case$name, "role counts, sna"), by_role(case, significance, "count", kept), b$raw.nli)
  same(paste(case$name, "role counts of the network, sna"), network$count, b$raw.gli)
  same(paste(case$name, "expected roles, sna"), by_role(case, significance, "expected", kept),
       b$exp.nli)
  same(paste(case$name, "expected roles of the network, sna"), network$expected, b$exp.gli)
  same(paste(case$name, "SD of roles, sna"), by_role(case, significance, "std_dev", kept), b$sd.nli)
  excess <- known_excess(as.numeric(table(case$groups[kept])), sum(kept),
                         sum(case$tied[kept, kept]) / (sum(kept) * (sum(kept) - 1)))
  same(paste(case$name, "variance of the network's roles, sna less its known excess"),
       network$std_dev^2, b$sd.gli^2 - excess)
}

# Known: sna has no undirected brokerage and takes each tie for two independent ones. Paths within
# one group or between two others are counted both ways, and the variance of the doubled count is
# half of what it is. Representative and gatekeeper are the two ways of one path: there the count and
# the variance are ours.
compare_undirected_roles <- function(case, b, network, significance, kept) {
  twice <- c(2, 2, 1, 1, 2, 2)
  spread <- function(x) rep(x, each = sum(kept))
  same(paste(case$name, "undirected role counts, sna's both ways"),
       spread(twice) * by_role(case, significance, "count", kept), b$raw.nli)
  same(paste(case$name, "undirected expected roles, sna's both ways"),
       spread(twice) * by_role(case, significance, "expected", kept), b$exp.nli)
  same(paste(case$name, "undirected variance of roles, sna's half"),
       spread(twice) * by_role(case, significance, "std_dev", kept)^2, b$sd.nli^2)
  same(paste(case$name, "undirected role counts of the network"), twice * network$count, b$raw.gli)
  same(paste(case$name, "undirected expected roles of the network"), twice * network$expected,
       b$exp.gli)
}

compare_roles <- function(case) {
  kept <- case$groups != ""
  if (case$group == "" || sum(kept) < 3) return()
  m <- case$tied[kept, kept]
  if (sum(m) == 0) return()
  words <- c("--group", case$group, "--draws", "0", "--table")
  network <- samen(case, "brokerage roles", words, "network")
  significance <- samen(case, "brokerage roles", words, "significance")
  b <- sna::brokerage(m, case$groups[kept])
  if (case$directed) {
    compare_directed_roles(case, b, network, significance, kept)
    defined <- by_role(case, significance, "std_dev", kept) > 1e-9
    same(paste(case$name, "z of roles, sna"), by_role(case, significance, "z", kept)[defined],
         b$z.nli[defined])
  } else {
    compare_undirected_roles(case, b, network, significance, kept)
  }
}

compare_brokerage <- function(case) {
  if (has$igraph) compare_constraint(case)
  if (has$sna) compare_roles(case)
}
