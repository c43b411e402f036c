"""Papers set by Typst, in a grid of two columns."""

import json

import typst

from tests.papers.hands.written import Written
from vermilion.web.printing import fonts

_TEMPLATE = """
#let p = json(bytes(sys.inputs.paper))
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm), header: text(9pt, p.header), background: rotate(-35deg, text(48pt, fill: luma(225), p.watermark)))
#set text(font: (p.font, "Noto Serif Devanagari", "Noto Naskh Arabic"), size: 13pt, lang: p.language, dir: if p.language == "ar" { rtl } else { ltr })
#set par(justify: true)
#grid(columns: (2fr, 3fr), gutter: 4pt, align(center)[
  #for each in p.parent [#text(12.5pt, each) \\ ]
  #for each in p.issuer [#text(12.5pt, strong(each)) \\ ]
  #if p.layout == "party" [#sym.ast.op \\ ] else { line(length: 25%, stroke: .5pt) }
  #(p.label + " " + p.shown)
  #if p.title == "" { par(justify: false, align(center, p.about + " " + p.abstract.join(" "))) }
  #for each in p.marks { box(stroke: 1pt, inset: 5pt, strong(each)); linebreak() }
], align(center)[
  #text(12.5pt, strong(p.motto.at(0))) \\
  #strong(p.motto.at(1)) #if p.motto.at(1) != "" { line(length: 50%, stroke: .5pt) }
  #v(6pt)
  #emph(p.dated)
])
#if p.title != "" { align(center)[ #v(8pt) #text(14pt, strong(p.title)) \\ #for each in p.abstract [#strong(each) \\ ] #for each in p.authority [#strong(each) \\ ] ] }
#if p.to.len() == 1 { align(center)[Kính gửi: #p.to.at(0)] } else if p.to.len() > 1 { pad(left: 30mm)[Kính gửi:\\ #for each in p.to [#h(8mm)\\- #each;\\ ]] }
#for each in p.paragraphs { if upper(each) == each { align(center, strong(each)) } else { par(first-line-indent: (amount: 10mm, all: true), each) } }
#v(6pt)
#grid(columns: (1fr, 1fr), [
  #if p.second.at(1) != "" { align(center)[#for each in p.second.at(0) [#strong(each) \\ ] #v(45pt) #strong(p.second.at(1))] } else if p.language == "vi" {[ #strong(emph[Nơi nhận:]) \\ #for each in p.copies [#text(11pt)[\\- #each] \\ ] #text(8pt, p.drafter)]}
], align(center)[
  #for each in p.signing [#strong(each) \\ ]
  #for each in p.seal [#text(8pt, each) \\ ] #v(40pt)
  #strong(p.signer)
])
#if p.annex.len() > 0 { pagebreak(); align(center)[#for each in p.annex [#each \\ ]] }
"""


def printed(paper: Written, shown: str) -> bytes:
    """The paper as Typst prints it."""
    foreign = paper.language != "vi"
    content = {
        "font": "Tinos" if len(paper.symbol) % 3 else "Liberation Serif", "header": paper.header, "watermark": paper.watermark, "language": paper.language, "layout": paper.layout,
        "parent": paper.parent, "issuer": paper.issuer, "label": paper.label, "shown": shown, "title": "" if foreign else paper.title,
        "abstract": paper.abstract, "about": paper.about, "authority": [each for each in paper.authority.split("\n") if each],
        "motto": paper.motto, "dated": paper.dated if foreign else f"{paper.place}, {paper.dated}", "to": [] if foreign else paper.to,
        "paragraphs": paper.paragraphs, "marks": paper.marks, "second": paper.second, "copies": paper.copies, "drafter": paper.drafter,
        "signing": paper.signing, "signer": paper.signer, "seal": paper.seal_text, "annex": paper.annex,
    }  # fmt: skip
    folder = fonts()
    homes = [folder] if folder.is_dir() else []
    return typst.compile(
        _TEMPLATE.encode(),
        font_paths=homes,
        sys_inputs={"paper": json.dumps(content, ensure_ascii=False)},
    )
