"""Proof bundles taken apart and put together again with something changed. Written from Docs/formats/bundle.md."""

import hashlib
import json
import zipfile

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# No check rests on these words for readers, nor on keys that the checker brings himself.
_WORDS_OF_HEAD = ("shows", "doesNotShow", "keys", "witnesses")
_WORDS_OF_TRACE = ("title", "formula", "unit", "rules", "versions")


def claim_id(line):
    """The printed name of a claim by its line in the file of claims, where the ledger's suite is SHA-256."""
    number = int.from_bytes(hashlib.sha256(b"\x00" + line).digest()[:8], "big")
    letters = "".join(_LETTERS[number >> (59 - 5 * place) & 31] for place in range(12))
    return "-".join(letters[place:place + 4] for place in (0, 4, 8))


class Bundle:
    """The files of a bundle by name."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}

    def write(self, path, name, content):
        """Writes the bundle with other bytes in one of its files."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for each, before in self.files.items():
                archive.writestr(each, content if each == name else before)

    def means_the_same(self, name, content):
        """Whether a file with this content says what it said, but for words on which no check rests."""
        return name in ("bundle.json", "traces.jsonl") and (bound := _bound(content)) is not None \
            and bound == _bound(self.files[name])


def _bound(content):
    """The lines without such words; None where they cannot be read."""
    try:
        return [_bound_line(json.loads(line)) for line in content.split(b"\n") if line]
    except ValueError:
        return None


def _bound_line(value):
    if not isinstance(value, dict):
        return value
    words = _WORDS_OF_TRACE if "step" in value else _WORDS_OF_HEAD if "suite" in value else ()
    value = {name: member for name, member in value.items() if name not in words}
    if "step" in value and isinstance(value.get("inputs"), list):
        value["inputs"] = [{name: member for name, member in each.items() if name != "note"}
                           if isinstance(each, dict) else each for each in value["inputs"]]
    return value
