"""The files of a site beside its pages, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, SchemaSerializer, to_json
from pydantic_core.core_schema import (
    any_schema,
    model_field,
    model_fields_schema,
    model_schema,
    with_default_schema,
)

from generator.entities import Entity

Content = str | bytes
Make = Callable[[], Content]
"""What makes a file."""


@dataclass(frozen=True)
class FileSet:
    """Files that belong together: which there are is found out once one of them is asked for."""

    starts: tuple[str, ...]
    """What the paths of the set begin with; no other path is looked for in it."""
    find: Callable[[], Mapping[str, Make]]
    is_of_views: bool = False
    """Whether the files are made from views that pages show, too."""

    @cached_property
    def found(self) -> Mapping[str, Make]:
        """What makes each file of the set, by its path."""
        return self.find()


class Files(Mapping[str, Content]):
    """Files by their paths within the site.

    A build writes each before it asks for the next. Whoever asks for one has no others made but
    those from which it is made.
    """

    def __init__(self, *sets: FileSet) -> None:
        """Of sets that hold the same path, the last counts."""
        self._sets = sets

    def __getitem__(self, path: str) -> Content:
        """The content of a file. Raises KeyError where there is none."""
        return self._makers(path)[path]()

    def __contains__(self, path: object) -> bool:
        return path in self._makers(str(path))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(path for one in self._sets for path in one.found))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def by_set(self, *, of_views: bool) -> Iterator[list[str]]:
        """The paths of each set, each path once: of those made from views, or of all others."""
        known: set[str] = set()
        for one in self._sets:
            if one.is_of_views is of_views:
                yield [path for path in one.found if path not in known]
                known.update(one.found)

    def _makers(self, path: str) -> Mapping[str, Make]:
        """Those of the set that holds the file, or of none."""
        for one in reversed(self._sets):
            if path.startswith(one.starts) and path in one.found:
                return one.found
        return {}


def given(files: Callable[[], Mapping[str, Content]]) -> Callable[[], Mapping[str, Make]]:
    """For a `FileSet` whose files are made together."""
    return lambda: {path: _there(content) for path, content in files().items()}


def as_json(content: Any) -> str:
    """A file of JSON; an entity in it has the keys of its YAML."""
    _write_plainly()
    return to_json(content, indent=1).decode() + "\n"


@cache
def _write_plainly() -> None:
    """Have every entity written key by key, each value as what it is.

    Pydantic would first work out how to hold data to each type, for the same bytes: that takes ten
    times as long as to write a small review. What others have written of an entity stays the same.
    """
    for model in _below(Entity):
        fields = {
            name: model_field(_plainly(field), serialization_alias=field.alias)
            for name, field in model.model_fields.items()
        }
        schema = model_schema(model, model_fields_schema(fields))
        model.__pydantic_serializer__ = SchemaSerializer(schema)


def _plainly(field: FieldInfo) -> CoreSchema:
    """Whatever stands there, with what it is by default, which some leave out."""
    if field.is_required():
        return any_schema()
    default = field.get_default(call_default_factory=True)
    return with_default_schema(any_schema(), default=default)


def _below(model: type[Entity]) -> Iterator[type[Entity]]:
    for one in model.__subclasses__():
        yield one
        yield from _below(one)


def _there(content: Content) -> Make:
    return lambda: content
