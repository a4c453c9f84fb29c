"""The directory on one day: every record by id, and who belongs to whom. Rules and pages ask only this."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from memberstudios.base.diagnostic import Path
from memberstudios.content.pictures import Picture
from memberstudios.content.prose import Prose
from memberstudios.directory.areas import AreaTree
from memberstudios.directory.day import has_begun, has_ended, in_term, studio_on
from memberstudios.directory.entries import Entries, Entry
from memberstudios.directory.links import Links, tie
from memberstudios.directory.positions import Placed, place
from memberstudios.records.bodies import Division, Matter, Member, Organization, Sector
from memberstudios.records.papers import News, Page, Source
from memberstudios.records.site import Calendar, Site
from memberstudios.records.studio import Studio
from memberstudios.records.work import Activity, Document, Figure, Framework, Pairing, Topic

ProseKey = tuple[str, str, str]
"""Kind, id and field of a Markdown text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Converted Markdown by where it stands, the published sizes of pictures, and the documents that may be published."""

    prose: Mapping[ProseKey, Prose]
    written: Mapping[ProseKey, tuple[Entry, Path]]
    """Where each text of `prose` stands: its record, and the way to the field, which may lead through a change."""
    pictures: Mapping[str, Picture]
    files: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """All mappings go from id to record, in the order written, and hold what has begun by `day`."""

    day: date
    site: Site
    calendar: Calendar
    contents: Contents
    entries: Entries
    studios: Mapping[str, Studio]
    organizations: Mapping[str, Organization]
    divisions: Mapping[str, Division]
    sectors: Mapping[str, Sector]
    matters: Mapping[str, Matter]
    members: Mapping[str, Member]
    activities: Mapping[str, Activity]
    topics: Mapping[str, Topic]
    figures: Mapping[str, Figure]
    frameworks: Mapping[str, Framework]
    pairings: Mapping[str, Pairing]
    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    news: Mapping[str, News]
    """Newest first."""
    pages: Mapping[str, Page]
    areas: AreaTree
    links: Links
    placed: Mapping[str, Placed]
    """Where each studio is drawn; studios without any position are missing."""

    def prose(self, kind: str, id_: str, field: str) -> Prose | None:
        """The converted Markdown of a record's field, if it has any."""
        return self.contents.prose.get((kind, id_, field))

    def is_listed(self, studio: Studio) -> bool:
        """Whether a studio belongs into lists, map and search: it has not ended and was not replaced."""
        return not has_ended(studio, self.day)

    def listed(self, ids: Iterable[str]) -> tuple[Studio, ...]:
        """The listed studios of `ids`, in that order."""
        known = (self.studios[id_] for id_ in ids if id_ in self.studios)
        return tuple(studio for studio in known if self.is_listed(studio))

    def is_public(self, member: Member) -> bool:
        """Whether a member has a page of their own."""
        return member.consent

    def sits(self, from_: Any, to: Any) -> bool:
        """Whether a term or seat includes this day."""
        return in_term(from_, to, self.day)


def assemble(entries: Entries, contents: Contents, day: date) -> Directory:
    """Tie the records together as they hold on `day`. Of records with the same id the first counts."""
    site = next((entry.record for entry in entries.of("site")), None) or Site(title="—")
    calendar = next((entry.record for entry in entries.of("calendar")), None) or Calendar()

    def by_id(kind: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for entry in entries.of(kind):
            if has_begun(entry.record, day):
                found.setdefault(entry.record.id, studio_on(entry, day) if kind == "studio" else entry.record)
        return found

    studios = by_id("studio")
    divisions = by_id("division")
    areas = AreaTree.build(divisions.values())
    news = {id_: item for id_, item in by_id("news").items() if not item.draft}
    newest_first = dict(sorted(news.items(), key=lambda pair: (-pair[1].date.last.toordinal(), pair[0])))
    records = {
        "activities": by_id("activity"),
        "topics": by_id("topic"),
        "figures": by_id("figure"),
        "pairings": by_id("pairing"),
        "organizations": by_id("organization"),
        "members": by_id("member"),
    }
    placed = {
        studio.id: where
        for studio in studios.values()
        if (where := place(studio, areas, site.coordinate_system, site.publish_precision)) is not None
    }
    return Directory(
        day=day,
        site=site,
        calendar=calendar,
        contents=contents,
        entries=entries,
        studios=studios,
        divisions=divisions,
        sectors=by_id("sector"),
        matters=by_id("matter"),
        frameworks=by_id("framework"),
        documents=by_id("document"),
        sources=by_id("source"),
        news=newest_first,
        pages={id_: page for id_, page in by_id("page").items() if not page.draft},
        areas=areas,
        links=tie(studios, newest_first, **records),
        placed=placed,
        **records,
    )
