"""The compact file of all words that find something."""

import json

from memberstudios.render.search import FoundPage, StudioWords, encode

MATTERS = (("lift", ("小区设施", "电梯")), ("law", ("法律咨询",)))
STUDIOS = [StudioWords(names=(f"别名{number}", "又名"), phones=("0000-5550123",)) for number in range(7)]
TOPICS = [FoundPage(title="装上电梯", text="装好", path="matters/lift.html", matter="lift")]
NEWS = [FoundPage(title=f"新闻{n}", text="…", path=f"news/{n}.html", date="2026-01-01") for n in range(4)]


def test_a_small_directory_is_one_file():
    files = encode(STUDIOS, MATTERS, TOPICS, NEWS)
    document = json.loads(files.first)
    assert not files.shards
    assert document["count"] == 7
    assert document["matters"] == ["小区设施\n电梯", "法律咨询"]
    assert document["share"]["studios"]["names"][3] == "别名3\n又名"
    assert document["share"]["topics"]["matter"] == [0]
    assert document["share"]["news"]["matter"] == [-1] * 4


def test_a_large_directory_is_shared_out_and_nothing_is_lost():
    files = encode(STUDIOS, MATTERS, TOPICS, NEWS, large=10, per_shard=5)
    first, shares = json.loads(files.first), [json.loads(shard) for shard in files.shards]
    assert first["share"] is None
    assert len(first["shards"]) == len(shares) == 3
    assert [name for share in shares for name in share["studios"]["names"]] == [f"别名{n}\n又名" for n in range(7)]
    assert [title for share in shares for title in share["news"]["title"]] == [f"新闻{n}" for n in range(4)]
    assert [share["from"] for share in shares] == [0, 2, 4]
