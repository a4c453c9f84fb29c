"""What studios did and what came of it: activities and their series, topics, pairings."""

from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.fiction.bodies import body_id, committee_id, community_id
from benchmarks.fiction.chance import ANCHOR, Chance
from benchmarks.fiction.country import Country, County
from benchmarks.fiction.people import members_of, person
from benchmarks.fiction.pictures import PHOTOS
from benchmarks.fiction.prose import outcome, sentence, trouble
from benchmarks.fiction.standing import has_begun, named_studio, status_of
from benchmarks.fiction.words import SUBJECTS
from benchmarks.fiction.yaml_text import Record, Value

_KINDS = (
    ("survey", "入户走访"), ("inspection", "现场视察"), ("consultation", "协商座谈"), ("reception", "委员接待日"),
    ("lecture", "健康讲座"), ("reading", "读书会"), ("volunteer", "志愿服务"), ("training", "技能培训"),
    ("ceremony", "揭牌仪式"), ("charity", "助学义卖"), ("promotion", "农产品推介"), ("other", "邻里开放日"),
)  # fmt: skip
_BOUNDS = (("exact", "{}"), ("over", "{}余"), ("near", "近{}"), ("about", "约{}"))
_STATES = ("raised", "accepted", "discussed", "proposed", "resolved", "closed")
_ORIGINS = ("party-government", "committee", "society", "public", "member")
_STEP_TEXTS = (
    "居民在接待日提出",
    "列入工作室协商议题",
    "召开协商会",
    "写成提案提交",
    "承办单位答复",
    "居民代表确认后销号",
)
_PAIRING_KINDS = ("结对共建", "送服务进社区", "校社共建")


def quantity(value: int, unit: str, order: int = 0) -> Record:
    """A number as a report would put it; `order` goes through the four bounds."""
    bound, wording = _BOUNDS[order % len(_BOUNDS)]
    shown = value if bound == "exact" else max(10, value // 10 * 10)
    return {"value": str(shown), "bound": bound, "unit": unit, "raw": wording.format(shown) + unit}


def activity_count(country: Country) -> int:
    """Half as many as studios."""
    return -(-country.studios // 2)


def topic_count(country: Country) -> int:
    """A quarter as many as studios."""
    return -(-country.studios // 4)


def activity_id(number: int) -> str:
    """Names an activity."""
    return f"activity-{number}"


def topic_id(number: int) -> str:
    """Names a topic."""
    return f"topic-{number}"


def studio_of_activity(number: int) -> int:
    """The number of the studio that held it."""
    return number * 2


def studio_of_topic(number: int) -> int:
    """The number of the studio where it was raised."""
    return number * 4


def activities(country: Country) -> Iterator[Record]:
    """One for every second studio."""
    for number in range(activity_count(country)):
        yield _activity(country, number)


def _activity(country: Country, number: int) -> Record:
    chance = Chance(country.seed, "activity", number)
    studio = studio_of_activity(number)
    county = country.county_of(studio)
    kind, label = _KINDS[number % len(_KINDS)]
    state = _activity_state(studio, number)
    record: Record = {
        "id": activity_id(number),
        "title": f"{county.area.name}委员工作室{label}：{chance.pick(SUBJECTS)[0]}",
        "state": state,
    }
    record |= _activity_days(number, state, chance)
    record["studios"] = _hosts(country, studio, number)
    record["organizers"] = (
        [committee_id(county), body_id(county, "liaison-group")]
        if number % 3
        else [committee_id(county), "居民自发组织"]
    )
    if number % 6 == 0:
        record["series"] = series_id(county) if _is_on_record(number) else "有事来商量"
    record["kind"] = kind
    if kind == "consultation" and state == "done":
        record["steps"] = {
            "framework": "six-steps",
            "topic": "2026-01",
            "survey": "2026-01-20",
            "meeting": "开了两次",
            "answer": "2026-04",
        }
    record["place"] = f"{chance.pick(county.towns).name}文化站"
    record["members"] = [person(country, members_of(studio)[0]).id]
    if state == "done":
        record["participants"] = quantity(chance.number(14, 320), "人次", number)
        if number % 4 == 1:
            record["views"] = quantity(chance.number(1000, 90000), "次", number // 4)
            record["video_url"] = f"https://example.org/video/{number}"
    record["summary"] = sentence(chance)
    if state == "done":
        record["outcome"] = outcome(chance)
        if number % 3 == 0:
            record["photos"] = [{"file": chance.pick(PHOTOS), "alt": f"{label}的现场", "credit": "虚构图片"}]
    if number % 2 == 0 and number // 2 < topic_count(country):
        record["topics"] = [topic_id(number // 2)]
    record["sources"] = [f"{county.slug}-report"]
    return record


def series_id(county: County) -> str:
    """Names the series of a county."""
    return f"{county.slug}-talks"


def _is_on_record(number: int) -> bool:
    """Whether there is a record of an activity's series; others have a name alone."""
    return number % 18 != 6


def series(country: Country) -> Iterator[Record]:
    """One for every county that has an activity of it."""
    numbers = (number for number in range(0, activity_count(country), 6) if _is_on_record(number))
    counties = {county.index: county for county in (country.county_of(studio_of_activity(n)) for n in numbers)}
    for _, county in sorted(counties.items()):
        yield {
            "id": series_id(county),
            "title": f"{county.area.name}有事来商量",
            "organizers": [committee_id(county)],
            "summary": "一件事一次会，从听意见到有结果。",
            "sources": [f"{county.slug}-report"],
        }


def _activity_state(studio: int, number: int) -> str:
    if number % 10 == 7 and status_of(studio) == "open":
        return "planned"
    return "cancelled" if number % 25 == 11 else "done"


def _activity_days(number: int, state: str, chance: Chance) -> Record:
    if state == "planned":
        day = chance.day(date(2027, 4, 1), date(2027, 11, 30)).isoformat()
        return {"date": day, "opens_at": "09:30", "closes_at": "11:00", "announced": "2026-10-20"}
    if number % 13 == 5:
        return {}
    first = chance.day(date(2024, 7, 1), ANCHOR - timedelta(days=10))
    if number % 9 == 2:
        return {"date": first.isoformat(), "end_date": (first + timedelta(days=chance.number(1, 4))).isoformat()}
    return {"date": f"{first:%Y-%m}" if number % 4 == 2 else first.isoformat()}


def _hosts(country: Country, studio: int, number: int) -> list[Value]:
    first = named_studio(country, studio)
    if number % 5 == 3 and studio > 0:
        return [first, named_studio(country, studio - 2)]
    return [first]


def topics(country: Country) -> Iterator[Record]:
    """One for every fourth studio."""
    for number in range(topic_count(country)):
        yield _topic(country, number)


def _topic(country: Country, number: int) -> Record:
    chance = Chance(country.seed, "topic", number)
    studio = studio_of_topic(number)
    county = country.county_of(studio)
    subject, matter = SUBJECTS[(number * 5 + county.index) % len(SUBJECTS)]
    reached = number % len(_STATES)
    raised = chance.day(date(2024, 7, 1), date(2025, 10, 31))
    days = [raised + timedelta(days=step * 45 + chance.number(0, 20)) for step in range(reached + 1)]
    record: Record = {
        "id": topic_id(number),
        "title": f"{chance.pick(county.towns).name}{subject}",
        "matter": matter,
        "origin": _ORIGINS[number % len(_ORIGINS)],
        "raised_on": days[0].isoformat(),
        "studios": [named_studio(country, studio)],
        "state": _STATES[reached],
    }
    steps: list[Value] = []
    for step, day in enumerate(days):
        text = f"{_STEP_TEXTS[step]}：{trouble(chance)}。" if step == 0 else f"{_STEP_TEXTS[step]}。"
        entry: Record = {"date": day.isoformat(), "state": _STATES[step], "text": text}
        if step == 2:
            entry["document"] = "consultation-rules"
        steps.append(entry)
    record["steps"] = steps
    if reached >= 4:
        record["result"] = outcome(chance)
    if reached >= 3:
        proposal: Record = {
            "title": f"关于改进{subject}的提案",
            "number": f"第{number % 400 + 1}号",
            "submitted_to": committee_id(county) if number % 2 else "县级政协全会",
            "filed_on": days[3].isoformat(),
            "case_opened": (days[3] + timedelta(days=12)).isoformat(),
        }
        if reached >= 4:
            proposal["answered_on"] = days[4].isoformat()
        record["proposal"] = proposal
    record["sources"] = [f"{county.slug}-report"]
    return record


def pairings(country: Country) -> Iterator[Record]:
    """One for every tenth studio."""
    for studio in range(0, country.studios, 10):
        if not has_begun(studio):
            continue
        chance = Chance(country.seed, "pairing", studio)
        county = country.county_of(studio)
        since = chance.day(date(2024, 6, 1), date(2025, 6, 30))
        record: Record = {
            "id": f"pairing-{studio}",
            "studio": named_studio(country, studio),
            "partner": community_id(county, (studio + 3) % len(county.towns))
            if studio % 20
            else f"{county.towns[1].name}老年学堂",
            "kind": _PAIRING_KINDS[studio // 10 % len(_PAIRING_KINDS)],
            "since": since.isoformat(),
        }
        if studio % 40 == 10:
            record["until"] = "2026-08"
        yield record | {"summary": sentence(chance), "sources": [f"{county.slug}-report"]}
