#!/usr/bin/env python3
"""Backup under load: what was acknowledged before a backup began is in it.

Devices stream HJ 212 packets, two of three registered, and the server closes segments of its log meanwhile.
`qingheng backup` runs beside it; then the server is killed (kill -9), the data directory destroyed, and the backup
restored in its place: `verify` must find nothing, every packet that was acknowledged before the backup began must be in
the log, once where it was sent once, and a server started there must come to the tables that `rebuild` makes. Every
other backup shares files with the one before (--since). Keys that lie in the data directory must be in none of them.

Besides: a backup that is killed cannot be restored and does not stand in the way of the next one; a backup with a
changed, shortened or missing file is refused; on a full disk nothing stays behind.

The whole run follows from --seed. Standard library only.
"""

import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

from durable import READINGS, READY_SECONDS, check_log, check_tables, stored_packets  # noqa: E402
from moved_clock import MovableClock  # noqa: E402
from product import NotReady, Product, stop_cleanly_on_signals, unthrottled, waits  # noqa: E402
from registering import register  # noqa: E402
from report import Report  # noqa: E402
from streaming import CODES, Device, Sent  # noqa: E402

QUIET_SECONDS = 20.0
LEAST_PACKETS = 150  # acknowledged in a round before the backup begins
DAY_SECONDS = 90_000  # a little more: segments are closed when they are a day old
PAUSE_SECONDS = 0.02
SM4_KEY = "f3a91c07d25be8640192ab7c5d3e8f16"
PASSWORD = "Qh-geheim-4711"


class Cut:
    """What was sent, as the harness checks it, with what was acknowledged before a moment only."""

    def __init__(self, sent):
        self.frames, self.times, self.answered = sent.frames, sent.times, set(sent.answered)


class BackingUp:
    """The server, its devices, and the rounds."""

    def __init__(self, chosen, report):
        self.report = report
        self.chance = random.Random(chosen.seed)
        self.sent = Sent()
        self.devices = [Device(number, self.sent, chosen.seed, PAUSE_SECONDS, 8) for number in range(6)]
        self.product = Product(chosen.binary, "serve", arguments=["--capture-unknown", *unthrottled(chosen.binary)])
        self.clock = MovableClock(self.product.folder)
        self.secrets = []
        self.rounds = 0
        self.last = None  # the last backup
        self.closed = 0

    def register(self):
        register(self.product, [device for number, device in enumerate(self.devices) if number % 3 < 2], CODES,
                 self.clock.environment)

    def plant_keys(self):
        """Lays into the data directory what does not belong there: a signing key, an SM4 key, a password."""
        with open(os.path.join(self.product.folder, "ledger.key"), encoding="utf-8") as file:
            signing = file.read().strip()
        self.secrets = [signing.split("+", 4)[4], SM4_KEY, PASSWORD]  # base64 may hold a + too
        for name, text in (("ledger.key", signing), ("keys", f"DE01 {SM4_KEY}"), ("packets/keys", f"DE01 {SM4_KEY}"),
                           ("passwords", f"up={PASSWORD}")):
            with open(os.open(os.path.join(self.product.data, name), os.O_CREAT | os.O_WRONLY, 0o600), "w",
                      encoding="utf-8") as file:
                file.write(text + "\n")

    # MARK: a round

    def round(self):
        self.rounds += 1
        self.plant_keys()
        self.clock.set(self.rounds * DAY_SECONDS)
        began = len(self.sent.answered)
        backup = os.path.join(self.product.folder, f"backup-{self.rounds}")
        self.product.start(READY_SECONDS, environment=self.clock.environment)
        stopping = threading.Event()
        threads = [threading.Thread(target=device.stream, args=(self.product.hj212_port, stopping))
                   for device in self.devices]
        for thread in threads:
            thread.start()
        try:
            if not waits(lambda: len(self.sent.answered) >= began + LEAST_PACKETS, QUIET_SECONDS):
                raise NotReady(f"too few packets were acknowledged\n{self.product.last_lines()}")
            time.sleep(self.chance.uniform(0, 1.5))
            cut = Cut(self.sent)
            done = self.back_up(backup, self.last if self.rounds % 2 == 0 else None)
            during = len(self.sent.answered) - len(cut.answered)
            time.sleep(self.chance.uniform(0, 0.5))
            self.product.kill()
        finally:
            stopping.set()
            for thread in threads:
                thread.join()
        self.report.check(f"backup {self.rounds} is made while packets stream", done[0] == 0 and during > 0,
                          f"status {done[0]}, {during} packets acknowledged meanwhile: {done[2].strip()}")
        if done[0] != 0:
            raise NotReady("no backup was made")
        self.report.empty(f"backup {self.rounds} holds no key and no password", self.leaks(backup))
        shutil.rmtree(self.product.data)
        self.restore(backup)
        self.check(cut, during)
        self.last = backup

    def back_up(self, backup, earlier):
        since = ["--since", earlier] if earlier else []
        return self.product.run("backup", backup, "--data", self.product.data, *since)

    def restore(self, backup):
        status, _, errors = self.product.run("restore", backup, "--data", self.product.data)
        self.report.check(f"backup {self.rounds} is restored", status == 0, errors.strip())
        if status != 0:
            raise NotReady("the backup could not be restored")

    def check(self, cut, during):
        when = f"after restoring backup {self.rounds}"
        status, output, errors = self.product.run("verify", "--data", self.product.data)
        self.report.check(f"{when} verify finds nothing", status == 0, output + errors)
        check_log(self.report, cut, stored_packets(self.product), [device.mn for device in self.devices])
        check_tables(self.report, self.product, when, READINGS, self.clock.environment)
        # What came behind the cut is lost with the disk; the devices have been told otherwise and do not repeat it.
        self.sent.answered &= {qn for qn, _, _ in stored_packets(self.product)}
        self.closed = sum(name.endswith(".zst") for name in os.listdir(os.path.join(self.product.data, "packets")))
        print(f"  {len(cut.answered)} acknowledged before backup {self.rounds}, {during} while it ran; "
              f"{self.closed} segments closed")

    def leaks(self, folder):
        """Files that hold a planted secret or are named like one."""
        files = [path for path in pathlib.Path(folder).rglob("*") if path.is_file()]
        return [str(path) for path in files if path.name in ("ledger.key", "keys", "passwords", "lock")
                or any(secret.encode() in path.read_bytes() for secret in self.secrets)]

    # MARK: what must not be restored

    def finish(self):
        if self.clock.is_movable:
            self.report.check("segments were closed meanwhile", self.closed > 0)
        else:
            self.report.skip("segments were closed meanwhile", "there is no C compiler (cc, clang)")
        self.check_killed()
        self.check_changed()
        self.check_full_disk()

    def check_killed(self):
        """Kills the command at random moments until it was once cut off before its end."""
        target = os.path.join(self.product.folder, "backup-killed")
        for _ in range(200):
            process = subprocess.Popen([self.product.binary, "backup", target, "--data", self.product.data],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if waits_shortly(lambda: os.path.exists(target + ".part") or process.poll() is not None):
                time.sleep(self.chance.uniform(0, 0.01))
            process.send_signal(signal.SIGKILL)
            process.wait()
            if os.path.exists(target + ".part") and not os.path.exists(target):
                break
            shutil.rmtree(target, ignore_errors=True)
        fresh = os.path.join(self.product.folder, "restored-killed")
        self.report.check("a backup that was killed stands under no name of its own",
                          os.path.exists(target + ".part") and not os.path.exists(target))
        status, _, _ = self.product.run("restore", target + ".part", "--data", fresh)
        self.report.check("a backup that was killed is not restored", status == 3 and not os.path.exists(fresh),
                          f"status {status}")
        status, _, errors = self.product.run("backup", target, "--data", self.product.data)
        self.report.check("the next backup to the same place takes away what the killed one left",
                          status == 0 and not os.path.exists(target + ".part"), errors.strip())
        status, _, _ = self.product.run("backup", target, "--data", self.product.data)
        self.report.check("a backup never replaces another one", status == 3, f"status {status}")

    def check_changed(self):
        target = os.path.join(self.product.folder, "restored-changed")
        files = sorted(path for path in pathlib.Path(self.last).rglob("*") if path.is_file())
        for path in self.chance.sample(files, min(12, len(files))):
            content = bytearray(path.read_bytes())
            for what, changed in (("changed", self.flipped(content)), ("cut", content[:-1]), ("missing", None)):
                if not content:
                    continue
                path.unlink()  # a new file: the old one may be shared with an earlier backup
                if changed is not None:
                    path.write_bytes(changed)
                status, _, errors = self.product.run("restore", self.last, "--data", target)
                if status != 3 or os.path.exists(target) or os.path.exists(target + ".part"):
                    self.report.check(f"a backup with {path.name} {what} is refused", False, f"{status} {errors}")
                shutil.rmtree(target, ignore_errors=True)
                path.unlink(missing_ok=True)
                path.write_bytes(content)
        status, _, errors = self.product.run("restore", self.last, "--data", target)
        self.report.check("a backup with a changed, shortened or missing file is refused, and only then", status == 0,
                          errors.strip())

    def flipped(self, content):
        changed = bytearray(content)
        if changed:
            changed[self.chance.randrange(len(changed))] ^= 1 << self.chance.randrange(8)
        return changed

    def check_full_disk(self):
        name = "on a full disk a backup and a restoration say so and leave nothing behind"
        if os.geteuid() != 0:
            self.report.skip(name, "mounting a file system needs root")
            return
        whole = sum(path.stat().st_size for path in pathlib.Path(self.last).rglob("*") if path.is_file())
        faults = []
        for share in (0.1, 0.4, 0.7, 0.95):
            small = tempfile.mkdtemp(prefix="qingheng-small-disk-")
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={int(whole * share)}", "tmpfs", small], check=True)
            try:
                target = os.path.join(small, "b")
                for command in (["backup", target, "--data", self.product.data],
                                ["restore", self.last, "--data", target]):
                    status, _, errors = self.product.run(*command)
                    if status != 3 or "磁盘空间不足" not in errors or os.listdir(small):
                        faults.append(f"{command[0]}, {share}: status {status}, {os.listdir(small)}: {errors.strip()}")
            finally:
                subprocess.run(["umount", small], check=True)
                os.rmdir(small)
        self.report.empty(name, faults)


def waits_shortly(condition):
    """True when it holds within two seconds; looks more often than `waits`."""
    deadline = time.monotonic() + 2
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.0005)
    return False


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--rounds", type=int, default=2)
    chosen = options.parse_args()
    stop_cleanly_on_signals()

    report = Report()
    print(f"  seed {chosen.seed}", flush=True)
    backing = BackingUp(chosen, report)
    try:
        backing.register()
        for _ in range(chosen.rounds):
            backing.round()
        backing.finish()
    except NotReady as error:
        report.check("the server starts and can be asked", False, str(error))
    finally:
        backing.product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
