"""JSON of entities: made the short way, with the bytes of the long one."""

from generator.library.kinds import KINDS
from generator.library.shape import adapter
from generator.site.files import as_json


def test_an_entity_is_written_as_its_type_would_write_it(library, real_library):
    every = [it for of in (library, real_library) for kind in KINDS for it in of.all(kind)]
    assert len({type(it) for it in every}) > 10
    for entity in every:
        written = adapter(type(entity)).dump_json(entity, by_alias=True, indent=1)
        assert as_json(entity) == f"{written.decode()}\n"
