"""The search: an index of the finished pages, of which a browser loads only what a query needs.

Pagefind reads the pages as they are published, so that it serves any engine; it is not loaded
before a reader asks for it. Sources: https://pagefind.app/docs/, and the measures in
docs/contributing/decisions.md.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pagefind_bin

from generator.progress import Counter
from generator.site.narrowing import Narrowing
from generator.site.search_files import write_beside

FOLDER = "pagefind"
_CONTENT = ".md-content"
_EXCLUDED = ("[data-search-exclude]", ".headerlink", ".rl-hidden")
"""What is no content: what stands on every page or elsewhere, and what is “not stated”."""
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.*")
"""What Pagefind writes for other ways to use it, and for languages that it does not know."""

_OFTEN = 0.2
"""Seconds between two times at which is told that it is still being made."""


@contextmanager
def indexing(site: Path, narrowings: Iterable[Narrowing]) -> Iterator[None]:
    """Write the index of a site whose pages are there into its folder `pagefind/`.

    It is made while the block runs, which may write files that are no pages. The same pages give
    the same bytes. Raises OSError where Pagefind could not do its work.
    """
    command = [str(pagefind_bin.get_executable()), "--site", str(site), "--quiet"]
    command += ["--root-selector", _CONTENT, "--exclude-selectors", ",".join(_EXCLUDED)]
    told, out = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, cwd=site, stdout=told, stderr=out, text=True) as process:  # noqa: S603 - our own words
        yield
        said = _waited_for(process)
    if process.returncode:
        raise OSError(f"The search could not be made: {said.strip()}")
    for pattern in _UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    write_beside(site / FOLDER, narrowings)


def _waited_for(process: subprocess.Popen[str]) -> str:
    """What it has said, once it has ended."""
    count = Counter("index of the search", 1)
    while True:
        try:
            said, _ = process.communicate(timeout=_OFTEN)
        except subprocess.TimeoutExpired:
            count()
        else:
            count.stop()
            return said
