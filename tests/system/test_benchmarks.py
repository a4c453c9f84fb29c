"""The comparison with other site generators works, and every engine makes the same pages of the same records.

Not how fast: machines differ. A page that one side leaves out would make its time a lie.
"""

import subprocess
import sys

import pytest

from benchmarks import line_up, plot, tables
from benchmarks.comparison import Size, compare
from benchmarks.contestant import CLEAN, STUDIO
from benchmarks.peers import install as peers
from benchmarks.results import Results, load, save
from tests.setup.programs import MISSING, ROOT, find, is_required

DAY = "2026-11-25"
SIZE = Size(studios=12, news=6)


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    if find("hugo") is None:
        if is_required():
            pytest.fail(MISSING["hugo"])
        pytest.skip(MISSING["hugo"])
    found = Results(machine="a machine", runs=[], sites=[])
    contestants = line_up.contestants(["all"], SIZE.studios, DAY)
    compare(SIZE, contestants, (CLEAN, STUDIO), 1, tmp_path_factory.mktemp("bench") / "sites", DAY, found)
    return found


def test_every_engine_makes_the_same_pages_of_the_same_records(measured):
    pages = {built.contestant: built.site.pages for built in measured.sites}

    assert {"memberstudios", "Hugo, yaml", "Hugo, markdown", "Hugo, json"} <= pages.keys()
    assert [name for name, found in pages.items() if found != pages["memberstudios"]] == []


def test_pages_of_every_kind_are_about_as_large_on_all_sides(measured):
    sizes = {built.contestant: built.site.kilobytes for built in measured.sites}
    ours = sizes.pop("memberstudios")
    unlike = [
        (name, kind, found[kind], ours[kind])
        for name, found in sizes.items()
        for kind in ours
        if not 0.7 < found[kind] / ours[kind] < 1.2  # ours also say for programs what they say, and have codes to scan
    ]

    assert not unlike, "\n".join(map(str, unlike))


def test_every_build_is_timed_with_the_floor_beside_it(measured):
    clean = {run.contestant for run in measured.runs if run.case == CLEAN}
    edited = {run.contestant for run in measured.runs if run.case == STUDIO}

    assert clean == {built.contestant for built in measured.sites} | {"cp -r of the site"}
    assert {"memberstudios", "Hugo, yaml"} <= edited
    assert all(run.wall_s > 0 for run in measured.runs)


def test_results_survive_their_file_and_make_tables_and_a_plot(measured, tmp_path):
    save(measured, tmp_path / "results.json")
    kept = load(tmp_path / "results.json")
    plot.main([str(tmp_path / "results.json"), "--out", str(tmp_path / "plot.svg")])
    drawn = (tmp_path / "plot.svg").read_text("utf-8")

    assert kept == measured
    assert "| clean | Hugo, yaml |" in tables.of_size(kept, SIZE.studios, SIZE.news)
    assert "<title" in drawn
    assert "本项目，从头生成" in drawn


def test_finder_is_measured_beside_the_maps_of_folium():
    if find("chromium") is None:
        pytest.skip(MISSING["chromium"])
    if not peers.install("folium"):
        pytest.skip("the libraries of folium's pages could not be fetched")

    command = [sys.executable, str(ROOT / "benchmarks" / "finder.py"), "--sizes", "40", "--rounds", "1"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout

    rows = [line.split("|") for line in printed.splitlines() if line.startswith("| ")][1:]
    assert [row[1].strip() for row in rows] == ["ours", "folium MarkerCluster", "folium FastMarkerCluster"]
    assert all(float(cell.split()[0]) > 0 for row in rows for cell in row[2:-1])
