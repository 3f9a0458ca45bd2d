#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who held a search and rescue together, in numbers. Usage: texas.py [DATASET]"""
import sys

import samen


def number(value):
    """The shortest text that reads back as the same number."""
    return str(int(value)) if value == int(value) else repr(value)


network = samen.read(sys.argv[1] if len(sys.argv) > 1 else "examples/data/emon/Texas")
view = network.view()

forms = {row.form: row for row in view.composition.forms()}
print("organisations", len(view))
print("ties", forms["all"].ties)
print("density", number(view.cohesion.density()["density"][0]))
print("centralization", number(view.brokerage.betweenness(table="network")[0].centralization))

brokers = view.brokerage.betweenness().sort("betweenness", descending=True, limit=5)
for row in brokers:
    print("broker", row.organisation, number(row.betweenness), number(row.betweenness_normalised))

first = brokers[0].organisation
holes = {row.organisation: row for row in view.brokerage.holes()}
print("constraint", first, number(holes[first].constraint))

for row in view.brokerage.roles(table="network", group="sponsorship"):
    print("role", row.role, row.count, number(row.z), number(row.p_more))
