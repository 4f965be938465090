"""What one intervention or study says for or against a theory, as the source ties them."""

from typing import Literal

from generator.entities.base import InterventionId, Mark, Sourced, StudyId, Text

How = Literal["supports", "refines", "contradicts"]


class Support(Sourced):
    """A tie of a theory to one intervention or study; shown on both pages, and data of its own."""

    id: Mark
    """Permanent within the file: the address of `s1` is that of its theory, followed by `#s1`."""
    intervention: InterventionId | None = None
    """The intervention; or give a study."""
    study: StudyId | None = None
    """The study; or give an intervention."""
    how: How
    """Whether it supports the theory, refines it or contradicts it."""
    text: Text | None = None
    """What it says of the theory, in our own words, where the source says more than that."""
    quotes: tuple[Text, ...] = ()
    """The source's own words on how sure it is, eight at most each; shown in quotation marks."""
    note: Text | None = None
    """What an editor wants the reader to know about this tie."""

    @property
    def by(self) -> str:
        """The id of the intervention or of the study."""
        return self.intervention or self.study or ""
