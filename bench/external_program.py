# SPDX-License-Identifier: Apache-2.0
"""What the program says of the networks of bench/external."""
import csv
import json
import subprocess


class Program:
    """The program on files of a folder; what it printed is kept. `networks`: name -> (file, options)."""

    def __init__(self, program, networks):
        self.program, self.networks, self.seen = str(program), networks, {}
        self.measures, self.figures = set(), set()
        for row in self.rows("list", "measures"):
            (self.figures if row["of"] == "network" else self.measures).add(row["name"])

    def text(self, *words):
        if words not in self.seen:
            command = [self.program, *words, "--quiet"]
            process = subprocess.run(command, capture_output=True, text=True)
            if process.returncode != 0:
                raise SystemExit(f"{' '.join(command)} failed: {process.stderr}")
            self.seen[words] = process.stdout
        return self.seen[words]

    def rows(self, *words):
        return list(csv.DictReader(self.text(*words, "--format", "csv").splitlines()))

    def of(self, command, network, *more):
        file, options = self.networks[network]
        return self.rows(command, str(file), *options, *more)

    def communities(self, network):
        file, options = self.networks[network]
        return json.loads(self.text("communities", str(file), *options, "--format", "json"))["result"]

    def figure(self, network, name):
        """A figure of `summary`, or one of ours; None where there is none of this name."""
        if name in FIGURES:
            return FIGURES[name](self, network)
        name = OUR_NAMES.get(name, name)
        more = ["--by", name] if name in self.figures else []
        return {row["figure"]: row["value"] for row in self.of("summary", network, *more)}.get(name)

    def values(self, network, measure):
        """A value a vertex, by the definition of those who give the reference; None where there is no such measure."""
        if measure not in self.measures:
            return None
        values = {row["id"]: row[measure] for row in self.of("rank", network, "--by", measure)}
        if measure == "harmonic":  # the sum, not the mean
            return {id: str(float(value) * (len(values) - 1)) for id, value in values.items()}
        if measure == "clustering":  # 0 where there are not two partners
            return {id: value or "0" for id, value in values.items()}
        return values


def is_loop(row):
    return row["id_a"] == row["id_b"]


def ties_without_loops(program, network):
    return str(sum(not is_loop(row) for row in program.of("ties", network)))


def loops(program, network):
    return str(sum(int(row["agreements"]) for row in program.of("ties", network) if is_loop(row)))


def repeated_pairs(program, network):
    return str(int(program.figure(network, "agreements")) - int(program.figure(network, "m")))


def heaviest_tie(program, network):
    row = max((row for row in program.of("ties", network) if not is_loop(row)), key=lambda row: float(row["strength"]))
    return f"{row['id_a']}-{row['id_b']} {row['strength']}"


def strength_of_china(program, network):
    """With its rank among all; ties within a country do not count."""
    strengths = {row["id"]: float(row["strength"]) for row in program.of("rank", network)}
    for row in filter(is_loop, program.of("ties", network)):
        strengths[row["id_a"]] -= 2 * float(row["strength"])
    china = strengths["People's Republic of China"]
    return f"{china:.0f}, {sorted(strengths.values(), reverse=True).index(china) + 1}th"


def best_modularity(program, network):
    return str(program.communities(network)["quality"])


def community_count(program, network):
    return str(len(program.communities(network)["communities"]))


def radius(program, network):
    return str(min(int(value) for value in program.values(network, "eccentricity").values()))


# Figures that others call otherwise.
OUR_NAMES = {
    "average_clustering": "average_clustering_zero",
    "degeneracy": "core_max",
    "diameter": "diameter_largest",
    "mean_distance": "mean_distance_largest",
}

FIGURES = {
    "modularity, best found": best_modularity,
    "communities": community_count,
    "radius": radius,
    "ties without loops": ties_without_loops,
    "loops": loops,
    "repeated pairs": repeated_pairs,
    "heaviest tie": heaviest_tie,
    "strength of China": strength_of_china,
}


def roll_up_to_countries(program, network, target):
    """The edges between the countries of a graph whose actors have the column `country`, as the program writes it."""
    file = target.with_suffix(".json")
    subprocess.run([program, "convert", network, file, "--quiet"], check=True)
    graph = json.loads(file.read_text(encoding="utf-8"))
    country = {node["id"]: node["country"] for node in graph["nodes"]}
    with open(target, "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(["source", "target"])
        table.writerows((country[edge["source"]], country[edge["target"]]) for edge in graph["links"])
