# SPDX-License-Identifier: Apache-2.0
"""A case of bench/run: the memory that reading a graph takes at its peak, beside what the graph takes in the end."""
import json
import os
import pathlib
import subprocess
import tempfile


def peak_anonymous(command):
    """The most memory that the process held which is no file's, in bytes: looked at as often as can be."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = 0
    with open(f"/proc/{process.pid}/status", "rb", buffering=0) as status:
        while process.poll() is None:
            status.seek(0)
            try:
                text = status.read(4096)
            except ProcessLookupError:
                break
            at = text.find(b"RssAnon:")
            if at >= 0:
                peak = max(peak, 1024 * int(text[at + 8:at + 24].split()[0]))
    if process.wait() != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    return peak


def edge_list(program, source, folder):
    """The graph as a list of edges."""
    target = str(pathlib.Path(folder) / "graph.el")
    make = ["generate", "rmat", "--scale", source[5:], "-o"] if source.startswith("rmat:") else ["convert", source]
    subprocess.run([program, *make, target, "--quiet"], check=True)
    return target


def read_memory(options):
    """From the list of edges to the rows of the graph, parallel edges merged; one result line a number of threads.

    The final graph is 4 bytes an arc and 8 a vertex. The ids are not counted; all else of the process is.
    """
    program = str(options.build / "engine/regionet")
    with tempfile.TemporaryDirectory() as folder:
        file, stats = edge_list(program, options.graph, folder), os.path.join(folder, "stats.json")
        for threads in options.threads.split(","):
            command = [program, "summary", file, "--by", "density", "--threads", threads, "--stats", stats, "--quiet"]
            peaks = sorted(peak_anonymous(command) for _ in range(3))
            told = json.loads(pathlib.Path(stats).read_text(encoding="utf-8"))
            final = 4 * 2 * told["m"] + 8 * told["n"]
            ids = told["network_text_bytes"]
            yield {"case": "read-memory", "input": options.graph, "threads": int(threads), "n": told["n"],
                   "m": told["m"], "edges": told["agreements"], "final_graph_mib": round(final / 2**20, 1),
                   "ids_mib": round(ids / 2**20, 1), "peak_anonymous_mib": round(peaks[-1] / 2**20, 1),
                   "times_final_graph": round((peaks[-1] - ids) / final, 3), "goal": "at most 2.2"}
