"""What the short texts of a review may hold: a title, an address, a number to call.

Every text is escaped wherever it is shown; these types refuse, at its line, what would not read or
work there. What no text at all may hold, tags and links, is in `library/text_markup.py`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from generator.entities.forms import OneSpace, TextForm
from generator.entities.numbers import Whole

Line = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, pattern=r"\S"),
    OneSpace(r"[ \t]{2,}|\t"),  # one space alone is what it becomes
]
"""Any words; several spaces are one, as on a page."""
_BREAKS = r"\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029"
"""Every character that some program takes for the end of a line."""
_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
# RFC 3986 without the apostrophe, brackets of both kinds and the asterisk: each means something to
# HTML, to Markdown or to a style sheet, and can be written as %27.
_IN_PATH = r"A-Za-z0-9._~:/@!$&+,;=%-"

OneLine = Annotated[
    Line,
    TextForm(
        rf"\S[^{_BREAKS}]*",
        "has more than one line",
        "One line.",
        "Write it in one line, or fold it with >- and without an empty line.",
    ),
]
"""A short text: one line, with the markup that texts may hold."""

_MARKED = r"\[\[\w|\{--|\{\+\+|(?<![\w*])(\*\*?)(?![\s*])[^*]*[^*\s]\1(?![\w*])"
Title = Annotated[
    Line,
    TextForm(
        rf"(?![^{_BREAKS}]*(?:{_MARKED}))\S[^{_BREAKS}]*",
        "has more than one line, or markup",
        "One line of words, since readers see it as it stands.",
        "Write it in one line, or fold it with >- and without an empty line; leave out *stars*, "
        "[[brackets]] and marks of change.",
    ),
]
"""A title, heading, label, name or caption: one line, shown as it stands."""

_VERSION = TextForm(
    r"[0-9]{1,5}\.[0-9]{1,5}\.[0-9]{1,5}",
    "is no version",
    "Three numbers of five digits at most, with points between them: 1.2.0.",
    "Write it in this form: it becomes part of addresses, and versions are put in order by it.",
)
Version = Annotated[Line, _VERSION]
"""The number of a version: `1.2.0`."""
is_version = _VERSION.fits
"""Whether a text is the number of a version."""

Printed = Title | Whole
"""A whole number, or what is printed in the place of one: `12`, “S1”, “31-38”."""

LONGEST_LABEL = 40
"""Characters: what is longer than this was never printed in the place of a number."""
Label = (
    Annotated[
        Line,
        TextForm(
            rf"(?!([Nn]one|n/?a|N/A|null|[-–—?])$)[^\s,][^,{_BREAKS}]{{0,{LONGEST_LABEL - 1}}}",
            "is no label as it stands in the place of a number",
            f"One line of {LONGEST_LABEL} characters at most, without a comma: A, 1a or CMOC 3.",
            "Write the label alone, as it is printed; null where none is printed.",
        ),
    ]
    | Whole
)
"""What the source prints as the number of a theory: `4`, “1a”, “CMOC 3”."""

Labels = Annotated[
    Line,
    TextForm(
        rf"[^\s,][^,{_BREAKS}]*(?:, *[^\s,][^,{_BREAKS}]*)*",
        "is no list of numbers or labels",
        "Numbers, ranges of them and labels, with commas between: 1-9, 1a, CMOC 3.",
        "Write them between quotation marks, one after the other.",
    ),
]
"""Several of them; of whole numbers alone, also ranges: `1-9, 1a, CMOC 3`."""

StatementId = Annotated[
    Line,
    TextForm(
        r"[a-z][a-z0-9]*(?:-[a-z0-9]+)* [a-z]{1,2}[0-9]+",
        "names no statement of a theory",
        "The id of a theory and that of a statement in it: j02 c1.",
        "Write both ids with a space between them.",
    ),
]
"""A statement of a theory, named from elsewhere: `j02 c1`."""

Address = Annotated[
    Line,
    TextForm(
        rf"https?://{_HOST}(?:/[{_IN_PATH}]*)?(?:\?[{_IN_PATH}?]*)?(?:#[{_IN_PATH}?]*)?",
        "is no address of the web",
        "An address that begins with https:// or http:// and its host: https://site.example/page.",
        "Copy it from the browser’s address bar.",
    ),
]
"""An address outside this site."""

FolderAddress = Annotated[
    Line,
    TextForm(
        rf"https?://{_HOST}/(?:[{_IN_PATH}]*/)?",
        "does not have the form that it needs",
        "An address that begins with https:// or http:// and ends with /.",
        "Write it like https://site.example/ with nothing after the last slash.",
    ),
]
"""An address that others are made from by adding to it."""

SitePath = Annotated[
    Line,
    TextForm(
        r"(?:[a-z0-9][a-z0-9-]*/)*(?:[a-z0-9][a-z0-9.-]*)?(?:#[A-Za-z0-9][A-Za-z0-9_-]*)?",
        "is no address of a page of this site",
        "The address of a page, such as guidance/, with a fragment if need be: model/#group.",
        "Write what follows the address of the site in the browser.",
    ),
]
"""A page of this site, from its first page."""

Phone = Annotated[
    Line,
    TextForm(
        r"\+?[0-9](?:[0-9 ]*[0-9])?",
        "is no number that can be called",
        "Digits and spaces, with a + before them where it is needed: 116 123.",
        "Write the number alone, between quotation marks; what it is for goes into the text.",
    ),
]
"""A number that a reader’s device can call."""

Email = Annotated[
    Line,
    TextForm(
        r"[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9])?@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}",
        "is no address for e-mail",
        "A name, @ and a host: corrections@review.example.",
        "Write the address alone, without mailto: and without the name of a person.",
    ),
]
"""An address that a reader can write to."""

Doi = Annotated[
    Line,
    TextForm(
        r"10\.[0-9.]{1,12}/[A-Za-z0-9._;()/:-]*[A-Za-z0-9_()/-]",
        "is no DOI",
        "A DOI without https://doi.org/, such as 10.1000/182.",
        "Copy what follows https://doi.org/, without a full stop behind it. If there is no DOI,"
        " delete the line.",
    ),
]
"""A digital object identifier (https://www.doi.org/doi-handbook/)."""

Language = Annotated[
    Line,
    TextForm(
        r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*",
        "is no code of a language",
        "A code of BCP 47, which begins with two or three small letters: en, pt-BR.",
        "Look it up at https://r12a.github.io/app-subtags/, or delete the line.",
    ),
]
"""A language (https://www.rfc-editor.org/info/bcp47)."""

Question = Annotated[
    Line,
    TextForm(
        rf"[^{_BREAKS}]*\?",
        "is no question",
        "One line that ends with a question mark.",
        "Ask, and recommend nothing.",
    ),
]
"""A question to readers."""

PublishedName = Annotated[
    Line,
    TextForm(
        r"[a-z][a-z-]*(?:/[a-z][a-z0-9-]*(?:#[a-z][a-z0-9-]*)?|#[a-z][a-z0-9-]*)",
        "is no name of something that is published",
        "A list of the register and an id in it, with what stands within: theories/x04#c2.",
        "Take it from seeds/ids.yml, where realist register wrote it.",
    ),
]
"""Something that has an address, as the register names it."""

Digest = Annotated[
    Line,
    TextForm(
        r"sha256:[0-9a-f]{64}",
        "is no digest",
        "sha256: and sixty-four digits and letters from a to f.",
        "Take the file as it was from the history: realist release wrote it.",
    ),
]
"""A SHA-256 digest in hexadecimal, with its name, without which YAML could take it for a number."""

NUMBER = "{number}"
Numbered = Annotated[
    Line,
    TextForm(
        rf"[^{{}}{_BREAKS}]*\{{number\}}[^{{}}{_BREAKS}]*",
        "does not say in one line where the number is to stand",
        "One line with {number} in it: Theory {number}.",
        "Write {number} once, and no other curly brackets.",
    ),
]
"""What numbered things are called."""


def with_number(text: str, number: int | str) -> str:
    """What the thing with this number is called: the number put in its place, and no more."""
    return text.replace(NUMBER, str(number))


def bare_number(text: str, number: int | str) -> int | str:
    """The number without words that the name has already: 4, of “CMOC {number}” and “CMOC 4”."""
    before = text.partition(NUMBER)[0].lower().split()
    words = str(number).split()
    for count in range(len(words) - 1, 0, -1):
        if before[-count:] == [word.lower() for word in words[:count]]:
            rest = " ".join(words[count:])
            return int(rest) if rest.isascii() and rest.isdecimal() else rest
    return number
