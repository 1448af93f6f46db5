"""Records, trees and checkpoints of the ledger written a second time, from Docs/formats and the texts of RFC 9162 and
of C2SP signed-note, tlog-checkpoint and tlog-cosignature.

Reads one request a line, as JSON, and answers each with one line of canonical JSON:

{"do":"canonical","text":…}                        the canonical form of a JSON text
{"do":"tree","suite":…,"leaves":[hex…]}            every root and every proof of the tree and of all its beginnings
{"do":"open","note":…,"keys":[vkey…]}              which keys have signed a checkpoint, and when
{"do":"sign","origin":…,"size":…,"root":…,"keys":[{"name":…,"type":…,"secret":hex,"time":…,"random":hex}…]}
"""

import base64
import hashlib
import json
import sys

import ed25519
import sm2
from sm3 import sm3

TYPES = {"ed25519": b"\x01", "cosignature": b"\x04", "sm2": b"\xffqingheng/sm2-sm3/v1"}


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


# RFC 9162 §2.1, by its own recursive definitions.

class Tree:
    def __init__(self, suite, leaves):
        self.hash = {"SHA-256": lambda data: hashlib.sha256(data).digest(), "SM3": sm3}[suite]
        self.leaves = leaves
        self.known = {}

    def root(self, start, end):
        if (start, end) not in self.known:
            if start == end:
                found = self.hash(b"")
            elif end - start == 1:
                found = self.hash(b"\x00" + self.leaves[start])
            else:
                middle = start + split(end - start)
                found = self.hash(b"\x01" + self.root(start, middle) + self.root(middle, end))
            self.known[start, end] = found
        return self.known[start, end]

    def path(self, m, start, end):
        if end - start == 1:
            return []
        middle = start + split(end - start)
        if m < middle:
            return self.path(m, start, middle) + [self.root(middle, end)]
        return self.path(m, middle, end) + [self.root(start, middle)]

    def subproof(self, m, start, end, is_whole):
        if m == end:
            return [] if is_whole else [self.root(start, end)]
        middle = start + split(end - start)
        if m <= middle:
            return self.subproof(m, start, middle, is_whole) + [self.root(middle, end)]
        return self.subproof(m, middle, end, False) + [self.root(start, middle)]


def split(count):
    """The largest power of two below count."""
    return 1 << (count - 1).bit_length() - 1


def texts(hashes):
    return [base64.b64encode(value).decode() for value in hashes]


def tree(request):
    made = Tree(request["suite"], [bytes.fromhex(leaf) for leaf in request["leaves"]])
    sizes = range(len(made.leaves) + 1)
    return {
        "roots": texts(made.root(0, size) for size in sizes),
        "inclusion": [[texts(made.path(index, 0, size)) for index in range(size)] for size in sizes],
        "consistency": [[texts(made.subproof(m, 0, size, True)) for m in range(1, size)] for size in sizes],
    }


# C2SP signed-note, tlog-checkpoint, tlog-cosignature; Docs/formats/checkpoint.md.

def key_id(name, content):
    return hashlib.sha256(name.encode() + b"\n" + content).digest()[:4]


def read_key(text):
    name, identifier, content = text.split("+", 2)
    content = base64.b64decode(content, validate=True)
    assert key_id(name, content).hex() == identifier, "the id does not follow from the key"
    for kind, mark in TYPES.items():
        if content.startswith(mark):
            return name, bytes.fromhex(identifier), kind, content[len(mark):]
    raise AssertionError("unknown type")


def cosigned(text, time):
    return f"cosignature/v1\ntime {time}\n".encode() + text


def opened(request):
    note = request["note"].encode()
    end = note.rindex(b"\n\n") + 1
    text, lines = note[:end], note[end + 1:].decode().split("\n")
    assert lines.pop() == ""
    origin, size, root, *extensions = text.decode().split("\n")[:-1]
    assert origin and str(int(size)) == size and len(base64.b64decode(root, validate=True)) == 32 and all(extensions)
    signed = {}
    for name, identifier, kind, key in map(read_key, request["keys"]):
        for line in lines:
            dash, signer, data = line.split(" ")
            data = base64.b64decode(data, validate=True)
            if (dash, signer, data[:4]) != ("—", name, identifier):
                continue
            signature, time = data[4:], None
            if kind == "sm2":
                good = sm2.is_valid(signature, text, key)
            elif kind == "ed25519":
                good = ed25519.is_valid(signature, text, key)
            else:
                time = int.from_bytes(signature[:8], "big")
                good = ed25519.is_valid(signature[8:], cosigned(text, time), key)
            assert good, f"a false signature of {name}"
            signed[name] = time
    return {"origin": origin, "size": int(size), "root": root, "signed": signed}


def sign(request):
    text = f"{request['origin']}\n{request['size']}\n{request['root']}\n".encode()
    lines, keys = [], []
    for key in request["keys"]:
        secret, kind = bytes.fromhex(key["secret"]), key["type"]
        if kind == "sm2":
            content = TYPES[kind] + sm2.public_key(secret)
            signature = sm2.sign(secret, text, int(key["random"], 16) % (sm2.N - 1) + 1)
        else:
            content = TYPES[kind] + ed25519.public_key(secret)
            time = key["time"].to_bytes(8, "big") if kind == "cosignature" else b""
            signature = time + ed25519.sign(secret, cosigned(text, key["time"]) if time else text)
        identifier = key_id(key["name"], content)
        keys.append(f"{key['name']}+{identifier.hex()}+{base64.b64encode(content).decode()}")
        lines.append(f"— {key['name']} {base64.b64encode(identifier + signature).decode()}\n")
    return {"note": text.decode() + "\n" + "".join(lines), "keys": keys}


def answer(request):
    kind = request["do"]
    if kind == "canonical":
        return canonical(json.loads(request["text"]))
    return {"tree": tree, "open": opened, "sign": sign}[kind](request)


def main():
    for line in sys.stdin.buffer:
        request = json.loads(line)
        try:
            print(canonical(answer(request)))
        except (AssertionError, ValueError) as fault:
            print(canonical({"fault": str(fault)}))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
