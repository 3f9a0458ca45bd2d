# SPDX-License-Identifier: GPL-3.0-or-later
"""
    Samen

Collaboration between organisations, measured: the C library samen, called from Julia.

    view = Samen.view(Samen.read("examples/data/emon/Texas"))
    view.brokerage.roles(group = "sponsorship", table = "network")

`Samen.help()` lists what can be measured, `Samen.help("brokerage.roles")` explains one measure.
"""
module Samen

using Dates: Date, Day
using Libdl: dlopen, dlsym

export SamenError

include("calls.jl")
include("handles.jl")
include("tables.jl")
include("networks.jl")
include("measures.jl")

function __init__()
    path = get(ENV, "SAMEN_LIBRARY", "")
    isempty(path) && (path = "libsamen.so.0")
    found = dlopen(path; throw_error = false)
    found === nothing && error("samen's library $path cannot be loaded; SAMEN_LIBRARY can name its path")
    library[] = found
end

end
