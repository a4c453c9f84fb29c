"""Whether an environment is taken for ready, and what set-up says."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from memberstudios.bootstrap import environment, messages

ROOT = Path(environment.__file__).parents[2]


@pytest.fixture
def root(tmp_path):
    """A project whose environment is ready."""
    (tmp_path / "requirements.txt").write_text("one==1\n")
    (tmp_path / "requirements-dev.txt").write_text("two==2\n")
    python = Path(environment.python_of(str(tmp_path)))
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (tmp_path / ".venv" / "pyvenv.cfg").write_text(f"home = {Path(sys.executable).parent}\n")
    stamp = environment.stamp_bytes(str(tmp_path), ["requirements.txt"], "3.11")
    Path(environment.stamp_path(str(tmp_path))).write_bytes(stamp)
    return tmp_path


def ready(root, *requirements):
    return environment.is_ready(str(root), requirements or environment.REQUIREMENTS)


def test_stamped_environment_is_ready(root):
    assert ready(root)


def test_requirements_that_were_not_installed_are_missed(root):
    assert not ready(root, "requirements.txt", "requirements-dev.txt")


def test_changed_requirements_are_noticed_but_not_their_line_ends(root):
    (root / "requirements.txt").write_bytes(b"one==1\r\n")
    assert ready(root)
    (root / "requirements.txt").write_bytes(b"one==2\n")
    assert not ready(root)


def test_environment_without_stamp_is_not_ready(root):
    environment.discard_stamp(str(root))
    environment.discard_stamp(str(root))
    assert not ready(root)


@pytest.mark.parametrize("text", ["", "python\n", "a b c\n", "\x00\n"])
def test_damaged_stamp_counts_as_none(root, text):
    Path(environment.stamp_path(str(root))).write_text(text)
    assert not ready(root)


def test_environment_whose_python_is_gone_is_not_ready(root):
    Path(environment.python_of(str(root))).unlink()
    assert not ready(root)


def test_environment_whose_base_is_gone_is_not_ready(root):
    (root / ".venv" / "pyvenv.cfg").write_text("home = /no/such/python\n")
    assert not ready(root)


def test_build_py_can_be_read_by_old_pythons():
    ast.parse((ROOT / "build.py").read_text("utf-8"), feature_version=(3, 6))


def test_old_python_is_told_what_is_needed_in_both_languages():
    program = f"import sys; sys.version_info = (3, 8, 1); sys.argv = ['build.py']; sys.path.insert(0, {str(ROOT)!r})\n"
    program += "import build; sys.exit(build.main())"
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        "需要 Python 3.11 或更新的版本，现在的是 3.8。请安装新版本后，用它运行 build.py。",
        "Python 3.11 or newer is needed, this is 3.8. Install a newer one and run build.py with it.",
    ]


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_words_of_set_up_read_the_same_with_and_without_yaml(language):
    read = messages.texts(str(ROOT), language)
    assert read == yaml.safe_load((ROOT / "locales" / language / "setup.yaml").read_text("utf-8"))
    assert list(read) == list(messages.texts(str(ROOT), "zh-Hans"))
