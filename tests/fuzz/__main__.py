"""`make fuzz`: mutations of the review and of the example, tried until the time is over.

Each trial has a number, and with the seed it makes the same mutation again. Where it stopped is
kept in a file, from which the next run with the same seed goes on. Each failure becomes a case.
"""
# ruff: noqa: T201 - this is a command, and it prints

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / folder) for folder in ("fuzz", "")]

from cases import save  # noqa: E402 - beside this file
from mutations import Mutation, mutation  # noqa: E402
from reviews import GARDEN  # noqa: E402
from trial import Review  # noqa: E402

REVIEWS = {"garden": GARDEN, "review": ROOT}
FAILURES = ("crashed", "timed out", "over memory", "got in", "silent", "misplaced")
OUTCOMES = ("refused", "told second", "accepted", "unchanged", "impossible", *FAILURES)


def main() -> int:
    """Try until the time is over; 1 where anything failed."""
    asked = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--seed", default="1")
    asked.add_argument("--state", type=Path, help="where it stopped is kept here")
    asked.add_argument("--only", type=int, help="the number of one trial, to see it again")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="realist-fuzz-") as folder:
        reviews = {name: Review(root, Path(folder) / name) for name, root in REVIEWS.items()}
        if options.only is not None:
            print(*_try(reviews, options.seed, options.only)[1:], sep="\n")
            return 0
        return _run(reviews, options.seed, options.seconds, options.state)


def _run(reviews: dict[str, Review], seed: str, seconds: float, state: Path | None) -> int:
    kept = json.loads(state.read_text()) if state and state.exists() else {}
    told = kept.get(seed, {"next": 0, "counts": {}, "seconds": 0, "seen": []})
    counts, start = Counter(told["counts"]), time.monotonic()
    before = _failures(counts)
    while time.monotonic() - start < seconds:
        number = told["next"]
        name, tried, (outcome, words) = _try(reviews, seed, number)
        counts[f"{_kind_of_file(tried)}: {outcome}"] += 1
        told["next"] = number + 1
        sign = f"{outcome}: {words.partition(' computed')[0]}"
        if outcome in FAILURES and sign not in told["seen"]:
            told["seen"].append(sign)
            print(f"{number} {name} {tried.how}\n  {outcome}: {words}")
            print(f"  {save(tried, name, reviews[name].files, f'{outcome}: {words}')}", flush=True)
        if state and number % 20 == 0:
            _keep(state, kept, seed, told, counts)
    told["seconds"] += time.monotonic() - start
    if state:
        _keep(state, kept, seed, told, counts)
    print(f"{sum(counts.values())} mutations tried in {told['seconds']:.0f} s with seed {seed}:")
    _print_table(counts)
    return 1 if _failures(counts) > before else 0


def _kind_of_file(tried: Mutation) -> str:
    """A seed by its name, and everything else by its folder."""
    path = next(iter(tried.changes))
    return path if path.startswith("seeds/") and path.count("/") == 1 else path.rpartition("/")[0]


def _failures(counts: Counter[str]) -> int:
    return sum(count for key, count in counts.items() if key.rpartition(": ")[2] in FAILURES)


def _print_table(counts: Counter[str]) -> None:
    """What came of the mutations of each kind of file, and of all."""
    of: dict[str, Counter[str]] = {}
    for key, count in counts.items():
        kind, _, outcome = key.rpartition(": ")
        for row in (kind, "all"):
            of.setdefault(row, Counter())[outcome] += count
    for row in sorted(of, key=lambda row: (row == "all", row)):
        found = ", ".join(f"{of[row][o]} {o}" for o in OUTCOMES if of[row][o] or row == "all")
        print(f"  {row}: {of[row].total()} tried: {found}")


def _try(reviews: dict[str, Review], seed: str, number: int):
    rng = random.Random(f"{seed}:{number}")
    name = rng.choice(["garden", "garden", "review"])
    tried = mutation(rng, reviews[name].files)
    return name, tried, reviews[name].hold(tried)


def _keep(state: Path, kept: dict, seed: str, told: dict, counts: Counter) -> None:
    told["counts"] = dict(counts)
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text(json.dumps({**kept, seed: told}, indent=1))


if __name__ == "__main__":
    sys.exit(main())
