"""The names of authors, as lists of references need them: the family name of people apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Discriminator, Tag

from generator.entities.base import Entity
from generator.entities.texts import Title


class Organisation(Entity):
    """An author that is no person."""

    organisation: Title
    """Its whole name, as it is cited."""


def _shape(author: Any) -> str:
    return "person" if isinstance(author, str) else "mapping"


Author = Annotated[
    Annotated[Title, Tag("person")] | Annotated[Organisation, Tag("mapping")],
    Discriminator(_shape),
]
"""A person, “Ann Example” or “Núñez Íñiguez, Ana María”; or an organisation, under its key."""


@dataclass(frozen=True)
class Name:
    """A person’s name in its two parts, or a name of one part alone."""

    family: str
    given: str = ""
    is_organisation: bool = False

    @property
    def turned(self) -> str:
        """“Example, Ann”, as files for reference managers have it."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def whole(self) -> str:
        """“Ann Example”, as running text has it."""
        return f"{self.given} {self.family}".strip()


def name_of(author: str | Organisation) -> Name:
    """A name as people write it: “Ann Example”, “Ann van Example” or “Example Sol, Ann”.

    Without a comma the family name is the last word, with the words in small letters before it
    (https://www.bibtex.com/f/author-field/ has the same rule); one word in capitals is that of an
    organisation.
    """
    if isinstance(author, Organisation):
        return Name(author.organisation, is_organisation=True)
    family, comma, given = author.partition(",")
    if comma:
        return Name(family.strip(), given.strip())
    words = author.split()
    start = len(words) - 1
    while start > 1 and words[start - 1][0].islower():
        start -= 1
    is_short = len(words) == 1 and author.isupper()
    return Name(" ".join(words[start:]), " ".join(words[:start]), is_organisation=is_short)


def in_a_row(authors: Iterable[str | Organisation]) -> str:
    """The names as running text has them: “Ann Example, Ana María Núñez Íñiguez”."""
    return ", ".join(name_of(author).whole for author in authors)
