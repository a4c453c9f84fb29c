"""The kinds of records and where each is written: the table that readers, documentation and schemas go by."""

from typing import Final, Literal

from memberstudios.base.dataclass import dataclass
from memberstudios.records.bodies import Division, Matter, Member, Organization, Sector
from memberstudios.records.papers import News, Page, Source
from memberstudios.records.site import Calendar, Site
from memberstudios.records.studio import Studio
from memberstudios.records.work import Activity, Document, Figure, Framework, Pairing, Series, Topic


@dataclass(frozen=True, slots=True)
class Kind:
    """`place` is `data/<place>.yaml` or a folder of that name; for Markdown it is the folder."""

    name: str
    place: str
    record: type
    shape: Literal["list", "mapping", "markdown"]
    required: bool = False


KINDS: Final = (
    Kind("site", "data/site", Site, "mapping", required=True),
    Kind("studio", "data/studios", Studio, "list", required=True),
    Kind("organization", "data/organizations", Organization, "list"),
    Kind("division", "data/divisions", Division, "list"),
    Kind("sector", "data/sectors", Sector, "list"),
    Kind("matter", "data/matters", Matter, "list"),
    Kind("member", "data/members", Member, "list"),
    Kind("activity", "data/activities", Activity, "list"),
    Kind("series", "data/series", Series, "list"),
    Kind("topic", "data/topics", Topic, "list"),
    Kind("figure", "data/figures", Figure, "list"),
    Kind("framework", "data/frameworks", Framework, "list"),
    Kind("pairing", "data/pairings", Pairing, "list"),
    Kind("document", "data/documents", Document, "list"),
    Kind("calendar", "data/calendar", Calendar, "mapping"),
    Kind("source", "data/sources", Source, "list"),
    Kind("news", "content/news", News, "markdown"),
    Kind("page", "content/pages", Page, "markdown"),
)
KIND_OF: Final = {kind.name: kind for kind in KINDS}
