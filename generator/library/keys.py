"""Which keys a mapping of a document has, and which it may have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic.fields import FieldInfo

from generator.entities.walk import types_within
from generator.files.load import Path


def keys_at(data: Any, path: Path) -> list[str]:
    """The keys of the mapping at a path; none where something else stands there."""
    for step in path:
        data = data[step]
    return list(data) if isinstance(data, Mapping) else []


def known_keys(annotation: Any, path: Path) -> set[str]:
    """Every key that the type allows at the path."""
    return {str(field.alias) for field in _fields_at(annotation, path)}


def required_keys(annotation: Any, path: Path) -> set[str]:
    """The keys that nothing at the path can do without."""
    return {str(field.alias) for field in _fields_at(annotation, path) if field.is_required()}


def _fields_at(annotation: Any, path: Path) -> list[FieldInfo]:
    models = types_within(annotation)
    for step in path:
        if isinstance(step, str):
            fields = [
                field.annotation
                for model in models
                for field in model.model_fields.values()
                if field.alias == step
            ]
            models = [m for field in fields for m in types_within(field)] or models
    return [field for model in models for field in model.model_fields.values()]
