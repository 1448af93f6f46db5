#!/usr/bin/env python3
"""Checks a proof bundle without the bureau's program or database: every hash, every proof, the signature, the figure.

Written from Docs/formats alone. Needs Python 3.9 and the package `cryptography`.

    python3 verify.py BUNDLE.zip [--key VERIFIER_KEY]

Exit 0: it proves what it says. 1: it does not, and the first item at fault is named. 2: it is no bundle.
"""

import argparse
import base64
import csv
import hashlib
import io
import json
import re
import sys
import zipfile
from fractions import Fraction

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LARGEST_UNPACKED = 512 << 20
SM2_TYPE = b"\xffqingheng/sm2-sm3/v1"
SEALINGS = ("reporting.document.sealed", "reporting.data.drawn")


class Refuted(Exception):
    """The bundle does not prove what it says; the text names the item."""


class NoBundle(Exception):
    """The file is no bundle."""


def demand(holds, item):
    if not holds:
        raise Refuted(item)


# Canonical JSON (record.md)

def refuse_number(text):
    raise Refuted(f"number {text}")


# Made once: a bundle of a year has twenty thousand lines.
ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
DECODER = json.JSONDecoder(parse_float=refuse_number, parse_constant=refuse_number)


def canonical(value):
    return ENCODER.encode(value).encode()


def read_canonical(data):
    value = DECODER.decode(data.decode("utf-8"))
    demand(canonical(value) == data, f"canonical form of {data[:60]!r}")
    return value


# Trees (tree.md)

class Hasher:
    def __init__(self, suite):
        names = {"SHA-256": "sha256", "SM3": "sm3"}
        if suite not in names:
            raise NoBundle("suite")
        self.name = names[suite]

    def hash(self, data):
        return hashlib.new(self.name, data).digest()

    def leaf(self, data):
        return self.hash(b"\x00" + data)

    def node(self, left, right):
        return self.hash(b"\x01" + left + right)

    def root(self, leaves):
        """The root over leaf hashes: full subtrees meet as in counting."""
        peaks = []
        for index, leaf in enumerate(leaves):
            while index & 1:
                leaf = self.node(peaks.pop(), leaf)
                index >>= 1
            peaks.append(leaf)
        if not peaks:
            return self.hash(b"")
        root = peaks.pop()
        while peaks:
            root = self.node(peaks.pop(), root)
        return root

    def subset(self, proof, leaves, root, item):
        """Checks a subset proof of leaf hashes against a root."""
        demand(set(proof) == {"indices", "path", "size"}, item)
        size, indices = proof["size"], proof["indices"]
        path = [base64.b64decode(text, validate=True) for text in proof["path"]]
        demand(all(len(value) == 32 for value in path) and len(leaves) == len(indices), item)
        demand(all(0 <= index < size for index in indices), item)
        demand(all(first < second for first, second in zip(indices, indices[1:])), item)
        state = {"leaf": 0, "hash": 0}

        def walk(start, end):
            if state["leaf"] == len(indices) or indices[state["leaf"]] >= end:
                demand(state["hash"] < len(path), item)
                state["hash"] += 1
                return path[state["hash"] - 1]
            if end - start == 1:
                state["leaf"] += 1
                return leaves[state["leaf"] - 1]
            middle = start + (1 << (end - start - 1).bit_length() - 1)
            left = walk(start, middle)
            return self.node(left, walk(middle, end))

        computed = walk(0, size) if size else self.hash(b"")
        demand(state == {"leaf": len(leaves), "hash": len(path)} and computed == root, item)


# Checkpoints (checkpoint.md)

class Key:
    def __init__(self, text):
        self.text = text
        self.name, digits, content = text.split("+", 2)
        content = base64.b64decode(content, validate=True)
        self.id = bytes.fromhex(digits)
        demand(self.id == hashlib.sha256(self.name.encode() + b"\n" + content).digest()[:4], f"key {self.name}")
        self.type = SM2_TYPE if content.startswith(SM2_TYPE) else content[:1]
        self.public = content[len(self.type):]

    def verify(self, signature, text):
        if self.type == SM2_TYPE:
            demand(sm2_verify(self.public, signature, text), f"signature of {self.name}")
            return
        if self.type == b"\x04":
            time = int.from_bytes(signature[:8], "big")
            text = f"cosignature/v1\ntime {time}\n".encode() + text
            signature = signature[8:]
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except InvalidSignature:
            raise Refuted(f"signature of {self.name}") from None


class Note:
    def __init__(self, data):
        text, _, lines = data.rpartition("\n\n")
        self.text = (text + "\n").encode()
        self.signatures = []
        for line in lines.splitlines():
            dash, name, blob = line.split(" ")
            demand(dash == "—", "checkpoint")
            blob = base64.b64decode(blob, validate=True)
            self.signatures.append((name, blob[:4], blob[4:]))
        origin, size, root = text.split("\n")[:3]
        self.origin, self.size, self.root = origin, int(size), base64.b64decode(root, validate=True)

    def signed_by(self, key):
        """Whether a key has signed; a false line of a known key refutes the note."""
        found = [value for name, number, value in self.signatures if (name, number) == (key.name, key.id)]
        for signature in found:
            key.verify(signature, self.text)
        return bool(found)


# SM2 with SM3 (GB/T 32918.2 and .5), for ledgers of that suite

P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
     0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)


def add(first, second):
    if first is None or second is None:
        return first or second
    (x1, y1), (x2, y2) = first, second
    if x1 == x2 and (y1 + y2) % P == 0:
        return None
    slope = ((3 * x1 * x1 + A) * pow(2 * y1, -1, P) if first == second else (y2 - y1) * pow(x2 - x1, -1, P)) % P
    x3 = (slope * slope - x1 - x2) % P
    return x3, (slope * (x1 - x3) - y1) % P


def times(number, point):
    result = None
    while number:
        if number & 1:
            result = add(result, point)
        point, number = add(point, point), number >> 1
    return result


def sm2_verify(public, signature, message):
    if len(public) != 65 or public[0] != 4 or len(signature) != 64:
        return False
    x, y = int.from_bytes(public[1:33], "big"), int.from_bytes(public[33:], "big")
    if max(x, y) >= P or (y * y - x * x * x - A * x - B) % P:
        return False
    identity = b"1234567812345678"
    parts = b"".join(value.to_bytes(32, "big") for value in (A, B, *G, x, y))
    z = hashlib.new("sm3", (8 * len(identity)).to_bytes(2, "big") + identity + parts).digest()
    e = int.from_bytes(hashlib.new("sm3", z + message).digest(), "big")
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    t = (r + s) % N
    if not (0 < r < N and 0 < s < N and t):
        return False
    point = add(times(s, G), times(t, (x, y)))
    return point is not None and (e + point[0]) % N == r


# Figures (claim.md)

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+|/[0-9]+)?")


def is_number(text):
    return text is not None and NUMBER.fullmatch(text) is not None


def fraction(text):
    if text is None:
        return None
    demand(is_number(text), f"number {text}")
    return Fraction(text)


def text_of(value):
    return None if value is None else str(value)


def rounded(value, decimals):
    """To the nearest, ties to even, with all decimals."""
    scaled = round(value * 10 ** decimals)  # Fraction rounds half to even
    digits = str(abs(scaled)).rjust(decimals + 1, "0")
    whole = digits[:-decimals] + "." + digits[-decimals:] if decimals else digits
    return ("-" if scaled < 0 else "") + whole


def percentile(values, share):
    ordered = sorted(values)
    rank = 1 + (len(ordered) - 1) * share
    low = min(max(rank.numerator // rank.denominator, 1), len(ordered))
    high = min(low + 1, len(ordered))
    return ordered[low - 1] + (ordered[high - 1] - ordered[low - 1]) * (rank - low)


def of_rows(claim, inputs):
    measure = claim["measure"]
    rows = [(fraction(row["value"]), fraction(row["weight"])) for row in inputs]
    values = [value for value, _ in rows if value is not None]
    if measure in ("count", "list"):
        return Fraction(len(rows))
    if not values:
        return None
    if measure == "sum":
        return sum(values, Fraction(0))
    if measure == "maximum":
        return max(values)
    if measure == "percentile":
        return percentile(values, fraction(claim["percentile"]))
    if measure == "mean":
        weight = sum((weight for value, weight in rows if value is not None), Fraction(0))
        total = sum((value * weight for value, weight in rows if value is not None), Fraction(0))
        return total / weight if weight else None
    raise Refuted(f"measure {measure}")


def of_parts(claim, claims):
    member = "rounded" if claim.get("partsRounded") else "exact"
    first, second = (fraction(claims[place][member]) for place in claim["parts"])
    if first is None or second is None:
        return None
    if claim["measure"] == "difference":
        return first - second
    if second == 0:
        return None
    return {"ratio": first / second, "share": 100 * first / second}[claim["measure"]]


def check_claim(place, claim, claims, inputs):
    item = f"claim/{place}"
    value = of_parts(claim, claims) if claim["parts"] else of_rows(claim, inputs)
    demand(text_of(value) == claim["exact"], f"{item}: exact value {value}")
    decimals = claim["decimals"]
    shown = None if decimals is None or value is None else rounded(value, decimals)
    demand(shown == claim["rounded"], f"{item}: rounded value {shown}")
    demand(claim["present"] == sum(row["value"] is not None for row in inputs), f"{item}: present")


ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def short_name(leaf):
    number = int.from_bytes(leaf[:8], "big")
    text = "".join(ALPHABET[number >> (59 - 5 * place) & 31] for place in range(12))
    return "-".join(text[start:start + 4] for start in (0, 4, 8))


# The bundle (bundle.md)

HEAD = {"kind", "version", "grade", "suite", "claim", "document", "claims", "ledger", "checkpoint", "keys", "witnesses",
        "shows", "doesNotShow"}
STEPS = {None, "received", "mean", "eightHourMaximum"}
TRACE = {"id", "title", "value", "unit", "formula", "rules", "step", "inputs", "evidence", "place", "versions"}


class Bundle:
    def __init__(self, path):
        try:
            with zipfile.ZipFile(path) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED:
                    raise NoBundle("too large")
                if len(set(archive.namelist())) != len(archive.namelist()):
                    raise NoBundle("a name twice")
                self.parts = {name: archive.read(name) for name in archive.namelist()}
        except (OSError, zipfile.BadZipFile) as error:
            raise NoBundle(str(error)) from None
        head = self.lines("bundle.json")
        if not head or head[0].get("kind") != "proof-bundle" or head[0].get("version") != 1:
            raise NoBundle("bundle.json")
        if set(head[0]) != HEAD:
            raise NoBundle("members of bundle.json")
        self.head = head[0]
        self.hasher = Hasher(self.head["suite"])
        self.is_public = self.head["grade"] == "public"

    def raw(self, name):
        return [line for line in self.parts.get(name, b"").split(b"\n") if line]

    def lines(self, name):
        return [read_canonical(line) for line in self.raw(name)]

    def leaves(self):
        data, found, place = self.parts.get("leaves.bin", b""), [], 0
        while place < len(data):
            count = int.from_bytes(data[place:place + 4], "big")
            demand(place + 4 + count <= len(data), "leaves.bin")
            found.append(data[place + 4:place + 4 + count])
            place += 4 + count
        return found

    def check(self, key_text):
        note = Note(self.head["checkpoint"])
        self.check_signature(note, key_text)
        self.check_records(note)
        sealing = self.records.get(self.head["document"])
        demand(sealing is not None and sealing["action"] in SEALINGS, "sealing record")
        claims = self.check_claims(sealing["body"])
        inputs = self.check_inputs(claims)
        if not self.is_public:
            for place, claim in claims.items():
                check_claim(place, claim, claims, inputs[place])
            self.check_evidence()
            self.check_traces(inputs)
        return claims[self.head["claim"]]

    def check_signature(self, note, key_text):
        keys = [Key(key_text)] if key_text else [Key(text) for text in self.head["keys"]]
        self.signers = [key for key in keys if key.name == note.origin and note.signed_by(key)]
        demand(self.signers, "checkpoint: no known key has signed")
        log = {key.public for key in self.signers}
        named = [(witness["name"], Key(witness["verifier"]))
                 for witness in self.head["witnesses"] if witness["verifier"]]
        self.witnesses = [name for name, key in named if key.public not in log and note.signed_by(key)]
        self.note = note

    def check_records(self, note):
        proof, raw = self.head["ledger"], self.raw("records.jsonl")
        demand(proof["size"] == note.size, "ledger: size")
        self.hasher.subset(proof, [self.hasher.leaf(line) for line in raw], note.root, "ledger")
        self.records = {}
        for index, line in zip(proof["indices"], raw):
            record = read_canonical(line)
            demand(record["seq"] == index + 1, f"record/{index + 1}")
            self.records[record["seq"]] = record

    def check_claims(self, document):
        proof, raw = self.head["claims"], self.raw("claims.jsonl")
        demand(proof["size"] == document["claims"]["count"], "claims: count")
        root = base64.b64decode(document["claims"]["root"])
        leaves = [self.hasher.leaf(line) for line in raw]
        self.hasher.subset(proof, leaves, root, "claims")
        claims = dict(zip(proof["indices"], (read_canonical(line) for line in raw)))
        demand(self.head["claim"] in claims, "claim")
        self.name = short_name(leaves[proof["indices"].index(self.head["claim"])])
        for place, claim in claims.items():
            demand(claim["asOf"] == document["asOf"], f"claim/{place}: as of")
        return claims

    def check_inputs(self, claims):
        found = {}
        for place, claim in claims.items():
            raw = self.raw(f"inputs-{place}.jsonl")
            values = [read_canonical(line) for line in raw]
            leaves = ([base64.b64decode(text) for text in values] if self.is_public
                      else [self.hasher.leaf(line) for line in raw])
            demand(len(leaves) == claim["inputs"]["count"], f"claim/{place}: number of inputs")
            root = base64.b64encode(self.hasher.root(leaves)).decode()
            demand(root == claim["inputs"]["root"], f"claim/{place}: root of inputs")
            found[place] = values
        return found

    def check_evidence(self):
        leaves, self.groups = self.leaves(), []
        for number, group in enumerate(self.lines("evidence.jsonl")):
            item, proof = f"evidence/{number}", group["proof"]
            own, leaves = leaves[:len(proof["indices"])], leaves[len(proof["indices"]):]
            record = self.records.get(group["record"])
            demand(record is not None, f"{item}: record")
            body = record["body"]
            root, actions, size = body["root"], *{
                "segment": (["gateway.segment.closed"], body.get("packets")),
                "file": (["monitoring.file.imported", "monitoring.manual.reported"], body.get("lines")),
                "day": (["gateway.day.closed"], None)}[group["kind"]]
            if group["kind"] == "day":
                leaf, way = group["passage"]["leaf"], group["passage"]["proof"]
                demand(way["size"] == body["count"], f"{item}: size of the day")
                self.hasher.subset(way, [self.hasher.leaf(canonical(leaf))], base64.b64decode(root), f"{item}: day")
                root, size = leaf["root"], leaf["packets"]
            demand(record["action"] in actions and proof["size"] == size, f"{item}: record")
            self.hasher.subset(proof, [self.hasher.leaf(data) for data in own], base64.b64decode(root), item)
            columns = fields_of(own[0]) if group["kind"] == "file" else None
            self.groups.append((columns, own))
        demand(not leaves, "leaves.bin: more than proved")

    def check_traces(self, inputs):
        traces = self.lines("traces.jsonl")
        known = {trace["id"]: trace for trace in traces}
        demand(len(known) == len(traces), "traces: id twice")
        reached, self.traced = set(), 0
        for trace in traces:
            item = f"trace {trace.get('id')}"
            demand(set(trace) == TRACE and trace["step"] in STEPS, f"{item}: form")
            demand(all(set(entered) == {"id", "note", "value"} for entered in trace["inputs"]), f"{item}: inputs")
            reached |= {entered["id"] for entered in trace["inputs"]}
        for rows in inputs.values():
            for row in rows:
                reached.add(row["id"])
                demand(row["id"] in known, f"trace {row['id']}: missing")
                trace = known[row["id"]]
                # An input may enter by another side of it: a day by its level, or by how many hours were received.
                if row["value"] is not None and trace["value"] is not None and same(row["value"], trace["value"]):
                    self.traced += 1
        demand(reached == set(known), f"traces: missing or stray {min(reached ^ set(known), default='')}")
        self.recomputed = self.judged = 0
        for trace in traces:
            self.check_trace(trace, known)

    def check_trace(self, trace, known):
        item, value = f"trace {trace['id']}", trace["value"]
        if trace["step"] is None:
            # What only a rule can tell may take its inputs rounded.
            self.judged += 1
            return
        for entered in trace["inputs"]:
            if entered["value"] is not None:
                demand(same(entered["value"], known[entered["id"]]["value"]), f"{item}: {entered['id']}")
        values = [fraction(entered["value"]) if is_number(entered["value"]) else None for entered in trace["inputs"]]
        if trace["step"] == "mean":
            there = [number for number in values if number is not None]
            demand(text_of(sum(there, Fraction(0)) / len(there) if there else None) == value, f"{item}: mean")
        elif trace["step"] == "eightHourMaximum":
            demand(text_of(eight_hour_maximum(values)) == value, f"{item}: largest eight-hour mean")
        elif trace["step"] == "received":
            if value is not None:
                self.check_received(trace, item)
        self.recomputed += 1

    def check_received(self, trace, item):
        shown, place = trace["evidence"], trace["place"]
        demand(shown and "group" in shown and place, f"{item}: no raw data")
        columns, leaves = self.groups[shown["group"]]
        leaf, field, sent = leaves[shown["index"]], place["field"], place["text"]
        demand(fraction(sent) * Fraction(10) ** place["power"] == fraction(trace["value"]), f"{item}: value")
        if columns:
            demand((field, sent) in zip(columns, fields_of(leaf)), f"{item}: column {field}")
        else:
            pattern = rb"[;,&=]" + re.escape(f"{field}={sent}".encode()) + rb"([;,&=]|$)"
            demand(re.search(pattern, leaf) is not None, f"{item}: {field}={sent} is not in the packet")


def fields_of(line):
    return next(csv.reader(io.StringIO(line.decode("utf-8-sig"))))


def same(first, second):
    if first == second:
        return True
    if is_number(first) and is_number(second):
        return Fraction(first) == Fraction(second)
    return first == second


def eight_hour_maximum(hours):
    if len(hours) != 24:
        return None
    windows = ([number for number in hours[end - 8:end] if number is not None] for end in range(8, 25))
    means = [sum(window, Fraction(0)) / len(window) for window in windows if len(window) >= 6]
    return max(means) if means else None


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("bundle")
    options.add_argument("--key", help="the ledger's verifier key as it was published")
    chosen = options.parse_args()
    try:
        bundle = Bundle(chosen.bundle)
        claim = bundle.check(chosen.key)
    except NoBundle as error:
        print(f"no bundle: {error}", file=sys.stderr)
        return 2
    except (Refuted, KeyError, ValueError, TypeError, IndexError, AttributeError, StopIteration) as error:
        print(f"refuted: {error if isinstance(error, Refuted) else f'malformed ({error!r})'}")
        return 1
    print(f"proved: {bundle.name} ({bundle.head['grade']})")
    print(f"{claim['title']}: {claim['printed']}{claim['unit']}, {claim['from']} to {claim['to']}, "
          f"{claim['arguments']}")
    print(f"sealed in record {bundle.head['document']}, as of record {claim['asOf']}; "
          f"inputs {claim['inputs']['count']}, with a value {claim['present']}, expected {claim['expected']}")
    if not bundle.is_public:
        print(f"{bundle.traced} inputs entered with the value that their trace leads to")
        print(f"recomputed {bundle.recomputed} values on the way; {bundle.judged} follow from rules and were not")
    print(f"ledger {bundle.note.origin}, {bundle.note.size} records, signed by {bundle.signers[-1].text}"
          + ("" if chosen.key else " (from the bundle: compare it with the published one)"))
    print(f"witnesses: {', '.join(bundle.witnesses) or 'none'}")
    for text in bundle.head["shows"]:
        print(f"shows: {text}")
    for text in bundle.head["doesNotShow"]:
        print(f"does not show: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
