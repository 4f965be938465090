"""What can be wrong with the data, as values: nothing here prints or raises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the site from being built; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file: path relative to the review's folder, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing that is wrong, where it is, what was expected and how to mend it."""

    location: Location
    code: str
    message: str
    expected: str = ""
    remedy: str = ""

    @property
    def severity(self) -> Severity:
        """The severity of the code, from the table below."""
        return CODES[self.code].severity


MOST = 100
"""The most diagnostics of one kind that are told at once; nobody mends more in one go."""


@dataclass(frozen=True)
class Code:
    """What a code stands for, for the documentation and for machines."""

    meaning: str
    severity: Severity = Severity.ERROR
    is_cause: bool = False
    """Whether much else may follow from it, so that it is told before all that."""
    is_effect: bool = False
    """Whether many in the same words follow from one thing, which may be wrong elsewhere."""


CODES: dict[str, Code] = {
    # What stops a file from being read.
    "no-plain-file": Code("Something else than a plain file or folder.", is_cause=True),
    "file-name": Code("A name that not every machine can hold.", is_cause=True),
    "unreadable": Code("The file cannot be read as text in UTF-8."),
    "too-large": Code("The file is larger than any file of a review needs to be."),
    "hidden-character": Code("A character that nobody can see, or that turns text round."),
    "merge-conflict": Code("Two versions of the same lines stand in the file, with marks of git."),
    "syntax": Code("The file is not valid YAML."),
    "alias": Code("A part of the file would be a copy of another; every value is written out."),
    "tag": Code("A tag would tell a program what to make of a value; nothing is made of any."),
    "too-deep": Code("Lists and mappings stand too deep within one another."),
    "empty": Code("The file holds nothing, or not the mapping or list that belongs there."),
    "duplicate-key": Code("A key stands twice in one mapping; the first value would be lost."),
    "other-format": Code("The files are in a format that this version does not read."),
    # What is wrong with the shape of what was read.
    "unknown-key": Code("A key that nothing reads."),
    "missing-key": Code("A key that must be there is not."),
    "wrong-type": Code("A value of another type than the key takes."),
    "wrong-choice": Code("A value that is none of the allowed words."),
    "wrong-value": Code("A value of the right type that breaks another limit."),
    "text-cut": Code("A text without its end: a “#” after a space begins a comment."),
    "html-in-text": Code("A text holds HTML, which is shown as it stands and means nothing."),
    "link-in-text": Code("A text holds a link; texts link within the site only."),
    "markup-half": Code("Markup in a text is opened or closed, and not both."),
    # What is wrong with the references between files.
    "unknown-file": Code("A file that nothing reads.", is_cause=True),
    "missing-file": Code("A file that the review needs is not there.", is_cause=True),
    "unknown-reference": Code("A reference to something that does not exist.", is_effect=True),
    "id-not-file-name": Code("The id of a file differs from its name."),
    "duplicate-id": Code("An id is used twice."),
    "not-moved": Code(
        "An entry of seeds/moved.yml about something that is still there, or that never was."
    ),
    "id-gone": Code("An id that was published and that nothing has any more.", is_cause=True),
    "wrong-prefix": Code("The id does not begin as the ids of its group do."),
    "locator-form": Code("A locator that does not have the form of one."),
    "locator-range": Code("A locator to a place that the source does not have.", is_effect=True),
    # What only a realist review knows.
    "inferred-without-why": Code("Something is inferred and the reasoning is not given."),
    "conflict-readings": Code("A conflict is recorded with fewer than two readings that differ."),
    "readings-without-conflict": Code("Readings are given for something that is no conflict."),
    "attribute-not-extracted": Code(
        "Nobody has recorded the attribute yet, nor that the source does not state it.",
        Severity.WARNING,
    ),
    "number-repeats": Code(
        "A number with the words that pages put before it anyway.", Severity.WARNING
    ),
    "placeholder": Code(
        "A text of a new file that nobody has written yet.",
        Severity.WARNING,
    ),
    "attribute-twice": Code("An attribute has two states at once."),
    "attribute-value": Code("A value that does not suit the kind of the attribute."),
    "model-change": Code("The change of a statement contradicts the change of its theory."),
    "reworded-without-markup": Code("A reworded statement that does not hold both wordings."),
    "markup-without-reworded": Code("Change markup in a text that is not called reworded."),
    "quote-half": Code("A quotation with half of a pair of quotation marks."),
    "name-half": Code(
        "An author that looks like half of a name, or like no person.", Severity.WARNING
    ),
    "quote-too-long": Code("A quotation longer than the rules of this site allow."),
    "too-many-words": Code("A text that is longer than readers of its place have time for."),
    "hedge-lost": Code("A short form that is surer than the finding it stands for."),
    "short-missing": Code("Something is to be shown in short and has no short form."),
    "matrix-cell": Code("A finding that stands in no column of its matrix."),
    "includes-exceeded": Code(
        "More things have a file than the source is said to include.", Severity.WARNING
    ),
    "support-target": Code("A tie of a theory that names no intervention or study, or both."),
    "number-twice": Code("Two theories of one group bear the same number."),
    "label-twice": Code("Two things of one list that readers cannot tell apart.", Severity.WARNING),
    "table-shape": Code("A table without what its kind needs."),
    "chain-target": Code("An outcome leads to nothing, or to several things in one entry."),
    "claim-cannot-fail": Code(
        "A claim with a verdict, and nothing that it was held against.", Severity.WARNING
    ),
    "claim-problem": Code("A claim is counted to a problem that is no contradiction."),
    "claim-verdict": Code("What the data say of a claim differs from the recorded verdict."),
    # What a copy of the source shows: `realist verify-source`.
    "source-paragraph": Code("A paragraph of the source that is not as the review lists it."),
    "source-quote": Code("A quotation that does not stand where it is said to."),
    "source-number": Code("A number that does not stand where it is said to."),
    "source-copied": Code("Words in a row that the source has as well, more than may be quoted."),
    # What keeps versions as they were.
    "release-changed": Code("A version that was released is not as it was.", is_cause=True),
    "release-refused": Code("A version that cannot be released as things stand."),
    "page-template": Code("A page written by hand that cannot be rendered."),
    "dead-link": Code(
        "A link of a page written by hand that leads to no page of this site.", Severity.WARNING
    ),
    "page-markup": Code("A page written by hand holds what could run, or call on another place."),
}


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each once, by file and line, what others follow from first."""
    return sorted(set(diagnostics), key=lambda one: (not CODES[one.code].is_cause, one))


def first_of_each(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The first hundred of each code; where there are more, the hundredth says how many."""
    counts, told = Counter(one.code for one in diagnostics), Counter[str]()
    for one in diagnostics:
        told[one.code] += 1
        more = counts[one.code] - MOST
        if told[one.code] == MOST and more > 0:
            yield replace(one, message=f"{one.message} (And {more:,} more like it.)")
        elif told[one.code] <= MOST:
            yield one


_FEW = 12
"""The most known words that a message lists: what a reader takes in at a glance."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy that names the nearest known words, or lists all where they are few."""
    options = sorted(set(known))
    if close := nearest(word, options):
        return suggestion(close)
    return "Known here: " + ", ".join(options) + "." if 0 < len(options) <= _FEW else ""


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known words that come nearest: two at most, and none where all are far from it."""
    return get_close_matches(word.lower(), sorted(set(known)), n=2, cutoff=0.6)


def suggestion(words: Sequence[str]) -> str:
    """A remedy that names the words that may have been meant; empty where there are none."""
    named = " or ".join(f"“{word}”" for word in words)
    return f"Did you mean {named}?" if named else ""
