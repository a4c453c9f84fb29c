"""How a studio is reached: its phones or, without one, those of the next above it; online; on the way there."""

import re
from collections.abc import Iterable
from typing import Literal

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import named
from memberstudios.pages.named import Named
from memberstudios.pages.pictures import PictureView, pictures
from memberstudios.records.shared import Photo
from memberstudios.records.studio import Channel, Studio
from memberstudios.render.code import Code, make_code
from memberstudios.render.map.navigation import links
from memberstudios.words import Words

_NOT_DIALLED = re.compile(r"[^\d+,]")
_ACCESS = ("step_free", "toilet", "parking", "hearing_loop", "sign_language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phones:
    """Numbers as written, each with its `tel:` address. `whose` is set when they are not the studio's own."""

    numbers: tuple[tuple[str, str], ...] = ()
    whose: Named | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelView:
    """Where the studio is online; `url` may be empty. `image` is the code to scan that it has, `code` one of its address."""

    kind: str
    name: str
    url: str
    image: PictureView | None
    code: Code | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLine:
    """One thing that is known about access, in words."""

    text: str
    met: Literal["yes", "no", "partly"]


def phones(directory: Directory, words: Words, studio: Studio) -> Phones:
    """The studio's own numbers, else those of the first of parent, host, owner and site that has any."""
    if studio.phone:
        return Phones(numbers=dialled(studio.phone))
    parent = directory.studios.get(studio.parent or "")
    if parent is not None and parent.phone:
        return Phones(numbers=dialled(parent.phone), whose=named.studio(directory, words, parent.id))
    for id_ in (studio.host, studio.owner, directory.site.organization):
        body = directory.organizations.get(id_ or "")
        if body is not None and body.phone:
            return Phones(numbers=dialled(body.phone), whose=named.organization(directory, body.id))
    return Phones()


def dialled(numbers: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each number and what a phone dials (RFC 3966); 转 becomes a pause before the extension."""
    return tuple((number, "tel:" + _NOT_DIALLED.sub("", number.replace("转", ","))) for number in numbers)


def channels(directory: Directory, words: Words, studio: Studio) -> tuple[ChannelView, ...]:
    """The studio's accounts and rooms online."""
    return tuple(_channel(directory, words, channel) for channel in studio.channels)


def _channel(directory: Directory, words: Words, channel: Channel) -> ChannelView:
    image = _image(directory, words, channel.name, channel.image)
    return ChannelView(
        kind=words(f"choices.channel_kind.{channel.kind}"),
        name=channel.name,
        url=channel.url or "",
        image=image,
        code=make_code(channel.url) if image is None and channel.url else None,
    )


def _image(directory: Directory, words: Words, name: str, file: str | None) -> PictureView | None:
    if file is None:
        return None
    found = pictures(directory, [Photo(file=file, alt=words("studio.channel_code", name=name))])
    return found[0] if found else None


def access(words: Words, studio: Studio) -> tuple[AccessLine, ...]:
    """What is known about access; what is not known is left out."""
    if studio.access is None:
        return ()
    known = ((key, getattr(studio.access, key)) for key in _ACCESS)
    return tuple(AccessLine(text=words(f"studio.access.{key}.{met}"), met=met) for key, met in known if met is not None)


def navigation(directory: Directory, words: Words, studio: Studio) -> tuple[tuple[str, str], ...]:
    """Links that open the studio's own position in a map service: label and address. None for an approximate place."""
    placed = directory.place_of(studio)
    if placed is None or placed.area is not None:
        return ()
    offered = links(placed.position, studio.name, directory.site.navigation, precision=placed.precision)
    return tuple((words(f"map.navigation_{link.kind}"), link.url) for link in offered)
