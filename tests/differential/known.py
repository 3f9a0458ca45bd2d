# SPDX-License-Identifier: GPL-3.0-or-later
"""Where NetworkX and igraph are known to differ from samen, and why: each on a data set made for
it. A disagreement that goes away fails, so that it is looked at again."""
import os

from compare_paths import ig, nx


def write(folder, ties, header="from,to,weight"):
    os.makedirs(folder)
    with open(os.path.join(folder, "ties.csv"), "w", encoding="utf-8") as file:
        file.write("\n".join([header] + [",".join(map(str, tie)) for tie in ties]) + "\n")
    return folder


def equal_paths(samen, folder, tally):
    """Six ties of weight 6 are as long as one of weight 1: the pair at the ends has two shortest
    paths. 1/6 added up six times is 0.9999999999999999, and NetworkX takes it for shorter."""
    ties = [("abcdefg"[i], "abcdefg"[i + 1], 6) for i in range(6)] + [("a", "g", 1)]
    rows = samen.table("brokerage betweenness", write(folder, ties), "--weighted", "true")
    ours = {r["organisation"]: r["betweenness"] for r in rows}
    graph = nx.Graph()
    graph.add_weighted_edges_from((a, b, 1 / w) for a, b, w in ties)
    theirs = nx.betweenness_centrality(graph, normalized=False, weight="weight")
    tally.same("equal paths: half of the pair a, g goes through each of the five between",
               [ours[x] - theirs[x] for x in "bcdef"], [-0.5] * 5)


def distance_or_strength(samen, folder, tally):
    """A ring of four with weights 9 9 1 1. Read as strengths, the strong side is the short one;
    NetworkX and igraph read weights as lengths, and the ranking is the other way round."""
    ties = [("a", "b", 9), ("b", "c", 9), ("c", "d", 1), ("d", "a", 1)]
    data = write(folder, ties)
    strength, length = ({r["organisation"]: r["betweenness"] for r in samen.table(
        "brokerage betweenness", data, "--weighted", "true", "--distance", kind)}
        for kind in ("inverse", "weight"))
    tally.true("strength and length: b leads by strength, d by length",
               strength["b"] > strength["d"] and length["b"] < length["d"])
    graph = nx.Graph()
    graph.add_weighted_edges_from(ties)
    tally.same("strength and length: NetworkX takes the weight for a length", length,
               nx.betweenness_centrality(graph, normalized=False, weight="weight"))
    if ig:
        other = ig.Graph(n=4, edges=[(0, 1), (1, 2), (2, 3), (3, 0)])
        tally.same("strength and length: igraph takes the weight for a length",
                   [length[x] for x in "abcd"], other.betweenness(weights=[9, 9, 1, 1]))


def self_ties(samen, folder, tally):
    """NetworkX counts a self-tie in density and twice in degree; samen leaves it out of both."""
    ties = [("a", "b", 1), ("b", "c", 1), ("c", "c", 1), ("a", "d", 1)]
    data = write(folder, ties)
    graph = nx.Graph()
    graph.add_weighted_edges_from(ties)
    tally.same("self-tie: density", [samen.table("cohesion density", data)[0]["density"],
                                     nx.density(graph)], [3 / 6, 4 / 6])
    ours = {r["organisation"]: r["degree"] for r in samen.table("centrality degree", data)}
    tally.same("self-tie: degree", [ours["c"], graph.degree("c")], [1, 3])


def zero_weights(samen, folder, tally):
    """igraph counts a tie of weight 0 as a contact in constraint, with the constraint of its
    two-step paths. samen refuses weight 0."""
    ties = [("a", "b", 1), ("b", "c", 1)]
    ours = {r["organisation"]: r["constraint"] for r in samen.table(
        "brokerage holes", write(folder, ties), "--weighted", "true")}
    graph = ig.Graph(n=3, edges=[(0, 1), (1, 2), (0, 2)])
    theirs = graph.constraint(weights=[1, 1, 0])
    tally.same("weight 0: without the tie, a has one contact", ours["a"], 1.0)
    tally.same("weight 0: igraph adds (1 * 1/2)^2 for it", theirs[0], 1.25)
    done = samen.call(["brokerage", "holes", write(folder + "-zero", ties + [("a", "c", 0)])])
    tally.true("weight 0: samen refuses it by line", done.returncode == 1 and
               "ties.csv:4" in done.stderr)


def check_all(samen, output, tally):
    folder = os.path.join(output, "known-")
    if nx:
        equal_paths(samen, folder + "equal", tally)
        distance_or_strength(samen, folder + "strength", tally)
        self_ties(samen, folder + "self", tally)
    if ig:
        zero_weights(samen, folder + "zero", tally)
