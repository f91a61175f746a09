# SPDX-License-Identifier: Apache-2.0
"""The pictures of growth and of moving ranks: legible and the same every time. growth_chart_test.py REGIONET ROOT.

A letter is taken as 0.56 em wide, a Chinese one as 1 em, a line as 1 em high.
"""
import csv
import io
import itertools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as tree

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
svg = "{http://www.w3.org/2000/svg}"


def run(*arguments, code=0, env=None):
    done = subprocess.run([program, *arguments], capture_output=True, timeout=120, env=env)
    assert done.returncode == code, (arguments, done.returncode, done.stderr.decode())
    return done


def box(element):
    size, x, y = (float(element.get(key)) for key in ("font-size", "x", "y"))
    width = size * sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.56 for c in element.text)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[element.get("text-anchor")]
    return left, y - 0.75 * size, left + width, y + 0.2 * size


def check_labels(page):
    width, height = float(page.get("width")), float(page.get("height"))
    labels = [(element.text, box(element)) for element in page.iter(f"{svg}text")]
    for text, (left, top, right, bottom) in labels:
        assert 0 <= left and right <= width and 0 <= top and bottom <= height, f"'{text}' leaves the page"
    for (one, a), (two, b) in itertools.combinations(labels, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, f"'{one}' and '{two}' overlap"
    colours = {element.get(key) for element in page.iter() for key in ("fill", "stroke") if element.get(key)}
    for colour in colours - {"none"}:
        grey = colour.startswith("url(#") or (len(colour) == 7 and colour[1:3] == colour[3:5] == colour[5:7])
        assert grey, f"{colour} is no grey"
    return labels


def check(picture):
    page = tree.fromstring(picture)
    labels = check_labels(page)
    for line in page.iter(f"{svg}line"):
        if line.get("stroke-dasharray") is None or line.get("x1") != line.get("x2"):
            continue  # only the changes of the rate run through the picture
        x, top, bottom = float(line.get("x1")), float(line.get("y1")), float(line.get("y2"))
        for text, (left, above, right, below) in labels:
            assert not (left < x < right and above < bottom and top < below), f"a line crosses '{text}'"
    # The band is a polygon of two edges: what may have come never lies below what has.
    band = [tuple(map(float, point.split(","))) for point in page.find(f"{svg}polygon").get("points").split()]
    possible, certain = band[1: (len(band) + 1) // 2], band[: (len(band) - 1) // 2: -1]
    assert [x for x, _ in possible] == [x for x, _ in certain]
    assert all(up <= low for (_, up), (_, low) in zip(possible, certain)), "the band is upside down"
    return len(labels)


labels = 0
with tempfile.TemporaryDirectory() as folder:
    for language, every in itertools.product(("en", "ru", "zh", "be"), ("year", "half", "quarter", "month")):
        first, second = (pathlib.Path(folder) / f"{language}-{every}-{i}.svg" for i in (1, 2))
        run("growth", "--lang", language, "--every", every, "-o", str(first))
        run("growth", "--lang", language, "--every", every, "-o", str(second), "--threads", "3")
        assert first.read_bytes() == second.read_bytes(), f"{language}, {every}: two runs differ"
        labels += check(first.read_bytes())
    # A circle with its rank for every rank of the table, and the names of the last window beside it.
    for window in ((), ("--window", "3y")):
        for language in ("en", "zh"):
            first, second = (pathlib.Path(folder) / f"moves-{i}.svg" for i in (1, 2))
            rank = ("rank", "--every", "year", "--from", "2008", "--lang", language, *window, "--top", "4")
            run(*rank, "-o", str(first))
            run(*rank, "-o", str(second), "--threads", "3")
            assert first.read_bytes() == second.read_bytes(), f"{rank}: two runs differ"
            page = tree.fromstring(first.read_bytes())
            found = check_labels(page)
            rows = list(csv.reader(io.StringIO(run(*rank, "--format", "csv", "--quiet").stdout.decode())))[1:]
            ranks = sorted(cell for row in rows for cell in row[4:] if cell)
            circles = {(circle.get("cx"), circle.get("cy")) for circle in page.iter(f"{svg}circle") if circle.get("r") == "9.0"}
            assert len(circles) == len(ranks), "a circle is missing, or two stand on each other"
            texts = [text for text, _ in found]
            assert sorted(text for text in texts if text.isdigit() and len(text) < 3) == ranks
            assert all(row[1] in texts for row in rows if row[-1]), "a name is missing"
            labels += len(found)
    hostile = pathlib.Path(folder) / "hostile.svg"
    run("growth", "-n", str(root / "tests/data/hand"), "--title", "<b>&\"quotes\"</b>", "-o", str(hostile))
    check(hostile.read_bytes())
    assert "<b>&\"quotes\"</b>" in [text.text for text in tree.fromstring(hostile.read_bytes()).iter(f"{svg}text")]
    # PDF and PNG are made by rsvg-convert; where that is not there, a message and no file.
    magic = {"pdf": b"%PDF-", "png": b"\x89PNG"}
    for command, (extension, begin) in itertools.product((("growth",), ("rank", "--every", "year")), magic.items()):
        target = pathlib.Path(folder) / f"picture.{extension}"
        if shutil.which("rsvg-convert"):
            run(*command, "-o", str(target))
            assert target.read_bytes().startswith(begin), f"{target} is no {extension}"
            target.unlink()
        fault = run(*command, "-o", str(target), code=4, env={**os.environ, "PATH": folder}).stderr.decode()
        assert "'rsvg-convert' cannot be started" in fault and ".svg" in fault, fault
        assert not target.exists() and not list(pathlib.Path(folder).glob("*picture*"))
print(f"{labels} labels stand clear")
