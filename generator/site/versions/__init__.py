"""Versions that are kept: how one is frozen and comes back, what each changed, who is told of it.

In: archives in `releases/` and what `seeds/releases.yml` records. Out: their files within the site,
the history of each page, and feeds.
"""
