# SPDX-License-Identifier: Apache-2.0
"""The totals that the curators counted by hand, in the dataset's notes.md, are those of the program. notes_test.py REGIONET ROOT"""
import collections
import csv
import io
import pathlib
import re
import subprocess
import sys

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
notes = (root / "datasets" / "belarus-china" / "notes.md").read_text(encoding="utf-8")


def agreements(*arguments):
    command = [program, "list", "agreements", "--level", "actor", "--between", "all", "--format", "csv", "--quiet"]
    done = subprocess.run([*command, *arguments], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"))))


def totals(heading):
    """The rows of the table under `| heading | rows |`: its first two cells, and the third where there is one."""
    table = notes.split(f"| {heading} | rows |", 1)[1].split("\n\n", 1)[0]
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in table.splitlines()[2:]]
    return {row[0]: (int(row[1]), row[2].split() if len(row) > 2 else []) for row in rows}


every = agreements("--status", "signed,opened,renewed,ended,planned,negotiated")
for heading in ("status", "type"):
    told = totals(heading)
    found = collections.defaultdict(list)
    for row in every:
        found[row[heading]].append(row["id"])
    assert told.pop("all")[0] == len(every), (heading, len(every))
    assert sum(count for count, _ in told.values()) == len(every), heading
    for name, (count, ids) in told.items():
        assert count == len(found[name]), (heading, name, count, len(found[name]))
        assert not ids or ids == found[name], (heading, name)

# What stands in words: the ids of each status.
for status in ("planned", "negotiated", "opened", "renewed"):
    sentence = re.search(rf"{status}: ([a0-9 ]+)\.", notes, re.IGNORECASE).group(1)
    assert sentence.split() == [row["id"] for row in every if row["status"] == status], status

# Ids that were retired are not given again.
retired = re.search(r"of them are free: ([a0-9, ]+) stood", notes).group(1).split(", ")
assert not {row["id"] for row in every} & set(retired)
assert len(every) + len(retired) == int(re.search(r"Numbers run to a(\d+)", notes).group(1))
