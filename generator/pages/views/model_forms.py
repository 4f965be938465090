"""The forms in which the model is shown, each at an address of its own, and what stands in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.entities import Change, Theory
from generator.entities.inline import Wording
from generator.entities.words import Words, opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.views.names import Link


@dataclass(frozen=True)
class ModelForm:
    """A form in which the model is shown, on a page of its own."""

    name: str
    text: str
    """What it is called where the forms stand side by side."""
    address: Address
    description: str
    keep: Callable[[Theory], bool]
    """Which theories stand in it."""
    holds: Callable[[Theory, Change], bool]
    """Whether a statement of such a theory is shown in it, by what became of the statement."""
    wording: Wording = "both"
    """Which wording it has of a statement that was reworded."""
    counts_final: bool = False
    """Whether it says how many theories of each group the final model has, and there is one."""

    @property
    def is_changes(self) -> bool:
        """Whether it shows what changed, and not the theories by group."""
        return self.name == "changes"

    @property
    def shows_theories(self) -> bool:
        """Whether it shows the theories by group."""
        return not self.is_changes

    @property
    def is_initial(self) -> bool:
        """Whether it shows what the review began with."""
        return self.name == "initial"

    @property
    def is_one_model(self) -> bool:
        """Whether it shows one of two models."""
        return self.wording != "both"

    @property
    def title(self) -> str:
        """The title of its page."""
        return "The model" if self.name == "whole" else f"The model: {self.text.lower()}"


def model_forms(library: Library) -> tuple[ModelForm, ...]:
    """The whole model; and, where the review has two, each of them and their changes."""
    return (_whole(library), *(_of_two(library.review.words) if library.has_two_models else ()))


def _whole(library: Library) -> ModelForm:
    review, has_two = library.review, library.has_two_models
    known_by = f"as the {review.source.text} reports them or this site infers them"
    theory = review.words.programme_theory.one
    every = f"Every {theory} with its contexts, mechanisms and outcomes, {known_by}"
    models = f"from the {review.words.initial} to the {review.words.final} model"
    change = f"; and what is known of its change {models}" if has_two else ""
    return ModelForm(
        "whole",
        "Whole model",
        addresses.MODEL,
        f"{every}{change}.",
        in_either,
        in_both,
        counts_final=has_two,
    )


def _of_two(words: Words) -> tuple[ModelForm, ...]:
    """The model that the review began with, that it ended with, and what changed between them."""
    return (
        ModelForm(
            "initial",
            opening(f"{words.initial} model"),
            addresses.model("initial"),
            "What is known to have stood in the model that the review began with.",
            lambda theory: theory.is_initial,
            known_in_initial,
            "old",
        ),
        ModelForm(
            "final",
            opening(f"{words.final} model"),
            addresses.model("final"),
            "What stands, as far as is known, in the model that the review ended with.",
            lambda theory: theory.is_final,
            not_known_to_have_left,
            "new",
            counts_final=True,
        ),
        ModelForm(
            "changes",
            "Changes",
            addresses.model("changes"),
            "What is known to have left the model, to be new in it or to have been reworded.",
            in_either,
            in_both,
        ),
    )


@dataclass(frozen=True)
class FormLink:
    """One choice of the control that leads through the forms of the model."""

    link: Link
    is_current: bool = False


def form_links(library: Library, current: ModelForm) -> tuple[FormLink, ...]:
    """The control on a page of the model."""
    return tuple(
        FormLink(Link(form.text, form.address), form.name == current.name)
        for form in model_forms(library)
    )


def forms_of(theory: Theory, library: Library) -> tuple[FormLink, ...]:
    """The same control on the page of a theory, to its place in each form that has it.

    None where the review has one model.
    """
    if not library.has_two_models or theory.model is None or theory.retired:
        return ()
    return tuple(
        FormLink(Link(form.text, form.address, _fragment_in(form, theory)))
        for form in model_forms(library)
        if form.keep(theory)
    )


def _fragment_in(form: ModelForm, theory: Theory) -> str:
    """Its tile, or the section of what changed in the same way."""
    return f"change-{theory.change}" if form.is_changes else addresses.tile(theory.id)


def in_either(_: Theory) -> bool:
    """Every theory stands in the initial model, in the final one or in both."""
    return True


def in_both(_: Theory, __: Change) -> bool:
    """Every statement stands where both models are shown."""
    return True


def known_in_initial(theory: Theory, change: Change) -> bool:
    """Whether a statement of a theory of the initial model is known to have stood there.

    What is not stated of it is known where the theory stands in no other model.
    """
    if change == "not-stated":
        return theory.final == "absent"
    return change != "added"


def not_known_to_have_left(_: Theory, change: Change) -> bool:
    """Whether a statement of a theory of the final model is not known to have left it.

    A source tells what it ended with: what it does not mark is shown, and the page says of how
    many statements it is not known whether they stood in the initial model.
    """
    return change != "removed"


def unplaced(theory: Theory) -> int:
    """How many statements may or may not have stood in the initial model."""
    if "absent" in (theory.initial, theory.final):
        return 0
    return sum(statement.change == "not-stated" for _, statement in theory.statements)


def read_here(theories: Iterable[Theory]) -> str:
    """“, 2 of them by this site’s reading”, after the number of theories of the final model."""
    read = sum(t.reading_of is not None and t.is_final for t in theories)
    return f", {read} of them by this site’s reading" if read else ""
