"""Where nobody listens, or nothing can be written, the exit code still says how it went."""

import os
import subprocess
import sys

import pytest

from tests.sites import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")

GOOD = {
    "site.yaml": "title: 测试\nbase_url: https://studios.example.org/\n",
    "studios.yaml": "- {id: a, name: 滨江委员工作室}\n",
}


def shell(folder, command, **records):
    (folder / "data").mkdir()
    for name, text in {**GOOD, **{f"{key}.yaml": text for key, text in records.items()}}.items():
        (folder / "data" / name).write_text(text, "utf-8")
    program = f"{sys.executable} -W error -m memberstudios.cli"
    script = f"set -o pipefail; {command}".replace("PROGRAM", program).replace("FOLDER", str(folder))
    return subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_no_harm(tmp_path, closed):
    result = shell(tmp_path, f"PROGRAM build --root FOLDER {closed}")
    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "site" / "index.html").is_file()


def test_errors_stay_errors_when_the_reader_has_gone(tmp_path):
    many = "".join(f"- {{id: a{number}}}\n" for number in range(2000))
    result = shell(tmp_path, "PROGRAM check --format json --root FOLDER | head -c 1", studios=many)
    assert (result.returncode, result.stderr) == (1, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is full")
def test_a_result_that_cannot_be_written_is_no_success(tmp_path):
    result = shell(tmp_path, "PROGRAM check --format json --root FOLDER > /dev/full")
    assert result.returncode == 3
    assert "No space left on device" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("seconds", ["-62135596800", "253402300799", "99999999999999999"])
def test_a_moment_without_a_day_in_every_zone_is_wrong_use(tmp_path, seconds):
    result = shell(tmp_path, f"SOURCE_DATE_EPOCH={seconds} PROGRAM check --root FOLDER")
    assert result.returncode == 2
    assert seconds in result.stderr
