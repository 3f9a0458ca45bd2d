# SPDX-License-Identifier: GPL-3.0-or-later
"""samen against NetworkX, igraph and arithmetic by hand, on the cases of make_cases.py.

    compare.py PROGRAM CASES"""
import sys

import compare_forms
import compare_holes
import compare_paths
import compare_roles
import known
from samen_tool import Samen, Tally, read_cases


def main(program, output):
    tally, skipped = Tally(), 0
    samen = Samen(program)
    for module, name in ((compare_paths.nx, "NetworkX for Python"),
                         (compare_paths.ig, "igraph for Python")):
        if not module:
            print("skipped: %s is not installed" % name)
            skipped += 1
    for case in read_cases(samen, output):
        for part in (compare_paths, compare_holes, compare_forms, compare_roles):
            part.compare(case, tally)
    known.check_all(samen, output, tally)
    print("%d passed, %d failed, %d skipped" % (tally.passed, tally.failed, skipped))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
