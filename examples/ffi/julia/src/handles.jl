# SPDX-License-Identifier: GPL-3.0-or-later
# Networks, views, tables, typologies and builders. Each keeps alive what it needs, so they may be finalized in
# any order; close() frees one before the collector would.

abstract type Handle end

mutable struct Network <: Handle
    handle::Ptr{Cvoid}
    Network(handle::Ptr{Cvoid}) = finalizer(close, new(handle))
end

mutable struct View <: Handle
    handle::Ptr{Cvoid}
    View(handle::Ptr{Cvoid}) = finalizer(close, new(handle))
end

mutable struct Table <: Handle
    handle::Ptr{Cvoid}
    Table(handle::Ptr{Cvoid}) = finalizer(close, new(handle))
end

mutable struct Typology <: Handle
    handle::Ptr{Cvoid}
    Typology(handle::Ptr{Cvoid}) = finalizer(close, new(handle))
end

mutable struct Builder <: Handle
    handle::Ptr{Cvoid}
    Builder(handle::Ptr{Cvoid}) = finalizer(close, new(handle))
end

release(::Network, p) = ccall(symbol(:samen_network_free), Cvoid, (Ptr{Cvoid},), p)
release(::View, p) = ccall(symbol(:samen_view_free), Cvoid, (Ptr{Cvoid},), p)
release(::Table, p) = ccall(symbol(:samen_table_free), Cvoid, (Ptr{Cvoid},), p)
release(::Typology, p) = ccall(symbol(:samen_typology_free), Cvoid, (Ptr{Cvoid},), p)
release(::Builder, p) = ccall(symbol(:samen_builder_free), Cvoid, (Ptr{Cvoid},), p)

function Base.close(object::Handle)
    handle = getfield(object, :handle)
    setfield!(object, :handle, Ptr{Cvoid}(C_NULL))
    handle == C_NULL || release(object, handle)
    return nothing
end

# An object stands for its handle in a ccall, and is kept from the collector as long as that lasts.
Base.cconvert(::Type{Ptr{Cvoid}}, object::Handle) = object

function Base.unsafe_convert(::Type{Ptr{Cvoid}}, object::Handle)
    handle = getfield(object, :handle)
    handle == C_NULL && throw(ArgumentError("this $(lowercase(string(nameof(typeof(object))))) is closed"))
    return handle
end
