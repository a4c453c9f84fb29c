import re

import pytest

from memberstudios.pages import document, framework, pairing
from memberstudios.pages.addresses import PAGE_SIZE

STUDIOS = """
- id: a
  name: 甲工作室
  compliance:
    - {framework: wall, item: duties, met: yes, date: 2026-05-01, evidence: 墙上的照片}
    - {framework: wall, item: rules, met: partly}
- {id: b, name: 乙工作室, compliance: [{framework: wall, item: duties, met: no}]}
- {id: c, name: 丙工作室}
- {id: d, name: 丁工作室, valid_to: 2025, compliance: [{framework: wall, item: duties, met: yes}]}
"""
ORGANIZATIONS = "- {id: city, name: 示例市政协, kind: committee}"
FRAMEWORKS = """
- {id: wall, name: 三上墙, issuer: city, year: 2026, applies_to: studio, items: [{id: duties, name: 工作职责}, {id: rules, name: 规章制度}, {id: more, name: 8种形式, unknown: yes, count: 8}]}
- {id: other, name: 别的做法, items: {id: x, name: 一条}}
"""
DOCUMENTS = "- {id: rule, title: 管理办法, issuer: city, date: 2020, summary: 只有标题}"
TOPICS = "- {id: t, title: 用到办法的事, steps: {state: raised, document: rule}}"
PAIRINGS = "- {id: p, studio: a, partner: 向阳小学, kind: 校社共建, since: 2026-02, sources: [s]}"
SOURCES = "- {id: s, title: 一篇报道}"
RECORDS = {
    "studios": STUDIOS, "organizations": ORGANIZATIONS, "frameworks": FRAMEWORKS, "documents": DOCUMENTS,
    "topics": TOPICS, "pairings": PAIRINGS, "sources": SOURCES,
}  # fmt: skip


@pytest.fixture
def found(pages):
    return pages(framework.outputs, RECORDS)


def test_the_matrix_says_of_each_listed_studio_what_is_on_record(made):
    html = made(framework.outputs, RECORDS)["frameworks/wall.html"].decode()
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", html[html.index('class="table matrix"') :], re.DOTALL)
    cells = [
        [re.sub(r"<[^>]*>", "", cell).split()[0] for cell in re.findall(r"<td.*?</td>", row, re.DOTALL)] for row in rows
    ]
    assert cells == [["做到", "部分做到"], ["还没做到", "没有记录"]]


def test_an_item_that_nobody_listed_stays_unknown_and_is_no_column(found):
    text = found["frameworks/wall.html"].text
    assert "8种形式（报道没有逐条列出）" in text
    assert text.count("8种形式") == 1


def test_who_is_in_no_list_is_in_no_matrix(found):
    assert "丁工作室" not in found["frameworks/wall.html"].text
    assert "丙工作室" not in found["frameworks/wall.html"].text


def test_counts_leave_what_is_not_on_record_apart(made):
    html = made(framework.outputs, RECORDS)["frameworks/wall.html"].decode()
    row = re.search(r"<th scope=\"row\">规章制度</th>(.*?)</tr>", html, re.DOTALL)
    assert row is not None
    assert re.findall(r"<div>(\d+)</div>", row[1]) == ["0", "1", "0", "1"]


def test_a_studio_in_the_matrix_leads_to_its_evidence(found):
    assert "../studios/a.html#compliance" in found["frameworks/wall.html"].targets


def test_frameworks_stand_under_who_issued_them_others_last(found):
    text = found["frameworks/index.html"].text
    assert text.index("示例市政协") < text.index("三上墙") < text.index("没有写明由谁制定") < text.index("别的做法")


def test_a_long_matrix_goes_on_with_its_rows_alone(pages):
    many = "".join(
        f"- {{id: s{n}, name: 第{n}室, compliance: {{framework: wall, item: duties, met: yes}}}}\n"
        for n in range(PAGE_SIZE + 1)
    )
    found = pages(framework.outputs, {**RECORDS, "studios": many, "pairings": ""})
    second = found["frameworks/wall/2.html"].text
    assert f"第{PAGE_SIZE}室" in second
    assert "有哪几条" not in second


def test_a_document_leads_to_where_it_was_used(pages):
    found = pages(document.outputs, RECORDS)
    assert "用到办法的事" in found["documents/rule.html"].text
    assert "没有收录全文" in found["documents/rule.html"].text
    assert "../documents/rule.html" in found["documents/index.html"].targets


def test_a_pairing_names_both_sides_and_its_source(pages):
    found = pages(pairing.outputs, RECORDS)["pairings/index.html"]
    assert "向阳小学" in found.text
    assert "../studios/a.html" in found.targets
    assert "../pages/sources.html#s" in found.targets
