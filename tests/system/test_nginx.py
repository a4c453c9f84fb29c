"""deploy/nginx.conf in a real nginx: headers, caching, types, compression, and what is refused."""

import gzip
import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from memberstudios.render.redirects import make_redirects

CONFIGURATION = Path(__file__).parents[2] / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors "
)
FOR_A_YEAR = "public, max-age=31536000, immutable"
STYLE = "body { color: #222 }\n" * 200
FILES = {
    "index.html": "<!doctype html><title>首页</title>",
    "embed.html": "<!doctype html><title>嵌入</title>",
    "404.html": "<!doctype html><title>没有这一页</title>",
    "studios/index.html": "<!doctype html><title>工作室</title>" + "<p>一间工作室</p>" * 400,
    "studios/old.html": "<!doctype html><title>旧址</title>",
    "assets/css/site.css": STYLE,
    "assets/js/site.js": "export default 1\n",
    "assets/site.webmanifest": "{}",
    "data/studios.geojson": "{}",
    "data/studios.csv": "id,name\n",
    "data/studios.json": "[]",
    "duty/one.ics": "BEGIN:VCALENDAR\r\n",
    "news/feed.xml": "<feed/>",
    "sitemap.xml": "<urlset/>",
    ".studios-site.json": "{}",
    "studios/.draft.html": "secret",
    ".well-known/security.txt": "Contact: mailto:nobody@example.org\n",
    "redirects.map": make_redirects((("studios/old.html", "studios/new.html"),)).decode(),
}
WRAPPER = """
daemon off; master_process off; worker_processes 1; pid {prefix}/pid; error_log stderr;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {prefix}/body; proxy_temp_path {prefix}/proxy; fastcgi_temp_path {prefix}/fastcgi;
    uwsgi_temp_path {prefix}/uwsgi; scgi_temp_path {prefix}/scgi;
    include {prefix}/site.conf;
}}
"""

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    port: int

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            response = connection.getresponse()
            return Answer(status=response.status, headers=dict(response.getheaders()), body=response.read())
        finally:
            connection.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    prefix = tmp_path_factory.mktemp("nginx")
    _write_site(prefix / "site")
    port = _free_port()
    text = CONFIGURATION.read_text("utf-8").replace("/srv/studios/site", str(prefix / "site"))
    text, listens = re.subn(r"(?m)^(\s*)listen 80;", rf"\1listen 127.0.0.1:{port};", text)
    assert listens == 1
    (prefix / "site.conf").write_text(text, "utf-8")
    (prefix / "nginx.conf").write_text(WRAPPER.format(prefix=prefix), "utf-8")
    with (prefix / "errors.txt").open("wb") as errors:
        process = subprocess.Popen([str(NGINX), "-p", str(prefix), "-c", "nginx.conf", "-e", "stderr"], stderr=errors)
        try:
            _wait_for(port, process, prefix / "errors.txt")
            yield Server(port=port)
        finally:
            process.terminate()
            process.wait(timeout=10)


def _write_site(root: Path) -> None:
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    (root / "assets/css/site.css.gz").write_bytes(gzip.compress(STYLE.encode(), 9, mtime=0))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes], errors: Path) -> None:
    for _ in range(100):
        assert process.poll() is None, errors.read_text("utf-8")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx did not answer within five seconds")


@pytest.mark.parametrize(
    "path", ["/", "/studios/", "/assets/js/site.js?v=1", "/data/studios.json", "/nothing", "/.git/"]
)
def test_every_answer_has_the_security_headers(server, path):
    headers = server.ask(path).headers

    assert headers["Content-Security-Policy"] == POLICY + "'none'"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=(self)" in headers["Permissions-Policy"]
    assert headers["Server"] == "nginx"


def test_only_the_embeddable_page_may_stand_in_a_frame(server):
    headers = server.ask("/embed.html").headers

    assert headers["Content-Security-Policy"] == POLICY + "*"
    assert "X-Frame-Options" not in headers


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("/", "no-cache"),
        ("/index.html", "no-cache"),
        ("/index.html?v=abc", "no-cache"),
        ("/studios/?v=abc", "no-cache"),
        ("/assets/css/site.css", "no-cache"),
        ("/assets/css/site.css?v=", "no-cache"),
        ("/assets/css/site.css?v=abc", FOR_A_YEAR),
        ("/data/studios.json?v=abc", FOR_A_YEAR),
        ("/data/studios.json", "no-cache"),
        ("/duty/one.ics", "no-cache"),
        ("/assets/css/gone.css?v=abc", "no-store"),
    ],
)
def test_only_what_cannot_change_is_kept(server, path, rule):
    assert server.ask(path).headers["Cache-Control"] == rule


def test_a_page_that_did_not_change_is_not_sent_again(server):
    first = server.ask("/index.html")
    second = server.ask("/index.html", If_None_Match=first.headers["ETag"])

    assert (second.status, second.body) == (304, b"")
    assert second.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/index.html", "text/html; charset=utf-8"),
        ("/assets/css/site.css", "text/css; charset=utf-8"),
        ("/assets/js/site.js", "text/javascript; charset=utf-8"),
        ("/assets/site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/data/studios.geojson", "application/geo+json; charset=utf-8"),
        ("/data/studios.csv", "text/csv; charset=utf-8"),
        ("/data/studios.json", "application/json; charset=utf-8"),
        ("/duty/one.ics", "text/calendar; charset=utf-8"),
        ("/news/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
    ],
)
def test_files_have_their_types(server, path, kind):
    assert server.ask(path).headers["Content-Type"] == kind


def test_the_feed_keeps_the_headers_of_the_server(server):
    assert "Content-Security-Policy" in server.ask("/news/feed.xml").headers


def test_a_missing_page_says_so_in_our_words(server):
    answer = server.ask("/studios/nobody.html")

    assert answer.status == 404
    assert answer.body == FILES["404.html"].encode()
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "path",
    [
        "/.studios-site.json",
        "/studios/.draft.html",
        "/.git/config",
        "/redirects.map",
        "/assets/",
        "/%2estudios-site.json",
    ],
)
def test_what_is_not_for_visitors_is_not_found(server, path):
    answer = server.ask(path)

    assert answer.status == 404
    assert answer.body == FILES["404.html"].encode()


def test_well_known_addresses_are_served(server):
    assert server.ask("/.well-known/security.txt").status == 200


def test_a_compressed_neighbour_is_sent_as_it_is(server):
    answer = server.ask("/assets/css/site.css?v=abc", Accept_Encoding="gzip")

    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert gzip.decompress(answer.body) == STYLE.encode()
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Cache-Control"] == FOR_A_YEAR


def test_others_are_compressed_on_the_way(server):
    answer = server.ask("/studios/index.html", Accept_Encoding="gzip")

    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.body) == FILES["studios/index.html"].encode()


def test_who_cannot_read_gzip_gets_plain_text(server):
    assert server.ask("/assets/css/site.css").body == STYLE.encode()


def test_head_gives_the_headers_alone(server):
    answer = server.ask("/index.html", method="HEAD")

    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(FILES["index.html"].encode()))


def test_a_part_can_be_asked_for(server):
    answer = server.ask("/assets/css/site.css?v=abc", Range="bytes=5-9")

    assert (answer.status, answer.body) == (206, STYLE.encode()[5:10])
    assert answer.headers["Cache-Control"] == FOR_A_YEAR


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent(server, method):
    assert server.ask("/index.html", method=method).status == 405


def test_old_addresses_lead_on(server):
    answer = server.ask("/studios/old.html")

    assert (answer.status, answer.headers["Location"]) == (301, "/studios/new.html")


def test_a_folder_without_its_slash_leads_to_the_same_host(server):
    answer = server.ask("/studios")

    assert (answer.status, answer.headers["Location"]) == (301, "/studios/")


def test_open_data_may_be_read_by_other_sites_and_pages_may_not(server):
    assert server.ask("/data/studios.geojson").headers["Access-Control-Allow-Origin"] == "*"
    assert server.ask("/duty/one.ics").headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in server.ask("/index.html").headers


def test_nobody_climbs_out_of_the_folder(server):
    assert server.ask("/../nginx.conf").status == 400
    assert server.ask("/assets/..%2f..%2fnginx.conf").status in (400, 404)


def test_no_location_adds_headers():
    """One there would drop all headers of the server."""
    text = re.sub(r"#.*", "", CONFIGURATION.read_text("utf-8"))

    assert all("add_header" not in block for block in re.findall(r"(?m)^\s*location [^{]*\{[^}]*\}", text))
