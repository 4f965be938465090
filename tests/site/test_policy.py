"""The policy names the scripts that it is given, and nothing else is let through."""

import re

from generator.site.policy import hashes, headers, within_page

# The example of https://www.w3.org/TR/CSP3/#external-hash, as the standard prints it.
HELLO = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_a_script_is_named_by_the_hash_that_browsers_make():
    assert hashes("<p>x</p><script>alert('Hello, world.');</script>") == [HELLO]


def test_only_what_is_named_may_run():
    policy = within_page([HELLO])
    assert policy.startswith("default-src 'none'; ")
    assert f"script-src 'self' 'wasm-unsafe-eval' {HELLO};" in policy
    assert "'unsafe-" not in policy
    assert not re.search(r"https?:|[*]", policy)
    assert "frame-ancestors" not in policy


def test_the_headers_are_one_line_each_and_short_enough_for_every_host():
    text = headers([HELLO] * 6)
    assert text.startswith("/*\n  Content-Security-Policy: ")
    assert "frame-ancestors 'none'" in text
    assert all(len(line) < 2000 for line in text.splitlines())
