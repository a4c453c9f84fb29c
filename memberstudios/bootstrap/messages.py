"""What set-up says, in Chinese and in English at once: nobody has chosen a language yet.

The words are in `locales/<language>/setup.yaml`, one `key: text` a line, so that they can be read before the YAML
package is there. Must not know when what is said.
"""

import os
import sys

LANGUAGES = ("zh-Hans", "en")


def say(root: str, key: str, *, output: str = "") -> None:
    """Print a text in each language to the standard error stream, and below it what another program said."""
    for language in LANGUAGES:
        print(texts(root, language)[key], file=sys.stderr)
    if output:
        print(output, file=sys.stderr)
    sys.stderr.flush()


def texts(root: str, language: str) -> dict[str, str]:
    """All texts of set-up in one language."""
    path = os.path.join(root, "locales", language, "setup.yaml")
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").partition(": ") for line in file if not line.startswith("#")]
    return {key: text for key, separator, text in lines if separator}
