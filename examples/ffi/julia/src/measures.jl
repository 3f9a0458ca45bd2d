# SPDX-License-Identifier: GPL-3.0-or-later
# Views, and measures by name: view.brokerage.roles(group = "sector"). What there is comes from the library at
# run time, so a measure that is added to it is here too, with its help.

describe() = made(Table) do out, err
    ccall(symbol(:samen_describe), Int32, (Ref{Ptr{Cvoid}}, Ref{CError}), out, err)
end

options(name) = made(Table) do out, err
    ccall(symbol(:samen_describe_options), Int32, (Cstring, Ref{Ptr{Cvoid}}, Ref{CError}), name, out, err)
end

columns(name) = made(Table) do out, err
    ccall(symbol(:samen_describe_columns), Int32, (Cstring, Ref{Ptr{Cvoid}}, Ref{CError}), name, out, err)
end

# Options as text, each value in quotes: name="value"; several of a list, one after the other, and attributes with
# their values, as where = (sector = ["GOV", "NGO"],), likewise.
function as_text(owner, given)
    isempty(given) && return ""
    about = options(owner)
    types = Dict(replace(name, '-' => '_') => type for (name, type) in zip(about.option, about.type))
    pair(name, value) = string(name, "=\"", replace(string(value), '"' => "\"\""), '"')
    texts = String[]
    for (name, value) in pairs(given)
        if value isa Union{NamedTuple,AbstractDict}
            for (attribute, wanted) in pairs(value), one in (wanted isa AbstractVector ? wanted : [wanted])
                push!(texts, pair(name, string(attribute, '=', one)))
            end
        elseif !(value isa Union{AbstractVector,Tuple})
            push!(texts, pair(name, value))
        elseif get(types, string(name), "") == "list"
            append!(texts, [pair(name, entry) for entry in value])
        else
            push!(texts, pair(name, join(value, ",")))
        end
    end
    return join(texts, ';')
end

"""
    Samen.view(network; forms = ["action"], from = "2024-01-01", where = (sector = "GOV",))

What is to be measured: a network seen through a choice. `Samen.help("view")` lists the options.
"""
function view(n::Network; run = NamedTuple(), given...)
    text = as_text("view", given)
    listened(View; run...) do run, out, err
        ccall(symbol(:samen_view_make), Int32,
              (Ptr{Cvoid}, Cstring, Ref{CRun}, Ref{Ptr{Cvoid}}, Ref{CError}), n, text, run, out, err)
    end
end

"How many organisations a view has."
Base.count(v::View) = ccall(symbol(:samen_view_organisations), Int64, (Ptr{Cvoid},), v)

is_directed(v::View) = ccall(symbol(:samen_view_is_directed), Int32, (Ptr{Cvoid},), v) == 1

"The ties that are seen, as a table."
ties(v::View; run = NamedTuple()) = listened(Table; run...) do run, out, err
    ccall(symbol(:samen_view_table), Int32, (Ptr{Cvoid}, Ref{CRun}, Ref{Ptr{Cvoid}}, Ref{CError}),
          v, run, out, err)
end

"""
    Samen.measure(view, name; options..., run = (seed = 7, threads = 2))

Any measure by name. `view.brokerage.roles(; ...)` is `Samen.measure(view, "brokerage.roles"; ...)`.
"""
function measure(v::View, name; run = NamedTuple(), given...)
    text = as_text(name, given)
    listened(Table; run...) do run, out, err
        ccall(symbol(:samen_measure), Int32,
              (Ptr{Cvoid}, Cstring, Cstring, Ref{CRun}, Ref{Ptr{Cvoid}}, Ref{CError}),
              v, name, text, run, out, err)
    end
end

struct Family
    view::View
    family::String
end

struct Measure
    view::View
    name::String
end

(m::Measure)(; given...) = measure(m.view, m.name; given...)
Base.show(io::IO, ::MIME"text/plain", m::Measure) = print(io, help(m.name))

Base.propertynames(::View) = Tuple(unique(Symbol.(describe().family)))

function Base.getproperty(v::View, family::Symbol)
    family in propertynames(v) || throw(ArgumentError("there is no family of measures $family"))
    return Family(v, string(family))
end

function Base.propertynames(f::Family)
    family = getfield(f, :family) * "."
    return Tuple(Symbol(name[(length(family) + 1):end]) for name in describe().measure if startswith(name, family))
end

Base.getproperty(f::Family, name::Symbol) =
    Measure(getfield(f, :view), string(getfield(f, :family), ".", name))

"All measures in a line each, or all about one of them, or about \"view\"."
function help(name = nothing)
    about = NamedTuple(describe())
    name === nothing &&
        return join((rpad(about.measure[i], 25) * about.summary[i] for i in eachindex(about.measure)), '\n')
    io = IOBuffer()
    row = findfirst(==(name), about.measure)
    row === nothing ||
        println(io, name, ": ", about.title[row], '\n', about.summary[row], "\nSource: ", about.source[row])
    given = NamedTuple(options(name))
    println(io, "\nOptions")
    for i in eachindex(given.option)
        default = coalesce(given.default[i], "")
        choices = coalesce(given.choices[i], "")
        println(io, "  ", given.option[i], " (", given.type[i], isempty(default) ? "" : ", default $default",
                isempty(choices) ? "" : ": $choices", ") ", given.help[i])
    end
    row === nothing && return String(take!(io))
    given = NamedTuple(columns(name))
    for i in eachindex(given.column)
        i > 1 && given.table[i] == given.table[i - 1] || println(io, "\nTable ", given.table[i])
        undefined = coalesce(given.undefined[i], "")
        println(io, "  ", given.column[i], " (", given.type[i], ") ", given.help[i],
                isempty(undefined) ? "" : "; missing when $undefined")
    end
    return String(take!(io))
end
