# SPDX-License-Identifier: Apache-2.0
"""Communities beside NetworkX 2.8.8 and igraph 0.10: communities_test.py REGIONET

The modularity that regionet reports is the one that both compute of its partition (weighted, directed, with loops); no
Leiden run of igraph is better than ours; the codelength is not longer than that of igraph's Infomap, which has the same
recorded teleportation for directed graphs, and equal where the partitions are. At each resolution of the scan of the
karate club ours is as good as the best of 60 runs of igraph, whose modularity NetworkX computes; and of the same numbers
of communities where it is no better.
"""
import csv
import io
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import igraph
import networkx as nx


def communities(program, file, *options):
    out = subprocess.run([program, "communities", file, "--format", "json", "--quiet", *options],
                         capture_output=True, text=True, check=True).stdout
    return json.loads(out)["result"]


def random_network(seed, directed, loops):
    rng = random.Random(seed)
    graph = nx.DiGraph() if directed else nx.Graph()
    n = rng.randint(10, 60)
    graph.add_nodes_from(f"v{i:02}" for i in range(n))
    groups = {v: rng.randrange(4) for v in graph}
    for _ in range(rng.randint(n, 6 * n)):
        u, v = rng.choice(list(graph)), rng.choice(list(graph))
        if (u != v or loops) and (groups[u] == groups[v] or rng.random() < 0.3):
            graph.add_edge(u, v, weight=rng.randint(1, 12) / 4)
    return graph


def as_igraph(graph):
    names = sorted(graph)
    place = {v: i for i, v in enumerate(names)}
    edges = [(place[u], place[v]) for u, v in graph.edges]
    other = igraph.Graph(n=len(names), edges=edges, directed=graph.is_directed())
    other.es["weight"] = [w for _, _, w in graph.edges(data="weight")]
    return other, place


def labels_of(result, place):
    labels = [None] * len(place)
    for row in result["communities"]:
        for member in row["members"]:
            labels[place[member]] = row["community"] - 1
    return labels


def check_modularity(program, file, graph):
    result = communities(program, file, "--runs", "20")
    other, place = as_igraph(graph)
    labels = labels_of(result, place)
    assert None not in labels, "a vertex without a community"
    wanted = nx.community.modularity(graph, [row["members"] for row in result["communities"]])
    faults = []
    if not math.isclose(result["modularity"], wanted, rel_tol=1e-9, abs_tol=1e-10):
        faults.append(f"modularity {result['modularity']}, NetworkX {wanted}")
    wanted = other.modularity(labels, weights="weight", directed=True)
    if not math.isclose(result["modularity"], wanted, rel_tol=1e-9, abs_tol=1e-10):
        faults.append(f"modularity {result['modularity']}, igraph {wanted}")
    if not graph.is_directed():  # igraph's Leiden has no directed modularity
        best = max(other.modularity(other.community_leiden("modularity", weights="weight", n_iterations=-1).membership,
                                    weights="weight") for _ in range(5))
        if result["quality"] < best - 1e-9:
            faults.append(f"quality {result['quality']}, igraph's Leiden {best}")
    return faults


def check_codelength(program, file, graph):
    result = communities(program, file, "--method", "infomap", "--runs", "30")
    other, place = as_igraph(graph)
    found = other.community_infomap(edge_weights="weight", trials=30)
    if result["quality"] > found.codelength + 1e-6:
        return [f"codelength {result['quality']}, igraph {found.codelength}"]
    same = igraph.compare_communities(labels_of(result, place), found.membership, method="vi") < 1e-9
    if same and not math.isclose(result["quality"], found.codelength, rel_tol=1e-6):
        return [f"codelength {result['quality']}, igraph {found.codelength} of the same partition"]
    check_codelength.same += same
    return []


def check_scan(program):
    """The numbers of tests/cli/golden/communities_scan.txt."""
    file = pathlib.Path(__file__).parent.parent / "data" / "classic" / "karate.edges.tsv"
    with open(file, encoding="utf-8") as rows:
        ties = [tuple(line.split()[:2]) for line in rows if line[0].isdigit()]
    names = sorted({v for tie in ties for v in tie})
    place = {v: i for i, v in enumerate(names)}
    graph, other = nx.Graph(ties), igraph.Graph(len(names), [(place[u], place[v]) for u, v in ties])
    out = subprocess.run([program, "communities", str(file), "--scan", "--runs", "5", "--format", "csv", "--quiet"],
                         capture_output=True, text=True, check=True).stdout
    random.seed(1)
    faults = []
    for row in csv.DictReader(io.StringIO(out)):
        resolution, quality, best = float(row["resolution"]), float(row["quality"]), (-math.inf, None)
        for _ in range(60):
            found = other.community_leiden("modularity", resolution_parameter=resolution, n_iterations=-1)
            parts = [[names[v] for v in part] for part in found]
            best = max(best, (nx.community.modularity(graph, parts, resolution=resolution),
                              f"{len(parts)} communities, the largest of {max(map(len, parts))}"))
        ours = f"{row['communities']} communities, the largest of {row['largest']}"
        if quality < best[0] - 1e-9 or (quality < best[0] + 1e-9 and ours != best[1]):
            faults.append(f"scan at {resolution}: {quality} {ours}, igraph {best}")
    return faults


def main():
    program = sys.argv[1]
    faults = check_scan(program)
    check_codelength.same = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, 31):
            random.seed(seed)
            directed = seed % 2 == 0
            graph = random_network(seed, directed, seed % 3 == 0)
            if graph.number_of_edges() == 0:
                continue
            file = str(pathlib.Path(folder) / f"{seed}.graphml")
            nx.write_graphml(graph, file)
            found = check_modularity(program, file, graph)
            if directed:
                plain = random_network(seed + 100, True, False)  # igraph leaves loops out of the flow
                nx.write_graphml(plain, file)
                found += check_codelength(program, file, plain)
            faults += [f"seed {seed}: {fault}" for fault in found]
    print("\n".join(faults[:40]))
    assert not faults, f"{len(faults)} values differ"
    assert check_codelength.same >= 5, f"only {check_codelength.same} partitions were igraph's too"


if __name__ == "__main__":
    main()
