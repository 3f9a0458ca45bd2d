# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the table: what is done, by whom, and how far one should get."""
import dataclasses
import typing

import floors
from programs import GRAPHS, HERE, PROGRAMS, SOURCE, Absent, need_graph, need_ties

PYTHON = "/usr/bin/python3"


@dataclasses.dataclass
class Row:
    work: str
    graph: str
    peer: str
    peer_command: list  # without the file for its result, which comes last
    command: list  # of samen, without threads and the file for its result
    columns: str = ""  # of samen's table to compare; "": what the program writes of itself
    slow: float = 1  # seconds that the peer takes, roughly
    limit: float = 900  # seconds after which the peer is stopped
    aim: float = 0  # times as fast as the peer, with all threads
    floor: typing.Callable = (
        None  # of the machine's rates: seconds that this machine cannot go below with one thread
    )
    same: str = "values"  # what must agree: "values", "counts" (the first two), or "draws" (value, mean, deviation)
    draws: int = 0
    prepare: typing.Callable = None  # makes its files
    parallel: bool = False  # the peer uses all threads too

    def __post_init__(self):
        if not self.prepare:
            self.prepare = lambda: need_graph(self.graph)

    @property
    def name(self):
        return f"{self.work} | {self.graph} | {self.peer}"


def wel(graph):
    return GRAPHS / f"{graph}.wel"


def igraph(task, graph):
    return [PROGRAMS / "peer_igraph", task, wel(graph)]


def measure(graph, *steps):
    return [PROGRAMS / "measure", "--groups", 5, "--graph", wel(graph), "rows", *steps]


def betweenness(graph, slow, aim=0):
    return Row(
        "betweenness",
        graph,
        "igraph",
        igraph("betweenness", graph),
        measure(graph, "brokerage.betweenness"),
        "betweenness",
        slow=slow,
        aim=aim,
        floor=lambda rates: floors.betweenness("sweeps", graph, rates),
    )


def betweenness_by(tool, graph, slow):
    script = [PYTHON, HERE / "peers/python.py", tool, wel(graph)]
    if tool == "R igraph":
        script = ["Rscript", "--vanilla", HERE / "peers/r.R", "betweenness", wel(graph)]
    return dataclasses.replace(
        betweenness(graph, slow),
        peer=tool,
        peer_command=script,
        parallel=tool in ("graph-tool", "networkit"),
    )


def weighted(graph, slow, aim=0, limit=900):
    return Row(
        "betweenness, lengths 1 to 10",
        graph,
        "igraph",
        igraph("betweenness-weighted", graph),
        measure(graph, "brokerage.betweenness weighted=true; distance=weight"),
        "betweenness",
        slow=slow,
        aim=aim,
        limit=limit,
        floor=lambda rates: floors.betweenness("lengths", graph, rates),
    )


def constraint(graph, by_weight, slow, aim=0):
    task = "constraint-weighted" if by_weight else "constraint"
    return Row(
        "constraint, weighted" if by_weight else "constraint",
        graph,
        "igraph",
        igraph(task, graph),
        [PROGRAMS / "kernel", task, wel(graph)],
        slow=slow,
        aim=aim,
        floor=lambda rates: floors.constraint(graph, rates),
    )


def holes(graph, slow):
    """Not constraint alone but the whole table, which the peer cannot give."""
    return dataclasses.replace(
        constraint(graph, True, slow),
        work="all of Burt's measures, weighted",
        command=measure(graph, "brokerage.holes weighted=true"),
        columns="constraint",
        peer="igraph, constraint alone",
    )


def roles(graph, slow, aim=0):
    return Row(
        "brokerage roles, 5 groups",
        graph,
        "R sna",
        ["Rscript", "--vanilla", HERE / "peers/r.R", "roles", wel(graph)],
        measure(graph, "brokerage.roles group=group; draws=0"),
        "coordinator,itinerant,representative,gatekeeper,liaison",
        slow=slow,
        aim=aim,
        floor=lambda rates: floors.roles(graph, rates),
    )


def projection(graph, slow, aim=0):
    seats = GRAPHS / f"{graph}.2mode.csv"
    return Row(
        "projection of memberships",
        graph,
        "igraph",
        [PROGRAMS / "peer_igraph", "projection", seats],
        [PROGRAMS / "measure", "--view", "partnerships=count", "--read", seats, "rows"],
        slow=slow,
        aim=aim,
        floor=lambda rates: floors.projection(graph, rates),
    )


def permutations(vertices, draws, slow, aim=0):
    """Correlation of two networks under permutations. Draws are random, so they agree as draws do."""
    graph = f"qap{vertices}"
    return Row(
        f"QAP correlation, {draws:,} draws",
        f"{vertices} vertices",
        "R sna",
        ["Rscript", "--vanilla", HERE / "peers/r.R", "qap", draws, wel(graph)],
        [PROGRAMS / "kernel", "--draws", draws, "qap", wel(graph)],
        slow=slow,
        aim=aim,
        same="draws",
        draws=draws,
        floor=lambda rates: floors.permutation(vertices, 10 * vertices, draws, rates),
        prepare=lambda: need_graph(graph),
    )


def reading(kind, ties, organisations, slow, aim=0):
    """samen reads named, typed, weighted ties; the peer names and weights, or numbers only."""
    peer = {"ncol": "igraph, names and weights", "edges": "igraph, numbers only"}[kind]
    folder = GRAPHS / f"ties{ties}"
    return Row(
        "reading ties",
        f"{ties:,} of {organisations:,}",
        peer,
        [PROGRAMS / "peer_igraph", kind, folder / f"ties.{kind}"],
        [PROGRAMS / "measure", "--read", folder / "ties.csv"],
        slow=slow,
        aim=aim,
        same="counts",
        floor=lambda rates: floors.reading(folder / "ties.csv", ties, organisations, rates),
        prepare=lambda: [need_ties(k, ties, organisations) for k in ("csv", kind)],
    )


def need_data_set(name):
    """A data set that is not made here: whoever has it puts its folder beside the graphs."""
    if not (GRAPHS / name).exists():
        raise Absent(f"{name} is not in {GRAPHS.relative_to(SOURCE)}")


def columns(how, graph, real=False):
    """Columns of Python's made a network, and a table of it; the peer has them in memory as the library reads them."""
    path = GRAPHS / (graph if real else f"{graph}.2mode.csv")
    return Row(
        f"columns in, a table out, {how}",
        graph,
        "the same calls in C",
        [PROGRAMS / "columns", how, path],
        [HERE / "columns.py", how, path],
        slow=0.2,
        aim=0.5,
        floor=lambda rates: None,
        prepare=lambda: need_data_set(graph) if real else need_graph(graph),
    )


SMALL = [
    betweenness("pl2k", 0.3),
    betweenness("aff1k", 0.1),
    betweenness("rmat10", 0.1),
    weighted("pl2k", 1),
    constraint("aff1k", False, 0.1),
    constraint("aff1k", True, 0.1),
    holes("aff1k", 0.1),
    roles("pl2k", 0.3),
    projection("aff1k", 0.1),
    reading("ncol", 20000, 800, 0.1),
    reading("edges", 20000, 800, 0.1),
    permutations(60, 200, 0.1),
    columns("keys", "aff1k"),
    columns("places", "aff1k"),
]

TABLE = [
    betweenness("as-22july06", 46, 180),
    betweenness("cond-mat-2005", 391, 120),
    betweenness("astro-ph", 44, 80),
    betweenness("affS", 28, 60),
    betweenness("pl20k", 75, 60),
    betweenness("rmat14", 50, 50),
    betweenness("email-Enron", 335, 240),
    betweenness("hep-th", 3, 55),
    betweenness("power", 2, 30),
    betweenness_by("graph-tool", "hep-th", 3),
    betweenness_by("networkit", "hep-th", 6),
    betweenness_by("R igraph", "hep-th", 3),
    betweenness_by("networkx", "hep-th", 120),
    weighted("hep-th", 9, 25),
    weighted("as-22july06", 200, 40, limit=200),
    constraint("affM", False, 12.5, 80),
    constraint("affM", True, 24, 130),
    constraint("aff50k", False, 75, 140),
    holes("affM", 24),
    roles("cond-mat-2005", 19, 700),
    projection("aff50k", 1, 35),
    reading("ncol", 5000000, 200000, 16, 30),
    reading("edges", 5000000, 200000, 5, 1),
    permutations(500, 1000, 45, 4000),
    columns("keys", "aff50k"),
    columns("places", "aff50k"),
    columns("keys", "cordis_h2020", real=True),
    columns("places", "cordis_h2020", real=True),
]

FULL = [
    betweenness_by(tool, row.graph, row.slow * 2)
    for row in TABLE[:9]
    for tool in ("graph-tool", "networkit")
    if row.graph != "hep-th"
]
