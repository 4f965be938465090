"""The entities: the one definition of the shape of every YAML file.

Their annotations are types and no texts (`from __future__ import annotations`): pydantic reads each
of them at every start, and texts it would have to read as Python first.
"""

from generator.entities.base import Entity, Reading, Ref, Remark, Retired, Sourced
from generator.entities.claim import Claim
from generator.entities.evidence import EvidencePage, EvidenceTable, Finding
from generator.entities.guidance import Decision
from generator.entities.intervention import (
    Attribute,
    Attributes,
    AttributeValue,
    Intervention,
)
from generator.entities.middle_range import MiddleRangeTheory
from generator.entities.moved import Moved
from generator.entities.register import Register
from generator.entities.related_evidence import RelatedEvidence
from generator.entities.released import Released
from generator.entities.review import GlossaryEntry, Release, Review
from generator.entities.statement import Change, Statement
from generator.entities.study import Study
from generator.entities.theory import Theory

__all__ = [
    "Attribute",
    "AttributeValue",
    "Attributes",
    "Change",
    "Claim",
    "Decision",
    "Entity",
    "EvidencePage",
    "EvidenceTable",
    "Finding",
    "GlossaryEntry",
    "Intervention",
    "MiddleRangeTheory",
    "Moved",
    "Reading",
    "Ref",
    "Register",
    "RelatedEvidence",
    "Release",
    "Released",
    "Remark",
    "Retired",
    "Review",
    "Sourced",
    "Statement",
    "Study",
    "Theory",
]
