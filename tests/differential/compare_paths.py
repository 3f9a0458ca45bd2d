# SPDX-License-Identifier: GPL-3.0-or-later
"""Degree, density, components and betweenness against NetworkX and igraph."""
import math

try:
    import networkx as nx
except ImportError:
    nx = None
try:
    import igraph as ig
except ImportError:
    ig = None


def to_networkx(case):
    graph = nx.DiGraph() if case.directed else nx.Graph()
    graph.add_nodes_from(range(len(case.keys)))
    graph.add_weighted_edges_from((i, j, w) for (i, j), w in case.arcs.items())
    return graph


def to_igraph(case):
    arcs = [(i, j) for i, j in case.arcs if case.directed or i < j]
    graph = ig.Graph(n=len(case.keys), edges=arcs, directed=case.directed)
    graph.es["weight"] = [case.arcs[arc] for arc in arcs]
    return graph


def by_key(case, values):
    return dict(zip(case.keys, values))


def tie_name(case, i, j):
    """Undirected ties have no first end."""
    ends = case.keys[i], case.keys[j]
    return ends if case.directed else frozenset(ends)


def our_ties(case, rows, column):
    place = {key: i for i, key in enumerate(case.keys)}
    return {tie_name(case, place[r["from"]], place[r["to"]]): r[column] for r in rows}


def compare_degree(case, graph, tally):
    n, rows = len(case.keys), case.table("centrality degree")
    both = graph.degree if case.directed else graph.degree()
    ways = {"degree": dict(both), "in_degree": dict(graph.in_degree if case.directed else both),
            "out_degree": dict(graph.out_degree if case.directed else both),
            "strength": dict(graph.degree(weight="weight"))}
    if case.directed:
        ways["in_strength"] = dict(graph.in_degree(weight="weight"))
        ways["out_strength"] = dict(graph.out_degree(weight="weight"))
    for column, theirs in ways.items():
        tally.same("%s: %s against NetworkX" % (case.name, column), [r[column] for r in rows],
                   [theirs[i] for i in range(n)])
    tally.same("%s: partners against NetworkX" % case.name, [r["partners"] for r in rows],
               [len(set(nx.all_neighbors(graph, i))) for i in range(n)])
    theirs = nx.degree_centrality(graph)
    most = 2 if case.directed else 1  # NetworkX divides in and out together by n - 1 only
    tally.same("%s: degree_normalised against NetworkX" % case.name,
               [r["degree_normalised"] for r in rows],
               [theirs[i] / most if n > 1 else None for i in range(n)])


def compare_density(case, graph, tally):
    n = len(case.keys)
    row = case.table("cohesion density", "--draws", "0")[0]
    tally.same(case.name + ": density against NetworkX", row["density"],
               nx.density(graph) if n > 1 else None)
    possible = n * (n - 1) if case.directed else n * (n - 1) / 2
    tally.same(case.name + ": valued density against NetworkX", row["valued_density"],
               graph.size(weight="weight") / possible if n > 1 else None)


def partition(values):
    """Which members are together, whatever the labels."""
    sets = {}
    for member, label in enumerate(values):
        sets.setdefault(label, set()).add(member)
    return sorted(sorted(s) for s in sets.values())


def compare_components(case, graph, other, tally):
    n, rows = len(case.keys), case.table("cohesion components")
    plain = graph.to_undirected()
    theirs = sorted(sorted(c) for c in nx.connected_components(plain))
    tally.same(case.name + ": components against NetworkX", partition(r["component"] for r in rows),
               theirs)
    sizes = {r["component"]: r["component_size"] for r in rows}
    tally.same(case.name + ": components are numbered from the largest",
               [sizes[c] for c in sorted(sizes)], sorted(map(len, theirs), reverse=True))
    cut = set(nx.articulation_points(plain))
    tally.same(case.name + ": cut-points against NetworkX", [r["cutpoint"] for r in rows],
               [i in cut for i in range(n)])
    strong = [r["strong_component"] for r in rows]
    if case.directed:
        tally.same(case.name + ": strong components against NetworkX", partition(strong),
                   sorted(sorted(c) for c in nx.strongly_connected_components(graph)))
    else:
        tally.true(case.name + ": no strong component in an undirected view",
                   all(s is None for s in strong))
    place = {key: i for i, key in enumerate(case.keys)}
    bridges = {frozenset((place[r["from"]], place[r["to"]]))
               for r in case.table("cohesion components", "--table", "bridge")}
    tally.same(case.name + ": bridges against NetworkX", bridges,
               set(map(frozenset, nx.bridges(plain))))
    network = case.table("cohesion components", "--table", "network")[0]
    tally.same(case.name + ": F against NetworkX", network["fragmentation"],
               1 - sum(len(c) * (len(c) - 1) for c in theirs) / (n * (n - 1)) if n > 1 else None)
    tally.same(case.name + ": DF against NetworkX", network["distance_fragmentation"],
               1 - nx.global_efficiency(plain) if n > 1 else None)
    if other is None:
        return
    flat = other.as_undirected() if case.directed else other
    tally.same(case.name + ": components against igraph", partition(r["component"] for r in rows),
               partition(flat.clusters().membership))
    points = set(flat.articulation_points())
    tally.same(case.name + ": cut-points against igraph", [r["cutpoint"] for r in rows],
               [i in points for i in range(n)])
    tally.same(case.name + ": bridges against igraph", bridges,
               {frozenset(flat.es[e].tuple) for e in flat.bridges()})
    if case.directed:
        tally.same(case.name + ": strong components against igraph", partition(strong),
                   partition(other.clusters(mode="strong").membership))


# The length of a tie under each choice of samen's option distance.
LENGTHS = {"inverse": lambda w: 1 / w, "log": lambda w: math.log(1 + 1 / w), "weight": lambda w: w}


def compare_betweenness(case, graph, other, tally):
    n = len(case.keys)
    runs = [("", [], None)] + [(kind, ["--weighted", "true", "--distance", kind], LENGTHS[kind])
                               for kind in LENGTHS]
    for kind, options, length in runs:
        rows = case.table("brokerage betweenness", *options)
        ours = [r["betweenness"] for r in rows]
        scaled = [r["betweenness_normalised"] for r in rows]
        ties = our_ties(case, case.table("brokerage betweenness", "--table", "tie", *options),
                        "betweenness")
        name = "%s: betweenness %s" % (case.name, kind or "unweighted")
        # NetworkX compares sums of lengths without a tolerance: only whole lengths are safe there.
        if graph is not None and (not length or (kind == "weight" and case.whole)):
            weight = "weight" if length else None
            theirs = nx.betweenness_centrality(graph, normalized=False, weight=weight)
            tally.same(name + " against NetworkX", ours, [theirs[i] for i in range(n)])
            if n > 2:
                theirs = nx.betweenness_centrality(graph, normalized=True, weight=weight)
                tally.same(name + ", normalised, against NetworkX", scaled,
                           [theirs[i] for i in range(n)])
            theirs = nx.edge_betweenness_centrality(graph, normalized=False, weight=weight)
            tally.same(name + " of ties against NetworkX", ties,
                       {tie_name(case, i, j): b for (i, j), b in theirs.items()})
        if other is not None:
            lengths = [length(w) for w in other.es["weight"]] if length else None
            tally.same(name + " against igraph", ours, other.betweenness(weights=lengths))
            theirs = other.edge_betweenness(weights=lengths) if other.ecount() else []
            tally.same(name + " of ties against igraph", ties,
                       {tie_name(case, *e.tuple): b for e, b in zip(other.es, theirs)})


def compare_some(case, graph, tally):
    """Between the first third and the last third of the organisations, and with ends counted. NetworkX halves what it
    finds between some in an undirected graph, though it follows each pair that has its ends on both sides only once."""
    n, third = len(case.keys), len(case.keys) // 3
    if third:
        first, last = range(third), range(n - third, n)
        options = ["%s=id=%s" % (name, case.keys[i])
                   for name, some in (("--sources", first), ("--targets", last)) for i in some]
        words = [word for option in options for word in option.split("=", 1)]
        rows = case.table("brokerage betweenness", *words)
        theirs = nx.betweenness_centrality_subset(graph, first, last)
        tally.same(case.name + ": betweenness between some against NetworkX",
                   [r["betweenness"] for r in rows],
                   [theirs[i] * (1 if case.directed else 2) for i in range(n)])
    rows = case.table("brokerage betweenness", "--endpoints", "true")
    theirs = nx.betweenness_centrality(graph, normalized=False, endpoints=True)
    tally.same(case.name + ": betweenness with ends against NetworkX",
               [r["betweenness"] for r in rows], [theirs[i] for i in range(n)])


def compare(case, tally):
    graph = to_networkx(case) if nx else None
    other = to_igraph(case) if ig else None
    if graph is not None:
        compare_degree(case, graph, tally)
        compare_density(case, graph, tally)
        compare_components(case, graph, other, tally)
        compare_some(case, graph, tally)
    compare_betweenness(case, graph, other, tally)
