"""What browsers are told that a file is."""

from __future__ import annotations

import mimetypes

from generator.citing.files import FORMATS
from generator.site.data.downloads import TYPES

_TYPES = mimetypes.MimeTypes()  # only what Python knows itself: the same on every machine
for _ending, _type in {
    **{file.ending: file.type for file in FORMATS},
    **TYPES,  # most files in JSON are no references
    "js": "text/javascript",
    "md": "text/markdown",
    "wasm": "application/wasm",
    "woff2": "font/woff2",
    "xml": "application/xml",
}.items():
    _TYPES.add_type(_type, f".{_ending}")


def type_of(path: str) -> str:
    """The type of a file by its ending."""
    guessed, packed = _TYPES.guess_type(path)
    kind = f"application/{packed}" if packed else guessed or "application/octet-stream"
    is_text = kind.startswith("text/") or kind in ("application/json", "application/xml")
    return f"{kind}; charset=utf-8" if is_text else kind
