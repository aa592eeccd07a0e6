"""Part: the dossier cut down to some of its events, with all that they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from dossier.model import Dossier
from dossier.selecting.links import Positions

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def select_part(dossier: Dossier, positions: Positions | None) -> Dossier:
    """Give the dossier with only the events at these positions; None gives the whole.

    Their excerpts come along, and so do the comparisons in which these take part with all their
    excerpts, so that no claim leaves without what contradicts it. Every reference still finds its
    row: excerpts name only events that are there.
    """
    if positions is None:
        return dossier
    tables = dict(dossier.tables)
    tables["events"] = dossier.events.iloc[positions].reset_index(drop=True)
    events = set(tables["events"]["event_id"])
    own = _naming(dossier.excerpts, "event_ids", events)
    said = set(own["excerpt_id"])
    tables["comparisons"] = _naming(dossier.comparisons, "excerpt_ids", said)
    said |= {each for ids in tables["comparisons"]["excerpt_ids"] for each in ids}
    tables["excerpts"] = _cut(_within(dossier.excerpts, "excerpt_id", said), events)
    tables["documents"] = _within(
        dossier.documents, "document_id", tables["excerpts"]["document_id"]
    )
    tables["figures"] = _within(dossier.figures, "excerpt_id", said)
    tables["checks"] = _checks(dossier, tables["figures"]["figure_id"], said)
    tables["themes"] = _within(dossier.themes, "theme", tables["events"]["theme"])
    tables["briefings"] = _within(dossier.briefings, "event_id", events)
    tables["corrections"] = _corrections(dossier, tables)
    return Dossier(dossier.about, tables, files=dossier.files)


def _within(frame: pd.DataFrame, column: str, wanted: Iterable[str]) -> pd.DataFrame:
    return frame[frame[column].isin(list(wanted))].reset_index(drop=True)


def _naming(frame: pd.DataFrame, column: str, wanted: set[str]) -> pd.DataFrame:
    named = [not wanted.isdisjoint(ids) for ids in frame[column]]
    return frame[pd.Series(named, index=frame.index, dtype=bool)].reset_index(drop=True)


def _cut(excerpts: pd.DataFrame, events: set[str]) -> pd.DataFrame:
    kept = [tuple(each for each in ids if each in events) for ids in excerpts["event_ids"]]
    return excerpts.assign(event_ids=pd.Series(kept, index=excerpts.index, dtype=object))


def _checks(dossier: Dossier, figures: Iterable[str], said: set[str]) -> pd.DataFrame:
    """Give the checks whose figures are all there, and whose claim is where it has an excerpt."""
    every, there = set(dossier.figures["figure_id"]), set(figures)
    columns = (dossier.checks[name].tolist() for name in ("formula", "excerpt_id"))
    kept = [
        (used := every & set(_NAME.findall(formula))) <= there
        and (excerpt in said or (not excerpt and bool(used)))
        for formula, excerpt in zip(*columns, strict=True)
    ]
    return dossier.checks[pd.Series(kept, index=dossier.checks.index, dtype=bool)].reset_index(
        drop=True
    )


def _corrections(dossier: Dossier, tables: dict[str, Any]) -> pd.DataFrame:
    """Give the corrections of rows that are there, and those that name no row."""
    frame = dossier.corrections
    ids = {name: set(tables[name].iloc[:, 0]) for name in tables if name not in ("corrections",)}
    kept = [
        not row_id or row_id in ids.get(table, {row_id})
        for table, row_id in zip(frame["table"].tolist(), frame["row_id"].tolist(), strict=True)
    ]
    return frame[pd.Series(kept, index=frame.index, dtype=bool)].reset_index(drop=True)
