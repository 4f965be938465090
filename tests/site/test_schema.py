"""The JSON Schemas accept and refuse what `realist check` accepts and refuses of a file's shape."""

import copy
import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from reviews import GARDEN

from generator.check.check import check
from generator.entities.base import REFERS_TO
from generator.entities.describe import entities_in, meanings
from generator.files.load import Document
from generator.files.yaml_reading import read_yaml
from generator.library.corpus import gather
from generator.library.kinds import CHANGES, KINDS, MOVED, RELEASES
from generator.library.shape import shape
from generator.site.schema import schemas

ROOT = Path(__file__).parents[2]


@cache
def validators():
    """The schemas without their lists of ids: whether an id exists is no matter of shape."""
    return {
        path: Draft202012Validator(without_ids(json.loads(text)))
        for path, text in schemas(check(ROOT).library).items()
        if path in {kind.schema_file for kind in KINDS}
    }


def without_ids(schema):
    if isinstance(schema, list):
        return [without_ids(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    left_out = ("enum",) if REFERS_TO in schema else ()
    return {key: without_ids(value) for key, value in schema.items() if key not in left_out}


@cache
def documents():
    """The data of every file of the real review, with its kind; of what it lacks the garden's."""
    shaped = gather(GARDEN).shaped | gather(ROOT).shaped
    found = {
        entry.document.path: (kind, read_yaml(entry.document.text, entry.document.path)[0].data)
        for kind, entries in shaped.items()
        for entry in entries
    }
    return [(kind, json.loads(json.dumps(data, default=str))) for kind, data in found.values()]


def both(kind, data):
    """What the check and what the schema say of the shape of some data."""
    document = Document("file.yml", "a", data)
    shaped, _ = shape(document, kind.shape)
    return shaped is not None, validators()[kind.schema_file].is_valid(data)


def places(data, path=()):
    yield path
    if isinstance(data, dict | list):
        keys = data if isinstance(data, dict) else range(len(data))
        for key in keys:
            yield from places(data[key], (*path, key))


def changed(data, path, change, value):
    """A copy of some data with one place changed."""
    data = copy.deepcopy(data)
    if not path:
        return value
    parent = data
    for step in path[:-1]:
        parent = parent[step]
    if change == "delete":
        del parent[path[-1]]
    elif change == "add" and isinstance(parent[path[-1]], dict):
        parent[path[-1]]["unheard-of"] = value
    elif change == "add" and isinstance(parent[path[-1]], list):
        parent[path[-1]].append(value)
    else:
        parent[path[-1]] = value
    return data


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 200), st.floats(0.1, 9.9), st.text(max_size=6),
    st.sampled_from(["present", "reported", "t04", "  ", "A b"]), st.just([]), st.just({}),
    st.lists(st.text(max_size=4), max_size=2),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind", [k for k in KINDS if k not in (CHANGES, MOVED, RELEASES)], ids=lambda k: k.name
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(draw=st.data())
def test_schema_and_check_agree_on_changed_files(kind, draw):
    data = draw.draw(st.sampled_from([d for k, d in documents() if k is kind]))
    path = draw.draw(st.sampled_from(list(places(data))))
    change = draw.draw(st.sampled_from(["delete", "add", "replace"]))
    edited = changed(data, path, change, draw.draw(VALUES))
    accepted, valid = both(kind, edited)
    assert accepted == valid


@pytest.mark.slow
def test_every_file_of_the_review_is_valid_by_its_schema():
    for kind, data in documents():
        assert both(kind, data)[1], kind.name


@pytest.mark.slow
def test_the_written_schemas_are_those_of_today():
    for path, text in schemas(check(ROOT).library).items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, "run: realist schema"


def test_every_file_names_its_schema():
    for kind, entries in gather(ROOT).shaped.items():
        for entry in entries:
            file = ROOT / entry.document.path
            first = file.read_text(encoding="utf-8").splitlines()[0]
            assert first.startswith("# yaml-language-server: $schema=")
            assert (file.parent / first.partition("=")[2]).resolve() == ROOT / kind.schema_file


def test_every_key_has_a_meaning():
    for kind in KINDS:
        for entity in entities_in(kind.entity):
            keys = {str(field.alias) for field in entity.model_fields.values()}
            assert keys == set(meanings(entity)), entity.__name__


@pytest.mark.slow
def test_an_editor_is_offered_the_attributes_of_the_review():
    schema = json.loads(schemas(check(ROOT).library)["schema/intervention.schema.json"])
    offered = schema["properties"]["attributes"]["propertyNames"]["enum"]
    assert "drop-out" in offered
    assert len(offered) == len(check(ROOT).library.attributes.attributes)
