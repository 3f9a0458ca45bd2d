# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark, once everything is installed and built: see `run`, which calls this."""
import argparse
import re
import subprocess
import sys
import time

import floors
import pairs
import report
import rows
import scaling
from programs import BUILD, PROGRAMS, THREADS, machine


def rates(threads):
    found = subprocess.run(
        [PROGRAMS / "rates", str(threads)], capture_output=True, text=True, check=True
    )
    return floors.Rates(found.stdout.splitlines())


def arguments():
    parser = argparse.ArgumentParser(prog="tests/bench/run")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--row", default="")
    parser.add_argument("--output")
    parser.add_argument("--budget", type=float)
    parser.add_argument("--fresh", action="store_true")
    return parser.parse_args()


def main():
    asked = arguments()
    deadline = time.monotonic() + 60 * asked.budget if asked.budget else None
    about = machine()
    table = rows.SMALL if asked.small else rows.TABLE + (rows.FULL if asked.full else [])
    chosen = [row for row in table if re.search(asked.row, row.name)]
    single, many = rates(1), rates(THREADS)
    runner = pairs.Runner(asked.small, asked.fresh, deadline)
    done, curves, broken = {}, None, 0

    def words():
        return report.text(
            about, [done[row.name] for row in chosen if row.name in done], curves, single, many
        )

    try:
        # What is quick first, so that a budget leaves out as little as it can.
        for row in sorted(chosen, key=lambda row: row.slow):
            outcome = done[row.name] = runner.do(row, single)
            cells = report.cells_of(outcome)
            print(
                f"{outcome.verdict.upper() if outcome.verdict == 'failed' else outcome.verdict}:",
                ", ".join(filter(None, cells)),
                flush=True,
            )
            report.put(BUILD / "table.md", words())
        if not asked.row or re.search(asked.row, "scaling"):
            curves, broken = scaling.tables(asked.small, asked.full, deadline)
    except KeyboardInterrupt:
        print("stopped; what was done so far follows")
    report.put(BUILD / "table.md", words())
    if asked.output:
        report.put(asked.output, words())
    elif not asked.small:
        print(words())
    count = {
        verdict: sum(o.verdict == verdict for o in done.values())
        for verdict in ("passed", "failed", "skipped")
    }
    print(
        f"{count['passed']} passed, {count['failed'] + broken} failed, {count['skipped']} skipped"
    )
    return 1 if count["failed"] + broken else 0


if __name__ == "__main__":
    sys.exit(main())
