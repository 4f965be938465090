"""Types of texts that have a form: how pydantic holds them, and what is said where it fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

WRONG = "text-form"
"""The type of error that pydantic gives for a text without the form that its key needs."""


_MARKS = "[\\s\"'“”„‘’]*"
_AROUND = re.compile(
    rf"^{_MARKS}(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?|[.,;]?{_MARKS}$", re.I
)
"""What people paste before and after the text that is meant: white space, quotation marks, the
address of a DOI."""


@dataclass(frozen=True)
class TextForm:
    """A regular expression that the whole of a text matches, and what to say where it does not."""

    pattern: str
    problem: str
    expected: str
    remedy: str
    is_exact: bool = False
    """Whether white space around it counts, since its type takes none away. The expression then has
    no alternatives outside of brackets."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Hold the text after its own type has been held."""
        return core_schema.no_info_after_validator_function(self._held, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Let an editor say at once what `check` will say."""
        around = rf"^\s*(?=\S)(?:{self.pattern})\s*$"
        return {**handler(core), "pattern": f"^{self.pattern}$" if self.is_exact else around}

    @cached_property
    def _matches(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(self.pattern).fullmatch

    def fits(self, text: str) -> bool:
        """Whether the text has the form."""
        return self._matches(text) is not None

    def _held(self, text: str) -> str:
        if not self.fits(text):
            meant = _AROUND.sub("", text)
            remedy = f"Write {meant}, without what stands around it." if self.fits(meant) else ""
            told = {"problem": self.problem, "expected": self.expected}
            told["remedy"] = remedy or self.remedy
            raise PydanticCustomError(WRONG, "{problem}", told)
        return text


@dataclass(frozen=True)
class OneSpace:
    """White space that is read as one space, whatever of it there is."""

    pattern: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Said to pydantic’s core: `AfterValidator` looks at the function anew for each key."""
        put = partial(re.compile(self.pattern).sub, " ")
        return core_schema.no_info_after_validator_function(put, handler(source))
