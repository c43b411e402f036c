"""Papers as HTML pages, and what Chromium prints of them."""

import shutil
from collections.abc import Mapping
from html import escape

from tests.papers.hands.word import shown_symbol
from tests.papers.hands.written import Written

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
_STYLE = """
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
body { font: 13.5pt/1.3 'Liberation Serif', 'Noto Serif Devanagari', 'Noto Naskh Arabic', serif; margin: 0 }
.head, .foot { width: 100%; border-collapse: collapse } td { vertical-align: top }
.head td { text-align: center } p { margin: 3pt 0 } .text p { text-indent: 10mm; text-align: justify }
.grid { display: grid; grid-template-columns: 42% 58%; text-align: center }
.caps { text-transform: uppercase } .mark { border: 1.5pt solid #c00; color: #c00; display: inline-block; padding: 1mm 4mm }
.spaced { letter-spacing: 2.5pt } .faint { position: fixed; top: 45%; left: 10%; transform: rotate(-35deg); opacity: .15; font-size: 50pt }
.abs { position: relative; height: 58mm } .abs div { position: absolute; text-align: center }
h1, h2 { font-size: 14pt; text-align: center; margin: 4pt 0 } .c { text-align: center } .annex { page-break-before: always }
"""


def _p(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if text else ""


def _left(paper: Written, marks: bool) -> str:
    lines = "<br>".join(map(escape, paper.parent))
    own = "<br>".join(map(escape, paper.issuer))
    out = f"<p>{lines}</p><p><b>{own}</b></p>" + _p("*" if paper.layout == "party" else "———")
    out += _p(f"{paper.label} {shown_symbol(paper)}")
    if not paper.title:
        out += _p(f"{paper.about} {' '.join(paper.abstract)}")
    return out + "".join(
        f'<p><span class="mark">{escape(each)}</span></p>' for each in paper.marks if marks
    )


def _right(paper: Written) -> str:
    title, motto = paper.motto
    place = f"{paper.place}, {paper.dated}" if paper.language == "vi" else paper.dated
    return f"<p><b>{title}</b></p><p><b>{motto}</b></p>{_p('——————') if motto else ''}<p><i>{escape(place)}</i></p>"


def _head(paper: Written, head: str) -> str:
    left, right = _left(paper, head != "absolute"), _right(paper)
    if head == "grid":
        return f'<div class="grid"><div>{left}</div><div>{right}</div></div>'
    if head == "absolute":
        # The right column is written first, and marks come last of all.
        return (
            f'<div class="abs"><div style="right:0;width:58%">{right}</div>'
            f'<div style="left:0;width:42%">{left}</div></div>'
        )
    rows = _rows(paper) if head == "rows" else f"<tr><td width=42%>{left}</td><td>{right}</td></tr>"
    return f'<table class="head">{rows}</table>'


def _rows(paper: Written) -> str:
    """A row for each pair of lines, as forms are often made."""
    title, motto = paper.motto
    place = f"{paper.place}, {paper.dated}" if paper.language == "vi" else paper.dated
    about = "" if paper.title else f"{paper.about} {' '.join(paper.abstract)}"
    marks = "".join(f"<p><span class=mark>{escape(each)}</span></p>" for each in paper.marks)
    pairs = [
        (
            "<br>".join(map(escape, paper.parent + paper.issuer)),
            f"<b>{title}</b><br><b>{motto}</b>",
        ),
        (escape(f"{paper.label} {shown_symbol(paper)}"), f"<i>{escape(place)}</i>"),
        (escape(about) + marks, ""),
    ]
    return "".join(f"<tr><td width=42%>{one}</td><td>{two}</td></tr>" for one, two in pairs)


def html(paper: Written, *, head: str = "table", words_to: str = "Kính gửi:") -> str:
    """The paper as a page of HTML; head as table, table of rows, grid or absolute boxes."""
    text = "".join(_p(each, "c" if each.isupper() else "") for each in paper.paragraphs)
    title = ""
    if paper.title:
        abstract = "<br>".join(map(escape, paper.abstract))
        shown, kind = (paper.title.capitalize(), "caps") if head == "grid" else (paper.title, "")
        title = f'<h1 class="{kind}">{escape(shown)}</h1><h2>{escape(paper.about + " ") if paper.language != "vi" else ""}{abstract}</h2>'
        title += "".join(
            f"<p class=c><b>{escape(each)}</b></p>" for each in paper.authority.split("\n") if each
        )
    to = f"<p class=c>{escape(words_to)} {escape(paper.to[0])}</p>" if len(paper.to) == 1 else ""
    if len(paper.to) > 1:
        to = f"<p style='margin-left:30mm'>{escape(words_to)}</p>" + "".join(
            f"<p style='margin-left:40mm'>- {escape(each)};</p>" for each in paper.to
        )
    foot = _foot(paper)
    annex = (
        f"<div class=annex>{''.join(_p(each, 'c') for each in paper.annex)}</div>"
        if paper.annex
        else ""
    )
    late = (
        "".join(
            f'<div class=mark style="position:absolute;top:{48 + 11 * place}mm;left:8mm">{escape(each)}</div>'
            for place, each in enumerate(paper.marks)
        )
        if head == "absolute"
        else ""
    )
    faint = f"<div class=faint>{escape(paper.watermark)}</div>" if paper.watermark else ""
    direction = "rtl" if paper.language == "ar" else "ltr"
    return (
        f'<!doctype html><html lang="{paper.language}" dir="{direction}"><meta charset="utf-8"><style>{_STYLE}</style>'
        f'<body>{faint}{_p(paper.header, "c")}{_head(paper, head)}{title}{to}<div class="text">{text}</div>{foot}{annex}{late}</body></html>'
    )


def _foot(paper: Written) -> str:
    """Who gets it, and who signs."""
    signing = "<br>".join(map(escape, paper.signing))
    seal = "".join(
        f"<div style='font-size:8pt;text-align:left'>{escape(each)}</div>"
        for each in paper.seal_text
    )
    second = "<br>".join(map(escape, paper.second[0]))
    copies = (
        "<b><i>Nơi nhận:</i></b><br>" + "<br>".join(escape(f"- {each}") for each in paper.copies)
        if paper.language == "vi"
        else ""
    )
    left = (
        f"<td width=50% class=c><b>{second}<br><br><br><br>{escape(paper.second[1])}</b></td>"
        if second
        else f"<td width=50% style='font-size:11pt'>{copies}<br>{escape(paper.drafter)}</td>"
    )
    return f"<table class=foot><tr>{left}<td class=c><b>{signing}</b><br>{seal or '<br><br><br>'}<br><b>{escape(paper.signer)}</b></td></tr></table>"


def printed(pages: Mapping[str, str]) -> dict[str, bytes]:
    """What Chromium prints of these pages, all in one run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as plays:
        browser = plays.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        made = {}
        for name, content in pages.items():
            page.set_content(content)
            made[name] = page.pdf(prefer_css_page_size=True, print_background=True)
        browser.close()
    return made
