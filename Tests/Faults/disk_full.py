#!/usr/bin/env python3
"""Disk full: acknowledged means kept, also where nothing can be kept any more.

The data directory is on a small file system of its own. While devices send, everything else on it is filled up: the
server must say so on its pages and to /healthz, answer no packet it cannot keep, and go on by itself when room is made.
In the end each packet that was ever answered must be in the packet log, and the tables must be those that a rebuild
makes. Every other device is registered.

Mounting a file system needs root; without it the test is skipped. The whole run follows from --seed. Standard library
only.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

from durable import READINGS, READY_SECONDS, check_log, check_tables, stored_packets  # noqa: E402
from product import NotReady, Product, stop_cleanly_on_signals, unthrottled, waits  # noqa: E402
from registering import register  # noqa: E402
from report import Report  # noqa: E402
from streaming import CODES, Device, Sent  # noqa: E402

MEBIBYTES = 256
DEVICES = 6
PAUSE_SECONDS = 0.02
QUIET_SECONDS = 5.0  # without an answer for so long, no more are coming
PATIENCE_SECONDS = 60.0
WORDS = "磁盘已满"


class SmallDisk:
    """A file system in memory, with what is left of it under this test's control."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="qingheng-small-disk-")
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEBIBYTES}m", "tmpfs", self.path], check=True)
        self._ballast = os.path.join(self.path, "ballast")

    def fill(self):
        """Takes all there is, also what is given back meanwhile."""
        with open(self._ballast, "ab", buffering=0) as file:
            for size in (1 << 20, 1 << 12):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    pass

    def free(self):
        os.remove(self._ballast)

    def close(self):
        subprocess.run(["umount", "-l", self.path], check=False)
        os.rmdir(self.path)


def waits_for_silence(sent, disk):
    """Keeps the disk full until no answer has come for QUIET_SECONDS."""
    deadline, count, since = time.monotonic() + PATIENCE_SECONDS, len(sent.answered), time.monotonic()
    while time.monotonic() < deadline:
        disk.fill()
        if len(sent.answered) != count:
            count, since = len(sent.answered), time.monotonic()
        if time.monotonic() - since > QUIET_SECONDS:
            return True
        time.sleep(0.1)
    return False


def page(product):
    """A page's text, or why there is none."""
    try:
        return product.get("/gateway", timeout=10)[2].decode() + product.get("/", timeout=10)[2].decode()
    except OSError as error:
        return str(error)


def rounds(report, product, sent, disk, count):
    for number in range(count):
        before = len(sent.answered)
        report.check(f"round {number + 1}: devices are answered while there is room",
                     waits(lambda: len(sent.answered) > before, PATIENCE_SECONDS), product.last_lines())
        disk.fill()
        report.check(f"round {number + 1}: with a full disk answers stop", waits_for_silence(sent, disk))
        before = len(sent.answered)
        report.check(f"round {number + 1}: the pages say that the disk is full",
                     waits(lambda: WORDS in page(product), 20), product.last_lines())
        status, _, words = product.get("/healthz")
        report.check(f"round {number + 1}: /healthz fails and names the log",
                     status == 503 and b"packet-log" in words, f"{status} {words}")
        status, _, words = product.get("/health")
        report.check(f"round {number + 1}: /health can be looked at",
                     status == 200 and "磁盘写不进去" in words.decode(), f"{status}\n{product.last_lines()}")
        report.check(f"round {number + 1}: the server lives", product.process.poll() is None, product.last_lines())
        disk.free()
        report.check(f"round {number + 1}: with room again devices are answered without a restart",
                     waits(lambda: len(sent.answered) > before + 100, PATIENCE_SECONDS), product.last_lines())
        report.check(f"round {number + 1}: the pages say it no more", waits(lambda: WORDS not in page(product), 20))
        report.check(f"round {number + 1}: /healthz is good again",
                     waits(lambda: product.get("/healthz")[0] == 200, 20))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("server_arguments", nargs="*", help="more arguments for `qingheng serve`, after --")
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    report = Report()
    print(f"  seed {chosen.seed}")
    if os.geteuid() != 0:
        report.skip("a full disk loses nothing", "mounting a file system needs root")
        return 0
    disk = SmallDisk()
    sent, stopping = Sent(), threading.Event()
    devices = [Device(number, sent, chosen.seed, PAUSE_SECONDS) for number in range(DEVICES)]
    product = Product(chosen.binary, "serve", data=os.path.join(disk.path, "data"),
                      arguments=["--capture-unknown", *unthrottled(chosen.binary), *chosen.server_arguments])
    threads = [threading.Thread(target=device.stream_on, args=(product.hj212_port, stopping)) for device in devices]
    try:
        register(product, devices[::2], CODES)
        product.start(READY_SECONDS)
        for thread in threads:
            thread.start()
        rounds(report, product, sent, disk, chosen.rounds)
        stopping.set()
        for thread in threads:
            thread.join()
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
        check_tables(report, product, "after full disks", READINGS)
        check_log(report, sent, stored_packets(product), [device.mn for device in devices])
    except NotReady as error:
        report.check("the server starts and can be asked", False, str(error))
    finally:
        stopping.set()
        for thread in threads:
            if thread.is_alive():
                thread.join()
        product.close()
        disk.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
