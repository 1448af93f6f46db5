"""Starts wapiti on chosen pages: `scan.py PAGES ARGUMENT …`, where PAGES is a file with one address a line.

Wapiti follows links to the end: thousands of pages made by the same few dozen routes. Here it gets one page of each
route, takes the forms that stand there, and follows no link.

It reads Flash films through yaswfp, which is published as source only and would be built without a check of its bytes.
Our pages hold no Flash, so it gets a module that reads none.
"""

import pathlib
import sys
import types

films = types.ModuleType("yaswfp")
films.swfparser = types.ModuleType("yaswfp.swfparser")
sys.modules.update({"yaswfp": films, "yaswfp.swfparser": films.swfparser})

from wapitiCore.main.wapiti import wapiti_asyncio_wrapper  # noqa: E402
from wapitiCore.net.scope import Scope  # noqa: E402

chosen = set(pathlib.Path(sys.argv.pop(1)).read_text("utf-8").split())
in_scope = Scope.check


def is_chosen(scope, resource):
    """Whether wapiti may ask for a page or send a form."""
    if isinstance(resource, str):
        return resource in chosen and in_scope(scope, resource)
    return (resource.method == "POST" or resource.path in chosen) and in_scope(scope, resource)


Scope.check = is_chosen
sys.exit(wapiti_asyncio_wrapper())
