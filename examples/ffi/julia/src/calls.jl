# SPDX-License-Identifier: GPL-3.0-or-later
# The structs that cross the border, errors, and long calls that can be heard and stopped. Every ccall of the
# package names a function of the library and its C types; tests/ffi/julia/run compares them with samen.json.

const library = Ref{Ptr{Cvoid}}(C_NULL)

symbol(name::Symbol) = dlsym(library[], name)

struct CError # samen_error
    code::Int32
    argument::Int32
    row::Int64
    column::Int64
    message::NTuple{488,UInt8}
end

struct CRun # samen_run
    struct_size::UInt32
    threads::Int32
    seed::UInt64
    on_progress::Ptr{Cvoid}
    payload::Ptr{Cvoid}
end

struct CTableOptions # samen_table_options
    struct_size::UInt32
    format::UInt32
    decimals::Int32
    guard::UInt32
    overwrite::UInt32
    plain::UInt32
end

struct CWriteOptions # samen_io_write_options
    struct_size::UInt32
    overwrite::UInt32
    separator::UInt32
    decimal_comma::UInt32
end

struct CForm # samen_form
    struct_size::UInt32
    has_commitment::Int32
    commitment::Int32
    reserved::Int32
    key::Cstring
    name::Cstring
    name_nl::Cstring
    family::Cstring
    aliases::Cstring
    scale::Cstring
    purpose::Cstring
end

struct CTie # samen_tie
    struct_size::UInt32
    directed::UInt32
    start::Cstring
    finish::Cstring
    partnership::Cstring
end

struct CMembership # samen_membership
    struct_size::UInt32
    has_weight::UInt32
    weight::Float64
    role::Cstring
    start::Cstring
    finish::Cstring
end

"""
What went wrong: `status` (as `:SAMEN_ERR_VALUE`), `message`, and where: `argument`, `row`, `column`, `nothing`
when it is not about one. Rows and columns count from 0, as in the message.
"""
struct SamenError <: Exception
    status::Symbol
    argument::Union{Nothing,Int}
    row::Union{Nothing,Int}
    column::Union{Nothing,Int}
    message::String
end

Base.showerror(io::IO, e::SamenError) = print(io, "SamenError (", e.status, "): ", e.message)

function check(status::Int32, err::Ref{CError}; row = nothing)
    status == 0 && return nothing
    e = err[]
    message = collect(e.message)
    length = something(findfirst(==(0x00), message), 489) - 1
    name = unsafe_string(ccall(symbol(:samen_status_name), Cstring, (Int32,), status))
    throw(SamenError(Symbol(name), e.argument > 0 ? Int(e.argument) : nothing,
                     e.row >= 0 ? Int(e.row) : row, e.column >= 0 ? Int(e.column) : nothing,
                     String(message[1:length])))
end

# What a long call reports to: `heard` is a function of the fraction done and a few words, or nothing; what it
# throws waits in `thrown` until the call is over, since it must not pass through the library.
mutable struct Listener
    heard::Any
    thrown::Any
end

listen(l::Listener, fraction, what) = l.heard === nothing ? false : l.heard(fraction, unsafe_string(what))

function on_progress(payload::Ptr{Cvoid}, fraction::Float64, what::Cstring)::Int32
    listener = unsafe_pointer_to_objref(payload)::Listener
    try
        # An interrupt that has come since is thrown here, where it can be caught, and nowhere else.
        return Base.reenable_sigint(() -> listen(listener, fraction, what)) === true ? 1 : 0
    catch thrown
        listener.thrown = thrown
        return 1
    end
end

# call(run, out, err) with a run of these settings, and what `own` makes of the handle that it gives.
function listened(call, own; seed = 0, threads = 0, progress = nothing)
    listener = Listener(progress, nothing)
    out, err = Ref{Ptr{Cvoid}}(C_NULL), Ref{CError}()
    status, object = GC.@preserve listener disable_sigint() do
        run = Ref(CRun(sizeof(CRun), threads, seed,
                       @cfunction(on_progress, Int32, (Ptr{Cvoid}, Float64, Cstring)),
                       pointer_from_objref(listener)))
        came_to = call(run, out, err)::Int32
        came_to, came_to == 0 ? own(out[]) : nothing
    end
    listener.thrown === nothing || throw(listener.thrown)
    check(status, err)
    return object
end

# The same for what takes no time: call(out, err).
function made(call, own)
    out, err = Ref{Ptr{Cvoid}}(C_NULL), Ref{CError}()
    check(call(out, err)::Int32, err)
    return own(out[])
end
