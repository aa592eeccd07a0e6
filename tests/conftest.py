"""The order of the tests."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser's tests last: while Playwright runs, no other event loop can be started."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
