"""Entities to a Library: references resolved, ids held against file names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from generator.diagnostics import Diagnostic, Location, did_you_mean
from generator.entities import Register, Review, Theory, locators
from generator.entities.references import IN_TEXT, Reference, references
from generator.entities.review import Source
from generator.files.load import Document, Path
from generator.library.corpus import FOLDERS, Corpus, Entry
from generator.library.library import Library
from generator.library.register import gone
from generator.library.spelling import id_meant, named_in_words, place_meant

KINDS = {
    "theories": "theory",
    "theories/middle-range": "middle-range theory",
    "interventions": "intervention",
    "findings": "finding",
    "claims": "claim",
    "guidance": "decision",
    "evidence": "evidence page",
}
"""What the entries of a file or folder are called in references and messages."""


def link(corpus: Corpus) -> tuple[Library | None, list[Diagnostic]]:
    """The Library of a corpus, or None where a file that every review needs is broken.

    Diagnostics: unknown-reference, locator-form, locator-range, id-not-file-name, duplicate-id,
    id-gone.
    """
    diagnostics = [*_identities(corpus), *gone(corpus, KINDS)]
    if not (corpus.of("review") and corpus.of("attributes")):
        return None, diagnostics
    library = _library(corpus)
    known = _known(library, corpus)
    published = {id for ids in library.register.model_dump().values() for id in ids}
    deleted = published.difference(*known.values())
    for name in corpus.broken & {"findings", "claims"}:
        # Nobody knows what a broken seed holds: one mistake in it must not look like many.
        known.pop(KINDS[name], None)
        known.pop(IN_TEXT, None)
    for entries in corpus.entries.values():
        for entry in entries:
            for reference in references(entry.entity, entry.path):
                wrong = _resolve(reference, entry, known, library.review.source)
                diagnostics += [_gone(one) if reference.target in deleted else one for one in wrong]
    return library, diagnostics


def _library(corpus: Corpus) -> Library:
    """All entities by their ids; of an id that is used twice the first."""
    by_id = partial(_by_id, corpus)
    kinds = {kind: _entries(corpus, name) for name, kind in KINDS.items()}
    theories = _by_group(by_id("theories"), corpus.of("review")[0].entity)
    kinds["theory"] = {id: kinds["theory"][id] for id in theories}
    interventions = by_id("interventions")
    studies, register = corpus.of("studies"), corpus.of("ids")
    return Library(
        review=corpus.of("review")[0].entity,
        attributes=corpus.of("attributes")[0].entity,
        theories=_current(theories),
        interventions=_current(interventions),
        retired_theories=_retired(theories),
        retired_interventions=_retired(interventions),
        middle_range=by_id("theories/middle-range"),
        findings=by_id("findings"),
        claims=by_id("claims"),
        guidance=by_id("guidance"),
        evidence=by_id("evidence"),
        glossary=tuple(entry.entity for entry in corpus.of("glossary")),
        changes=tuple(entry.entity for entry in corpus.of("changes")),
        studies=studies[0].entity if studies else None,
        register=register[0].entity if register else Register(),
        places=_places(corpus, kinds),
        broken=frozenset(
            stem
            for name in FOLDERS
            for stem in corpus.stems.get(name, set()) - set(kinds[KINDS[name]])
        ),
    )


def _places(
    corpus: Corpus, kinds: dict[str, dict[str, Entry]]
) -> dict[tuple[str, str], tuple[Document, Path]]:
    """Where each entity stands, by its kind and id; what is alone of its kind has no id."""
    places = {
        (kind, id): (entry.document, entry.path)
        for kind, entries in kinds.items()
        for id, entry in entries.items()
    }
    alone = ("review", "attributes", "studies")
    return places | {(name, ""): (e.document, ()) for name in alone for e in corpus.of(name)}


def _current(entities: dict[str, Any]) -> dict[str, Any]:
    """Those that count: this is the one place that decides so."""
    return {id: entity for id, entity in entities.items() if entity.retired is None}


def _retired(entities: dict[str, Any]) -> dict[str, Any]:
    return {id: entity for id, entity in entities.items() if entity.retired is not None}


def _by_group(theories: dict[str, Theory], review: Review) -> dict[str, Theory]:
    """Theories in the order of their groups, of the prefixes of each, and of their ids."""
    prefixes = [prefix for group in review.groups for prefix in group.prefixes]

    def order(theory: Theory) -> tuple[int, str]:
        prefix = theory.id.rstrip("0123456789")
        return prefixes.index(prefix) if prefix in prefixes else len(prefixes), theory.id

    return {theory.id: theory for theory in sorted(theories.values(), key=order)}


def _by_id(corpus: Corpus, name: str) -> dict[str, Any]:
    return {id: entry.entity for id, entry in _entries(corpus, name).items()}


def _entries(corpus: Corpus, name: str) -> dict[str, Entry]:
    """Every entry by its id: of several the one in the file of that name, or the first."""
    found: dict[str, Entry] = {}
    for entry in sorted(corpus.of(name), key=lambda entry: _is_misnamed(name, entry)):
        found.setdefault(entry.entity.id, entry)
    return found


def _is_misnamed(name: str, entry: Entry) -> bool:
    return name in FOLDERS and entry.entity.id != entry.document.stem


def _known(library: Library, corpus: Corpus) -> dict[str, set[str]]:
    """Every id by the kind of reference that may name it.

    An id counts as known when its file is there, even if the file is broken: one mistake in
    a theory must not make every reference to it look like another.
    """
    known = {
        "theory": set(library.every_theory),
        "intervention": set(library.every_intervention),
        "middle-range theory": set(library.middle_range),
        "finding": set(library.findings),
        "claim": set(library.claims),
        "group of theories": {group.id for group in library.review.groups},
        "attribute": {attribute.id for attribute in library.attributes.attributes},
        "group of attributes": {group.id for group in library.attributes.groups},
    }
    for name in FOLDERS:
        known[KINDS[name]] |= corpus.stems.get(name, set())
    formats = [a for a in library.attributes.attributes if a.id == library.attributes.format]
    known["format"] = {choice.id for format in formats for choice in format.choices}
    named = ("theory", "intervention", "middle-range theory", "claim", "finding")
    known[IN_TEXT] = set().union(*(known[kind] for kind in named))
    return known


def _resolve(
    reference: Reference, entry: Entry, known: dict[str, set[str]], source: Source
) -> Iterator[Diagnostic]:
    """Nothing where a reference leads somewhere; else what is wrong with it."""
    place = entry.document.at(reference.path, key=reference.in_key)
    is_locator = reference.kind == "locator" or (
        reference.kind == IN_TEXT and " " in reference.target
    )
    if is_locator:
        yield from _resolve_locator(reference, place, known, source)
    elif reference.kind in known and reference.target not in known[reference.kind]:
        what = reference.kind if reference.kind != IN_TEXT else "page"
        yield Diagnostic(
            place,
            "unknown-reference",
            f"There is no {what} “{reference.target}”.",
            f"The id of {'an' if what[0] in 'ai' else 'a'} {what}.",
            (place_meant(reference.target, source) if reference.kind == IN_TEXT else "")
            or id_meant(reference.target, known[reference.kind], known["intervention"]),
        )


def _gone(unknown: Diagnostic) -> Diagnostic:
    """Where the id was published and then deleted: no other one was meant."""
    return replace(
        unknown, remedy="It was published: restore it; see what is said of it at seeds/ids.yml."
    )


def _resolve_locator(
    reference: Reference, place: Location, known: dict[str, set[str]], source: Source
) -> Iterator[Diagnostic]:
    target = reference.target
    sections = [section.id for section in source.sections]
    try:
        locators.check(locators.parse(target), source)
    except locators.LocatorFormError:
        yield Diagnostic(
            place,
            "locator-form",
            f"“{target}” does not have the form of a locator.",
            "A section, a paragraph and a sentence, such as “" + sections[0] + " 1.2”.",
            _meant(reference, known, source) or "The sections are: " + ", ".join(sections) + ".",
        )
    except locators.LocatorRangeError as error:
        section = target.split(" ", maxsplit=1)[0]
        remedy = did_you_mean(section, [*sections, *(file.id for file in source.files)])
        if section in sections:
            remedy = "Count again: seeds/review.yml lists the paragraphs with their first words."
        yield Diagnostic(
            place,
            "locator-range",
            f"The {source.noun} has no place “{target}”.",
            str(error),
            _meant(reference, known, source) or remedy,
        )


def _meant(reference: Reference, known: dict[str, set[str]], source: Source) -> str:
    """What a locator that leads nowhere may have been: a place, or in a text “theory 4”."""
    named = named_in_words(reference.target, known) if reference.kind == IN_TEXT else ""
    return named or place_meant(reference.target, source)


def _identities(corpus: Corpus) -> Iterator[Diagnostic]:
    """Ids that differ from their file's name, or that are used twice."""
    seen: dict[tuple[str, str], Location] = {}
    for name in KINDS:
        # Pages of guidance and of evidence have addresses of their own; all else can be named
        # as [[id]] in any text, so its ids must differ from one another.
        namespace = name if name in ("guidance", "evidence") else ""
        for entry in corpus.of(name):
            id, place = entry.entity.id, entry.document.at((*entry.path, "id"))
            if _is_misnamed(name, entry):
                yield Diagnostic(
                    place,
                    "id-not-file-name",
                    f"The id is “{id}” and the file is called {entry.document.stem}.yml.",
                    f"id: {entry.document.stem}",
                    "Change the one that is wrong; an id that was published never changes.",
                )
                continue
            if (namespace, id) in seen:
                first = seen[namespace, id]
                yield Diagnostic(
                    place,
                    "duplicate-id",
                    f"The id “{id}” is already used in {first.path}, line {first.line}.",
                    "An id that is used nowhere else.",
                    "Choose a new id for the newer of the two.",
                )
            seen.setdefault((namespace, id), place)
