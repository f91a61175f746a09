# SPDX-License-Identifier: Apache-2.0
"""The same bytes for any number of threads: threads_test.py REGIONET ROOT.

On the built-in network, and on 60,000 made agreements: several blocks of work, multilateral ones, dates, values and
weights whose sums depend on the order in which they are added.
"""
import os
import pathlib
import random
import subprocess
import sys
import tempfile

program = sys.argv[1]
counts = ("1", "2", "3", "8")


def run(threads, arguments):
    environment = {**os.environ, "REGIONET_THREADS": threads}
    done = subprocess.run([program, *arguments], capture_output=True, timeout=300, env=environment)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout, done.stderr


def same_bytes(*arguments):
    first = run(counts[0], arguments)
    assert first[0].count(b"\n") > 2, arguments
    for threads in counts[1:]:
        assert run(threads, arguments) == first, f"{threads} threads give other bytes: {' '.join(arguments)}"
    # The flag stands above the variable, and means the same.
    assert run("1", (*arguments, "--threads", "5")) == first, arguments


def write(path, header, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write(header + "\n")
        file.writelines(",".join(row) + "\n" for row in rows)


def make_dataset(folder, agreements):
    """A dataset of the shape of the built-in one, made from a fixed seed."""
    draw = random.Random(7)
    places = {side: [f"{side}.p{i}" for i in range(40)] for side in ("BY", "CN")}
    actors = [(side, side, "country", "national", "", side) for side in places]
    signers = {}
    for side, regions in places.items():
        actors += [(region, f"Region {region}", "region", "subnational", side, "") for region in regions]
        cities = [(f"{region}.c{i}", region) for region in regions for i in range(5)]
        actors += [(city, f"City {city}", "city", "subnational", region, "") for city, region in cities]
        signers[side] = regions + [city for city, _ in cities]
    write(folder / "actors.csv", "id,name,kind,scope,within,iso", actors)
    rows, participants = [], []
    for i in range(agreements):
        name = f"a{i}"
        year = draw.randint(1990, 2020)
        date = draw.choice((f"{year}", f"{year}-{draw.randint(1, 12):02}", f"{year}/{year + draw.randint(1, 3)}", ""))
        value = repr(draw.uniform(1, 1e6)) if draw.random() < 0.8 else ""
        rows.append((name, draw.choice(("twinning", "memorandum", "contract", "education")), "signed", date, value))
        chosen = [draw.choice(signers["BY"]), draw.choice(signers["CN"])]
        while draw.random() < 0.3:
            chosen.append(draw.choice(signers[draw.choice(("BY", "CN"))]))
        participants += [(name, actor) for actor in dict.fromkeys(chosen)]
    write(folder / "agreements.csv", "id,type,status,date,value_usd", rows)
    write(folder / "participants.csv", "agreement,actor", participants)
    write(folder / "sources.csv", "id,title", [("s", "Made")])
    (folder / "datapackage.json").write_text(
        '{"profile": "tabular-data-package", "name": "made", "version": "1.0.0", "temporalCoverage": "1990/2025", "resources": ['
        + ", ".join(f'{{"name": "{name}", "path": "{name}.csv"}}' for name in ("actors", "agreements", "participants", "sources"))
        + "]}", encoding="utf-8")


for command in (("rank",), ("rank", "--weight", "fractional"), ("ties",), ("list", "agreements"), ("list", "actors"), ("draw",), ("summary",)):
    same_bytes(*command)

with tempfile.TemporaryDirectory() as temporary:
    made = pathlib.Path(temporary)
    make_dataset(made, 60_000)
    network = ("-n", str(made))
    rows = run("2", ("rank", *network))[0].count(b"\n")
    assert rows == 1 + 2 * 40, f"{rows} lines of 80 regions"
    same_bytes("rank", *network, "--weight", "fractional", "--between", "all")
    same_bytes("rank", *network, "--weight", "value", "--level", "city", "--split", "type")
    same_bytes("rank", *network, "--period", "1995/2005", "--dates", "expected", "--weight", "tie")
    same_bytes("ties", *network, "--weight", "fractional")
    same_bytes("list", "agreements", *network, "--year", "2001")
    same_bytes("draw", *network, "--type", "twinning")
    same_bytes("summary", *network)
print("equal bytes for 1, 2, 3, 5 and 8 threads")
