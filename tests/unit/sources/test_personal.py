"""A person's numbers are found, an office's are not, and none is ever shown."""

import pytest

from memberstudios.sources.personal import MAX_SHOWN, is_identity_number, masked, personal_numbers


def found(text):
    return [(one.code, one.spot.line, one.spot.column) for one in personal_numbers("data/studios.yaml", text)]


def test_an_identity_number_needs_its_check_digit():
    assert is_identity_number("11010519491231002X")
    assert not is_identity_number("110105194912310021")
    assert found("a: 11010519491231002x") == [("personal-number", 1, 4)]
    assert found("a: 110105194912310021") == []


@pytest.mark.parametrize("number", ["13800138000", "138 0013 8000", "138-0013-8000"])
def test_a_mobile_is_found_however_it_is_spaced(number):
    assert found(f"name: 甲\nsummary: 电话{number}。") == [("personal-number", 2, 12)]


@pytest.mark.parametrize(
    "line",
    [
        "phone: 13800138000",
        "  - phone: 13800138000",
        "- {label: 值班, phone: 13800138000}",
        "contact_text: 找老王 13800138000",
    ],
)
def test_an_office_may_give_its_mobile(line):
    assert found(line) == []


@pytest.mark.parametrize(
    "text", ["0739-5312345", "https://example.org/13800138000/", "20190512", "1.13800138000", "a13800138000"]
)
def test_other_numbers_are_left_alone(text):
    assert found(f"summary: {text}") == []


def test_cards_and_old_identity_numbers_are_only_warned_of():
    assert found("a: 6222021234567890128") == [("possible-personal-number", 1, 4)]
    assert found("a: 130503670401001") == [("possible-personal-number", 1, 4)]


def test_a_pasted_list_of_people_is_reported_in_part():
    assert len(found("a: 13800138000\n" * 200)) == MAX_SHOWN
    assert found("a: 13800138000\n" * 200)[-1] == ("personal-number", MAX_SHOWN, 4)


def test_masking_leaves_the_rest_of_the_line():
    assert masked("电话 138-0013-8000，邮编 422000") == "电话 •••-••••-••••，邮编 422000"
    assert masked("phone: 13800138000") == "phone: 13800138000"


def test_a_part_of_a_file_is_looked_through_with_the_lines_of_the_file():
    text = "- name: 甲\n- summary: 13800138000\n- phone: 13800138000\n- note: 138 0013 8000\n"
    whole = found(text)
    lines = text.splitlines(keepends=True)
    parts = [personal_numbers("data/studios.yaml", line, number) for number, line in enumerate(lines, 1)]
    assert [(one.code, one.spot.line, one.spot.column) for part in parts for one in part] == whole
    assert len(whole) == 2
