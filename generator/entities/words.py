"""What a review calls its things; pages and reports of changes use these words."""

from collections.abc import Sequence
from datetime import date

from generator.entities.base import Entity
from generator.entities.texts import Title


class Noun(Entity):
    """What one thing of a kind is called, and what several are called."""

    one: Title
    """A single one: theory."""
    many: Title
    """Several: theories."""

    def of(self, number: int) -> str:
        """The form that follows a number: “theory” after 1, “theories” after 3."""
        return self.one if number == 1 else self.many

    def counted(self, number: int) -> str:
        """“1 theory”, “3 theories”."""
        return counted(number, self.one, self.many)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(day: date) -> str:
    """“22 November 2026”, in every locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def counted(number: int | None, one: str, many: str = "") -> str:
    """“1 claim”, “2 claims”; `many` where it is not `one` with an s."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


class Words(Entity):
    """The words of the review for its things, where they are not the usual ones."""

    programme_theory: Noun = Noun(one="programme theory", many="programme theories")
    """A configuration of context, mechanism and outcome, by its full name."""
    theory: Noun = Noun(one="theory", many="theories")
    """The same in short, in running text."""
    intervention: Noun = Noun(one="intervention", many="interventions")
    """What was studied: intervention, programme, study."""
    study: Noun = Noun(one="study", many="studies")
    """What the source read and includes: study, document."""
    format: Noun = Noun(one="format", many="formats")
    """What tells interventions apart first: format, setting."""
    resource: Title = "resource"
    """The part of a mechanism that is offered: resource."""
    response: Title = "response"
    """The part of a mechanism that is people’s own: response, reasoning, reaction."""
    initial: Title = "initial"
    """The model that the review began with: initial, rough."""
    final: Title = "final"
    """The model that the review ended with: final, refined."""
    removed: Title | None = None
    """Why a theory or statement stands in the first model only, such as “nothing supported it”."""
    abbreviations: tuple[Title, ...] = ()
    """What is written in capitals by nature, such as ISO; imports leave it so."""

    @property
    def change_labels(self) -> dict[str, str]:
        """What became of a theory or statement between the two models, by its word in YAML."""
        return {
            "retained": f"In the {self.initial} and the {self.final} model",
            "removed": opening(f"{self.initial} model only")
            + (f": {self.removed}" if self.removed else ""),
            "added": opening(f"{self.final} model only: new"),
            "reworded": f"Reworded in the {self.final} model",
            "not-stated": opening(f"{self.initial} model: not stated"),
        }


def opening(text: str) -> str:
    """A text as it begins a sentence: its first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """A text as it stands within a sentence: its first letter small, the others as they are."""
    return text[:1].lower() + text[1:]


def listed(names: Sequence[str]) -> str:
    """“beans”, “beans and peas”, “beans, peas and leeks”."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def with_article(noun: str) -> str:
    """“a theory”, “an intervention”; by the first letter, which is enough for our own nouns."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def full_stop(text: str) -> str:
    """What ends a sentence with this title: nothing, where it ends with a mark of its own."""
    return "" if text.endswith((".", "?", "!")) else "."


def in_version(title: str, version: str) -> str:
    """“Shared plots, version 1.0”; in brackets behind a title that ends with a mark of its own."""
    if not version:
        return title
    return f"{title}, {version}" if full_stop(title) else f"{title} ({version})"
