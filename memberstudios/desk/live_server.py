"""livereload's server, kept to one site on this machine: only that folder, only this host, and scripts of our own.

The page's policy (CSP) allows no inline script, so the injected one has an address; it also shows the last report.
"""

import errno
import logging
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler
from tornado import web
from tornado.httputil import HTTPHeaders, HTTPServerRequest

from memberstudios.words import Words

HOST = "127.0.0.1"
_SCRIPT = b'<script src="/_serve/live.js" defer></script>'
_HEAD_END = b"</head>"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".geojson": "application/geo+json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
}


class PortTaken(OSError):
    """Another program listens on the port."""


class LiveServer:
    """Serves one folder on 127.0.0.1 and tells browsers to reload when `stamp` changes."""

    def __init__(self, folder: Path, port: int, *, stamp: Path, report: Path, words: Words) -> None:
        self._server = _Server(folder, report, words)
        self._server.watch(str(stamp))
        # Its own pause between reloads is three seconds; a person who saves twice wants to see both.
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        try:
            self._port = self._server.listen(port)
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                raise PortTaken(error.errno, str(port)) from error
            raise

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self._port}/"

    def run(self) -> None:
        """Serve until interrupted."""
        self._server.serve(port=self._port, host=HOST)


class _Server(Server):  # type: ignore[misc]  # livereload ships no types
    """livereload with handlers of our own; it opens its port when told, not when it runs."""

    def __init__(self, folder: Path, report: Path, words: Words) -> None:
        super().__init__()
        self._folder = folder
        self._report = report
        self._words = words

    def listen(self, port: int) -> int:
        """Open the port (0: any free one); which it is."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = False
        application = web.Application(
            [
                (r"/livereload", _Reload),
                (r"/_serve/live.js", _Script, {"words": self._words}),
                (r"/_serve/report.txt", _Report, {"report": self._report}),
                (r"/(.*)", _Page, {"path": str(self._folder), "default_filename": "index.html"}),
            ],
            transforms=[_Injector],
        )
        listening = application.listen(port, address=HOST)
        opened = next(iter(listening._sockets.values()))  # noqa: SLF001 - tornado tells the port in no other way
        found: int = opened.getsockname()[1]
        _Reload.allowed = _Guarded.allowed = frozenset(f"{name}:{found}" for name in (HOST, "localhost"))
        return found

    def application(self, *_: Any, **__: Any) -> None:
        """Already listening."""

    def _setup_logging(self) -> None:
        logging.getLogger("livereload").setLevel(logging.WARNING)
        logging.getLogger("tornado.access").setLevel(logging.ERROR)


class _Guarded(web.RequestHandler):
    """Answers only to this machine's own names: another site must not read it through a name of its own."""

    allowed: frozenset[str] = frozenset()

    def prepare(self) -> None:
        if self.request.host not in self.allowed:
            raise web.HTTPError(403)

    def data_received(self, chunk: bytes) -> None:
        """Nothing is ever sent here."""


class _Page(StaticFileHandler, _Guarded):  # type: ignore[misc]  # livereload ships no types
    """A file of the site; no dot files, no cache, and the site's own page for what is not there."""

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        parts = Path(absolute_path).relative_to(root).parts if absolute_path.startswith(root) else ("..",)
        if any(part.startswith(".") for part in parts):
            raise web.HTTPError(404)
        found: str | None = super().validate_absolute_path(root, absolute_path)
        if found is not None and not Path(found).resolve().is_relative_to(Path(root).resolve()):
            raise web.HTTPError(404)
        return found

    def get_content_type(self) -> str:
        ending = Path(self.absolute_path or "").suffix
        return _TYPES.get(ending) or str(super().get_content_type())

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 - tornado's signature
        self.set_header("Cache-Control", "no-store")

    def write_error(self, status_code: int, **_: Any) -> None:
        own = Path(self.root, "404.html")
        self.set_header("Content-Type", _TYPES[".html"])
        self.finish(own.read_bytes() if status_code == 404 and own.is_file() else f"{status_code}\n".encode())


class _Reload(LiveReloadHandler):  # type: ignore[misc]  # livereload ships no types
    """The channel that tells browsers to reload."""

    allowed: frozenset[str] = frozenset()

    def check_origin(self, origin: str) -> bool:
        return origin.partition("://")[2] in self.allowed and self.request.host in self.allowed


class _Report(_Guarded):
    """What the last build had to say, empty when nothing was wrong."""

    def initialize(self, report: Path) -> None:
        self._file = report

    def get(self) -> None:
        self.set_header("Content-Type", _TYPES[".txt"])
        self.set_header("Cache-Control", "no-store")
        self.finish(self._file.read_bytes() if self._file.is_file() else b"")


class _Script(_Guarded):
    """The script that every page gets while it is served."""

    def initialize(self, words: Words) -> None:
        self._words = words

    def get(self) -> None:
        self.set_header("Content-Type", _TYPES[".js"])
        self.set_header("Cache-Control", "no-store")
        source = Path(__file__).with_name("live.js").read_text(encoding="utf-8")
        self.finish(source.replace("{title}", self._words("serve.broken")))


class _Injector(web.OutputTransform):
    """Adds the script to every page as it leaves."""

    def __init__(self, request: HTTPServerRequest) -> None:
        super().__init__(request)

    def transform_first_chunk(
        self,
        status_code: int,
        headers: HTTPHeaders,
        chunk: bytes,
        finishing: bool,  # noqa: ARG002, FBT001 - tornado's signature
    ) -> tuple[int, HTTPHeaders, bytes]:
        if "html" in headers.get("Content-Type", "") and _HEAD_END in chunk:
            chunk = chunk.replace(_HEAD_END, _SCRIPT + _HEAD_END, 1)
            if "Content-Length" in headers:
                headers["Content-Length"] = str(int(headers["Content-Length"]) + len(_SCRIPT))
        return status_code, headers, chunk
