"""Measure the finder in Chromium beside folium's two clustered maps of the same points, in one interleaved run.

    .venv/bin/python benchmarks/finder.py                       1,000, 10,000 and 100,000 studios
    .venv/bin/python benchmarks/finder.py --sizes 1000 --rounds 1

Needs the project's environment and Chromium (`make setup`). folium's pages ask other people's servers for their
libraries; here Leaflet and markercluster are answered from copies, and all others with nothing, which favours them.
Load is from navigation to the first frame with marks (ours: and with the list); a filter from the call to the first
frame after it. Bytes are of everything loaded until then, each compressed with brotli. Memory is JavaScript's heap
after a collection.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import generate

HOME = Path(__file__).resolve().parents[1]
_CLUSTER = "leaflet.markercluster@1.5.3"
_MOST_MARKERS = 10_000
"""folium writes a popup and a script for every marker: at 100,000 the page is 90 MB and takes minutes to write."""
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
  const before = heading.textContent;
  field.value = field.options[Math.min(3, field.options.length - 1)].value;
  const start = performance.now();
  field.dispatchEvent(new Event("change", { bubbles: true }));
  while (heading.textContent === before) { await new Promise(requestAnimationFrame); }
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
    folder = Path(tempfile.mkdtemp(prefix="memberstudios-finder-"))
    try:
        for size in options.sizes:
            site = _built(folder / str(size), size)
            pages = {"ours": "find.html", **_folium(site, size)}
            _print(size, _measured(site, pages, options.rounds))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the finder beside folium's maps.")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000, 100_000], metavar="STUDIOS")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    return parser


def _built(folder: Path, size: int) -> Path:
    """The finder of a generated directory: only what it loads is kept of the site."""
    generate.main(["--studios", str(size), "--news", str(size // 20), "--out", str(folder / "records")])
    command = [sys.executable, HOME / "build.py", "--root", folder / "records", "--out", folder / "site"]
    subprocess.run([*map(str, command), "--as-of", "2026-11-25"], check=True, stdout=subprocess.DEVNULL)
    return folder / "site"


def _folium(site: Path, size: int) -> dict[str, str]:
    """Pages with folium's maps of the same points beside our own; their names in the table."""
    import folium
    from folium.plugins import FastMarkerCluster, MarkerCluster

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
        one = folium.Map(location=[35, 105], zoom_start=4, tiles=None, max_zoom=18)
        layer.add_to(one)
        one.save(str(site / file))
    return {name: file for name, (file, _) in made.items()}


def _points(site: Path) -> Iterator[tuple[float, float, str]]:
    for feature in json.loads((site / "data" / "studios.geojson").read_text("utf-8"))["features"]:
        if feature["geometry"]:
            lng, lat = feature["geometry"]["coordinates"]
            yield lat, lng, feature["properties"]["name"]


def _measured(site: Path, pages: dict[str, str], rounds: int) -> dict[str, list[dict[str, float]]]:
    """Every page in turn, round by round, each in a browser of its own."""
    from playwright.sync_api import sync_playwright

    libraries = _libraries(site.parent)
    found: dict[str, list[dict[str, float]]] = {name: [] for name in pages}
    with _served(site) as address, sync_playwright() as playwright:
        for number in range(rounds):
            names = list(pages)
            for name in names[number % len(names) :] + names[: number % len(names)]:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=[*_FLAGS, *_FLAGS_MORE], chromium_sandbox=False
                )
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                found[name].append(_one(page, address + pages[name], libraries, is_ours=name == "ours"))
                browser.close()
    return found


def _one(page: Any, url: str, libraries: Callable[[str], bytes], *, is_ours: bool) -> dict[str, float]:
    bodies: list[bytes] = []
    responses: list[Any] = []
    page.route(lambda asked: "127.0.0.1" not in asked, lambda route: route.fulfill(body=libraries(route.request.url)))
    page.on("response", responses.append)
    page.add_init_script(_FIRST_FRAME % (_OURS if is_ours else _THEIRS))
    page.goto(url, timeout=300_000)
    page.wait_for_function("window.firstMarks > 0", timeout=300_000)
    load = page.evaluate("window.firstMarks")
    page.wait_for_timeout(500)
    bodies += [response.body() for response in responses if response.ok]
    memory = _heap(page)
    spent = page.evaluate(_FILTER_OURS if is_ours else _FILTER_THEIRS)
    return {"load": load, "filter": spent, "kb": sum(map(_brotli, bodies)) / 1000, "memory": memory}


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


def _libraries(folder: Path) -> Callable[[str], bytes]:
    """What stands for other people's servers."""
    archive = subprocess.run(
        [_program("npm"), "pack", "--silent", "--pack-destination", str(folder), _CLUSTER],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    known = {"leaflet.js": (HOME / "assets/vendor/leaflet/leaflet.js").read_bytes()}
    known["leaflet.css"] = (HOME / "assets/vendor/leaflet/leaflet.css").read_bytes()
    with tarfile.open(folder / archive) as tar:
        for name in ("leaflet.markercluster.js", "MarkerCluster.css", "MarkerCluster.Default.css"):
            member = tar.extractfile(f"package/dist/{name}")
            known[name] = member.read() if member is not None else b""
    return lambda url: known.get(url.rpartition("/")[2], b"")


@contextmanager
def _served(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
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
