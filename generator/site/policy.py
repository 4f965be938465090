"""What a browser may do with the pages: nothing but what they need.

A text that slipped through all else could still run no script and call on no other place. The
theme’s own scripts that stand within its pages are named by their hashes; no other such script is.
Sources: https://www.w3.org/TR/CSP3/, https://owasp.org/www-project-secure-headers/.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

HEADERS = "_headers"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
_ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the search runs WebAssembly, which is no script
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's style sheets hold its icons
    "connect-src": "'self'",  # the index of the search
    "worker-src": "'self'",  # the search itself
    "base-uri": "'none'",
    "form-action": "'none'",
}
_OFF = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media "
    "fullscreen geolocation gyroscope hid magnetometer microphone midi payment "
    "picture-in-picture publickey-credentials-get screen-wake-lock serial usb "
    "xr-spatial-tracking"
)
"""The permissions that a page could ask a browser for; the theme’s copy buttons need none."""


def hashes(theme: str) -> list[str]:
    """The sources that name the scripts in what a template of the theme, and no page, has made."""
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in _SCRIPT.findall(theme)
    ]


def within_page(scripts: Iterable[str]) -> str:
    """The policy as a page itself can say it, which cannot forbid that the page is framed."""
    allowed = {**_ALLOWED, "script-src": " ".join([_ALLOWED["script-src"], *sorted(set(scripts))])}
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def headers(scripts: Iterable[str]) -> str:
    """The file `_headers`, as several hosts of static sites read it, for every page."""
    lines = {
        "Content-Security-Policy": f"{within_page(scripts)}; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _OFF.split()),
    }
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in lines.items())
