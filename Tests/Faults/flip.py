#!/usr/bin/env python3
"""Flips: no stored byte of a record, checkpoint, hash, segment, packet, attachment or proof bundle changes unseen.

Makes a store through the product: imports, registered devices, packets over some days, so that segments and days are
closed, checkpoints, rules on record and a sealed document with its claims; and the proof bundle of one of them. Then,
so many times, one byte of it is changed: of a value of the ledger's tables, through SQLite, or of a file. `qingheng
verify --json` must end with 1 and name the item that holds the byte first; of a bundle `verify --bundle` must say that
it proves nothing. Then the byte is put back. Before that inputs are removed, added, put elsewhere and exchanged, and
named likewise. At the end the store must be as it was, and `rebuild` must mend the index of a segment.

The whole run follows from --seed, but for what devices sent. Standard library only.
"""

import argparse
import collections
import contextlib
import hashlib
import json
import os
import pathlib
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

from bundles import Bundle, claim_id  # noqa: E402
from durable import READY_SECONDS  # noqa: E402
from moved_clock import MovableClock  # noqa: E402
from product import NotReady, Product, stop_cleanly_on_signals, unthrottled, waits  # noqa: E402
from registering import register, sections  # noqa: E402
from report import Report  # noqa: E402
from streaming import CODES, Device, Sent  # noqa: E402

DAYS = 4
PACKETS_A_DAY = 30
DAY_SECONDS = 90_000  # a little more: segments are closed when they are a day old
QUIET_SECONDS = 60.0
CLOSED_SECONDS = 120.0
WORKERS = 2  # each with a copy of the store
BUNDLE_SHARE = 12  # of so many changes one is made in the bundle
MARK = b"QHP1"  # begins an entry of the packet log: mark, length of the body, checksum
KINDS = ("claims", "document", "day list", "rule listing", "rule file", "imported file")  # of attachments
DOCUMENT, PERIOD = "water-monthly", "2026-08"  # of the month in which registering.py has its sections measured


class Store:
    """A store on disk that no server works on, taken apart into what can be changed."""

    def __init__(self, binary, data):
        self.binary, self.data = binary, data
        self.packets = os.path.join(data, "packets")
        database = self.database()
        self.records = database.execute("SELECT seq, time, actor, action, subject, bytes FROM record").fetchall()
        self.nodes = database.execute("SELECT level, position, hash FROM ledger_node").fetchall()
        self.checkpoints = database.execute("SELECT size, note FROM checkpoint").fetchall()
        self.state = database.execute("SELECT frontier FROM ledger_state").fetchone()[0]
        database.close()
        names = sorted(os.listdir(self.packets))
        self.segments = [os.path.join(self.packets, name) for name in names if name.endswith(".zst")]
        self.indexes = [os.path.join(self.packets, name) for name in names if name.endswith(".index")]
        self.plain = [path for name in names if name.endswith(".packets")
                      and os.path.getsize(path := os.path.join(self.packets, name))]
        self.attachments = [str(path) for path in pathlib.Path(data, "attachments").rglob("*") if path.is_file()]
        self.files = self.attachments_by_kind()

    def database(self):
        database = sqlite3.connect(os.path.join(self.data, "qingheng.sqlite"), isolation_level=None)
        database.execute("PRAGMA synchronous = OFF")
        return database

    def path_of(self, name):
        return os.path.join(self.data, "attachments", name[:2], name[2:])

    def attachments_by_kind(self):
        """What records say that the attachments are: imported files are the rest."""
        kinds = collections.defaultdict(set)
        for row in self.records:
            action, body = row[3], json.loads(row[5])["body"]
            if action in ("reporting.document.sealed", "reporting.data.drawn"):
                kinds["claims"].add(self.path_of(body["claims"]["file"]))
                kinds["document"].add(self.path_of(body["file"]))
            elif action == "gateway.day.closed":
                kinds["day list"].add(self.path_of(body["list"]))
            elif action == "catalog.rules.adopted":
                listing = self.path_of(body["listing"])
                kinds["rule listing"].add(listing)
                files = json.loads(pathlib.Path(listing).read_bytes())["files"].values()
                kinds["rule file"].update(self.path_of(name) for name in files)
        known = set().union(*kinds.values())
        kinds["imported file"] = set(self.attachments) - known
        return {kind: sorted(paths) for kind, paths in kinds.items()}

    def verify(self):
        """The exit status and the items that `verify` names, in its order."""
        done = subprocess.run([self.binary, "verify", "--data", self.data, "--json"], capture_output=True, text=True)
        return done.returncode, [json.loads(line)["item"] for line in done.stdout.splitlines()], done.stderr.strip()

    def digest(self):
        """Of every row and file of it."""
        database, found = self.database(), hashlib.sha256()
        for table in ("record", "ledger_node", "checkpoint", "ledger_state"):
            for row in database.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):
                found.update(repr(row).encode())
        database.close()
        for path in sorted([*self.segments, *self.indexes, *self.plain, *self.attachments]):
            found.update(path.encode() + pathlib.Path(path).read_bytes())
        return found.hexdigest()

    @contextlib.contextmanager
    def sql(self, statement, values, undo, undo_values):
        """A statement that holds while the block runs."""
        self.execute([(statement, values)])
        try:
            yield
        finally:
            self.execute([(undo, undo_values)])

    def execute(self, statements):
        database = self.database()
        for statement, values in statements:
            database.execute(statement, values)
        database.close()

    @contextlib.contextmanager
    def file(self, path, content):
        """A file that has other bytes, or is not there (None), while the block runs."""
        before = pathlib.Path(path).read_bytes()
        if content is None:
            os.remove(path)
        else:
            pathlib.Path(path).write_bytes(content)
        try:
            yield
        finally:
            pathlib.Path(path).write_bytes(before)

    def entries(self, path):
        """The offsets of the entries of a plain segment, and its end."""
        content, offsets, position = pathlib.Path(path).read_bytes(), [], 0
        while position < len(content):
            assert content[position:position + 4] == MARK
            offsets.append(position)
            position += 12 + struct.unpack_from("<I", content, position + 4)[0]
        return [*offsets, len(content)]


def start_of(path):
    return int(os.path.basename(path).split(".")[0].split("-")[0], 16)


def range_of(path):
    return os.path.basename(path).split(".")[0]


def sha_of(path):
    return os.path.basename(os.path.dirname(path)) + os.path.basename(path)


class Flip:
    """One changed byte: what holds it, the name that `verify` must give, and the change while it lasts."""

    def __init__(self, store, chance):
        self.store, self.chance = store, chance
        self.kind = chance.choice([name for name, there in (
            ("record", store.records), ("column", store.records), ("node", store.nodes),
            ("checkpoint", store.checkpoints), ("state", [0]), ("segment", store.segments),
            ("index", store.indexes), ("packet", store.plain), *store.files.items()) if there])
        if self.kind in store.files:
            self.item, self.change = self.in_attachment(store.files[self.kind])
        else:
            self.item, self.change = getattr(self, f"in_{self.kind}")()

    def flipped(self, content):
        """The bytes with one of them changed: in one bit, or to anything else."""
        changed = bytearray(content)
        self.offset = self.chance.randrange(len(changed))
        other = self.chance.choice([1 << self.chance.randrange(8), self.chance.randrange(1, 256)])
        changed[self.offset] ^= other
        return bytes(changed)

    def value(self, table, column, condition, keys, before, text=False):
        form = "CAST(? AS TEXT)" if text else "?"
        statement = f"UPDATE {table} SET {column} = {form} WHERE {condition}"
        stored = before.encode() if text else before
        return self.store.sql(statement, (self.flipped(stored), *keys), statement, (stored, *keys))

    def in_record(self):
        row = self.chance.choice(self.store.records)
        return f"record/{row[0]}", self.value("record", "bytes", "seq = ?", (row[0],), row[5])

    def in_column(self):
        """The copies of a record's members by which it is looked up."""
        row = self.chance.choice(self.store.records)
        column = self.chance.choice([1, 2, 3, 4] if row[4] else [1, 2, 3])
        item, name = f"record/{row[0]}", ("seq", "time", "actor", "action", "subject")[column]
        if column > 1:
            return item, self.value("record", name, "seq = ?", (row[0],), row[column], text=True)
        time_bytes = self.flipped(struct.pack("<q", row[1]))
        statement = "UPDATE record SET time = ? WHERE seq = ?"
        return item, self.store.sql(statement, (struct.unpack("<q", time_bytes)[0], row[0]), statement,
                                    (row[1], row[0]))

    def in_node(self):
        level, position, content = self.chance.choice(self.store.nodes)
        return f"node/{level}/{position}", self.value("ledger_node", "hash", "level = ? AND position = ?",
                                                      (level, position), content)

    def in_checkpoint(self):
        size, note = self.chance.choice(self.store.checkpoints)
        return f"checkpoint/{size}", self.value("checkpoint", "note", "size = ?", (size,), note)

    def in_state(self):
        return "state", self.value("ledger_state", "frontier", "id = ?", (1,), self.store.state)

    def in_file(self, path):
        return self.store.file(path, self.flipped(pathlib.Path(path).read_bytes()))

    def in_segment(self):
        path = self.chance.choice(self.store.segments)
        return f"segment/{range_of(path)}", self.in_file(path)

    def in_index(self):
        path = self.chance.choice(self.store.indexes)
        return f"segment-index/{range_of(path)}", self.in_file(path)

    def in_attachment(self, paths):
        path = self.chance.choice(paths)
        return f"attachment/{sha_of(path)}", self.in_file(path)

    def in_packet(self):
        path = self.chance.choice(self.store.plain)
        change = self.in_file(path)
        entry = max(offset for offset in self.store.entries(path) if offset <= self.offset)
        return f"packet/{start_of(path) + entry}", change


def rearranged(content):
    """Lines of a file removed, added and put in another order."""
    lines = content.splitlines(keepends=True)
    yield "the first line removed from", b"".join(lines[1:])
    yield "the last line removed from", b"".join(lines[:-1])
    yield "a line added to", b"".join([*lines, lines[0]])
    if len(lines) > 1:
        yield "two lines exchanged in", b"".join([lines[1], lines[0], *lines[2:]])


class Flipping:
    """The store, the changes, and what `verify` said of them."""

    def __init__(self, chosen, report):
        self.chosen, self.report = chosen, report
        self.product = Product(chosen.binary, "serve", arguments=["--capture-unknown", *unthrottled(chosen.binary)])
        self.clock = MovableClock(self.product.folder)
        self.tally = collections.Counter()
        self.faults = []
        self.lock = threading.Lock()

    def make_store(self):
        sent = Sent()
        devices = [Device(number, sent, self.chosen.seed, 0.02, 2) for number in range(3)]
        register(self.product, devices[:2], CODES, self.clock.environment)
        for day in range(DAYS):
            sections(self.product, [f"另{day}断面"])
            self.clock.set(day * DAY_SECONDS)
            self.product.start(READY_SECONDS, environment=self.clock.environment)
            before, stopping = len(sent.answered), threading.Event()
            threads = [threading.Thread(target=device.stream, args=(self.product.hj212_port, stopping))
                       for device in devices]
            for thread in threads:
                thread.start()
            answers = waits(lambda: len(sent.answered) >= before + PACKETS_A_DAY, QUIET_SECONDS)
            stopping.set()
            for thread in threads:
                thread.join()
            closed = waits(lambda: not self.product.metric('qingheng_packet_log_segments{state="ended"}'),
                           CLOSED_SECONDS)
            read = waits(lambda: self.product.metric("qingheng_projection_lag_packets") == 0, QUIET_SECONDS)
            # The records of closed segments come a moment after the segments themselves.
            time.sleep(1)
            if self.product.stop() != 0 or not (answers and closed and read):
                raise NotReady(f"the store could not be made\n{self.product.last_lines()}")
            # Sealing closes every segment; those of the last day stay open.
            if day == DAYS - 2:
                self.bundle = Bundle(self.seal())

    def seal(self):
        """Seals a document and has the claim with the most inputs proved; returns the path of the bundle."""
        self.command("report", "seal", DOCUMENT, "--date", PERIOD, "-o", "sealed.docx")
        store = Store(self.product.binary, self.product.data)
        claims = pathlib.Path(store.files["claims"][0]).read_bytes()
        proved = max(claims.splitlines(), key=lambda line: json.loads(line)["inputs"]["count"])
        path = os.path.join(self.product.folder, "bundle.zip")
        self.command("proof", claim_id(proved), "--grade", "internal", "--reason", "test", "-o", path)
        return path

    def command(self, *arguments):
        status, output, errors = self.product.run(*arguments, "--data", self.product.data,
                                                  environment=self.clock.environment)
        if status != 0:
            raise NotReady(f"{arguments} ended with {status}: {output}{errors}")

    def copies(self):
        """Stores alike, one a worker."""
        for number in range(WORKERS):
            shutil.copytree(self.product.data, os.path.join(self.product.folder, f"copy-{number}"))
        return [Store(self.product.binary, os.path.join(self.product.folder, f"copy-{number}"))
                for number in range(WORKERS)]

    def check(self, store, kind, expected, change, what):
        with change:
            status, items, errors = store.verify()
        with self.lock:
            self.tally[kind] += 1
            if status != 1 or not items or items[0] not in expected:
                self.faults.append(f"{what}: status {status}, named {items[:3]}, expected {expected} {errors}")

    def flip(self, store, seed):
        chance = random.Random(seed)
        if chance.randrange(BUNDLE_SHARE) == 0:
            return self.flip_bundle(store, chance, seed)
        flip = Flip(store, chance)
        self.check(store, flip.kind, [flip.item], flip.change,
                   f"{seed}: byte {getattr(flip, 'offset', None)} of {flip.item}")

    def flip_bundle(self, store, chance, seed):
        """Changes a byte of the bundle, on which a check rests."""
        while True:
            name = chance.choice(sorted(name for name, content in self.bundle.files.items() if content))
            content = bytearray(self.bundle.files[name])
            offset = chance.randrange(len(content))
            content[offset] ^= chance.choice([1 << chance.randrange(8), chance.randrange(1, 256)])
            if not self.bundle.means_the_same(name, bytes(content)):
                break
        self.check_bundle(store, "bundle", name, bytes(content), f"{seed}: byte {offset} of {name}")

    def check_bundle(self, store, kind, name, content, what):
        """A bundle with other bytes in one file proves nothing."""
        path = f"{store.data}.zip"
        self.bundle.write(path, name, content)
        status, output, errors = self.product.run("verify", "--bundle", path, "--verifier", self.product.verifier)
        with self.lock:
            self.tally[kind] += 1
            # 1 where it says what does not hold; 3 where it cannot be read as a bundle any more.
            if status not in (1, 3) or not (output + errors).strip():
                self.faults.append(f"{what}: status {status} {output} {errors}")

    def work(self, store, first):
        for number in range(first, self.chosen.flips, WORKERS):
            self.flip(store, f"{self.chosen.seed}/{number}")

    # MARK: inputs that are removed, added, exchanged

    def exchange(self, store, chance):
        """Removes, adds, reorders and exchanges; each is undone."""
        for what, expected, change in self.exchanges(store, chance):
            self.check(store, "exchange", expected, change, what)

    def exchanges(self, store, chance):
        insert = "INSERT INTO record (seq, time, actor, action, subject, bytes) VALUES (?, ?, ?, ?, ?, ?)"
        last = store.records[-1][0]
        for row in {store.records[0], store.records[-1], *chance.sample(store.records, 3)}:
            yield (f"record {row[0]} removed", [f"record/{row[0]}"],
                   store.sql("DELETE FROM record WHERE seq = ?", (row[0],), insert, row))
        copy = (last + 1, *store.records[1][1:])
        yield ("a record added", [f"record/{last + 1}"],
               store.sql(insert, copy, "DELETE FROM record WHERE seq = ?", (last + 1,)))
        for _ in range(3):
            one, two = sorted(chance.sample(store.records, 2))
            yield f"records {one[0]} and {two[0]} exchanged", [f"record/{one[0]}"], self.exchanged_rows(store, one, two)
        level, position, content = chance.choice(store.nodes)
        yield ("a hash removed", [f"node/{level}/{position}"],
               store.sql("DELETE FROM ledger_node WHERE level = ? AND position = ?", (level, position),
                         "INSERT INTO ledger_node (level, position, hash) VALUES (?, ?, ?)",
                         (level, position, content)))
        for path in store.segments:
            yield "a segment removed", [f"segment/{range_of(path)}"], store.file(path, None)
        one, two = store.segments[:2]
        yield ("two segments exchanged", [f"segment/{range_of(one)}"], self.exchanged_files(store, one, two))
        yield ("a segment cut", [f"segment/{range_of(one)}"],
               store.file(one, pathlib.Path(one).read_bytes()[:-1]))
        path = chance.choice(store.indexes)
        yield "an index removed", [f"segment-index/{range_of(path)}"], store.file(path, None)
        path = store.plain[-1]
        entries = store.entries(path)
        content = pathlib.Path(path).read_bytes()
        yield ("the last packet removed", [f"packet/{start_of(path) + entries[-2]}"],
               store.file(path, content[:entries[-2]]))
        yield "all packets of the last days removed", [f"packet/{start_of(path)}"], store.file(path, b"")
        yield "the file of the last packets removed", [f"packet/{start_of(path)}"], store.file(path, None)
        yield ("bytes put before the first packet", [f"packet/{start_of(path)}"], store.file(path, b"\x00" + content))
        yield ("bytes put behind the last packet", [f"packet/{start_of(path) + len(content)}"],
               store.file(path, content + b"\x00" * 9))
        for kind, paths in store.files.items():
            for path in paths:
                yield f"{kind} removed", [f"attachment/{sha_of(path)}"], store.file(path, None)
        for path in [*store.files["claims"], *store.files["day list"], *store.files["imported file"]]:
            for what, content in rearranged(pathlib.Path(path).read_bytes()):
                yield f"{what} {os.path.basename(path)}", [f"attachment/{sha_of(path)}"], store.file(path, content)

    @contextlib.contextmanager
    def exchanged_rows(self, store, one, two):
        update = "UPDATE record SET time = ?, actor = ?, action = ?, subject = ?, bytes = ? WHERE seq = ?"
        store.execute([(update, (*two[1:], one[0])), (update, (*one[1:], two[0]))])
        try:
            yield
        finally:
            store.execute([(update, (*one[1:], one[0])), (update, (*two[1:], two[0]))])

    @contextlib.contextmanager
    def exchanged_files(self, store, one, two):
        with store.file(one, pathlib.Path(two).read_bytes()), store.file(two, pathlib.Path(one).read_bytes()):
            yield

    def check_mending(self, store):
        """`rebuild` makes a damaged index again, byte by byte as it was."""
        path = store.indexes[0]
        before = pathlib.Path(path).read_bytes()
        pathlib.Path(path).write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
        status, output, errors = self.product.run("rebuild", "--data", store.data)
        self.report.check("rebuild makes a damaged index of a segment again",
                          status == 0 and pathlib.Path(path).read_bytes() == before and store.verify()[0] == 0,
                          output + errors)

    def run(self):
        self.make_store()
        stores = self.copies()
        first = stores[0]
        print(f"  {len(first.records)} records, {len(first.nodes)} hashes, {len(first.checkpoints)} checkpoints, "
              f"{len(first.segments)} closed segments, {sum(len(first.entries(path)) - 1 for path in first.plain)} "
              f"packets in no segment, {len(first.attachments)} attachments, a bundle of {len(self.bundle.files)}",
              flush=True)
        self.report.check("there is something of everything", all([
            first.records, first.nodes, len(first.checkpoints) > 1, len(first.segments) > 1, first.indexes, first.plain,
            *(first.files.get(kind) for kind in KINDS)]), str({kind: len(first.files.get(kind, [])) for kind in KINDS}))
        status, items, errors = first.verify()
        self.report.check("verify finds nothing in a sound store", status == 0 and not items, f"{items} {errors}")
        digest = first.digest()
        self.exchange(first, random.Random(f"{self.chosen.seed}/exchange"))
        for name in self.bundle.files:
            # The order of traces says nothing.
            if name.endswith(".jsonl") and name != "traces.jsonl":
                for what, content in rearranged(self.bundle.files[name]):
                    self.check_bundle(first, "exchange", name, content, f"{what} {name}")
        exchanged = self.tally["exchange"]
        self.report.empty(f"inputs removed, added, reordered and exchanged ({exchanged}) are named", self.faults)
        self.faults = []
        began = time.monotonic()
        threads = [threading.Thread(target=self.work, args=(store, number)) for number, store in enumerate(stores)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        made = sum(self.tally.values()) - exchanged
        self.report.check("as many bytes were changed as were to be", made == self.chosen.flips, str(made))
        self.report.empty(f"each of {made} changed bytes is found, and the right item named first", self.faults)
        print(f"  {dict(self.tally)}; {(time.monotonic() - began) / max(made, 1) * 1000:.0f} ms each")
        self.report.check("the store is as it was", first.digest() == digest and first.verify()[:2] == (0, []))
        self.check_mending(first)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--flips", type=int, default=10_000)
    chosen = options.parse_args()
    stop_cleanly_on_signals()

    report = Report()
    print(f"  seed {chosen.seed}", flush=True)
    flipping = Flipping(chosen, report)
    try:
        if not flipping.clock.is_movable:
            report.skip("no stored byte changes unseen", "there is no C compiler (cc, clang), so no segment is closed")
            return 1
        flipping.run()
    except NotReady as error:
        report.check("the server starts and can be asked", False, str(error))
    finally:
        flipping.product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
