"""Papers to read in tests, set by Typst: many pages, one of them on its side."""

import hashlib
import random
import struct
import zlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

laid: dict[str, bytes] = {}
"""Papers that tests bring along, by name."""

_BEGIN = """
#set page(paper: "a4", margin: 25mm, numbering: "1")
#set text(font: ("Tinos", "Noto Naskh Arabic", "Noto Serif Devanagari"), size: 13pt)
#set par(justify: true)
"""
_PAGE = """
== Điều {number}. Trách nhiệm của cơ quan, đơn vị

Các cơ quan, đơn vị, địa phương có trách nhiệm triển khai thực hiện Kế hoạch số {number}-KH/VP,
báo cáo kết quả về Văn phòng trước ngày 15 hằng tháng. #lorem(120)

{extra}

#image("{number}.png", width: 30mm)
"""


@cache
def a_paper(pages: int = 12) -> bytes:
    """A PDF of so many pages, each with a picture that weighs, some with text to find."""
    parts = [_BEGIN]
    with TemporaryDirectory() as folder:
        for number in range(1, pages + 1):
            extra = "Văn thư đóng dấu *hoả tốc* vào bì." if number % 5 == 0 else ""
            body = _PAGE.format(number=number, extra=extra)
            if number == 3:
                body = f"#page(flipped: true)[{body}]"
            parts.append(body + ("#pagebreak(weak: true)" if number < pages else ""))
            Path(folder, f"{number}.png").write_bytes(_a_picture(number))
        source = Path(folder, "paper.typ")
        source.write_text("\n".join(parts), encoding="utf-8")
        return typst.compile(source, font_paths=["build/print-fonts"])


def _a_picture(number: int, side: int = 80) -> bytes:
    """A PNG that nothing makes smaller: noise."""
    noise = random.Random(number)
    rows = b"".join(b"\0" + noise.randbytes(3 * side) for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


@cache
def a_locked_paper(password: bytes = b"vermilion") -> bytes:
    """A PDF of one page that opens with a password (the standard's oldest lock, 40 bits)."""
    filling = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    padded = (password + filling)[:32]
    permissions = struct.pack("<i", -4)
    identity = b"0123456789abcdef"
    owner = _rc4(_md5(padded)[:5], padded)
    key = _md5(padded + owner + permissions + identity)[:5]
    user = _rc4(key, filling)
    content = _rc4(_md5(key + struct.pack("<I", 4)[:3] + b"\0\0")[:10], b"0 0 m 400 400 l S")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
        % (owner.hex().encode(), user.hex().encode()),
    ]
    whole = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return whole + (
        b"xref\n0 6\n0000000000 65535 f \n%s"
        b"trailer << /Size 6 /Root 1 0 R /Encrypt 5 0 R /ID [<%s> <%s>] >>\n"
        b"startxref\n%d\n%%%%EOF\n"
    ) % (table, identity.hex().encode(), identity.hex().encode(), len(whole))


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
