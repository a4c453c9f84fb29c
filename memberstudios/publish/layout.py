"""Where things lie while a site is published, and which folders may be touched at all.

All that is temporary lies in one folder beside the site, on the same file system: `.site.work/`, holding `lock`;
`put` (the files that are made, while they are); `new` (the whole tree before the exchange, the replaced one after it);
`old` (only while two renames are under way); and between builds `spare`, the tree that was replaced last, of which the
next one is made.
Must not know how trees are filled or moved.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from memberstudios.base.dataclass import dataclass
from memberstudios.publish.errors import PublishError, told
from memberstudios.publish.marker import NAME, marked_names
from memberstudios.publish.trees import Found, nothing, scan

COMPRESSED = (".gz", ".br", ".zst")
LEFT_BY_DESKTOPS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
NAMED_IN_MESSAGE = 5
OURS_TO_KEEP = frozenset({"lock", "new", "old", "put", "spare"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Absolute paths of a site and of its work folder."""

    out: str
    work: str

    @classmethod
    def of(cls, out: Path) -> "Layout":
        """The layout of a site at `out`."""
        path = os.path.abspath(out)
        folder, name = os.path.split(path)
        return cls(out=path, work=os.path.join(folder, f".{name}.work"))

    @property
    def lock(self) -> str:
        return os.path.join(self.work, "lock")

    @property
    def new(self) -> str:
        return os.path.join(self.work, "new")

    @property
    def old(self) -> str:
        return os.path.join(self.work, "old")

    @property
    def put(self) -> str:
        return os.path.join(self.work, "put")

    @property
    def spare(self) -> str:
        return os.path.join(self.work, "spare")


def check_place(layout: Layout, inputs: Sequence[Path]) -> None:
    """Raise PublishError if the site must not lie there: a link, a mount point, around or inside what it is made from."""
    if os.path.islink(layout.out):
        raise PublishError("is_link", old_site_stands=True, path=layout.out)
    if os.path.ismount(layout.out):
        raise PublishError("mount_point", old_site_stands=True, path=layout.out)
    real = os.path.realpath(layout.out)
    kept = [os.path.realpath(path) for path in inputs]
    for path in ["/", os.path.realpath(os.path.expanduser("~")), *kept]:
        if _is_inside(path, real):
            raise PublishError("holds_input", old_site_stands=True, path=layout.out, input=path)
    for path in kept:
        if _is_inside(real, path):
            raise PublishError("inside_input", old_site_stands=True, path=layout.out, input=path)


def check_ownership(layout: Layout) -> Found:
    """The site that stands there, without its marker and what others left beside our files; nothing where there is none.

    Raise PublishError if the folder, or a file in it, was not made here: nothing foreign is ever replaced.
    Compressed copies beside our files and what desktops leave behind do not count as foreign.
    """
    with told(layout.out, old_site_stands=True):
        if not os.path.lexists(layout.out):
            return nothing()
        if not os.path.isdir(layout.out):
            raise PublishError("not_folder", old_site_stands=True, path=layout.out)
        ours = marked_names(layout.out)
        if ours is None:
            if os.listdir(layout.out):
                raise PublishError("not_ours", old_site_stands=True, path=layout.out, marker=NAME)
            return nothing()
        found = scan(layout.out)
    found.files.pop(NAME, None)
    if ours.issuperset(found.files) and not found.others:
        return found
    strange = [path for path in found.files if path not in ours]
    foreign = sorted([*_foreign(ours, strange), *(path for path in found.others if path != NAME)])
    if foreign:
        names = ", ".join(foreign[:NAMED_IN_MESSAGE]) + (" …" if len(foreign) > NAMED_IN_MESSAGE else "")
        raise PublishError("foreign_files", old_site_stands=True, path=layout.out, names=names)
    for path in strange:
        del found.files[path]
    return found


def make_work_folder(layout: Layout) -> None:
    """Make the work folder, and the ones above; raise PublishError if one of that name is not ours."""
    with told(layout.work, old_site_stands=True):
        os.makedirs(os.path.dirname(layout.work), exist_ok=True)
        try:
            os.mkdir(layout.work, 0o700)
        except FileExistsError:
            status = os.lstat(layout.work)
            mine = sys.platform == "win32" or status.st_uid == os.geteuid()
            if not (stat.S_ISDIR(status.st_mode) and mine) or set(os.listdir(layout.work)) - OURS_TO_KEEP:
                raise PublishError("work_not_ours", old_site_stands=True, path=layout.work) from None


def _foreign(ours: frozenset[str], strange: Iterable[str]) -> Iterator[str]:
    for path in strange:
        stem, ending = os.path.splitext(path)
        if not (ending in COMPRESSED and stem in ours) and path.rpartition("/")[2] not in LEFT_BY_DESKTOPS:
            yield path


def _is_inside(path: str, folder: str) -> bool:
    """Whether `path` is `folder` or lies in it, as real paths."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
