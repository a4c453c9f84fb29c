import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memberstudios.content.files import MAX_BYTES, check_file


def archive(*names, mimetype=None):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "x")
    return file.getvalue()


GOOD = {
    "a.pdf": b"%PDF-1.7\n%%EOF",
    "a.docx": archive("[Content_Types].xml", "word/document.xml"),
    "a.xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "a.odt": archive("content.xml", mimetype="application/vnd.oasis.opendocument.text"),
    "a.ods": archive("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"),
    "a.csv": "区,数\n大祥,3\n".encode("utf-8-sig"),
    "rules-2023.v2.txt": "办法".encode(),
}


def codes(name, data):
    return [problem.code for problem in check_file(name, data)]


@pytest.mark.parametrize("name", sorted(GOOD))
def test_documents_of_known_kinds_may_be_published(name):
    assert codes(name, GOOD[name]) == []


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.js", "a.exe", "a.docm", "a.xls", "a.zip", "a", "", "a.pdf.lnk"])
def test_other_kinds_may_not(name):
    assert codes(name, b"x") == ["file-not-publishable"]


@pytest.mark.parametrize("name", ["通知.pdf", "A.pdf", "a b.pdf", "../a.pdf", "a.PDF"])
def test_name_that_is_no_address_is_refused(name):
    assert codes(name, GOOD["a.pdf"]) == ["bad-file-name"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"<html>"), ("a.docx", b"PK\x03\x04 broken"), ("a.docx", GOOD["a.xlsx"]), ("a.xlsx", archive("a.exe")),
        ("a.odt", GOOD["a.ods"]), ("a.ods", archive("content.xml")), ("a.txt", b"MZ\0\0"),
    ],
)  # fmt: skip
def test_content_must_be_what_the_name_says(name, data):
    assert codes(name, data) == ["file-not-what-it-says"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7 /OpenAction << /S /JavaScript /JS (x) >>"),
        ("a.pdf", b"%PDF-1.7 /S/Launch"),
        ("a.docx", archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
        ("a.odt", archive("Basic/Standard/Module1.xml", mimetype="application/vnd.oasis.opendocument.text")),
    ],
)
def test_document_with_a_program_is_refused(name, data):
    assert codes(name, data) == ["file-with-program"]


def test_text_must_be_utf_8():
    assert codes("a.csv", "区,数".encode("gb18030")) == ["text-file-encoding"]


def test_document_beyond_the_size_limit_is_refused():
    problem = check_file("a.txt", bytes(MAX_BYTES + 1))[0]
    assert (problem.code, problem.values["limit"]) == ("published-file-too-large", "20")


@given(st.binary(max_size=400), st.sampled_from(sorted(GOOD)), st.booleans())
def test_any_bytes_are_answered(data, name, begins_well):
    check_file(name, GOOD[name][:40] + data if begins_well else data)


@given(st.sampled_from(["a.docx", "a.ods"]), st.integers(0, 200), st.integers(0, 255))
def test_damaged_archive_is_answered(name, at, value):
    data = bytearray(GOOD[name])
    data[at % len(data)] = value
    check_file(name, bytes(data))
