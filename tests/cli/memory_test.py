# SPDX-License-Identifier: Apache-2.0
"""A machine with too little memory: memory_test.py REGIONET ROOT.

The program gets ever more address space, from where it can just start. Each run ends well, or with exit code 4 and one
line that says why; it never crashes, and never leaves a file. With one thread: where a thread of oneTBB cannot start
another one the process ends, whoever calls it.
"""
import mmap
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())
STEPS = 8


def has_sanitizer():
    """A sanitizer takes terabytes of address space for itself, so that no limit can be set."""
    with open(program, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as binary:
        return binary.find(b"__asan_init") >= 0 or binary.find(b"__tsan_init") >= 0


def run(limit, *arguments):
    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return subprocess.run([program, *arguments, "--threads", "1"], capture_output=True, text=True, timeout=120,
                          preexec_fn=limited if limit else None)


def least(*arguments):
    """The least address space, in MB, with which the command ends well."""
    low, high = 1, 4096
    while high - low > 4:
        middle = (low + high) // 2
        low, high = (low, middle) if run(middle << 20, *arguments).returncode == 0 else (middle, high)
    return high


def check(folder, start, *arguments):
    before = sorted(os.listdir(folder))
    wanted = run(0, *arguments)
    assert wanted.returncode == 0, wanted.stderr
    for name in set(os.listdir(folder)) - set(before):
        os.unlink(folder / name)
    enough = least(*arguments)
    for name in set(os.listdir(folder)) - set(before):
        os.unlink(folder / name)
    failed = 0
    for step in range(STEPS):
        limit = start + (enough - start) * step // STEPS
        done = run(limit << 20, *arguments)
        if done.returncode == 0:
            assert done.stdout == wanted.stdout, (arguments, limit)
        else:
            failed += 1
            assert done.returncode == 4, (arguments, limit, done.returncode, done.stderr[-300:])
            said = done.stderr.strip().splitlines()[-1]
            assert said.startswith("regionet: ") and "memory" in said, (arguments, limit, said)
            assert not done.stdout and sorted(os.listdir(folder)) == before, (arguments, limit, os.listdir(folder))
        for name in set(os.listdir(folder)) - set(before):
            os.unlink(folder / name)
    return failed


def main():
    if has_sanitizer():
        steps = 0  # the unit tests fail each allocation there
    else:
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            edges = "".join(f"a{i * 7919 % 30011},b{i * 104729 % 20011}\n" for i in range(200_000))
            (folder / "names.csv").write_text("source,target\n" + edges, encoding="utf-8")
            numbers = "".join(f"{i * 7919 % 30011} {i * 104729 % 20011}\n" for i in range(400_000))
            (folder / "numbers.txt").write_text(numbers, encoding="utf-8")
            names, numbers = str(folder / "names.csv"), str(folder / "numbers.txt")
            start = least("--version") + 2
            steps = sum(check(folder, start, *arguments) for arguments in (
                ("summary", names, "--by", "density", "--quiet", "--format", "csv"),
                ("rank", numbers, "--by", "degree", "--quiet", "--format", "csv"),
                ("convert", names, str(folder / "out.rgn"), "--quiet"),
                ("convert", names, str(folder / "out.graphml"), "--quiet"),
                ("convert", numbers, str(folder / "out.json.gz"), "--quiet")))
            assert steps > 8, steps
    print(f"{steps} runs without memory, a clear end to each")


main()
