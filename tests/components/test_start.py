"""A start loads what the first page needs, and nothing else."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.routing import Match, Route
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.runtime.runtime import Runtime

from components.web.api import API_ROUTES
from components.web.data_routes import DATA_ROUTES, data_routes
from components.web.own_components import only_own_components
from components.web.pictures import PICTURE_ROUTES

ROOT = Path(__file__).parents[2]
# What a first reader does not ask for before the first page is there.
LATER = ("components.web.api", "components.web.pictures", "dossier.exporting.one_file.page",
         "dossier.exporting.picture.card", "dossier.views.event_view", "altair", "pptx",
         "vl_convert")  # fmt: skip
LOADED = f"""
import sys
import app
from components.web.ready import make_first, make_rest
make_first()
print(*(name for name in {LATER!r} if name in sys.modules))
make_rest()
print(*(name for name in {LATER[:5]!r} if name not in sys.modules))
"""


def test_a_start_loads_nothing_that_the_first_page_does_without():
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    before, missing_after = done.stdout.splitlines()
    assert (before, missing_after) == ("", "")


@pytest.mark.parametrize("route", [*API_ROUTES, *PICTURE_ROUTES], ids=lambda route: route.path)
def test_every_address_of_data_is_passed_on_to_what_answers_it(route: Route):
    path = route.path.replace("{event_id}", "e").replace("{rest:path}", "r")
    scope = {"type": "http", "method": "GET", "path": path, "headers": []}
    assert any(each.matches(scope)[0] is Match.FULL for each in DATA_ROUTES)
    assert any(each.matches(scope)[0] is Match.FULL for each in data_routes().routes)


def test_no_package_is_searched_for_components(monkeypatch):
    name = "discover_and_register_components"
    source = inspect.getsource(Runtime.__init__)
    assert f".{name}()" in source, "Streamlit looks for components in another way now"
    monkeypatch.setattr(BidiComponentManager, name, BidiComponentManager.__dict__[name])
    only_own_components()

    searched: list[str] = []

    def scan() -> list[object]:
        searched.append("all")
        return []

    monkeypatch.setattr("streamlit.components.v2.manifest_scanner.scan_component_manifests", scan)
    BidiComponentManager().discover_and_register_components()
    assert searched == []
