"""The files of a site beside its pages, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic_core import to_json

Content = str | bytes
Make = Callable[[], Content]
"""What makes a file."""


@dataclass(frozen=True)
class Part:
    """Files that belong together: which there are is found out once one of them is asked for."""

    starts: tuple[str, ...]
    """Every path of the part begins with one of these; all other paths are none of its own."""
    find: Callable[[], Mapping[str, Make]]

    @cached_property
    def found(self) -> Mapping[str, Make]:
        """What makes each file of the part, by its path."""
        return self.find()


class Files(Mapping[str, Content]):
    """Files by their paths within the site.

    A build writes each before it asks for the next. Whoever asks for one has no others made but
    those from which it is made.
    """

    def __init__(self, *parts: Part) -> None:
        """Of parts that hold the same path, the last counts."""
        self._parts = parts

    def __getitem__(self, path: str) -> Content:
        """The content of a file. Raises KeyError where there is none."""
        return self._makers(path)[path]()

    def __contains__(self, path: object) -> bool:
        return path in self._makers(str(path))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(path for part in self._parts for path in part.found))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def by_part(self) -> Iterator[list[str]]:
        """The paths of each part, each path once."""
        known: set[str] = set()
        for part in self._parts:
            yield [path for path in part.found if path not in known]
            known.update(part.found)

    def _makers(self, path: str) -> Mapping[str, Make]:
        """Those of the part that holds the file, or of none."""
        for part in reversed(self._parts):
            if path.startswith(part.starts) and path in part.found:
                return part.found
        return {}


def given(files: Callable[[], Mapping[str, Content]]) -> Callable[[], Mapping[str, Make]]:
    """For a `Part` whose files are made together."""
    return lambda: {path: _there(content) for path, content in files().items()}


def as_json(content: Any) -> str:
    """A file of JSON; an entity in it has the keys of its YAML."""
    return to_json(content, indent=1).decode() + "\n"


def _there(content: Content) -> Make:
    return lambda: content
