"""What is written about the studios beside news: reported figures, rule sets, documents, sources; and matters."""

from collections.abc import Iterator
from datetime import date

from benchmarks.fiction.bodies import NATIONAL_ID, committee_id
from benchmarks.fiction.chance import Chance
from benchmarks.fiction.country import Country, County
from benchmarks.fiction.outcomes import quantity
from benchmarks.fiction.people import person
from benchmarks.fiction.pictures import FILES
from benchmarks.fiction.standing import named_studio
from benchmarks.fiction.words import MATTERS
from benchmarks.fiction.yaml_text import Record, Value

_MEASURES = (
    ("studios", "个"), ("activities", "场"), ("consultations", "次"), ("suggestions", "条"),
    ("studios-building", "个"), ("proposals", "件"), ("proposals-opened", "件"), ("proposals-answered", "件"),
    ("stations", "个"), ("problems-solved", "件"), ("receptions", "人次"), ("contacts", "人次"),
    ("contact-points", "个"), ("views", "次"), ("members", "名"), ("other", "户"),
)  # fmt: skip
_PER_COUNTY = 4


def figures(country: Country) -> Iterator[Record]:
    """What each county reported."""
    for index in range(country.counties):
        yield from _of_county(country, country.county(index))


def _of_county(country: Country, county: County) -> Iterator[Record]:
    """Receptions of three studios with their sum, and four numbers that the county's report gives."""
    chance = Chance(country.seed, "figures", county.index)
    first = county.index * 40
    parts: list[Value] = []
    total = 0
    for studio in range(first, min(first + 3, country.studios)):
        value = chance.number(30, 400)
        key = f"{county.slug}-receptions-{studio}"
        parts.append(key)
        total += value
        yield _figure(key, {"studio": named_studio(country, studio)}, "receptions", quantity(value, "人次"), county)
    whole = _figure(
        f"{county.slug}-receptions",
        {"organization": committee_id(county)},
        "receptions",
        quantity(total, "人次"),
        county,
    )
    yield whole | {"parts": parts}
    for step in range(_PER_COUNTY):
        order = county.index * _PER_COUNTY + step
        measure, unit = _MEASURES[order % len(_MEASURES)]
        subject: Record = {"division": county.area.id} if step % 2 else {"organization": committee_id(county)}
        yield _figure(
            f"{county.slug}-reported-{step}", subject, measure, quantity(chance.number(20, 900), unit, order), county
        )


def _figure(key: str, subject: Record, measure: str, amount: Record, county: County) -> Record:
    record: Record = {"id": key} | subject | {"measure": measure}
    if measure == "other":
        record["label"] = "走访的困难家庭"
        record["remark"] = "按户计，同一户一年只算一次。"
    record["quantity"] = amount
    record["period"] = {"from": "2025-01", "to": "2025-12", "raw": "去年一年"}
    return record | {"as_of": "2026-01-15", "sources": [f"{county.slug}-report"]}


def frameworks(country: Country) -> Iterator[Record]:
    """One for each thing a rule set may apply to."""
    issuer = committee_id(country.county(0))
    yield _framework(
        "four-on-the-wall",
        "四上墙",
        issuer,
        "studio",
        ("duties", "工作职责"),
        ("rules", "规章制度"),
        ("process", "服务流程"),
    )
    yield _framework(
        "six-steps",
        "协商六步",
        issuer,
        "activity",
        ("topic", "定题"),
        ("survey", "调研"),
        ("meeting", "协商"),
        ("answer", "答复"),
    )
    yield _framework("five-full", "五覆盖", issuer, "committee", ("towns", "乡镇全覆盖"), ("sectors", "界别全覆盖"))
    yield _framework("member-card", "委员履职卡", NATIONAL_ID, "member", ("visits", "走访记录"), ("study", "学习记录"))
    area = _framework("area-points", "片区一张图", NATIONAL_ID, "division", ("map", "点位上图"))
    items: list[Value] = [
        {"id": "map", "name": "点位上图", "summary": "每个点位都画在同一张图上。"},
        {"id": "forms", "unknown": "yes", "count": "8"},
    ]
    yield area | {"items": items, "note": "来源只说有八种形式，没有逐一列出。"}


def _framework(key: str, name: str, issuer: str, applies_to: str, *items: tuple[str, str]) -> Record:
    return {
        "id": key,
        "name": name,
        "issuer": issuer,
        "year": "2024",
        "summary": f"“{name}”是一套自查的办法（虚构）。",
        "applies_to": applies_to,
        "items": [{"id": item, "name": label} for item, label in items],
        "sources": ["fictional-survey"],
    }


def documents(country: Country) -> Iterator[Record]:
    """Two that are published here, one elsewhere."""
    issuer = committee_id(country.county(0))
    yield {
        "id": "studio-rules",
        "title": "委员工作室管理办法（虚构）",
        "issuer": issuer,
        "date": "2024-03-18",
        "file": FILES[0],
        "summary": "谁来开、怎么开、多久评议一次。",
    }
    yield {
        "id": "duty-notice",
        "title": "关于委员值班的通知（虚构）",
        "issuer": issuer,
        "date": "2024-09",
        "file": FILES[1],
    }
    yield {
        "id": "consultation-rules",
        "title": "协商议事规则（虚构）",
        "issuer": NATIONAL_ID,
        "date": "2023",
        "url": "https://example.org/rules",
        "sources": ["fictional-survey"],
    }


def sources(country: Country) -> Iterator[Record]:
    """The survey, and a report of each county."""
    yield {
        "id": "fictional-survey",
        "title": "虚构国点位普查",
        "title_supplied": "yes",
        "publisher": "虚构测绘社",
        "authors": [person(country, 0).name, "普查小组"],
        "not_before": "2025-06",
        "note": "全部内容由程序生成，不对应任何真实地点和人。",
    }
    for index in range(country.counties):
        county = country.county(index)
        chance = Chance(country.seed, "source", index)
        yield {
            "id": f"{county.slug}-report",
            "title": f"{county.area.name}委员工作室年度报告（虚构）",
            "title_supplied": "no",
            "publisher": f"{county.area.name}日报",
            "date": chance.day(date(2026, 1, 20), date(2026, 3, 31)).isoformat(),
            "url": f"https://example.org/reports/{county.slug}",
            "accessed": "2026-10-20",
        }


def matters() -> Iterator[Record]:
    """What residents come about."""
    for key, (name, words) in MATTERS.items():
        yield {"id": key, "name": name, "words": list(words)}
