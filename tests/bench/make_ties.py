#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Typed, weighted, named ties to measure reading with: FOLDER/ties.csv.

    make_ties.py ORGANISATIONS TIES FOLDER

The same arguments give the same file, byte for byte. Keys are as people make them, 6 to 25 bytes, nearly all
below 16; the one end of a tie is any organisation, the other more often one of a few. 200000 organisations
and 5000000 ties make 165 MB.
"""
import os
import random
import sys

KINDS = ["vzw", "org", "crèche", "school", "ocmw", "cpas", "clb", "library", "gem", "pz", "ngo", "opvoedingswinkel"]
COMMON = [20, 20, 1, 6, 6, 3, 6, 2, 12, 12, 12, 1]
FORMS = ["consultation", "ad-hoc", "information", "learning", "resource", "action"]
WEIGHTS = ["1", "2", "3", "4", "5", "10", "0.5", "1.5", "2.25", "12.75"]
PIECE = 100000


def names(organisations, chance):
    kinds = chance.choices(KINDS, COMMON, k=organisations)
    numbers = list(range(organisations))
    chance.shuffle(numbers)
    return ["%s-%03d" % pair for pair in zip(kinds, numbers)]


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    organisations, ties, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    chance = random.Random(1)
    name = names(organisations, chance)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "ties.csv"), "w", encoding="utf-8", newline="\n") as out:
        out.write("from,to,form,weight\n")
        for start in range(0, ties, PIECE):
            count = min(PIECE, ties - start)
            ones = [name[int(chance.random() ** 2 * organisations)] for _ in range(count)]
            others = chance.choices(name, k=count)
            forms = chance.choices(FORMS, k=count)
            weights = chance.choices(WEIGHTS, k=count)
            out.writelines("%s,%s,%s,%s\n" % row for row in zip(ones, others, forms, weights))


if __name__ == "__main__":
    main()
