# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of collaboration, density by form, contrasts and projections: no tool has them, so they are
worked out by hand from the view of data_set.py; projections also by NetworkX."""
import math
import statistics

from compare_paths import nx
from data_set import COMMITMENT, DataSet, View

FLAGS = {"--forms": "forms", "--from": "start", "--to": "end", "--direction": "direction",
         "--partnerships": "partnerships"}


def view_of(case, **changes):
    """The view that the case's options ask for, with changes to them."""
    choice, words = {}, iter(case.options)
    for flag in words:
        value = next(words)
        if flag == "--where":
            name, wanted = value.split("=")
            choice.setdefault("where", {})[name] = wanted
        else:
            choice[FLAGS[flag]] = value.split(",") if flag == "--forms" else value
    return View(DataSet(case.data), **{**choice, **changes})


def cell_ties(cell):
    return 1 if cell["undirected"] else (cell["forward"] > 0) + (cell["backward"] > 0)


def cell_weight(cell):
    return cell["forward"] + (0 if cell["undirected"] else cell["backward"])


# ---- In which buckets a pair and a partnership fall ----------------------------------------------

def organisation_buckets(view, _group):
    return (list(range(len(view.keys))), lambda low, high: [low, high],
            lambda seen: seen)


def whole_buckets(_view, _group):
    return [0], lambda low, high: [0], lambda seen: [0]


def group_buckets(view, group):
    of = [row[group] for row in view.rows]
    names = sorted(set(of) - {""})
    return (names, lambda low, high: sorted({of[low], of[high]} - {""}),
            lambda seen: sorted({of[i] for i in seen} - {""}))


def group_pair_buckets(view, group):
    of = [row[group] for row in view.rows]
    names = sorted(set(of) - {""})

    def pair(low, high):
        return [tuple(sorted((of[low], of[high])))] if of[low] and of[high] else []

    def among(seen):
        return sorted({p for i in seen for j in seen if i < j for p in pair(i, j)})
    return [(a, b) for i, a in enumerate(names) for b in names[i:]], pair, among


# ---- Counting ---------------------------------------------------------------------------------

COUNTS = ["ties", "records", "weight", "pairs", "partnerships"]
SHARES = ["ties", "weight", "pairs", "partnerships"]


def count(view, buckets, line_of, lines, highest=False):
    """counts[bucket][line], a line being a form or a level; line "all" is all together. With
    `highest`, a pair stands in one line only: the last of those that it has."""
    names, pair_buckets, partnership_buckets = buckets
    table = {b: {line: dict.fromkeys(COUNTS, 0) for line in ["all"] + lines} for b in names}
    found = {}
    for form, cells in view.cells.items():
        for (low, high), cell in cells.items():
            for b in pair_buckets(low, high):
                for line in (line_of(form), "all"):
                    at = table[b][line]
                    at["ties"] += cell_ties(cell)
                    at["records"] += cell["records"]
                    at["weight"] += cell_weight(cell)
                found.setdefault((b, low, high), set()).add(line_of(form))
    for (b, _, _), having in found.items():
        table[b]["all"]["pairs"] += 1
        for line in [max(having, key=lines.index)] if highest else having:
            table[b][line]["pairs"] += 1
    for form, members, _ in view.members.values():
        seen = sorted(view.place[m] for m in members if m in view.place)
        for b in partnership_buckets(seen) if seen else []:
            table[b][line_of(form)]["partnerships"] += 1
            table[b]["all"]["partnerships"] += 1
    return table


def with_shares(table):
    """Rows in order, as samen has them."""
    rows = []
    for by_line in table.values():
        whole = by_line["all"]
        for line, counts in by_line.items():
            row = dict(counts, line=line)
            for name in SHARES:
                row["share_of_" + name] = counts[name] / whole[name] if whole[name] else None
            rows.append(row)
    return rows


def compare_counts(case, view, tally):
    by_form = [("form", whole_buckets), ("organisation", organisation_buckets)]
    if case.group:
        by_form += [("group", group_buckets), ("group-pair", group_pair_buckets)]
    columns = COUNTS + ["share_of_" + name for name in SHARES]
    runs = [(table, buckets, lambda form: form, view.forms, False, "form")
            for table, buckets in by_form]
    if all(form in COMMITMENT for form in view.forms):
        levels = sorted({str(COMMITMENT[form]) for form in view.forms})
        runs += [(table, buckets, lambda form: str(COMMITMENT[form]), levels, True, "commitment")
                 for table, buckets in (("commitment", whole_buckets),
                                        ("organisation-commitment", organisation_buckets))]
    for table, buckets, line_of, lines, highest, label in runs:
        options = ["--table", table] + (["--group", case.group] if "group" in table else [])
        ours = case.table("composition forms", *options)
        theirs = with_shares(count(view, buckets(view, case.group), line_of, lines, highest))
        tally.same("%s: lines of %s" % (case.name, table), [r[label] for r in ours],
                   [r["line"] for r in theirs])
        for column in columns:
            tally.same("%s: %s of %s by hand" % (case.name, column, table),
                       [r[column] for r in ours], [r[column] for r in theirs])


def compare_diversity(case, view, tally):
    totals = count(view, whole_buckets(view, ""), lambda form: form, view.forms)[0]
    for row in case.table("composition forms", "--table", "diversity"):
        counts = [totals[form][row["basis"]] for form in view.forms]
        p = [c / sum(counts) for c in counts if c] if sum(counts) else []
        blau = 1 - sum(x * x for x in p) if p else None
        m = len(view.forms)
        tally.same("%s: diversity of %s by hand" % (case.name, row["basis"]),
                   [row["forms"], row["entropy"], row["blau"], row["iqv"]],
                   [len(p), -sum(x * math.log(x) for x in p) if p else None, blau,
                    blau * m / (m - 1) if p and m > 1 else None])


def wilson(a, n, z):
    centre, spread = a + z * z / 2, z * math.sqrt(a * (n - a) / n + z * z / 4)
    return (centre - spread) / (n + z * z), (centre + spread) / (n + z * z)


def compare_contrast(case, view, tally):
    """Two sets of forms that may share pairs; level .9 shows that the level is used."""
    if not {"action", "consultation", "learning"} <= set(view.data.forms):
        return
    for a, b, level in (({"action"}, {"consultation"}, 0.95),
                        ({"action", "learning", "resource"}, {"consultation", "information"}, 0.9)):
        z = statistics.NormalDist().inv_cdf((1 + level) / 2)
        rows = case.table("composition contrast", "--a", ",".join(sorted(a)),
                          "--b", ",".join(sorted(b)), "--level", str(level), "--draws", "0")
        totals = count(view, whole_buckets(view, ""), lambda form: form, view.forms)[0]
        pairs = {}
        for form, cells in view.cells.items():
            for pair in cells:
                pairs.setdefault(pair, set()).add(form)
        for row in rows:
            basis = row["basis"]
            x, y, whole = (sum(totals[f][basis] for f in view.forms if f in side) for side in
                           (a, b, view.forms))
            if basis == "pairs":
                x, y, whole = (sum(bool(having & set(side)) for having in pairs.values())
                               for side in (a, b, view.forms))
            low, high = (wilson(x, x + y, z) if x + y and basis != "weight" else (None, None))
            tally.same("%s: contrast by %s by hand" % (case.name, basis),
                       [row[c] for c in ("a", "b", "all", "estimate", "difference", "odds",
                                         "wilson_lower", "wilson_upper")],
                       [x, y, whole, x / (x + y) if x + y else None,
                        (x - y) / whole if whole else None, x / y if y else None, low, high])


def compare_density(case, view, tally):
    n = len(view.keys)
    possible = n * (n - 1) if view.directed else n * (n - 1) // 2
    rows = case.table("cohesion density", "--draws", "0")
    for row in rows[1:]:
        cells = view.cells[row["form"]].values()
        ties = sum((c["forward"] > 0) + (c["backward"] > 0) if view.directed else 1 for c in cells)
        weight = sum(c["forward"] + c["backward"] if view.directed else c["forward"] for c in cells)
        tally.same("%s: density of %s by hand" % (case.name, row["form"]),
                   [row["ties"], row["possible"], row["density"], row["valued_density"]],
                   [ties, possible, ties / possible if possible else None,
                    weight / possible if possible else None])
    tally.same("%s: density has a line a form" % case.name, [r["form"] for r in rows],
               ["all"] + view.forms)


def with_projection(bare, projected):
    """The ties of a view as a graph of keys, and a projection on top of them."""
    graph = nx.Graph()
    graph.add_nodes_from(bare.keys)
    for (i, j), weight in bare.arcs.items():
        graph.add_edge(bare.keys[i], bare.keys[j], weight=weight)
    for one, other, data in projected.edges(data=True):
        before = graph.edges[one, other]["weight"] if graph.has_edge(one, other) else 0
        graph.add_edge(one, other, weight=before + data.get("weight", 1))
    return graph


def compare_projection(case, view, tally):
    """Partnerships projected by NetworkX, from the graph of organisations and partnerships. Its
    collaboration weights are Newman's."""
    if not nx or "--partnerships" in case.options or not view.members or view.directed:
        return
    members = nx.Graph()
    ends = [row["id"] for row in view.data.organisations]
    members.add_nodes_from(ends)
    for name, (_, keys, _) in view.members.items():
        members.add_edges_from((key, ("partnership", name)) for key in keys)
    makers = {"count": nx.bipartite.weighted_projected_graph,
              "newman": nx.bipartite.collaboration_weighted_projected_graph,
              "binary": nx.bipartite.projected_graph}
    bare = view_of(case, partnerships="ignore")
    for projection, make in makers.items():
        graph = with_projection(bare, make(members, ends).subgraph(view.keys))
        rows = case.table("centrality degree", "--partnerships", projection)
        name = "%s: projected by %s, " % (case.name, projection)
        tally.same(name + "degree against NetworkX", [r["degree"] for r in rows],
                   [graph.degree(key) for key in view.keys])
        tally.same(name + "strength against NetworkX", [r["strength"] for r in rows],
                   [graph.degree(key, weight="weight") for key in view.keys])
        # Every single weight is in the weighted dyadic constraints.
        dyads = case.table("brokerage holes", "--table", "dyad", "--weighted", "true",
                           "--partnerships", projection)
        tally.same(name + "dyadic constraint against NetworkX",
                   {(r["organisation"], r["contact"]): r["constraint"] for r in dyads},
                   {(key, other): nx.local_constraint(graph, key, other, "weight")
                    for key in view.keys for other in graph[key]})


def compare(case, tally):
    if case.name.startswith(("directed", "undirected", "emon")):
        return  # one form
    view = view_of(case)
    compare_counts(case, view, tally)
    compare_diversity(case, view, tally)
    compare_contrast(case, view, tally)
    compare_density(case, view, tally)
    compare_projection(case, view, tally)
