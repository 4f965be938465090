"""Places in the source as people write them, to locators.

“Discussion, paragraph 2, sentence 4”, “the fourth sentence of the second paragraph of the
Discussion” and “discussion 2.4” are the same place. What is not understood is never guessed.
"""

from __future__ import annotations

import re

from generator.diagnostics import nearest, suggestion
from generator.edit.from_form.form import CannotMapError
from generator.entities import locators
from generator.entities.source import Section, Source

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
_ORDINAL = re.compile(
    r"\b(" + "|".join(_ORDINALS) + r"|\d+(?:st|nd|rd|th)) (paragraph|sentence)\b", re.I
)
_PARAGRAPH = re.compile(r"\b(?:paragraph|para\.?)\s*(\d+)", re.I)
_SENTENCES = re.compile(r"\bsentences?\b((?:\d|\s|,|and\b|to\b|-|–)*)", re.I)
_RANGE = re.compile(r"(\d+)(?:\s*(?:-|–|to)\s*(\d+))?", re.I)
_ROWS = re.compile(r"(?P<whole>.+?),? rows? (?P<rows>(?:\d|\s|,|and\b|to\b|-|–)+)")
_SHORT = re.compile(r"(\d+)(?:\.(\d+)(?:\s*[-–]\s*(\d+))?)?")
_MORE = re.compile(r"(?:\s*,|\s+and)\s*(?=\d+\.\d)", re.I)


def locators_in(words: str, source: Source) -> tuple[str, ...]:
    """Every place that the words name, as locators. Raises CannotMapError."""
    found: list[str] = []
    for part in _parts(words, source):
        found += _places(part, source)
    if not found:
        raise CannotMapError(_unknown(words, source))
    for locator in found:
        try:
            locators.check(locators.parse(locator), source)
        except locators.LocatorRangeError as error:
            raise CannotMapError(f"The {source.noun} has no place “{locator}”. {error}") from None
    return tuple(dict.fromkeys(found))


def _names(source: Source) -> dict[str, Section]:
    """Every name by which people may call a section, in small letters."""
    names: dict[str, Section] = {}
    for section in source.sections:
        for name in (section.id, section.id.replace("-", " "), section.short, section.title):
            names.setdefault((name or section.id).lower(), section)
    return names


def _naming(source: Source) -> re.Pattern[str]:
    """Finds the names of sections, a long name before a short one that it begins with."""
    names = sorted(_names(source), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])", re.I)


def _parts(words: str, source: Source) -> list[str]:
    """The words apart at semicolons, and at commas before a further section."""
    naming = _naming(source)
    parts: list[str] = []
    for part in re.split(r"\s*;\s*", words):
        starts = [match.start() for match in naming.finditer(part)][1:]
        start = 0
        for end in starts:
            if re.search(r"\d(\s*,|\s+and|\s*, and)?\s*$", part[start:end], re.I):
                parts.append(re.sub(r"(\s*,)?(\s+and)?\s*$", "", part[start:end], flags=re.I))
                start = end
        parts.append(part[start:])
    return [part for part in parts if part.strip(" .,")]


def _places(part: str, source: Source) -> list[str]:
    """The places within one section that a part of the words names."""
    if part.strip(" .").lower() == locators.WHOLE:
        return [locators.WHOLE]
    found = list(_naming(source).finditer(part))
    if len(found) != 1:
        raise CannotMapError(_unknown(part, source))
    section = _names(source)[found[0][0].lower()]
    rest = part[: found[0].start()] + " " + part[found[0].end() :]
    if captions := _captions(rest, section):
        return [f"{section.id} {caption}" for caption in captions]
    in_words = _in_words(_ORDINAL.sub(_cardinal, rest))
    places = in_words or _short_forms(part[found[0].end() :])
    if not places or (not in_words and re.search(r"\d", part[: found[0].start()])):
        raise CannotMapError(_unknown(part, source))
    return [f"{section.id} {place}" for place in places]


def _captions(rest: str, section: Section) -> list[str]:
    """“Table 2” or “Table 2, rows 4 and 6” as places in the section; nothing for all else."""
    said = " ".join(rest.strip(" ,.:").lower().split())
    rows = _ROWS.fullmatch(said)
    whole = rows["whole"] if rows else said
    for caption in section.captions:
        label = caption.label.lower()
        if whole in (caption.id, label, caption.whole.lower()):
            return _ranges(rows["rows"], caption.id) if rows else [caption.id]
    return []


def _ranges(said: str, whole: str) -> list[str]:
    """“4 to 5 and 7” as parts of a paragraph or table; nothing where something else is said."""
    places = []
    for one in re.split(r",|\band\b", said.strip(" ,"), flags=re.I):
        match = _RANGE.fullmatch(one.strip())
        if not match:
            return []
        first, last = match.groups()
        places.append(f"{whole}.{first}" + (f"-{last}" if last else ""))
    return places


def _cardinal(match: re.Match[str]) -> str:
    word = match[1].lower()
    number = _ORDINALS.index(word) + 1 if word in _ORDINALS else re.sub(r"\D", "", word)
    return f"{match[2]} {number}"


def _in_words(rest: str) -> list[str]:
    """“paragraph 2, sentences 4 to 5 and 7”; nothing where a number is left over."""
    paragraphs = _PARAGRAPH.findall(rest)
    left = _SENTENCES.sub("", _PARAGRAPH.sub("", rest))
    if len(paragraphs) != 1 or re.search(r"\d", left):
        return []
    places: list[str] = []
    for said in _SENTENCES.findall(rest):
        found = _ranges(said, paragraphs[0])
        if not found:
            return []
        places += found
    return places or paragraphs


def _short_forms(rest: str) -> list[str]:
    """“2.4, 2.6-7”; nothing where anything else follows."""
    places = []
    for one in _MORE.split(rest.strip(" .,:()")):
        match = _SHORT.fullmatch(one)
        if not match:
            return []
        paragraph, first, last = match.groups()
        places.append(paragraph + (f".{first}" if first else "") + (f"-{last}" if last else ""))
    return places


def _unknown(words: str, source: Source) -> str:
    sections = [section.short or section.title for section in source.sections]
    start = re.split(r"[,\d]", words)[0].strip().lower()
    is_named = _naming(source).search(words) is not None
    meant = "" if is_named else suggestion(nearest(start, [name.lower() for name in sections]))
    return (
        f"“{words.strip()}” is not understood as a place in the {source.noun}. Write it like "
        f"“{sections[-1]}, paragraph 1, sentence 1”, with a semicolon between places. "
        + (meant or "Its sections are: " + "; ".join(sections) + ".")
    )
