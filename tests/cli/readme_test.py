# SPDX-License-Identifier: Apache-2.0
"""Every `$ regionet ...` in README.md prints what README.md shows. readme_test.py REGIONET ROOT [--update]"""
import os
import pathlib
import pty
import re
import shlex
import subprocess
import sys

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])


def on_a_terminal(command):
    """stdout of a command that believes it writes to a terminal."""
    reader, writer = pty.openpty()
    process = subprocess.Popen([PROGRAM, *shlex.split(command)[1:]], stdout=writer, stderr=subprocess.PIPE, cwd=ROOT,
                               env={**os.environ, "NO_COLOR": "1"})
    os.close(writer)
    out = b""
    while True:
        try:
            part = os.read(reader, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        out += part
    error = process.stderr.read().decode("utf-8")
    assert process.wait() == 0, f"{command} failed: {error}"
    return out.decode("utf-8").replace("\r\n", "\n")


def main():
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    bad, runs = 0, 0

    def replace(block):
        nonlocal bad, runs
        command, shown = block[1], block[2]
        runs += 1
        found = on_a_terminal(command)
        if found != shown:
            bad = 1
            print(f"README.md shows for {command}\n{shown}\nthe program prints\n{found}")
        return f"```console\n$ {command}\n{found}```"

    new = re.sub(r"```console\n\$ (regionet [^\n]*)\n(.*?)```", replace, text, flags=re.S)
    assert runs >= 5, "README.md answers at least five questions"
    if "--update" in sys.argv:
        readme.write_text(new, encoding="utf-8")
        return 0
    return bad


sys.exit(main())
