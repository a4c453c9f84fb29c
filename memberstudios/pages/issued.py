"""What organizations gave themselves and others: rule sets and documents, by who issued them."""

from dataclasses import dataclass

from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.records.work import Document, Framework, FrameworkItem
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A rule or notice; `path` on this site or `url` elsewhere, both may be empty."""

    title: str
    date: PartialDate | None
    summary: str
    path: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkView:
    """A rule set. `about` says for whom and since when; items are name and summary, unlisted ones say so."""

    name: str
    about: str
    summary: str
    items: tuple[tuple[str, str], ...]


def framework_view(words: Words, framework: Framework) -> FrameworkView:
    """A rule set in words."""
    parts = []
    if framework.year is not None:
        parts.append(words("format.date_year", year=framework.year))
    if framework.applies_to is not None:
        parts.append(words("issued.applies_to", whom=words(f"choices.applies_to.{framework.applies_to}")))
    return FrameworkView(
        name=framework.name,
        about=words("interface.comma").join(parts),
        summary=framework.summary or "",
        items=tuple(_item(words, item) for item in framework.items),
    )


def _item(words: Words, item: FrameworkItem) -> tuple[str, str]:
    if not item.unknown:
        return item.name or item.id, item.summary or ""
    if item.name is not None:
        return words("issued.unlisted", name=item.name), item.summary or ""
    return words("issued.unlisted_count", count=item.count or ""), item.summary or ""


def document_line(directory: Directory, document: Document) -> DocumentLine:
    """A document, and where it can be read."""
    is_here = document.file is not None and document.file in directory.contents.files
    return DocumentLine(
        title=document.title,
        date=document.date,
        summary=document.summary or "",
        path=addresses.document_file(document.file) if is_here and document.file else "",
        url=document.url or "",
    )
