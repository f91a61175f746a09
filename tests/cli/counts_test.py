# SPDX-License-Identifier: Apache-2.0
"""Strength, degree and agreements of the built-in network, counted a second time straight from its CSV tables.

counts_test.py REGIONET ROOT. Definitions: levels, roll-up and counting as `regionet::View` states them, default view:
agreements signed, opened, renewed or ended, pairs between two countries, each agreement 1 for each of its pairs.
"""
import collections
import csv
import io
import itertools
import json
import pathlib
import subprocess
import sys

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
folder = root / "datasets" / "belarus-china"


def table(name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(*arguments):
    done = subprocess.run([program, *arguments, "--format", "csv", "--quiet"], capture_output=True, timeout=60)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"))))


actors = {row["id"]: row for row in table("actors")}
counted = {row["id"] for row in table("agreements") if row["status"] in ("signed", "opened", "renewed", "ended")}
members = collections.defaultdict(list)
for row in table("participants"):
    if row["agreement"] in counted:
        members[row["agreement"]].append(row["actor"])


def ancestors(actor):
    """The actor itself, its place, the place of that place, ..."""
    while actor:
        yield actor
        actor = actors[actor]["within"]


def country(actor):
    return [place for place in ancestors(actor) if actors[place]["kind"] == "country"][-1]


def place(actor, level):
    """Where an actor stands at a level, or None."""
    kind, scope = actors[actor]["kind"], actors[actor]["scope"]
    if level == "country":
        return country(actor)
    if kind == "country":
        return actor
    if scope == "national":
        return None
    if level == "region":
        return next((up for up in ancestors(actor) if actors[up]["kind"] in ("region", "municipality")), None)
    if kind == "region":
        return None
    city = next((up for up in ancestors(actor) if actors[up]["kind"] in ("city", "municipality")), None)
    return city or next((up for up in ancestors(actor) if actors[up]["kind"] == "district"), None)


def count(level):
    strength, partners, agreements = collections.Counter(), collections.defaultdict(set), collections.defaultdict(set)
    for agreement, signers in members.items():
        places = sorted({place(actor, level) for actor in signers} - {None})
        for a, b in itertools.combinations(places, 2):
            if country(a) == country(b):
                continue
            for one, other in ((a, b), (b, a)):
                strength[one] += 1
                partners[one].add(other)
                agreements[one].add(agreement)
    return {v: (strength[v], len(partners[v]), len(agreements[v])) for v in strength}


def competition_ranks(values):
    return {v: 1 + sum(other > value for other in values.values()) for v, value in values.items()}


checked = 0
for level in ("region", "city", "country"):
    wanted = count(level)
    found = {}
    for iso in ("BY", "CN"):
        rows = run("rank", "--country", iso, "--level", level)
        numbers = {row["id"]: (int(row["strength"]), int(row["degree"]), int(row["agreements"])) for row in rows}
        assert len(numbers) == len(rows), f"{level} {iso}: a vertex stands twice"
        assert all(row["country"] == iso for row in rows)
        ranked = {v: n[0] for v, n in numbers.items() if level == "country" or actors[v]["kind"] != "country"}
        ranks = competition_ranks(ranked)
        for row in rows:
            assert row["rank"] == (str(ranks[row["id"]]) if row["id"] in ranks else ""), (level, row)
        order = [(ranks.get(row["id"], 10**9), row["name"].encode(), row["id"].encode()) for row in rows if row["id"] in ranks]
        assert order == sorted(order), f"{level} {iso}: rows are out of order"
        found.update(numbers)
    assert found == wanted, (level, {v: (found.get(v), wanted.get(v)) for v in found.keys() | wanted.keys() if found.get(v) != wanted.get(v)})
    # Each side's strength is the number of pairs, so the sides agree.
    sides = collections.Counter()
    for vertex, (strength, _, _) in found.items():
        sides[country(vertex)] += strength
    assert sides["BY"] == sides["CN"] > 0, sides
    checked += len(found)

# Minsk and Shanghai are regions and cities at once: the same agreements at both levels.
explained = {level: [row["agreement"] for row in run("explain", "BY-HM", "CN-SH", "--level", level)] for level in ("region", "city")}
both = []
for agreement, signers in members.items():
    places = {place(actor, "region") for actor in signers}
    if {"BY-HM", "CN-SH"} <= places:
        both.append(agreement)
assert explained["region"] == explained["city"] == sorted(both), explained
assert explained["region"], "nothing ties Minsk to Shanghai"

# What the summary says is the sum of it.
wanted = count("region")
summary = subprocess.run([program, "summary", "--by", "n,m,strength_total", "--format", "jsonl", "--quiet"], capture_output=True, timeout=60)
figures = json.loads(summary.stdout)
assert figures["n"] == len(wanted)
assert figures["m"] * 2 == sum(degree for _, degree, _ in wanted.values())
assert figures["strength_total"] * 2 == sum(strength for strength, _, _ in wanted.values())
print(f"{checked} vertices agree")
