"""Walks through the site as a person does, by its links, and picks one page of each route."""

import collections
import html
import re
import urllib.error
import urllib.parse

from product import ROOT

MOST_PAGES = 400  # more than one page of each route and the ways to it
_LINK = re.compile(r'(?:href|action)="(/[^"#]*)')
_CASE = re.compile(r'^    case (\w+) = "([^"]+)"', re.MULTILINE)


def routes():
    """The routes of the site, as (name, pattern), in the order in which they are tried: words before captures."""
    text = (ROOT / "Sources/Site/SiteRoute.swift").read_text("utf-8")
    found = [(name, _pattern(route), route) for name, route in _CASE.findall(text)]
    return [(name, pattern) for name, pattern, route in sorted(found, key=lambda one: one[2].count("{"))]


def _pattern(route):
    escaped = re.escape(route).replace(r"\*\*", ".+")
    return re.compile("^" + re.sub(r"\\\{\w+\\\}", "[^/]+", escaped) + "$")


def pages(person, left_out, small):
    """One address of each route, without a query where there is one such: what a query may hold stands in the forms of
    the page. Of people there are two, as nobody takes the own account away. `small` says which of two addresses of a
    route is the better one (its form is smaller)."""
    known, waiting, chosen = {"/"}, collections.deque(["/"]), {}
    patterns, seen = routes(), 0
    while waiting and seen < MOST_PAGES:
        address = waiting.popleft()
        path, _, query = address.partition("?")
        name = next((name for name, pattern in patterns if pattern.match(path)), None)
        kind = (name, bool(query))
        if name in (None, "assets") or name in left_out or len(chosen.get(kind, [])) >= 2:
            continue
        seen += 1
        try:
            page = person.get(address)
        except (urllib.error.HTTPError, UnicodeDecodeError):
            continue  # a form's address that has no page, or a file
        chosen.setdefault(kind, []).append(address)
        links = {html.unescape(link) for link in _LINK.findall(page)}
        for link in sorted(links - known, key=lambda link: (small(link), link)):
            known.add(link)
            (waiting.appendleft if small(link) == 0 else waiting.append)(link)
    plain = {name: found for (name, has_query), found in sorted(chosen.items()) if not has_query}
    all_found = {name: found for (name, _), found in chosen.items()} | plain
    return [address for name, found in all_found.items() for address in found[:2 if name == "person" else 1]]
