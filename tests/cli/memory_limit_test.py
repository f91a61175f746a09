# SPDX-License-Identifier: Apache-2.0
"""--memory-limit holds while a file is read, whatever its format and its ids: memory_limit_test.py REGIONET ROOT."""
import pathlib
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())
EDGES = 140_000
FORMATS = ("csv", "tsv", "graphml", "gexf", "gml", "net", "json", "dot", "mtx")


def run(*arguments, code=0):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=120)
    assert done.returncode == code, (arguments, done.returncode, done.stderr[-300:])
    return done


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    source = folder / "source.csv"
    with open(source, "w") as out:
        out.write("source,target\n")
        # Names of letters: files of decimal ids are read by another way.
        out.writelines(f"a{i % 997},b{i % 1009}\n" for i in range(EDGES))
    for extension in FORMATS:
        file = folder / f"graph.{extension}"
        run("convert", "-n", str(source), "-o", str(file), "--quiet")
        target = folder / "out.csv"
        run("check", str(file), "--memory-limit", "3M", code=2)
        said = run("convert", "-n", str(file), "-o", str(target), "--memory-limit", "3M", code=2)
        assert "MiB, more than the 3 MiB allowed; raise --memory-limit" in said.stderr, (extension, said.stderr)
        assert not said.stdout and not target.exists(), extension
        run("convert", "-n", str(file), "-o", str(target), "--memory-limit", "300M")
        target.unlink()
