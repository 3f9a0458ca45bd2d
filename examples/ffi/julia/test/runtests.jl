# SPDX-License-Identifier: GPL-3.0-or-later
# The Julia package beside the library that SAMEN_LIBRARY names. ENV["SAMEN_SOURCE"] is the project's folder.
using Dates, Samen, Test

const emon = joinpath(get(ENV, "SAMEN_SOURCE", joinpath(@__DIR__, "..", "..", "..", "..")), "examples", "data", "emon",
                      "Texas")

# Every type of column, with a null and without.
mixed() = Samen.network(
    organisations = (id = ["a", "b", "c"], name = ["Café", "東京", "🦊 & co"],
                     real = [0.5, -1.25, 1e300], real_null = [missing, 0.1, missing],
                     text = ["x", "é", "z"], text_null = ["x", missing, missing],
                     truth = [true, false, true], truth_null = [missing, false, true],
                     day = [Date(1830, 10, 4), Date(1970), Date(2024, 2, 29)], day_null = [missing, Date(999), missing]),
    ties = (from = ["a", "b"], to = ["b", "c"], form = ["action", "learning"], weight = [2.0, 0.5]))

# Large enough for betweenness to take many seconds.
function large()
    n, state = 20000, 1
    next() = string((state = state * 48271 % 2147483647) % n + 1)
    from, to = [next() for _ in 1:10n], [next() for _ in 1:10n]
    return Samen.view(Samen.network(organisations = (id = string.(1:n),), ties = (from = from, to = to),
                                    typology = [(key = "met",)]))
end

caught(f) = try f(); nothing catch e; e end

@testset "columns of every type come back, missing for null" begin
    table = Samen.table(mixed(), :organisations)
    GC.gc()
    @test table.name == ["Café", "東京", "🦊 & co"]
    @test table.real == [0.5, -1.25, 1e300]
    @test eltype(table.real) == Float64
    @test isequal(table.real_null, [missing, 0.1, missing])
    @test isequal(table.text_null, ["x", missing, missing])
    @test table.truth == [true, false, true]
    @test isequal(table.truth_null, [missing, false, true])
    @test table.day == [Date(1830, 10, 4), Date(1970), Date(2024, 2, 29)]
    @test isequal(table.day_null, [missing, Date(999), missing])
    @test keys(NamedTuple(table))[1:2] == (:id, :name)
    @test_throws ArgumentError table.nonsense
    close(table)
    close(table)
    @test_throws ArgumentError table.name
end

@testset "errors say what, where and which" begin
    e = caught(() -> Samen.network(organisations = (id = ["a", "b"],),
                                   ties = (from = ["a", "a"], to = ["b", "z"], form = ["action", "action"])))
    @test e isa SamenError
    @test e.status == :SAMEN_ERR_UNKNOWN
    @test e.row == 1
    @test occursin("\"z\"", e.message)
    @test caught(() -> Samen.read("/nowhere")).status == :SAMEN_ERR_NOT_FOUND
    view = Samen.view(Samen.read(emon))
    @test caught(() -> view.brokerage.roles()).argument == 3
    @test occursin("brokerage.roles", caught(() -> view.brokerage.rolls(group = "a")).message)
    @test_throws ArgumentError view.brokrage
    @test_throws MethodError Samen.network(organizations = (id = ["a"],))
end

@testset "views and measures take options and settings" begin
    network = Samen.read(emon)
    some = Samen.view(network; direction = :either, where = ["sponsorship=State", "sponsorship=Federal"])
    @test !Samen.is_directed(some)
    @test count(some) < 25
    @test count(Samen.view(network; where = (sponsorship = ["State", "Federal"],))) == count(some)
    @test length(some.brokerage.betweenness(weighted = true).organisation) == count(some)
    view = Samen.view(network; forms = ["ad-hoc"])
    drawn(seed, threads) = view.brokerage.roles(group = "sponsorship", table = :network, draws = 100,
                                                run = (seed = seed, threads = threads)).p_more
    @test drawn(7, 1) == drawn(7, 2)
    @test drawn(7, 1) != drawn(8, 1)
    @test Samen.provenance(view.brokerage.roles(group = "sponsorship"))["option.group"] == "sponsorship"
    @test :brokerage in propertynames(view)
    @test :roles in propertynames(view.brokerage)
    @test occursin("draws (count, default 1000)", Samen.help("brokerage.roles"))
    @test occursin("min_weight", Samen.help("view"))
end

@testset "tables are sorted, shown and written; networks too" begin
    brokers = Samen.sorted(Samen.view(Samen.read(emon)).brokerage.betweenness(), "betweenness"; rev = true, limit = 2)
    @test brokers.organisation == ["highway-patrol", "kerr-sheriff"]
    @test startswith(Samen.format(brokers; format = :csv), "organisation,name,betweenness")
    mktempdir() do folder
        path = joinpath(folder, "brokers.json")
        Samen.write(brokers, path)
        @test caught(() -> Samen.write(brokers, path)).status == :SAMEN_ERR_EXISTS
        set = joinpath(folder, "mixed")
        Samen.write(mixed(), set; separator = ';', decimal_comma = true)
        @test Samen.table(Samen.read(set), :ties).weight == [2.0, 0.5]
        @test isempty(filter(==("error"), Samen.problems(set).severity))
    end
    alone = Samen.view(Samen.network(organisations = (id = ["a", "b"],), typology = "himmelman"))
    @test Samen.notes(alone.brokerage.holes())[1].code == "undefined"
end

@testset "partnerships, and a table that came through Arrow, make a network" begin
    network = Samen.network(typology = [(key = "talk", name_nl = "praten", commitment = 0), (key = "act",)],
                            organisations = (id = ["a", "b", "c"],), partnerships = (id = ["p"], form = ["act"]),
                            memberships = (partnership = ["p", "p", "p"], organisation = ["a", "b", "c"]))
    @test count(network, :memberships) == 3
    @test length(Samen.ties(Samen.view(network)).from) == 3
    left_out = Samen.network(ties = (from = ["b", "a"], to = ["c", "b"]),
                             memberships = (partnership = ["p", "q"], organisation = ["a", "d"]))
    @test Samen.table(left_out, :organisations).id == ["b", "a", "c", "d"]
    @test Samen.table(left_out, :partnerships).id == ["p", "q"]
    schema, array = Libc.malloc(72), Libc.malloc(80)
    Samen.to_arrow(Samen.table(mixed(), :organisations), schema, array)
    GC.gc()
    back = Samen.from_arrow(schema, array)
    Libc.free(schema)
    Libc.free(array)
    @test back.name == ["Café", "東京", "🦊 & co"]
    @test count(Samen.network(organisations = back), :organisations) == 3
end

@testset "progress is told, and stops a long call; so does an interrupt" begin
    view = large()
    told = Float64[]
    stop(fraction, what) = (push!(told, fraction); length(told) == 3)
    @test caught(() -> view.brokerage.betweenness(run = (progress = stop,))).status == :SAMEN_ERR_CANCELLED
    @test length(told) == 3
    thrown(fraction, what) = throw(InterruptException())
    @test caught(() -> view.brokerage.betweenness(run = (progress = thrown,))) isa InterruptException
    @test length(view.centrality.degree().organisation) == 20000
end
