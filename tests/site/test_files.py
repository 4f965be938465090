"""JSON of entities: made the short way, with the bytes of the long one."""

import subprocess
import sys
from pathlib import Path

import pytest

WRITES = """
import sys
from reviews import GARDEN, ROOT, linked
from generator.library.kinds import KINDS
from generator.library.shape import adapter
from generator.site.files import as_json

def shortly(entity):
    return as_json(entity)

def at_length(entity):
    written = adapter(type(entity)).dump_json(entity, by_alias=True, indent=1)
    return written.decode() + "\\n"

def for_others(entity):
    yield entity.model_dump_json()
    yield entity.model_dump_json(by_alias=True, exclude_defaults=True)
    yield repr(entity.model_dump(exclude_defaults=True))
    yield repr(entity.model_dump(mode="json", by_alias=True, exclude_unset=True))

def for_others_later(entity):
    as_json({})
    return for_others(entity)

every = [it for root in (GARDEN, ROOT) for kind in KINDS for it in linked(root).all(kind)]
assert len({type(it) for it in every}) > 10
for entity in every:
    sys.stdout.writelines(WRITER(entity))
"""


def written(writer: str) -> str:
    """What a writer makes of all entities: in another process, as pydantic reuses what it built."""
    script = WRITES.replace("WRITER", writer)
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tests, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


@pytest.mark.slow
def test_an_entity_is_written_as_its_type_would_write_it():
    assert written("shortly") == written("at_length") != ""


@pytest.mark.slow
def test_what_others_write_of_an_entity_stays_the_same():
    assert written("for_others_later") == written("for_others") != ""
