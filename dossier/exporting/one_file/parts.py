"""Parts: the components' own files as data, read from the folder beside this package."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from dossier.exporting.one_file.squeeze import squeezed_sheet

ROOT = Path(__file__).parents[3]
COMPONENTS = ROOT / "components"
CONFIG = ROOT / ".streamlit" / "config.toml"
ENTRIES = ("one_file/early.js", "one_file/one_file.js")
PAGE_SHEETS = ("one_file/one_file.css", "one_file/figures.css")
PART_SHEETS = {
    "filters": "filters/filters.css",
    "timeline": "timeline/timeline.css",
    "list": "event_list/event_list.css",
    "detail": "event_detail/event_detail.css",
    "stage": "briefing/stage.css",
}
SHARED_SHEET = "paper.css"
_IMPORTED = re.compile(r"^@import [^;]+;\n?", re.MULTILINE)

FONTS = {
    "sans-serif": '"Source Sans", "Source Sans 3", "Source Sans Pro", "Segoe UI", '
    '"Helvetica Neue", Arial, sans-serif',
    "serif": '"Source Serif", "Source Serif 4", Charter, Georgia, "Times New Roman", serif',
    "monospace": '"Source Code Pro", ui-monospace, Menlo, Consolas, monospace',
}
COLORS = {
    "primaryColor": "--st-primary-color",
    "backgroundColor": "--st-background-color",
    "secondaryBackgroundColor": "--st-secondary-background-color",
    "textColor": "--st-text-color",
    "linkColor": "--st-link-color",
    "borderColor": "--st-border-color",
    "greenColor": "--st-green-color",
    "grayColor": "--st-gray-color",
}


@lru_cache(maxsize=1)
def script_modules() -> dict[str, str]:
    """Every JavaScript module of the components, by its path from their folder."""
    return {
        path.relative_to(COMPONENTS).as_posix(): path.read_text("utf-8")
        for path in sorted(COMPONENTS.rglob("*.js"))
    }


@lru_cache(maxsize=1)
def page_sheet() -> str:
    """The style sheet of the page: the theme's colours and type, then the page's own rules."""
    return "\n".join([theme_sheet(), *(_sheet(name) for name in PAGE_SHEETS)])


@lru_cache(maxsize=1)
def part_sheets() -> dict[str, str]:
    """The style sheet of each component that draws inside a shadow root of its own."""
    return {"paper": _sheet(SHARED_SHEET)} | {
        name: _sheet(path) for name, path in PART_SHEETS.items()
    }


def theme_sheet() -> str:
    """The app's theme as the custom properties that Streamlit would set, for light and dark."""
    theme = tomllib.loads(CONFIG.read_text("utf-8"))["theme"]
    light, dark = theme["light"], theme["dark"]
    lines = [f"{name}: {_both(light[key], dark[key])};" for key, name in COLORS.items()]
    palette = zip(light["chartCategoricalColors"], dark["chartCategoricalColors"], strict=True)
    lines.append(f"--st-chart-categorical-colors: {', '.join(_both(*pair) for pair in palette)};")
    lines.append(f"--st-font: {FONTS[theme['font']]};")
    lines.append(f"--st-heading-font: {FONTS[theme['headingFont']]};")
    return f":root {{ color-scheme: light dark; {' '.join(lines)} }}"


def _both(light: str, dark: str) -> str:
    return f"light-dark({light}, {dark})"


def _sheet(name: str) -> str:
    """A style sheet without its imports, comments and needless white space."""
    return squeezed_sheet(_IMPORTED.sub("", (COMPONENTS / name).read_text("utf-8")))
