"""Names of residents in a text: guesses from the words around them, for what must not be published.

Nobody can tell every Chinese name from other words. *Sure* is a known surname and one or two more characters between
what says that a resident is meant (居民, 业主 …, 家住…的) and what follows only a person (说, 反映, 家的 …), or before an age.
*Possible* is a surname before 大爷, 女士 and the like. 某 (张某, 李某某), 化名 and 小王, 老李 hide a name, and are fine.

Rather a name missed than an editor bothered: ordinary words that begin as a name does are listed. Knows no records.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


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
    for pattern in (_BY_ROLE, _BY_AGE) if "岁" in text else (_BY_ROLE,):
        for match in pattern.finditer(text):
            for start, name in _row(text, match):
                if start not in taken:
                    taken.update(range(start, start + len(name)))
                    yield Named(start, name)
    if _TITLE.search(text) is None:
        return
    for match in _BY_TITLE.finditer(text):
        if match.start(1) not in taken and not _is_ordinary(match[1]):
            yield Named(match.start(1), match[1], match[2])


def _row(text: str, match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """A name and those in a row with it (李建国、王芳), each with its start."""
    found: re.Match[str] | None = match
    while found is not None and not _is_ordinary(found[1]):
        yield found.start(1), found[1]
        found = _NEXT.match(text, found.end(1))


def _is_ordinary(name: str) -> bool:
    """Whether what looks like a name is an ordinary word, or begins with one."""
    return name[1:2] in _ORDINARY.get(name[0], ()) or name[1:] in _NOT_GIVEN


_SINGLE: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石"
    "姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂"
    "焦柳邢岳齐梅莫庄辛祝左涂谷祁时舒耿牟卜詹关苗凌纪靳盛童欧甄项曲成阳裴卫查屈鲍覃霍翁隋植甘柏宁柯阮桂闵柴华冉阚闫肖褚娄窦戚岑"
    "蒲邬饶瞿佟苟寇敖揭练温栾邝巫迟卓景"
)
_DOUBLE: Final = "欧阳|上官|司徒|诸葛|司马|皇甫|尉迟|公孙|慕容|令狐|东方|夏侯|端木|轩辕|宇文|长孙|呼延|申屠|南宫|西门"
_SURNAME: Final = f"(?:{_DOUBLE}|[{_SINGLE}])"

_GIVEN: Final = (
    "[^\\W\\d_a-zA-Z某的了着过在是有和与就都也不没被把对从到向将要会能及等为以这那我你他她们问吗呢吧并还又再很多几两各每该此或且已未"
    "并因说称找来村镇乡县市区]"
)
"""What may stand in a name where its surroundings leave no doubt."""
_USUAL: Final = (
    "[国文明德华志军生建平光小玉永英海林东天晓云山春祥宝立忠庆丽新学昌清俊荣良兵维伟敏秀武义保振兴福兰君杰思芳达贵梅树刚红凤"
    "景宏松宇瑞飞美嘉波强斌顺洪恩如静书爱科玲奇辉惠延珍慧鹏娟霞娜娥香琴燕莉萍婷倩雪莲桂菊荷翠巧珠银艳妍琳琪璐瑶怡佳欣悦颖洁"
    "涛浩超勇毅磊鑫峰岩龙虎彪根柱喜财旺富才寿仁信孝礼智勤贤淑贞素芬芝彩凡帆航翔博远帅凯迪诚涵轩梓子豪泽晨阳旭升亮辰宁健泰"
    "江润雨冰晶莹亚卫民启宗继绍祖炳炎铭钧钦锋铁钢锦坤乾培增坚]"
)
"""What parents choose: asked for where a sentence may go on in many ways."""

_ROLE: Final = (
    "居民|村民|市民|网民|群众|业主|住户|租户|租客|老人|老汉|老太太|老大爷|老党员|独居者|家长|商户|店主|摊主|摊贩|职工|工人|农民工|务工人员|农民|农户|贫困户|"
    "低保户|困难户|种植户|养殖户|渔民|牧民|退休干部|退休教师|退役军人|上访人|信访人|反映人|当事人|来访人|来访者|申请人|求助人|投诉人|"
    "患者|病人|学生|孩子|乘客|司机|骑手|残疾人"
)
_FOLLOWS: Final = (
    "说|称|反映|反应|表示|告诉|告知|介绍|来到|提出|提到|提议|建议|找到|求助|投诉|诉说|感慨|感叹|高兴地|激动地|家住|住在|家的|的家|家里|"
    "家中|一家|夫妇|夫妻|等人|等\\d|患病|患有|因|向|年近|[，,]?[男女][，,]|[（(][男女]|[，,（(]?(?:今年|现年)?\\d{1,3}多?岁"
)
_MAY_FOLLOW: Final = "[，,。、；！？）)]|在|到|把|对|和|与|的|有|也|就|从|\\Z"
_AGED: Final = "[，,（(]?\\s?(?:[男女][，,])?(?:今年|现年)?\\d{1,3}[多周]?岁(?![以及至到或~—-])"
_TITLE_WORDS: Final = "(?:大爷|大妈|大娘|大叔|大婶|大姐|大哥|大伯|阿姨|奶奶|爷爷|老伯|伯伯|婆婆|阿婆|师傅|女士|先生|同学|老太|老汉|嫂子|叔叔|小姐|太太|老师傅)"

_BEFORE: Final = "[的位让给帮为对把被和与居民户主人众客生员区村楼号院组里镇乡社街请找望问访助到是叫送陪扶]"
"""What a surname alone follows where it begins a name; after others it ends a word (感谢大妈)."""

_ORDINARY_WORDS: Final = (
    "高一下中举于亢产价位低傲兴出分压台呼唱地墙声处大官密寒射尚层居差度手效树校档检楼歌法涨深温炉炮点烧程空端粱级考职见调贵远速铁音频额高龄峰血收质标利跟纬招技个浓 "
    "成书交亮亲人份例倍像全军分功化名员品型天套婚岩年才批排效文方本林果法熟片瘾立绩群色虫行规语败钢长为千堆都 "
    "万一万丈个事亩份众余元册分千台名吨块头家尾岁峰户斤方枚根次物种米线股象辆里镑难公美年人英左州 "
    "文中义书人件体保凭化史告坛士字学官帝库思才摘本案档汇法物献理盲秘稿章笔职臣艺言身选采集革风明 时下事人代任候值光兴分刻务势尚局常延报政效数文日时期机段空而节装辰速针钟间限隔雨不至 "
    "金丝书代价兵冠台子字属币条牌盆矿箔色花蛇蝶融象质轮边针钢钱铁铺锣门额鱼鸡婚秋点黄箍枪 常事人任住例务备委常年态数温熟理用绿见规设识量驻来去回到吃走喝问提讲坐带做言德 "
    "方丈位便信军剂可圆城士始子寸山差平式形才术柱根格案桌法波生略砖程言证针阵面解 石人像兽刻化匠器块堆墙墨壁头室屋料材板栏棉棺榴油灰碑窟经膏蜡质铁门雕首磨英家 "
    "关上中乎于内切口外头子心押掉机注涉照爱税系节连锋键门闭防隘露怀好灯窗电水联 白人垩夜天子带日果润眼粉纸脸色花菜蚁衣袍话费酒金铁面须骨血鳍茫热内细 "
    "周一三二五代六刊四围天岁年报日易朝期末济润游身边遭长到密全转折口 安上于全分好定居心息慰排插放歇生睡稳立置葬装设详身康享度检顿静阳 于是今去昨上下本当星周年近日早晚一二三四五六七八九十 "
    "何事人其况地处如妨尝必故新方日时止物用种者苦门去从 余万下个亩名地处天孽实年座暇次种篇米者部额鱼生热公 严刑加厉守密寒峻惩整明格禁肃良谨酷重防冬 "
    "黄土壤昏牌瓜疸素纸色芪花豆道酒金鳝褐鼠包 任一何免内务命官性意教期民用由素职劳凭 曾经多因一二三数先两任提反去来到找住做 武人力器士备大学官师当术职艺装警麻侠 "
    "毛义子孔尖毯病皮笔纺线色衣钱坯巾利茸 江岸心景段浙淮猪豚边面水湖西苏北南东 马上列力号嘶场头桶褂路蹄车里队铃拉 左侧右岸手权派眼脚腿臂路边近首邻 易事于学趣燃涝地拉堵积受忘怀犯见 "
    "温书存室差带度情暖柔水润热饱馨州 盛事产况名唐大宴开情景润行装誉夏 查出办处封查理看禁考获证询阅验 申办新明生诉请购辩述领报花 史书事册学料方籍记论迹观 揭发帖幕开批晓示穿露牌短 "
    "曲子折牌率目线艺调谱酒面 牛头奶棚皮筋肉角车羊栏仔 甘地心愿油草蔗薯露甜苦 田产亩地径里间头园少多 阳台子府性气痿线光历春 龙口头服椅眼船袍骨舟灯 卫兵士志校生视铁队浴 "
    "夏代历天季日朝秋至收 施主加压展工放用肥行 纪事委子实年录律念检 景仰气点物致色观象 舒坦展张服畅缓适心 许下久愿财配多可诺 陆上地战游相续航路 季军子度梁泽节风 林业中地场带间荫 "
    "焦作急灼炭点虑躁 谷主口地子底物雨 迟早滞疑缓误迟钝 钱包币款财物少不 齐名心整集声全聚 华人侨筝表诞夏 唐代初天宋朝诗 植入树株根物被 程序度式志文控 胡乱扯须同闹萝 陈旧述年情列皮 "
    "庄上严稼重园 张贴罗口望嘴 毕业升天生竟 童年心装话趣 钟头情表鼓点 屈原指服辱 康复养乐健 柴油火草米 殷切墟天实 洪流涝水灾 涂料鸦改抹 王位室牌者 祝愿福寿贺 章法程节鱼 "
    "苗条木圃族 范书例围志 谢意绝罪谢 隋代唐朝末 雷击电管雨 顾念虑客及 颜子料色面 乔迁木装 叶片酸子 孙子女辈 宁愿可静 戴上口好 柳条树编 梅毒花雨 秦代朝腔 莫名大非 贺信喜词 "
    "辛苦辣勤 陶器片瓷 兰花草 凌乱晨 宋代朝 尤其为 徐徐步 杨树梅 柏油树 欧盟洲 段落子 汪汪洋 练习功 芦花苇 苏共醒 董事子 蒲团公 郑重州 韩国语 项目链 黎明族 丁克 侯车 "
    "傅里 冉冉 刘海 卓著 孔隙 孟夏 巫术 庞大 彭湃 朱红 李子 杜绝 桂花 樊笼 汤药 熊猫 牟财 甄别 罗列 耿直 肖像 萧条 葛根 蒋介 赖以 邵东 霍乱 饶有 鲁莽 "
)
"""A surname, and the characters that make an ordinary word with it (文化, 文学 …)."""
_ORDINARY: Final = {word[0]: frozenset(word[1:]) for word in _ORDINARY_WORDS.split()}
_NOT_GIVEN_WORDS: Final = (
    "家 家人 家属 家庭 氏 姓 府 子 工 主任 书记 主席 委员 局长 所长 科长 镇长 村长 乡长 县长 市长 区长 院长 校长 会长 社长 经理 律师 医生 大夫 教授 "
    "老师 老板 法官 警官 民警 同志 代表 大爷 大妈 大娘 大叔 大婶 大姐 大哥 大伯 阿姨 奶奶 爷爷 老伯 伯伯 婆婆 阿婆 师傅 女士 先生 同学 老太 老汉 嫂子 叔叔 "
    "小姐 太太 春节 春天 夏天 秋天 冬天 元旦 端午 中秋 中午 月初 月底 年初 年底 大人 家园 家湾 家河 家坪 家沟 家坝 家塘 家桥 社区 小区 大桥 小学 中学"
)
"""What stands behind a surname and is no name."""
_NOT_GIVEN: Final = frozenset(_NOT_GIVEN_WORDS.split())

_BY_ROLE: Final = re.compile(
    rf"(?:{_ROLE}|家住[^，。；]{{2,16}}?的)(?:代表)?[：:“ ]?"
    rf"({_SURNAME}(?:{_GIVEN}{{1,2}}?(?={_FOLLOWS})|{_USUAL}{{1,2}}(?={_MAY_FOLLOW})"
    rf"|(?:{_USUAL}{_GIVEN}|{_GIVEN}{_USUAL})(?=在|到)))"
)
_BY_AGE: Final = re.compile(rf"(?:(?<!\w)|(?<=[叫是的为]))({_SURNAME}{_GIVEN}{{1,2}}?)(?={_AGED})")
_BY_TITLE: Final = re.compile(
    rf"(?<!委员)((?:(?<!\w)|(?<={_BEFORE}))(?!祝|(?<=[任如为])何|(?<=对)于){_SURNAME}|{_SURNAME}{_USUAL}{{1,2}})({_TITLE_WORDS})"
)
_TITLE: Final = re.compile(_TITLE_WORDS)
_NEXT: Final = re.compile(rf"[、和与及]({_SURNAME}{_USUAL}{{1,2}})(?={_FOLLOWS}|[、和与及，,。；]|\Z)")
