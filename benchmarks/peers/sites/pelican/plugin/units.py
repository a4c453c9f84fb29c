"""Which pages there are: for each its template, its path and what the template is given as `p`."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from .links import Record, fill
from .tables import Tables

_AT_ONCE = 200
_LEVELS_OF_SMALL = 200
_ROLES = ("owner", "special_committee", "host", "backers")
Unit = dict[str, Any]


def units(t: Tables) -> Iterator[Unit]:
    """Every page but news and texts, which the engine reads by itself."""
    yield from _single(t)
    yield from _areas(t)
    yield from _organizations(t)
    yield from _sectors(t)
    yield from _matters(t)
    yield from _members(t)
    yield from _studios(t)
    yield from _news_lists(t)


def text_unit(t: Tables, kind: str, id_: str) -> Unit:
    """The page of a news item or a text."""
    record = t.by_id["news" if kind == "news" else "texts"][id_]
    section = "news" if kind == "news" else "find"
    crumbs = [(t.w["news"]["title"], "/news/index.html")] if kind == "news" else []
    return _unit(kind, record["path"], section, record["title"], record.get("summary", ""), r=record, crumbs=crumbs)


def _unit(kind: str, path: str, section: str, title: str, description: str, **more: Any) -> Unit:
    return {
        "kind": kind, "path": path, "section": section, "title": title, "description": description, "first": True,
        **more,
    }  # fmt: skip


def _paged(path: str, items: list[Any]) -> Iterator[tuple[str, list[Any], Record | None, bool]]:
    """Each page of a long list: its path, what it shows, its pager, whether it is the first."""
    count = max(1, -(-len(items) // _AT_ONCE))
    stem = path.removesuffix(".html")
    paths = [path, *(f"{stem}/{number}.html" for number in range(2, count + 1))]
    for number, here in enumerate(paths, 1):
        near = sorted({1, count, *range(max(1, number - 2), min(count, number + 2) + 1)})
        pager = {
            "current": number,
            "pages": [(one, "/" + paths[one - 1]) for one in near],
            "previous": "/" + paths[number - 2] if number > 1 else "",
            "next": "/" + paths[number] if number < count else "",
        }
        yield here, items[(number - 1) * _AT_ONCE : number * _AT_ONCE], pager if count > 1 else None, number == 1


def _trunk(t: Tables) -> tuple[list[Record], list[Record]]:
    trunk: list[Record] = []
    places = t.all("children", "")
    while len(places) == 1 and t.all("children", places[0]["id"]):
        trunk += places
        places = t.all("children", places[0]["id"])
    return trunk, places


def _single(t: Tables) -> Iterator[Unit]:
    w, site, studios = t.w, t.site, t.all("listed", "")
    places = [place for place in _trunk(t)[1] if place["count"]]
    on_duty = [studio for studio in studios if t.current(studio)]
    stories = [topic for topic in t.lists["topics"] if topic.get("result") and len(topic.get("steps", ())) > 2][:1]
    yield _unit(
        "home", "index.html", "home", site["title"], site["summary"], count=len(studios), places=places,
        on_duty=len(on_duty), duties=on_duty[:5], news=t.lists["news"][:3], matters=t.lists["matters"][:5],
        stories=stories,
    )  # fmt: skip
    shown = [{**area, "depth": len(area["above"]), "indent": "　" * len(area["above"])} for area in _in_order(t, "")]
    yield _unit("find", "find.html", "find", w["finder"]["title"], site["summary"], count=len(studios), shown=shown)
    yield _unit("not_found", "404.html", "", w["not_found"]["title"], site["summary"])
    yield _unit("open_data", "data/index.html", "", w["open_data"]["title"], site["summary"], count=len(studios))
    sources = t.lists["sources"]
    for path, part, pager, first in _paged("pages/sources.html", sources):
        yield _unit(
            "sources", path, "", w["sources_list"]["title"], site["summary"], shown=part, pager=pager, first=first
        )


def _in_order(t: Tables, above: str) -> Iterator[Record]:
    for area in t.all("children", above):
        if area["count"]:
            yield area
            yield from _in_order(t, area["id"])


def _areas(t: Tables) -> Iterator[Unit]:
    w, (trunk, places) = t.w["area"], _trunk(t)
    levels = 9 if len(t.lists["divisions"]) <= _LEVELS_OF_SMALL else 2
    title = w["index_title"]
    yield _unit(
        "areas", "areas/index.html", "areas", title, t.site["summary"], trunk=trunk, places=places, levels=levels
    )
    for area in t.lists["divisions"]:
        id_, everything = area["id"], t.all("in_area", area["id"])
        below = [one for one in t.all("children", id_) if one["count"]]
        cut = len(everything) > _AT_ONCE and bool(below)
        here = {studio["id"] for studio in everything}
        serving = [studio for studio in t.all("serving", id_) if studio["id"] not in here]
        crumbs = [(w["index_crumb"], "/areas/index.html"), *((one["name"], one["href"]) for one in area["above"])]
        for path, shown, pager, first in _paged(area["path"], t.all("own", id_) if cut else everything):
            yield _unit(
                "area", path, "areas", fill(w["title"], {"name": area["name"]}),
                fill(w["description"], {"name": area["full_name"], "count": area["count"]}),
                r=area, below=below, cut=cut, serving=serving, shown=shown, pager=pager, first=first, crumbs=crumbs,
            )  # fmt: skip


def _organizations(t: Tables) -> Iterator[Unit]:
    w, kinds = t.w["organization"], list(t.w["choices"]["organization_kind"])
    for body in t.lists["organizations"]:
        concerned = [(role, studio) for role in _ROLES for studio in t.all(role, body["id"])]
        body["count"] = len(concerned)
        about = body.get("summary") or fill(w["description"], {"name": body["name"], "count": len(concerned)})
        for path, shown, pager, first in _paged(body["path"], concerned):
            groups = [(role, [one for _, one in found]) for role, found in groupby(shown, key=lambda pair: pair[0])]
            crumbs = [(w["index_title"], "/organizations/index.html")]
            yield _unit(
                "organization", path, "find", body["name"], about, r=body, groups=groups, pager=pager, first=first,
                crumbs=crumbs,
            )  # fmt: skip
    says = ("url", "phone", "summary", "description")
    listed = [b for b in t.lists["organizations"] if b["id"] in t.named or any(key in b for key in says)]
    listed.sort(key=lambda body: kinds.index(body.get("kind", "other")))
    for path, part, pager, first in _paged("organizations/index.html", listed):
        groups = [
            (t.w["choices"]["organization_kind"][kind], list(found))
            for kind, found in groupby(part, key=lambda body: body.get("kind", "other"))
        ]
        title = w["index_title"]
        yield _unit("organizations", path, "find", title, t.site["summary"], groups=groups, pager=pager, first=first)


def _sectors(t: Tables) -> Iterator[Unit]:
    w = t.w["sector"]
    for path, part, pager, first in _paged("sectors/index.html", t.lists["sectors"]):
        yield _unit(
            "sectors", path, "find", w["index_title"], t.site["summary"], groups=_by_committee(t, part), pager=pager,
            first=first,
        )  # fmt: skip
    for sector in t.lists["sectors"]:
        name = ((t.get("organization", sector.get("committee")) or {}).get("name", "")) + sector["name"]
        for path, shown, pager, first in _paged(sector["path"], t.all("in_sector", sector["id"])):
            yield _unit(
                "sector", path, "find", fill(w["title"], {"name": name}),
                fill(w["description"], {"name": name, "count": sector["count"]}), r=sector, shown=shown, pager=pager,
                first=first, crumbs=[(w["index_up"], "/studios/index.html"), (w["index_crumb"], "/sectors/index.html")],
            )  # fmt: skip


def _by_committee(t: Tables, records: list[Record]) -> list[tuple[str, list[Record]]]:
    groups = groupby(records, key=lambda record: record.get("committee", ""))
    return [((t.get("organization", id_) or {}).get("name", ""), list(found)) for id_, found in groups]


def _matters(t: Tables) -> Iterator[Unit]:
    w, matters = t.w["matter"], t.lists["matters"]
    yield _unit("matters", "matters/index.html", "find", w["index_title"], t.site["summary"], shown=matters)
    for matter in matters:
        topics = t.all("topics_about", matter["id"])
        for path, shown, pager, first in _paged(matter["path"], t.all("in_matter", matter["id"])):
            yield _unit(
                "matter", path, "find", fill(w["title"], {"name": matter["name"]}),
                fill(w["description"], {"name": matter["name"], "count": matter["count"]}), r=matter, shown=shown,
                pager=pager, first=first, topics=topics[:20], topics_left=max(0, len(topics) - 20),
                crumbs=[(w["index_up"], "/studios/index.html"), (w["index_crumb"], "/matters/index.html")],
            )  # fmt: skip


def _members(t: Tables) -> Iterator[Unit]:
    w = t.w["member"]
    people = [member for member in t.lists["members"] if member["href"]]
    for path, part, pager, first in _paged("members/index.html", people):
        yield _unit(
            "members", path, "find", w["index_title"], t.site["summary"], count=len(people),
            groups=_by_committee(t, part), pager=pager, first=first,
        )  # fmt: skip
    for member in people:
        committee = (t.get("organization", member.get("committee")) or {}).get("name", "")
        about = fill(w["description"], {"name": member["name"], "committee": committee})
        crumbs = [(w["index_title"], "/members/index.html")]
        yield _unit("member", member["path"], "find", member["name"], about, r=member, crumbs=crumbs)


def _studios(t: Tables) -> Iterator[Unit]:
    w, listed = t.w["studios"], t.all("listed", "")
    people = sum(bool(member["href"]) for member in t.lists["members"])
    counts = (len(t.lists["matters"]), len(t.lists["sectors"]), people, len(t.lists["organizations"]))
    sections = ("matters", "sectors", "members", "organizations")
    labels = (w["by_matter"], w["by_sector"], w["by_member"], w["by_organization"])
    places = [place for place in _trunk(t)[1] if place["count"]]
    yield _unit(
        "studios", "studios/index.html", "find", w["title"], t.site["summary"], count=len(listed), places=places,
        ways=list(zip(labels, sections, counts, strict=True)),
    )  # fmt: skip
    for studio in t.lists["studios"]:
        area = t.get("area", studio.get("division"))
        crumbs = [(one["name"], one["href"]) for one in [*area["above"], area]] if area else []
        about = studio.get("summary", studio["name"])
        yield _unit("studio", studio["path"], "find", studio["name"], about, r=studio, crumbs=crumbs)
        for old in studio.get("former_ids", ()):
            yield _unit("redirect", f"studios/{old}.html", "find", studio["name"], "", r=studio)


def _news_lists(t: Tables) -> Iterator[Unit]:
    for path, part, pager, first in _paged("news/index.html", t.lists["news"]):
        groups = [(year, list(found)) for year, found in groupby(part, key=lambda item: item["date"][:4])]
        title = t.w["news"]["title"]
        yield _unit("news_list", path, "news", title, t.site["summary"], groups=groups, pager=pager, first=first)
