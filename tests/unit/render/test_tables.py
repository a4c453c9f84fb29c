import csv
import io

import pytest

from memberstudios.render.tables import Table, csv_line, make_csv


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_excel_finds_the_mark_that_says_utf_8():
    assert make_csv(Table(columns=("名称",), lines=())).startswith(b"\xef\xbb\xbf")


def test_every_line_ends_as_rfc_4180_says():
    data = make_csv(Table(columns=("a",), lines=(csv_line(("一",)), csv_line(("二",)))))
    assert data.count(b"\r\n") == data.count(b"\n") == 3


def test_commas_quotes_and_line_breaks_survive():
    rows = (('他说“好”, "yes"', "一行\n又一行"), ("", "末"))
    assert read(make_csv(Table(columns=("a", "b"), lines=tuple(map(csv_line, rows)))))[1:] == [
        list(row) for row in rows
    ]


@pytest.mark.parametrize("text", ["=1+1", "+86 739", "-2", "@SUM(A1)", "\tx", "＝1+1"])
def test_no_cell_starts_a_formula(text):
    assert read(make_csv(Table(columns=("a",), lines=(csv_line((text,)),))))[1] == [f"'{text}"]


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell():
    assert read(make_csv(Table(columns=("a", "b"), lines=(csv_line((-33.5, None)),))))[1] == ["-33.5", ""]
