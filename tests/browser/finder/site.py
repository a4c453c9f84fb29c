"""A finder page and a studio's map made from invented studios: 27 as in reports, or thousands spread over the country.

The real template, words, assets, encoder and map, without any record. Seeded: the same number, the same site.
"""

import json
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from memberstudios.base.coordinates import Position
from memberstudios.pages.finder import AreaRow, FinderView
from memberstudios.records.site import BaseMap
from memberstudios.render import search
from memberstudios.render.assets import Assets
from memberstudios.render.html import Templates
from memberstudios.render.map.composition import compose
from memberstudios.render.map.frame import MapFrame, frame
from memberstudios.render.map.options import MapKind, MapOptions, map_words
from memberstudios.render.output import Page
from memberstudios.render.points import PlaceRow, PointRow, arrange, encode
from memberstudios.render.search import FoundPage, StudioWords
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import FolderTree
from memberstudios.words import Words
from tests.browser.gallery.site import FULL

ROOT = Path(__file__).parents[3]
DATA = "data/finder.json"
SEARCH = "data/search.json"
MATTERS = (("lift", ("小区设施", "电梯", "物业")), ("law", ("法律咨询", "打官司")), ("school", ("入学",)))
ALSO = {
    "liuyin": StudioWords(names=("老柳树",), people=("曾国强",), services=("加装电梯协商",), phones=("0000-5550123",))
}
TOPICS = (FoundPage(title="三栋旧楼装上电梯", text="2026年装好", path="matters/lift.html", matter="lift"),)
NEWS = (
    FoundPage(title="委员帮居民装电梯", text="柳荫街道", path="news/lift.html", date="2026-05-01"),
    FoundPage(title="工作室挂牌", text="新设一处", path="news/opened.html", date="2026-03-01"),
)
STUDIO_MAP = """{% extends "base.html" %}
{% from "macros/map.html" import map_box %}
{% block main %}<h1>{{ page.title }}</h1>
<section class="studio-map" aria-label="{{ t("map.title") }}" data-studio-map hidden>
<button class="button" type="button" data-quiet>{{ t("map.open") }}</button>
{{ map_box(maps.studio, v, url, asset, here="liuyin") }}
</section>
{% endblock %}"""
KINDS: tuple[MapKind, ...] = ("finder", "studio")

# As in the default directory: five reports, most of their studios known by city or county only.
CITIES = (
    ("430500", "邵阳市", 27.238, 111.462, (("430524", "隆回县", 27.12, 111.03),)),
    (
        "611000",
        "商洛市",
        33.867,
        109.931,
        (
            ("611002", "商州区", 33.867, 109.931),
            ("611021", "洛南县", 34.08, 110.13),
            ("611024", "山阳县", 33.53, 109.88),
        ),
    ),
    ("110100", "北京市", 39.908, 116.397, (("huitian", "回天地区", 40.077, 116.335),)),
    ("341700", "池州市", 30.661, 117.478, (("341702", "贵池区", 30.661, 117.478),)),
    ("230900", "七台河市", 45.768, 130.995, (("230902", "新兴区", 45.814, 130.925),)),
)


def few() -> tuple[list[PlaceRow], list[PointRow]]:
    """27 studios in five cities, three of them with a door of their own."""
    places: list[PlaceRow] = []
    rows: list[PointRow] = []
    for code, city, lat, lng, counties in CITIES:
        top = len(places)
        places.append(PlaceRow(id=code, name=city, level="city", centre=Position(lat=lat, lng=lng)))
        for county_code, county, county_lat, county_lng in counties:
            centre = Position(lat=county_lat, lng=county_lng)
            places.append(PlaceRow(id=county_code, name=county, level="county", parent=top, centre=centre))
            rows += [
                _approximate(county_code, county, len(places) - 1, centre, "county", number) for number in range(2)
            ]
        centre = Position(lat=lat, lng=lng)
        rows += [_approximate(code, city, top, centre, "city", number) for number in range(2)]
    door = Position(lat=27.2425, lng=111.4702)
    rows += [
        PointRow(
            id="liuyin",
            name="柳荫街道委员工作室",
            place=0,
            address="柳荫路12号",
            position=door,
            precision="building",
            matters=("lift",),
            sectors=("教育界",),
            step_free="yes",
            times=("duty weekly WE 09:00-11:30", "duty monthly 2TH 19:00-20:30"),
            when="委员值班：每周三 9:00 至 11:30；每月第二个周四 19:00 至 20:30",
            reach=1,
        ),
        PointRow(
            id="hekou",
            name="河口社区委员工作室",
            place=0,
            address="河口路3号",
            position=Position(lat=27.2472, lng=111.4760),
            precision="street",
            matters=("law", "lift"),
            sectors=("法律界",),
            step_free="no",
            times=("open weekly SA,SU 09:00-12:00",),
            when="开门时间：周六、周日 9:00 至 12:00",
        ),
        PointRow(
            id="school",
            name="第三小学委员工作站",
            place=0,
            position=Position(lat=27.2391, lng=111.4655),
            precision="exact",
            status="suspended",
        ),
        PointRow(id="online", name="网上委员工作室", place=0, form="online-studio", matters=("law",), reach=2),
        PointRow(id="nowhere", name="市民之家<b>委员</b>工作室", place=None),
    ]
    return places, rows


def _approximate(code: str, name: str, place: int, centre: Position, precision: str, number: int) -> PointRow:
    word = ("界别", "社区", "法律服务")[number]
    return PointRow(
        id=f"{code}-{number}", name=f"{name}{word}委员工作室", place=place, position=centre, precision=precision
    )


def many(count: int) -> tuple[list[PlaceRow], list[PointRow]]:
    """`count` studios in counties around forty cities between Yunnan and Heilongjiang, nine of ten with a door."""
    dice = random.Random(count)
    places: list[PlaceRow] = []
    counties: list[int] = []
    for city in range(40):
        lat, lng = dice.uniform(23, 46), dice.uniform(103, 121)
        top = len(places)
        centre = Position(lat=round(lat, 4), lng=round(lng, 4))
        places.append(PlaceRow(id=f"c{city}", name=f"第{city + 1}市", level="city", centre=centre))
        for county in range(6):
            centre = Position(lat=round(lat + dice.gauss(0, 0.3), 4), lng=round(lng + dice.gauss(0, 0.3), 4))
            counties.append(len(places))
            places.append(
                PlaceRow(
                    id=f"c{city}-{county}",
                    name=f"{city + 1}之{county + 1}县",
                    level="county",
                    parent=top,
                    centre=centre,
                )
            )
    rows = []
    for number in range(count):
        place = dice.choice(counties)
        centre = places[place].centre or Position(lat=0, lng=0)
        exact = number % 10 != 0
        near = Position(lat=centre.lat + dice.gauss(0, 0.04), lng=centre.lng + dice.gauss(0, 0.04))
        rows.append(
            PointRow(
                id=f"s{number}",
                name=f"{dice.choice('柳河山石桥南北东西')}{dice.choice('荫口前门头泉')}街道第{number}委员工作室",
                place=place,
                address=f"{dice.choice('解放人民建设和平')}路{dice.randint(1, 300)}号",
                position=near if exact else centre,
                precision="building" if exact else "county",
            )
        )
    return places, rows


def build(
    out: Path, places: list[PlaceRow], rows: list[PointRow], base: BaseMap | None = None, large: int = 30_000
) -> Path:
    """`find.html`, `studios/liuyin.html` and all they load, in `out`; above `large` rows the data is in several files."""
    base = base or BaseMap()
    tree = FolderTree(ROOT, ("assets", "templates", "locales"))
    words = read_words(tree, "zh-Hans")
    frames: dict[str, MapFrame] = {}
    made: dict[str, bytes] = {"js/words.js": _browser_words(words)}
    if base.kind != "none":
        for kind in KINDS:
            options = MapOptions(kind=kind, base=base, words=map_words(words, kind, base))
            frames[kind], files = frame(compose(options), kind)
            made |= files
    originals = {
        path.removeprefix("assets/"): tree.read(path)
        for path in tree.paths()
        if path.startswith("assets/") and not path.endswith(".json")
    }
    assets = Assets(originals | made)
    sources = {
        path.removeprefix("templates/"): tree.read(path).decode()
        for path in tree.paths()
        if path.startswith("templates/")
    } | {"studio-map.html": STUDIO_MAP}
    templates = Templates(sources, words, assets, FULL, frames)
    files_out: dict[str, bytes] = {f"assets/{name}": data for name, data in assets.files.items()}
    arranged = arrange(rows, places)
    points = encode(arranged, [(id_, names[0]) for id_, names in MATTERS], decimals=4, large=large, per_shard=large)
    found = search.encode(
        [ALSO.get(row.id, StudioWords()) for row in arranged.rows], MATTERS, TOPICS, NEWS, large=large, per_shard=large
    )
    for path, parts in ((DATA, points), (SEARCH, found)):
        files_out[path] = parts.first
        files_out |= {f"{path.removesuffix('.json')}/{n}.json": data for n, data in enumerate(parts.shards)}
    view = FinderView(
        total=len(rows),
        areas=_areas(places, rows),
        data_url=DATA,
        search_url=SEARCH,
        times=(
            ("", "不限"),
            ("day", "工作日白天"),
            ("evening", "晚上六点以后"),
            ("weekend", "周末"),
            ("date", "选一天"),
        ),
        forms=(("", "不限"), ("studio", "工作室"), ("online-studio", "网上工作室")),
        bases=(("", "不限"),),
        statuses=(("", "不限"), ("open", "正常运行"), ("suspended", "暂停接待")),
        orders=(("", "按地区"), ("name", "按名称"), ("near", "由近到远")),
    )
    styles = ("css/find.css", "css/studio.css")
    page = Page(path="find.html", title="找工作室", section="studios", styles=styles, scripts=("js/find/main.js",))
    files_out["find.html"] = templates.page("find.html", page, view)
    bare = replace(page, path="embed.html", index=False, bare=True)
    files_out["embed.html"] = templates.page("find.html", bare, view)
    if frames:
        page = Page(
            path="studios/liuyin.html", title="柳荫街道委员工作室", styles=styles, scripts=("js/map/beside.js",)
        )
        files_out["studios/liuyin.html"] = templates.page("studio-map.html", page, DATA)
    for path, data in files_out.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return out


def _browser_words(words: Words) -> bytes:
    texts: Mapping[str, str] = dict(words.under("browser"))
    return f"export default {json.dumps(texts)};\n".encode()


def _areas(places: list[PlaceRow], rows: list[PointRow]) -> tuple[AreaRow, ...]:
    counts = [0] * len(places)
    for row in rows:
        at = row.place
        while at is not None:
            counts[at] += 1
            at = places[at].parent
    return tuple(
        AreaRow(
            id=place.id,
            name=place.name,
            depth=_depth(places, index),
            count=counts[index],
            path=f"areas/{place.id}.html",
        )
        for index, place in enumerate(places)
    )


def _depth(places: list[PlaceRow], index: int) -> int:
    above = places[index].parent
    return 0 if above is None else 1 + _depth(places, above)
