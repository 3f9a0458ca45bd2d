-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who brokers in an emergency: the search-and-rescue network of Texas. Usage: luajit texas.lua [DATASET]
local here = arg[0]:match "^(.*/)" or "./"
package.path = here .. "?.lua;" .. package.path
local samen = require "samen"

local function say(...)
    local words = {...}
    for i, word in ipairs(words) do words[i] = type(word) == "string" and word or samen.number(word) end
    print(table.concat(words, " "))
end

local view = samen.read(arg[1] or here .. "../../data/emon/Texas"):view()
say("organisations", view:count())
for row in view.composition.forms():each() do
    if row.form == "all" then say("ties", row.ties) end
end
for row in view.cohesion.density():each() do
    if row.form == "all" then say("density", row.density) end
end
say("centralization", view.brokerage.betweenness{table = "network"}:column("centralization")[1])

local brokers = view.brokerage.betweenness():sort("betweenness", true, 5)
for row in brokers:each() do say("broker", row.organisation, row.betweenness, row.betweenness_normalised) end

local first = brokers:column("organisation")[1]
for row in view.brokerage.holes():each() do
    if row.organisation == first then say("constraint", first, row.constraint) end
end
for row in view.brokerage.roles{table = "network", group = "sponsorship"}:each() do
    say("role", row.role, row.count, row.z, row.p_more)
end
