"""What is durable: the packet log against what devices sent and were told, and the tables against a rebuild."""

import collections
import contextlib
import json
import os
import re
import shutil
import sqlite3

from product import NotReady, waits

READINGS = ["reading", "reading_block"]  # tables that hold nothing where no device is registered
READY_SECONDS = 60.0
PROJECTED_SECONDS = 300.0  # by then a restarted server has read what is in its log
REBUILT_SECONDS = 900.0
_QN = re.compile(r"QN=(\d{17});")


def stored_packets(product):
    """The packet log as `qingheng packet find` tells it: a list of (QN, raw text, verdict)."""
    status, output, errors = product.run("packet", "find", "--data", product.data, "--json", timeout=300)
    if status != 0:
        raise NotReady(f"packet find ended with {status}: {errors.strip()}")
    packets = []
    for line in output.splitlines():
        packet = json.loads(line)
        found = _QN.search(packet["raw"])
        packets.append((found.group(1) if found else None, packet["raw"].rstrip("\r\n"), packet["verdict"]))
    return packets


def check_log(report, sent, packets, mns):
    """What was sent and answered against what is stored; returns how many were answered after a repeat."""
    ours = [packet for packet in packets if any(f"MN={mn};" in packet[1] for mn in mns)]
    stored = collections.Counter(qn for qn, _, _ in ours)
    sent_once = {qn for qn in sent.answered if sent.times[qn] == 1}

    repeated = len(sent.answered) - len(sent_once)
    report.empty("every acknowledged packet is in the log", sorted(sent.answered - set(stored)))
    report.empty("a packet that was sent once and acknowledged is there exactly once",
                 sorted(qn for qn in sent_once if stored[qn] > 1))
    report.empty("no packet is there more often than it was sent",
                 sorted(qn for qn in stored if stored[qn] > sent.times[qn]))
    report.empty("every stored packet has the bytes that were sent",
                 [raw for qn, raw, _ in ours if sent.frames.get(qn, b"").decode().rstrip("\r\n") != raw])
    verdicts = ", ".join(f"{verdict} {count}" for verdict, count in
                         collections.Counter(str(verdict) for _, _, verdict in ours).most_common())
    print(f"  {len(sent.frames)} sent, {len(sent.answered)} acknowledged ({repeated} after a repeat), "
          f"{len(ours)} stored; verdicts: {verdicts}")
    return repeated


def check_tables(report, product, when, needed=(), environment=None, rebuilding=()):
    """The tables of a server that was stopped against those made anew from the records and packets of a copy. Tables
    named in `needed` must hold rows; `environment` is that of the server that reads to the end of its log first,
    `rebuilding` are more arguments of `rebuild`."""
    product.start(READY_SECONDS, environment=environment)
    read = _reads_to_the_end(product)
    product.stop()
    report.check(f"{when} the server reads to the end of its log", read, f"not within {PROJECTED_SECONDS:.0f} s")
    copy = os.path.join(product.folder, "rebuilt")
    shutil.copytree(product.data, copy)
    try:
        status, _, errors = product.run("rebuild", "--data", copy, *rebuilding, timeout=REBUILT_SECONDS)
        if status != 0:
            raise NotReady(f"rebuild ended with {status}: {errors.strip()}")
        ours, anew = (_tables(os.path.join(path, "qingheng.sqlite")) for path in (product.data, copy))
    finally:
        shutil.rmtree(copy)
    rows = sum(map(len, ours.values()))
    report.empty(f"{when} the tables ({rows} rows) are those that a rebuild makes",
                 [f"{name}: {len(ours.get(name, []))} rows, rebuilt {len(anew.get(name, []))}"
                  for name in sorted({*ours, *anew}) if ours.get(name) != anew.get(name)])
    report.empty(f"{when} there are rows to compare", [name for name in (needed or [""])
                                                       if not (ours.get(name) if name else rows)])


def _read_only(path):
    """The database beside its server. To be closed before the server stops: a connection that lingers in this process
    would go on with the shared memory of a server that is gone, and find its successor's database malformed."""
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def _tables(path):
    """What the tables of projections hold, by name: their rows as one sorted list of texts. Tables that may be lost
    (cursors, sessions), the records themselves and what SQLite or its search keeps for itself are left out."""
    with contextlib.closing(_read_only(path)) as database:
        projected = [name for (name,) in database.execute(
            "SELECT name FROM projection_object WHERE name IN (SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND sql NOT LIKE 'CREATE VIRTUAL%') ORDER BY name")]
        return {name: sorted(map(repr, database.execute(f'SELECT * FROM "{name}"'))) for name in projected}


def _reads_to_the_end(product):
    """Lets a server read to the end of its packet log; false when it takes too long."""
    return waits(lambda: product.metric("qingheng_projection_lag_packets") == 0, PROJECTED_SECONDS)
