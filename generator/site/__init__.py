"""Pages as a whole site: the catalogue of pages, navigation, downloads, and the adapters.

In: the folder of a review. Out: a Site (pages, files, navigation), handed to MkDocs by `engine/` or
written to a folder for another engine. Only `engine/` may know MkDocs. What has many parts has a
room of its own: pages by hand, the data as files, versions that are kept, the document.
"""
