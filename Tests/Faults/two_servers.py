#!/usr/bin/env python3
"""Two servers, one database: the second serves pages only, and what people do on both stands one behind the other in
one ledger.

Devices stream HJ 212 packets to the server that has the gateway; on each server an officer puts actions on record, both
at the same time. Again and again one of the two servers is killed (kill -9) and started again, and the other goes on. A
page of the second shows a packet that the first took in a moment before. In the end each acknowledged packet must be in
the packet log, each acknowledged action of both officers in the ledger, the ledger without a gap and sound, and the
tables those that a rebuild makes.

Without PostgreSQL the test is skipped. The whole run follows from --seed. Standard library only.
"""

import os
import pathlib
import random
import re
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

from cluster import Cluster  # noqa: E402
from durable import PROJECTED_SECONDS, READY_SECONDS, check_log, stored_packets  # noqa: E402
from product import Product, unthrottled, waits  # noqa: E402
from registering import register  # noqa: E402
from shared_ledger import Officer, check_ledger, check_rebuild, play  # noqa: E402
from streaming import CODES, Device, Sent  # noqa: E402

DEVICES = 3
PAUSE_SECONDS = 0.05
WINDOW = 4
GOES_ON_SECONDS = 20.0
PACKET_LINK = re.compile(r'href="(/evidence/packet/\d+[^"]*)"')


class TwoServers:
    """The database, both servers, and the rounds."""

    def __init__(self, chosen, report):
        self.report = report
        self.rounds = chosen.rounds
        self.chance = random.Random(chosen.seed)
        self.cluster = Cluster()
        os.environ["QINGHENG_DATABASE"] = self.cluster.address()
        self.sent = Sent()
        self.devices = [Device(number, self.sent, chosen.seed, PAUSE_SECONDS, WINDOW) for number in range(DEVICES)]
        self.gateway = Product(chosen.binary, "serve", arguments=unthrottled(chosen.binary))
        self.pages = Product(chosen.binary, "serve", beside=self.gateway)
        self.officers = [Officer(self.gateway, "甲"), Officer(self.pages, "乙")]

    def run(self):
        self.check_refusals()
        register(self.gateway, self.devices, CODES)
        self.gateway.start(READY_SECONDS)
        self.pages.start(READY_SECONDS)
        stopping = threading.Event()
        workers = [threading.Thread(target=device.stream_on, args=(self.gateway.hj212_port, stopping))
                   for device in self.devices]
        workers += [threading.Thread(target=officer.work, args=(stopping,)) for officer in self.officers]
        for worker in workers:
            worker.start()
        try:
            self.report.check("a page of the second server shows a packet that the first took in", self.shows_packet(),
                              self.pages.last_lines())
            status, page = self.pages.post("/reports/air-daily/2026-11-20", [("confirmed", "yes")], timeout=120)
            self.report.check("a document is sealed on the second server, after the first has closed its packet log",
                              status == 200 and "已封存：台账第" in page, f"{status} {self.pages.last_lines()}")
            went_on = [self.round(number) for number in range(self.rounds)]
        finally:
            stopping.set()
            for worker in workers:
                worker.join()
        self.report.check("while one server is down people go on at the other", all(went_on), str(went_on))

    def shows_packet(self):
        """Whether the second server reads a packet out of the log that the first is writing."""
        waits(lambda: len(self.sent.answered) > 20, GOES_ON_SECONDS)
        mn = self.devices[0].mn

        def link():
            return PACKET_LINK.search(self.pages.get(f"/devices/{mn}")[2].decode("utf-8"))
        if not waits(link, GOES_ON_SECONDS):
            return False
        status, _, page = self.pages.get(link().group(1))
        return status == 200 and mn in page.decode("utf-8")

    def round(self, number):
        """Kills one server after a while and starts it again: whether actions were acknowledged at the other."""
        killed, other = (self.gateway, self.officers[1]) if number % 2 else (self.pages, self.officers[0])
        time.sleep(self.chance.uniform(0.2, 1.5))
        killed.kill()
        before = len(other.acknowledged)
        went_on = waits(lambda: len(other.acknowledged) > before, GOES_ON_SECONDS)
        killed.start(READY_SECONDS)
        return went_on

    def finish(self):
        """The checks at the end."""
        report = self.report
        read = waits(lambda: self.gateway.metric("qingheng_projection_lag_packets") == 0, PROJECTED_SECONDS)
        report.check("the product reads to the end of its packet log", read, f"not within {PROJECTED_SECONDS:.0f} s")
        for product in (self.pages, self.gateway):
            report.check("asked to stop, a server stops with status 0", product.stop() == 0, product.last_lines())
        check_log(report, self.sent, stored_packets(self.gateway), [device.mn for device in self.devices])
        for officer in self.officers:
            report.check("each officer was acknowledged something", bool(officer.acknowledged), "")
        acknowledged = [reason for officer in self.officers for reason in officer.acknowledged]
        check_ledger(report, self.cluster, self.gateway, acknowledged)
        print(f"  {self.rounds} kills, {len(acknowledged)} of {sum(officer.tried for officer in self.officers)} "
              "actions acknowledged")
        check_rebuild(report, self.cluster, self.gateway)

    def check_refusals(self):
        """A server of pages only beside nothing, and without a database that two can share."""
        self.refused("a server of pages only is refused before there is a ledger", [], "还没有台账")
        self.refused("a server of pages only does not open a gateway for strangers", ["--capture-unknown"],
                     "--pages-only", 2)
        own = os.environ.pop("QINGHENG_DATABASE")
        self.refused("a store that takes one process only is not shared", [], "PostgreSQL")
        os.environ["QINGHENG_DATABASE"] = own

    def refused(self, name, arguments, word, expected=3):
        status, output, errors = self.gateway.run(
            "serve", "--pages-only", "--data", self.gateway.data, "--http", f"127.0.0.1:{self.pages.http_port}",
            *arguments)
        self.report.check(name, status == expected and word in errors, f"{status}: {output}{errors}")

    def close(self):
        self.pages.close()
        self.gateway.close()
        self.cluster.close()


if __name__ == "__main__":
    sys.exit(play(TwoServers, __doc__.splitlines()[0], "actions of two servers stand in one ledger", 10,
                  "how often one of the servers is killed"))
