"""The list of screens is made once, and each run has pages of its own."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.contents import CONTENTS

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"


def test_no_run_is_given_the_pages_of_another(monkeypatch):
    given = []
    navigation = st.navigation

    def noted(pages, **named):
        given.append(pages)
        return navigation(pages, **named)

    monkeypatch.setattr(st, "navigation", noted)
    page = AppTest.from_file(str(FRAME), default_timeout=30).run()
    assert not page.exception
    page.run()
    assert not page.exception
    first, second = given
    assert [each.url_path for each in first] == [each.path for each in CONTENTS]
    assert [each.title for each in second] == [each.title for each in CONTENTS]
    assert not {id(each) for each in first} & {id(each) for each in second}
