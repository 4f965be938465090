"""The footer of every page: whose findings the site tells."""

from __future__ import annotations

from markupsafe import Markup

from generator.citing.record import source_record
from generator.entities import Review
from generator.entities.words import listed

_NAMED = 3
"""The most authors that are all named."""


def footer(review: Review) -> Markup:
    """“Findings are those of Sorrel and Reed (2020), doi.org/…”, with a link to the source."""
    source = source_record(review)
    names = [author.family for author in source.authors]
    whose = f"{names[0]} et al." if len(names) > _NAMED else listed(names)
    where = Markup("")
    if source.address:
        shown = review.source.address_in_text
        where = Markup(', <a href="{}">{}</a>').format(source.address, shown)
    return Markup("Findings are those of {} ({}){}; the arrangement is this site’s.").format(
        whose, source.issued, where
    )
