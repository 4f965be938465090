"""One mutation tried: the review is checked, told of, compared, exported and built.

In a process of its own, which may fall over, never end or take all memory.
"""

import contextlib
import json
import logging
import os
import re
import resource
import select
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from made_of import Fact, made_of
from mutations import Files, Mutation

from generator.check.report import as_text
from generator.check.report_formats import as_github, as_json, as_sarif
from generator.diagnostics import Severity
from generator.diff.compare import compare
from generator.diff.formats import as_text as diff_as_text
from generator.diff.markdown import as_markdown
from generator.diff.read import NothingToCompareError
from generator.diff.read import read as read_states
from generator.edit.register import as_yaml, registered
from generator.library.kinds import MOVED, TOP_FOLDERS
from generator.library.register import FILE as REGISTER
from generator.site.build import Built, build
from generator.site.export import export
from generator.site.inspection import inspect

SECONDS = 3
"""As long as a check or a comparison may compute, beside what it takes for the review as it is."""
MEMORY = 500_000
"""Kilobytes."""
COMPUTING = 90
"""Seconds that a trial may compute until it is killed, however busy the machine is."""
WAITING = 1_800
"""Seconds until a trial is killed that computes nothing and does not end."""
GRAMMAR: set[Fact] = {
    ("element", "em"), ("element", "strong"), ("element", "del"), ("element", "ins"),
    ("attribute", "del", "class"), ("attribute", "ins", "class"),
}  # fmt: skip
"""What a text may be marked with, whether or not a review uses it."""
FOLDERS = (*TOP_FOLDERS, "docs")
_ADDRESS = re.compile(r"^[\s-]*(?:url|address|repository): ['\"]?(https?)://([^/'\"\s]+)", re.M)


class Review:
    """A review as it is, what its site is made of, and a copy of it that is changed."""

    def __init__(self, original: Path, folder: Path):
        self.original = folder / "original"
        self.root = folder / "review"
        for copy in (self.original, self.root):
            for name in filter(lambda name: (original / name).is_dir(), FOLDERS):
                shutil.copytree(original / name, copy / name)
            shutil.copy(original / "mkdocs.yml", copy)
            library = inspect(copy).library
            assert library is not None
            (copy / REGISTER).write_text(as_yaml(registered(library)), encoding="utf-8")
        (folder / "secret.md").write_text("# SECRET WORDS\n")
        (folder / "secrets").mkdir()
        (folder / "secrets" / "s.md").write_text("# SECRET WORDS\n")
        self.folder = folder
        self.files: Files = {
            file.relative_to(self.root).as_posix(): file.read_bytes()
            for file in sorted(self.root.rglob("*"))
            if file.suffix in (".yml", ".md") and file.parent != self.root
        }
        self.known: set[Fact] = set()
        self.markdown: dict[str, str] = {}
        self.seconds = 0.0
        self._learn()

    def _learn(self) -> None:
        start = _computed()
        inspect(self.root)
        self.seconds = _computed() - start
        built = build(self.root)
        assert built.site is not None
        self.markdown = _markdown(built)
        self.known = _facts(self, built) | GRAMMAR

    def write(self, mutation: Mutation) -> None:
        """Make the changes of a mutation."""
        for path, content in mutation.changes.items():
            file = self.root / os.fsdecode(path.encode("utf-8", "surrogateescape"))
            _remove(file)
            if content is None:
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                file.write_bytes(content)
            elif content.kind == "link":
                to = {"SECRET": self.folder / "secret.md", "SECRETS": self.folder / "secrets"}
                file.symlink_to(to.get(content.to, content.to))
            elif content.kind == "pipe":
                os.mkfifo(file)
            else:
                file.mkdir()

    def restore(self) -> None:
        """Make the copy what it was."""
        for name in FOLDERS:
            _remove(self.root / name)
            if (self.original / name).is_dir():
                shutil.copytree(self.original / name, self.root / name)

    def hold(self, mutation: Mutation) -> tuple[str, str]:
        """Try a mutation. Gives the outcome, and what is to be said of it."""
        try:
            self.write(mutation)
        except (OSError, ValueError) as error:
            self.restore()
            return "impossible", str(error)
        try:
            return _apart(lambda: _tried(self, mutation))
        finally:
            self.restore()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _apart(work: Callable[[], tuple[str, str]]) -> tuple[str, str]:
    """Do some work in a process of its own, whose time and memory are measured.

    It begins with all that this one has, which is none of its own.
    """
    before = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 1000
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            with os.fdopen(writing, "w") as out:
                json.dump(_quietly(work), out)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        if not select.select([told], [], [], WAITING)[0]:
            os.kill(child, signal.SIGKILL)
        said = told.read()
    _, ended, used = os.wait4(child, 0)
    if not said:
        killed = signal.Signals(os.WTERMSIG(ended)).name if os.WIFSIGNALED(ended) else "silence"
        return "timed out", f"{killed} after computing {used.ru_utime + used.ru_stime:.0f} s"
    outcome, words = json.loads(said)
    taken = used.ru_maxrss - before
    if taken > MEMORY and outcome != "crashed":
        return "over memory", f"{taken // 1000} MB; {outcome}: {words}"
    return outcome, words


def _quietly(work: Callable[[], tuple[str, str]]) -> tuple[str, str]:
    limit = 4 * 1024**3
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CPU, (COMPUTING, COMPUTING))
    logging.disable()
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        try:
            return work()
        except BaseException as error:
            return "crashed", _where(error)


def _where(error: BaseException) -> str:
    calls = traceback.extract_tb(error.__traceback__)
    own = [call for call in calls if "/generator/" in call.filename]
    last = (own or calls)[-1]
    place = f"{Path(last.filename).parent.name}/{Path(last.filename).name}:{last.name}"
    return f"{place}: {type(error).__name__}: {str(error)[:200]}"


def _tried(review: Review, mutation: Mutation) -> tuple[str, str]:
    """What becomes of a changed review."""
    start = _computed()
    found = inspect(review.root)
    diagnostics = found.diagnostics
    _hold_formats(diagnostics, review.root)
    took = _computed() - start
    if took > SECONDS + review.seconds:
        return "timed out", f"check computed {took:.1f} s"
    start = _computed()
    noticed = _compared(review)
    took = _computed() - start
    if took > SECONDS + 2 * review.seconds:
        return "timed out", f"diff computed {took:.1f} s"
    if found.library is None or found.has_errors:
        errors = [one for one in diagnostics if one.severity is Severity.ERROR]
        first = errors[0]
        told = f"{first.location.path}:{first.location.line} {first.code}"
        # A claim is recounted from all files, and its verdict tells of a change in any of them.
        own = any(_same(e.location.path, mutation) or e.code == "claim-verdict" for e in errors)
        is_first = _same(first.location.path, mutation)
        return ("refused" if is_first else "told second" if own else "misplaced"), told
    return _built(review, noticed)


def _same(path: str, mutation: Mutation) -> bool:
    listing = {REGISTER, MOVED.files}
    if path not in mutation.changes and listing.intersection(mutation.changes):
        # An id that the one lists by mistake, or of which the other no longer tells what became of
        # it, looks like one whose file is gone.
        return True
    touched = {
        re.sub(r"[^\x20-\x7e]", "\ufffd", "/".join(p.split("/")[:n]))
        for p in mutation.changes
        for n in range(1, p.count("/") + 2)
    }
    return re.sub(r"[^\x20-\x7e]", "\ufffd", path) in touched


def _hold_formats(diagnostics: tuple, root: Path) -> None:
    """Every format tells of it, in its form, and nothing in it means anything to a terminal."""
    text = as_text(diagnostics, root)
    assert set("\x1b\r\x07").isdisjoint(text), "a terminal would obey this report"
    for line in as_github(diagnostics).splitlines():
        assert line.startswith(("::error file=", "::warning file=")), "an annotation in two lines"
    assert len(text) < 1_000_000, "a report of more than a million characters"
    longest = 200_000 + 2_000 * len(diagnostics)  # programs are told of each
    for form in (text, as_json(diagnostics), as_github(diagnostics), as_sarif(diagnostics)):
        form.encode()
        assert len(form) < longest, "a report longer than what it tells"
    json.loads(as_json(diagnostics))
    json.loads(as_sarif(diagnostics))


def _compared(review: Review) -> bool:
    """Whether `diff` says that anything changed, or could not be compared."""
    try:
        report = compare(*read_states(("OLD", review.original), ("NEW", review.root)))
    except NothingToCompareError:
        return True
    for form in (diff_as_text(report), as_markdown(report), report.model_dump_json()):
        form.encode()
    return not report.is_empty or bool(report.not_compared or report.problems)


def _built(review: Review, noticed: bool) -> tuple[str, str]:
    built = build(review.root)
    assert built.site is not None, "build refuses what check accepts"
    with tempfile.TemporaryDirectory() as folder:
        export(built.site, review.root, Path(folder) / "export")
    changed = _markdown(built) != review.markdown
    allowed = {
        ("address", tag, *host)
        for file in review.root.rglob("*.yml")
        for host in _ADDRESS.findall(file.read_text(encoding="utf-8"))
        for tag in ("a", "link", "meta")
    }
    new = _facts(review, built) - review.known - allowed
    if new:
        return "got in", str(sorted(new)[:5])
    if changed and not noticed:
        pages = _markdown(built)
        return "silent", next((p for p in pages if pages[p] != review.markdown.get(p)), "gone")
    return ("accepted" if changed else "unchanged"), ""


def _markdown(built: Built) -> dict[str, str]:
    assert built.site is not None
    # White space of any length counts as one space, as it does in HTML.
    return {page.address.path: " ".join(page.markdown.split()) for page in built.site.pages}


def _facts(review: Review, built: Built) -> set[Fact]:
    """Of the site that MkDocs makes of it."""
    from generator.cli.mkdocs import build_site

    assert built.site is not None
    by_hand = {page.address.path for page in built.site.pages if page.by_hand}
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(sys.stderr):
        build_site(review.root, Path(folder), built=built)
        return made_of(Path(folder), by_hand)


def _computed() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
