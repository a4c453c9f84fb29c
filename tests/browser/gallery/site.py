"""A small site that shows every component in every state: what the look is judged by.

The real base template, macros, words and assets, with templates of its own over them. Knows no records.
"""

from pathlib import Path

from markupsafe import Markup
from PIL import Image

from memberstudios.base.dates import PartialDate
from memberstudios.records.shared import Link
from memberstudios.render.assets import Assets
from memberstudios.render.html import Templates
from memberstudios.render.output import Page
from memberstudios.render.shell import CSP, Footer, Shell
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import FolderTree, MemoryTree

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FULL = Shell(
    title="示例市政协委员工作室",
    short_title="示例市政协委员工作室",
    language="zh-Hans",
    timezone="Asia/Shanghai",
    base_url="https://example.org/studios/",
    csp=CSP,
    official=True,
    fictional=True,
    notice="示例市是虚构的，本页所有人物、地址和电话均为演示。",
    navigation=(
        ("首页", "index.html", "home"),
        ("找工作室", "studio.html", "studios"),
        ("值班安排", "gallery.html", "duty"),
        ("办成的事", "topics.html", "topics"),
        ("新闻", "news.html", "news"),
    ),
    footer=Footer(
        contact="主办：示例市政协办公室（虚构），电话 0000-5550100",
        icp="示例ICP备00000000号",
        police="示例公网安备00000000000000号",
        site_code="0000000000",
        links=(Link(label="示例市政协", url="https://example.org/"),),
    ),
    footer_links=(
        ("委员是谁", "index.html"),
        ("统计与覆盖", "index.html"),
        ("制度", "index.html"),
        ("数据下载", "index.html"),
        ("无障碍", "index.html"),
        ("隐私", "index.html"),
    ),
    licence="CC BY 4.0",
    credits=("地名位置：GeoNames（CC BY 4.0）。",),
    feed=True,
    logo=None,
    report_url="https://example.org/report",
    verification=None,
)
SPARSE = Shell(
    title="委员工作室名录",
    short_title="委员工作室名录",
    language="zh-Hans",
    timezone="Asia/Shanghai",
    base_url=None,
    csp=CSP,
    official=False,
    fictional=False,
    notice=None,
    navigation=(
        ("首页", "index.html", "home"),
        ("找工作室", "sparse.html", "studios"),
        ("办成的事", "topics.html", "topics"),
        ("新闻", "news.html", "news"),
    ),
    footer=Footer(contact=None, icp=None, police=None, site_code=None, links=()),
    footer_links=(("关于本站", "index.html"), ("无障碍", "index.html"), ("隐私", "index.html")),
    licence="CC BY 4.0",
    credits=("地名位置：GeoNames（CC BY 4.0）。",),
    feed=False,
    logo=None,
    report_url=None,
    verification=None,
)
AREA = (("全市", "index.html"), ("城东区", "index.html"), ("柳荫街道", "index.html"))
PAGES = (
    (FULL, Page(path="index.html", title="找到身边的政协委员", section="home", description="全市 60 个委员工作室。")),
    (FULL, Page(path="studio.html", title="柳荫街道委员工作室", section="studios", crumbs=AREA)),
    (
        FULL,
        Page(
            path="gallery.html",
            title="全部样子",
            section="duty",
            crumbs=(("全市", "index.html"), ("样子", None)),
            scripts=("js/share.js",),
        ),
    ),
    (
        SPARSE,
        Page(
            path="sparse.html",
            title="隆回县北山镇政协委员工作室",
            section="studios",
            crumbs=(("湖南", "index.html"), ("邵阳市", "index.html"), ("隆回县", "index.html")),
        ),
    ),
)


def build(out: Path) -> Path:
    """The gallery in `out`, complete and self-contained."""
    tree = FolderTree(ROOT, ("assets", "templates", "locales"))
    own_words = (f"locales/zh-Hans/{name}.yaml" for name in ("interface", "format"))
    words = read_words(MemoryTree({path: tree.read(path) for path in own_words}), "zh-Hans")
    originals = {path.removeprefix("assets/"): tree.read(path) for path in tree.paths() if path.startswith("assets/")}
    own = ("assets/css", "assets/js/early", "assets/js/text-size", "assets/js/dates", "assets/js/share", "assets/icons")
    assets = Assets({name: data for name, data in originals.items() if f"assets/{name}".startswith(own)})
    sources = {
        path.removeprefix("templates/"): tree.read(path).decode("utf-8")
        for path in tree.paths()
        if path.startswith("templates/")
    } | {path.name: path.read_text("utf-8") for path in sorted(HERE.glob("*.html"))}
    files = {f"assets/{name}": data for name, data in assets.files.items()}
    for shell, page in PAGES:
        files[page.path] = Templates(sources, words, assets, shell, {}).page(page.path, page, _View())
    for path, data in files.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    for width, height in ((480, 320), (960, 640)):
        Image.new("RGB", (width, height), (205, 198, 186)).save(out / f"picture-{width}.png")
    return out


class _View:
    """What the gallery's templates need and real views hold as fields."""

    prose = Markup((HERE / "prose.fragment").read_text("utf-8"))  # noqa: S704 - our own text
    pictures = (("picture-480.png", 480, 320), ("picture-960.png", 960, 640))
    day = staticmethod(PartialDate.parse)
