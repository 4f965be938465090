"""Pages written by hand: Markdown with a few words between double braces, and nothing else.

In: the files in `docs/`, which strangers propose. Out: what is wrong with them, or pages.
"""
