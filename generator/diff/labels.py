"""What fields and the entries of lists are called in sentences about a change."""

from __future__ import annotations

from generator.entities import Review

PARTS = {
    "attributes": "attribute", "cautions": "caution", "changes": "entry", "contexts": "context",
    "entries": "entry", "evidence": "remark on the evidence", "formats": "remark on {formats}",
    "glossary": "term", "identified": "identified study", "matches": "match",
    "mismatches": "mismatch", "missing": "missing part", "nearby": "fact nearby",
    "not_stated": "“not stated”, entry", "not_at_hand": "“not at hand”, entry",
    "leads_to": "step", "not_this": "“what it is not”, entry",
    "reports": "statement",
    "refined_by": "refinement", "related": "relation to", "silent": "“silent”, entry",
    "theories_lack": "“not stated of any {theory}”, entry",
    "final_theories_lack": "“not stated of any {theory} of the {final} model”, entry",
    "unknown_models_lack": "“not stated where the {initial} model is not”, entry",
    "unchecked": "unchecked fact",
}  # fmt: skip
"""What one entry of a list is called, where it is not the word without its s."""
_FIELDS = {
    "at": "place in the {noun}", "number_at": "place of the number in the {noun}",
    "last_search_at": "place of the last search in the {noun}",
    "text": "wording", "why": "reasoning", "quotes": "quotations", "short": "short form",
    "checked": "day of the last comparison with the {noun}",
    "check": "how it is recomputed", "found": "what was found", "shows": "what the data show",
    "same_problem_as": "contradiction that is the same problem",
    "printed": "what is printed", "facet": "whether {interventions} are compared by it",
    "how": "how it bears on the {theory}",
    "reading_of": "notice that it is a reading of ours", "opens": "first words",
    "shared_with": "{theories} that share the phrase", "covers": "{formats} it covers",
    "numbered": "how its {theories} are called", "noun": "what the source is called",
    "initial": "in the {initial} model", "final": "in the {final} model",
    "was": "earlier wording", "now": "wording now", "also": "other words for it",
    "named_by_source": "whether the {noun} names it", "status": "how the {noun} speaks of it",
    "is_label": "whether it is a label of this site", "prefixes": "letters its ids begin with",
    "facets": "whether it has all that {interventions} are compared by",
    "stated_only": "whether {interventions} without a value are named below it",
    "board": "what is to be read first", "holds": "what it holds", "fills": "what it would fill in",
    "includes": "what it includes", "lead": "introduction", "headlines": "what was found",
    "intro": "first sentences", "account": "account that a correction asks for",
    "corrections": "address for corrections", "format": "format of the files",
    "doi": "DOI", "url": "web address", "licence_url": "web address of the licence",
    "leave_url": "where “Leave this site” leads", "about": "what it says and does not say",
}  # fmt: skip
"""What a field is called, where it is not its own name."""
_WORDS = {
    "one": "for one", "many": "for several", "removed": "for what stands in the first model only",
    "abbreviations": "that are written in capitals",
}  # fmt: skip
"""Of the words of a review, what a field is; the others stand for what they are called."""


def of_field(field: str, review: Review) -> str:
    """What a field is called in the middle of a sentence."""
    known = _known(review)
    called = _FIELDS.get(field) or known.get(field) or field.replace("_", " ")
    return called.format_map(known)


def _known(review: Review) -> dict[str, str]:
    """What the review calls its things, by the words of this module and of its fields."""
    words = review.words
    known: dict[str, str] = {}
    for one, many in (("theory", "theories"), ("intervention", "interventions"),
                      ("study", "studies"), ("format", "formats")):  # fmt: skip
        noun = getattr(words, one)
        known |= {one: noun.one, many: noun.many}
    return known | {"noun": review.source.noun, "initial": words.initial, "final": words.final}


def of_words(fields: tuple[str, ...]) -> str:
    """What one of the words of a review is called: “word for the intervention, for one”."""
    *outer, last = fields
    things = [field.replace("_", " ") for field in (*outer, *([] if last in _WORDS else [last]))]
    named = [f"for “{thing}”" for thing in things]
    return f"word {', '.join([*named, *([_WORDS[last]] if last in _WORDS else [])])}"


def of_list(field: str, review: Review) -> str:
    """What several entries of a list are called."""
    known = _known(review)
    quoted, is_quoted, _ = PARTS.get(field, "").partition(", entry")
    named = f"{quoted} entries".format_map(known) if is_quoted else field.replace("_", " ")
    return named if is_quoted else known.get(field, named)


def of_entry(field: str, review: Review) -> str:
    """What one entry of a list is called."""
    known, one = _known(review), field.removesuffix("s").replace("_", " ")
    return PARTS.get(field, known.get(_ONE.get(field, one), one)).format_map(known)


_ONE = {"theories": "theory", "studies": "study"}
