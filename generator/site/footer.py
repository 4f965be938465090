"""The footer of every page: whose findings the site tells."""

from __future__ import annotations

from markupsafe import Markup

from generator.citing.record import source_record
from generator.entities import Review

_NAMED = 3
"""The most authors that are all named."""


def footer(review: Review) -> Markup:
    """“Findings are those of Sorrel and Reed (2020), doi.org/…”, with a link to the source."""
    source = source_record(review)
    names = [author.family for author in source.authors]
    if len(names) > _NAMED:
        whose = f"{names[0]} et al."
    else:
        whose = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    where = Markup("")
    if source.address:
        shown = review.source.address_in_text
        where = Markup(', <a href="{}">{}</a>').format(source.address, shown)
    return Markup("Findings are those of {} ({}){}; the arrangement is this site’s.").format(
        whose, source.issued, where
    )
