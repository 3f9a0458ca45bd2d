# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures and reports in files.
source("support/cases.R")

ties <- data.frame(from = c("a", "b", "c"), to = c("b", "c", "d"),
                   form = c("action", "consultation", "consultation"))
organisations <- data.frame(id = c("a", "b", "c", "d"), name = c("Alpha", "B & <b>", "Gamma", "Delta"),
                            sector = c("x", "x", "y", "y"))
v <- samen_view(samen_network(ties, organisations = organisations))
whole <- function(file) paste(readLines(file, encoding = "UTF-8"), collapse = "\n")

it("a picture is drawn into a file, which it gives back", {
  file <- tempfile(fileext = ".svg")
  stopifnot(identical(samen_draw(v, "sociogram", file, group = "sector", labels = "all", width = 85), file))
  svg <- whole(file)
  stopifnot(startsWith(svg, "<svg"), grepl("B &amp; &lt;b&gt;", svg, fixed = TRUE), grepl("85mm", svg))
  stopifnot(inherits(failing(samen_draw(v, "sociogram", file)), "SAMEN_ERR_EXISTS"))
  samen_draw(v, "sociogram", file, overwrite = TRUE, seed = 3)
  stopifnot(!grepl("85mm", whole(file)))
})

it("options that are lists go in as such", {
  file <- tempfile(fileext = ".svg")
  waves <- c("2020-01-01..2021-01-01", "2021-01-01..2022-01-01")
  samen_draw(v, "multiples", file, by = "wave", waves = waves)
  stopifnot(grepl("2021-01-01", whole(file)))
})

it("a report is a page, or a text where the name of the file says so", {
  page <- tempfile(fileext = ".html")
  note <- tempfile(fileext = ".txt")
  samen_report(v, page, language = "nl", title = "Wie & wie")
  stopifnot(grepl("<html lang=\"nl\"", whole(page), fixed = TRUE), grepl("Wie &amp; wie", whole(page), fixed = TRUE))
  samen_report(v, note, group = "sector", seed = 5)
  said <- whole(note)
  stopifnot(startsWith(said, "In short\n"), grepl("Between groups (sector)", said, fixed = TRUE),
            grepl("with seed 5", said))
  failed(failing(samen_report(v, note)), "SAMEN_ERR_EXISTS", "it is there already", "path")
})

it("mistakes are told and leave no file", {
  file <- tempfile()
  failed(failing(samen_draw(v, "sociogramme", file)), "SAMEN_ERR_UNKNOWN", "sociogram", "kind")
  failed(failing(samen_report(v, file, group = "colour")), "SAMEN_ERR_UNKNOWN", "no attribute", "...")
  failed(failing(samen_report(v, file, colour = "red")), "SAMEN_ERR_ARGUMENT", "no option", "...")
  failed(failing(samen_report(v, file, overwrite = NA)), "SAMEN_ERR_ARGUMENT", "TRUE or FALSE", "overwrite")
  stopifnot(!file.exists(file))
})

it("a report stops when its progress says so, and leaves nothing", {
  file <- tempfile()
  large <- samen_view(large_network(3000, 9000))
  e <- failing(samen_report(large, file, progress = function(fraction, what) FALSE))
  failed(e, "SAMEN_ERR_CANCELLED", "")
  gc()
  stopifnot(!file.exists(file))
})

report()
