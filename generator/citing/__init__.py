"""What can be cited, as formatted references and as files for reference managers.

In: a Library and the titles and addresses of its pages. Out: records, their references in several
styles, and files in three formats. It must not know templates, nor which engine makes the site.
"""
