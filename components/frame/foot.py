"""The foot of a screen: which version of the dossier this is, and how to correct it."""

from __future__ import annotations

from components.markup import Markup, markup, show_markup
from components.web.sign_in import signs_in
from dossier.model import Dossier

LOG = "./data#corrections"
OUT = "./auth/logout"
STAGE = "briefing"


def show_foot(dossier: Dossier, path: str) -> None:
    """Name the dossier and its version; a briefing's stage has no foot."""
    if path != STAGE:
        show_markup(foot(dossier))


def foot(dossier: Dossier) -> Markup:
    """The dossier's name and version, and the way to correct it."""
    about = dossier.about
    version = f", version {about.version}" if about.version else ""
    link = markup("a", "Propose a correction", href=about.correction_url or LOG)
    out = [" · ", markup("a", "Sign out", href=OUT)] if signs_in() else []
    return markup("footer", f"{about.title}{version} · ", link, *out, class_="screen-foot")
