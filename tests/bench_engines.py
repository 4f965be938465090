"""Our build beside those of engines on the same pages, by turns: used by `make bench`."""
# ruff: noqa: T201 - this is part of a command, and it tells how far it is

import shutil
import statistics
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench_process import FailedError, Took, path, run

OURS = ("realist build", "realist check")
TURNS = 3


@dataclass(frozen=True)
class Engine:
    """A command, and the folders of what it makes: first the site."""

    command: tuple[str | Path, ...]
    cwd: Path
    makes: tuple[Path, ...] = ()
    is_warm: bool = False
    """Whether it goes on from what is there."""

    def build(self) -> Took:
        """Run it, without what it made before unless it is warm; raises a `FailedError`."""
        if not self.is_warm:
            self._clear()
        elif not all(made.is_dir() for made in self.makes):
            raise FailedError("had nothing to go on from")
        try:
            took = run(*self.command, cwd=self.cwd)
        except FailedError:
            self._clear()
            raise
        files = [file for site in self.makes[:1] for file in site.rglob("*") if file.is_file()]
        written = sum(file.stat().st_size for file in files) / 10**6
        return took._replace(written=written, pages=sum(f.suffix == ".html" for f in files))

    def _clear(self) -> None:
        for made in self.makes:
            shutil.rmtree(made, ignore_errors=True)


def engines(root: Path, folder: Path) -> dict[str, Engine]:
    """Ours first, and others with the pages that ours exports to this new folder."""
    export, ours, plain, hugo = (folder / name for name in ("export", "ours", "plain", "hugo"))
    run("realist", "export", export, cwd=root)
    _plain(export)
    if shutil.which("hugo", path=path()):
        _hugo(export / "docs", hugo)
    material = ("mkdocs", "build", "-q", "-f", "plain.yml", "-d", plain)
    zensical, made = ("zensical", "build"), (export / "site", export / ".cache")
    return {
        "realist build": Engine(("realist", "build", "--site-dir", ours), root, (ours,)),
        "realist check": Engine(("realist", "check"), root),
        "plain MkDocs Material, no search": Engine(material, export, (plain,)),
        "Zensical, cold": Engine(zensical, export, made),
        "Zensical, warm": Engine(zensical, export, made, is_warm=True),
        "Hugo, least layout, no search": Engine(("hugo",), hugo, (hugo / "public",)),
    }


def by_turns(engines: dict[str, Engine], others: int) -> dict[str, Took | str]:
    """The medians of each, by turns so that all share the weather; or why an engine has none.

    The others have so many turns, and the bench goes on without one that fails; not without ours.
    """
    built: dict[str, list[Took]] = {name: [] for name in engines}
    failed: dict[str, str] = {}
    for turn in range(TURNS):
        for name, engine in engines.items():
            if name in failed or (turn >= others and name not in OURS):
                continue
            try:
                built[name].append(engine.build())
            except FailedError as error:
                if name in OURS:
                    raise
                failed[name] = str(error)
            told = failed.get(name) or f"{built[name][-1].seconds:.2f} s"
            print(f"  turn {turn + 1}: {name}: {told}", file=sys.stderr, flush=True)
    return {name: failed.get(name) or median(found) for name, found in built.items()}


def median(found: Iterable[Took]) -> Took:
    """Of several the one in the middle, of each measure."""
    return Took(*map(statistics.median, zip(*found, strict=True)))


def _plain(export: Path) -> None:
    """Settings for Material without a plugin, even a search."""
    text = (export / "mkdocs.yml").read_text(encoding="utf-8")
    assert text.count("plugins:\n  - realist\n") == 1
    plain = text.replace("plugins:\n  - realist\n", "plugins: []\n")
    (export / "plain.yml").write_text(plain, encoding="utf-8")


_HUGO = {
    "hugo.toml": (
        'disableKinds = ["taxonomy", "term"]\nmarkup.goldmark.renderer.unsafe = true\n'
        'outputs = { home = ["html"], section = ["html"] }\n'
    ),
    **dict.fromkeys(
        ("layouts/_default/single.html", "layouts/_default/list.html"),
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>'
        '<link rel="stylesheet" href="/assets/realist.css"></head>'
        "<body><main>{{ .Content }}</main></body></html>\n",
    ),
}


def _hugo(docs: Path, folder: Path) -> None:
    """The pages for Hugo, without theme and menu: what it takes at the least."""
    for name, text in _HUGO.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for file in (file for file in docs.rglob("*") if file.is_file()):
        to = folder / "static" / file.relative_to(docs)
        if file.suffix == ".md":
            to = folder / "content" / file.relative_to(docs)
            if file.name == "index.md":
                to = to.with_name("_index.md")
            elif any(file.with_suffix("").glob("*.md")):  # pages of its own below it
                to = to.with_suffix("") / "_index.md"
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, to)
