"""Which pages a text may link to: those that the site has, of kinds that not every record has too."""

from datetime import UTC, date, datetime

import pytest

from memberstudios.pages.targets import Targets
from memberstudios.pipeline.check import Request, check_directory
from memberstudios.sources.tree import MemoryTree
from tests.unit.pages.test_duty_calendars import RECORDS

DIVISIONS = "- {id: town, name: 东镇}\n- {id: far, name: 西镇}\n"
ORGANIZATIONS = (
    "- {id: committee, name: 示例市政协, kind: committee, division: far}\n- {id: hall, name: 大厅, division: far}\n"
)


def targets(files: dict[str, bytes]) -> Targets:
    """What texts of a directory may link to on a day of November 2026."""
    request = Request(day=date(2026, 11, 25), instant=datetime(2026, 11, 25, tzinfo=UTC))
    return Targets(check_directory(MemoryTree(files), request).directory)


@pytest.fixture(scope="module")
def known() -> Targets:
    records = {**RECORDS, "divisions": DIVISIONS, "organizations": ORGANIZATIONS}
    records["studios"] = records["studios"].replace("status: open", "status: open\n  division: town", 1)
    return targets({f"data/{name}.yaml": text.encode() for name, text in records.items()})


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("duty/index.html", True),
        ("duty/town.html", True),
        ("duty/far.html", False),
        ("duty/nowhere.html", False),
        ("print/a.html", True),
        ("print/nothing.html", False),
        ("areas/far.html", True),
    ],
)
def test_pages_of_duty_are_there_where_somebody_has_duty(known, path, leads):
    assert known.leads(path) is leads
    assert (path in set(known.all()) or path == "duty/index.html") is leads


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("coverage.html", True),
        ("coverage/committee.html", True),
        ("coverage/hall.html", False),
        ("coverage/nowhere.html", False),
    ],
)
def test_committees_of_an_area_have_a_page_of_what_they_reach(known, path, leads):
    assert known.leads(path) is leads
    assert (path in set(known.all())) is leads


def test_lists_that_occur_may_be_linked_to():
    files = {
        "data/site.yaml": b"title: x",
        "data/studios.yaml": b"- {id: a, name: x}",
        "data/activities.yaml": b"- {id: a, title: x, kind: lecture}",
        "data/topics.yaml": b"- {id: t, title: x, state: resolved, origin: public}",
    }
    found = targets(files)
    there = ("activities/kinds/lecture.html", "topics/states/resolved.html", "topics/origins/public.html")
    gone = (
        "activities/kinds/charity.html",
        "topics/states/raised.html",
        "topics/origins/member.html",
        "reports/index.html",
    )
    assert all(map(found.leads, there))
    assert not any(map(found.leads, gone))


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("reports/index.html", True),
        ("reports/2025/far.html", True),
        ("reports/2024/far.html", False),
        ("reports/2025/town.html", False),
        ("reports/2025/nowhere.html", False),
        ("reports/2025/far", False),
        ("reports/far.html", False),
        ("reports/2027/far.html", False),
    ],
)
def test_a_year_of_which_there_is_a_report_may_be_linked_to(path, leads):
    files = {
        "data/site.yaml": b"title: x",
        "data/divisions.yaml": DIVISIONS.encode(),
        "data/organizations.yaml": ORGANIZATIONS.encode(),
        "data/studios.yaml": b"- {id: a, name: x, division: far, established: 2025-03}",
        "data/sources.yaml": b"- {id: s, title: x}",
        "data/activities.yaml": b"- {id: b, title: x, date: 2027, division: far}",
    }
    assert targets(files).leads(path) is leads
