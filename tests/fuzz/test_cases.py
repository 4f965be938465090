"""Every damage that once got through, made again; and that the trial which finds it can find it."""

import json
import random
from functools import cache
from pathlib import Path

import pytest
from cases import CASES, StaleError, load, save
from mutations import KINDS, Mutation, Thing, mutation
from reviews import GARDEN, ROOT
from trial import Review

from generator.site.by_hand.markup import Audited

pytestmark = pytest.mark.slow

FINE = ("refused", "told second", "accepted", "unchanged")


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory):
    """Gives the review of a name, made ready once."""
    return cache(
        lambda name: Review(
            {"garden": GARDEN, "review": ROOT}[name], tmp_path_factory.mktemp("fuzz") / name
        )
    )


@pytest.mark.parametrize("file", sorted(CASES.glob("*.json")), ids=lambda file: file.stem)
def test_what_was_found_once_is_held(file: Path, review):
    case = json.loads(file.read_text(encoding="utf-8"))
    changed = review(case["review"])
    try:
        damage = load(case, changed.files)
    except StaleError as stale:
        pytest.fail(f"{stale} is no longer what {file.name} changes: write the case anew")
    outcome, words = changed.hold(damage)
    assert outcome in FINE, words


def test_a_mutation_is_the_same_again_by_its_seed_and_from_its_case(review, tmp_path, monkeypatch):
    monkeypatch.setattr("cases.CASES", tmp_path)
    files = review("garden").files
    seen = set()
    for number in range(300):
        made = mutation(random.Random(number), files)
        assert made == mutation(random.Random(number), files)
        file = save(made, "garden", files, "")
        assert load(json.loads(file.read_text(encoding="utf-8")), files) == made
        seen.add(made.kind)
    assert len(seen) == len(KINDS) - 1  # lines and values are both of the structure


ABOUT = "docs/about.md"


def page(text: str) -> Mutation:
    return Mutation("page", "", {ABOUT: f"# About\n\n{text}\n".encode()})


def theory(text: str) -> Mutation:
    return Mutation("lines", "", {"theories/j01.yml": text.encode()})


def let_in(markdown: str) -> Audited:
    """An audit that sees nothing wrong."""
    return Audited((), frozenset())


CAUGHT = {
    "crashed": ("trial.inspect", lambda _: 1 / 0, theory("")),
    "timed out": ("trial.SECONDS", -9, theory("")),
    "over memory": ("trial.MEMORY", -1_000_000, theory("")),
    "got in": ("generator.site.by_hand.files.audit", let_in, page("<svg onload=x>")),
    "silent": ("trial._compared", lambda _: False, page("Other words.")),
    "misplaced": ("trial._same", lambda *_: False, theory("")),
}


def test_a_trial_that_never_ends_is_stopped_by_what_it_computes(review, monkeypatch):
    monkeypatch.setattr("trial.COMPUTING", 1)
    monkeypatch.setattr("trial.inspect", lambda _: all(n == 0 for n in iter(int, 1)))
    outcome, words = review("garden").hold(theory(""))
    assert (outcome, words.partition(" ")[0]) == ("timed out", "SIGKILL")


@pytest.mark.parametrize("outcome", CAUGHT)
def test_a_trial_finds_what_it_looks_for(outcome, review, monkeypatch):
    where, instead, damage = CAUGHT[outcome]
    monkeypatch.setattr(where, instead)
    assert review("garden").hold(damage)[0] == outcome


def tree(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder, with what the files hold."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize(
    ("damage", "outcome"),
    [
        (page("Other words."), "accepted"),
        (page("<svg onload=x>"), "refused"),
        (theory("id: [\n"), "refused"),
        (Mutation("link", "", {ABOUT: Thing("link", "SECRET")}), "refused"),
        (Mutation("link", "", {"docs/x.md": Thing("link", "/dev/zero")}), "refused"),
        (Mutation("lines", "", {}), "unchanged"),
    ],
)
def test_a_trial_says_what_becomes_of_a_change_and_leaves_the_copy_as_it_was(
    damage, outcome, review
):
    garden = review("garden")
    assert garden.hold(damage)[0] == outcome
    assert tree(garden.root) == tree(garden.original)
