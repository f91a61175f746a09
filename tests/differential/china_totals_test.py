# SPDX-License-Identifier: Apache-2.0
"""China's friendship cities as a curve: china_totals_test.py REGIONET

Only totals are published (tests/data/china-friendship/totals.csv). Between two of them each new tie has a date that is
no more than an interval, and `growth` makes a curve of that. Its fit is compared with a Poisson regression by scipy, and
the figures in the README beside the totals with both.
"""
import csv
import datetime
import json
import math
import pathlib
import subprocess
import sys
import tempfile

from scipy.optimize import brentq

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "data" / "china-friendship"
DAYS_OF_YEAR = 365.2425


def next_period(known_by):
    """The month, or the year, after the one of a total."""
    if "-" not in known_by:
        return str(int(known_by) + 1)
    year, month = map(int, known_by.split("-"))
    return f"{year + month // 12}-{month % 12 + 1:02}"


def edges(totals):
    """A row a tie; of its two cities nothing is known."""
    rows, before, begin = [], 0, None
    for known_by, total in totals:
        date = f"{begin}/{known_by}" if begin not in (None, known_by) else known_by
        rows += [f"city {i},abroad {i},{date}" for i in range(before, total)]
        before, begin = total, next_period(known_by)
    return "\n".join(["source,target,date", *rows]) + "\n"


def poisson_rate(counts, first_year):
    """r of counts in proportion to days * exp(r t), t the middle of the year in years; the dispersion around it."""
    starts = [datetime.date(first_year + i, 1, 1).toordinal() for i in range(len(counts) + 1)]
    days = [b - a for a, b in zip(starts, starts[1:])]
    middle = [((a + b) / 2 - starts[0]) / DAYS_OF_YEAR for a, b in zip(starts, starts[1:])]
    total = sum(counts)

    def means(r):
        weights = [w * math.exp(r * t) for w, t in zip(days, middle)]
        return [total * weight / sum(weights) for weight in weights]

    rate = brentq(lambda r: sum((y - mean) * t for y, mean, t in zip(counts, means(r), middle)), -1, 1, xtol=1e-14)
    chi_square = sum((y - mean) ** 2 / mean for y, mean in zip(counts, means(rate)))
    return rate, chi_square / (len(counts) - 2)


with open(FOLDER / "totals.csv", encoding="utf-8", newline="") as file:
    totals = [(row["known_by"], int(row["total"])) for row in csv.DictReader(file)]
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "edges.csv"
    path.write_text(edges(totals), encoding="utf-8")
    answer = json.loads(subprocess.run([sys.argv[1], "growth", path, "--format", "json", "--quiet"], check=True,
                                       capture_output=True, text=True).stdout)

curve = {row["period"]: row for row in answer["result"]}
for known_by, total in totals:
    end_of_year = known_by if "-" not in known_by else None
    if end_of_year:
        assert curve[end_of_year]["certain"] == curve[end_of_year]["possible"] == total, (known_by, curve[end_of_year])
    assert curve[known_by[:4]]["possible"] >= total
figures = {row["figure"]: row for row in answer["figures"]}
rate, dispersion = poisson_rate([row["new_expected"] for row in answer["result"]], 1973)
assert abs(figures["growth_rate"]["value"] - rate) < 1e-9, (figures["growth_rate"], rate)
assert abs(figures["trend_dispersion"]["value"] - dispersion) < 1e-6, (figures["trend_dispersion"], dispersion)

fit, time = figures["growth_rate"], figures["doubling_time"]
wanted = [f"growth rate | {rate:.4f} | {fit['low']:.4f} to {fit['high']:.4f} | "
          f"{fit['draws_low']:.4f} to {fit['draws_high']:.4f}",
          f"doubling time, years | {math.log(2) / rate:.1f} | {time['low']:.1f} to {time['high']:.1f} | "
          f"{time['draws_low']:.1f} to {time['draws_high']:.1f}",
          f"dispersion about the trend | {dispersion:.1f} |"]
wanted += [f"| {stretch['start']} | {stretch['rate']:.1f} |" for stretch in answer["stretches"]]
text = (FOLDER / "README.md").read_text(encoding="utf-8")
missing = [line for line in wanted if line not in text]
assert not missing, "the README does not say: " + "; ".join(missing)
print(f"{len(curve)} years, {len(wanted)} figures of the README agree")
