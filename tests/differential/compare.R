# SPDX-License-Identifier: GPL-3.0-or-later
# samen against R's sna, igraph, network and prop.test, on the cases of make_cases.py.
#
#   Rscript compare.R PROGRAM CASES

words <- commandArgs(trailingOnly = TRUE)
program <- words[1]
output <- words[2]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
for (file in c("helpers.R", "structure.R", "brokerage.R", "known.R")) source(file.path(here, file))

has <- sapply(c("sna", "igraph", "network"), requireNamespace, quietly = TRUE, simplify = FALSE)
for (name in names(has)[!unlist(has)]) cat("skipped: the R package", name, "is not installed\n")

index <- read.csv(file.path(output, "index.csv"), colClasses = "character")
cases <- lapply(seq_len(nrow(index)), function(i) read_case(output, index[i, ]))
for (case in cases[!grepl("^survey", index$name)]) {
  compare_structure(case)
  compare_brokerage(case)
}
check_known(cases, output)
cat(tally$passed, " passed, ", tally$failed, " failed, ", sum(!unlist(has)), " skipped\n", sep = "")
