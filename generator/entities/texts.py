"""What the short texts of a review may hold: a title, an address, a number to call.

Every text is escaped wherever it is shown; these types refuse, at its line, what would not read or
work there. What no text at all may hold, tags and links, is in `library/text_markup.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.entities.inline import pieces

WRONG = "text-form"
"""The type of error that pydantic gives for a text without the form that its key needs."""


@dataclass(frozen=True)
class Form:
    """What a text must be like: what is wrong with one that is not, or nothing; and the remedy."""

    wrong: Callable[[str], str]
    expected: str
    remedy: str
    pattern: str = ""
    """For editors: a regular expression of JSON Schema that every such text matches."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Hold the text after its own type has been held."""
        return core_schema.no_info_after_validator_function(self._held, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Let an editor say at once what `check` will say."""
        return {**handler(core), **({"pattern": self.pattern} if self.pattern else {})}

    def _held(self, text: str) -> str:
        if problem := self.wrong(text):
            told = {"problem": problem, "expected": self.expected, "remedy": self.remedy}
            raise PydanticCustomError(WRONG, "{problem}", told)
        return text


def _wrong_title(text: str) -> str:
    if len(text.splitlines()) > 1:
        return "has more than one line"
    marks = [piece.content for piece in pieces(text) if piece.kind != "text"]
    return f"has marks around “{marks[0][:40]}”, which a title shows as they stand" if marks else ""


def _wrong_address(text: str) -> str:
    if not _PRINTED.fullmatch(text):
        return "holds a character that no address has"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "is no address"
    if parts.scheme not in ("http", "https"):
        return "does not begin with https:// or http://"
    if "@" in parts.netloc:
        return "holds a name or a password before its host"
    is_host = _HOST.fullmatch(host) and port != 0
    return "" if is_host else "names no host after https://"


def _wrong_folder(text: str) -> str:
    if problem := _wrong_address(text):
        return problem
    if "?" in text or "#" in text:
        return "holds a “?” or “#”, after which nothing can be added"
    return "" if text.endswith("/") else "does not end with “/”"


# The characters of RFC 3986, without the apostrophe, the bracket and the asterisk: no address of a
# review has needed them, and each means something to HTML, to Markdown or to a style sheet.
_PRINTED = re.compile(r"[A-Za-z0-9._~:/?#@!$&+,;=%-]+")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
_SITE_PATH = r"^([a-z0-9][a-z0-9-]*/)*([a-z0-9][a-z0-9.-]*)?(#[A-Za-z0-9][A-Za-z0-9_-]*)?$"
_PHONE = r"^\+?[0-9]([0-9 ]*[0-9])?$"
_DOI = r"^10\.[0-9.]{1,12}/[A-Za-z0-9._;()/:-]+$"


def _matching(pattern: str, problem: str, expected: str, remedy: str) -> Form:
    matches = re.compile(pattern).match
    return Form(lambda text: "" if matches(text) else problem, expected, remedy, pattern)


_Line = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, pattern=r"\S")
]

Title = Annotated[
    _Line,
    Form(
        _wrong_title,
        "One line of plain words.",
        "Write it in one line and without marks; they belong into texts.",
    ),
]
"""A title, heading, label, name or caption: one line without marks or references."""

Address = Annotated[
    _Line,
    Form(
        _wrong_address,
        "An address of the web with its host, such as https://site.example/page.",
        "Copy the address from the browser’s address bar.",
        r"^https?://[^/\s]",
    ),
]
"""An address outside this site."""

FolderAddress = Annotated[
    _Line,
    Form(
        _wrong_folder,
        "An address that begins with https:// and ends with /.",
        "Write it like https://site.example/ with nothing after the last slash.",
        r"^https?://[^\s]+/$",
    ),
]
"""An address that others are made from by adding to it."""

SitePath = Annotated[
    _Line,
    _matching(
        _SITE_PATH,
        "is no address of a page of this site",
        "The address of a page, such as guidance/, with a fragment if need be: model/#group.",
        "Write what follows the address of the site in the browser.",
    ),
]
"""A page of this site, from its first page."""

Phone = Annotated[
    _Line,
    _matching(
        _PHONE,
        "is no number that can be called",
        "Digits and spaces, with a + before them where it is needed: 116 123.",
        "Write the number alone, between quotation marks; what it is for goes into the text.",
    ),
]
"""A number that a reader’s device can call."""

Doi = Annotated[
    _Line,
    _matching(
        _DOI,
        "is no DOI",
        "A DOI without https://doi.org/, such as 10.1000/182.",
        "Copy what follows https://doi.org/.",
    ),
]
"""A digital object identifier (https://www.doi.org/doi-handbook/)."""

Numbered = Annotated[
    _Line,
    Form(
        lambda text: _wrong_title(text) or _wrong_place(text),
        "One line with {number} where the number is to stand: Theory {number}.",
        "Write {number} once, and no other curly brackets.",
    ),
]
"""What numbered things are called."""
NUMBER = "{number}"


def _wrong_place(text: str) -> str:
    before, place, after = text.partition(NUMBER)
    if not place:
        return "does not say where the number is to stand"
    unknown = re.search(r"\{[^{}]*\}?|\}", before + after)
    return f"holds “{unknown[0][:40]}”, which stands for nothing" if unknown else ""


def with_number(text: str, number: int) -> str:
    """What the thing with this number is called: the number put in its place, and no more."""
    return text.replace(NUMBER, str(number))
