"""The settings that `mkdocs.yml` leaves open, from what the review says of itself."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from generator.pages.addresses import SCRIPT, SEARCH, STYLESHEET
from generator.site.assemble import Site
from generator.site.footer import footer


def fill_in(config: MkDocsConfig, site: Site) -> None:
    """Add address, description, repository, footer, navigation, style sheet and scripts."""
    review = site.library.review
    # A version that is kept has an address of its own, whatever the settings say.
    own = review.address if site.freezing else config.site_url
    config.site_url = own or review.address
    config.site_description = config.site_description or review.description
    if site.freezing:
        config.repo_url = None  # an edit would not change a version that is kept
    elif review.has_repository:
        config.repo_url = config.repo_url or review.repository.rstrip("/")
        config.repo_name = config.repo_name or "Edit the data"
        config.edit_uri = config.edit_uri or "edit/main/"
    config.copyright = config.copyright or footer(review)
    config.nav = config.nav or site.nav
    config.extra["realist"] = {"help": review.help.link if review.help else ""}
    if STYLESHEET not in config.extra_css:
        config.extra_css.append(STYLESHEET)
    for script in (SCRIPT, SEARCH):
        if script not in config.extra_javascript:
            config.extra_javascript.append(script)
