"""The components of this program are its own: no installed package is searched for others."""

from __future__ import annotations

from streamlit.components.v2.component_manager import BidiComponentManager


def only_own_components() -> None:
    """Spare the start a look into every installed package, which takes as long as the dossier.

    Streamlit would read the metadata of each, four times over, to find components that packages
    bring along. To be called before the app is made.
    """
    BidiComponentManager.discover_and_register_components = _none  # type: ignore[method-assign]


def _none(self: BidiComponentManager, *, start_file_watching: bool = True) -> None:
    """Register nothing."""
