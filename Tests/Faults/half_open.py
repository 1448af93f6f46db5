#!/usr/bin/env python3
"""Half-open connections: peers that connect, say the beginning of something, and are never heard again.

A thousand of them stay open, some after nothing, some after half a packet, some after a banner. Beside them real
devices must be answered as promptly as without, new ones must still get in, and the server must not grow without bound.

The whole run follows from --seed. Standard library only.
"""

import argparse
import pathlib
import random
import resource
import socket
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

import hj212  # noqa: E402
from product import HOST, NotReady, Product, stop_cleanly_on_signals  # noqa: E402
from report import Report  # noqa: E402
from simulated import SimulatedDevices  # noqa: E402

READY_SECONDS = 60.0
MEBIBYTES_MORE = 150  # 64 KiB of buffers for each of a thousand, and room for what the server does meanwhile
MILLISECONDS = 5_000  # what a device waits for its answer before it sends again
WHOLE = hj212.upload("20261121080000001", "DE0000000000000000FFFFFF", "2011", "20261121080000",
                     ["w01018-Rtd=12.3,w01018-Flag=N"])


def half_open(port, count, chance):
    """Connections from several addresses that have said no whole packet."""
    beginnings = [b"", WHOLE[:1], WHOLE[:6], WHOLE[:len(WHOLE) // 2], WHOLE[:-6], b"SN:13800000000\r\n", b"##9999QN="]
    peers = []
    for number in range(count):
        peer = socket.socket()
        peer.settimeout(10)
        peer.bind((f"127.0.0.{2 + number % 20}", 0))
        peer.connect((HOST, port))
        beginning = chance.choice(beginnings)
        if beginning:
            peer.sendall(beginning)
        peers.append(peer)
    return peers


def resident_mebibytes(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--peers", type=int, default=1000)
    options.add_argument("--seconds", type=float, default=10, help="how long the good devices work beside them")
    options.add_argument("server_arguments", nargs="*", help="more arguments for `qingheng serve`, after --")
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    report = Report()
    print(f"  seed {chosen.seed}")
    product = Product(chosen.binary, "serve", arguments=["--capture-unknown", *chosen.server_arguments])
    peers, good = [], None
    try:
        product.start(READY_SECONDS)
        before = resident_mebibytes(product.process)
        peers = half_open(product.hj212_port, chosen.peers, random.Random(chosen.seed))
        report.check(f"{chosen.peers} peers that say half a packet can connect", len(peers) == chosen.peers)
        good = SimulatedDevices(product.binary, product.hj212_port, "--devices", 20, "--rate", 100, "--seed",
                                chosen.seed, "--duration", chosen.seconds)
        summary = good.wait(chosen.seconds + 60)
        late = summary.get("latencyMilliseconds", {}).get("p99", float("inf"))
        report.check("beside them every packet of good devices is answered",
                     summary["acknowledged"] > 0 and summary["unacknowledged"] == 0, str(summary))
        report.check(f"99 of 100 answers come within {MILLISECONDS} ms", late < MILLISECONDS, f"{late} ms")
        grown = resident_mebibytes(product.process) - before
        report.check(f"they cost the server less than {MEBIBYTES_MORE} MiB", grown < MEBIBYTES_MORE, f"{grown:.0f} MiB")
        print(f"  {summary['acknowledged']} packets answered, p99 {late} ms, {grown:.0f} MiB more")
        report.check("the pages answer beside them", product.get("/", timeout=10)[0] == 200)
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
    except (NotReady, OSError) as error:
        report.check("the server can be reached", False, f"{error}\n{product.last_lines()}")
    finally:
        if good:
            good.close()
        for peer in peers:
            peer.close()
        product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
