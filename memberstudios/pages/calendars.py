"""The calendars of studios and members: files of their own, which change with sessions and not with what pages say."""

from collections.abc import Iterator
from typing import Final

from memberstudios.directory.directory import Directory
from memberstudios.pages.duty_calendar import has_calendar, has_member_calendar, of_member, of_studio
from memberstudios.render.output import Output
from memberstudios.words import Words

_STUDIO: Final = "studio"
_MEMBER: Final = "member"


def keys(directory: Directory) -> Iterator[str]:
    """`studio/<id>` and `member/<id>` of all for whom there is something to put into one."""
    yield from (f"{_STUDIO}/{id_}" for id_ in directory.studios if has_calendar(directory, id_))
    yield from (f"{_MEMBER}/{id_}" for id_ in directory.members if has_member_calendar(directory, id_))


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`duty/<studio>.ics` or `duty/members/<member>.ics`; nothing of a member who did not agree to be shown."""
    kind, _, id_ = key.partition("/")
    if kind == _STUDIO:
        yield of_studio(directory, words, directory.studios[id_])
    elif directory.is_public(directory.members[id_]):
        yield of_member(directory, words, id_)
