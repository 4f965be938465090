"""An error that no rule tells of, in words: what it says, and where in the generator it arose."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from generator.check.report import visible_line

VARIABLE = "REALIST_TRACEBACK"
_ROOMS = Path(__file__).parents[1]


def in_words(error: Exception) -> str:
    """What an error says, and below it where it arose; where it is asked for, all the way there.

    It is asked for with the environment variable REALIST_TRACEBACK.
    """
    if os.environ.get(VARIABLE):
        return "".join(traceback.format_exception(error)).rstrip()
    calls = traceback.extract_tb(error.__traceback__)
    own = [call for call in calls if Path(call.filename).is_relative_to(_ROOMS)]
    last = (own or calls)[-1]
    file = Path(last.filename)
    place = file.relative_to(_ROOMS.parent) if file.is_relative_to(_ROOMS) else file.name
    said = visible_line(f"{type(error).__name__}: {error}")
    return f"{said}\n  in {place}, line {last.lineno}"
