"""Which words of a text are in capitals by the convention of the model, and not by nature."""

from __future__ import annotations

import re
from dataclasses import dataclass

SHORT = 4
"""Letters: a word of so few capitals within a normal sentence may be an abbreviation."""
_SEQUENCE = 3
"""This many words of capitals in a row are no abbreviations, however short they are."""
_TOKEN = re.compile(r"[A-Z](?:-[A-Z])+\b|[^\W\d_]+(?:[’'][^\W\d_]+)*")


@dataclass
class _Word:
    start: int
    end: int
    kind: str
    """capitals, plain, or neither: signs and figures."""
    sure: bool = False
    """True where it cannot be an abbreviation."""
    known: bool = False


def capital_words(
    text: str,
    by_font: list[bool],
    abbreviations: frozenset[str],
    beside_struck: tuple[bool, bool] = (False, False),
) -> list[bool]:
    """For each letter, whether it belongs to words in capitals that the convention explains.

    `beside_struck`: whether struck letters stand before the text, and after it. Capitals there
    take the place of what is struck, however short they are.
    """
    words = [
        _word(match.group(), match.start(), by_font[match.start() : match.end()], abbreviations)
        for match in re.finditer(r"\S+", text)
    ]
    result = [False] * len(text)
    for sequence in _sequences(words):
        if _is_meant(sequence, words, beside_struck):
            within = [n for n in range(sequence[0].start, sequence[-1].end) if text[n].isalnum()]
            result[within[0] : within[-1] + 1] = [True] * (within[-1] + 1 - within[0])
    return result


def _is_meant(sequence: list[_Word], words: list[_Word], beside_struck: tuple[bool, bool]) -> bool:
    """Whether words that follow one another in capitals are more than abbreviations."""
    capitals = [word for word in sequence if word.kind == "capitals"]
    replaces = (beside_struck[0] and sequence[0] is words[0]) or (
        beside_struck[1] and sequence[-1] is words[-1]
    )
    has_plain = any(word.kind == "plain" for word in words)
    few = 1 if replaces else _SEQUENCE if has_plain else 2
    is_unknown = any(not word.known for word in capitals)
    return any(word.sure for word in capitals) or (is_unknown and len(capitals) >= few)


def _word(word: str, start: int, by_font: list[bool], abbreviations: frozenset[str]) -> _Word:
    end = start + len(word)
    letters = [(each, font) for each, font in zip(word, by_font, strict=True) if each.isalpha()]
    if not letters:
        return _Word(start, end, "neither")
    if not all(each.isupper() or font for each, font in letters):
        return _Word(start, end, "plain")
    parts = re.findall(r"[^\W\d_]+", word)
    known = all(part.upper() in abbreviations or part in ("I", "A") for part in parts)
    # C-M-O and the like: single letters, joined
    known = known or (len(parts) > 1 and all(len(part) == 1 for part in parts))
    by_font_alone = sum(font for _, font in letters) * 2 >= len(letters)
    is_long = any(len(part) > SHORT for part in parts)
    return _Word(start, end, "capitals", (is_long or by_font_alone) and not known, known)


def _sequences(words: list[_Word]) -> list[list[_Word]]:
    """Words of capitals that follow one another, with the signs between them."""
    found: list[list[_Word]] = [[]]
    for word in words:
        if word.kind == "plain":
            found.append([])
        elif word.kind == "capitals" or found[-1]:
            found[-1].append(word)
    for sequence in found:
        while sequence and sequence[-1].kind == "neither":
            sequence.pop()
    return [sequence for sequence in found if sequence]


def sentence_case(text: str, abbreviations: frozenset[str], *, opens: bool) -> str:
    """Capitals as normal letters; abbreviations stay, and a sentence begins with a capital."""

    def lower(match: re.Match[str]) -> str:
        token = match.group()
        base, _, ending = token.replace("’", "'").partition("'")
        if "-" in token or not token.isupper():
            return token
        if base in abbreviations or base == "I":
            return base + token[len(base) :].lower() if ending else base
        if base[:-1] in abbreviations and base[-1] == "S":
            return base[:-1] + token[len(base) - 1 :].lower()
        return token.lower()

    lowered = _TOKEN.sub(lower, text)
    begins = r"(?:^|(?<=[.!?])\s+)[\W_]*[^\W\d_]" if opens else r"(?<=[.!?])\s+[\W_]*[^\W\d_]"
    return re.sub(begins, lambda match: match.group().upper(), lowered)
