"""The sentence of a studio's answer, worked out by hand: what a page holds, the clock in the site's zone, what is said.

`memberstudios/pages/visit_now.py` and `assets/js/visit.js` are both held to it.
"""

from typing import Final, NamedTuple

from memberstudios.pages.visit_now import Meeting, Visit

WEEK: Final = (*(((("09:00", "12:00"), ("14:30", "17:30")),) * 5), (), None)
"""Monday to Friday; closed on Saturday; of Sunday nothing is known."""


class Case(NamedTuple):
    """`at` is a day and a time; `said` are state, title and note, all empty where the page's own words stay."""

    name: str
    page: Visit
    at: str
    said: tuple[str, str, str]


def held(day: str, opens: str = "09:00", closes: str = "11:30") -> Meeting:
    return day, opens, closes, "held", day


def page(
    *sessions: Meeting,
    visit: str = "",
    hours: bool = False,
    unusual: tuple[str, ...] = (),
    made: str = "2026-11-25",
) -> Visit:
    return Visit(made=made, visit=visit, sessions=sessions, hours=WEEK if hours else None, unusual=unusual)


NEXT: Final = "下次值班：12月2日（周三）9:00 至 11:30".replace(" 至 ", "\N{NO-BREAK SPACE}至\N{NO-BREAK SPACE}")
STALE: Final = "本页 3 天没有更新，去之前请先打电话。"
WEEKLY: Final = page(held("2026-11-25"), held("2026-12-02"))
MOVED: Final = page(("2026-12-17", "09:00", "11:30", "moved", "2026-12-16"), held("2026-12-23"))
CANCELLED: Final = page(("2026-11-25", "09:00", "11:30", "cancelled", "2026-11-25"), held("2026-12-02"))
HOLIDAY: Final = page(
    held("2026-09-30"), ("2026-10-07", "09:00", "11:30", "holiday", "2026-10-07"), held("2026-10-14"), made="2026-09-29"
)


def _spaced(text: str) -> str:
    """Times do not break at a line's end."""
    return text.replace(" 至 ", "\N{NO-BREAK SPACE}至\N{NO-BREAK SPACE}")


def _case(name: str, page: Visit, at: str, state: str = "", title: str = "", note: str = "") -> Case:
    return Case(name, page, at, (state, _spaced(title), _spaced(note)))


CASES: Final = (
    _case("a member receives", WEEKLY, "2026-11-25 10:00", "duty", "现在有委员值班，到 11:30"),
    _case("from the first minute", WEEKLY, "2026-11-25 09:00", "duty", "现在有委员值班，到 11:30"),
    _case("to the last", WEEKLY, "2026-11-25 11:29", "duty", "现在有委员值班，到 11:30"),
    _case("and not after it", WEEKLY, "2026-11-25 11:30", "later", NEXT),
    _case("later today", WEEKLY, "2026-11-25 08:59", "later", "今天 9:00 开始值班"),
    _case("just after midnight", WEEKLY, "2026-11-25 00:00", "later", "今天 9:00 开始值班"),
    _case("just before midnight", WEEKLY, "2026-11-24 23:59", "later", "下次值班：11月25日（周三）9:00 至 11:30"),
    _case("the second of two today", page(held("2026-11-25"), held("2026-11-25", "14:00", "16:00")), "2026-11-25 12:00", "later", "今天 14:00 开始值班"),
    _case("over the turn of the year", page(held("2027-01-06")), "2026-11-27 12:00", "later", "下次值班：2027年1月6日（周三）9:00 至 11:30"),
    _case("moved within a month", MOVED, "2026-11-27 12:00", "changed", "12月16日改到17日（周四）9:00 至 11:30"),
    _case(
        "moved into another month",
        page(("2026-12-01", "14:00", "16:00", "moved", "2026-11-30")),
        "2026-11-27 12:00",
        "changed",
        "11月30日改到12月1日（周二）14:00 至 16:00",
    ),
    _case(
        "another time on the same day",
        page(("2026-12-02", "14:00", "16:00", "moved", "2026-12-02")),
        "2026-11-27 12:00",
        "changed",
        "12月2日改为 14:00 至 16:00",
    ),
    _case(
        "moved far, with another one before",
        page(held("2026-12-09"), ("2026-12-30", "09:00", "11:30", "moved", "2026-12-02")),
        "2026-11-27 12:00",
        "changed",
        "12月2日改到30日（周三）9:00 至 11:30",
        "下次值班：12月9日（周三）9:00 至 11:30",
    ),
    _case(
        "moved and soon",
        page(("2026-11-27", "09:00", "11:30", "moved", "2026-11-25")),
        "2026-11-27 10:00",
        "duty",
        "现在有委员值班，到 11:30",
    ),
    _case(
        "moved from a day that is over",
        page(("2026-11-28", "09:00", "11:30", "moved", "2026-11-25")),
        "2026-11-27 10:00",
        "later",
        "下次值班：11月28日（周六）9:00 至 11:30",
    ),
    _case("cancelled today", CANCELLED, "2026-11-25 10:00", "cancelled", "今天的值班取消，下次12月2日（周三）9:00 至 11:30"),
    _case("cancelled tomorrow", CANCELLED, "2026-11-24 10:00", "cancelled", "11月25日取消，下次12月2日（周三）9:00 至 11:30"),
    _case("cancelled yesterday", CANCELLED, "2026-11-26 10:00", "later", NEXT),
    _case(
        "cancelled and nothing after it",
        page(("2026-11-25", "09:00", "11:30", "cancelled", "2026-11-25")),
        "2026-11-24 10:00",
        "cancelled",
        "11月25日取消",
    ),
    _case(
        "cancelled, while another is held that day",
        page(("2026-12-02", "09:00", "11:30", "cancelled", "2026-12-02"), held("2026-12-02", "14:00", "16:00")),
        "2026-11-27 10:00",
        "later",
        "下次值班：12月2日（周三）14:00 至 16:00",
    ),
    _case("before a holiday, one more", HOLIDAY, "2026-09-29 10:00", "later", "下次值班：9月30日（周三）9:00 至 11:30"),
    _case("the holiday is next", HOLIDAY, "2026-09-30 12:00", "cancelled", "10月7日放假，不值班，下次10月14日（周三）9:00 至 11:30"),
    _case("after the holiday", HOLIDAY, "2026-10-08 09:00", "later", "下次值班：10月14日（周三）9:00 至 11:30", "本页 9 天没有更新，去之前请先打电话。"),
    _case("open without a member", page(hours=True), "2026-11-27 10:00", "open", "现在开门，没有委员值班"),
    _case("open, and who comes next", page(held("2026-12-02"), hours=True), "2026-11-27 10:00", "open", "现在开门，没有委员值班", NEXT),
    _case("closed over noon", page(held("2026-12-02"), hours=True), "2026-11-27 13:00", "later", NEXT),
    _case("hours of Saturday: closed", page(hours=True), "2026-11-28 10:00", note=STALE),
    _case("hours of Sunday: not known", page(hours=True, made="2026-11-27"), "2026-11-29 10:00"),
    _case("hours on a day off are not known", page(hours=True, unusual=("2026-11-27",)), "2026-11-27 10:00"),
    _case("a member receives while the door is open", page(held("2026-11-27"), hours=True), "2026-11-27 10:00", "duty", "现在有委员值班，到 11:30"),
    _case("by appointment, while a member receives", page(held("2026-11-27"), visit="appointment-required"), "2026-11-27 10:00", "appointment", "须先预约", "现在有委员值班，到 11:30"),
    _case("by appointment, and who comes next", page(held("2026-12-02"), visit="appointment-required"), "2026-11-27 10:00", "appointment", "须先预约", NEXT),
    _case("by appointment, without a time", page(visit="appointment-required"), "2026-11-27 10:00"),
    _case("better by appointment", page(held("2026-12-02"), visit="appointment-preferred"), "2026-11-27 10:00", "later", NEXT),
    _case("no fixed time", page(visit="no-fixed-time"), "2026-11-27 10:00", "appointment", "没有固定时间，先联系再去"),
    _case("nothing is known", page(), "2026-11-27 10:00"),
    _case("two days old", WEEKLY, "2026-11-27 10:00", "later", NEXT),
    _case("three days old", WEEKLY, "2026-11-28 10:00", "later", NEXT, STALE),
    _case("three days old and nothing known", page(), "2026-11-28 10:00", note=STALE),
    _case("all sessions are over", WEEKLY, "2027-03-01 10:00", note="本页 96 天没有更新，去之前请先打电话。"),
)  # fmt: skip
