"""Old addresses for nginx: one line a studio, to be included in a `map`."""

from urllib.parse import quote


def make_redirects(moves: tuple[tuple[str, str], ...]) -> bytes:
    """Lines of an nginx `map` from old to new; `moves` are pairs of site paths."""
    return "".join(f"/{quote(old)} /{quote(new)};\n" for old, new in moves).encode()
