"""What is not as it was, from two directories' nodes: the keys that anyone may have looked at, and no others."""

from datetime import date

import pytest

from memberstudios.directory.assembly import assemble
from memberstudios.directory.trace import ALL, ORDER
from memberstudios.pipeline.changes import Nodes, changes, differing, nodes_of
from memberstudios.sources.tree import MemoryTree
from tests.reading import read_entries

WHOLE = {ALL, ORDER}
FILES = {
    "data/site.yaml": "title: 测试\nbase_url: https://studios.example.org/\n",
    "data/studios.yaml": """\
- id: one
  name: 甲
  sectors: [education]
  former_ids: [old-a, old-b]
- id: two
  name: 乙
  sectors: [education, law]
""",
    "data/sectors.yaml": "- id: education\n  name: 教育界\n- id: law\n  name: 法律界\n",
}


def nodes(day=date(2026, 11, 25), versions=None, **changed):
    texts = {**FILES, **{f"data/{name}.yaml": text for name, text in changed.items()}}
    entries, _ = read_entries(MemoryTree({path: text.encode() for path, text in texts.items()}))
    return nodes_of(assemble(entries, {}, ("plan.pdf",), day), versions or {})


def edited(old, new, **more):
    """What changes when a text in the studios' file is another one."""
    assert old in FILES["data/studios.yaml"]
    return changes(nodes(), nodes(studios=FILES["data/studios.yaml"].replace(old, new), **more))


def test_nothing_changes_between_the_same_directories():
    assert changes(nodes(), nodes()) == {}


def test_all_is_new_to_who_remembers_nothing():
    found = changes(Nodes(), nodes())
    assert found["studio"] == {"one", "two", *WHOLE}
    assert found["sector"] == {"education", "law", *WHOLE}
    assert found["studios_of_sector"] == {"education", "law", *WHOLE}
    assert found["day"] == {"", *WHOLE}


def test_another_name_touches_the_record_and_no_list():
    assert edited("甲", "丙") == {"studio": {"one", ALL}, "written": {"studio/one", ALL}}


def test_who_names_another_touches_only_the_lists_it_leaves_and_joins():
    found = edited("[education, law]", "[law, health]")
    assert found["studios_of_sector"] == {"education", "health", *WHOLE}


def test_the_same_names_in_another_order_touch_their_lists():
    found = edited("[old-a, old-b]", "[old-b, old-a]")
    assert found["studios_formerly"] == {"old-a", "old-b", *WHOLE}


def test_records_in_another_order_touch_all_lists_they_stand_in():
    first, second = FILES["data/studios.yaml"].split("- id: two")
    found = changes(nodes(), nodes(studios=f"- id: two{second}{first}"))
    assert found["studio"] == WHOLE
    assert found["studios_of_sector"] == {"education", "law", *WHOLE}


def test_a_record_that_goes_touches_its_lists_and_leaves_the_others():
    gone = FILES["data/studios.yaml"].split("- id: two")[0]
    found = changes(nodes(), nodes(studios=gone))
    assert found["studio"] == {"two", *WHOLE}
    assert found["studios_of_sector"] == {"education", "law", *WHOLE}
    assert "studios_formerly" not in found
    assert "sector" not in found


@pytest.mark.parametrize("text", ["valid_from: 2027-01-01", "valid_to: 2026-01-01"])
def test_a_record_that_no_longer_holds_is_another(text):
    found = edited("name: 乙", f"name: 乙\n  {text}")
    assert found["studio"] >= {"two", ALL}
    assert found["standing"] >= {"two", ALL}


def test_the_day_is_a_thing_of_its_own():
    assert changes(nodes(), nodes(day=date(2026, 11, 26))) == {"day": {"", ALL}}


def test_a_record_begins_and_ends_with_the_day():
    begins = FILES["data/studios.yaml"].replace("name: 乙", "name: 乙\n  valid_from: 2026-11-26")
    found = changes(nodes(studios=begins), nodes(day=date(2026, 11, 26), studios=begins))
    assert found["studio"] == {"two", *WHOLE}
    assert "written" not in found


def test_other_bytes_of_a_document_are_another_document():
    old, new = ({"content/files/plan.pdf": version} for version in (b"1", b"2"))
    assert changes(nodes(versions=old), nodes(versions=new)) == {"file": {"plan.pdf", ALL}}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({}, {}, set()),
        ({"a": 1}, {"a": 1}, set()),
        ({"a": 1}, {"a": 2}, {"a", ALL}),
        ({"a": 1}, {"a": 1, "b": 2}, {"b", *WHOLE}),
        ({"a": 1, "b": 2}, {"a": 1}, {"b", *WHOLE}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, WHOLE),
        ({}, {"a": None}, {"a", *WHOLE}),
    ],
)
def test_differing_keys_and_what_else_differs_with_them(old, new, found):
    assert differing(old, new) == found
