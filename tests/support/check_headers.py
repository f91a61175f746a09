# SPDX-License-Identifier: Apache-2.0
"""Compiles every header alone. Usage: check_headers.py ROOT COMPILER GENERATED"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys


def main():
    root, compiler, generated = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    headers = sorted([*root.glob("graphs/**/*.hpp"), *root.glob("engine/**/*.hpp"), *root.glob("datasets/*.hpp")])

    def compile_alone(header):
        command = [compiler, "-std=c++20", "-fsyntax-only", "-x", "c++", f"-I{root}", f"-I{generated}",
                   "-isystem", "/usr/include/eigen3", str(header)]
        return header, subprocess.run(command, capture_output=True, text=True)

    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for header, run in pool.map(compile_alone, headers):
            # "#pragma once in main file" is how a compiler names a header compiled alone.
            if run.returncode != 0:
                bad = 1
                print(f"{header.relative_to(root)} does not compile alone:\n{run.stderr}")
    print(f"{len(headers)} headers")
    return bad


sys.exit(main())
