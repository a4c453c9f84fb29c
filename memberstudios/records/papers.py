"""What is written: sources of facts, news items and pages (their front matter)."""

from memberstudios.base.dataclass import dataclass
from memberstudios.records.shared import Photo, Provenance
from memberstudios.records.types import (
    ActivityIds,
    Date,
    Flag,
    Given,
    Id,
    Line,
    Lines,
    StudioIds,
    TopicIds,
    Url,
    Whole,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Provenance):
    """Where facts come from; `title_supplied` when the title is ours."""

    id: Id
    title: Line
    title_supplied: Flag = False
    publisher: Line | None = None
    authors: Lines = ()
    date: Date | None = None
    not_before: Date | None = None
    url: Url | None = None
    accessed: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Provenance):
    """A news item; `id` is the slug of its file's name, `date` when this directory published it."""

    id: Id
    title: Line
    date: Date
    summary: Line
    studios: StudioIds = ()
    activities: ActivityIds = ()
    topics: TopicIds = ()
    cover: Photo | None = None
    author: Line | None = None
    draft: Flag = False
    body: Given = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Provenance):
    """A Markdown page; `id` is its file's name, `order` its position in the footer."""

    id: Id
    title: Line
    summary: Line | None = None
    order: Whole | None = None
    draft: Flag = False
    body: Given = ""
