"""Bundle: JavaScript modules that import each other, as scripts without imports.

Each module becomes a function that gives its exports, called once, in the order of need. What
its imports named are constants inside it. So a script holds exactly the modules' own code: no
loader, no eval, nothing to fetch. Only the forms of import and export that the modules use are
read; any other is refused when the file is made, never at the reader's.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import\s+(?P<what>[^"]+?)\s+from\s+"(?P<path>\.[^"]+)";?$', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?P<default>default )?(?P<kind>(?:async )?function|const|class)(?P<name> \w+)?",
    re.MULTILINE,
)
_LEFT = re.compile(r"^(?:import|export)\b.*$|\bimport\s*\(", re.MULTILINE)
# What Streamlit calls; nothing in the page does.
_ADAPTER = re.compile(
    r"^export default function \(component\) \{$.*?^\}$", re.MULTILINE | re.DOTALL
)


class BundleError(ValueError):
    """A module uses what the bundle can't carry; the message names it."""


def bundled(modules: Mapping[str, str], *entries: str) -> list[str]:
    """A script for each of `entries`, names among `modules`: their source by path.

    They are classic scripts, to be run in this order: each goes without what those before it hold.
    """
    order: list[str] = []
    scripts: list[str] = []
    for entry in entries:
        held = len(order)
        _visit(modules, entry, order, ())
        numbers = {name: f"$m{number}" for number, name in enumerate(order)}
        parts = [_function(name, modules[name], numbers) for name in order[held:]]
        scripts.append("\n".join(['"use strict";', *parts]))
    return scripts


def inline_json(value: object) -> str:
    """Data as JSON that may stand inside a page: no sign of HTML, no line end of JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    signs = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028"}
    signs["\u2029"] = "\\u2029"
    text = re.sub("[<>&\u2028\u2029]", lambda found: signs[found[0]], text)
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _visit(modules: Mapping[str, str], name: str, order: list[str], trail: tuple[str, ...]) -> None:
    """Put a module after all that it imports."""
    if name in trail:
        raise BundleError(f"modules import each other in a circle: {' → '.join((*trail, name))}")
    if name in order:
        return
    if name not in modules:
        raise BundleError(f"{trail[-1] if trail else 'the page'} imports {name}, which isn't there")
    for found in _IMPORT.finditer(modules[name]):
        _visit(modules, _path(name, found["path"]), order, (*trail, name))
    order.append(name)


def _path(importer: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), path))


def _function(name: str, source: str, numbers: Mapping[str, str]) -> str:
    exports: dict[str, str] = {}

    def imported(found: re.Match[str]) -> str:
        module = numbers[_path(name, found["path"])]
        what = found["what"].strip()
        if not (what.startswith("{") and what.endswith("}")):
            raise BundleError(f"{name}: import {what} is not a list of names")
        return f"const {re.sub(r' as ', ': ', what)} = {module}"

    def exported(found: re.Match[str]) -> str:
        own = (found["name"] or " $default").strip()
        if found["default"] and "function" not in found["kind"]:
            raise BundleError(f"{name}: the default export is no function")
        exports["default" if found["default"] else own] = own
        return f"{found['kind']} {own}"

    code = _EXPORT.sub(exported, _IMPORT.sub(imported, _ADAPTER.sub("", source)))
    left = _LEFT.search(code)
    if left:
        raise BundleError(f"{name}: {left[0]} can't be carried in one script")
    given = ",".join(key if key == own else f"{key}:{own}" for key, own in exports.items())
    return f"const {numbers[name]} = (() => {{\n{code}\nreturn {{ {given} }}\n}})()"
