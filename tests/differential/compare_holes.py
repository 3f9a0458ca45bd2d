# SPDX-License-Identifier: GPL-3.0-or-later
"""Structural holes against NetworkX and igraph.

NetworkX 2.8 takes z, p and m as Burt does, over in- and out-neighbours, so that constraint, local
constraint and effective size are ours in the whole-network model. It gives nan to an organisation
without outgoing ties, even when it has incoming ones: there we put the value together from its own
local constraints. The ego-network model is NetworkX on the ego's own graph. igraph has constraint
only."""
import math

from compare_paths import ig, nx, to_igraph, to_networkx


def local_constraints(graph, node, weight):
    """NetworkX's local constraint of a node for each of its contacts."""
    contacts = set(nx.all_neighbors(graph, node))
    return {c: nx.local_constraint(graph, node, c, weight) for c in contacts}


def hierarchy(parts):
    """Burt's, from local constraints; 1 for a single contact."""
    n = len(parts)
    if n < 2:
        return 1.0 if n else None
    ratios = [p / (sum(parts) / n) for p in parts]
    return sum(r * math.log(r) for r in ratios) / (n * math.log(n))


def compare_with_own(name, case, graph, weight, rows, tally):
    """Against NetworkX's constraint and effective size, where it has them."""
    size = nx.effective_size(graph, weight=weight)
    constraint = nx.constraint(graph, weight=weight)
    for i, row in enumerate(rows):
        what = "%s of %s" % (name, case.keys[i])
        sink = not list(graph[i])
        # Known: nan without outgoing ties, whatever comes in.
        tally.true(what + ": NetworkX has nan where there are no outgoing ties, and only there",
                   math.isnan(constraint[i]) == sink and math.isnan(size[i]) == sink)
        if sink:
            continue
        tally.same(what + ": constraint against NetworkX", row["constraint"], constraint[i])
        tally.same(what + ": effective size against NetworkX", row["effective_size"], size[i])
        # Known: efficiency by NetworkX's manual divides by degree, in which a tie that goes both
        # ways counts twice; ours divides by the number of contacts.
        tally.same(what + ": efficiency times contacts against NetworkX",
                   row["efficiency"] * row["contacts"], size[i])
        by_manual = size[i] / graph.degree(i)
        tally.true(what + ": efficiency by NetworkX's manual is less where ties are mutual",
                   abs(row["efficiency"] - by_manual) < 1e-12
                   if graph.degree(i) == row["contacts"] else by_manual < row["efficiency"])


def compare_networkx(case, graph, weighted, tally):
    options = ["--weighted", "true"] if weighted else []
    weight = "weight" if weighted else None
    name = "%s: %s" % (case.name, "weighted" if weighted else "unweighted")
    rows = case.table("brokerage holes", *options)
    compare_with_own(name, case, graph, weight, rows, tally)
    local = [local_constraints(graph, i, weight) for i in range(len(rows))]
    tally.same(name + " constraint from NetworkX's local constraints",
               [r["constraint"] for r in rows], [sum(c.values()) if c else None for c in local])
    tally.same(name + " hierarchy from NetworkX's local constraints",
               [r["hierarchy"] for r in rows], [hierarchy(list(c.values())) for c in local])
    dyads = case.table("brokerage holes", "--table", "dyad", *options)
    tally.same(name + " dyadic constraint against NetworkX",
               {(r["organisation"], r["contact"]): r["constraint"] for r in dyads},
               {(key, case.keys[c]): value for key, values in zip(case.keys, local)
                for c, value in values.items()})
    kept = {key: 0 for key, values in zip(case.keys, local) if values}
    for r in dyads:
        kept[r["organisation"]] += 1 - r["redundancy"]
    tally.same(name + " effective size from its dyads", kept,
               {r["organisation"]: r["effective_size"] for r in rows if r["contacts"] > 0})


def compare_ego(case, graph, weighted, tally):
    weight = "weight" if weighted else None
    rows = case.table("brokerage holes", "--model", "ego", *(["--weighted", "true"] * weighted))
    name = "%s: ego-network %s" % (case.name, "weighted" if weighted else "unweighted")
    for i, row in enumerate(rows):
        if not list(graph[i]):
            continue  # nan in NetworkX, as above
        ego = nx.ego_graph(graph, i, undirected=True)
        tally.same("%s constraint of %s against NetworkX" % (name, case.keys[i]), row["constraint"],
                   nx.constraint(ego, [i], weight)[i])
        tally.same("%s effective size of %s against NetworkX" % (name, case.keys[i]),
                   row["effective_size"], nx.effective_size(ego, [i], weight)[i])


def compare_igraph(case, other, weighted, tally):
    if other.ecount() == 0:
        return
    ours = case.column("brokerage holes", "constraint", *(["--weighted", "true"] * weighted))
    tally.same("%s: %s constraint against igraph"
               % (case.name, "weighted" if weighted else "unweighted"), ours,
               other.constraint(weights="weight" if weighted else None))


def compare(case, tally):
    graph = to_networkx(case) if nx else None
    other = to_igraph(case) if ig else None
    for weighted in (False, True):
        if graph is not None:
            compare_networkx(case, graph, weighted, tally)
            compare_ego(case, graph, weighted, tally)
        if other is not None:
            compare_igraph(case, other, weighted, tally)
