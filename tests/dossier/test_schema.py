from __future__ import annotations

import json
import re

from dossier.schema import DATA, DESCRIPTOR, Reference, read_schema


def fields():
    return [field for table in read_schema().tables.values() for field in table.fields]


def test_declares_the_nine_tables_in_order():
    assert list(read_schema().tables) == [
        "events",
        "documents",
        "excerpts",
        "figures",
        "checks",
        "comparisons",
        "themes",
        "briefings",
        "corrections",
    ]


def test_every_column_has_words_for_the_dictionary():
    assert all(field.title and field.description for field in fields())


def test_only_events_are_required_and_of_them_id_date_and_title():
    tables = read_schema().tables.values()
    assert [table.name for table in tables if table.required] == ["events"]
    required = [field.name for field in read_schema().table("events").fields if field.required]
    assert required == ["event_id", "date", "title"]


def test_every_reference_leads_to_a_key():
    tables = read_schema().tables
    for field in fields():
        if field.reference:
            assert tables[field.reference.table].primary_key == (field.reference.field,)


def test_scalar_references_are_foreign_keys_and_lists_name_their_target():
    excerpts = read_schema().table("excerpts")
    assert excerpts.field("document_id").reference == Reference("documents", "document_id")
    assert excerpts.field("event_ids").reference == Reference("events", "event_id")
    assert excerpts.field("event_ids").kind == "list"


def test_every_pattern_compiles_and_every_example_fits_it():
    for field in fields():
        pattern = re.compile(field.pattern)
        assert all(not field.pattern or pattern.fullmatch(each) for each in field.examples)


def test_labels_explain_only_values_of_their_closed_list():
    assert all(set(field.labels) <= set(field.enum) for field in fields())


def test_the_descriptor_is_a_data_package_of_version_two():
    descriptor = json.loads((DATA / DESCRIPTOR).read_text(encoding="utf-8"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    for resource in descriptor["resources"]:
        assert resource["path"] == f"{resource['name']}.csv"
        assert resource["encoding"] == "utf-8"
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert set(resource["schema"].get("primaryKey", [])) <= set(names)
        types = {field["type"] for field in resource["schema"]["fields"]}
        assert types <= {"string", "list", "number", "integer"}
