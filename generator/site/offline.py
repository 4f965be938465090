"""A site in one file, to be read from a disk or a stick: a zip whose pages open without a server.

A browser that opens a folder of a disk shows a list of its files. So every link to a folder of the
site names the page in it. What needs a server, or speaks to one, stays out.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from generator.pages import addresses
from generator.site.staging import MARKER

_PAGE = "index.html"
_LINK = re.compile(r"""(?P<before>\bhref="|\burl=)(?P<path>[^"#?:]*)(?P<after>[^"]*")""")
_FOR_SERVERS = (MARKER, ".htaccess", "404.html", "_headers", "_redirects", "redirects.nginx")
_FOR_ROBOTS = ("robots.txt", "sitemap.xml", "sitemap.xml.gz")
_FOR_SEARCH = (addresses.SEARCH_DIALOG, addresses.SEARCH_STYLES, addresses.ANSWERS)
_LEFT_OUT = frozenset((*_FOR_SERVERS, *_FOR_ROBOTS, *_FOR_SEARCH))
_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows: the same site gives the same bytes


def pack(site: Path, archive: Path) -> None:
    """Write a finished site into a zip, in a folder of the archive's name.

    `archive` is replaced as a whole. Raises OSError where it could not be written; what stood there
    is then as it was.
    """
    new = archive.with_name(f".{archive.name}.new")
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as packed:
            for file in sorted(f for f in site.rglob("*") if f.is_file()):
                path = file.relative_to(site).as_posix()
                if path not in _LEFT_OUT:
                    entry = zipfile.ZipInfo(f"{archive.stem}/{path}", _DATE)
                    entry.external_attr = 0o644 << 16
                    packed.writestr(entry, _content(file), zipfile.ZIP_DEFLATED)
        new.replace(archive)
    finally:
        new.unlink(missing_ok=True)


def _content(file: Path) -> bytes | str:
    if file.suffix != ".html":
        return file.read_bytes()
    return _LINK.sub(_to_a_file, file.read_text(encoding="utf-8"))


def _to_a_file(link: re.Match[str]) -> str:
    """The link, with the page of the folder that it names; what names a file stays as it is."""
    path = link["path"]
    if link["after"].startswith(":"):  # “https:” or “tel:”, which lead elsewhere
        return link[0]
    if path.rpartition("/")[2] in (".", ".."):
        path += "/"
    named = path + _PAGE if path.endswith("/") else path
    return f"{link['before']}{named}{link['after']}"
