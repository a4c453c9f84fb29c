"""What people do to a directory between two builds. Each edit changes a world in place; some make it wrong."""

import re
import struct
import zlib
from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from random import Random
from typing import Final

from benchmarks.fiction.yaml_text import Record, Value
from memberstudios.records.kinds import KIND_OF
from memberstudios.records.structure import Field, fields
from tests.property.incremental.values import Maker, fields_of
from tests.property.incremental.world import BODY, LISTS, MANNERS, WRITTEN, Row, World, everywhere, own_house

Edit = Callable[[World, Random], None]
_KINDS = (*LISTS, *WRITTEN)
_OFTEN = ("studio", "studio", "studio", "division", "member", "organization", "news")
_SETTINGS = ("base_url", "timezone", "coordinate_system", "publish_precision", "base_map", "publish_gaps", "logo")
_ZONES = ("Asia/Shanghai", "Europe/Berlin")
_BASE_MAPS: tuple[Record, ...] = ({"kind": "schematic"}, {"kind": "none"})
_WARNINGS = (
    "empty-value",
    "raw-html",
    "empty-link",
    "assured-in-future",
    "figure-parts-differ",
    "quantity-differs-from-words",
    "possible-personal-number",
)
_WRONG: Final[tuple[tuple[str, bytes], ...]] = (
    ("data/misspelt.yaml", b"- id: a\n"),
    ("data/sources/broken.yaml", b"- id: [\n"),
    ("data/sectors/\xe7\x95\x8c.yaml".encode("latin-1").decode(), b"- id: a\n  nome: b\n"),
    ("content/pictures/not-a-picture.png", b"text"),
    ("content/news/2026-1-1-x.md", b"---\ntitle: x\n---\n"),
    ("content/pages/lost.md", b"---\ntitle: x\n---\n[x](studios/nowhere.html)\n"),
)


def change_field(world: World, random: Random) -> None:
    """Any field of any record: another value, one more, or none."""
    kind = random.choice((*_KINDS, *_OFTEN, "calendar"))
    if rows := world.rows[kind]:
        _change(world, random, random.choice(rows).value, fields_of(kind))


def name_otherwise(world: World, random: Random) -> None:
    """What a record is called wherever others name it."""
    kind = random.choice(_KINDS)
    if world.rows[kind]:
        value = random.choice(world.rows[kind]).value
        value["name" if "name" in value else "title" if "title" in value else "summary"] = Maker(world, random).text()


def change_site(world: World, random: Random) -> None:
    """A setting; each makes all pages and their templates anew, which takes long."""
    site = world.rows["site"][0].value
    known = {field.key: field for field in fields_of("site")}
    if random.random() < 0.5:
        _change(world, random, site, fields_of("site"))
        return
    key = random.choice(_SETTINGS)
    if key == "base_url" and random.random() < 0.5:
        site.pop(key, None)
    elif key == "base_map":
        site[key] = dict(random.choice(_BASE_MAPS))
    elif key == "timezone":
        site[key] = random.choice(_ZONES)
    else:
        site[key] = Maker(world, random).value(known[key]) or "no"


def silence_rule(world: World, random: Random) -> None:
    world.rows["site"][0].value["silenced_rules"] = [
        {"rule": rule, "reason": "试试"} for rule in random.sample(_WARNINGS, random.randint(0, 4))
    ]


def _change(world: World, random: Random, value: Record, known: tuple[Field, ...]) -> None:
    field = random.choice(known)
    held = value.get(field.key)
    if field.nested is not None and held and random.random() < 0.6:
        parts = [part for part in (held if isinstance(held, list) else [held]) if isinstance(part, dict)]
        inner = fields(field.nested)
        if parts and inner and "fields" not in {one.key for one in inner}:
            _change(world, random, random.choice(parts), inner)
            return
    if held is not None and not field.required and random.random() < 0.3:
        del value[field.key]
        return
    if isinstance(held, list) and len(held) > 1 and random.random() < 0.3:
        random.shuffle(held)
        return
    made = Maker(world, random).value(field)
    if made is not None:
        value[field.key] = made


def leave_empty(world: World, random: Random) -> None:
    """A key without a value: a warning that must not be lost."""
    kind = random.choice(LISTS)
    if rows := world.rows[kind]:
        value = random.choice(rows).value
        free = [field.key for field in fields_of(kind) if field.key not in value and not field.required]
        if free:
            value[random.choice(free)] = ""


def write_number(world: World, random: Random) -> None:
    """What looks like the number of a person, in a text: a warning too."""
    rows = world.rows[random.choice(("studio", "activity", "topic"))]
    if rows:
        random.choice(rows).value["note"] = f"号 {random.choice(('110105680101001', '13800138000'))}"


def assure_tomorrow(world: World, random: Random) -> None:
    """A warning that goes away by itself when the day comes."""
    rows = world.rows[random.choice(_KINDS)]
    if rows:
        random.choice(rows).value["assured_date"] = (world.day + timedelta(days=random.randint(0, 2))).isoformat()


def add_record(world: World, random: Random) -> None:
    kind = random.choice((*_KINDS, "studio", "studio"))
    rows, maker = world.rows[kind], Maker(world, random)
    id_ = f"new-{random.getrandbits(24):x}"
    if rows and random.random() < 0.5:
        twin = World(rows={kind: [random.choice(rows)]}).copy().rows[kind][0]
        twin.value["id"] = id_
        twin.value.pop("former_ids", None)
    else:
        twin = Row({**maker.record(KIND_OF[kind].record), "id": id_}, random.choice(rows).file if rows else "")
    if kind in WRITTEN:
        twin.value[BODY] = maker.prose()
    if kind == "news":
        twin.value["date"] = (world.day - timedelta(days=random.randint(0, 400))).isoformat()
    rows.insert(random.randint(0, len(rows)), twin)


def remove_record(world: World, random: Random) -> None:
    """A record, and most of the time every mention of it."""
    kind = random.choice(_KINDS)
    rows = world.rows[kind]
    if not rows or (kind == "studio" and len(rows) == 1):
        return
    gone = rows.pop(random.randrange(len(rows)))
    if random.random() < 0.9:
        _replace(world, {str(gone.value["id"]): None})


def rename_record(world: World, random: Random) -> None:
    """Another id wherever it is named, in texts too; for a studio perhaps with the old one kept."""
    kind = random.choice((*_KINDS, "studio", "studio"))
    if not world.rows[kind]:
        return
    row = random.choice(world.rows[kind])
    old, new = str(row.value["id"]), f"renamed-{random.getrandbits(24):x}"
    _replace(world, {old: new})
    row.value["id"] = new
    if kind == "studio" and random.random() < 0.7:
        former = row.value.get("former_ids")
        row.value["former_ids"] = [old, *(former if isinstance(former, list) else [])]


def _replace(world: World, change: dict[str, str | None]) -> None:
    """Texts replaced wherever they are all of a value, and in the links of Markdown."""
    for rows in world.rows.values():
        for row in rows:
            id_ = row.value.get("id")
            value = everywhere(row.value, change)
            assert isinstance(value, dict)
            linked = {key: _relinked(part, change) for key, part in value.items()}
            row.value = linked if id_ is None else {**linked, "id": id_}


def _relinked(value: Value, change: dict[str, str | None]) -> Value:
    if not isinstance(value, str) or "\n" not in value:
        return value
    for old, new in change.items():
        pages = re.compile(rf"\b\w+/{re.escape(old)}\.html(#[^)]*)?")
        value = pages.sub("find.html", value) if new is None else value.replace(f"/{old}.html", f"/{new}.html")
    return value


def take_former_id(world: World, random: Random) -> None:
    """Former ids given, shuffled, or a studio in their place."""
    studio = random.choice(world.rows["studio"]).value
    former = studio.get("former_ids")
    if isinstance(former, list) and len(former) > 1 and random.random() < 0.5:
        former.reverse()
    else:
        known = former if isinstance(former, list) else []
        studio["former_ids"] = [*known, f"old-{random.getrandbits(16):x}"]


def reorder(world: World, random: Random) -> None:
    rows = world.rows[random.choice(LISTS)]
    if random.random() < 0.5:
        random.shuffle(rows)
    elif len(rows) > 1:
        rows.insert(random.randrange(len(rows)), rows.pop(random.randrange(len(rows))))


def move_between_files(world: World, random: Random) -> None:
    """One file, or a folder of files with one or several records each."""
    rows = world.rows[random.choice((*LISTS, "studio"))]
    way = random.randrange(3)
    for row in rows:
        row.file = ("", random.choice(("east", "west/north", "west")), str(row.value["id"]))[way]
    if way and rows and random.random() < 0.3:
        random.choice(rows).file = "elsewhere"


def write_otherwise(world: World, random: Random) -> None:
    """The same records, written so that their file is read in another way."""
    kind, manner = random.choice(("studio", "studio", "matter", "sector", "organization")), random.choice(list(MANNERS))
    for row in world.rows[kind]:
        row.value.pop("note", None)
    world.manners[kind] = manner


def edit_news(world: World, random: Random) -> None:
    if not world.rows["news"]:
        return
    news, maker = random.choice(world.rows["news"]).value, Maker(world, random)
    way = random.randrange(4)
    if way == 0:
        news["date"] = (world.day - timedelta(days=random.randint(0, 900))).isoformat()
    elif way == 1:
        news["draft"] = "no" if news.get("draft") == "yes" else "yes"
    elif way == 2:
        news[BODY] = maker.prose()
    else:
        news["title"] = maker.text()


def write_text(world: World, random: Random) -> None:
    """A Markdown text anywhere."""
    maker = Maker(world, random)
    kind, key = random.choice(
        (("studio", "description"), ("organization", "description"), ("member", "bio"), ("page", BODY))
    )
    if world.rows[kind]:
        random.choice(world.rows[kind]).value[key] = maker.prose()


def link_to_heading(world: World, random: Random) -> None:
    """A heading in one text, or what was its place, and a link to it from another."""
    studio, page = random.choice(world.rows["studio"]).value, random.choice(world.rows["page"]).value
    name = random.choice(("甲", "乙"))
    studio["description"] = f"## {random.choice(('甲', '乙'))}\n\n文\n"
    if random.random() < 0.7:
        page[BODY] = f"[看](studios/{studio['id']}.html#h-{name})\n"


def plan_changes(world: World, random: Random) -> None:
    studio = random.choice(world.rows["studio"]).value
    if "changes" in studio and random.random() < 0.3:
        del studio["changes"]
    else:
        studio["changes"] = Maker(world, random).changes()


def change_validity(world: World, random: Random) -> None:
    kind = random.choice((*_KINDS, "studio", "studio"))
    if world.rows[kind]:
        value = random.choice(world.rows[kind]).value
        key = random.choice(("valid_from", "valid_to"))
        if key in value and random.random() < 0.4:
            del value[key]
        else:
            value[key] = (world.day + timedelta(days=random.randint(-2, 2))).isoformat()


def consent(world: World, random: Random) -> None:
    if world.rows["member"]:
        member = random.choice(world.rows["member"]).value
        member["consent"] = "no" if member.get("consent") == "yes" else "yes"


def change_picture(world: World, random: Random) -> None:
    """A picture added, taken away, or replaced: by one of the same size, or of another."""
    names = [path for path in world.contents if path.startswith("pictures/")]
    way = random.randrange(3)
    name = random.choice(names) if names else "pictures/new.png"
    if way == 0 and names:
        del world.contents[name]
        if random.random() < 0.7:
            _replace(world, {name.removeprefix("pictures/"): None})
    elif way == 1:
        world.contents[f"pictures/new-{random.getrandbits(16):x}.png"] = _png(8, 8, random.randrange(256))
    else:
        size = random.choice((8, 8, 600, 1300))
        world.contents[name] = _png(size, 8, random.randrange(256))


def change_document(world: World, random: Random) -> None:
    names = [path for path in world.contents if path.startswith("files/")]
    way = random.randrange(3)
    if way == 0 and names:
        del world.contents[random.choice(names)]
    elif way == 1 or not names:
        world.contents[f"files/new-{random.getrandbits(16):x}.txt"] = f"文{random.random()}\n".encode()
    else:
        name = random.choice(names)
        world.contents[name] = world.contents[name].replace(b"(", b"(%d" % random.randrange(10), 1)
        if name.endswith(".txt"):
            world.contents[name] = f"文{random.randrange(10)}\n".encode()


@lru_cache(64)
def _png(width: int, height: int, shade: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress((b"\0" + bytes((shade, 90, 90)) * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def change_house(world: World, random: Random) -> None:
    """A style, a script, a new asset; rarely a template or a word, which have to be compiled again."""
    way, mark = random.randrange(8), f"{random.getrandbits(24):x}"
    house = own_house()
    if way < 4:
        path = random.choice(("assets/css/card.css", "assets/css/tokens.css", "assets/js/share.js"))
        world.house[path] = house[path] + f"/* {mark} */\n".encode()
    elif way < 6:
        world.house["assets/icons/new.svg"] = f"<svg id='i{mark}'/>".encode() if random.random() < 0.7 else None
    elif way == 6:
        world.house["templates/not_found.html"] = house["templates/not_found.html"] + f"<!-- {mark} -->".encode()
    else:
        path = "locales/zh-Hans/not_found.yaml"
        world.house[path] = house[path].replace("。".encode(), f"{mark}。".encode(), 1)


def next_day(world: World, random: Random) -> None:
    world.day += timedelta(days=random.choice((1, 1, 1, 2, -1, 40)))


def other_address(world: World, random: Random) -> None:
    world.base_url = random.choice((None, "https://one.example.org/", "https://two.example.org/sub/"))


def other_jobs(world: World, random: Random) -> None:
    world.jobs = 3 - world.jobs


def break_something(world: World, random: Random) -> None:
    """A file that cannot be read: nothing is published, and the next step begins without it."""
    path, data = random.choice(_WRONG)
    world.extra[path] = data


def nothing(world: World, random: Random) -> None:
    """A build right after another."""


OFTEN: Final[tuple[Edit, ...]] = (
    change_field, change_field, change_field, change_field, name_otherwise, name_otherwise, name_otherwise, add_record, remove_record, rename_record, plan_changes,
    change_validity, next_day, edit_news, write_text, reorder, change_picture,
)  # fmt: skip
EDITS: Final[tuple[Edit, ...]] = (
    *OFTEN, *OFTEN, take_former_id, move_between_files, write_otherwise, write_otherwise, link_to_heading, consent, change_document, leave_empty,
    write_number, assure_tomorrow, other_jobs, break_something, nothing, change_house, change_site, silence_rule,
    other_address,
)  # fmt: skip
