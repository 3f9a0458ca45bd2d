# SPDX-License-Identifier: GPL-3.0-or-later
import datetime
import gc
import json
import pickle
import random

import samen
from support import FULL, HOLES, TEXAS, Case


class Columns(Case):
    def test_every_type_comes_back_as_it_went(self):
        table = samen.table(FULL)
        self.assertEqual(table.to_dict(), {**FULL, "key": FULL["key"]})
        self.assertEqual(
            [table[name].type for name in table.columns],
            ["text", "int64", "float64", "bool", "date"],
        )
        self.assertEqual([table[name].nulls for name in table.columns], [0] * 5)

    def test_every_type_comes_back_with_its_nulls(self):
        table = samen.table(HOLES)
        self.assertEqual(table.to_dict(), HOLES)
        self.assertEqual([table[name].nulls for name in table.columns], [2] * 5)

    def test_a_column_of_nulls_alone_is_of_texts(self):
        column = samen.table({"nothing": [None] * 20})["nothing"]
        self.assertEqual((column.type, column.nulls, column.to_list()), ("text", 20, [None] * 20))

    def test_a_column_is_a_sequence(self):
        for name, values in HOLES.items():
            column = samen.table(HOLES)[name]
            self.assertEqual(len(column), 5)
            self.assertEqual([column[row] for row in range(5)], values)
            self.assertEqual(column[-1], values[-1])
            self.assertEqual(column[1:4], values[1:4])
            self.assertEqual(list(column), values)
            self.assertEqual(list(reversed(column)), values[::-1])
            self.assertIn(values[0], column)
            with self.assertRaises(IndexError):
                column[5]
            with self.assertRaises(IndexError):
                column[-6]

    def test_bitmaps_of_every_length_are_read_to_their_end(self):
        for rows in range(40):
            flags = [row % 3 == 0 for row in range(rows)]
            holes = [None if flag else flag for flag in flags]
            if rows:
                table = samen.table({"flags": flags, "holes": holes})
                self.assertEqual(table["flags"].to_list(), flags)
                self.assertEqual(table["holes"].to_list(), holes)

    def test_columns_of_any_length_with_nulls_anywhere_come_back(self):
        draw = random.Random(1)
        kinds = {
            "text": lambda: draw.choice(["", "a", "é", "東京", "🤝" * 3, "x" * 50]),
            "ascii": lambda: draw.choice(["", "a", "b" * 20]),
            "whole": lambda: draw.randrange(-(2**63), 2**63),
            "real": lambda: draw.uniform(-1, 1) * 10 ** draw.randrange(-300, 300),
            "yes": lambda: draw.random() < 0.5,
            "day": lambda: datetime.date.fromordinal(draw.randrange(1, 3652059)),
        }
        for case in range(300):
            rows, gone = draw.randrange(1, 70), draw.choice([0, 0.1, 0.9])
            columns = {
                name: [None if draw.random() < gone else make() for _ in range(rows)]
                for name, make in kinds.items()
            }
            self.assertEqual(samen.table(columns).to_dict(), columns, case)

    def test_an_empty_table_has_empty_columns(self):
        table = samen.table(FULL)
        none = samen.table({name: values[:0] for name, values in FULL.items()})
        self.assertEqual((len(none), list(none)), (0, []))
        for name in table.columns:
            self.assertEqual(none[name].to_list(), [])

    def test_whole_numbers_and_real_ones_together_are_real(self):
        self.assertEqual(samen.table({"x": [1, 2.5]})["x"].to_list(), [1.0, 2.5])

    def test_one_value_stands_in_every_row(self):
        table = samen.table({"a": [1, 2], "b": "é", "c": 3, "d": None, "e": True})
        self.assertEqual(
            [list(row) for row in table], [[1, "é", 3, None, True], [2, "é", 3, None, True]]
        )

    def test_what_cannot_be_a_column_is_refused_by_its_name(self):
        for values, kind, words in (
            ([1, "a"], TypeError, 'column "x" holds int, str'),
            ([object()], TypeError, 'column "x" holds object'),
            ([2**64], ValueError, 'column "x"'),
            ([datetime.datetime(2024, 1, 1, 12)], ValueError, "not a whole day"),
            (["\ud800"], ValueError, 'column "x"'),
            ([float("nan")], samen.InvalidValueError, 'row 0, column "x": the number is NaN'),
            (["a\0b", "c"], samen.InvalidValueError, 'row 0, column "x"'),
        ):
            self.raises(kind, words, samen.table, {"x": values})
        self.raises(ValueError, "different lengths: x 1, y 2", samen.table, {"x": [1], "y": [1, 2]})
        self.raises(ValueError, "no column says", samen.table, {"x": 1})

    def test_numbers_are_seen_in_place_and_keep_the_table(self):
        data = samen.table(FULL)["real"].data
        gc.collect()
        samen.table({"other": list(range(1000))})
        self.assertEqual(data.tolist(), FULL["real"])
        self.assertTrue(data.readonly)
        with self.assertRaises(TypeError):
            data[0] = 1.0
        self.raises(TypeError, '"key" is text', lambda: samen.table(FULL)["key"].data)


class Rows(Case):
    def test_rows_have_names(self):
        row = samen.table({"from": ["a"], "count": [3], "staff paid": [1.5], "index": [2]})[0]
        self.assertEqual(
            (row["from"], row.count, row["staff paid"], row.index, row[0]), ("a", 3, 1.5, 2, "a")
        )
        self.assertEqual(row.to_dict(), {"from": "a", "count": 3, "staff paid": 1.5, "index": 2})
        self.assertEqual(repr(row), "Row(from='a', count=3, staff paid=1.5, index=2)")
        self.assertEqual(pickle.loads(pickle.dumps(row)), row)
        self.assertEqual(pickle.loads(pickle.dumps(row)).count, 3)
        with self.assertRaises(AttributeError):
            row.nothing
        with self.assertRaises(KeyError):
            row["nothing"]

    def test_rows_are_got_by_place(self):
        table = samen.table(HOLES)
        self.assertEqual(list(table)[1], table[1])
        self.assertEqual(table[-1], table[4])
        with self.assertRaises(IndexError):
            table[5]

    def test_a_column_that_is_not_there_is_told_with_those_that_are(self):
        table = samen.table(FULL)
        error = self.raises(KeyError, "key, whole, real, yes, day", lambda: table["nothing"])
        self.assertIsInstance(error, KeyError)
        self.assertIn("real", table)
        self.assertNotIn("nothing", table)


class OtherTables(Case):
    def test_sorted_with_nulls_last(self):
        table = samen.table({"x": [2, None, 3, 1]})
        self.assertEqual(table.sort("x")["x"].to_list(), [1, 2, 3, None])
        self.assertEqual(table.sort("x", descending=True)["x"].to_list(), [3, 2, 1, None])
        self.assertEqual(table.sort("x", limit=2)["x"].to_list(), [1, 2])
        self.raises(samen.Error, "nothing", table.sort, "nothing")

    def test_head_and_selected_columns(self):
        table = samen.table(FULL)
        self.assertEqual(table.head(2)["whole"].to_list(), FULL["whole"][:2])
        self.assertEqual(table.select("real", "key").columns, ("real", "key"))
        self.raises(samen.Error, "nothing", table.select, "nothing")
        odd = samen.table({"a,b": [1], "x": [2], 'c"': [3]}).select('c"', "a,b")
        self.assertEqual(odd.to_dict(), {'c"': [3], "a,b": [1]})

    def test_notes_and_provenance(self):
        view = samen.network(ties=[("a", "b"), ("c", "c")], organisations=["a", "b", "c"]).view()
        table = view.centrality.degree()
        self.assertEqual([note.code for note in table.notes], ["self-ties"])
        self.assertEqual(table.notes[0].number, 1)
        self.assertIn("self", table.notes[0].text)
        self.assertEqual(table.provenance["measure"], "centrality.degree")
        self.assertEqual(table.provenance["samen"], samen.__version__)
        self.assertEqual(table.select("degree").notes, table.notes)


class Written(Case):
    def test_as_texts(self):
        table = samen.table(HOLES)
        self.assertEqual(table.to_csv().splitlines()[2], ",,,,")
        self.assertEqual(table.to_csv(), table.format("csv"))
        self.assertEqual(
            [row["real"] for row in json.loads(table.format("json"))["rows"]], HOLES["real"]
        )
        self.assertIn("| 東京", table.format("markdown"))
        self.assertIn("東京", table.format())
        self.raises(ValueError, "text, csv, json, markdown", table.format, "xml")

    def test_decimals_and_formulas(self):
        table = samen.table({"x": [1 / 3], "y": ["=1+1"]})
        self.assertIn("0.33 ", table.format(decimals=2))
        self.assertIn("'=1+1", table.to_csv(guard=True))
        self.assertNotIn("'", table.to_csv())

    def test_as_files_and_never_over_one_unasked(self):
        table = samen.table(FULL)
        path = self.folder / "é.csv"
        self.assertIsNone(table.to_csv(path))
        self.assertEqual(path.read_text(encoding="utf-8"), table.to_csv())
        error = self.raises(FileExistsError, "é.csv", table.write, path)
        self.assertIsInstance(error, samen.ExistsError)
        table.write(path, overwrite=True)
        table.write(str(self.folder / "table.json"))
        json.loads((self.folder / "table.json").read_text(encoding="utf-8"))
        self.raises(FileNotFoundError, "", table.write, self.folder / "none" / "x.csv")
        self.raises(ValueError, "NUL", table.write, "a\0b")

    def test_looked_at(self):
        table = samen.table({"x": list(range(100)), "<y>": ["<b>&"] * 99 + [None]})
        self.assertEqual(len(repr(table).splitlines()), 22)
        self.assertIn("100 rows", repr(table))
        page = table._repr_html_()
        self.assertIn("<th>&lt;y&gt;</th>", page)
        self.assertIn("<td>&lt;b&gt;&amp;</td>", page)
        self.assertNotIn("<b>", page)
        self.assertEqual(page.count("<tr>"), 21)
        self.assertIn("rows", repr(table["x"]))

    def test_kept_after_network_and_view_are_gone(self):
        table = samen.read(TEXAS).view().brokerage.betweenness()
        column = table.sort("betweenness", descending=True)["betweenness"]
        del table
        gc.collect()
        self.assertAlmostEqual(column[0], 124.9598568098568, places=12)
