"""Values for any field of any record, by what the types of records say of themselves."""

from datetime import timedelta
from random import Random

from benchmarks.fiction.yaml_text import Record, Value
from memberstudios.records.kinds import KIND_OF
from memberstudios.records.structure import Field, fields
from memberstudios.records.studio import Change, Studio
from memberstudios.records.work import Steps
from tests.property.incremental.world import World

_RARELY = 0.15
_SINGLE = {
    "email": ("office@example.org", "desk@example.org"),
    "phone": ("0000-5550001", "0000-5550002", "0000-5550003"),
    "time": ("08:30", "09:00", "14:00", "17:30"),
    "by_day": ("MO", "WE", "FR", "1TU", "-1TH"),
    "hours": ("Mo-Fr 09:00-17:00", "Tu,Th 14:00-16:30", "Sa 10:00-12:00"),
    "flag": ("yes", "no"),
    "template": ("https://example.org/{id}", "https://example.org/{file}?of={id}", "https://example.org/form"),
    "number": ("30.5", "31.25", "12", "88"),
}
_CHANGEABLE = ("name", "address", "description", "division", "members", "status", "hours_text", "sources", "phone")


class Maker:
    """Makes values that fit a world. Texts are never the same twice, so that an old one shows."""

    def __init__(self, world: World, random: Random) -> None:
        self._world = world
        self._random = random

    def text(self) -> str:
        return f"字{self._random.getrandbits(40):x}"

    def day(self) -> str:
        """Near the day of the build, or long ago; whole or partial."""
        near = self._world.day + timedelta(days=self._random.randint(-3, 3))
        return self._random.choice((near.isoformat(), near.isoformat(), f"20{self._random.randint(10, 26)}", "2025-06"))

    def value(self, field: Field) -> Value | None:
        """A new value of a field; None where nothing can be named."""
        if not field.many:
            return self._one(field)
        items = [item for _ in range(self._random.randint(1, 3)) if (item := self._one(field)) is not None]
        return [item for at, item in enumerate(items) if item not in items[:at]] or None

    def record(self, kind: type) -> Record:
        """A part or a record with what it must have, and some of what it may."""
        found: Record = {}
        for field in fields(kind):
            if field.required or self._random.random() < _RARELY:
                value = self.value(field)
                if value is not None:
                    found[field.key] = value
        return found

    def changes(self) -> list[Value]:
        """Planned changes of a studio, around the day of the build."""
        known = {field.key: field for field in fields(Studio)}
        found: list[Value] = []
        for _ in range(self._random.randint(1, 3)):
            key = self._random.choice(_CHANGEABLE)
            value = self.value(known[key])
            if value is not None:
                found.append({"from": self.day(), key: value})
        return found

    def prose(self) -> str:
        """Markdown with headings, links to pages and their headings, pictures, a document, a table."""
        world, random = self._world, self._random
        folders = {"studio": "studios", "division": "areas", "news": "news", "page": "pages", "member": "members"}
        kind = random.choice([kind for kind in folders if world.rows[kind]])
        target = f"{folders[kind]}/{random.choice(world.ids(kind))}.html"
        parts = [
            f"## {self.text()}\n\n{self.text()}",
            f"[{self.text()}]({target})",
            f"[{self.text()}](#h-{self.text()})",
            f"| 甲 | 乙 |\n| --- | --- |\n| {self.text()} | {self.text()} |",
            f"- {self.text()}\n- **{self.text()}**",
            f"<b>{self.text()}</b>",
            f"[{self.text()}]()",
        ]
        for folder in ("pictures", "files"):
            names = [path for path in world.contents if path.startswith(folder)]
            if names:
                mark = "!" if folder == "pictures" else ""
                parts.append(f"{mark}[{self.text()}]({random.choice(names)})")
        return "\n\n".join(random.sample(parts, random.randint(1, 3))) + "\n"

    def _one(self, field: Field) -> Value | None:
        if field.names is not None and not (field.names.or_text and self._random.random() < _RARELY):
            ids = self._world.ids(field.names.kind)
            return self._random.choice(ids) if ids else None
        if field.nested is Change:
            return self._random.choice(self.changes() or [None])
        if field.nested is Steps or field.kind == "Steps":
            return self._steps()
        if field.nested is not None:
            return self.record(field.nested)
        return self._scalar(field)

    def _scalar(self, field: Field) -> str | None:
        random = self._random
        if field.choices:
            return random.choice(field.choices)
        if field.kind in _SINGLE:
            return random.choice(_SINGLE[field.kind])
        if field.kind in ("picture", "file"):
            folder = "pictures/" if field.kind == "picture" else "files/"
            names = [path.removeprefix(folder) for path in self._world.contents if path.startswith(folder)]
            return random.choice(names) if names else None
        made = {
            "date": self.day,
            "markdown": self.prose,
            "whole": lambda: str(random.randint(1, 12) if field.key != "year" else random.randint(1999, 2026)),
            "id": lambda: f"id-{random.getrandbits(24):x}",
            "url": lambda: f"https://example.org/{random.getrandbits(24):x}",
        }
        return made.get(field.kind, self.text)()

    def _steps(self) -> Value | None:
        frameworks = [row.value for row in self._world.rows["framework"] if isinstance(row.value.get("items"), list)]
        if not frameworks:
            return None
        framework = self._random.choice(frameworks)
        found: Record = {"framework": framework["id"]}
        for item in framework["items"]:
            if isinstance(item, dict) and isinstance(item["id"], str) and "unknown" not in item:
                found[item["id"]] = self._random.choice((self.day(), self.text()))
        return found


def fields_of(kind: str) -> tuple[Field, ...]:
    """The fields of a kind of record that can be edited, the Markdown below a front matter among them."""
    return tuple(field for field in fields(KIND_OF[kind].record) if field.key != "id")
