#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The graphs of the benchmark, the same on every machine.

    graphs.py FOLDER NAME...

writes for each name, unless it is there already, NAME.el ("u v" a line) and NAME.wel ("u v weight");
affiliations also NAME.2mode.csv ("organisation,partnership"); for scaleN a data set of N organisations in a
folder, for qapN two networks in one file. Names of vertices are shuffled, so that no program profits
from the order in which a graph was generated.

Real graphs come from graph-tool's collection (python3-graph-tool); all others are made here, from fixed
seeds, with numpy and scipy."""
import os
import pathlib
import re
import sys

import numpy as np

NAMES_SEED = 7
REAL = [
    "netscience",
    "power",
    "polblogs",
    "hep-th",
    "as-22july06",
    "astro-ph",
    "cond-mat-2005",
    "email-Enron",
    "pgp-strong-2009",
]


def simple(u, v):
    """Undirected edges, each once, low end first, without loops."""
    u, v = np.asarray(u, np.int64), np.asarray(v, np.int64)
    low, high = np.minimum(u, v)[u != v], np.maximum(u, v)[u != v]
    base = int(high.max()) + 1 if len(high) else 1
    return np.divmod(np.unique(low * base + high), base)


def power_law(vertices, edges, exponent, seed):
    """Chung and Lu: ends drawn in proportion to a power of their rank, until there are enough edges."""
    rng = np.random.default_rng(seed)
    weight = np.arange(1, vertices + 1) ** (-1 / (exponent - 1))
    weight *= 2 * edges / weight.sum()
    upto = np.cumsum(weight) / weight.sum()
    found = np.zeros(0, np.int64)
    while len(found) < edges:
        draws = int((edges - len(found)) * 1.2) + 100
        u, v = (np.searchsorted(upto, rng.random(draws)) for _ in "uv")
        u, v = u[u != v], v[u != v]
        found = np.unique(np.r_[found, np.minimum(u, v) * vertices + np.maximum(u, v)])
    return np.divmod(rng.permutation(found)[:edges], vertices)


def r_mat(scale, edges_per_vertex, seed):
    """Recursive matrix of Chakrabarti et al. with the quarters .57, .19, .19, .05."""
    rng = np.random.default_rng(seed)
    vertices = 1 << scale
    u, v = (np.zeros(edges_per_vertex * vertices, np.int64) for _ in "uv")
    for bit in range(scale):
        draw = rng.random(len(u))
        u |= (draw > 0.76).astype(np.int64) << bit
        v |= (((draw > 0.57) & (draw <= 0.76)) | (draw > 0.95)).astype(np.int64) << bit
    name = rng.permutation(vertices)
    return simple(name[u], name[v])


def affiliation(organisations, projects, seed):
    """Organisations in projects of 2 to 40 partners: half of them sit in one project only, the others share
    the remaining seats unevenly, as in research programmes."""
    rng = np.random.default_rng(seed)
    sizes = np.arange(2, 41)
    chance = sizes ** (-2.3 * 0.6)
    size = rng.choice(sizes, projects, p=chance / chance.sum())
    weight = (np.arange(1, organisations // 2 + 1) + 10.0) ** -0.8
    upto = np.cumsum(weight) / weight.sum()
    seats = size.sum()
    project = np.repeat(np.arange(projects), size)
    rng.shuffle(project)
    member = np.empty(seats, np.int64)
    member[:organisations] = rng.permutation(organisations)
    member[organisations:] = np.searchsorted(upto, rng.random(seats - organisations))
    return np.divmod(np.unique(project * organisations + member), organisations)


def shared_projects(project, member, organisations):
    """Pairs of organisations, and how many projects they share."""
    from scipy.sparse import csr_matrix, triu

    seat = csr_matrix((np.ones(len(project), np.int32), (member, project)))
    pairs = triu(seat @ seat.T, k=1).tocoo()
    return pairs.row.astype(np.int64), pairs.col.astype(np.int64), pairs.data


def real(name):
    import graph_tool.all

    edges = graph_tool.all.collection.data[name].get_edges()
    return simple(edges[:, 0], edges[:, 1])


def put_lines(path, pattern, *columns, header=""):
    """Written aside first: a file that is there is whole."""
    aside = path.with_suffix(".part")
    with open(aside, "w", encoding="ascii") as file:
        file.write(header)
        for start in range(0, len(columns[0]), 1 << 18):
            rows = zip(*(column[start : start + (1 << 18)].tolist() for column in columns))
            file.writelines(pattern % row for row in rows)
    os.replace(aside, path)


def write(folder, name, u, v, weight=None):
    rng = np.random.default_rng(NAMES_SEED)
    known = np.unique(np.concatenate([u, v]))
    shuffled = rng.permutation(len(known))
    order = rng.permutation(len(u))
    u, v = (shuffled[np.searchsorted(known, end)][order] for end in (u, v))
    weight = rng.integers(1, 11, len(u)) if weight is None else weight[order]
    put_lines(folder / f"{name}.wel", "%d %d %d\n", u, v, weight)
    put_lines(folder / f"{name}.el", "%d %d\n", u, v)
    print(f"{name}: {len(known)} vertices, {len(u)} edges", flush=True)


def write_data_set(folder, vertices):
    """A power law as samen reads it, every organisation in one of five groups."""
    u, v = power_law(vertices, 5 * vertices, 2.3, 15)
    folder.mkdir(exist_ok=True)
    every = np.arange(vertices)
    put_lines(folder / "organisations.csv", "%d,%d\n", every, every % 5, header="id,group\n")
    put_lines(folder / "ties.csv", "%d,%d\n", u, v, header="from,to\n")


def write_two_networks(folder, name, vertices):
    """Arcs "u v which": of the first network (1), the second (2), or both (3). Each has ten arcs a vertex and
    shares half of them."""
    rng = np.random.default_rng(16)
    arcs = rng.choice(vertices * (vertices - 1), 15 * vertices, replace=False)
    u, v = np.divmod(arcs, vertices - 1)
    v += v >= u
    which = np.repeat([3, 1, 2], 5 * vertices)
    put_lines(folder / f"{name}.wel", "%d %d %d\n", u, v, which)
    put_lines(folder / f"{name}.el", "%d %d\n", u, v)


AFFILIATIONS = {
    "aff1k": (1000, 600, 6),
    "affS": (8000, 4800, 3),
    "affM": (20000, 12000, 4),
    "aff50k": (50000, 30000, 5),
}
MADE = {
    "pl2k": lambda: power_law(2000, 10000, 2.3, 13),
    "pl20k": lambda: power_law(20000, 100000, 2.3, 1),
    "pl100k": lambda: power_law(100000, 500000, 2.3, 2),
    "rmat10": lambda: r_mat(10, 8, 14),
    "rmat14": lambda: r_mat(14, 16, 10),
    "rmat18": lambda: r_mat(18, 16, 11),
    "rmat20": lambda: r_mat(20, 16, 12),
}


def make(folder, name):
    if (folder / f"{name}.el").exists() or (folder / name / "ties.csv").exists():
        return
    numbered = re.fullmatch(r"(scale|qap)(\d+)", name)
    if name in AFFILIATIONS:
        organisations, projects, seed = AFFILIATIONS[name]
        project, member = affiliation(organisations, projects, seed)
        put_lines(
            folder / f"{name}.2mode.csv",
            "org%d,proj%d\n",
            member,
            project,
            header="organisation,partnership\n",
        )
        write(folder, name, *shared_projects(project, member, organisations))
    elif name in MADE:
        write(folder, name, *MADE[name]())
    elif name in REAL:
        write(folder, name, *real(name))
    elif numbered and numbered[1] == "scale":
        write_data_set(folder / name, int(numbered[2]))
    elif numbered:
        write_two_networks(folder, name, int(numbered[2]))
    else:
        sys.exit(
            f"there is no graph {name}; known are {', '.join([*REAL, *MADE, *AFFILIATIONS])}, scaleN, qapN"
        )


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    where = pathlib.Path(sys.argv[1])
    where.mkdir(parents=True, exist_ok=True)
    for wanted in sys.argv[2:]:
        make(where, wanted)
