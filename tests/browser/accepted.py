"""Expected texts kept in tests/golden: compared, or written anew with ACCEPT=1 for a person to compare."""

import difflib
import os
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden"


def agree(name: str, text: str) -> None:
    """Raise AssertionError with a diff when `text` is not what tests/golden/`name` holds."""
    path = GOLDEN / name
    text = text.rstrip() + "\n"
    if os.environ.get("ACCEPT") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    expected = path.read_text(encoding="utf-8") if path.is_file() else ""
    diff = difflib.unified_diff(expected.splitlines(), text.splitlines(), f"expected {name}", "now", lineterm="")
    assert text == expected, "\n".join(diff) + "\nIf this is right: make accept"
