#!/usr/bin/env python3
"""Laws of the past on many made-up histories: the tests of HistoryTests with large numbers.

Over --histories random histories explained parts of a difference add up exactly, figures as of a record are what they
were, the claims of sealed documents are made again byte by byte, and the tables are those of a rebuild; and all that
after --changes later changes. Everything follows from --seed; what fails names the seed of its history, with which and
--histories 1 it is repeated. Standard library only.
"""

import argparse
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SUITE = r"^ReportingTests\.HistoryTests"
MEMORY = "/dev/shm"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", type=pathlib.Path, help="as for other faults; not used")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--histories", type=int, default=10_000)
    options.add_argument("--changes", type=int, default=1_000)
    chosen = options.parse_args()
    surroundings = {**os.environ, "QINGHENG_SEED": str(chosen.seed), "QINGHENG_HISTORIES": str(chosen.histories),
                    "QINGHENG_CHANGES": str(chosen.changes)}
    # Thousands of small stores: on a disk most of the time would go into its flushes.
    if os.path.isdir(MEMORY):
        surroundings["TMPDIR"] = MEMORY
    return subprocess.run(["swift", "test", "--disable-xctest", "--filter", SUITE], cwd=ROOT,
                          env=surroundings).returncode


if __name__ == "__main__":
    sys.exit(main())
