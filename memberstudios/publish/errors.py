"""What can go wrong while writing, as a code with values: the sentence for people is `publish.<code>` in the locales.

Must not know words or languages.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

CODES_OF_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "not_permitted",
    errno.EPERM: "not_permitted",
    errno.EBUSY: "in_use",
    errno.ENAMETOOLONG: "name_too_long",
}


class PublishError(Exception):
    """Something could not be written.

    `old_site_stands` is True when the site is as it was before, False when the new one is already in place,
    None when the text of `code` says where things are, or when it is not about a site.
    """

    def __init__(self, code: str, *, old_site_stands: bool | None, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.old_site_stands = old_site_stands
        self.values = values

    def __str__(self) -> str:
        """For logs and tests; people read the text of the code."""
        return f"{self.code} {self.values}"


@contextmanager
def told(path: str | os.PathLike[str], *, old_site_stands: bool | None) -> Iterator[None]:
    """Tell an `OSError` as a `PublishError` whose code says what a person can do about it."""
    try:
        yield
    except OSError as error:
        raise publish_error(error, path, old_site_stands=old_site_stands) from error


def publish_error(error: OSError, path: str | os.PathLike[str], *, old_site_stands: bool | None) -> PublishError:
    """What `told` raises, for where a context manager a file would cost too much."""
    code = CODES_OF_ERRNO.get(error.errno or 0, "disk_error")
    where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else os.fspath(path)
    return PublishError(code, old_site_stands=old_site_stands, path=where, reason=error.strerror or str(error))
