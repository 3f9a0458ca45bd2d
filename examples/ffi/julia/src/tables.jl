# SPDX-License-Identifier: GPL-3.0-or-later
# Tables: columns as vectors, `missing` for null. table.betweenness is a column, NamedTuple(table) has all of
# them, which is what data-frame packages take.

const formats = (text = 0, csv = 1, json = 2, markdown = 3)

rows(t::Table) = ccall(symbol(:samen_table_rows), Int64, (Ptr{Cvoid},), t)

function names(t::Table)
    count = ccall(symbol(:samen_table_columns), Int32, (Ptr{Cvoid},), t)
    return [unsafe_string(ccall(symbol(:samen_table_column_name), Cstring, (Ptr{Cvoid}, Int32), t, i))
            for i in Int32(0):(count - Int32(1))]
end

is_set(bits::Ptr{UInt8}, i) = (unsafe_load(bits, (i >> 3) + 1) >> (i & 7)) & 1 == 1

# The value of row i, counted from 0, in a column's data.
value_int64(t, c) = (p = ccall(symbol(:samen_table_data_int64), Ptr{Int64}, (Ptr{Cvoid}, Int32), t, c);
                     i -> unsafe_load(p, i + 1))
value_float64(t, c) = (p = ccall(symbol(:samen_table_data_float64), Ptr{Float64}, (Ptr{Cvoid}, Int32), t, c);
                       i -> unsafe_load(p, i + 1))
value_bool(t, c) = (p = ccall(symbol(:samen_table_data_bool), Ptr{UInt8}, (Ptr{Cvoid}, Int32), t, c);
                    i -> is_set(p, i))
value_date(t, c) = (p = ccall(symbol(:samen_table_data_date), Ptr{Int32}, (Ptr{Cvoid}, Int32), t, c);
                    i -> Date(1970, 1, 1) + Day(unsafe_load(p, i + 1)))
function value_text(t, c)
    bytes = ccall(symbol(:samen_table_data_text), Ptr{UInt8}, (Ptr{Cvoid}, Int32), t, c)
    offsets = ccall(symbol(:samen_table_data_offsets), Ptr{Int64}, (Ptr{Cvoid}, Int32), t, c)
    function text(i)
        from, to = unsafe_load(offsets, i + 1), unsafe_load(offsets, i + 2)
        return from == to ? "" : unsafe_string(bytes + from, to - from)
    end
    return text
end

# Which Julia type the column types 1 to 5 are, and how they are read.
const readers = ((Int64, value_int64), (Float64, value_float64), (String, value_text), (Bool, value_bool),
                 (Date, value_date))

fill_column(T, value, count) = T[value(i) for i in 0:(count - 1)]

"""
    Samen.column(table, name)

A column as a vector, copied; its element type takes `missing` when a cell is null.
"""
function column(t::Table, name)
    c = ccall(symbol(:samen_table_find), Int32, (Ptr{Cvoid}, Cstring), t, String(name))
    c < 0 && throw(ArgumentError("there is no column \"$name\"; there are $(join(names(t), ", "))"))
    type = ccall(symbol(:samen_table_column_type), Int32, (Ptr{Cvoid}, Int32), t, c)
    valid = ccall(symbol(:samen_table_data_validity), Ptr{UInt8}, (Ptr{Cvoid}, Int32), t, c)
    T, reader = readers[type]
    GC.@preserve t begin
        value = reader(t, c)
        valid == C_NULL && return fill_column(T, value, rows(t))
        return fill_column(Union{Missing,T}, i -> is_set(valid, i) ? value(i) : missing, rows(t))
    end
end

Base.getproperty(t::Table, name::Symbol) = column(t, name)
Base.propertynames(t::Table) = Tuple(Symbol.(names(t)))

"All columns, by name, in their order."
Base.NamedTuple(t::Table) = NamedTuple{propertynames(t)}(Tuple(column(t, name) for name in names(t)))

"Rows in the order of a column, the largest first when `rev`; at most `limit` of them."
function sorted(t::Table, name; rev = false, limit = 0)
    made(Table) do out, err
        ccall(symbol(:samen_table_sort), Int32,
              (Ptr{Cvoid}, Cstring, Int32, Int64, Ref{Ptr{Cvoid}}, Ref{CError}),
              t, String(name), rev, limit, out, err)
    end
end

"What a careful reader must know: a vector of (code, count, text)."
function notes(t::Table)
    count = ccall(symbol(:samen_table_notes), Int32, (Ptr{Cvoid},), t)
    return [(code = unsafe_string(ccall(symbol(:samen_table_note_code), Cstring, (Ptr{Cvoid}, Int32), t, i)),
             count = ccall(symbol(:samen_table_note_count), Int64, (Ptr{Cvoid}, Int32), t, i),
             text = unsafe_string(ccall(symbol(:samen_table_note_text), Cstring, (Ptr{Cvoid}, Int32), t, i)))
            for i in Int32(0):(count - Int32(1))]
end

"Where a table comes from: measure, options, seed, versions, by key."
function provenance(t::Table)
    count = ccall(symbol(:samen_table_provenances), Int32, (Ptr{Cvoid},), t)
    return Dict(unsafe_string(ccall(symbol(:samen_table_provenance_key), Cstring, (Ptr{Cvoid}, Int32), t, i)) =>
                unsafe_string(ccall(symbol(:samen_table_provenance_value), Cstring, (Ptr{Cvoid}, Int32), t, i))
                for i in Int32(0):(count - Int32(1)))
end

table_options(; format = :text, decimals = 0, guard = false, overwrite = false, plain = false) =
    Ref(CTableOptions(sizeof(CTableOptions), formats[format], decimals, guard, overwrite, plain))

"A table as text; `format` is :text, :csv, :json or :markdown."
function format(t::Table; options...)
    out, length, err = Ref{Ptr{UInt8}}(C_NULL), Ref{Int64}(0), Ref{CError}()
    check(ccall(symbol(:samen_table_format), Int32,
                (Ptr{Cvoid}, Ref{CTableOptions}, Ref{Ptr{UInt8}}, Ref{Int64}, Ref{CError}),
                t, table_options(; options...), out, length, err), err)
    copy = unsafe_string(out[], length[])
    ccall(symbol(:samen_free), Cvoid, (Ptr{Cvoid},), out[])
    return copy
end

"Write a table to a file whose ending says the format; `overwrite` replaces a file that is there."
function write(t::Table, path; options...)
    err = Ref{CError}()
    check(ccall(symbol(:samen_table_write), Int32, (Ptr{Cvoid}, Cstring, Ref{CTableOptions}, Ref{CError}),
                t, path, table_options(; options...), err), err)
end

Base.show(io::IO, ::MIME"text/plain", t::Table) = print(io, format(t))
Base.show(io::IO, t::Table) = print(io, "Samen.Table(", rows(t), " rows of ", join(names(t), ", "), ")")

"""
    Samen.to_arrow(table, schema, array)
    Samen.from_arrow(schema, array)

Hand a table to whoever imports the Arrow C data interface, or take one: pointers to its two structs.
"""
function to_arrow(t::Table, schema::Ptr{Cvoid}, array::Ptr{Cvoid})
    err = Ref{CError}()
    check(ccall(symbol(:samen_table_export_arrow), Int32, (Ptr{Cvoid}, Ptr{Cvoid}, Ptr{Cvoid}, Ref{CError}),
                t, schema, array, err), err)
end

function from_arrow(schema::Ptr{Cvoid}, array::Ptr{Cvoid})
    made(Table) do out, err
        ccall(symbol(:samen_table_import_arrow), Int32,
              (Ptr{Cvoid}, Ptr{Cvoid}, Ref{Ptr{Cvoid}}, Ref{CError}), schema, array, out, err)
    end
end
