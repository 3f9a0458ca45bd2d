# SPDX-License-Identifier: GPL-3.0-or-later
# Loading: the library that SAMEN_LIBRARY names, or else the one that the loader finds; then the glue.

native <- new.env(parent = emptyenv())

.onLoad <- function(libname, pkgname) {
  named <- Sys.getenv("SAMEN_LIBRARY")
  # The loader gives the glue a library of the same name that is there already.
  if (nzchar(named)) dyn.load(named)
  glue <- library.dynam(pkgname, pkgname, libname)
  routines <- getDLLRegisteredRoutines(glue)$.Call
  for (name in names(routines)) assign(name, routines[[name]], envir = native)
}

.onUnload <- function(libpath) {
  gc() # handles that nobody holds are freed while there is code to free them
  library.dynam.unload("samen", libpath)
}

samen_version <- function() setNames(call_samen("version"), c("samen", "igraph"))
