"""What the YAML parser objects to, in the words of somebody who writes texts."""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Location
from generator.files.yaml_lookalikes import lookalike

_ANY = "Keys and values as “key: value”, indented with spaces."
_QUOTE_IT = "Put the whole text in 'quotation marks', and double every ' within it."

# What stands in the parser's problem or context, the code, and what to say instead. First match.
_WORDS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "alias|anchor",
        "alias",
        "A value that begins with “*” or “&” would be a reference to another part of the file.",
        "Every value in full; YAML’s aliases and anchors are not used here.",
        _QUOTE_IT,
    ),
    (
        r"scanning a tag|parsing a tag|undefined tag handle",
        "tag",
        "A value that begins with “!” would be a tag, which tells programs to make something.",
        "Plain texts, numbers, lists and mappings.",
        _QUOTE_IT,
    ),
    (
        r"mapping values are not allowed",
        "syntax",
        "There is a colon here where no key can end.",
        _ANY,
        f"If it belongs to a text: {_QUOTE_IT[0].lower()}{_QUOTE_IT[1:]}"
        " If it ends a key, look at the line before: how far it is indented, and whether a space"
        " follows its colon.",
    ),
    (
        r"unknown escape character",
        "syntax",
        'Within "such marks" a backslash has a meaning, and this one has none.',
        "A text without backslashes, or two of them for one.",
        "Put the text in 'single marks' instead; there a backslash is a backslash.",
    ),
    (
        r"quoted scalar",
        "syntax",
        "The quotation mark that opens here is never closed.",
        "A quotation mark of the same kind where the text ends.",
        "Add it; within 'such marks' an apostrophe is written twice: ''.",
    ),
    (
        r"flow sequence",
        "syntax",
        "The bracket “[” that opens here is never closed, or there is no comma between two values.",
        "A list such as [findings 2.2, findings 2.3].",
        "Add the comma or the bracket “]”; put a text that begins with “[” in 'quotation marks'.",
    ),
    (
        r"flow mapping",
        "syntax",
        "The brace “{” that opens here is never closed, or there is no comma between two keys.",
        "A mapping such as {plot-type: shared-beds}.",
        "Add the comma or the brace “}”; put a text that begins with “{” in 'quotation marks'.",
    ),
    (
        r"could not find expected ':'",
        "syntax",
        "This line is no “key: value”, and it does not go on with the text above it.",
        _ANY,
        "Add the colon and a space after the key, or indent the line further than its key.",
    ),
    (
        r"block sequence entries are not allowed",
        "syntax",
        "A list cannot begin here.",
        "Each entry on a line of its own, after “- ” and below its key.",
        "Begin the list on the next line; put a text that begins with “- ” in 'quotation marks'.",
    ),
    (
        r"did not find expected (key|'-' indicator|<block end>)",
        "syntax",
        "This line does not belong to what stands above it.",
        "Keys of one mapping, or entries of one list, indented alike.",
        "Indent it as its neighbours; look also for a quotation mark that closes too early.",
    ),
)
_TAB = re.compile("^[ ]*\t")
_FROM_OPENING = "flow|quoted|alias|anchor|tag|simple key|directive"
_NO_START = "cannot start any token|node content|directive|mapping keys|incompatible"


def explain(error: yaml.YAMLError, text: str, path: str) -> Diagnostic:
    """The diagnostic of what the parser refused. Codes: syntax, alias, tag."""
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    context = str(getattr(error, "context", None) or "")
    location = _location(error, problem, context, text, path)
    line = _line(text, location.line)
    sign = line[location.column - 1 : location.column]
    if told := _tab(line, location) or lookalike(text.splitlines(), location):
        return told
    if sign.strip() and re.search(_NO_START, problem):
        return _first_character(sign, location)
    if "did not find expected key" in problem and line[: location.column - 1].strip():
        return _more(location)
    for pattern, *words in _WORDS:
        if re.search(pattern, f"{problem} {context}"):
            return Diagnostic(location, *words)
    said = problem.removeprefix("but ").rstrip(".")
    return Diagnostic(
        location,
        "syntax",
        f"This is not valid YAML: {said}.",
        _ANY,
        "Put a text with special characters in 'quotation marks', and look at the line before.",
    )


def _location(error: Any, problem: str, context: str, text: str, path: str) -> Location:
    """Where the mistake was made: for what was never closed, where it was opened."""
    mark = getattr(error, "problem_mark", None)
    opening = getattr(error, "context_mark", None)
    if opening is not None and "escape" not in problem and re.search(_FROM_OPENING, context):
        mark = opening
    if mark is None:
        return Location(path)
    line, column = mark.line + 1, mark.column + 1
    last = len(text.splitlines()) or 1
    return Location(path, line, column) if line <= last else Location(path, last)


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if number <= len(lines) else ""


def _tab(line: str, location: Location) -> Diagnostic | None:
    """A tab that indents the line, or stands where a value should begin."""
    indents = _TAB.match(line)
    if not indents and line[location.column - 1 : location.column] != "\t":
        return None
    column = indents.end() if indents else location.column
    return Diagnostic(
        Location(location.path, location.line, column),
        "syntax",
        "There is a tab here, and YAML takes only spaces.",
        "Two spaces for each level.",
        "Replace the tab by spaces; most editors can do so for the whole file.",
    )


def _first_character(sign: str, location: Location) -> Diagnostic:
    """A text that begins with a character that means something to YAML."""
    return Diagnostic(
        location,
        "syntax",
        f"A text cannot begin with “{sign}” here.",
        "A text that begins with a letter, or one in quotation marks.",
        _QUOTE_IT,
    )


def _more(location: Location) -> Diagnostic:
    """Something after the end of a value: most often a text with an apostrophe."""
    return Diagnostic(
        location,
        "syntax",
        "The value has ended before this place, and more follows on its line.",
        "Nothing after the closing quotation mark or bracket.",
        "Within 'such marks' an apostrophe is written twice: ''. " + _QUOTE_IT,
    )
