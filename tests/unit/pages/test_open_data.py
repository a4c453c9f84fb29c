import csv
import io
import json
import re

import pytest
from jsonschema import Draft202012Validator

from memberstudios.pages import open_data, open_schemas, open_tables
from memberstudios.pages.open_kinds import KINDS
from memberstudios.pages.open_package import licences_of
from memberstudios.records.structure import fields
from tests import data_package

SITE = "title: 示例市\nlicence: CC BY 4.0\nbase_url: https://example.org/"
DIVISIONS = """
- {id: city, name: 示例市, level: city, center: {lat: 27.2, lng: 111.4, precision: city}}
- {id: east, name: 城东区, level: county, parent: city, note: 不公开的地区话}
- {id: coming, name: 不公开的新区, parent: city, valid_from: 2030}
"""
ORGANIZATIONS = """
- {id: zx, name: 示例市政协, kind: committee, level: city, division: city, phone: '+86-0000-5550111', description: '**全文**', note: 不公开的机构话}
- {id: later, name: 不公开的机构, valid_from: 2030}
"""
SECTORS = "- {id: edu, name: 教育界, national: [教育界], committee: zx}"
MATTERS = "- {id: law, name: 法律咨询, words: [离婚, 欠薪]}"
MEMBERS = """
- {id: lin, name: 林晓禾, committee: zx, sectors: edu, from: 2022-01, bio: 同意公开的简历, consent: yes, note: 不公开的备注}
- {id: zhou, name: 周行远, committee: zx, title: 不公开的职务, from: 2022, bio: 不公开的简历}
"""
STUDIOS = """
- id: a
  name: 甲工作室
  owner: zx
  host: later
  division: east
  address: 柳荫路12号
  location: {lat: 27.23456, lng: 111.46789, precision: building}
  phone: 0000-5550100
  established: 2019-05
  members: [{member: lin, role: convenor, from: 2024}, {member: zhou, from: 2023-03}]
  services: {name: 法律咨询, matter: law, members: [lin, zhou]}
  compliance: [{framework: five, item: sign, met: yes, date: 2025-02, evidence: 门口有牌子}, {framework: five, item: room, met: partly}]
  duty:
    id: weekly
    starts: 2026-01-07
    freq: weekly
    by_day: WE
    opens_at: 09:00
    closes_at: 11:30
    rotation: {members: [lin, zhou]}
    exceptions:
      - {announced: 2026-11-01, date: 2026-11-25, action: swap, members: [zhou]}
      - {announced: 2026-11-02, date: 2026-12-02, action: move, to: 2026-12-03, opens_at: 14:00, closes_at: 16:00, reason: 会议}
  sources: [s]
  note: 不公开的话
  changes:
    - {from: 2025-06-01, phone: [0000-5550101, 0000-5550102], note: 不公开的变更}
    - {from: 2026-12-20, address: 梧桐路3号, location: {lat: 27.3, lng: 111.5, precision: building}, members: [{member: zhou}, {member: lin}]}
- {id: b, name: 乙工作室, division: east, address: 不公开的门牌, address_public: no, directions: 不公开的走法, location: {lat: 27.9, lng: 111.9, precision: exact}}
- {id: c, name: 丙工作室, form: online-studio, summary: '=1+1'}
- {id: d, name: 丁工作室, valid_to: 2025}
- {id: e, name: 戊工作室, address: 从前的门牌不公开, changes: [{from: 2025-01-01, address: 后来的门牌不公开}, {from: 2026-03-01, address_public: no}]}
- {id: f, name: 不公开的工作室, valid_from: 2030}
"""
ACTIVITIES = """
- id: talk
  title: 一场座谈
  state: cancelled
  date: 2026-05-04
  announced: 2026-05-01
  studios: [a, d]
  organizers: [zx, 居民代表|家长]
  members: [lin, zhou]
  series: round
  steps: {framework: five, sign: 2026-05-02, room: 摆好了}
  participants: {value: 300, bound: over, unit: 人次, raw: 300余人次}
  topics: lift
  note: 不公开的活动话
- {id: talk-2, title: 没有日期的活动, series: 自己起名的系列}
"""
TOPICS = """
- id: lift
  title: 加装电梯
  matter: law
  raised_on: 2025-01
  studios: a
  state: resolved
  steps: [{date: 2025-01, state: raised}, {state: discussed, text: 开了会}, {date: 2025-09-09, state: resolved, document: rules}]
  proposal: {title: 提案一件, submitted_to: zx, filed_on: 2025-03}
"""
FIGURES = "- {id: n, organization: zx, measure: receptions, quantity: {value: 7.5, bound: over, unit: 万人次}, period: {from: 2024, to: 2024}, sources: s}"
FRAMEWORKS = "- {id: five, name: 五全, issuer: zx, year: 2022, items: [{id: sign, name: 有牌子}, {id: room, name: 有地方}, {id: rest, unknown: yes, count: 3}]}"
RECORDS = {
    "site": SITE,
    "divisions": DIVISIONS,
    "organizations": ORGANIZATIONS,
    "sectors": SECTORS,
    "matters": MATTERS,
    "members": MEMBERS,
    "studios": STUDIOS,
    "activities": ACTIVITIES,
    "series": "- {id: round, title: 一个系列, organizers: zx}",
    "topics": TOPICS,
    "figures": FIGURES,
    "frameworks": FRAMEWORKS,
    "pairings": "- {id: p, studio: a, partner: 一所学校, since: 2024-04, until: 2026}",
    "documents": "- {id: rules, title: 办法, issuer: zx, date: 2022-08}",
    "sources": "- {id: s, title: 报道, publisher: 示例日报, date: 2023-06-04}",
    "news/2026-01-02-open": "---\ntitle: 开放了\ndate: 2026-01-02\nsummary: 摘要\nstudios: a\n---\n正文\n",
    "news/2026-01-03-draft": "---\ntitle: 不公开的草稿\ndate: 2026-01-03\nsummary: 摘要\ndraft: yes\n---\n正文\n",
}
EXPLAINED = "没有公开的地址、没有同意公开的委员"
"""Words of the page that tell what is left out."""


_MADE: dict[str, bytes] = {}


@pytest.fixture
def files(made):
    """Made once for all tests, which only read them."""
    for kind in () if _MADE else (open_data, open_tables, open_schemas):
        _MADE.update(made(kind.outputs, RECORDS))
    return _MADE


def table(files, name):
    text = files[f"data/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture
def rows(files):
    return {row["id"]: row for row in table(files, "studios")}


@pytest.fixture
def changes(files):
    return [tuple(row.values()) for row in table(files, "changes")]


def test_every_file_holds_the_listed_studios(files, rows):
    features = json.loads(files["data/studios.geojson"])["features"]
    studios = json.loads(files["data/studios.json"])["studios"]
    assert list(rows) == [f["id"] for f in features] == [s["id"] for s in studios] == ["a", "b", "c", "e"]


@pytest.mark.parametrize("secret", ["不公开", "周行远", "zhou", "27.9", "111.9", "later", "coming"])
def test_nothing_that_is_not_public_leaves_the_house(files, secret):
    for path, data in files.items():
        if not path.startswith("data/schema/"):
            assert secret not in data.decode().replace(EXPLAINED, ""), path


def test_member_who_agreed_is_named(rows, files):
    assert rows["a"]["members"] == "林晓禾"
    seat = {"member": "lin", "role": "convenor", "from": "2024"}
    assert json.loads(files["data/studios.json"])["studios"][0]["members"] == [seat]
    assert [row["id"] for row in table(files, "members")] == ["lin"]
    assert [row["member"] for row in table(files, "seats")] == ["lin"]


def test_approximate_position_says_so(files):
    features = {f["id"]: f for f in json.loads(files["data/studios.geojson"])["features"]}
    assert features["a"]["geometry"]["coordinates"] == [111.4679, 27.2346]
    assert features["a"]["properties"]["approximate"] is False
    assert features["b"]["geometry"]["coordinates"] == [111.4, 27.2]
    assert features["b"]["properties"]["precision"] == "city"
    assert features["b"]["properties"]["approximate"] is True
    assert features["c"]["geometry"] is None


def test_files_say_whose_they_are_under_which_licence_and_from_where(files):
    for path, data in files.items():
        if path.endswith((".geojson", ".json")) and not re.search("schema/|datapackage", path):
            assert json.loads(data)["licence"] == "CC BY 4.0", path
    for path in ("data/studios.geojson", "data/studios.json"):
        source = {"id": "s", "title": "报道", "publisher": "示例日报", "date": "2023-06-04"}
        assert json.loads(files[path])["sources"] == [source]
    licence = [{"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]
    package = json.loads(files["data/datapackage.json"])
    assert all(one["licenses"] == licence for one in (package, *package["resources"]))


def test_licence_that_is_not_known_is_the_page_that_states_it():
    for written in ("CC0-1.0", "CC0 1.0"):
        known = {"name": "CC0-1.0", "title": written, "path": "https://creativecommons.org/publicdomain/zero/1.0/"}
        assert licences_of(written) == [known]
    assert licences_of("政府数据开放许可") == [{"title": "政府数据开放许可", "path": "index.html"}]
    assert licences_of(None) is None


def test_table_says_when_in_words_and_guards_formulas(rows, files):
    assert rows["a"]["duty"].startswith("每周三 9:00")
    assert rows["c"]["summary"] == "'=1+1"
    assert rows["a"]["url"] == "https://example.org/studios/a.html"
    assert table(files, "organizations")[0]["phone"] == "'+86-0000-5550111"


def test_page_explains_every_column_and_leads_to_every_file(files):
    page = files["data/index.html"].decode()
    package = json.loads(files["data/datapackage.json"])
    for resource in package["resources"]:
        assert f'href="../data/{resource["path"]}"' in page
        for field in resource.get("schema", {"fields": []})["fields"]:
            assert f"<code>{field['name']}</code>" in page, (resource["name"], field["name"])


def test_package_names_every_file_of_records(files):
    package = json.loads(files["data/datapackage.json"])
    named = {f"data/{resource['path']}" for resource in package["resources"]}
    others = {"data/index.html", "data/datapackage.json"}
    assert {path for path in files if not re.match("data/(schema|areas)/", path)} - others == named


def test_package_is_true_for_every_row(files):
    assert data_package.problems(files) == []


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("activities", "cancelled", "dropped"),
        ("compliance", "a,five", "nobody,five"),
        ("figures", ",7.5,", ",viel,"),
        ("topics", "2025-01", "2025-1"),
        ("sources", "\r\ns,", "\r\n,"),
    ],
)
def test_package_that_is_not_true_is_found_out(files, name, right, wrong):
    path = f"data/{name}.csv"
    assert right in files[path].decode()
    broken = {**files, path: files[path].decode().replace(right, wrong, 1).encode()}
    assert data_package.problems(broken) != []


@pytest.mark.parametrize("kind", ["studio", *KINDS])
def test_published_json_is_what_its_schema_says(files, kind):
    schema = json.loads(files[f"data/schema/{kind}.json"])
    Draft202012Validator.check_schema(schema)
    name = "studios" if kind == "studio" else KINDS[kind].name
    document = json.loads(files[f"data/{name}.json"])
    Draft202012Validator(schema).validate(document)
    assert document[name]


def test_schema_knows_no_field_that_stays_inside(files):
    for kind in ("studio", *KINDS):
        assert '"note"' not in files[f"data/schema/{kind}.json"].decode()


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_publish_fields_of_the_model_and_no_note(kind):
    known = {field.key for field in fields(KINDS[kind].record)}
    assert {*KINDS[kind].keys} <= known
    assert not {"note", "consent", "draft", "photo", "photos"} & {*KINDS[kind].keys}


def test_quantity_keeps_value_bound_unit_and_wording(files):
    row = table(files, "activities")[0]
    told = [row[f"participants_{part}"] for part in ("value", "bound", "unit", "raw")]
    assert told == ["300", "over", "人次", "300余人次"]


def test_lists_are_told_apart_in_cells(files):
    row = table(files, "activities")[0]
    assert row["studios"] == "a d"
    assert row["organizers"] == "zx|居民代表|家长"


def test_steps_and_items_have_tables_of_their_own(files):
    steps = [(row["framework"], row["item"], row["date"], row["text"]) for row in table(files, "activity-steps")]
    assert steps == [("five", "sign", "2026-05-02", ""), ("five", "room", "", "摆好了")]
    assert [(row["number"], row["state"]) for row in table(files, "topic-steps")] == [
        ("1", "raised"),
        ("2", "discussed"),
        ("3", "resolved"),
    ]
    assert [(row["id"], row["unknown"], row["count"]) for row in table(files, "framework-items")][2] == (
        "rest",
        "true",
        "3",
    )


def test_compliance_names_studio_framework_and_item(files):
    row = {
        "studio": "a",
        "framework": "five",
        "item": "sign",
        "met": "yes",
        "date": "2025-02",
        "evidence": "门口有牌子",
    }
    assert table(files, "compliance")[0] == row
    assert json.loads(files["data/compliance.json"])["compliance"][0] == row


def test_divisions_are_a_map_layer_too(files):
    city, east = json.loads(files["data/divisions.geojson"])["features"]
    assert city["geometry"] == {"type": "Point", "coordinates": [111.4, 27.2]}
    assert city["properties"]["precision"] == "city"
    assert east["geometry"] is None


def test_kind_without_records_has_no_file(made):
    found = made(open_tables.outputs, {"studios": "- {id: c, name: 丙工作室}", "members": "- {id: m, name: 某人}"})
    assert list(found) == ["data/changes.csv"]


def test_changes_are_in_the_order_of_their_days(changes):
    assert [row[:3] for row in changes] == sorted(row[:3] for row in changes)


@pytest.mark.parametrize(
    "change",
    [
        ("2019-05", "studio", "a", "甲工作室", "established", "", ""),
        ("2024", "studio", "a", "甲工作室", "members.from", "", "lin"),
        ("2025-06-01", "studio", "a", "甲工作室", "phone", "0000-5550100", "0000-5550101|0000-5550102"),
        ("2026-12-20", "studio", "a", "甲工作室", "address", "柳荫路12号", "梧桐路3号"),
        ("2026-01-07", "studio", "a", "甲工作室", "duty.starts", "", "weekly"),
        (
            "2026-11-02",
            "studio",
            "a",
            "甲工作室",
            "duty.exceptions",
            "weekly 2026-12-02",
            "move 2026-12-03 14:00 16:00",
        ),
        ("2025", "studio", "d", "丁工作室", "valid_to", "", ""),
        ("2022-01", "member", "lin", "林晓禾", "from", "", ""),
        ("2026-05-01", "activity", "talk", "一场座谈", "announced", "", "cancelled"),
        ("2026-05-04", "activity", "talk", "一场座谈", "date", "", "cancelled"),
        ("2025-01", "topic", "lift", "加装电梯", "raised_on", "", ""),
        ("2025-09-09", "topic", "lift", "加装电梯", "steps", "discussed", "resolved"),
        ("2025-03", "topic", "lift", "加装电梯", "proposal.filed_on", "", ""),
        ("2024-04", "pairing", "p", "", "since", "", "a"),
        ("2026", "pairing", "p", "", "until", "a", ""),
        ("2022-08", "document", "rules", "办法", "date", "", ""),
    ],
)
def test_what_changed_on_a_day_is_told(changes, change):
    assert change in changes


def test_of_seats_that_change_only_those_who_agreed_are_told(changes):
    seats = [row for row in changes if row[4] == "members"]
    assert [(row[5], row[6]) for row in seats] == [
        (
            '[{"member":"lin","role":"convenor","from":"2024"}]',
            '[{"member":"lin","role":"member"}]',
        )
    ]


def test_address_that_is_not_public_now_was_never_told(changes):
    assert [row for row in changes if row[2] == "e"] == []


def test_english_words_are_complete(made):
    for kind in (open_data, open_tables, open_schemas):
        assert made(kind.outputs, RECORDS, language="en")
