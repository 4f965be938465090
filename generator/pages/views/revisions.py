"""What was refined between two models, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.entities.theory import Revision
from generator.pages.views.common import Provenance, provenance
from generator.pages.views.names import Names


@dataclass(frozen=True)
class RevisionView:
    """What was refined between the initial and the final model, and why."""

    was: str
    now: str
    why: str
    provenance: Provenance
    """Without its reasoning, which is part of why."""
    note: str | None


def revision_view(revision: Revision, names: Names) -> RevisionView:
    """One change of a theory."""
    proof = replace(provenance(revision, names), why=None)
    return RevisionView(revision.was, revision.now, revision.why, proof, revision.note)
