"""The names of people, as lists of references need them: the family name apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Name:
    """A person’s name in its two parts, or a name of one part alone."""

    family: str
    given: str = ""

    @property
    def turned(self) -> str:
        """“Example, Ann”, as files for reference managers have it."""
        return f"{self.family}, {self.given}" if self.given else self.family


def name_of(text: str) -> Name:
    """A name as people write it: “Ann Example”, “Ann van Example” or “Example Sol, Ann”.

    Without a comma the family name is the last word, with the words in small letters before it
    (https://www.bibtex.com/f/author-field/ has the same rule).
    """
    family, comma, given = text.partition(",")
    if comma:
        return Name(family.strip(), given.strip())
    words = text.split()
    start = len(words) - 1
    while start > 1 and words[start - 1][0].islower():
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]))
