"""Which maps a site has: one of all studios, and one around a studio where any has a door of its own."""

from memberstudios.directory.directory import Directory
from memberstudios.render.map.options import MapOptions, map_words
from memberstudios.words import Words


def map_options(directory: Directory, words: Words) -> dict[str, MapOptions]:
    """The maps by name; none for a site that shows none."""
    base = directory.site.base_map
    if base.kind == "none":
        return {}
    found = {"finder": MapOptions(kind="finder", base=base, words=map_words(words, "finder", base))}
    if _has_a_door(directory):
        found["studio"] = MapOptions(kind="studio", base=base, words=map_words(words, "studio", base))
    return found


def _has_a_door(directory: Directory) -> bool:
    """Whether any studio has a position good enough for a map of its own."""
    placed = (directory.place_of(studio) for studio in directory.studios.values())
    return any(one is not None and not one.is_approximate for one in placed)
