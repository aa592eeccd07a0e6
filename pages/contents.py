"""The table of contents: which screens there are, at which address, from which file."""

from __future__ import annotations

from typing import NamedTuple


class Screen(NamedTuple):
    """One screen; `path` is its address ("" for the first), `file` its script beside this one."""

    path: str
    title: str
    file: str
    words: str


CONTENTS = (
    Screen("", "Timeline", "view_timeline.py", "What happened when, who says so, in which words."),
    Screen("figures", "Figures", "view_figures.py", "Every quoted number, and whether it adds up."),
    Screen("documents", "Documents", "view_documents.py", "Where the documents agree and differ."),
    Screen("briefing", "Briefing", "view_briefing.py", "The dossier step by step, for a room."),
    Screen("data", "Data", "view_data.py", "The tables, what they mean, and what was left out."),
)
