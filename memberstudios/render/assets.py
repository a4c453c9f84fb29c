"""Style sheets, scripts and icons: their bytes as published, and addresses that change when they do.

Every name stays; `?v=<digest>` is added to every use, also inside style sheets and modules, so that a page from
before an exchange still finds its parts. Style sheets that only import others become one file.
"""

import re
from collections.abc import Callable, Mapping
from hashlib import blake2b
from posixpath import dirname, join, normpath

_CSS_IMPORT = re.compile(r"""@import\s+(?:url\()?["']([^"']+)["']\)?\s*;""")
_CSS_URL = re.compile(r"""url\(\s*["']?(?!data:|https?:|//|#)([^"')]+)["']?\s*\)""")
_JS_IMPORT = re.compile(r"""(\bfrom\s*|\bimport\s*\(?\s*|\bnew\s+Worker\(new\s+URL\(\s*)(["'])(\.{1,2}/[^"']+)\2""")
_REMARKS = re.compile(r"""^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n|//.*\n)""", re.MULTILINE)
"""Comments that have their lines to themselves: in our own scripts nothing else looks so, which a test makes sure of."""
_JS_NEEDS = re.compile(r"""(?:\bfrom|\bimport)\s*["'](\.{1,2}/[^"']+)["']""")


def without_remarks(script: str) -> str:
    """A script without its comments: whoever reads them reads them where it is written."""
    return _REMARKS.sub("", script)


class BrokenAsset(ValueError):
    """An asset names another one that does not exist, or itself; it belongs to the program."""


class Assets:
    """The published assets by name (`css/site.css`), ready once built."""

    def __init__(self, originals: Mapping[str, bytes]) -> None:
        self._originals = originals
        self._making: list[str] = []
        self._digests: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        imported = self._imported_styles()
        for name in originals:
            if name not in imported:
                self._make(name)

    def url(self, name: str) -> str:
        """The site path of an asset with its version. Raises BrokenAsset for a name that does not exist."""
        if name not in self._digests:
            raise BrokenAsset(name)
        return f"assets/{name}?v={self._digests[name]}"

    def modules(self, name: str) -> tuple[str, ...]:
        """The modules that a module cannot run without, all the way down, those near it first.

        What it fetches later, with `import(…)`, is not among them. Raises BrokenAsset for a name that does not exist.
        """
        found = {name: None}
        waiting = [name]
        for one in waiting:
            if one not in self._originals:
                raise BrokenAsset(one)
            needed = [_resolve(one, target) for target in _JS_NEEDS.findall(self._originals[one].decode())]
            waiting += [other for other in dict.fromkeys(needed) if other not in found]
            found.update(dict.fromkeys(needed))
        return tuple(found)[1:]

    def _imported_styles(self) -> set[str]:
        """Style sheets that stand inside another one and need no file of their own."""
        found = set()
        for name, data in self._originals.items():
            if name.endswith(".css") and not name.startswith("vendor/"):
                found |= {_resolve(name, target) for target in _CSS_IMPORT.findall(data.decode())}
        return found

    def _make(self, name: str) -> str:
        """Publish one asset, after those that it names; its digest."""
        if name in self._digests:
            return self._digests[name]
        if name in self._making or name not in self._originals:
            raise BrokenAsset(" > ".join([*self._making, name]))
        self._making.append(name)
        data = self._originals[name]
        if name.endswith(".css"):
            data = self._style(name).encode()
        elif name.endswith(".js") and not name.startswith("vendor/"):
            data = _JS_IMPORT.sub(
                self._versioned(name, lambda m, v: f"{m[1]}{m[2]}{m[3]}?v={v}{m[2]}", 3), without_remarks(data.decode())
            ).encode()
        self._making.pop()
        self.files[name] = data
        self._digests[name] = blake2b(data, digest_size=5).hexdigest()
        return self._digests[name]

    def _style(self, name: str) -> str:
        if name not in self._originals:
            raise BrokenAsset(name)
        text = self._originals[name].decode()
        text = _CSS_URL.sub(self._versioned(name, lambda m, v: f'url("{m[1]}?v={v}")', 1), text)
        return _CSS_IMPORT.sub(lambda match: self._style(_resolve(name, match[1])), text)

    def _versioned(
        self, name: str, write: Callable[[re.Match[str], str], str], group: int
    ) -> Callable[[re.Match[str]], str]:
        return lambda match: write(match, self._make(_resolve(name, match[group])))


def _resolve(name: str, target: str) -> str:
    return normpath(join(dirname(name), target))
