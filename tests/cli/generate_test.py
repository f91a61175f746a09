# SPDX-License-Identifier: Apache-2.0
"""Graphs are written as they are made, in the bytes of the format's writer: generate_test.py REGIONET ROOT."""
import gzip
import os
import pathlib
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())

# Model and numbers; what is known of it by its definition: vertices, edges.
MODELS = {
    "gnm": (["--vertices", "3000", "--edges", "9000"], 3000, 9000),
    "rmat": (["--scale", "11", "--edge-factor", "8"], 2048, 16384),
    "grid": (["--rows", "30", "--columns", "40"], 1200, 30 * 39 + 40 * 29),
}


def run(*arguments, code=0):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=120)
    assert done.returncode == code, (arguments, done.returncode, done.stderr)
    return done


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    for model, (numbers, vertices, edges) in MODELS.items():
        for extension in ("csv", "tsv", "txt"):
            file = folder / f"{model}.{extension}"
            said = run("generate", model, *numbers, "-o", str(file))
            assert f"{vertices} vertices, {edges} edges" in said.stderr, said.stderr
            # What is to be compressed is made as a network and written by the format's writer.
            packed = folder / f"{model}.{extension}.gz"
            whole = run("generate", model, *numbers, "-o", str(packed))
            assert file.read_bytes() == gzip.decompress(packed.read_bytes()), (model, extension)
            assert said.stderr == whole.stderr.replace(str(packed), str(file)), (said.stderr, whole.stderr)
            lines = [line for line in file.read_text().splitlines() if not line.startswith(("#", "source"))]
            assert len(lines) == edges, (model, len(lines))
            for threads in ("2", "5"):
                again = folder / f"again.{extension}"
                run("generate", model, *numbers, "--threads", threads, "-o", str(again))
                assert again.read_bytes() == file.read_bytes(), (model, threads)

    # What does not fit is refused before it is made, and what a dry run says is true of the run.
    before = sorted(os.listdir(folder))
    large = ("generate", "rmat", "--scale", "22", "-o", str(folder / "large.rgn"))
    refused = run(*large, "--memory-limit", "100M", code=2)
    assert "needs some 545 MiB, more than the 100 MiB allowed" in refused.stderr, refused.stderr  # 8 B * (2^26 + 2^22)
    told = run(*large, "--dry-run").stdout
    assert told == "rmat: 4194304 vertices, 67108864 edges, undirected; making it would take 545 MiB\n", told
    assert sorted(os.listdir(folder)) == before
    streamed = ("generate", "rmat", "--scale", "22", "-o", str(folder / "large.csv"), "--dry-run")
    assert run(*streamed).stdout.endswith("making it would take 1 MiB\n")
print("written as they are made")
