"""The adapter to MkDocs and its theme: pages of the core become pages within a frame.

In: a `Site`. Out: what MkDocs asks for. Nothing here decides what a page says.
"""
