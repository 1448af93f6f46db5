#!/usr/bin/env python3
"""Kill test: acknowledged means durable.

Devices stream HJ 212 packets that ask for an answer; the server is killed (kill -9) at random moments and started
again; devices repeat what was not answered, as real ones do. At the end every packet that was ever answered must be in
the packet log: exactly once where it was sent once, and never more often than it was sent. Nobody registered these
devices, so the server is told to answer them all the same.

Every so many kills, and at the end, the tables are compared with those that `rebuild` makes from the records and
packets in a copy of the data directory: a projection that lost or doubled something over a kill differs from them.

The whole run follows from --seed. Standard library only.
"""

import argparse
import collections
import contextlib
import datetime
import itertools
import json
import os
import pathlib
import random
import re
import select
import shutil
import socket
import sqlite3
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

import hj212  # noqa: E402
from product import HOST, NotReady, Product, stop_cleanly_on_signals, unthrottled  # noqa: E402
from report import Report  # noqa: E402

WINDOW = 32  # packets a device sends ahead of their answers: enough that a kill always finds some in flight
FIRST_QN = datetime.datetime(2026, 11, 21)  # QNs count milliseconds from here, over all devices: never the same twice
QUIET_SECONDS = 20.0  # a server that answers nothing for so long has failed
READY_SECONDS = 60.0
LONGEST_BURST_SECONDS = 1.5  # short, so that a run has many kills and each meets packets on their way
MANY_KILLS_BURST_SECONDS = 0.25  # with --kills, so that a thousand kills leave no millions of packets to compare
MANY_KILLS_PAUSE_SECONDS = 0.02
PROJECTED_SECONDS = 60.0  # by then a restarted server has read what is in its log
_QN = re.compile(r"QN=(\d{17});")


class Sent:
    """What the devices sent and what was answered; shared by their threads."""

    def __init__(self):
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self.frames = {}
        self.times = collections.Counter()
        self.answered = set()

    def new(self, make):
        """Mints a QN, keeps the frame that `make` builds for it and returns both."""
        with self._lock:
            moment = FIRST_QN + datetime.timedelta(milliseconds=next(self._numbers))
            qn = moment.strftime("%Y%m%d%H%M%S") + f"{moment.microsecond // 1000:03d}"
            self.frames[qn] = make(qn)
            return qn

    def sending(self, qn):
        with self._lock:
            self.times[qn] += 1
            return self.frames[qn]

    def note_answers(self, qns):
        with self._lock:
            self.answered.update(qns)


class Device:
    """One connection with one MN. Lives over restarts: what was not answered is sent again first."""

    def __init__(self, number, sent, seed, pause_seconds=0.0):
        self._pause_seconds = pause_seconds
        self.mn = f"{0x88888880000001F000169D00 + number:024X}"
        self._sent = sent
        self._random = random.Random(f"{seed}/{number}")
        self._step = itertools.count()
        self._open = []

    def stream(self, port, stopping):
        """Keeps WINDOW packets unanswered until the connection breaks or `stopping` is set."""
        answers = hj212.Answers()
        repeat, self._open = self._open, []
        try:
            with socket.create_connection((HOST, port), timeout=5) as connection:
                self._send(connection, repeat)
                while not stopping.is_set():
                    self._send(connection, [self._sent.new(self._next_upload) for _ in range(WINDOW - len(self._open))])
                    self._collect(connection, answers)
                    time.sleep(self._pause_seconds)
        except OSError:
            pass  # the server was killed: what was not answered stays open
        finally:
            # A repeat that was cut short by a second kill is still owed.
            self._open += [qn for qn in repeat if qn not in self._open and qn not in self._sent.answered]

    def _send(self, connection, qns):
        for qn in qns:
            self._open.append(qn)
            connection.sendall(self._sent.sending(qn))

    def _collect(self, connection, answers):
        """Takes what answers have come, waiting a little where none has."""
        if not select.select([connection], [], [], 0.2)[0]:
            return
        data = connection.recv(65536)
        if not data:
            raise ConnectionError("closed by the server")
        found = set(answers.feed(data))
        self._sent.note_answers(found)
        self._open = [qn for qn in self._open if qn not in found]

    def _next_upload(self, qn):
        """Realtime data every 30 s of the device's own clock and the hour's means on the hour."""
        moment = datetime.datetime(2026, 11, 20) + datetime.timedelta(seconds=30 * next(self._step))
        oxygen_demand = f"{self._random.uniform(5, 60):.2f}"
        ammonia = f"{self._random.uniform(0, 4):.3f}"
        if moment.minute == 0 and moment.second == 0:
            begins = moment - datetime.timedelta(hours=1)
            return hj212.upload(qn, self.mn, "2061", begins.strftime("%Y%m%d%H%M%S"), [
                f"w01018-Min=1.0,w01018-Avg={oxygen_demand},w01018-Max=99.0,w01018-Flag=N",
                f"w21003-Min=0.01,w21003-Avg={ammonia},w21003-Max=9.0,w21003-Flag=N"])
        return hj212.upload(qn, self.mn, "2011", moment.strftime("%Y%m%d%H%M%S"), [
            f"w01018-Rtd={oxygen_demand},w01018-Flag=N", f"w21003-Rtd={ammonia},w21003-Flag=N"])


def one_round(product, devices, sent, wait_seconds):
    """Starts the server, streams, kills it `wait_seconds` after the first answer; returns the packets answered."""
    product.start(READY_SECONDS)
    before = len(sent.answered)
    stopping = threading.Event()
    threads = [threading.Thread(target=device.stream, args=(product.hj212_port, stopping)) for device in devices]
    for thread in threads:
        thread.start()
    first_answer_deadline = time.monotonic() + QUIET_SECONDS
    while len(sent.answered) == before and time.monotonic() < first_answer_deadline:
        time.sleep(0.01)
    time.sleep(wait_seconds)
    product.kill()
    stopping.set()
    for thread in threads:
        thread.join()
    return len(sent.answered) - before


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


def read_only(path):
    """The database beside its server. To be closed before the server stops: a connection that lingers in this process
    would go on with the shared memory of a server that is gone, and find its successor's database malformed."""
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def tables(path):
    """What the tables of projections hold, by name: their rows as one sorted list of texts. Tables that may be lost
    (cursors, sessions), the records themselves and what SQLite or its search keeps for itself are left out."""
    with contextlib.closing(read_only(path)) as database:
        projected = [name for (name,) in database.execute(
            "SELECT name FROM projection_object WHERE name IN (SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND sql NOT LIKE 'CREATE VIRTUAL%') ORDER BY name")]
        return {name: sorted(map(repr, database.execute(f'SELECT * FROM "{name}"'))) for name in projected}


def waits_for_projection(product):
    """Lets a server read to the end of its packet log."""
    path = os.path.join(product.data, "qingheng.sqlite")
    deadline, before = time.monotonic() + PROJECTED_SECONDS, None
    while time.monotonic() < deadline:
        with contextlib.closing(read_only(path)) as database:
            now = database.execute("SELECT address FROM packet_cursor").fetchall()
        if now == before:
            return
        before = now
        time.sleep(1.5)  # the projector looks four times a second


def check_projection(report, product, when):
    """The tables against those made anew from records and packets."""
    product.start(READY_SECONDS)
    waits_for_projection(product)
    product.stop()
    copy = os.path.join(product.folder, "rebuilt")
    shutil.copytree(product.data, copy)
    try:
        status, _, errors = product.run("rebuild", "--data", copy, timeout=900)
        if status != 0:
            raise NotReady(f"rebuild ended with {status}: {errors.strip()}")
        ours, anew = (tables(os.path.join(path, "qingheng.sqlite")) for path in (product.data, copy))
    finally:
        shutil.rmtree(copy)
    rows = sum(map(len, ours.values()))
    report.empty(f"{when} the tables ({rows} rows) are those that a rebuild makes",
                 [f"{name}: {len(ours.get(name, []))} rows, rebuilt {len(anew.get(name, []))}"
                  for name in sorted({*ours, *anew}) if ours.get(name) != anew.get(name)])
    report.check(f"{when} there are rows to compare", rows > 0)


def compare(report, sent, packets, mns):
    """The checks proper: what was sent and answered against what is stored."""
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


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--seconds", type=float, default=60, help="how long to go on with rounds")
    options.add_argument("--kills", type=int, help="end after so many kills, with shorter bursts")
    options.add_argument("--compare-every", type=int, default=100, help="kills between two comparisons of the tables")
    options.add_argument("--devices", type=int, default=6)
    options.add_argument("--packets", type=int, default=200_000, help="after so many packets no new round begins")
    options.add_argument("server_arguments", nargs="*", help="more arguments for `qingheng serve`, after --")
    chosen = options.parse_args()
    stop_cleanly_on_signals()

    report = Report()
    chance = random.Random(chosen.seed)
    sent = Sent()
    pause = MANY_KILLS_PAUSE_SECONDS if chosen.kills else 0.0
    burst = MANY_KILLS_BURST_SECONDS if chosen.kills else LONGEST_BURST_SECONDS
    devices = [Device(number, sent, chosen.seed, pause) for number in range(chosen.devices)]
    product = Product(chosen.binary, "serve",
                      arguments=["--capture-unknown", *unthrottled(chosen.binary), *chosen.server_arguments])
    print(f"  seed {chosen.seed}", flush=True)
    try:
        ends = time.monotonic() + chosen.seconds
        counts = []
        while (len(counts) < chosen.kills if chosen.kills
               else time.monotonic() < ends and len(sent.frames) < chosen.packets):
            counts.append(one_round(product, devices, sent, chance.uniform(0.001, burst)))
            if not counts[-1]:
                break
            if chosen.kills and len(counts) % chosen.compare_every == 0:
                check_projection(report, product, f"after {len(counts)} kills")
        report.check("after every kill the server comes back and acknowledges again",
                     counts and all(counts), f"packets acknowledged a round: {counts}\n{product.last_lines()}")
        product.start(READY_SECONDS)
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
        print(f"  {len(counts)} kills")
        check_projection(report, product, f"after {len(counts)} kills")
        repeated = compare(report, sent, stored_packets(product), [device.mn for device in devices])
        report.check("kills met packets that were on their way", repeated > 0, "no packet had to be sent again")
    except NotReady as error:
        report.check("the server starts and can be asked", False, str(error))
    finally:
        product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
