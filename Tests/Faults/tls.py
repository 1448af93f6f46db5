#!/usr/bin/env python3
"""The web over TLS of its own: certificates that openssl makes here, renewed while the server runs, and pairs that are
refused. Nothing of it leaves this machine."""

import argparse
import http.client
import os
import pathlib
import signal
import ssl
import subprocess
import sys
import urllib.parse

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[1] / "Harness")]

import people  # noqa: E402
from product import HOST, ROOT, NotReady, Product, stop_cleanly_on_signals, waits  # noqa: E402
from report import Report  # noqa: E402

READY_SECONDS = 60
RENEWAL_SECONDS = 20  # the files are looked at every ten


def make(folder, name, *more):
    """A certificate for this machine with its key; returns their paths."""
    certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "30",
         "-subj", f"/CN={name}", "-addext", f"subjectAltName=IP:{HOST},DNS:localhost", "-out", str(certificate),
         "-keyout", str(key), *(more or ["-noenc"])], check=True, capture_output=True)
    key.chmod(0o600)
    return certificate, key


def put(pair, certificate, key):
    """Replaces both files as renewal tools do: each whole, one after the other."""
    for source, target in zip(pair, (certificate, key)):
        fresh = target.with_suffix(".new")
        fresh.write_bytes(source.read_bytes())
        fresh.chmod(0o600)
        os.replace(fresh, target)


def shown(product):
    """The certificate that a new connection is shown."""
    return ssl.get_server_certificate((HOST, product.http_port))


def is_shown(product, pair):
    return ssl.PEM_cert_to_DER_cert(shown(product)) == ssl.PEM_cert_to_DER_cert(pair[0].read_text())


def ask(product, method, path, trusted, fields=None, headers=None):
    """One request over a connection that trusts one certificate; returns status, headers and text."""
    connection = http.client.HTTPSConnection(
        HOST, product.http_port, timeout=30, context=ssl.create_default_context(cafile=str(trusted)))
    body = None if fields is None else urllib.parse.urlencode(fields)
    connection.request(method, path, body, {"Origin": product.url, **(headers or {})})
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read().decode("utf-8")


def check_pages(report, product, trusted, given):
    status, headers, _ = ask(product, "GET", "/sign-in", trusted)
    report.check("a browser that trusts the certificate gets the page", status == 200, str(status))
    report.check("it is told to come over TLS only", headers["Strict-Transport-Security"] == "max-age=31536000",
                 str(headers))
    status, headers, _ = ask(product, "POST", "/sign-in", trusted, [("login", "anquan"), ("password", given)])
    cookie = headers["Set-Cookie"] or ""
    report.check("the session's cookie travels over TLS only, and no script reads it",
                 status == 303 and "Secure" in cookie and "HttpOnly" in cookie and "SameSite=Lax" in cookie,
                 f"{status} {cookie}")
    spoken = subprocess.run(
        ["openssl", "s_client", "-connect", f"{HOST}:{product.http_port}", "-tls1_1", "-cipher", "ALL:@SECLEVEL=0"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30)
    report.check("TLS 1.1 is refused", "alert protocol version" in spoken.stderr, spoken.stdout + spoken.stderr)
    try:
        plain = http.client.HTTPConnection(HOST, product.http_port, timeout=10)
        plain.request("GET", "/sign-in")
        report.check("plain HTTP gets no page", plain.getresponse().status >= 400)
    except (OSError, http.client.HTTPException):
        report.check("plain HTTP gets no page", True)


def check_renewal(report, product, first, second, certificate, key):
    put(second, certificate, key)
    report.check(f"a renewed certificate is shown within {RENEWAL_SECONDS} s, without a restart",
                 waits(lambda: is_shown(product, second), RENEWAL_SECONDS), product.last_lines())
    put(first, certificate, key)
    product.process.send_signal(signal.SIGHUP)
    report.check("after SIGHUP it is shown at once", waits(lambda: is_shown(product, first), 3), product.last_lines())
    put((second[0], first[1]), certificate, key)
    product.process.send_signal(signal.SIGHUP)
    report.check("a pair that does not belong together is named in the log",
                 waits(lambda: "不是一对" in product.last_lines(100), 5), product.last_lines())
    report.check("and the last good one stays", is_shown(product, first))


def check_refusals(report, product, folder, first, second):
    port = f"{HOST}:{product.http_port}"

    def refused(name, words, certificate, key, *more):
        status, _, complaint = product.run("serve", "--data", product.data, "--http", port, "--hj212", f"{HOST}:0",
                                           "--tls-certificate", str(certificate), "--tls-key", str(key), *more)
        report.check(name, status in (1, 2, 3, 64) and words in complaint, f"{status}: {complaint}")

    readable = folder / "readable.key"
    readable.write_bytes(first[1].read_bytes())
    readable.chmod(0o640)
    refused("a key that others can read is refused with the way to mend it", "chmod 600", first[0], readable)
    refused("a key of another certificate is refused", "不是一对", first[0], second[1])
    refused("a file without a certificate is refused", "没有 PEM 格式的证书", first[1], first[1])
    refused("a missing certificate is named", "none.pem", folder / "none.pem", first[1])
    refused("a key behind a password is refused", "受口令保护", *make(folder, "locked", "-passout", "pass:abcdef"))
    status, _, complaint = product.run("serve", "--data", product.data, "--tls-key", str(first[1]))
    report.check("a key alone is refused", status != 0 and "同时给出" in complaint, f"{status}: {complaint}")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=str(ROOT / ".build/debug/qingheng"))
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    report = Report()
    product = Product(chosen.binary, "serve")
    folder = pathlib.Path(product.folder)
    certificate, key = folder / "server.pem", folder / "server.key"
    try:
        first, second = make(folder, "first"), make(folder, "second")
        put(first, certificate, key)
        given = people.add(product, "anquan", "security-administrator")
        product.use_tls(certificate, key)
        product.start(READY_SECONDS)
        report.check("the server says that it speaks HTTPS and how long its certificate holds",
                     f"https://{HOST}" in product.last_lines() and "有效期至" in product.last_lines(),
                     product.last_lines())
        check_pages(report, product, first[0], given)
        check_renewal(report, product, first, second, certificate, key)
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
        check_refusals(report, product, folder, first, second)
    except NotReady as error:
        report.check("the server starts", False, str(error))
    finally:
        product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
