"""YAML files as plain data that knows where it stands, and back to text.

In: a folder and the path of a file. Out: a document (its values, with the line and column of each),
or diagnostics; and from values back to YAML text with its comments. It must not know what the
values mean: no entity, no kind of file, no review.
"""
