"""What is done to the files of a review: one change, or two, of the kinds that people and others
make.

A change is a value: which files hold what instead, so that it can be kept as a case and made again.
"""

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml
from odd import LONG, MARKDOWN, NAMES, ODD, PLACES, SNIPPETS, UNSEEN
from payloads import PAYLOADS
from yaml_edits import at, places

from generator.library.kinds import FOLDERS


class Thing(NamedTuple):
    """What stands in place of a file: a link, a pipe or a folder."""

    kind: str
    to: str = ""


Content = bytes | Thing | None
"""What a path holds; None where there is nothing."""
Files = dict[str, bytes]


@dataclass(frozen=True)
class Mutation:
    """Paths of a review and what they hold now, and how it came to that."""

    kind: str
    how: str
    changes: dict[str, Content]


Mutate = Callable[[random.Random, Files], Mutation]


def mutation(rng: random.Random, files: Files) -> Mutation:
    """One mutation of a review; one in ten is of two places at once."""
    first = rng.choice(list(KINDS.values()))(rng, files)
    if rng.random() > 0.1:
        return first
    changed = files | {path: c for path, c in first.changes.items() if isinstance(c, bytes)}
    second = rng.choice(list(KINDS.values()))(rng, changed)
    how = f"{first.how}; {second.how}"
    return Mutation(first.kind, how, first.changes | second.changes)


def _data(files: Files) -> list[str]:
    return sorted(path for path in files if path.endswith(".yml") and "/" in path)


def _pick(rng: random.Random, files: Files) -> str:
    return rng.choice(_data(files))


def lines(rng: random.Random, files: Files) -> Mutation:
    """Lines that are lost, doubled, moved, indented, joined or cut."""
    path = rng.choice([*_data(files), *_pages(files)])
    rows = files[path].decode().split("\n")
    n, m = rng.randrange(len(rows)), rng.randrange(len(rows))
    how, new = rng.choice([
        ("without line", [*rows[:n], *rows[n + 1 :]]),
        ("without the block at line", [*rows[:n], *rows[_end(rows, n) :]]),
        ("with the block twice at line", [*rows[: _end(rows, n)], *rows[n:]]),
        ("with twice the line", [*rows[:n], rows[n], *rows[n:]]),
        ("exchanged lines from", _exchanged(rows, n, m)),
        ("indented line", [*rows[:n], " " * rng.randint(1, 4) + rows[n], *rows[n + 1 :]]),
        ("outdented line", [*rows[:n], rows[n][rng.randint(1, 3) :], *rows[n + 1 :]]),
        ("joined lines at", [*rows[:n], "".join(rows[n : n + 2]), *rows[n + 2 :]]),
        ("cut off at line", [*rows[:n], rows[n][: rng.randint(0, len(rows[n]))]]),
        ("an empty line at", [*rows[:n], "", *rows[n:]]),
        ("no colon in line", [*rows[:n], rows[n].replace(":", "", 1), *rows[n + 1 :]]),
        ("another line of the review at", [*rows[:n], _line(rng, files), *rows[n:]]),
    ])  # fmt: skip
    return Mutation("structure", f"{path}: {how} {n + 1}", {path: "\n".join(new).encode()})


def _end(rows: list[str], start: int) -> int:
    """Where a block ends: at the next line that is indented no more than its first one."""
    depth = len(rows[start]) - len(rows[start].lstrip())
    below = range(start + 1, len(rows))
    return next(
        (n for n in below if rows[n].strip() and len(rows[n]) - len(rows[n].lstrip()) <= depth),
        len(rows),
    )


def _exchanged(rows: list[str], n: int, m: int) -> list[str]:
    new = list(rows)
    new[n], new[m] = new[m], new[n]
    return new


def _line(rng: random.Random, files: Files) -> str:
    return rng.choice(files[_pick(rng, files)].decode().split("\n"))


def values(rng: random.Random, files: Files) -> Mutation:
    """A value that is lost, odd, another one's, doubled or renamed."""
    path = _pick(rng, files)
    data = _loaded(files[path])
    if not isinstance(data, dict | list) or not data:
        return lines(rng, files)
    way = rng.choice(list(places(data)))
    how = rng.choice([_lose, _odd, _others, _double, _rename])
    said = how(rng, data, way)
    return Mutation("structure", f"{path}: {said} at {_way(way)}", {path: _dumped(data)})


def _lose(_: random.Random, data: Any, way: tuple) -> str:
    del at(data, way[:-1])[way[-1]]
    return "nothing"


def _odd(rng: random.Random, data: Any, way: tuple) -> str:
    at(data, way[:-1])[way[-1]] = value = copy.deepcopy(rng.choice(ODD))
    return "a long number" if value == LONG else repr(value)[:20]


def _others(rng: random.Random, data: Any, way: tuple) -> str:
    same = [other for other in places(data) if other[-1] == way[-1]]
    at(data, way[:-1])[way[-1]] = copy.deepcopy(at(data, rng.choice(same)))
    return "the value of another"


def _double(rng: random.Random, data: Any, way: tuple) -> str:
    above = at(data, way[:-1])
    if isinstance(above, list):
        above.insert(rng.randrange(len(above) + 1), copy.deepcopy(above[way[-1]]))
        return "twice the entry"
    above[way[-1]] = [copy.deepcopy(above[way[-1]])]
    return "a list of the value"


def _rename(rng: random.Random, data: Any, way: tuple) -> str:
    above = at(data, way[:-1])
    if isinstance(above, dict):
        keys = [step for other in places(data) if isinstance(step := other[-1], str)]
        above[rng.choice([*keys, "kind", "id", "retired", "x"])] = above.pop(way[-1])
        return "another key"
    rng.shuffle(above)
    return "shuffled"


def _loaded(content: bytes) -> Any:
    try:
        return yaml.load(content, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError):
        return None


def _dumped(data: Any) -> bytes:
    return yaml.dump(data, Dumper=_YamlDumper, allow_unicode=True, sort_keys=False).encode(
        "utf-8", "surrogatepass"
    )


class _YamlDumper(yaml.SafeDumper):
    """Writes every value out, and a number of any length."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_YamlDumper.add_representer(
    int,
    lambda dumper, number: dumper.represent_scalar(
        "tag:yaml.org,2002:int", "1" + "0" * 5_000 if number == LONG else str(number)
    ),
)


def _way(way: tuple) -> str:
    return ".".join(map(str, way))


def bytes_(rng: random.Random, files: Files) -> Mutation:
    """Bytes that are lost, turned or added; other encodings; too much of something."""
    path = rng.choice([*_data(files), *_pages(files)])
    old = files[path]
    n = rng.randrange(len(old) or 1)
    odd = rng.choice(UNSEEN).encode()
    some = bytes(rng.randrange(256) for _ in range(rng.randint(1, 8)))
    much = rng.choice(
        [b"a", b" ", b"\n", b"- ", b"[", b"{", b"a: ", b'"', b"\t", b"'", b"#x\n", b"a\n"]
    )
    how, new = rng.choice([
        ("a bit turned", old[:n] + bytes([old[n] ^ (1 << rng.randrange(8))]) + old[n + 1 :]),
        ("other bytes", old[:n] + some + old[n + len(some) :]),
        ("more bytes", old[:n] + some + old[n:]),
        ("fewer bytes", old[:n] + old[n + rng.randint(1, 30) :]),
        ("an unseen character", old[:n] + odd + old[n:]),
        ("in UTF-16", old.decode().encode("utf-16")),
        ("in Latin-1", old.decode().encode("latin-1", "replace")),
        ("with a byte-order mark", b"\xef\xbb\xbf" + old),
        ("with ends of lines of Windows", old.replace(b"\n", b"\r\n")),
        ("with tabs", old.replace(b"  ", b"\t", rng.randint(1, 5))),
        ("empty", b""),
        ("too large", old + b"# x\n" * 300_000),
        ("a long run", old[:n] + much * rng.choice([200, 2_000, 40_000]) + old[n:]),
        ("with itself behind", old + old),
        ("with another file behind", old + files[_pick(rng, files)]),
    ])  # fmt: skip
    return Mutation("bytes", f"{path}: {how} at byte {n}", {path: new})


def links(rng: random.Random, files: Files) -> Mutation:
    """A link, a pipe or a folder, in place of a file or beside it."""
    path = rng.choice([*_data(files), *_pages(files)])
    if rng.random() < 0.5:
        folder = path.rpartition("/")[0]
        path = f"{folder}/{rng.choice(['extra.yml', 'extra.md', 'extra', 'a.png'])}"
    things = [
        Thing("link", "SECRET"), Thing("link", "SECRETS"), Thing("link", "/"), Thing("link", "."),
        Thing("link", path.rpartition("/")[2]), Thing("link", "nowhere"), Thing("pipe"),
        Thing("folder"), Thing("link", "/dev/zero"),
    ]  # fmt: skip
    thing = rng.choice(things)
    return Mutation("link", f"{path}: a {thing.kind} to {thing.to!r}", {path: thing})


def renames(rng: random.Random, files: Files) -> Mutation:
    """A file that is lost, has another name, or has another one beside it."""
    path = rng.choice([*_data(files), *_pages(files)])
    folder, _, name = path.rpartition("/")
    if rng.random() < 0.2:
        return Mutation("rename", f"{path}: is gone", {path: None})
    if rng.random() < 0.2:
        folder = rng.choice([*FOLDERS, "docs"])
    stem, _, ending = name.rpartition(".")
    new = rng.choice(NAMES).format(stem=stem, upper=stem.upper())
    if ending == "md":
        new = new.replace(".yml", ".md")
    to = f"{folder}/{new}"
    if to == path:
        return Mutation("rename", f"{path}: is gone", {path: None})
    moved: dict[str, Content] = {to: files[path]}
    if rng.random() < 0.6:
        moved = {path: None, **moved}
    return Mutation("rename", f"{path}: {'to' if path in moved else 'and'} {to!r}", moved)


def references(rng: random.Random, files: Files) -> Mutation:
    """References to others, to nothing, to odd places; thousands of them."""
    path = _pick(rng, files)
    data = _loaded(files[path])
    if not isinstance(data, dict | list):
        return lines(rng, files)
    ids = sorted({p.rpartition("/")[2].removesuffix(".yml") for p in _data(files)})
    targets = [*ids, "t99", "gar-99", "nothing", "T01", "t01 ", "str-01", "c01", "", "../t01"]
    ways = [way for way in places(data) if isinstance(at(data, way), str)]
    if not ways:
        return lines(rng, files)
    way = rng.choice(ways)
    near = [w for w in ways if len(w) > 1 and w[-2] in ("at", "theories", "findings", "ids")]
    if near and rng.random() < 0.6:
        way = rng.choice(near)
    above = at(data, way[:-1])
    target = rng.choice(PLACES if rng.random() < 0.4 else targets)
    if isinstance(above, list) and rng.random() < 0.2:
        many = rng.choice([100, 3_000, 10_000])
        above.extend(f"{target[:9]}{n}" for n in range(many))
        how = f"{many} wrong references"
    elif rng.random() < 0.3:
        above[way[-1]] = f"{above[way[-1]]} [[{target}]]"
        how = f"a reference to {target[:30]!r}"
    else:
        above[way[-1]] = target
        how = f"{target[:30]!r}"
    return Mutation("reference", f"{path}: {how} at {_way(way)}", {path: _dumped(data)})


def markup(rng: random.Random, files: Files) -> Mutation:
    """A payload in place of a text, within it, or as a key."""
    path = _pick(rng, files)
    data = _loaded(files[path])
    ways = [
        way
        for way in (places(data) if isinstance(data, dict | list) else ())
        if isinstance(at(data, way), str)
    ]
    if not ways:
        return lines(rng, files)
    way, payload = rng.choice(ways), rng.choice(PAYLOADS)
    above = at(data, way[:-1])
    if rng.random() < 0.4:
        payload = f"{above[way[-1]]} {payload}"
    if rng.random() < 0.05 and isinstance(above, dict):
        above[payload] = above.pop(way[-1])
    else:
        above[way[-1]] = payload
    return Mutation("markup", f"{path}: {payload[-30:]!r} at {_way(way)}", {path: _dumped(data)})


def page(rng: random.Random, files: Files) -> Mutation:
    """A page by hand with something more in it, or a new one."""
    pages = _pages(files)
    some = [
        rng.choice(rng.choice([SNIPPETS, MARKDOWN, PAYLOADS])) for _ in range(rng.randint(1, 3))
    ]
    said = "; ".join(each[:40] for each in some)
    if not pages or rng.random() < 0.3:
        name = f"docs/{rng.choice(['new', 'a/new', 'index', 'theories', 'help', 'a b', 'é'])}.md"
        text = "# New\n\n" + rng.choice(["\n\n", "\n", ""]).join(some) + "\n"
        return Mutation("page", f"{name}: {said!r}", {name: text.encode()})
    path = rng.choice(pages)
    rows = files[path].decode().split("\n")
    n = rng.randrange(len(rows) + 1)
    if rng.random() < 0.5:
        rows[n:n] = ["", *some, ""]
    elif n < len(rows):
        cut = rng.randint(0, len(rows[n]))
        rows[n] = rows[n][:cut] + "".join(some) + rows[n][cut:]
    return Mutation("page", f"{path}: {said!r} at line {n + 1}", {path: "\n".join(rows).encode()})


def _pages(files: Files) -> list[str]:
    return sorted(path for path in files if path.endswith(".md"))


KINDS: dict[str, Mutate] = {
    "lines": lines,
    "values": values,
    "bytes": bytes_,
    "links": links,
    "renames": renames,
    "references": references,
    "markup": markup,
    "page": page,
}
