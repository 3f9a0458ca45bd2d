# SPDX-License-Identifier: GPL-3.0-or-later
"""One row: the peer and samen in turn, results compared, times of slow peers kept."""
import dataclasses
import json
import pathlib
import re
import shutil
import statistics
import time
import zlib

import numpy as np

from programs import PEERS, RESULTS, THREADS, Absent, Failed, TooSlow, machine, run

AGREE = 1e-9  # relative
SLOW = 5  # seconds above which a peer's time is kept for the next run
PATIENCE = 60  # seconds of samen's own in a row


@dataclasses.dataclass
class Outcome:
    row: object
    verdict: str = "passed"  # "failed", "skipped"
    remark: str = ""
    peer: list = dataclasses.field(default_factory=list)  # seconds
    one: list = dataclasses.field(default_factory=list)
    many: list = dataclasses.field(default_factory=list)
    peak: dict = dataclasses.field(default_factory=dict)  # KiB: "peer", "samen"
    difference: float = None
    at_least: bool = False  # the peer was stopped at its limit
    reused: str = ""  # when the peer's time was taken
    floor: float = None
    busy: bool = False  # others were at work on the machine

    def ratios(self, ours):
        """In pairs; a peer that ran once against every run of ours."""
        peer = self.peer if len(self.peer) > 1 else self.peer * len(ours)
        return [theirs / own for theirs, own in zip(peer, ours)]


def slug(row):
    return re.sub(r"\W+", "-", row.name)


def seconds(step, parallel):
    """Processor time is what one thread takes even when others are at work; of more it would be the sum."""
    return step.wall if parallel else step.processor


def kept(row, who):
    """The peer's time of an earlier run on this machine, and when that was."""
    try:
        found = json.loads((PEERS / f"{slug(row)}.json").read_text())
    except (OSError, ValueError):
        return None
    return found if found["who"] == who and found["what"] == what(row) else None


def what(row):
    """The peer's command and its input."""
    checksum = zlib.crc32(pathlib.Path(row.peer_command[-1]).read_bytes())
    return " ".join(pathlib.Path(str(word)).name for word in row.peer_command) + f" {checksum:08x}"


def keep(row, who, outcome, result):
    PEERS.mkdir(parents=True, exist_ok=True)
    if result.exists():
        shutil.copy(result, PEERS / f"{slug(row)}.f64")
    (PEERS / f"{slug(row)}.json").write_text(
        json.dumps(
            {
                "who": who,
                "what": what(row),
                "seconds": outcome.peer,
                "at_least": outcome.at_least,
                "peak": outcome.peak.get("peer", 0),
                "when": time.strftime("%Y-%m-%d", time.gmtime()),
                "busy": outcome.busy,
            }
        )
    )


def difference(theirs, ours):
    """The largest relative difference. Numbers below a millionth of the largest count as that large."""
    if len(theirs) != len(ours):
        return float("inf")
    theirs = np.where(np.isnan(theirs), -1, theirs)  # undefined
    size = np.maximum(np.abs(theirs), 1e-6 * np.abs(theirs).max(initial=0))
    return float((np.abs(theirs - ours) / np.where(size > 0, size, 1)).max(initial=0))


def alike(theirs, ours, draws):
    """Do mean and standard deviation of two sets of random draws differ by less than six standard errors?"""
    (_, mean, deviation), (_, our_mean, our_deviation) = theirs, ours
    error = deviation * (2 / draws) ** 0.5
    return abs(mean - our_mean) < 6 * error and abs(deviation - our_deviation) < 6 * error


class Runner:
    def __init__(self, small, fresh, deadline):
        self.small, self.fresh, self.deadline = small, fresh, deadline
        about = machine()
        self.who = f"{about['processor']}; {about['peers']}"
        RESULTS.mkdir(parents=True, exist_ok=True)

    def enough(self, row, outcome):
        """Are there as many runs as the row deserves, and as one has patience for?"""
        done, spent = len(outcome.one), sum(outcome.one) + sum(outcome.many)
        wanted = 3 if self.small else 7 if row.slow < 2 else 5
        return done >= wanted or done > 0 and spent > PATIENCE

    def samen(self, row, threads, outcome):
        result = RESULTS / f"samen-{threads}.f64"
        command = [row.command[0], "--threads", threads, "--out", result]
        if row.columns:
            command += ["--columns", row.columns]
        step = run(command + row.command[1:])[""]
        outcome.peak["samen"] = max(outcome.peak.get("samen", 0), step.peak)
        if threads == 1:
            outcome.busy |= step.wall > 1.1 * step.processor + 0.01
        return seconds(step, threads > 1), np.fromfile(result)

    def peer(self, row, outcome):
        result = RESULTS / "peer.f64"
        result.unlink(missing_ok=True)
        try:
            limits = {"limit": row.limit} if row.parallel else {"processor_limit": row.limit}
            step = run(row.peer_command + [result], **limits)[""]
        except TooSlow:
            outcome.at_least = True
            return row.limit
        outcome.peak["peer"] = max(outcome.peak.get("peer", 0), step.peak)
        outcome.busy |= not row.parallel and step.wall > 1.1 * step.processor + 0.01
        return seconds(step, row.parallel)

    def pairs(self, row, outcome):
        result = RESULTS / "peer.f64"
        earlier = None if self.fresh else kept(row, self.who)
        late = self.deadline and time.monotonic() + 1.3 * row.slow > self.deadline
        # What was taken while others were at work is better than nothing, and no better.
        if earlier and (late or not earlier["busy"]):
            outcome.peer, outcome.at_least = earlier["seconds"], earlier["at_least"]
            outcome.reused = earlier["when"] + (
                ", while other programs were at work" if earlier["busy"] else ""
            )
            outcome.peak["peer"] = earlier["peak"]
            result = PEERS / f"{slug(row)}.f64"
        elif late:
            outcome.remark, outcome.verdict = "the peer was not run: no time left", "skipped"
        bits = set()
        while not self.enough(row, outcome):
            once = outcome.peer and outcome.peer[0] > 2 * SLOW
            if not outcome.reused and not once and outcome.verdict == "passed":
                outcome.peer.append(self.peer(row, outcome))
            for threads, times in ((1, outcome.one), (THREADS, outcome.many)):
                taken, values = self.samen(row, threads, outcome)
                times.append(taken)
                bits.add(values.tobytes())
        if len(bits) > 1:
            outcome.verdict, outcome.remark = (
                "failed",
                "results differ between numbers of threads, or runs",
            )
        if outcome.peer and not outcome.at_least:
            self.compare(row, outcome, np.fromfile(result), values)
        if outcome.peer and not outcome.reused and statistics.median(outcome.peer) >= SLOW:
            keep(row, self.who, outcome, result)

    def compare(self, row, outcome, theirs, ours):
        if row.same == "counts":
            theirs, ours = theirs[:2], ours[:2]
        elif row.same == "draws":
            if not alike(theirs, ours, row.draws):
                outcome.verdict, outcome.remark = (
                    "failed",
                    f"draws differ: {theirs[1:]} and {ours[1:]}",
                )
                return
            theirs, ours = theirs[:1], ours[:1]
        outcome.difference = difference(theirs, ours)
        if outcome.difference > AGREE:
            outcome.verdict, outcome.remark = (
                "failed",
                f"results differ by {outcome.difference:.1e}",
            )

    def do(self, row, rates):
        outcome = Outcome(row)
        try:
            row.prepare()
            outcome.floor = row.floor(rates)
            self.pairs(row, outcome)
        except Absent as problem:
            outcome.verdict, outcome.remark = "skipped", str(problem)
        except (Failed, OSError) as problem:
            absent = re.search(
                r"No module named|there is no package|No such file.*Rscript", str(problem)
            )
            outcome.verdict = "skipped" if absent else "failed"
            outcome.remark = "the peer is not installed" if absent else str(problem)
        return outcome
