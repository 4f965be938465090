"""What counts as a change of a review that somebody edits."""

from functools import partial

from generator.serve.watching import changes, differing, look


def test_new_changed_and_deleted_files_are_told_of(garden_copy):
    before = look(garden_copy)
    (garden_copy / "theories" / "j01.yml").write_text("id: j01\n", encoding="utf-8")
    (garden_copy / "theories" / "j02.yml").unlink()
    (garden_copy / "docs").mkdir()
    (garden_copy / "docs" / "new.md").write_text("# New\n", encoding="utf-8")
    told = ("docs/new.md", "theories/j01.yml", "theories/j02.yml")
    assert differing(before, look(garden_copy)) == told
    assert next(changes(partial(look, garden_copy), before)) == told


def test_what_editors_keep_for_themselves_is_no_change(garden_copy):
    before = look(garden_copy)
    (garden_copy / "theories" / ".j01.yml.swp").write_text("x", encoding="utf-8")
    (garden_copy / "notes.txt").write_text("x", encoding="utf-8")
    assert differing(before, look(garden_copy)) == ()


def test_a_link_is_not_followed(garden_copy):
    (garden_copy / "docs").symlink_to(garden_copy)
    assert [name for name in look(garden_copy) if name.startswith("docs")] == ["docs"]
