"""What organizations gave themselves and others: rule sets and documents, as lists and pages show them."""

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.named import Named
from memberstudios.records.work import Document, Framework, FrameworkItem
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item; `is_unknown` where the source names a number and not the items, and `name` says so."""

    name: str
    summary: str
    is_unknown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkLine:
    """A rule set. `about` says for whom and since when."""

    name: str
    path: str
    about: str
    summary: str
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A rule or notice, with its own page; `file` is the path of the paper on this site, `url` its address elsewhere."""

    title: str
    path: str
    issuer: Named | None
    date: PartialDate | None
    summary: str
    file: str
    url: str


def framework_line(words: Words, framework: Framework) -> FrameworkLine:
    """A rule set in words."""
    parts = []
    if framework.year is not None:
        parts.append(words("format.date_year", year=framework.year))
    if framework.applies_to is not None:
        parts.append(words("issued.applies_to", whom=words(f"choices.applies_to.{framework.applies_to}")))
    return FrameworkLine(
        name=framework.name,
        path=addresses.framework(framework.id),
        about=words("interface.comma").join(parts),
        summary=framework.summary or "",
        items=tuple(_item(words, item) for item in framework.items),
    )


def _item(words: Words, item: FrameworkItem) -> ItemLine:
    name = item.name or item.id
    if item.unknown and item.name is not None:
        name = words("issued.unlisted", name=item.name)
    elif item.unknown:
        name = words("issued.unlisted_count", count=item.count or "")
    return ItemLine(name=name, summary=item.summary or "", is_unknown=item.unknown)


def document_line(directory: Directory, document: Document) -> DocumentLine:
    """A document, and where it can be read."""
    is_here = document.file is not None and document.file in directory.contents.files
    return DocumentLine(
        title=document.title,
        path=addresses.document(document.id),
        issuer=named.organization(directory, document.issuer),
        date=document.date,
        summary=document.summary or "",
        file=addresses.document_file(document.file) if is_here and document.file else "",
        url=document.url or "",
    )
