"""Pictures and documents made by code, so that nothing from elsewhere is copied."""

import struct
import zlib
from collections.abc import Iterator

PHOTOS = tuple(f"scene-{number}.png" for number in range(1, 7))
PORTRAITS = ("portrait-1.png", "portrait-2.png")
CODE_PICTURE = "account-code.png"
LOGO = "logo.png"
FILES = ("studio-rules.pdf", "duty-notice.pdf")

_COLOURS = ((168, 50, 40), (60, 110, 90), (45, 85, 130), (190, 140, 60), (110, 80, 130), (90, 100, 105))


def pictures() -> Iterator[tuple[str, bytes]]:
    """Names and PNG bytes."""
    for order, name in enumerate(PHOTOS):
        yield name, _scene(960, 640, _COLOURS[order])
    for order, name in enumerate(PORTRAITS):
        yield name, _scene(480, 600, _COLOURS[order + 2])
    yield CODE_PICTURE, _checks(320, 20)
    yield LOGO, _checks(256, 64)


def files() -> Iterator[tuple[str, bytes]]:
    """Names and PDF bytes of one page."""
    yield FILES[0], _pdf("Rules of the studios (fictional)")
    yield FILES[1], _pdf("Notice on duty (fictional)")


def _scene(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A sky that grows lighter, a dark block before it, and the ground."""
    rows = []
    for y in range(height):
        if y > height * 4 // 5:
            rows.append(bytes((120, 120, 110)) * width)
            continue
        sky = bytes(min(255, part + (255 - part) * y // height) for part in colour)
        if y < height // 3:
            rows.append(sky * width)
        else:
            left, middle = width // 4, width // 2
            rows.append(sky * left + bytes(part // 2 for part in colour) * middle + sky * (width - left - middle))
    return _png(width, height, rows)


def _checks(size: int, cell: int) -> bytes:
    """Dark and light squares; looks like a code, and leads nowhere."""
    rows = []
    for y in range(size):
        cells = (((x * 7 + y // cell * 5 + x * (y // cell)) % 3 == 0) for x in range(size // cell))
        rows.append(b"".join((b"\x18\x18\x18" if dark else b"\xff\xff\xff") * cell for dark in cells))
    return _png(size, size, rows)


def _png(width: int, height: int, rows: list[bytes]) -> bytes:
    """PNG as in RFC 2083: true colour, no filter."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pdf(text: str) -> bytes:
    stream = f"BT /F1 18 Tf 72 760 Td ({text.replace('(', '[').replace(')', ']')}) Tj ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)
