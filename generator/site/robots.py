"""`robots.txt`: every page may be read by programs, and where all of them are listed.

Sources: https://www.rfc-editor.org/rfc/rfc9309, https://www.sitemaps.org/protocol.html.
"""

from __future__ import annotations

from generator.entities import Review

FILE = "robots.txt"


def robots(review: Review) -> str:
    """The file; a site without an address of its own cannot say where its list of pages lies."""
    listed = f"\nSitemap: {review.address}sitemap.xml\n" if review.has_address else ""
    return f"User-agent: *\nAllow: /\n{listed}"
