#!/usr/bin/env python3
"""Slow peers: some send one byte a second, some send packets and never read an answer.

Both hold buffers of the server. Beside hundreds of them good devices must be answered as promptly as without, and the
server must not grow without bound; sooner or later the peers that read nothing are held up or closed.

The whole run follows from --seed. Standard library only.
"""

import argparse
import pathlib
import random
import socket
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

import hj212  # noqa: E402
from product import HOST, NotReady, Product, stop_cleanly_on_signals, unthrottled, waits  # noqa: E402
from report import Report  # noqa: E402
from simulated import check_good_devices, opens_many_files  # noqa: E402

READY_SECONDS = 60.0
MEBIBYTES_MORE = 250
DEAF_SHARE = 0.1  # each can fill some megabytes of the system's buffers before it is stuck
STUCK_SECONDS = 3.0
PATIENCE_SECONDS = 60.0


class SlowPeer:
    """One connection with a device's packets; `is_deaf` sends as much as goes and reads nothing."""

    def __init__(self, port, number, is_deaf):
        self.is_deaf = is_deaf
        self.packets = b"".join(
            hj212.upload(f"20261121{8 + step // 3600:02d}{step // 60 % 60:02d}{step % 60:02d}{number % 1000:03d}",
                         f"DE00000000000000{number:08X}", "2011", "20261121080000", ["w01018-Rtd=12.3,w01018-Flag=N"])
            for step in range(400))
        self.sent = 0
        self.moved_at = time.monotonic()
        self.is_open = True
        self.connection = socket.socket()
        self.connection.settimeout(10)
        if is_deaf:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        self.connection.bind((f"127.0.0.{2 + number % 50}", 0))
        self.connection.connect((HOST, port))
        self.connection.setblocking(False)

    def step(self):
        """A second's work."""
        if not self.is_open:
            return
        try:
            for _ in range(40 if self.is_deaf else 1):
                begin = self.sent % len(self.packets)
                self.sent += self.connection.send(self.packets[begin:begin + (16_384 if self.is_deaf else 1)])
                self.moved_at = time.monotonic()
        except BlockingIOError:
            pass
        except OSError:
            self.is_open = False  # the server had enough of it


def drive(peers, stopping):
    while not stopping.is_set():
        began = time.monotonic()
        for peer in peers:
            peer.step()
        stopping.wait(max(0.0, 1.0 - (time.monotonic() - began)))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--peers", type=int, default=300)
    options.add_argument("--seconds", type=float, default=15, help="how long the good devices work beside them")
    options.add_argument("server_arguments", nargs="*", help="more arguments for `qingheng serve`, after --")
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    opens_many_files()
    report, chance, stopping = Report(), random.Random(chosen.seed), threading.Event()
    print(f"  seed {chosen.seed}")
    product = Product(chosen.binary, "serve",
                      arguments=["--capture-unknown", *unthrottled(chosen.binary), *chosen.server_arguments])
    peers, driver = [], None
    try:
        product.start(READY_SECONDS)
        before = product.resident_mebibytes()
        peers = [SlowPeer(product.hj212_port, number, chance.random() < DEAF_SHARE) for number in range(chosen.peers)]
        driver = threading.Thread(target=drive, args=(peers, stopping))
        driver.start()
        good = check_good_devices(report, product, "slow peers", chosen.seconds, chosen.seed)
        grown = product.resident_mebibytes() - before
        report.check(f"the slow ones cost the server less than {MEBIBYTES_MORE} MiB", grown < MEBIBYTES_MORE,
                     f"{grown:.0f} MiB")
        deaf = [peer for peer in peers if peer.is_deaf]
        report.check("peers that read no answer are held up or closed",
                     waits(lambda: all(not peer.is_open or time.monotonic() - peer.moved_at > STUCK_SECONDS
                                       for peer in deaf), PATIENCE_SECONDS),
                     f"still taken from: {sum(1 for peer in deaf if time.monotonic() - peer.moved_at < STUCK_SECONDS)}")
        closed = sum(1 for peer in deaf if not peer.is_open)
        report.check("the pages answer beside them", product.get("/", timeout=10)[0] == 200)
        print(f"  {good}, {grown:.0f} MiB more, of {len(deaf)} "
              f"deaf peers {closed} closed, the others held up; {sum(peer.sent for peer in peers):,} bytes from all")
        stopping.set()
        driver.join()
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
    except (NotReady, OSError) as error:
        report.check("the server can be reached", False, f"{error}\n{product.last_lines()}")
    finally:
        stopping.set()
        for peer in peers:
            peer.connection.close()
        product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
