"""Who names whom, worked out of each record alone and tied together in the order of the directory."""

from memberstudios.directory.assembly import assemble
from memberstudios.directory.ties import NUMBER, TIES, tie
from memberstudios.sources.tree import MemoryTree
from tests.reading import read_entries
from tests.unit.directory.records import DAY, SITE

STUDIOS = """\
- id: one
  name: 甲
  sectors: [education, law]
  former_ids: [old-b, old-a]
- id: two
  name: 乙
  sectors: [law, law]
  parent: one
- id: gone
  name: 丙
  sectors: [law]
  valid_from: 2027-01-01
"""
NEWS = "---\ntitle: 文\ndate: 2026-01-02\nsummary: 文\nstudios: [two]\n{more}---\n![图](pictures/room.png)\n"


def entries(**files):
    texts = {"data/site.yaml": SITE, "data/studios.yaml": STUDIOS, **files}
    return read_entries(MemoryTree({path: text.encode() for path, text in texts.items()}))[0]


def directory(**files):
    return assemble(entries(**files), {}, (), DAY)


def test_every_list_is_in_the_order_of_the_directory_and_names_each_once():
    links = directory().links
    assert dict(links.studios_of_sector.items()) == {"education": ("one",), "law": ("one", "two")}
    assert dict(links.studios_below.items()) == {"one": ("two",)}


def test_former_ids_stand_in_the_order_written():
    assert list(directory().links.studios_formerly) == ["old-b", "old-a"]


def test_what_nobody_names_is_missing():
    assert directory().links.studios_of_member.get("anyone") is None


def test_only_files_are_named_by_what_does_not_hold_yet():
    draft = {"content/news/2026-01-02-a.md": NEWS.format(more="draft: yes\n")}
    links = directory(**draft).links
    assert links.news_of_studio.get("two") is None
    assert links.users_of_picture["room.png"] == ("a",)


def test_a_slot_holds_its_ties_as_numbers_and_keys():
    (one, *_) = entries().slots("studio")
    assert {(TIES[number], key) for number, key in one.named} == {
        ("studios_of_sector", "education"),
        ("studios_of_sector", "law"),
        ("studios_formerly", "old-a"),
        ("studios_formerly", "old-b"),
        ("studios_running", "one"),
    }


def test_every_tie_has_a_list_even_if_it_is_empty():
    assert tie((), ()) == {name: {} for name in NUMBER}
