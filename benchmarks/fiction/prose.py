"""Chinese sentences composed from parts, so that ten thousand records do not repeat each other; knows no record."""

from benchmarks.fiction.chance import Chance
from benchmarks.fiction.words import words

_PARTS: dict[str, tuple[str, ...]] = {
    "who": words("值班委员 召集人 联络员 几位委员 工作室 委员和社区干部 驻点委员 三位界别委员 轮值的两位委员 工作室志愿者"),
    "resident": words("一位老住户 沿街店主 刚下班的年轻人 带孙子的老人 几位家长 合作社社员 楼栋长 外来务工人员 果农 退休教师 开货车的师傅 坐轮椅的居民"),
    "trouble": words(
        "楼道灯坏了两个月没人修 电梯时好时坏 下雨天排水口返水 校门口放学时堵得走不动 夜里施工吵得睡不着 快递车占了消防通道 公交末班车收得太早 "
        "卫生院晚上没有人值班 冷库排队要等三天 自来水早上有股铁锈味 村口的弯道看不见来车 充电桩装好了一直没通电 办一张证明跑了四个窗口 广场的长椅只剩架子 "
        "助餐点的饭送到时已经凉了 工资拖到第三个月 垃圾桶离厨房窗户太近 健身器材螺丝松了 河边护栏缺了一截 网上预约不会操作"
    ),
    "place": words("小区中心花园 菜市场东门 村委会院坝 学校门卫室旁 镇便民大厅 河堤步道 老粮站仓库 合作社分拣棚 居民楼三单元 公交首末站 社区食堂 文化站阅览室"),
    "when": words("当天下午 第二天一早 一周之内 月底之前 隔了三天 开春以后 入汛之前 国庆节前 连着两个周末 半个月后"),
    "body": words("街道办事处 住建部门 物业公司 镇卫生院 供电所 水务公司 交警中队 市场管理办 县农技站 教育部门 人社窗口 公交公司 城管中队 业主委员会"),
    "act": words(
        "到现场看了一遍 挨家挨户问了意见 把来龙去脉记在接待本上 请来施工的师傅一起算账 画了一张示意图贴在公告栏 打电话问清了归谁管 约了三方坐下来谈 "
        "查了近两年的维修记录 数了一个小时的车流 跟着送餐员走了一趟 带着材料去窗口试办了一次"
    ),
    "fix": words(
        "物业公司换掉了坏的部件，其余列入年度计划 业主委员会当场定下了开工的日子 公交公司把末班车推迟了四十分钟 人社窗口增加了一个人工柜台 "
        "交警中队划出了接送区和等候区 水务公司把护栏补齐并刷了反光漆 镇卫生院每周三晚上开了夜间门诊 合作社把冷库的排号改成了电话预约 "
        "物业公司退回了多收的费用 城管中队调整了垃圾桶的位置，并加装了洗手池 供电所在楼道里装了声控灯 住建部门说明了做不了的原因，并写了书面答复 "
        "教育部门把材料清单从九样减到四样 县农技站每月派人到地里来两回 街道办事处腾出一间屋子给老人吃饭 市场管理办给排水沟换了盖板"
    ),
    "view": words("事情不大，拖久了就成了心事 把话说清楚，比马上答应更要紧 能办的马上办，不能办的讲明白 多走几步路，少开一个会 谁受影响，就先听谁说 记下来的事要有回音"),
    "more": words("此后又回访了两次 结果写在门口的公示栏上 相关单位留了联系人 居民代表在记录上签了字 还没有办完的部分，下个月接着谈 有两户暂时不同意，继续上门沟通"),
}  # fmt: skip
_SENTENCES = (
    "{when}，{who}在{place}接待了{resident}，听到的是“{trouble}”。",
    "{resident}说，{trouble}，跑了几处都没有下文。",
    "{who}没有急着表态，先{act}。",
    "{when}，{body}派人来到{place}，和{who}一起{act}。",
    "经过{n}次沟通，{fix}。",
    "参加的有{n}户居民和{m}位委员，意见记了整整{m}页。",
    "{view}，这是{who}常说的一句话。",
    "{more}。",
    "起初大家的想法并不一致：有人担心费用，有人担心工期，也有人觉得“{trouble}”算不上大事。",
    "{who}{act}，又请{body}说明了规定，最后{fix}。",
    "统计下来，这一年共接待{big}人次，其中{n}件转给了{body}，{m}件已经办结。",
    "在{place}，{resident}指着现场说：{trouble}。",
    "{body}的工作人员解释了预算怎么来、工期为什么要{n}天。",
    "{when}再去看，{place}已经变了样，{more}。",
    "协商会开了将近{m}个小时，谈到最后，{fix}。",
    "{resident}提出，能不能让{body}把联系电话也贴出来，{who}当场记下。",
    "{who}把同类的事归到一起，发现{n}件里有{m}件都和{place}有关。",
    "{resident}特地回来说了一声：{fix}。",
    "难处也有：{trouble}，一时找不到归口的单位。",
    "为了听得全一些，{who}分头{act}，又在{place}摆了一张桌子。",
    "{when}，一张{n}行的清单交到了{body}手里，每一行都写着谁提的、什么时候回话。",
    "并不是每件事都顺：{body}起初认为不归自己管，{who}把依据一条条摆出来，事情才往前走。",
    "回头看，从{resident}开口到见着结果，一共用了{n}天。",
    "这件事后来写成了一条建议，主要讲三点：谁来管、钱从哪里来、多久给答复。",
)
_STRIDES = (1, 5, 7, 11, 13)  # none of them shares a divisor with the number of sentences
_INTRODUCTIONS = (
    "来的多半是{resident}和{resident}，一壶茶、一本接待簿，先听再问。",
    "原来是一间闲置的库房，{n}位居民帮着刷的墙；常谈的是“{trouble}”这类事。",
    "每次值班都留一把空椅子给后来的人，上一年接待{big}人次，转办{n}件。",
    "管着附近{n}个小组的大事小情，能在{place}说清的就不请人跑第二趟。",
    "委员轮流坐班，{body}每季度来对一次账，没办完的接着办。",
    "墙上有一张表，谁提的、谁在办、办到哪一步，{resident}都看得懂。",
    "不收费，不代替窗口办证，也不受理已经打官司的案子；说不清该找谁，可以先来这里问。",
)
_HEADINGS = (
    "事情的起因",
    "大家怎么说",
    "怎么谈拢的",
    "现在怎么样",
    "还有哪些没办完",
    "下一步",
    "现场听到的",
    "算了一笔账",
)
_POINTS = (
    "{fix}",
    "{when}由{who}回访一次",
    "{place}的改动先公示七天",
    "费用由{n}户分摊，困难户除外",
    "有变动写在门口的公示栏上",
)


def sentence(chance: Chance) -> str:
    """One sentence of a report."""
    return _fill(chance.pick(_SENTENCES), chance)


def introduction(chance: Chance) -> str:
    """What a studio is like, in one sentence."""
    return _fill(chance.pick(_INTRODUCTIONS), chance)


def paragraph(chance: Chance, sentences: int) -> str:
    """Sentences of different patterns, as long as there are enough."""
    count = len(_SENTENCES)
    start, stride = chance.number(0, count - 1), chance.pick(_STRIDES)
    return "".join(_fill(_SENTENCES[(start + step * stride) % count], chance) for step in range(sentences))


def headings(chance: Chance, count: int) -> tuple[str, ...]:
    """Different titles of chapters."""
    start = chance.number(0, len(_HEADINGS) - 1)
    return tuple(_HEADINGS[(start + step) % len(_HEADINGS)] for step in range(count))


def points(chance: Chance, count: int) -> str:
    """A Markdown list."""
    return "\n".join(f"- {_fill(chance.pick(_POINTS), chance)}" for _ in range(count))


def trouble(chance: Chance) -> str:
    """What somebody complains about."""
    return chance.pick(_PARTS["trouble"])


def outcome(chance: Chance) -> str:
    """What was done in the end."""
    return f"{chance.pick(_PARTS['fix'])}。"


def _fill(pattern: str, chance: Chance) -> str:
    return pattern.format_map(_Words(chance))


class _Words(dict[str, str]):
    """Chooses a word only for the places that the pattern has."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance

    def __missing__(self, name: str) -> str:
        if name == "n":
            return str(self._chance.number(6, 48))
        if name == "m":
            return str(self._chance.number(2, 5))
        if name == "big":
            return str(self._chance.number(120, 980))
        return self._chance.pick(_PARTS[name])
