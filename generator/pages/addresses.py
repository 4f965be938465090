"""The addresses of this site, which no other module builds. They are permanent: change none."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.address import Address

HOME = Address("", is_index=True)
GUIDANCE = Address("guidance/", is_index=True)
THEORIES = Address("theories/", is_index=True)
MODEL = Address("model/", is_index=True)
INTERVENTIONS = Address("interventions/", is_index=True)
STUDIES = Address("studies/", is_index=True)
EVIDENCE = Address("evidence/", is_index=True)
MIDDLE_RANGE = Address("middle-range-theories/", is_index=True)
SOURCE_CHECK = Address("source-check/")
ARTICLE = Address("article/")
FINDINGS = Address("findings/")
GLOSSARY = Address("glossary/")
RELATED = Address("related-evidence/")
CITE = Address("cite/")
DATA = Address("data/")
CHANGES = Address("changes/")
DICTIONARY = Address("data-dictionary/")
HELP = Address("help/")
VERSIONS = Address("versions/")
SINCE = Address("since/")
"""Within a kept version: what changed in it since each earlier one."""
KEPT = Address("v/")
"""Below it lie the versions that are kept as they were, each a whole site."""
KEPT_FILES = KEPT.below("files")
"""What the pages of several kept versions share: style sheets, scripts and pictures."""
FIND = Address("find/")
CONTRIBUTING = Address("contributing/", is_index=True)
ERRORS = Address("contributing/errors/")

SCALE = "confidence-scale"
"""The fragment, on the page of all theories, that explains how sure the source is of them."""
CITE_BOX = "cite"
"""The fragment, on every page, that tells how to cite it (`templates/cite_box.html`)."""

STYLESHEET = "assets/realist.css"
ICON = "assets/favicon.svg"
SCRIPT = "assets/realist.js"
"""What runs on every page, whatever engine made it."""
PICTURE = "assets/picture.js"
"""What only pages load that have a chart to keep."""
EXPLORER = "assets/explorer.js"
COMPARE = "assets/compare.js"
EXPLORER_FILE = "assets/explorer-file.js"
"""What only pages load that have a table to explore."""
EXPLORE = "assets/explore.js"
PLOTLY = "assets/plotly/plotly-basic.min.js"
PLOTLY_STYLES = "assets/plotly/plotly.css"
PLOTLY_LICENCE = "assets/plotly/LICENSE.txt"
"""What only pages load on which a chart is explored."""
REDIRECT = "assets/redirect.js"
SEARCH = "assets/search.js"
ANSWERS = "assets/answers.js"
SEARCH_DIALOG = "assets/search-dialog.js"
SEARCH_STYLES = "assets/search-dialog.css"
"""What is loaded with the search only."""
DATA_REVIEW = "data/review.json"
DATA_THEORIES = "data/theories.csv"
DATA_SUPPORT = "data/support.csv"
DATA_INTERVENTIONS = "data/interventions.csv"
DATA_STUDIES = "data/studies.csv"
TABLES = "data/tables/"
WORKBOOK = "data/review.xlsx"
DATABASE = "data/review.sqlite"
DATA_PACKAGE = "data/datapackage.json"
RO_CRATE = "data/ro-crate-metadata.json"
FIGURES = "figures/"
MODEL_FIGURE = f"{FIGURES}model.svg"


@dataclass(frozen=True)
class ShownOn:
    """The page that shows the things of a kind, and whether each has a page of its own below."""

    first: Address
    has_pages: bool = False


OF_KIND = {
    "theory": ShownOn(THEORIES, has_pages=True),
    "intervention": ShownOn(INTERVENTIONS, has_pages=True),
    "study": ShownOn(STUDIES, has_pages=True),
    "middle-range theory": ShownOn(MIDDLE_RANGE, has_pages=True),
    "decision": ShownOn(GUIDANCE, has_pages=True),
    "evidence page": ShownOn(EVIDENCE, has_pages=True),
    "finding": ShownOn(FINDINGS),
    "claim": ShownOn(SOURCE_CHECK),
    "attributes": ShownOn(INTERVENTIONS),
    "glossary": ShownOn(GLOSSARY),
    "studies": ShownOn(RELATED),
    "changes": ShownOn(CHANGES),
    "review": ShownOn(HOME),
}
"""Where each kind of thing is shown: one row for each kind that readers see."""


def at(kind: str, id: str = "") -> tuple[Address, str]:
    """The page that shows something, and the fragment on it: none where the page is its own."""
    shown = OF_KIND[kind]
    return (shown.first.below(id), "") if id and shown.has_pages else (shown.first, id)


def part(kind: str, id: str, part: str) -> str:
    """The fragment of a part of something, on the page that shows the whole."""
    match kind:
        case "decision":
            return f"section-{part}"
        case "claim":
            return f"{id}-{part}"
    return part


def kind_of(address: Address) -> str:
    """The kind of the thing that the page is about; empty for a page that lists or explains."""
    above, _, _ = address.path.rstrip("/").rpartition("/")
    pages = {shown.first.path: kind for kind, shown in OF_KIND.items() if shown.has_pages}
    return pages.get(f"{above}/", "")


def id_of(address: Address) -> str:
    """The id of what the page is about; empty for a page that lists or explains things."""
    return address.path.rstrip("/").rpartition("/")[2] if kind_of(address) else ""


_APART = (HELP, RELATED, VERSIONS, ERRORS)


def rests_on_source(address: Address) -> bool:
    """Whether the page tells what the source says: not of help, other evidence or how to edit."""
    return address not in _APART and not address.path.startswith(CONTRIBUTING.path)


def theory(id: str) -> Address:
    """The page of a programme theory."""
    return THEORIES.below(id)


def intervention(id: str) -> Address:
    """The page of an intervention."""
    return INTERVENTIONS.below(id)


def study(id: str) -> Address:
    """The page of a study that the source includes."""
    return STUDIES.below(id)


def middle_range(id: str) -> Address:
    """The page of a middle-range theory."""
    return MIDDLE_RANGE.below(id)


def decision(id: str) -> Address:
    """A page of guidance."""
    return GUIDANCE.below(id)


def evidence(id: str) -> Address:
    """A page of evidence tables."""
    return EVIDENCE.below(id)


def tile(id: str) -> str:
    """The fragment of a theory on the pages of the model."""
    return f"tile-{id}"


def figure(page: str, table: str) -> str:
    """The files of a chart above a table of evidence, without their ending."""
    return f"{FIGURES}{page}/{table}"


def table_rows(page: str, table: str) -> str:
    """The file with the rows of a table of evidence; no chart has one of that name."""
    return f"{FIGURES}{page}/{table}.table.csv"


def explored(page: str, table: str) -> Address:
    """The page on which the chart of a table can be explored."""
    return evidence(page).below(f"explore-{table}")


def model(view: str) -> Address:
    """A view of the model: initial, final or changes."""
    return MODEL.below(view)


def kept(version: str, address: Address = HOME) -> Address:
    """A page as it was in a version."""
    return Address(f"{KEPT.path}{version}/{address.path}")


def since(version: str) -> Address:
    """What changed since a version: on the site of today, and within a later version."""
    return SINCE.below(version)


def by_hand(relative: str) -> Address:
    """A page written by hand, from its path within `docs/`."""
    stem = relative.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return Address(stem.removesuffix("index"), is_index=True)
    return Address(f"{stem}/")
