# SPDX-License-Identifier: Apache-2.0
"""The way of the data never turns back: checks every #include of graphs/ and engine/ against the order of folders,
and that third-party headers stay in the files that may name them. Usage: check_includes.py ROOT"""
import pathlib
import re
import sys

# A folder may include itself and the folders named here.
ALLOWED = {
    "graphs": set(),  # graphs/diagnostic.hpp
    "graphs/runtime": {"graphs"},
    "graphs/model": {"graphs", "graphs/runtime"},
    "graphs/csr": {"graphs", "graphs/runtime"},
    "graphs/view": {"graphs", "graphs/runtime", "graphs/model", "graphs/csr"},
    "graphs/adapt": {"graphs", "graphs/runtime", "graphs/model", "graphs/csr"},
    "graphs/io": {"graphs", "graphs/runtime", "graphs/model", "graphs/csr"},
    "graphs/generate": {"graphs", "graphs/runtime", "graphs/model", "graphs/csr"},
}
GRAPHS = set(ALLOWED)
ALLOWED["engine"] = set(GRAPHS)  # engine/measure.hpp, the shape of a row
for kernel in ("centrality", "structure", "community", "temporal", "statistics"):
    ALLOWED[f"engine/{kernel}"] = GRAPHS | {"engine", "engine/statistics"}
ALLOWED["engine/centrality"].add("engine/structure")  # closeness is made of distances
ALLOWED["engine/community"] |= {"engine/centrality", "engine/structure"}  # Infomap's walker is PageRank's
ALLOWED["engine/temporal"].add("engine/community")  # how communities drift
KERNELS = {name for name in ALLOWED if name.startswith("engine/")}
ALLOWED["engine/measures"] = GRAPHS | KERNELS | {"engine"}
ALLOWED["engine/report"] = GRAPHS | KERNELS | {"engine", "engine/measures"}
ALLOWED["engine/cli"] = set(ALLOWED) | {"datasets"}

# Third-party headers and where they may stand.
THIRD_PARTY = {
    r"boost/": r"graphs/adapt/",
    r"Eigen/|Spectra/": r"graphs/adapt/|engine/centrality/.*spectral",
    r"CLI/": r"engine/cli/arguments\.cpp",
    r"catch2/": r"tests/",
    r"(oneapi/)?tbb/": r"graphs/runtime/",
    r"iostream": r"$^",
}


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    for path in sorted([*root.glob("graphs/**/*.[ch]pp"), *root.glob("engine/**/*.[ch]pp")]):
        name = path.relative_to(root).as_posix()
        folder = path.parent.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            quoted = re.match(r'#include "([^"]+)"', line)
            angled = re.match(r"#include <([^>]+)>", line)
            if quoted and "/" in quoted[1]:
                target = quoted[1].rsplit("/", 1)[0]
                if target != folder and target not in ALLOWED.get(folder, set()):
                    faults.append(f"{name}:{number}: {folder} may not include {target}")
            if angled:
                for pattern, home in THIRD_PARTY.items():
                    if re.match(pattern, angled[1]) and not re.search(home, name):
                        faults.append(f"{name}:{number}: <{angled[1]}> may not stand here")
        if path.suffix == ".hpp" and "#pragma once" not in path.read_text(encoding="utf-8"):
            faults.append(f"{name}: no #pragma once")
    print("\n".join(faults) or "all includes point one way")
    return 1 if faults else 0


sys.exit(main())
