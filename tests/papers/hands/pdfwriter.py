"""A PDF writer small enough to decide every byte: text as glyphs, with a map back to letters."""

import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

HOMES = (
    Path("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf"),
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"),
)
FONT = next((each for each in HOMES if each.exists()), None)


@cache
def font_bytes() -> bytes:
    assert FONT
    return FONT.read_bytes()


@cache
def _tables() -> dict[bytes, int]:
    raw = font_bytes()
    count = struct.unpack(">H", raw[4:6])[0]
    return {
        raw[at : at + 4]: struct.unpack(">I", raw[at + 8 : at + 12])[0]
        for at in range(12, 12 + 16 * count, 16)
    }


@cache
def glyph_of() -> dict[str, int]:
    """The glyph of each letter of the first plane, from the font's own table."""
    raw, start = font_bytes(), _tables()[b"cmap"]
    subtables = struct.unpack(">H", raw[start + 2 : start + 4])[0]
    for at in range(start + 4, start + 4 + 8 * subtables, 8):
        table = start + struct.unpack(">I", raw[at + 4 : at + 8])[0]
        if struct.unpack(">H", raw[table : table + 2])[0] == 4:
            return _segments(raw, table)
    raise ValueError


def _segments(raw: bytes, table: int) -> dict[str, int]:
    twice = struct.unpack(">H", raw[table + 6 : table + 8])[0]
    many = f">{twice // 2}H"
    ends = struct.unpack_from(many, raw, table + 14)
    starts = struct.unpack_from(many, raw, table + 16 + twice)
    deltas = struct.unpack_from(many, raw, table + 16 + 2 * twice)
    offsets_at = table + 16 + 3 * twice
    offsets = struct.unpack_from(many, raw, offsets_at)
    found: dict[str, int] = {}
    for place, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[place]:
                at = offsets_at + 2 * place + offsets[place] + 2 * (code - first)
                glyph = struct.unpack_from(">H", raw, at)[0]
            glyph = (glyph + deltas[place]) & 0xFFFF
            if glyph:
                found[chr(code)] = glyph
    return found


@cache
def advance_of(glyph: int) -> float:
    """The width of a glyph, in thousandths of the size."""
    raw, tables = font_bytes(), _tables()
    per_em = struct.unpack_from(">H", raw, tables[b"head"] + 18)[0]
    count = struct.unpack_from(">H", raw, tables[b"hhea"] + 34)[0]
    at = tables[b"hmtx"] + 4 * min(glyph, count - 1)
    return float(struct.unpack_from(">H", raw, at)[0]) * 1000 / float(per_em)


SHRUNK = 0.88
"""The font runs wider than those of papers."""


def width_of(text: str, size: float) -> float:
    return SHRUNK * sum(advance_of(glyph_of().get(sign, 0)) for sign in text) * size / 1000


Drawn = tuple[float, float, float, str]
"""Where a piece of text begins (from the lower left), its size, and the text."""


def written(
    pages: Sequence[Iterable[Drawn]],
    *,
    unseen: bool = False,
    pictures: Sequence[bytes] = (),
    size: tuple[float, float] = (595.0, 842.0),
) -> bytes:
    """The pages as a PDF, text in the order given; behind it, pictures as JPEG, if there are any."""
    objects: list[bytes] = [b"", b"", b""]

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    font = _font(add)
    kids = []
    for number, drawn in enumerate(pages):
        content, extra = b"", b""
        if pictures:
            at = add(_jpeg(pictures[number]))
            content = f"q {size[0]} 0 0 {size[1]} 0 0 cm /I Do Q\n".encode()
            extra = f"/XObject << /I {at} 0 R >>".encode()
        content += b"".join(_shown(each, 3 if unseen else 0) for each in drawn)
        stream = add(_stream(content))
        kids.append(add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents {stream} 0 R "
            f"/Resources << /Font << /F {font} 0 R >> ".encode() + extra + b" >> >>"
        ))  # fmt: skip
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    )
    objects[2] = b"<< /Producer (by hand) >>"
    return _file(objects)


def _shown(drawn: Drawn, mode: int) -> bytes:
    x, y, size, text = drawn
    size *= SHRUNK
    codes = "".join(f"{glyph_of().get(sign, 0):04X}" for sign in text)
    return f"BT /F {size} Tf {mode} Tr 1 0 0 1 {x:.2f} {y:.2f} Tm <{codes}> Tj ET\n".encode()


def _font(add: Callable[[bytes], int]) -> int:
    raw = font_bytes()
    file = add(_stream(raw, f"/Length1 {len(raw)}"))
    letters: dict[int, str] = {}
    for sign, glyph in glyph_of().items():
        letters.setdefault(glyph, sign)
    descriptor = add(
        f"<< /Type /FontDescriptor /FontName /NotoSerif /Flags 4 /FontBBox [-177 -303 1000 981] /ItalicAngle 0 "
        f"/Ascent 891 /Descent -216 /CapHeight 660 /StemV 80 /FontFile2 {file} 0 R >>".encode()
    )
    widths = " ".join(f"{glyph} [{advance_of(glyph):.0f}]" for glyph in sorted(letters))
    below = add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /NotoSerif /CIDSystemInfo << /Registry (Adobe) /Ordering "
        f"(Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 /CIDToGIDMap /Identity /W [{widths}] >>".encode()
    )
    pairs = [f"<{glyph:04X}> <{ord(sign):04X}>" for glyph, sign in sorted(letters.items())]
    blocks = "".join(
        f"{len(pairs[at : at + 100])} beginbfchar\n"
        + "\n".join(pairs[at : at + 100])
        + "\nendbfchar\n"
        for at in range(0, len(pairs), 100)
    )
    back = add(_stream((
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Back def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{blocks}endcmap end end"
    ).encode()))  # fmt: skip
    return int(add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /NotoSerif /Encoding /Identity-H /DescendantFonts [{below} 0 R] /ToUnicode {back} 0 R >>".encode()
    ))  # fmt: skip


def _stream(content: bytes, more: str = "") -> bytes:
    packed = zlib.compress(content, 6)
    return (
        f"<< /Filter /FlateDecode /Length {len(packed)} {more} >>\nstream\n".encode()
        + packed
        + b"\nendstream"
    )


def _jpeg(content: bytes) -> bytes:
    import io

    from PIL import Image

    width, height = Image.open(io.BytesIO(content)).size
    head = f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {len(content)} >>\nstream\n"
    return head.encode() + content + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{at:010} 00000 n \n".encode() for at in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
