"""Reads the folders of a review: which file holds what, as documents and entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path as FilePath
from typing import Any

from generator.diagnostics import Diagnostic, Location
from generator.files.history import earlier
from generator.files.load import Origin, Path, load_file
from generator.files.plain_files import plain_files
from generator.files.text_file import read_text
from generator.files.yaml_reading import read_yaml
from generator.library.formats import other_format
from generator.library.kinds import (
    ATTRIBUTES,
    IDS,
    INTERVENTION,
    KINDS,
    MOVED,
    REVIEW,
    TOP_FOLDERS,
    Kind,
    of_file,
    published,
)
from generator.library.misplaced import kind_meant, misplaced, place_of, stranger
from generator.library.readings import Reader, one_by_one
from generator.library.shape import shape
from generator.library.text_markup import refused
from generator.progress import Counter


@dataclass(frozen=True)
class Shaped:
    """An entity and what it was shaped from: a whole document, or one item of its list."""

    entity: Any
    document: Origin
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

    listed_before: dict[str, set[str]] = field(default_factory=dict)
    """What the register listed in the last states of the history, under its keys."""

    def of(self, kind: Kind[Any]) -> list[Shaped]:
        """The entities of a kind, where they could be shaped."""
        return self.shaped.get(kind, [])

    def entities(self, kind: Kind[Any]) -> list[Any]:
        """The entities of a kind, without the documents that they were read from."""
        return [item.entity for item in self.of(kind)]

    @property
    def moved(self) -> set[str]:
        """The names of things of which is known what became of them."""
        return {entity.was for entity in self.entities(MOVED)}

    def needs(self, kind: Kind[Any]) -> bool:
        """Whether nothing can be made of the review without the file or files of this kind.

        What is recorded of interventions is needed where there are any.
        """
        if kind is ATTRIBUTES:
            return bool(self.stems.get(INTERVENTION)) or kind in self.broken
        return kind.is_required


@dataclass(frozen=True)
class FileReading:
    """What came of one file: what was shaped from it, and all that is wrong."""

    shaped: tuple[Shaped, ...] | None
    diagnostics: tuple[Diagnostic, ...]
    meant: Kind[Any] | None = None
    """The kind whose keys it has, where that is not the kind that belongs there."""
    other_format: Diagnostic | None = None
    """Of `seeds/review.yml`, that nothing of the review can be read."""


def gather(root: FilePath, reader: Reader[FileReading] = one_by_one) -> Corpus:
    """Read and shape every file of a review, as the `reader` does.

    What came of files in another format is not told.

    Diagnostics: of load, shape and text_markup; of read_text and plain_files,
    also for pages written by hand; missing-file, unknown-file; or other-format alone.
    """
    files, wrong = data_files(root)
    kinds = {file: of_file(file) for file in files}
    strangers = [file for file, kind in kinds.items() if kind is None]
    told = [stranger(root, file, files) for file in strangers]
    lost = {meant for _, meant in told} | {place_of(one.location.path, None) for one in wrong}
    corpus = Corpus(diagnostics=[*wrong, *(one for one, _ in told), *_of_pages(root)])
    count = Counter("files read", len(files) - len(strangers))
    reads = {file: partial(_reading, root, file, kind) for file, kind in kinds.items() if kind}
    readings = reader(root, reads, count)
    count.stop()
    if other := next((one.other_format for one in readings.values() if one.other_format), None):
        return Corpus(diagnostics=[other])  # all else would only mislead
    own: dict[Kind[Any], list[str]] = {kind: [] for kind in KINDS}
    for kind in KINDS:
        for file in (file for file, held in kinds.items() if held is kind):
            reading = readings[file]
            _take(corpus, kind, reading)
            if reading.meant:
                corpus.diagnostics.append(misplaced(file, reading.meant, files))
                lost.add(place_of(file, reading.meant))
            else:
                own[kind].append(file)
    for kind in KINDS:
        _note_files(corpus, kind, own[kind], lost)
    _miss_published(corpus)
    corpus.listed_before = _listed_before(root)
    return corpus


def _note_files(corpus: Corpus, kind: Kind[Any], own: list[str], lost: set[str]) -> None:
    """Keep which files a kind has, also those that are `lost`, and tell where it needs one."""
    if kind.is_folder:
        there = (*own, *(file for file in lost if of_file(file) is kind))
        corpus.stems[kind] = {FilePath(file).stem for file in there}
    elif not own and kind.files in lost:
        corpus.broken.add(kind)
    elif not own and corpus.needs(kind):
        corpus.diagnostics.append(_missing_file(kind.files))


def _miss_published(corpus: Corpus) -> None:
    """One message for each seed that is missing although the register lists ids from it.

    Of ids of which is known what became of them, none is missed.
    """
    moved = corpus.moved
    for kind in KINDS:
        is_there = kind.is_folder or kind in corpus.shaped or kind in corpus.broken
        listed = [
            id
            for item in corpus.of(IDS)
            for id in (published(item.entity, kind) if kind.has_ids else ())
            if f"{kind.key}/{id}" not in moved
        ]
        if listed and not is_there:
            corpus.broken.add(kind)
            corpus.diagnostics.append(_missing_file(kind.files))


def _listed_before(root: FilePath) -> dict[str, set[str]]:
    """What the register listed under each key in the last states of the history."""
    listed: dict[str, set[str]] = {}
    for text in earlier(root, IDS.files):
        data = read_yaml(text, IDS.files)[0].data
        for key, ids in data.items() if isinstance(data, dict) else ():
            listed.setdefault(key, set()).update(_listed(ids))
    return listed


def _listed(ids: Any) -> Iterator[str]:
    """The ids of a list of the register; `theories/x04#c2` for those within a page."""
    if isinstance(ids, dict):
        yield from (f"{name}#{id}" for name, parts in ids.items() for id in _listed(parts))
    elif isinstance(ids, list):
        yield from map(str, ids)


def data_files(root: FilePath) -> tuple[list[str], list[Diagnostic]]:
    """The plain files in the folders of a review, and what else lies there. See `plain_files`."""
    found = [plain_files(root, folder) for folder in TOP_FOLDERS]
    return [file for files, _ in found for file in files], [one for _, w in found for one in w]


def _of_pages(root: FilePath) -> Iterator[Diagnostic]:
    """What keeps pages written by hand from being read: they are no part of the data."""
    files, wrong = plain_files(root, "docs")
    yield from wrong
    for file in files:
        if file.endswith(".md"):
            yield from read_text(root, file)[1]


def _reading(root: FilePath, file: str, kind: Kind[Any]) -> FileReading:
    """Read a file and shape its document."""
    document, found = load_file(root, file)
    if document is None:
        return FileReading(None, tuple(found))
    if kind is REVIEW and (other := other_format(document)):
        return FileReading(None, (), other_format=other)
    shaped, wrong = shape(document, kind.shape)
    if shaped is None and (meant := kind_meant(document.data, kind)):
        return FileReading(None, tuple(found), meant)
    # What has the form of nothing that belongs there is told once, and not also for what it holds.
    places = {one.location for one in wrong}
    told = (*found, *wrong, *(one for one in refused(document) if one.location not in places))
    if shaped is None:
        return FileReading(None, told)
    items = enumerate(shaped) if kind.is_list else ()
    origin = document.origin
    whole = () if kind.is_list else (Shaped(shaped, origin),)
    within = (Shaped(item, origin, (position,)) for position, item in items)
    return FileReading((*whole, *within), told)


def _take(corpus: Corpus, kind: Kind[Any], reading: FileReading) -> None:
    """Keep what came of a file."""
    corpus.diagnostics.extend(reading.diagnostics)
    if reading.shaped is None:
        corpus.broken |= set() if kind.is_folder else {kind}
        return
    corpus.shaped.setdefault(kind, []).extend(reading.shaped)


def _missing_file(relative: str) -> Diagnostic:
    return Diagnostic(
        Location(relative),
        "missing-file",
        "This file is not there, and this review needs it.",
        "In every review seeds/review.yml, with interventions seeds/attributes.yml; all that was "
        "published stays.",
        "Restore it. If it is there, run the command in the folder of the review, or name that"
        " folder with --root.",
    )
