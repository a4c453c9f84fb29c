"""Runs one command: the only place that knows the clock, the environment and the terminal."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from memberstudios.cli.again import Sight, cache_of, keep, office_of
from memberstudios.cli.arguments import language_of, parse
from memberstudios.cli.profile import Profile
from memberstudios.cli.streams import OutputLostError, open_streams, write
from memberstudios.cli.terminal import Terminal
from memberstudios.pipeline.kept import Kept
from memberstudios.pipeline.kept_words import kept_words
from memberstudios.sources.tree import FolderTree
from memberstudios.words import Words

if TYPE_CHECKING:
    from memberstudios.publish.errors import PublishError

HOME = Path(__file__).resolve().parents[2]
"""The project's folder: templates, assets and words are here, and records unless `--root` says otherwise."""

DONE, WRONG_RECORDS, WRONG_USE, NOT_PUBLISHED = 0, 1, 2, 3


def main(argv: Sequence[str]) -> int:
    """The exit code: 0 done, 1 errors in the records, 2 wrong use, 3 could not publish."""
    open_streams()
    house = FolderTree(HOME, ("templates", "assets", "locales"))
    try:
        words = kept_words(house, language_of(argv), Kept(cache_of(str(HOME))))
    except ValueError as error:  # no words to say it with
        sys.stderr.write(f"{error}\n")
        return NOT_PUBLISHED
    return _main(argv, words)


def _main(argv: Sequence[str], words: Words) -> int:
    try:
        arguments = parse(argv, words, HOME)
    except SystemExit as stop:
        return int(stop.code or 0)
    if not arguments.root.is_dir():
        return _refuse(words("terminal.no_root", path=arguments.root))
    try:
        instant = _instant(os.environ)
    except ValueError:
        return _refuse(words("terminal.bad_epoch", value=os.environ["SOURCE_DATE_EPOCH"]))
    try:
        return _run(argv, arguments, words, instant)
    except KeyboardInterrupt:
        sys.stderr.write(words("terminal.interrupted") + "\n")
        return 130
    except OutputLostError as error:
        write(sys.stderr, words("terminal.output_lost", reason=error) + "\n")
        return NOT_PUBLISHED


def _refuse(text: str) -> int:
    write(sys.stderr, text + "\n")
    return WRONG_USE


def _run(argv: Sequence[str], arguments: argparse.Namespace, words: Words, instant: datetime) -> int:
    if arguments.command == "serve":
        return _serve(arguments, words)
    gc.disable()  # a build ends soon, and makes no circles that matter
    if arguments.command == "check":
        return _check(arguments, words, instant)
    return _build(argv, arguments, words, instant)


def _instant(environment: Mapping[str, str]) -> datetime:
    """SOURCE_DATE_EPOCH (reproducible-builds.org), else now. Raises ValueError."""
    written = environment.get("SOURCE_DATE_EPOCH")
    if written is None:
        return datetime.now(UTC)
    try:
        instant = datetime.fromtimestamp(int(written), UTC)
    except (OverflowError, OSError) as error:
        raise ValueError(written) from error
    if not 1 < instant.year < MAXYEAR:  # its day must exist in every zone
        raise ValueError(written)
    return instant


def _records(root: Path) -> FolderTree:
    return FolderTree(root, ("data", "content"))


def _check(arguments: argparse.Namespace, words: Words, instant: datetime) -> int:
    from memberstudios.desk.formats import FORMATS
    from memberstudios.pipeline.check import Request, check_directory

    with Terminal(words).step("read"):
        checked = check_directory(_records(arguments.root), Request(day=arguments.as_of, instant=instant))
    write(sys.stdout, FORMATS[arguments.format](checked.findings, words))
    return DONE if checked.is_publishable else WRONG_RECORDS


def _build(argv: Sequence[str], arguments: argparse.Namespace, words: Words, instant: datetime) -> int:
    from memberstudios.desk import report
    from memberstudios.pipeline.build import Place, build
    from memberstudios.pipeline.check import Request
    from memberstudios.publish.errors import PublishError
    from memberstudios.publish.listing import listing
    from memberstudios.publish.office import OfficeFolder
    from memberstudios.publish.site import open_site

    began = time.monotonic()
    root = str(arguments.root)
    sight = Sight(argv, str(HOME), root, os.environ)  # before anything is read
    out = arguments.out or arguments.root / "site"
    request = Request(
        day=arguments.as_of, instant=instant, base_url=arguments.base_url, jobs=arguments.jobs or _processors()
    )
    inputs = [
        *(arguments.root / name for name in ("data", "content")),
        *(HOME / name for name in ("templates", "assets", "locales", "memberstudios")),
    ]
    terminal, profile = Terminal(words), Profile()

    def begin(step: str) -> None:
        terminal.begin(step)
        profile.begin(step)

    try:
        built = build(
            sight.house,
            sight.records,
            request,
            Kept(cache_of(root), sight.version),
            Place(
                open=lambda: open_site(out, inputs=inputs, allow_shrink=arguments.allow_shrink),
                live=lambda: listing(out),
                office=OfficeFolder(office_of(root), out),
            ),
            begin,
        )
    except PublishError as error:
        terminal.end()
        write(sys.stderr, _told(error, words) + "\n")
        return NOT_PUBLISHED
    terminal.end()
    profile.end()
    if arguments.profile:
        write(sys.stderr, profile.table(words))
    complained = report.text(built.findings, words) if built.findings else ""
    write(sys.stderr, complained)
    if built.published is None:
        write(sys.stderr, words("terminal.nothing_published") + "\n")
        return WRONG_RECORDS
    values = {"studios": built.studios, "pages": built.pages, "changed": built.published.changed}
    path = out / "index.html"
    seconds = f"{time.monotonic() - began:.1f}"
    write(sys.stdout, words("terminal.built", **values, seconds=seconds, path=path) + "\n")
    if built.office_trouble is not None:
        write(sys.stderr, _told(built.office_trouble, words) + "\n")
    elif not arguments.profile:
        said, _, rest = words("terminal.built", **{**values, "changed": 0}, seconds="\0", path=path).partition("\0")
        zone = "" if arguments.as_of else built.timezone
        texts = (complained, said, rest + "\n")
        keep(sight, str(out), zone, built.written, texts)
    return DONE


def _told(error: "PublishError", words: Words) -> str:
    """What went wrong, and which site stands."""
    text = words(f"publish.{error.code}", **error.values)
    if error.old_site_stands is None:
        return text
    return text + words("publish.stands.old" if error.old_site_stands else "publish.stands.new")


def _serve(arguments: argparse.Namespace, words: Words) -> int:
    from memberstudios.desk.serve import PortTaken, Serving, serve

    given = (
        ("--as-of", arguments.as_of),
        ("--base-url", arguments.base_url),
        ("--jobs", arguments.jobs),
        ("--language", arguments.language),
    )
    options = [text for name, value in given if value is not None for text in (name, str(value))]
    if arguments.allow_shrink:
        options.append("--allow-shrink")
    serving = Serving(
        home=HOME,
        root=arguments.root.absolute(),
        out=(arguments.out or arguments.root / "site").absolute(),
        port=arguments.port,
        options=tuple(options),
    )
    try:
        serve(serving, words, Terminal(words))
    except PortTaken:
        sys.stderr.write(words("serve.port_taken", port=arguments.port) + "\n")
        return NOT_PUBLISHED
    return DONE


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
