-- SPDX-License-Identifier: GPL-3.0-or-later
-- samen for LuaJIT: collaboration between organisations, measured. README.md beside this file shows the
-- use of it; samen.help() lists what can be measured, samen.help("brokerage.roles") explains one.
local ffi = require "ffi"
local bit = require "bit"

local samen = {}

-- ---- The library --------------------------------------------------------------------------------

-- The text under a key of the outermost object. The whole of the JSON is not needed, so it is not decoded.
local function text_under(json, key)
    local depth, place, found = 0, 1, false
    while true do
        local start, mark = json:match('()(["{}%[%]])', place)
        if not start then error("the library's description of itself has no " .. key) end
        place = start + 1
        if mark == "{" or mark == "[" then
            depth = depth + 1
        elseif mark ~= '"' then
            depth = depth - 1
        else
            local stop = json:find('["\\]', place)
            while json:byte(stop) == 92 do stop = json:find('["\\]', stop + 2) end
            local text = json:sub(place, stop - 1)
            place = stop + 1
            if found then
                return (text:gsub("\\(.)", function(c) return ({n = "\n", t = "\t"})[c] or c end))
            end
            found = depth == 1 and text == key and json:find('^%s*:%s*"', place) ~= nil
        end
    end
end

local library = os.getenv "SAMEN_LIBRARY" or ""
if library == "" then library = "libsamen.so.0" end
local found, C = pcall(ffi.load, library)
if not found then
    error(("samen's library %s cannot be loaded: %s; SAMEN_LIBRARY can name its path"):format(library, C))
end
if not pcall(ffi.typeof, "samen_error") then
    ffi.cdef "const char *samen_interface(void);"
    ffi.cdef(text_under(ffi.string(C.samen_interface()), "declarations"))
    ffi.cdef [[
        typedef struct { unsigned long bits[16]; } samen_signals;
        int sigemptyset(samen_signals *set);
        int sigaddset(samen_signals *set, int signal);
        int sigismember(const samen_signals *set, int signal);
        int sigpending(samen_signals *set);
        int pthread_sigmask(int how, const samen_signals *set, samen_signals *before);
    ]]
end

local function text(pointer) return pointer ~= nil and ffi.string(pointer) or nil end

-- A text for C, which ends at the first NUL: one inside would cut it off silently.
local function whole_text(value)
    if type(value) == "string" and value:find "%z" then error(("%q has a NUL byte"):format(value), 0) end
    return value
end

-- The arguments of a call, and how many.
local function packed(...)
    local given = {n = select("#", ...), ...}
    for i = 1, given.n do whole_text(given[i]) end
    return given
end

-- ---- Errors -------------------------------------------------------------------------------------

-- What is raised: status, name, argument, row, column, message. Rows and columns count from 0, as in the
-- message; they are nil when the error is not about one.
local Error = {__name = "samen.error"}
Error.__index = Error
function Error:__tostring() return self.message end
samen.Error = Error

local function check(status, err)
    if status == 0 then return end
    error(setmetatable({
        status = status,
        name = ffi.string(C.samen_status_name(status)),
        argument = err.argument > 0 and err.argument or nil,
        row = err.row >= 0 and tonumber(err.row) or nil,
        column = err.column >= 0 and tonumber(err.column) or nil,
        message = ffi.string(err.message),
    }, Error), 0)
end

-- ---- Handles ------------------------------------------------------------------------------------

local function class(kind)
    local made = {out = ffi.typeof("samen_" .. kind .. " *[1]"), kind = kind}
    -- A closure, not the C function itself: it keeps the library loaded until the last handle is gone.
    function made.release(handle) C["samen_" .. kind .. "_free"](handle) end
    -- Free before the collector would. Handles keep what they need, so any order is right.
    function made:free()
        local handle = rawget(self, "handle")
        if handle then made.release(ffi.gc(handle, nil)) end
        self.handle = nil
    end
    made.__index = made
    return made
end
local Typology, Builder, Network = class "typology", class "builder", class "network"
local View, Table = class "view", class "table"

local function own(of, handle)
    local object = setmetatable({handle = ffi.gc(handle, of.release)}, of)
    if of.opened then of.opened(object, handle) end
    return object
end

local function live(object)
    return rawget(object, "handle") or error("this " .. object.kind .. " has been freed", 3)
end

-- Call a function whose last arguments are what it makes and the error.
local function made(of, call, ...)
    local out, err, given = of.out(), ffi.new "samen_error", packed(...)
    local n = given.n
    given[n + 1], given[n + 2] = out, err
    check(call(unpack(given, 1, n + 2)), err)
    return own(of, out[0])
end
jit.off(made) -- reading Arrow calls back into Lua, which compiled code must not do

-- ---- Long calls ---------------------------------------------------------------------------------

local SIGINT, BLOCK, RESTORE = 2, 0, 2
local interrupt, pending = ffi.new "samen_signals", ffi.new "samen_signals"
ffi.C.sigemptyset(interrupt)
ffi.C.sigaddset(interrupt, SIGINT)
local going -- the call under way: its listener, the signals blocked before it, what the listener raised

local function progress(_, fraction, what)
    local call = going
    ffi.C.sigpending(pending)
    if ffi.C.sigismember(pending, SIGINT) == 1 and ffi.C.sigismember(call.before, SIGINT) == 0 then return 1 end
    if not call.listener then return 0 end
    local fine, stop = pcall(call.listener, fraction, ffi.string(what))
    if not fine then call.raised = {stop} end
    return (not fine or stop) and 1 or 0
end
jit.off(progress, true)
local on_progress = ffi.cast("samen_progress", progress)

local settings_known = {seed = true, threads = true, progress = true}

-- Call a function whose last arguments are a run, what it makes and the error. An error must not cross the
-- library's frames, so Ctrl-C waits in the kernel (the callback looks there and stops the call), hooks rest,
-- and what the listener raises is raised again after the call.
local function listened(settings, of, call, ...)
    settings = settings or {}
    for name in pairs(settings) do
        if not settings_known[name] then error(("there is no setting %q"):format(name), 3) end
    end
    local out, err, given = of.out(), ffi.new "samen_error", packed(...)
    local n = given.n
    given[n + 1] = ffi.new("samen_run", {struct_size = ffi.sizeof "samen_run", on_progress = on_progress,
                                         threads = settings.threads or 0, seed = settings.seed or 0})
    given[n + 2], given[n + 3] = out, err
    local hook, mask, count = debug.gethook()
    if type(hook) == "function" then debug.sethook() end
    local outer, this = going, {listener = settings.progress, before = ffi.new "samen_signals"}
    ffi.C.pthread_sigmask(BLOCK, interrupt, this.before)
    going = this
    local fine, status = pcall(call, unpack(given, 1, n + 3))
    local object = fine and status == 0 and own(of, out[0])
    going = outer
    ffi.C.pthread_sigmask(RESTORE, this.before, nil)
    if type(hook) == "function" then debug.sethook(hook, mask, count) end
    if this.raised then error(this.raised[1], 0) end
    if not fine then error(status, 0) end
    check(status, err)
    return object
end
jit.off(listened) -- compiled code must not call what calls back

-- ---- Tables -------------------------------------------------------------------------------------

function Table.opened(object, handle)
    object.rows = tonumber(C.samen_table_rows(handle))
    object.names = {}
    for i = 1, C.samen_table_columns(handle) do
        object.names[i] = ffi.string(C.samen_table_column_name(handle, i - 1))
    end
end

local reads = {
    [C.SAMEN_COLUMN_INT64] = "samen_table_data_int64",
    [C.SAMEN_COLUMN_FLOAT64] = "samen_table_data_float64",
    [C.SAMEN_COLUMN_TEXT] = "samen_table_data_text",
    [C.SAMEN_COLUMN_BOOL] = "samen_table_data_bool",
    [C.SAMEN_COLUMN_DATE] = "samen_table_data_date",
}

local function is_set(bits, i) return bit.band(bits[bit.rshift(i, 3)], bit.lshift(1, bit.band(i, 7))) ~= 0 end

local function set(bits, i)
    local byte = bit.rshift(i, 3)
    bits[byte] = bit.bor(bits[byte], bit.lshift(1, bit.band(i, 7)))
end

local function whole(number)
    local near = tonumber(number)
    return math.abs(near) < 2 ^ 53 and near or number
end

local function day(days)
    local date = os.date("!*t", days * 86400)
    return ("%04d-%02d-%02d"):format(date.year, date.month, date.day)
end

local values = {
    [C.SAMEN_COLUMN_INT64] = function(data, i) return whole(data[i]) end,
    [C.SAMEN_COLUMN_FLOAT64] = function(data, i) return data[i] end,
    [C.SAMEN_COLUMN_TEXT] = function(data, i, offsets)
        return ffi.string(data + offsets[i], offsets[i + 1] - offsets[i])
    end,
    [C.SAMEN_COLUMN_BOOL] = is_set,
    [C.SAMEN_COLUMN_DATE] = function(data, i) return day(data[i]) end,
}

local function look(handle, name)
    local place = C.samen_table_find(handle, whole_text(name))
    if place < 0 then error(("there is no column %q"):format(name), 3) end
    local type = C.samen_table_column_type(handle, place)
    return type, C[reads[type]](handle, place), C.samen_table_data_validity(handle, place),
        C.samen_table_data_offsets(handle, place)
end

-- The values, their validity bitmap (nil: none is null) and, of texts, the offsets: pointers into the table,
-- counting from 0. Each keeps the table alive by itself, as long as it is not collected.
function Table:data(name)
    local handle = live(self)
    local function held(pointer)
        if pointer == nil then return nil end
        local owner = C.samen_table_retain(handle)
        return ffi.gc(pointer, function() C.samen_table_free(owner) end)
    end
    local _, data, valid, offsets = look(handle, name)
    return held(data), held(valid), held(offsets)
end

-- The values as a Lua array with its length in n; nil where null. Whole numbers beyond 2^53 are int64_t,
-- dates are texts as "2024-01-31".
function Table:column(name)
    local type, data, valid, offsets = look(live(self), name)
    local value, out = values[type], {n = self.rows}
    for i = 0, self.rows - 1 do
        if valid == nil or is_set(valid, i) then out[i + 1] = value(data, i, offsets) end
    end
    return out
end

-- for row in table:each() do print(row.key) end
function Table:each()
    local columns, row = {}, 0
    for _, name in ipairs(self.names) do columns[name] = self:column(name) end
    return function()
        row = row + 1
        if row > self.rows then return nil end
        local out = {}
        for name, column in pairs(columns) do out[name] = column[row] end
        return out
    end
end

-- { {code =, count =, text =}, ... }: what a careful reader must know.
function Table:notes()
    local handle, out = live(self), {}
    for i = 1, C.samen_table_notes(handle) do
        out[i] = {code = text(C.samen_table_note_code(handle, i - 1)),
                  count = tonumber(C.samen_table_note_count(handle, i - 1)),
                  text = text(C.samen_table_note_text(handle, i - 1))}
    end
    return out
end

-- Where the table comes from: measure, options, seed, versions, by key.
function Table:provenance()
    local handle, out = live(self), {}
    for i = 0, C.samen_table_provenances(handle) - 1 do
        out[text(C.samen_table_provenance_key(handle, i))] = text(C.samen_table_provenance_value(handle, i))
    end
    return out
end

-- Rows in the order of a column, the largest first when descending; at most `limit` of them.
function Table:sort(column, descending, limit)
    return made(Table, C.samen_table_sort, live(self), column, descending and 1 or 0, limit or 0)
end

-- Some of the columns, by name.
function Table:select(...)
    local quoted = {}
    for i, name in ipairs {...} do quoted[i] = '"' .. name:gsub('"', '""') .. '"' end
    return made(Table, C.samen_table_select, live(self), table.concat(quoted, ","))
end

local function table_options(options)
    options = options or {}
    local format = options.format and C["SAMEN_FORMAT_" .. options.format:upper()]
    return ffi.new("samen_table_options", {
        struct_size = ffi.sizeof "samen_table_options", format = format or 0,
        decimals = options.decimals or 0, guard = options.guard and 1 or 0,
        overwrite = options.overwrite and 1 or 0, plain = options.plain and 1 or 0})
end

-- As text; options: format ("text", "csv", "json", "markdown"), decimals, guard, plain.
function Table:format(options)
    local out, length, err = ffi.new "char *[1]", ffi.new "int64_t[1]", ffi.new "samen_error"
    check(C.samen_table_format(live(self), table_options(options), out, length, err), err)
    local copy = ffi.string(out[0], length[0])
    C.samen_free(out[0])
    return copy
end
Table.__tostring = Table.format

-- To a file whose ending says the format; options as for format, and overwrite.
function Table:write(path, options)
    local err = ffi.new "samen_error"
    check(C.samen_table_write(live(self), whole_text(path), table_options(options), err), err)
end

-- As the two structs of the Arrow C data interface, for whoever imports them; unreleased ones are released
-- when they are collected.
function Table:to_arrow()
    local function release(it) if it.release ~= nil then it.release(it) end end
    local schema, array = ffi.new "struct ArrowSchema", ffi.new "struct ArrowArray"
    local err = ffi.new "samen_error"
    check(C.samen_table_export_arrow(live(self), schema, array, err), err)
    return ffi.gc(schema, release), ffi.gc(array, release)
end

-- A table of a record batch of the Arrow C data interface, which is copied and released.
function samen.from_arrow(schema, array) return made(Table, C.samen_table_import_arrow, schema, array) end

-- ---- Networks -----------------------------------------------------------------------------------

-- Read a data set: a folder, or a CSV file of ties or memberships. Every `settings` is a table of seed,
-- threads and progress, a function(fraction, what) that stops the call by returning true.
function samen.read(path, settings) return listened(settings, Network, C.samen_io_read, path, nil) end

-- All problems of a data set, as a table.
function samen.check(path, settings) return listened(settings, Table, C.samen_io_check, path, nil) end

local forget_schema = ffi.cast("void (*)(struct ArrowSchema *)", function(it) it.release = nil end)
local forget_array = ffi.cast("void (*)(struct ArrowArray *)", function(it) it.release = nil end)

-- The Arrow format and the buffers of the values of a Lua array.
local function buffers(name, given, rows)
    local kind, is_whole, nulls = nil, true, 0
    local valid = ffi.new("uint8_t[?]", rows / 8 + 1)
    for i = 1, rows do
        local value = given[i]
        if value == nil then
            nulls = nulls + 1
        else
            kind = kind or type(value)
            if type(value) ~= kind then error(("column %q mixes %s and %s"):format(name, kind, type(value)), 0) end
            if kind == "number" and (value % 1 ~= 0 or math.abs(value) > 2 ^ 53) then is_whole = false end
            set(valid, i - 1)
        end
    end
    if nulls == 0 then valid = nil end
    if kind == "string" or not kind then
        local offsets, parts = ffi.new("int64_t[?]", rows + 1), {}
        for i = 1, rows do
            parts[i] = given[i] or ""
            offsets[i] = offsets[i - 1] + #parts[i]
        end
        return "U", nulls, {valid, offsets, table.concat(parts)}
    elseif kind == "boolean" then
        local bits = ffi.new("uint8_t[?]", rows / 8 + 1)
        for i = 0, rows - 1 do
            if given[i + 1] then set(bits, i) end
        end
        return "b", nulls, {valid, bits}
    elseif kind == "number" or kind == "cdata" then
        local format = is_whole and "l" or "g"
        local numbers = ffi.new(is_whole and "int64_t[?]" or "double[?]", rows)
        for i = 1, rows do numbers[i - 1] = given[i] or 0 end
        return format, nulls, {valid, numbers}
    end
    error(("column %q holds %ss, which are no cells"):format(name, kind), 0)
end

-- A table of named Lua arrays of one length (# or n), nil for null.
local function columns(given)
    local names, rows = {}, nil
    for name, column in pairs(given) do
        names[#names + 1] = name
        local length = column.n or #column
        if rows and length ~= rows then
            error(("column %q has %d cells, another %d; give n where nulls are nil"):format(name, length, rows), 0)
        end
        rows = length
    end
    table.sort(names)
    local kept = {} -- all that the structs point to
    local function keep(it) kept[#kept + 1] = it return it end
    local schemas = ffi.new("struct ArrowSchema *[?]", #names)
    local arrays = ffi.new("struct ArrowArray *[?]", #names)
    for i, name in ipairs(names) do
        local format, nulls, parts = buffers(name, given[name], rows)
        local pointers = keep(ffi.new("const void *[3]"))
        for place = 1, 3 do
            if parts[place] then pointers[place - 1] = ffi.cast("const void *", keep(parts[place])) end
        end
        schemas[i - 1] = keep(ffi.new("struct ArrowSchema", {format = format, name = name, flags = 2,
                                                             release = forget_schema}))
        arrays[i - 1] = keep(ffi.new("struct ArrowArray", {length = rows, null_count = nulls,
                                                           n_buffers = format == "U" and 3 or 2,
                                                           buffers = pointers, release = forget_array}))
    end
    local schema = ffi.new("struct ArrowSchema", {format = "+s", n_children = #names, children = schemas,
                                                  release = forget_schema})
    local whole_array = ffi.new("struct ArrowArray", {length = rows or 0, n_buffers = 1, n_children = #names,
                                                      buffers = keep(ffi.new "const void *[1]"),
                                                      children = arrays, release = forget_array})
    local out = samen.from_arrow(schema, whole_array) -- no tail call, which would let go of what is kept
    return out
end

-- "himmelman", or an array of forms: {key =, name =, name_nl =, family =, commitment =, ...}.
local function typology_of(given)
    if type(given) == "string" then return made(Typology, C.samen_typology_builtin, given) end
    local forms, kept = ffi.new("const samen_form *[?]", #given), {}
    for i, form in ipairs(given) do
        local fields = {struct_size = ffi.sizeof "samen_form", has_commitment = form.commitment and 1 or 0}
        for name, value in pairs(form) do fields[name] = value end
        kept[i] = ffi.new("samen_form", fields)
        forms[i - 1] = kept[i]
    end
    local typology = made(Typology, C.samen_typology_new, forms, #given) -- no tail call, as above
    return typology
end

-- Each key of some columns of tables once, in the order in which they come.
local function keys_of(...)
    local keys, seen = {}, {}
    for _, place in ipairs {...} do
        local rows, name = unpack(place)
        local column = rows and rows:column_if_there(name)
        for i = 1, column and column.n or 0 do
            local key = column[i]
            if key ~= nil and not seen[key] then keys[#keys + 1], seen[key] = key, true end
        end
    end
    return columns {id = keys}
end

function Table:column_if_there(name)
    return C.samen_table_find(live(self), name) >= 0 and self:column(name) or nil
end

local parts = {"organisations", "partnerships", "ties", "memberships"} -- ties may name partnerships

local function part_number(part)
    for _, known in ipairs(parts) do
        if part == known then return C["SAMEN_" .. part:upper()] end
    end
    error(("a network has no %q; it has %s"):format(part, table.concat(parts, ", ")), 3)
end

-- A network of columns: samen.network{organisations = {id = {...}, ...}, ties = {from = {...}, to = {...},
-- form = {...}, weight = {...}}, partnerships =, memberships =, typology =}. A part is a table of named
-- Lua arrays, or a table of samen's; columns other than those of a data set become attributes. Organisations and
-- partnerships that are left out come from ties and memberships. The typology, left out, is the built-in one when
-- there is a column form, otherwise a single form.
function samen.network(given)
    local rows = {}
    for part, columns_given in pairs(given) do
        if part ~= "typology" then
            part_number(part)
            rows[part] = getmetatable(columns_given) == Table and columns_given or columns(columns_given)
        end
    end
    local ties, memberships = rows.ties, rows.memberships
    rows.organisations = rows.organisations or keys_of({ties, "from"}, {ties, "to"}, {memberships, "organisation"})
    if memberships and not rows.partnerships then
        rows.partnerships = keys_of({memberships, "partnership"}, {ties, "partnership"})
    end
    local named = (ties and ties:column_if_there "form") or
        (rows.partnerships and rows.partnerships:column_if_there "form")
    local typology = given.typology or (named and "samenwerken" or "single")
    local builder, err = made(Builder, C.samen_builder_new, live(typology_of(typology))), ffi.new "samen_error"
    for _, part in ipairs(parts) do
        if rows[part] then
            check(C.samen_builder_add_table(live(builder), part_number(part), live(rows[part]), err), err)
        end
    end
    return made(Network, C.samen_builder_finish, live(builder))
end

-- How many "organisations", "ties", "partnerships" or "memberships" there are.
function Network:count(part) return tonumber(C.samen_network_count(live(self), part_number(part))) end

-- One of these as a table, attributes included.
function Network:table(part) return made(Table, C.samen_network_table, live(self), part_number(part)) end

-- The forms that ties can take, as a table.
function Network:forms()
    local typology = own(Typology, C.samen_typology_retain(C.samen_network_typology(live(self))))
    return made(Table, C.samen_typology_table, live(typology))
end

-- Write a data set; options: overwrite, separator, decimal_comma.
function Network:write(path, options)
    options = options or {}
    local err = ffi.new "samen_error"
    local how = ffi.new("samen_io_write_options", {
        struct_size = ffi.sizeof "samen_io_write_options", overwrite = options.overwrite and 1 or 0,
        separator = options.separator and options.separator:byte() or 0,
        decimal_comma = options.decimal_comma and 1 or 0})
    check(C.samen_io_write(live(self), whole_text(path), how, err), err)
end

-- ---- Views and measures -------------------------------------------------------------------------

-- All measures, as a table; the options or the columns of one, likewise.
function samen.measures() return made(Table, C.samen_describe) end
function samen.options(name) return made(Table, C.samen_describe_options, name) end
function samen.columns(name) return made(Table, C.samen_describe_columns, name) end

-- The shortest text that reads back as the same number.
function samen.number(value)
    if type(value) == "cdata" then return (tostring(value):gsub("U?LL$", "")) end
    if value % 1 == 0 and math.abs(value) <= 2 ^ 53 then return ("%d"):format(value) end
    for digits = 15, 17 do
        local shown = ("%." .. digits .. "g"):format(value)
        if tonumber(shown) == value then return shown end
    end
end

local option_types = {}

-- A table of options as text, each value in quotes: name="value"; several of a list, one after the other, and
-- attributes with their values, as where = {sector = {"GOV", "NGO"}}, likewise.
local function as_text(owner, options)
    local out = {}
    if not option_types[owner] then
        option_types[owner] = {}
        for row in samen.options(owner):each() do option_types[owner][row.option:gsub("-", "_")] = row.type end
    end
    local function add(name, value)
        if type(value) == "number" or type(value) == "cdata" then value = samen.number(value) end
        value = whole_text(tostring(value))
        out[#out + 1] = ('%s="%s"'):format(name, (value:gsub('"', '""')))
    end
    for name, value in pairs(options or {}) do
        if type(value) ~= "table" then
            add(name, value)
        elseif #value == 0 then
            for attribute, wanted in pairs(value) do
                for _, one in ipairs(type(wanted) == "table" and wanted or {wanted}) do
                    add(name, attribute .. "=" .. tostring(one))
                end
            end
        elseif option_types[owner][name] == "list" then
            for _, entry in ipairs(value) do add(name, entry) end
        else
            add(name, table.concat(value, ","))
        end
    end
    return table.concat(out, ";")
end

-- A view: network:view{forms = {"action", "learning"}, from = "2024-01-01", where = {"sector=GOV"}}.
function Network:view(options, settings)
    return listened(settings, View, C.samen_view_make, live(self), as_text("view", options))
end

-- How many organisations are seen, and whether the view is directed.
function View:count() return tonumber(C.samen_view_organisations(live(self))) end
function View:is_directed() return C.samen_view_is_directed(live(self)) == 1 end

-- The ties that are seen, as a table.
function View:ties(settings) return listened(settings, Table, C.samen_view_table, live(self)) end

-- Any measure by name; view.brokerage.roles(options, settings) is the same as
-- view:measure("brokerage.roles", options, settings).
function View:measure(name, options, settings)
    return listened(settings, Table, C.samen_measure, live(self), name, as_text(name, options))
end

local families

View.__index = function(view, key)
    if View[key] ~= nil then return View[key] end
    if not families then
        families = {}
        for row in samen.measures():each() do families[row.family] = true end
    end
    if not families[key] then error(("views have no %q, and there is no such family of measures"):format(key), 2) end
    return setmetatable({}, {__index = function(_, measure)
        return function(options, settings) return view:measure(key .. "." .. measure, options, settings) end
    end})
end

-- All measures in a line each, or all about one of them, or about "view".
function samen.help(name)
    local out = {}
    local function say(...) out[#out + 1] = (...):format(select(2, ...)) end
    for row in samen.measures():each() do
        if not name then say("%-24s %s", row.measure, row.summary) end
        if name == row.measure then say("%s: %s\n%s\nSource: %s", name, row.title, row.summary, row.source) end
    end
    if not name then return table.concat(out, "\n") end
    say("\nOptions")
    for row in samen.options(name):each() do
        local default = row.default and row.default ~= "" and ", default " .. row.default or ""
        local choices = row.choices and row.choices ~= "" and ": " .. row.choices or ""
        say("  %s (%s%s%s) %s", row.option, row.type, default, choices, row.help)
    end
    if name == "view" then return table.concat(out, "\n") end
    local last
    for row in samen.columns(name):each() do
        if row.table ~= last then say("\nTable %s", row.table) end
        last = row.table
        local undefined = row.undefined and row.undefined ~= "" and "; empty when " .. row.undefined or ""
        say("  %s (%s) %s%s", row.column, row.type, row.help, undefined)
    end
    return table.concat(out, "\n")
end

samen.version = ffi.string(C.samen_version())
return samen
