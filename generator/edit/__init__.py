"""Tools that write YAML: format, new, import, and the correction form.

In: the folder of a review and what somebody asks for. Out: the text of files, or diagnostics; every
edit passes the same check as one made by hand. Commands print, these modules do not.
"""
