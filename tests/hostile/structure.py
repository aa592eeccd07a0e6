"""Structure: separators, quotes, widths, blank rows and headers."""

from __future__ import annotations

from tests.hostile.cases import (
    ALL,
    LAST,
    Case,
    Rows,
    cells,
    key_of,
    octets,
    parse_rows,
    rows_of,
    texts,
    written,
)

KIND = "structure"
FIRST = key_of("events", 2)
SECOND = key_of("events", 3)
# Read as one record, these two rows have as many cells as the header.
SWALLOWED = """\
new,2022,stated,,",A title,Summary,syria,,occurred,1
other,2022,stated,,B title,", and so on",syria,,occurred,1
"""


MUCH = ("a line of many " * 30 + "\n") * 400


def _before_much_text(text: str) -> str:
    rows = "".join(f"n{n},2022,stated,,Row {n},,syria,,occurred,1\n" for n in range(4_000))
    far = "far,2022,stated,,Far below,,syria,,occurred,1\n"
    return text + 'new,2022,stated,,"Never closed,,syria,,occurred,1\n' + rows + far


def _separated(delimiter: str):
    return rows_of_written(lambda rows: written(rows, delimiter))


def rows_of_written(write):
    return texts("events", lambda text: write(parse_rows(text)))


def _renamed(old: str, new: str, table: str = "events"):
    def change(rows: Rows) -> None:
        rows[0][rows[0].index(old)] = new

    return rows_of(table, change)


def _without(column: str, table: str = "events"):
    def change(rows: Rows) -> Rows:
        at = rows[0].index(column)
        return [row[:at] + row[at + 1 :] for row in rows]

    return rows_of(table, change)


def _with_column(label: str, value: str = "x", at: int | None = None, table: str = "events"):
    def change(rows: Rows) -> Rows:
        place = len(rows[0]) if at is None else at
        return [
            [*row[:place], value if number else label, *row[place:]]
            for number, row in enumerate(rows)
        ]

    return rows_of(table, change)


def _line(number: int, change):
    """Change one line of events.csv, of which every record has one line."""

    def edit(text: str) -> str:
        lines = text.splitlines(keepends=True)
        lines[number - 1] = change(lines[number - 1])
        return "".join(lines)

    return texts("events", edit)


def _swapped(rows: Rows) -> None:
    header = rows[0]
    a, b = header.index("title"), header.index("date")
    header[a], header[b] = header[b], header[a]


def _case(name, make, expect, code="", **more):
    return Case(name, KIND, make, expect, code, **more)


SEPARATORS = (
    _case("semicolons", _separated(";"), "warned", "format-error", says="semicolon"),
    _case("tabs", _separated("\t"), "warned", "format-error", says="tab"),
    _case("vertical bars", _separated("|"), "warned", "format-error", says="vertical bar"),
    _case(
        "a line that names the separator",
        rows_of_written(lambda rows: "sep=;\n" + written(rows, ";")),
        "warned",
        "format-error",
        says="semicolon",
    ),
    _case(
        "spaces for separators",
        texts("events", lambda text: text.replace(",", " ")),
        "rejected",
        "missing-label",
        lost=ALL,
        exit=1,
    ),
    _case("carriage returns alone", rows_of_written(lambda rows: written(rows, end="\r")), "inert"),
    _case("line ends of Windows", rows_of_written(lambda rows: written(rows, end="\r\n")), "inert"),
    _case(
        "line ends mixed",
        texts("events", lambda text: text.replace("\n", "\r\n", 5)),
        "inert",
    ),
    _case("no line end at the end", texts("events", lambda text: text.rstrip("\n")), "inert"),
    _case(
        "every cell in quotes",
        rows_of_written(
            lambda rows: "".join(
                ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
            )
        ),
        "inert",
    ),
)

QUOTES = (
    _case(
        "a quote never closed",
        _line(2, lambda line: line.replace(f"{FIRST},", f'{FIRST},"', 1)),
        "rejected",
        "quote-error",
        row=2,
        lost=(FIRST,),
        rejected=1,
    ),
    _case(
        "a quote never closed in the last row",
        texts("events", lambda text: text + 'new,2022,,,"never closed\n'),
        "rejected",
        "quote-error",
        row=LAST + 1,
        rejected=1,
    ),
    _case(
        "text after a closing quote",
        texts("events", lambda text: text + 'new,2022,stated,,"A" title,,syria,,occurred,1\n'),
        "rejected",
        "quote-error",
        row=LAST + 1,
    ),
    _case(
        "a quote that the next row seems to close",
        texts("events", lambda text: text + SWALLOWED),
        "rejected",
        "quote-error",
        row=LAST + 1,
        rejected=1,
        text="B title",
    ),
    _case(
        "a quote inside a bare cell",
        texts("events", lambda text: text + 'new,2022,stated,,A "bare" quote,,syria,,occurred,1\n'),
        "warned",
        "excerpt-missing",
        row=LAST + 1,
        text='A "bare" quote',
    ),
    _case(
        "a quote never closed before a hundred thousand characters",
        texts("events", _before_much_text),
        "rejected",
        "quote-error",
        row=LAST + 1,
        text="Far below",
    ),
    _case(
        "a cell of many lines that is too long",
        texts("events", lambda text: text + f'new,2022,stated,,"{"line" * 9}\n{MUCH}",,,,,\n'),
        "rejected",
        "source-error",
        row=LAST + 1,
        rejected=MUCH.count("\n") + 2,
    ),
    _case(
        "quotes of a word processor",
        texts("events", lambda text: text + "new,2022,stated,,“A, B”,,syria,,occurred,1\n"),
        "rejected",
        "extra-cell",
        row=LAST + 1,
        rejected=1,
    ),
    _case(
        "one quote and nothing else",
        texts("events", lambda text: text + '"\n'),
        "rejected",
        "quote-error",
        row=LAST + 1,
        rejected=1,
    ),
    _case(
        "a quote in the header",
        texts("events", lambda text: text.replace("event_id,", '"event_id,', 1)),
        "rejected",
        "incorrect-label",
        row=1,
    ),
    _case(
        "line breaks in a cell",
        cells("events", summary="one\r\ntwo\n\nthree\rfour"),
        "inert",
        text="one\r\ntwo\n\nthree\rfour",
    ),
)

WIDTHS = (
    _case(
        "a row one cell too long",
        _line(2, lambda line: line.rstrip("\n") + ",more\n"),
        "rejected",
        "extra-cell",
        row=2,
        lost=(FIRST,),
        rejected=1,
    ),
    _case(
        "a row with empty cells too many",
        _line(2, lambda line: line.rstrip("\n") + ",,,\n"),
        "accepted",
        "extra-cell",
        row=2,
    ),
    _case(
        "a row cut short",
        _line(3, lambda line: f"{SECOND},2022,stated,,A title\n"),
        "warned",
        "missing-cell",
        row=3,
    ),
    _case(
        "every row one cell too long",
        texts(
            "events", lambda text: text.replace("\n", ",x\n").replace("importance,x", "importance")
        ),
        "rejected",
        "extra-cell",
        row=2,
        lost=ALL,
        rejected=LAST - 1,
    ),
    _case(
        "a row of separators",
        texts("events", lambda text: text + ",,,,,,,,,\n"),
        "accepted",
        "blank-row",
        row=LAST + 1,
    ),
    _case(
        "blank rows between all rows",
        texts("events", lambda text: text.replace("\n", "\n\n")),
        "accepted",
        "blank-row",
        row=2,
    ),
    _case(
        "blank rows before the header",
        texts("events", lambda text: "\n\n,,,\n" + text),
        "accepted",
        "blank-row",
        row=1,
    ),
    _case(
        "rows of white space",
        texts("events", lambda text: text + "   \n\t\n"),
        "accepted",
        "blank-row",
        row=LAST + 1,
    ),
    _case(
        "a thousand empty columns",
        texts("events", lambda text: text.replace("\n", "," * 1000 + "\n")),
        "accepted",
        "blank-label",
    ),
    _case(
        "a thousand columns that are not declared",
        rows_of(
            "events",
            lambda rows: [r + [f"{n}x{i}" for i in range(1000)] for n, r in enumerate(rows)],
        ),
        "rejected",
        "table-dimensions",
    ),
    _case(
        "a title of a mere comment",
        texts("events", lambda text: "# events of the dossier\n" + text),
        "rejected",
        "missing-label",
        lost=ALL,
    ),
)

HEADERS = (
    _case(
        "no header",
        texts("events", lambda text: text.partition("\n")[2]),
        "rejected",
        "missing-label",
        lost=ALL,
    ),
    _case(
        "a header and no rows",
        texts("events", lambda text: text.partition("\n")[0] + "\n"),
        "rejected",
        "source-error",
        lost=ALL,
    ),
    _case(
        "no column of ids",
        _without("event_id"),
        "rejected",
        "missing-label",
        lost=ALL,
        column="event_id",
    ),
    _case(
        "no column of dates", _without("date"), "rejected", "missing-label", lost=ALL, column="date"
    ),
    _case(
        "no column of titles",
        _without("title"),
        "rejected",
        "missing-label",
        lost=ALL,
        column="title",
    ),
    _case(
        "no column of exact words",
        _without("exact", "excerpts"),
        "rejected",
        "missing-label",
        table="excerpts",
        lost=ALL,
        column="exact",
    ),
    _case(
        "ids under another name",
        _renamed("event_id", "id"),
        "rejected",
        "missing-label",
        lost=ALL,
        column="event_id",
    ),
    _case(
        "a header in capitals",
        texts("events", lambda t: t.partition("\n")[0].upper() + "\n" + t.partition("\n")[2]),
        "warned",
        "incorrect-label",
        row=1,
    ),
    _case(
        "a header with spaces",
        _renamed("event_id", "  event_id "),
        "warned",
        "incorrect-label",
        row=1,
        column="event_id",
    ),
    _case(
        "a header with a space for the stroke",
        _renamed("event_id", "Event ID"),
        "warned",
        "incorrect-label",
        row=1,
        column="event_id",
    ),
    _case(
        "a header with a no-break space",
        _renamed("event_id", "event\u00a0id"),
        "warned",
        "incorrect-label",
        row=1,
    ),
    _case(
        "a zero-width space in a header",
        _renamed("title", "ti\u200btle"),
        "rejected",
        "missing-label",
        lost=ALL,
    ),
    _case(
        "a misspelled header",
        _renamed("importance", "importence"),
        "warned",
        "extra-label",
        row=1,
        says="importance",
    ),
    _case("a column twice", _with_column("title"), "rejected", "duplicate-label", row=1),
    _case(
        "a column twice, in other capitals",
        _with_column("TITLE"),
        "rejected",
        "duplicate-label",
        row=1,
    ),
    _case("a column without a name", _with_column(""), "warned", "blank-label", row=1),
    _case(
        "a column that is not declared",
        _with_column("colour", "red"),
        "accepted",
        "extra-label",
        row=1,
    ),
    _case(
        "a column named as one that is worked out",
        _with_column("earliest", "7"),
        "accepted",
        "extra-label",
        row=1,
    ),
    _case(
        "a hostile header",
        _with_column("<img src=x onerror=alert(1)>"),
        "accepted",
        "extra-label",
        row=1,
    ),
    _case(
        "headers swapped",
        rows_of("events", _swapped),
        "rejected",
        "type-error",
        row=2,
        column="date",
        lost=ALL,
        rejected=LAST - 1,
    ),
    _case(
        "the header again in the middle",
        rows_of("events", lambda rows: [*rows[:60], rows[0], *rows[60:]]),
        "rejected",
        "type-error",
        row=61,
        rejected=1,
    ),
    _case(
        "the file twice in one",
        octets("events", lambda data: data + data),
        "rejected",
        "primary-key",
        row=LAST + 2,
        rejected=LAST,
    ),
)

CASES = (*SEPARATORS, *QUOTES, *WIDTHS, *HEADERS)
