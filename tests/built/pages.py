"""Built pages as trees, and what the tests of several modules read from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

NOT_FOUND = "404.html"
HERE = "http://site.invalid/"


@dataclass(frozen=True)
class Pages:
    """Every HTML page of a built site by its address: `theories/t04/`, `` for the first page."""

    folder: Path
    trees: dict[str, HtmlElement]

    def __getitem__(self, address: str) -> HtmlElement:
        return self.trees[address]

    @property
    def proper(self) -> dict[str, HtmlElement]:
        """All but the page for addresses that do not exist."""
        return {a: tree for a, tree in self.trees.items() if a != NOT_FOUND}


@dataclass(frozen=True)
class Target:
    """Where a link leads."""

    link: str
    address: str
    """The path from the site's root, or the whole link where it leads away."""
    fragment: str
    is_internal: bool


def read(folder: Path) -> Pages:
    """Parse every page of a built site, those left out that only lead on to another."""
    files = {
        file.relative_to(folder).as_posix().removesuffix("index.html"): file
        for file in sorted(folder.rglob("*.html"))
    }
    trees = {a: html.parse(file, base_url=HERE + a).getroot() for a, file in files.items()}
    leading_on = {a for a, tree in trees.items() if tree.xpath('//a[@id="to"]')}
    return Pages(folder, {a: tree for a, tree in trees.items() if a not in leading_on})


def main(tree: HtmlElement) -> HtmlElement:
    """The content of a page, without what surrounds it on every page."""
    (article,) = tree.xpath('//article[contains(@class, "md-content__inner")]')
    return article


def words(element: HtmlElement) -> str:
    """The text of an element, with single spaces."""
    return " ".join(element.text_content().split())


def targets(address: str, tree: HtmlElement) -> Iterator[Target]:
    """Every href and src of a page, resolved against the page's address."""
    for link in tree.xpath("//@href | //@src"):
        whole, fragment = urldefrag(urljoin(HERE + address, link))
        internal = whole.startswith(HERE)
        path = unquote(urlsplit(whole).path).removeprefix("/") if internal else whole
        yield Target(link, path, unquote(fragment), internal)


def leads_to(address: str, tree: HtmlElement) -> set[tuple[str, str]]:
    """The pages and fragments of this site that the content of a page links to."""
    return {(t.address, t.fragment) for t in targets(address, main(tree)) if t.is_internal}
