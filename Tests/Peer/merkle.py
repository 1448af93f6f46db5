"""Checks roots and inclusion proofs of ours with pymerkle, an implementation of RFC 9162 by others.

Reads one line of JSON {"leaves":[hex…],"roots":[base64…],"proofs":[inclusion proof of Docs/formats/tree.md…]} and
prints how many roots were equal, how many proofs were accepted, and how many of those with one bit turned. pymerkle's
consistency proofs have a form of their own, so ours cannot be given to it.
"""

import base64
import json
import sys

from pymerkle import InclusionProof, InmemoryTree, InvalidProof
from pymerkle.core import _inclusion_path_layout


def is_accepted(proof, path, leaf, root):
    index, size = proof["index"] + 1, proof["size"]
    rule, _ = _inclusion_path_layout(index, size)
    theirs = InclusionProof("sha256", True, size, index, rule, [leaf] + path)
    try:
        theirs.verify(leaf, root, index=index, size=size, algorithm="sha256")
        return True
    except InvalidProof:
        return False


def main():
    request = json.loads(sys.stdin.read())
    roots = [base64.b64decode(root) for root in request["roots"]]
    tree = InmemoryTree(algorithm="sha256")
    equal = 0
    for size, leaf in enumerate(request["leaves"], 1):
        tree.append_entry(bytes.fromhex(leaf))
        equal += tree.get_root() == roots[size]
    accepted = spoilt = 0
    for proof in request["proofs"]:
        leaf = tree.get_leaf(proof["index"] + 1)
        path = [base64.b64decode(value) for value in proof["path"]]
        root = roots[proof["size"]]
        accepted += is_accepted(proof, path, leaf, root)
        changed = [bytes([value[0] ^ 1]) + value[1:] for value in path]
        spoilt += is_accepted(proof, changed, leaf, root) and bool(path)
    print(json.dumps([equal, accepted, spoilt], separators=(",", ":")), end="")


if __name__ == "__main__":
    main()
