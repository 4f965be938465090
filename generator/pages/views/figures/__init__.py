"""Figures: a drawing, what it shows in words, and the rows that it was drawn from.

In: the library, and which attributes an evidence table is about. Out: a `Figure`, as a page or a
file shows it. A drawing knows shapes and letters, and neither pages nor addresses.
"""
