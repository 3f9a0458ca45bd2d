# SPDX-License-Identifier: GPL-3.0-or-later
"""Running the programs of the benchmark, and what the machine is."""
import dataclasses
import os
import pathlib
import platform
import re
import resource
import signal
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
BUILD = SOURCE / "build/bench"
PROGRAMS = BUILD / "tests/bench"
GRAPHS = BUILD / "graphs"
RESULTS = BUILD / "results"
PEERS = BUILD / "peers"
THREADS = len(os.sched_getaffinity(0))


class Failed(Exception):
    """A program said that it could not do its work."""


class Absent(Exception):
    """Data that cannot be made here are not there."""


class TooSlow(Exception):
    """A program was stopped at its limit."""


@dataclasses.dataclass
class Step:
    wall: float
    processor: float
    peak: int  # KiB held by the process so far; 0 where the program does not tell


def run(command, limit=None, stdout=None, processor_limit=None):
    """The steps that a program tells of, by name; the last is also under "". It is stopped after `limit` seconds,
    or when its processor time comes to `processor_limit`."""
    command = [str(word) for word in command]

    def restrain():
        resource.setrlimit(resource.RLIMIT_CPU, (processor_limit, processor_limit + 5))

    try:
        done = subprocess.run(
            command,
            stdout=stdout or subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            timeout=limit,
            check=False,
            preexec_fn=restrain if processor_limit else None,
        )
    except subprocess.TimeoutExpired:
        raise TooSlow(f"over {limit} s") from None
    if processor_limit and done.returncode == -signal.SIGXCPU:
        raise TooSlow(f"over {processor_limit} s")
    if done.returncode != 0:
        said = done.stderr.strip().splitlines() or [f"ended with {done.returncode}"]
        raise Failed(f"{pathlib.Path(command[0]).name}: {said[-1]}")
    steps = {}
    for line in (done.stdout or "").splitlines():
        name, *numbers = line.split("\t")
        if len(numbers) == 3:
            steps[name] = steps[""] = Step(
                float(numbers[0]), float(numbers[1]), int(float(numbers[2]))
            )
    return steps


def of_seconds(seconds):
    """Three digits, with a unit."""
    for unit, size in (("µs", 1e-6), ("ms", 1e-3)):
        if seconds < 999.5 * size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds:.3g} s" if seconds < 999.5 else f"{seconds:.0f} s"


def is_fresh(path, *makers):
    """Is the file there, and not older than what makes it?"""
    return path.exists() and all(path.stat().st_mtime >= maker.stat().st_mtime for maker in makers)


def need_graph(name):
    maker = HERE / "graphs.py"
    for found in (GRAPHS / f"{name}.el", GRAPHS / name / "ties.csv"):
        if found.exists():
            if is_fresh(found, maker):
                return
            found.unlink()
    run(["/usr/bin/python3", maker, GRAPHS, name])


def need_ties(kind, ties, organisations):
    """A file of ties, made when it is not there."""
    folder = GRAPHS / f"ties{ties}"
    path = folder / f"ties.{kind}"
    if not is_fresh(path, HERE / "ties.c"):
        folder.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".part")
        with open(aside, "wb") as file:
            run([PROGRAMS / "ties", kind, ties, organisations], stdout=file)
        os.replace(aside, path)
    return path


def work_of(kind, graph):
    """The numbers that `work` gives, kept beside the graph."""
    kept, program = GRAPHS / f"{graph}.{kind}", PROGRAMS / "work"
    if not is_fresh(kept, program, GRAPHS / f"{graph}.wel"):
        aside = kept.with_suffix(".part")
        with open(aside, "w", encoding="ascii") as file:
            run([program, kind, GRAPHS / f"{graph}.wel"], stdout=file)
        os.replace(aside, kept)
    return {
        name: int(number)
        for name, number in (line.split("\t") for line in kept.read_text().splitlines())
    }


def output_of(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def machine():
    """Lines about the machine, what is compared, and when."""
    about = pathlib.Path("/proc/cpuinfo").read_text() if os.path.exists("/proc/cpuinfo") else ""
    model = re.search(r"model name\s*: (.*)", about)
    caches = re.findall(r"^(L\d\w?)(?: cache)?:\s*(.*)$", output_of("lscpu"), re.M)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    commit = output_of("git", "-C", str(SOURCE), "rev-parse", "--short", "HEAD")
    versions = ["igraph " + output_of("pkg-config", "--modversion", "igraph")]
    sna = output_of("Rscript", "-e", 'cat(as.character(packageVersion("sna")))')
    if sna:
        versions.append("sna " + sna)
    return {
        "processor": model[1] if model else platform.machine(),
        "threads": THREADS,
        "caches": ", ".join(f"{name} {size}" for name, size in caches),
        "memory": f"{memory:.0f} GiB",
        "system": f"Linux {platform.release()}, {output_of('gcc', '--version').splitlines()[0]}",
        "peers": ", ".join(versions),
        "version": commit,
        "when": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "load": os.getloadavg()[0],
    }
