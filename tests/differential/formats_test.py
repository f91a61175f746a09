# SPDX-License-Identifier: Apache-2.0
"""Files of ours open in NetworkX and igraph with the same facts, and theirs in ours: formats_test.py REGIONET.

Facts are the numbers of vertices and edges, the degrees and the sum of the weights of each vertex, by name.
"""
import collections
import csv
import html
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import igraph
import networkx

program = sys.argv[1]
folder = pathlib.Path(tempfile.mkdtemp())


def run(*arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, timeout=60)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout.decode("utf-8")


def facts(vertices, edges, directed):
    """Of vertices by name and edges (from, to, weight): comparable numbers."""
    degree, strength = collections.Counter(), collections.Counter()
    for source, target, weight in edges:
        for end, side in ((source, "out"), (target, "in")):
            side = side if directed else ""
            degree[end, side] += 1
            strength[end, side] += round(weight * 1000)
    return len(vertices), sorted(vertices), len(edges), degree, strength


def of_ours(file):
    """The facts of a file as regionet reads it. Names are what people see."""
    data = json.loads(run("convert", file, "-o", "-", "--to", "json", "--quiet"))
    name = {node["id"]: node.get("label", node["id"]) for node in data["nodes"]}
    edges = [(name[link["source"]], name[link["target"]], float(link.get("weight", 1))) for link in data["links"]]
    return facts(list(name.values()), edges, data["directed"])


def of_networkx(graph, names=str):
    graph = networkx.relabel_nodes(graph, {node: names(node) for node in graph.nodes})
    edges = [(a, b, float(weight)) for a, b, weight in graph.edges(data="weight", default=1)]
    return facts(list(graph.nodes), edges, graph.is_directed())


def of_igraph(graph, attribute):
    # igraph 0.10.2 leaves character references by number as they stand, in GML and in attributes of XML.
    names = [html.unescape(name) for name in graph.vs[attribute]]
    weights = graph.es["weight"] if "weight" in graph.es.attributes() else [1] * graph.ecount()
    edges = [(names[edge.source], names[edge.target], weights[edge.index]) for edge in graph.es]
    return facts(names, edges, graph.is_directed())


def sample(directed):
    """A graph with loops and parallel edges, as NetworkX holds it and as our edge list."""
    draw = random.Random(7)
    names = ["Minsk", "甘肃", "a b", "x&y<z>", "0042", "Ångström", "q\"uote", *(f"n{i}" for i in range(30))]
    graph = (networkx.MultiDiGraph if directed else networkx.MultiGraph)()
    graph.add_nodes_from(names)
    for _ in range(120):
        graph.add_edge(draw.choice(names), draw.choice(names), weight=draw.choice([1, 2, 0.5, 3.25]))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["source", "target", "weight"])
    writer.writerows((a, b, weight) for a, b, weight in graph.edges(data="weight"))
    path = folder / f"sample-{directed}.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    graph.remove_nodes_from(list(networkx.isolates(graph)))  # an edge list cannot hold them
    return graph, path


OURS_IN_NETWORKX = {
    "graphml": lambda path: of_networkx(networkx.read_graphml(path, force_multigraph=True)),
    "gexf": lambda path: of_networkx(networkx.read_gexf(path)),
    "gml": lambda path: of_networkx(networkx.read_gml(path)),
    "json": lambda path: of_networkx(networkx.node_link_graph(json.loads(path.read_text(encoding="utf-8")))),
}
OURS_IN_IGRAPH = {
    "graphml": lambda path: of_igraph(igraph.Graph.Read_GraphML(str(path)), "id"),
    "gml": lambda path: of_igraph(igraph.Graph.Read_GML(str(path)), "label"),
}
NETWORKX_IN_OURS = {
    "graphml": networkx.write_graphml,
    "gexf": networkx.write_gexf,
    "gml": networkx.write_gml,
    "json": lambda graph, path: path.write_text(json.dumps(networkx.node_link_data(graph)), encoding="utf-8"),
}


def check(what, found, wanted):
    for name, a, b in zip(("number of vertices", "vertices", "number of edges", "degrees", "strengths"), found, wanted):
        assert a == b, f"{what}: {name}: {a} and {b}"


writes = {row["format"]: row for row in csv.DictReader(io.StringIO(run("convert", "--formats", "--format", "csv")))}
for directed in (False, True):
    graph, path = sample(directed)
    direction = ["--directed"] if directed else []
    wanted = of_networkx(graph)
    for formats, peer in ((OURS_IN_NETWORKX, "NetworkX"), (OURS_IN_IGRAPH, "igraph")):
        for name, read in formats.items():
            if name not in writes:
                continue
            target = folder / f"ours-{directed}.{name}"
            run("convert", path, target, *direction, "--quiet")
            check(f"our {name} in {peer}", read(target), wanted)
            check(f"our {name} in ours", of_ours(target), wanted)
    for name, write in NETWORKX_IN_OURS.items():
        if name not in writes:
            continue
        target = folder / f"theirs-{directed}.{name}"
        write(graph, target)
        check(f"{name} of NetworkX in ours", of_ours(target), wanted)
