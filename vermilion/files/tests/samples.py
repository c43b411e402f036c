"""Files made by hand: sound ones, damaged ones, and such as somebody sends to do harm."""

import io
import struct
import tarfile
import zipfile
import zlib

import pikepdf

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def pdf(*pages: str, catalog: str = "", objects: tuple[bytes, ...] = ()) -> bytes:
    """A PDF with a line of text for each line of each page."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    body: list[bytes] = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, text in enumerate(pages):
        content = _drawn(text)
        body.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        body.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _assembled([*body, *objects])


def _drawn(text: str) -> bytes:
    lines = [f"({line}) Tj 0 -16 Td" for line in text.splitlines()]
    return f"BT /F1 12 Tf 72 770 Td {' '.join(lines)} ET".encode("latin-1")


def _assembled(body: list[bytes], trailer: bytes = b"") -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(body, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(body) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(body) + 1, trailer))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()


def pdf_with_script() -> bytes:
    """Runs JavaScript and a program when opened, its names written in disguise."""
    return pdf(
        "Open me",
        catalog="/OpenAction 6 0 R",
        objects=(
            b"<< /S /J#61vaScript /J#53 (app.alert\\(1\\)) /Next 7 0 R >>",
            b"<< /S /Launch /F (cmd.exe) >>",
        ),
    )


def pdf_with_hidden_script() -> bytes:
    """The same inside a compressed object stream."""
    inside = zlib.compress(b"7 0 << /S /JavaScript /JS (app.alert(1)) >>")
    packed = (
        b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
    )
    return pdf("Open me", objects=(packed % (len(inside), inside),))


def pdf_with_noise() -> bytes:
    """A scan whose picture spells `/JS` by chance, as one in two of ten megabytes does."""
    noise = b"\x8f\x02/JS\xe1\x90/JS(\x11"
    picture = b"<< /Type /XObject /Subtype /Image /Length %d >>\nstream\n%s\nendstream"
    return pdf("Scanned", objects=(picture % (len(noise), noise),))


def pdf_with_password() -> bytes:
    """Encrypted with a user password nobody here knows."""
    body = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
    lock = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <%s> /U <%s> >>" % (
        b"a5" * 32,
        b"5a" * 32,
    )
    return _assembled([*body, lock], b"/Encrypt 3 0 R /ID [<00112233> <00112233>]")


def pdf_nested(depth: int = 200_000) -> bytes:
    """Arrays in arrays in arrays."""
    return _assembled([b"[" * depth + b"]" * depth])


def zipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def zip_bomb(mib: int = 400) -> bytes:
    """Small on the line, a great many zeros when unpacked."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("zeros", "w") as entry,
    ):
        for _ in range(mib):
            entry.write(bytes(1024 * 1024))
    return out.getvalue()


def zip_in_zip(depth: int) -> bytes:
    content = zipped({"note.txt": b"at last"})
    for level in range(depth - 1):
        content = zipped({f"level{level}.zip": content})
    return content


def zip_that_lies() -> bytes:
    """Claims one byte for an entry that unpacks to much more."""
    made = bytearray(zip_bomb(64))
    entry = made.rfind(b"PK\x01\x02")
    struct.pack_into("<I", made, entry + 24, 1)
    return bytes(made)


def zip_locked() -> bytes:
    """One entry marked as protected by a password."""
    made = bytearray(zipped({"secret.txt": b"0123456789"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(mark) + flags
        made[at] |= 1
    return bytes(made)


def tarred(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, content in entries.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def docx(*paragraphs: str, xml: str = "") -> bytes:
    """A Word document; `xml` replaces its main part."""
    written = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    main = xml or f'<w:document xmlns:w="{WORD}"><w:body>{written}</w:body></w:document>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return zipped(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{PACKAGE}/content-types">'
                '<Default Extension="rels"'
                ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT}"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{PACKAGE}/relationships">'
                f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/>'
                "</Relationships>"
            ).encode(),
            "word/document.xml": main.encode(),
        }
    )


def docx_nested(depth: int = 5_000) -> bytes:
    inside = "<w:sdt>" * depth + "</w:sdt>" * depth
    return docx(xml=f'<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>')


def docx_with_entities() -> bytes:
    """A billion laughs, and a look at the machine's own files."""
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    return docx(
        xml=f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&l11;&f;end</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )


def odt(*paragraphs: str) -> bytes:
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    written = "".join(f"<text:p>{each}</text:p>" for each in paragraphs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{office}" xmlns:text="{text}"'
            f' office:version="1.2"><office:body><office:text>{written}</office:text>'
            "</office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{manifest}" manifest:version="1.2">'
            '<manifest:file-entry manifest:full-path="/"'
            ' manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml"'
            ' manifest:media-type="text/xml"/></manifest:manifest>',
        )
    return out.getvalue()


def xlsx(rows: list[list[object]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh mục"
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def png(width: int = 40, height: int = 30) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content))
            + kind
            + content
            + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\xc0\x30\x20" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def png_bomb() -> bytes:
    """Says it is 60,000 by 60,000 points."""
    made = bytearray(png())
    struct.pack_into(">II", made, 16, 60_000, 60_000)
    struct.pack_into(">I", made, 29, zlib.crc32(bytes(made[12:29])))
    return bytes(made)


EML = """From: =?utf-8?q?V=C4=83n_th=C6=B0?= <vanthu@example.org>
To: office@example.org
Subject: =?utf-8?q?B=C3=A1o_c=C3=A1o?=
Date: Mon, 5 Jan 2026 09:00:00 +0700
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/html; charset=utf-8

<p>Kính gửi <b>Văn phòng</b></p><script>alert(1)</script>
--b
Content-Type: application/pdf; name="bao-cao.pdf"
Content-Disposition: attachment; filename="bao-cao.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--b--
""".replace("\n", "\r\n").encode()


def signed(content: bytes) -> bytes:
    """The PDF with a field of signature that covers its bytes, as far as its form tells."""
    with pikepdf.open(io.BytesIO(content)) as document:
        signature = document.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Sig, Filter=pikepdf.Name("/Adobe.PPKLite"),
                ByteRange=pikepdf.Array([0, 10, 20, 30]), Contents=pikepdf.String(b"\0" * 64),
            )
        )  # fmt: skip
        field = document.make_indirect(
            pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String("Signature1"), V=signature)
        )
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=3)
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()
