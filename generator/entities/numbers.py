"""Numbers as files of YAML hold them, within what every program takes that is given them."""

from typing import Annotated

from pydantic import Field, StrictFloat, StrictInt

Whole = Annotated[StrictInt, Field(ge=-(2**31), lt=2**31)]
"""A whole number: beyond 32 bits some database or spreadsheet refuses it."""
Year = Annotated[StrictInt, Field(ge=0, le=9999)]
"""A year as references print it."""
Number = Whole | StrictFloat
"""A number of any kind."""
