#!/usr/bin/env python3
"""What the options of the gateway's limits promise: each of the four is given to a server of its own and must do just
that, and not what another one does. A port that is taken ends the server with words.

Standard library only; nothing of it is left to chance.
"""

import argparse
import pathlib
import select
import socket
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

import hj212  # noqa: E402
from product import HOST, NotReady, Product, stop_cleanly_on_signals, waits  # noqa: E402
from report import Report  # noqa: E402

READY_SECONDS = 60.0
CLOSED_SECONDS = 10.0
PATIENCE_SECONDS = 60.0
RATE = 50  # frames a second that are allowed; ten seconds' worth may come at once
FRAMES = 960
READ_AT_ONCE = 260  # frames that come with the last read, after which nobody waits
HELD_SECONDS = (FRAMES - 10 * RATE - READ_AT_ONCE) / RATE
PLENTY = 1_000_000


class Line:
    """One connection from an address of this machine."""

    def __init__(self, port, address):
        self._answers = hj212.Answers()
        self._out = b""
        self.answered = set()
        self.connection = socket.create_connection((HOST, port), timeout=10, source_address=(address, 0))
        self.connection.setblocking(False)

    def is_closed(self):
        """Whether the server ended it."""
        try:
            return self.connection.recv(4096) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def queue(self, numbers, devices):
        """Puts a frame of each of the devices in turn among those to be sent."""
        self._out += b"".join(
            hj212.upload(f"202611210800{number // 1000:02d}{number % 1000:03d}",
                         f"DE00000000000000{devices[number % len(devices)]:08X}", "2011", "20261121080000",
                         ["w01018-Rtd=12.3,w01018-Flag=N"]) for number in numbers)

    def step(self):
        """Sends what goes and takes in what came."""
        try:
            while self._out:
                self._out = self._out[self.connection.send(self._out):]
        except BlockingIOError:
            pass
        if select.select([self.connection], [], [], 0.01)[0]:
            self.answered.update(self._answers.feed(self.connection.recv(65536)))


def seconds_until_answered(lines, count):
    """How long it takes until so many frames are answered; None where it takes too long."""
    began = time.monotonic()
    while sum(len(line.answered) for line in lines) < count:
        if time.monotonic() - began > PATIENCE_SECONDS:
            return None
        for line in lines:
            line.step()
    return time.monotonic() - began


def serve(binary, work, **limits):
    """Does some work with a server that is told these limits."""
    options = [part for name, value in limits.items() for part in ("--hj212-" + name.replace("_", "-"), str(value))]
    product = Product(binary, "serve", arguments=["--capture-unknown", *options])
    try:
        product.start(READY_SECONDS)
        return work(product.hj212_port)
    finally:
        product.close()


def left_open(addresses):
    """The work of opening silent connections from these addresses; gives the addresses of those that stay open."""
    def work(port):
        lines = []
        for address in addresses:
            lines.append(Line(port, address))
            time.sleep(0.1)  # in this order
        still = []

        def settled():
            before = list(still)
            still[:] = [address for address, line in zip(addresses, lines) if line.is_closed() is False]
            time.sleep(1)
            return still == before
        waits(settled, CLOSED_SECONDS)
        for line in lines:
            line.connection.close()
        return still
    return work


def answering(lines):
    """The work of sending FRAMES frames; `lines` are the devices of each connection. Gives the seconds it takes."""
    def work(port):
        opened = [Line(port, HOST) for _ in lines]
        share = FRAMES // len(lines)
        for index, (line, devices) in enumerate(zip(opened, lines)):
            line.queue(range(index * share, (index + 1) * share), devices)
        return seconds_until_answered(opened, FRAMES)
    return work


def check_connections(report, binary):
    eight = [f"127.0.0.{number}" for number in range(2, 10)]
    still = serve(binary, left_open(eight), connections=5)
    report.check("with --hj212-connections 5 the eighth is let in and five stay open",
                 len(still) == 5 and still[-1] == eight[-1], str(still))
    mixed = ["127.0.0.2"] * 6 + ["127.0.0.3"] * 2
    still = serve(binary, left_open(mixed), connections_per_address=3)
    report.check("with --hj212-connections-per-address 3 three of one address stay open and another's are untouched",
                 still == ["127.0.0.2"] * 3 + ["127.0.0.3"] * 2, str(still))
    still = serve(binary, left_open(mixed), connections=PLENTY, connections_per_address=PLENTY)
    report.check("where both are high all stay open", still == mixed, str(still))


def check_frames(report, binary):
    one, many = [1], list(range(1, 9))

    def took(lines, **limits):
        return serve(binary, answering(lines),
                     **{"frames_per_device": PLENTY, "frames_per_connection": PLENTY, **limits})

    free = took([one])
    report.check(f"where both are high {FRAMES} frames are answered at once", free is not None and free < HELD_SECONDS,
                 f"{free} s")
    held, free = took([one], frames_per_device=RATE), took([many], frames_per_device=RATE)
    report.check(f"with --hj212-frames-per-device {RATE} a device that sends {FRAMES} is held up and all are answered",
                 held is not None and held >= HELD_SECONDS, f"{held} s")
    report.check("and eight devices that send as many on one connection are not",
                 free is not None and free < HELD_SECONDS, f"{free} s")
    held, free = took([many], frames_per_connection=RATE), took([one, one], frames_per_connection=RATE)
    report.check(f"with --hj212-frames-per-connection {RATE} a connection that brings {FRAMES} is held up and all are "
                 "answered", held is not None and held >= HELD_SECONDS, f"{held} s")
    report.check("and two connections that bring half each are not", free is not None and free < HELD_SECONDS,
                 f"{free} s")


def check_range(report, binary):
    product = Product(binary, "serve")
    for value in ("0", "1000001"):
        status, _, errors = product.run("serve", "--data", product.data, "--hj212-connections", value)
        report.check(f"a limit of {value} is refused with the range", status != 0 and "1 到 1000000" in errors, errors)
    product.close()


def check_ports(report, binary):
    """A port that somebody else listens on."""
    for option, words in [("--http", "网页服务无法在"), ("--hj212", "数采网关无法监听")]:
        product = Product(binary, "serve")
        with socket.create_server((HOST, 0)) as taken:
            addresses = {"--http": f"{HOST}:{product.http_port}", "--hj212": f"{HOST}:{product.hj212_port}",
                         option: f"{HOST}:{taken.getsockname()[1]}"}
            try:
                status, _, errors = product.run("serve", "--data", product.data,
                                                *(part for pair in addresses.items() for part in pair), timeout=60)
            except subprocess.TimeoutExpired:
                status, errors = None, "it still runs"
        report.check(f"with a port of {option} that is taken the server ends and says so",
                     status not in (0, None) and words in errors, f"{status}: {errors[-500:]}")
        product.close()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=0, help="as the other faults have it; nothing follows from it")
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    report = Report()
    try:
        check_connections(report, chosen.binary)
        check_frames(report, chosen.binary)
        check_range(report, chosen.binary)
        check_ports(report, chosen.binary)
    except (NotReady, OSError) as error:
        report.check("the server can be reached", False, str(error))
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
