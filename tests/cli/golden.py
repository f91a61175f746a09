# SPDX-License-Identifier: Apache-2.0
"""Runs one golden case: golden.py REGIONET CASE [--update].

A case is a text file: lines beginning with '# ' say why its numbers are right, then

    $ rank -n hand --format csv      the arguments, as a shell would split them; the folder is tests/data
    exit 0
    --- stdout
    ...
    --- stderr
    ...
"""
import pathlib
import shlex
import subprocess
import sys


def parse(text):
    head, rest = text.split("\n--- stdout\n", 1)
    stdout, stderr = rest.split("--- stderr\n", 1)
    lines = [line for line in head.split("\n") if line and not line.startswith("# ")]
    assert lines[0].startswith("$ ") and lines[1].startswith("exit "), "a case begins with '$ ...' and 'exit N'"
    return lines[0][2:], int(lines[1][5:]), stdout, stderr


def main():
    program, case = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    text = case.read_text(encoding="utf-8")
    command, code, stdout, stderr = parse(text)
    data = pathlib.Path(__file__).parent.parent / "data"
    run = subprocess.run([program, *shlex.split(command)], cwd=data, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    got = (run.returncode, run.stdout.decode("utf-8"), run.stderr.decode("utf-8"))
    if "--update" in sys.argv:
        notes = "".join(line + "\n" for line in text.split("\n--- stdout\n")[0].split("\n") if line.startswith("# "))
        case.write_text(f"{notes}$ {command}\nexit {got[0]}\n--- stdout\n{got[1]}--- stderr\n{got[2]}", encoding="utf-8")
        return 0
    bad = 0
    for name, wanted, found in zip(("exit", "stdout", "stderr"), (code, stdout, stderr), got):
        if wanted != found:
            bad = 1
            print(f"{case.name}: {name} differs\n--- wanted\n{wanted}\n--- found\n{found}")
    return bad


sys.exit(main())
