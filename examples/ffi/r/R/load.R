# SPDX-License-Identifier: GPL-3.0-or-later
# Loading: the library that SAMEN_LIBRARY names, or else the one that the loader finds; then the glue.

native <- new.env(parent = emptyenv())

.onLoad <- function(libname, pkgname) {
  named <- Sys.getenv("SAMEN_LIBRARY")
  # The loader gives the glue a library of the same name that is there already.
  glue <- tryCatch({
    if (nzchar(named)) dyn.load(named)
    library.dynam(pkgname, pkgname, libname)
  }, error = function(e) {
    tried <- if (nzchar(named)) paste0("that SAMEN_LIBRARY names, ", named, ",") else "libsamen.so.0"
    stop("the library ", tried, " does not load: ", conditionMessage(e), call. = FALSE)
  })
  routines <- getDLLRegisteredRoutines(glue)$.Call
  for (name in names(routines)) assign(name, routines[[name]], envir = native)
}

.onUnload <- function(libpath) {
  gc() # handles that nobody holds are freed while there is code to free them
  library.dynam.unload("samen", libpath)
}

samen_version <- function() setNames(call_samen("version"), c("samen", "igraph"))
