"""A folder as one file: the same bytes for the same files, and nothing but files in it."""

import io
import lzma
import tarfile

import pytest

from generator.files import archive
from generator.files.archive import ArchiveError, pack, unpack

FILES = {"v/1.0.0/index.html": b"<p>One</p>", "review/seeds/a.yml": "ä: 1".encode(), "e": b""}


def tar(name: str, kind: bytes = tarfile.REGTYPE) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as made:
        entry = tarfile.TarInfo(name)
        entry.type, entry.linkname = kind, "elsewhere"
        made.addfile(entry)
    return lzma.compress(out.getvalue())


def test_what_is_packed_is_unpacked():
    assert dict(unpack(pack(FILES))) == FILES


def test_the_same_files_give_the_same_bytes_in_any_order():
    assert pack(FILES) == pack(dict(reversed(FILES.items())))


@pytest.mark.parametrize(
    "hostile",
    [
        b"no archive",
        lzma.compress(b"no archive"),
        pack(FILES)[:-20],
        tar("../index.html"),
        tar("/index.html"),
        tar("v/../../index.html"),
        tar("link", tarfile.SYMTYPE),
        tar("pipe", tarfile.FIFOTYPE),
        tar("folder", tarfile.DIRTYPE),
    ],
    ids=range(9),
)
def test_anything_else_is_refused(hostile: bytes):
    with pytest.raises(ArchiveError):
        list(unpack(hostile))


def test_an_archive_that_would_fill_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST", 1_000)
    with pytest.raises(ArchiveError, match="more than"):
        list(unpack(pack({"large": b"0" * 10_000})))
