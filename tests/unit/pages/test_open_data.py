import csv
import io
import json

import pytest

from memberstudios.pages import open_data

SITE = "title: 示例市\nlicence: CC BY 4.0\nbase_url: https://example.org/"
DIVISIONS = """
- {id: city, name: 示例市, level: city, center: {lat: 27.2, lng: 111.4, precision: city}}
- {id: east, name: 城东区, level: county, parent: city}
"""
MEMBERS = """
- {id: lin, name: 林晓禾, consent: yes}
- {id: zhou, name: 周行远}
"""
STUDIOS = """
- id: a
  name: 甲工作室
  division: east
  address: 柳荫路12号
  location: {lat: 27.23456, lng: 111.46789, precision: building}
  phone: 0000-5550100
  members: [{member: lin, role: convenor}, {member: zhou}]
  services: {name: 法律咨询, members: [lin, zhou]}
  duty:
    id: weekly
    starts: 2026-01-07
    freq: weekly
    by_day: WE
    opens_at: 09:00
    closes_at: 11:30
    rotation: {members: [lin, zhou]}
    exceptions: {announced: 2026-11-01, date: 2026-11-25, action: swap, members: [zhou]}
  sources: [s]
  note: 不公开的话
- {id: b, name: 乙工作室, division: east, address: 不公开的门牌, address_public: no, directions: 不公开的走法, location: {lat: 27.9, lng: 111.9, precision: exact}}
- {id: c, name: 丙工作室, form: online-studio, summary: '=1+1'}
- {id: d, name: 丁工作室, valid_to: 2025}
"""
SOURCES = "- {id: s, title: 报道, publisher: 示例日报, date: 2023-06-04}"


@pytest.fixture
def files(made):
    records = {"site": SITE, "divisions": DIVISIONS, "members": MEMBERS, "studios": STUDIOS, "sources": SOURCES}
    return made(open_data.outputs, records)


@pytest.fixture
def rows(files):
    text = files["data/studios.csv"].decode("utf-8-sig")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)}


def test_every_file_holds_the_listed_studios(files, rows):
    features = json.loads(files["data/studios.geojson"])["features"]
    studios = json.loads(files["data/studios.json"])["studios"]
    assert list(rows) == [f["id"] for f in features] == [s["id"] for s in studios] == ["a", "b", "c"]


@pytest.mark.parametrize("secret", ["不公开", "周行远", "zhou", "27.9", "111.9"])
def test_nothing_that_is_not_public_leaves_the_house(files, secret):
    for path, data in files.items():
        assert secret not in data.decode().replace("没有公开的地址", ""), path


def test_member_who_agreed_is_named(rows, files):
    assert rows["a"]["members"] == "林晓禾"
    assert json.loads(files["data/studios.json"])["studios"][0]["members"] == [{"member": "lin", "role": "convenor"}]


def test_approximate_position_says_so(files):
    features = {f["id"]: f for f in json.loads(files["data/studios.geojson"])["features"]}
    assert features["a"]["geometry"]["coordinates"] == [111.4679, 27.2346]
    assert features["a"]["properties"]["approximate"] is False
    assert features["b"]["geometry"]["coordinates"] == [111.4, 27.2]
    assert features["b"]["properties"]["precision"] == "city"
    assert features["b"]["properties"]["approximate"] is True
    assert features["c"]["geometry"] is None


def test_files_say_whose_they_are_under_which_licence_and_from_where(files):
    for path in ("data/studios.geojson", "data/studios.json"):
        head = json.loads(files[path])
        assert head["licence"] == "CC BY 4.0"
        assert head["sources"] == [{"id": "s", "title": "报道", "publisher": "示例日报", "date": "2023-06-04"}]


def test_table_says_when_in_words_and_guards_formulas(rows):
    assert rows["a"]["duty"].startswith("每周三 9:00")
    assert rows["c"]["summary"] == "'=1+1"
    assert rows["a"]["url"] == "https://example.org/studios/a.html"


def test_page_explains_every_column(files):
    page = files["data/index.html"].decode()
    assert all(f"<code>{column}</code>" in page for column in open_data.COLUMNS)


def test_english_words_are_complete(made):
    assert made(open_data.outputs, {"studios": "- {id: c, name: 丙工作室}"}, language="en")
