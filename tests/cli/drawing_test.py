# SPDX-License-Identifier: Apache-2.0
"""The picture of the built-in network: whole, legible and the same every time. drawing_test.py REGIONET ROOT.

A letter is taken as 0.62 em wide, a Chinese one as 1 em, a line as 1 em high: a bit more than sans serif faces have.
Against the edge of the page a letter counts 0.55 em, which is nearer to their mean.
"""
import csv
import io
import itertools
import pathlib
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as tree

program = sys.argv[1]
svg = "{http://www.w3.org/2000/svg}"


def run(*arguments):
    done = subprocess.run([program, *arguments], capture_output=True, timeout=120)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout


def text_width(text, size, letter=0.62):
    return size * sum(1.0 if unicodedata.east_asian_width(c) in "WF" else letter for c in text)


class Node:
    """A vertex as drawn: its circle, and the box of its label."""

    def __init__(self, group):
        self.id = group.find(f"{svg}title").text
        ellipse, label = group.find(f"{svg}ellipse"), group.find(f"{svg}text")
        self.x, self.y, self.radius = (float(ellipse.get(key)) for key in ("cx", "cy", "rx"))
        self.label = label.text
        size, x, baseline = (float(label.get(key)) for key in ("font-size", "x", "y"))
        width = text_width(self.label, size)
        left = {"middle": x - width / 2, "start": x, "end": x - width}[label.get("text-anchor")]
        self.spare = (width - text_width(self.label, size, 0.55)) / 2
        self.box = (left, baseline - 0.8 * size, left + width, baseline + 0.2 * size)

    def touches_box(self, other):
        a, b = self.box, other.box
        return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]

    def touches_circle(self, other):
        """Whether this label lies on the circle of the other one."""
        dx = max(self.box[0] - other.x, 0, other.x - self.box[2])
        dy = max(self.box[1] - other.y, 0, other.y - self.box[3])
        return dx * dx + dy * dy < other.radius * other.radius


def check_picture(picture, names):
    root = tree.fromstring(picture)
    page = [float(number) for number in root.get("viewBox").split()]
    graph = root.find(f"{svg}g")
    shift = graph.get("transform").split("translate(")[1].rstrip(")").split()
    shift = [float(number) for number in shift]
    nodes = [Node(group) for group in graph if group.get("class") == "node"]
    found = {node.id: node.label for node in nodes}
    assert len(found) == len(nodes), "a vertex is drawn twice"
    assert found == names, {key: (found.get(key), names.get(key)) for key in found.keys() | names.keys() if found.get(key) != names.get(key)}
    for a, b in itertools.combinations(nodes, 2):
        assert not a.touches_box(b), f"the labels of {a.id} and {b.id} overlap"
        assert (a.x - b.x) ** 2 + (a.y - b.y) ** 2 > (a.radius + b.radius) ** 2, f"the circles of {a.id} and {b.id} overlap"
    for a, b in itertools.product(nodes, nodes):
        assert not a.touches_circle(b), f"the label of {a.id} lies on the circle of {b.id}"
    for node in nodes:
        left, top, right, bottom = node.box
        left, right = left + node.spare, right - node.spare
        inside = page[0] <= left + shift[0] and right + shift[0] <= page[0] + page[2] and page[1] <= top + shift[1] and bottom + shift[1] <= page[1] + page[3]
        assert inside, f"the label of {node.id} leaves the page"
    return nodes


def edges(picture):
    return sum(group.get("class") == "edge" for group in tree.fromstring(picture).find(f"{svg}g"))


drawn = 0
with tempfile.TemporaryDirectory() as folder:
    for language in ("en", "ru", "zh", "be"):
        for level in ("region", "city"):
            view = ("--lang", language, "--level", level)
            first = pathlib.Path(folder) / f"{language}-{level}-1.svg"
            second = pathlib.Path(folder) / f"{language}-{level}-2.svg"
            run("draw", *view, "-o", str(first))
            run("draw", *view, "-o", str(second), "--threads", "3")
            picture = first.read_bytes()
            assert picture == second.read_bytes(), f"{language}, {level}: two runs differ"
            rows = csv.DictReader(io.StringIO(run("rank", *view, "--format", "csv", "--quiet").decode("utf-8")))
            nodes = check_picture(picture, {row["id"]: row["name"] for row in rows})
            if level == "region":
                left = {node.x for node in nodes if node.id.startswith("BY")}
                right = {node.x for node in nodes if node.id.startswith("CN")}
                assert len(left) == len(right) == 1 and min(left) < min(right), "not two columns, a country each"
            # A line a tie and type of agreement.
            ties = csv.DictReader(io.StringIO(run("ties", *view, "--format", "csv", "--quiet").decode("utf-8")))
            assert edges(picture) == sum(len(tie["types"].split(";")) for tie in ties)
            drawn += len(nodes)
    page = pathlib.Path(folder) / "page.svg"
    run("draw", "-o", str(page), "--width", "160mm")
    wide = tree.fromstring(page.read_bytes()).get("width")
    assert wide.endswith("pt") and abs(float(wide[:-2]) - 160 / 25.4 * 72) <= 1, f"160mm came out as {wide}"
    for kind, magic in (("pdf", b"%PDF-"), ("png", b"\x89PNG\r\n\x1a\n")):
        picture = pathlib.Path(folder) / f"picture.{kind}"
        run("draw", "-o", str(picture))
        assert picture.read_bytes().startswith(magic), f"no {kind}"
print(f"{drawn} labels stand clear")
