import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from memberstudios.content.pictures import MAX_BYTES, PictureSize, encode, picture, probe, renditions


def made(size=(1600, 900), mode="RGB", kind="JPEG", **options):
    """A picture with many colours: red grows to the right, blue downwards."""
    across, down = Image.linear_gradient("L").rotate(90), Image.linear_gradient("L")
    bands = [across.resize(size), down.resize(size), Image.new("L", size, 90), Image.new("L", size, 255)]
    image = Image.merge("RGBA", bands).convert(mode)
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def exif(orientation):
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "Camera Maker"
    place = data.get_ifd(0x8825)
    place[1], place[2] = "N", (27.0, 14.0, 30.0)
    place[3], place[4] = "E", (111.0, 28.0, 10.0)
    return data


def size_of(name, data):
    size, problems = probe(name, data)
    assert problems == ()
    assert size is not None
    return size


def shown(data):
    with Image.open(BytesIO(data)) as image:
        image.load()
        return image


def code(name, data):
    size, problems = probe(name, data)
    assert size is None
    return problems[0].code


def test_picture_gets_two_widths_and_is_never_enlarged():
    def widths(width, height):
        size = PictureSize(width=width, height=height, format="JPEG", extension="jpg")
        return [(item.path, item.width, item.height) for item in renditions("a-b.jpg", size)]

    assert widths(3000, 2000) == [("pictures/a-b-480.jpg", 480, 320), ("pictures/a-b-1200.jpg", 1200, 800)]
    assert widths(800, 600) == [("pictures/a-b-480.jpg", 480, 360), ("pictures/a-b-800.jpg", 800, 600)]
    assert widths(300, 1) == [("pictures/a-b-300.jpg", 300, 1)]


def test_names_that_differ_in_their_extension_never_share_an_address():
    size = PictureSize(width=480, height=10, format="WEBP", extension="jpg")
    paths = {renditions(name, size)[0].path for name in ("a.jpg", "a.webp", "a.jpeg", "a.gif")}
    assert len(paths) == 4


def test_picture_offers_what_markdown_needs():
    shot = picture("a.jpg", PictureSize(width=3000, height=2000, format="JPEG", extension="jpg"))
    assert (shot.src, shot.width, shot.height) == ("pictures/a-480.jpg", 1200, 800)
    assert shot.srcset == "pictures/a-480.jpg 480w, pictures/a-1200.jpg 1200w"


@pytest.mark.parametrize(
    ("name", "options", "extension"),
    [
        ("a.jpg", {}, "jpg"),
        ("a.jpg", {"mode": "CMYK"}, "jpg"),
        ("a.jpg", {"mode": "L"}, "jpg"),
        ("a.png", {"kind": "PNG"}, "jpg"),
        ("a.png", {"kind": "PNG", "mode": "L"}, "jpg"),
        ("a.png", {"kind": "PNG", "mode": "1"}, "png"),
        ("a.webp", {"kind": "WEBP"}, "jpg"),
        ("a.gif", {"kind": "GIF", "mode": "P"}, "png"),
    ],
)
def test_every_kind_is_encoded_in_the_size_promised(name, options, extension):
    data = made(**options)
    size = size_of(name, data)
    assert (size.width, size.height, size.extension) == (1600, 900, extension)
    for rendition in renditions(name, size):
        image = shown(encode(name, data, rendition))
        assert image.size == (rendition.width, rendition.height)
        assert rendition.path.endswith({"JPEG": "jpg", "PNG": "png"}[image.format or ""])


def test_sixteen_bit_grey_is_scaled_not_clipped():
    file = BytesIO()
    Image.new("I;16", (10, 10), 128 * 256).save(file, "PNG")
    size = size_of("a.png", file.getvalue())
    image = shown(encode("a.png", file.getvalue(), renditions("a.png", size)[0])).convert("L")
    assert image.getpixel((5, 5)) == pytest.approx(128, abs=2)


def test_transparency_is_kept():
    image = Image.new("RGBA", (600, 600), (200, 0, 0, 0))
    image.paste((0, 0, 200, 255), (0, 0, 300, 600))
    file = BytesIO()
    image.save(file, "PNG")
    size = size_of("a.png", file.getvalue())
    assert size.extension == "png"
    small = shown(encode("a.png", file.getvalue(), renditions("a.png", size)[0])).convert("RGBA")
    assert [small.getpixel(at)[3] for at in ((10, 10), (470, 10))] == [255, 0]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_turned_upright(orientation):
    undo = {2: [0], 3: [3], 4: [1], 5: [5], 6: [2], 7: [6], 8: [4]}.get(orientation, [])
    upright = Image.new("RGB", (600, 400), (0, 0, 200))
    upright.paste((200, 0, 0), (0, 0, 100, 100))
    stored = upright
    for turn in undo:
        stored = stored.transpose(Image.Transpose(turn))
    file = BytesIO()
    stored.save(file, "JPEG", exif=exif(orientation))
    size = size_of("a.jpg", file.getvalue())
    assert (size.width, size.height) == (600, 400)
    image = shown(encode("a.jpg", file.getvalue(), renditions("a.jpg", size)[0])).convert("RGB")
    assert image.size == (480, 320)
    red, _, blue = image.getpixel((20, 20))
    assert red > 150
    assert blue < 60


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "JPEG"), ("a.webp", "WEBP"), ("a.png", "PNG")])
def test_place_camera_and_comments_are_gone(name, kind):
    data = made(
        kind=kind,
        exif=exif(1),
        xmp=b"<x:xmpmeta>secret</x:xmpmeta>",
        **({"comment": b"secret"} if kind == "JPEG" else {}),
    )
    assert b"Camera Maker" in data
    size = size_of(name, data)
    for rendition in renditions(name, size):
        result = encode(name, data, rendition)
        assert b"Camera Maker" not in result
        assert b"secret" not in result
        assert b"Exif" not in result
        assert not shown(result).getexif()
        assert set(shown(result).info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }


def test_colour_profile_is_applied_and_not_published():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = made(icc_profile=lab)
    result = encode("a.jpg", data, renditions("a.jpg", size_of("a.jpg", data))[0])
    assert b"ICC_PROFILE" not in result
    broken = made(icc_profile=b"no profile")
    assert shown(encode("a.jpg", broken, renditions("a.jpg", size_of("a.jpg", broken))[0])).mode == "RGB"


def test_same_picture_gives_the_same_bytes():
    data = made(kind="PNG")
    rendition = renditions("a.png", size_of("a.png", data))[1]
    assert encode("a.png", data, rendition) == encode("a.png", data, rendition)


def test_extension_may_lie_about_the_kind_of_picture():
    assert size_of("a.png", made()).format == "JPEG"


@pytest.mark.parametrize(
    "name", ["A.jpg", "a b.jpg", "照片.jpg", "../a.jpg", ".jpg", "a.b.jpg", "a-.jpg", "x/a.jpg", "a.JPG"]
)
def test_name_that_is_no_address_is_refused(name):
    assert code(name, made()) == "bad-file-name"


@pytest.mark.parametrize("name", ["a.svg", "a.bmp", "a.html", "a", "", "a.jpg.exe"])
def test_other_kinds_of_files_are_refused(name):
    assert code(name, b"<svg xmlns='http://www.w3.org/2000/svg'/>") == "file-not-publishable"


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\xff\xd8\xff", b"<svg/>", b"RIFF0000WEBP", b"BM" + bytes(99)])
def test_data_that_is_no_picture_is_refused(data):
    assert code("a.jpg", data) == "picture-unreadable"


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.gif", "GIF")])
def test_truncated_picture_is_refused(name, kind):
    data = made(kind=kind, mode="P" if kind == "GIF" else "RGB")
    assert code(name, data[: len(data) // 2]) == "picture-unreadable"


def test_png_that_is_complete_but_holds_no_pixels_is_refused():
    header, _ = made(kind="PNG").split(b"IDAT", 1)
    damaged = header[:-4] + chunk(b"IDAT", b"no pixels") + chunk(b"IEND", b"")
    assert code("a.png", damaged) == "picture-unreadable"


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def test_decompression_bomb_is_refused_before_it_is_decoded():
    for side in (6_400, 13_500):
        file = BytesIO()
        Image.new("1", (side, side)).save(file, "PNG")
        assert code("a.png", file.getvalue()) == "picture-too-many-pixels"


def test_file_beyond_the_size_limit_is_refused():
    assert code("a.jpg", b"\xff\xd8\xff" + bytes(MAX_BYTES)) == "picture-too-large"


def test_jpeg_of_endless_passes_is_refused():
    data = made(progressive=True)
    start = data.rindex(b"\xff\xda")
    assert code("a.jpg", data[:-2] + data[start:-2] * 100 + data[-2:]) == "picture-unreadable"


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 "]),
)
def test_random_bytes_are_answered(data, begin):
    size, problems = probe("a.png", begin + data)
    assert (size is None) == bool(problems)


SMALL = {
    "JPEG": made((40, 30), exif=exif(6)),
    "PNG": made((40, 30), kind="PNG", exif=exif(6)),
    "WEBP": made((40, 30), kind="WEBP", exif=exif(6)),
    "GIF": made((40, 30), kind="GIF", mode="P"),
}


@settings(deadline=None)
@given(st.data())
def test_damaged_picture_is_refused_or_can_be_encoded(data):
    good = bytearray(SMALL[data.draw(st.sampled_from(sorted(SMALL)))])
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(12, len(good) - 1))] = data.draw(st.integers(0, 255))
    size, problems = probe("a.png", bytes(good))
    assert (size is None) == bool(problems)
    if size:
        for rendition in renditions("a.png", size):
            assert encode("a.png", bytes(good), rendition)
