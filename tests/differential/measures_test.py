# SPDX-License-Identifier: Apache-2.0
"""Measures and figures of random networks beside those of NetworkX 2.8.8: measures_test.py REGIONET ROOT

Where the two define a thing differently, the difference is written down beside the row. Networks are directed or not,
weighted, with loops, parallel edges, several components and isolates (those written as loops of weight 0 would be ties,
so isolates come with a format that declares vertices).
"""
import csv
import io
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import networkx as nx


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout


def random_network(seed, directed):
    """A multigraph with weights of quarters, so that sums of lengths are exact in both programs."""
    rng = random.Random(seed)
    graph = nx.MultiDiGraph() if directed else nx.MultiGraph()
    n = rng.randint(5, 40)
    graph.add_nodes_from(f"v{i:02}" for i in range(n))
    for _ in range(rng.randint(n // 2, 3 * n)):
        graph.add_edge(f"v{rng.randrange(n):02}", f"v{rng.randrange(n):02}", weight=rng.randint(1, 12) / 4)
    return graph


def merged(graph):
    """What a view is: parallel edges added up."""
    simple = nx.DiGraph() if graph.is_directed() else nx.Graph()
    simple.add_nodes_from(graph.nodes)
    for u, v, weight in graph.edges(data="weight"):
        before = simple.get_edge_data(u, v, {"weight": 0})["weight"]
        simple.add_edge(u, v, weight=before + weight)
    return simple


def without_loops(graph):
    simple = graph.copy()
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    return simple


def undirected(graph):
    return without_loops(nx.Graph(graph))


def inverse_lengths(graph):
    longer = graph.copy()
    for _, _, data in longer.edges(data=True):
        data["length"] = 1 / data["weight"]
    return longer


def outward(graph):
    """NetworkX measures closeness towards a vertex, regionet from it."""
    return graph.reverse() if graph.is_directed() else graph


def doubled_loops(graph):
    """An undirected loop is A_vv = 2w here, w there."""
    other = graph.copy()
    if not graph.is_directed():
        for v in list(nx.nodes_with_selfloops(other)):
            other[v][v]["weight"] *= 2
    return other


def on_largest_part(compute):
    """On the largest component, of an undirected network with a tie; nothing elsewhere."""
    def scores(graph):
        if graph.is_directed() or not undirected(graph).edges:
            return dict.fromkeys(graph)
        part = largest_part(without_loops(graph))
        return dict.fromkeys(graph) | compute(part)
    return scores


VERTEX_ROWS = {
    "degree": lambda g: dict(undirected(g).degree()),
    "strength": lambda g: dict(g.degree(weight="weight")),
    "harmonic": lambda g: {v: x / (len(g) - 1) for v, x in nx.harmonic_centrality(outward(g)).items()},
    "closeness": lambda g: nx.closeness_centrality(outward(g)),
    "betweenness": lambda g: nx.betweenness_centrality(g, normalized=False),
    "betweenness:normalised=true": nx.betweenness_centrality,
    "pagerank": lambda g: nx.pagerank(doubled_loops(g), tol=1e-13, max_iter=2000),
    "core": lambda g: nx.core_number(undirected(g)),
    "triangles": lambda g: nx.triangles(undirected(g)),
    # NetworkX gives 1 / the sum of the resistances, regionet 1 / their mean.
    "current_flow_closeness": on_largest_part(lambda part: {
        v: x * (len(part) - 1) for v, x in nx.current_flow_closeness_centrality(part, weight="weight").items()}),
    # NetworkX divides by (n-1)(n-2), twice the number of unordered pairs that Brandes and Fleischer sum over.
    "current_flow_betweenness:normalised=true": on_largest_part(
        lambda part: nx.current_flow_betweenness_centrality(part, weight="weight") if len(part) > 2
        else dict.fromkeys(part, 0)),
    "reach": lambda g: {v: len(nx.descendants(g, v)) for v in g},
}
LENGTH_ROWS = {
    "harmonic": lambda g: {v: x / (len(g) - 1) for v, x in nx.harmonic_centrality(outward(g), distance="length").items()},
    "closeness": lambda g: nx.closeness_centrality(outward(g), distance="length"),
    "eccentricity": lambda g: {v: max(d.values()) for v, d in nx.all_pairs_dijkstra_path_length(g, weight="length")},
}


def largest_part(graph):
    """The first one of those as large, by its smallest vertex, as regionet has it."""
    parts = sorted(nx.connected_components(nx.Graph(graph)), key=min)
    return graph.subgraph(max(parts, key=len))


def distances(graph):
    return [d for v, row in nx.all_pairs_shortest_path_length(graph) for u, d in row.items() if u != v]


def mean(values):
    return sum(values) / len(values) if values else None


def assortativity(graph):
    degrees = dict(undirected(graph).degree())
    ends = {degrees[v] for edge in undirected(graph).edges for v in edge}
    return nx.degree_assortativity_coefficient(undirected(graph)) if len(ends) > 1 else None


def clustering(graph):
    """Over the vertices with two partners and more."""
    simple = undirected(graph)
    return mean([nx.clustering(simple, v) for v in simple if simple.degree(v) > 1])


def connectivity(graph):
    if graph.is_directed() or not undirected(graph).edges:
        return None
    return sorted(nx.laplacian_spectrum(largest_part(without_loops(graph))))[1]


FIGURES = {
    "triangles": lambda g: sum(nx.triangles(undirected(g)).values()) // 3,
    "transitivity": lambda g: nx.transitivity(undirected(g)) if any(d > 1 for _, d in undirected(g).degree()) else None,
    "average_clustering": clustering,
    "average_clustering_zero": lambda g: nx.average_clustering(undirected(g)),
    "degree_assortativity": assortativity,
    "components": lambda g: nx.number_connected_components(nx.Graph(g)),
    "largest_component": lambda g: len(largest_part(g)),
    "strong_components": lambda g: nx.number_strongly_connected_components(nx.DiGraph(g)),
    "bridges": lambda g: len(list(nx.bridges(undirected(g)))),
    "articulation_points": lambda g: len(set(nx.articulation_points(undirected(g)))),
    "core_max": lambda g: max(nx.core_number(undirected(g)).values()),
    "mean_distance_connected_pairs": lambda g: mean(distances(g)),
    "mean_distance_all_pairs": lambda g: mean(distances(g)) if len(distances(g)) == len(g) * (len(g) - 1) else None,
    "mean_distance_largest": lambda g: mean(distances(largest_part(g))),
    "algebraic_connectivity": connectivity,
    "diameter_largest": lambda g: nx.diameter(nx.Graph(largest_part(g))),
}


def same(found, wanted):
    if found == "" or wanted is None:
        return found == "" and wanted is None
    return math.isclose(float(found), wanted, rel_tol=1e-8, abs_tol=1e-9)


def check_vertices(program, file, graph, rows, *options):
    out = run(program, "rank", file, "--by", ",".join(rows), "--format", "csv", "--quiet", *options)
    table = list(csv.DictReader(io.StringIO(out)))
    assert len(table) == len(graph), (len(table), len(graph))
    faults = []
    for name, compute in rows.items():
        wanted = compute(graph)
        faults += [f"{name} of {row['id']}: {row[name]}, NetworkX {wanted[row['id']]}" for row in table
                   if not same(row[name], wanted[row["id"]])]
    return faults


def check_figures(program, file, graph):
    out = run(program, "summary", file, "--by", ",".join(FIGURES), "--format", "csv", "--quiet")
    found = {row["figure"]: row["value"] for row in csv.DictReader(io.StringIO(out))}
    return [f"{name}: {found[name]}, NetworkX {compute(graph)}" for name, compute in FIGURES.items()
            if not same(found[name], compute(graph))]


def main():
    program = sys.argv[1]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, 21):
            network = random_network(seed, seed % 2 == 0)
            file = str(pathlib.Path(folder) / f"{seed}.graphml")
            nx.write_graphml(network, file)
            graph = merged(network)
            found = check_vertices(program, file, graph, VERTEX_ROWS)
            found += check_vertices(program, file, inverse_lengths(graph), LENGTH_ROWS, "--lengths", "inverse")
            found += check_figures(program, file, graph)
            faults += [f"seed {seed}: {fault}" for fault in found]
    print("\n".join(faults[:40]))
    assert not faults, f"{len(faults)} values differ"


if __name__ == "__main__":
    main()
