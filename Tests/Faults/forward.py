#!/usr/bin/env python3
"""Forwarding test: whatever happens, the platform above misses nothing and gets it in order.

Devices stream packets into a server that forwards them to a platform on this machine. The server is killed (kill -9) at
random moments and the platform breaks its lines at random; both begin again. At the end every packet of the packet log
must have arrived at the platform, and the first arrivals must be in the order of the log.

The whole run follows from --seed. Standard library only.
"""

import argparse
import pathlib
import random
import re
import socket
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

import hj212  # noqa: E402
from durable import READY_SECONDS, stored_packets  # noqa: E402
from product import HOST, NotReady, Product, stop_cleanly_on_signals  # noqa: E402
from report import Report  # noqa: E402
from streaming import Device, Sent  # noqa: E402

BREAK_CHANCE = 0.002  # a packet in five hundred ends the line, with or without being read
SETTLE_SECONDS = 90.0
_UPLOAD = re.compile(rb"QN=(\d{17});ST=\d\d;CN=\d{4};PW=(\w+);MN=(\w+);Flag=5;")


class Platform:
    """The platform above: keeps the numbers of what arrives, answers 9014, breaks lines."""

    def __init__(self, seed):
        self.arrived = []
        self.lines = 0
        self.calm = False
        self._random = random.Random(f"{seed}/platform")
        self._lock = threading.Lock()
        self._listener = socket.create_server((HOST, 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            self.lines += 1
            threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line):
        rest = b""
        try:
            while data := line.recv(65536):
                *packets, rest = (rest + data).split(b"\r\n")
                for packet in packets:
                    if not self._take(line, packet):
                        line.close()
                        return
        except OSError:
            pass

    def _take(self, line, packet):
        found = _UPLOAD.search(packet)
        if not found:
            return True
        with self._lock:
            breaks = not self.calm and self._random.random() < BREAK_CHANCE
            if breaks and self._random.random() < 0.5:
                return False
            self.arrived.append(found.group(1).decode())
        if breaks:
            return False
        line.sendall(hj212.frame(f"QN={found.group(1).decode()};ST=91;CN=9014;PW={found.group(2).decode()};"
                                 f"MN={found.group(3).decode()};Flag=4;CP=&&&&"))
        return True

    def close(self):
        self._listener.close()


def add_platform(product, platform, mns):
    """Fills in the form of 上级平台 as a person would, without script."""
    fields = [("id", "city"), ("name", "市平台"), ("host", HOST), ("port", platform.port), ("scope", "numbers"),
              ("devices", "\n".join(mns)), ("numbers", ""), ("command", "2011"), ("command", "2061"),
              ("form", "as-received"), ("answering", "yes"), ("reason", "测试"), ("person", "测试")]
    if "已记入台账" not in product.post("/upstreams", fields)[1]:
        raise NotReady("the platform was not added")


def stream(product, devices, seconds):
    """Lets the devices send for a while."""
    stopping = threading.Event()
    threads = [threading.Thread(target=device.stream, args=(product.hj212_port, stopping)) for device in devices]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    return stopping, threads


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--kills", type=int, default=8)
    options.add_argument("--devices", type=int, default=3)
    chosen = options.parse_args()
    stop_cleanly_on_signals()

    report = Report()
    chance = random.Random(chosen.seed)
    sent = Sent()
    devices = [Device(number, sent, chosen.seed) for number in range(chosen.devices)]
    mns = [device.mn for device in devices]
    platform = Platform(chosen.seed)
    product = Product(chosen.binary, "serve", arguments=["--capture-unknown"])
    print(f"  seed {chosen.seed}")
    try:
        product.start(READY_SECONDS)
        add_platform(product, platform, mns)
        for _ in range(chosen.kills):
            stopping, threads = stream(product, devices, chance.uniform(0.2, 1.5))
            product.kill()
            stopping.set()
            for thread in threads:
                thread.join()
            product.start(READY_SECONDS)
        stored = [qn for qn, raw, _ in stored_packets(product) if any(f"MN={mn};" in raw for mn in mns)]
        platform.calm = True
        deadline = time.monotonic() + SETTLE_SECONDS
        while not set(stored) <= set(platform.arrived) and time.monotonic() < deadline:
            time.sleep(0.2)
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
        first = list(dict.fromkeys(platform.arrived))
        report.empty("every packet of the log arrived at the platform", sorted(set(stored) - set(first)))
        report.check("the platform got them in the order of the log", first == list(dict.fromkeys(stored)),
                     "the orders differ")
        report.check("lines broke on the way", platform.lines > chosen.kills, f"{platform.lines} lines")
        print(f"  {len(stored)} packets, {chosen.kills} kills, {platform.lines} lines, "
              f"{len(platform.arrived) - len(first)} came again")
    except NotReady as error:
        report.check("the server starts and can be asked", False, str(error))
    finally:
        product.close()
        platform.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
