"""Opens a file that somebody sends: its tables, in one form for every kind of file.

In: a path. Out: a `Content`, or an `UnreadableError`, also where it is not safe to open. Nothing
here knows of reviews.
"""
