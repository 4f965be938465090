"""Nothing in the generator knows a review: what it says of one comes from the data of that one.

The words are taken from the real review, so that its data can grow without an edit here: its ids
and names, its abbreviations, what its texts are about, and its sentences.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from pydoc_data.topics import topics

import pytest
import yaml
from reviews import GARDEN, MENDING, ROOT

import generator
from generator.library.kinds import TOP_FOLDERS

pytestmark = pytest.mark.slow

CODE = Path(generator.__file__).parent
NOT_OURS = ("citing/styles", "site/assets/plotly")
"""Citation styles and a library for charts, which others made."""
FILES = sorted(
    file
    for file in CODE.rglob("*")
    if file.suffix in (".py", ".html", ".yml", ".css", ".js", ".md")
    and not file.relative_to(CODE).as_posix().startswith(NOT_OURS)
)

FIELD = frozenset(
    re.findall(
        r"[\w-]+",
        "appraisal article assessment authors c-m-o cite cites confidence configuration "
        "configurations design figure implications mechanisms programme realist reports "
        "reviews sources summary trial",
    )
)
"""Words of the field, which every review of its kind uses."""
GENERAL = frozenset(
    re.findall(
        r"\w+",
        "began brings cancel chance choose circle comparatively contradiction countries "
        "covered direction dropped early eleven ending five fonts good hold host impact judge "
        "link measured measures mentions offer organisation person planned questions seem "
        "sentences service speak strong structured subjects suit tension things thirteen took "
        "topic topics travel unexpectedly validation",
    )
)
"""Words of every day that the documentation of Python happens not to use; all that it uses is
general as well."""
NO_SUBJECT = frozenset({"CC", "BY", "AND", "OR", "ONE", "CMO", "CMOC"})
"""A licence, words in capitals, and what the field calls its configurations."""
PHRASES = ("for whom and in what circumstances", "configuration of context mechanism and outcome")
"""The question of every realist review, and what answers it (Pawson and Tilley, 1997)."""
OFTEN, NAMED, RUN = 10, 4, 6
"""In so many texts of the review a word is one of its subjects, and in so many if something has it
in its name; so many words are a sentence."""
NAMES = ("title", "label", "term")
"""Keys of what the review calls its things."""


def texts(value):
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else ():
        yield from texts(inner)
    for inner in value if isinstance(value, list) else ():
        yield from texts(inner)


def under(keys, value):
    """Every text that stands under one of these keys."""
    if isinstance(value, dict):
        found = (value.get(key) for key in keys)
        yield from (text for text in found if isinstance(text, str))
    for inner in value.values() if isinstance(value, dict) else ():
        yield from under(keys, inner)
    for inner in value if isinstance(value, list) else ():
        yield from under(keys, inner)


@cache
def data(root: Path):
    """The content of every file of a review, by its path."""
    return {
        file.relative_to(root).as_posix(): yaml.load(file.read_text(encoding="utf-8"), LOADER)
        for folder in TOP_FOLDERS
        for file in sorted((root / folder).rglob("*.yml"))
    }


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def words(text):
    return re.findall(r"[\w’'-]+", text.lower())


def runs(text):
    found = re.findall(r"[\w’']+", text.lower())
    return {tuple(found[n : n + RUN]) for n in range(len(found) - RUN + 1)}


def all_texts(root, *files):
    return [t for path, value in data(root).items() if path.startswith(files) for t in texts(value)]


@cache
def ids():
    """Ids, topics, groups and file names with a digit or a hyphen: no word of every day."""
    found = [
        {id for value in data(root).values() for id in under(("id", "topic", "group"), value)}
        | {Path(path).stem for path in data(root)}
        for root in (ROOT, GARDEN)
    ]
    return {id for id in found[0] - found[1] if re.fullmatch(r"[a-z]+\d\d+|\w+-[\w-]+", id)}


@cache
def abbreviations():
    found = [
        set(re.findall(r"\b[A-Z]{2,}\b", " ".join(all_texts(root, "")))) for root in (ROOT, GARDEN)
    ]
    return found[0] - found[1] - NO_SUBJECT


@cache
def subjects():
    """Words of many texts of the real review, or of some and a name, and of no invented review."""
    counts = Counter(word for text in all_texts(ROOT, "") for word in set(words(text)))
    names = {
        w for value in data(ROOT).values() for text in under(NAMES, value) for w in words(text)
    }
    known = {w for root in (GARDEN, MENDING) for text in all_texts(root, "") for w in words(text)}
    known |= FIELD | GENERAL | {word for text in topics.values() for word in words(text)}
    subject = {w for w, n in counts.items() if n >= OFTEN or (n >= NAMED and w in names)}
    return {word for word in subject - known if re.fullmatch(r"[a-z-]{4,}", word)}


@cache
def sentences():
    """Runs of words of what rests on the source; the review’s own pages speak of the site."""
    sourced = ("theories/", "interventions/", "studies/", "seeds/findings", "seeds/claims")
    real, example = (
        {run for text in all_texts(root, *folders) for run in runs(text)}
        for root, folders in ((ROOT, sourced), (GARDEN, ("",)))
    )
    return real - example - runs(PHRASES[0]) - runs(PHRASES[1])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(CODE).as_posix())
def test_the_generator_knows_nothing_of_this_review(file: Path):
    text = file.read_text(encoding="utf-8")
    assert (
        set(re.findall(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", text)) & (ids() | abbreviations())
        == set()
    )
    assert set(words(text)) & subjects() == set()
    assert runs(text) & sentences() == set()


def test_there_is_something_to_know():
    assert {"t04", "take-up", "social-support"} <= ids()
    assert {"RCT", "NHS"} <= abbreviations()
    assert {"mothers", "telephone", "postnatal", "volunteers"} <= subjects()
    assert {"anxiety", "antenatal", "stigma", "recruited"} <= subjects()
    assert len(sentences()) > 10_000
