"""What was known on a day: certainly, possibly, not yet; the counts add up to all."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dossier.dates.days import DAY_MAX, day_number
from dossier.knowing.asof import asof_day, known_dossier
from dossier.knowing.known import count_known, known_as_of, known_codes
from dossier.reading.read import read_dossier
from dossier.schema import DATA
from dossier.selecting.select import Selection, parse_selection, select_events, selection_params
from dossier.views.known_view import known_data, window_words
from tests.dossier.built import build_dossier

END_2022 = day_number(2022, 12, 31)


@pytest.fixture(scope="module")
def default():
    return read_dossier(DATA)


@pytest.fixture
def small():
    published = {"fixed": "2022-05-10", "window": "[2022-11..2023]", "open": "[2022-11-23..]",
                 "never": "", "maybe": "2022?"}  # fmt: skip
    documents = [{"document_id": name, "published": date} for name, date in published.items()]
    events = [{"event_id": name, "date": "2022", "title": name} for name in [*published, "bare"]]
    events.append({"event_id": "several", "date": "2022", "title": "several"})
    excerpts = [
        {"excerpt_id": name, "document_id": name, "exact": name, "event_ids": name}
        for name in published
    ]
    excerpts.append({"excerpt_id": "s1", "document_id": "fixed", "event_ids": "several"})
    excerpts.append({"excerpt_id": "s2", "document_id": "window", "event_ids": "several"})
    return build_dossier(events=events, documents=documents, excerpts=excerpts)


def known(dossier, *date):
    return dict(
        zip(dossier.events["event_id"], known_as_of(dossier, day_number(*date)), strict=True)
    )


def test_a_document_with_a_day_is_known_from_that_day_on(small):
    assert known(small, 2022, 5, 9)["fixed"] == "not yet"
    assert known(small, 2022, 5, 10)["fixed"] == "certain"


def test_a_window_is_possible_from_its_first_day_and_certain_from_its_last(small):
    days = [(2022, 10, 31), (2022, 11, 1), (2023, 12, 30), (2023, 12, 31)]
    said = [known(small, *day)["window"] for day in days]
    assert said == ["not yet", "possible", "possible", "certain"]


def test_an_open_window_is_never_certain(small):
    assert known(small, 2022, 11, 22)["open"] == "not yet"
    assert known(small, 2099, 1, 1)["open"] == "possible"


@pytest.mark.parametrize(
    ("basis", "after"), [("stated", "certain"), ("derived", "certain"), ("inferred", "possible")]
)
def test_a_window_that_was_inferred_never_makes_certain(basis, after):
    dossier = build_dossier(
        events=[{"event_id": "a", "date": "2022", "title": "A"}],
        documents=[
            {"document_id": "d", "published": "[2022-04..2022]", "published_basis": basis},
        ],
        excerpts=[{"excerpt_id": "x", "document_id": "d", "exact": "A", "event_ids": "a"}],
    )
    days = [(2022, 3, 31), (2022, 4, 1), (2022, 12, 31), (2099, 1, 1)]
    said = [known(dossier, *day)["a"] for day in days]
    assert said == ["not yet", "possible", after, after]
    document = dossier.document("d")
    words = "certain from its end" if after == "certain" else "never certain"
    assert window_words(document).endswith(words)


def test_no_event_of_the_default_dossier_is_certain_by_inferred_dates_alone(default):
    said = dict(zip(default.events["event_id"], known_as_of(default, DAY_MAX), strict=True))
    basis = dict(
        zip(default.documents["document_id"], default.documents["published_basis"], strict=True)
    )
    for name, known in said.items():
        bases = {basis[each.document_id] for each in default.excerpts_of(name)}
        assert known == "possible" or bases - {"inferred"}, name
    assert "certain" in said.values()


def test_what_is_left_out_by_an_inferred_beginning_is_said(default):
    early = known_data(default, Selection(asof="2021-03"))["counts"]
    assert "by an inferred date of a document" in early
    assert "inferred" not in known_data(default, Selection(asof="2023-12-31"))["counts"]


def test_the_steps_of_the_slider_count_as_the_days_they_stand_for(default):
    for chosen in (Selection(), Selection(themes=frozenset({"returns"}))):
        events = select_events(default, chosen)
        data = known_data(default, chosen)
        assert data["steps"][0] < data["steps"][-1]
        for at, step in enumerate(data["steps"]):
            counts = count_known(known_codes(default, asof_day(step))[events])
            assert data["certain"][at] == counts["certain"], step
            assert data["possible"][at] == counts["possible"], step
            left = data["of"] - data["certain"][at] - data["possible"][at]
            assert left == counts["not yet"]
    assert known_data(default, Selection())["possible"][0] == 0


def test_the_slider_marks_where_each_window_opens_and_closes(default):
    data = known_data(default, Selection())
    found = {each["title"]: each for each in data["windows"]}
    assert len(found) == len(default.documents)
    article = found["About 550 Asylum Seekers in Denmark Waiting to Be Deported"]
    assert data["steps"][article["opens"]] == data["steps"][article["closes"]] == "2023-05"
    volt = found["Rwanda is not a solution!"]
    assert (data["steps"][volt["opens"]], volt["closes"]) == ("2022-11", None)


def test_centuries_of_documents_give_years_and_none_gives_no_slider():
    old = build_dossier(
        events=[{"event_id": "a", "date": "1650", "title": "A"}],
        documents=[
            {"document_id": "a", "published": "1650"},
            {"document_id": "b", "published": "2020-03"},
        ],
    )
    assert known_data(old, Selection())["steps"][:2] == ["1649", "1650"]
    bare = build_dossier(events=[{"event_id": "a", "date": "1650", "title": "A"}])
    assert known_data(bare, Selection(asof="2022"))["steps"] == []


def test_every_row_of_a_day_says_how_surely_it_was_known(default):
    cut = known_dossier(default, "2022-12-31")
    for name in ("documents", "excerpts", "figures", "comparisons", "checks"):
        assert set(cut.tables[name]["known"]) <= {"certain", "possible"}
        assert set(cut.tables[name]["known_as_of"]) == {"2022-12-31"}
    sure = set(cut.documents["document_id"][cut.documents["known"] == "certain"])
    assert sure == {"joint-statement"}
    excerpts = cut.excerpts
    assert set(excerpts["document_id"][excerpts["known"] == "certain"]) == sure
    assert not len(cut.briefings)


@pytest.mark.parametrize("name", ["never", "maybe", "bare"])
def test_what_has_no_sure_date_is_possible_on_any_day(small, name):
    assert {known(small, year, 1, 1)[name] for year in (1900, 2022, 2100)} == {"possible"}


def test_the_surest_document_of_an_event_counts(small):
    assert known(small, 2022, 6, 1)["several"] == "certain"
    assert known(small, 2022, 5, 1)["several"] == "not yet"


def test_at_the_end_of_2022_nothing_is_certain_that_only_the_article_of_may_2023_says(default):
    said = dict(zip(default.events["event_id"], known_as_of(default, END_2022), strict=True))
    only = [
        name
        for name in said
        if {each.document_id for each in default.excerpts_of(name)} == {"deportation-figures"}
    ]
    assert len(only) > 5
    assert {said[name] for name in only} == {"not yet"}


@pytest.mark.parametrize("year", [1990, 2020, 2021, 2022, 2023, 2030])
def test_the_counts_by_certainty_add_up_to_all(default, year):
    counts = count_known(known_codes(default, day_number(year, 12, 31)))
    assert sum(counts.values()) == len(default.events)
    assert list(counts) == ["certain", "possible", "not yet"]


def test_what_was_known_stays_known(default):
    ranks = [known_codes(default, day_number(year, 6, 30)) for year in range(2019, 2026)]
    assert all((later >= earlier).all() for earlier, later in pairwise(ranks))


@pytest.mark.parametrize(
    ("text", "day"),
    [("2022-12-31", END_2022), ("2022-12", END_2022), ("2022", END_2022), ("soon", None)],
)
def test_a_month_or_year_means_its_last_day(text, day):
    assert asof_day(text) == day


def test_the_address_carries_it_and_events_not_yet_known_are_left_out(default):
    selection, said = parse_selection({"asof": ["2022-12-31"]}, default)
    assert not said
    assert selection_params(selection) == {"asof": ["2022-12-31"]}
    shown = select_events(default, selection)
    codes = known_as_of(default, END_2022)
    assert len(shown) == (codes != "not yet").sum() < len(default.events)
    assert parse_selection({"asof": ["31.12.2022"]}, default)[0] == Selection()


def test_the_dossier_of_a_day_holds_no_word_that_came_out_later(default):
    cut = known_dossier(default, "2022-12-31")
    assert "deportation-figures" not in set(cut.documents["document_id"])
    assert "deportation-figures" not in set(cut.excerpts["document_id"])
    assert not cut.figures["series"].str.startswith("awaiting").any()
    excerpts = set(cut.excerpts["excerpt_id"])
    assert all(set(ids) <= excerpts and len(ids) > 1 for ids in cut.comparisons["excerpt_ids"])
    assert list(cut.events["event_id"]) == list(default.events["event_id"])
    assert set(cut.events["known_as_of"]) == {"2022-12-31"}
    assert known_dossier(default, "") is default
    assert known_dossier(default, "2022-12-31") is cut
