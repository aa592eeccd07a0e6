"""The order of the tests, and time for each."""

from __future__ import annotations

import pytest
from hypothesis import settings

# No test asserts a duration, and a busy machine is no fault.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser's tests last: while Playwright runs, no other event loop can be started."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
