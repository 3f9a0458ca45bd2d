# SPDX-License-Identifier: GPL-3.0-or-later
"""Calling samen, and counting what agreed."""
import csv
import json
import math
import os
import subprocess

TOLERANCE = 1e-9  # of 1 or of the value, whichever is larger: sums of shares in another order
MOST_SHOWN = 30


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def note(self, good, what):
        self.passed += good
        self.failed += not good
        if not good and self.failed <= MOST_SHOWN:
            print("FAILED " + what, flush=True)

    def same(self, what, ours, theirs, tolerance=TOLERANCE):
        """Two numbers, texts, or collections of them; None and nan both stand for undefined."""
        good = alike(ours, theirs, tolerance)
        if not good:
            what = "%s: %s" % (what, first_difference(ours, theirs, tolerance))
        self.note(good, what)

    def true(self, what, good):
        self.note(bool(good), what)


def is_undefined(x):
    return x is None or (isinstance(x, float) and math.isnan(x))


def alike(a, b, tolerance):
    if type(a) is float and type(b) is float and abs(a - b) <= tolerance:
        return True
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(alike(a[k], b[k], tolerance) for k in a)
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(alike(x, y, tolerance) for x, y in zip(a, b))
    if is_undefined(a) or is_undefined(b):
        return is_undefined(a) and is_undefined(b)
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= tolerance * max(1.0, abs(a), abs(b))
    return a == b


def first_difference(a, b, tolerance):
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)) and len(a) == len(b):
        a, b = dict(enumerate(a)), dict(enumerate(b))
    if isinstance(a, dict) and isinstance(b, dict):
        for key in list(a) + list(b):
            if key not in a or key not in b or not alike(a[key], b[key], tolerance):
                return "at %s samen has %s, the other %s" % (key, a.get(key, "nothing"),
                                                          b.get(key, "nothing"))
    return "samen has %s, the other %s" % (a, b)


class Samen:
    def __init__(self, program):
        self.program = program

    def call(self, words):
        return subprocess.run([self.program] + words, capture_output=True, text=True, check=False)

    def table(self, measure, data, *options):
        """The rows of a measure's table, each a dictionary."""
        done = self.call(measure.split() + [data, *options, "--format", "json", "--quiet"])
        if done.returncode != 0:
            raise RuntimeError("samen %s %s %s: %s"
                               % (measure, data, " ".join(options), done.stderr))
        return json.loads(done.stdout)["rows"]


class Case:
    """A view that samen is asked for, and the graph that it must show."""

    def __init__(self, samen, output, row):
        self.samen, self.name, self.data = samen, row["name"], row["data"]
        self.options = row["options"].split()
        self.directed, self.group = row["directed"] == "1", row["group"]
        folder = os.path.join(output, "cases", self.name)
        with open(os.path.join(folder, "nodes.csv"), encoding="utf-8", newline="") as file:
            nodes = list(csv.DictReader(file))
        self.keys = [node["key"] for node in nodes]
        self.groups = [node["group"] for node in nodes]
        with open(os.path.join(folder, "arcs.csv"), encoding="utf-8", newline="") as file:
            self.arcs = {(int(r["from"]) - 1, int(r["to"]) - 1): float(r["weight"])
                         for r in csv.DictReader(file)}
        self.whole = all(w == int(w) for w in self.arcs.values())

    def table(self, measure, *options):
        return self.samen.table(measure, self.data, *self.options, *options)

    def column(self, measure, column, *options):
        return [row[column] for row in self.table(measure, *options)]


def read_cases(samen, output):
    with open(os.path.join(output, "index.csv"), encoding="utf-8", newline="") as file:
        return [Case(samen, output, row) for row in csv.DictReader(file)]
