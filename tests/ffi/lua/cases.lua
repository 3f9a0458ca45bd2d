-- SPDX-License-Identifier: GPL-3.0-or-later
-- The cases of the LuaJIT binding, each run in a process of its own. Usage: luajit cases.lua SOURCE [CASE]
-- (without a case, lists them)
local source, chosen = arg[1], arg[2]
package.path = source .. "/examples/ffi/lua/?.lua;" .. package.path
local names, cases = {}, {}

local function case(name, run)
    names[#names + 1] = name
    cases[name] = run
end

local function same(wanted, given)
    if wanted ~= given then error(("wanted %s, given %s"):format(tostring(wanted), tostring(given)), 2) end
end

local function same_list(wanted, given)
    same(#wanted, given.n or #given)
    for i = 1, #wanted do
        if wanted[i] == "null" then same(nil, given[i]) else same(wanted[i], given[i]) end
    end
end

local function raised(...)
    local fine, what = pcall(...)
    if fine then error("nothing was raised", 2) end
    return what
end

local samen, ffi
if chosen then
    samen, ffi = require "samen", require "ffi"
    ffi.cdef [[
        struct samen_test_time { long seconds, nanoseconds; };
        int clock_gettime(int clock, struct samen_test_time *time);
        int kill(int process, int signal);
        int getpid(void);
    ]]
end

local function now()
    local time = ffi.new "struct samen_test_time"
    ffi.C.clock_gettime(1, time)
    return tonumber(time.seconds) + tonumber(time.nanoseconds) / 1e9
end

local function texas() return samen.read(source .. "/examples/data/emon/Texas") end

-- Every type of column, with a null and without.
local function mixed()
    return samen.network {
        organisations = {
            id = {"a", "b", "c"}, name = {"Café", "東京", "🦊 & co"},
            whole = {1, 2, 3}, whole_null = {1, nil, 3, n = 3},
            real = {0.5, -1.25, 1e300}, real_null = {nil, 0.1, nil, n = 3},
            text = {"x", "é", "z"}, text_null = {"x", nil, nil, n = 3},
            truth = {true, false, true}, truth_null = {nil, false, true, n = 3},
        },
        ties = {from = {"a", "b"}, to = {"b", "c"}, form = {"action", "learning"}, weight = {2, 0.5}},
    }
end

-- Large enough for betweenness to take many seconds.
local function large()
    local n, id, from, to = 20000, {}, {}, {}
    for i = 1, n do id[i] = "o" .. i end
    local state = 1
    for i = 1, 10 * n do
        state = (state * 48271) % 2147483647
        from[i] = id[state % n + 1]
        state = (state * 48271) % 2147483647
        to[i] = id[state % n + 1]
    end
    return samen.network {organisations = {id = id}, ties = {from = from, to = to},
                          typology = {{key = "met"}}}:view()
end

case("columns of every type come back as Lua arrays, nil for null", function()
    local t = mixed():table "organisations"
    same(3, t.rows)
    same_list({"Café", "東京", "🦊 & co"}, t:column "name")
    same_list({1, 2, 3}, t:column "whole")
    same_list({1, "null", 3}, t:column "whole_null")
    same_list({0.5, -1.25, 1e300}, t:column "real")
    same_list({"null", 0.1, "null"}, t:column "real_null")
    same_list({"x", "é", "z"}, t:column "text")
    same_list({"x", "null", "null"}, t:column "text_null")
    same_list({true, false, true}, t:column "truth")
    same_list({"null", false, true}, t:column "truth_null")
end)

case("dates come back as texts, whatever their year", function()
    local path = os.tmpname()
    os.remove(path)
    assert(os.execute("mkdir " .. path) == 0)
    local file = io.open(path .. "/organisations.csv", "w")
    file:write "id,founded\na,1830-10-04\nb,\nc,2024-02-29\nd,0999-12-31\n"
    file:close()
    file = io.open(path .. "/ties.csv", "w")
    file:write "from,to,form\na,b,action\n"
    file:close()
    local t = samen.read(path):table "organisations"
    os.execute("rm -r " .. path)
    same_list({"1830-10-04", "null", "2024-02-29", "0999-12-31"}, t:column "founded")
    local days, valid = t:data "founded"
    same(19782, days[2])
    same(13, bit.band(valid[0], 15))
end)

case("whole numbers beyond 2^53 stay whole, in a table that another producer made", function()
    local released = 0
    local function release(it) released, it.release = released + 1, nil end
    local on_schema = ffi.cast("void (*)(struct ArrowSchema *)", release)
    local on_array = ffi.cast("void (*)(struct ArrowArray *)", release)
    local numbers = ffi.new("int64_t[2]", 9007199254740993LL, 7LL)
    local buffers, none = ffi.new("const void *[2]", nil, numbers), ffi.new "const void *[1]"
    local schema = ffi.new("struct ArrowSchema", {format = "l", name = "serial", release = on_schema})
    local array = ffi.new("struct ArrowArray", {length = 2, n_buffers = 2, buffers = buffers, release = on_array})
    local schemas, arrays = ffi.new("struct ArrowSchema *[1]", schema), ffi.new("struct ArrowArray *[1]", array)
    local t = samen.from_arrow(
        ffi.new("struct ArrowSchema", {format = "+s", n_children = 1, children = schemas, release = on_schema}),
        ffi.new("struct ArrowArray", {length = 2, n_buffers = 1, buffers = none, n_children = 1, children = arrays,
                                      release = on_array}))
    same(2, released)
    local serial = t:column "serial"
    assert(ffi.istype("int64_t", serial[1]) and serial[1] == 9007199254740993LL)
    same(7, serial[2])
end)

case("a pointer keeps its table, and the table needs no network", function()
    local data, valid, offsets
    do
        local t = mixed():table "organisations"
        data, valid, offsets = t:data "text_null"
        t:free()
    end
    for _ = 1, 5 do collectgarbage() end
    for _ = 1, 100 do mixed() end
    same("x", ffi.string(data, offsets[1]))
    same(1, bit.band(valid[0], 7))
    same(nil, select(2, mixed():table "ties":data "weight"))
end)

case("handles are freed in any order, twice, and by the collector", function()
    for _ = 1, 200 do
        local network = mixed()
        local view = network:view()
        local t = view.brokerage.betweenness()
        network:free()
        network:free()
        view:free()
        same(3, t.rows)
    end
    local view = mixed():view()
    view:free()
    assert(tostring(raised(view.count, view)):find "this view has been freed")
end)

case("what is forgotten does not stay in memory", function()
    local function pages() return tonumber(io.open "/proc/self/statm":read "*a":match "%d+ (%d+)") end
    local id, x = {}, {}
    for i = 1, 50000 do id[i], x[i] = "organisation " .. i, i + 0.5 end
    local network = samen.network {organisations = {id = id, x = x}}
    local before
    for i = 1, 60 do
        local t = network:table "organisations"
        if i % 3 == 0 then t:data "x" end
        if i % 5 == 0 then t:free() end
        raised(samen.network, {organisations = {id = {"a", "a"}}})
        if i % 5 == 0 then
            collectgarbage()
            collectgarbage()
        end
        if i == 10 then before = pages() end
    end
    assert(pages() - before < 5000, pages() - before) -- 20 MB, where all would be 130
end)

case("errors say what, where and which", function()
    local e = raised(samen.network, {organisations = {id = {"a", "b"}},
                                     ties = {from = {"a", "a"}, to = {"b", "z"}, form = {"action", "action"}}})
    same("SAMEN_ERR_UNKNOWN", e.name)
    same(-22, e.status)
    same(1, e.row)
    same(2, e.column)
    same(tostring(e), e.message)
    assert(e.message:find '"z"')
    e = raised(samen.read, "/nowhere")
    same("SAMEN_ERR_NOT_FOUND", e.name)
    same(nil, e.row)
    local view = texas():view()
    e = raised(view.brokerage.roles, {})
    same(3, e.argument)
    e = raised(view.brokerage.rolls, {group = "sponsorship"})
    assert(e.message:find "brokerage.roles")
    assert(raised(function() return view.brokrage end):find "no such family")
    assert(tostring(raised(mixed():table "ties".column, mixed():table "ties", "nonsense")):find "no column")
end)

case("columns that do not fit are refused before the library sees them", function()
    local function build(columns) return samen.network {organisations = columns} end
    assert(raised(build, {id = {"a", "b"}, x = {1}}):find "cells")
    assert(raised(build, {id = {"a", "b"}, x = {1, "2"}}):find "mixes")
    assert(raised(build, {id = {"a"}, x = {{}}}):find "no cells")
    local e = raised(build, {id = {"a"}, x = {0 / 0}})
    same("SAMEN_ERR_VALUE", e.name)
    e = raised(build, {id = {"a"}, x = {"\255"}})
    same(0, e.row)
end)

case("views and measures take options and settings", function()
    local network = texas()
    local view = network:view {direction = "either", where = {"sponsorship=State", "sponsorship=Federal"}}
    same(false, view:is_directed())
    assert(view:count() < 25)
    same(view:count(), view.brokerage.betweenness {weighted = true}.rows)
    same(view:count(), network:view {where = {sponsorship = {"State", "Federal"}}}:count())
    view = network:view {forms = {"ad-hoc"}}
    local function p(settings)
        return view.brokerage.roles({group = "sponsorship", table = "network", draws = 100}, settings):column "p_more"[1]
    end
    same(p {seed = 7}, p {seed = 7, threads = 2})
    assert(p {seed = 7} ~= p {seed = 8} or p {seed = 9} ~= p {seed = 10})
    local t = view.brokerage.roles({group = "sponsorship", table = "network", draws = 100}, {seed = 7})
    same("7", t:provenance().seed)
    same("sponsorship", t:provenance()["option.group"])
    assert(raised(view.brokerage.roles, {group = "sponsorship"}, {sed = 1}):find "no setting")
    assert(raised(view.brokerage.roles, {group = "a\0b"}):find "NUL")
    assert(raised(view.brokerage.roles, {group = 'quo"te; draws=1'}).message:find 'quo"te; draws=1')
end)

case("tables are sorted, chosen from, shown, written and explained", function()
    local brokers = texas():view().brokerage.betweenness():sort("betweenness", true, 3)
    same_list({"highway-patrol", "kerr-sheriff", "emergency-medical"}, brokers:column "organisation")
    local chosen_columns = brokers:select("organisation", "betweenness")
    same_list({"organisation", "betweenness"}, chosen_columns.names)
    assert(chosen_columns:format {format = "csv"}:find "^organisation,betweenness\nhighway%-patrol,124.9")
    assert(tostring(chosen_columns):find "highway%-patrol")
    local path = os.tmpname()
    same("SAMEN_ERR_EXISTS", raised(chosen_columns.write, chosen_columns, path).name)
    chosen_columns:write(path, {overwrite = true, format = "json"})
    assert(io.open(path):read "*a":find '"highway%-patrol"')
    os.remove(path)
    local isolated = samen.network {organisations = {id = {"a", "b"}}, typology = "himmelman"}
    local notes = isolated:view().brokerage.holes():notes()
    same("undefined", notes[1].code)
    assert(notes[1].count > 0 and #notes[1].text > 0)
    same(4, isolated:forms().rows)
end)

case("a network goes to disk and comes back", function()
    local path = os.tmpname()
    os.remove(path)
    mixed():write(path, {separator = ";", decimal_comma = true})
    same("SAMEN_ERR_EXISTS", raised(mixed().write, mixed(), path).name)
    same_list({2, 0.5}, samen.read(path):table "ties":column "weight")
    same(0, samen.check(path):select("severity").rows - samen.check(path).rows)
    os.execute("rm -r " .. path)
end)

case("partnerships and a typology of one's own make a network", function()
    local network = samen.network {
        typology = {{key = "talk", name_nl = "praten", commitment = 0}, {key = "act", commitment = 2}},
        organisations = {id = {"a", "b", "c"}},
        partnerships = {id = {"p"}, form = {"act"}},
        memberships = {partnership = {"p", "p", "p"}, organisation = {"a", "b", "c"}},
    }
    same(1, network:count "partnerships")
    same(3, network:count "memberships")
    same(3, network:view():ties().rows)
    same_list({"talk", "act"}, network:forms():column "form")
end)

case("what is left out comes from ties and memberships", function()
    local network = samen.network {
        ties = {from = {"b", "a"}, to = {"c", "b"}, weight = {1, 2}},
        memberships = {partnership = {"p", "p", "q"}, organisation = {"a", "d", "d"}},
    }
    same_list({"b", "a", "c", "d"}, network:table "organisations":column "id")
    same_list({"p", "q"}, network:table "partnerships":column "id")
    same_list({"collaboration"}, network:forms():column "form")
    same(3, samen.network {ties = network:table "ties", typology = {{key = "collaboration"}}}:count "organisations")
    assert(raised(samen.network, {organizations = {}}):find "organisations")
    assert(raised(samen.read, "a\0b"):find "NUL")
end)

case("tables go out and come in through Arrow", function()
    local t = mixed():table "organisations"
    local schema, array = t:to_arrow()
    same(tonumber(array.length), 3)
    t:free()
    local back = samen.from_arrow(schema, array)
    assert(schema.release == nil and array.release == nil)
    same_list({"Café", "東京", "🦊 & co"}, back:column "name")
    same_list({"null", 0.1, "null"}, back:column "real_null")
    local network = samen.network {organisations = back, ties = mixed():table "ties"}
    same(2, network:count "ties")
    mixed():table "ties":to_arrow() -- never imported: the collector releases it
    collectgarbage()
    collectgarbage()
    same("SAMEN_ERR_ARGUMENT", raised(samen.from_arrow, schema, array).name)
end)

case("progress is told, and stops a long call within .3 s", function()
    local view, heard, asked = large(), 0, nil
    local e = raised(view.brokerage.betweenness, nil, {progress = function(fraction, what)
        assert(fraction >= 0 and fraction <= 1 and #what > 0)
        heard, asked = heard + 1, now()
        return heard == 3
    end})
    local took = now() - asked
    same("SAMEN_ERR_CANCELLED", e.name)
    same(3, heard)
    assert(took < 0.3, took)
end)

case("what a listener raises is raised after the call, and the next call works", function()
    local view = large()
    local mark = {}
    same(mark, raised(view.brokerage.betweenness, nil, {progress = function() error(mark) end}))
    same(20000, view.centrality.degree().rows)
end)

case("a listener may make calls itself, of the same view too", function()
    local view, heard, inner = large(), 0, 0
    local e = raised(view.brokerage.betweenness, nil, {progress = function()
        heard = heard + 1
        assert(view.centrality.degree().rows == 20000)
        local e = raised(view.brokerage.betweenness, nil, {progress = function()
            inner = inner + 1
            return true
        end})
        same("SAMEN_ERR_CANCELLED", e.name)
        return heard == 2
    end})
    same("SAMEN_ERR_CANCELLED", e.name)
    same(2, heard)
    same(2, inner)
end)

case("calls from hot loops are safe", function()
    local view = texas():view()
    local sum = 0
    for _ = 1, 300 do sum = sum + view.brokerage.holes():column "constraint"[1] end
    assert(sum > 0)
    for i = 1, 2000 do
        local network = samen.network {organisations = {id = {"a", "b"}, n = {i, i + 0.5}}}
        same(i, network:table "organisations":column "n"[1])
    end
end)

case("what is registered can be called, with help", function()
    assert(samen.help():find "brokerage.roles")
    assert(samen.help "brokerage.roles":find "draws %(count, default 1000%)")
    assert(samen.help "view":find "min_weight")
    same("SAMEN_ERR_UNKNOWN", raised(samen.help, "brokerage.rolls").name)
    assert(#samen.version > 4)
end)

case("interrupted", function() -- sends itself the signal that Ctrl-C sends
    local view = large()
    local heard = 0
    view.brokerage.betweenness(nil, {progress = function()
        heard = heard + 1
        if heard == 2 then ffi.C.kill(ffi.C.getpid(), 2) end
    end})
end)

case("template", function() -- in a library that has the template for a measure
    local view = mixed():view()
    local t = view.family.measure()
    same_list({1, 2, 1}, t:column "partners")
    assert(samen.help "family.measure":find "organisations it is tied to")
end)

if chosen then
    cases[chosen]()
else
    print(table.concat(names, "\n"))
end
