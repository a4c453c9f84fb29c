"""Our project as a contestant, and the least that any engine must do: copying the site's files.

The project is copied first, so that a template can be edited and nothing of the checkout is touched.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from benchmarks.contestant import CASES, CLEAN, NEWS, NOTHING, RENAMED, STUDIO, Chosen, Contestant
from benchmarks.edits import add_paragraph, change_field, file_of_record, mark_template
from benchmarks.peers.records import Read

PROJECT = Path(__file__).resolve().parents[1]
_NEEDED = ("memberstudios", "templates", "assets", "locales")
_FILES = ("build.py", "requirements.txt")


class Ours(Contestant):
    """`python3 build.py`, as people run it, with every check on."""

    def __init__(self, day: str) -> None:
        super().__init__("memberstudios", CASES)
        self._day = day

    def missing(self) -> str:
        return "" if (PROJECT / ".venv").is_dir() else "the project is not set up: run `make setup`"

    def write(self, root: Path, read: Read, folder: Path) -> None:
        del read  # it reads the generated directory itself
        copy_project(folder / "project")
        for part in ("data", "content"):
            shutil.copytree(root / part, folder / "records" / part)

    def command(self, folder: Path) -> list[str]:
        return build_command(folder / "project", folder / "records", self.output(folder), self._day)

    def output(self, folder: Path) -> Path:
        return folder / "public" / "site"

    def forget(self, folder: Path) -> None:
        shutil.rmtree(folder / "public", ignore_errors=True)
        shutil.rmtree(folder / "records" / ".cache", ignore_errors=True)

    def edit(self, folder: Path, case: str, chosen: Chosen, word: str) -> None:
        records = folder / "records"
        if case in (STUDIO, RENAMED):
            key = "name" if case == RENAMED else "contact_text"
            change_field(self._studio_file(records, chosen.studio), chosen.studio, key, word)
        elif case == NEWS:
            add_paragraph(records / "content" / "news" / chosen.news_file, word)
        else:
            mark_template(folder / "project" / "templates" / "studio.html", word)

    def _studio_file(self, records: Path, id_: str) -> Path:
        """The list of all studios, the studio's own file, or the file of several that it stands in."""
        files = [records / "data" / "studios.yaml", records / "data" / "studios" / f"{id_}.yaml"]
        found = next((file for file in files if file.is_file()), None)
        return found or file_of_record(records / "data" / "studios", id_)


class OursSplit(Ours):
    """The same with a file a studio, as the records are for Hugo."""

    def __init__(self, day: str) -> None:
        super().__init__(day)
        self.name = "memberstudios, a file a studio"
        self.cases = (CLEAN, NOTHING, STUDIO)

    def write(self, root: Path, read: Read, folder: Path) -> None:
        super().write(root, read, folder)
        one_list = folder / "records" / "data" / "studios.yaml"
        texts = one_list.read_text("utf-8").split("\n- id: ")
        studios = folder / "records" / "data" / "studios"
        studios.mkdir()
        for text in texts:
            body = text.removeprefix("- id: ").rstrip("\n")
            id_ = body.partition("\n")[0]
            (studios / f"{id_}.yaml").write_text(f"- id: {body}\n", encoding="utf-8", newline="\n")
        one_list.unlink()


class OursCommon(Ours):
    """The same with the kinds of pages that every engine makes, and nothing else: what only ours makes is timed apart.

    All records are read and checked all the same. Leaves out, in its copy of the project, the other rows of the table of kinds
    and of what is derived of records, and the templates that nobody asks for then.
    """

    TABLES: Final = {
        "KINDS": "home finder studios studio redirects area sector matter member organization news text sources_list"
        " open_data not_found feed media",
        "DERIVED": "brief duty claims studio_facts found_studio open_studio activity_line activity_facts topic_line"
        " topic_facts found_topic found_news",
    }
    TEMPLATES: Final = (
        "base home find studios studio redirect area areas sector sectors matter matters member members organization"
        " organizations news news_list text sources_list open_data not_found"
    )

    def __init__(self, day: str) -> None:
        super().__init__(day)
        self.name = "memberstudios, common pages"

    def write(self, root: Path, read: Read, folder: Path) -> None:
        super().write(root, read, folder)
        with (folder / "project" / "memberstudios" / "pages" / "plan.py").open("a", encoding="utf-8") as plan:
            for table, rows in self.TABLES.items():
                plan.write(f"\n{table} = {{name: {table}[name] for name in {rows.split()}}}\n")
        for template in (folder / "project" / "templates").glob("*.html"):
            if template.stem not in self.TEMPLATES.split():
                template.unlink()


class Floor(Contestant):
    """`cp -r` of the site that this project built: no engine can be faster than writing its files."""

    def __init__(self, built: Path) -> None:
        super().__init__("cp -r of the site", (CLEAN,))
        self._built = built

    def write(self, root: Path, read: Read, folder: Path) -> None:
        del root, read  # it copies what another contestant built
        folder.mkdir(parents=True)

    def command(self, folder: Path) -> list[str]:
        return ["cp", "-r", str(self._built), str(self.output(folder))]


def copy_project(folder: Path) -> None:
    """A copy of what a build needs, with the environment of this checkout."""
    folder.mkdir(parents=True)
    for name in _NEEDED:
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in _FILES:
        shutil.copy2(PROJECT / name, folder / name)
    (folder / ".venv").symlink_to(PROJECT / ".venv", target_is_directory=True)
    python = PROJECT / ".venv" / "bin" / "python"
    subprocess.run([python, "-m", "compileall", "-q", folder / "memberstudios"], check=True)


def build_command(project: Path, records: Path, site: Path, day: str) -> list[str]:
    """The command that people type, with the Python that the environment was made from; it then enters that."""
    python = Path(sys.base_prefix) / "bin" / "python3"  # not one of PATH, which may be a script that looks for Python
    site.parent.mkdir(parents=True, exist_ok=True)
    return [str(python), str(project / "build.py"), "--root", str(records), "--out", str(site), "--as-of", day]
