# SPDX-License-Identifier: Apache-2.0
"""Cases of bench/run that run whole programs; those that are timed have one peer of their own."""
import csv
import hashlib
import pathlib
import platform
import statistics
import subprocess
import tempfile

from memory_case import read_memory
from rounds import interval, ratios, run_rounds

PYTHON = "/usr/bin/python3"
READ_TABLES = """
import csv, sys, pathlib
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.csv")):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            pass
"""


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = (line.split(":")[1].strip() for line in file if line.startswith("model name"))
        return next(names, platform.machine())


def spread(seconds):
    return [round(of(seconds), 5) for of in (min, statistics.median, max)]


def compare(name, ours, peer, peer_name, trials, check, more):
    """One result line; the answer is checked before, outside the timer."""
    check()
    (own, again, other), memory = run_rounds([ours, ours, peer], trials)
    median, low, high = interval(ratios(own, other))
    _, own_low, own_high = interval(ratios(own, again))
    return {
        "case": name, "peer": peer_name, "trials": len(own),
        "ours_s": spread(own), "peer_s": spread(other),
        "ratio": round(median, 4), "ratio_95": [round(low, 4), round(high, 4)],
        "a_a_95": [round(own_low, 4), round(own_high, 4)],
        "peak_mib": round(memory, 1), "certificate": "good", "cpu": processor(), **more}


def digest(folder):
    state = hashlib.sha256()
    for path in sorted(pathlib.Path(folder).iterdir()):
        state.update(path.read_bytes())
    return state.hexdigest()[:16]


def ranked(command):
    out = subprocess.run([*command, "--quiet", "--format", "csv"], capture_output=True, text=True, check=True).stdout
    return list(csv.DictReader(out.splitlines()))


def rank_embedded(options):
    """The main job on the built-in network against a Python that does nothing."""
    program = str(options.build / "engine/regionet")

    def check():
        rows = ranked([program, "rank"])
        assert rows and {row["country"] for row in rows} == {"BY", "CN"}, "the ranking has both countries"

    yield compare("rank-embedded", [program, "rank", "--quiet"], [PYTHON, "-c", "pass"], "python3 -c pass",
                  options.trials, check, {"goal": "at most 2, under 30 MiB"})


def rank_million(options):
    """Reading, checking and ranking a dataset against csv.reader merely reading the same files."""
    program = str(options.build / "engine/regionet")
    with tempfile.TemporaryDirectory() as folder:
        folder = str(pathlib.Path(folder) / "dataset")
        subprocess.run([program, "generate", "interregional", "--agreements", str(options.agreements), "-o", folder,
                        "--quiet"], check=True)

        def check():
            rows = ranked([program, "rank", "-n", folder])
            total = sum(int(row["agreements"]) for row in rows if row["id"].startswith("A"))
            with open(pathlib.Path(folder) / "agreements.csv", encoding="utf-8", newline="") as file:
                counted = sum(row["status"] != "planned" for row in csv.DictReader(file))
            assert total == counted, f"every counted agreement has one region of A: {total} and {counted}"

        yield compare("rank-million", [program, "rank", "-n", folder, "--quiet", "--format", "csv"],
                      [PYTHON, "-c", READ_TABLES, folder], "python3 csv.reader", options.trials, check,
                      {"agreements": options.agreements, "input": digest(folder), "goal": "at most 1, under 1024 MiB"})


CASES = {"rank-embedded": rank_embedded, "rank-million": rank_million, "read-memory": read_memory}
