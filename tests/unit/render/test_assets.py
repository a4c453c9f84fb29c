"""Assets: addresses that change with content, all the way down, and which modules a module needs."""

import pytest

from memberstudios.render.assets import Assets, BrokenAsset, without_remarks
from tests.sites import ROOT

FILES = {
    "js/main.js": b'import { a } from "./a.js";\nimport "./b.js";\nconst late = () => import("./late.js");\n',
    "js/a.js": b'import { b } from "./b.js";\nimport words from "../words.js";\n',
    "js/b.js": b"export const b = 1;\n",
    "js/late.js": b"export {};\n",
    "words.js": b"export default {};\n",
}


def test_needed_modules_are_found_all_the_way_down_and_later_ones_left_out():
    assert Assets(FILES).modules("js/main.js") == ("js/a.js", "js/b.js", "words.js")
    assert Assets(FILES).modules("js/b.js") == ()


def test_modules_that_need_each_other_are_refused():
    circle = {"a.js": b'import "./b.js";', "b.js": b'import "./a.js";'}

    with pytest.raises(BrokenAsset, match=r"a\.js > b\.js > a\.js"):
        Assets(circle)


@pytest.mark.parametrize("ask", [Assets.modules, Assets.url])
def test_asset_that_does_not_exist_is_named(ask):
    with pytest.raises(BrokenAsset, match=r"js/gone\.js"):
        ask(Assets(FILES), "js/gone.js")


def test_address_changes_with_anything_below():
    other = {**FILES, "words.js": b"export default {a: 1};\n"}

    assert Assets(FILES).url("js/main.js") != Assets(other).url("js/main.js")
    assert Assets(FILES).url("js/b.js") == Assets(other).url("js/b.js")


def test_uses_carry_the_version_of_what_they_name():
    files = {"js/main.js": b'new Worker(new URL("./work.js", import.meta.url), { type: "module" });', "js/work.js": b""}
    assets = Assets(files)

    assert assets.url("js/work.js").removeprefix("assets/js/").encode() in assets.files["js/main.js"]


def test_comments_are_not_published():
    script = "// What it is for.\n\n/**\n * @param {string} a\n */\nexport const f = (a) => a; // stays\n  // inside\n"
    assert without_remarks(script) == "\nexport const f = (a) => a; // stays\n"


@pytest.mark.parametrize("path", sorted((ROOT / "assets/js").rglob("*.js")), ids=lambda path: path.name)
def test_of_our_scripts_nothing_but_comments_goes(path):
    """What goes stands in no text over several lines, and starts as comments do."""
    script = path.read_text(encoding="utf-8")
    kept = iter(without_remarks(script).splitlines())
    waiting = next(kept, None)
    ticks = 0
    for line in script.splitlines():
        if line == waiting:
            waiting = next(kept, None)
            ticks += line.count("`")
            continue
        assert ticks % 2 == 0, line
        assert line.strip().startswith(("//", "/*", "*")), line
    assert waiting is None
