"""Papers as a word processor holds them: DOCX written part by part, and what LibreOffice prints."""

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from tests.papers.hands.written import Written

SOFFICE = shutil.which("soffice")
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.header+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rIdH" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/header" Target="header1.xml"/></Relationships>'
)


def _run(text: str, *, bold: bool = False, italic: bool = False, size: int = 26) -> str:
    """A run; a tab in the text is a tab."""
    look = f'{"<w:b/>" * bold}{"<w:i/>" * italic}<w:sz w:val="{size}"/>'
    fonts = (
        '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/>'
    )
    pieces = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t")
    )
    return f"<w:r><w:rPr>{fonts}{look}</w:rPr>{pieces}</w:r>"


def _par(
    *runs: str, align: str = "center", tabs: str = "", indent: int = 0, drawn: str = ""
) -> str:
    inner = f'<w:spacing w:before="0" w:after="0"/>{tabs}<w:jc w:val="{align}"/>'
    inner = (f'<w:ind w:firstLine="{indent}"/>' if indent else "") + inner
    return f"<w:p><w:pPr>{inner}</w:pPr>{drawn}{''.join(runs)}</w:p>"


def _table(left: str, right: str, widths: tuple[int, int] = (3900, 5500)) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content or _par()}</w:tc>'
        for width, content in zip(widths, (left, right), strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="9400" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    )


def _box(text: str, left: int, top: int, width: int = 172, height: int = 30) -> str:
    """A text box that floats over the page, as marks and filled-in numbers often are."""
    style = f"position:absolute;margin-left:{left}pt;margin-top:{top}pt;width:{width}pt;height:{height}pt"
    inner = _par(_run(text, bold=True))
    return (
        f'<w:r><w:pict><v:shape style="{style}" coordsize="100,100" path="m,l,100,100,100,100,xe" '
        f'strokeweight="1pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>'
        "</v:shape></w:pict></w:r>"
    )


def _left(paper: Written) -> list[str]:
    size = 24 if max(map(len, paper.issuer)) > 28 else 26
    lines = [_par(_run(each, size=size)) for each in paper.parent]
    lines += [_par(_run(each, bold=True, size=size)) for each in paper.issuer]
    lines.append(_par(_run("*" if paper.layout == "party" else "_______")))
    lines.append(_par(_run(f"{paper.label} {shown_symbol(paper)}")))
    if not paper.title:
        about = f"{paper.about} " if paper.about else ""
        lines.append(_par(_run(f"{about}{' '.join(paper.abstract)}", size=24)))
    return lines


def shown_symbol(paper: Written) -> str:
    """The symbol as it is printed; blanks where the number was never filled in."""
    number, rest = paper.halves
    return f"        {rest}" if paper.filled == "empty" else number + rest


def _right(paper: Written) -> list[str]:
    title, motto = paper.motto
    lines = [_par(_run(title, bold=True, size=25))] if title else []
    if motto:
        lines += [_par(_run(motto, bold=True)), _par(_run("_________________", size=16))]
    elif title:
        lines.append(_par(_run("")))
    if paper.layout == "party":
        lines += [_par(_run("")) for _ in paper.parent + paper.issuer[1:]]
    place = f"{paper.place}, {paper.dated}" if paper.language == "vi" else paper.dated
    return [*lines, _par(_run(place, italic=True))]


def _body(paper: Written, *, addressed: bool = True) -> list[str]:
    lines = []
    if paper.title:
        lines.append(_par(_run(paper.title, bold=True, size=28)))
        foreign = f"{paper.about} " if paper.language != "vi" else ""
        lines += [_par(_run(foreign + each, bold=True, size=28)) for each in paper.abstract if each]
        lines.append(_par(_run("______")))
        lines += [_par(_run(each, bold=True)) for each in paper.authority.split("\n") if each]
    if addressed and len(paper.to) == 1:
        lines.append(_par(_run(f"Kính gửi: {paper.to[0]}.")))
    elif addressed and paper.to:
        lines.append(_par(_run("Kính gửi:"), align="left", indent=2200))
        lines += [
            _par(_run(f"- {each}{';' if each != paper.to[-1] else '.'}"), align="left", indent=2800)
            for each in paper.to
        ]
    for each in paper.paragraphs:
        shout = each.isupper()
        lines.append(
            _par(
                _run(each, bold=shout),
                align="center" if shout else "both",
                indent=0 if shout else 700,
            )
        )
    return lines


def _foot(paper: Written) -> str:
    colon = "" if paper.layout == "party" else ":"
    left = [_par(_run(f"Nơi nhận{colon}", bold=True, italic=True, size=24), align="left")]
    left += [_par(_run(f"- {each}", size=22), align="left") for each in paper.copies]
    if paper.drafter:
        left.append(_par(_run(paper.drafter, size=16), align="left"))
    right = [_par(_run(each, bold=True)) for each in paper.signing]
    right += [_par(_run(each, size=18), align="left") for each in paper.seal_text] or [
        _par(_run(""))
    ] * 3
    right.append(_par(_run(paper.signer, bold=True)))
    posts, second = paper.second
    if second:
        left = [_par(_run(each, bold=True)) for each in posts] + [_par(_run(""))] * 3
        left.append(_par(_run(second, bold=True)))
    return _table("".join(left), "".join(right), (4700, 4700))


def _tabbed_head(paper: Written) -> list[str]:
    """Both columns in one paragraph a line, parted by tab stops."""
    stops = (
        '<w:tabs><w:tab w:val="center" w:pos="1900"/><w:tab w:val="center" w:pos="6650"/></w:tabs>'
    )
    left = [*paper.parent, *paper.issuer, "-------", f"{paper.label} {shown_symbol(paper)}"]
    if not paper.title:
        about = f"{paper.about} " if paper.about else ""
        left += [f"{about}{paper.abstract[0]}", *paper.abstract[1:]]
    title, motto = paper.motto
    right = [title, motto, "---------------" if motto else ""]
    while len(right) < len([*paper.parent, *paper.issuer]) + 1:
        right.append("")
    right.append(f"{paper.place}, {paper.dated}" if paper.language == "vi" else paper.dated)
    rows = max(len(left), len(right))
    left += [""] * (rows - len(left))
    right += [""] * (rows - len(right))
    return [
        _par(_run(f"\t{one}\t{two}", bold=place < 2, size=24), align="left", tabs=stops)
        for place, (one, two) in enumerate(zip(left, right, strict=True))
    ]


def docx(paper: Written, *, head: str = "table") -> bytes:
    """The paper as DOCX. Head as a table, by tabs, or with marks in boxes that float."""
    marks = "".join(_box(each, 5, 118 + 34 * place) for place, each in enumerate(paper.marks))
    if head == "tabs":
        parts = _tabbed_head(paper)
    else:
        inline = [_par(_run(each, bold=True)) for each in paper.marks] if head == "table" else []
        parts = [_table("".join([*_left(paper), *inline]), "".join(_right(paper)))]
    if head != "table" and marks:
        parts.insert(0, _par(drawn=marks))
    parts += [_par(), *_body(paper), _par(), _foot(paper)]
    if paper.annex:
        parts.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        parts += [_par(_run(each, bold=each.isupper())) for each in paper.annex]
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdH" xmlns:r="http://schemas.openxml'
        'formats.org/officeDocument/2006/relationships"/><w:pgSz w:w="11907" w:h="16840"/>'
        '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851" w:header="500" '
        'w:footer="500" w:gutter="0"/></w:sectPr>'
    )
    document = f'<?xml version="1.0"?><w:document {_NAMES}><w:body>{"".join(parts)}{section}</w:body></w:document>'
    header = f'<?xml version="1.0"?><w:hdr {_NAMES}>{_par(_run(paper.header, size=18))}</w:hdr>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {
            "[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": document,
            "word/_rels/document.xml.rels": _DOCUMENT_RELS, "word/header1.xml": header,
        }.items():  # fmt: skip
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def converted(files: Mapping[str, bytes], ending: str) -> dict[str, bytes]:
    """What LibreOffice makes of these files, all in one run."""
    assert SOFFICE
    with tempfile.TemporaryDirectory() as folder:
        inbox, outbox = Path(folder, "in"), Path(folder, "out")
        inbox.mkdir()
        for name, content in files.items():
            (inbox / name).write_bytes(content)
        subprocess.run(
            [SOFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", ending, "--outdir", str(outbox), *map(str, sorted(inbox.iterdir()))],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip
        return {
            name: (outbox / Path(name).with_suffix(f".{ending}").name).read_bytes()
            for name in files
        }
