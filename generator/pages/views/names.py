"""What things are called in running text, and the links by which readers find them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from generator.entities import Intervention, Theory, locators
from generator.entities.inline import is_plain, pieces, plain
from generator.entities.order import lettered
from generator.entities.texts import with_number
from generator.entities.words import Words, inside, opening
from generator.library.kinds import CLAIM, INTERVENTION, KINDS, THEORY, Kind
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.paragraphs import paragraph_address

_FIRST_WORDS = 5
"""Enough of a title to know it again."""


@dataclass(frozen=True)
class Link:
    """A link to a page of this site, or to a fragment of one."""

    text: str
    address: Address
    fragment: str = ""
    change: str = "retained"
    """The change of the theory that it leads to, so that its name is shown in the right font."""


@dataclass(frozen=True)
class PlaceLink(Link):
    """A place in the source, on the page about it, and the same on the page of its publisher."""

    outside: str = ""


@dataclass(frozen=True)
class Names:
    """What things are called in running text, and where they are found."""

    library: Library

    @property
    def words(self) -> Words:
        """What the review calls its things."""
        return self.library.review.words

    def theory(self, theory: Theory) -> str:
        """“Theory 4”, “Growing theory 4”, or the title of one without a number."""
        if theory.number is None:
            return theory.title
        if theory.group is not None:
            return with_number(self.library.group(theory.group).numbered, theory.number)
        label = str(theory.number)
        # A label of several words, such as “CMOC 3”, is a whole name.
        return label if " " in label else opening(f"{self.words.theory.one} {label}")

    def _in_sentence(self, theory: Theory) -> str:
        """“theory 4”; an abbreviation such as “CMOC 3” stays, and so does what is printed."""
        name = self.theory(theory)
        is_word = name.partition(" ")[0][1:].islower()
        if theory.number is None or not is_word or name.startswith(str(theory.number)):
            return name
        return inside(name)

    def theory_title(self, theory: Theory) -> str:
        """“Theory 4: Sharing the harvest”."""
        if theory.number is None:
            return theory.title
        return f"{self.theory(theory)}: {theory.title}"

    def plain_title(self, theory: Theory) -> str:
        """Its title where nothing can be struck through: “Prizes (initial model only)”."""
        return self.theory_title(theory) + self._removed(theory)

    def plain_name(self, theory: Theory) -> str:
        """Its short name where nothing can be struck through: “Theory 4 (initial model only)”."""
        return self.theory(theory) + self._removed(theory)

    def _removed(self, theory: Theory) -> str:
        return f" ({self.words.initial} model only)" if theory.change == "removed" else ""

    def beside_part(self, id: str, name: str) -> str:
        """A name before that of a part, as in “theory 4, c1”.

        A title would be read with its commas as if it were several, and said of each part; of a
        theory without a number the first words stand in quotation marks.
        """
        theory = self.library.every_theory.get(id)
        if theory is None or theory.number is not None:
            return name
        start = _start(theory.title)
        is_short = start == theory.title or self._starts[start] > 1
        return f"“{theory.title}”" if is_short else f"“{start} …”"

    @cached_property
    def _starts(self) -> Counter[str]:
        return Counter(_start(theory.title) for theory in self.library.every_theory.values())

    def intervention(self, intervention: Intervention) -> str:
        """“#6”, or the title of one without a number."""
        return intervention.title if intervention.number is None else f"#{intervention.number}"

    def intervention_title(self, intervention: Intervention) -> str:
        """“#6 Shared beds in a park”, or the title of one without a number."""
        if intervention.number is None:
            return intervention.title
        return f"#{intervention.number} {intervention.title}"

    def intervention_heading(self, intervention: Intervention) -> str:
        """“Intervention #6 Shared beds in a park”; without a number after a colon."""
        between = ":" if intervention.number is None else ""
        noun = opening(self.words.intervention.one)
        return f"{noun}{between} {self.intervention_title(intervention)}"

    def sign(self, intervention: Intervention) -> str:
        """“#6” where a drawing has no room for more; without a number a letter, as in `signs`."""
        return self._letters.get(intervention.id) or f"#{intervention.number}"

    @property
    def signs(self) -> str:
        """“a Shared beds; b Sundays”: what the letters stand for; empty where there are none."""
        known = self.library.interventions
        return "; ".join(f"{letter} {known[id].title}" for id, letter in self._letters.items())

    @cached_property
    def _letters(self) -> dict[str, str]:
        without = (i.id for i in self.library.interventions.values() if i.number is None)
        return dict(zip(without, lettered(), strict=False))

    @cached_property
    def _known(self) -> dict[str, Link]:
        return {
            id: self._short(kind, item)
            for kind in KINDS
            if kind.is_named
            for id, item in self.library.of(kind).items()
        }

    def _short(self, kind: Kind[Any], item: Any) -> Link:
        """The link to something by its short name, as it stands within a sentence."""
        address, fragment = addresses.at(kind.name, item.id)
        if kind is THEORY:
            return Link(self._in_sentence(item), address, change=item.change)
        if kind is INTERVENTION:
            return Link(self.intervention(item), address)
        return Link(getattr(item, "title", f"{kind.spoken} {item.id}"), address, fragment)

    def in_text(self, target: str) -> Link:
        """What `[[target]]` stands for within a text; what is withdrawn is called so.

        A claim has nothing but its id, so that readers are told as well where it stands.
        """
        link = self.link(target)
        if target not in self.library.claims:
            return replace(link, text=link.text + self._retired(target))
        return replace(link, text=f"{link.text} of the {inside(CLAIM.heading)}")

    def link(self, target: str) -> Link:
        """The link to something by its short name, or to a place of the source.

        Raises KeyError where there is nothing of this id, which `check` refuses.
        """
        return self.place(target) if " " in target else self._known[target]

    def place(self, locator: str) -> Link:
        """A locator in words, with a link to the page about the source."""
        text = locators.label(locator, self.library.review.source)
        return Link(text, addresses.ARTICLE, locators.anchor(locator))

    def full(self, id: str) -> Link:
        """A link with the whole title of something; what is withdrawn is called so."""
        if id not in self._full:
            self._full[id] = self._whole(id)
        return self._full[id]

    @cached_property
    def _full(self) -> dict[str, Link]:
        return {}

    def _retired(self, id: str) -> str:
        return " (retired)" if id in self.library.retired else ""

    def _whole(self, id: str) -> Link:
        link, retired = self.link(id), self._retired(id)
        if theory := self.library.every_theory.get(id):
            title = self.theory_title(theory) + retired
            return Link(title, link.address, change=theory.change)
        if intervention := self.library.every_intervention.get(id):
            return Link(self.intervention_title(intervention) + retired, link.address)
        return replace(link, text=link.text + retired)

    def plain(self, text: str) -> str:
        """A text without markup: its references are named, of two wordings the newer stands."""
        if is_plain(text):
            return text
        targets = {p.content for p in pieces(text) if p.kind == "reference"}
        return plain(text, names={target: self.in_text(target).text for target in targets})

    def places(self, at: Sequence[str]) -> tuple[PlaceLink, ...]:
        """The places in the source, in words; sentences of one paragraph are named together."""
        return self._placed(tuple(at))

    @cached_property
    def _placed(self) -> Callable[[tuple[str, ...]], tuple[PlaceLink, ...]]:
        """Makes places, and keeps them: much of a review rests on the same ones."""
        return lru_cache(maxsize=4096)(self._new_places)

    def _new_places(self, at: tuple[str, ...]) -> tuple[PlaceLink, ...]:
        source = self.library.review.source
        return tuple(
            PlaceLink(text, addresses.ARTICLE, anchor, outside=paragraph_address(source, anchor))
            for text, anchor in locators.labels(at, source)
        )

    def all(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Links to several things, by their short names."""
        return tuple(self.link(id) for id in ids)


def _start(title: str) -> str:
    return " ".join(title.split()[:_FIRST_WORDS])
