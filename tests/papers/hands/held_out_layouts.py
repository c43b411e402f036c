"""Layouts that the reader had not met when they were written: lists of lines, cells and blanks."""

from html import escape

from tests.papers.hands.written import Written

_STYLE = """
@page { size: A4; margin: 18mm } body { font: 12.5pt/1.35 'DejaVu Sans', 'Noto Sans', sans-serif }
.top { display: flex; flex-direction: row-reverse; justify-content: space-between; text-align: center }
.top > div { width: 48% } .u { text-transform: uppercase; font-weight: bold } .i { font-style: italic; font-size: 11.5pt }
.t { text-align: center; margin: 6mm 0 2mm } .b { text-indent: 8mm } .f { display: flex; margin-top: 8mm } .f > div { width: 50% }
.m { position: absolute; left: 20mm; top: 74mm; border: 1pt solid; padding: 1mm 3mm; letter-spacing: 1pt }
"""


def _div(text: str, kind: str = "") -> str:
    return f'<div class="{kind}">{escape(text)}</div>' if text else ""


def flexed(paper: Written) -> str:
    """The right column written first, names in small letters that style makes large."""
    title, motto = paper.motto
    place = f"{paper.place}, {paper.dated}" if paper.language == "vi" else paper.dated
    right = _div(title, "u") + _div(motto) + _div(place, "i")
    left = "".join(_div(each) for each in paper.parent) + "".join(
        _div(each, "u") for each in paper.issuer
    )
    left += f"<div>{escape(paper.label)}&nbsp;{escape(paper.symbol)}</div>"
    if not paper.title:
        left += _div(f"{paper.about} {' '.join(paper.abstract)}", "i")
    body = _div(paper.title, "t u") + "".join(
        _div(each, "t") for each in paper.abstract if paper.title
    )
    body += "".join(_div(each, "t u") for each in paper.authority.split("\n"))
    for each in paper.to:
        body += f'<div class="t">{"Kính gửi:" if paper.language == "vi" and each == paper.to[0] else "To:" if paper.language != "vi" else ""} {escape(each)}</div>'
    body += "".join(_div(each, "b") for each in paper.paragraphs)
    copies = (
        ("<b>Nơi nhận:</b>" + "".join(_div(f"- {each}") for each in paper.copies))
        if paper.language == "vi"
        else ""
    )
    signing = "".join(
        _div(each, "t u") if 0 else f"<div style='text-align:center'><b>{escape(each)}</b></div>"
        for each in paper.signing
    )
    foot = f"<div class=f><div>{copies}</div><div>{signing}<div style='height:22mm'></div><div style='text-align:center'>{escape(paper.signer)}</div></div></div>"
    marks = "".join(
        f'<div class="m" style="margin-top:{10 * place}mm">{escape(each)}</div>'
        for place, each in enumerate(paper.marks)
    )
    return f'<!doctype html><html lang="{paper.language}"><meta charset=utf-8><style>{_STYLE}</style><body><div class=top><div>{right}</div><div>{left}</div></div>{body}{foot}{marks}</body></html>'


def spaced_out(paper: Written) -> str:
    """Plain text, columns kept apart by blanks alone."""
    title, motto = paper.motto
    left = [*paper.parent, *paper.issuer, "-------", f"{paper.label} {paper.symbol}"]
    if not paper.title:
        left += [f"{paper.about} {paper.abstract[0]}", *paper.abstract[1:]]
    left += list(paper.marks)
    place = f"{paper.place}, {paper.dated}" if paper.language == "vi" else paper.dated
    right = [title, motto, "---------------", place]
    rows = max(len(left), len(right))
    left += [""] * (rows - len(left))
    right += [""] * (rows - len(right))
    head = [f"{one:<44}{two}".rstrip() for one, two in zip(left, right, strict=True)]
    middle = (
        [paper.title.center(80).rstrip(), *(each.center(80).rstrip() for each in paper.abstract)]
        if paper.title
        else []
    )
    middle += [each.center(80).rstrip() for each in paper.authority.split("\n") if each]
    to = (
        [
            f"          Kính gửi: {paper.to[0]}",
            *(f"                    {each}" for each in paper.to[1:]),
        ]
        if paper.to
        else []
    )
    copies = ["Nơi nhận:", *(f"- {each}" for each in paper.copies)]
    signing = [*paper.signing, "", "", paper.signer]
    copies += [""] * (len(signing) - len(copies))
    signing += [""] * (len(copies) - len(signing))
    foot = [f"{one:<44}{two}".rstrip() for one, two in zip(copies, signing, strict=True)]
    return "\n".join([*head, "", *middle, "", *to, "", *paper.paragraphs, "", *foot])


def stacked(paper: Written) -> str:
    """No columns at all: one line below the other, as from simple programs and mail."""
    title, motto = paper.motto
    place = f"{paper.place}, {paper.dated}" if paper.language == "vi" else paper.dated
    lines = [("c u", each) for each in (title, motto) if each]
    lines += [("c u", each) for each in (*paper.parent, *paper.issuer)]
    lines += [("c", f"{paper.label} {paper.symbol}"), ("r i", place)]
    lines += [("c u", each) for each in paper.marks]
    if paper.title:
        lines += [("c u", paper.title), *(("c", each) for each in paper.abstract)]
    else:
        lines.append(("c i", f"{paper.about} {' '.join(paper.abstract)}"))
    lines += [("c u", each) for each in paper.authority.split("\n") if each]
    if paper.to:
        word = {"vi": "Kính gửi:", "ar": "إلى:", "hi": "सेवा में,"}.get(paper.language, "To:")
        lines.append(("c", f"{word} {paper.to[0]}"))
        lines += [("c", f"- {each}") for each in paper.to[1:]]
    lines += [("b", each) for each in paper.paragraphs]
    lines += [("s", each) for each in paper.signing]
    lines += [("s gap", paper.signer)]
    if paper.language == "vi":
        lines += [("", each) for each in ("Nơi nhận:", *(f"- {each}" for each in paper.copies))]
    body = "".join(_div(each, kind) for kind, each in lines)
    style = (
        ".c { text-align: center } .r { text-align: right } .s { margin-left: 55%; text-align: "
        "center } .gap { margin-top: 18mm }"
    )
    return f'<!doctype html><html lang="{paper.language}"><meta charset=utf-8><style>{_STYLE}{style}</style><body>{body}</body></html>'
