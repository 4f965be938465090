"""The texts of new files: every key with what it is for, and placeholders that say so.

A placeholder is no content: texts begin with “To be written”, places are the first paragraph of the
source, and everything rests on an inference whose reasoning is still to be written, so that nobody
publishes a place that was never looked up.
"""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from generator.edit.scaffold_keys import (
    CHECKED,
    RETIRED,
    OfReview,
    sourced_keys,
    summary_key,
    text_key,
    title_key,
)
from generator.entities import Attribute, Attributes
from generator.entities.base import PLACEHOLDER

_NO_GROUP = "# group: the id of a group, where seeds/review.yml lists groups"
_SORTED = "; so is the sorting into context, mechanism and\n# outcome."
_ONE_MODEL = "# model: initial and final, where the source gives both; then every theory has it"
_PART = "    part: null  # resource (what is offered) or response, where mechanisms are split\n"


def theory(
    review: OfReview, id: str, group: str | None, groups: Iterable[str], title: str | None
) -> str:
    """A file in `theories/`."""
    noun = review.noun
    return f"""\
# yaml-language-server: $schema=../schema/theory.schema.json
# Programme theory: title and summary are ours{_SORTED if review.is_sorted_by_us else "."}
# Replace every text that begins with “{PLACEHOLDER}”, and every place in “at”.
id: {id}  # permanent: people cite it
number: null  # what the {noun} prints: 4, 1a or CMOC 3; null where it prints none
number-at: []  # where it prints the number: [{review.place}]
{f"group: {group}  # one of: {', '.join(groups)}" if group else _NO_GROUP}
{title_key(title)}
{summary_key(noun)}
topic:  # how far the {noun} gives this theory a subject of its own
{text_key("text", f"the subject, as the {noun} has it", 2)}
  shared-with: []  # the ids of theories that share the phrase with this one
{sourced_keys(review, 2)}
{_model(review) if review.has_two_models else _ONE_MODEL}
{_parts(review)}
{_lists(noun)}
"""


def middle_range_theory(review: OfReview, id: str, title: str | None) -> str:
    """A file in `theories/middle-range/`."""
    noun = review.noun
    return f"""\
# yaml-language-server: $schema=../../schema/middle-range.schema.json
# Middle-range theory or lens: the summary is ours; what it explains has its place in the {noun}.
# Replace every text that begins with “{PLACEHOLDER}”, and every place in “at”.
id: {id}  # permanent: people cite it
{title_key(title)}
{summary_key(noun)}
named-by-source: false  # true where the {noun} itself lists it among the middle-range theories
{text_key("status", f"how the {noun} speaks of it", 0)}
at: [{review.place}]  # replace it: where the {noun} does so, section paragraph.sentence
references: []  # the reference numbers that the {noun} gives there
uses:  # what it explains; u2 for the next, and so on
  - id: u1  # permanent: people cite it
{text_key("text", "what it explains", 4)}
    theories: []  # the ids of the programme theories that it may underlie
{sourced_keys(review, 4, references=True)}
note: null  # what an editor wants the reader to know
"""


def study(review: OfReview, id: str, title: str | None) -> str:
    """A file in `studies/`; of design, country and quality nothing is said yet."""
    noun = review.noun
    return f"""\
# yaml-language-server: $schema=../schema/study.schema.json
# Study that the {noun} includes. What is said of it is what the {noun} says.
# Replace every text that begins with “{PLACEHOLDER}”, and every place in “at”.
id: {id}  # permanent: people cite it
{title_key(title, f"what the {noun} calls it", "short, as pages name it")}
summary: null  # ours, a sentence in plain words, no surer than the {noun}
at: [{review.place}]  # replace it: where the {noun} names it, section paragraph.sentence
citation: null  # the publication, as the {noun} lists it
year: null  # of the publication
doi: null  # without https://doi.org/
url: null  # where it can be read, if it has no DOI
references: []  # the reference numbers of the {noun}
design: null  # how it was done; instead of null: text, quotes, basis, why, at, readings, note
country: null  # where it was done; keys as above
quality: null  # how good the {noun} judges it to be, in its own terms; keys as above
not-stated: []  # which of design, country, quality were looked for and are not stated
reports:  # what it reports; r2 for the next, and so on
  - id: r1  # permanent: people cite it
{text_key("text", f"what it reports, as the {noun} tells it", 4)}
    quotes: []  # the hedges of the {noun}, word for word, eight words at most each
{sourced_keys(review, 4)}
    note: null  # what an editor wants the reader to know
note: null  # what an editor wants the reader to know
{CHECKED.format(noun=noun)}
{RETIRED}
"""


def _number(number: int | None, noun: str) -> str:
    if number is None:
        return f"number: null  # the number that the {noun} gives it; null where it gives none"
    of_it = f"as the {noun} prints it: the next free one, until you correct it; or null"
    return f"number: {number}  # {of_it}"


def intervention(
    review: OfReview, id: str, number: int | None, attributes: Attributes, title: str | None
) -> str:
    """A file in `interventions/`; of its attributes nothing is said, since nobody has looked."""
    noun = review.noun
    return f"""\
# yaml-language-server: $schema=../schema/intervention.schema.json
# Intervention of the review. Title and summary are ours; every value has its place in the {noun}.
# Replace every text that begins with “{PLACEHOLDER}”.
id: {id}  # permanent: people cite it
{_number(number, noun)}
{title_key(title)}
{summary_key(noun)}
{_attributes(review, attributes)}
attributes: {{}}
not-applicable: []  # what cannot have a value here: attributes, why, at
not-stated: []  # the ids of attributes that were looked for and that the {noun} does not state
studies: []  # the ids of the studies that the {noun} knows it from
remarks: []  # facts that are no attribute: id, text, quotes, basis, why, at, readings, note
{CHECKED.format(noun=noun)}
{RETIRED}
"""


def _attributes(review: OfReview, attributes: Attributes) -> str:
    """How an attribute is written, and which there are, all as a comment."""
    noun = review.noun
    known = "\n".join(_attribute(attribute) for attribute in attributes.attributes)
    return f"""\
# Each attribute has one state: a value here, or its id below, in not-applicable or not-stated.
# Nobody has looked yet, so all are left out, and “realist check” lists them. A value is written:
#   {attributes.format}:
#     value: …  # one of the choices, a text, a percentage or the id of an intervention
#     text: …  # words to show after the value, if any
#     basis: reported  # reported, inferred or conflict
#     why: …  # the reasoning, where it is inferred
#     at: [{review.place}]  # where the {noun} says so, section paragraph.sentence
#     readings: []  # for a conflict, instead of value: two or more of value, at, note
#     note: …  # what an editor wants the reader to know, if anything
# The attributes are:
{known}"""


def _attribute(attribute: Attribute) -> str:
    """The id of an attribute with what it takes; below it the choices, if it has any."""
    line = f"#   {attribute.id}: {attribute.label} ({attribute.kind})"
    choices = wrap(", ".join(choice.id for choice in attribute.choices), 94, break_on_hyphens=False)
    return "\n".join([line, *(f"#     {some}" for some in choices)])


def _model(review: OfReview) -> str:
    """The place of a theory in the two models of a review that has two."""
    return f"""\
model:  # whether the theory stands in the initial and in the final model
  initial: not-stated  # present, absent or not-stated
  final: not-stated  # present, absent or not-stated
{sourced_keys(review, 2)}
reading-of: null  # where its place in the model is one reading of a claim: claim, reading, why"""


def _parts(review: OfReview) -> str:
    """The parts of a theory."""
    return f"""\
contexts:  # for whom and in what circumstances; c2 for the next, and so on
{_statement(review, "c1", "for whom and in what circumstances")}
mechanisms:  # what makes people react as they do
{_statement(review, "m1", "how people reason or react", _PART)}
outcomes:  # what follows
{_statement(review, "o1", "what follows")}
    leads-to: []  # context, theory or statement that it leads to: text, basis, why, at, readings
formats:  # which of the formats in seeds/attributes.yml the theory bears on
  - covers: not-stated  # any, named (then list them in formats) or not-stated
    formats: []  # ids of formats, as seeds/attributes.yml has them
    text: null  # what is said of the formats, where it is more than their names
{sourced_keys(review, 4)}"""


def _lists(noun: str) -> str:
    """The lists of a theory that many theories leave empty."""
    return f"""\
confidence: null  # its word on the scale of the review: level, text, basis, why, at, readings
evidence: []  # how sure the {noun} is: id, text, quotes, scope, basis, why, at, readings, note
support: []  # ties to evidence: id, intervention or study, how, text, quotes, basis, why, at, note
revisions: []  # changes between the models: was, now, basis, why, at, readings, note
implications: []  # what it says that bears on the theory: id, text, quotes, basis, why, at, note
nearby: []  # facts on the same subject that are no part of the theory; keys as above
related: []  # ties to other theories: theory, text, basis, why, at
not-stated: []  # what the {noun} does not give of this theory, in words
not-at-hand: []  # what was not in the copy that was read, and that the {noun} may well give
note: null  # what an editor wants the reader to know
refined-by: []  # later publications that refine the theory: citation, doi, text
{CHECKED.format(noun=noun)}
{RETIRED}"""


def _statement(review: OfReview, id: str, what: str, part: str = "") -> str:
    change = "    change: not-stated  # retained, removed, added, reworded or not-stated\n"
    return f"""\
  - id: {id}  # permanent: people cite it
{part}{text_key("text", what, 4)}
    quotes: []  # the hedges of the {review.noun}, word for word, eight words at most each
{change if review.has_two_models else ""}{sourced_keys(review, 4)}
    note: null  # what an editor wants the reader to know
    confidence: null  # how sure the {review.noun} is of this; keys as below"""
