from __future__ import annotations

import pytest

from dossier.markup import Markup, markup


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "a & b", '"quoted"', "<img src=x>"])
def test_text_is_escaped_everywhere(text):
    made = markup("p", text, title=text)
    assert "<script" not in made
    assert "<img" not in made
    assert made.count("<") == 2


def test_what_is_made_here_is_not_escaped_again():
    assert markup("p", markup("b", "<")) == "<p><b>&lt;</b></p>"
    assert isinstance(markup("p"), Markup)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " javascript:x"])
def test_an_address_of_another_scheme_is_dropped(address):
    assert "href" not in markup("a", "x", href=address)


def test_an_attribute_that_could_run_is_refused():
    with pytest.raises(ValueError, match="onclick"):
        markup("p", "x", onclick="alert(1)")
