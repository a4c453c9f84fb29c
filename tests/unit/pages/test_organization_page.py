import pytest

from memberstudios.pages import organization

ORGANIZATIONS = """
- {id: city, name: 示例市政协, kind: committee, phone: 0000-5550100, records: partial}
- {id: school, name: 示例小学, kind: school, parent: city}
- {id: nobody, name: 没人提到的单位}
"""
STUDIOS = """
- {id: a, name: 甲工作室, owner: city, host: school}
- {id: b, name: 乙工作室, backers: [city]}
- {id: c, name: 丙工作室, owner: city, valid_to: 2025}
"""
FRAMEWORKS = """
- {id: f, name: “1158”工作法, issuer: city, year: 2024, items: [{id: one, name: 联系一个责任区}, {id: visits, name: 8个必访, unknown: yes, count: 8}]}
"""
FIGURES = (
    "- {id: n, organization: city, measure: studios, quantity: {value: 92, raw: 92个}, as_of: 2023-06-04, sources: [s]}"
)
SOURCES = "- {id: s, title: 报道, publisher: 示例日报, date: 2023-06-04}"


@pytest.fixture
def found(pages):
    records = {
        "organizations": ORGANIZATIONS,
        "studios": STUDIOS,
        "frameworks": FRAMEWORKS,
        "figures": FIGURES,
        "sources": SOURCES,
    }
    documents = "- {id: d, title: 工作室管理办法, issuer: city, date: 2020, url: 'https://example.org/d'}"
    return pages(organization.outputs, {**records, "documents": documents})


def test_studios_stand_under_the_part_the_organization_has_in_them(found):
    text = found["organizations/city.html"].text
    assert text.index("主办的工作室") < text.index("甲工作室") < text.index("支持的工作室") < text.index("乙工作室")
    assert "丙工作室" not in text


def test_items_that_nobody_listed_are_said_to_be_unlisted(found):
    text = found["organizations/city.html"].text
    assert "联系一个责任区" in text
    assert "8个必访（报道没有逐条列出）" in text


def test_records_that_name_only_some_do_not_contradict_a_report(found):
    text = found["organizations/city.html"].text
    assert "92个" in text
    assert "只收录了报道点名的一部分（2 个）" in text


def test_totals_of_other_things_are_not_compared_with_the_studios(pages):
    figures = "- {id: n, organization: city, measure: proposals, quantity: {value: 85, raw: 85件}, sources: [s]}"
    records = {"organizations": ORGANIZATIONS, "studios": STUDIOS, "figures": figures, "sources": SOURCES}
    text = pages(organization.outputs, records)["organizations/city.html"].text
    assert "85件" in text
    assert "两边不一样不是出错" not in text


def test_documents_phones_and_parents_lead_on(found):
    assert {"../documents/d.html", "tel:00005550100"} <= set(found["organizations/city.html"].targets)
    assert "../organizations/city.html" in found["organizations/school.html"].targets


def test_the_list_leaves_out_whom_nobody_refers_to(found):
    text = found["organizations/index.html"].text
    assert "示例市政协" in text
    assert "没人提到的单位" not in text
    assert "organizations/nobody.html" in found
