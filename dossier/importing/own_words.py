"""Slides that a dossier exported: its own title, summary and theme, where nobody changed them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from dossier.importing.plain_text import plain_text

OWN_WORDS = ("title", "summary", "theme")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a slide carries of ours beside TimelineJS' headline, text and group."""

    title: str
    summary: str
    theme: str

    def title_of(self, headline: str) -> str | None:
        """Give our title if the headline is still it."""
        return self.title if headline.strip() == _html(self.title) else None

    def summary_of(self, text: str) -> tuple[str, str] | None:
        """Give our summary, and the text that was exported below it, if it still begins the text.

        The export puts a paragraph with who says so under the summary, and under no summary, too.
        """
        summary = f"<p>{_html(self.summary)}</p>" if self.summary else ""
        below = text.strip().removeprefix(summary)
        is_ours = text.strip() == f"{summary}{below}" and below.startswith("<p><em>")
        return (self.summary, plain_text(below).text) if is_ours else None

    def theme_of(self, group: str) -> str:
        """Give the key of our theme, if the slide still has a group."""
        return self.theme if group.strip() else ""


def own_words(given: Mapping[str, object], text: Callable[[object], str]) -> OwnWords | None:
    """Read our own words where a dossier exported the slide; `text` writes a value as text."""
    if not (text(given.get("event_id")).strip() and text(given.get("title")).strip()):
        return None
    title, summary, theme = (text(given.get(name)).strip() for name in OWN_WORDS)
    return OwnWords(title, summary, theme)


def _html(text: str) -> str:
    return escape(text.strip(), quote=False)
