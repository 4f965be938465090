"""The page for readers who look for something without the search."""

from __future__ import annotations

from generator.entities.words import opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.names import Link, Names
from generator.pages.views.overview import Card


def ways_to_find(library: Library, names: Names) -> tuple[Card, ...]:
    """The lists that this site has, for readers who look for something without the search."""
    words = names.words
    ways = (
        (library.guidance, "Guidance", addresses.GUIDANCE, "By the decision that you face."),
        (
            library.every_theory,
            opening(words.programme_theory.many),
            addresses.THEORIES,
            "By subject, with their contexts, mechanisms and outcomes, reported or inferred.",
        ),
        (
            library.every_intervention,
            opening(words.intervention.many),
            addresses.INTERVENTIONS,
            f"Each with its {words.format.one} and what is known of it.",
        ),
        (
            library.every_study,
            opening(words.study.many),
            addresses.STUDIES,
            "Each with what is known of it.",
        ),
        (library.evidence, "Evidence tables", addresses.EVIDENCE, "Compared in tables."),
        (library.findings, "Findings", addresses.FINDINGS, "By topic."),
        (
            library.claims,
            "Source check",
            addresses.SOURCE_CHECK,
            "Counts and claims, and what could be checked of them.",
        ),
        (library.glossary, "Glossary", addresses.GLOSSARY, "What the terms mean here."),
    )
    return tuple(
        Card(Link(title, address), text) for there_are, title, address, text in ways if there_are
    )
