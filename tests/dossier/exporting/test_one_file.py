"""The whole dossier as one file: complete, inert, within its size, the same each time."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from zlib import decompress

import pytest

from dossier.exporting.linked import linked
from dossier.exporting.one_file.bundle import BundleError, bundled, inline_json
from dossier.exporting.one_file.export import export_one_file
from dossier.exporting.one_file.page import packed
from dossier.exporting.one_file.squeeze import (
    squeezed_markup,
    squeezed_script,
    squeezed_sheet,
)
from dossier.views.briefing_step import step_data
from dossier.views.briefings import briefings
from tests.dossier.exporting.samples import EVERY, default, harmful, small, unpacked

LARGEST = 500_000
INLINE = r'<(?:style|script|script type="module")>(.*?)</(?:style|script)>'


class Read(HTMLParser):
    """The page as a browser without scripts reads it: its text, addresses and elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.links, self.ids = "", [], []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._silent = 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        self.links += [given["href"]] if "href" in given else []
        self.ids += [given["id"]] if "id" in given else []
        self._silent += tag in ("script", "style")

    def handle_endtag(self, tag):
        self._silent -= tag in ("script", "style")

    def handle_data(self, data):
        self.text += "" if self._silent else data


def page(dossier) -> str:
    return export_one_file(dossier).decode()


def test_the_default_dossier_fits_and_is_the_same_each_time():
    made = export_one_file(default())
    assert len(made) <= LARGEST
    assert made == export_one_file(default())


@pytest.mark.parametrize("name", EVERY)
def test_without_a_script_every_event_is_there_with_its_words_and_voices(name):
    dossier = EVERY[name]()
    read = Read(page(dossier))
    flat = " ".join(read.text.split())
    for event in dossier.each("events"):
        assert f"event={event.event_id}" in read.ids
        assert " ".join(event.title.split()) in flat
        assert " ".join(event.summary.split()) in flat
        for excerpt in linked(dossier).excerpts_of(event.event_id):
            assert " ".join(excerpt.exact.split()) in flat
            assert " ".join(excerpt.speaker.split()) in flat
    for document in dossier.each("documents"):
        assert " ".join(document.title.rstrip(" ,").split()) in flat


@pytest.mark.parametrize("name", EVERY)
def test_every_address_within_the_page_leads_somewhere_and_no_id_is_there_twice(name):
    read = Read(page(EVERY[name]()))
    assert len(read.ids) == len(set(read.ids))
    inner = {link[1:] for link in read.links if link and link.startswith("#")}
    assert inner <= set(read.ids)


@pytest.mark.parametrize("name", EVERY)
def test_the_page_names_no_other_place_and_runs_only_its_own_scripts(name):
    made = page(EVERY[name]())
    read = Read(made)
    outer = {
        "src",
        "srcset",
        "action",
        "data",
        "poster",
        "background",
        "style",
        "onload",
        "onerror",
    }
    for tag, attributes in read.tags:
        assert tag not in ("img", "iframe", "object", "embed", "form", "base", "a:b"), tag
        assert not outer & attributes.keys(), (tag, attributes)
    assert sum(tag == "script" for tag, _ in read.tags) == 5
    for code in (made, unpacked(made)["script"]):
        assert not re.search(r"\beval\(", code)
        assert "new Function" not in code


def test_the_policy_allows_what_is_in_the_page_and_nothing_else():
    made = page(small())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', made)[1]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    inside = re.findall(INLINE, made, re.S)
    assert len(inside) == 4
    for source in (*inside, unpacked(made)["script"]):
        digest = b64encode(sha256(source.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_hostile_text_stays_text():
    made = page(harmful())
    assert "<script>alert(1)" not in made
    assert "<b>" not in re.sub(r"<b>[^<]*</b>", "", made)
    assert "<script>alert(1)</script>" in Read(made).text
    assert unpacked(made)["data"]["title"]


def test_a_party_s_words_are_claimed_wherever_they_stand():
    made = page(default())
    assert "Claimed by <b>Volt</b>" in made
    assert not re.search(r"(?<!Claimed by )<b>Volt</b>, Rwanda is not a solution!", made)


def test_figures_are_drawn_as_sure_as_they_are_said():
    figures = page(default()).split("id=figures ")[1].split("id=documents ")[0]
    assert "up to" in figures
    assert "url(#soft-end)" in figures
    assert "≠</span> Does not add up" in figures


@pytest.mark.parametrize("tables", [{}, {"events.csv": b"event_id,date,title\na,2022,One\n"}])
def test_a_dossier_of_next_to_nothing_is_a_page_too(tables):
    from dossier.reading.read import read_tables

    read = Read(page(read_tables(tables, "Little")))
    assert "Little" in read.text


def test_data_stands_in_a_page_without_ending_it():
    value = {"</script>": ["<!--", "&amp;", "\u2028", "\ud800", "é"]}
    text = packed(value)
    assert re.fullmatch(r"[\w+/=]+", text)
    assert json.loads(decompress(b64decode(text))) == value
    plain = inline_json(value)
    assert not re.search("[<>&\u2028\ud800]", plain)
    assert json.loads(plain) == value


def test_the_briefings_are_there_step_by_step_as_in_the_app():
    dossier = default()
    data = unpacked(page(dossier))["data"]
    ids = dossier.excerpts["excerpt_id"].tolist()
    assert list(data["briefings"]) == ["plan", "numbers"]
    for name, steps in briefings(dossier).items():
        told = data["briefings"][name]["steps"]
        for step, mine in zip(steps, told, strict=True):
            theirs = step_data(dossier, step)
            said = [dossier.excerpt(ids[at]).exact for at in mine["passages"]]
            assert said == [each["exact"] for each in theirs["passages"]]
            assert mine["heading"] == theirs["heading"]
            assert mine["figures"] == theirs["figures"]
            assert mine["sums"] == theirs["sums"]


def test_the_timeline_needs_nothing_that_stands_after_it():
    dossier = default()
    before, _, after = page(dossier).partition("<section id=text ")
    early = json.loads(before.split('id="early">')[1].split("</script>")[0])
    assert early["data"]["marks"]["size"] == len(dossier.events)
    assert list(early["data"]["lanes"]) == ["theme"]
    assert list(early["sheets"]) == ["timeline"]
    assert "drawChart" in before
    assert "mountTimeline" not in before
    assert 'id="dossier"' in after


def test_modules_become_one_script_in_the_order_of_need():
    modules = {
        "a.js": 'import { two as b, c } from "./sub/b.js"\nexport const a = b + c\n',
        "sub/b.js": "export const c = 1 // one\nexport function two() { return 2 }\n",
        "unused.js": "export const never = 1\n",
    }
    [made] = bundled(modules, "a.js")
    assert made.index("const c = 1") < made.index("const a = b + c")
    assert "const { two: b, c } = $m0" in made
    assert "never" not in made
    assert not re.search(r"^(import|export)\b", made, re.M)


def test_a_later_script_goes_without_what_an_earlier_one_holds():
    modules = {
        "a.js": "export const one = 1\n",
        "b.js": 'import { one } from "./a.js"\nimport { two } from "./c.js"\nlog(one + two)\n',
        "c.js": "export const two = 2\n",
    }
    early, later = bundled(modules, "a.js", "b.js")
    assert "one = 1" in early
    assert "one = 1" not in later
    assert "const { one } = $m0" in later
    assert "const { two } = $m1" in later
    assert not set(re.findall(r"const (\$m\d+)", early)) & set(re.findall(r"const (\$m\d+)", later))


@pytest.mark.parametrize(
    "source",
    [
        'import all from "./b.js"\n',
        'const x = import("./b.js")\n',
        'export * from "./b.js"\n',
        'import { gone } from "./gone.js"\n',
        'import { a } from "./a.js"\n',
    ],
)
def test_what_the_bundle_can_t_carry_is_refused(source):
    with pytest.raises(BundleError):
        bundled({"a.js": source, "b.js": ""}, "a.js")


def test_style_sheets_and_markup_lose_only_what_is_optional():
    sheet = "a:hover , b > c { color: red; /* x */ margin: 0 auto; }\n@media print { a { top: 0 } }"
    made = "a:hover,b > c{color:red;margin:0 auto}@media print{a{top:0}}"
    assert squeezed_sheet(sheet) == made
    text = '<p class="a">He said id="x"</p><p title="a b">y</p></div>'
    assert squeezed_markup(text) == '<p class=a>He said id="x"<p title="a b">y</div>'


def test_scripts_lose_only_comments_on_lines_of_their_own_and_indents():
    script = '/** What it is:\n * "a".\n */\nconst a = 2\n\n  // why\n  * 3 // "//" stays\n'
    assert squeezed_script(script) == 'const a = 2\n* 3 // "//" stays\n'
    with pytest.raises(ValueError, match="line 2"):
        squeezed_script("a\n`b\n  c`\n")
