"""The server of one site for one machine, over real sockets: what it gives, and to whom it gives nothing."""

import asyncio
import http.client
import os
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import pytest
from tornado.websocket import websocket_connect

from memberstudios.desk.live_server import LiveServer, PortTaken, Shown
from memberstudios.publish import marker
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import FolderTree

WORDS = read_words(FolderTree(Path(__file__).parents[3], ("locales",)), "zh-Hans")
SITE = {
    marker.NAME: "{}",
    "index.html": "<head><title>首页</title></head><p>好",
    "404.html": "<head><title>没有这一页</title></head>",
    "studios/index.html": "<head></head>列表",
    "data/studios.geojson": "{}",
    "data/studios.csv": "编号",
    "duty/a.ics": "BEGIN:VCALENDAR",
    "news/feed.xml": "<feed/>",
    "LICENSE": "text",
    ".env": "secret",
    ".git/config": "secret",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served") / "site"
    for name, text in SITE.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder.parent / "secret.txt").write_text("secret", "utf-8")
    (folder.parent / "site-2").mkdir()
    (folder.parent / "site-2" / "secret.txt").write_text("secret", "utf-8")
    (folder / "away.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "up").symlink_to(folder.parent)
    return folder


@pytest.fixture(scope="module")
def port(site):
    loop, ended, opened = asyncio.new_event_loop(), asyncio.Event(), SimpleQueue[int]()

    async def run():
        server = LiveServer(site, WORDS, Shown(site="1-1"))
        opened.put(int(server.open(0).rstrip("/").rpartition(":")[2]))
        await ended.wait()
        await server.close()

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    yield opened.get(timeout=10)
    loop.call_soon_threadsafe(ended.set)
    thread.join(10)
    loop.close()


def finish(task):
    """Run to the end in a thread of its own: the browser of other tests keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, task).result(20)


@pytest.fixture
def ask(port):
    def ask(path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        given = {"Host": f"127.0.0.1:{port}"} | {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in given.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    return ask


def test_page_gets_the_script_and_its_length_is_right(ask):
    answer, body = ask("/")
    assert answer.status == 200
    assert body == (
        '<head><title>首页</title><script src="/_serve/live.js?site=1-1" defer></script></head><p>好'.encode()
    )
    assert answer.headers["Content-Length"] == str(len(body))


def test_head_tells_the_same_without_a_body(ask):
    whole, _ = ask("/")
    answer, body = ask("/", "HEAD")
    assert (answer.status, body) == (200, b"")
    assert answer.headers["Content-Length"] == whole.headers["Content-Length"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/data/studios.geojson", "application/geo+json; charset=utf-8"),
        ("/data/studios.csv?v=1", "text/csv; charset=utf-8"),
        ("/duty/a.ics", "text/calendar; charset=utf-8"),
        ("/news/feed.xml", "application/xml; charset=utf-8"),
        ("/LICENSE", "application/octet-stream"),
        ("/_serve/live.js", "text/javascript; charset=utf-8"),
        ("/_serve/live.css", "text/css; charset=utf-8"),
        ("/_serve/state.json", "application/json; charset=utf-8"),
    ],
)
def test_type_and_charset_are_told_and_nothing_is_kept(ask, path, kind):
    answer, _ = ask(path)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Etag"] is None


@pytest.mark.parametrize(
    "path",
    [
        "/.env",
        "/.git/config",
        f"/{marker.NAME}",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/studios/..%2f..%2fsecret.txt",
        "/studios/../../secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/..%2fsite-2/secret.txt",
        "/away.txt",
        "/up/secret.txt",
        "/index.html%00.txt",
        "/C:/secret.txt",
        "/" + "x" * 5000,
        "/nowhere.html",
        "/data/",
        "/index.html/",
    ],
)
def test_what_was_not_published_gets_the_sites_own_page(ask, path):
    answer, body = ask(path)
    assert answer.status == 404
    assert "没有这一页".encode() in body
    assert b"secret" not in body


def test_folder_without_its_slash_leads_to_its_index(ask):
    answer, _ = ask("/studios")
    assert (answer.status, answer.headers["Location"]) == (302, "/studios/")
    assert "列表".encode() in ask("/studios/")[1]


@pytest.mark.parametrize("path", ["/", "/_serve/state.json", "/_serve/live.js", "/livereload", "/nowhere.html"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:{port}", "[::1]:{port}"])
def test_other_names_of_this_machine_get_nothing(ask, port, path, host):
    answer, body = ask(path, Host=host.format(port=port))
    assert (answer.status, body) == (403, b"403\n")


@pytest.mark.parametrize("path", ["/", "/_serve/state.json", "/livereload"])
@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"])
def test_pages_of_other_sites_get_nothing(ask, port, path, origin):
    assert ask(path, Origin=origin.format(port=port))[0].status == 403


def test_this_machines_own_names_get_the_site(ask, port):
    for name in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}"):
        assert ask("/", Host=name)[0].status == 200
    assert ask("/", Origin=f"http://localhost:{port}")[0].status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_can_be_sent(ask, method):
    assert ask("/", method)[0].status == 405


def test_only_this_machine_can_connect(port):
    others = {str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {
        "127.0.0.1"
    }
    for address in sorted(others | {"127.0.0.2"}):
        with pytest.raises(OSError), socket.create_connection((address, port), timeout=2):  # noqa: PT011 - any refusal
            pass


def test_exchanged_file_is_given_anew(ask, site):
    for text in ("<feed>1</feed>", "<feed>two</feed>"):
        (site / "new.xml").write_text(text, "utf-8")
        os.replace(site / "new.xml", site / "news" / "feed.xml")
        assert ask("/news/feed.xml", If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT")[1] == text.encode()


def test_folder_that_was_not_published_is_not_shown(ask, site):
    (site / marker.NAME).rename(site / "away")
    try:
        answer, body = ask("/data/studios.csv")
    finally:
        (site / "away").rename(site / marker.NAME)
    assert answer.status == 503
    assert "网站还没有生成".encode() in body
    assert b"/_serve/live.js" in body


def test_taken_port_is_refused(port):
    async def run():
        with pytest.raises(PortTaken):
            LiveServer(Path(), WORDS, Shown(site="1-1")).open(port)

    finish(run())


def test_channel_tells_of_a_build_and_forgives_nonsense(tmp_path):
    async def run():
        server = LiveServer(tmp_path, WORDS, Shown(site="1-1"))
        address = server.open(0).replace("http", "ws") + "livereload"
        lost = await websocket_connect(address)
        await lost.write_message("[1]")
        assert await lost.read_message() is None
        lost.close()
        channel = await websocket_connect(address)
        await channel.write_message('{"command": "hello"}')
        assert '"command": "hello"' in str(await channel.read_message())
        await channel.write_message('{"command": "info", "url": "/"}')
        await channel.write_message('{"command": "hello"}')
        await channel.read_message()
        server.show(Shown(site="1-2"))
        assert '"command": "reload"' in str(await channel.read_message())
        channel.close()
        await server.close()

    finish(run())
