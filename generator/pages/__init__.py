"""A Library as pages: addresses, one typed view a page, templates.

In: a Library without errors. Out: pages, as pieces of markup. It must not know which engine makes
a site of them, nor where files lie on a disk.
"""
