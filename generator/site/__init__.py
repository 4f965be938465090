"""Pages as a whole site: the catalogue of pages, navigation, downloads, and the adapters.

In: the folder of a review. Out: a Site (pages, files, navigation), handed to MkDocs by the plugin
or written to a folder for another engine. Only the plugin may know MkDocs.
"""
