"""The data for programs: complete, the same as the YAML, described, and never less than before."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openapi_spec_validator import validate
from pydantic import TypeAdapter
from reviews import GARDEN, MENDING, ROOT, holding, linked

from generator.citing.edition import Edition
from generator.entities.describe import entities_in
from generator.library.kinds import EVIDENCE_PAGE, MOVED
from generator.library.library import Library
from generator.pages import addresses
from generator.site.data import api

KEYS = Path(__file__).with_name("api_v1_keys.txt")
"""Every key of version 1, as `kind entity.key`: lines may be added, and none may go."""


@pytest.fixture(scope="module", params=[GARDEN, MENDING, ROOT], ids=["garden", "mending", "real"])
def review(request: pytest.FixtureRequest) -> Library:
    return linked(request.param)


@pytest.fixture(scope="module")
def made(review: Library) -> dict[str, object]:
    return {path: json.loads(make()) for path, make in api.files(review, Edition()).items()}


@pytest.mark.slow
def test_every_entity_is_made_again_from_its_json(review: Library, made):
    for kind in api.SHOWN:
        told = made.get(api.list_of(kind), [])
        read = TypeAdapter(tuple[kind.entity, ...])
        again = read.validate_json(json.dumps([thing["data"] for thing in told]))
        assert again == review.all(kind)


def test_the_file_of_a_thing_is_its_entry_in_the_list(review: Library, made):
    for kind in api.SHOWN:
        if addresses.OF_KIND[kind.name].has_pages:
            listed = {thing["id"]: thing for thing in made.get(api.list_of(kind), [])}
            assert {id: made[api.file_of(kind, id)] for id in listed} == listed
            assert list(listed) == list(review.of(kind))


def test_the_index_names_every_list_and_only_lists_that_are_there(made):
    index = made[api.INDEX]
    lists = {path for path in made if path.count("/") == 2} - {api.INDEX, api.DESCRIPTION}
    assert {entry["list"] for entry in index["lists"]} == lists
    assert all(len(made[entry["list"]]) == entry["count"] for entry in index["lists"])


def test_the_description_is_valid_and_names_every_file(made):
    description = made[api.DESCRIPTION]
    validate(description)
    known = set(description["paths"])
    for path in made:
        single = f"/{path.rpartition('/')[0]}/{{id}}.json"
        assert path == api.DESCRIPTION or f"/{path}" in known or single in known, path


def test_every_page_of_a_thing_names_its_file(garden_pages):
    named = api.by_page(linked(GARDEN))
    assert named["theories/j01/"] == "api/v1/theories/j01.json"
    assert set(named) <= set(garden_pages)


def test_the_file_of_what_is_gone_says_so_and_not_what_became_of_a_part_of_it(library: Library):
    (gone,) = (one for one in library.all(MOVED) if one.was == "evidence/tools")
    part = gone.model_copy(update={"was": "evidence/tools#sheds"})
    both = holding(library, MOVED, gone, part)
    told = api.files(both, Edition())[api.file_of(EVIDENCE_PAGE, "tools")]()
    assert json.loads(told)["gone"]["was"] == "evidence/tools"


def keys() -> Iterator[str]:
    for kind in api.SHOWN:
        for model in entities_in(kind.entity):
            for field in model.model_fields.values():
                yield f"{kind.name}: {model.__name__}.{field.alias}"


def test_no_key_of_version_1_has_gone():
    known = KEYS.read_text(encoding="utf-8").splitlines()
    assert set(known) - set(keys()) == set(), "a key that programs rely on is gone"
    assert set(keys()) - set(known) == set(), "new keys: add them to api_v1_keys.txt"
