#!/usr/bin/env python3
"""API test: a bureau with accounts and imported data, asked by schemathesis what its OpenAPI document allows, and
what it does not.

Runs in the environment that script/bootstrap makes (.venv-api).
"""

import argparse
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "Harness")]

import people  # noqa: E402
from product import ROOT, NotReady, Product, stop_cleanly_on_signals  # noqa: E402
from report import Report  # noqa: E402

READY_SECONDS = 60
SEED = 20261127
EXAMPLES = 60  # of each operation and phase
SOURCES = "企业名称,信用代码,生产状态\n甲厂,91640000321673484F,在产\n乙厂,,停产\n丙厂,,在产\n"


def ask(report, product, token, examples, *more):
    """Lets schemathesis ask with a token."""
    done = subprocess.run(
        [str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", f"{product.url}/api/v1/openapi.json",
         "--header", f"Authorization: Bearer {token}", "--checks", "all", "--max-examples", str(examples),
         "--seed", str(SEED), "--no-color", "--workers", "2", *more],
        capture_output=True, text=True, cwd=product.folder, timeout=900)
    found = re.search(r"^\s+(\d+) generated.*$", done.stdout, re.MULTILINE)
    report.check(f"schemathesis finds no error of the server and no answer beside the document "
                 f"({found.group().strip() if found else 'nothing asked'})", done.returncode == 0 and found,
                 done.stdout[-6000:] + done.stderr[-2000:])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=str(ROOT / ".build/debug/qingheng"))
    options.add_argument("--examples", type=int, default=EXAMPLES)
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    report = Report()
    product = Product(chosen.binary, "serve")
    try:
        people.take_in(report, product, people.AIR, "air")
        people.take_in(report, product, SOURCES, "sources", "--kind", "enterprise")
        people.add(product, "anquan", "security-administrator")
        given = people.add(product, "shenhe", "monitoring-reviewer")
        auditor = people.add(product, "shenji", "audit-administrator")
        people.without_limits(product)
        product.start(READY_SECONDS)
        token = people.token_of(product, "shenhe", given, ["monitoring.view", "reporting.view", "registry.view"])
        ask(report, product, token, chosen.examples, "--exclude-path-regex", "/records")
        token = people.token_of(product, "shenji", auditor, ["audit.view"])
        ask(report, product, token, chosen.examples, "--include-path-regex", "/records")
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
    except NotReady as error:
        report.check("the server starts", False, str(error))
    finally:
        product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
