"""Which file holds what: the folders of a review to documents and entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from generator.diagnostics import Diagnostic, Location, did_you_mean
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
    Register,
    Release,
    Review,
    Studies,
    Theory,
)
from generator.files.load import Document, Path, load_file, load_folder
from generator.library.shape import shape
from generator.library.text_markup import refused

SEEDS: dict[str, Any] = {
    "review": Review,
    "attributes": Attributes,
    "findings": tuple[Finding, ...],
    "claims": tuple[Claim, ...],
    "guidance": tuple[Decision, ...],
    "evidence": tuple[EvidencePage, ...],
    "glossary": tuple[GlossaryEntry, ...],
    "changes": tuple[Release, ...],
    "studies": Studies,
    "ids": Register,
}
"""The files in `seeds/` and the type of each; a tuple is a list of entries."""
REQUIRED = ("review", "attributes")

FOLDERS: dict[str, type[Entity]] = {
    "theories": Theory,
    "theories/middle-range": MiddleRangeTheory,
    "interventions": Intervention,
}
"""The folders in which every file is one entity, and the type of it."""


@dataclass(frozen=True)
class Entry:
    """An entity and where it stands: the whole of a document or one entry of its list."""

    entity: Any
    document: Document
    path: Path = ()


@dataclass
class Corpus:
    """All that could be read, and all that is wrong with the rest."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    stems: dict[str, set[str]] = field(default_factory=dict)
    """The names of the files in each folder, broken ones too."""
    broken: set[str] = field(default_factory=set)
    """The seeds that are there and could not be read, so that nobody knows what they hold."""

    def of(self, name: str) -> list[Entry]:
        """The entries of a seed or folder; none where there is no such file."""
        return self.entries.get(name, [])


def gather(root: FilePath) -> Corpus:
    """Read and shape every file of a review.

    Diagnostics: of load, shape and text_markup; missing-file, unknown-file.
    """
    corpus = Corpus()
    for name, entity in SEEDS.items():
        relative = f"seeds/{name}.yml"
        if (root / relative).is_file():
            _take(corpus, name, entity, *load_file(root, relative))
        elif name in REQUIRED:
            corpus.diagnostics.append(_missing_file(relative))
    for folder, kind in FOLDERS.items():
        corpus.stems[folder] = {file.stem for file in (root / folder).glob("*.yml")}
        for document, diagnostics in load_folder(root, folder):
            _take(corpus, folder, kind, document, diagnostics)
    corpus.diagnostics.extend(_strangers(root))
    return corpus


def _take(
    corpus: Corpus,
    name: str,
    entity: Any,
    document: Document | None,
    diagnostics: list[Diagnostic],
) -> None:
    """Shape a document and keep what came of it."""
    corpus.diagnostics.extend(diagnostics)
    shaped, wrong = (None, []) if document is None else shape(document, entity)
    corpus.diagnostics.extend(wrong)
    corpus.diagnostics.extend(refused(document) if document is not None else ())
    if document is None or shaped is None:
        corpus.broken |= {name} & set(SEEDS)
        return
    if isinstance(shaped, tuple):
        entries = [Entry(item, document, (position,)) for position, item in enumerate(shaped)]
    else:
        entries = [Entry(shaped, document)]
    corpus.entries.setdefault(name, []).extend(entries)


def _strangers(root: FilePath) -> Iterator[Diagnostic]:
    """Files in the folders of a review that nothing reads, such as `t04.yaml`."""
    known = {f"seeds/{name}.yml" for name in SEEDS}
    for folder in ("seeds", *FOLDERS):
        for file in sorted((root / folder).glob("*")):
            relative = f"{folder}/{file.name}"
            read = relative in known if folder == "seeds" else file.suffix == ".yml"
            if file.is_file() and not read and not file.name.startswith("."):
                yield Diagnostic(
                    Location(relative),
                    "unknown-file",
                    "Nothing reads this file.",
                    f"Files that end with .yml in {folder}/."
                    if folder != "seeds"
                    else "One of the seeds that the documentation lists.",
                    did_you_mean(relative, known) if folder == "seeds" else "Rename it.",
                )


def _missing_file(relative: str) -> Diagnostic:
    return Diagnostic(
        Location(relative),
        "missing-file",
        "This file is not there, and every review needs it.",
        "A folder with seeds/review.yml and seeds/attributes.yml.",
        "Run the command in the folder of the review, or name that folder with --root.",
    )
