"""The data dictionary, as `datapackage.json` declares it."""

from __future__ import annotations

from components.markup import Markup, markup, show_markup
from components.tables.text_table import header_row, text_table
from dossier.schema import Field, Table

KINDS = {
    "text": "text",
    "list": "list",
    "date": "date (EDTF)",
    "integer": "whole number",
    "number": "number",
}


def show_dictionary(table: Table) -> None:
    """Draw what each column of a table means and what it may hold."""
    rows = [field_row(each) for each in table.fields]
    label = f"The columns of {table.title}"
    show_markup(text_table(header_row(("Column", "Holds", "Means")), rows, label))


def field_row(field: Field) -> Markup:
    """One column of the dictionary."""
    return markup(
        "tr",
        markup("th", markup("code", field.name), scope="row"),
        markup("td", ", ".join(field_rules(field))),
        markup("td", field.description, field_labels(field), field_examples(field)),
    )


def field_rules(field: Field) -> list[str]:
    """What a column may hold, in words."""
    rules = [KINDS[field.kind]]
    if field.kind == "list":
        rules.append(f"separated by “{field.delimiter}”")
    if field.required:
        rules.append("required")
    if field.unique:
        rules.append("unique")
    if field.max_words:
        rules.append(f"at most {field.max_words} words")
    elif field.max_length and field.kind != "list":
        rules.append(f"at most {field.max_length} characters")
    if field.reference:
        rules.append(f"names a row of {field.reference.table}")
    return rules


def field_labels(field: Field) -> Markup | None:
    """The closed list of a column, each value explained."""
    if not field.enum:
        return None
    lines = [
        markup(
            "li", markup("b", value), f": {field.labels[value]}" if value in field.labels else ""
        )
        for value in field.enum
    ]
    return markup("ul", *lines)


def field_examples(field: Field) -> Markup | None:
    """Examples of a column's values."""
    if not field.examples:
        return None
    return markup("p", "For example ", markup("code", " · ".join(field.examples)))
