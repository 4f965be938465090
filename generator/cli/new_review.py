"""`realist new review`: the folder of a review, with everything that it needs to become a site."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.edit.new_review import (
    LICENCES,
    NewReviewError,
    ReviewAnswers,
    new_review,
    wrong_with,
)
from generator.entities.base import kebab
from generator.entities.describe import meanings
from generator.entities.words import Noun, Words

QUESTIONS = {
    "title": "Its title, as it was published.",
    "doi": "Its DOI, without https://doi.org/.",
    "noun": "What the review itself is called: article, report, thesis.",
    "licence": f"How your data may be used: {' or '.join(LICENCES)}.",
}
WORDS = {
    kebab(name): (
        f"{word.default.one}, {word.default.many}"
        if isinstance(word.default, Noun)
        else word.default or ""
    )
    for name, word in Words.model_fields.items()
    if not isinstance(word.default, tuple)  # lists, such as abbreviations, are filled in later
}
"""What the review calls its things, by the key in seeds/review.yml, with the usual words."""


def _word_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for key, usual in reversed(WORDS.items()):
        told = f"Your words for it, where they are not “{usual}”." if usual else ""
        command = click.option(f"--{key}", help=f"{meanings(Words)[key]} {told}".strip())(command)
    return command


@click.command("review")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help=QUESTIONS["title"])
@click.option("--doi", help=QUESTIONS["doi"])
@click.option("--noun", help=QUESTIONS["noun"])
@click.option("--licence", type=click.Choice(list(LICENCES)), help=QUESTIONS["licence"])
@_word_options
def new_review_command(folder: Path, **given: str | None) -> None:
    """Make FOLDER: the data, settings, licence and workflows of a new review.

    In a terminal it asks for what no option says. What nobody knows yet stands there as a
    placeholder, and realist check tells of each.
    """
    said = _asked(given) if _is_asked() else given
    words = {key: word for key in WORDS if (word := said[key.replace("-", "_")])}
    own = {key: said[key] for key in QUESTIONS if said[key]}
    try:
        files = new_review(folder, ReviewAnswers(**own, words=words))  # type: ignore[arg-type]
    except NewReviewError as error:
        raise click.UsageError(f"{error}\nNothing was written.") from None
    except OSError as error:
        raise click.ClickException(
            f"{folder} could not be made, and nothing of it is left: {error}"
        ) from None
    click.echo(f"{folder} is made, with {len(files)} files. Next, in that folder:")
    for step in (
        "make check sets everything up, and says what is still to be written.",
        "make serve shows the site as you write.",
        "README.md says where everything stands, and how to publish.",
    ):
        click.echo(f"- {step}")


def _is_asked() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def _asked(given: dict[str, str | None]) -> dict[str, str | None]:
    """The options, and an answer for each that was not given."""
    click.echo(
        "Enter alone leaves a question open, or takes the words in brackets: that for one, and"
        " that for several."
    )
    said = dict(given)
    for key, question in {**QUESTIONS, **{key: meanings(Words)[key] for key in WORDS}}.items():
        name = key.replace("-", "_")
        if said[name] is None:
            usual = f" [{WORDS[key]}]" if WORDS.get(key) else ""
            said[name] = _answer(key, f"\n{key}: {question}{usual}\n>")
    return said


def _answer(key: str, question: str) -> str | None:
    """What somebody answers, asked again while it cannot be; None for nothing."""
    while True:
        answer: str = click.prompt(question, default="", show_default=False, prompt_suffix=" ")
        problem = wrong_with(key, answer.strip()) if answer.strip() else ""
        if not problem:
            return answer.strip() or None
        click.echo(problem)
