"""`make fuzz`: mutations of the review and of the example, tried until the time is over.

Each trial has a number, and with the seed it makes the same mutation again. Where it stopped is
kept in a file, from which the next run with the same seed goes on.
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
from mutations import mutation  # noqa: E402
from reviews import GARDEN  # noqa: E402
from trial import Review  # noqa: E402

REVIEWS = {"garden": GARDEN, "review": ROOT}
GRAVE = ("crashed", "timed out", "over memory", "got in")
"""What fails the command; all else that is found is told, and waits for somebody to judge it."""
FAILURES = (*GRAVE, "silent", "misplaced")
OUTCOMES = ("refused", "told second", "accepted", "unchanged", "impossible", *FAILURES)


def main() -> int:
    """Try until the time is over; 1 where anything grave was found."""
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
    found = 0
    while time.monotonic() - start < seconds:
        number = told["next"]
        name, tried, (outcome, words) = _try(reviews, seed, number)
        counts[outcome] += 1
        told["next"] = number + 1
        sign = f"{outcome}: {words.partition(' computed')[0]}"
        if outcome in FAILURES:
            found += outcome in GRAVE
            if sign not in told["seen"]:
                told["seen"].append(sign)
                print(f"{number} {name} {tried.how}\n  {outcome}: {words}", flush=True)
                if outcome in GRAVE:
                    print(f"  {save(tried, name, reviews[name].files, outcome + ': ' + words)}")
        if state and number % 20 == 0:
            _keep(state, kept, seed, told, counts)
    told["seconds"] += time.monotonic() - start
    if state:
        _keep(state, kept, seed, told, counts)
    print(f"{sum(counts.values())} mutations tried in {told['seconds']:.0f} s with seed {seed}:")
    print(", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES))
    return 1 if found else 0


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
