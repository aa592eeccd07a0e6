"""The deck: a presentation of 16:9 with the dossier's colours and type as its theme."""

from __future__ import annotations

import io
import re
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from dossier.exporting.briefing.colors import (
    INK,
    LANES,
    LINE,
    LINK,
    MUTED,
    PAPER,
)
from dossier.exporting.briefing.lines import one_line
from dossier.exporting.briefing.told import Asked, told_steps
from dossier.exporting.exported import LossLog
from dossier.exporting.progress import Watch
from dossier.exporting.slides.ends import add_opening, add_sources
from dossier.exporting.slides.look import (
    HEIGHT,
    SANS,
    SERIF,
    WIDTH,
)
from dossier.exporting.slides.packing import repacked
from dossier.exporting.slides.step_slide import add_step
from dossier.exporting.slides.strip import strip_of
from dossier.model import Dossier

_TITLE_ONLY = 5  # the layout of the library's own template that has a title and nothing else
_NARROW = 720.0  # points; the template is 4:3


def deck_bytes(dossier: Dossier, asked: Asked, log: LossLog, watch: Watch) -> bytes:
    """Set a briefing as a deck of N + 2 slides, and note what stands only in the notes."""
    deck = _new_deck(dossier, asked)
    steps = told_steps(dossier, asked)
    events = [dossier.event(each.event_id) if each.event_id else None for each in asked.steps]
    strip = strip_of(events, steps)
    add_opening(_new_slide(deck), dossier, asked, steps)
    for told in steps:
        watch("slide", told.number, len(steps) + 2)
        for left_out in add_step(_new_slide(deck), dossier, told, len(steps), strip):
            log.add(f"slide {told.number + 1}", f"{left_out}: only in the notes")
    watch("slide", len(steps) + 1, len(steps) + 2)
    rest = add_sources(_new_slide(deck), dossier, asked, steps)
    if rest:
        log.add("sources", f"{rest} documents had no room on the last slide: only in the notes")
    made = io.BytesIO()
    deck.save(made)
    return repacked(made.getvalue())


def _new_deck(dossier: Dossier, asked: Asked) -> Any:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = deck.slide_masters[0]
    for part in (master, *master.slide_layouts):
        for shape in part.placeholders:
            _widen(shape)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _themed(theme.blob.decode()).encode()
    about = deck.core_properties
    about.title, about.subject = one_line(asked.label)[:255], one_line(dossier.about.title)[:255]
    about.author = about.last_modified_by = about.keywords = ""
    about.language = one_line(dossier.about.language)[:255]
    return deck


def _widen(shape: Any) -> None:
    """Stretch a placeholder of the template to the wider slide; one that inherits stays so."""
    if shape._element.xpath("p:spPr/a:xfrm"):
        left, wide = shape.left, shape.width
        shape.left, shape.width = int(left * WIDTH / _NARROW), int(wide * WIDTH / _NARROW)


def _themed(xml: str) -> str:
    """Put the dossier's colours and type into a theme."""
    accents = {f"accent{at}": color for at, color in enumerate(LANES[:6], 1)}
    colors = {"dk1": INK, "lt1": PAPER, "dk2": MUTED, "lt2": LINE, **accents,
              "hlink": LINK, "folHlink": LINK}  # fmt: skip
    for name, color in colors.items():
        xml = re.sub(
            rf"<a:{name}>.*?</a:{name}>",
            f'<a:{name}><a:srgbClr val="{color.upper()}"/></a:{name}>',
            xml,
            flags=re.DOTALL,
        )
    for name, face in (("majorFont", SERIF), ("minorFont", SANS)):
        xml = re.sub(rf'(<a:{name}>\s*<a:latin typeface=")[^"]*', rf"\g<1>{face}", xml)
    return xml


def _new_slide(deck: Any) -> Any:
    return deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
