# SPDX-License-Identifier: GPL-3.0-or-later
import datetime
import gc

import numpy

import samen
from support import FULL, HOLES, Case


class Out(Case):
    def test_numbers_are_not_copied_and_keep_the_table(self):
        table = samen.table({"whole": range(1000), "real": [row / 2 for row in range(1000)]})
        for name, kind in (("whole", "int64"), ("real", "float64")):
            values = table[name].to_numpy()
            self.assertEqual(values.dtype, kind)
            self.assertEqual(values.ctypes.data % 64, 0)
            self.assertEqual(values.ctypes.data, table[name].to_numpy().ctypes.data)
            self.assertTrue(numpy.shares_memory(values, numpy.asarray(table[name])))
            self.assertFalse(values.flags.writeable)
            with self.assertRaises(ValueError):
                values[0] = 1
            with self.assertRaises(ValueError):
                values.flags.writeable = True
        whole = table["whole"].to_numpy()[10:20]
        del table, values
        gc.collect()
        samen.table({"other": [7] * 1000})
        self.assertEqual(whole.tolist(), list(range(10, 20)))

    def test_every_type(self):
        table = samen.table(FULL)
        for name, values in FULL.items():
            self.assertEqual(table[name].to_numpy().tolist(), values)
        self.assertEqual(table["day"].to_numpy().dtype, "datetime64[D]")
        self.assertEqual(table["yes"].to_numpy().dtype, bool)
        self.assertEqual(table["key"].to_numpy().dtype, object)
        self.assertEqual(samen.table({"x": numpy.empty(0)})["x"].to_numpy().shape, (0,))

    def test_nulls_are_masked_and_never_zero(self):
        table = samen.table(HOLES)
        for name in ("whole", "real", "yes"):
            values = table[name].to_numpy()
            self.assertIsInstance(values, numpy.ma.MaskedArray)
            self.assertEqual(values.tolist(), HOLES[name])
        self.assertEqual(table["day"].to_numpy().tolist(), HOLES["day"])
        self.assertEqual(table["key"].to_numpy().tolist(), HOLES["key"])
        self.assertEqual(table["real"].to_numpy().mean(), numpy.mean([0.5, 1e300, 1e-300]))

    def test_asarray_has_nan(self):
        table = samen.table(HOLES)
        self.assertTrue(numpy.isnan(numpy.mean(table["real"])))
        self.assertEqual(numpy.nanmax(table["whole"]), 2.0**62)
        self.assertEqual(numpy.asarray(table["yes"]).tolist(), HOLES["yes"])
        self.assertEqual(
            numpy.array(samen.table({"x": [0.5]})["x"], dtype="float32").dtype, "float32"
        )
        self.assertTrue(numpy.array(samen.table(FULL)["real"]).flags.writeable)


class In(Case):
    def test_every_kind_of_array(self):
        for values in (
            numpy.array([1, 2, 3], dtype=kind)
            for kind in ("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", ">i4", "f4", "f8", ">f8")
        ):
            self.assertEqual(samen.table({"x": values})["x"].to_list(), [1, 2, 3])
        for values, expected in (
            (numpy.array([True, False] * 9), [True, False] * 9),
            (numpy.array(["é", "東京"]), ["é", "東京"]),
            (numpy.array(["é", None], dtype=object), ["é", None]),
            (numpy.arange(10)[::3], [0, 3, 6, 9]),
            (numpy.ma.MaskedArray([1.5, 2.5], [False, True]), [1.5, None]),
            (numpy.ma.MaskedArray([True, False], [False, True]), [True, None]),
            (
                numpy.array(["2024-02-29", "NaT"], dtype="datetime64[ns]"),
                [datetime.date(2024, 2, 29), None],
            ),
            (numpy.array(["1600-01"], dtype="datetime64[M]"), [datetime.date(1600, 1, 1)]),
            ([numpy.int32(1), None, 3], [1, None, 3]),
            ([numpy.float64(1.5), 2], [1.5, 2.0]),
            ([numpy.str_("a"), "b"], ["a", "b"]),
        ):
            self.assertEqual(samen.table({"x": values})["x"].to_list(), expected)

    def test_what_is_no_column_is_refused(self):
        for values, kind, words in (
            (numpy.zeros((2, 2)), ValueError, "2 dimensions"),
            (numpy.array([1j]), TypeError, "complex128"),
            (numpy.array([1, 2], dtype="timedelta64[s]"), TypeError, "timedelta64"),
            (numpy.array(["2024-01-01T12"], dtype="datetime64[h]"), ValueError, "whole day"),
            (numpy.array([1.0, numpy.inf]), samen.InvalidValueError, "row 1"),
            (numpy.array([2**64 - 1], dtype="u8"), samen.InvalidValueError, "row 0"),
        ):
            self.raises(kind, words, samen.table, {"x": values})

    def test_places_in_arrays(self):
        for kind in ("i8", "i4", "u2"):
            network = samen.network(
                organisations={"id": numpy.array(["a", "b", "c"])},
                ties={
                    "from": numpy.array([0, 1], dtype=kind),
                    "to": numpy.array([1, 2], dtype=kind),
                    "form": numpy.array([5, 0]),
                    "weight": numpy.array([2, 3]),
                    "directed": True,
                },
                typology="samenwerken",
                places=True,
            )
            self.assertEqual(network.ties()["form"].to_list(), ["action", "consultation"])
            self.assertEqual(network.ties()["weight"].to_list(), [2, 3])
        builder = samen.Builder()
        for values in (
            numpy.array([0.5]),
            numpy.zeros((1, 1), int),
            numpy.ma.MaskedArray([0], [True]),
        ):
            self.raises(TypeError, "from must be", builder.add_ties, values, [0], "action")

    def test_texts_are_the_same_with_and_without_numpy(self):
        for texts in (["a", "é", ""], [""], ["", "", "東京"], ["x"] * 1000):
            self.assertEqual(samen.table({"x": texts})["x"].to_list(), texts)
