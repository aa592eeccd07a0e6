"""What the markup of a text pointed at, so that taking it out loses nothing in silence."""

from __future__ import annotations

from dossier.importing.draft import Draft
from dossier.importing.imported import Row
from dossier.importing.plain_text import Plain, one_line
from dossier.importing.sources import Source, is_web_address

ASIDE = "links in the text"


def take_markup(draft: Draft, name: str, row: int, plain: Plain, others: Row) -> list[Source]:
    """Give the links of a text as sources; keep other addresses in `others`, and note the rest."""
    found, dropped = [], list(plain.frames)
    if plain.had_markup:
        draft.log.add("altered", name, row, "markup taken out, the words kept")
    if plain.hidden:
        draft.log.add("no place", name, row, "a script or style in it, left out")
    for link in plain.links:
        if is_web_address(link.url):
            found.append(Source(title="" if "://" in link.words else link.words, url=link.url))
        else:
            dropped.append(f"{link.words} ({link.url})")
    if dropped:
        others[ASIDE] = "; ".join(filter(None, (others.get(ASIDE, ""), *map(one_line, dropped))))
    return found
