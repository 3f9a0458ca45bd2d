# SPDX-License-Identifier: GPL-3.0-or-later
# Data frames in, and out again.
source("support/cases.R")

back <- function(network, of) {
  table <- as.data.frame(network, of = of)
  attributes(table)[c("notes", "provenance")] <- NULL
  class(table) <- "data.frame"
  table
}

organisations <- data.frame(
  id = c("caw", "ocmw", "politie"), name = c("CAW", NA, "Politie"),
  sector = factor(c("NGO", "GOV", NA), levels = c("GOV", "NGO")),
  staff = c(12L, NA, 3L), budget = c(1.5, NA, -2), public = c(TRUE, NA, FALSE),
  since = as.Date(c("1990-02-28", NA, "2024-02-29")), town = c("Gent", NA, ""),
  stringsAsFactors = FALSE)
ties <- data.frame(
  from = c("caw", "caw", "ocmw"), to = c("ocmw", "politie", "politie"),
  form = factor(c("action", "learning", "ad-hoc")), weight = c(1, NA, 2.5), directed = c(TRUE, NA, FALSE),
  start = as.Date(c("2022-01-01", NA, "2021-05-05")), end = as.Date(c("2023-01-01", NA, NA)),
  stringsAsFactors = FALSE)

it("columns of every kind come back as they went in, NA where they were NA", {
  net <- samen_network(ties, organisations = organisations)
  o <- back(net, "organisations")
  stopifnot(identical(o$id, organisations$id), identical(o$name, organisations$name),
            identical(o$sector, c("NGO", "GOV", NA)), identical(o$staff, c(12, NA, 3)),
            identical(o$budget, organisations$budget), identical(o$public, organisations$public),
            identical(o$since, organisations$since), identical(o$town, c("Gent", NA, NA)))
  t <- back(net, "ties")
  stopifnot(identical(as.character(t$form), c("action", "learning", "ad-hoc")),
            identical(t$weight, c(1, 1, 2.5)), identical(t$directed, c(TRUE, FALSE, FALSE)),
            identical(t$start, ties$start), identical(t$end, ties$end))
})

it("columns without any NA do too", {
  full <- organisations[c(1, 3), setdiff(names(organisations), c("sector", "town"))]
  o <- back(samen_network(ties[2, ], organisations = full), "organisations")
  stopifnot(identical(o$public, c(TRUE, FALSE)), identical(o$since, full$since), identical(o$staff, c(12, 3)))
})

it("a column form is a factor with the forms of the network in their order", {
  form <- back(samen_network(ties), "ties")$form
  stopifnot(is.factor(form), identical(levels(form), as.character(samen_forms()$form)))
})

it("a column whose name only begins so is left alone", {
  o <- back(samen_network(ties, organisations = cbind(organisations, formal = c("yes", "no", NA))), "organisations")
  stopifnot(identical(o$formal, c("yes", "no", NA)))
})

it("a column of nothing but NA is as if it were not there", {
  net <- samen_network(cbind(ties, partnership = NA, remark = NA))
  stopifnot(all(is.na(back(net, "ties")$partnership)))
})

it("a data frame of no rows gives a network of nothing", {
  net <- samen_network(ties[0, ])
  stopifnot(nrow(back(net, "ties")) == 0, nrow(back(net, "organisations")) == 0)
})

it("organisations come from ties in order of appearance, numbers as keys too", {
  net <- samen_network(data.frame(from = c(3, 1), to = c(1, 1e6)))
  stopifnot(identical(back(net, "organisations")$id, c("3", "1", "1000000")),
            identical(levels(back(net, "ties")$form), "collaboration"))
  whole <- samen_network(data.frame(from = 1:2, to = 2:3), organisations = data.frame(id = c(1, 2, 3)))
  stopifnot(identical(back(whole, "ties")$to, c("2", "3")))
  large <- samen_network(data.frame(from = 100000L, to = 100000000L))
  stopifnot(identical(back(large, "organisations")$id, c("100000", "100000000")))
})

it("partnerships come from memberships", {
  net <- samen_network(memberships = data.frame(
    partnership = c("huis", "huis", "raad"), organisation = c("caw", "ocmw", "ocmw"),
    role = c("lead", NA, "member"), weight = c(2, NA, 1), start = as.Date(c("2020-01-01", NA, NA))))
  m <- back(net, "memberships")
  stopifnot(identical(back(net, "partnerships")$id, c("huis", "raad")), identical(m$role, c("lead", NA, "member")),
            identical(m$weight, c(2, 1, 1)), identical(m$start, as.Date(c("2020-01-01", NA, NA))))
})

it("ties stand in a partnership that is listed", {
  net <- samen_network(data.frame(from = "a", to = "b", form = "action", partnership = "huis"),
                       partnerships = data.frame(id = "huis", name = "Huis van het Kind", form = "actienetwerk"))
  stopifnot(identical(back(net, "ties")$partnership, "huis"),
            identical(as.character(back(net, "partnerships")$form), "action"))
})

it("texts are UTF-8 in and out, also those that R holds in another encoding", {
  words <- c("caf\u00e9", "\u6771\u4eac", "\U0001f91d", "o'\"\\;=")
  latin <- iconv("caf\u00e9", "UTF-8", "latin1")
  net <- samen_network(data.frame(from = c(latin, words[2:4]), to = words[c(2, 3, 4, 2)]),
                       organisations = setNames(data.frame(words, rev(words)), c("id", "g\u00e9n\u00e9rique")))
  o <- back(net, "organisations")
  stopifnot(identical(o$id, words), identical(o[["g\u00e9n\u00e9rique"]], rev(words)),
            all(Encoding(o$id[1:3]) == "UTF-8"), identical(back(net, "ties")$from, words))
  v <- samen_view(net, where = setNames(words[4], "g\u00e9n\u00e9rique"))
  stopifnot(identical(rownames(as.matrix(v)), words[1]))
})

it("integer64 of the package bit64 is read as whole numbers", {
  # Its bits are those of a double: 5 and 7 are the fifth and seventh smallest, NA is -0.
  bits <- structure(c(5, 7, 0) * 2^-1074, class = "integer64")
  bits <- structure(c(unclass(bits)[1:2], -0), class = "integer64")
  frame <- structure(list(id = c("a", "b", "c"), n = bits), row.names = 1:3, class = "data.frame")
  net <- samen_network(data.frame(from = "a", to = "b"), organisations = frame)
  stopifnot(identical(back(net, "organisations")$n, c(5, 7, NA)))
  listed <- structure(list(id = bits[1:2]), row.names = 1:2, class = "data.frame")
  class(listed$id) <- "integer64"
  keyed <- structure(list(from = listed$id, to = c("7", "5")), row.names = 1:2, class = "data.frame")
  stopifnot(identical(back(samen_network(keyed, organisations = listed), "ties")$from, c("5", "7")))
  failed(failing(samen_network(keyed)), "SAMEN_ERR_UNSUPPORTED", "integer64 must be listed")
})

it("forms can be one's own: keys, or a data frame", {
  t <- data.frame(from = "a", to = "b", form = "marriage")
  keys <- samen_network(t, forms = c("business", "marriage"))
  stopifnot(identical(levels(back(keys, "ties")$form), c("business", "marriage")))
  told <- samen_network(t, forms = data.frame(form = c("b", "m"), aliases = c(NA, "marriage|wedding"),
                                              commitment = c(NA, 2)))
  stopifnot(identical(as.character(back(told, "ties")$form), "m"),
            identical(samen_forms(told)$commitment, c(NA, 2L)))
  stopifnot(identical(samen_forms("frey")$form[1], samen_forms(samen_network(t[0, ], forms = "frey"))$form[1]))
})

it("an error says which row and column of which data frame, counting from 1", {
  bad <- ties
  bad$weight[3] <- -1
  failed(failing(samen_network(bad)), "SAMEN_ERR_VALUE", "row 3, column \"weight\": ", "ties", 3, 4)
  bad <- ties
  bad$to[2] <- "polite"
  failed(failing(samen_network(bad, organisations = organisations)), "SAMEN_ERR_UNKNOWN",
         "row 2, column \"to\": there is no organisation \"polite\"", "ties", 2, 2)
  bad <- organisations
  bad$id[2] <- "caw"
  failed(failing(samen_network(organisations = bad)), "SAMEN_ERR_DUPLICATE",
         "row 2, column \"id\"", "organisations", 2, 1)
  bad <- ties
  bad$from[1] <- NA
  failed(failing(samen_network(bad)), "SAMEN_ERR_MISSING", "row 1, column \"from\"", "ties", 1, 1)
  bad <- transform(ties, weight = c(1, NaN, 1))
  failed(failing(samen_network(bad)), "SAMEN_ERR_VALUE", "row 2, column \"weight\"", "ties", 2, 4)
  bad$weight <- NULL
  bad$start[3] <- Inf
  failed(failing(samen_network(bad)), "SAMEN_ERR_VALUE", "row 3, column \"start\": the date is outside", "ties", 3, 5)
  failed(failing(samen_network(transform(ties, form = "acton"))), "SAMEN_ERR_UNKNOWN",
         "row 1, column \"form\"", "ties", 1, 3)
})

it("an error about the whole says so", {
  failed(failing(samen_network(ties["from"])), "SAMEN_ERR_MISSING", "there is no column \"to\"", "ties")
  failed(failing(samen_network(list(1, 2))), "SAMEN_ERR_ARGUMENT", "ties must be a data frame", "ties")
  failed(failing(samen_network(ties, forms = character())), "SAMEN_ERR_ARGUMENT", "", "forms")
  failed(failing(samen_network(ties, forms = c("a", "A"))), "SAMEN_ERR_DUPLICATE", "", NA, 2, 1)
  failed(failing(samen_network(data.frame(from = "a", to = strrep("k", 5000)))), "SAMEN_ERR_LIMIT", "the key")
})

it("columns of kinds that cannot go in are refused by name", {
  refused <- function(x, kind) {
    frame <- ties
    frame$odd <- x
    failed(failing(samen_network(frame)), "SAMEN_ERR_UNSUPPORTED", paste("column \"odd\" is of the kind", kind),
           "ties", NA, 8)
  }
  refused(as.POSIXct(rep(0, 3), origin = "1970-01-01", tz = "UTC"), "POSIXct")
  refused(as.difftime(1:3, units = "days"), "difftime")
  refused(complex(3), "complex")
  refused(raw(3), "raw")
  refused(I(list(1, 2, 3)), "AsIs")
  refused(matrix(1, 3, 2), "matrix")
})

it("a network prints as what it holds", {
  stopifnot(identical(format(samen_network(ties)), "a network of 3 organisations, 3 ties"))
})

it("what is written reads back the same", {
  folder <- tempfile()
  net <- samen_network(ties, organisations = organisations)
  stopifnot(identical(samen_write(net, folder), folder), nrow(samen_check(folder)) == 0)
  again <- samen_read(folder)
  for (of in c("organisations", "ties")) stopifnot(identical(back(net, of), back(again, of)))
  failed(failing(samen_write(net, folder)), "SAMEN_ERR_EXISTS", "it is there already", "path")
  samen_write(net, folder, overwrite = TRUE, separator = ";", decimal_comma = TRUE)
  stopifnot(any(grepl("2,5", readLines(file.path(folder, "ties.csv")))),
            identical(back(samen_read(folder), "ties"), back(net, "ties")))
  failed(failing(samen_write(net, folder, separator = "|")), "SAMEN_ERR_ARGUMENT", "separator must be", "separator")
})

it("an error in a file says file, line and column as an editor counts, and the row of the data from 1", {
  folder <- tempfile()
  dir.create(folder)
  writeLines(c("from,to,weight", "a,b,1", "b,c,none"), file.path(folder, "ties.csv"))
  failed(failing(samen_read(folder)), "SAMEN_ERR_VALUE", "ties.csv:3:3: ", "path", 2, 3)
  problems <- samen_check(folder)
  stopifnot(identical(problems$line, 3L), identical(problems$severity, "error"))
  failed(failing(samen_read(file.path(folder, "none"))), "SAMEN_ERR_NOT_FOUND", "none", "path")
  writeLines(c("from,to", "a,b", "b,c"), file.path(folder, "ties.csv"))
  failed(failing(samen_read(folder, limits = c(rows = 1))), "SAMEN_ERR_LIMIT", "")
  failed(failing(samen_read(folder, limits = c(cells = 1))), "SAMEN_ERR_ARGUMENT", "limits are named", "limits")
  writeLines("from,to", file.path(folder, "ties.csv"))
  stopifnot(inherits(samen_read(folder, allow_empty = TRUE), "samen_network"))
})

it("a text that is not valid in its encoding is refused, not changed", {
  bad <- ties
  bad$from[3] <- "\xff"
  failed(failing(samen_network(bad, organisations = organisations)), "SAMEN_ERR_VALUE",
         "row 3, column \"from\": the text is not valid UTF-8", "ties", 3, 1)
  Encoding(bad$from) <- "bytes"
  failed(failing(samen_network(bad, organisations = organisations)), "SAMEN_ERR_VALUE", "row 3", "ties", 3, 1)
})

report()
