# SPDX-License-Identifier: GPL-3.0-or-later
"""What the machine could do: accesses that a way of computing cannot do without, times the measured rate of
memory for a set of that size. One thread."""
import math
import os

import programs

LINE = 64
CACHE = 2**19  # a set that the cache nearest to a processor holds
EXPLAINED = """\
| work | no faster than |
|---|---|
| betweenness | sources × arcs left in the blocks after reduction, for sixteen sources at once: two lines of 64 bytes an arc (either way may skip arcs, so only one is counted), read at random from 128 bytes for each vertex of the largest block |
| betweenness with lengths | the same for the shells of blocks, after undercut ties are taken out |
| constraint | 4 bytes for each pair of later neighbours (in order of degree), 8 for each tie of each triangle, in a stream from the cache; 12 bytes an arc in a stream |
| brokerage roles | the same pairs and triangles; a read of each arc's label from 4 bytes a vertex |
| projection | a read for each two members of a partnership, from 4 bytes an organisation; 12 bytes an arc written in a stream |
| reading | the bytes of the file in a stream, two lines a tie from a table of 64 bytes an organisation, 40 bytes a tie written in a stream |
| QAP correlation | a read for each tie of the smaller network and draw, from one bit for each pair |
"""


class Rates:
    """Seconds for a byte in a stream, and for a line at random, by size of the set in bytes."""

    def __init__(self, lines):
        self.table = [
            tuple(map(float, line.split("\t"))) for line in lines if line.count("\t") == 4
        ]

    def at(self, size, column):
        """Between the sizes that were measured, on a line through the logarithms of sizes."""
        table = self.table
        if size <= table[0][0]:
            return table[0][column]
        for low, high in zip(table, table[1:]):
            if size <= high[0]:
                share = math.log(size / low[0]) / math.log(high[0] / low[0])
                return low[column] + share * (high[column] - low[column])
        return table[-1][column]

    def stream(self, size):
        return self.at(size, 1)

    def gather(self, size):
        return self.at(size, 2)

    def update(self, size):
        return self.at(size, 3)


def betweenness(kind, graph, rates):
    work = programs.work_of(kind, graph)
    return work["sweeps"] / 16 * 2 * rates.gather(128 * work["core"])


def constraint(graph, rates):
    work = programs.work_of("triangles", graph)
    return (4 * work["checks"] + 24 * work["triangles"]) * rates.stream(CACHE) + work[
        "arcs"
    ] * 12 * rates.stream(12 * work["arcs"])


def roles(graph, rates):
    work = programs.work_of("triangles", graph)
    return (4 * work["checks"] + 24 * work["triangles"]) * rates.stream(CACHE) + work[
        "arcs"
    ] * rates.gather(4 * work["vertices"])


def projection(graph, rates):
    sizes = {}
    with open(programs.GRAPHS / f"{graph}.2mode.csv", encoding="ascii") as file:
        next(file)
        for line in file:
            project = line.split(",")[1]
            sizes[project] = sizes.get(project, 0) + 1
    work = programs.work_of("triangles", graph)
    return sum(size * (size - 1) for size in sizes.values()) * rates.gather(
        4 * work["vertices"]
    ) + 12 * work["arcs"] * rates.stream(12 * work["arcs"])


def reading(path, ties, organisations, rates):
    size = os.path.getsize(path)
    return (
        size * rates.stream(size)
        + 2 * ties * rates.gather(LINE * organisations)
        + 40 * ties * rates.stream(40 * ties)
    )


def permutation(vertices, arcs, draws, rates):
    return draws * arcs * rates.gather(vertices * vertices / 8)
