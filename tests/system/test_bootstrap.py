"""`build.py` on a fresh machine: a small project with one package of its own, no network."""

import base64
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

COMMAND_LINE = """
import sys

import tinypackage


def run_alone(argv):
    print("ran", tinypackage.VERSION, argv, sys.flags.utf8_mode)
    return 7
"""


def wheel(folder, version):
    """Write a small pure-Python wheel; its requirement with hash."""
    path = folder / f"tinypackage-{version}-py3-none-any.whl"
    info = f"tinypackage-{version}.dist-info"
    files = {
        "tinypackage/__init__.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tinypackage\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            record += f"{name},sha256={digest},{len(text)}\n"
        archive.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
    return f"tinypackage=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


class Project:
    def __init__(self, root):
        self.root = root
        self.first: subprocess.CompletedProcess[str]
        self.wheels = root.parent / "wheels"
        self.wheels.mkdir()
        root.mkdir()
        shutil.copy(ROOT / "build.py", root)
        for name in ("memberstudios/__init__.py", "memberstudios/bootstrap", "memberstudios/publish"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            (root / name).parent.mkdir(exist_ok=True)
            copy(ROOT / name, root / name)
        for language in ("zh-Hans", "en"):
            (root / "locales" / language).mkdir(parents=True)
            shutil.copy(ROOT / "locales" / language / "setup.yaml", root / "locales" / language)
        (root / "memberstudios" / "cli").mkdir()
        (root / "memberstudios" / "cli" / "__init__.py").write_text(COMMAND_LINE)
        self.require("1.0")

    def require(self, version):
        (self.root / "requirements.txt").write_text(wheel(self.wheels, version))

    def command(self, *arguments):
        return [sys.executable, str(self.root / "build.py"), *arguments]

    @property
    def settings(self):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
        return {
            **kept,
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PYTHONIOENCODING": "utf-8",
        }

    def run(self, *arguments):
        return subprocess.run(
            self.command(*arguments), env=self.settings, capture_output=True, encoding="utf-8", check=False, cwd="/"
        )

    @property
    def venv(self):
        return self.root / ".venv"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project that has been run once."""
    project = Project(tmp_path_factory.mktemp("fresh") / "a project 项目")
    project.first = project.run("check", "--format", "json")
    return project


def ran(done, version="1.0", arguments=()):
    assert (done.stdout, done.returncode) == (f"ran {version} {list(arguments)} 1\n", 7), done.stderr


def test_first_run_sets_up_and_runs(made):
    ran(made.first, arguments=("check", "--format", "json"))
    assert "正在准备运行环境" in made.first.stderr
    assert "First run" in made.first.stderr


def test_second_run_says_nothing_and_starts_at_once(made):
    begun = time.monotonic()
    done = made.run()
    ran(done)
    assert done.stderr == ""
    assert time.monotonic() - begun < 2


def test_package_that_was_deleted_is_put_back(made):
    shutil.rmtree(next(made.venv.rglob("tinypackage")))
    ran(made.run())


def test_environment_without_its_python_is_made_anew(made):
    for path in made.venv.glob("bin/python*"):
        path.unlink()
    ran(made.run())


def test_other_requirements_are_installed(made):
    made.require("2.0")
    done = made.run()
    ran(done, "2.0")
    assert "updating" in done.stderr


def test_run_by_the_environment_itself_follows_the_requirements_too(made):
    made.require("3.0")
    command = [str(made.venv / "bin" / "python"), str(made.root / "build.py")]
    done = subprocess.run(command, env=made.settings, capture_output=True, encoding="utf-8", check=False)
    ran(done, "3.0")


def test_missing_module_of_our_own_is_a_bug_and_not_mended(made):
    cli = made.root / "memberstudios" / "cli" / "__init__.py"
    cli.write_text("import memberstudios.nowhere")
    done = made.run()
    cli.write_text(COMMAND_LINE)
    assert "No module named 'memberstudios.nowhere'" in done.stderr
    assert "preparing" not in done.stderr


def test_package_with_another_hash_is_refused(made):
    good = (made.root / "requirements.txt").read_text()
    (made.root / "requirements.txt").write_text(wheel(made.wheels, "4.0")[:-5] + "0000\n")
    done = made.run()
    assert done.returncode == 3
    assert "校验值不符" in done.stderr
    assert "Traceback" not in done.stderr
    (made.root / "requirements.txt").write_text(good)
    ran(made.run(), "3.0")


def test_package_that_cannot_be_fetched_is_told_plainly(made):
    good = (made.root / "requirements.txt").read_text()
    (made.root / "requirements.txt").write_text(f"nowhere==1 --hash=sha256:{'0' * 64}\n")
    done = made.run()
    assert (done.returncode, done.stdout) == (3, "")
    assert "PIP_INDEX_URL" in done.stderr
    assert "Traceback" not in done.stderr
    (made.root / "requirements.txt").write_text(good)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_killed_set_up_is_done_again_and_two_at_once_share_the_work(made):
    made.require("3.0")
    shutil.rmtree(made.venv, ignore_errors=True)
    with subprocess.Popen(
        made.command(), env=made.settings, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        until = time.monotonic() + 30
        while not (made.venv / "pyvenv.cfg").exists() and time.monotonic() < until:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGKILL)
    assert made.venv.exists()
    both = [
        subprocess.Popen(
            made.command(), env=made.settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(2)
    ]
    ends = [process.communicate() for process in both]
    assert [out for out, _ in ends] == ["ran 3.0 [] 1\n"] * 2, ends
    assert sorted("waiting" in said for _, said in ends) == [False, True]
