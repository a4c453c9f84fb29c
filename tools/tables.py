"""Make the tables by which the finder reads Chinese: `python3 tools/tables.py`. Needs pip; a build never runs this.

`assets/vendor/pypinyin/readings.js` says how characters are read, without tones, from pypinyin's dictionaries: of each
character of GB 2312 its usual reading and those that occur in a fair share of the phrases with it. What surnames and
names of places want beside that is our own. `assets/vendor/opencc-python-reimplemented/variants.js` leads from
traditional characters to simplified ones. Both wheels are pinned by hash; running this twice changes nothing.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vendor import TARGET, entry, lock

_FAIR_SHARE, _FAIR_COUNT = 0.03, 2
"""A reading belongs to a character if so many of the phrases that hold it have it so."""

SURNAMES: Final = {
    "曾": "zeng", "仇": "qiu", "区": "ou", "单": "shan", "解": "xie", "查": "zha", "任": "ren", "盖": "ge", "朴": "piao",
    "尉": "yu", "乐": "yue", "员": "yun", "种": "chong", "重": "chong", "秘": "bi", "冼": "xian", "洗": "xian", "翟": "zhai",
    "缪": "miao", "宁": "ning", "纪": "ji", "葛": "ge", "华": "hua", "车": "che", "折": "she", "黑": "he", "召": "shao",
    "哈": "ha", "那": "na", "逄": "pang", "覃": "qin", "牟": "mu", "兴": "xing", "占": "zhan", "令": "ling", "澹": "tan",
    "长": "zhang", "万": "wan", "俟": "qi", "尹": "yin", "郗": "xi", "郄": "qie", "晟": "cheng", "隽": "juan", "祭": "zhai",
}  # fmt: skip
"""How characters are read as surnames, where that is easily mistaken."""

PLACES: Final = {
    "朝阳": "chao yang", "郫都": "pi du", "单县": "shan xian", "会稽": "kuai ji", "洪洞": "hong tong", "六安": "lu an",
    "番禺": "pan yu", "大埔": "da bu", "黄埔": "huang pu", "台州": "tai zhou", "丽水": "li shui", "乐清": "yue qing",
    "乐山": "le shan", "乐亭": "lao ting", "蔚县": "yu xian", "歙县": "she xian", "莘县": "shen xian", "莘庄": "xin zhuang",
    "铅山": "yan shan", "东阿": "dong e", "阿房": "e pang", "渑池": "mian chi", "荥阳": "xing yang", "荥经": "ying jing",
    "浚县": "xun xian", "泌阳": "bi yang", "枞阳": "zong yang", "亳州": "bo zhou", "涡阳": "guo yang", "蚌埠": "beng bu",
    "阜阳": "fu yang", "黟县": "yi xian", "砀山": "dang shan", "邗江": "han jiang", "盱眙": "xu yi", "邳州": "pi zhou",
    "甪直": "lu zhi", "栟茶": "ben cha", "嵊州": "sheng zhou", "鄞州": "yin zhou", "台儿庄": "tai er zhuang", "临朐": "lin qu",
    "莒县": "ju xian", "鄄城": "juan cheng", "郯城": "tan cheng", "长垣": "chang yuan", "中牟": "zhong mu", "柘城": "zhe cheng",
    "郏县": "jia xian", "武陟": "wu zhi", "监利": "jian li", "黄陂": "huang pi", "硚口": "qiao kou", "郧西": "yun xi",
    "秭归": "zi gui", "耒阳": "lei yang", "郴州": "chen zhou", "汨罗": "mi luo", "芷江": "zhi jiang", "枝江": "zhi jiang",
    "筠连": "jun lian", "犍为": "qian wei", "珙县": "gong xian", "邛崃": "qiong lai", "阆中": "lang zhong", "綦江": "qi jiang",
    "涪陵": "fu ling", "北碚": "bei bei", "合川": "he chuan", "百色": "bai se", "邕宁": "yong ning", "儋州": "dan zhou",
    "洪雅": "hong ya", "洱源": "er yuan", "勐海": "meng hai", "西藏": "xi zang", "郓城": "yun cheng", "吴堡": "wu bu",
    "柞水": "zha shui", "鄠邑": "hu yi", "盩厔": "zhou zhi", "临洮": "lin tao", "宕昌": "tan chang",
    "繁峙": "fan shi", "代县": "dai xian", "隰县": "xi xian", "长治": "zhang zhi", "长子": "zhang zi", "洪江": "hong jiang",
    "尉犁": "yu li", "喀什": "ka shi", "巴音郭楞": "ba yin guo leng", "色达": "se da", "大城": "dai cheng", "井陉": "jing xing",
    "藁城": "gao cheng", "涿州": "zhuo zhou", "蠡县": "li xian", "任丘": "ren qiu", "任县": "ren xian", "扎赉特": "zha lai te",
    "桦甸": "hua dian", "珲春": "hun chun", "瓦房店": "wa fang dian", "岫岩": "xiu yan", "穆棱": "mu ling", "勃利": "bo li",
    "七台河": "qi tai he", "什邡": "shi fang", "厦门": "xia men", "厦": "xia", "侯官": "hou guan", "闽侯": "min hou",
    "婺源": "wu yuan", "弋阳": "yi yang", "余干": "yu gan", "筻口": "gang kou", "堡": "bu", "圩": "xu", "埔": "bu", "漯河": "luo he",
}  # fmt: skip
"""How places are read, where that is easily mistaken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A package of PyPI, and the one wheel of it that is used."""

    name: str
    version: str
    licence: str
    sha256: str


PYPINYIN: Final = Wheel(
    name="pypinyin",
    version="0.55.0",
    licence="MIT",
    sha256="d53b1e8ad2cdb815fb2cb604ed3123372f5a28c6f447571244aca36fc62a286f",
)
OPENCC: Final = Wheel(
    name="opencc-python-reimplemented",
    version="0.1.7",
    licence="Apache-2.0",
    sha256="41b3b92943c7bed291f448e9c7fad4b577c8c2eae30fcfe5a74edf8818493aa6",
)


def main() -> None:
    """Fetch, make and write both tables, with their licences."""
    entries = []
    for wheel, path, data in files():
        file = TARGET / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        entries.append(entry(wheel.name, wheel.version, wheel.licence, path, data))
    lock(entries)


def files() -> list[tuple[Wheel, str, bytes]]:
    """Both tables and the licences of what they are made from, by their path below `assets/vendor/`."""
    with tempfile.TemporaryDirectory() as folder:
        pinyin = fetched(PYPINYIN, Path(folder))
        opencc = fetched(OPENCC, Path(folder))
        characters = json.loads(pinyin.read("pypinyin/pinyin_dict.json"))
        phrases = json.loads(pinyin.read("pypinyin/phrases_dict.json"))
        variants = opencc.read("opencc/dictionary/TSCharacters.txt").decode("utf-8")
        return [
            (PYPINYIN, f"{PYPINYIN.name}/LICENSE", _licence(pinyin)),
            (PYPINYIN, f"{PYPINYIN.name}/readings.js", module(_by_reading(readings(characters, phrases)))),
            (OPENCC, f"{OPENCC.name}/LICENSE", _licence(opencc)),
            (OPENCC, f"{OPENCC.name}/variants.js", module(pairs(variants))),
        ]


def fetched(wheel: Wheel, folder: Path) -> zipfile.ZipFile:
    """The wheel, if it is the one that is wanted."""
    wanted = f"{wheel.name}=={wheel.version}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", wanted]
    subprocess.run([*command, "--dest", str(folder)], check=True)
    path = next(folder.glob(f"{wheel.name.replace('-', '_')}-*.whl"))
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != wheel.sha256:
        raise SystemExit(f"{wheel.name} {wheel.version} has the digest {found}")
    return zipfile.ZipFile(path)


def _licence(wheel: zipfile.ZipFile) -> bytes:
    return wheel.read(next(name for name in wheel.namelist() if name.endswith("LICENSE.txt")))


def readings(
    characters: Mapping[str, str], phrases: Mapping[str, Iterable[Iterable[str]]]
) -> dict[str, dict[str, None]]:
    """The readings of each character of the table, the usual one first."""
    counts: dict[str, Counter[str]] = {}
    for phrase, said in phrases.items():
        for character, options in zip(phrase, said, strict=False):
            counts.setdefault(character, Counter()).update([toneless(next(iter(options)))])
    found = {}
    for character in sorted(_common()):
        usual = toneless(characters[f"{ord(character)}"].split(",")[0])
        known = counts.get(character, Counter())
        fair = max(_FAIR_COUNT, _FAIR_SHARE * known.total())
        found[character] = {usual: None} | {text: None for text, count in known.most_common() if count >= fair}
    for names in (SURNAMES, PLACES):
        for name, said in names.items():
            for character, text in zip(name, said.split(), strict=True):
                found.setdefault(character, {})[text] = None
    return found


def _common() -> list[str]:
    """The characters of GB 2312."""
    rows = (bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [character for character in rows if character]


def toneless(text: str) -> str:
    """`lǜ` as people type it: `lv`."""
    bare = unicodedata.normalize("NFD", text).replace("u\N{COMBINING DIAERESIS}", "v")
    return "".join(character for character in bare if character.isascii() and character.isalpha()).lower()


def _by_reading(found: Mapping[str, Iterable[str]]) -> str:
    """A reading and all its characters, one a line."""
    lines: dict[str, list[str]] = {}
    for character, said in found.items():
        for text in said:
            lines.setdefault(text, []).append(character)
    return "\n".join(f"{text}{''.join(lines[text])}" for text in sorted(lines) if text)


def pairs(table: str) -> str:
    """Each traditional character and the simplified one that stands for it, one after the other."""
    found = [line.split() for line in table.splitlines() if line.strip()]
    found = [parts for parts in found if len(parts[0]) == 1 and parts[0] not in parts[1:]]
    return "".join(
        parts[0] + parts[1] for parts in sorted(found) if ord(parts[0]) < 0x10000 and ord(parts[1]) < 0x10000
    )


def module(text: str) -> bytes:
    """A script that other scripts import."""
    return f"export default `{text}`;\n".encode()


if __name__ == "__main__":
    main()
