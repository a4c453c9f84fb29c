"""Every fact that the default directory may state can be found on its site, and nothing that its sources do not say.

Each statement names the page where a reader finds it and what stands there; every page must be reached by links from the
home page.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from tests.sites import Document, documents

Statement = tuple[str, str, tuple[str, ...]]

SHAOYANG = "news/2019-12-29-shaoyang.html"
STATEMENTS: tuple[Statement, ...] = (
    # what the directory is
    ("it is not official", "index.html", ("不是官方网站",)),
    ("it is made of reports and may be out of date", "index.html", ("公开报道", "报道之后的变化未作核实")),
    ("positions are credited", "index.html", ("GeoNames（CC BY 4.0）", "china-region 0.0.11（MIT）")),
    ("administrative codes are those of 2023", "pages/sources.html", ("2023年统计用区划代码", "国家统计局")),
    # the five reports
    ("邵阳 report", "pages/sources.html", ("市政协推动委员工作室创建", "邵阳新闻网", "2019年12月29日")),
    ("商洛 report", "pages/sources.html", ("商洛市政协：小小“委员工作室”", "各界新闻网", "2023年6月4日")),
    ("北京 report", "pages/sources.html", ("北京试点建立200余个市区委员工作室（站）", "人民政协网", "2021年5月26日")),
    ("贵池 report", "pages/sources.html", ("贵池区政协善润委员工作室与秋浦街道九华社区结对共建", "市场星报、安徽财经网、掌中安徽", "标题为本站所拟")),
    ("新兴 report", "pages/sources.html", ("七台河市新兴区政协积极推动省政协“1158”工作法落地见效", "黑龙江新闻网", "不早于2024年7月")),
    # 邵阳
    ("77 studios in 邵阳", "figures.html", ("建设完成的委员工作室", "77个")),
    ("16 being built", "figures.html", ("在建的委员工作室", "16个")),
    ("in 12 counties", "figures.html", ("建有委员工作室的县市区", "12个")),
    ("in 24 sectors", "figures.html", ("建有委员工作室的界别", "24个")),
    ("the first 6", "figures.html", ("市区首批筹建的委员工作室", "6个")),
    ("judicial studio with 11 members", "studios/shaoyang-judicial.html", ("11名", "市司法局", "2019年5月")),
    ("its contact station", "studios/shaoyang-judicial.html", ("市公共法律服务中心委员联系站",)),
    ("the station belongs to it", "studios/shaoyang-judicial-contact-station.html", ("邵阳市政协司法行政系统委员工作室", "邵阳市公共法律服务中心")),
    ("over 300 received in half a year", "figures.html", ("接待法律、政策咨询", "300余人次", "半年来")),
    ("6 cases of legal aid", "figures.html", ("办理法律援助案", "6件")),
    ("reception in turns", "activities/shaoyang-duty-reception.html", ("委员轮流值班接待群众", "300余人次", "办理法律援助案6件")),
    ("six functions", "frameworks/shaoyang-functions.html", ("学习交流", "传递政情", "反映民意", "协商监督", "服务民生", "团结联谊")),
    ("the first in the city", "studios/shaoyang-industry-commerce.html", ("报道称其为市区最早挂牌的委员工作室",)),
    ("北山镇 cares for pupils", "activities/longhui-poor-pupils.html", ("关爱贫困学子",)),
    # 商洛
    ("92 = 36 + 42 + 7 + 7", "figures.html", ("92个", "36个", "42个", "7个", "36＋42＋7＋7＝92")),
    ("only 14 are named here, which is no contradiction", "areas/611000.html", ("92个", "这里收录的 14 个比报道里写的总数少，并不矛盾")),
    ("over a thousand members", "figures.html", ("参与的市、县（区）政协委员", "千余名", "两年来")),
    ("280 small surveys, inspections, consultations", "figures.html", ("微调研、微视察、微协商", "280次")),
    ("230 times", "figures.html", ("安民心、听民意、解民忧", "230次")),
    ("over 190 suggestions", "figures.html", ("提出意见建议", "190多条")),
    ("over 150 deeds", "figures.html", ("解决实事好事", "150多件")),
    ("五全", "frameworks/shangluo-five-full.html", ("乡镇全覆盖", "界别全覆盖", "委员全入驻", "工作室全上线", "专委会和党派全示范")),
    ("四统一", "frameworks/shangluo-four-unified.html", ("统一标识", "统一规范", "统一要求", "统一名称")),
    ("四上墙", "frameworks/shangluo-four-on-the-wall.html", ("工作职责", "规章制度", "服务流程", "委员信息")),
    ("五个有", "frameworks/shangluo-five-haves.html", ("有场所", "有设施", "有人员", "有保障", "有规范")),
    ("four homes", "frameworks/shangluo-homes.html", ("学习之家", "履职之家", "协商之家", "服务之家")),
    ("evaluation", "frameworks/shangluo-evaluation.html", ("年初有计划", "活动有方案", "实施有步骤", "年终有总结")),
    ("five origins of topics", "frameworks/shangluo-topics.html", ("党政点题", "政协交题", "社会选题", "群众荐题", "委员议题")),
    ("the pyramid", "frameworks/shangluo-pyramid.html", ("专委会牵头抓", "学习组联动抓", "责任人具体抓")),
    ("洛南's ways", "frameworks/luonan-performance.html", ("个人履职", "团体履职", "联合履职")),
    ("洛南's platforms", "frameworks/luonan-platforms.html", ("一线协商", "服务界别群众", "委员在身边")),
    ("the rules document", "documents/shangluo-studio-rules.html", ("委员工作室管理办法", "商洛市政协")),
    ("joint consultation on 双减", "activities/shangluo-double-reduction.html", ("联合开展", "商洛市政协科技体育界委员工作室", "民主党派委员工作室")),
    ("joint reading with a school", "activities/shangzhou-reading.html", ("商州区政协教科体委员工作室", "城市建设管理委员工作室", "商州区第二小学")),
    ("reading", "activities/shangluo-reading.html", ("书香政协", "中共特邀界委员工作室")),
    ("work of the economy studio", "activities/shangluo-economy-work.html", ("招商引资、爱心募捐",)),
    ("work of 蓝舰", "activities/shangluo-lanjian-visits.html", ("送技送医送药", "蓝舰委员工作室")),
    ("丹凤's studio for business", "studios/danfeng-business-environment.html", ("丹凤县政协指导成立", "营商环境")),
    ("three studios that bear a name", "areas/611000.html", ("王惠英委员工作室", "王恩厚委员工作室", "刘志伟委员工作室")),
    # 北京
    ("over 200 in all", "figures.html", ("市区委员工作室（站）", "200余个")),
    ("over 10 of the city", "figures.html", ("市政协建立的委员工作室（站）", "10余个")),
    ("226 stations of districts", "figures.html", ("各区政协建立的委员工作站", "226个")),
    ("over 20 activities", "figures.html", ("市政协委员工作室（站）的活动", "20余场")),
    ("18 lectures", "figures.html", ("线上系列讲座已播出", "18讲")),
    ("nearly 20 million views", "activities/beijing-lectures.html", ("近2000万人次", "18讲", "北京市政协网上委员工作室")),
    ("six steps", "frameworks/beijing-six-steps.html", ("需求调研", "确定主题", "分工准备", "专业支持", "组织实施", "成果转化")),
    ("four beams, eight pillars, unlisted", "frameworks/beijing-four-beams-eight-pillars.html", ("4种工作机制（报道没有逐条列出）", "8种形式（报道没有逐条列出）")),
    ("the opinion of 2020", "documents/beijing-contact-opinion.html", ("加强委员联系群众工作的意见", "2020年")),
    ("the proposal on young writers", "topics/beijing-young-web-writers.html", ("关于青年网络作家权益保护的提案", "写成提案")),
    ("loans of over 50 million", "topics/beijing-firm-loans.html", ("两家驻区企业", "5000余万元")),
    ("two firms", "figures.html", ("获助解决贷款问题的驻区企业", "两家", "5000余万元")),
    ("the online studio", "studios/beijing-online.html", ("网上", "线上系列讲座")),
    ("an area without a code", "studios/beijing-economic-technological-development-area.html", ("北京经济技术开发区",)),
    ("another", "studios/beijing-huitian.html", ("回天地区",)),
    ("what is studio or station is not said", "studios/beijing-jiusan.html", ("委员工作室（站）",)),
    ("the same of science", "studios/beijing-science-association.html", ("委员工作室（站）",)),
    ("training on a day", "activities/beijing-training.html", ("2021年5月25日", "推进工作培训会")),
    ("talks in 回天", "activities/beijing-huitian-meeting.html", ("回天地区基层治理座谈",)),
    ("survey of the young", "activities/beijing-youth-survey.html", ("青年人关注问题的调研",)),
    # 贵池
    ("18 members", "studios/guichi-shanrun.html", ("18名", "善润")),
    ("community station", "studios/guichi-shanrun-jiuhua.html", ("九华社区工作站", "秋浦街道九华社区")),
    ("the first of its city is the committee's word", "studios/guichi-shanrun-jiuhua.html", ("贵池区政协称其为池州全市首家政协社区工作站",)),
    ("pairing", "pairings/index.html", ("贵池区政协善润委员工作室", "秋浦街道九华社区", "结对共建")),
    ("what they intend is an intention", "pairings/index.html", ("打算开展“政协委员进村居”活动",)),
    ("signing", "activities/guichi-pairing-signing.html", ("揭牌暨社区结对共建签约仪式",)),
    ("a day for the community", "activities/guichi-community-day.html", ("委员进社区便民活动", "九华社区")),
    # 新兴
    ("1 contact point", "figures.html", ("界别委员联系点", "1个")),
    ("8 studios", "figures.html", ("界别委员工作室", "8个")),
    ("10 stations, which cannot be reconciled", "figures.html", ("10个", "三处名称不同，数字对不上，照原文收录")),
    ("582 people", "figures.html", ("联系界别群众", "582人")),
    ("85 proposals, 83, 83", "figures.html", ("征集提案", "85件", "提案立案", "提案办结", "83件")),
    ("26 consultations", "figures.html", ("协商议事", "26次")),
    ("over 30 problems", "figures.html", ("解决问题", "30余个")),
    ("12 of a series", "activities/xinxing-75-years.html", ("10个委员工作站共开展12次", "庆祝人民政协成立75周年")),
    ("1158 with items that nobody listed", "frameworks/heilongjiang-1158.html", ("界别责任区", "界别群众联系人", "5个渠道（报道没有逐条列出）", "8个必访（报道没有逐条列出）")),
    ("one body, three platforms", "frameworks/xinxing-one-body-three-platforms.html", ("一机构（报道没有逐条列出）", "三平台（报道没有逐条列出）")),
    ("四联四助", "frameworks/xinxing-four-links-four-helps.html", ("四联（报道没有逐条列出）", "四助（报道没有逐条列出）")),
    ("its contact point", "studios/xinxing-industry-commerce.html", ("新兴区政协工商联界别联系点", "惠企政策")),
)  # fmt: skip

NOT_SAID = (
    "第十二届",  # the session of 北京's proposal is doubtful
    "跨界联动",  # was planned
    "送医下乡",  # was urged
    "文化讲座",
    "走访慰问",
    "慈善捐赠",
    "全市首家委员",
)


@pytest.fixture(scope="module")
def pages(default_site: Path) -> Mapping[str, Document]:
    return dict(documents(default_site))


@cache
def _reached(site: Path) -> frozenset[str]:
    known = dict(documents(site))
    waiting, found = ["index.html"], {"index.html"}
    while waiting:
        here = waiting.pop()
        for target in known[here].targets:
            path = normpath(join(dirname(here), target.partition("#")[0].partition("?")[0]))
            if path in known and path not in found:
                found.add(path)
                waiting.append(path)
    return frozenset(found)


@pytest.mark.parametrize(("page", "texts"), [pytest.param(*rest, id=name) for name, *rest in STATEMENTS])
def test_it_is_found(pages, default_site, page, texts):
    assert page in _reached(default_site)
    said = "".join(pages[page].text.split())
    missing = [text for text in texts if "".join(text.split()) not in said]
    assert not missing


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_was_planned_urged_or_is_doubtful_is_not_stated(pages, text):
    assert [path for path, page in pages.items() if text in page.text] == []
