"""The one place that writes: a whole site at once (`open_site`), or one file (`write_file`).

It knows bytes, names and folders, nothing of records, pages or words. It uses the standard library only,
because the set-up of the environment (`bootstrap`) needs it before anything is installed.
"""

from memberstudios.publish.errors import PublishError
from memberstudios.publish.listing import Look, listing
from memberstudios.publish.lock import FileLock, LockHeldError
from memberstudios.publish.recovery import recover
from memberstudios.publish.site import open_site
from memberstudios.publish.staging import Published, Staging
from memberstudios.publish.writing import write_file

__all__ = [
    "FileLock",
    "LockHeldError",
    "Look",
    "PublishError",
    "Published",
    "Staging",
    "listing",
    "open_site",
    "recover",
    "write_file",
]
