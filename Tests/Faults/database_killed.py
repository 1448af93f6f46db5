#!/usr/bin/env python3
"""Database killed: what was acknowledged is kept where the store is a PostgreSQL database, and the product recovers by
itself.

Devices stream HJ 212 packets and an officer puts actions on record while the database server is killed (kill -9, every
process of it) at random moments and started again a little later; the product runs on all the time. While the database
is gone packets are acknowledged all the same, as they are on our own disk, and pages say what is wrong. In the end each
acknowledged packet must be in the packet log, each acknowledged action in the ledger, the ledger without a gap and
sound, and the tables those that a rebuild makes.

Without PostgreSQL the test is skipped. The whole run follows from --seed. Standard library only.
"""

import contextlib
import os
import pathlib
import random
import sys
import threading
import time
import urllib.error

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

from cluster import Cluster  # noqa: E402
from durable import PROJECTED_SECONDS, READY_SECONDS, check_log, stored_packets  # noqa: E402
from product import Product, unthrottled, waits  # noqa: E402
from registering import register  # noqa: E402
from shared_ledger import Officer, check_ledger, check_rebuild, play  # noqa: E402
from streaming import CODES, Device, Sent  # noqa: E402

DEVICES = 4
PAUSE_SECONDS = 0.05
WINDOW = 4
RECOVERED_SECONDS = 30.0
WORDS = "数据库暂时连不上"
SECRET = "sesame-open"


class Killing:
    """The database, the product on it, and the rounds."""

    def __init__(self, chosen, report):
        self.report = report
        self.rounds = chosen.rounds
        self.chance = random.Random(chosen.seed)
        self.cluster = Cluster()
        os.environ["QINGHENG_DATABASE"] = self.cluster.address()
        self.sent = Sent()
        self.devices = [Device(number, self.sent, chosen.seed, PAUSE_SECONDS, WINDOW) for number in range(DEVICES)]
        self.product = Product(chosen.binary, "serve", arguments=unthrottled(chosen.binary))
        self.officer = Officer(self.product)

    def run(self):
        register(self.product, self.devices, CODES)
        self.product.start(READY_SECONDS)
        stopping = threading.Event()
        workers = [threading.Thread(target=device.stream_on, args=(self.product.hj212_port, stopping))
                   for device in self.devices]
        workers.append(threading.Thread(target=self.officer.work, args=(stopping,)))
        for worker in workers:
            worker.start()
        try:
            recovered, answered, told = zip(*(self.round() for _ in range(self.rounds)))
        finally:
            stopping.set()
            for worker in workers:
                worker.join()
        self.report.check("after every kill actions are put on record again by themselves", all(recovered),
                          f"{recovered}\n{self.product.last_lines()}")
        self.report.check("packets are acknowledged while the database is gone", all(answered), str(answered))
        self.report.check("a page says that the database is gone, with status 503", all(told), str(told))

    def round(self):
        """Kills the database after a while and starts it again: whether actions work again, whether packets were
        acknowledged meanwhile, whether a page said what is wrong."""
        time.sleep(self.chance.uniform(0.3, 2.5))
        self.cluster.kill()
        before = len(self.sent.answered)
        told = waits(self.page_tells, 10)
        time.sleep(self.chance.uniform(0.0, 2.0))
        answered = waits(lambda: len(self.sent.answered) > before, 10)
        self.cluster.start()
        count = len(self.officer.acknowledged)
        recovered = waits(lambda: len(self.officer.acknowledged) > count, RECOVERED_SECONDS)
        return recovered, answered, told

    def page_tells(self):
        with contextlib.suppress(OSError, urllib.error.URLError):
            status, _, page = self.product.get("/", timeout=10)
            return status == 503 and WORDS in page.decode("utf-8")
        return False

    def finish(self):
        """The checks at the end."""
        report, product = self.report, self.product
        read = waits(lambda: product.metric("qingheng_projection_lag_packets") == 0, PROJECTED_SECONDS)
        report.check("the product reads to the end of its packet log", read, f"not within {PROJECTED_SECONDS:.0f} s")
        report.check("asked to stop, it stops with status 0", product.stop() == 0, product.last_lines())
        check_log(report, self.sent, stored_packets(product), [device.mn for device in self.devices])

        check_ledger(report, self.cluster, product, self.officer.acknowledged)
        print(f"  {self.rounds} kills, {len(self.officer.acknowledged)} of {self.officer.tried} actions acknowledged")

        check_rebuild(report, self.cluster, product)
        self.check_refusals()

    def check_refusals(self):
        """Databases that would lose or reorder something, and secrets in the wrong place."""
        self.cluster.query("CREATE DATABASE other TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'", "postgres")
        self.refused("a database of another encoding is refused", self.cluster.address("other"), "UTF8")
        self.refused("a password in the address is refused", f"postgresql://qingheng:{SECRET}@localhost/x", "口令")
        self.cluster.query("ALTER SYSTEM SET fsync = off", "postgres")
        self.cluster.query("SELECT pg_reload_conf()", "postgres")
        waits(lambda: self.cluster.query("SHOW fsync") == ["off"], 10)
        self.refused("a server that does not wait for its disk is refused", self.cluster.address(), "fsync")
        self.cluster.stop()
        self.refused("where no server is, the command says so", self.cluster.address(), "连不上")

    def refused(self, name, address, word):
        status, output, errors = self.product.run("rebuild", "--data", self.product.data, "--database", address)
        self.report.check(name, status == 3 and word in errors and SECRET not in output + errors,
                          f"{status}: {output}{errors}")

    def close(self):
        self.product.close()
        self.cluster.close()


if __name__ == "__main__":
    sys.exit(play(Killing, __doc__.splitlines()[0], "an acknowledged action is kept when the database is killed", 20,
                  "how often the database is killed"))
