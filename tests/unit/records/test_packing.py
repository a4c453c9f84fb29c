"""Every record of every kind comes back from its packed form as it was."""

import marshal
from dataclasses import fields
from functools import cache

import pytest

from memberstudios.content.pictures import Picture, PictureSize, picture
from memberstudios.content.prose import FileUse, Heading, LinkUse, PictureUse, Prose
from memberstudios.records.kinds import KINDS
from memberstudios.records.packing import pack, packer, unpack
from memberstudios.sources.tree import FolderTree
from tests.reading import read_entries
from tests.sites import ROOT


@cache
def records(root):
    entries, _ = read_entries(FolderTree(root, ("data", "content")))
    return [entries.fetch(slot).record for slot in entries]


def through_marshal(packed):
    return marshal.loads(marshal.dumps(packed, 2))  # noqa: S302 - what we have just made


def shape(value):
    """A value with the type of each of its parts."""
    if hasattr(value, "__dataclass_fields__"):
        return type(value), [shape(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple | list):
        return type(value), [shape(inner) for inner in value]
    return type(value), value


def test_every_record_of_the_default_directory_comes_back():
    for record in records(ROOT):
        assert shape(unpack(through_marshal(pack(record)))) == shape(record)


def test_every_record_of_a_directory_that_uses_every_field_comes_back(generated_records):
    found = records(generated_records)
    assert {type(record) for record in found} == {kind.record for kind in KINDS}
    for record in found:
        assert shape(unpack(through_marshal(pack(record)))) == shape(record)


def test_the_content_of_texts_and_pictures_is_packed_when_its_types_are_named():
    prose = Prose(
        html="<p>a",
        links=(LinkUse(target="studios/a.html", line=1, column=2),),
        pictures=(PictureUse(name="a.png", alt="甲", line=1, column=2),),
        files=(FileUse(name="a.pdf", line=1, column=2),),
        headings=(Heading(level=2, id="a", text="甲"),),
    )
    shown = picture("a.png", PictureSize(width=2000, height=1000, format="PNG", extension="png"))
    both = packer((Prose, Picture))
    for value in (prose, Prose(), shown):
        assert shape(both.unpack(through_marshal(both.pack(value)))) == shape(value)
    with pytest.raises(KeyError):
        pack(prose)
