# SPDX-License-Identifier: GPL-3.0-or-later
import datetime

import networkx
import numpy
import pandas

import samen
from support import FULL, HOLES, TEXAS, Case


class Out(Case):
    def test_every_type(self):
        frame = samen.table(FULL).to_pandas()
        self.assertEqual(
            [str(kind) for kind in frame.dtypes][:4], ["object", "int64", "float64", "bool"]
        )
        self.assertEqual(frame.to_dict("list"), FULL)

    def test_nulls(self):
        frame = samen.table(HOLES).to_pandas()
        self.assertEqual(
            [str(kind) for kind in frame.dtypes][:4], ["object", "Int64", "float64", "boolean"]
        )
        self.assertEqual(frame.isna().sum().tolist(), [2] * 5)
        self.assertEqual(frame["whole"].dropna().tolist(), [1, 2**62, -(2**63)])
        recent = samen.table({"day": [datetime.date(2024, 2, 29), None]}).to_pandas()["day"]
        self.assertEqual(recent.tolist(), [pandas.Timestamp(2024, 2, 29), pandas.NaT])

    def test_there_and_back(self):
        table = samen.read(TEXAS).organisations()
        self.assertEqual(samen.table(table.to_pandas()).to_dict(), table.to_dict())
        self.assertEqual(samen.table(samen.table(HOLES).to_pandas()).to_dict(), HOLES)


class In(Case):
    def test_every_type_of_series(self):
        day = datetime.date(2024, 2, 29)
        for series, expected in (
            (pandas.Series(["a", None, numpy.nan]), ["a", None, None]),
            (pandas.Series(["a", None], dtype="string"), ["a", None]),
            (pandas.Series(["a", "b", "a", None], dtype="category"), ["a", "b", "a", None]),
            (pandas.Series([3, 1, 3, None], dtype="category"), [3, 1, 3, None]),
            (pandas.Series([1.5, numpy.nan]), [1.5, None]),
            (pandas.Series([1, 2], dtype="int8"), [1, 2]),
            (pandas.Series([1, None], dtype="Int64"), [1, None]),
            (pandas.Series([1, None], dtype="UInt8"), [1, None]),
            (pandas.Series([1.5, None], dtype="Float64"), [1.5, None]),
            (pandas.Series([True, False]), [True, False]),
            (pandas.Series([True, None], dtype="boolean"), [True, None]),
            (pandas.Series(pandas.to_datetime(["2024-02-29", None])), [day, None]),
            (pandas.Series([day, None]), [day, None]),
            (pandas.Index(["x", "y"]), ["x", "y"]),
            (pandas.Series([None, None], dtype="category"), [None, None]),
        ):
            self.assertEqual(samen.table({"x": series})["x"].to_list(), expected, series.dtype)
        zoned = pandas.Series(pandas.to_datetime(["2024-02-29"], utc=True))
        self.raises(TypeError, "time zone", samen.table, {"x": zoned})

    def test_a_network_of_frames(self):
        organisations = pandas.DataFrame(
            {"id": ["é", "東京"], "sector": pandas.Categorical(["x", None])}, index=[7, 3]
        )
        ties = pandas.DataFrame(
            {
                "from": ["é"],
                "to": ["東京"],
                "form": pandas.Categorical(["action"]),
                "weight": [numpy.nan],
                5: [1],
            }
        )
        network = samen.network(ties, organisations)
        self.assertEqual(network.ties()["weight"].to_list(), [1.0])
        self.assertEqual(network.ties()["5"].to_list(), [1])
        self.assertEqual(network.organisations()["sector"].to_list(), ["x", None])
        self.assertEqual(samen.network(ties).organisations()["id"].to_list(), ["é", "東京"])
        by_places = samen.network(
            pandas.DataFrame({"from": [0], "to": [1], "weight": [2.5]}), organisations, places=True
        )
        self.assertEqual(by_places.ties()["weight"].to_list(), [2.5])

    def test_two_columns_of_one_name_are_refused(self):
        frame = pandas.DataFrame([[1, 2]], columns=["x", "x"])
        self.raises(ValueError, "same name", samen.table, frame)

    def test_errors_count_rows_and_columns_of_the_frame(self):
        ties = pandas.DataFrame({"from": ["a", "a"], "to": ["b", None]}, index=[10, 20])
        error = self.raises(samen.MissingError, "to", samen.network, ties, ["a", "b"])
        self.assertEqual((error.row, error.column), (1, 1))


class Networkx(Case):
    def test_a_graph(self):
        graph = networkx.Graph()
        graph.add_node("a", sector="x", name="A")
        graph.add_edge("a", 2, weight=2.5, form="overleg", since=datetime.date(2020, 1, 1))
        graph.add_edge(2, "é", form="action")
        network = samen.from_networkx(graph)
        self.assertEqual(network.organisations()["id"].to_list(), ["a", "2", "é"])
        self.assertEqual(network.organisations()["sector"].to_list(), ["x", None, None])
        self.assertEqual(network.ties()["weight"].to_list(), [2.5, 1])
        self.assertEqual(network.ties()["form"].to_list(), ["consultation", "action"])
        self.assertFalse(network.view().is_directed)

    def test_graphs_of_other_kinds(self):
        directed = samen.from_networkx(networkx.MultiDiGraph([(0, 1), (0, 1), (1, 2)]))
        self.assertTrue(directed.view().is_directed)
        self.assertEqual(directed.count("ties"), 3)
        lonely = networkx.Graph()
        lonely.add_nodes_from("ab")
        self.assertEqual(samen.from_networkx(lonely).count("organisations"), 2)

    def test_the_same_numbers_as_networkx(self):
        graph = networkx.karate_club_graph()
        found = samen.from_networkx(graph).view().brokerage.betweenness()
        expected = networkx.betweenness_centrality(graph, normalized=False)
        for row in found:
            self.assertAlmostEqual(row.betweenness, expected[int(row.organisation)], places=9)
