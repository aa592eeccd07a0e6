"""An event to cite: claim, exact words, who says them, where, and how far that was checked.

Every text is made of parts between which the reader's address goes: only a browser knows it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dossier.dates.words import date_words
from dossier.exporting.citing import bibtex_entry, bibtex_text, csl_item
from dossier.exporting.markdown import plain
from dossier.exporting.voices import attribution, excerpt_attribution
from dossier.knowing.said import known_words
from dossier.markup import Markup, joined, markup
from dossier.model import Document, Dossier, Event, Excerpt

Parts = list[str]
# The frame's page says how high it is; whoever else speaks is not listened to.
FIT = """<script>
addEventListener("message", ({ data, source }) => {
  const height = Math.min(Number(data?.dossierHeight) || 0, 20000)
  for (const frame of document.querySelectorAll("iframe"))
    if (height && frame.contentWindow === source) frame.style.height = `${height}px`
})
</script>"""
FRAME = "border:0;width:100%;height:min(90vh,900px)"
_ADDRESS = 'href="./"'
_URL = '"URL": ""'  # no text can hold it, since JSON escapes quotes


def citations(
    dossier: Dossier, event: Event, passages: Sequence[Excerpt], receipts: Sequence[str]
) -> list[dict[str, Any]]:
    """Give the texts to copy: how each is called, of which kind it is, and its parts.

    `receipts` says in words how each of the passages was checked.
    """
    said = list(zip(passages, receipts, strict=True))
    return [
        {"key": "text", "label": "Plain text", "parts": _plain_text(dossier, event, said)},
        {"key": "markdown", "label": "Markdown", "parts": _markdown(dossier, event, said)},
        {"key": "html", "label": "HTML", "parts": _html(dossier, event, said)},
        {"key": "bibtex", "label": "BibTeX", "parts": _bibtex(dossier, event, said)},
        {"key": "csl", "label": "CSL-JSON", "parts": _csl(dossier, event, said)},
        {"key": "frame", "label": "Frame for a web page", "parts": _frame(dossier, event)},
    ]


Said = list[tuple[Excerpt, str]]


def _plain_text(dossier: Dossier, event: Event, said: Said) -> Parts:
    lines = [_claim(event), _who(dossier, event)]
    lines += [f"“{each.exact}” {_source(dossier, each, receipt)}" for each, receipt in said]
    return ["\n".join(lines) + "\n", "\n"]


def _markdown(dossier: Dossier, event: Event, said: Said) -> Parts:
    blocks = [f"**{plain(_claim(event))}**", f"*{plain(_who(dossier, event))}*"]
    for each, receipt in said:
        blocks.append(f"> “{plain(each.exact)}”\n>\n> {plain(_source(dossier, each, receipt))}")
    return ["\n\n".join(blocks) + "\n\n<", ">\n"]


def _html(dossier: Dossier, event: Event, said: Said) -> Parts:
    quoted = [
        markup("blockquote", markup("p", f"“{each.exact}”"), _cite(dossier, each, receipt))
        for each, receipt in said
    ]
    link = markup("a", f"In “{dossier.about.title}”", href="./")
    claim, who = markup("b", _claim(event)), _who(dossier, event)
    said_by = joined([markup("p", claim), markup("p", who), *quoted])
    before, after = _split(markup("p", link))
    return [f"{said_by}{before}", f"{after}\n"]


def _cite(dossier: Dossier, excerpt: Excerpt, receipt: str) -> Markup:
    return markup("p", markup("cite", _source(dossier, excerpt, receipt)))


def _bibtex(dossier: Dossier, event: Event, said: Said) -> Parts:
    fields = {
        "title": f"{{{bibtex_text(event.title)}}}",
        "howpublished": bibtex_text(f"In “{dossier.about.title}”"),
        "note": bibtex_text(_note(dossier, event, said)),
    }
    lines = [f"  {name} = {{{text}}},\n" for name, text in fields.items()]
    entries = [bibtex_entry(each) for each in _documents(dossier, said)]
    start = f"@misc{{event-{event.event_id},\n{''.join(lines)}  url = {{"
    return [start, "\n".join(["}\n}\n", *entries])]


def _csl(dossier: Dossier, event: Event, said: Said) -> Parts:
    item = {
        "id": f"event-{event.event_id}",
        "type": "webpage",
        "title": event.title,
        "container-title": dossier.about.title,
        "abstract": event.summary,
        "note": _note(dossier, event, said),
        "URL": "",
    }
    items = [item, *(csl_item(each) for each in _documents(dossier, said))]
    before, after = json.dumps(items, ensure_ascii=False, indent=1).split(_URL, 1)
    return [f'{before}"URL": ', f"{after}\n"]


def _frame(dossier: Dossier, event: Event) -> Parts:
    """A frame with the address to show in it, then the address to open."""
    title = f"{_claim(event)} ({dossier.about.title})"
    named = markup("iframe", title=title, style=FRAME).removeprefix("<iframe")
    link, end = _split(markup("p", markup("a", title, href="./")))
    return ['<iframe loading="lazy" src="', f'"{named}\n{link}', f"{end}\n{FIT}\n"]


def _claim(event: Event) -> str:
    return f"{date_words(event.date)}: {event.title}"


def _who(dossier: Dossier, event: Event) -> str:
    """Say who says so, and, where a day was chosen, how surely that was known."""
    known = known_words(dossier, "events", event.event_id)
    return f"{attribution(dossier, event)}." + (f" {known}." if known else "")


def _source(dossier: Dossier, excerpt: Excerpt, receipt: str) -> str:
    """Say who says it, where, when that was published, and how it was checked."""
    document = dossier.document(excerpt.document_id)
    published = document.published if document else None
    when = f", published {date_words(published)}" if published else ""
    return f"{excerpt_attribution(dossier, excerpt)}{when}. Receipt: {receipt}."


def _note(dossier: Dossier, event: Event, said: Said) -> str:
    words = [f"“{each.exact}” {_source(dossier, each, receipt)}" for each, receipt in said]
    return " ".join([f"{date_words(event.date)}. {_who(dossier, event)}", *words])


def _documents(dossier: Dossier, said: Said) -> list[Document]:
    ids = dict.fromkeys(each.document_id for each, _ in said)
    return [found for each in ids if (found := dossier.document(each)) is not None]


def _split(link: Markup) -> Parts:
    """Take a link apart at its address, which comes before any text."""
    before, _, after = str(link).partition(_ADDRESS)
    return [f'{before}href="', f'"{after}']
