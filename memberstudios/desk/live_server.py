"""A site on this machine alone: only its own files, only under this machine's own names, never from a cache.

Every page gets a script with an address (its policy allows no other) that hears of every build through livereload's
channel, and shows what was wrong with it. Must not know who builds.
"""

import errno
import json
import socket
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.httpserver import HTTPServer

from memberstudios.base.dataclass import dataclass
from memberstudios.desk import live_report
from memberstudios.desk.live_files import TYPES, UNKNOWN_TYPE, found, is_site
from memberstudios.words import Words

HOST: Final = "127.0.0.1"
_HTTP_PORT = 80
_HEAD_END = b"</head>"
_MOST_MESSAGE_BYTES = 4096
_POLICY_OF_NO_SITE = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:"


class PortTaken(OSError):
    """The port cannot be had: another program listens there, or the system keeps it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What browsers are to know: `site` changes with every published site, a `title` says that the last build failed."""

    site: str
    title: str = ""
    report: str = ""


class LiveServer:
    """Serves one folder on 127.0.0.1. Belongs to the event loop that runs when it is made."""

    def __init__(self, folder: Path, words: Words, shown: Shown) -> None:
        self.folder = folder
        self.words = words
        self.shown = shown
        self.names: frozenset[str] = frozenset()
        given = {"site": self}
        self._server = HTTPServer(
            web.Application(
                [
                    (r"/livereload", _Channel, given),
                    (r"/_serve/state\.json", _State, given),
                    (r"/_serve/(live\.js|live\.css)", _Part, given),
                    (r"/(.*)", _Page, given),
                ],
                websocket_max_message_size=_MOST_MESSAGE_BYTES,
            )
        )

    def open(self, port: int) -> str:
        """Listen on the port (0: any free one); the site's address. Raises PortTaken."""
        try:
            listening = socket.create_server((HOST, port))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                raise PortTaken(error.errno, str(port)) from error
            raise
        listening.settimeout(0)
        opened = listening.getsockname()[1]
        endings = (f":{opened}", "") if opened == _HTTP_PORT else (f":{opened}",)
        self.names = frozenset(f"{name}{ending}" for name in (HOST, "localhost") for ending in endings)
        self._server.add_socket(listening)
        return f"http://{HOST}:{opened}/"

    def show(self, shown: Shown) -> None:
        """Tell all browsers that there is something new."""
        self.shown = shown
        _Channel.reload_waiters("/")

    async def close(self) -> None:
        """Let go of the port and of everyone who is connected."""
        self._server.stop()
        await self._server.close_all_connections()


class _Guarded(web.RequestHandler):
    """Answers only under this machine's own names, and to no page of another site."""

    def initialize(self, site: LiveServer) -> None:
        self.site = site

    def prepare(self) -> None:
        origin = self.request.headers.get("Origin")
        is_from_here = origin is None or origin in {f"http://{name}" for name in self.site.names}
        if self.request.host.lower() not in self.site.names or not is_from_here:
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")

    def compute_etag(self) -> str | None:
        """None: what is not kept is not asked for again."""
        return None

    def data_received(self, chunk: bytes) -> None:
        """Nothing is ever sent here."""

    def write_error(self, status_code: int, **_: object) -> None:
        self.set_header("Content-Type", TYPES[".txt"])
        self.finish(f"{status_code}\n")

    def send(self, ending: str, data: bytes) -> None:
        self.set_header("Content-Type", TYPES.get(ending, UNKNOWN_TYPE))
        self.finish(data)


class _Page(_Guarded):
    """A file of the site, or the site's own page for what is not there."""

    def get(self, path: str) -> None:
        folder = self.site.folder
        if not is_site(folder):
            self._nothing_yet()
        elif (file := found(folder, path)) is not None:
            self._send_file(file)
        elif path and not path.endswith("/") and found(folder, f"{path}/") is not None:
            self.redirect(f"/{quote(path)}/")
        elif (file := found(folder, "404.html")) is not None:
            self.set_status(404)
            self._send_file(file)
        else:
            raise web.HTTPError(404)

    head = get

    def _send_file(self, file: Path) -> None:
        data = file.read_bytes()
        if file.suffix == ".html":
            data = data.replace(_HEAD_END, self._script().encode() + _HEAD_END, 1)
        self.send(file.suffix, data)

    def _nothing_yet(self) -> None:
        """Before the first site is published: the script shows the report, and the site as soon as there is one."""
        words = self.site.words
        text = escape(words("serve.nothing_yet"))
        self.set_status(503)
        self.set_header("Content-Security-Policy", _POLICY_OF_NO_SITE)
        page = (
            f'<!doctype html>\n<html lang="{words.language}">\n<head><meta charset="utf-8"><title>{text}</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
            f"{self._script()}</head>\n<body><p>{text}</p></body>\n</html>\n"
        )
        self.send(".html", page.encode())

    def _script(self) -> str:
        return f'<script src="/_serve/live.js?site={quote(self.site.shown.site)}" defer></script>'


class _Part(_Guarded):
    """The script that every page gets while it is served, and its looks."""

    def get(self, name: str) -> None:
        file = Path(__file__).with_name(name)
        self.send(file.suffix, file.read_bytes())

    head = get


class _State(_Guarded):
    """Which site stands there, and what the last build had to say."""

    def get(self) -> None:
        shown, words = self.site.shown, self.site.words
        state = {
            "site": shown.site,
            "language": words.language,
            "title": shown.title,
            "close": words("serve.close"),
            "lines": live_report.lines(shown.report),
        }
        self.send(".json", json.dumps(state, ensure_ascii=False).encode())

    head = get


class _Channel(_Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload ships no types
    """livereload's channel; its `reload` means that the state is worth a look."""

    watcher = Watcher()  # watches nothing: livereload looks at files every 0.8 s, we are told

    def check_origin(self, origin: str) -> bool:  # noqa: ARG002 - `prepare` has looked at it
        return True

    def on_message(self, message: str | bytes) -> None:
        try:
            super().on_message(message)
        except (ValueError, TypeError, AttributeError):  # nothing that livereload's scripts say
            self.close()
