# SPDX-License-Identifier: GPL-3.0-or-later
import ast
import os
import re
import shutil
import subprocess
import sys

import samen
from support import SOURCE, Case

BINDING = SOURCE / "examples/ffi/python"
MODULES = sorted((BINDING / "samen").glob("*.py"))


def done(*words, **named):
    result = subprocess.run(
        [str(word) for word in words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **named,
    )
    return result.returncode, result.stdout


class Package(Case):
    def test_it_installs_and_runs_from_where_it_is_installed(self):
        shutil.copytree(BINDING, self.folder / "source")
        target = self.folder / "installed"
        status, said = done(
            sys.executable,
            "-m",
            "pip",
            "install",
            "--no-index",
            "--no-build-isolation",
            "--no-deps",
            "--root-user-action=ignore",
            "--target",
            target,
            self.folder / "source",
        )
        self.assertEqual(status, 0, said)
        self.assertTrue((target / "samen/py.typed").exists())
        status, said = done(
            sys.executable,
            BINDING / "texas.py",
            SOURCE / "examples/data/emon/Texas",
            env={**os.environ, "PYTHONPATH": str(target)},
            cwd=self.folder,
        )
        self.assertEqual((status, said), (0, (SOURCE / "tests/ffi/expected/texas.txt").read_text()))
        self.assertIn(f'version = "{samen.__version__}"', (BINDING / "pyproject.toml").read_text())

    def test_its_types_hold(self):
        status, said = done(
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--cache-dir",
            self.folder,
            "--python-version",
            "3.9",
            "samen",
            cwd=BINDING,
        )
        self.assertEqual(status, 0, said)

    def test_a_users_program_is_checked_against_them(self):
        program = self.folder / "program.py"
        program.write_text(
            'import samen\nview = samen.read("x").view()\n'
            'table: samen.Table = view.brokerage.roles(group="sector")\nrow: int = len(table)\nsamen.read(5)\n'
        )
        status, said = done(
            sys.executable, "-m", "mypy", "--strict", "--cache-dir", self.folder, program
        )
        self.assertEqual(status, 1)
        self.assertEqual(re.findall(r"program.py:(\d+): error", said), ["5"], said)

    def test_python_3_9_reads_it(self):
        for path in MODULES:
            ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))

    def test_the_lines_of_the_readme_run(self):
        lines = re.search(
            r"```python\n(.*?)```", (BINDING / "README.md").read_text(encoding="utf-8"), re.S
        )[1]
        (self.folder / "examples").symlink_to(SOURCE / "examples")
        status, said = done(sys.executable, "-c", lines, cwd=self.folder)
        self.assertEqual(status, 0, said)
        self.assertIn("Kerr County Sheriffs Office", said)
        self.assertTrue((self.folder / "texas.svg").exists())
        self.assertTrue((self.folder / "texas.html").exists())

    def test_a_library_that_is_not_there_is_told_with_the_way_out(self):
        status, said = done(
            sys.executable,
            "-c",
            "import samen",
            env={**os.environ, "SAMEN_LIBRARY": "/nowhere/libsamen.so.0"},
        )
        self.assertEqual(status, 1)
        self.assertRegex(said, "ImportError: /nowhere.*SAMEN_LIBRARY must be")
        environment = {k: v for k, v in os.environ.items() if k != "SAMEN_LIBRARY"}
        status, said = done(sys.executable, "-c", "import samen", env=environment)
        self.assertTrue(status == 0 or "set SAMEN_LIBRARY to" in said, said)

    def test_a_measure_that_the_library_learns_is_there_with_its_help(self):
        library = self.folder / "libsamen.so.0"
        status, said = done(
            SOURCE / "tests/support/template/build", SOURCE, os.environ["SAMEN_PREFIX"], library
        )
        self.assertEqual(status, 0, said)
        lines = """
import pydoc
import samen
view = samen.network([("a", "b"), ("b", "c")], ["a", "b", "c", "d"]).view()
print(view.family.measure()["partners"].to_list(), dir(view).count("family"))
print(pydoc.plain(pydoc.render_doc(view.family.measure)))
try:
    view.family.measure(tabel="x")
except samen.ArgumentError as error:
    print(error)
"""
        status, said = done(
            sys.executable,
            "-c",
            lines,
            env={**os.environ, "SAMEN_LIBRARY": str(library)},
        )
        self.assertEqual(status, 0, said)
        for words in (
            "[1, 2, 1, 0] 1",
            "Title: One sentence for the list of measures.",
            "table: str = 'organisation'",
            "partners (int64): organisations it is tied to",
            'family.measure has no option "tabel"; did you mean "table"?',
        ):
            self.assertIn(words, said)
