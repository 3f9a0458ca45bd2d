# SPDX-License-Identifier: GPL-3.0-or-later
# The same object measured by samen, sna and igraph. Usage: peers.R SUPPORT DATA
arguments <- commandArgs(trailingOnly = TRUE)
source(file.path(arguments[1], "cases.R"))
data <- arguments[2]

installed <- function(package) {
  if (!requireNamespace(package, quietly = TRUE)) skip(paste(package, "is not installed"))
}
alike <- function(ours, theirs) {
  stopifnot(length(ours) == length(theirs), all(abs(ours - theirs) <= 1e-12 * pmax(1, abs(theirs))))
}
views <- list(
  "Texas, directed" = samen_view(samen_read(file.path(data, "emon", "Texas"))),
  "Padgett's marriages, undirected" = samen_view(samen_read(file.path(data, "padgett")), forms = "marriage"))

for (name in names(views)) {
  v <- views[[name]]
  ours <- v$brokerage$betweenness()$betweenness
  density <- v$cohesion$density()$density[1]
  directed <- grepl(" directed", name)

  it(paste(name, "have the density and betweenness that sna gives for the matrix"), {
    installed("sna")
    m <- as.matrix(v)
    mode <- if (directed) "digraph" else "graph"
    alike(density, sna::gden(m > 0, mode = mode))
    alike(ours, sna::betweenness(m > 0, gmode = mode))
  })

  it(paste(name, "have those that igraph gives for the object that samen makes"), {
    installed("igraph")
    g <- igraph::as.igraph(v)
    alike(density, igraph::edge_density(g))
    alike(ours, igraph::betweenness(g, weights = NA))
  })

  it(paste(name, "are the same to samen when igraph and network have had them"), {
    for (package in c("igraph", "network")) {
      installed(package)
      other <- if (package == "igraph") igraph::as.igraph(v) else network::as.network(v)
      stopifnot(identical(samen_measure(other, "brokerage.betweenness")$betweenness, ours))
    }
  })
}

report()
