# SPDX-License-Identifier: Apache-2.0
"""Numbers keep their point whatever the locale says: locale_test.py REGIONET ROOT.

The locales are made in a temporary folder, so that the test does not depend on what the system has. Expected
strengths of the case: Minsk 1.5 + 3.14 = 4.64, Hubei 3.14, Gansu 1.5.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
case = root / "tests" / "data" / "cases" / "054-locale-decimal-point" / "input.csv"
hand = root / "tests" / "data" / "hand"
commands = (
    ("rank", str(case)),
    ("rank", str(case), "--format", "json"),
    ("rank", str(case), "--format", "table"),
    ("list", "agreements", "-n", str(case)),
    ("draw", str(case)),
    ("draw", str(case), "--format", "svg"),
    ("summary", str(hand), "--format", "jsonl"),
    ("rank", str(hand), "--weight", "value"),
    ("rank", str(hand), "--weight", "fractional", "--lang", "ru", "--format", "table"),
    ("draw", str(hand), "--width", "160mm"),
    ("check", str(root / "tests" / "data" / "cases" / "042-date-impossible" / "input.csv")),
    ("rank", "nowhere.csv"),
)


def make_locales(folder):
    for name, source in (("ru_RU.UTF-8", "ru_RU"), ("de_DE.UTF-8", "de_DE")):
        subprocess.run(["localedef", "-i", source, "-f", "UTF-8", str(pathlib.Path(folder) / name)], check=True, capture_output=True)


def run(arguments, locale, folder):
    environment = {key: value for key, value in os.environ.items() if key not in ("LANG", "LANGUAGE") and not key.startswith("LC_")}
    environment.update(LC_ALL=locale, LOCPATH=folder)
    done = subprocess.run([program, *arguments], capture_output=True, timeout=120, env=environment)
    return done.returncode, done.stdout, done.stderr


def printf(locale, folder):
    environment = {**os.environ, "LC_ALL": locale, "LOCPATH": folder}
    return subprocess.run(["locale", "decimal_point"], capture_output=True, text=True, env=environment).stdout.strip()


with tempfile.TemporaryDirectory() as folder:
    make_locales(folder)
    for name in ("ru_RU.UTF-8", "de_DE.UTF-8"):
        assert printf(name, folder) == ",", f"the locale {name} has no decimal comma: the test would show nothing"
    for command in commands:
        plain = run(command, "C", folder)
        for locale in ("ru_RU.UTF-8", "de_DE.UTF-8", "C.UTF-8"):
            assert run(command, locale, folder) == plain, f"{locale} changes {' '.join(command)}"

    code, out, _ = run(commands[1], "de_DE.UTF-8", folder)
    assert code == 0
    strength = {row["id"]: row["strength"] for row in json.loads(out)["result"]}
    for name, value in {"Minsk": 4.64, "Hubei": 3.14, "Gansu": 1.5}.items():
        assert abs(strength[name] - value) < 5e-12 * value, (name, strength[name])
    code, out, _ = run(("rank", str(case), "--by", "strength"), "ru_RU.UTF-8", folder)
    assert b"3,Gansu,Gansu,,,1,1.5\n" in out, out
    code, out, _ = run(("draw", str(case)), "ru_RU.UTF-8", folder)
    numbers = re.findall(rb' (?:penwidth|width)="([^"]*)"', out)
    assert len(numbers) == 5 and all(re.fullmatch(rb"\d+\.\d\d", number) for number in numbers), numbers

# A comma in the file is refused everywhere, with the mend.
with tempfile.TemporaryDirectory() as folder:
    make_locales(folder)
    comma = pathlib.Path(folder) / "comma.csv"
    comma.write_text("source;target;weight\nMinsk;Gansu;1,5\n", encoding="utf-8")
    for locale in ("C", "de_DE.UTF-8"):
        code, out, err = run(("rank", str(comma)), locale, folder)
        assert code == 3 and not out and b"comma.csv:2:" in err and b"point" in err, (code, out, err)
print(f"{len(commands)} commands, the same bytes in four locales")
