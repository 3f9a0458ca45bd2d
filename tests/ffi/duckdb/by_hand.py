#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Betweenness by sponsorship, counted by hand from two CSV files, against the table that a program printed.
Usage: by_hand.py BROKERS ORGANISATIONS ANSWER"""
import csv
import sys

brokers, organisations, answer = sys.argv[1:]
with open(organisations, encoding="utf-8") as file:
    sponsor = {row["id"]: row["sponsorship"] for row in csv.DictReader(file)}
groups = {}
with open(brokers, encoding="utf-8") as file:
    for row in csv.DictReader(file):
        groups.setdefault(sponsor[row["organisation"]], []).append(float(row["betweenness"]))
expected = sorted(((name, len(values), sum(values) / len(values), max(values)) for name, values in groups.items()),
                  key=lambda row: -row[2])
with open(answer, encoding="utf-8") as file:
    printed = [line.split() for line in file.read().strip().splitlines()]
if printed[0] != ["sponsorship", "organisations", "mean", "largest"]:
    sys.exit(f"the columns are {printed[0]}")
rows = [row for row in printed[1:] if not set("".join(row)) <= set("-─ ")]
if len(rows) != len(expected):
    sys.exit(f"{len(rows)} rows instead of {len(expected)}")
for row, (name, count, mean, largest) in zip(rows, expected):
    wanted = [name, str(count), f"{mean:.4f}", f"{largest:.4f}"]
    if row != wanted:
        sys.exit(f"{row} instead of {wanted}")
