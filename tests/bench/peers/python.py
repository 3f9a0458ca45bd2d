#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Betweenness of edges "u v weight" by a tool of Python: python.py networkx|graph-tool|networkit FILE RESULT

The graph is in memory before the clock starts; tools that know threads use all that there are. Prints
"tool<TAB>wall<TAB>processor<TAB>0"."""
import sys
import time

import numpy as np

tool, path, result = sys.argv[1:]
edges = np.loadtxt(path, dtype=np.int64)[:, :2]
vertices = int(edges.max()) + 1


def by_networkx():
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(range(vertices))
    graph.add_edges_from(edges.tolist())
    return lambda: list(networkx.betweenness_centrality(graph, normalized=False).values())


def by_graph_tool():
    import graph_tool.all

    graph = graph_tool.Graph(directed=False)
    graph.add_vertex(vertices)
    graph.add_edge_list(edges)
    return lambda: graph_tool.all.betweenness(graph, norm=False)[0].a


def by_networkit():
    import networkit

    graph = networkit.Graph(vertices)
    for u, v in edges.tolist():
        graph.addEdge(u, v)
    # It counts each pair both ways.
    return lambda: np.array(networkit.centrality.Betweenness(graph).run().scores()) / 2


work = {"networkx": by_networkx, "graph-tool": by_graph_tool, "networkit": by_networkit}[tool]()
wall, processor = time.monotonic(), time.process_time()
found = work()
print(f"{tool}\t{time.monotonic() - wall:.6f}\t{time.process_time() - processor:.6f}\t0")
np.asarray(found, float).tofile(result)
