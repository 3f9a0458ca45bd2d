# SPDX-License-Identifier: GPL-3.0-or-later
# A library that has a measure more than the package has ever seen. Usage: template.R SUPPORT, with SAMEN_LIBRARY set
source(file.path(commandArgs(trailingOnly = TRUE)[1], "cases.R"))

v <- samen_view(data.frame(from = c("a", "b"), to = c("b", "c")))

it("SAMEN_LIBRARY is the library that is loaded", {
  loaded <- unique(sub("^.* ", "", grep("libsamen", readLines("/proc/self/maps"), value = TRUE)))
  stopifnot(identical(loaded, normalizePath(Sys.getenv("SAMEN_LIBRARY"))))
})

it("a new measure is listed, completes, and is a function with its options", {
  stopifnot("family.measure" %in% samen_measures()$measure, "family" %in% names(v),
            identical(names(v$family), "measure"), "table" %in% names(formals(v$family$measure)))
})

it("it measures, by name and as a function", {
  made <- v$family$measure()
  stopifnot(identical(made$partners, c(1L, 2L, 1L)), identical(made, samen_measure(v, "family.measure")))
})

it("its help is there", {
  shown <- unclass(samen_help("family.measure"))
  stopifnot(any(grepl("organisations it is tied to", shown)), any(grepl("view$family$measure(", shown, fixed = TRUE)))
})

report()
