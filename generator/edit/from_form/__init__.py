"""Makes the edit that a filled-in correction form asks for, for a maintainer to judge.

The form comes from a stranger: pages and ids are looked up, never put together into paths, and what
comes out passes the same check as every other edit, or does not come out.
"""

from generator.edit.from_form.correction import Correction, correct
from generator.edit.from_form.form import CannotMapError

__all__ = ["CannotMapError", "Correction", "correct"]
