"""How old a reader must be for the summaries of the review: `python -m tests.reading_age`.

The reading age is the grade of Flesch and Kincaid and five years more (J. P. Kincaid and others,
Derivation of new readability formulas, 1975). It counts syllables and the words of sentences, and
knows nothing of sense: a text that it finds easy may still be hard.
"""
# ruff: noqa: T201 - this is a command, and it prints

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from pyphen import Pyphen

from generator.check.check import check
from generator.library.library import Library
from generator.pages.views.names import Names

AIM = 14
"""In years; NHS and public services in the United Kingdom write for younger readers still."""
ROOT = Path(__file__).parent.parent
SYLLABLES = Pyphen(lang="en_GB", left=1, right=1)


def reading_age(text: str) -> float:
    """The age, in years, from which a text can be read."""
    words = re.findall(r"\w(?:[\w.’'-]*\w)?", text)
    sentences = max(1, len(re.findall(r"[.?!](?=\s|$)", text)))
    syllables = sum(len(SYLLABLES.positions(word)) + 1 for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59 + 5


def summaries(library: Library) -> Iterator[tuple[str, str]]:
    """Every summary of the review, as readers see it, with the id of what it sums up."""
    names = Names(library)
    for kind in (library.guidance, library.every_theory, library.every_intervention):
        for id, item in kind.items():
            yield id, names.plain(item.summary)


def too_hard(library: Library) -> list[tuple[float, str, str]]:
    """The summaries above the aim, the hardest first: age, id and text."""
    aged = ((reading_age(text), id, text) for id, text in summaries(library))
    return sorted((one for one in aged if one[0] > AIM), reverse=True)


def main() -> None:
    """Tell the summaries above the aim; exit 1 where there are any."""
    library = check(ROOT).library
    if library is None:
        sys.exit("The data have errors: see realist check.")
    hard = too_hard(library)
    for age, id, text in hard:
        print(f"{id}: reading age {age:.1f}, above {AIM}. Shorter sentences help. {text}")
    sys.exit(1 if hard else 0)


if __name__ == "__main__":
    main()
