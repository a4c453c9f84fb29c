"""A build, step by step. Read this first: every other module is one of these steps."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256

from memberstudios.base.diagnostic import Finding
from memberstudios.pages.maps import map_options
from memberstudios.pages.plan import plan
from memberstudios.pipeline.check import Request, check_directory
from memberstudios.pipeline.crew import share_out
from memberstudios.pipeline.kept import Kept, KeptTemplates, composed_maps
from memberstudios.pipeline.making import Workshop
from memberstudios.publish.staging import Published, Staging
from memberstudios.render.output import Output
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import Tree

Progress = Callable[[str], None]
"""Called with the key of a step's name when it begins."""

CHECKSUMS = "checksums.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build; `published` is None when errors kept it from being published."""

    findings: Sequence[Finding]
    published: Published | None
    studios: int
    pages: int


def build(
    house: Tree,
    records: Tree,
    request: Request,
    kept: Kept,
    open_site: Callable[[], AbstractContextManager[Staging]],
    progress: Progress,
) -> Built:
    """Trees in, a published site out. Raises PublishError; what is wrong with records is in the findings."""
    progress("read")
    checked = check_directory(records, request)
    directory = checked.directory
    if not checked.is_publishable:
        return Built(findings=checked.findings, published=None, studios=0, pages=0)

    progress("plan")
    words = read_words(house, directory.site.language)
    maps = composed_maps(map_options(directory, words), kept)
    workshop = Workshop(house, records, directory, words, maps, KeptTemplates(kept))
    outputs = (*plan(directory, words), *workshop.asset_outputs())

    progress("render")
    with open_site() as staging:
        shares = share_out(outputs, lambda share: _write(workshop, staging, share), request.jobs)
        digests = {path: digest for share in shares for path, digest in share.items()}
        staging.put(CHECKSUMS, _checksums(digests))
        progress("publish")
        published = staging.commit([*digests, CHECKSUMS])
    pages = sum(output.maker == "html" for output in outputs)
    return Built(findings=checked.findings, published=published, studios=len(directory.studios), pages=pages)


def _write(workshop: Workshop, staging: Staging, outputs: Sequence[Output]) -> dict[str, str]:
    """Make and write outputs; the SHA-256 of each."""
    digests = {}
    for output in outputs:
        data = workshop.make(output)
        staging.put(output.path, data)
        digests[output.path] = sha256(data).hexdigest()
    return digests


def _checksums(digests: dict[str, str]) -> bytes:
    """As `sha256sum --check` reads them."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()
