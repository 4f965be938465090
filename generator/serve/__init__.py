"""The site while somebody edits it: a page is made when a browser asks for it.

In: the folder of a review, looked at whenever a file in it changes. Out: an answer for every
address of the site as the files are now, or as they last were without an error. Pages are made as a
build makes them, through MkDocs, one at a time; nothing here knows how a page comes about.
"""
