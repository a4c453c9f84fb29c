"""What is packed comes back equal and of the same types; whatever else is unpacked is refused."""

import marshal
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memberstudios.base.dataclass import dataclass
from memberstudios.base.diagnostic import Diagnostic, Related, Spot
from memberstudios.base.packing import NotPacked, Packer


@dataclass(frozen=True, slots=True)
class Day:
    year: int
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Root:
    number: float = 0.0
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Root):
    name: str
    choice: Literal["a", "b"] | None = None
    day: Day | None = None
    day_or_text: Day | str | None = None
    on: date | None = None
    days: tuple[Day, ...] = ()
    gaps: tuple[Day | None, ...] = ()
    pairs: tuple[tuple[str, Day | str], ...] = ()
    week: tuple[tuple[tuple[str, str], ...] | None, ...] = ()
    written: dict[str, Any] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    data: bytes = b""
    leaves: "tuple[Leaf, ...]" = ()


@dataclass(frozen=True, slots=True)
class Empty:
    """Even a value without fields is one of its type."""


@dataclass(frozen=True)
class WithoutSlots:
    name: str


@dataclass(frozen=True, slots=True)
class Unclear:
    inner: Day | Root


@dataclass(frozen=True, slots=True)
class OfRecords:
    inner: dict[str, Day]


days = st.builds(Day, st.integers(), st.none() | st.integers())
leaves: st.SearchStrategy[Leaf] = st.deferred(
    lambda: st.builds(
        Leaf,
        name=st.text(),
        number=st.floats(allow_nan=False),
        is_open=st.booleans(),
        choice=st.sampled_from((None, "a", "b")),
        day=st.none() | days,
        day_or_text=st.none() | days | st.text(max_size=3),
        on=st.none() | st.dates(),
        days=st.lists(days, max_size=3).map(tuple),
        gaps=st.lists(st.none() | days, max_size=3).map(tuple),
        pairs=st.lists(st.tuples(st.text(max_size=3), days | st.text(max_size=3)), max_size=3).map(tuple),
        week=st.sampled_from(((), (None, (("09:00", "12:00"),), ()))),
        written=st.dictionaries(st.text(max_size=3), st.text(max_size=3) | st.lists(st.text(max_size=3)), max_size=3),
        words=st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=3),
        data=st.binary(max_size=3),
        leaves=st.lists(leaves, max_size=2).map(tuple),
    )
)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.binary(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=16).map(tuple)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
    ),
    max_leaves=20,
)


def through_marshal(packed):
    return marshal.loads(marshal.dumps(packed, 2))  # noqa: S302 - what we have just made


def shape(value):
    """A value with the type of each of its parts, so that 1, 1.0 and True differ."""
    if hasattr(value, "__dataclass_fields__"):
        return type(value), [shape(getattr(value, name)) for name in value.__dataclass_fields__]
    if isinstance(value, tuple | list):
        return type(value), [shape(inner) for inner in value]
    if isinstance(value, dict):
        return dict, [(key, shape(inner)) for key, inner in value.items()]
    return type(value), value


def replaced(packed, way, other):
    """`packed` with `other` in place of what lies on the `way`."""
    if not way or not isinstance(packed, tuple) or not packed:
        return other
    at = way[0] % len(packed)
    return (*packed[:at], replaced(packed[at], way[1:], other), *packed[at + 1 :])


@given(leaves)
def test_what_is_packed_comes_back_through_marshal(leaf):
    for repeated in ((), (Day,)):
        packer = Packer((Day, Leaf), repeated)
        packed = packer.pack(leaf)
        assert through_marshal(packed) == packed
        assert shape(packer.unpack(through_marshal(packed))) == shape(leaf)


@given(plain)
def test_what_was_never_packed_is_refused(value):
    with pytest.raises(NotPacked):
        Packer((Leaf, Day), (Day,)).unpack((0, value))


@given(leaves, st.lists(st.integers(0, 15), max_size=5), plain)
def test_what_was_changed_is_refused_or_a_value_that_packs_the_same(leaf, way, other):
    packer = Packer((Leaf, Day), (Day,))
    changed = replaced(packer.pack(leaf), way, other)
    try:
        value = packer.unpack(changed)
    except NotPacked:
        return
    assert repr(packer.pack(value)) == repr(changed)


@pytest.mark.parametrize(
    "packed",
    [
        None,
        (),
        (0,),
        [0, (2026, None)],
        (0, (2026, None), 1),
        (1, (2026, None)),
        (-1, (2026, None)),
        (True, (2026, None)),
        ("0", (2026, None)),
        (0, [2026, None]),
        (0, (2026,)),
        (0, (2026, None, None)),
        (0, ("2026", None)),
        (0, (True, None)),
        (0, (2026, ())),
    ],
)
def test_a_malformed_day_is_refused(packed):
    with pytest.raises(NotPacked):
        Packer((Day,), (Day,)).unpack(packed)


def test_an_empty_tuple_is_no_day():
    packer = Packer((Leaf, Day))
    number, values = packer.pack(Leaf(name="a", day=Day(2026)))
    assert packer.unpack((number, values)).day == Day(2026)
    with pytest.raises(NotPacked):
        packer.unpack((number, tuple(() if value == (2026, None) else value for value in values)))


def test_what_has_no_hash_is_refused_in_place_of_a_repeated_value():
    packer = Packer((Leaf,), (Day,))
    number, values = packer.pack(Leaf(name="a", day=Day(2026)))
    with pytest.raises(NotPacked):
        packer.unpack((number, tuple(([], {}) if value == (2026, None) else value for value in values)))


def test_repeated_values_are_one_object():
    packer = Packer((Leaf,), (Day,))
    leaf = packer.unpack(packer.pack(Leaf(name="a", day=Day(2026), days=(Day(2026), Day(2027)))))
    assert leaf.day is leaf.days[0]
    assert leaf.day is not leaf.days[1]


def test_a_value_without_fields_comes_back():
    packer = Packer((Day, Leaf, Empty))
    assert packer.unpack(packer.pack(Empty())) == Empty()


def test_a_diagnostic_can_be_packed():
    spot = Spot(file="data/studios.yaml", path=(3, "duty", 0, "id"), inside=(1, 2))
    found = Diagnostic(
        code="duplicate-id", spot=spot, values={"id": "a"}, related=(Related(label="report.first_here", spot=spot),)
    )
    packer = Packer((Diagnostic,))
    assert shape(packer.unpack(packer.pack(found))) == shape(found)


@pytest.mark.parametrize(
    ("cls", "value"),
    [
        (WithoutSlots, WithoutSlots("a")),
        (Unclear, Unclear(Day(2026))),
        (OfRecords, OfRecords({})),
        (str, "a"),
        (Day, "a"),
        (Leaf, Leaf(name="a", day="2026")),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_packed_is_an_error_of_the_program(cls, value):
    with pytest.raises((TypeError, KeyError)):
        Packer((cls,)).pack(value)
