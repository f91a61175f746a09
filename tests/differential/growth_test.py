# SPDX-License-Identifier: Apache-2.0
"""Growth of random dated networks beside plain Python and NetworkX, window by window: growth_test.py REGIONET

Dates are days, months or years; the curves are counted here from the bounds alone, the structure of each window is that
of a NetworkX graph of the ties that certainly, or possibly, came by its end.
"""
import calendar
import datetime
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import networkx as nx


def bounds(text):
    parts = [int(part) for part in text.split("-")]
    first = datetime.date(*(parts + [1, 1])[:3])
    if len(parts) == 3:
        return first, first
    if len(parts) == 2:
        return first, first.replace(day=calendar.monthrange(*parts)[1])
    return first, datetime.date(parts[0], 12, 31)


def random_rows(rng):
    n = rng.randint(4, 25)
    rows = []
    for _ in range(rng.randint(2, 120)):
        day = datetime.date(2001, 1, 1) + datetime.timedelta(days=rng.randrange(2000))
        text = rng.choice([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4], day.isoformat()])
        rows.append((f"v{rng.randrange(n)}", f"v{rng.randrange(n)}", text))
    return rows


def period_ends(rows, every):
    low = min(bounds(date)[0] for _, _, date in rows)
    high = max(bounds(date)[1] for _, _, date in rows)
    months = {"year": 12, "half": 6, "quarter": 3, "month": 1}[every]
    year, month = low.year, (low.month - 1) // months * months + 1
    while datetime.date(year, month, 1) <= high:
        month += months
        if month > 12:
            year, month = year + 1, month - 12
        yield datetime.date(year, month, 1)  # the day after the end


def near(a, b):
    return (a is None) == (b is None) and (a is None or abs(a - b) < 1e-12)


def structure(pairs):
    graph = nx.Graph()
    graph.add_edges_from(pairs)
    parts = [len(part) for part in nx.connected_components(graph)]
    simple = graph.copy()
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    wedges = sum(degree * (degree - 1) for _, degree in simple.degree())
    return {"places": len(graph), "ties": graph.number_of_edges(), "components": len(parts),
            "largest_share": max(parts) / len(graph) if parts else None,
            "triangles": sum(nx.triangles(simple).values()) // 3,
            "transitivity": nx.transitivity(simple) if wedges else None}


def check(program, rows, every, folder):
    path = folder / "edges.csv"
    path.write_text("source,target,date\n" + "".join(",".join(row) + "\n" for row in rows))
    done = subprocess.run([program, "growth", str(path), "--every", every, "--draws", "3", "--format", "json", "--quiet"],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    ends = list(period_ends(rows, every))
    assert len(ends) == len(answer["result"]) == len(answer["structure"]), (ends, answer["result"])
    begin = None
    for end, curve, shape in zip(ends, answer["result"], answer["structure"]):
        dated = [(a, b, *bounds(date)) for a, b, date in rows]
        certain = [row for row in dated if row[3] < end]
        possible = [row for row in dated if row[2] < end]
        assert curve["certain"] == len(certain) and curve["possible"] == len(possible), (end, curve)
        expected = sum(min(1.0, ((end - low).days) / ((high - low).days + 1)) for _, _, low, high in possible)
        assert abs(curve["expected"] - expected) < 1e-9, (end, curve, expected)
        if begin is not None:
            assert curve["new_certain"] == sum(begin <= row[2] and row[3] < end for row in dated), (end, curve)
            assert curve["new_possible"] == sum(row[2] < end and row[3] >= begin for row in dated), (end, curve)
        for kind, some in (("certain", certain), ("possible", possible)):
            wanted = structure([(a, b) for a, b, _, _ in some])
            for name, value in wanted.items():
                assert near(shape[f"{name}_{kind}"], value), (end, kind, name, shape[f"{name}_{kind}"], value)
            assert curve[f"ties_{kind}"] == wanted["ties"] and curve[f"actors_{kind}"] == wanted["places"], (end, curve)
        begin = end
    return len(ends)


windows = 0
with tempfile.TemporaryDirectory() as name:
    for seed in range(24):
        rng = random.Random(seed)
        windows += check(sys.argv[1], random_rows(rng), rng.choice(["year", "half", "quarter", "month"]), pathlib.Path(name))
print(f"{windows} windows agree")
