"""Links of a text that stay on this site: their addresses as seen from the page, and a note of each."""

from memberstudios.content.places import Places
from memberstudios.content.prose import FileUse, LinkUse


class OwnLinks:
    """The links of one text in order. `root` is the way from the page to the site's root."""

    def __init__(self, places: Places, root: str) -> None:
        self.links: list[LinkUse] = []
        self.files: list[FileUse] = []
        self._places = places
        self._root = root

    def address(self, target: str, written: str) -> str:
        """Note a link to `target`, which stands in the text as `written`; gives the address as seen from the page."""
        line, column = self._places.of_target(written)
        use = LinkUse(target=target, line=line, column=column)
        if use.path.startswith("files/"):
            self.files.append(FileUse(name=use.path.removeprefix("files/"), line=line, column=column))
        else:
            self.links.append(use)
        return target if target.startswith("#") else self._root + target.removeprefix("/")
