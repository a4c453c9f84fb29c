"""What the studios of a committee reach, and what of it the public is told."""

import pytest

from memberstudios.pages import coverage

DIVISIONS = """
- {id: city, name: 示例市, level: city}
- {id: county, name: 甲县, level: county, parent: city}
- {id: east, name: 东镇, level: town, parent: county}
- {id: west, name: 西镇, level: town, parent: county}
- {id: far, name: 远镇, level: town, parent: county}
- {id: hamlet, name: 东村, level: village, parent: east}
- {id: zone, name: 开发区, level: functional, parent: county}
"""
ORGANIZATIONS = """
- {id: city-committee, name: 示例市政协, kind: committee, division: city}
- {id: committee, name: 甲县政协, kind: committee, division: county, records: RECORDS}
- {id: proposals, name: 提案委, kind: special-committee, parent: committee}
- {id: culture, name: 文化委, kind: special-committee, parent: committee}
- {id: school, name: 小学, kind: school, division: county}
"""
SECTORS = "- {id: law, name: 法律界, committee: committee}\n- {id: art, name: 文艺界, committee: committee}\n"
MEMBERS = """
- {id: open, name: 公开委员, committee: committee, consent: yes}
- {id: shy, name: 没同意的委员, committee: committee}
- {id: idle, name: 没有去处的委员, committee: committee, consent: yes}
- {id: quiet, name: 没同意也没去处的委员, committee: committee}
- {id: former, name: 离任的委员, committee: committee, consent: yes, to: 2025}
"""
STUDIOS = """
- id: a
  name: 东村工作室
  division: hamlet
  serves: [far]
  sectors: [law]
  special_committee: proposals
  members: [{member: open}, {member: shy}, {member: former}, {member: idle, to: 2025}]
- {id: b, name: 已经结束的工作室, division: west, sectors: [art], special_committee: culture, valid_to: 2025}
"""


@pytest.fixture
def told(pages):
    def told(records="complete", publish_gaps="no", **more):
        site = f"title: 示例名录\npublish_gaps: {publish_gaps}\n"
        files = {"site": site, "divisions": DIVISIONS, "sectors": SECTORS, "members": MEMBERS, "studios": STUDIOS}
        organizations = ORGANIZATIONS.replace("RECORDS", records)
        found = pages(coverage.outputs, {**files, "organizations": organizations, **more})
        return {path: document.text for path, document in found.items()}

    return told


def test_every_committee_of_an_area_has_a_page_and_no_other_body(told):
    assert set(told()) == {"coverage.html", "coverage/committee.html", "coverage/city-committee.html"}


def test_without_committees_there_is_no_page(pages):
    assert pages(coverage.outputs, {"studios": STUDIOS.partition("- {id: b")[0].partition("  division")[0]}) == {}


def test_a_town_is_reached_from_below_and_from_elsewhere(told):
    text = told()["coverage/committee.html"]
    assert "工作室设到了 2 个乡镇（街道）和开发区" in text
    assert "东镇" in text
    assert "远镇" in text


def test_seats_and_terms_that_are_over_do_not_count(told):
    text = told()["coverage/committee.html"]
    assert "有 2 位委员在工作室里" in text
    assert "离任的委员" not in text
    assert "没有去处的委员" not in text


def test_members_who_did_not_agree_are_counted_and_never_named(told):
    for gaps in ("no", "yes"):
        pages = told(publish_gaps=gaps)
        assert "没同意" not in "".join(pages.values())
        assert "公开委员" in pages["coverage/committee.html"]
        assert "这里只列出同意公开资料的委员" in pages["coverage/committee.html"]


def test_gaps_are_told_where_records_are_complete_and_the_site_wants_it(told):
    text = told(publish_gaps="yes")["coverage/committee.html"]
    assert "4 个乡镇（街道）和开发区中，2 个有工作室" in text
    assert "2 个界别中，1 个有工作室" in text
    assert "4 位在任委员中，2 位在工作室里" in text
    assert "2 个专委会中，1 个联系或主办工作室" in text
    for name in ("西镇", "开发区", "文艺界", "没有去处的委员", "文化委"):
        assert f"{name}还没有" in text.replace(" ", "")


@pytest.mark.parametrize(("records", "publish_gaps"), [("partial", "yes"), ("partial", "no"), ("complete", "no")])
def test_otherwise_neither_a_gap_nor_a_total_is_told(told, records, publish_gaps):
    pages = told(records, publish_gaps)
    text = pages["coverage/committee.html"]
    for name in ("西镇", "文艺界", "没有去处的委员", "文化委", "还没有"):
        assert name not in text
    assert "2 / 4" not in "".join(pages.values())
    assert "中，" not in text


def test_index_tells_totals_only_with_gaps(told):
    assert "2 / 4" in told(publish_gaps="yes")["coverage.html"]


def test_partial_records_say_so(told):
    assert "没列出来的不等于没有" in told("partial")["coverage/committee.html"]
    assert "没列出来的不等于没有" not in told()["coverage/committee.html"]


def test_records_that_claim_nothing_count_as_partial(told):
    text = told(publish_gaps="yes")["coverage/city-committee.html"]
    assert "没列出来的不等于没有" in text
    assert "西镇" not in text


def test_committee_above_counties_shows_them_and_the_committees_below(told):
    text = told()["coverage/city-committee.html"]
    assert "收录 1 个，2 个乡镇（街道）有工作室" in text
    assert "东镇" not in text
    assert "下级政协" in text
    assert "甲县政协" in text


def test_a_committee_without_studios_is_not_listed_where_that_would_tell_a_gap(told):
    more = {"studios": "- {id: a, name: 别处的工作室}\n"}
    assert "甲县政协" not in told(**more)["coverage.html"]
    assert "甲县政协" in told(publish_gaps="yes", **more)["coverage.html"]


def test_very_many_committees_are_found_from_the_top(told, monkeypatch):
    monkeypatch.setattr(coverage, "_WHOLE_INDEX", 1)
    text = told()["coverage.html"]
    assert "示例市政协" in text
    assert "甲县政协" not in text


def test_long_lists_say_what_they_leave_out(told, monkeypatch):
    monkeypatch.setattr(coverage, "_ROWS_SHOWN", 1)
    assert "另有 1 行没有列出" in told()["coverage/committee.html"]


@pytest.mark.parametrize("status", ["closed", "preparing", "unknown"])
def test_a_studio_that_is_not_there_covers_nobody(told, status):
    text = told(publish_gaps="yes", studios=f"- {{id: a, name: 东村工作室, division: hamlet, status: {status}}}")
    assert "4 个乡镇（街道）和开发区中，0 个有工作室" in text["coverage/committee.html"]


def test_a_town_that_is_no_more_is_no_gap(told):
    ended = DIVISIONS.replace("name: 西镇, level: town", "name: 西镇, level: town, valid_to: 2025")
    assert "西镇" not in told(publish_gaps="yes", divisions=ended)["coverage/committee.html"]
