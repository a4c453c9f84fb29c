import pytest

from memberstudios.base.opening_hours import opening_hours
from memberstudios.pages.duty_text import when_text
from memberstudios.pages.hours_text import hours_sentence
from memberstudios.records.reader import read_record
from memberstudios.records.studio import Studio
from memberstudios.sources.locales import read_words


def rule(**fields):
    written = {"id": "r", "starts": "2026-09-02", "freq": "weekly", "opens_at": "09:00", "closes_at": "11:30"} | fields
    studio, problems = read_record(Studio, {"id": "a", "name": "甲", "duty": [written]}, "data/studios.yaml", ())
    assert not problems
    return studio.duty[0]


@pytest.mark.parametrize(
    ("fields", "chinese", "english"),
    [
        ({"by_day": ["WE"]}, "每周三", "every Wednesday"),
        ({"by_day": ["TH", "MO"]}, "每周一、周四", "every Monday, Thursday"),
        ({"by_day": ["MO", "TU", "WE", "TH", "FR"]}, "每周一至周五", "every Monday to Friday"),
        ({"by_day": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]}, "每天", "every day"),
        ({}, "每周三", "every Wednesday"),
        ({"by_day": ["WE"], "interval": "2"}, "每两周一次，周三", "every second week, Wednesday"),
        ({"by_day": ["WE"], "interval": "3"}, "每3周一次，周三", "every 3 weeks, Wednesday"),
        ({"freq": "monthly", "by_day": ["2WE"]}, "每月第二个周三", "every month: second Wednesday"),
        ({"freq": "monthly", "by_day": ["-1FR"]}, "每月最后一个周五", "every month: last Friday"),
        ({"freq": "monthly", "by_month_day": ["10", "20"]}, "每月10日、20日", "every month: day 10, day 20"),
        ({"freq": "monthly"}, "每月2日", "every month: day 2"),
        (
            {"freq": "monthly", "interval": "2", "by_day": ["1MO"]},
            "每2个月一次，第一个周一",
            "every 2 months: first Monday",
        ),
    ],
)
def test_a_rule_of_duty_reads_as_people_say_it(house, fields, chinese, english):
    for language, days, times in (("zh-Hans", chinese, "9:00 至 11:30"), ("en", english, "9:00 to 11:30")):
        said = when_text(read_words(house, language), rule(**fields))
        assert said.replace("\N{NO-BREAK SPACE}", " ") == f"{days} {times}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mo-Fr 09:00-12:00", "周一至周五 9:00 至 12:00"),
        ("Mo-Su 09:00-12:00,14:00-17:00", "每天 9:00 至 12:00、14:00 至 17:00"),
        ("Tu,Th 14:00-16:00; Sa off", "周二、周四 14:00 至 16:00；周六 不开门"),
        ("Mo-Fr 09:00-12:00; We 14:00-16:00", "周一、周二、周四、周五 9:00 至 12:00；周三 14:00 至 16:00"),
    ],
)
def test_opening_hours_read_as_a_sentence(house, written, said):
    sentence = hours_sentence(read_words(house, "zh-Hans"), opening_hours(written))
    assert sentence.replace("\N{NO-BREAK SPACE}", " ") == said


def test_times_never_break(house):
    sentence = hours_sentence(read_words(house, "zh-Hans"), opening_hours("Mo 09:00-12:00"))
    assert "9:00\N{NO-BREAK SPACE}至\N{NO-BREAK SPACE}12:00" in sentence
