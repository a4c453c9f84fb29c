"""Names of residents in a text: guesses from the words around them, for what must not be published.

Nobody can tell every Chinese name from other words. *Sure* is a known surname and one or two more characters where the
words around it leave no doubt that a resident is meant: after 居民, 业主, 家住…的 and the like; before 女士, 老人, an age,
of a letter (…的来信) or of somebody who tells the members something. *Possible* is a surname alone before 大爷, 女士 and the
like. 某 (张某, 李某某), 化名 and 小王, 老李 hide a name, and are fine.

Rather a name missed than an editor bothered: ordinary words that begin as a name does are listed. Knows no records.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from memberstudios.base.chinese_names import GIVEN, SURNAME, USUAL, is_ordinary


class Named(NamedTuple):
    """A name in a text and where it begins (from 0); `title` is what follows a name that may be a resident's, or empty
    where it surely is one.
    """

    start: int
    name: str
    title: str = ""


def hidden(name: str) -> str:
    """A name of which only the first character is left, as long as it was."""
    return name[:1] + "某" * (len(name) - 1)


def named_residents(text: str) -> Iterator[Named]:
    """The names in a text, each place once: first the sure ones, then the possible ones."""
    taken: set[int] = set()
    is_titled = _TITLE.search(text) is not None
    for signs, pattern in _SURE_OR_TITLED if is_titled else _SURE:
        for sign in signs:  # plain loops: most texts have none, and every text is asked
            if sign in text:
                break
        else:
            continue
        for match in _compiled(pattern).finditer(text):
            for start, name in _row(text, match):
                if start not in taken:
                    taken.update(range(start, start + len(name)))
                    yield Named(start, name)
    if not is_titled:
        return
    for match in _compiled(_BY_SURNAME).finditer(text):
        if match.start(1) not in taken and not is_ordinary(match[1]) and not _is_made_up(text, match):
            yield Named(match.start(1), match[1], match[2])


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Patterns as long as these take a while; most directories need few of them."""
    return re.compile(pattern)


def _is_made_up(text: str, match: re.Match[str]) -> bool:
    return text.endswith("化名", 0, match.start(1)) or _MADE_UP.match(text, match.end(1)) is not None


def _row(text: str, match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """A name and those in a row with it (李建国、王芳), each with its start; none where they are said to be made up."""
    found: re.Match[str] | None = match
    if _is_made_up(text, match):
        return
    while found is not None and not is_ordinary(found[1]):
        yield found.start(1), found[1]
        found = _NEXT.match(text, found.end(1))


_ROLE: Final = (
    "居民|村民小组长|村民|市民|网民|网友|群众|业主|住户|租户|租客|老人|老汉|老太太|老大爷|老党员|老同志|老兵|独居者|家长|邻居|户主|楼长|楼栋长|商户|店主|"
    "摊主|摊贩|个体户|职工|工人|农民工|务工人员|快递员|快递小哥|外卖员|外卖小哥|农民|农户|贫困户|低保户|困难户|种植户|养殖户|渔民|牧民|退休干部|退休教师|"
    "退休老师|退休医生|退役军人|退伍军人|上访人|信访人|反映人|当事人|来访人|来访者|来信人|来电人|申请人|求助人|求助者|投诉人|患者|病人|学生|孩子|乘客|司机|"
    "骑手|残疾人"
)
_FOLLOWS: Final = (
    "说|称|反映|反应|表示|告诉|告知|介绍|来到|提出|提到|提议|建议|找到|求助|投诉|诉说|感慨|感叹|高兴地|激动地|家住|住在|家的|的家|家里|"
    r"家中|一家|夫妇|夫妻|等人|等\d|患病|患有|因|向|年近|[，,]?[男女][，,]|[（(][男女]|[，,（(]?(?:今年|现年)?\d{1,3}多?岁"
)
_MAY_FOLLOW: Final = (
    "[，,。、；！？）)：:]|来[说信电访函找问办反讲，,。]|在|到|把|对|和|与|的|有|也|就|从|家|等|给|送来|打来|打电话|写信|致电|留言|终于|多次|拿着|带着|领到|拿到|住进|"
    r"搬进|\Z"
)
_NO_PERSON: Final = (
    "路|街|巷|村|镇|乡|县|市|区|州|省|山|河|江|湖|桥|园|城|苑|里|站|庙|寺|塔|小区|社区|新村|大厦|广场|公园|学校|中学|小学|医院|公司|超市|委员|主任|书记|主席|工作|"
    "律师|教授|奖|杯|节|牌|式"
)
"""What follows a place or what bears a name, and who is no resident."""
_AGED: Final = r"[，,（(]?\s?(?:[男女][，,])?(?:今年|现年)?\d{1,3}[多周]?岁(?![以及至到或~—-])"
_TITLE_WORDS: Final = "(?:大爷|大妈|大娘|大叔|大婶|大姐|大哥|大伯|阿姨|奶奶|爷爷|老伯|伯伯|婆婆|阿婆|师傅|女士|先生|同学|老太|老汉|嫂子|叔叔|小姐|太太|老师傅)"
_FULL_TITLE_WORDS: Final = f"(?:{_TITLE_WORDS}|老人|夫妇|夫妻|老两口|老奶奶|老爷爷|老大爷|老大妈|老先生|老阿姨)"

_BEFORE: Final = "[的位让给帮为对把被和与居民户主人众客生员区村楼号院组里镇乡社街请找望问访助到是叫送陪扶]"
"""What a surname alone follows where it begins a name; after others it ends a word (感谢大妈)."""
_BEGINS: Final = (
    r"(?:(?<![^\W_])|(?<=[的位让给帮为对把被和与居民户主众客请找望问访助到叫送陪扶待约见同跟向替])|(?<=\d[楼号室]))"
)
"""Where a name may begin: after no word, or after one that something is done to or with somebody."""

_FULL: Final = f"{SURNAME}(?:{USUAL}{GIVEN}?|{GIVEN}{USUAL})"
"""A surname and one or two characters, of which parents choose at least one."""
_LETTER: Final = "来信|来电|来函|信件|电话反映|求助|投诉|诉求|感谢信|锦旗"
_TO_MEMBERS: Final = "(?:告诉|对|向|给|跟|找到?|拉着|握着|拉住|握住)(?:了)?(?:政协|驻站|值班|接待)?(?:委员|工作室)(?!会|提出|介绍|汇报|颁)|来到(?:委员)?工作室(?:反映|求助|道谢|说)"

_BY_ROLE: Final = (
    rf"(?:{_ROLE}|家住[^，。；]{{2,16}}?的)(?:代表)?(?:[：:“ ]|(?:是|名?叫)(?={_FULL}(?:[，,。、；（(]|\Z)))?"
    rf"({SURNAME}(?:{GIVEN}{{1,2}}?(?={_FOLLOWS})|{USUAL}{{2}}(?!{_NO_PERSON})|{USUAL}{{1,2}}?(?={_MAY_FOLLOW})"
    rf"|(?:{USUAL}{GIVEN}|{GIVEN}{USUAL})(?=在|到|来[说信电访])))"
)
_BY_NAMING: Final = rf"(?:姓名[：:]\s?|(?:名叫|一[位个名]叫))({_FULL})(?=[，,。、；（(]|\s|\Z|的(?:{_ROLE}|小))"
_BY_NOTE: Final = rf"{_BEGINS}({_FULL})(?=[（(](?:{_ROLE})[）)])"
_BY_AGE: Final = rf"(?:(?<!\w)|(?<=[叫是的为]))({SURNAME}{GIVEN}{{1,2}}?)(?={_AGED})"
_BY_LETTER: Final = rf"{_BEGINS}(?<!对)({_FULL})(?=的(?:{_LETTER}))"
_BY_TELLING: Final = rf"(?<![^\W_])({_FULL})(?={_TO_MEMBERS})"
_BY_TITLE: Final = rf"(?<!委员)({_BEGINS}{_FULL}|{SURNAME}{USUAL}{{2}})(?={_FULL_TITLE_WORDS})"
_BY_SURNAME: Final = rf"(?<!委员)((?:(?<!\w)|(?<={_BEFORE}))(?!祝|(?<=[任如为])何|(?<=对)于){SURNAME}|{SURNAME}{USUAL}{{1,2}})({_TITLE_WORDS})"
_TITLE: Final = re.compile("[爷妈娘叔婶姐哥伯姨奶婆傅嫂]|女士|先生|同学|老[太汉人两]|太太|夫[妇妻]")
_NEXT: Final = re.compile(rf"[、和与及]({SURNAME}{USUAL}{{1,2}})(?={_FOLLOWS}|[、和与及，,。；]|\Z)")
_MADE_UP: Final = re.compile("[^。；]{0,12}?化名")
_SURE: Final = (
    (("",), _BY_ROLE),
    (("岁",), _BY_AGE),
    (("姓名", "叫"), _BY_NAMING),
    (("）", ")"), _BY_NOTE),
    (tuple(f"的{word}" for word in _LETTER.split("|")), _BY_LETTER),
    (("委员", "工作室"), _BY_TELLING),
)
"""What a text needs to have for a pattern to find something, and the pattern."""
_SURE_OR_TITLED: Final = (*_SURE, (("",), _BY_TITLE))
