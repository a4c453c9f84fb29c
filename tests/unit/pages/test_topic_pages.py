import pytest

from memberstudios.pages import studio, topic, topics

STUDIOS = "- {id: a, name: 甲工作室}"
DOCUMENTS = "- {id: notes, title: 协商会纪要}"
TOPICS = """
- id: lift
  title: 老楼装电梯
  origin: public
  studios: [a]
  raised_on: 2026-01-05
  state: resolved
  steps:
    - {date: 2026-01-05, state: raised, text: 有居民来说}
    - {date: 2026-02-10, state: discussed, document: notes}
    - {date: 2026-09-18, state: resolved, text: 三号楼电梯开通}
  result: 三号楼电梯开通，楼上的老人能下楼了。
  proposal: {title: 关于老楼加装电梯, number: '47', submitted_to: 市政协全会, filed_on: 2026-03-01, case_opened: 2026-03-20, answered_on: 2026-06-30}
- {id: bus, title: 多一趟公交, origin: member, state: discussed, raised_on: 2026-05}
- {id: loan, title: 贷款的事, state: resolved, result: 贷到了}
- {id: bare, title: 只有标题}
"""
RECORDS = {"studios": STUDIOS, "documents": DOCUMENTS, "topics": TOPICS}


@pytest.fixture
def found(pages):
    return pages(topic.outputs, RECORDS)


@pytest.fixture
def lists(pages):
    return pages(topics.outputs, RECORDS)


def test_steps_and_the_days_of_the_proposal_are_one_time_line(found):
    text = found["topics/lift.html"].text
    order = ["有人提出", "协商过", "提交", "立案", "答复", "三号楼电梯开通", "关于老楼加装电梯（第47号）"]
    line = text[text.index("一步步怎么办的") :]
    assert [line.index(one) for one in order] == sorted(line.index(one) for one in order)


def test_the_result_stands_before_the_way_to_it_and_says_how_long_it_took(found):
    text = found["topics/lift.html"].text
    assert text.index("楼上的老人能下楼了") < text.index("一步步怎么办的")
    assert "用了 8 个月" in text


def test_how_long_is_not_said_where_no_day_is_known(found):
    assert "个月" not in found["topics/loan.html"].text


def test_the_paper_of_a_step_is_one_click_away(found):
    assert "../documents/notes.html" in found["topics/lift.html"].targets


def test_where_nothing_is_known_the_page_says_so(found):
    assert "没有写明经过" in found["topics/bare.html"].text


def test_results_stand_first_and_what_is_under_way_below(lists):
    text = lists["topics/index.html"].text
    assert text.index("老楼装电梯") < text.index("贷款的事") < text.index("正在办的") < text.index("多一趟公交")
    assert "已经办成的 2 件事" in text


def test_there_is_a_list_for_each_state_and_origin_that_occurs(lists):
    assert set(lists) == {
        "topics/index.html",
        "topics/states/discussed.html",
        "topics/states/resolved.html",
        "topics/origins/public.html",
        "topics/origins/member.html",
    }
    assert "老楼装电梯" in lists["topics/origins/public.html"].text
    assert "多一趟公交" not in lists["topics/origins/public.html"].text


def test_a_matter_without_a_day_comes_last(pages):
    later = TOPICS + "- {id: old, title: 很早的事, state: closed, raised_on: 2019}\n"
    text = pages(topics.outputs, {**RECORDS, "topics": later})["topics/index.html"].text
    assert text.index("很早的事") < text.index("贷款的事")


@pytest.mark.parametrize(
    ("fields", "months"),
    [
        ("raised_on: 2026-03-05, state: resolved, result: 好了", None),
        ("raised_on: 2020-01-01, state: closed, result: 条件不够办不了", None),
        (
            "state: closed, result: 好了, steps: [{date: 2019-10, state: raised}, {date: 2020-03, state: resolved}, {date: 2025-01, state: closed}]",
            5,
        ),
        ("state: resolved, steps: [{date: 2020, state: raised}, {date: 2021-03, state: resolved}]", None),
    ],
)
def test_how_long_it_took_ends_where_it_was_resolved(pages, fields, months):
    text = pages(topic.outputs, {"studios": STUDIOS, "topics": f"- {{id: t, title: 一件事, {fields}}}"})[
        "topics/t.html"
    ].text
    assert f"用了 {months} 个月" in text if months else "个月" not in text


def test_the_day_on_which_it_was_raised_stands_at_a_step_without_one(pages):
    topics_ = "- {id: t, title: 一件事, raised_on: 2026-03-05, steps: [{state: raised, text: 有人来说}]}"
    assert (
        "有人提出 2026年3月5日" in pages(topic.outputs, {"studios": STUDIOS, "topics": topics_})["topics/t.html"].text
    )


def test_what_has_ended_keeps_its_page_which_says_so_and_leaves_the_lists(pages):
    records = {
        **RECORDS,
        "topics": TOPICS + "- {id: old, title: 旧的一件, state: resolved, studios: [a], valid_to: 2025}\n",
    }
    assert "这份记录到2025年为止" in pages(topic.outputs, records)["topics/old.html"].text
    for module in (topics, studio):
        assert not any("旧的一件" in page.text for page in pages(module.outputs, records).values())
