"""Whoever follows an old address reads what became of it."""


def test_a_statement_that_was_taken_out_is_told_of_at_its_address(garden_pages):
    page = garden_pages["theories/j01/"].body
    assert (
        '<li class="rl-remark" id="c9"><p><strong>c9</strong> was taken out on 2 March 2022.'
        in page
    )
    assert "says so of gardens in general" in page


def test_what_is_to_be_read_instead_is_named(garden_pages):
    page = garden_pages["theories/j01/"].body
    told = page[page.index('id="c9"') :]
    assert 'See instead: <a href="#c1">' in told[: told.index("</li>")]


def test_a_finding_that_was_taken_out_is_told_of_where_findings_stand(garden_pages):
    assert '<li class="rl-remark" id="gar-90">' in garden_pages["findings/"].body


def test_a_page_that_was_taken_out_stays_and_says_so(garden_pages):
    page = garden_pages["evidence/tools/"]
    assert "This page was taken out on 2 March 2022." in page.body
    assert "too little of tools" in page.body


def test_a_page_from_which_nothing_was_taken_says_nothing(garden_pages):
    assert "No longer on this page" not in garden_pages["theories/g02/"].body
