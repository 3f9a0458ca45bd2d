#!/usr/bin/env Rscript
# SPDX-License-Identifier: GPL-3.0-or-later
# Who held the search and rescue of a Texas flood together. Usage: texas.R [DATASET]
library(samen)

path <- c(commandArgs(trailingOnly = TRUE), "examples/data/emon/Texas")[1]

# The shortest digits that read back as the same number.
shortest <- function(x) {
  if (x == trunc(x)) return(sprintf("%.0f", x))
  for (digits in 1:17) {
    shown <- sprintf("%.*g", digits, x)
    if (as.numeric(shown) == x) return(shown)
  }
}

say <- function(...) {
  cells <- list(...)
  writeLines(paste(vapply(cells, function(x) if (is.character(x)) x else shortest(x), ""), collapse = " "))
}

network <- samen_read(path)
view <- samen_view(network)
forms <- view$composition$forms()
brokers <- view$brokerage$betweenness()
brokers <- head(brokers[order(-brokers$betweenness), ], 5)
holes <- view$brokerage$holes()
roles <- view$brokerage$roles(table = "network", group = "sponsorship")

say("organisations", nrow(as.data.frame(network, of = "organisations")))
say("ties", forms$ties[forms$form == "all"])
say("density", view$cohesion$density()$density[1])
say("centralization", view$brokerage$betweenness(table = "network")$centralization)
for (i in seq_len(nrow(brokers))) {
  say("broker", brokers$organisation[i], brokers$betweenness[i], brokers$betweenness_normalised[i])
}
say("constraint", brokers$organisation[1], holes$constraint[holes$organisation == brokers$organisation[1]])
for (i in seq_len(nrow(roles))) say("role", roles$role[i], roles$count[i], roles$z[i], roles$p_more[i])
