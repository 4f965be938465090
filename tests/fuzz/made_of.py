"""What a built site is made of, as facts: all that a text could make there, were it not text."""

import base64
import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree, html
from lxml.html import HtmlElement

from generator.site.data.csv_file import FORMULA

Fact = tuple[str, ...]


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CONTENT = '//article[contains(@class, "md-content__inner")]'
LINKS = ("href", "src", "action", "data", "poster", "srcset", "formaction", "content")
MARKDOWN = words(
    "a abbr blockquote br caption cite code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr "
    "img ins li ol p pre section span strong sub summary sup table tbody td th thead tr ul"
)
ATTRIBUTES = words("alt class colspan href id role rowspan scope src tabindex title style")
"""Of Markdown; `style` is looked at by its value."""


def made_of(site: Path, by_hand: set[str]) -> set[Fact]:
    """The facts of a site; of pages by hand, whatever Markdown may make is left out."""
    found = set(_files(site))
    for file in site.rglob("*.html"):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        tree = html.parse(file).getroot()
        inner = set()
        for article in tree.xpath(CONTENT) if tree is not None else ():
            inner = set(article.iter())
        for element in tree.iter():
            is_free = element in inner and address in by_hand
            found |= {fact for fact in _facts(element, file) if not (is_free and _may_be(fact))}
    return found


def _facts(element: HtmlElement, file: Path) -> Iterator[Fact]:
    if not isinstance(element.tag, str):
        yield ("comment or the like", str(element)[:60])
        return
    yield ("element", element.tag)
    for name, value in element.attrib.items():
        yield ("attribute", element.tag, name)
        # Most of what `meta` holds is text for programs, in which a colon is a colon.
        is_text = element.tag == "meta" and "//" not in value and not element.get("http-equiv")
        if name in LINKS and not is_text:
            yield ("address", element.tag, *_scheme_and_host(value))
        if name == "id" and value.startswith("__"):
            yield ("id of the theme", re.sub(r"[\d_]+$", "", value))
        if name == "style":
            yield ("style", value)
    if element.tag == "script":
        yield from (("script", one) for one in _scripts(element))
    if element.tag == "meta" and element.get("http-equiv"):
        yield ("policy", element.get("content", ""))


def _scheme_and_host(value: str) -> tuple[str, str]:
    """As a browser reads them: without the white space and with slashes of both kinds."""
    read = re.sub(r"[\x00-\x20]", "", value).replace("\\", "/")
    try:
        parts = urlsplit(read)
    except ValueError:
        return "unreadable", read[:40]
    return parts.scheme, parts.netloc


def _scripts(element: HtmlElement) -> list[str]:
    """The file of a script or its hash; of data each key, so that fewer keys are nothing new."""
    kind, text = element.get("type", ""), element.text or ""
    if kind.endswith("json"):
        return [f"{kind}: {key}" for key in json.loads(text)]
    own = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return [element.get("src", "").rpartition("/")[2] or own]


def _may_be(fact: Fact) -> bool:
    """Whether Markdown may make it."""
    match fact:
        case ("element", tag):
            return tag in MARKDOWN
        case ("attribute", tag, name):
            plain = name in ATTRIBUTES or name.startswith(("data-", "aria-"))
            return tag in MARKDOWN and plain and not name.startswith("data-md")
        case ("address", "a", scheme, host):
            return (scheme in ("http", "https") and host != "") or scheme in ("", "mailto")
        case ("address", "img", "", ""):
            return True
        case ("style", value):
            return re.fullmatch(r"text-align: (left|right|center);", value) is not None
    return False


def _files(site: Path) -> Iterator[Fact]:
    """Facts of the files that are no pages."""
    for file in site.rglob("*"):
        if not file.is_file():
            continue
        if b"SECRET WORDS" in file.read_bytes():
            yield ("published from elsewhere", file.name)
        text = file.read_text(encoding="utf-8") if file.suffix in TEXTS else ""
        if file.suffix == ".csv":
            for row in csv.reader(io.StringIO(text)):
                yield from (("formula", cell) for cell in row if cell[:1] in FORMULA)
        if file.suffix == ".json":
            json.loads(text)
        if file.suffix == ".xml":
            etree.fromstring(text.encode())
        if file.name == "_headers":
            yield ("headers", text)
        if file.name == "search_index.json":
            yield from _search(json.loads(text))


TEXTS = {".csv", ".json", ".xml", ".txt", ""}


def _search(index: dict) -> Iterator[Fact]:
    for entry in index["docs"]:
        for part in ("title", "text"):
            if "<" in entry[part]:
                for element in html.fragment_fromstring(entry[part], create_parent=True).iter():
                    yield ("search", part, str(element.tag), *element.attrib)
