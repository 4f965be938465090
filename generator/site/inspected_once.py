"""Inspects a review as a command does that then ends, with all cores.

In a program with threads, `inspection.inspect` is safe.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.site.by_hand.files import auditing

if TYPE_CHECKING:
    from generator.site.inspection import Inspected


def inspect_once(root: Path) -> Inspected:
    """Inspect while another process sees to the pages by hand, and several read many files.

    What holds the data is imported meanwhile, which takes as long as to read a small review.
    """
    with auditing(root) as audits:
        from generator.library.readings import by_several
        from generator.site.inspection import inspect

        return inspect(root, by_several, audits)
