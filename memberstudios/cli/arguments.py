"""The arguments of every command; its words come from the locales, wrong use ends with 2."""

import argparse
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

from memberstudios.base.web import is_site_address
from memberstudios.words import Words

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
"""As far as anybody asks."""

COMMANDS: Final = ("build", "check", "serve")
FORMATS: Final = ("text", "json", "github", "gitlab")
LANGUAGES: Final = {"zh": "zh-Hans", "en": "en"}

_MESSAGES: Final = (
    ("unknown_argument", re.compile(r"unrecognized arguments: (?P<value>.*)")),
    (
        "wrong_choice",
        re.compile(r"argument (?P<name>[^:]*): invalid choice: (?P<value>.*) \(choose from (?P<known>.*)\)"),
    ),
    ("wrong_value", re.compile(r"argument (?P<name>[^:]*): invalid \w+ value: (?P<value>.*)")),
    ("value_missing", re.compile(r"argument (?P<name>[^:]*): expected one argument")),
)


class _Parser(argparse.ArgumentParser):
    """Says how it is used, and what is wrong, in the editor's language."""

    words: Words

    def format_usage(self) -> str:
        return self._in_words(super().format_usage())

    def format_help(self) -> str:
        return self._in_words(super().format_help())

    def _in_words(self, text: str) -> str:
        """Without the two words that argparse itself writes."""
        usage, options = self.words("terminal.usage"), self.words("terminal.options")
        return text.replace("usage: ", usage, 1).replace("\noptions:\n", f"\n{options}\n", 1)

    def error(self, message: str) -> NoReturn:
        text = message
        for key, pattern in _MESSAGES:
            if (match := pattern.fullmatch(message)) is not None:
                text = self.words(f"terminal.{key}", **match.groupdict())
        self.exit(2, f"{text}\n{self.words('terminal.see_help')}\n")


def language_of(argv: Sequence[str]) -> str:
    """The language asked for, known before the arguments are read, since their errors are told in it."""
    for position, argument in enumerate(argv):
        if argument == "--language" and position + 1 < len(argv):
            return LANGUAGES.get(argv[position + 1], "zh-Hans")
        if argument.startswith("--language="):
            return LANGUAGES.get(argument.partition("=")[2], "zh-Hans")
    return "zh-Hans"


def parse(argv: Sequence[str], words: Words, home: Path) -> argparse.Namespace:
    """The arguments; `build` when no command is named. Exits with 2 for wrong use and 0 after help."""
    _Parser.words = words
    parser = _Parser(prog="build.py", description=words("terminal.about"), add_help=False)
    _add_help(parser, words)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=words("terminal.commands"))
    for name in COMMANDS:
        text = words(f"terminal.command_{name}")
        command = commands.add_parser(name, help=text, description=text, add_help=False)
        _add_help(command, words)
        _add_common(command, words, home)
        if name != "check":
            _add_building(command, words)
    checking = commands.choices["check"]
    checking.add_argument("--format", choices=FORMATS, default="text", help=words("terminal.option_format"))
    serving = commands.choices["serve"]
    serving.add_argument("--port", type=_port, default=8000, metavar="N", help=words("terminal.option_port"))
    is_bare = not argv or (argv[0].startswith("-") and argv[0] not in ("-h", "--help"))
    return parser.parse_args(["build", *argv] if is_bare else list(argv))


def _add_help(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("-h", "--help", action="help", help=words("terminal.option_help"))


def _add_common(parser: argparse.ArgumentParser, words: Words, home: Path) -> None:
    parser.add_argument("--root", type=Path, default=home, metavar="DIR", help=words("terminal.option_root"))
    parser.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help=words("terminal.option_as_of"))
    parser.add_argument("--language", choices=tuple(LANGUAGES), default="zh", help=words("terminal.option_language"))


def _add_building(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--out", type=Path, metavar="DIR", help=words("terminal.option_out"))
    parser.add_argument("--base-url", type=_address, metavar="URL", help=words("terminal.option_base_url"))
    parser.add_argument("--profile", action="store_true", help=words("terminal.option_profile"))
    parser.add_argument("--jobs", type=_jobs, metavar="N", help=words("terminal.option_jobs"))
    parser.add_argument("--allow-shrink", action="store_true", help=words("terminal.option_allow_shrink"))


def _day(text: str) -> date:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) is None:
        raise ValueError(text)
    day = date.fromisoformat(text)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(text)
    return day


def _address(text: str) -> str:
    if not is_site_address(text):
        raise ValueError(text)
    return text


def _jobs(text: str) -> int:
    if not 1 <= int(text) <= 256:
        raise ValueError(text)
    return int(text)


def _port(text: str) -> int:
    if not 0 <= int(text) <= 65535:
        raise ValueError(text)
    return int(text)
