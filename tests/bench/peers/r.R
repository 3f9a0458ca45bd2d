# SPDX-License-Identifier: GPL-3.0-or-later
# The same work in R. Usage: Rscript r.R TASK [DRAWS] FILE RESULT
#
#   betweenness   igraph, of edges "u v weight"
#   roles         sna, five groups, of edges; as in an undirected view of samen: coordinator, itinerant,
#                 representative, gatekeeper, liaison of every vertex
#   qap           sna, correlation of two directed networks, DRAWS permutations, of "u v which", which being 1 for
#                 the first network, 2 for the second, 3 for both: the correlation, and the mean and standard
#                 deviation of the draws
#
# The graph is in memory before the clock starts. Prints "task<TAB>wall<TAB>processor<TAB>0".
arguments <- commandArgs(trailingOnly = TRUE)
task <- arguments[1]
result_file <- tail(arguments, 1)
edges <- matrix(scan(tail(arguments, 2)[1], quiet = TRUE), ncol = 3, byrow = TRUE)
vertices <- max(edges[, 1:2]) + 1

tell <- function(clock)
    cat(sprintf("%s\t%.6f\t%.6f\t0\n", task, clock[["elapsed"]], clock[["user.self"]] + clock[["sys.self"]]))

if (task == "betweenness") {
    suppressPackageStartupMessages(library(igraph))
    graph <- make_graph(t(edges[, 1:2] + 1), n = vertices, directed = FALSE)
    clock <- system.time(result <- betweenness(graph))
} else if (task == "roles") {
    suppressPackageStartupMessages(library(sna))
    graph <- rbind(cbind(edges[, 1:2] + 1, 1), cbind(edges[, 2:1] + 1, 1))
    attr(graph, "n") <- vertices
    group <- (seq_len(vertices) - 1) %% 5
    clock <- system.time(found <- brokerage(graph, group)$raw.nli)
    # sna goes through each pair of ends both ways.
    result <- c(found[, "w_I"] / 2, found[, "w_O"] / 2, found[, "b_IO"], found[, "b_OI"], found[, "b_O"] / 2)
} else if (task == "qap") {
    suppressPackageStartupMessages(library(sna))
    set.seed(1)
    network <- function(which) {
        matrix <- matrix(0, vertices, vertices)
        matrix[edges[bitwAnd(edges[, 3], which) > 0, 1:2] + 1] <- 1
        matrix
    }
    both <- list(network(1), network(2))
    clock <- system.time(found <- qaptest(both, gcor, g1 = 1, g2 = 2, reps = as.integer(arguments[2])))
    result <- c(found$testval, mean(found$dist), sd(found$dist))
} else stop("unknown task ", task)
tell(clock)
writeBin(as.double(result), result_file)
