"""Values, names, locators and pieces of pages that somebody might put into a review."""
# ruff: noqa: E501 - lists

from typing import Any

LONG = 10**5_000
ODD: list[Any] = [
    None, True, False, 0, -1, 1e308, 10**99, LONG, "", " ", "x", "yes", "0", "null", [], {},
    [[]], {"a": 1}, [None], "a\nb", "a" * 10_000, "9" * 5_000, "٣", "１", "İ", "ß" * 500, "2026-02-30",
    "𝕏", "é", "e\u0301", "a\u00a0b", "0x10", "1_000", "12:30", "-", "---", "%s", "\\", "'", '"', "#",
    "{number}", "[[t01]]", "[[j01]]", "[[nothing]]", "[[discussion 1.1]]", "{++a++}", "{--b--}",
    "*x*", "**y**", "[[" * 400, "{++" * 400, "*" * 999, "whole text",
]  # fmt: skip

NAMES = [
    "{stem}.yaml", "{stem}.YML", "{stem}.yml.bak", "{stem}.txt", "{stem}", "-{stem}.yml", "{upper}.yml",
    "x{stem}.yml", "{stem} 2.yml", "a/{stem}.yml", "{stem}.md", ".{stem}.yml", "{stem}é.yml",
    "{stem}e\u0301.yml", "{stem}\udcff.yml", "{stem}\u202e.yml", "CON.yml", "{stem}.yml.yml", "{stem}\n.yml",
    "..{stem}.yml", "{stem}#.yml", "{stem}?.yml", "{stem}%41.yml", "index.yml",
]  # fmt: skip

PLACES = [
    "discussion 999.1", "discussion 1.999", "discussion 1.2-1", "discussion 0.0", "discussion",
    "whole text", f"discussion {'9' * 5_000}", f"discussion 1.{'9' * 5_000}", "discussion 1.1-",
    "nowhere 1.1", "additional-file-5 row-0", "additional-file-5 row-99999999999", "Discussion 1.1",
    f"additional-file-5 row-{'9' * 5_000}",
    "discussion  1.1", "discussion 1.1 ", "discussion ١.١", "discussion table-99", "a" * 10_000, "",
]  # fmt: skip

SNIPPETS = [
    "{{ ref('t01') }}", "{{ link(ref('j01')) }}", "{{ link(ref('t01')) }}", "{{ counts.theories }}",
    "{{ counts }}", "{{ edition.__class__ }}", "{{ parts.findings(findings('strengths')) }}",
    "{{ parts.findings(finding('str-01')) }}", "{% set a = [ref('j01')] %}{{ parts.links(a) }}",
    "{% set a = [a, a] %}", "{{ a }}", "{% for x in y %}", "{% raw %}", "{# x", "{{", "{%", "}}",
    "{{ page.to(at.MODEL) }}", "{{ page.to('../../x') }}", "{{ page.to('javascript:alert(1)') }}",
    "{{ review.repository }}", "{{ 'x' * 9 }}", "{{ " + "(" * 200, "{{ 9" + "9" * 5_000 + " }}",
    '<a href="{{ page.to(at.MODEL) }}">', '<img src="{{ edition }}">', "<{{ edition }}>",
    "`{{ link(ref('j01')) }}`", "[{{ edition }}]({{ page.to(at.MODEL) }})", "{% include 'x' %}",
    "{% import 'parts.html' as x %}", "{{ self }}", "{{ parts }}", "{{ caller() }}", "{%- set b = 1 %}",
]  # fmt: skip

MARKDOWN = [
    "<div>", "</div>", "</article>", "</main></div>", "<p>", "<details><summary>x</summary>", "<b>",
    "<script>x</script>", "<SCRIPT SRC=//evil.invalid>", "<img src=x onerror=x>", "<!-- x -->", "<?x?>",
    "<![CDATA[", "<style>*{}</style>", "<svg onload=x>", "<a href='java&#x0A;script:x'>y</a>",
    "<a href='\tjavascript:x'>y</a>", "[x](javascript:x)", "[x](JaVaScRiPt:x)", "[x](data:text/html,x)",
    "[x](vbscript:x)", "[x]: javascript:x\n\n[x]", "![x](https://evil.invalid/x.png)", "<//evil.invalid>",
    "[x](/\\evil.invalid)", "[x](\\\\evil.invalid)", "![x](/\\evil.invalid/x)", "[x](https://ok.example/)",
    "{: onclick=x }", "*x*{: style='x' }", "# x {: #__config }", "!!! note\n    x", "!!! x\" onclick=x\n    y",
    "```\nx", "~~~~ {onclick=x}\nx\n~~~~", "    <b>", "- a\n\n    <script>", "[^1]: x", "*[x]: y",
    "| a |\n|---|\n| <b> |", "<https://evil.invalid/\"onclick=x>", "<javascript:x>", "&lt;script&gt;",
    "[" * 3_000, "* * *\n" * 3_000, "> " * 999, "1. " * 999, "`" * 999, "\\" * 999, "a\n=\n" * 2_000,
    "---\ntitle: x\ntemplate: y\n---", "---", "# ", "# <i>x</i>", "# A\n# B", "title: x", "\t", "&#0;", "&#x202e;",
    "<x-y>", "<a b=c d>", "<a\n", "<", "a<b", "</", "<a href=x", "<!doctype html>", "<math><mi//xlink:href=x>",
]  # fmt: skip

UNSEEN = "\u202e\u2066\u200b\ufeff\xad\x85\u2028\u2029\ue000\uffff\x1b\r\x00\x07\U000e0041\u3164"
