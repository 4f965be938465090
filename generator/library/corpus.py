"""Which file holds what: the folders of a review to documents and entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from generator.diagnostics import Diagnostic, Location, did_you_mean
from generator.files.load import Document, Path, load_file, load_folder
from generator.library.kinds import FOLDERS, KINDS, Kind, of_file
from generator.library.shape import shape
from generator.library.text_markup import refused


@dataclass(frozen=True)
class Shaped:
    """An entity and what it was shaped from: a whole document, or one item of its list."""

    entity: Any
    document: Document
    path: Path = ()


@dataclass
class Corpus:
    """All that could be read, and all that is wrong with the rest."""

    shaped: dict[Kind[Any], list[Shaped]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    stems: dict[Kind[Any], set[str]] = field(default_factory=dict)
    """The names of the files of each kind that has a folder, broken ones too."""
    broken: set[Kind[Any]] = field(default_factory=set)
    """The seeds that are there and could not be read, so that nobody knows what they hold."""

    def of(self, kind: Kind[Any]) -> list[Shaped]:
        """The entities of a kind, where they could be shaped."""
        return self.shaped.get(kind, [])


def gather(root: FilePath) -> Corpus:
    """Read and shape every file of a review.

    Diagnostics: of load, shape and text_markup; missing-file, unknown-file.
    """
    corpus = Corpus()
    for kind in KINDS:
        if kind.is_folder:
            corpus.stems[kind] = {file.stem for file in (root / kind.folder).glob("*.yml")}
            for document, diagnostics in load_folder(root, kind.folder):
                _take(corpus, kind, document, diagnostics)
        elif (root / kind.files).is_file():
            _take(corpus, kind, *load_file(root, kind.files))
        elif kind.is_required:
            corpus.diagnostics.append(_missing_file(kind.files))
    corpus.diagnostics.extend(_strangers(root))
    return corpus


def _take(
    corpus: Corpus, kind: Kind[Any], document: Document | None, diagnostics: list[Diagnostic]
) -> None:
    """Shape a document and keep what came of it."""
    corpus.diagnostics.extend(diagnostics)
    shaped, wrong = (None, []) if document is None else shape(document, kind.shape)
    corpus.diagnostics.extend(wrong)
    corpus.diagnostics.extend(refused(document) if document is not None else ())
    if document is None or shaped is None:
        corpus.broken |= set() if kind.is_folder else {kind}
        return
    if kind.is_list:
        found = [Shaped(item, document, (position,)) for position, item in enumerate(shaped)]
    else:
        found = [Shaped(shaped, document)]
    corpus.shaped.setdefault(kind, []).extend(found)


def _strangers(root: FilePath) -> Iterator[Diagnostic]:
    """Files in the folders of a review that nothing reads, such as `t04.yaml`."""
    known = {kind.files for kind in KINDS if not kind.is_folder}
    for folder in FOLDERS:
        is_seeds = any(kind.folder == folder and not kind.is_folder for kind in KINDS)
        for file in sorted((root / folder).glob("*")):
            relative = f"{folder}/{file.name}"
            if not file.is_file() or file.name.startswith(".") or of_file(relative):
                continue
            yield Diagnostic(
                Location(relative),
                "unknown-file",
                "Nothing reads this file.",
                "One of the seeds that the documentation lists."
                if is_seeds
                else f"Files that end with .yml in {folder}/.",
                did_you_mean(relative, known) if is_seeds else "Rename it.",
            )


def _missing_file(relative: str) -> Diagnostic:
    return Diagnostic(
        Location(relative),
        "missing-file",
        "This file is not there, and every review needs it.",
        "A folder with seeds/review.yml and seeds/attributes.yml.",
        "Run the command in the folder of the review, or name that folder with --root.",
    )
