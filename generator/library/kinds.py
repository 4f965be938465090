"""Every kind of thing that a review holds, one row each: all rooms take the kinds from here.

A new kind has its entity in `entities/`, a row here, the row of its pages in `pages/addresses.py`,
and its view and template. References, the register, the schemas, the downloads, the data dictionary
and `realist diff` follow from the row; `tests/library/test_kinds.py` holds them to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from generator.entities import (
    Attributes,
    Claim,
    Decision,
    Entity,
    EvidencePage,
    Finding,
    GlossaryEntry,
    Intervention,
    MiddleRangeTheory,
    Moved,
    Register,
    RelatedEvidence,
    Release,
    Released,
    Review,
    Study,
    Theory,
)
from generator.entities.words import Noun, Words, opening

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, eq=False)
class Kind(Generic[E]):
    """One kind of thing: what it is called, what it is made of and which files hold it."""

    name: str
    """What references and messages call one of them."""
    entity: type[E]
    files: str
    """The file that holds it, or all files that hold one each: `theories/*.yml`."""
    key: str
    """What stands for all of them in the register, and in the names of schema and download."""
    heading: str
    """What readers of a report of changes see above them."""
    noun: str = ""
    """What readers call one of them, where it is not the name."""
    own_word: str = ""
    """The key of the review’s own word for it in `Words`; empty where reviews have none."""
    counted: str = ""
    """What several are called where they are counted; empty for what nobody counts."""
    schema: str = ""
    """The name of the schema, where it is not the key."""
    download: str = ""
    """The key in the download, where it is not the key of the register."""
    is_list: bool = False
    """Whether the file is a list of them."""
    is_required: bool = False
    """Whether no review can do without."""
    is_named: bool = False
    """Whether a text can name one as `[[id]]`, so that its id is nothing else's."""
    is_shown: bool = True
    """False for what is no thing of its own that readers could look up."""

    def __reduce__(self) -> tuple[Callable[[str], Kind[Any]], tuple[str]]:
        """A process that is sent a kind has it already: there is one of each."""
        return named, (self.name,)

    @property
    def has_ids(self) -> bool:
        """Whether each of them has an id, which people cite and the register keeps."""
        return "id" in self.entity.model_fields

    @property
    def is_folder(self) -> bool:
        """Whether each of them is a file of its own, called by its id."""
        return "*" in self.files

    @property
    def folder(self) -> str:
        """The folder of the file or files, relative to the review."""
        return self.files.rpartition("/")[0]

    @property
    def shape(self) -> Any:
        """The type of a whole file."""
        entity: Any = self.entity
        return tuple[entity, ...] if self.is_list else entity

    @property
    def spoken(self) -> str:
        """What readers call one of them, in the middle of a sentence, in any review."""
        return self.noun or self.name

    def called(self, words: Words) -> str:
        """What a review calls one of them, in the middle of a sentence."""
        return self._noun(words).one if self.own_word else self.spoken

    def several(self, words: Words) -> str:
        """What a review calls several of them where they are counted; empty as `counted`."""
        return self._noun(words).many if self.own_word else self.counted

    def heading_in(self, words: Words) -> str:
        """What stands above several of them in a review."""
        return opening(self._noun(words).many) if self.own_word else self.heading

    def _noun(self, words: Words) -> Noun:
        noun: Noun = getattr(words, self.own_word)
        return noun

    @property
    def schema_file(self) -> str:
        """Where the JSON Schema of a file lies: `schema/theory.schema.json`."""
        return f"schema/{self.schema or self.key}.schema.json"

    @property
    def download_key(self) -> str:
        """The key under which all of them stand in the download."""
        return self.download or self.key

    def file(self, id: str) -> str:
        """The file that holds the one with this id."""
        return self.files.replace("*", id)


THEORY = Kind(
    "theory",
    Theory,
    "theories/*.yml",
    "theories",
    "Theories",
    schema="theory",
    is_named=True,
    counted="programme theories",
    own_word="theory",
)
INTERVENTION = Kind(
    "intervention", Intervention, "interventions/*.yml", "interventions", "Interventions",
    schema="intervention", is_named=True, counted="interventions", own_word="intervention",
)  # fmt: skip
STUDY = Kind(
    "study",
    Study,
    "studies/*.yml",
    "included-studies",
    "Studies",
    schema="study",
    is_named=True,
    counted="studies",
    own_word="study",
)
MIDDLE_RANGE_THEORY = Kind(
    "middle-range theory", MiddleRangeTheory, "theories/middle-range/*.yml", "middle-range",
    "Middle-range theories", download="middle-range-theories", is_named=True,
    counted="middle-range theories",
)  # fmt: skip
DECISION = Kind(
    "decision", Decision, "seeds/guidance.yml", "guidance", "Guidance", noun="guidance",
    is_list=True, counted="pages of guidance",
)  # fmt: skip
FINDING = Kind(
    "finding",
    Finding,
    "seeds/findings.yml",
    "findings",
    "Findings",
    is_list=True,
    is_named=True,
    counted="findings",
)
CLAIM = Kind(
    "claim",
    Claim,
    "seeds/claims.yml",
    "claims",
    "Source check",
    is_list=True,
    is_named=True,
    counted="claims",
)
EVIDENCE_PAGE = Kind(
    "evidence page", EvidencePage, "seeds/evidence.yml", "evidence", "Evidence tables",
    noun="tables", is_list=True, counted="pages of tables",
)  # fmt: skip
ATTRIBUTES = Kind(
    "attributes", Attributes, "seeds/attributes.yml", "attributes",
    "What is recorded of interventions",
)  # fmt: skip
GLOSSARY = Kind(
    "glossary", GlossaryEntry, "seeds/glossary.yml", "glossary", "Glossary", is_list=True
)
RELATED_EVIDENCE = Kind(
    "studies", RelatedEvidence, "seeds/studies.yml", "studies", "Related evidence"
)
CHANGES = Kind("changes", Release, "seeds/changes.yml", "changes", "List of changes", is_list=True)
REVIEW = Kind("review", Review, "seeds/review.yml", "review", "The whole site", is_required=True)
MOVED = Kind(
    "moved", Moved, "seeds/moved.yml", "moved", "Addresses that are no more",
    is_list=True, is_shown=False,
)  # fmt: skip
RELEASES = Kind(
    "released version", Released, "seeds/releases.yml", "releases", "Released versions",
    is_list=True, is_shown=False,
)  # fmt: skip
IDS = Kind("ids", Register, "seeds/ids.yml", "ids", "Ids", is_shown=False)

KINDS: tuple[Kind[Any], ...] = (
    THEORY, INTERVENTION, STUDY, MIDDLE_RANGE_THEORY, DECISION, FINDING, CLAIM, EVIDENCE_PAGE,
    REVIEW, ATTRIBUTES, GLOSSARY, RELATED_EVIDENCE, CHANGES, MOVED, RELEASES,
    IDS,
)  # fmt: skip
"""All of them, in the order in which reports and downloads tell of them."""

FOLDERS = tuple(dict.fromkeys(kind.folder for kind in KINDS))
"""The folders in which the files of a review lie."""
TOP_FOLDERS = tuple(folder for folder in FOLDERS if "/" not in folder)
"""Those that hold all others: what to copy to have a whole review."""

_BY_NAME = {kind.name: kind for kind in KINDS}
_BY_KEY = {kind.key: kind for kind in KINDS if kind.has_ids}
_BY_FILES = {kind.files: kind for kind in KINDS}


def named(name: str) -> Kind[Any]:
    """The kind with this name, as references and diagnostics call it."""
    return _BY_NAME[name]


def of_file(path: str) -> Kind[Any] | None:
    """The kind that a file of a review holds, by its path; None where nothing reads it."""
    if path in _BY_FILES:
        return _BY_FILES[path]
    folder, _, name = path.rpartition("/")
    return _BY_FILES.get(f"{folder}/*.yml") if name.endswith(".yml") else None


def by_register(name: str) -> tuple[Kind[Any], str, str] | None:
    """The kind, the id and the part that a name of the register says, such as `theories/x04#c2`.

    The part is empty where the name has none; without an id, as in `interventions#country`, it is a
    row on the page of every intervention. None where no list of the register is called so.
    """
    thing, _, part = name.partition("#")
    key, _, id = thing.partition("/")
    kind = _BY_KEY.get(key)
    return (kind, id, part) if kind and (id or kind is INTERVENTION) else None


def published(register: Register, kind: Kind[Any]) -> tuple[str, ...]:
    """The ids of a kind that the register lists."""
    ids: tuple[str, ...] = getattr(register, kind.key.replace("-", "_"))
    return ids
