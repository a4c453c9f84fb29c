"""The table of codes and the program agree: what is listed is raised, and what is raised is listed."""

import re
from pathlib import Path

import memberstudios
from memberstudios.base.codes import SEVERITY

PACKAGE = Path(memberstudios.__file__).parent
SOURCE = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.name != "codes.py"}
RAISED = re.compile(
    r"""(?:\bcode=|\bwrong\(|\breport\(|\b_report\(|\b_at\(|\bRefused\(|\b_refused\(|\bUnwanted\()\s*"([a-z0-9]+(?:-[a-z0-9]+)*)\""""
)


def test_every_listed_code_is_raised_somewhere():
    literals = {text for source in SOURCE.values() for text in re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', source)}
    assert set(SEVERITY) - literals == set()


def test_every_raised_code_is_listed():
    raised = {code for source in SOURCE.values() for code in RAISED.findall(source)}
    assert raised - set(SEVERITY) == set()
    assert len(raised) > 60  # the pattern still finds them
