# SPDX-License-Identifier: GPL-3.0-or-later
import samen
from support import TEXAS, Case


class Stop(Exception):
    pass


class Writing(Case):
    @classmethod
    def setUpClass(cls):
        cls.view = samen.read(TEXAS).view()

    def test_a_picture_is_drawn_into_a_file(self):
        path = self.folder / "texas.svg"
        self.view.draw("sociogram", path, group="sponsorship", language="nl", width=85)
        svg = path.read_text(encoding="utf-8")
        self.assertTrue(svg.startswith("<svg"))
        self.assertIn("Texas Highway Patrol", svg)
        self.assertIn("85mm", svg)
        self.raises(FileExistsError, "texas.svg", self.view.draw, "sociogram", path)
        self.view.draw("sociogram", str(path), overwrite=True, seed=3)
        self.assertNotIn("85mm", path.read_text(encoding="utf-8"))

    def test_a_report_is_a_page_or_a_text(self):
        page, text = self.folder / "texas.html", self.folder / "texas.txt"
        self.view.report(page, language="nl", title="Wie & <met wie>")
        said = page.read_text(encoding="utf-8")
        self.assertIn('<html lang="nl"', said)
        self.assertIn("Wie &amp; &lt;met wie&gt;", said)
        self.view.report(text, group="location", seed=5)
        said = text.read_text(encoding="utf-8")
        self.assertTrue(said.startswith("In short\n"))
        self.assertIn("Between groups (location)", said)
        self.assertIn("with seed 5", said)
        self.raises(FileExistsError, "texas.txt", self.view.report, text)
        self.view.report(text, True)

    def test_mistakes_are_told_and_leave_no_file(self):
        path = self.folder / "none.html"
        for kind, words, function, arguments, options in (
            (samen.Error, "sociogram", self.view.draw, ("sociogramme", path), {}),
            (samen.Error, "colour", self.view.draw, ("sociogram", path), {"colour": "red"}),
            (samen.Error, "no option", self.view.report, (path,), {"colour": "red"}),
            (KeyError, "no attribute", self.view.report, (path,), {"group": "colour"}),
            (ValueError, "seed", self.view.report, (path,), {"seed": -1}),
        ):
            with self.subTest(words=words):
                self.raises(kind, words, function, *arguments, **options)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_progress_is_told_and_may_stop_a_report(self):
        told = []

        def progress(fraction, what):
            told.append(fraction)
            raise Stop("enough")

        view = samen.network(
            ties={
                "from": [f"o{i}" for i in range(3000)],
                "to": [f"o{i + 1}" for i in range(3000)],
            }
        ).view()
        path = self.folder / "none.txt"
        self.raises(Stop, "enough", view.report, path, progress=progress)
        self.assertEqual(len(told), 1)
        self.assertFalse(path.exists())
