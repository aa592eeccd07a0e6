"""The line to the server: a quiet notice when it is lost, and the same view when it is back."""

from __future__ import annotations

from components.web.assets import component

_connection = component("dossier_connection", "connection")


def watch_connection() -> None:
    """Have the page watch its line to the server; it asks for the same view after a gap."""
    _connection(key="connection", on_again_change=_again)


def _again() -> None:
    """Nothing is to be done: the run itself draws the view that the address asks for."""
