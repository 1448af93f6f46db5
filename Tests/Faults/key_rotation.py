#!/usr/bin/env python3
"""Kill test of new keys: at no moment is a device left with a key that the server has not.

A ciphered device of HJ 212-2025 uploads hours; new keys (1014) are asked for on its page of commands, and the server
is killed (kill -9) a random time after the file of keys was written, the request came, the device accepted it (9011),
took the key, said so (9012; now and then it is lost), or sent something with it. After every kill the key of the device
must stand in the file as the valid or the waiting one. At the end every acknowledged packet must be in the log and have
given its readings, the tables must be those that a rebuild makes with the same file, and no key may stand in the data
directory or in what the server printed.

The whole run follows from --seed. Standard library only, and the libcrypto that the product is linked with.
"""

import argparse
import collections
import contextlib
import datetime
import os
import pathlib
import random
import sqlite3
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

from ciphered import CODES, CipheredDevice  # noqa: E402
from durable import READY_SECONDS, check_log, check_tables, stored_packets  # noqa: E402
from product import NotReady, Product, stop_cleanly_on_signals, waits  # noqa: E402
from registering import adopt, sections  # noqa: E402
from report import Report  # noqa: E402
from streaming import Sent  # noqa: E402

MN = "DE0000000000000051000001"
FIRST_KEY = b"0123456789abcdef"
STAGES = ["file", "request", "accepted", "taken", "done", "used"]
STAGE_SECONDS = 6.0  # a stage need not come: a device whose 9012 was lost has none
KILL_SECONDS = 0.08  # the kill comes so long after its stage at most
QUIET_SECONDS = 20.0
LAST_SECONDS = 60.0


class Rotation:
    """The server, its device, the file of keys, and the rounds."""

    def __init__(self, chosen, report):
        self.report = report
        self.chance = random.Random(chosen.seed)
        self.sent = Sent()
        self.product = Product(chosen.binary, "serve")
        self.path = os.path.join(self.product.folder, "keys")
        with open(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
            file.write(b"# \xe5\xaf\x86\xe9\x92\xa5\n%b %b\n" % (MN.encode(), FIRST_KEY))
        self.product.arguments += ["--keys", self.path]
        self.reached = {stage: threading.Event() for stage in STAGES}
        self.device = CipheredDevice(MN, FIRST_KEY, self.sent, random.Random(f"{chosen.seed}/device"),
                                     lambda stage: self.reached[stage].set())
        self.asked = 0
        self.kills = collections.Counter()
        self.lost = []  # what the file held when it had not the key of the device, without keys
        self.silent = 0

    def register(self):
        place = sections(self.product, ["第1断面"])[0]
        with self.running():
            adopt(self.product, MN, place, CODES, dialect="2025", key_id=MN)
        if self.product.stop() != 0:
            raise NotReady(f"the server did not stop after the registration\n{self.product.last_lines()}")

    @contextlib.contextmanager
    def running(self):
        """The server runs and the device talks to it, until the block ends."""
        self.product.start(READY_SECONDS)
        stopping = threading.Event()
        thread = threading.Thread(target=self.device.stream, args=(self.product.hj212_port, stopping))
        thread.start()
        try:
            yield
        finally:
            stopping.set()
            thread.join()

    def round(self):
        """Asks for a new key where none is on its way, kills the server at a stage of it and looks into the file."""
        stage = self.chance.choice(STAGES)
        delay = self.chance.uniform(0, KILL_SECONDS)
        for event in self.reached.values():
            event.clear()
        before, text = len(self.sent.answered), self.file()
        with self.running():
            if not waits(lambda: len(self.sent.answered) > before, QUIET_SECONDS):
                self.silent += 1
            if self.asked == len(self.device.commands):
                self.ask()
            deadline = time.monotonic() + STAGE_SECONDS
            while not self.has_come(stage, text) and time.monotonic() < deadline:
                time.sleep(0.001)
            self.kills[stage if self.has_come(stage, text) else "none"] += 1
            time.sleep(delay)
            self.product.kill()
        self.check_file()

    def has_come(self, stage, text):
        return self.reached[stage].is_set() or (stage == "file" and self.file() != text)

    def ask(self):
        """Fills in the form of commands as a person would."""
        self.asked += 1
        status, page = self.product.post(f"/devices/{MN}/commands", [
            ("act", "request"), ("command", "set-key"), ("reason", "定期更换"), ("basis", "HJ 212-2025")])
        if status != 200 or "已记入台账" not in page:
            raise NotReady(f"the new key was not asked for ({status})")

    def file(self):
        with open(self.path, "rb") as file:
            return file.read()

    def keys(self):
        """The keys of the file with their roles, in its order."""
        rows = [line.split() for line in self.file().splitlines() if line and not line.startswith(b"#")]
        return [(row[1], row[2].decode() if len(row) > 2 else "current") for row in rows]

    def check_file(self):
        keys = self.keys()
        roles = [role for _, role in keys]
        ours = [role for key, role in keys if key == self.device.key]
        mode = os.stat(self.path).st_mode & 0o777
        if (not set(ours) & {"current", "proposed"} or roles.count("current") != 1 or roles.count("proposed") > 1
                or mode != 0o600):
            self.lost.append(f"after {sum(self.kills.values())} kills: the device's is {ours}, of {roles}, {mode:o}")

    # MARK: the end

    def finish(self):
        report = self.report
        with self.running():
            # What is under way comes to its end, and the device goes on with the key of then.
            before = len(self.sent.answered)
            settles = waits(lambda: len(self.sent.answered) > before + 5 and self.is_settled(), LAST_SECONDS)
        report.check("in the end the key of the device is the valid one, and none waits", settles, str(
            [role for _, role in self.keys()]))
        report.check("asked to stop, the server stops with status 0", self.product.stop() == 0,
                     self.product.last_lines())
        report.empty("after every kill the file has the key of the device as the valid or the waiting one", self.lost)
        report.check("after every kill the server acknowledges the device again", self.silent == 0,
                     f"not in {self.silent} of {sum(self.kills.values())} rounds\n{self.product.last_lines()}")
        report.check("the device took new keys", self.device.taken > 0, f"{self.asked} asked for")
        check_tables(report, self.product, "in the end", ["reading"], rebuilding=["--keys", self.path])
        uploads = [packet for packet in stored_packets(self.product) if ";CN=2061;" in packet[1]]
        check_log(report, self.sent, uploads, [MN])
        hours = self.hours_read()
        report.empty("every acknowledged packet gave its readings",
                     [str(self.device.hours[qn]) for qn in sorted(self.sent.answered)
                      if hours[self.device.hours[qn]] < len(CODES)])
        report.empty("no key stands in the data directory or in what the server printed", self.leaks())
        print(f"  {self.asked} keys asked for, {self.device.taken} taken; kills by stage: {dict(self.kills)}")

    def is_settled(self):
        roles = dict(self.keys())
        return roles.get(self.device.key) == "current" and "proposed" not in roles.values()

    def hours_read(self):
        """How many readings of hours there are, by the time of the clock at which they begin."""
        with contextlib.closing(sqlite3.connect(
                f"file:{os.path.join(self.product.data, 'qingheng.sqlite')}?mode=ro", uri=True)) as database:
            starts = [start for (start,) in database.execute("SELECT start FROM reading WHERE significand IS NOT NULL")]
        beijing = datetime.timedelta(hours=8)
        return collections.Counter(datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=start) + beijing
                                   for start in starts)

    def leaks(self):
        """Files that hold a key, or its clear end behind the ciphered blocks of a 1014."""
        keys = [key for key, _ in self.keys()]
        forms = {form for key in keys for form in (key, key.hex().encode(), key.hex().upper().encode(),
                                                   b"}" + key[-5:] + b"&&")}
        files = [pathlib.Path(self.product.log), *pathlib.Path(self.product.data).rglob("*")]
        return [str(path.name) for path in files if path.is_file()
                and any(form in content for content in [path.read_bytes()] for form in forms)]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--rounds", type=int, default=100)
    chosen = options.parse_args()
    stop_cleanly_on_signals()

    report = Report()
    print(f"  seed {chosen.seed}", flush=True)
    rotation = Rotation(chosen, report)
    try:
        rotation.register()
        for _ in range(chosen.rounds):
            rotation.round()
        rotation.finish()
    except NotReady as error:
        report.check("the server starts and can be asked", False, str(error))
    finally:
        rotation.product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
