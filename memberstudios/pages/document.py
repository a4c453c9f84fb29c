"""Documents (rules and notices that govern the studios): a list, and each with where it can be read and who names it."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.issued import DocumentLine, document_line
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.provenance import Provenance, provenance
from memberstudios.pages.topic_lines import TopicLine, topics
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsView:
    """One page of the list; `count` is of all pages."""

    count: int
    documents: tuple[DocumentLine, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document, and the topics in whose course it was made or used."""

    line: DocumentLine
    topics: tuple[TopicLine, ...]
    provenance: Provenance


def keys(directory: Directory) -> Iterator[str]:
    """The list (empty), and each document; nothing where there are none."""
    if len(directory.documents):
        yield ""
        yield from directory.documents


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`documents/index.html`, or the page of a document."""
    if key:
        yield _document(directory, words, key)
        return
    held = (directory.documents[id_] for id_ in directory.holding("document", directory.documents))
    known = sorted(held, key=lambda one: 0 if one.date is None else -one.date.first.toordinal())
    for number, (path, shown, pager) in enumerate(paged(addresses.DOCUMENTS, known), 1):
        page = Page(
            path=path,
            title=words("document.index_title"),
            description=words("document.index_description", title=directory.site.title),
            section="frameworks",
            crumbs=((words("framework.index_title"), addresses.FRAMEWORKS),) if len(directory.frameworks) else (),
            index=number == 1,
            is_landmark=number == 1,
        )
        lines = tuple(document_line(directory, one) for one in shown)
        yield html(page, "documents.html", DocumentsView(count=len(known), documents=lines, pager=pager))


def _document(directory: Directory, words: Words, id_: str) -> Output:
    document = directory.documents[id_]
    line = document_line(directory, document)
    page = Page(
        path=line.path,
        title=document.title,
        description=document.summary or words("document.description", title=document.title),
        section="frameworks",
        crumbs=((words("document.index_title"), addresses.DOCUMENTS),),
    )
    view = DocumentView(
        line=line,
        topics=topics(directory, words, directory.links.topics_of_document.get(id_, ())),
        provenance=provenance(directory, document, "document"),
    )
    return html(page, "document.html", view)
