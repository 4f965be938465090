"""Links entities to a Library: references resolved, ids held against file names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cache, partial
from typing import Any

from generator.diagnostics import Diagnostic, Location
from generator.entities import Register, Review, locators
from generator.entities.order import letters_of, natural
from generator.entities.references import IN_TEXT, Reference, every_reference
from generator.entities.source import Source
from generator.entities.words import with_article
from generator.library import own_lists
from generator.library.addressed import gone_or_wrongly_moved
from generator.library.corpus import Corpus, Shaped
from generator.library.holdings import is_retired
from generator.library.kinds import IDS, KINDS, REVIEW, THEORY, Kind, published
from generator.library.library import Library
from generator.library.named_twice import named_twice
from generator.library.register import gone, unlisted
from generator.library.remedies import with_remedies
from generator.library.versions import contradicting

Problem = tuple[str, str, str]
"""The code of a diagnostic, its message and what is expected."""


def link(corpus: Corpus) -> tuple[Library | None, list[Diagnostic]]:
    """The Library of a corpus, or None where a file that every review needs is broken.

    Diagnostics: unknown-reference, locator-form, locator-range, id-not-file-name, duplicate-id,
    id-gone, not-moved, wrong-value, release-changed.
    """
    diagnostics = [
        *_identities(corpus),
        *gone(corpus),
        *gone_or_wrongly_moved(corpus),
        *unlisted(corpus),
        *contradicting(corpus),
        *named_twice(corpus),
    ]
    if not all(corpus.of(kind) for kind in KINDS if corpus.needs(kind)):
        return None, diagnostics
    library = _library(corpus)
    known = _known(library, corpus)
    published = {id for ids in library.register.model_dump().values() for id in ids}
    deleted = published.difference(*known.values())
    for kind in corpus.broken:
        # The ids in a seed that could not be read are unknown, and so is what refers to them.
        known.pop(kind.name, None)
        if kind.is_named:
            known.pop(IN_TEXT, None)
    wrong = list(_unresolved(corpus, known, library.review.source))
    diagnostics += with_remedies(wrong, known, deleted, library.review.source)
    return library, diagnostics


def _unresolved(
    corpus: Corpus, known: dict[str, set[str]], source: Source
) -> Iterator[tuple[Diagnostic, Reference]]:
    # Kept, since the same few hundred places of the source are named thousands of times.
    locator_problem = cache(partial(_locator_problem, source))
    for items in corpus.shaped.values():
        for item in items:
            for reference in every_reference(item.entity):
                if diagnostic := _resolve(reference, item, known, locator_problem):
                    yield diagnostic, reference


def _library(corpus: Corpus) -> Library:
    """All entities by their ids; of an id that is used twice the first."""
    kept = {kind: _kept(corpus, kind) for kind in KINDS}
    return Library(
        {kind: tuple(item.entity for item in items) for kind, items in kept.items()},
        origins={
            (kind.name, getattr(item.entity, "id", "")): (item.document, item.path)
            for kind, items in kept.items()
            if kind.is_shown and (kind.has_ids or not kind.is_list)
            for item in items
        },
        broken=frozenset(
            stem
            for kind, stems in corpus.stems.items()
            for stem in stems - {item.entity.id for item in kept[kind]}
        ),
    )


def _kept(corpus: Corpus, kind: Kind[Any]) -> list[Shaped]:
    """The items of a kind, what is retired at the end.

    Of several with one id it is the one in the file of that name, or the first.
    """
    found: dict[str, Shaped] = {}
    if not kind.has_ids:
        return corpus.of(kind)
    for item in sorted(corpus.of(kind), key=lambda item: _is_misnamed(kind, item)):
        found.setdefault(item.entity.id, item)
    items = list(found.values())
    if kind is THEORY:
        items.sort(key=partial(_in_group, corpus.of(REVIEW)[0].entity))
    return sorted(items, key=lambda item: is_retired(item.entity))


def _in_group(review: Review, item: Shaped) -> tuple[Any, ...]:
    """Theories stand in the order of their groups and of the prefixes of each.

    There they follow their numbers or labels, and those without follow their ids.
    """
    prefixes = [prefix for group in review.groups for prefix in group.prefixes]
    id, number = item.entity.id, item.entity.number
    prefix = letters_of(id)
    group = prefixes.index(prefix) if prefix in prefixes else len(prefixes)
    return group, number is None, natural(str(number)), natural(id)


def _is_misnamed(kind: Kind[Any], item: Shaped) -> bool:
    return kind.is_folder and item.entity.id != item.document.stem


def _known(library: Library, corpus: Corpus) -> dict[str, set[str]]:
    """Every id by the kind of reference that may name it.

    An id counts as known when its file is there, even if the file is broken: a
    mistake in one theory is no mistake of everything that refers to it.
    """
    known = {
        kind.name: set(library.of(kind)) | corpus.stems.get(kind, set())
        for kind in KINDS
        if kind.has_ids
    }
    known[IN_TEXT] = set().union(*(known[kind.name] for kind in KINDS if kind.is_named))
    own = own_lists.labels(library.review, library.attributes)
    if library.attributes.format not in own[own_lists.ATTRIBUTE.name]:
        del own[own_lists.FORMAT.name]  # that is told, and not of each format
    return known | {name: set(ids) for name, ids in own.items()}


def _resolve(
    reference: Reference,
    item: Shaped,
    known: dict[str, set[str]],
    locator_problem: Callable[[str], Problem | None],
) -> Diagnostic | None:
    """None where a reference leads somewhere; else what is wrong with it."""
    target, kind = reference.target, reference.kind
    if kind == "locator" or (kind == IN_TEXT and " " in target):
        problem = locator_problem(target)
    elif kind in known and target not in known[kind]:
        what = kind if kind != IN_TEXT else "page"
        problem = (
            "unknown-reference",
            f"There is no {what} “{target}”.",
            f"The id of {with_article(what)}.",
        )
    else:
        return None
    return problem and Diagnostic(
        item.document.at((*item.path, *reference.path), key=reference.in_key), *problem
    )


def _locator_problem(source: Source, target: str) -> Problem | None:
    """What is wrong where a locator names no place of the source."""
    try:
        place = locators.parse(target)
        locators.check(place, source)
    except locators.LocatorFormError:
        return (
            "locator-form",
            f"“{target}” does not have the form of a locator.",
            f"A section, a paragraph and a sentence, such as “{source.sections[0].id} 1.2”.",
        )
    except locators.LocatorRangeError as error:
        known = {*(part.id for part in source.sections), *(file.id for file in source.files)}
        lacking = f"place “{target}”" if place.section in known else f"section “{place.section}”"
        return "locator-range", f"The {source.noun} has no {lacking}.", str(error)
    return None


def _identities(corpus: Corpus) -> Iterator[Diagnostic]:
    """Ids that differ from their file's name, or that are used twice."""
    seen: dict[tuple[str, str], Shaped] = {}
    register = next(iter(corpus.entities(IDS)), Register())
    for kind in KINDS:
        # What can be named as [[id]] in any text has ids that differ from one another.
        namespace = "" if kind.is_named else kind.name
        for item in corpus.of(kind) if kind.has_ids else ():
            id = item.entity.id
            if _is_misnamed(kind, item):
                yield _misnamed(item, corpus.stems[kind], published(register, kind))
                continue
            if (namespace, id) in seen:
                first = _id_of(seen[namespace, id])
                yield Diagnostic(
                    _id_of(item),
                    "duplicate-id",
                    f"The id “{id}” is already used in {first.path}, line {first.line}.",
                    "An id that is used nowhere else.",
                    "Choose a new id for the newer of the two.",
                )
            seen.setdefault((namespace, id), item)


def _misnamed(item: Shaped, stems: set[str], known: Collection[str]) -> Diagnostic:
    """An id that is not the name of its file; what was published of the two stays."""
    id, file = item.entity.id, f"{item.document.stem}.yml"
    if id in stems:
        remedy = (
            f"There is {id}.yml, too. If this file is a copy of it, delete the copy; if not, it"
            " needs an id of its own."
        )
    elif item.document.stem in known:
        remedy = (
            f"“{item.document.stem}” was published, and no id ever changes: write “id:"
            f" {item.document.stem}”. What is new needs a file of its own, {id}.yml."
        )
    else:
        remedy = f"Rename the file to {id}.yml; if its name is right, write that as its id."
    return Diagnostic(
        _id_of(item),
        "id-not-file-name",
        f"The id is “{id}” and the file is called {file}.",
        f"A file called {id}.yml, or the id that is the name of the file.",
        remedy,
    )


def _id_of(item: Shaped) -> Location:
    """Where the id of an entity stands."""
    return item.document.at((*item.path, "id"))
