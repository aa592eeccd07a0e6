"""Imports run downwards only, and never in a circle."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ["dossier", "components", "pages", "app"]
CATCH_ALL = {"utils", "util", "helpers", "helper", "common", "manager", "process", "misc"}
SCREEN = {"streamlit", "plotly", "altair", "starlette", "playwright"}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules() -> dict[str, Path]:
    found = [ROOT / "app.py"]
    for layer in LAYERS[:-1]:
        found += sorted((ROOT / layer).rglob("*.py"))
    return {module_name(path): path for path in found}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


MODULES = modules()


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_only_its_own_layer_and_those_below(name):
    own = LAYERS.index(name.split(".")[0])
    above = {
        other
        for other in imported(MODULES[name])
        if other.split(".")[0] in LAYERS and LAYERS.index(other.split(".")[0]) > own
    }
    assert above == set()


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("dossier")])
def test_the_dossier_knows_no_screen(name):
    assert {other.split(".")[0] for other in imported(MODULES[name])} & SCREEN == set()


def test_no_import_runs_in_a_circle():
    graph = {name: imported(path) & MODULES.keys() - {name} for name, path in MODULES.items()}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name not in done:
            for other in graph[name]:
                walk(other, (*trail, name))
            done.add(name)

    for name in graph:
        walk(name, ())


def test_there_are_no_catch_all_modules():
    names = {part for name in MODULES for part in name.split(".")}
    assert names & CATCH_ALL == set()
