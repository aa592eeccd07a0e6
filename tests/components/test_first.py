"""The first picture in the page: what it holds, and that text in it stays text."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html import unescape

from components.address import view_of
from components.first.picture import first_picture
from components.first.routes import SCRIPT_NAME, SHEET_NAME, parts
from components.first.screen import screen_data, screen_of
from components.first.text import address
from components.web.head import CARD_SIZE
from components.web.index import first_page
from dossier.exporting.picture.card import HEIGHT, WIDTH
from dossier.reading.store import current_dossier
from pages.contents import CONTENTS
from tests.components.test_index import BASE, HOME, tags
from tests.dossier.exporting.samples import harmful

# Streamlit loads Plotly itself where it is installed; these are ours to leave alone.
UNNEEDED = ("pptx", "typst", "vl_convert", "components.figures.figures")
VISIT = f"""
import sys
import app
from components.web.index import first_page
from pages.contents import CONTENTS
from streamlit.testing.v1 import AppTest
first_page(CONTENTS[0], "http://localhost/", {{}}, CONTENTS)
run = AppTest.from_file("pages/frame.py", default_timeout=120).run()
assert not run.exception, run.exception
print([name for name in {UNNEEDED!r} if name in sys.modules])
"""


def held(page: str) -> dict:
    (found,) = re.findall(
        r'<script type="application/json" id="first-data">(.*?)</script>', page, re.DOTALL
    )
    return json.loads(found)


def test_the_page_holds_what_the_components_draw():
    asked = {"event": ["libe-hearing"], "theme": ["european-parliament"]}
    data = held(first_picture(current_dossier(), CONTENTS, asked))
    expected = screen_data(screen_of(current_dossier(), asked))
    assert data == json.loads(json.dumps(expected))
    assert data["detail"]["event"]["id"] == "libe-hearing"
    assert data["filters"]["shown"] < data["filters"]["total"]


def test_a_list_is_a_list_and_nothing_is_said_in_words():
    listed = held(first_picture(current_dossier(), CONTENTS, {"view": ["list"]}))
    assert listed["timeline"] is None
    assert listed["list"]["groups"]
    nothing = first_picture(current_dossier(), CONTENTS, {"q": ["zzzz"]})
    assert "No event fits these filters" in nothing


def test_harmful_text_is_neither_markup_nor_the_end_of_a_script():
    dossier = harmful()
    for event in dossier.events["event_id"].tolist():
        page = first_picture(dossier, CONTENTS, {"event": [event], "q": ["</script><b>"]})
        assert held(page)["filters"]["query"] == "</script><b>"
        outside = re.sub("<script.*?</script>", "", page, flags=re.DOTALL)
        assert not re.search(r"<(script|iframe|object|base|meta|img src=\"?x)", outside)
        assert not re.search(r"<[^>]*\son\w+=", outside)


def test_addresses_keep_what_was_chosen():
    params = {"theme": ["a b", "c"], "event": ["x"]}
    assert address(params, event="") == "?theme=a+b&theme=c"
    assert address(params, event="y&z") == "?theme=a+b&theme=c&event=y%26z"


def test_one_script_and_one_sheet_carry_all_of_it():
    script, sheet = parts()[SCRIPT_NAME].body.decode(), parts()[SHEET_NAME].body.decode()
    assert "mountTimeline" in script
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    assert "First Serif" in sheet
    assert ":root" not in sheet


def test_a_link_unfolds_with_a_picture_by_its_whole_address():
    found = tags(first_page(HOME, BASE, {"event": ["libe-hearing"]}))
    assert found["og:image"] == f"{BASE}card.png?event=libe-hearing"
    assert found["twitter:card"] == "summary_large_image"
    assert "13 January 2022" in found["og:image:alt"]
    assert "Claimed by Volt" in found["og:image:alt"]
    assert (WIDTH, HEIGHT) == CARD_SIZE
    assert tags(first_page(CONTENTS[1], BASE))["og:image"] == f"{BASE}card.png"


def test_other_screens_say_where_to_read_without_a_script():
    page = unescape(first_page(CONTENTS[1], BASE))
    assert "This screen needs JavaScript" in page
    assert 'id="first"' not in page


def test_the_view_of_an_address_is_the_view_of_the_page():
    view = view_of(current_dossier(), {"lanes": ["actor"], "page": ["9e9"], "lens": ["x"]})
    assert (view.lanes, view.page, view.lens) == ("actor", 1, "")


def test_a_visit_of_the_first_screen_loads_nothing_that_it_does_not_draw():
    ran = subprocess.run(
        [sys.executable, "-c", VISIT], capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert ran.stdout.strip().splitlines()[-1] == "[]"
