#!/usr/bin/env python3
"""Laws of the past on many made-up histories: the tests of HistoryTests with large numbers.

Explained parts of a difference add up exactly over --histories random histories, and a figure as of a record is what it
was then after --changes later changes. Everything follows from --seed. Standard library only.
"""

import argparse
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", type=pathlib.Path, help="as for other faults; not used")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--histories", type=int, default=10_000)
    options.add_argument("--changes", type=int, default=1_000)
    chosen = options.parse_args()
    surroundings = {**os.environ, "QINGHENG_SEED": str(chosen.seed), "QINGHENG_HISTORIES": str(chosen.histories),
                    "QINGHENG_CHANGES": str(chosen.changes)}
    return subprocess.run(["swift", "test", "--disable-xctest", "--filter", "HistoryTests"], cwd=ROOT,
                          env=surroundings).returncode


if __name__ == "__main__":
    sys.exit(main())
