# SPDX-License-Identifier: GPL-3.0-or-later
import array
import collections
import datetime
import threading

import samen
from support import SOURCE, TEXAS, Case


def edges(network):
    return [(row["from"], row["to"]) for row in network.ties()]


class Read(Case):
    def test_a_folder(self):
        network = samen.read(TEXAS)
        self.assertEqual((network.count("organisations"), network.count("ties")), (25, 186))
        self.assertEqual(
            repr(network),
            "<samen.Network: 25 organisations, 186 ties, 0 partnerships, 0 memberships>",
        )
        self.assertEqual(list(network.typology), ["ad-hoc"])
        self.assertEqual(network.organisations()["sponsorship"][0], "Federal")
        self.raises(ValueError, "organisations, ties", network.count, "nothing")

    def test_what_cannot_be_read_says_where(self):
        (self.folder / "ties.csv").write_text("from,to,weight\na,b,1\na,c,-1\n", encoding="utf-8")
        error = self.raises(samen.InvalidValueError, "ties.csv:3:3", samen.read, self.folder)
        self.assertEqual((error.row, error.column), (1, 2))
        self.assertIsInstance(error, ValueError)
        problems = samen.check(self.folder)
        self.assertEqual((problems[0].severity, problems[0].line), ("error", 3))
        error = self.raises(FileNotFoundError, "nowhere", samen.read, self.folder / "nowhere")
        self.assertIsInstance(error, samen.NotFoundError)

    def test_limits_and_leniency(self):
        (self.folder / "ties.csv").write_text("from,to\n", encoding="utf-8")
        self.assertEqual(samen.read(self.folder, allow_empty=True).count("ties"), 0)
        self.raises(samen.LimitError, "", samen.read, TEXAS, max_rows=10)
        self.raises(TypeError, "max_rows", samen.read, TEXAS, maximum=10)

    def test_written_and_read_again(self):
        network = samen.read(SOURCE / "examples/data/house-of-the-child")
        network.write(self.folder / "new", separator=";", decimal_comma=True)
        again = samen.read(self.folder / "new")
        for part in ("organisations", "ties", "partnerships", "memberships"):
            self.assertEqual(again.table(part).to_dict(), network.table(part).to_dict())
        self.raises(FileExistsError, "", network.write, self.folder / "new")
        network.write(self.folder / "new", overwrite=True)


class WithoutNames(Case):
    def test_pseudonyms_and_their_key(self):
        network = samen.read(SOURCE / "examples/data/house-of-the-child")
        made, key = network.anonymise(keep="sector", secret="a secret of our own")
        self.assertEqual(made.count("ties"), network.count("ties"))
        names = {row.pseudonym: row.key for row in key if row.kind == "organisation"}
        self.assertEqual(sorted(names.values()), sorted(network.organisations()["id"]))
        self.assertEqual(list(made.organisations()["id"]), sorted(names))
        self.assertEqual(
            set(made.organisations()["sector"]), {"education", "welfare", "other groups"}
        )
        before = {row.organisation: row.betweenness for row in network.view().brokerage.betweenness()}
        for row in made.view().brokerage.betweenness():
            self.assertAlmostEqual(row.betweenness, before[names[row.organisation]], places=9)
        self.raises(ValueError, "fewer than 16 bytes", network.anonymise, secret="short")


class FromColumns(Case):
    def test_lists_with_everything(self):
        network = samen.network(
            organisations={
                "id": ["é", "東京", "🤝"],
                "name": ["Één", None, "Drie"],
                "staff": [1, None, 3],
            },
            partnerships={"id": ["p"], "form": ["learning"], "start": [datetime.date(2024, 1, 1)]},
            ties={
                "from": ["é", "東京"],
                "to": ["東京", "🤝"],
                "form": ["action", "overleg"],
                "weight": [1.5, None],
                "directed": [True, False],
                "start": ["2024-01-31", None],
                "partnership": ["p", None],
                "remark": ["x", "y"],
            },
            memberships={"partnership": "p", "organisation": ["é", "🤝"], "role": ["lead", None]},
        )
        self.assertEqual(network.organisations()["id"].to_list(), ["é", "東京", "🤝"])
        self.assertEqual(network.organisations()["staff"].to_list(), [1, None, 3])
        ties = network.ties()
        self.assertEqual(ties["form"].to_list(), ["action", "consultation"])
        self.assertEqual(ties["weight"].to_list(), [1.5, 1.0])
        self.assertEqual(ties["start"][0], datetime.date(2024, 1, 31))
        self.assertEqual(ties["remark"].to_list(), ["x", "y"])
        self.assertEqual(network.memberships()["role"].to_list(), ["lead", None])
        self.assertEqual(
            network.view(forms="action", partnerships="ignore").ties()["to"].to_list(), ["東京"]
        )

    def test_organisations_and_partnerships_left_out_come_from_the_rest(self):
        network = samen.network(
            ties=[("b", "a"), ("a", "c")],
            memberships={"partnership": ["p", "q"], "organisation": ["d", "b"]},
        )
        self.assertEqual(network.organisations()["id"].to_list(), ["b", "a", "c", "d"])
        self.assertEqual(network.partnerships()["id"].to_list(), ["p", "q"])
        self.assertEqual(list(network.typology), ["collaboration"])

    def test_rows_as_texts_tuples_and_dicts(self):
        Tie = collections.namedtuple("Tie", "source target form weight")
        for ties in (
            [("a", "b", "action", 2), ("b", "c")],
            [Tie("a", "b", "action", 2), Tie("b", "c", "consultation", None)],
            [
                {"from": "a", "to": "b", "form": "action", "weight": 2},
                {"from": "b", "to": "c", "form": "overleg"},
            ],
        ):
            if len(ties[1]) == 2 and isinstance(ties[1], tuple):
                ties[1] += ("overleg",)
            network = samen.network(ties, organisations=["a", "b", "c"])
            self.assertEqual(edges(network), [("a", "b"), ("b", "c")])
            self.assertEqual(network.ties()["weight"].to_list(), [2.0, 1.0])
        self.raises(TypeError, "samen.read()", samen.network, "folder")
        self.raises(ValueError, "cells", samen.network, [tuple("abcdefghijk")])

    def test_keys_that_are_whole_numbers(self):
        network = samen.network(ties={"from": [1, 2], "to": array.array("i", [2, 30])})
        self.assertEqual(edges(network), [("1", "2"), ("2", "30")])

    def test_a_network_without_ties(self):
        network = samen.network(ties=[], organisations=["a", "b"])
        self.assertEqual((network.count("organisations"), network.count("ties")), (2, 0))

    def test_errors_say_row_and_column(self):
        for part, rows, kind, row, column in (
            ("ties", {"from": ["a", "x"], "to": ["b", "b"]}, samen.UnknownKeyError, 1, 0),
            ("ties", {"from": ["a"], "to": ["b"], "weight": [0]}, samen.InvalidValueError, 0, 2),
            ("organisations", {"id": ["c", "d", "c"]}, samen.DuplicateError, 2, 0),
            ("memberships", {"organisation": ["a"]}, samen.MissingError, None, None),
        ):
            builder = samen.Builder()
            builder.add("organisations", ["a", "b"])
            with self.assertRaises(kind) as caught:
                builder.add(part, {**rows, **({"form": "action"} if part == "ties" else {})})
            self.assertEqual((caught.exception.row, caught.exception.column), (row, column))
            self.assertGreater(caught.exception.argument or 0, 0)
            builder.add("ties", [("a", "b", "action")])
            self.assertEqual(builder.finish().count("ties"), 1)

    def test_typologies(self):
        mine = samen.Typology(
            [
                "meeting",
                {"key": "project", "name_nl": "traject", "commitment": 2, "aliases": ["plan"]},
            ]
        )
        self.assertEqual(list(mine), ["meeting", "project"])
        self.assertEqual((mine.find("Traject"), mine.find("plan"), mine.find("x")), (1, 1, -1))
        self.assertIn("project", mine)
        self.assertEqual(mine.table()["commitment"].to_list(), [None, 2])
        network = samen.network([("a", "b", "plan")], typology=mine)
        self.assertEqual(network.ties()["form"].to_list(), ["project"])
        self.assertEqual(len(samen.Typology.builtin("frey")), 5)
        self.assertEqual(
            len(samen.network([("a", "b", "networking")], typology="frey").typology), 5
        )
        self.raises(samen.DuplicateError, "", samen.Typology, ["a", "A"])
        self.raises(ValueError, "himmelman", samen.Typology.builtin, "none")
        self.raises(ValueError, "aliases", samen.Typology, [{"key": "a", "alias": "b"}])

    def test_which_form_is_it_and_which_would_suit(self):
        found = samen.classify(commitment=True, common_goal=True, purpose="learn")
        self.assertEqual(found[0].form, "learning")
        self.assertIsNone(samen.classify()[0].form)
        self.assertEqual(samen.advise("resources")[0].form, "resource")
        self.raises(ValueError, "joint_task", samen.advise, "nothing")


class FromPlaces(Case):
    def test_ties_and_memberships(self):
        network = samen.network(
            organisations=["a", "b", "c"],
            partnerships=[("p", "P", "action")],
            ties={
                "from": [0, 1],
                "to": array.array("q", [1, 2]),
                "form": ["action", "overleg"],
                "weight": [2, 0.5],
            },
            memberships={"partnership": [0, 0], "organisation": range(2)},
            places=True,
        )
        self.assertEqual(edges(network), [("a", "b"), ("b", "c")])
        self.assertEqual(network.ties()["form"].to_list(), ["action", "consultation"])
        self.assertEqual(network.ties()["weight"].to_list(), [2, 0.5])
        self.assertEqual(network.memberships()["organisation"].to_list(), ["a", "b"])

    def test_threads_take_turns_with_a_builder(self):
        builder = samen.Builder(["one"])
        builder.add("organisations", [str(i) for i in range(100)])

        def work():
            for _ in range(200):
                builder.add_ties(range(99), range(1, 100))
                builder.add("ties", {"from": ["1"], "to": ["2"]})

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(builder.finish().count("ties"), 4 * 200 * 100)

    def test_what_is_wrong_says_so(self):
        builder = samen.Builder()
        builder.add("organisations", ["a", "b"])
        error = self.raises(samen.UnknownKeyError, "", builder.add_ties, [0, 5], [1, 1], "action")
        self.assertEqual((error.row, error.argument), (1, 3))
        self.raises(samen.UnknownKeyError, "actoin", builder.add_ties, [0], [1], "actoin")
        self.raises(samen.InvalidValueError, "", builder.add_ties, [0], [1], "action", [-1])
        self.raises(ValueError, "to has 2 rows", builder.add_ties, [0], [1, 1], "action")
        self.raises(TypeError, "from must be whole numbers", builder.add_ties, ["a"], [1], "action")
        self.raises(samen.ArgumentError, "form", builder.add_ties, [0], [1])
        for ties, words in (
            ({"from": [0], "to": [0], "start": []}, "not start"),
            ({"from": [0]}, '"to"'),
        ):
            self.raises((ValueError, KeyError), words, samen.network, ties, ["a"], places=True)
        builder.add_ties([0], [1], "action", directed=True)
        self.assertEqual(builder.finish().ties()["directed"].to_list(), [True])


class Views(Case):
    def test_every_kind_of_choice(self):
        network = samen.read(TEXAS)
        self.assertEqual(len(network.view()), 25)
        self.assertEqual(len(network.view(where={"sponsorship": ["County", "City"]})), 15)
        self.assertEqual(len(network.view(where="sponsorship=City")), 2)
        self.assertEqual(len(network.view(where=["sponsorship!=City", "location=L"])), 14)
        self.assertEqual(len(network.view(where={"paid_staff": 1})), 1)
        self.assertEqual(
            network.view(organisations=["red-cross", "texas-rangers"]).organisations(),
            ["texas-rangers", "red-cross"],
        )
        self.assertFalse(network.view(direction="either").is_directed)
        self.assertTrue(network.view().is_directed)
        self.assertEqual(network.view(min_weight=4).ties()["weight"].to_list().count(3), 0)
        self.assertEqual(network.view(forms=["ad-hoc"]).network.count("ties"), 186)
        self.assertIn("25 organisations, directed", repr(network.view()))

    def test_days_and_names_with_any_sign(self):
        name = 'a "b"; c=d'
        network = samen.network(
            organisations={"id": ["x", "y"], "group": [name, "z"]},
            ties={
                "from": ["x"],
                "to": ["y"],
                "start": [datetime.date(2024, 1, 1)],
                "end": "2024-02-01",
            },
        )
        self.assertEqual(network.view(where={"group": name}).organisations(), ["x"])
        self.assertEqual(len(network.view(from_=datetime.date(2024, 1, 31)).ties()), 1)
        self.assertEqual(len(network.view(from_="2024-02-01").ties()), 0)
        self.assertEqual(len(network.view(from_=datetime.datetime(2024, 2, 1)).ties()), 0)
        noon = datetime.datetime(2024, 2, 1, 12)
        self.raises(samen.ArgumentError, "2024-02-01T12", network.view, from_=noon)

    def test_what_is_unknown_is_refused_in_the_librarys_words(self):
        network = samen.read(TEXAS)
        self.raises(
            ValueError,
            'view has no option "form"; did you mean "forms"',
            network.view,
            form="ad-hoc",
        )
        self.raises(samen.UnknownKeyError, "ad-hoc", network.view, forms=["consultation"])
        self.raises(samen.UnknownKeyError, "", network.view, where={"nothing": "x"})
        self.raises(samen.ArgumentError, "either", network.view, direction="neither")
        self.raises(TypeError, "cannot be an option", network.view, min_weight=object())
        self.raises(AttributeError, "brokerage", lambda: network.view().nothing)
