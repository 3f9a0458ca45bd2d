# SPDX-License-Identifier: GPL-3.0-or-later
# Views: what of a network is seen.

samen_view <- function(network, forms = NULL, from = NULL, to = NULL, where = NULL,
                       organisations = NULL, direction = NULL, direction_weight = NULL,
                       parallel = NULL, partnerships = NULL, lead = NULL, min_weight = NULL,
                       drop_isolates = NULL, ..., threads = getOption("samen.threads", 0),
                       progress = getOption("samen.progress", FALSE)) {
  call <- sys.call()
  options <- list(forms = forms, from = from, to = to, where = where, organisations = organisations,
                  direction = direction, direction_weight = direction_weight, parallel = parallel,
                  partnerships = partnerships, lead = lead, min_weight = min_weight,
                  drop_isolates = drop_isolates, ...)
  run_samen("view_make", as_samen_network(network), option_text(options, "view", call),
            run = run_settings(threads, progress, call = call),
            arguments = c("network", "...", "threads"), call = call)
}

as_view <- function(x) if (inherits(x, "samen_view")) x else samen_view(x)

view_network <- function(view) call_samen("view_network", view, arguments = "view")

as.data.frame.samen_view <- function(x, row.names = NULL, optional = FALSE, ...,
                                     threads = getOption("samen.threads", 0)) {
  call <- sys.call()
  made <- as_table(run_samen("view_table", x, run = run_settings(threads, FALSE, call = call),
                             arguments = c("x", "threads"), call = call))
  if (!is.null(row.names)) row.names(made) <- row.names
  made
}

as.matrix.samen_view <- function(x, ...) {
  shown <- call_samen("view_shows", x, arguments = "x", call = sys.call())
  ties <- as.data.frame(x)
  keys <- shown$organisations
  made <- matrix(0, length(keys), length(keys), dimnames = list(keys, keys))
  ends <- cbind(match(ties$from, keys), match(ties$to, keys))
  made[ends] <- ties$weight
  if (!shown$directed) made[ends[, 2:1, drop = FALSE]] <- ties$weight
  made
}

# What other packages make a graph of: organisations with their attributes, ties, direction.
view_parts <- function(x, call) {
  shown <- call_samen("view_shows", x, arguments = "x", call = call)
  organisations <- as.data.frame(view_network(x), of = "organisations")
  organisations <- organisations[match(shown$organisations, organisations$id), , drop = FALSE]
  names(organisations)[names(organisations) == "name"] <- "label"
  plain <- function(table) as.data.frame(lapply(unclass(table), identity), optional = TRUE,
                                         stringsAsFactors = FALSE)
  list(organisations = plain(organisations), ties = plain(as.data.frame(x)),
       directed = shown$directed)
}

as.igraph.samen_view <- function(x, ...) {
  made <- view_parts(x, sys.call())
  igraph::graph_from_data_frame(made$ties, directed = made$directed, vertices = made$organisations)
}

as.network.samen_view <- function(x, ...) {
  made <- view_parts(x, sys.call())
  names(made$organisations)[1L] <- "vertex.names"
  network::as.network(made$ties, directed = made$directed, vertices = made$organisations,
                      matrix.type = "edgelist")
}

format.samen_view <- function(x, ...) {
  shown <- tryCatch(call_samen("view_shows", x), samen_error = function(e) NULL)
  if (is.null(shown)) return("a view that another session of R has saved: empty")
  sprintf("a view of %d organisations, %s", length(shown$organisations),
          if (shown$directed) "directed" else "undirected")
}

print.samen_view <- function(x, ...) {
  writeLines(c(format(x), paste0("measures: ", paste0("$", names(x), collapse = ", "))))
  invisible(x)
}
