"""QR codes: the path draws exactly the dark modules of the code, with a white edge around it."""

import re

import segno

from memberstudios.render.code import make_code

URL = "https://studios.example.org/studios/liuyin.html"


def test_the_path_draws_the_modules_and_nothing_else():
    code = make_code(URL)
    drawn = {
        (int(x) + step, int(y))
        for x, y, width in re.findall(r"M(\d+) (\d+)\.5h(\d+)", code.path)
        for step in range(int(width))
    }
    matrix = segno.make(URL, error="m", boost_error=False, mask=2, micro=False).matrix
    dark = {(x + 4, y + 4) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert drawn == dark
    assert code.size == len(matrix) + 8


def test_the_same_text_gives_the_same_code():
    assert make_code(URL) == make_code(URL)
