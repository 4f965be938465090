"""The whole review as one document: the pages of a finished site joined, and printed.

In: the folder of a site that was built. Out: one page of HTML, and from it a PDF.
"""
