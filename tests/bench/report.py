# SPDX-License-Identifier: GPL-3.0-or-later
"""The table in Markdown."""
import math
import os
import pathlib
import re
import statistics

import floors
from programs import THREADS, of_seconds

MARKED = re.compile(r"<!-- benchmark -->\n.*?<!-- end -->", re.S)


def of_median(times):
    return of_seconds(statistics.median(times))


def of_ratio(ratio):
    return f"{ratio:.2g}×" if ratio < 10 else f"{ratio:.0f}×"


def spread(ratios, at_least):
    more = "over " if at_least else ""
    return f"**{more}{of_ratio(statistics.median(ratios))}** ({of_ratio(min(ratios))} to {of_ratio(max(ratios))})"


def of_peer(outcome):
    said = ("over " if outcome.at_least else "") + of_median(outcome.peer)
    return said + (" ¹" if outcome.reused else "")


def line(cells):
    return "| " + " | ".join(cells) + " |"


def table(heading, rows):
    width = len(heading)
    return "\n".join(
        [line(heading), "|" + "---|" * width]
        + [line(row + [""] * (width - len(row))) for row in rows]
    )


def cells_of(o):
    row = o.row
    if not o.one:
        return [row.work, row.graph, row.peer, o.remark]
    aim = f"{row.aim}×" if row.aim else ""
    memory = f"{o.peak['samen'] / 1024:.0f}" + (
        f" / {o.peak['peer'] / 1024:.0f}" if o.peak.get("peer") else ""
    )
    floor = f"{statistics.median(o.one) / o.floor:.2g}×" if o.floor else ""
    if not o.peer:
        return [
            row.work,
            row.graph,
            row.peer,
            o.remark,
            of_median(o.one),
            "",
            of_median(o.many),
            "",
            aim,
            floor,
            memory,
        ]
    agrees = (
        o.remark
        if o.verdict == "failed"
        else "not compared"
        if o.difference is None
        else ("equal" if o.difference == 0 else f"{o.difference:.0e}")
    )
    return [
        row.work,
        row.graph,
        row.peer,
        of_peer(o),
        of_median(o.one),
        of_ratio(statistics.median(o.ratios(o.one))),
        of_median(o.many),
        spread(o.ratios(o.many), o.at_least),
        aim,
        floor,
        memory,
        agrees,
    ]


def mean_ratio(outcomes):
    ratios = [
        statistics.median(o.ratios(o.many))
        for o in outcomes
        if o.peer and o.many and o.row.work == "betweenness" and o.row.peer == "igraph"
    ]
    if len(ratios) < 2:
        return ""
    mean = math.exp(statistics.fmean(map(math.log, ratios)))
    return f"Geometric mean of the {len(ratios)} rows of betweenness beside igraph: **{of_ratio(mean)}**.\n"


def short_of_aim(outcomes):
    """The rows that have not come to their aim, said out loud."""
    short = []
    for o in outcomes:
        ratios = o.ratios(o.many) if o.peer and o.many else []
        if ratios and o.row.aim and statistics.median(ratios) < o.row.aim:
            short.append(
                f"{o.row.work} of {o.row.graph}, {of_ratio(statistics.median(ratios))} of {o.row.aim}×"
            )
    return f"Short of their aim: {'; '.join(short)}.\n" if short else ""


def of_rates(rates, many):
    rows = []
    for single, several in zip(rates.table, many.table):
        size = single[0] / 1024
        rows.append(
            [
                f"{size:.0f} KiB" if size < 1024 else f"{size / 1024:.0f} MiB",
                f"{1e-9 / single[1]:.0f} / {1e-9 / several[1]:.0f}",
                *(f"{1e9 * single[k]:.1f} / {1e9 * several[k]:.1f}" for k in (2, 3, 4)),
            ]
        )
    return table(
        [
            "set of each thread",
            "stream, GB/s",
            "random line read, ns",
            "read and changed, ns",
            "line after line, ns",
        ],
        rows,
    )


def text(about, outcomes, scaling, rates, many):
    busy = any(o.busy for o in outcomes)
    parts = [
        f"{about['when']}, samen {about['version']}, {about['peers']}, on {about['processor']}, "
        f"{about['threads']} processors ({about['caches']}), {about['memory']}, {about['system']}.\n"
    ]
    if busy:
        parts.append(
            "**Other programs were at work on this machine during the run**, so wall times are too long.\n"
        )
    parts.append(
        f"""\
Medians. The peer and one thread of samen: processor seconds; {THREADS} threads, and peers with threads: wall
seconds. The ratio is that of pairs run in turn, with the least and the largest. "Aim" is the ratio that the
project set itself for two cores, "above floor" one thread's time over what the machine's memory allows (below),
memory the largest of the whole process, samen / peer, in MiB, with the graph in it. "Agrees": the largest
relative difference of results.
"""
    )
    if any(o.reused for o in outcomes):
        parts.append(
            "¹ Taken in an earlier run on this machine: "
            + "; ".join(sorted({o.reused for o in outcomes if o.reused}))
            + ".\n"
        )
    parts.append(
        table(
            [
                "work",
                "graph",
                "peer",
                "peer takes",
                "samen, 1 thread",
                "ratio",
                f"{THREADS} threads",
                "ratio",
                "aim",
                "above floor",
                "memory",
                "agrees",
            ],
            [cells_of(o) for o in outcomes],
        )
        + "\n"
    )
    parts += [mean_ratio(outcomes), short_of_aim(outcomes)]
    if scaling:
        parts.append(f"Time and memory against size, {THREADS} threads, wall seconds:\n")
        parts += [table(*made) + "\n" for made in scaling]
    parts.append(f"What the memory of this machine does, one thread / each of {THREADS}:\n")
    parts.append(of_rates(rates, many) + "\n")
    parts.append("The floors:\n\n" + floors.EXPLAINED)
    return "\n".join(part for part in parts if part)


def put(path, words):
    """Between the marks of a file that has them, otherwise as the whole file."""
    path = pathlib.Path(path)
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    if MARKED.search(old):
        words = MARKED.sub(lambda _: f"<!-- benchmark -->\n{words}<!-- end -->", old)
    aside = path.with_name(path.name + ".part")
    aside.write_text(words, encoding="utf-8")
    os.replace(aside, path)
