# SPDX-License-Identifier: Apache-2.0
"""Files appear whole or not at all, and a reader that has seen enough is no fault: atomic_test.py REGIONET ROOT."""
import csv
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time

program, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
data = root / "tests" / "data"
hand = str(data / "hand")
bad = str(data / "cases" / "042-date-impossible" / "input.csv")


def run(*arguments, **options):
    done = subprocess.run([program, *arguments], capture_output=True, timeout=60, **options)
    assert b"terminate" not in done.stderr and b"Traceback" not in done.stderr, done.stderr
    return done


def short_of_room():
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def check_failure(folder, code, *arguments, **options):
    """A run that fails keeps the old files, and leaves no new ones."""
    old = folder / "old.csv"
    old.write_text("what was there\n", encoding="utf-8")
    done = run(*arguments, cwd=folder, **options)
    assert done.returncode == code, (arguments, done.returncode, done.stderr.decode())
    assert not done.stdout, arguments
    assert done.stderr.startswith(b"regionet: "), done.stderr
    assert os.listdir(folder) == ["old.csv"], (arguments, os.listdir(folder))
    assert old.read_text(encoding="utf-8") == "what was there\n", arguments


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    for target in ("old.csv", "new.csv"):
        check_failure(folder, 3, "rank", bad, "-o", target)
        check_failure(folder, 3, "rank", bad, "-o", target, "--ledger", "ledger.csv", "--manifest", "manifest.json")
        check_failure(folder, 2, "rank", hand, "--by", "strenght", "-o", target)
        check_failure(folder, 2, "rank", hand, "--type", "twining", "-o", target, "--ledger", "ledger.csv")
        check_failure(folder, 2, "explain", "Minsk", "-n", hand, "-o", target)
        check_failure(folder, 4, "rank", "nowhere.csv", "-o", target)
        # The device is full in the middle of the file.
        check_failure(folder, 4, "ties", hand, "-o", target, preexec_fn=short_of_room, restore_signals=False)
    check_failure(folder, 3, "draw", bad, "-o", "new.svg")
    # Without GraphViz a picture cannot be made, and the .dot still can.
    nowhere = {**os.environ, "PATH": str(folder / "nothing")}
    check_failure(folder, 4, "draw", hand, "-o", "new.svg", env=nowhere)
    assert run("draw", hand, cwd=folder, env=nowhere).returncode == 0

    # A good run replaces the old file, and leaves nothing else.
    assert run("rank", hand, "-o", "old.csv", "--quiet", cwd=folder).returncode == 0
    assert os.listdir(folder) == ["old.csv"]
    assert (folder / "old.csv").read_bytes() == run("rank", hand, "--format", "csv").stdout
    assert (folder / "old.csv").stat().st_mode & 0o777 == 0o644

    # The extension tells the format.
    for extension, name in ((".tsv", "tsv"), (".jsonl", "jsonl"), (".md", "markdown"), (".txt", "table")):
        assert run("rank", hand, "-o", "out" + extension, cwd=folder).returncode == 0
        assert (folder / ("out" + extension)).read_bytes() == run("rank", hand, "--format", name).stdout, name
    assert run("rank", hand, "-o", "out.txt", "--format", "csv", cwd=folder).returncode == 0
    assert (folder / "out.txt").read_bytes() == run("rank", hand, "--format", "csv").stdout

    # The ledger has each agreement once, with its fate (tests/data/hand/NUMBERS.md).
    assert run("rank", hand, "--ledger", "ledger.csv", cwd=folder).returncode == 0
    with open(folder / "ledger.csv", encoding="utf-8", newline="") as file:
        ledger = {row["agreement"]: (row["fate"], row["reason"]) for row in csv.DictReader(file)}
    assert list(ledger) == [f"h{i:02}" for i in range(1, 19)]
    dropped = {name: reason for name, (fate, reason) in ledger.items() if fate == "dropped"}
    assert dropped.keys() == {"h06", "h09", "h10", "h14", "h15"}, dropped
    assert all(dropped.values()) and dropped["h10"] == "national actor", dropped
    assert all(ledger[name] == ("kept", "") for name in ledger.keys() - dropped.keys())

    # An interrupt while the run waits for a reader of its pipe: no file is left, and the exit code says why.
    os.mkfifo(folder / "pipe.csv")
    before = sorted(os.listdir(folder))
    process = subprocess.Popen([program, "rank", hand, "-o", "pipe.csv", "--manifest", "late.json"], cwd=folder,
                               stderr=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while not any(name.startswith("late.json.") for name in os.listdir(folder)):
        assert process.poll() is None and time.monotonic() < deadline, "the run never staged its manifest"
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 130, process.returncode
    assert sorted(os.listdir(folder)) == before
    os.unlink(folder / "pipe.csv")

    # The device behind stdout is full.
    with open("/dev/full", "wb") as full:
        done = subprocess.run([program, "rank", hand], stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 4 and b"cannot write" in done.stderr, done

    # More than a pipe holds, and a reader that closes it after the first bytes.
    large = folder / "large.csv"
    large.write_text("source,target\n" + "".join(f"a{i},b{i % 1000}\n" for i in range(50_000)), encoding="utf-8")
    for arguments in (("rank", str(large)), ("list", "agreements", "-n", str(large)), ("ties", str(large))):
        process = subprocess.Popen([program, *arguments, "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert len(process.stdout.read(100)) == 100
        process.stdout.close()
        error = process.stderr.read()
        assert process.wait(timeout=60) == 0 and not error, (arguments, process.returncode, error)
print("whole or not at all")
