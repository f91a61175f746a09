# SPDX-License-Identifier: Apache-2.0
"""LDBC Graphalytics' validation files: graphs as lines of neighbours, with the values of each vertex.

The older files hold `v n1 n2 ...` a line, every vertex on a line of its own, an undirected edge on the lines of both
ends. They become the .v/.e/.properties files that the program reads.
"""
import csv
import math
import pathlib
import subprocess

TOLERANCE = 1e-4  # relative, as the benchmark's own validation has it

# Folder and file, whether it is directed, the measure as `rank` takes it, the values. Where a measure is undefined for
# a vertex (the share of pairs of less than two neighbours) the benchmark writes 0.
VALUES = [
    ("pr/dir-input", True, "pagerank", "pr/dir-output"),
    ("pr/undir-input", False, "pagerank", "pr/undir-output"),
    ("lcc/dir-input", True, "clustering:definition=ldbc", "lcc/dir-output"),
    ("lcc/undir-input", False, "clustering", "lcc/undir-output"),
    ("example/example-directed.properties", True, "clustering:definition=ldbc", "example/example-directed-LCC"),
    ("example/example-undirected.properties", False, "clustering", "example/example-undirected-LCC"),
]


def read_neighbours(text):
    """The vertices in the order of their lines, and the pairs (vertex, neighbour)."""
    lines = [line.split() for line in text.splitlines() if line.strip()]
    return [line[0] for line in lines], [(line[0], other) for line in lines for other in line[1:]]


def edges_of(pairs, directed):
    """The edges: of an undirected graph each once, which must stand at both of its ends."""
    if directed:
        return pairs
    known = set(pairs)
    for a, b in pairs:
        if (b, a) not in known:
            raise SystemExit(f"an undirected edge stands at {a} but not at {b}")
    return sorted({(min(pair, key=int), max(pair, key=int)) for pair in pairs})


def write_vertices_and_edges(source, directed, target):
    """Writes target.v, target.e and target.properties; returns the last."""
    vertices, pairs = read_neighbours(source.read_text(encoding="utf-8"))
    target.with_suffix(".v").write_text("".join(f"{vertex}\n" for vertex in vertices), encoding="utf-8")
    edges = "".join(f"{a} {b}\n" for a, b in edges_of(pairs, directed))
    target.with_suffix(".e").write_text(edges, encoding="utf-8")
    properties = target.with_suffix(".properties")
    properties.write_text(f"graph.{target.name}.directed = {str(directed).lower()}\n", encoding="utf-8")
    return properties


def values_of(program, graph, measure):
    """A value a vertex; None where the program has no such measure, or no such parameter of it."""
    command = [str(program), "rank", str(graph), "--by", measure, "--quiet", "--format", "csv"]
    process = subprocess.run(command, capture_output=True, text=True)
    if process.returncode == 2:
        return None
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed: {process.stderr}")
    return {row["id"]: float(row[measure] or 0) for row in csv.DictReader(process.stdout.splitlines())}


def ldbc_figures(program, folder, made):
    """Network, figure, expected, ours, source: how many vertices have the validated value."""
    for graph, directed, measure, output in VALUES:
        source = folder / graph
        file = source
        if source.suffix != ".properties":
            name = graph.replace("/", "-").removesuffix("-input")
            file = write_vertices_and_edges(source, directed, pathlib.Path(made) / name)
        ours = values_of(program, file, measure)
        lines = [line.split() for line in (folder / output).read_text(encoding="utf-8").splitlines() if line.strip()]
        expected = {vertex: float(value) for vertex, value in lines}
        name = f"ldbc {source.parent.name}, {'directed' if directed else 'undirected'}"
        figure = f"{measure} of each vertex"
        if ours is None:
            yield name, figure, f"{len(expected)} equal", None, output
            continue
        if ours.keys() != expected.keys():
            raise SystemExit(f"{graph}: not the vertices of {output}")
        equal = sum(math.isclose(ours[vertex], value, rel_tol=TOLERANCE) for vertex, value in expected.items())
        yield name, figure, f"{len(expected)} equal", f"{equal} equal", output
