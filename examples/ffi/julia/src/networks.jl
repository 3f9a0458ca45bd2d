# SPDX-License-Identifier: GPL-3.0-or-later
# Networks: read from disk, or built from columns.

const parts = (organisations = 0, ties = 1, partnerships = 2, memberships = 3)

"""
    Samen.read(path; run = (seed = 7,))

Read a data set: a folder, or a CSV file of ties or memberships. `run` is a named tuple of `seed`, `threads` and
`progress`, a function of the fraction done and a few words that stops the call by returning true.
"""
read(path; run = NamedTuple()) = listened(Network; run...) do run, out, err
    ccall(symbol(:samen_io_read), Int32,
          (Cstring, Ptr{Cvoid}, Ref{CRun}, Ref{Ptr{Cvoid}}, Ref{CError}), path, C_NULL, run, out, err)
end

"All problems of a data set, as a table."
problems(path; run = NamedTuple()) = listened(Table; run...) do run, out, err
    ccall(symbol(:samen_io_check), Int32,
          (Cstring, Ptr{Cvoid}, Ref{CRun}, Ref{Ptr{Cvoid}}, Ref{CError}), path, C_NULL, run, out, err)
end

"Write a network as a data set; `overwrite` replaces one that is there."
function write(n::Network, path; overwrite = false, separator = ',', decimal_comma = false)
    err = Ref{CError}()
    how = Ref(CWriteOptions(sizeof(CWriteOptions), overwrite, UInt32(separator), decimal_comma))
    check(ccall(symbol(:samen_io_write), Int32, (Ptr{Cvoid}, Cstring, Ref{CWriteOptions}, Ref{CError}),
                n, path, how, err), err)
end

"How many `:organisations`, `:ties`, `:partnerships` or `:memberships` there are."
Base.count(n::Network, part::Symbol) =
    ccall(symbol(:samen_network_count), Int64, (Ptr{Cvoid}, Int32), n, parts[part])

"One of these as a table, attributes included."
table(n::Network, part::Symbol) = made(Table) do out, err
    ccall(symbol(:samen_network_table), Int32, (Ptr{Cvoid}, Int32, Ref{Ptr{Cvoid}}, Ref{CError}),
          n, parts[part], out, err)
end

# ---- Built from columns ---------------------------------------------------------------------------------

function typology_of(name::AbstractString)
    made(Typology) do out, err
        ccall(symbol(:samen_typology_builtin), Int32, (Cstring, Ref{Ptr{Cvoid}}, Ref{CError}), name, out, err)
    end
end

# Forms as named tuples: key, name, name_nl, family, commitment, aliases, scale, purpose; all but key optional.
function typology_of(forms::AbstractVector)
    texts = [[Base.cconvert(Cstring, string(get(form, field, ""))) for field in
              (:key, :name, :name_nl, :family, :aliases, :scale, :purpose)] for form in forms]
    GC.@preserve texts begin
        structs = map(forms, texts) do form, of
            pointers = [isempty(text) ? Cstring(C_NULL) : Base.unsafe_convert(Cstring, text) for text in of]
            CForm(sizeof(CForm), haskey(form, :commitment), get(form, :commitment, 0), 0, pointers...)
        end
        addresses = [pointer(structs, i) for i in eachindex(structs)]
        GC.@preserve structs made(Typology) do out, err
            ccall(symbol(:samen_typology_new), Int32, (Ptr{Ptr{CForm}}, Int32, Ref{Ptr{Cvoid}}, Ref{CError}),
                  addresses, length(addresses), out, err)
        end
    end
end

# A text, or NULL for what is missing; `kept` is preserved by the caller.
optional(kept, value) = value === missing || value === nothing ? Cstring(C_NULL) :
    Base.unsafe_convert(Cstring, push!(kept, Base.cconvert(Cstring, string(value)))[end])

cell(columns, name, row) = haskey(columns, name) ? columns[name][row] : missing

function add_row(b::Builder, ::Val{:organisations}, columns, row, kept, index, err)
    ccall(symbol(:samen_builder_add_organisation), Int32, (Ptr{Cvoid}, Cstring, Cstring, Ref{Int64}, Ref{CError}),
          b, optional(kept, cell(columns, :id, row)), optional(kept, cell(columns, :name, row)), index, err)
end

function add_row(b::Builder, ::Val{:partnerships}, columns, row, kept, index, err)
    text(name) = optional(kept, cell(columns, name, row))
    ccall(symbol(:samen_builder_add_partnership), Int32,
          (Ptr{Cvoid}, Cstring, Cstring, Cstring, Cstring, Cstring, Ref{Int64}, Ref{CError}),
          b, text(:id), text(:name), text(:form), text(:start), text(:end), index, err)
end

function add_row(b::Builder, ::Val{:ties}, columns, row, kept, index, err)
    text(name) = optional(kept, cell(columns, name, row))
    more = Ref(CTie(sizeof(CTie), coalesce(cell(columns, :directed, row), false), text(:start), text(:end),
                    text(:partnership)))
    ccall(symbol(:samen_builder_add_tie), Int32,
          (Ptr{Cvoid}, Cstring, Cstring, Cstring, Float64, Ref{CTie}, Ref{Int64}, Ref{CError}),
          b, text(:from), text(:to), text(:form), coalesce(cell(columns, :weight, row), 1.0), more, index, err)
end

function add_row(b::Builder, ::Val{:memberships}, columns, row, kept, index, err)
    text(name) = optional(kept, cell(columns, name, row))
    weight = cell(columns, :weight, row)
    more = Ref(CMembership(sizeof(CMembership), weight !== missing, coalesce(weight, 0.0), text(:role),
                           text(:start), text(:end)))
    ccall(symbol(:samen_builder_add_membership), Int32,
          (Ptr{Cvoid}, Cstring, Cstring, Ref{CMembership}, Ref{Int64}, Ref{CError}),
          b, text(:partnership), text(:organisation), more, index, err)
end

set(b, of, i, name, value::Bool, err) = ccall(symbol(:samen_builder_set_yes_no), Int32,
    (Ptr{Cvoid}, Int32, Int64, Cstring, Int32, Ref{CError}), b, of, i, name, value, err)
set(b, of, i, name, value::Real, err) = ccall(symbol(:samen_builder_set_number), Int32,
    (Ptr{Cvoid}, Int32, Int64, Cstring, Float64, Ref{CError}), b, of, i, name, value, err)
set(b, of, i, name, value::Date, err) = ccall(symbol(:samen_builder_set_date), Int32,
    (Ptr{Cvoid}, Int32, Int64, Cstring, Cstring, Ref{CError}), b, of, i, name, string(value), err)
set(b, of, i, name, value, err) = ccall(symbol(:samen_builder_set_text), Int32,
    (Ptr{Cvoid}, Int32, Int64, Cstring, Cstring, Ref{CError}), b, of, i, name, string(value), err)

const built_in = (organisations = (:id, :name),
                  ties = (:from, :to, :form, :weight, :directed, :start, :end, :partnership),
                  partnerships = (:id, :name, :form, :start, :end),
                  memberships = (:partnership, :organisation, :role, :weight, :start, :end))

function add(b::Builder, part::Symbol, columns)
    columns = NamedTuple(columns)
    rows = isempty(columns) ? 0 : length(first(columns))
    all(column -> length(column) == rows, columns) ||
        throw(ArgumentError("the columns of $part are not of one length"))
    index, err = Ref{Int64}(0), Ref{CError}()
    for row in 1:rows
        kept = Any[]
        GC.@preserve kept check(add_row(b, Val(part), columns, row, kept, index, err), err; row = row - 1)
        for name in keys(columns)
            value = columns[name][row]
            (name in built_in[part] || value === missing || value === nothing) && continue
            check(set(b, parts[part], index[], String(name), value, err), err; row = row - 1)
        end
    end
end

function add(b::Builder, part::Symbol, rows::Table)
    err = Ref{CError}()
    check(ccall(symbol(:samen_builder_add_table), Int32, (Ptr{Cvoid}, Int32, Ptr{Cvoid}, Ref{CError}),
                b, parts[part], rows, err), err)
end

has_column(rows, name) = rows !== nothing && name in propertynames(rows)

# Each key of some columns once, in the order in which they come.
function keys_of(places...)
    found = [getproperty(rows, name) for (rows, name) in places if has_column(rows, name)]
    return (id = unique(skipmissing(Iterators.flatten(found))),)
end

"""
    Samen.network(organisations = (id = [...], ...), ties = (from = [...], to = [...], form = [...], ...))

A network of columns. A part (organisations, partnerships, ties, memberships) is a named tuple of vectors or a
`Samen.Table`; columns other than those of a data set become attributes, `missing` stands for what is not
known; the column `end` is written `var"end"`. Organisations and partnerships that are left out come from ties
and memberships. `typology` is the name of a built-in one or a vector of named tuples (key = "...", name = "...");
left out, it is the built-in one when there is a column form, otherwise a single form.
"""
function network(; organisations = nothing, partnerships = nothing, ties = nothing, memberships = nothing,
                 typology = nothing)
    if organisations === nothing
        organisations = keys_of((ties, :from), (ties, :to), (memberships, :organisation))
    end
    if partnerships === nothing && memberships !== nothing
        partnerships = keys_of((memberships, :partnership), (ties, :partnership))
    end
    if typology === nothing
        named = has_column(ties, :form) || has_column(partnerships, :form)
        typology = named ? "samenwerken" : "single"
    end
    chosen = typology_of(typology)
    builder = made(Builder) do out, err
        ccall(symbol(:samen_builder_new), Int32, (Ptr{Cvoid}, Ref{Ptr{Cvoid}}, Ref{CError}), chosen, out, err)
    end
    add(builder, :organisations, organisations)
    partnerships === nothing || add(builder, :partnerships, partnerships)
    ties === nothing || add(builder, :ties, ties)
    memberships === nothing || add(builder, :memberships, memberships)
    return made(Network) do out, err
        ccall(symbol(:samen_builder_finish), Int32, (Ptr{Cvoid}, Ref{Ptr{Cvoid}}, Ref{CError}), builder, out, err)
    end
end
