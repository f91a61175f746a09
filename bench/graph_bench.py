# SPDX-License-Identifier: Apache-2.0
"""Cases of bench/run that bench/graph_cases times; it knows them and their peers, this makes their files."""
import json
import os
import pathlib
import subprocess
import sys


def name_of(number):
    """A name of an id, 10 to 14 bytes, of which neighbours share no long beginning."""
    return f"{int(number) * 2654435761 % 2**32:08x}-place"[:10 + int(number) % 5]


def write_names(numbers, target):
    """The edge list with names in the place of numbers."""
    with open(numbers, encoding="utf-8") as source, open(target, "w", encoding="utf-8") as out:
        for line in source:
            out.write("\t".join(name_of(word) for word in line.split()) + "\n")


class GraphCases:
    """The program bench/graph_cases, built where something changed, and what it says it can do."""

    def __init__(self, build, folder):
        self.build, self.folder = build, folder
        subprocess.run(["cmake", "--build", build, "--target", "graph_cases"], check=True, stdout=sys.stderr)
        self.program = str(build / "bench/graph_cases")
        known = json.loads(subprocess.run([self.program, "--list"], stdout=subprocess.PIPE, check=True).stdout)
        self.extensions = {case["name"]: case["extension"] for case in known["cases"]}
        self.built = [case["name"] for case in known["cases"] if case["built"]]
        self.peers = known["peers"]

    def run(self, name, options):
        """The result lines of a case, once for each number of threads."""
        graph = self.graph(options.graph, self.extensions[name])
        # Threads of OpenMP that spin after their work would slow down whoever runs next.
        environment = {**os.environ, "OMP_WAIT_POLICY": "passive"}
        for threads in options.threads.split(","):
            command = [self.program, name, graph, threads, str(options.trials), options.peers]
            process = subprocess.run(command + ["--peers-only"] * options.peers_only, stdout=subprocess.PIPE,
                                     env=environment)
            if process.returncode != 0:
                raise SystemExit(process.returncode)
            yield from (json.loads(line) for line in process.stdout.splitlines())

    def graph(self, source, extension):
        """The graph as a file of this extension. Edge lists lose their comments, which not every peer reads."""
        target = self.folder / f"graph{extension}"
        if target.exists():
            return str(target)
        if extension == ".names.el":
            write_names(pathlib.Path(self.graph(source, ".el")), target)
            return str(target)
        program = str(self.build / "engine/regionet")
        if source.startswith("rmat:"):
            command = [program, "generate", "rmat", "--scale", source[5:], "-o", target, "--quiet"]
        else:
            command = [program, "convert", source, target, "--quiet"]
        made = subprocess.run(command)
        if made.returncode != 0:
            raise SystemExit(made.returncode)
        if extension == ".el":
            lines = target.read_bytes().split(b"\n")
            target.write_bytes(b"\n".join(line for line in lines if not line.startswith(b"#")))
        return str(target)
