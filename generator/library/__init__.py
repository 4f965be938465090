"""All files of a review, shaped and linked.

In: the folder of a review. Out: a Library, in which every reference has been held against what
there is, and diagnostics for what could not be shaped or linked. It must not know what makes a
realist review a sound one, nor that there are pages.
"""
