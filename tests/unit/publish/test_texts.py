"""Every way of failing has its sentence, in both languages, with the same values."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from memberstudios import publish
from memberstudios.publish.errors import CODES_OF_ERRNO

ROOT = Path(publish.__file__).parents[2]


def texts(language):
    found = yaml.safe_load((ROOT / "locales" / language / "publish.yaml").read_text("utf-8"))
    assert set(found.pop("stands")) == {"old", "new"}
    return found


def codes():
    source = "\n".join(path.read_text("utf-8") for path in Path(publish.__file__).parent.glob("*.py"))
    return {*re.findall(r'PublishError\(\s*"(\w+)"', source), *CODES_OF_ERRNO.values(), "disk_error"}


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_code_has_a_text_and_every_text_a_code(language):
    assert set(texts(language)) == codes()


@pytest.mark.parametrize("code", sorted(codes()))
def test_both_languages_use_the_same_values(code):
    used = [
        {field for _, field, _, _ in Formatter().parse(texts(language)[code]) if field}
        for language in ("zh-Hans", "en")
    ]
    assert used[0] == used[1]
