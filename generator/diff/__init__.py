"""What a reader of the site will notice between two states of a review, in words.

`read` takes both states in, `compare` finds the changes and puts them into words, `formats` and
`markdown` print the report; its shape is in `report`.
"""
