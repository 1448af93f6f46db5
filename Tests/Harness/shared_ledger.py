"""A store in a PostgreSQL database: officers who put actions on record, and what must hold of the ledger in the end."""

import argparse
import urllib.error

from cluster import NoServer
from durable import READINGS, REBUILT_SECONDS
from product import NotReady, stop_cleanly_on_signals
from report import Report


def play(scene, description, name, rounds, of_rounds):
    """Runs a fault on a cluster of its own as a program with the options of all faults and returns its exit status.
    `scene` takes the options and the report, and has `run`, `finish` and `close`; `name` is the check that is skipped
    where PostgreSQL is not installed."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--rounds", type=int, default=rounds, help=of_rounds)
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    report = Report()
    print(f"  seed {chosen.seed}", flush=True)
    try:
        playing = scene(chosen, report)
    except NoServer as error:
        report.skip(name, str(error))
        return 0
    try:
        playing.run()
        playing.finish()
    except NotReady as error:
        report.check("the server starts and can be asked", False, str(error))
    finally:
        playing.close()
    return report.status()


class Officer:
    """Puts one action after the other on record, and remembers which were acknowledged."""

    def __init__(self, product, name=""):
        """`name` tells the actions of several officers apart."""
        self._product = product
        self._name = name
        self.tried = 0
        self.acknowledged = []

    def act(self):
        """One action with a reason of its own; whether the page says that it is on record."""
        self.tried += 1
        reason = f"{self._name}第 {self.tried} 次测试"
        try:
            status, page = self._product.post("/adoption", [("capture", "on"), ("days", "1"), ("reason", reason)])
        except (OSError, urllib.error.URLError, NotReady):
            return False
        if status != 200 or "没有记入" in page:
            return False
        self.acknowledged.append(reason)
        return True

    def work(self, stopping):
        while not stopping.is_set():
            self.act()
            stopping.wait(0.05)


def check_ledger(report, cluster, product, acknowledged):
    """The ledger of a product that was stopped, against the actions that were acknowledged."""
    recorded = cluster.query(
        "SELECT convert_from(bytes, 'UTF8')::json -> 'body' ->> 'reason' FROM record "
        "WHERE action = 'gateway.capture.set'")
    report.empty("every acknowledged action is in the ledger", sorted(set(acknowledged) - set(recorded)))
    report.empty("no action is there twice", sorted({reason for reason in recorded if recorded.count(reason) > 1}))
    numbers = cluster.query("SELECT seq FROM record ORDER BY seq")
    report.check("the records are numbered without a gap",
                 numbers == [str(number + 1) for number in range(len(numbers))], f"{len(numbers)} records")
    status, output, errors = product.run("verify", "--data", product.data, timeout=300)
    report.check("the whole store stands the check against its ledger", status == 0, output + errors)


def check_rebuild(report, cluster, product):
    """The tables against those made anew from the records and packets."""
    ours = _tables(cluster)
    status, _, errors = product.run("rebuild", "--data", product.data, timeout=REBUILT_SECONDS)
    if status != 0:
        raise NotReady(f"rebuild ended with {status}: {errors.strip()}")
    anew = _tables(cluster)
    report.empty(f"the tables ({sum(map(len, ours.values()))} rows) are those that a rebuild makes",
                 [f"{name}: {len(ours.get(name, []))} rows, rebuilt {len(anew.get(name, []))}"
                  for name in sorted({*ours, *anew}) if ours.get(name) != anew.get(name)])
    report.empty("there are rows to compare", [name for name in READINGS if not ours.get(name)])


def _tables(cluster):
    """What the tables of projections hold, by name, in the order of their texts."""
    names = cluster.query("SELECT name FROM projection_object WHERE kind = 'TABLE' ORDER BY name")
    return {name: sorted(cluster.query(f'SELECT * FROM "{name}"')) for name in names}
