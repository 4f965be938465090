"""Reviews as plain data: read, changed in one place, and written again."""

import copy
from pathlib import Path

import yaml

from generator.library.kinds import TOP_FOLDERS

Files = dict[str, object]
"""The content of each YAML file, by its path within the review."""


def read(root: Path) -> Files:
    files = sorted(file for folder in TOP_FOLDERS for file in root.glob(f"{folder}/**/*.yml"))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {
        file.relative_to(root).as_posix(): yaml.load(file.read_text(encoding="utf-8"), loader)
        for file in files
    }


def write(files: Files, root: Path, rest: Path) -> Path:
    """The review in a folder of its own, with the pages by hand and the settings of another."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(content, Dumper=dumper, allow_unicode=True, sort_keys=False)
        (root / path).write_text(text, encoding="utf-8")
    (root / "mkdocs.yml").write_bytes((rest / "mkdocs.yml").read_bytes())
    return root


def without(files: Files, *paths: str) -> Files:
    """The review without some keys: `seeds/review.yml: source.last-search`; `*` is every file."""
    left = copy.deepcopy(files)
    for path in paths:
        name, _, keys = path.partition(": ")
        for file in [file for file in left if Path(file).match(name)]:
            if keys:
                drop(left[file], keys.split("."))
            else:
                del left[file]
    return left


def drop(value, keys):
    first, *rest = keys
    if rest:
        for inner in value if isinstance(value, list) else [value.get(first)]:
            if inner is not None:
                drop(inner, keys if isinstance(value, list) else rest)
    elif isinstance(value, list):
        for inner in value:
            inner.pop(first, None)
    else:
        value.pop(first, None)


def places(value, path=()):
    """Every key and entry of a file, by the way to it."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        yield (*path, step)
        if isinstance(inner, dict | list):
            yield from places(inner, (*path, step))


def at(value, path):
    for step in path:
        value = value[step]
    return value
