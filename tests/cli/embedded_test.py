# SPDX-License-Identifier: Apache-2.0
"""The network inside the program is the folder datasets/belarus-china, and every format parses. embedded_test.py REGIONET ROOT."""
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
folder = root / "datasets" / "belarus-china"


def run(*arguments):
    done = subprocess.run([program, *arguments, "--quiet"], capture_output=True, timeout=60)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    assert not done.stderr, (arguments, done.stderr.decode())
    return done.stdout


def no_constant(word):
    raise AssertionError(f"{word} is no JSON")


def object_of(pairs):
    assert len({key for key, _ in pairs}) == len(pairs), f"a key stands twice: {[key for key, _ in pairs]}"
    return dict(pairs)


def parse(text):
    return json.loads(text, parse_constant=no_constant, object_pairs_hook=object_of)


def number(text):
    try:
        return float(text)
    except ValueError:
        return text


commands = (
    ("rank",),
    ("rank", "--level", "city"),
    ("rank", "--weight", "fractional"),
    ("rank", "--split", "type"),
    ("rank", "--split", "signer"),
    ("rank", "--period", "2014/2016", "--dates", "expected"),
    ("rank", "--period", "1900/1901"),
    ("ties",),
    ("ties", "--matrix"),
    ("list", "agreements"),
    ("list", "actors", "--with-isolates"),
    ("list", "sources"),
    ("list", "types"),
    ("explain", "BY-HM", "CN-SH"),
    ("explain", "上海"),
)

for command in commands:
    table = run(*command, "--format", "csv")
    assert table == run(*command, "-n", str(folder), "--format", "csv"), f"the folder answers otherwise: {command}"
    assert table == run(*command, "-n", "belarus-china", "--format", "csv"), command
    text = table.decode("utf-8")
    assert text.endswith("\n") and "\r" not in text
    rows = list(csv.reader(io.StringIO(text), strict=True))
    width = len(rows[0])
    assert all(len(row) == width for row in rows), command
    tabs = list(csv.reader(io.StringIO(run(*command, "--format", "tsv").decode("utf-8")), delimiter="\t", strict=True))
    assert tabs == rows, command

    # The same cells in json: null where csv is empty, numbers as numbers.
    answer = parse(run(*command, "--format", "json"))
    assert set(answer) == {"manifest", "result"}
    lines = [parse(line) for line in run(*command, "--format", "jsonl").splitlines()]
    assert lines == answer["result"] and len(lines) == len(rows) - 1, command
    for row, cells in zip(lines, rows[1:]):
        for key, cell in zip(rows[0], cells):
            value = row[key]
            assert value is None and cell == "" or value == cell or value == number(cell), (command, key, value, cell)

# The manifest tells what was asked, of which bytes.
manifest = parse(run("rank", "--format", "json"))["manifest"]
assert manifest["tool"] == "regionet" and manifest["schema"] == 1
assert manifest["network"]["name"] == "belarus-china" and len(manifest["network"]["sha256"]) == 64
assert manifest["command"] == ["rank", "--format", "json", "--quiet"]
assert manifest["view"]["level"] == "region" and manifest["view"]["statuses"] == ["signed", "opened", "renewed", "ended"]
with open(folder / "agreements.csv", encoding="utf-8", newline="") as file:
    assert sum(manifest["view"]["agreements"].values()) == len(list(csv.DictReader(file)))

with tempfile.TemporaryDirectory() as temporary:
    copy = pathlib.Path(temporary) / "copy"
    shutil.copytree(folder, copy)
    digest = lambda: parse(run("summary", "-n", str(copy), "--format", "json"))["manifest"]["network"]["sha256"]
    same = digest()
    assert same == manifest["network"]["sha256"], "the folder has another digest than the network inside the program"
    with open(copy / "actors.csv", "a", encoding="utf-8") as file:
        file.write("\n")
    assert digest() != same, "a byte more, and the digest is the same"
    beside = pathlib.Path(temporary) / "manifest.json"
    assert run("rank", "--manifest", str(beside), "--format", "csv") == run("rank", "--format", "csv")
    written = parse(beside.read_text(encoding="utf-8"))
    assert written["network"] == manifest["network"] and written["view"] == manifest["view"]

# Undefined is null beside its reason, never NaN.
hollow = parse(run("summary", "--period", "1900/1901", "--format", "json"))["result"]
assert hollow["n"] == 0 and hollow["density"] is None and hollow["density_reason"]
case = root / "tests" / "data" / "cases" / "055-json-non-finite" / "input.csv"
ties = parse(run("summary", str(case), "--format", "json"))["result"]
assert ties["n"] == 4 and ties["m"] == 2
assert all(value is not None or ties[f"{key}_reason"] for key, value in ties.items() if not key.endswith("_reason"))
print(f"{len(commands)} commands: the same inside and outside, in every format")
