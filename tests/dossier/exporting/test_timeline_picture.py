"""The timeline as a picture, and the card of a link."""

from __future__ import annotations

import struct
from itertools import pairwise
from xml.etree import ElementTree

import numpy as np
import pytest

from components.address import view_of
from dossier.exporting.picture.card import HEIGHT, WIDTH, card_png, card_svg
from dossier.exporting.picture.lane_counts import count_lane, lane_positions
from dossier.exporting.picture.lane_layout import BESIDE, Room, extent, is_dot, lay_out
from dossier.exporting.picture.time_scale import Scale, ticks
from dossier.exporting.picture.timeline_chart import MOST_MARKS, lay_out_chart
from dossier.exporting.picture.timeline_picture import timeline_png, timeline_svg
from dossier.exporting.voices import attribution
from dossier.selecting.select import select_events
from dossier.views.marks import all_marks, lanes_by
from tests.dossier.exporting.samples import EVERY, default

SVG = "{http://www.w3.org/2000/svg}"
ROOM = Room(4, 4, 2)


def words(svg: bytes) -> str:
    root = ElementTree.fromstring(svg)
    return " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))


def view(**params: str):
    return view_of(default(), {name: [value] for name, value in params.items()})


@pytest.mark.parametrize("name", EVERY)
def test_every_dossier_has_a_picture_and_a_card_that_are_well_formed(name):
    dossier = EVERY[name]()
    for event in ["", *dossier.events["event_id"].head(2)]:
        asked = view_of(dossier, {"event": [event]})
        for svg in (timeline_svg(dossier, asked), card_svg(dossier, asked)):
            root = ElementTree.fromstring(svg)
            assert root.tag == f"{SVG}svg"
            assert not list(root.iter(f"{SVG}script"))


def test_title_counts_filters_headlines_dates_key_and_sources_are_in_the_picture():
    said = words(timeline_svg(default(), view(theme="rwanda-plan", to="2022")))
    count = len(select_events(default(), view(theme="rwanda-plan", to="2022").selection))
    for each in (
        default().about.title,
        f"Showing {count} of {len(default().events)} events",
        "Theme: Rwanda plan",
        "Period: the beginning to 2022",
        "Rwanda and Denmark sign two memoranda of understanding",
        "April 2021",
        "How to read it: ",
        "outlined: announced",
        "From the dossier “",
    ):
        assert each in said


def test_nothing_selected_is_said():
    assert "No event fits" in words(timeline_svg(default(), view(q="zzzz")))
    assert "No event fits" in words(card_svg(default(), view(q="zzzz")))


def test_a_card_says_when_what_and_who_says_so():
    event = default().event("libe-hearing")
    said = words(card_svg(default(), view(event="libe-hearing")))
    assert "13 January 2022" in said
    assert " ".join(said.split()).count(event.title.split()[-1]) >= 1
    assert attribution(default(), event)[:40] in said


def test_pictures_have_the_size_that_is_promised():
    png = card_png(default(), view())
    assert png.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", png[16:24]) == (WIDTH, HEIGHT)
    assert timeline_png(default(), view()).startswith(b"\x89PNG\r\n")


def test_every_event_in_view_is_drawn_once_or_counted_and_the_rest_is_said():
    dossier = default()
    for asked in (view(), view(lanes="actor"), view(event="libe-hearing"), view(clock="said")):
        shown = select_events(dossier, asked.selection)
        chart = lay_out_chart(dossier, shown, asked, 0, 1200, ROOM)
        ids = [lane.id for lane in lanes_by(dossier, asked.lanes)]
        expected = [at for at in lane_positions(dossier, asked, ids, shown) if len(at)]
        assert len(chart.bands) == len(expected)
        for band, positions in zip(chart.bands, expected, strict=True):
            drawn = [each["id"] for item in band.lane.items for each in item.events]
            assert len(drawn) == len(set(drawn))
            assert len(drawn) + band.earlier + band.later == len(positions)


def test_marks_of_a_row_and_labels_do_not_lie_on_each_other():
    scale = Scale(737_000, 738_600, 150, 1100)
    lane = lay_out(all_marks(default()), scale, ROOM)
    for row in range(ROOM.rows):
        items = sorted((i for i in lane.items if i.row == row), key=lambda each: each.x0)
        assert all(a.x1 <= b.x0 for a, b in pairwise(items))
    assert len({label.event["id"] for label in lane.labels}) == len(lane.labels)


def test_labels_stand_above_and_beside():
    shown = np.arange(len(default().events))
    chart = lay_out_chart(default(), shown, view(), 0, 1200, ROOM)
    strips = {label.strip for band in chart.bands for label in band.lane.labels}
    assert {BESIDE, 0, 1} <= strips


def test_a_mark_is_never_narrower_than_what_is_not_known():
    scale = Scale(737_000, 738_600, 150, 1100)
    for event in all_marks(default()):
        x0, x1 = extent(event, scale)
        if event["a"] is not None and event["z"] is not None and not is_dot(event):
            assert x1 - x0 >= scale.x(event["z"] + 1) - scale.x(event["a"]) - 0.01


def test_a_crowded_lane_is_counted_and_the_counts_add_up():
    dossier, asked = default(), view()
    shown = np.arange(len(dossier.events))
    scale = Scale(737_000, 738_600, 150, 1100)
    counted = count_lane(dossier, asked, shown, scale)
    assert counted.columns.sum() + counted.earlier + counted.later == len(shown)
    assert len(dossier.events) > MOST_MARKS


@pytest.mark.parametrize(
    ("first", "last"), [(1, 30), (-20_000, 20_000), (738_000, 738_020), (700_000, 740_000)]
)
def test_ticks_stand_in_order_and_apart(first, last):
    scale = Scale(first, last, 0, 1000)
    places = [tick.x for tick in ticks(scale)]
    assert places == sorted(places)
    assert all(b - a > 20 for a, b in pairwise(places))
    assert places
