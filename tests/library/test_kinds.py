"""A row of the table is enough for a kind: whatever tells kinds apart takes them from there."""

import json

import pytest
from reviews import GARDEN, downloaded, linked

from generator.diff.report import SECTIONS, Report
from generator.entities import Register
from generator.entities.references import references
from generator.library.corpus import gather
from generator.library.kinds import KINDS, named, of_file
from generator.pages import addresses
from generator.pages.views.dictionary import dictionary_view
from generator.pages.views.names import Names
from generator.site.schema import schemas

SHOWN = [kind for kind in KINDS if kind.is_shown]
WITH_IDS = [kind for kind in KINDS if kind.has_ids]


def name(kind):
    return kind.name


@pytest.mark.parametrize("word", ["name", "files", "key", "schema_file", "download_key", "heading"])
def test_every_word_of_a_row_is_that_of_one_kind(word: str):
    words = [getattr(kind, word) for kind in KINDS]
    assert len(set(words)) == len(words)


def test_the_register_has_a_list_for_every_kind_with_ids_and_no_other():
    fields = {field.alias for field in Register.model_fields.values()}
    assert fields == {*(kind.key for kind in WITH_IDS), "within"}


def test_every_kind_that_readers_see_has_a_page():
    assert set(addresses.OF_KIND) == {kind.name for kind in SHOWN}


def test_every_kind_that_readers_see_has_a_heading_in_a_report_of_changes():
    other_things = {
        "confidence",
        "help",
        "home",
        "site",
        "groups",
        "model",
        "article",
        "moved",
        "page",
    }
    assert set(SECTIONS) - other_things == {k.name for k in SHOWN if k.name != "review"}
    things = Report.model_json_schema()["$defs"]["Change"]["properties"]["thing"]["enum"]
    assert things == list(SECTIONS)


def test_the_download_holds_every_kind_that_readers_see():
    library = linked(GARDEN)
    held = json.loads(downloaded(library)[addresses.DATA_REVIEW])
    assert set(held) == {kind.download_key for kind in SHOWN} | {"retired"}
    for kind in WITH_IDS:
        assert [item["id"] for item in held[kind.download_key]] == list(library.current(kind))


def test_every_kind_has_a_schema_and_stands_in_the_data_dictionary():
    library = linked(GARDEN)
    assert {kind.schema_file for kind in KINDS} <= set(schemas(library))
    titles = [part.title for part in dictionary_view(library)]
    for kind in KINDS:
        assert any(title.startswith(f"{kind.files}: ") for title in titles), kind.name


def test_a_text_can_link_to_every_kind_that_it_can_name():
    library = linked(GARDEN)
    names = Names(library)
    for kind in KINDS:
        for id in library.of(kind) if kind.is_named else ():
            link = names.link(id)
            assert (link.address, link.fragment) == addresses.at(kind.name, id)


def test_every_file_of_a_review_is_that_of_one_kind():
    for kind in KINDS:
        for file in GARDEN.glob(kind.files):
            assert of_file(file.relative_to(GARDEN).as_posix()) is kind
    assert of_file("theories/other/t01.yml") is None
    assert of_file("theories/t01.yaml") is None
    assert of_file("seeds/other.yml") is None


@pytest.mark.slow
@pytest.mark.parametrize("kind", WITH_IDS, ids=name)
def test_an_entity_is_found_by_its_kind_and_id(kind):
    library = linked(GARDEN)
    for entry in gather(GARDEN).of(kind):
        id = entry.entity.id
        assert library.entity(kind.name, id) == entry.entity
        assert library.locate(kind.name, id).path == kind.file(id)


def test_what_an_entity_refers_to_is_a_kind_or_a_part_of_one():
    """A misspelt kind in a type would let any id pass."""
    parts = {"locator", "group of theories", "format", "attribute", "group of attributes"}
    parts |= {"level of confidence"}
    for entries in gather(GARDEN).shaped.values():
        for entry in entries:
            for reference in references(entry.entity):
                kind = reference.kind
                assert kind in parts or kind == "reference in a text" or named(kind).has_ids
