"""The line to the server: a quiet notice when it is lost, and the same view when it is back."""

from __future__ import annotations

from components.own.shown import is_own, own_state, say_gone
from components.web.assets import component

_connection = component("dossier_connection", "connection")


def watch_connection() -> None:
    """Have the page watch its line to the server; it asks for the same view after a gap."""
    _connection(
        key="connection",
        data={"own": own_state()},
        on_again_change=_again,
        on_gone_change=_gone,
    )


def _again() -> None:
    """Nothing is to be done: the run itself draws the view that the address asks for."""


def _gone() -> None:
    if not is_own():
        say_gone()
