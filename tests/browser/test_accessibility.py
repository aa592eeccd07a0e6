"""axe-core on every page, in light and in dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PATHS = ["/", "/?event=libe-hearing", "/?view=list", "/figures", "/documents", "/briefing", "/data"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious(visiting, path, dark):
    visit = visiting(dark=dark)
    page = visit.open(path)
    found = Axe().run(page).response["violations"]
    grave = [
        (one["id"], one["impact"], node["target"], node.get("failureSummary", ""))
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert grave == []
