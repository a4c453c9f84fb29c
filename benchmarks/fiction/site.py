"""The two records that are one mapping each: this instance, and its corrections to the holidays."""

from benchmarks.fiction.bodies import NATIONAL_ID
from benchmarks.fiction.country import Country
from benchmarks.fiction.pictures import LOGO
from benchmarks.fiction.yaml_text import Record


def site(country: Country, base_map: str) -> Record:
    """The instance, on one of `BASE_MAPS`."""
    return {
        "title": "虚构国委员工作室名录",
        "base_url": "https://example.org/",
        "official": "no",
        "fictional": "yes",
        "language": "zh-Hans",
        "languages": ["zh-Hans", "en"],
        "timezone": "Asia/Shanghai",
        "organization": NATIONAL_ID,
        "summary": f"{country.studios}个工作室都是程序编出来的，用来量一量生成要多久，不对应任何真实的人和地方。",
        "licence": "CC0-1.0",
        "coordinate_system": "wgs84",
        "publish_precision": "5",
        "reassure_after_days": "1095",
        "publish_gaps": "yes",
        "base_map": _BASE_MAPS[base_map],
        "navigation": ["amap", "baidu", "tencent"],
        "other_help": [
            {"label": "报警（虚构）", "phone": "0000-5550110", "when": "有人身危险的时候"},
            {"label": "政务服务热线（虚构）", "phone": "0000-5552345"},
        ],
        "footer": {
            "icp": "虚构备案00000000号",
            "police": "虚构公安备案00000000号",
            "site_code": "0000000000",
            "contact": "虚构国政协办公室 0000-5550000",
            "links": [{"label": "虚构国政协", "url": "https://example.org/national"}],
        },
        "report_url": "https://example.org/report?studio={id}",
        "edit_url": "https://example.org/edit/{file}?id={id}",
        "logo": LOGO,
        "verification": "fictional-verification",
        "silenced_rules": [{"rule": "base-url-missing", "reason": "网址已经写明，这一条只为用到这个字段"}],
    }


_BASE_MAPS: dict[str, Record] = {
    "schematic": {"kind": "schematic"},
    "none": {"kind": "none"},
    "tiles": {
        "kind": "tiles",
        "url": "https://tiles.example.org/{z}/{x}/{y}.png",
        "attribution": "虚构地图社",
        "approval_number": "虚构审图号(2026)0000号",
        "source": "虚构测绘社",
    },
}
BASE_MAPS = tuple(_BASE_MAPS)


def calendar() -> Record:
    """2027 as if it had been announced; the days are invented where the almanac does not fix them."""
    return {
        "days_off": [
            "2027-01-01",
            "2027-02-05",
            "2027-02-08",
            "2027-02-09",
            "2027-02-10",
            "2027-02-11",
            "2027-04-05",
            "2027-05-03",
        ],
        "workdays": ["2027-01-30", "2027-02-20"],
    }
