"""Opening a site for publication: the place is checked, locked and put right, then a staging area stands ready.

Must not know what is put there. Until `Staging.commit` has returned, the old site stands untouched.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from memberstudios.publish.errors import PublishError, told
from memberstudios.publish.layout import Layout, check_ownership, check_place, make_work_folder
from memberstudios.publish.lock import FileLock, LockHeldError
from memberstudios.publish.recovery import discard, settle
from memberstudios.publish.staging import Staging
from memberstudios.publish.writing import create_folder


@contextmanager
def open_site(out: Path, *, inputs: Sequence[Path] = (), allow_shrink: bool = False) -> Iterator[Staging]:
    """A new site in the making for the one at `out`, made from the files and folders `inputs`.

    Leaving the block without `commit` throws away what was put. Raises PublishError, before any work is done, if the
    site must not lie there, holds what was not made here, cannot be written, or is being published by another program.
    """
    layout = Layout.of(out)
    check_place(layout, inputs)
    make_work_folder(layout)
    with ExitStack() as held:
        try:
            with told(layout.lock, old_site_stands=True):
                held.enter_context(FileLock(layout.lock, wait=False))
        except LockHeldError:
            raise PublishError("busy", old_site_stands=True, path=layout.out) from None
        with told(layout.work, old_site_stands=True):
            settle(layout)
        live = check_ownership(layout)
        with told(layout.put, old_site_stands=True):
            create_folder(layout.put)
        opener = os.getpid()
        try:
            yield Staging(layout, live.files.keys(), inputs=inputs, allow_shrink=allow_shrink)
        finally:
            # A forked child that leaves this block must not pull the tree from under its siblings.
            if os.getpid() == opener:
                discard(layout)
