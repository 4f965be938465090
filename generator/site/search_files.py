"""What the search knows beside the index of Pagefind: spellings, help, and what narrows results.

All are made of the finished index, so that they hold for what is found and for nothing else.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.site.found_as import HELP_FIRST, as_one_word
from generator.site.narrowing import Narrowing

_WORDS = "words.json"
"""The words of the pages, for the nearest in spelling to one that none of them has."""
_NARROWINGS = "narrowings.json"
"""What there is to choose by, with the results that each choice leaves."""
_HELP = "help.json"
"""The page of help, and what those type who are led to it first; null where there is none."""
_BEFORE = b"pagefind_dcd"
"""What Pagefind writes before each of its files, once they are unpacked."""
_MOST_WORDS = 5_000
_CALLED = ("title", "also")
"""The metadata of a page that are words of readers."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def write_beside(index: Path, narrowings: Iterable[Narrowing]) -> None:
    """Write them into the folder of an index, always the same for the same index."""
    found = {
        file.stem: json.loads(gzip.decompress(file.read_bytes()).removeprefix(_BEFORE))
        for file in sorted(index.glob("fragment/*"))
    }
    _write(index / _WORDS, _words(found.values()))
    _write(index / _HELP, _help(found))
    results = {page["url"]: result for result, page in found.items()}
    _write(index / _NARROWINGS, [_told(one, results) for one in narrowings])


def _write(file: Path, content: Any) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")


def _words(found: Iterable[dict[str, Any]]) -> list[str]:
    """The words of the index, those on most pages first; of pages found last none."""
    counts: Counter[str] = Counter()
    for page in found:
        if not page["filters"]:
            text = " ".join((page["content"], *(page["meta"].get(key, "") for key in _CALLED)))
            counts.update(set(_WORD.findall(text.lower())))
    return sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS]


def _help(found: Mapping[str, dict[str, Any]]) -> dict[str, Any] | None:
    """Its name as a result, its address as seen from the index, its title and these words."""
    for result, page in found.items():
        meta = page["meta"]
        if as_one_word(HELP_FIRST) in meta.get("called", "").split():
            also = meta["also"].split(", ")
            return {"id": result, "url": f"..{page['url']}", "title": meta["title"], "also": also}
    return None


def _told(one: Narrowing, results: Mapping[str, str]) -> dict[str, Any]:
    """As the script reads it; pages that no search leads to are no results."""
    choices = [
        (label, [results[url] for page in pages if (url := f"/{page.path}") in results])
        for label, pages in one.choices.items()
    ]
    return {"label": one.label, "choices": choices}
