#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same as columns.c from Python: lists of texts, or NumPy arrays of places, made a network, and a table of it.

Usage: columns.py --threads N --out FILE keys|places PATH. Threads make no difference."""
import os
import re
import sys
import time

from programs import BUILD, SOURCE

os.environ["SAMEN_LIBRARY"] = str(BUILD / "lib/libsamen.so.0")
sys.path.insert(0, str(SOURCE / "examples/ffi/python"))

import numpy
import samen

ROUNDS = 3


def load(path):
    """Columns as a program in Python has them."""
    network = samen.read(path)
    chosen = {
        "organisations": ["id"],
        "partnerships": ["id", "form"],
        "memberships": ["partnership", "organisation"],
    }
    columns = {
        part: {name: network.table(part)[name].to_list() for name in names}
        for part, names in chosen.items()
    }
    return columns, network.typology


def with_places(columns):
    def places(keys, of):
        place = {key: row for row, key in enumerate(columns[of]["id"])}
        return numpy.array([place[key] for key in keys])

    keys = columns["memberships"]
    memberships = {
        "partnership": places(keys["partnership"], "partnerships"),
        "organisation": places(keys["organisation"], "organisations"),
    }
    return {**columns, "memberships": memberships, "places": True}


def work(columns, typology):
    network = samen.network(**columns, typology=typology)
    table = network.memberships()
    counts = network.count("organisations"), network.count("partnerships"), len(table)
    return *counts, table["weight"].to_numpy().sum()


def peak():
    with open("/proc/self/status", encoding="ascii") as file:
        return re.search(r"VmHWM:\s*(\d+)", file.read())[1]


def main():
    out, how, path = sys.argv[4:7]
    columns, typology = load(path)
    if how == "places":
        columns = with_places(columns)
    for _ in range(ROUNDS):
        wall, processor = time.monotonic(), time.process_time()
        counts = work(columns, typology)
        print(how, time.monotonic() - wall, time.process_time() - processor, peak(), sep="\t")
    numpy.array(counts, dtype="float64").tofile(out)


if __name__ == "__main__":
    main()
