# SPDX-License-Identifier: GPL-3.0-or-later
# Objects of the packages igraph and network, in and out.
source("support/cases.R")

installed <- function(package) {
  if (!requireNamespace(package, quietly = TRUE)) skip(paste(package, "is not installed"))
}
part <- function(network, of) {
  table <- as.data.frame(network, of = of)
  structure(as.list(table), row.names = NULL, class = NULL, notes = NULL, provenance = NULL)
}

it("an igraph object comes in with its names, attributes, directions, parallel ties and loops", {
  installed("igraph")
  g <- igraph::graph_from_data_frame(
    data.frame(from = c("x", "x", "y", "z"), to = c("y", "y", "z", "z"), weight = c(1, 2, 0.5, 1),
               kind = c("action", "learning", "action", "action"), id = 1:4,
               checked = c(TRUE, NA, FALSE, TRUE)),
    directed = TRUE, vertices = data.frame(name = c("x", "y", "z"), label = c("X", "Y", "\u00c9"), id = 7:9,
                                           age = c(1, NA, 3)))
  net <- as_samen_network(g, form = "kind")
  o <- part(net, "organisations")
  stopifnot(identical(o$id, c("x", "y", "z")), identical(o$name, c("X", "Y", "\u00c9")),
            identical(o$vertex.id, c(7, 8, 9)), identical(o$age, c(1, NA, 3)))
  t <- part(net, "ties")
  stopifnot(identical(t$from, c("x", "x", "y", "z")), identical(t$to, c("y", "y", "z", "z")), all(t$directed),
            identical(t$weight, c(1, 2, 0.5, 1)), identical(as.character(t$form)[2], "learning"),
            identical(t$id, c(1, 2, 3, 4)), identical(t$checked, c(TRUE, NA, FALSE, TRUE)))
})

it("a vertex attribute whose name only begins like name is no name", {
  installed("igraph")
  g <- igraph::set_vertex_attr(igraph::make_ring(3), "nameless", value = c("p", "q", "r"))
  stopifnot(identical(part(as_samen_network(g), "organisations")$id, as.character(1:3)))
})

it("one without names or attributes is numbered from 1", {
  installed("igraph")
  net <- as_samen_network(igraph::make_ring(4))
  stopifnot(identical(part(net, "organisations")$id, as.character(1:4)), !any(part(net, "ties")$directed),
            identical(levels(part(net, "ties")$form), "collaboration"))
  stopifnot(nrow(as.data.frame(as_samen_network(igraph::make_empty_graph(3)))) == 0)
})

it("a view goes out as an igraph object and comes back the same", {
  installed("igraph")
  net <- samen_network(data.frame(from = c("a", "b"), to = c("b", "c"), weight = c(2, 3)),
                       organisations = data.frame(id = c("a", "b", "c", "d"), name = c("A", "B", NA, "D"),
                                                  sector = c("x", "y", "y", NA)))
  v <- samen_view(net)
  g <- igraph::as.igraph(v)
  stopifnot(!igraph::is_directed(g), identical(igraph::V(g)$name, c("a", "b", "c", "d")),
            identical(igraph::V(g)$label, c("A", "B", NA, "D")), identical(igraph::E(g)$weight, c(2, 3)))
  stopifnot(identical(igraph::as_adjacency_matrix(g, attr = "weight", sparse = FALSE), as.matrix(v)))
  again <- samen_view(g)
  stopifnot(identical(as.matrix(again), as.matrix(v)),
            identical(part(as_samen_network(g), "organisations"), part(net, "organisations")))
})

it("a network object comes in likewise, ties that are missing left out with a warning", {
  installed("network")
  n <- network::network(matrix(c(1, 2, 2, 3, 3, 1), ncol = 2, byrow = TRUE), directed = TRUE,
                        matrix.type = "edgelist")
  network::set.vertex.attribute(n, "vertex.names", c("p", "q", "r"))
  network::set.vertex.attribute(n, "sector", c("GOV", NA, "NGO"))
  network::set.edge.attribute(n, "strength", c(1, 2, 3))
  net <- as_samen_network(n, weight = "strength")
  t <- part(net, "ties")
  stopifnot(identical(part(net, "organisations")$sector, c("GOV", NA, "NGO")), identical(t$from, c("p", "q", "r")),
            identical(t$weight, c(1, 2, 3)), all(t$directed))
  network::set.edge.attribute(n, "na", c(FALSE, TRUE, FALSE))
  warned <- NULL
  left <- withCallingHandlers(as_samen_network(n), warning = function(w) {
    warned <<- conditionMessage(w)
    invokeRestart("muffleWarning")
  })
  stopifnot(length(part(left, "ties")$from) == 2, grepl("1 ties that are marked as missing", warned))
})

it("relations of a multiplex network object are ties of their own", {
  installed("network")
  n <- network::network.initialize(3, directed = FALSE, multiple = TRUE)
  network::add.edges(n, c(1, 1, 2), c(2, 2, 3), names.eval = rep(list("kind"), 3),
                     vals.eval = list("action", "learning", "action"))
  t <- part(as_samen_network(n, form = "kind"), "ties")
  stopifnot(identical(as.character(t$form), c("action", "learning", "action")), !any(t$directed),
            identical(t$from, c("1", "1", "2")), identical(t$to, c("2", "2", "3")))
})

it("a hypergraph is refused with the way out", {
  installed("network")
  n <- network::network.initialize(3, hyper = TRUE)
  failed(failing(as_samen_network(n)), "SAMEN_ERR_UNSUPPORTED", "give samen_network() memberships", "x")
})

it("a view goes out as a network object and comes back the same", {
  installed("network")
  net <- samen_network(data.frame(from = c("a", "b"), to = c("b", "c"), weight = c(2, 3), directed = TRUE),
                       organisations = data.frame(id = c("a", "b", "c", "d"), name = c("A", "B", "C", "D"),
                                                  sector = c("x", "y", "y", "x")))
  n <- network::as.network(samen_view(net))
  stopifnot(network::network.size(n) == 4, network::is.directed(n))
  stopifnot(identical(as.matrix(samen_view(n)), as.matrix(samen_view(net))),
            identical(part(as_samen_network(n), "organisations"), part(net, "organisations")))
})

it("what is not there is refused with a sentence", {
  installed("igraph")
  g <- igraph::make_ring(3)
  failed(failing(as_samen_network(g, form = "kind")), "SAMEN_ERR_UNKNOWN", "no attribute \"kind\"", "form")
  failed(failing(as_samen_network(g, weight = "w")), "SAMEN_ERR_UNKNOWN", "no attribute \"w\"", "weight")
  igraph::E(g)$weight <- c(1, 0, 1)
  failed(failing(as_samen_network(g)), "SAMEN_ERR_VALUE", "row 2, column \"weight\"", "ties", 2, 4)
})

report()
