# SPDX-License-Identifier: GPL-3.0-or-later
import inspect
import pydoc
import subprocess
import sys

import samen
from support import SOURCE, TEXAS, Case


class Measures(Case):
    @classmethod
    def setUpClass(cls):
        cls.view = samen.read(TEXAS).view()

    def test_every_measure_of_the_registry_is_there_and_runs(self):
        view = samen.read(SOURCE / "examples/data/house-of-the-child").view()
        needed = {"group": "sector"}
        for row in samen.describe():
            family, name = row.measure.split(".")
            self.assertIn(family, dir(view))
            self.assertIn(name, dir(getattr(view, family)))
            measure = getattr(getattr(view, family), name)
            parameters = inspect.signature(measure).parameters
            options = {
                option: needed[option]
                for option, parameter in parameters.items()
                if parameter.default is parameter.empty
            }
            table = measure(**options)
            self.assertEqual(table.provenance["measure"], row.measure)
            told = [
                about
                for about in samen.describe_columns(row.measure)
                if about.table == row.tables.split(",")[0]
            ]
            self.assertEqual(
                set(table.columns) - {about.column for about in told}, set(), row.measure
            )

    def test_options_of_every_type(self):
        view = self.view
        self.assertEqual(view.composition.forms(table="form").columns[0], "form")
        self.assertEqual(
            view.brokerage.betweenness(weighted=True).provenance["option.weighted"], "true"
        )
        self.assertEqual(
            view.brokerage.roles(group="sponsorship", draws=0, table="network")["p_more"][0], None
        )
        self.assertEqual(
            view.cohesion.density(level=0.9, draws=50).provenance["option.level"], "0.9"
        )
        self.assertEqual(view.cohesion.density(draws=None).provenance["option.draws"], "1000")

    def test_by_name(self):
        table = self.view.measure("brokerage.holes", weighted=True)
        self.assertEqual(table.to_dict(), self.view.brokerage.holes(weighted=True).to_dict())

    def test_what_is_unknown_is_refused_in_the_librarys_words(self):
        roles = self.view.brokerage.roles
        self.raises(
            samen.ArgumentError, 'no option "grop"; did you mean "group"', roles, grop="sponsorship"
        )
        self.raises(samen.ArgumentError, "needs the option group", roles)
        self.raises(samen.ArgumentError, "from 0 to", roles, group="sponsorship", draws=-5)
        self.raises(
            samen.UnknownKeyError,
            'nearest is "brokerage.roles"',
            self.view.measure,
            "brokerage.role",
        )
        self.raises(AttributeError, "roles", lambda: self.view.brokerage.role)

    def test_help_and_signature_come_from_the_registry(self):
        measure = self.view.brokerage.betweenness
        self.assertEqual(inspect.signature(measure).parameters["weighted"].default, False)
        self.assertEqual(inspect.signature(measure).parameters["distance"].annotation, str)
        said = pydoc.plain(pydoc.render_doc(measure))
        for words in (
            "weighted: bool = False",
            "inverse, log, weight",
            "pairs of others",
            "Freeman 1977",
            "seed",
        ):
            self.assertIn(words, said)
        self.assertIn("roles: ", pydoc.render_doc(self.view.brokerage))
        self.assertIn("drop_isolates", pydoc.render_doc(samen.Network.view))
        network = self.view.network
        self.assertIn("from_", inspect.signature(network.view).parameters)
        for words in ("drop_isolates: bool = False", "from_: only what", "left out (0 or more)"):
            self.assertIn(words, pydoc.render_doc(network.view))
        self.assertIn("-> samen._table.Table", pydoc.render_doc(measure))

    def test_the_same_seed_gives_the_same_bits_on_any_number_of_threads(self):
        results = [
            self.view.brokerage.roles(
                group="sponsorship", table="network", seed=7, threads=threads
            ).to_dict()
            for threads in (0, 1, 2, 5)
        ]
        self.assertEqual(results, results[:1] * 4)
        other = self.view.brokerage.roles(group="sponsorship", table="network", seed=8).to_dict()
        self.assertNotEqual(other["p_more"], results[0]["p_more"])
        self.raises(ValueError, "seed", self.view.cohesion.density, seed=-1)
        self.raises(ValueError, "threads", self.view.cohesion.density, threads=-1)
        self.raises(samen.ArgumentError, "threads", self.view.cohesion.density, threads=5000)
        self.raises(TypeError, "", self.view.cohesion.density, seed="x")
        self.raises(TypeError, "progress", self.view.cohesion.density, progress=1)

    def test_the_analysis_of_texas_prints_what_every_language_prints(self):
        bare = ["-S"] if sys.flags.no_site else []
        printed = subprocess.run(
            [sys.executable, *bare, SOURCE / "examples/ffi/python/texas.py", TEXAS],
            capture_output=True,
            text=True,
            check=False,
        )
        self.assertEqual(printed.stderr, "")
        expected = (SOURCE / "tests/ffi/expected/texas.txt").read_text(encoding="utf-8")
        self.assertEqual(printed.stdout, expected)
