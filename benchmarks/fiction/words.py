"""Word lists that the fictional country is composed from; nothing but words."""


def words(text: str) -> tuple[str, ...]:
    """The words of a text that spaces part."""
    return tuple(text.split())


STEM_FIRST = words(
    "澜lan 霁ji 岫xiu 汐xi 芷zhi 蘅heng 砚yan 鹭lu 槿jin 栎li 莼chun 苇wei 笠li 蓼liao 珩heng 璟jing 霖lin 溦wei 澹dan 泠ling "
    "翎ling 隽jun 棠tang 荻di 茗ming 黛dai 缃xiang 絮xu 霭ai 峣yao 嵘rong 峤qiao 洵xun 湉tian 漪yi 澍shu 濯zhuo 瑾jin 琮cong "
    "璞pu 锦jin 鹮huan 雁yan 鹂li 鳜gui 麓lu 黍shu 稷ji 穗sui 粟su 菱ling 荇xing 葭jia 蒹jian 薇wei 蕙hui 藜li 杼zhu 箬ruo"
)
STEM_SECOND = words(
    "津jin 浦pu 渡du 汀ting 洲zhou 屿yu 岭ling 峪yu 坪ping 垣yuan 堰yan 塘tang 墅shu 桥qiao 台tai 陂bei 陇long 隰xi 原yuan "
    "埠bu 湾wan 泉quan 溪xi 浔xun 淀dian 川chuan 丘qiu 阜fu 陵ling 郢ying 邑yi 城cheng 宁ning 和he 昌chang 兴xing 康kang "
    "泰tai 祥xiang 庆qing 定ding 顺shun 野ye"
)
SURNAMES = words(
    "赵zhao 钱qian 孙sun 李li 周zhou 吴wu 郑zheng 王wang 冯feng 陈chen 褚chu 卫wei 蒋jiang 沈shen 韩han 杨yang 朱zhu 秦qin "
    "许xu 何he 吕lv 施shi 张zhang 孔kong 曹cao 严yan 华hua 金jin 魏wei 陶tao 姜jiang 戚qi 谢xie 邹zou 喻yu 柏bai 水shui 窦dou "
    "章zhang 云yun 苏su 潘pan 葛ge 曾zeng 仇qiu 区ou 单shan 解xie 查zha 乐yue 欧阳ouyang 上官shangguan 司徒situ 诸葛zhuge"
)
GIVEN_FIRST = words(
    "砚yan 澜lan 霁ji 蘅heng 珩heng 湉tian 漪yi 澍shu 琮cong 璞pu 峤qiao 棠tang 缃xiang 翎ling 隽jun 岫xiu 栎li 荇xing 葭jia 蕙hui"
)
GIVEN_SECOND = words(
    "舟zhou 声sheng 禾he 桥qiao 书shu 田tian 钟zhong 笺jian 石shi 雨yu 帆fan 木mu 灯deng 壶hu 岸an 篱li 弦xian 麦mai 窗chuang 墨mo 坡po 梯ti"
)

COUNTY_SUFFIXES = ("县", "区", "市", "县")
TOWN_SUFFIXES = ("镇", "街道", "镇", "乡", "街道", "镇", "乡", "镇")
ROADS = words(
    "滨河路 育才街 建设巷 和平路 同心路 幸福里 新桥街 老邮局巷 文昌路 丰收大道 百货街 石板巷 槐荫路 水塔街 粮站路 东风巷"
)
BUILDINGS = words(
    "便民服务中心一楼 党群服务中心二楼 社区综合楼 文化站 老干部活动室 图书馆分馆 商会会馆 科普馆 邻里中心 司法所旁 卫生院对面 学校东门"
)
DIRECTIONS = (
    "从{road}菜市场往东走两百米，门口挂着红底白字的牌子。",
    "公交{line}路到{road}站下车，过天桥就到，坐轮椅请走北侧坡道。",
    "进大院后左手第一个门，走廊尽头那间就是；找不到可以问门卫。",
    "汽车站出来沿{road}直走，看见邮局右转，二楼有电梯。",
    "在{road}和镇政府路口的拐角，楼下是药店，楼上是工作室。",
)
HOURS_TEXTS = (
    "逢集日上午",
    "农历初一、十五上午，农忙时另行通知",
    "工作日上班时间，周三下午学习",
    "每周两个半天，以门口告示为准",
)
DUTY_TEXTS = (
    "每月中旬安排一次，提前三天在村口公告栏贴出",
    "委员轮流到点，具体哪天请打电话问",
    "赶集的日子有委员在，下大雨顺延",
)
CONTACT_TEXTS = (
    "可在门口意见箱留言，每周五开箱。",
    "年纪大的居民可以请楼栋长代为预约。",
    "微信里搜工作室名称，留言后两个工作日内回复。",
)

THEMES = (
    ("司法行政", "法治同行"), ("教育", "春风课桌"), ("医药卫生", "健康敲门"), ("科技体育", "巧手实验"), ("文化艺术", "墨香里弄"),
    ("农业", "田埂课堂"), ("经济", "助企问诊"), ("环境资源", "清水绿岸"), ("社会福利", "暖冬热饭"), ("新闻出版", "书声相伴"),
    ("乡贤", "老槐树下"), ("物业共治", "楼道议事"),
)  # fmt: skip
SERVICES = (
    ("法律咨询", "legal-advice", "婚姻、借贷、劳动合同这些事，值班委员先听清楚，再说走哪条路合适。"),
    ("政策咨询", "policy", "医保、社保、低保怎么办，带上材料，当面一条一条讲。"),
    ("反映小区问题", "estate", "电梯、停车、漏水、垃圾清运，记下来交给该管的单位，并回告结果。"),
    ("听取社情民意", "opinion", "对教育、交通、就医有什么想法，都可以来说，整理后写成信息或提案。"),
    ("协商议事", "consultation", "几方说不拢的事，约到一张桌子上谈，委员只帮着把话说透。"),
    ("就业和培训", "jobs", "介绍招工信息和技能班，帮着看用工合同。"),
    ("健康讲座", "health", "每季度一讲，讲慢病、用药和急救，可以现场量血压。"),
    ("农技指导", "farming", "病虫害、选种、销路，能到地里去看的就到地里去。"),
    ("学业和家教", "school", "陪孩子读书、给家长讲讲怎么说话，不推销课程。"),
    ("帮企业跑事", "business", "融资、用地、用工遇到难处，帮着问清楚该找谁。"),
)
MATTERS = {
    "legal-advice": ("法律咨询", ("打官司", "律师", "借条", "离婚", "合同")),
    "policy": ("政策咨询", ("医保", "社保", "低保", "退休", "补贴")),
    "estate": ("小区设施", ("电梯", "物业", "停车", "漏水", "路灯")),
    "opinion": ("社情民意", ("建议", "意见", "反映")),
    "consultation": ("协商议事", ("邻里", "调解", "商量", "有事好商量")),
    "jobs": ("就业培训", ("找工作", "招工", "工资", "技能班")),
    "health": ("看病和健康", ("看病", "挂号", "吃药", "养老", "体检")),
    "farming": ("农技和销路", ("种地", "果树", "病虫害", "卖不出去")),
    "school": ("上学和孩子", ("上学", "入园", "辅导", "校车")),
    "business": ("办企业", ("贷款", "执照", "招人", "用地")),
    "traffic": ("出行和道路", ("公交", "修路", "红绿灯", "堵车")),
    "environment": ("环境和卫生", ("垃圾", "噪声", "油烟", "河道")),
}
SUBJECTS = (
    ("老旧小区加装电梯", "estate"), ("校门口接送拥堵", "traffic"), ("镇卫生院夜间门诊", "health"), ("河道垃圾打捞", "environment"),
    ("果品冷库排队", "farming"), ("外来子女入学手续", "school"), ("小微企业续贷", "business"), ("农贸市场下水", "environment"),
    ("独居老人助餐点", "health"), ("村道会车让行", "traffic"), ("零工市场遮雨棚", "jobs"), ("广场噪声时段", "environment"),
    ("电动车充电桩", "estate"), ("法律援助下乡", "legal-advice"), ("高龄补贴认证", "policy"), ("相邻采光纠纷", "consultation"),
)  # fmt: skip
SECTORS = (
    ("ccp", "中国共产党"), ("minge", "民革"), ("minmeng", "民盟"), ("minjian", "民建"), ("minjin", "民进"), ("nonggong", "农工党"),
    ("zhigong", "致公党"), ("jiusan", "九三学社"), ("taimeng", "台盟"), ("nonparty", "无党派人士"), ("youth", "共青团和青联"),
    ("unions", "总工会"), ("women", "妇联"), ("industry-commerce", "工商联"), ("science-association", "科协"), ("taiwan", "台联"),
    ("overseas", "侨联"), ("culture-art", "文化艺术界"), ("science", "科学技术界"), ("social-science", "社会科学界"),
    ("economy", "经济界"), ("agriculture", "农业界"), ("education", "教育界"), ("sports", "体育界"), ("press", "新闻出版界"),
    ("medicine", "医药卫生界"), ("friendship", "对外友好界"), ("welfare", "社会福利和社会保障界"), ("environment", "环境资源界"),
    ("minorities", "少数民族界"), ("religion", "宗教界"), ("hong-kong", "特邀香港人士"), ("macao", "特邀澳门人士"), ("invited", "特别邀请人士"),
)  # fmt: skip
TITLES = (
    "中学教师",
    "执业律师",
    "乡镇医生",
    "果业合作社负责人",
    "建筑工程师",
    "非遗传承人",
    "社区工作者",
    "软件公司职员",
    "出版社编辑",
    "农艺师",
    "会计师",
    "民营企业负责人",
)
