# SPDX-License-Identifier: GPL-3.0-or-later
"""Time and memory against size: files of ties, and networks of organisations."""
import os
import time

from programs import GRAPHS, PROGRAMS, Failed, TooSlow, need_graph, need_ties, of_seconds, run

TIES_PER_ORGANISATION = 25
MOST_DRAWN = 10**6  # ties of which bootstraps are timed
LIMIT = 300  # seconds for one step

# What is measured of networks, and the most organisations for which that is sensible.
STEPS = [
    ("rows", None, 10**6),
    ("degree", "centrality.degree", 10**6),
    ("components", "cohesion.components", 10**6),
    ("holes", "brokerage.holes", 10**6),
    ("roles", "brokerage.roles group=group; draws=0", 10**6),
    ("betweenness", "brokerage.betweenness", 10**5),
    ("the ten largest", "brokerage.betweenness table=top; epsilon=0.01", 10**6),
    ("all within 0.01", "brokerage.betweenness table=estimate; epsilon=0.01", 10**6),
]


def of_bytes(steps, ties):
    """What the work took beyond the program itself."""
    return f"{(steps[''].peak - steps['start'].peak) * 1024 / ties:.0f}"


def available():
    """MiB that can be had without the system taking them from others."""
    with open("/proc/meminfo", encoding="ascii") as file:
        found = dict(line.split(":") for line in file)
    return int(found["MemAvailable"].split()[0]) // 1024


def ties_row(ties):
    organisations = max(ties // TIES_PER_ORGANISATION, 100)
    path = need_ties("csv", ties, organisations)
    size = os.path.getsize(path)
    command = [PROGRAMS / "measure", "--limit", available() * 9 // 10, "--read", path]
    cells = [f"{ties:,}", f"{organisations:,}", f"{size / 1e6:.3g}"]
    try:
        steps = run(command, LIMIT)
        cells += [of_seconds(steps["read"].wall), of_bytes(steps, ties)]
        density, forms, bootstrap = (
            "cohesion.density draws=0",
            "composition.forms",
            "cohesion.density",
        )
        wanted = ["rows", density, forms] + [bootstrap] * (ties <= MOST_DRAWN)
        steps = run([*command, *wanted], LIMIT)
        cells += [
            of_seconds(steps[name].wall) if name in steps else ""
            for name in ("rows", density, bootstrap, forms)
        ]
        cells += [of_bytes(steps, ties), f"{steps[''].peak / 1024:.0f}"]
    except (Failed, TooSlow) as problem:
        cells += [""] * (10 - len(cells)) + [str(problem)]
    return cells


def organisations_row(organisations):
    graph = f"scale{organisations}"
    need_graph(graph)
    cells = [f"{organisations:,}", f"{5 * organisations:,}"]
    for name, measure, most in STEPS:
        command = [
            PROGRAMS / "measure",
            "--limit",
            available() * 9 // 10,
            "--read",
            GRAPHS / graph,
            "rows",
        ]
        try:
            if organisations > most:
                cells.append("")
                continue
            step = run(command + ([measure] if measure else []), LIMIT)[""]
            cells.append(f"{of_seconds(step.wall)}, {step.peak / 1024:.0f} MiB")
        except TooSlow as problem:
            cells.append(str(problem))
    return cells


def tables(small, full, deadline):
    """Two tables, each a heading and rows of cells, and how many steps failed."""
    ties = [10**k for k in range(4, 6 if small else 9 if full else 8)]
    organisations = [10**k for k in range(3, 5 if small else 7)]
    made = [
        (
            [
                "ties",
                "organisations",
                "file, MB",
                "load",
                "bytes a tie",
                "view",
                "density",
                "the same, 1,000 draws",
                "composition",
                "bytes a tie with all",
                "peak, MiB",
            ],
            [],
        ),
        (["organisations", "ties"] + [name for name, _, _ in STEPS], []),
    ]
    failed = 0
    for (_, rows), row, sizes in zip(made, (ties_row, organisations_row), (ties, organisations)):
        for size in sizes:
            if deadline and time.monotonic() > deadline:
                rows.append([f"{size:,}", "no time left"])
                continue
            try:
                rows.append(row(size))
            except Failed as problem:
                rows.append([f"{size:,}", str(problem)])
                failed += 1
            print("scaling:", ", ".join(rows[-1]), flush=True)
    return made, failed
