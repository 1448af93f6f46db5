#!/usr/bin/env python3
"""API test: a bureau with accounts and imported data, asked by schemathesis what its OpenAPI document allows, and
what it does not.

Runs in the environment that script/bootstrap makes (.venv-api).
"""

import argparse
import base64
import http.cookiejar
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "Harness")]

import one_time_code  # noqa: E402
from product import ROOT, NotReady, Product, stop_cleanly_on_signals  # noqa: E402
from report import Report  # noqa: E402

READY_SECONDS = 60
SEED = 20261127
EXAMPLES = 60  # of each operation and phase
PASSWORD = "Ce-shi-2026-x"
GIVEN = re.compile(r"：(\S+)\s*$")
# As the nation publishes it; three hours of two stations.
AIR = ("timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,pm2_5,pm2_5_24h,"
       "o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h\n"
       "2026-11-20T0800,9001A,117.01,39.01,示例市,测点1,,,118,,75,,31,,,,42,,6,,0.9,\n"
       "2026-11-20T0900,9001A,117.01,39.01,示例市,测点1,,,110,,70,,35,,,,40,,7,,0.8,\n"
       "2026-11-20T0800,9002A,117.02,39.02,示例市,测点2,,,98,,60,,33,,,,38,,5,,0.7,\n")


class Person:
    """Somebody at a browser without script."""

    def __init__(self, product):
        self.url = product.url
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path):
        with self.opener.open(self.url + path, timeout=30) as answer:
            return answer.read().decode("utf-8")

    def post(self, path, on, **fields):
        """Sends a form that stands on a page; lists are sent field by field."""
        return self.send(path, self.get(on), **fields)

    def send(self, path, page, **fields):
        token = re.search(r'name="token" value="([^"]+)"', page)
        pairs = [(name, one) for name, value in fields.items()
                 for one in (value if isinstance(value, list) else [value])]
        if token:
            pairs.append(("token", token.group(1)))
        request = urllib.request.Request(self.url + path, urllib.parse.urlencode(pairs).encode(), {"Origin": self.url})
        with self.opener.open(request, timeout=30) as answer:
            return answer.read().decode("utf-8")


def token_of(product, login, given, rights):
    """Signs in with a password that was given, does what must be done first, and issues a token."""
    person = Person(product)
    person.post("/sign-in", "/sign-in", login=login, password=given)
    person.post("/account/password", "/account/password", present=given, new=PASSWORD, again=PASSWORD)
    page = person.get("/account/factor")
    seed = re.search(r'name="seed" value="([0-9a-f]+)"', page).group(1)
    person.send("/account/factor", page, seed=seed, code=one_time_code.code(base32(bytes.fromhex(seed))))
    page = person.post("/account/tokens", "/account", title="接口测试", days="1", right=rights)
    return re.search(r"data-issued>([0-9a-f]{64})<", page).group(1)


def base32(seed):
    return base64.b32encode(seed).decode()


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


def add(product, login, role):
    status, printed, complaint = product.run(
        "user", "add", login, "--name", login, "--unit", "测试科", "--role", role, "--data", product.data)
    found = GIVEN.search(printed)
    if status != 0 or not found:
        raise NotReady(f"user add {login}: {complaint}")
    return found.group(1)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=str(ROOT / ".build/debug/qingheng"))
    options.add_argument("--examples", type=int, default=EXAMPLES)
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    report = Report()
    product = Product(chosen.binary, "serve")
    try:
        with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as file:
            file.write(AIR)
            file.flush()
            status, _, complaint = product.run("import", "air", file.name, "--data", product.data)
        report.check("a file of hours is imported", status == 0, complaint)
        add(product, "anquan", "security-administrator")
        given = add(product, "shenhe", "monitoring-reviewer")
        auditor = add(product, "shenji", "audit-administrator")
        product.start(READY_SECONDS)
        token = token_of(product, "shenhe", given, ["monitoring.view", "reporting.view"])
        ask(report, product, token, chosen.examples, "--exclude-path-regex", "/records")
        token = token_of(product, "shenji", auditor, ["audit.view"])
        ask(report, product, token, chosen.examples, "--include-path-regex", "/records")
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
    except NotReady as error:
        report.check("the server starts", False, str(error))
    finally:
        product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
