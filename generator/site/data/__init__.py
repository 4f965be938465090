"""The data of a review as files: tables for people, values for programs, and what describes them.

In: a library. Out: the content of files by their paths; which page offers them is not known here.
"""
