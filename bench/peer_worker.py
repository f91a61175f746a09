#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A peer of the benchmarks in a process of its own.

    bench/peer_worker.py PEER CASE FILE THREADS

Loads FILE once and prints `ready NAME`, or one line that says why it cannot. Then it answers each line of stdin:
`run` runs the case once and prints its seconds, `answer` prints the answer of the last run in one line.

FILE is what the case reads itself (read, read-names, graphml); else edges: two decimal ids a line, or, with the extension .ends,
numbers of 32 bits: how many vertices, then two an edge. Cases after `build` get the simple graph.
"""
import importlib
import signal
import sys
import time
import warnings

import peer_answers as answers


class Unavailable(Exception):
    pass


def edges_of(path):
    """How many vertices, and an array of edges."""
    import numpy
    if path.endswith(".ends"):
        numbers = numpy.fromfile(path, dtype="<u4").astype("int64")
        return int(numbers[0]), numbers[1:].reshape(-1, 2)
    ids = numpy.loadtxt(path, dtype="int64", comments="#", ndmin=2, usecols=(0, 1))
    names, ends = numpy.unique(ids, return_inverse=True)
    return len(names), ends.reshape(-1, 2)


def simple(edges):
    """Each pair once, without loops."""
    import numpy
    edges = numpy.sort(edges, axis=1)
    return numpy.unique(edges[edges[:, 0] != edges[:, 1]], axis=0)


def busiest(vertices, edges):
    """Where a search starts: the vertex with most neighbours, of equal ones the first."""
    import numpy
    return int(numpy.bincount(edges.ravel(), minlength=vertices).argmax())


class GraphTool:
    """graph-tool, from Debian or its own repository; its OpenMP threads are as asked for."""

    def __init__(self, threads):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it misses libraries for drawing
            self.all = importlib.import_module("graph_tool.all")
        self.name = f"graph-tool {self.all.__version__.split()[0]}"
        self.all.openmp_set_num_threads(threads)

    def load(self, vertices, edges):
        self.vertices, self.edges, self.source = vertices, edges, busiest(vertices, edges)
        self.graph = self.build()

    def build(self):
        graph = self.all.Graph(directed=False)
        graph.add_vertex(self.vertices)
        graph.add_edge_list(self.edges)
        return graph

    def read(self, path, names=False):
        with open(path, encoding="utf-8") as file:
            delimiter = "\t" if "\t" in file.readline() else " "
        return self.all.load_graph_from_csv(path, hashed=names, ecols=(0, 1), csv_options={"delimiter": delimiter})


class NetworkX:
    """NetworkX: one thread, whatever is asked for."""

    def __init__(self, threads):
        self.all = importlib.import_module("networkx")
        self.name = f"networkx {self.all.__version__}"

    def load(self, vertices, edges):
        self.vertices, self.edges, self.source = vertices, edges.tolist(), busiest(vertices, edges)
        self.graph = self.build()

    def build(self):
        graph = self.all.Graph()
        graph.add_nodes_from(range(self.vertices))
        graph.add_edges_from(self.edges)
        return graph

    def read(self, path, names=False):
        return self.all.read_edgelist(path, nodetype=str if names else int, data=False)


PEERS = {"graph-tool": GraphTool, "networkx": NetworkX}

# A case: its definition, the line that tells its answer, and what each peer runs; None where a peer has it not.
# p is the peer with its graph.
CASES = {
    "read": ("a file of two decimal ids a line, into a graph", answers.edges,
             lambda p: p.read(p.file), lambda p: p.read(p.file)),
    "read-names": ("a file of two names a line, into a graph", answers.edges,
                   lambda p: p.read(p.file, True), lambda p: p.read(p.file, True)),
    "graphml": ("a GraphML file, into a graph", answers.edges,
                lambda p: p.all.load_graph(p.file, fmt="graphml"), lambda p: p.all.read_graphml(p.file)),
    "build": ("edges in memory, into a graph (graph-tool keeps parallel edges)", answers.edges,
              lambda p: p.build(), lambda p: p.build()),
    "bfs": ("distances from the vertex with most neighbours", answers.levels,
            lambda p: p.all.shortest_distance(p.graph, p.source),
            lambda p: p.all.single_source_shortest_path_length(p.graph, p.source)),
    "components": ("connected components", answers.groups,
                   lambda p: p.all.label_components(p.graph)[0],
                   lambda p: list(p.all.connected_components(p.graph))),
    "pagerank": ("damping 0.85, uniform restart, to L1 1e-6, fp64", answers.shares,
                 lambda p: p.all.pagerank(p.graph, damping=0.85, epsilon=1e-6),
                 lambda p: p.all.pagerank(p.graph, alpha=0.85, tol=1e-6 / p.vertices)),
    "eigenvector": ("leading eigenvector of the adjacency, to L1 1e-6 (networkx of A + I)", answers.shares,
                    lambda p: p.all.eigenvector(p.graph, epsilon=1e-6)[1],
                    lambda p: p.all.eigenvector_centrality(p.graph, max_iter=1000, tol=1e-6 / p.vertices)),
    "core": ("core number of each vertex", answers.cores,
             lambda p: p.all.kcore_decomposition(p.graph), lambda p: p.all.core_number(p.graph)),
    "triangles": ("all triangles (networkx: those of each vertex)", answers.triangles,
                  lambda p: p.all.global_clustering(p.graph, ret_counts=True), lambda p: p.all.triangles(p.graph)),
    "betweenness": ("exact, each unordered pair once, not normalised", answers.scores,
                    lambda p: p.all.betweenness(p.graph, norm=False)[0],
                    lambda p: p.all.betweenness_centrality(p.graph, normalized=False)),
    "harmonic": ("sum of 1 / distance, not normalised", answers.scores,
                 lambda p: p.all.closeness(p.graph, harmonic=True, norm=False),
                 lambda p: p.all.harmonic_centrality(p.graph)),
    "closeness": ("(reached - 1) / sum of distances, within what a vertex reaches; 0 where isolated", answers.scores,
                  lambda p: p.all.closeness(p.graph, norm=True),
                  lambda p: p.all.closeness_centrality(p.graph, wf_improved=False)),
    "communities": ("Louvain, resolution 1", answers.modularity,
                    None, lambda p: p.all.community.louvain_communities(p.graph, seed=1)),
}
READS_THE_FILE = ("read", "read-names", "graphml")


def prepared(peer_name, case, path, threads):
    """The peer with its graph, what it runs, and what tells the answer."""
    if peer_name not in PEERS:
        raise Unavailable(f"peer '{peer_name}' is not known; expected {', '.join(PEERS)}")
    run = CASES[case][2 + list(PEERS).index(peer_name)] if case in CASES else None
    if run is None:
        raise Unavailable(f"it has no case {case}")
    try:
        peer = PEERS[peer_name](threads)
        peer.file = path
        if case not in READS_THE_FILE:
            vertices, edges = edges_of(path)
            peer.load(vertices, edges if case == "build" else simple(edges))
    except ImportError as fault:
        raise Unavailable(f"{sys.executable} has {fault}".replace("No module", "no module")) from fault
    return peer, run, CASES[case][1]


def main():
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # who asks may be gone
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    try:
        peer, run, answer = prepared(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
    except Unavailable as reason:
        print(reason, flush=True)
        return 3
    print(f"ready {peer.name}", flush=True)
    result = None
    for line in sys.stdin:
        if line.strip() == "run":
            begin = time.perf_counter()
            result = run(peer)
            print(f"{time.perf_counter() - begin:.9f}", flush=True)
        else:
            print(answer(peer, result), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
