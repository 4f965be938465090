"""Contexts, mechanisms and outcomes: the statements that a programme theory is made of."""

from typing import Literal

from generator.entities.base import Mark, Remark, Sourced, Text, TheoryId
from generator.entities.confidence import Confidence
from generator.entities.texts import StatementId

Change = Literal["retained", "removed", "added", "reworded", "not-stated"]
FITTING_CHANGES: dict[Change, set[Change]] = {
    "removed": {"removed", "not-stated"},
    "added": {"added", "not-stated"},
}
"""What a theory that left the model, or came new into it, allows its statements to be."""
MechanismPart = Literal["resource", "response"]


class Statement(Remark):
    """One context, mechanism or outcome; its id is permanent and can be cited."""

    id: Mark
    """Permanent within the file: the address of `c1` is that of its theory, followed by `#c1`."""
    change: Change = "not-stated"
    """What became of it between the initial and the final model."""
    confidence: Confidence | None = None
    """How sure the source is of this statement, on its own scale."""


class Mechanism(Statement):
    """What makes it happen: whole, or split into what is offered and how people respond."""

    part: MechanismPart | None = None
    """resource: what is offered; response: how people react to it; none where it is not split."""


class LeadsTo(Sourced):
    """What an outcome goes on to: a context of the same theory, another theory, or a part of it."""

    context: Mark | None = None
    """A context of this theory; or give a theory or a statement."""
    theory: TheoryId | None = None
    """Another theory as a whole; or give a context or a statement."""
    statement: StatementId | None = None
    """A statement of another theory, by the ids of both; or give a context or a theory."""
    text: Text | None = None
    """The step in words, where there is more to say than that one leads to the other."""

    def target(self, theory: str) -> str:
        """What the outcome of a theory leads to: `j02`, or a statement such as `j02 c1`."""
        return self.theory or self.statement or f"{theory} {self.context}"


class Outcome(Statement):
    """What follows, and what that leads to."""

    leads_to: tuple[LeadsTo, ...] = ()
    """Ripple effects: shown from both ends, in this direction."""
