"""Diagnostics for machines: JSON, annotations of GitHub, and SARIF 2.1.0.

Files are named from the folder where the command ran: `prefix` leads from there to the review.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from generator.check.explanations import explanations
from generator.diagnostics import CODES, Diagnostic, Severity

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
JSON_SCHEMA = "schema/diagnostics.schema.json"
"""Where the schema of the JSON report lies, beside those of the data."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def as_json(diagnostics: Iterable[Diagnostic], prefix: str = "") -> str:
    """One object, as `json_schema` describes it."""
    found = list(diagnostics)
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in found)
    report = {
        "format": 1,
        "errors": errors,
        "warnings": len(found) - errors,
        "diagnostics": [
            {
                "code": diagnostic.code,
                "severity": str(diagnostic.severity),
                "file": prefix + diagnostic.location.path,
                "line": diagnostic.location.line,
                "column": diagnostic.location.column,
                "message": diagnostic.message,
                "expected": diagnostic.expected,
                "remedy": diagnostic.remedy,
            }
            for diagnostic in found
        ],
    }
    return json.dumps(report, indent=1, ensure_ascii=False) + "\n"


def json_schema(address: str) -> dict[str, Any]:
    """The JSON Schema of the JSON report, for a site at this address."""
    count = {"type": "integer", "minimum": 0}
    keys = {
        "code": {"enum": sorted(CODES), "description": "realist check --explain CODE tells more."},
        "severity": {"enum": [str(severity) for severity in Severity]},
        "file": {"type": "string", "description": "Its path from where the command ran."},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1, "description": "In characters."},
        "message": {"type": "string", "description": "What is wrong, in one sentence."},
        "expected": {"type": "string", "description": "What belongs there; may be empty."},
        "remedy": {"type": "string", "description": "How to mend it; may be empty."},
    }
    return {
        "$schema": _DIALECT,
        "$id": address + JSON_SCHEMA,
        "title": "Report of realist check --format json",
        **_object({
            "format": {"const": 1, "description": "Grows when a key changes its meaning."},
            "errors": {**count, "description": "With none of them the check succeeds."},
            "warnings": count,
            "diagnostics": {"type": "array", "items": _object(keys)},
        }),
    }  # fmt: skip


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def as_github(diagnostics: Iterable[Diagnostic], prefix: str = "") -> str:
    """One workflow command a line, which GitHub shows beside the line that is meant."""
    return "".join(_annotation(diagnostic, prefix) for diagnostic in diagnostics)


def _annotation(diagnostic: Diagnostic, prefix: str) -> str:
    position = diagnostic.location
    properties = {
        "file": prefix + position.path,
        "line": position.line,
        "col": position.column,
        "title": diagnostic.code,
    }
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{diagnostic.severity} {listed}::{_data(_in_full(diagnostic))}\n"


def _data(text: str) -> str:
    """The escapes of GitHub's own toolkit for what follows the second pair of colons."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(diagnostics: Iterable[Diagnostic], prefix: str = "") -> str:
    """A log of SARIF 2.1.0 with one run, and every code as a rule with its help."""
    codes = list(CODES)
    run = {
        "tool": {
            "driver": {
                "name": "realist check",
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, codes.index(found.code), prefix) for found in diagnostics],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1, ensure_ascii=False) + "\n"


def _rule(code: str) -> dict[str, Any]:
    told = explanations()[code]
    plain = f"{told.meaning} {told.why}"
    blocks = [told.meaning, told.why, f"Wrong, in `{told.file}`:", _fenced(told.wrong_shown)]
    if told.right:
        blocks += ["Right:", _fenced(told.right_shown)]
    return {
        "id": code,
        "shortDescription": {"text": CODES[code].meaning},
        "fullDescription": {"text": told.meaning},
        "help": {"text": plain, "markdown": "\n\n".join(blocks)},
        "defaultConfiguration": {"level": str(CODES[code].severity)},
    }


def _fenced(snippet: str) -> str:
    return f"```yaml\n{snippet}\n```"


def _result(diagnostic: Diagnostic, index: int, prefix: str) -> dict[str, Any]:
    position = diagnostic.location
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": str(diagnostic.severity),
        "message": {"text": _in_full(diagnostic)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(prefix + position.path)},
                    "region": {"startLine": position.line, "startColumn": position.column},
                }
            }
        ],
    }


def _in_full(diagnostic: Diagnostic) -> str:
    """The message with what was expected and the remedy, a line each."""
    lines = [diagnostic.message]
    if diagnostic.expected:
        lines.append(f"Expected: {diagnostic.expected}")
    if diagnostic.remedy:
        lines.append(f"Remedy: {diagnostic.remedy}")
    return "\n".join(lines)
