"""On what basis something is said, in words: what the source does not simply say is marked."""

from __future__ import annotations

BASIS_LABELS = {
    "reported": "Reported",
    "inferred": "Inferred by this site",
    "conflict": "Contradiction in the source",
}


class Marked:
    """Anything with a basis, which is marked where the source does not simply say it."""

    basis: str

    @property
    def label(self) -> str:
        """The basis in words."""
        return BASIS_LABELS[self.basis]

    @property
    def mark(self) -> str:
        """The label where it must not be lost: nothing for what the source simply says."""
        return "" if self.basis == "reported" else self.label
