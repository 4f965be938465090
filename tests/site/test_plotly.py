"""The bundle of Plotly is the one that is recorded, and pages say truly how large it is."""

import hashlib
import json
import zlib
from pathlib import Path

import pytest

from generator.pages.views.figures.explored_chart import PLOTLY
from generator.site import assemble

FOLDER = Path(assemble.__file__).parent / "assets" / "plotly"
BUNDLE = (FOLDER / "plotly-basic.min.js").read_bytes()
RECORD = json.loads((FOLDER / "component.json").read_text(encoding="utf-8"))


def test_it_is_the_file_that_was_published():
    (recorded,) = RECORD["hashes"]
    assert recorded["alg"] == "SHA-256"
    assert hashlib.sha256(BUNDLE).hexdigest() == recorded["content"]
    assert b"\r" not in BUNDLE  # so that it is the same when it is read as text


def test_its_version_is_told_wherever_it_stands():
    assert RECORD["version"] == PLOTLY.version
    assert RECORD["purl"].endswith(f"/{RECORD['name']}@{PLOTLY.version}")
    assert f"v{PLOTLY.version}".encode() in BUNDLE[:200]
    assert f" {PLOTLY.version} " in (FOLDER / "plotly.css").read_text(encoding="utf-8")[:100]
    assert "MIT License" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")


def test_its_size_is_told_truly():
    assert float(PLOTLY.size.removesuffix(" MB")) == pytest.approx(len(BUNDLE) / 1e6, abs=0.05)
    sent = len(zlib.compress(BUNDLE, 9)) / 1e6
    assert float(PLOTLY.sent.removesuffix(" MB")) == pytest.approx(sent, abs=0.05)


def test_the_styles_of_maps_are_known_by_the_name_that_it_looks_for():
    script = (FOLDER.parent / "explore.js").read_text(encoding="utf-8")
    name = script.split('const MAPS = "')[1].split('"')[0]
    assert f'getElementById("{name}")'.encode() in BUNDLE
