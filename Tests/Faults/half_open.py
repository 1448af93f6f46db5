#!/usr/bin/env python3
"""Half-open connections: peers that connect, say the beginning of something, and are never heard again.

A thousand of them come, some say nothing, some half a packet, some a banner; the server is told to hold less than half
of them. Real devices must get in beside them and be answered as promptly as without, silent ones must give way, and the
server must not grow without bound. With --until-closed the test stays until the server has given up those that were
left, which takes it ten minutes.

The whole run follows from --seed. Standard library only.
"""

import argparse
import pathlib
import random
import socket
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

import hj212  # noqa: E402
from product import HOST, NotReady, Product, stop_cleanly_on_signals, waits  # noqa: E402
from report import Report  # noqa: E402
from simulated import check_good_devices, opens_many_files  # noqa: E402

READY_SECONDS = 60.0
ROOM = 0.4  # of the peers
MEBIBYTES_MORE = 150  # 64 KiB of buffers for each of a thousand, and room for what the server does meanwhile
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


def is_closed(peer):
    """Whether the server ended the connection; what it said before is read away."""
    peer.setblocking(False)
    try:
        while peer.recv(4096):
            pass
        return True
    except BlockingIOError:
        return False
    except OSError:
        return True


def closed(product, reason):
    return product.metric(f'qingheng_gateway_connections_closed_total{{reason="{reason}"}}') or 0


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--peers", type=int, default=1000)
    options.add_argument("--seconds", type=float, default=10, help="how long the good devices work beside them")
    options.add_argument("--until-closed", type=float, help="seconds within which the server gives all of them up")
    options.add_argument("server_arguments", nargs="*", help="more arguments for `qingheng serve`, after --")
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    opens_many_files()
    report = Report()
    print(f"  seed {chosen.seed}")
    room = int(chosen.peers * ROOM)
    product = Product(chosen.binary, "serve", arguments=["--capture-unknown", "--hj212-connections", str(room),
                                                         *chosen.server_arguments])
    peers = []
    try:
        product.start(READY_SECONDS)
        before = product.resident_mebibytes()
        peers = half_open(product.hj212_port, chosen.peers, random.Random(chosen.seed))
        report.check(f"{chosen.peers} peers that say half a packet can connect", len(peers) == chosen.peers)
        good = check_good_devices(report, product, "half-open peers", chosen.seconds, chosen.seed)
        grown = product.resident_mebibytes() - before
        report.check(f"they cost the server less than {MEBIBYTES_MORE} MiB", grown < MEBIBYTES_MORE, f"{grown:.0f} MiB")
        held, evicted = product.metric("qingheng_gateway_connections"), closed(product, "evicted")
        report.check(f"the server holds no more than the {room} it was told", held <= room, f"{held:.0f}")
        report.check("silent ones gave way", evicted >= chosen.peers - room, f"{evicted:.0f} evicted")
        print(f"  {good}, {grown:.0f} MiB more, {held:.0f} connections, {evicted:.0f} evicted")
        report.check("the pages answer beside them", product.get("/", timeout=10)[0] == 200)
        if chosen.until_closed:
            report.check("the server gives all of them up",
                         waits(lambda: all(map(is_closed, peers)), chosen.until_closed),
                         f"{sum(not is_closed(peer) for peer in peers)} are still open")
            print(f"  {closed(product, 'silent'):.0f} closed as silent")
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
    except (NotReady, OSError) as error:
        report.check("the server can be reached", False, f"{error}\n{product.last_lines()}")
    finally:
        for peer in peers:
            peer.close()
        product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
