#!/usr/bin/env python3
"""Scan for web weaknesses: wapiti walks through a made-up bureau as somebody who is signed in and tries on every page
and form what attackers try.

Runs in the environment that script/bootstrap makes (.venv-wapiti).
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Harness")]

import people  # noqa: E402
import walk  # noqa: E402
from listener import Listener  # noqa: E402
from product import ROOT, NotReady, Product, stop_cleanly_on_signals  # noqa: E402
from report import Report  # noqa: E402

READY_SECONDS = 60
MODULE_SECONDS = 60  # a module that is not through by then fails the test
LONGEST_SECONDS = 3_600  # a scan that hangs
# All that apply to a site of our own making. Left out are those about other people's products (cms, wp_enum, nikto's
# list, network devices, LDAP, Log4Shell, Spring, Shellshock), about names in the DNS (takeover), those that say what a
# site is made of (wapp, htp, methods), that guess at files of which there are none (backup, buster), that try passwords
# (brute_login_form: rates and locks have tests of their own), that wait for a database to sleep (timesql beside sql),
# and those about TLS (ssl, https_redirect): this server speaks HTTP.
MODULES = ("cookieflags", "crlf", "csp", "csrf", "htaccess", "http_headers", "redirect", "ssrf", "upload", "xxe")
# They send hundreds of requests a field: of the pages every SLICE-th gets them, unless --all is given.
THOROUGH_MODULES = ("exec", "file", "sql", "xss", "permanentxss")
SLICE = 5
# They end the session that scans, or the source that the other forms are about.
LEFT_OUT = ("signOut", "ownSession", "ownPassword", "ownFactor", "sourceEnd", "sourceBatch")
PATHS_LEFT_OUT = ("/sign-out", "/account/sessions/*", "/account/password", "/account/factor", "/source/*/end",
                  "/source-batches/*", "/accounts/anquan")
# Of kinds of sources that differ in their fields only, the one with the fewest.
KIND = "noise-point"
SOURCES = "点位名称\n第一测点\n第二测点\n"


def attack(product, person, name, pages, listener, modules, seconds):
    """Lets wapiti attack pages as a person. Returns what it found, None where it came to no end, and what it said."""
    folder = pathlib.Path(product.folder)
    result, log, listed = (folder / f"{name}.{end}" for end in ("json", "log", "pages"))
    listed.write_text("\n".join(product.url + page for page in pages), "utf-8")
    left_out = [part for path in PATHS_LEFT_OUT for part in ("-x", product.url + path)]
    arguments = [
        sys.executable, str(HERE / "scan.py"), str(listed), "-u", product.url + pages[0], "--scope", "domain",
        "-s", str(listed), *left_out, "-H", f"Cookie: {person.cookie}", "-H", f"Origin: {product.url}",
        "--endpoint", listener.url, "-m", ",".join(modules), "-d", "1", "--skip", "token", "--skip", "follows",
        "--max-attack-time", str(seconds), "--no-bugreport", "--flush-session", "-v", "1", "--store-session",
        product.folder, "--store-config", product.folder, "-f", "json", "-o", str(result)]
    try:
        with open(log, "w", encoding="utf-8") as file:
            subprocess.run(arguments, stdout=file, stderr=file, cwd=product.folder, timeout=LONGEST_SECONDS)
    except subprocess.TimeoutExpired:
        pass  # without a result the check fails
    said = log.read_text("utf-8", errors="replace")
    if not result.exists():
        return None, said
    found = json.loads(result.read_text("utf-8"))
    return [f"{title}: {one['method']} {one['path']} {one['parameter']} {one['info']}"
            for kind in ("vulnerabilities", "anomalies") for title, ones in found[kind].items() for one in ones], said


def scan(report, product, person, who, listener, chosen):
    """Two checks of what a person can reach: nothing was found, and everything was tried."""
    began = time.monotonic()
    pages = walk.pages(person, LEFT_OUT, lambda link: 0 if KIND in link else 1)
    part = pages if chosen.all else pages[::SLICE]
    seconds = LONGEST_SECONDS if chosen.all else MODULE_SECONDS
    findings, lacking = [], []
    for name, modules, some in ((who, MODULES, pages), (f"{who}-thorough", THOROUGH_MODULES, part)):
        found, said = attack(product, person, name, some, listener, modules, seconds)
        if chosen.loud:
            print(said)
        findings += [said[-3000:]] if found is None else found
        lacking += [f"{module} was cut off" for module in re.findall(r"reached for module (\w+)", said)]
        lacking += [f"{module} did not run" for module in modules if f"Launching module {module}\n" not in said]
    report.empty(f"wapiti finds no weakness as {who} ({len(pages)} pages, {len(part)} of them thoroughly, "
                 f"{time.monotonic() - began:.0f} s)", findings)
    report.empty(f"wapiti is through with each module as {who}", lacking)
    report.check(f"the session of {who} was there to the end", "/sign-out" in person.get("/account"))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=str(ROOT / ".build/debug/qingheng"))
    options.add_argument("--all", action="store_true", help="every page thoroughly, however long it takes")
    options.add_argument("--loud", action="store_true")
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    report = Report()
    product = Product(chosen.binary, "serve")
    listener = Listener()
    try:
        people.take_in(report, product, people.AIR, "air")
        people.take_in(report, product, SOURCES, "sources", "--kind", KIND)
        given = {login: people.add(product, login, role) for login, role in [
            ("anquan", "security-administrator"), ("shebei", "device-operator")]}
        product.start(READY_SECONDS)
        for login in ("shebei", "anquan"):
            person = people.signed_in(product, login, given[login])
            scan(report, product, person, login, listener, chosen)
        report.empty("the server never asked an address that stood in a field", listener.asked)
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
    except NotReady as error:
        report.check("the server starts", False, str(error))
    finally:
        listener.close()
        product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
