# SPDX-License-Identifier: GPL-3.0-or-later
"""What several tests need: data, a folder, and counting what is given back."""
import datetime
import gc
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import samen

SOURCE = pathlib.Path(os.environ["SAMEN_SOURCE"])
TEXAS = SOURCE / "examples/data/emon/Texas"

# A column of every type, without nulls and with them.
FULL = {
    "key": ["a", "é", "東京", "🤝", ""],
    "whole": [1, -2, 2**62, 0, -(2**63)],
    "real": [0.5, -1.25, 1e300, 0.0, 1e-300],
    "yes": [True, False, True, True, False],
    "day": [datetime.date(2024, 2, 29), datetime.date(1970, 1, 1)] + [datetime.date(1, 1, 1)] * 3,
}
HOLES = {
    name: [None if row % 2 else value for row, value in enumerate(values)]
    for name, values in FULL.items()
}


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def raises(self, kind, words, function, *arguments, **named):
        """The exception, whose message has these words."""
        with self.assertRaises(kind) as caught:
            function(*arguments, **named)
        self.assertIn(words, str(caught.exception))
        return caught.exception


class Freed:
    """Counts what is made and given back of a kind of handle, inside `with`."""

    def __init__(self, kind):
        self.kind, self.made, self.freed = kind, 0, 0

    def __enter__(self):
        take, free = self.kind._take, self.kind._free

        def counted_free(address):
            self.freed += 1
            free(address)

        def counted_take(handle, address):
            self.made += 1
            take(handle, address)

        self.patches = [
            mock.patch.object(self.kind, "_free", staticmethod(counted_free)),
            mock.patch.object(self.kind, "_take", counted_take),
        ]
        for patch in self.patches:
            patch.start()
        return self

    def __exit__(self, *_):
        gc.collect()
        for patch in self.patches:
            patch.stop()


def random_network(organisations=400, ties=4000):
    """Enough for a call that takes its time."""
    draw = random.Random(1)
    return samen.network(
        organisations={
            "id": [str(i) for i in range(organisations)],
            "sector": [str(i % 5) for i in range(organisations)],
        },
        ties={
            "from": [draw.randrange(organisations) for _ in range(ties)],
            "to": [draw.randrange(organisations) for _ in range(ties)],
        },
        places=True,
    )


def python(code, *words, **named):
    """A program run by an interpreter like this one."""
    bare = ["-S"] if sys.flags.no_site else []
    return subprocess.run(
        [sys.executable, *bare, "-c", code, *map(str, words)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **named,
    )


def resident():
    """KiB of memory that this process holds."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
