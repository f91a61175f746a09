# SPDX-License-Identifier: Apache-2.0
"""GraphViz reads what `draw` writes, with exactly the vertices and ties of the network: dot_test.py REGIONET ROOT."""
import collections
import csv
import pathlib
import random
import re
import subprocess
import sys
import tempfile

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
data = root / "tests" / "data"


def draw(*arguments):
    done = subprocess.run([program, "draw", *arguments], capture_output=True, timeout=120)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout


def statements(text):
    """Lines of the plain format as lists of words; a quoted word may hold line breaks."""
    words, line = [], []
    for quoted, bare, end in re.findall(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)|(\n)', text, re.S):
        if end:
            words.append(line)
            line = []
        else:
            line.append(bare or quoted.replace('\\"', '"'))
    return [line for line in words if line]


def plain(dot):
    """Nodes and edges as `dot -Tplain` sees them."""
    done = subprocess.run(["dot", "-Kneato", "-n2", "-Tplain"], input=dot, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr.strip(), done.stderr.decode()
    lines = statements(done.stdout.decode("utf-8").replace("\\\n", ""))
    return [line[1] for line in lines if line[0] == "node"], [frozenset(line[1:3]) for line in lines if line[0] == "edge"]


# Names that are words and signs of the DOT language, and the empty one.
case = data / "cases" / "049-dot-keywords-and-ports" / "input.csv"
with open(case, encoding="utf-8", newline="") as file:
    rows = [(row["source"], row["target"]) for row in csv.DictReader(file)]
nodes, edges = plain(draw(str(case)))
assert len(nodes) == 14 and len(edges) == 14, (len(nodes), len(edges))
assert set(nodes) == {name for row in rows for name in row}, nodes
assert collections.Counter(edges) == collections.Counter(frozenset(row) for row in rows), edges
nodes, edges = plain(draw(str(case), "--directed"))
assert len(nodes) == 14 and len(edges) == 14, "directed"

# Quotes, backslashes, angle brackets, line breaks, entities, HTML-like labels, escapes of GraphViz.
hostile = ['say "so"', "back\\slash", "back\\", "<b>bold</b>", "<i", "&amp;", "&", "\\N", "\\G\\L", "a\nb", "a--b", "a->b", "/*c*/", "//c", "#c",
           "{", "}", "[", "]", ";", "=", ",", "'", "名字", "Минск", "--", "NaN", "-", "%s", "\t"]
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "hostile.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("source", "target"))
        writer.writerows(zip(hostile, hostile[1:] + hostile[:1]))
    for title in ((), ("--title", 'A "title" <with> &signs\\n')):
        nodes, edges = plain(draw(str(path), *title))
        assert len(nodes) == len(hostile), (len(nodes), len(hostile))
        assert len(edges) == len(hostile), (len(edges), len(hostile))

# The hand network: a node a vertex, an edge a tie and type (tests/data/hand/NUMBERS.md).
nodes, edges = plain(draw("-n", str(data / "hand")))
assert sorted(nodes) == ["BY", "BY-BR", "BY-HM", "BY-MI", "BY-VI", "CN", "CN-GD", "CN-GS", "CN-HB", "CN-SH"], nodes
lines = {("BY-HM", "CN-SH"): 3, ("BY-HM", "CN-GS"): 2, ("BY-HM", "CN-GD"): 1, ("BY-BR", "CN-HB"): 3, ("BY-BR", "CN-GS"): 2, ("BY-VI", "CN-GS"): 1,
         ("BY-VI", "CN-HB"): 1, ("BY-VI", "CN-SH"): 1, ("BY-VI", "CN-GD"): 1, ("BY-MI", "CN-GD"): 1, ("BY", "CN"): 1}
assert collections.Counter(edges) == collections.Counter({frozenset(ends): count for ends, count in lines.items()}), edges
assert len(plain(draw("-n", str(data / "hand"), "--with-isolates"))[0]) == 12
# Ties inside a column and loops end as well: h03 and h18 one line each, h06 a loop (lines as in NUMBERS.md, 'within').
nodes, edges = plain(draw("-n", str(data / "hand"), "--between", "within"))
assert len(nodes) == 5 and frozenset(["BY-VI"]) in edges and len(edges) == 4, (nodes, edges)
assert len(plain(draw("-n", str(data / "hand"), "--between", "all"))[0]) == 10

# Any small graph is drawn, whole.
generator = random.Random(1)
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "small.csv"
    for _ in range(12):
        size = generator.randint(2, 7)
        rows = [(f"v{generator.randrange(size)}", f"v{generator.randrange(size)}") for _ in range(generator.randint(1, 10))]
        path.write_text("source,target\n" + "".join(f"{a},{b}\n" for a, b in rows), encoding="utf-8")
        for directed in ((), ("--directed",)):
            nodes, edges = plain(draw(str(path), *directed))
            assert set(nodes) == {name for row in rows for name in row} and len(nodes) == len(set(nodes)), rows
            ties = {row if directed else tuple(sorted(row)) for row in rows}
            assert collections.Counter(edges) == collections.Counter(frozenset(tie) for tie in ties), (rows, edges)
print("dot counts what the networks hold")
