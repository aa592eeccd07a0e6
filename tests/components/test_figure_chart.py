from __future__ import annotations

import csv
import io

import pytest

from components.figures.check_list import check_list
from components.figures.figure_cards import cards
from components.figures.figure_chart import all_charts, chart_config, chart_words, figure_chart
from components.figures.figure_csv import export_figures
from components.figures.figure_table import figure_table
from components.figures.marks import Mark, Pen
from dossier.model import Dossier
from dossier.views.chart_plan import chart_plan
from dossier.views.series import all_series, select_series
from tests.components.figures_dossier import FIGURES, figures_dossier


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return figures_dossier()


def series(dossier, name):
    found = select_series(dossier, name)
    assert found is not None
    return found


def texts(figure):
    return " ".join(str(each.text) for each in figure.layout.annotations)


def heights(trace):
    return [value for value in trace.y if value]


def gradients(figure):
    return [trace for trace in figure.data if trace.fillgradient.colorscale]


def test_series_stand_in_the_editors_order_and_the_rest_as_in_the_table(dossier):
    names = [each.name for each in all_series(dossier)]
    assert names == ["budget", "waiting", "files", "quota", "alone", "lengths", "posts"]


def test_a_series_whose_name_extends_another_is_shown_with_it_in_words(dossier):
    waiting = series(dossier, "waiting-benchmark")
    assert waiting.name == "waiting"
    assert [row.words for row in waiting.companions] == ["2009", "in words only"]


def test_numbers_keep_their_qualifier_their_separators_and_their_unit(dossier):
    said = {row.figure.figure_id: row.words for each in all_series(dossier) for row in each.rows}
    assert said["w_2020"] == "1,155 people"
    assert said["w_lead"] == "nearly 550 people"
    assert said["f_files"] == "up to 3,300 files"
    assert said["s_fall"] == "57%"
    assert said["b_more"] == "426 million"


def test_a_vague_number_is_said_in_words_only(dossier):
    vague = series(dossier, "lengths").rows[-1]
    assert vague.words == "in words only"
    assert "10" not in cards((vague,))


def test_time_is_the_axis_where_periods_stand_apart(dossier):
    plan = chart_plan(series(dossier, "waiting"))
    assert plan is not None
    assert plan.axis == "time"
    assert [len(moment.rows) for moment in plan.moments] == [1, 2]


@pytest.mark.parametrize("name", ["files", "quota", "budget"])
def test_rows_serve_where_periods_coincide_or_are_open(dossier, name):
    plan = chart_plan(series(dossier, name))
    assert plan is not None
    assert plan.axis == "rows"


@pytest.mark.parametrize("name", ["alone", "lengths", "posts"])
def test_one_number_lengths_and_equal_counts_are_not_drawn(dossier, name):
    assert chart_plan(series(dossier, name)) is None
    assert name not in all_charts(dossier)
    assert not figure_chart(series(dossier, name)).data


def test_words_and_named_years_are_never_drawn(dossier):
    plan = chart_plan(series(dossier, "budget"))
    assert plan is not None
    assert [row.figure.figure_id for row in plan.rows] == ["b_more", "b_cut"]
    waiting = figure_chart(series(dossier, "waiting"))
    assert max(max(heights(trace)) for trace in waiting.data) < 1200
    assert "the lowest number since 2 009" in texts(waiting)


def test_a_period_is_as_wide_as_it_is_known_and_shows_no_day(dossier):
    figure = figure_chart(series(dossier, "waiting"))
    firm = next(trace for trace in figure.data if trace.fillcolor == "rgba(66,122,178,0.92)")
    assert (min(firm.x), max(firm.x)) == ("2020-12-01", "2021-01-01")
    assert "about December 2020" in texts(figure)
    assert "1 December" not in texts(figure)


def test_about_ends_softly_around_the_number_and_nearly_short_of_it():
    about = Mark(100, "about", (0, 1), 0.5, "")
    nearly = Mark(100, "nearly", (0, 1), 0.5, "")
    assert about.body < 100 < about.end
    assert nearly.body < nearly.end == 100


def test_an_exact_number_ends_sharply_at_itself():
    pen = Pen("h")
    pen.draw(Mark(100, "exact", (0, 1), 0.5, ""))
    assert max(pen.traces[0].x) == 100
    assert not pen.traces[0].fillgradient.colorscale
    assert not pen.shapes
    assert not pen.arrows


def test_up_to_is_a_pale_range_from_nought_with_a_bracket(dossier):
    figure = figure_chart(series(dossier, "files"))
    assert [(min(trace.x), max(trace.x)) for trace in figure.data] == [(0, 3300), (0, 3300)]
    assert all("0.2576" in trace.fillcolor for trace in figure.data)
    assert [shape.xanchor for shape in figure.layout.shapes] == [3300, 3300]


def test_units_that_differ_have_colours_of_their_own_and_are_named(dossier):
    figure = figure_chart(series(dossier, "files"))
    assert len({trace.fillcolor for trace in figure.data}) == 2
    assert "up to 3,300 people" in texts(figure)
    assert "up to 3,300 files" in texts(figure)


def test_at_least_leads_on_with_an_arrow(dossier):
    arrows = [each for each in figure_chart(series(dossier, "quota")).layout.annotations if each.ax]
    assert [(arrow.x, arrow.xshift) for arrow in arrows] == [(500, 30)]


def test_upright_marks_point_upwards():
    pen = Pen("v")
    across = ("2020-01-01", "2021-01-01")
    pen.draw(Mark(5, "more than", across, "2020-07-01", ""))
    pen.draw(Mark(5, "up to", across, "2020-07-01", ""))
    assert pen.arrows[0]["ay"] > 0
    assert pen.shapes[0]["yanchor"] == 5


def test_shares_are_drawn_against_a_hundred():
    rows = [
        ("a", "part", "One", "75", "%", "nearly", "2020"),
        ("b", "part", "Two", "25", "%", "exact", "2020"),
    ]
    figure = figure_chart(all_series(figures_dossier(rows))[0])
    assert figure.layout.xaxis.range == (0, 100)


def test_text_from_the_table_is_escaped_for_plotly():
    rows = [
        ("a", "x", "<a href='http://x.example'>One</a>", "1", "<i>", "exact", "2020"),
        ("b", "x", "Two", "2", "<i>", "exact", "2020"),
    ]
    figure = figure_chart(all_series(figures_dossier(rows))[0])
    assert "<a" not in figure.to_json().replace("\\u003c", "<")
    assert "&lt;i&gt;" in texts(figure)


def test_years_before_our_era_leave_time_as_an_axis_aside():
    rows = [
        ("a", "x", "One", "1", "men", "exact", "-0100"),
        ("b", "x", "Two", "2", "men", "exact", "2020"),
    ]
    plan = chart_plan(all_series(figures_dossier(rows))[0])
    assert plan is not None
    assert plan.axis == "rows"


def test_a_chart_offers_zoom_and_a_picture_and_no_upload(dossier):
    config = chart_config(series(dossier, "files"))
    assert config["modeBarButtons"] == [["zoomIn2d", "zoomOut2d", "resetScale2d", "toImage"]]
    assert "sendChartToCloud" not in str(config)


def test_the_chart_in_words_holds_every_drawn_number(dossier):
    waiting = series(dossier, "waiting")
    plan = chart_plan(waiting)
    assert plan is not None
    words = chart_words(waiting, plan)
    assert "1,155 people, At the end of 2020, about December 2020" in words
    assert "nearly 550 people" in words


def test_the_table_holds_every_row_with_speaker_and_document(dossier):
    table = figure_table(series(dossier, "waiting"))
    assert table.count('scope="row"') == 5
    assert "A minister" in table
    assert "The paper" in table


def test_cards_give_the_words_once_for_numbers_of_one_passage(dossier):
    held = cards(series(dossier, "waiting").rows)
    assert held.count("<blockquote>") == 1
    assert held.count("figure-number") == 3
    assert 'href="./?event=report"' in held


def test_cards_escape_what_the_tables_hold(dossier):
    assert "A &lt;b&gt;decade&lt;/b&gt;" in cards(series(dossier, "lengths").rows)


def test_a_number_without_a_passage_says_so():
    rows = [("a", "x", "One", "1", "men", "exact", "2020")]
    lone = figures_dossier(rows)
    held = all_series(lone)[0].rows[0]
    bare = type(held)(held.figure, None, None, ())
    assert "No passage is given" in cards((bare,))


def test_the_file_names_qualifier_speaker_and_document_and_runs_nothing(dossier):
    held = export_figures(series(dossier, "lengths")).decode()
    rows = list(csv.DictReader(io.StringIO(held)))
    assert [row["label"] for row in rows][:2] == ["A <b>decade</b>", "'=A permit"]
    assert rows[0]["qualifier"] == "exact"
    assert rows[0]["speaker"] == "A minister"
    assert rows[0]["document"] == "The paper"
    assert rows[0]["value"] == "10"


def test_each_check_says_its_sum_its_verdict_in_words_and_has_an_anchor(dossier):
    held = check_list(dossier)
    assert 'id="check-halved"' in held
    assert "(1,155 − about 550) ÷ 1,155 × 100" in held
    assert "About" in held
    assert "Cannot tell" in held
    assert 'aria-hidden="true"' in held


def test_an_altered_number_turns_the_chart_and_the_check():
    altered = [(*row[:3], "1100", *row[4:]) if row[0] == "w_2020" else row for row in FIGURES]
    changed = figures_dossier(altered)
    assert "1,100 people" in texts(figure_chart(series(changed, "waiting")))
    assert "Adds up" in check_list(changed)


def test_no_figures_make_no_series_and_no_charts():
    empty = figures_dossier([])
    assert all_series(empty) == ()
    assert all_charts(empty) == {}
    assert select_series(empty, "") is None


def test_series_whose_names_come_out_alike_have_addresses_of_their_own():
    rows = [
        (f"f{at}", name, "One", "1", "men", "exact", "2020")
        for at, name in enumerate(("Ships at sea", "ships-at-sea", "суда", "船"))
    ]
    alike = figures_dossier(rows)
    slugs = [each.slug for each in all_series(alike)]
    assert slugs == ["ships-at-sea", "ships-at-sea-2", "other", "other-2"]
    assert select_series(alike, "other-2") is all_series(alike)[3]


def test_very_many_numbers_are_listed_in_part_and_not_drawn():
    rows = [(f"f{at}", "many", "One", str(at), "men", "exact", "2020") for at in range(500)]
    many = all_series(figures_dossier(rows))[0]
    assert chart_plan(many) is None
    assert "400 more are in the file" in cards(many.rows)
    assert export_figures(many).count(b"\n") == 501
