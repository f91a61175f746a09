# SPDX-License-Identifier: Apache-2.0
"""`summary --curve` of random networks with loops, parallel edges and parts beside NetworkX: curves_test.py REGIONET"""
import csv
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import networkx as nx


def curve(file, name):
    command = [sys.argv[1], "summary", str(file), "--curve", name, "--format", "csv", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [list(row.values()) for row in csv.DictReader(done.stdout.splitlines())]


def same(ours, wanted):
    """Rows of equal texts and numbers; None stands for an empty cell."""
    if len(ours) != len(wanted):
        return False
    for row, expected in zip(ours, wanted):
        for cell, value in zip(row, expected):
            if isinstance(value, str) or value is None:
                if cell != (value or ""):
                    return False
            elif cell == "" or not math.isclose(float(cell), value, rel_tol=1e-12):
                return False
    return True


def degrees(graph):
    found = [d for _, d in graph.degree()]
    return [(k, found.count(k), sum(d >= k for d in found)) for k in sorted(set(found))]


def distances(graph):
    pairs = {}
    for _, reached in nx.all_pairs_shortest_path_length(graph):
        for d in reached.values():
            pairs[d] = pairs.get(d, 0) + 1
    n, within, rows = len(graph), 0, []
    for d in range(1, max(pairs) + 1):
        within += pairs[d]
        rows.append((d, pairs[d], within / (n * (n - 1))))
    return rows


def rich_club(graph):
    """NetworkX leaves out the ks beyond the last one with a tie; there the share is 0, and of one vertex there is none."""
    known = nx.rich_club_coefficient(graph, normalized=False)
    found = [d for _, d in graph.degree()]
    rows = []
    for k in range(max(found) + 1):
        more = sum(d > k for d in found)
        rows.append((k, more, None if more < 2 else known.get(k, 0.0)))
    return rows


def robustness(graph):
    def row(q, vertex):
        largest = max(map(len, nx.connected_components(left)), default=0)
        return q, vertex, largest, largest / len(graph)

    left = graph.copy()
    rows = [row(0, None)]
    for q, vertex in enumerate(sorted(graph, key=lambda v: (-graph.degree(v), v)), 1):
        left.remove_node(vertex)
        rows.append(row(q, vertex))
    return rows


def main():
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, 16):
            rng = random.Random(seed)
            n = rng.randint(4, 40)
            edges = [(f"v{rng.randrange(n):02}", f"v{rng.randrange(n):02}") for _ in range(rng.randint(n, 3 * n))]
            file = pathlib.Path(folder) / f"{seed}.csv"
            file.write_text("source,target\n" + "".join(f"{a},{b}\n" for a, b in edges))
            graph = nx.Graph(edges)
            graph.remove_edges_from(list(nx.selfloop_edges(graph)))
            for peer in (degrees, distances, rich_club, robustness):
                if not same(curve(file, peer.__name__), peer(graph)):
                    faults += 1
                    print(f"seed {seed}: {peer.__name__}: {curve(file, peer.__name__)} is not {peer(graph)}")
    assert not faults, f"{faults} curves differ"


if __name__ == "__main__":
    main()
