"""Measure the finder in Chromium beside folium's two clustered maps of the same points, in one interleaved run.

    .venv/bin/python benchmarks/finder.py                       1,000, 10,000 and 100,000 studios
    .venv/bin/python benchmarks/finder.py --sizes 1000 --rounds 1

Needs the project's environment, Chromium and npm (`make setup`). folium's pages ask other people's servers for
their libraries; here copies of those that they run lie beside them, and the rest (icon fonts, a theme) is missing, which
favours them.
Load is from navigation to the first frame with marks (ours: and with the list); a filter from the call to the first
frame after it. Bytes are of everything loaded until then, each compressed with brotli. Memory is JavaScript's heap
after a collection.
"""

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import generate
from benchmarks.peers import install as peers

HOME = Path(__file__).resolve().parents[1]
_LIBRARIES = (
    "leaflet/dist/leaflet.js",
    "leaflet/dist/leaflet.css",
    "leaflet.markercluster/dist/leaflet.markercluster.js",
    "leaflet.markercluster/dist/MarkerCluster.css",
    "leaflet.markercluster/dist/MarkerCluster.Default.css",
    "jquery/dist/jquery.min.js",
    "bootstrap/dist/js/bootstrap.bundle.min.js",
    "bootstrap/dist/css/bootstrap.min.css",
    "leaflet.awesome-markers/dist/leaflet.awesome-markers.js",
    "leaflet.awesome-markers/dist/leaflet.awesome-markers.css",
)
_ELSEWHERE = re.compile(r'"https?://[^"]+/([^"/]+)"')
_RENAMED = {"jquery-3.7.1.min.js": "jquery.min.js"}
_MOST_MARKERS = 10_000
"""folium writes a popup and a script for every marker: at 100,000 the page is 90 MB and takes minutes to write."""
_PATIENCE = 300
_FLAGS = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
_FLAGS_MORE = ("--disable-component-update", "--disable-sync", "--js-flags=--expose-gc")
_BROTLI = "process.stdout.write(String(require('zlib').brotliCompressSync(require('fs').readFileSync(0)).length))"

_FIRST_FRAME = """
window.firstMarks = 0;
const look = () => requestAnimationFrame(() => {
  if (document.querySelector("%s")) { requestAnimationFrame(() => { window.firstMarks = performance.now(); }); } else { look(); }
});
look();
"""
_OURS = ".map-mark ~ .map-mark"
_THEIRS = ".marker-cluster, .leaflet-marker-icon"
_FILTER_OURS = """async () => {
  const field = document.querySelector("[data-areas] select");
  const heading = document.querySelector(".finder-count");
  const changed = new Promise((done) => new MutationObserver(done).observe(heading, { childList: true }));
  field.value = field.options[Math.min(3, field.options.length - 1)].value;
  const start = performance.now();
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await changed;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
_FILTER_THEIRS = """async () => {
  const map = Object.values(window).find((one) => one instanceof L.Map);
  let group = null;
  map.eachLayer((layer) => { if (layer instanceof L.MarkerClusterGroup) { group = layer; } });
  const all = group.getLayers();
  const start = performance.now();
  group.clearLayers();
  group.addLayers(all.filter((_, index) => index % 10 === 0));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table a size."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="memberstudios-finder-") as folder:
        for size in options.sizes:
            place = (options.folder or Path(folder)) / str(size)
            site = _built(place, size)
            pages = {"ours": "site/find.html", **_folium(site, place / "folium", size)}
            _print(size, _measured(place, pages, options.rounds, options.slower))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the finder beside folium's maps.")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000, 100_000], metavar="STUDIOS")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument(
        "--slower", type=float, default=1, metavar="TIMES", help="slow the processor down, as on a phone"
    )
    parser.add_argument("--folder", type=Path, metavar="DIR", help="build here, and use what was built here before")
    return parser


def _built(folder: Path, size: int) -> Path:
    """The site of a generated directory."""
    if not folder.exists():
        generate.main(["--studios", str(size), "--news", str(size // 20), "--out", str(folder / "records")])
    command = [sys.executable, HOME / "build.py", "--root", folder / "records", "--out", folder / "site"]
    subprocess.run([*map(str, command), "--as-of", "2026-11-25"], check=True, stdout=subprocess.DEVNULL)
    return folder / "site"


def _folium(site: Path, folder: Path, size: int) -> dict[str, str]:
    """Pages with folium's maps of the same points; their addresses by their names in the table."""
    import folium
    from folium.plugins import FastMarkerCluster, MarkerCluster

    _libraries(folder)
    points = list(_points(site))
    made = {}
    if size <= _MOST_MARKERS:
        clustered = MarkerCluster()  # type: ignore[no-untyped-call]  # folium leaves it untyped
        for lat, lng, name in points:
            clustered.add_child(folium.Marker([lat, lng], popup=folium.Popup(name)))
        made["folium MarkerCluster"] = ("marker.html", clustered)
    fast = FastMarkerCluster([[lat, lng] for lat, lng, _ in points])  # type: ignore[no-untyped-call]  # as above
    made["folium FastMarkerCluster"] = ("fast.html", fast)
    for file, layer in made.values():
        one = folium.Map(location=[35, 105], zoom_start=4, tiles=None, maxZoom=18)
        layer.add_to(one)
        text = _ELSEWHERE.sub(_library, one.get_root().render())
        (folder / file).write_text(text, "utf-8")
    return {name: f"{folder.name}/{file}" for name, (file, _) in made.items()}


def _points(site: Path) -> Iterator[tuple[float, float, str]]:
    for feature in json.loads((site / "data" / "studios.geojson").read_text("utf-8"))["features"]:
        if feature["geometry"]:
            lng, lat = feature["geometry"]["coordinates"]
            yield lat, lng, feature["properties"]["name"]


def _measured(folder: Path, pages: dict[str, str], rounds: int, slower: float) -> dict[str, list[dict[str, float]]]:
    """Every page in turn, round by round, each in a browser of its own."""
    from playwright.sync_api import sync_playwright

    found: dict[str, list[dict[str, float]]] = {name: [] for name in pages}
    with _served(folder) as address, sync_playwright() as playwright:
        for number in range(rounds):
            names = list(pages)
            for name in names[number % len(names) :] + names[: number % len(names)]:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=[*_FLAGS, *_FLAGS_MORE], chromium_sandbox=False
                )
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                found[name].append(_one(page, address + pages[name], slower, is_ours=name == "ours"))
                browser.close()
    return found


def _one(page: Any, url: str, slower: float, *, is_ours: bool) -> dict[str, float]:
    responses: list[Any] = []
    errors: list[Any] = []

    def heard(response: Any) -> None:
        responses.append(response)

    def failed(error: Any) -> None:
        errors.append(error)

    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.on("response", heard)
    page.on("pageerror", failed)
    page.add_init_script(_FIRST_FRAME % (_OURS if is_ours else _THEIRS))
    page.goto(url, timeout=300_000)
    load = _first_frame(page, errors)
    page.wait_for_timeout(500)
    bodies = [response.body() for response in responses if response.ok]
    memory = _heap(page)
    spent = page.evaluate(_FILTER_OURS if is_ours else _FILTER_THEIRS)
    return {"load": load, "filter": spent, "kb": sum(map(_brotli, bodies)) / 1000, "memory": memory}


def _first_frame(page: Any, errors: list[Any]) -> float:
    """When the first marks were seen, in milliseconds; asked for again and again, since our page's policy forbids what
    Playwright's own waiting needs.
    """
    end = time.monotonic() + _PATIENCE
    while not errors and time.monotonic() < end:
        load = float(page.evaluate("window.firstMarks"))
        if load:
            return load
        page.wait_for_timeout(100)
    raise SystemExit(f"{page.url} showed no marks: {errors or f'{_PATIENCE} seconds'}")


def _heap(page: Any) -> float:
    client = page.context.new_cdp_session(page)
    client.send("HeapProfiler.collectGarbage")
    client.send("Performance.enable")
    metrics = {one["name"]: one["value"] for one in client.send("Performance.getMetrics")["metrics"]}
    return float(metrics["JSHeapUsedSize"]) / 1e6


def _brotli(data: bytes) -> int:
    if len(data) > 4_000_000:  # node takes minutes for these: a part stands for the whole
        return _brotli(data[:2_000_000]) * len(data) // 2_000_000
    return int(subprocess.run([_program("node"), "-e", _BROTLI], input=data, check=True, capture_output=True).stdout)


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not installed")
    return found


def _libraries(folder: Path) -> None:
    """What stands for other people's servers, beside the pages that want it."""
    if not peers.install("folium"):
        raise SystemExit("the libraries that folium's pages need could not be installed")
    folder.mkdir(exist_ok=True)
    for file in _LIBRARIES:
        shutil.copy(peers.FOLIUM / file, folder)


def _library(address: re.Match[str]) -> str:
    name = address[1]
    return f'"{_RENAMED.get(name, name)}"'


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _print(size: int, found: dict[str, list[dict[str, float]]]) -> None:
    print(f"\n### {size:,} studios\n")
    print("| page | load ms, middle (least to most) | filter ms | KB, brotli | heap MB |")
    print("|---|---:|---:|---:|---:|")
    for name, runs in found.items():
        load = sorted(run["load"] for run in runs)
        middle = {key: statistics.median(run[key] for run in runs) for key in ("filter", "kb", "memory")}
        print(
            f"| {name} | {statistics.median(load):.0f} ({load[0]:.0f} to {load[-1]:.0f}) | {middle['filter']:.0f} "
            f"| {middle['kb']:.0f} | {middle['memory']:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    sys.exit(main())
