"""Records are plain dataclasses: what validates them is loaded when the first of them is read."""

import subprocess
import sys

import pytest

from memberstudios.records import validation
from tests.sites import ROOT

READ = """
import sys
from memberstudios.records.kinds import KINDS
from memberstudios.records.packing import pack, unpack
from memberstudios.records.reader import read_record
from memberstudios.records.site import Site
loaded = [{"pydantic", "pydantic_core"} & set(sys.modules)]
record, problems = read_record(Site, {"title": "a"}, "data/site.yaml", ())
assert unpack(pack(record)) == record and not problems
loaded.append({"pydantic", "pydantic_core"} & set(sys.modules))
print(loaded)
"""


def test_the_core_is_loaded_with_the_first_record_and_the_rest_of_pydantic_never():
    done = subprocess.run([sys.executable, "-c", READ], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[set(), {'pydantic_core'}]\n"


def test_an_error_that_no_validator_raised_is_raised_again():
    with pytest.raises(ValueError, match="a slip of ours"):
        validation.errors(ValueError("a slip of ours"))
