"""What only a realist review knows: its rules, its claims counted again, and how findings are told.

In: the folder of a review or its Library. Out: diagnostics, and their text for people and machines.
It must not know that there are pages, templates or a site engine.
"""
