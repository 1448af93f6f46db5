"""Reads rule files of the catalog: the small part of YAML they use, so that no package is needed.

Mappings and lists in block form by indentation, `{…}` and `[…]` on one line or in a value that begins on the next,
quoted and plain scalars, comments on lines of their own. Every scalar stays text.
"""

import datetime
import pathlib
import re


def load(path):
    """The content of a rule file: dictionaries, lists and texts."""
    lines = []
    for raw in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if raw.strip() and not raw.lstrip().startswith("#"):
            lines.append((len(raw) - len(raw.lstrip()), raw.strip()))
    value, rest = _block(lines, 0, lines[0][0])
    if rest != len(lines):
        raise ValueError(f"{path}: cannot read {lines[rest][1]!r}")
    return value


def in_force(folder, key, day):
    """The rule file with the contents `key` that is in force on a day; None when there is none."""
    for path in sorted(pathlib.Path(folder, "standards").glob("*.yaml")):
        rule = load(path)
        if key not in rule:
            continue
        first = datetime.date.fromisoformat(rule["effective"]["from"])
        last = datetime.date.fromisoformat(rule["effective"].get("to", "9999-12-31"))
        if first <= day <= last:
            return rule
    return None


def by_id(folder, name, day):
    """The rule file of an id that is in force on a day; None when there is none."""
    for path in sorted(pathlib.Path(folder, "standards").glob("*.yaml")):
        rule = load(path)
        first = datetime.date.fromisoformat(rule["effective"]["from"])
        last = datetime.date.fromisoformat(rule["effective"].get("to", "9999-12-31"))
        if rule["id"] == name and first <= day <= last:
            return rule
    return None


def _block(lines, at, indent):
    """A mapping or list whose entries stand at `indent`; with the position behind it."""
    if lines[at][1].startswith("- "):
        items = []
        while at < len(lines) and lines[at][0] == indent and lines[at][1].startswith("- "):
            text = lines[at][1][2:].strip()
            if text[0] in "{[\"'" or not re.match(r"[^\s:]+:(\s|$)", text):
                items.append(_flow(text))
                at += 1
            else:
                # A mapping that begins behind the dash: its keys stand two further in.
                lines[at] = (indent + 2, text)
                value, at = _block(lines, at, indent + 2)
                items.append(value)
        return items, at
    mapping = {}
    while at < len(lines) and lines[at][0] == indent:
        key, _, text = lines[at][1].partition(":")
        text = text.strip()
        at += 1
        if text:
            mapping[key] = _flow(text)
        elif lines[at][1][0] in "{[":
            mapping[key] = _flow(lines[at][1])
            at += 1
        else:
            mapping[key], at = _block(lines, at, lines[at][0])
    return mapping, at


def _flow(text):
    """A value written on one line."""
    value, rest = _flow_value(text, 0, "")
    if text[rest:].strip():
        raise ValueError(f"cannot read {text!r}")
    return value


def _flow_value(text, at, ends):
    while text[at] == " ":
        at += 1
    if text[at] in "\"'":
        end = text.index(text[at], at + 1)
        return text[at + 1:end], end + 1
    if text[at] in "{[":
        return _flow_collection(text, at)
    end = at
    while end < len(text) and text[end] not in ends:
        end += 1
    return text[at:end].strip(), end


def _flow_collection(text, at):
    is_mapping, close = text[at] == "{", "}" if text[at] == "{" else "]"
    mapping, items = {}, []
    at += 1
    while True:
        while text[at] in " ,":
            at += 1
        if text[at] == close:
            return (mapping if is_mapping else items), at + 1
        if is_mapping:
            key, at = _flow_value(text, at, ":")
            mapping[key], at = _flow_value(text, at + 1, "," + close)
        else:
            value, at = _flow_value(text, at, "," + close)
            items.append(value)
