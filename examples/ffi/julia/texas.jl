# SPDX-License-Identifier: GPL-3.0-or-later
# Who brokers in an emergency: the search-and-rescue network of Texas. Usage: julia texas.jl [DATASET]
push!(LOAD_PATH, @__DIR__)
using Samen

say(words...) = println(join(words, ' '))
shown(x::Float64) = x == round(x) && abs(x) < 2^53 ? string(Int(x)) : string(x)

path = isempty(ARGS) ? joinpath(@__DIR__, "..", "..", "data", "emon", "Texas") : ARGS[1]
view = Samen.view(Samen.read(path))
say("organisations", count(view))

forms = NamedTuple(view.composition.forms())
say("ties", forms.ties[findfirst(==("all"), forms.form)])
density = NamedTuple(view.cohesion.density())
say("density", shown(density.density[findfirst(==("all"), density.form)]))
say("centralization", shown(view.brokerage.betweenness(table = "network").centralization[1]))

brokers = NamedTuple(Samen.sorted(view.brokerage.betweenness(), "betweenness"; rev = true, limit = 5))
for i in eachindex(brokers.organisation)
    say("broker", brokers.organisation[i], shown(brokers.betweenness[i]), shown(brokers.betweenness_normalised[i]))
end

holes = NamedTuple(view.brokerage.holes())
first_broker = brokers.organisation[1]
say("constraint", first_broker, shown(holes.constraint[findfirst(==(first_broker), holes.organisation)]))

roles = NamedTuple(view.brokerage.roles(table = "network", group = "sponsorship"))
for i in eachindex(roles.role)
    say("role", roles.role[i], roles.count[i], shown(roles.z[i]), shown(roles.p_more[i]))
end
