"""Runs the product as its users do: the built binary as a process of its own, on free ports of this machine."""

import atexit
import ctypes
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
_PR_SET_PDEATHSIG = 1
_TOKEN = re.compile(r'name="token" value="([^"]+)"')


def free_port():
    """A TCP port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def stop_cleanly_on_signals():
    """Turns SIGTERM into an ordinary exit, so that servers and temporary folders go with the test."""
    signal.signal(signal.SIGTERM, lambda *_: exit(143))


def unthrottled(binary):
    """Arguments of `serve` that let load through faster than any real device sends, where the binary has limits."""
    limits = {"--hj212-frames-per-device": 1_000_000, "--hj212-frames-per-connection": 1_000_000,
              "--hj212-connections": 60_000, "--hj212-connections-per-address": 60_000}
    shown = subprocess.run([str(pathlib.Path(binary).resolve()), "serve", "--help"], capture_output=True, text=True,
                           check=True).stdout
    return [part for name, value in limits.items() if name in shown for part in (name, str(value))]


def waits(condition, seconds):
    """True as soon as `condition` holds, false when the time is up."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


class NotReady(Exception):
    """The server ended, or did not answer in time; carries the last lines it printed."""


class Product:
    """One data directory and the server that runs on it. Start, kill and stop it as often as a test likes."""

    def __init__(self, binary, command, data=None, arguments=(), beside=None):
        """`beside` is the product with the gateway next to which this one serves pages only."""
        self.binary = str(pathlib.Path(binary).resolve())
        self.command = command
        self.arguments = list(arguments)
        self.folder = tempfile.mkdtemp(prefix="qingheng-test-")
        self.beside = beside
        self.data = beside.data if beside else data or os.path.join(self.folder, "data")
        self.log = os.path.join(self.folder, "server.log")
        self.http_port = free_port()
        self.hj212_port = free_port()
        self.process = None
        self._signing_key = None
        self._trusted = None  # what a request trusts that goes over TLS
        self.verifier = None  # the public half of the key that signs the ledger, once there is one
        atexit.register(self.close)

    @property
    def url(self):
        return f"{'https' if self._trusted else 'http'}://{HOST}:{self.http_port}"

    def use_tls(self, certificate, key):
        """Lets the web speak HTTPS with this pair, which our own requests trust."""
        self.arguments += ["--tls-certificate", str(certificate), "--tls-key", str(key)]
        self._trusted = ssl.create_default_context(cafile=str(certificate))

    def start(self, ready_within_seconds, after_line=None, environment=None):
        """Starts the server and returns when its first page answers and the gateway accepts a connection, and, where
        `after_line` is given, when it has printed these words (the demo is still making its history before).
        `environment` is added to our own."""
        self.launch(environment)
        deadline = time.monotonic() + ready_within_seconds
        while not (self._has_printed(after_line) and self._page_answers() and self._gateway_accepts()):
            if self.process.poll() is not None:
                raise NotReady(f"{self.command} ended with {self.process.returncode}\n{self.last_lines()}")
            if time.monotonic() > deadline:
                raise NotReady(f"{self.command} did not answer within {ready_within_seconds} s\n{self.last_lines()}")
            time.sleep(0.1)

    def launch(self, environment=None):
        """Starts the server and does not wait for it; `environment` is added to our own."""
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.binary, self.command, "--data", self.data, "--http", f"{HOST}:{self.http_port}",
                 *self._gateway_arguments(), *self.arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, preexec_fn=_die_with_parent,
                env={**self._environment(), **(environment or {})})

    def sign_with(self, key):
        """Signs the ledger with a key that is there already: a data directory knows its own."""
        self._signing_key = key

    def _gateway_arguments(self):
        return ["--pages-only"] if self.beside else ["--hj212", f"{HOST}:{self.hj212_port}"]

    def _environment(self):
        """Our own environment with the key that signs the ledger; it is made when it is first needed."""
        if self.beside:
            return self.beside._environment()
        if self._signing_key is None:
            self._signing_key = os.path.join(self.folder, "ledger.key")
            command = [self.binary, "ledger", "key", self._signing_key, "--origin", "qingheng.example/test"]
            made = subprocess.run(command, capture_output=True, text=True, check=True)
            self.verifier = made.stdout.strip()
        return {**os.environ, "QINGHENG_KEY": self._signing_key}

    def kill(self):
        """kill -9: no goodbye, as when the power goes."""
        self.process.kill()
        self.process.wait()

    def stop(self, within_seconds=30):
        """Asks the server to stop (SIGTERM) and returns its exit status, or None where it had to be killed."""
        if self.process is None or self.process.poll() is not None:
            return None if self.process is None else self.process.returncode
        self.process.terminate()
        try:
            return self.process.wait(within_seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            return None

    def run(self, *arguments, text_in=None, timeout=120, environment=None):
        """Runs another command of the same binary and returns (exit status, standard output, standard error).
        `environment` is added to our own."""
        done = subprocess.run([self.binary, *arguments], input=text_in, capture_output=True, text=True,
                              encoding="utf-8", timeout=timeout, cwd=self.folder,
                              env={**self._environment(), **(environment or {})})
        return done.returncode, done.stdout, done.stderr

    def get(self, path, timeout=30):
        """The answer to GET `path` as (status, content type, bytes)."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=timeout, context=self._trusted) as answer:
                return answer.status, answer.headers.get_content_type(), answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers.get_content_type(), error.read()

    def post(self, path, fields, timeout=30):
        """Fills in the form that stands on a page and sends it, as a person would without script: `fields` are pairs of
        name and value, the page's token is added. Returns the status and the text of the page that comes then."""
        _, _, page = self.get(path, timeout)
        token = _TOKEN.search(page.decode("utf-8"))
        if token is None:
            raise NotReady(f"no form on {path}")
        request = urllib.request.Request(
            self.url + path, urllib.parse.urlencode([("token", token.group(1)), *fields]).encode(),
            {"Origin": self.url})
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8")

    def metric(self, name):
        """What /metrics says of a name with its labels, e.g. `qingheng_packet_log_segments{state="closed"}`; None where
        it says nothing of it."""
        for line in self.get("/metrics")[2].decode("utf-8").splitlines():
            if line.startswith(name + " "):
                return float(line.rsplit(" ", 1)[1])
        return None

    def resident_mebibytes(self):
        """What the server has in memory."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0

    def last_lines(self, count=15):
        """The end of what the server printed, for a failed check."""
        try:
            with open(self.log, encoding="utf-8", errors="replace") as log:
                return "".join(log.readlines()[-count:])
        except FileNotFoundError:
            return "(printed nothing)"

    def close(self):
        """Ends the server and removes its folder; safe to call twice."""
        if self.process is not None and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _has_printed(self, words):
        return words is None or words in self.last_lines(1000)

    def _page_answers(self):
        try:
            return self.get("/", timeout=5)[0] == 200
        except (OSError, urllib.error.URLError):
            return False

    def _gateway_accepts(self):
        if self.beside:
            return True
        try:
            with socket.create_connection((HOST, self.hj212_port), timeout=2):
                return True
        except OSError:
            return False


def _die_with_parent():
    """In the child: be killed when the test goes, even where the test itself is killed."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
