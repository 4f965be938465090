"""What every entity shares: frozen and typed, kebab-case keys, references declared in the types."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
)
from pydantic_core import CoreSchema

from generator.entities.forms import OneSpace, TextForm
from generator.entities.numbers import Number
from generator.entities.texts import Line


def kebab(name: str) -> str:
    """The key in YAML of a field in Python: `number_at` is written `number-at`."""
    return name.replace("_", "-")


class Entity(BaseModel):
    """A thing of the review as a contributor writes it; unknown keys are refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=kebab,
        # Validators are built when first needed, since most models are parts of others.
        defer_build=True,
    )


@dataclass(frozen=True)
class Ref:
    """Marks a text in a type as a reference, so that linking finds every one of them."""

    kind: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Say in the JSON Schema what the text refers to; `schema.py` fills in what there is."""
        return {**handler(core), REFERS_TO: self.kind}


REFERS_TO = "x-refers-to"
"""The key of a JSON Schema that says which kind of thing a text refers to."""

PLACEHOLDER = "To be written"
"""How a text begins that `realist new` leaves for its author to write."""
PLACEHOLDER_ADDRESS = "https://to-be-written.example/"
"""How an address begins that it leaves; names that end in .example belong to nobody (RFC 2606)."""
PLACEHOLDER_YEAR = 0
"""The year that it leaves; there was none with this number."""

Text = Annotated[Line, OneSpace(r" ?\n[ \n]*")]
"""Sentences. White space of any length is one space, as on a page: an indented line within a folded
text would else change the downloads, which nobody sees. A space that does not break is a letter."""
_LONGEST_ID = 100
"""Characters: no disk takes a name of more than 255 bytes, and some pages add to it."""
_ID = TextForm(
    # Not “index”: its page would be the first page of the folder.
    r"(?!index$)[a-z][a-z0-9]*(-[a-z0-9]+)*",
    "does not have the form of an id",
    "Small letters, digits and hyphens, and a letter first; “index” is taken.",
    "Write it in this form: it may become part of an address.",
    is_exact=True,
)
Slug = Annotated[str, Field(strict=True, max_length=_LONGEST_ID), _ID]
"""An id, or the beginning of one: `early-start`."""
Mark = Annotated[
    str,
    Field(strict=True),
    TextForm(
        r"[a-z]{1,2}[0-9]+",
        "does not have the form of an id within a page",
        "One or two small letters and a number, such as c1.",
        "Write it in this form: it becomes part of an address.",
        is_exact=True,
    ),
]
"""The id of a statement within its file, such as `c1`: a fragment that no heading has."""
NUMBER_OR_RANGE = r"\d{1,5}(-\d{1,5})?"
Numbers = Annotated[
    str,
    Field(strict=True),
    TextForm(
        rf"{NUMBER_OR_RANGE}(, *{NUMBER_OR_RANGE})*",
        "is no list of reference numbers",
        "Numbers and ranges of them, with commas between: 57-79, 82.",
        "Write them between quotation marks, as they are printed.",
        is_exact=True,
    ),
]
"""Reference numbers as they are printed: `57-79, 82`."""

Locator = Annotated[str, Field(strict=True), Ref("locator")]
TheoryId = Annotated[str, Field(strict=True), Ref("theory")]
InterventionId = Annotated[str, Field(strict=True), Ref("intervention")]
StudyId = Annotated[str, Field(strict=True), Ref("study")]
GroupId = Annotated[str, Field(strict=True), Ref("group of theories")]
FormatId = Annotated[str, Field(strict=True), Ref("format")]
AttributeId = Annotated[str, Field(strict=True), Ref("attribute")]
AttributeGroupId = Annotated[str, Field(strict=True), Ref("group of attributes")]
FindingId = Annotated[str, Field(strict=True), Ref("finding")]
ClaimId = Annotated[str, Field(strict=True), Ref("claim")]
ConfidenceId = Annotated[str, Field(strict=True), Ref("level of confidence")]

Locators = Annotated[tuple[Locator, ...], Field(min_length=1)]
Basis = Literal["reported", "inferred", "conflict"]


def is_id(text: str) -> bool:
    """Whether a text can be an id of a file, section or entry: a `Slug`."""
    return len(text) <= _LONGEST_ID and _ID.fits(text)


def is_placeholder(text: str) -> bool:
    """Whether a text still waits for its author."""
    return text.startswith(PLACEHOLDER)


class Retired(Entity):
    """Says that a page is withdrawn: it stays at its address and counts nowhere.

    Claims of the source, which still has it, count it nevertheless.
    """

    why: Text
    """The reason, for readers who follow an old link."""
    date: date
    """The day on which it was withdrawn."""


class Reading(Entity):
    """One of several things a source says where it contradicts itself."""

    value: Text | Number
    """What this reading says: a choice or value of the attribute, or a sentence."""
    at: Locators
    """Where the source says it."""
    note: Text | None = None
    """What an editor wants the reader to know about this reading."""


class Sourced(Entity):
    """Anything that rests on the source: nothing is published without its place and basis."""

    basis: Basis = "reported"
    """reported: the source says so; inferred: it follows, see `why`; conflict: see `readings`."""
    at: Locators
    """Where in the source: `discussion 2.4` is the fourth sentence of the second paragraph."""
    why: Text | None = None
    """The reasoning, in words; needed where the basis is `inferred`."""
    readings: tuple[Reading, ...] = ()
    """What the source says in one place and in the other; two or more for a conflict."""


class Remark(Sourced):
    """A sentence of ours about what the source says."""

    text: Text
    """The sentence, in our own words."""
    quotes: tuple[Text, ...] = ()
    """The source's own words on how sure it is, eight at most each; shown in quotation marks."""
    note: Text | None = None
    """What an editor wants the reader to know about this sentence."""
