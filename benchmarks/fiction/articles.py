"""News items and pages: Markdown with front matter."""

from collections.abc import Iterator
from datetime import date

from benchmarks.fiction.chance import ANCHOR, Chance
from benchmarks.fiction.country import Country
from benchmarks.fiction.outcomes import activity_count, activity_id, studio_of_activity, topic_count, topic_id
from benchmarks.fiction.pictures import PHOTOS
from benchmarks.fiction.prose import headings, outcome, paragraph, points, sentence, trouble
from benchmarks.fiction.standing import named_studio, studio_name
from benchmarks.fiction.words import SUBJECTS
from benchmarks.fiction.yaml_text import Record, record_text

_TITLES = (
    "{subject}：一次没有主席台的协商",
    "“{trouble}”之后",
    "{area}：{subject}有了回音",
    "走了三趟，{subject}这样谈拢",
    "{area}委员接待日，来的人多是为了{subject}",
)


def news(country: Country, count: int) -> Iterator[tuple[str, str]]:
    """File names and texts, oldest number first."""
    for number in range(count):
        yield _item(country, number)


def _item(country: Country, number: int) -> tuple[str, str]:
    chance = Chance(country.seed, "news", number)
    activity = number % activity_count(country)
    studio = studio_of_activity(activity)
    area = country.county_of(studio).area
    day = chance.day(date(2024, 8, 1), ANCHOR)
    subject = chance.pick(SUBJECTS)[0]
    title = chance.pick(_TITLES).format(subject=subject, area=area.name, trouble=trouble(chance))
    front: Record = {
        "title": title,
        "date": day.isoformat(),
        "summary": f"{area.name}{subject}一事的经过：{sentence(chance)}",
    }
    front["studios"] = [named_studio(country, studio)]
    if number % 2 == 0:
        front["activities"] = [activity_id(activity)]
    if number % 3 == 0:
        front["topics"] = [topic_id(number % topic_count(country))]
    front["sources"] = [f"{country.county_of(studio).slug}-report"]
    if number % 4 == 0:
        front["cover"] = {"file": chance.pick(PHOTOS), "alt": f"{subject}的现场", "credit": "虚构图片"}
    front["author"] = "名录编辑部（虚构）"
    if number % 40 == 17:
        front["draft"] = "yes"
    name = studio_name(country, studio)
    return f"{day.isoformat()}-{area.slug}-{number}.md", f"---\n{record_text(front)}---\n{_body(chance, name)}"


def _body(chance: Chance, studio: str) -> str:
    """About 4.2 KB: four chapters, a list, a table, a quotation."""
    first, second, third, last = headings(chance, 4)
    return f"""{paragraph(chance, 7)}

## {first}

{paragraph(chance, 4)}**{sentence(chance)}**{paragraph(chance, 2)}

{paragraph(chance, 5)}

## {second}

> {sentence(chance)}

{paragraph(chance, 5)}

{points(chance, 4)}

## {third}

| 事项 | 谁来办 | 什么时候 |
| --- | --- | --- |
| {trouble(chance)} | {studio} | 已经办完 |
| {trouble(chance)} | {studio} | 下个月 |

{paragraph(chance, 6)}

1. {outcome(chance)}
2. {outcome(chance)}

## {last}

{paragraph(chance, 4)}

{paragraph(chance, 5)}有关规定见[协商议事规则](https://example.org/rules)。
"""


def pages(country: Country) -> Iterator[tuple[str, str]]:
    """The Markdown pages that every directory has."""
    for order, (slug, title, opening) in enumerate(_PAGES, start=1):
        chance = Chance(country.seed, "page", slug)
        front: Record = {"title": title, "summary": opening, "order": str(order)}
        first, second = headings(chance, 2)
        body = f"{opening}\n\n## {first}\n\n{paragraph(chance, 4)}\n\n{points(chance, 3)}\n\n## {second}\n\n{paragraph(chance, 3)}\n"
        yield f"{slug}.md", f"---\n{record_text(front)}---\n{body}"


_PAGES = (
    ("about", "委员是谁", "委员来自各个界别，在工作室听居民说话，把事情转给该管的单位。"),
    ("accessibility", "无障碍", "看不清、走不动、听不见，都应当能用这个名录。"),
    ("privacy", "隐私", "这个名录是编出来的，没有任何真实的人。"),
)
