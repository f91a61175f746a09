# SPDX-License-Identifier: Apache-2.0
"""Degrees by direction, partners, structural holes, weighted clustering, mixing, clubs, flows and two-mode measures of
random networks beside those of NetworkX 2.8.8 and igraph: relations_test.py REGIONET

Where a peer defines a thing differently, the difference is written down beside the row. Loops are left out before a
peer is asked wherever it would take a place for its own partner (constraint, effective size, neighbour degree,
reciprocity, rich club, clustering), and directions where a measure does not heed them.
"""
import csv
import io
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import igraph
import networkx as nx
from networkx.algorithms import bipartite


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout


def random_network(seed, directed):
    """A multigraph with loops, isolates, several parts, and a colour and a size of each place (some unknown)."""
    rng = random.Random(seed)
    graph = nx.MultiDiGraph() if directed else nx.MultiGraph()
    n = rng.randint(5, 40)
    for i in range(n):
        graph.add_node(f"v{i:02}", colour=rng.choice(["red", "green", "blue"]), size=rng.randint(1, 9) / 2)
    for _ in range(rng.randint(n // 2, 4 * n)):
        graph.add_edge(f"v{rng.randrange(n):02}", f"v{rng.randrange(n):02}", weight=rng.randint(1, 12) / 4)
    return graph


def random_two_mode(seed):
    rng = random.Random(seed)
    graph = nx.Graph()
    a, b = rng.randint(2, 12), rng.randint(2, 12)
    for _ in range(rng.randint(2, 3 * (a + b))):
        graph.add_edge(f"a{rng.randrange(a):02}", f"b{rng.randrange(b):02}")
    return graph


def merged(graph):
    """What a view is: parallel edges added up; without loops, which are no partners."""
    simple = nx.DiGraph() if graph.is_directed() else nx.Graph()
    simple.add_nodes_from(graph.nodes(data=True))
    for u, v, weight in graph.edges(data="weight"):
        if u == v:
            continue
        before = simple.get_edge_data(u, v, {"weight": 0})["weight"]
        simple.add_edge(u, v, weight=before + weight)
    return simple


def mutual(graph):
    """The strengths of the arcs of both directions together."""
    if not graph.is_directed():
        return graph
    both = nx.Graph()
    both.add_nodes_from(graph.nodes(data=True))
    for u, v, weight in graph.edges(data="weight"):
        before = both.get_edge_data(u, v, {"weight": 0})["weight"]
        both.add_edge(u, v, weight=before + weight)
    return both


def defined(graph, values, least_degree):
    """NetworkX and igraph have 0 or NaN where regionet says that there is no value."""
    return {v: values[v] if graph.degree(v) >= least_degree else None for v in graph}


def igraph_of(graph):
    names = sorted(graph)
    place = {name: i for i, name in enumerate(names)}
    edges = [(place[u], place[v]) for u, v in graph.edges]
    other = igraph.Graph(n=len(names), edges=edges, directed=graph.is_directed())
    other.es["weight"] = [graph[u][v]["weight"] for u, v in graph.edges]
    return names, other


def by_igraph(graph, compute):
    names, other = igraph_of(graph)
    return dict(zip(names, compute(other)))


def neighbour_degree(graph, weight):
    return defined(graph, nx.average_neighbor_degree(graph, weight=weight), 1)


def igraph_diversity(graph):
    """igraph divides the entropy by ln(degree); below two partners there is nothing to divide."""
    scaled = by_igraph(graph, lambda g: g.diversity(weights="weight"))
    return {v: None if d == 0 else 0 if d == 1 else scaled[v] * math.log(d) for v, d in graph.degree()}


def barrat(graph):
    values = by_igraph(graph, lambda g: g.transitivity_local_undirected(mode="nan", weights="weight"))
    return defined(graph, values, 2)


def igraph_constraint(graph):
    """igraph weighs directed arcs of a pair together, as regionet; of an isolate it has NaN."""
    return defined(graph, by_igraph(graph, lambda g: g.constraint(weights="weight")), 1)


# Of merged graphs without loops; `in` and `out` strengths count loops and are compared apart.
VERTEX_ROWS = {
    "in_degree": lambda g: dict(g.in_degree()) if g.is_directed() else dict(g.degree()),
    "out_degree": lambda g: dict(g.out_degree()) if g.is_directed() else dict(g.degree()),
    "average_neighbour_degree": lambda g: neighbour_degree(mutual(g), None),
    # NetworkX: a partner's degree stays the number of its partners, unweighted, in 2.8.8.
    "average_neighbour_degree:weighted=true": lambda g: neighbour_degree(mutual(g), "weight"),
    "partner_diversity": lambda g: igraph_diversity(mutual(g)),
    # NetworkX: NaN in a directed graph for a place that no arc leaves, though arcs come to it.
    "constraint": lambda g: defined(g, nx.constraint(mutual(g), weight="weight"), 1),
    "effective_size": lambda g: defined(g, nx.effective_size(mutual(g), weight="weight"), 1),
    "clustering:definition=onnela": lambda g: defined(mutual(g), nx.clustering(mutual(g), weight="weight"), 2),
    "clustering:definition=barrat": lambda g: barrat(mutual(g)),
    "clustering:definition=undirected": lambda g: defined(mutual(g), nx.clustering(mutual(g)), 2),
}
# NetworkX: 0 where there can be no triangle; regionet has no value there.
FAGIOLO = {"clustering:definition=fagiolo": lambda g: {v: x or None for v, x in nx.clustering(g).items()}}
IGRAPH_ROWS = {"constraint": lambda g: igraph_constraint(g)}


def strengths(graph):
    """Loops once in and once out of a directed graph, twice in an undirected one, in both programs."""
    if graph.is_directed():
        return {"in_strength": dict(graph.in_degree(weight="weight")), "out_strength": dict(graph.out_degree(weight="weight"))}
    both = dict(graph.degree(weight="weight"))
    return {"in_strength": both, "out_strength": both}


def two_mode_rows(graph):
    top = {v for v in graph if v.startswith("a")}
    other = {v: (len(graph) - len(top)) if v in top else len(top) for v in graph}
    rows = {
        "two_mode_degree": bipartite.degree_centrality(graph, top),
        "two_mode_closeness": closeness_by_parts(graph, top),
        "two_mode_betweenness": two_mode_betweenness(graph, top),
        "redundancy": {v: bipartite.node_redundancy(graph, [v])[v] if graph.degree(v) > 1 else None for v in graph},
    }
    assert all(math.isclose(graph.degree(v) / other[v], rows["two_mode_degree"][v]) for v in graph)
    for mode, word in {"dot": "latapy", "min": "latapy_min", "max": "latapy_max"}.items():
        # NetworkX: 0 where no other place shares a partner.
        values = bipartite.clustering(graph, mode=mode)
        rows[f"two_mode_clustering:definition={word}"] = {v: x or None for v, x in values.items()}
    return rows


def closeness_by_parts(graph, top):
    """NetworkX takes the whole sides as what could be near, which in a part of the network comes above 1: regionet takes
    the sides of the part, so NetworkX is asked about each part and the share of places in reach put to it."""
    out = {}
    for part in nx.connected_components(graph):
        values = bipartite.closeness_centrality(graph.subgraph(part), top & part)
        out.update({v: x * (len(part) - 1) / (len(graph) - 1) for v, x in values.items()})
    return out


def two_mode_betweenness(graph, top):
    """NetworkX divides by 0 where no place of a side can lie between others; regionet has no value there."""
    most = {True: most_between(len(top), len(graph) - len(top)), False: most_between(len(graph) - len(top), len(top))}
    if 0 not in most.values():
        return bipartite.betweenness_centrality(graph, top)
    raw = nx.betweenness_centrality(graph, normalized=False)
    return {v: raw[v] / most[v in top] if most[v in top] else None for v in graph}


def most_between(own, other):
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def mean_degree(graph):
    return 2 * graph.number_of_edges() // len(graph)


def colours(graph):
    ends = {graph.nodes[v]["colour"] for edge in graph.edges for v in edge}
    return nx.attribute_assortativity_coefficient(graph, "colour") if len(ends) > 1 else None


def sizes(graph):
    ends = {graph.nodes[v]["size"] for edge in graph.edges for v in edge}
    return nx.numeric_assortativity_coefficient(graph, "size") if len(ends) > 1 else None


def reciprocity(graph):
    """igraph leaves loops out, as regionet does; NetworkX counts them among the arcs."""
    return igraph_of(graph)[1].reciprocity(ignore_loops=True) if graph.is_directed() and graph.size() else None


def rich_club(graph, k):
    return nx.rich_club_coefficient(graph, normalized=False).get(k) if graph.size() else None


def robustness(graph):
    """Schneider's R, the network found anew after each removal; equal degrees fall in the order of ids."""
    order = sorted(graph, key=lambda v: (-graph.degree(v), v))
    left, total = graph.copy(), 0
    for v in order:
        left.remove_node(v)
        total += max(map(len, nx.connected_components(left)), default=0)
    return total / len(graph) ** 2


def flow(graph, start, end):
    return nx.maximum_flow_value(graph, start, end, capacity="weight")


def figures(graph):
    both = mutual(graph)
    start, end = min(graph), max(graph)
    return {
        "reciprocity": reciprocity(graph),
        "attribute_assortativity:attribute=colour": colours(both),
        "attribute_assortativity:attribute=size": sizes(both),
        "rich_club": rich_club(both, mean_degree(both)),
        "rich_club:k=1": rich_club(both, 1),
        "robustness": robustness(both),
        f"max_flow:from={start}:to={end}": flow(graph, start, end),
        f"max_flow:from={end}:to={start}": flow(graph, end, start),
    }


def same(found, wanted):
    if found == "" or wanted is None:
        return found == "" and wanted is None
    return math.isclose(float(found), wanted, rel_tol=1e-8, abs_tol=1e-9)


def zero_or_none(found, wanted):
    """For peers that have 0 where there is no value: a 0 of regionet's and no value are both their 0."""
    return wanted is None and (found == "" or float(found) == 0) or same(found, wanted)


def check_vertices(program, file, rows, *options, equal=same):
    out = run(program, "rank", file, "--by", ",".join(rows), "--format", "csv", "--quiet", *options)
    faults = []
    table = list(csv.DictReader(io.StringIO(out)))
    for name, wanted in rows.items():
        assert len(table) == len(wanted), (name, len(table), len(wanted))
        faults += [f"{name} of {row['id']}: {row[name]}, the peer {wanted[row['id']]}" for row in table
                   if not equal(row[name], wanted[row["id"]])]
    return faults


def check_figures(program, file, wanted, *options):
    out = run(program, "summary", file, "--by", ",".join(wanted), "--format", "csv", "--quiet", *options)
    found = {row["figure"]: row["value"] for row in csv.DictReader(io.StringIO(out))}
    return [f"{name}: {found[name]}, the peer {value}" for name, value in wanted.items() if not same(found[name], value)]


def check_network(program, folder, seed):
    network = random_network(seed, seed % 2 == 0)
    file = str(pathlib.Path(folder) / f"{seed}.graphml")
    nx.write_graphml(network, file)
    graph = merged(network)
    faults = check_vertices(program, file, {name: compute(graph) for name, compute in VERTEX_ROWS.items()})
    faults += check_vertices(program, file, {name: compute(graph) for name, compute in IGRAPH_ROWS.items()})
    faults += check_vertices(program, file, strengths(network))
    if graph.is_directed():
        faults += check_vertices(program, file, {name: compute(graph) for name, compute in FAGIOLO.items()}, equal=zero_or_none)
    return faults + check_figures(program, file, figures(graph))


def check_two_mode(program, folder, seed):
    graph = random_two_mode(seed)
    file = pathlib.Path(folder) / f"two-{seed}.csv"
    file.write_text("source,target\n" + "".join(f"{min(u, v)},{max(u, v)}\n" for u, v in graph.edges), encoding="utf-8")
    faults = check_vertices(program, str(file), two_mode_rows(graph), "--two-mode")
    # NetworkX: 0 without a path of three ties.
    wanted = bipartite.robins_alexander_clustering(graph)
    paths = sum((graph.degree(u) - 1) * (graph.degree(v) - 1) for u, v in graph.edges)
    return faults + check_figures(program, str(file), {"robins_alexander_clustering": wanted if paths else None}, "--two-mode")


def check_davis(program, folder):
    """Davis, Gardner, Gardner 1941. Opsahl's clustering of the 18 women is recorded as 0.7718968;
    Robins and Alexander's of the network is NetworkX's."""
    graph = nx.davis_southern_women_graph()
    women = graph.graph["top"]
    file = pathlib.Path(folder) / "davis.csv"
    rows = [(u, v) if u in women else (v, u) for u, v in graph.edges]
    file.write_text("source,target\n" + "".join(f"{u},{v}\n" for u, v in rows), encoding="utf-8")
    wanted = {"robins_alexander_clustering": bipartite.robins_alexander_clustering(graph)}
    faults = check_figures(program, str(file), wanted, "--two-mode")
    out = run(program, "summary", str(file), "--by", "opsahl_clustering:side=first", "--format", "csv", "--quiet", "--two-mode")
    found = float(out.splitlines()[1].split(",")[1])
    return faults + ([] if abs(found - 0.7718968) < 5e-8 else [f"Opsahl's clustering of the women: {found}"])


def main():
    program = sys.argv[1]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        faults += check_davis(program, folder)
        for seed in range(1, 21):
            faults += [f"seed {seed}: {fault}" for fault in check_network(program, folder, seed)]
            faults += [f"two-mode seed {seed}: {fault}" for fault in check_two_mode(program, folder, seed)]
    print("\n".join(faults[:40]))
    assert not faults, f"{len(faults)} values differ"


if __name__ == "__main__":
    main()
