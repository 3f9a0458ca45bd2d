# SPDX-License-Identifier: GPL-3.0-or-later
# Objects of other packages taken as networks.

as_samen_network <- function(x, ...) UseMethod("as_samen_network")

as_samen_network.samen_network <- function(x, ...) x

as_samen_network.default <- function(x, ...) {
  refuse(sprintf(paste("a network is needed, not %s: give what samen_read() or samen_network() makes, a data",
                       "frame of ties, an igraph or a network object"), class(x)[1L]), "network",
         call = sys.call())
}

as_samen_network.data.frame <- function(x, forms = NULL, ...) {
  build_network(x, NULL, NULL, NULL, forms, sys.call())
}

# Attributes beside the columns that samen has itself; one of the same name gets `what` in front.
beside <- function(built_in, attributes, what) {
  taken <- names(attributes) %in% names(built_in)
  names(attributes)[taken] <- paste(what, names(attributes)[taken], sep = ".")
  data.frame(c(built_in, attributes), check.names = FALSE, stringsAsFactors = FALSE)
}

# The attribute that holds forms, or weights, under the name that samen has for it.
rename_column <- function(frame, from, to, call) {
  if (from == to) return(frame)
  if (!from %in% names(frame)) {
    refuse(sprintf("ties have no attribute \"%s\"", from), to, "SAMEN_ERR_UNKNOWN", call)
  }
  names(frame)[names(frame) == to] <- paste("edge", to, sep = ".")
  names(frame)[names(frame) == from] <- to
  frame
}

make_of_graph <- function(keys, vertices, ends, edges, directed, form, weight, forms, call) {
  edges <- rename_column(rename_column(edges, form, "form", call), weight, "weight", call)
  built_in <- list(from = keys[ends[[1L]]], to = keys[ends[[2L]]])
  if (!"directed" %in% names(edges)) built_in$directed <- rep(directed, nrow(edges))
  # samen knows partnerships apart from ties; here it is a word like any other.
  names(edges)[names(edges) == "partnership"] <- "edge.partnership"
  organisations <- list(id = keys)
  if (is.character(vertices[["label"]])) names(vertices)[names(vertices) == "label"] <- "name"
  if (is.character(vertices[["name"]])) organisations$name <- vertices[["name"]]
  vertices[["name"]] <- NULL
  build_network(beside(built_in, edges, "edge"), NULL, beside(organisations, vertices, "vertex"), NULL,
                forms, call)
}

need <- function(package, call) {
  if (!requireNamespace(package, quietly = TRUE)) {
    refuse(sprintf("the package %s is needed for this: install it", package), "x",
           "SAMEN_ERR_UNSUPPORTED", call)
  }
}

as_samen_network.igraph <- function(x, form = "form", weight = "weight", forms = NULL, ...) {
  call <- sys.call()
  need("igraph", call)
  vertices <- igraph::vertex_attr(x)
  keys <- if (is.null(vertices[["name"]])) seq_len(igraph::vcount(x)) else vertices[["name"]]
  vertices[["name"]] <- NULL
  ends <- igraph::as_edgelist(x, names = FALSE)
  edges <- attribute_frame(igraph::edge_attr(x), nrow(ends))
  make_of_graph(as.character(keys), attribute_frame(vertices, length(keys)),
                list(ends[, 1L], ends[, 2L]), edges, igraph::is_directed(x), form, weight, forms, call)
}

as_samen_network.network <- function(x, form = "form", weight = "weight", forms = NULL, ...) {
  call <- sys.call()
  need("network", call)
  if (network::is.hyper(x)) {
    refuse("ties of more than two are partnerships for samen: give samen_network() memberships", "x",
           "SAMEN_ERR_UNSUPPORTED", call)
  }
  missing <- network::network.naedgecount(x)
  if (missing > 0) warning(sprintf("%d ties that are marked as missing are left out", missing), call. = FALSE)
  keys <- as.character(network::network.vertex.names(x))
  vertices <- network::as.data.frame.network(x, unit = "vertices")
  edges <- network::as.data.frame.network(x, unit = "edges", name_vertices = FALSE)
  make_of_graph(keys, vertices[setdiff(names(vertices), "vertex.names")],
                list(edges$.tail, edges$.head), edges[setdiff(names(edges), c(".tail", ".head"))],
                network::is.directed(x), form, weight, forms, call)
}

attribute_frame <- function(attributes, rows) {
  structure(attributes, row.names = .set_row_names(rows), class = "data.frame",
            names = as.character(names(attributes)))
}
