# SPDX-License-Identifier: Apache-2.0
"""The answer of a peer in one line: as bench/answers.cpp writes it, so that contenders can be compared."""
import math


def values(peer, result):
    """A value a vertex, out of a dict or of graph-tool's property maps; what is not a number is 0."""
    numbers = result.values() if isinstance(result, dict) else result.a.tolist()
    return [0 if math.isnan(number) else number for number in numbers]


def edges(peer, graph):
    count = graph.num_edges() if hasattr(graph, "num_edges") else graph.number_of_edges()
    return f"edges={count}"


def levels(peer, result):
    reached = [level for level in values(peer, result) if 0 <= level < 2**31 - 1]
    return f"reached={len(reached)} depth={max(reached)} sum={sum(reached)}"


def groups(peer, result):
    if isinstance(result, list):
        sizes = [len(group) for group in result]
    else:
        labels = result.a.tolist()
        sizes = [0] * (max(labels) + 1)
        for label in labels:
            sizes[label] += 1
    return f"groups={len(sizes)} largest={max(sizes)}"


def cores(peer, result):
    numbers = values(peer, result)
    return f"degeneracy={max(numbers)} sum={sum(numbers)}"


def scores(peer, result):
    numbers = values(peer, result)
    return f"sum={sum(numbers):.6g} max={max(numbers):.6g}"


def shares(peer, result):
    numbers = values(peer, result)
    return f"largest_share={max(numbers) / sum(numbers):.4g}"


def triangles(peer, result):
    count = sum(result.values()) // 3 if isinstance(result, dict) else result[1]
    return f"triangles={count}"


def modularity(peer, result):
    return f"modularity={peer.all.community.modularity(peer.graph, result):.4f}"
