# SPDX-License-Identifier: GPL-3.0-or-later
"""Write what is to be compared: random data sets, and for every case the graph that a view of a
data set must show, as two small tables that any tool can read.

    make_cases.py SHIPPED_DATA OUTPUT

OUTPUT/index.csv has a row a case: name, data (the folder), options (for samen, parted by spaces),
directed and group (an attribute, or empty). OUTPUT/cases/NAME/nodes.csv has key and group, arcs.csv
has from, to (counting from 1) and weight; an undirected tie stands both ways."""
import csv
import os
import random
import sys

from data_set import DataSet, View

GRAPHS, BOARDS, SURVEYS = 60, 12, 30
KINDS = ["sparse", "even", "dense", "tree", "islands", "star", "ring", "grid", "complete", "empty"]
PROJECTIONS = ["ignore", "count", "newman", "binary", "star"]


def pairs_of(kind, n, dice):
    """Which pairs (i < j) are tied in a random graph of this kind."""
    every = [(i, j) for i in range(n) for j in range(i + 1, n)]
    chance = {"sparse": 1.2 / n, "even": 0.3, "dense": 0.7, "complete": 1, "empty": 0}
    if kind in chance:
        return [p for p in every if dice.random() < chance[kind]]
    if kind == "tree":
        return [(dice.randrange(j), j) for j in range(1, n)]
    if kind == "islands":  # cliques, some of them joined by a bridge, and one isolate
        sizes = [p for p in every if p[0] // 4 == p[1] // 4 and p[1] < n - 1]
        return sizes + [(i, i + 1) for i in range(3, n - 2, 4) if dice.random() < 0.6]
    if kind == "star":
        return [(0, j) for j in range(1, n)]
    if kind == "ring":
        return [(i, i + 1) for i in range(n - 1)] + ([(0, n - 1)] if n > 2 else [])
    side = max(2, int(n ** 0.5))
    return [(i, j) for i, j in every if j == i + side or (j == i + 1 and j % side)]


def write_rows(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_graph(folder, directed, number, dice):
    """A data set of one form, weights in whole numbers, groups of which some are missing, and one
    organisation that the case does not see, so that a graph without ties is no empty file."""
    kind = KINDS[number % len(KINDS)]
    n = dice.randint(3, 26) if number >= len(KINDS) else 2 + number
    groups = dice.randint(1, 4)
    missing = 0.1 if number % 3 == 0 else 0
    os.makedirs(folder)
    teams = ["" if dice.random() < missing else "g%d" % dice.randrange(groups) for _ in range(n)]
    seen = [["o%d" % i, team, "yes"] for i, team in enumerate(teams)]
    write_rows(os.path.join(folder, "organisations.csv"), ["id", "team", "seen"],
               seen + [["unseen", "g0", "no"]])
    ties = []
    for i, j in pairs_of(kind, n, dice):
        ways = dice.choice([[(i, j)], [(j, i)], [(i, j), (j, i)]]) if directed else [(i, j)]
        ties += [["o%d" % a, "o%d" % b, dice.randint(1, 6), "yes" if directed else "no"]
                 for a, b in ways]
    ties.append(["o0", "unseen", 1, "yes" if directed else "no"])
    dice.shuffle(ties)
    write_rows(os.path.join(folder, "ties.csv"), ["from", "to", "weight", "directed"], ties)
    return kind


def write_survey(folder, dice):
    """A data set with everything: forms, parallel, one-sided and self-ties, periods,
    partnerships."""
    forms = ["consultation", "ad-hoc", "information", "learning", "resource", "action"]
    n = dice.randint(4, 14)
    keys = ["o%d" % i for i in range(n)]
    days = ["", "2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01"]
    os.makedirs(folder)
    write_rows(os.path.join(folder, "organisations.csv"), ["id", "team", "kind"],
               [[key, "g%d" % dice.randrange(3), dice.choice(["big", "small"])] for key in keys])

    def period():
        start, end = sorted([dice.choice(days), dice.choice(days)])
        return (start, end) if start != end else (start, "")
    ties = [[dice.choice(keys), dice.choice(keys), dice.choice(forms), dice.randint(1, 4),
             dice.choice(["yes", "no"]), *period()] for _ in range(dice.randint(3, 5 * n))]
    write_rows(os.path.join(folder, "ties.csv"),
               ["from", "to", "form", "weight", "directed", "start", "end"], ties)
    partnerships = [["p%d" % i, dice.choice(forms), *period()] for i in range(dice.randint(1, 6))]
    write_rows(os.path.join(folder, "partnerships.csv"), ["id", "form", "start", "end"],
               partnerships)
    roles = ["lead", "member", "funder", ""]
    memberships = [[row[0], dice.choice(keys), dice.choice(roles)]
                   for row in partnerships for _ in range(dice.randint(1, 7))]
    write_rows(os.path.join(folder, "memberships.csv"), ["partnership", "organisation", "role"],
               memberships)


def write_boards(folder, dice):
    """A data set of memberships alone: who sits on which board, some of them twice, some alone."""
    os.makedirs(folder)
    rows = [["board%d" % board, "o%d" % dice.randrange(12)]
            for board in range(dice.randint(1, 6)) for _ in range(dice.randint(1, 7))]
    write_rows(os.path.join(folder, "memberships.csv"), ["partnership", "organisation"], rows)


class Index:
    def __init__(self, output):
        self.output, self.rows = output, []

    def add(self, name, data, group, **choice):
        """One case: a view of a data set, what samen is to be told, and what it must then show."""
        options = []
        for key, flag in (("forms", "--forms"), ("start", "--from"), ("end", "--to"),
                          ("direction", "--direction"), ("partnerships", "--partnerships")):
            if key in choice:
                value = choice[key]
                options += [flag, value if isinstance(value, str) else ",".join(value)]
        for attribute, value in choice.get("where", {}).items():
            options += ["--where", "%s=%s" % (attribute, value)]
        view = View(data, **choice)
        folder = os.path.join(self.output, "cases", name)
        os.makedirs(folder)
        write_rows(os.path.join(folder, "nodes.csv"), ["key", "group"],
                   [[row["id"], row[group] if group else ""] for row in view.rows])
        write_rows(os.path.join(folder, "arcs.csv"), ["from", "to", "weight"],
                   [[i + 1, j + 1, repr(w)] for (i, j), w in sorted(view.arcs.items())])
        self.rows.append([name, data.folder, " ".join(options), int(view.directed), group or ""])

    def write(self):
        write_rows(os.path.join(self.output, "index.csv"),
                   ["name", "data", "options", "directed", "group"], self.rows)


def add_shipped(index, shipped):
    for event in sorted(os.listdir(os.path.join(shipped, "emon"))):
        folder = os.path.join(shipped, "emon", event)
        if os.path.isdir(folder):
            index.add("emon-" + event, DataSet(folder), "sponsorship")
    knoke = DataSet(os.path.join(shipped, "knoke"))
    index.add("knoke", knoke, "sector")
    for form in knoke.forms:
        index.add("knoke-" + form, knoke, "sector", forms=[form])
        for direction in ("either", "both"):
            index.add("knoke-%s-%s" % (form, direction), knoke, "sector", forms=[form],
                      direction=direction)
    padgett = DataSet(os.path.join(shipped, "padgett"))
    index.add("padgett", padgett, "")
    for form in padgett.forms:
        index.add("padgett-" + form, padgett, "", forms=[form])
    house = DataSet(os.path.join(shipped, "house-of-the-child"))
    waves = {"both": {}, "wave1": {"start": "2022-01-01", "end": "2023-01-01"},
             "wave2": {"start": "2024-01-01", "end": "2025-01-01"}}
    for wave, period in waves.items():
        index.add("house-" + wave, house, "sector", **period)
        for direction in ("either", "both"):
            index.add("house-%s-%s" % (wave, direction), house, "sector", direction=direction,
                      **period)
        for form in house.forms:
            index.add("house-%s-%s" % (wave, form), house, "sector", forms=[form], **period)
        for projection in PROJECTIONS[1:]:
            index.add("house-%s-%s" % (wave, projection), house, "sector", partnerships=projection,
                      **period)
    index.add("house-welfare-health", house, "sector", where={"sector": "welfare"})


def main(shipped, output):
    dice = random.Random(20240131)
    index = Index(output)
    add_shipped(index, shipped)
    for directed in (0, 1):
        for number in range(GRAPHS):
            name = "%s-%02d" % ("directed" if directed else "undirected", number)
            folder = os.path.join(output, "data", name)
            kind = write_graph(folder, directed, number, dice)
            data = DataSet(folder)
            index.add("%s-%s" % (name, kind), data, "team", where={"seen": "yes"})
    for number in range(BOARDS):
        folder = os.path.join(output, "data", "boards-%02d" % number)
        write_boards(folder, dice)
        index.add("boards-%02d" % number, DataSet(folder), "")
    for number in range(SURVEYS):
        folder = os.path.join(output, "data", "survey-%02d" % number)
        write_survey(folder, dice)
        data = DataSet(folder)
        for direction in ("recorded", "either", "both"):
            index.add("survey-%02d-%s" % (number, direction), data, "team", direction=direction,
                      partnerships=dice.choice(PROJECTIONS),
                      **dice.choice([{}, {"start": "2022-01-01"}, {"end": "2022-06-01"},
                                     {"start": "2022-01-01", "end": "2023-01-01"},
                                     {"where": {"kind": "big"}},
                                     {"forms": ["consultation", "action", "information"]}]))
    index.write()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
