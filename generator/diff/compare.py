"""Compares two states of a review, and reports what a reader will notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.diff import effects, touched
from generator.diff.in_words import in_words
from generator.diff.read import ReviewState
from generator.diff.report import Change, Problem, Report
from generator.diff.rows import RECORDED, row_differences
from generator.diff.structure import (
    AS_THEY_ARE,
    Difference,
    Renamed,
    Step,
    differences,
    is_reordered,
    list_differences,
    paired,
    value_differences,
)
from generator.diff.subjects import Subject, gone_address, of_review, page_by_hand, single, subject
from generator.diff.words import Speech, identity
from generator.entities import Claim, Intervention, Theory
from generator.library.kinds import ATTRIBUTES, INTERVENTION, KINDS, MOVED, REVIEW, Kind, named


def compare(
    old: ReviewState, new: ReviewState, *, are_checked: bool = False, with_pages: bool = True
) -> Report:
    """All changes between two states, as far as both can be read.

    Of states that `are_checked` already it does not tell what is wrong with them; and not which
    pages show the changes, unless `with_pages`.
    """
    found = [*_changes(old, new), *effects.on_claims(old, new)]
    unread = old.unread | new.unread
    return Report(
        old=old.name,
        new=new.name,
        problems=() if are_checked else tuple(_problems(old, new)),
        not_compared=tuple(sorted(named(kind).file(id) for kind, id in unread)),
        errors=tuple(change for change in found if change.kind == "identity"),
        changes=tuple(change for change in found if change.kind != "identity"),
        counts=effects.counts(old, new),
        pages=touched.pages(found, old.ties, new.ties) if with_pages else (),
    )


def _problems(old: ReviewState, new: ReviewState) -> Iterator[Problem]:
    for side, state in (("old", old), ("new", new)):
        for problem in state.problems:
            yield Problem(
                side="old" if side == "old" else "new",
                file=problem.location.path,
                line=problem.location.line,
                code=problem.code,
                message=problem.message,
            )


def _changes(old: ReviewState, new: ReviewState) -> Iterator[Change]:
    speech, unread = Speech(old, new), old.unread | new.unread
    words = new.library.review.words
    for kind in KINDS:
        if not kind.is_shown or (kind.name, "") in unread:
            continue
        if kind.has_ids:
            yield from _things(kind, speech, {id for name, id in unread if name == kind.name})
            continue
        rows = INTERVENTION.key if kind is ATTRIBUTES else ""
        renamed = speech.renamed.get(rows, AS_THEY_ARE)
        for difference in _without_ids(kind, old, new, renamed):
            about = of_review(difference.path, words) if kind is REVIEW else single(kind, words)
            yield speech.change(about, difference)
    if (MOVED.name, "") not in unread:
        yield from _gone(speech)
    yield from _by_hand(old.pages, new.pages)


def _without_ids(
    kind: Kind[Any], old: ReviewState, new: ReviewState, renamed: Renamed
) -> Iterator[Difference]:
    """The differences within the one file of a kind whose entries have no ids."""
    if kind.is_list:
        yield from list_differences(old.library.all(kind), new.library.all(kind), (), kind.name)
        return
    before, after = old.library.one(kind), new.library.one(kind)
    if before and after:
        yield from differences(before, after, renamed=renamed)
    else:
        yield from value_differences(before, after, (), Step(kind.name))


def _things(kind: Kind[Any], speech: Speech, unread: set[str]) -> Iterator[Change]:
    """The changes of all things of a kind, the same ones matched by their ids."""
    before, after = (
        {id: item for id, item in state.library.of(kind).items() if id not in unread}
        for state in (speech.old, speech.new)
    )
    for was, now in paired(before, after, speech.renamed.get(kind.key, AS_THEY_ARE)):
        if was is None:
            yield _whole(
                "added", subject(kind, after[now or ""], speech.new), after[now or ""], speech
            )
        elif now is None:
            about = subject(kind, before[was], speech.old)
            yield _whole("removed", about, before[was], speech)
        elif (found := list(_within(before[was], after[now], kind, speech))) or was != now:
            about = subject(kind, after[now], speech.new)
            if was != now:
                yield _renamed(about, was, now, speech)
            yield from (speech.change(about, difference) for difference in found)
    if kind.is_list and is_reordered(before, after):
        about = single(kind, speech.new.library.review.words)
        yield speech.change(about, Difference((Step("entries"),), "order"))


def _within(old: Any, new: Any, kind: Kind[Any], speech: Speech) -> Iterator[Difference]:
    """The differences within one thing."""
    if old is new:  # a file that is the same in both states is read once
        return
    renamed = speech.renamed.get(f"{kind.key}/{new.id}", AS_THEY_ARE)
    found = differences(old, new, renamed=renamed)
    if isinstance(old, Intervention):
        yield from (d for d in found if d.path[0].field not in RECORDED)
        yield from row_differences((old, speech.old), (new, speech.new))
    elif isinstance(old, Theory) and old.change != new.change:
        path = (Step("model"), Step("change"))
        yield Difference(path, "changed", old.change, new.change)
        both = [(Step("model"), Step(name)) for name in ("initial", "final")]
        yield from (d for d in found if d.path not in both)
    elif isinstance(old, Claim):
        for difference in found:
            yield _of_claim(difference, (old, speech.old), (new, speech.new))
    else:
        yield from found


def _of_claim(
    found: Difference, old: tuple[Claim, ReviewState], new: tuple[Claim, ReviewState]
) -> Difference:
    """What the data show, as pages say it; how they are asked is for programs, and told as new."""
    match found.path[0].field:
        case "check":
            return replace(found, before=None, after=None)
        case "shows":
            before, after = (effects.shown_in_words(*one) for one in (old, new))
            return replace(found, before=before, after=after)
    return found


def _whole(kind: str, about: Subject, item: Any, speech: Speech) -> Change:
    """A thing that is new, or that is not there any more."""
    is_new, is_told = kind == "added", speech.is_told(about)
    words = in_words(item, "", speech.new if is_new else speech.old)
    lost = f"{about.name} is removed" if is_told else _deleted(about)
    sentence = f"{about.name} is new" if is_new else lost
    return _change(
        about,
        kind=kind if is_new or is_told else "identity",
        before=None if is_new else words,
        after=words if is_new else None,
        words=sentence,
    )


def _deleted(about: Subject) -> str:
    kind = named(about.thing)
    if "retired" in kind.entity.model_fields:
        file = kind.file(about.id)
        return (
            f"{about.name} was deleted ({file}). It is never deleted, retire it: restore the file, "
            "and add “retired” with why, date and successor"
        )
    return f"{about.name} was deleted ({about.id}). Its address is cited: restore it"


def _renamed(about: Subject, was: str, now: str, speech: Speech) -> Change:
    is_told = speech.is_told(replace(about, id=was))
    sentence = f"{about.name}: {identity(was, now, is_told)}"
    kind = "changed" if is_told else "identity"
    return _change(about, kind=kind, field="id", before=was, after=now, words=sentence)


def _gone(speech: Speech) -> Iterator[Change]:
    """What readers are told who follow an address that is no more."""
    before, after = (
        {item.was: item for item in state.library.all(MOVED)} for state in (speech.old, speech.new)
    )
    for was in dict.fromkeys((*before, *after)):
        about = gone_address(was)
        if about is None:  # an error of its state, which is reported as one
            continue
        if was not in before:
            yield _change(about, kind="added", words=f"{about.name} is told now")
        elif was not in after:
            yield _change(about, kind="removed", words=f"{about.name} is told no more")
        else:
            for difference in differences(before[was], after[was]):
                yield speech.change(about, difference)


def _by_hand(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    """Pages written by hand: only whether they changed, since git shows how."""
    for path in sorted({*old, *new}):
        if old.get(path) == new.get(path):
            continue
        about = page_by_hand(path)
        kind = "changed" if path in old and path in new else "added" if path in new else "removed"
        word = {"changed": "changed", "added": "is new", "removed": "is removed"}[kind]
        yield _change(about, kind=kind, words=f"{about.name} {word}")


def _change(about: Subject, **values: Any) -> Change:
    defaults = {"field": "", "before": None, "after": None}
    return Change(
        **{
            "thing": about.thing, "subject": about.id, "title": about.title,
            "page": about.page.path, "fragment": about.fragment, **defaults, **values,
        }
    )  # fmt: skip
